//! Choosing files and folders by keyboard, over any line that takes their paths: what is chosen stands in the line.

mod listing;

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

pub use listing::{Entry, Listing, list};

use crate::screen::columns::cell;
use crate::screen::input::Input;
use crate::screen::popup::{more, window};
use crate::screen::{Action, InputEvent, Look};
use crate::text::{fold, width};
use crate::words::Words;

/// The window.
#[derive(Debug, Default)]
pub struct Browse {
    /// The folder in sight; `None` for the places folders are looked for in.
    folder: Option<PathBuf>,
    entries: Vec<Entry>,
    input: Input,
    /// Entries that have the typed words, by their place.
    found: Vec<usize>,
    marked: Vec<PathBuf>,
    cursor: usize,
    /// The folder has not been read yet.
    reading: bool,
    wrong: Option<String>,
    /// The folder that was left upwards: the cursor stands on it.
    from: Option<PathBuf>,
    today: chrono::NaiveDate,
}

/// What it asks of the program.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing yet.
    Nothing,
    /// Nothing, and the key meant nothing.
    Unused,
    /// To be closed.
    Leave,
    /// What this folder holds.
    Read(Option<PathBuf>),
    /// These paths in the line.
    Take(Vec<PathBuf>),
}

impl Browse {
    /// A window on a folder that is being read.
    pub fn new(folder: PathBuf, today: chrono::NaiveDate) -> Self {
        Self { folder: Some(folder), reading: true, today, ..Self::default() }
    }

    /// The folder in sight.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Takes what a folder holds; the answer to an earlier question is none of its.
    pub fn listed(&mut self, listing: Listing, words: &Words) {
        if listing.folder != self.folder || !self.reading {
            return;
        }
        self.reading = false;
        match listing.entries {
            Ok(entries) => self.entries = entries,
            Err(error) => {
                self.entries = Vec::new();
                self.wrong = Some(words.browse_unreadable(error.to_string()));
            }
        }
        self.narrow();
        let from = self.from.take();
        let at = self.found.iter().position(|at| Some(&self.entries[*at].path) == from.as_ref());
        // The two lines for the folder itself and for the one above stand before its entries.
        self.cursor = at.map_or_else(|| self.fixed().min(self.last()), |at| at + self.fixed());
    }

    /// Lines before the entries: the whole folder, and the one above. The places have neither.
    fn fixed(&self) -> usize {
        if self.folder.is_some() && self.input.is_empty() { 2 } else { 0 }
    }

    fn last(&self) -> usize {
        (self.fixed() + self.found.len()).saturating_sub(1)
    }

    fn narrow(&mut self) {
        let typed = fold(self.input.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.found = (0..self.entries.len())
            .filter(|at| {
                let name = fold(&self.entries[*at].name);
                words.iter().all(|word| name.contains(word))
            })
            .collect();
        self.cursor = self.fixed().min(self.last());
    }

    fn entry(&self) -> Option<&Entry> {
        let at = self.cursor.checked_sub(self.fixed())?;
        self.found.get(at).and_then(|at| self.entries.get(*at))
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action) -> Wanted {
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(self.last()),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(PAGE),
            Action::PageDown => self.cursor = (self.cursor + PAGE).min(self.last()),
            Action::Back if !self.input.is_empty() => self.type_anew(),
            Action::Back => return Wanted::Leave,
            Action::Open => return self.open(),
            Action::Mark => self.mark(),
            Action::Save => return self.take(),
            Action::Input(InputEvent::Backspace) if self.input.is_empty() => return self.up(),
            Action::Input(event) => {
                self.input.apply(event);
                self.narrow();
            }
            _ => return Wanted::Unused,
        }
        Wanted::Nothing
    }

    fn type_anew(&mut self) {
        self.input.set("");
        self.narrow();
    }

