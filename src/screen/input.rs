//! One line of text, edited by grapheme.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::action::{InputEvent, Motion};
use super::editor::buffer::{Buffer, Pos};
use super::editor::history::History;
use super::look::Look;

/// A text field of one line. Its text is always NFC and free of control characters.
#[derive(Clone, Debug)]
pub struct Input {
    buffer: Buffer,
    cursor: Pos,
    /// The other end of the selection: some drivers select with Shift-Left what they write over.
    anchor: Option<Pos>,
    history: History,
    /// Where typing left the cursor: a word with its driver's corrections is one undo step.
    typing: Option<Pos>,
}

impl Default for Input {
    fn default() -> Self {
        Self::new("")
    }
}

impl Input {
    /// A field holding `text`, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let buffer = Buffer::new(&clean(text));
        let cursor = buffer.end();
        Self { buffer, cursor, anchor: None, history: History::default(), typing: None }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.buffer.line(0)
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts another text in, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.change(Pos::default(), self.buffer.end(), &clean(text), false);
    }

    /// Selects the whole text: what is typed takes its place, a move keeps it.
    pub fn select_all(&mut self) {
        self.go(&InputEvent::SelectAll);
    }

    /// Selects some characters: what is typed takes their place, a move keeps them.
    pub fn select(&mut self, span: Range<usize>) {
        let byte = |at: usize| self.text().char_indices().nth(at).map_or(self.text().len(), |(byte, _)| byte);
        let (from, to) = (byte(span.start), byte(span.end));
        self.anchor = Some(Pos { row: 0, byte: from });
        self.cursor = Pos { row: 0, byte: to };
        self.typing = None;
    }

    /// Takes the text out and leaves the field empty.
    pub fn take(&mut self) -> String {
        let text = self.text().to_owned();
        *self = Self::default();
        text
    }

    /// Applies an event; true when the text changed.
    pub fn apply(&mut self, event: &InputEvent) -> bool {
        match event {
            InputEvent::Insert(text) => self.typed(&clean(text)),
            InputEvent::Paste(text) => self.insert(&clean(text), false),
            InputEvent::Replace(text) => {
                self.set(&clean(text));
                true
            }
            InputEvent::Undo => self.swap(true),
            InputEvent::Redo => self.swap(false),
            InputEvent::Backspace => {
                let before = self.buffer.before(self.cursor);
                let joins = self.typing == Some(self.cursor)
                    && self.history.step_begin().is_some_and(|begin| begin <= before);
                let changed = self.delete(before, self.cursor, joins);
                self.typing = changed.then_some(self.cursor);
                changed
            }
            InputEvent::Delete => self.delete(self.cursor, self.buffer.after(self.cursor), false),
            InputEvent::DeleteWord => self.delete(self.buffer.word_before(self.cursor), self.cursor, false),
            event => {
                self.go(event);
                false
            }
        }
    }

    fn typed(&mut self, text: &str) -> bool {
        let blank_before = self.text()[..self.cursor.byte].ends_with(char::is_whitespace);
        let word_begins = (blank_before || text.starts_with(' ')) && !text.trim_start().is_empty();
        let joins = !word_begins && self.typing == Some(self.cursor);
        let changed = self.insert(text, joins);
        self.typing = changed.then_some(self.cursor);
        changed
    }

    fn insert(&mut self, text: &str, joins: bool) -> bool {
        if text.is_empty() {
            return false;
        }
        let selection = self.selection();
        let (from, to) = selection.unwrap_or((self.cursor, self.cursor));
        self.change(from, to, text, joins && selection.is_none());
        true
    }

    /// Deletes the selection, when there is one, else from here to there.
    fn delete(&mut self, from: Pos, to: Pos, joins: bool) -> bool {
        let selection = self.selection();
        let (from, to) = selection.unwrap_or((from, to));
        if from == to {
            return false;
        }
        self.change(from, to, "", joins && selection.is_none());
        true
    }

    /// What is selected.
    pub fn selected(&self) -> Option<&str> {
        let (from, to) = self.selection()?;
        self.text().get(from.byte..to.byte)
    }

    fn selection(&self) -> Option<(Pos, Pos)> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some((anchor.min(self.cursor), anchor.max(self.cursor)))
    }

    fn change(&mut self, from: Pos, to: Pos, text: &str, joins: bool) {
        let before = self.cursor;
        let (edit, cursor) = self.buffer.replace(from, to, text);
        self.history.push(edit, before, cursor, joins);
        self.cursor = cursor;
        self.anchor = None;
        self.typing = None;
    }

    fn swap(&mut self, back: bool) -> bool {
        let step = if back { self.history.back() } else { self.history.again() };
        let Some(step) = step.cloned() else { return false };
        if back {
            step.edits.iter().rev().for_each(|edit| self.buffer.undo(edit));
        } else {
            step.edits.iter().for_each(|edit| self.buffer.redo(edit));
        }
        self.cursor = if back { step.before } else { step.after };
        self.anchor = None;
        self.typing = None;
        true
    }

    fn go(&mut self, event: &InputEvent) {
        let (motion, select) = match event {
            InputEvent::Extend(motion) => (*motion, true),
            InputEvent::Left => (Motion::Left, false),
            InputEvent::Right => (Motion::Right, false),
            InputEvent::WordLeft => (Motion::WordLeft, false),
            InputEvent::WordRight => (Motion::WordRight, false),
            InputEvent::Home => (Motion::Home, false),
            InputEvent::End => (Motion::End, false),
            InputEvent::SelectAll => {
                self.anchor = Some(Pos::default());
                self.cursor = self.buffer.end();
                return;
            }
            _ => return,
        };
        self.anchor = if select { self.anchor.or(Some(self.cursor)) } else { None };
        self.typing = None;
        self.cursor = match motion {
            Motion::Left => self.buffer.before(self.cursor),
            Motion::Right => self.buffer.after(self.cursor),
            Motion::WordLeft => self.buffer.word_before(self.cursor),
            Motion::WordRight => self.buffer.word_after(self.cursor),
            Motion::Home | Motion::Top | Motion::ParagraphUp => Pos::default(),
            Motion::End | Motion::Bottom | Motion::ParagraphDown => self.buffer.end(),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => self.cursor,
        };
    }

    /// Draws the field with what stands before it, and puts the terminal's cursor at the insertion point when `focused`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, label: &str, look: &Look, focused: bool) {
        if area.is_empty() {
            return;
        }
        let label_width = label.width().min(usize::from(area.width));
        let room = usize::from(area.width) - label_width;
        let (start, column) = self.window(room);
        let mut spans = vec![Span::styled(label, look.dim)];
        match self.selection() {
            Some((from, to)) if to.byte > start => {
                let from = from.byte.max(start);
                spans.push(Span::raw(&self.text()[start..from]));
                let selected = Style::new().add_modifier(Modifier::REVERSED);
                spans.push(Span::styled(&self.text()[from..to.byte], selected));
                spans.push(Span::raw(&self.text()[to.byte..]));
            }
            _ => spans.push(Span::raw(&self.text()[start..])),
        }
        frame.render_widget(Line::from(spans), area);
        if focused {
            let x = area.x + (label_width + column).min(usize::from(area.width) - 1) as u16;
            frame.set_cursor_position(Position::new(x, area.y));
        }
    }

    /// The field with a sign for every letter, for what nobody is to read.
    #[must_use]
    pub fn masked(&self, sign: &str) -> Self {
        let mut masked = Self::new(&sign.repeat(self.text().graphemes(true).count()));
        masked.cursor.byte = sign.len() * self.text()[..self.cursor.byte].graphemes(true).count();
        masked
    }

    /// Draws the field with the keys; where the text is too long for it, a sign stands on the side where more of it is.
    pub fn draw_long(&self, frame: &mut Frame, area: Rect, look: &Look) {
        if self.text().width() < usize::from(area.width) {
            self.draw(frame, area, "", look, true);
            return;
        }
        let room = area.width.saturating_sub(1);
        let scrolled = self.window(usize::from(room)).0 > 0;
        self.draw(frame, Rect { x: area.x + u16::from(scrolled), width: room, ..area }, "", look, true);
        let x = if scrolled { area.x } else { area.x + room };
        let sign = Rect { x, width: 1, ..area }.intersection(area);
        frame.render_widget(Line::styled(look.ellipsis(), look.dim), sign);
    }

    /// Where the part of the text begins that fits `width` cells with the cursor in sight, and the cursor's column in it.
    fn window(&self, width: usize) -> (usize, usize) {
        let text = self.text();
        let cursor = self.cursor.byte;
        let mut start = 0;
        let mut column = text[..cursor].width();
        for grapheme in text[..cursor].graphemes(true) {
            if column < width.max(1) {
                break;
            }
            column -= grapheme.width();
            start += grapheme.len();
        }
        (start, column)
    }
}

