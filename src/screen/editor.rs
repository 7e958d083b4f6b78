//! Text of many lines, over `ratatui-textarea`: our keys, soft wrap, normalised text, undo by word.
//!
//! The library keeps one undo step a character, counts characters and knows no pastes; so the editor keeps its own undo
//! (whole words, a driver's corrections with them), moves and deletes by grapheme, and normalises what enters.

use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui_textarea::{CursorMove, DataCursor, Scrolling, TextArea, WrapMode};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::action::InputEvent;
use super::look::Look;

/// A text of many lines. Its text is always NFC and free of control characters but line ends and tabs.
pub struct Editor {
    area: TextArea<'static>,
    before: Vec<Snapshot>,
    after: Vec<Snapshot>,
    /// When and where typing last changed the text: what follows at once belongs to the same undo step.
    typing: Option<(Instant, DataCursor)>,
    saved: Vec<String>,
}

#[derive(Clone)]
struct Snapshot {
    lines: Vec<String>,
    cursor: DataCursor,
}

/// Undo steps kept.
const KEPT: usize = 200;
/// A pause that ends an undo step.
const PAUSE: Duration = Duration::from_millis(1500);

impl Default for Editor {
    fn default() -> Self {
        Self::new("")
    }
}

impl std::fmt::Debug for Editor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Editor").field("lines", &self.area.lines().len()).finish_non_exhaustive()
    }
}

