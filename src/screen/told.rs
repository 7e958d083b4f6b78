//! A window that tells at length what became of something: what came in, what was refused and why. Wrapped, scrolled, closed.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::action::Action;
use super::look::Look;
use super::popup::{Outcome, window};
use super::wrap;
use crate::text::width;

/// Lines of one paragraph at most.
const MOST: usize = 20;

/// A window of headings and what stands under them. Its keys are those of
/// [`keys::popup::READER`](super::keys::popup::READER).
#[derive(Clone, Debug, Default)]
pub struct Told {
    title: String,
    /// Headings and sentences, in order.
    parts: Vec<(bool, String)>,
    scroll: usize,
    /// Rows of text in the window, and the last line it can begin with; known after it was drawn.
    page: Cell<usize>,
    last: Cell<usize>,
}

impl Told {
    /// An empty window.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.parts.push((true, text.into()));
    }

    /// Adds a sentence under the last heading.
    pub fn say(&mut self, text: impl Into<String>) {
        self.parts.push((false, text.into()));
    }

    /// All of it, for the clipboard.
    pub fn text(&self) -> String {
        let lines = self
            .parts
            .iter()
            .map(|(heading, text)| if *heading { text.clone() } else { format!("  {text}") });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action) -> Outcome<()> {
        let page = self.page.get().saturating_sub(1).max(1);
        let to = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            Action::Home => 0,
            Action::End => self.last.get(),
            Action::Back | Action::Open => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        };
        self.scroll = to.min(self.last.get());
        Outcome::Open
    }

    /// Draws it over `area`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let width_inside = usize::from(area.width.saturating_sub(8).clamp(20, 100));
        let mut lines: Vec<Line> = Vec::new();
        for (heading, text) in &self.parts {
            let (style, indent) = if *heading { (look.strong, "") } else { (look.plain, "  ") };
            for line in wrap::lines(text, width_inside.saturating_sub(width(indent)), MOST) {
                lines.push(Line::from(vec![Span::raw(indent), Span::styled(line, style)]));
            }
        }
        let rows = usize::from(area.height.saturating_sub(4)).max(1).min(lines.len().max(1));
        self.page.set(rows);
        self.last.set(lines.len().saturating_sub(rows));
        let more = if lines.len() > rows {
            format!("{} ({}/{})", self.title, (self.scroll + rows).min(lines.len()), lines.len())
        } else {
            self.title.clone()
        };
        let inside = window(frame, area, &more, width_inside as u16 + 4, rows as u16 + 2, look);
        for (line, row) in lines.into_iter().skip(self.scroll).zip(inside.rows()) {
            frame.render_widget(line, Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_scrolls_to_its_last_line_and_no_further() {
        let mut told = Told::new("x");
        for at in 0..40 {
            told.say(format!("dòng {at}"));
        }
        told.page.set(10);
        told.last.set(30);
        assert_eq!(told.update(&Action::PageDown), Outcome::Open);
        assert_eq!(told.scroll, 9);
        told.update(&Action::End);
        told.update(&Action::Down);
        assert_eq!(told.scroll, 30);
        assert_eq!(told.update(&Action::Back), Outcome::Cancelled);
    }
}