/// One line of NFC text: line ends and tabs become blanks, control, direction and invisible characters go.
fn clean(text: &str) -> String {
    crate::text::clean_text(text).text.replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::super::look::Wish;
    use super::*;

    fn typed(events: &[InputEvent]) -> Input {
        let mut input = Input::default();
        for event in events {
            input.apply(event);
        }
        input
    }

    fn insert(text: &str) -> InputEvent {
        InputEvent::Insert(text.to_owned())
    }

    #[test]
    fn a_text_offered_again_is_written_over_or_gone_on_with() {
        let mut input = Input::new("le van duc");
        input.select_all();
        input.apply(&insert("n"));
        input.apply(&insert("th"));
        assert_eq!(input.text(), "nth");
        let mut input = Input::new("le van duc");
        input.select_all();
        input.apply(&InputEvent::End);
        input.apply(&insert(" h"));
        assert_eq!(input.text(), "le van duc h");
    }

    #[test]
    fn a_corrected_syllable_ends_as_it_was_meant() {
        use InputEvent::Backspace;
        let input =
            typed(&[insert("vie"), Backspace, insert("ê"), insert("t"), Backspace, Backspace, insert("ệt")]);
        assert_eq!(input.text(), "việt");
    }

    #[test]
    fn a_mark_typed_after_its_letter_joins_it() {
        let input = typed(&[insert("e"), insert("\u{302}"), insert("\u{301}")]);
        assert_eq!(input.text(), "ế");
        assert_eq!(input.cursor.byte, "ế".len());
    }

    #[test]
    fn backspace_takes_a_whole_letter() {
        let input = typed(&[insert("nước"), InputEvent::Backspace, InputEvent::Backspace]);
        assert_eq!(input.text(), "nư");
    }

    #[test]
    fn a_paste_becomes_one_line_without_control_characters() {
        let input = typed(&[InputEvent::Paste("Thôn 3\r\nmất\u{202e} nước\u{1b}".to_owned())]);
        assert_eq!(input.text(), "Thôn 3 mất nước");
    }

    #[test]
    fn undo_and_redo_are_the_fields_own() {
        let mut input = typed(&[insert("một"), insert(" hai"), InputEvent::Undo]);
        assert_eq!(input.text(), "một");
        input.apply(&InputEvent::Redo);
        assert_eq!(input.text(), "một hai");
        input.apply(&InputEvent::Undo);
        input.apply(&InputEvent::Undo);
        assert_eq!(input.text(), "");
        assert!(!input.apply(&InputEvent::Undo));
    }

    #[test]
    fn a_word_with_its_corrections_is_one_undo_step() {
        use InputEvent::{Backspace, Undo};
        let mut input = typed(&[
            insert("nt "),
            insert("vie"),
            Backspace,
            insert("êt"),
            Backspace,
            Backspace,
            insert("ệt"),
        ]);
        assert_eq!(input.text(), "nt việt");
        input.apply(&Undo);
        assert_eq!(input.text(), "nt ");
    }

    #[test]
    fn what_is_selected_is_written_over() {
        let select = InputEvent::Extend(Motion::Left);
        let mut input = typed(&[insert("viêt"), select.clone(), select, insert("ệt")]);
        assert_eq!(input.text(), "việt");
        input.apply(&InputEvent::Extend(Motion::Home));
        input.apply(&InputEvent::Backspace);
        assert_eq!(input.text(), "");
    }

    #[test]
    fn the_cursor_stands_at_the_insertion_point_and_stays_in_sight() {
        let mut terminal = Terminal::new(TestBackend::new(10, 1)).unwrap();
        let mut input = typed(&[insert("đất đai ở thôn")]);
        let look = Look::new(Wish::default());
        terminal.draw(|frame| input.draw(frame, frame.area(), "Tìm:", &look, true)).unwrap();
        terminal.backend_mut().assert_cursor_position((9, 0));
        terminal
            .backend()
            .assert_buffer_lines([Line::from(vec![Span::styled("Tìm:", look.dim), Span::raw(" thôn ")])]);
        input.apply(&InputEvent::Home);
        input.apply(&InputEvent::Right);
        terminal.draw(|frame| input.draw(frame, frame.area(), "Tìm:", &look, true)).unwrap();
        terminal.backend_mut().assert_cursor_position((5, 0));
    }

    #[test]
    fn a_long_text_shows_on_which_side_more_of_it_is() {
        let mut terminal = Terminal::new(TestBackend::new(8, 1)).unwrap();
        let mut input = typed(&[insert("đất đai ở thôn")]);
        let look = Look::new(Wish::default());
        let sign = || Span::styled("…", look.dim);
        terminal.draw(|frame| input.draw_long(frame, frame.area(), &look)).unwrap();
        let lines = [Line::from(vec![sign(), Span::raw("ở thôn ")])];
        terminal.backend().assert_buffer_lines(lines);
        input.apply(&InputEvent::Home);
        terminal.draw(|frame| input.draw_long(frame, frame.area(), &look)).unwrap();
        terminal.backend().assert_buffer_lines([Line::from(vec![Span::raw("đất đai"), sign()])]);
        terminal.backend_mut().assert_cursor_position((0, 0));
    }
}
