//! What files would make, before they are brought in: what is new, sent again, refused and why; the encoding of a text and
//! the columns of a log can be set right.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::intake::{Kind, Sources};
use super::log_columns::{self, Columns};
use super::shape::Shape;
use super::window::Window;
use super::{Command, Effects, State, form};
use crate::exchange::Chosen;
use crate::inbox::columns::LogSheet;
use crate::screen::keys;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice, Place};
use crate::text::paths::written;

/// What the files would make; a row each.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsed {
    /// The sources it was asked for.
    pub sources: Sources,
    /// Only these were read once more.
    pub again: Vec<PathBuf>,
    /// One for each file.
    pub rows: Vec<Planned>,
    /// It was stopped before the end.
    pub cancelled: bool,
}

/// What one file would make.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name as it may be shown.
    pub name: String,
    /// Under which heading it stands.
    pub kind: Kind,
    /// What it would make, or that it is refused; short.
    pub short: String,
    /// Why it is refused, and what a person should know.
    pub said: Vec<String>,
    /// Its first lines.
    pub lines: Vec<String>,
    /// A line of it as each encoding reads it; none for files that say their encoding themselves.
    pub trials: Vec<(Chosen, String)>,
    /// The encoding it was read by, for a text.
    pub encoding: String,
    /// Its sheets that are logs, or may be.
    pub logs: Vec<LogSheet>,
    /// A picture or a scan: nothing in it can be read, but it can be kept with a report that is typed in.
    pub picture: bool,
    /// Reports, items and people it would make.
    pub makes: [usize; 3],
}

impl Planned {
    /// It would make something.
    pub fn is_new(&self) -> bool {
        !matches!(self.kind, Kind::Refused | Kind::Known)
    }

    /// Its columns were only recognised: a person should look at them once.
    pub fn unconfirmed(&self) -> Option<usize> {
        if !self.is_new() {
            return None;
        }
        self.logs.iter().position(|log| !log.layout.confirmed)
    }
}

/// The window that shows it.
#[derive(Debug)]
pub struct Rehearsal {
    /// What is to be brought in, and how.
    pub sources: Sources,
    /// One row a file.
    pub rows: Vec<Planned>,
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row in sight.
    pub top: usize,
    /// Lines the text below is scrolled by.
    pub scroll: usize,
    /// Rows of the list.
    pub height: usize,
    /// What stands over it.
    pub over: Option<Over>,
}

/// A window over the list of files.
#[derive(Debug)]
pub enum Over {
    /// The encoding of the file under the cursor.
    Encoding(Picker<Option<Chosen>>),
    /// The columns of a log.
    Columns(Columns),
}

/// Rows of the list for a tab of this height: the text below needs as many.
fn list_height(shape: Shape, rows: usize) -> usize {
    let body = usize::from(shape.height.saturating_sub(6));
    rows.clamp(1, (body / 2).max(3))
}

impl Rehearsal {
    fn new(rehearsed: Rehearsed, shape: Shape) -> Self {
        let Rehearsed { sources, mut rows, .. } = rehearsed;
        rows.sort_by_key(|row| row.kind);
        let mut rehearsal = Self { sources, rows, cursor: 0, top: 0, scroll: 0, height: 1, over: None };
        rehearsal.fit(shape);
        rehearsal
    }

    /// The rows that were read once more take the places they had.
    fn take(&mut self, rehearsed: Rehearsed) {
        self.sources = rehearsed.sources;
        for row in rehearsed.rows {
            if let Some(place) = self.rows.iter_mut().find(|known| known.path == row.path) {
                *place = row;
            }
        }
        self.scroll = 0;
    }

    pub(super) fn fit(&mut self, shape: Shape) {
        self.height = list_height(shape, self.rows.len());
        self.show_cursor();
    }

    fn show_cursor(&mut self) {
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(self.height));
    }

    /// Whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match &self.over {
            None => &keys::inbox::REHEARSAL,
            Some(Over::Encoding(picker)) => picker.place(),
            Some(Over::Columns(columns)) => columns.place(),
        }
    }

    /// The file under the cursor.
    pub fn current(&self) -> Option<&Planned> {
        self.rows.get(self.cursor)
    }

    /// The file is not to be brought in.
    pub fn is_left(&self, row: &Planned) -> bool {
        self.sources.leave.contains(&row.path)
    }

    /// Files that would make something and are not left out.
    pub fn taken(&self) -> impl Iterator<Item = &Planned> {
        self.rows.iter().filter(|row| row.is_new() && !self.is_left(row))
    }

    /// Whether an action would do something now.
    pub(super) fn works(&self, action: &Action) -> bool {
        if self.over.is_some() {
            return true;
        }
        match action {
            Action::Open => self.taken().next().is_some(),
            Action::Mark => self.current().is_some_and(Planned::is_new),
            Action::Encoding => self.current().is_some_and(|row| !row.trials.is_empty()),
            Action::Columns => self.current().is_some_and(|row| !row.logs.is_empty()),
            _ => true,
        }
    }

    fn go(&mut self, to: usize) {
        let to = to.min(self.rows.len().saturating_sub(1));
        if to != self.cursor {
            self.scroll = 0;
        }
        self.cursor = to;
        self.show_cursor();
    }

    fn moved(&mut self, action: &Action) -> bool {
        let page = self.height.saturating_sub(1).max(1);
        match action {
            Action::Up => self.go(self.cursor.saturating_sub(1)),
            Action::Down => self.go(self.cursor + 1),
            Action::PageUp => self.go(self.cursor.saturating_sub(page)),
            Action::PageDown => self.go(self.cursor + page),
            Action::Home => self.go(0),
            Action::End => self.go(usize::MAX),
            Action::ScrollDown => self.scroll += 3,
            Action::ScrollUp => self.scroll = self.scroll.saturating_sub(3),
            _ => return false,
        }
        true
    }
}

