//! Text of many lines: wrapped between words, edited by letter as a person sees it, with selection, find, and undo by word.
//!
//! Our own over plain lines: the library sends a comma to the next line, takes 8 ms a key in a text of 160 KB, keeps one undo
//! step a key and knows no pastes.
//!
//! # How a room uses it
//!
//! Every [`InputEvent`] goes to [`Editor::apply`]. After it, what [`Editor::take_copied`] gives goes to
//! [`Effect::Copy`](super::Effect::Copy). [`Action::Back`](super::Action::Back) goes to [`Editor::escape`] first: it closes the
//! search or ends the selection, and says whether it did. [`Action::OwnEditor`](super::Action::OwnEditor) is answered with
//! [`Effect::OwnEditor`](super::Effect::OwnEditor) and the text; what comes back is an [`InputEvent::Replace`].

pub(super) mod buffer;
mod draw;
mod find;
pub(super) mod history;
mod layout;
mod search;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::time::{Duration, Instant};

use buffer::Buffer;
pub use buffer::Pos;
use history::History;
use layout::Layout;
use search::Search;

use super::action::{InputEvent, Motion};
use super::wrap;

/// A text of many lines. Its text is always NFC and free of control characters but line ends.
pub struct Editor {
    buffer: Buffer,
    cursor: Pos,
    /// The other end of the selection.
    anchor: Option<Pos>,
    /// Moving selects, for terminals that do not send Shift with the arrows.
    selecting: bool,
    /// The column that moving up and down keeps to.
    column: Option<usize>,
    history: History,
    /// When and where typing last changed the text: what follows at once belongs to the same undo step.
    typing: Option<(Instant, Pos)>,
    saved: String,
    copied: Option<String>,
    search: Option<Search>,
    /// What was looked for last.
    sought: String,
    read_only: bool,
    /// Counts the changes.
    version: u64,
    /// A cache of what drawing measured: the window belongs to whoever draws.
    layout: RefCell<Layout>,
}

/// A pause that ends an undo step.
const PAUSE: Duration = Duration::from_millis(1500);

impl Default for Editor {
    fn default() -> Self {
        Self::new("")
    }
}

impl std::fmt::Debug for Editor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Editor").field("lines", &self.buffer.rows()).finish_non_exhaustive()
    }
}

impl Editor {
    /// An editor holding `text`, the cursor at its start.
    pub fn new(text: &str) -> Self {
        let text = clean(text);
        let buffer = Buffer::new(&text);
        let layout = RefCell::new(Layout::new(buffer.rows()));
        Self {
            buffer,
            cursor: Pos::default(),
            anchor: None,
            selecting: false,
            column: None,
            history: History::default(),
            typing: None,
            saved: text,
            copied: None,
            search: None,
            sought: String::new(),
            read_only: false,
            version: 0,
            layout,
        }
    }

