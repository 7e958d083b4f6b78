//! A message that is ready to be sent, in a window to read and copy: who is to be reminded of what.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Text};

use super::action::Action;
use super::look::Look;
use super::popup::{self, Outcome};
use super::wrap;

/// The open message. Its keys are those of [`keys::duties::REMINDER`](super::keys::duties::REMINDER).
#[derive(Clone, Debug)]
pub struct Reminder {
    /// The message.
    pub text: String,
    /// Lines it is scrolled by; drawing stops at its end.
    pub scroll: u16,
}

impl Reminder {
    /// A message at its beginning.
    pub fn new(text: String) -> Self {
        Self { text, scroll: 0 }
    }

    /// Scrolls, or closes; `height` is what a page of the room holds.
    pub fn update(&mut self, action: &Action, height: u16) -> Outcome<()> {
        let page = height.saturating_sub(6).max(1);
        match action {
            Action::Back => return Outcome::Cancelled,
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll = self.scroll.saturating_add(1),
            Action::PageUp => self.scroll = self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll = self.scroll.saturating_add(page),
            Action::Home => self.scroll = 0,
            Action::End => self.scroll = u16::MAX,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    /// Draws it over `area`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, title: &str, look: &Look) {
        let room = area.width.saturating_sub(4).clamp(20, 92);
        let lines: Vec<Line> = self
            .text
            .lines()
            .flat_map(|line| wrap::lines(line, usize::from(room.saturating_sub(4)), 20))
            .map(|line| Line::raw(line.to_owned()))
            .collect();
        let height = (lines.len() as u16).saturating_add(2).min(area.height);
        let inside = popup::window(frame, area, title, room, height, look);
        let inside = inside.inner(Margin::new(1, 0));
        let top = usize::from(self.scroll).min(lines.len().saturating_sub(usize::from(inside.height)));
        let seen: Vec<Line> = lines.into_iter().skip(top).take(usize::from(inside.height)).collect();
        frame.render_widget(Text::from(seen), inside);
    }
}