/// Pictures that are taken for the pages of one report.
const MOST_PICTURES: usize = 5;

/// Shows what files would make, or takes what was read once more. Nothing to choose and nothing to tell needs no window.
pub(super) fn show(state: &mut State, rehearsed: Rehearsed, moment: &Moment) -> Effects {
    let words = moment.words;
    let looked = matches!(state.window, Some(Window::Looking(_)));
    if looked {
        state.window = None;
    }
    if rehearsed.cancelled {
        return vec![Effect::Notify(Notice::note(words.inbox_rehearsal_stopped()))];
    }
    if !rehearsed.again.is_empty() {
        if let Some(Window::Rehearsal(open)) = &mut state.window {
            open.take(rehearsed);
        }
        return Effect::none();
    }
    if rehearsed.rows.is_empty() {
        return vec![Effect::Notify(Notice::problem(words.inbox_rehearsal_no_files()))];
    }
    if !looked {
        // The person went away from it before it was there.
        return vec![Effect::Notify(Notice::note(words.inbox_rehearsal_stopped()))];
    }
    if rehearsed.rows.len() <= MOST_PICTURES && rehearsed.rows.iter().all(|row| row.picture) {
        // Nothing in them can be read, but somebody can: they go with a report that is typed in.
        let paths: Vec<PathBuf> = rehearsed.rows.into_iter().map(|row| row.path).collect();
        let mut effects = form::attach(state, written(&paths));
        effects.push(Effect::Notify(Notice::note(words.inbox_rehearsal_picture())));
        return effects;
    }
    state.window = Some(Window::Rehearsal(Box::new(Rehearsal::new(rehearsed, state.shape))));
    Effect::none()
}

/// Takes an action; the choice is what is to be brought in.
pub(super) fn update(open: &mut Rehearsal, action: &Action, moment: &Moment) -> (Outcome<Sources>, Effects) {
    if open.over.is_some() {
        return (Outcome::Open, over(open, action, moment));
    }
    if open.moved(action) {
        return (Outcome::Open, Effect::none());
    }
    match action {
        Action::Back => return (Outcome::Cancelled, Effect::none()),
        Action::Mark => {
            mark(open);
            return (Outcome::Open, Effect::none());
        }
        Action::Encoding => ask_encoding(open, moment),
        Action::Columns => {
            let at = open.cursor;
            open.over = open.current().and_then(|row| log_columns::of(row, at, 0)).map(Over::Columns);
        }
        Action::Open => {
            if open.taken().next().is_none() {
                let said = Notice::problem(moment.words.inbox_rehearsal_nothing());
                return (Outcome::Open, vec![Effect::Notify(said)]);
            }
            let Some(at) = open.rows.iter().position(|row| row.unconfirmed().is_some() && !open.is_left(row))
            else {
                return (Outcome::Chosen(open.sources.clone()), Effect::none());
            };
            // Columns that were only recognised are looked at once.
            open.go(at);
            let sheet = open.rows[at].unconfirmed().unwrap_or_default();
            open.over = log_columns::of(&open.rows[at], at, sheet).map(Over::Columns);
        }
        _ => return (Outcome::Unused, Effect::none()),
    }
    (Outcome::Open, Effect::none())
}

fn mark(open: &mut Rehearsal) {
    let Some(row) = open.current().filter(|row| row.is_new()) else { return };
    let path = row.path.clone();
    if !open.sources.leave.remove(&path) {
        open.sources.leave.insert(path);
    }
    open.go(open.cursor + 1);
}

fn ask_encoding(open: &mut Rehearsal, moment: &Moment) {
    let Some(row) = open.current().filter(|row| !row.trials.is_empty()) else { return };
    let chosen = open.sources.encodings.get(&row.path).copied();
    let mut choices = vec![Choice::new(None, moment.words.inbox_encoding_recognised(), "")];
    choices.extend(row.trials.iter().map(|(encoding, line)| {
        // The line as it would be read stands beside the name: it is what one chooses by.
        Choice::new(Some(*encoding), format!("{:<13} {line}", encoding.name()), "")
    }));
    let title = moment.words.inbox_encoding_title(row.name.as_str());
    let picker = Picker::one(title, choices).standing_on(|choice| *choice == chosen);
    open.over = Some(Over::Encoding(picker));
}