    fn open(&mut self) -> Wanted {
        if self.fixed() > 0 && self.cursor == 0 {
            return self.folder.clone().map_or(Wanted::Nothing, |folder| Wanted::Take(vec![folder]));
        }
        if self.fixed() > 0 && self.cursor == 1 {
            return self.up();
        }
        let Some(entry) = self.entry() else { return Wanted::Nothing };
        if entry.folder {
            let folder = entry.path.clone();
            return self.go(Some(folder));
        }
        if self.marked.is_empty() { Wanted::Take(vec![entry.path.clone()]) } else { self.take() }
    }

    /// What is marked; without marks the folder itself.
    fn take(&self) -> Wanted {
        match (&self.folder, self.marked.is_empty()) {
            (_, false) => Wanted::Take(self.marked.clone()),
            (Some(folder), true) => Wanted::Take(vec![folder.clone()]),
            (None, true) => Wanted::Unused,
        }
    }

    fn mark(&mut self) {
        if let Some(path) = self.entry().map(|entry| entry.path.clone()) {
            match self.marked.iter().position(|marked| *marked == path) {
                Some(at) => drop(self.marked.remove(at)),
                None => self.marked.push(path),
            }
        }
        self.cursor = (self.cursor + 1).min(self.last());
    }

    fn up(&mut self) -> Wanted {
        let Some(folder) = self.folder.clone() else { return Wanted::Unused };
        let above = folder.parent().map(Path::to_owned);
        self.from = Some(folder);
        self.go(above)
    }

    fn go(&mut self, folder: Option<PathBuf>) -> Wanted {
        self.folder.clone_from(&folder);
        self.entries.clear();
        self.found.clear();
        self.input.set("");
        self.wrong = None;
        self.reading = true;
        self.cursor = 0;
        Wanted::Read(folder)
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let wide = area.width.saturating_sub(4).clamp(20, 100);
        let title = self.folder.as_ref().map_or_else(
            || words.browse_places().to_owned(),
            |folder| last_cells(&folder.display().to_string(), usize::from(wide).saturating_sub(6), look),
        );
        let inside = window(frame, area, &title, wide, area.height.saturating_sub(2), look);
        let [field, rule, list, foot] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(1),
        ])
        .areas(inside);
        self.input.draw(frame, field, " › ", look, true);
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        let shown = usize::from(list.height).max(1);
        let top = (self.cursor + 1).saturating_sub(shown);
        let all = self.fixed() + self.found.len();
        let lines: Vec<Line> = (top..all.min(top + shown))
            .map(|row| self.line(row, usize::from(list.width), look, words))
            .collect();
        if self.found.is_empty() {
            let said = match &self.wrong {
                Some(wrong) => Span::styled(wrong.as_str(), look.warning),
                None if self.reading => Span::styled(words.browse_reading(), look.dim),
                None => Span::styled(words.browse_nothing(), look.dim),
            };
            let below = Rect {
                y: list.y + lines.len() as u16,
                height: list.height.saturating_sub(lines.len() as u16),
                ..list
            };
            frame.render_widget(Line::from(vec![Span::raw("   "), said]), below.intersection(list));
        }
        frame.render_widget(
            Text::from(lines),
            Rect { height: list.height.min(all.saturating_sub(top) as u16), ..list },
        );
        more(frame, list, [top > 0, all > top + shown], look);
        let told = match self.marked.len() {
            0 => words.browse_told().to_owned(),
            marked => words.browse_marked(marked as u64),
        };
        frame.render_widget(Line::styled(format!(" {told}"), look.dim), foot);
    }

    fn line(&self, row: usize, room: usize, look: &Look, words: &Words) -> Line<'static> {
        let here = row == self.cursor;
        let pointer = if here { Span::styled(look.pointer(), look.accent) } else { Span::raw(" ") };
        let (name, note, folder, marked) = match (self.fixed(), row) {
            (2, 0) => (words.browse_whole().to_owned(), String::new(), true, false),
            (2, 1) => (words.browse_above().to_owned(), String::new(), true, false),
            (fixed, row) => {
                let Some(entry) = self.found.get(row - fixed).and_then(|at| self.entries.get(*at)) else {
                    return Line::default();
                };
                let name = if entry.folder {
                    format!("{}{}", entry.name, std::path::MAIN_SEPARATOR)
                } else {
                    entry.name.clone()
                };
                (name, note(entry, self.today, words), entry.folder, self.marked.contains(&entry.path))
            }
        };
        let beside = width(&note);
        let mut text = String::with_capacity(room + 8);
        text.push_str(if marked { look.mark() } else { " " });
        text.push(' ');
        cell(&mut text, &name, room.saturating_sub(beside + 6), false, look.ellipsis());
        text.push(' ');
        let style = match (here, marked, folder) {
            (true, ..) => look.cursor,
            (_, true, _) => look.marked,
            (_, _, true) => look.strong,
            _ => look.plain,
        };
        let beside = if here { look.cursor } else { look.dim };
        Line::from(vec![pointer, Span::styled(text, style), Span::styled(format!("{note}  "), beside)])
    }
}

