//! Bringing files in from the screen: which, and what became of them.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use chrono::NaiveDate;

use super::shape::Shape;
use super::window::Window;
use super::{Command, Effects, State, queue};
use crate::exchange::Chosen;
use crate::inbox::columns::Layouts;
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::wrap;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::text::width;

/// Files and folders to bring in, and what the person said about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// Their paths as they were typed, pasted or dragged.
    pub typed: String,
    /// The person's mark in arrival numbers.
    pub mark: String,
    /// Today.
    pub today: NaiveDate,
    /// Encodings that were chosen.
    pub encodings: HashMap<PathBuf, Chosen>,
    /// Columns of logs that were confirmed, by their header.
    pub layouts: Layouts,
    /// Files that are to be left out.
    pub leave: HashSet<PathBuf>,
}

/// What became of them, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// What was made, and how many were refused.
    pub said: Notice,
    /// One for each source, and for each matter that was sent again.
    pub entries: Vec<Entry>,
}

/// What became of one source, or something about what came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Under which heading it stands.
    pub kind: Kind,
    /// File name, or arrival number.
    pub name: String,
    /// What was made of it, or why nothing; and what a person should know.
    pub said: Vec<String>,
}

/// Headings of what became of files, in the order a person should read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Refused, with the reason.
    Refused,
    /// A matter that says nearly what another says.
    Doubled,
    /// Came in, and something should be looked at.
    LookAt,
    /// Came in.
    Made,
    /// Was there already.
    Known,
}

/// A line of the window that tells what became of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading and how many stand under it.
    Heading(Kind, u64),
    /// A name.
    Name(String),
    /// What is said about it.
    Said(String),
}

/// What became of files, to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    entries: Vec<Entry>,
    /// All lines, broken for the window's width.
    pub lines: Vec<Line>,
    /// Lines it is scrolled by.
    pub scroll: usize,
    /// Columns for text.
    pub width: u16,
    /// Rows for text.
    pub height: u16,
}

impl Came {
    fn new(mut entries: Vec<Entry>, shape: Shape) -> Self {
        entries.sort_by_key(|entry| entry.kind);
        let mut came = Self { entries, ..Self::default() };
        came.fit(shape);
        came
    }

    /// Breaks the lines for a window of the tab's size.
    pub(super) fn fit(&mut self, shape: Shape) {
        self.width = shape.width.saturating_sub(8).clamp(16, 100);
        self.lines.clear();
        let mut before = None;
        for entry in &self.entries {
            if before != Some(entry.kind) {
                let count = self.entries.iter().filter(|other| other.kind == entry.kind).count() as u64;
                self.lines.push(Line::Heading(entry.kind, count));
                before = Some(entry.kind);
            }
            let short = entry.said.len() == 1
                && matches!(entry.kind, Kind::Made | Kind::Known)
                && width(&entry.name) + width(&entry.said[0]) + 4 <= usize::from(self.width);
            if short {
                self.lines.push(Line::Name(format!("{}: {}", entry.name, entry.said[0])));
                continue;
            }
            self.lines.push(Line::Name(entry.name.clone()));
            let room = usize::from(self.width).saturating_sub(4);
            for said in &entry.said {
                self.lines
                    .extend(wrap::lines(said, room, 20).into_iter().map(|line| Line::Said(line.to_owned())));
            }
        }
        let rows = shape.height.saturating_sub(4).max(1);
        self.height = rows.min(u16::try_from(self.lines.len()).unwrap_or(rows));
        self.scroll = self.scroll.min(self.last());
    }

    fn last(&self) -> usize {
        self.lines.len().saturating_sub(usize::from(self.height))
    }

    pub(super) fn update(&mut self, action: &Action) -> Outcome<()> {
        let page = usize::from(self.height).saturating_sub(1).max(1);
        let wanted = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            Action::Home => 0,
            Action::End => self.last(),
            Action::Back | Action::Open => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        };
        self.scroll = wanted.min(self.last());
        Outcome::Open
    }
}

/// Asks which files.
pub(super) fn ask(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let prompt = Prompt::new(words.inbox_intake_title(), words.inbox_intake_question(), "", ());
    state.window = Some(Window::Files(prompt));
    Effect::none()
}

/// Looks at what was named; nothing when nothing was.
pub(super) fn rehearse(state: &mut State, typed: String, moment: &Moment) -> Effects {
    if typed.is_empty() {
        return Effect::none();
    }
    let words = moment.words;
    let looking = Confirm::new(words.inbox_rehearsal_title(), words.inbox_rehearsal_looking(), ());
    state.window = Some(Window::Looking(looking));
    vec![Effect::Write(Command::Rehearse(Sources::named(typed, moment), Vec::new()))]
}

/// Brings in what was looked at.
pub(super) fn import(sources: Sources, moment: &Moment) -> Effects {
    vec![
        Effect::Notify(Notice::note(moment.words.inbox_intake_runs())),
        Effect::Write(Command::Import(sources)),
    ]
}

/// The rows are read anew, and what became of the files is shown: at once, or when the window that is open is closed. One
/// file that came in whole needs no window.
pub(super) fn done(state: &mut State, intake: Intake, moment: &Moment) -> Effects {
    let plain = matches!(intake.entries.as_slice(), [] | [Entry { kind: Kind::Made | Kind::Known, .. }]);
    if !plain {
        let came = Came::new(intake.entries, state.shape);
        if state.window.is_none() {
            state.window = Some(Window::Result(came));
        } else {
            state.result = Some(came);
        }
    }
    let mut effects = queue::refresh(state, moment);
    effects.push(Effect::Notify(intake.said));
    effects
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: Kind, name: &str, said: &str) -> Entry {
        Entry { kind, name: name.to_owned(), said: vec![said.to_owned()] }
    }

    #[test]
    fn what_needs_a_person_stands_first_and_every_line_can_be_reached() {
        let mut entries: Vec<Entry> =
            (0..40).map(|at| entry(Kind::Made, &format!("bc{at}.docx"), "1 báo cáo, 2 nội dung")).collect();
        let reason = "Từ chối: tệp rỗng (0 byte). ".repeat(6);
        entries.push(entry(Kind::Refused, "rong.docx", &reason));
        entries.push(entry(Kind::Doubled, "0143", "giống 0109"));
        let mut came = Came::new(entries, Shape::of(80, 22));
        assert_eq!(came.lines[0], Line::Heading(Kind::Refused, 1));
        assert_eq!(came.lines[1], Line::Name("rong.docx".into()));
        let told: usize = came.lines.iter().filter(|line| matches!(line, Line::Said(_))).count();
        assert!(told >= 4, "the reason is broken into lines, not cut: {told}");
        assert!(came.lines.contains(&Line::Heading(Kind::Made, 40)));
        assert_eq!(came.lines.last(), Some(&Line::Name("bc39.docx: 1 báo cáo, 2 nội dung".into())));
        came.update(&Action::End);
        assert_eq!(came.scroll + usize::from(came.height), came.lines.len());
        came.update(&Action::Down);
        assert_eq!(came.scroll + usize::from(came.height), came.lines.len());
        came.update(&Action::PageUp);
        came.update(&Action::Home);
        assert_eq!(came.scroll, 0);
        assert_eq!(came.update(&Action::Back), Outcome::Cancelled);
    }
}