/// Passes an action to what stands over the list.
fn over(open: &mut Rehearsal, action: &Action, moment: &Moment) -> Effects {
    let (stays, effects) = match open.over.take() {
        Some(Over::Encoding(mut picker)) => match picker.update(action) {
            Outcome::Open => (Some(Over::Encoding(picker)), Effect::none()),
            Outcome::Unused => (Some(Over::Encoding(picker)), Effect::unused()),
            Outcome::Cancelled => (None, Effect::none()),
            Outcome::Chosen(chosen) => (None, encoding_chosen(open, chosen.first().copied().flatten())),
        },
        Some(Over::Columns(mut columns)) => match columns.update(action, moment) {
            (Outcome::Open, effects) => (Some(Over::Columns(columns)), effects),
            (Outcome::Unused, _) => (Some(Over::Columns(columns)), Effect::unused()),
            (Outcome::Cancelled, effects) => (None, effects),
            (Outcome::Chosen(log), effects) => {
                let (next, more) = columns_confirmed(open, &columns, log);
                (next.map(Over::Columns), effects.into_iter().chain(more).collect())
            }
        },
        None => (None, Effect::unused()),
    };
    open.over = stays;
    effects
}

fn encoding_chosen(open: &mut Rehearsal, chosen: Option<Chosen>) -> Effects {
    let Some(path) = open.current().map(|row| row.path.clone()) else {
        return Effect::none();
    };
    match chosen {
        Some(chosen) => open.sources.encodings.insert(path.clone(), chosen),
        None => open.sources.encodings.remove(&path),
    };
    once_more(open, vec![path])
}

/// A layout is confirmed: all files that have it are read by it. The next sheet of the file follows.
fn columns_confirmed(open: &mut Rehearsal, columns: &Columns, log: LogSheet) -> (Option<Columns>, Effects) {
    let header = log.layout.fingerprint;
    let mut again = Vec::new();
    for row in &mut open.rows {
        for known in row.logs.iter_mut().filter(|known| known.layout.fingerprint == header) {
            known.layout.mapping.clone_from(&log.layout.mapping);
            known.layout.confirmed = true;
            again.push(row.path.clone());
        }
    }
    again.dedup();
    open.sources.layouts.insert(header, log.layout.mapping);
    let next = open.rows.get(columns.row).and_then(|row| {
        let sheet = row.unconfirmed()?;
        log_columns::of(row, columns.row, sheet)
    });
    (next, once_more(open, again))
}

fn once_more(open: &Rehearsal, again: Vec<PathBuf>) -> Effects {
    vec![Effect::Write(Command::Rehearse(open.sources.clone(), again))]
}

impl Sources {
    /// Files as they were named, with nothing said about them.
    pub(super) fn named(typed: String, moment: &Moment) -> Self {
        Self {
            typed,
            mark: moment.settings.mark.clone(),
            today: moment.today(),
            encodings: HashMap::new(),
            layouts: HashMap::new(),
            leave: HashSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{intake, window};
    use super::*;
    use crate::settings::Settings;
    use crate::words::{Language, Words};

    fn looked_at(moment: &Moment) -> Rehearsed {
        let row = Planned {
            path: PathBuf::from("den.docx"),
            name: "den.docx".into(),
            kind: Kind::Made,
            short: String::new(),
            said: Vec::new(),
            lines: Vec::new(),
            trials: Vec::new(),
            encoding: String::new(),
            logs: Vec::new(),
            picture: false,
            makes: [1, 1, 0],
        };
        let sources = Sources::named("den.docx".into(), moment);
        Rehearsed { sources, again: Vec::new(), rows: vec![row], cancelled: false }
    }

    #[test]
    fn a_key_meant_for_the_queue_brings_nothing_in() {
        let (words, settings) = (Words::new(Language::Vietnamese), Settings::default());
        let moment = Moment {
            now: chrono::NaiveDateTime::default(),
            width: 80,
            height: 22,
            words: &words,
            settings: &settings,
        };
        let mut state = State::default();
        let asked = intake::rehearse(&mut state, "den.docx".into(), &moment);
        assert!(matches!(asked.as_slice(), [Effect::Write(Command::Rehearse(..))]));
        // While the files are looked at, keys neither reach the queue nor bring in what nobody has seen.
        for action in [Action::Open, Action::Mark, Action::Down] {
            let effects = window::update(&mut state, &action, &moment);
            assert!(!effects.iter().any(|effect| matches!(effect, Effect::Write(_))), "{action:?}");
            assert!(matches!(state.window, Some(Window::Looking(_))), "{action:?}");
        }
        show(&mut state, looked_at(&moment), &moment);
        assert!(matches!(state.window, Some(Window::Rehearsal(_))));
        // Who went away from it is not called back.
        intake::rehearse(&mut state, "den.docx".into(), &moment);
        window::update(&mut state, &Action::Back, &moment);
        show(&mut state, looked_at(&moment), &moment);
        assert!(state.window.is_none());
    }
}