/// Lines a page key moves by.
const PAGE: usize = 10;

/// Size and day of a file.
fn note(entry: &Entry, today: chrono::NaiveDate, words: &Words) -> String {
    let day = entry.changed.map_or_else(String::new, |at| words.day_short(at.date(), today));
    if entry.folder {
        return String::new();
    }
    format!("{}  {day:>10}", words.bytes(entry.size))
}

/// The end of a path that fits, which tells more than its beginning.
fn last_cells(text: &str, room: usize, look: &Look) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut from = text.char_indices().map(|(at, _)| at).filter(|at| width(&text[*at..]) < room);
    format!("{}{}", look.ellipsis(), from.next().map_or("", |at| &text[at..]))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::words::Language;

    fn entry(name: &str, folder: bool) -> Entry {
        Entry { path: Path::new("/a").join(name), name: name.to_owned(), folder, ..Entry::default() }
    }

    fn opened(words: &Words) -> Browse {
        let mut browse = Browse::new(PathBuf::from("/a"), NaiveDate::default());
        let entries = vec![entry("Đoàn xã", true), entry("bc 1.docx", false), entry("Ảnh.jpg", false)];
        browse.listed(Listing { folder: Some(PathBuf::from("/a")), entries: Ok(entries) }, words);
        browse
    }

    #[test]
    fn a_file_is_taken_folders_are_entered_and_left() {
        let words = Words::new(Language::Vietnamese);
        let mut browse = opened(&words);
        assert_eq!(browse.update(&Action::Open), Wanted::Read(Some(PathBuf::from("/a/Đoàn xã"))));
        let entries = Ok(vec![entry("x", false)]);
        browse.listed(Listing { folder: Some(PathBuf::from("/b")), entries }, &words);
        assert!(browse.found.is_empty(), "an answer to another question");
        let back = Action::Input(InputEvent::Backspace);
        assert_eq!(browse.update(&back), Wanted::Read(Some(PathBuf::from("/a"))));
        let entries = Ok(vec![entry("An ninh", true), entry("Đoàn xã", true)]);
        browse.listed(Listing { folder: Some(PathBuf::from("/a")), entries }, &words);
        assert_eq!(browse.entry().map(|entry| entry.name.as_str()), Some("Đoàn xã"), "where one came from");
        assert_eq!(browse.update(&Action::Save), Wanted::Take(vec![PathBuf::from("/a")]));
    }

    #[test]
    fn typing_narrows_and_marks_are_taken_together() {
        let words = Words::new(Language::Vietnamese);
        let mut browse = opened(&words);
        browse.update(&Action::Input(InputEvent::Insert("anh".to_owned())));
        assert_eq!(browse.entry().map(|entry| entry.name.as_str()), Some("Ảnh.jpg"));
        browse.update(&Action::Mark);
        assert_eq!(browse.update(&Action::Back), Wanted::Nothing, "what was typed goes first");
        browse.cursor = 3;
        browse.update(&Action::Mark);
        let both = vec![PathBuf::from("/a/Ảnh.jpg"), PathBuf::from("/a/bc 1.docx")];
        browse.cursor = 3;
        assert_eq!(browse.update(&Action::Open), Wanted::Take(both));
        assert_eq!(browse.update(&Action::Back), Wanted::Leave);
    }
}
