//! One line of text, edited by grapheme.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::{Input as Buffer, InputRequest};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::action::InputEvent;
use super::look::Look;

/// A text field of one line. Its text is always NFC and free of control characters.
#[derive(Clone, Debug, Default)]
pub struct Input {
    buffer: Buffer,
    before: Vec<String>,
    after: Vec<String>,
}

/// Changes kept for undo.
const KEPT: usize = 100;

impl Input {
    /// A field holding `text`, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { buffer: Buffer::new(clean(text)), before: Vec::new(), after: Vec::new() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.buffer.value()
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts another text in, the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.keep();
        self.buffer = Buffer::new(clean(text));
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
            InputEvent::Insert(text) | InputEvent::Paste(text) => return self.insert(text),
            InputEvent::Undo => return self.swap(true),
            InputEvent::Redo => return self.swap(false),
            _ => {}
        }
        let Some(request) = request(event) else {
            return false;
        };
        let deletes = matches!(event, InputEvent::Backspace | InputEvent::Delete | InputEvent::DeleteWord);
        if deletes {
            self.keep();
        }
        let changed = self.buffer.handle(request).is_some_and(|changed| changed.value);
        if deletes && !changed {
            self.before.pop();
        }
        changed
    }

    fn insert(&mut self, text: &str) -> bool {
        let text = clean(text);
        if text.is_empty() {
            return false;
        }
        self.keep();
        let at = self.buffer.cursor();
        let head: String = self.text().chars().take(at).collect();
        let tail: String = self.text().chars().skip(at).collect();
        // A combining mark typed after its letter joins it: the whole is composed anew and the cursor stands after it.
        let head: String = format!("{head}{text}").nfc().collect();
        let at = head.chars().count();
        self.buffer = Buffer::new(head + &tail).with_cursor(at);
        true
    }

    fn keep(&mut self) {
        if self.before.len() == KEPT {
            self.before.remove(0);
        }
        self.before.push(self.text().to_owned());
        self.after.clear();
    }

    fn swap(&mut self, back: bool) -> bool {
        let text = if back { self.before.pop() } else { self.after.pop() };
        let Some(text) = text else { return false };
        let now = self.text().to_owned();
        if back {
            self.after.push(now);
        } else {
            self.before.push(now);
        }
        self.buffer = Buffer::new(text);
        true
    }

    /// Draws the field with what stands before it, and puts the terminal's cursor at the insertion point when `focused`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, label: &str, look: &Look, focused: bool) {
        if area.is_empty() {
            return;
        }
        let label_width = label.width().min(usize::from(area.width));
        let room = usize::from(area.width) - label_width;
        let (shown, column) = self.window(room);
        let line = Line::from(vec![Span::styled(label, look.dim), Span::raw(shown)]);
        frame.render_widget(line, area);
        if focused {
            let x = area.x + (label_width + column).min(usize::from(area.width) - 1) as u16;
            frame.set_cursor_position(Position::new(x, area.y));
        }
    }

    /// The part of the text that fits `width` cells with the cursor in sight, and the cursor's column in it.
    fn window(&self, width: usize) -> (&str, usize) {
        let text = self.text();
        let cursor = text.char_indices().nth(self.buffer.cursor()).map_or(text.len(), |(at, _)| at);
        let mut start = 0;
        let mut column = text[..cursor].width();
        for grapheme in text[..cursor].graphemes(true) {
            if column < width.max(1) {
                break;
            }
            column -= grapheme.width();
            start += grapheme.len();
        }
        (&text[start..], column)
    }
}

fn request(event: &InputEvent) -> Option<InputRequest> {
    Some(match event {
        InputEvent::Backspace => InputRequest::DeletePrevChar,
        InputEvent::Delete => InputRequest::DeleteNextChar,
        InputEvent::DeleteWord => InputRequest::DeletePrevWord,
        InputEvent::Left => InputRequest::GoToPrevChar,
        InputEvent::Right => InputRequest::GoToNextChar,
        InputEvent::WordLeft => InputRequest::GoToPrevWord,
        InputEvent::WordRight => InputRequest::GoToNextWord,
        InputEvent::Home => InputRequest::GoToStart,
        InputEvent::End => InputRequest::GoToEnd,
        _ => return None,
    })
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
        assert_eq!(input.buffer.cursor(), 1);
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
}