impl Editor {
    /// An editor holding `text`, the cursor at its start.
    pub fn new(text: &str) -> Self {
        let lines = lines(text);
        Self { area: area(lines.clone()), before: Vec::new(), after: Vec::new(), typing: None, saved: lines }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// True when the text is not the one it was opened with or last saved with.
    pub fn is_dirty(&self) -> bool {
        self.area.lines() != self.saved.as_slice()
    }

    /// The text was saved.
    pub fn mark_saved(&mut self) {
        self.saved = self.area.lines().to_vec();
    }

    /// The line of the cursor, from 0, and the byte in it.
    pub fn cursor(&self) -> (usize, usize) {
        let DataCursor(row, column) = self.area.cursor();
        let line = self.line(row);
        (row, byte_of(line, column))
    }

    fn line(&self, row: usize) -> &str {
        self.area.lines().get(row).map_or("", String::as_str)
    }

    /// Puts the cursor into a line, from 0, before the character that begins at `byte`.
    pub fn set_cursor(&mut self, row: usize, byte: usize) {
        let row = row.min(self.area.lines().len().saturating_sub(1));
        let column = self.line(row).char_indices().take_while(|(at, _)| *at < byte).count();
        self.jump(row, column);
    }

    /// Inserts text at the cursor as one undo step.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() {
            return false;
        }
        self.keep();
        self.typing = None;
        self.area.insert_str(text);
        self.compose();
        true
    }

    /// Applies an event; true when the text changed.
    pub fn apply(&mut self, event: &InputEvent) -> bool {
        match event {
            InputEvent::Insert(text) => self.typed(text),
            InputEvent::Paste(text) => self.insert(text),
            InputEvent::Newline => self.change(|area| {
                area.insert_newline();
                true
            }),
            InputEvent::Backspace => self.delete_grapheme(true),
            InputEvent::Delete => self.delete_grapheme(false),
            InputEvent::DeleteWord => self.change(TextArea::delete_word),
            InputEvent::Undo => self.swap(true),
            InputEvent::Redo => self.swap(false),
            _ => {
                self.go(event);
                false
            }
        }
    }

    fn typed(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() {
            return false;
        }
        // A new step begins after a pause, after the cursor went elsewhere, and at the first letter of a word.
        let word_begins =
            !text.starts_with(char::is_whitespace) && self.before_cursor().ends_with(char::is_whitespace);
        if word_begins || !self.still_typing() {
            self.keep();
        }
        self.area.insert_str(text);
        self.compose();
        self.typing = Some((Instant::now(), self.area.cursor()));
        true
    }

    fn still_typing(&self) -> bool {
        self.typing.is_some_and(|(when, cursor)| when.elapsed() < PAUSE && cursor == self.area.cursor())
    }

    fn before_cursor(&self) -> &str {
        let (row, byte) = self.cursor();
        &self.line(row)[..byte]
    }

    fn delete_grapheme(&mut self, back: bool) -> bool {
        let (row, byte) = self.cursor();
        let line = self.line(row);
        let count =
            if back { line[..byte].graphemes(true).next_back() } else { line[byte..].graphemes(true).next() }
                .map_or(1, |grapheme| grapheme.chars().count());
        // The Backspaces of a keyboard driver belong to the word being typed.
        let going_on = back && self.still_typing();
        if !going_on {
            self.keep();
        }
        let mut changed = false;
        for _ in 0..count {
            changed |= if back { self.area.delete_char() } else { self.area.delete_next_char() };
        }
        if !changed && !going_on {
            self.before.pop();
        }
        self.typing = (back && changed).then(|| (Instant::now(), self.area.cursor()));
        changed
    }

    fn change(&mut self, change: impl FnOnce(&mut TextArea<'static>) -> bool) -> bool {
        self.keep();
        self.typing = None;
        let changed = change(&mut self.area);
        if !changed {
            self.before.pop();
        }
        changed
    }

    /// A combining mark that was typed after its letter joins it.
    fn compose(&mut self) {
        let DataCursor(row, column) = self.area.cursor();
        let line = self.line(row);
        if unicode_normalization::is_nfc(line) {
            return;
        }
        let before: String = line.chars().take(column).nfc().collect();
        let column = before.chars().count();
        let mut all = self.area.lines().to_vec();
        all[row] = line.nfc().collect();
        self.put(all, DataCursor(row, column));
    }

    fn keep(&mut self) {
        if self.before.len() == KEPT {
            self.before.remove(0);
        }
        self.before.push(self.snapshot());
        self.after.clear();
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { lines: self.area.lines().to_vec(), cursor: self.area.cursor() }
    }

    fn swap(&mut self, back: bool) -> bool {
        let other = if back { self.before.pop() } else { self.after.pop() };
        let Some(other) = other else { return false };
        let now = self.snapshot();
        if back {
            self.after.push(now);
        } else {
            self.before.push(now);
        }
        self.typing = None;
        self.put(other.lines, other.cursor);
        true
    }

    fn put(&mut self, lines: Vec<String>, cursor: DataCursor) {
        self.area = area(lines);
        self.jump(cursor.0, cursor.1);
    }

    fn jump(&mut self, row: usize, column: usize) {
        let cell = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(cell(row), cell(column)));
    }

    fn go(&mut self, event: &InputEvent) {
        self.typing = None;
        let to = match event {
            InputEvent::Left => CursorMove::Back,
            InputEvent::Right => CursorMove::Forward,
            InputEvent::Up => CursorMove::Up,
            InputEvent::Down => CursorMove::Down,
            InputEvent::WordLeft => CursorMove::WordBack,
            InputEvent::WordRight => CursorMove::WordForward,
            InputEvent::Home => CursorMove::Head,
            InputEvent::End => CursorMove::End,
            InputEvent::Top => CursorMove::Top,
            InputEvent::Bottom => CursorMove::Bottom,
            InputEvent::PageUp => return self.area.scroll(Scrolling::PageUp),
            InputEvent::PageDown => return self.area.scroll(Scrolling::PageDown),
            _ => return,
        };
        self.area.move_cursor(to);
    }

    /// Draws the text, and puts the terminal's cursor at the insertion point when `focused`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, _look: &Look, focused: bool) {
        if area.is_empty() {
            return;
        }
        frame.render_widget(&self.area, area);
        if focused {
            let at = self.area.screen_cursor();
            let (top, _) = self.area.scroll_offset();
            let x = area.x + (at.col as u16).min(area.width - 1);
            let y = area.y + (at.row as u16).saturating_sub(top).min(area.height - 1);
            frame.set_cursor_position(Position::new(x, y));
        }
    }
}

