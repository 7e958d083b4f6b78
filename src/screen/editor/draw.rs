//! The text on the screen: only the lines in sight.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout as Split, Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Editor;
use super::buffer::Pos;
use super::layout::{Layout, Piece};
use super::search::Search;
use crate::screen::look::Look;
use crate::screen::wrap;
use crate::words::Words;

impl Editor {
    /// Draws the text, and puts the terminal's cursor at the insertion point when `focused`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words, focused: bool) {
        if area.is_empty() {
            return;
        }
        let [area, bar] = match &self.search {
            Some(_) if area.height > 1 => {
                Split::vertical([Constraint::Min(1), Constraint::Length(1)]).areas(area)
            }
            _ => [area, Rect::default()],
        };
        let layout = &mut *self.layout.borrow_mut();
        // One column stays free: the cursor stands there behind a full line.
        layout.fit(usize::from(area.width).saturating_sub(1), usize::from(area.height));
        layout.keep_in_sight(&self.buffer, self.cursor);
        let mut at = layout.top;
        for row in area.rows() {
            self.draw_piece(frame, row, at, layout, look);
            let next = layout.step(&self.buffer, at, 1);
            if next == at {
                break;
            }
            at = next;
        }
        if let Some(search) = self.search.as_ref().filter(|_| !bar.is_empty()) {
            draw_search(frame, bar, search, look, words, focused);
        } else if focused {
            let (here, column) = layout.find(&self.buffer, self.cursor);
            let mut down = 0;
            let mut at = layout.top;
            while at < here && down + 1 < area.height {
                at = layout.step(&self.buffer, at, 1);
                down += 1;
            }
            let x = area.x + (column as u16).min(area.width - 1);
            frame.set_cursor_position(Position::new(x, area.y + down));
        }
    }

    /// Draws the beginning of the text, where the keys are elsewhere, and a sign where it goes on.
    pub fn draw_beginning(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let text = self.buffer.text();
        let (room, height) = (usize::from(area.width).saturating_sub(1), usize::from(area.height));
        let lines = wrap::lines(&text, room, height + 1);
        let more = lines.len() > height;
        for (line, row) in lines.into_iter().zip(area.rows()) {
            let sign = if more && row.y + 1 == area.bottom() { look.ellipsis() } else { "" };
            frame.render_widget(Line::raw(format!("{line}{sign}")), row);
        }
    }

    fn draw_piece(&self, frame: &mut Frame, row: Rect, at: Piece, layout: &mut Layout, look: &Look) {
        let (from, to) = layout.bounds(&self.buffer, at);
        let line = self.buffer.line(at.row);
        let end = from + line[from..to].trim_end_matches(' ').len();
        frame.buffer_mut().set_stringn(row.x, row.y, &line[from..end], usize::from(row.width), Style::new());
        let last = to == line.len();
        let mut paint = |begin: Pos, finish: Pos, style: Style| {
            let here = |pos: Pos| Pos { row: at.row, ..pos };
            let first = if begin.row < at.row { here(Pos { byte: from, ..begin }) } else { begin };
            if first.row > at.row || finish.row < at.row || first.byte > to {
                return;
            }
            // A selected line end is shown as a selected blank.
            let (stop, more) =
                if finish.row > at.row { (to, u16::from(last)) } else { (finish.byte.min(to), 0) };
            let start = first.byte.max(from);
            if stop < start {
                return;
            }
            let x = line[from..start].width() as u16;
            let wide = line[start..stop].width() as u16 + more;
            let cells = Rect { x: row.x + x.min(row.width), width: wide, ..row }.intersection(row);
            frame.buffer_mut().set_style(cells, style);
        };
        if let Some(search) = &self.search {
            let first = search.found.partition_point(|(_, end)| *end < Pos { row: at.row, byte: from });
            for (begin, finish) in search.found[first..].iter().take_while(|(begin, _)| begin.row == at.row) {
                paint(*begin, *finish, look.found);
            }
        }
        if let Some((begin, finish)) = self.selection() {
            paint(begin, finish, Style::new().add_modifier(Modifier::REVERSED));
        }
    }
}

/// What is looked for, which of how many, and the keys with what they do where there is room for that.
fn draw_search(frame: &mut Frame, bar: Rect, search: &Search, look: &Look, words: &Words, focused: bool) {
    let arrows = if look.ascii { "Up Down" } else { "↑ ↓" };
    let count = search.found.len();
    let (told, style) = match count {
        0 if search.input.is_empty() => (String::new(), look.strong),
        0 => (words.screen_nothing_found().to_owned(), look.warning),
        _ => (format!("{}/{count}", search.at + 1), look.strong),
    };
    let keys = [(arrows, words.screen_search_others(), count > 1), ("Esc", words.key_close(), true)];
    let line = |labels: bool| {
        let mut spans = vec![Span::styled(format!("  {told}"), style)];
        for (key, label, _) in keys.iter().filter(|(.., works)| *works) {
            spans.push(Span::styled(format!("  {key}"), look.accent));
            if labels {
                spans.push(Span::raw(format!(" {label}")));
            }
        }
        spans.push(Span::raw(" "));
        Line::from(spans)
    };
    let mut right = line(true);
    if right.width() > usize::from(bar.width) * 2 / 3 {
        right = line(false);
    }
    let width = (right.width() as u16).min(bar.width * 2 / 3);
    let [field, rest] = Split::horizontal([Constraint::Min(1), Constraint::Length(width)]).areas(bar);
    frame.render_widget(right, rest);
    search.input.draw(frame, field, &format!("{} ", words.screen_help_search()), look, focused);
}
