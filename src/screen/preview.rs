//! Printed pages to read through: one below the other with their edges, a line or a page at a time.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::action::Action;
use super::columns::cut;
use super::look::Look;
use crate::text::printed::Sheet;
use crate::text::width;
use crate::words::Words;

/// Columns of the widest sheet: as many letters as stand on a printed line.
const SHEET: u16 = 88;
/// Columns of the edges beside a row, with a blank.
const EDGES: u16 = 4;

/// Pages that are read.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// What it is.
    pub title: String,
    sheets: Vec<Sheet>,
    scrolled: usize,
}

/// Columns a row of a page may fill in a room of so many.
pub fn columns(room: u16) -> usize {
    usize::from(room.min(SHEET + EDGES).saturating_sub(EDGES)).max(20)
}

impl Preview {
    /// Pages laid out for [`columns`].
    pub fn new(title: impl Into<String>, sheets: Vec<Sheet>) -> Self {
        Self { title: title.into(), sheets, scrolled: 0 }
    }

    /// The same pages laid out anew for another width: the page in sight stays.
    pub fn lay_out(&mut self, sheets: Vec<Sheet>) {
        let page = self.page();
        self.sheets = sheets;
        self.scrolled = self.top(page);
    }

    /// Pages.
    pub fn pages(&self) -> usize {
        self.sheets.len()
    }

    /// The page at the top, from 0.
    pub fn page(&self) -> usize {
        (0..self.sheets.len()).rev().find(|page| self.top(*page) <= self.scrolled).unwrap_or(0)
    }

    /// Lines above a page: each page has an edge above it.
    fn top(&self, page: usize) -> usize {
        self.sheets.iter().take(page).map(|sheet| sheet.rows.len() + 1).sum()
    }

    fn lines(&self) -> usize {
        self.top(self.sheets.len()) + 1
    }

    /// Takes an action that moves through the pages; false for any other. `height` is that of its area.
    pub fn update(&mut self, action: &Action, height: u16) -> bool {
        let seen = usize::from(height.saturating_sub(1)).max(1);
        match action {
            Action::Up => self.scrolled = self.scrolled.saturating_sub(1),
            Action::Down => self.scrolled += 1,
            Action::PageDown | Action::Right => self.scrolled = self.top(self.page() + 1),
            Action::PageUp | Action::Left => {
                let page = self.page();
                let at_top = self.scrolled == self.top(page);
                self.scrolled = self.top(if at_top { page.saturating_sub(1) } else { page });
            }
            Action::Home => self.scrolled = 0,
            Action::End => self.scrolled = usize::MAX,
            _ => return false,
        }
        // The last page is read from its head even when it is short.
        let last = self.top(self.sheets.len().saturating_sub(1));
        self.scrolled = self.scrolled.min(self.lines().saturating_sub(seen).max(last));
        true
    }

    /// Draws the pages in sight below a line with the title and the place in them.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        let head = Rect { height: 1.min(area.height), ..area };
        let place = words.preview_page((self.page() + 1) as i64, self.pages() as i64);
        let room = usize::from(area.width).saturating_sub(width(&place) + 4);
        let title = cut(&self.title, room, look.ellipsis());
        frame.render_widget(Line::styled(format!(" {title}"), look.strong), head);
        frame.render_widget(Line::styled(format!("{place} "), look.dim).right_aligned(), head);
        let across = (columns(area.width) as u16 + EDGES).min(area.width);
        let x = area.x + (area.width - across) / 2;
        let body = Rect { x, y: area.y + 1, width: across, height: area.height.saturating_sub(1) };
        let mut at = 0;
        for sheet in &self.sheets {
            if let Some(y) = self.seen(at, body) {
                frame.render_widget(edge(sheet, body.width, look), Rect { y, height: 1, ..body });
            }
            for (row, printed) in sheet.rows.iter().enumerate() {
                let Some(y) = self.seen(at + 1 + row, body) else { continue };
                let mut spans = vec![Span::styled(look.vertical(), look.rule), Span::raw(" ")];
                spans.extend(printed.spans.iter().map(|span| {
                    let mut style = if span.bold { look.strong } else { look.plain };
                    if span.italic {
                        style = style.add_modifier(Modifier::ITALIC);
                    }
                    if span.underline {
                        style = style.add_modifier(Modifier::UNDERLINED);
                    }
                    Span::styled(span.text.as_str(), style)
                }));
                frame.render_widget(Line::from(spans), Rect { y, height: 1, ..body });
                let right = Rect { x: body.right() - 1, y, width: 1, height: 1 };
                frame.render_widget(Span::styled(look.vertical(), look.rule), right);
            }
            at += 1 + sheet.rows.len();
        }
        if let Some(y) = self.seen(at, body) {
            let line = look.horizontal().repeat(usize::from(body.width));
            frame.render_widget(Line::styled(line, look.rule), Rect { y, height: 1, ..body });
        }
    }

    /// Where a line stands on the screen.
    fn seen(&self, line: usize, body: Rect) -> Option<u16> {
        let row = u16::try_from(line.checked_sub(self.scrolled)?).ok()?;
        (row < body.height).then_some(body.y + row)
    }
}

/// The upper edge of a page, with its number and mark.
fn edge(sheet: &Sheet, columns: u16, look: &Look) -> Line<'static> {
    let number = sheet.number.map(|number| format!(" {number} ")).unwrap_or_default();
    let mark = if sheet.mark.is_empty() { String::new() } else { format!(" {} ", sheet.mark) };
    let (sign, whole) = (look.horizontal(), usize::from(columns));
    let left = whole.saturating_sub(width(&number)) / 2;
    let rest = whole.saturating_sub(left + width(&number) + width(&mark) + 1);
    let text = format!("{}{number}{}{mark}{sign}", sign.repeat(left), sign.repeat(rest));
    Line::styled(text, look.rule)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::printed::Row;

    fn sheet(rows: usize) -> Sheet {
        Sheet { rows: vec![Row::plain("a"); rows], ..Sheet::default() }
    }

    #[test]
    fn page_keys_go_to_the_head_of_pages_and_lines_stay_within() {
        let mut preview = Preview::new("Kế hoạch", vec![sheet(40), sheet(40), sheet(5)]);
        assert_eq!((preview.page(), preview.pages()), (0, 3));
        preview.update(&Action::PageDown, 20);
        assert_eq!((preview.page(), preview.scrolled), (1, 41));
        preview.update(&Action::Down, 20);
        preview.update(&Action::PageUp, 20);
        assert_eq!(preview.scrolled, 41, "first to the head of this page");
        preview.update(&Action::End, 20);
        assert_eq!(preview.page(), 2);
        preview.update(&Action::PageDown, 20);
        assert_eq!(preview.page(), 2);
        preview.update(&Action::Home, 20);
        assert_eq!(preview.page(), 0);
        preview.update(&Action::PageDown, 20);
        preview.lay_out(vec![sheet(50), sheet(50), sheet(7)]);
        assert_eq!((preview.page(), preview.scrolled), (1, 51), "another width keeps the page");
        assert!(!preview.update(&Action::Open, 20));
    }
}