fn area(lines: Vec<String>) -> TextArea<'static> {
    let mut area = TextArea::new(lines);
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_max_histories(0);
    // The terminal's own cursor shows the insertion point: input methods put their window there.
    area.set_cursor_style(ratatui::style::Style::new());
    area.set_cursor_line_style(ratatui::style::Style::new());
    area
}

fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

fn clean(text: &str) -> String {
    crate::text::clean_text(text).text.replace('\t', " ")
}

fn lines(text: &str) -> Vec<String> {
    clean(text).split('\n').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::super::look::Wish;
    use super::*;

    fn insert(text: &str) -> InputEvent {
        InputEvent::Insert(text.to_owned())
    }

    fn typed(events: &[InputEvent]) -> Editor {
        let mut editor = Editor::default();
        for event in events {
            editor.apply(event);
        }
        editor
    }

    #[test]
    fn a_corrected_syllable_ends_as_it_was_meant_and_is_one_undo_step() {
        use InputEvent::{Backspace, Undo};
        let mut editor = typed(&[
            insert("Đường "),
            insert("vie"),
            Backspace,
            insert("ê"),
            insert("t"),
            Backspace,
            Backspace,
            insert("ệt"),
        ]);
        assert_eq!(editor.text(), "Đường việt");
        editor.apply(&Undo);
        assert_eq!(editor.text(), "Đường ");
        editor.apply(&InputEvent::Redo);
        assert_eq!(editor.text(), "Đường việt");
    }

    #[test]
    fn pastes_keep_their_lines_and_lose_their_control_characters() {
        let editor = typed(&[InputEvent::Paste("một\r\nhai\u{1b}[31m\rba".to_owned())]);
        assert_eq!(editor.text(), "một\nhai\nba");
    }

    #[test]
    fn marks_join_their_letter_and_backspace_takes_both() {
        let mut editor = typed(&[insert("nu"), insert("\u{31b}"), insert("\u{301}")]);
        assert_eq!(editor.text(), "nứ");
        editor.apply(&InputEvent::Backspace);
        assert_eq!(editor.text(), "n");
    }

    #[test]
    fn long_lines_wrap_and_the_cursor_stands_where_the_next_letter_goes() {
        let mut terminal = Terminal::new(TestBackend::new(12, 4)).unwrap();
        let look = Look::new(Wish::default());
        let mut editor = Editor::new("");
        terminal.draw(|frame| editor.draw(frame, frame.area(), &look, true)).unwrap();
        editor.apply(&insert("Nhân dân băn khoăn"));
        terminal.draw(|frame| editor.draw(frame, frame.area(), &look, true)).unwrap();
        terminal.backend().assert_buffer_lines([
            "Nhân dân băn",
            " khoăn      ",
            "            ",
            "            ",
        ]);
        terminal.backend_mut().assert_cursor_position((6, 1));
    }

    #[test]
    fn a_text_is_dirty_until_it_is_saved() {
        let mut editor = Editor::new("một");
        assert!(!editor.is_dirty());
        editor.apply(&InputEvent::End);
        editor.apply(&insert(" hai"));
        assert!(editor.is_dirty());
        editor.mark_saved();
        assert!(!editor.is_dirty());
    }

    #[test]
    fn the_cursor_is_told_in_bytes_of_its_line() {
        let mut editor = Editor::new("đất\nnước");
        editor.set_cursor(1, "nư".len());
        assert_eq!(editor.cursor(), (1, "nư".len()));
        editor.insert("!");
        assert_eq!(editor.text(), "đất\nnư!ớc");
    }
}