    /// The same text to be read, searched and copied only.
    #[must_use]
    pub fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.buffer.text()
    }

    /// A line of the text, from 0.
    pub fn line(&self, row: usize) -> &str {
        self.buffer.line(row)
    }

    /// The lines of the text, for whoever looks at it often: nothing is copied.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        (0..self.buffer.rows()).map(|row| self.buffer.line(row))
    }

    /// Lines of the screen the text takes in so many columns; counted up to `most` only.
    pub fn rows(&self, width: usize, most: u16) -> u16 {
        let most = usize::from(most);
        let mut rows = 0;
        for line in self.lines().take(most) {
            rows += wrap::lines(line, width, most - rows).len();
            if rows == most {
                break;
            }
        }
        rows as u16
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// A number that is another after every change, for what is derived from the text.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// True when the text is not the one it was opened with or last saved with.
    pub fn is_dirty(&self) -> bool {
        !self.buffer.is(&self.saved)
    }

    /// The text was saved.
    pub fn mark_saved(&mut self) {
        self.saved = self.text();
    }

    /// The line of the cursor, from 0, and the byte in it.
    pub fn cursor(&self) -> (usize, usize) {
        (self.cursor.row, self.cursor.byte)
    }

    /// Puts the cursor into a line, from 0, before the letter that begins at `byte` or holds it.
    pub fn set_cursor(&mut self, row: usize, byte: usize) {
        self.cursor = self.buffer.place(Pos { row, byte });
        self.anchor = None;
        self.column = None;
        self.typing = None;
    }

    /// The selected text.
    pub fn selected(&self) -> Option<String> {
        self.selection().map(|(from, to)| self.buffer.slice(from, to))
    }

    /// What was copied or cut since it was asked last, for the clipboard.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// Closes the search, or ends the selection; false when there is neither, and Esc means what it means in the room.
    pub fn escape(&mut self) -> bool {
        if self.search.is_some() {
            self.close_search();
            return true;
        }
        let selected = std::mem::take(&mut self.selecting) | self.anchor.take().is_some();
        self.typing = None;
        selected
    }

    /// Inserts text at the cursor, in place of the selection, as one undo step.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() || self.read_only {
            return false;
        }
        let (from, to) = self.selection().unwrap_or((self.cursor, self.cursor));
        self.change(from, to, &text, false);
        true
    }

    /// Puts another text in place of the whole, as one undo step; what is the same at both ends stays untouched.
    pub fn replace(&mut self, text: &str) -> bool {
        let text = clean(text);
        if self.read_only || self.buffer.is(&text) {
            return false;
        }
        let before = self.text();
        let same = common(before.chars(), text.chars());
        let rest = common(before[same..].chars().rev(), text[same..].chars().rev());
        let place = |byte: usize| {
            let head = &before[..byte];
            let row = head.bytes().filter(|byte| *byte == b'\n').count();
            Pos { row, byte: byte - head.rfind('\n').map_or(0, |at| at + 1) }
        };
        let (from, to) = (place(same), place(before.len() - rest));
        self.change(from, to, &text[same..text.len() - rest], false);
        true
    }

    /// Applies an event; true when the text changed.
    pub fn apply(&mut self, event: &InputEvent) -> bool {
        if self.search.is_some() && self.searched(event) {
            return false;
        }
        if let Some(motion) = motion(event) {
            self.go(motion, self.selecting);
            return false;
        }
        match event {
            InputEvent::Extend(motion) => self.go(*motion, true),
            InputEvent::SelectAll => {
                self.anchor = Some(Pos::default());
                self.cursor = self.buffer.end();
            }
            InputEvent::BeginSelection => {
                self.selecting = !self.selecting;
                self.anchor = self.selecting.then_some(self.cursor);
            }
            InputEvent::Copy => self.copied = self.selected().or(self.copied.take()),
            InputEvent::Find => self.open_search(),
            InputEvent::FindNext => self.find_next(),
            _ if self.read_only => {}
            _ => return self.edit(event),
        }
        false
    }

    fn edit(&mut self, event: &InputEvent) -> bool {
        match event {
            InputEvent::Insert(text) => self.typed(text),
            InputEvent::Paste(text) => self.insert(text),
            InputEvent::Newline => self.insert("\n"),
            InputEvent::Replace(text) => self.replace(text),
            InputEvent::Undo => self.swap(true),
            InputEvent::Redo => self.swap(false),
            InputEvent::Cut => {
                self.copied = self.selected().or(self.copied.take());
                self.delete_selection()
            }
            InputEvent::Backspace => self.delete_selection() || self.backspace(),
            InputEvent::Delete => {
                let next = self.buffer.after(self.cursor);
                self.delete_selection() || self.delete(self.cursor, next, false)
            }
            InputEvent::DeleteWord => {
                let begin = self.buffer.word_before(self.cursor);
                self.delete_selection() || self.delete(begin, self.cursor, false)
            }
            _ => false,
        }
    }

    fn typed(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() {
            return false;
        }
        if let Some((from, to)) = self.selection() {
            self.change(from, to, &text, false);
        } else {
            // A new step begins after a pause, after the cursor went elsewhere, and at the first letter of a word.
            let head = &self.buffer.line(self.cursor.row)[..self.cursor.byte];
            let word_begins = !text.starts_with(char::is_whitespace) && head.ends_with(char::is_whitespace);
            let joins = !word_begins && self.still_typing();
            self.change(self.cursor, self.cursor, &text, joins);
        }
        self.typing = Some((Instant::now(), self.cursor));
        true
    }

    fn backspace(&mut self) -> bool {
        // The Backspaces of a keyboard driver belong to the word being typed, as far as that word goes.
        let before = self.buffer.before(self.cursor);
        let joins = self.still_typing() && self.history.step_begin().is_some_and(|begin| begin <= before);
        let changed = self.delete(before, self.cursor, joins);
        self.typing = changed.then(|| (Instant::now(), self.cursor));
        changed
    }

    fn still_typing(&self) -> bool {
        self.typing.is_some_and(|(when, cursor)| when.elapsed() < PAUSE && cursor == self.cursor)
    }

    fn delete_selection(&mut self) -> bool {
        self.selection().is_some_and(|(from, to)| self.delete(from, to, false))
    }

    fn delete(&mut self, from: Pos, to: Pos, joins: bool) -> bool {
        if from == to {
            return false;
        }
        self.change(from, to, "", joins);
        true
    }

    fn change(&mut self, from: Pos, to: Pos, text: &str, joins: bool) {
        let before = self.cursor;
        let (edit, cursor) = self.buffer.replace(from, to, text);
        self.layout.get_mut().replaced(&self.buffer, edit.from, &edit.removed, &edit.inserted);
        self.history.push(edit, before, cursor, joins);
        self.moved_by_change(cursor);
    }

    fn swap(&mut self, back: bool) -> bool {
        let step = if back { self.history.back() } else { self.history.again() };
        let Some(step) = step.cloned() else { return false };
        if back {
            for edit in step.edits.iter().rev() {
                self.buffer.undo(edit);
                self.layout.get_mut().replaced(&self.buffer, edit.from, &edit.inserted, &edit.removed);
            }
        } else {
            for edit in &step.edits {
                self.buffer.redo(edit);
                self.layout.get_mut().replaced(&self.buffer, edit.from, &edit.removed, &edit.inserted);
            }
        }
        self.moved_by_change(if back { step.before } else { step.after });
        true
    }

    fn moved_by_change(&mut self, cursor: Pos) {
        self.cursor = cursor;
        self.anchor = None;
        self.selecting = false;
        self.column = None;
        self.typing = None;
        self.version += 1;
    }

    /// Begin and end of the selection.
    fn selection(&self) -> Option<(Pos, Pos)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some((anchor.min(self.cursor), anchor.max(self.cursor)))
    }

    fn go(&mut self, motion: Motion, select: bool) {
        self.typing = None;
        if select {
            self.anchor.get_or_insert(self.cursor);
        } else {
            let selection = self.selection();
            self.anchor = None;
            // As everywhere: left and right leave a selection at its ends.
            match (motion, selection) {
                (Motion::Left, Some((from, _))) => return self.leave_selection(from),
                (Motion::Right, Some((_, to))) => return self.leave_selection(to),
                _ => {}
            }
        }
        let column = self.column.take();
        self.cursor = match motion {
            Motion::Left => self.buffer.before(self.cursor),
            Motion::Right => self.buffer.after(self.cursor),
            Motion::WordLeft => self.buffer.word_before(self.cursor),
            Motion::WordRight => self.buffer.word_after(self.cursor),
            Motion::ParagraphUp => self.buffer.paragraph_before(self.cursor),
            Motion::ParagraphDown => self.buffer.paragraph_after(self.cursor),
            Motion::Top => Pos::default(),
            Motion::Bottom => self.buffer.end(),
            Motion::Home => self.line_begin(),
            Motion::End => self.line_end(),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => self.vertically(motion, column),
        };
    }

    fn leave_selection(&mut self, to: Pos) {
        self.column = None;
        self.cursor = to;
    }

    fn vertically(&mut self, motion: Motion, column: Option<usize>) -> Pos {
        let layout = self.layout.get_mut();
        let page = layout.height.saturating_sub(1).max(1) as isize;
        let by = match motion {
            Motion::Up => -1,
            Motion::Down => 1,
            Motion::PageUp => -page,
            _ => page,
        };
        let (here, at) = layout.find(&self.buffer, self.cursor);
        let there = layout.step(&self.buffer, here, by);
        if by.abs() > 1 {
            layout.top = layout.step(&self.buffer, layout.top, by);
        }
        // At the first and last line to its very begin and end.
        if there == here {
            return if by < 0 { Pos::default() } else { self.buffer.end() };
        }
        let column = column.unwrap_or(at);
        self.column = Some(column);
        layout.at_column(&self.buffer, there, column)
    }

    /// The begin of the line on the screen; from there, of the paragraph.
    fn line_begin(&mut self) -> Pos {
        let layout = self.layout.get_mut();
        let (piece, _) = layout.find(&self.buffer, self.cursor);
        let (from, _) = layout.bounds(&self.buffer, piece);
        Pos { byte: if from == self.cursor.byte { 0 } else { from }, ..self.cursor }
    }

    /// The end of the line on the screen; from there, of the paragraph.
    fn line_end(&mut self) -> Pos {
        let layout = self.layout.get_mut();
        let (piece, _) = layout.find(&self.buffer, self.cursor);
        let end = layout.at_column(&self.buffer, piece, usize::MAX);
        if end == self.cursor { Pos { byte: self.buffer.line(end.row).len(), ..end } } else { end }
    }
}

fn motion(event: &InputEvent) -> Option<Motion> {
    Some(match event {
        InputEvent::Left => Motion::Left,
        InputEvent::Right => Motion::Right,
        InputEvent::Up => Motion::Up,
        InputEvent::Down => Motion::Down,
        InputEvent::WordLeft => Motion::WordLeft,
        InputEvent::WordRight => Motion::WordRight,
        InputEvent::ParagraphUp => Motion::ParagraphUp,
        InputEvent::ParagraphDown => Motion::ParagraphDown,
        InputEvent::Home => Motion::Home,
        InputEvent::End => Motion::End,
        InputEvent::Top => Motion::Top,
        InputEvent::Bottom => Motion::Bottom,
        InputEvent::PageUp => Motion::PageUp,
        InputEvent::PageDown => Motion::PageDown,
        _ => return None,
    })
}

/// Bytes of the letters two texts begin with alike.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum()
}

fn clean(text: &str) -> String {
    let text = crate::text::clean_text(text).text;
    if text.contains('\t') { text.replace('\t', " ") } else { text }
}
