//! A page that is one list of four columns: what was done, the merges.

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use super::{draw_empty, draw_title, row_style, split};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::list::{Keyed, List};
use crate::words::Words;

/// What stands around the rows.
pub(super) struct Page<'a> {
    /// Title of the page, and what it is about.
    pub title: [&'a str; 2],
    /// How many rows there are, in words.
    pub count: String,
    /// What is said when there are none; `None` before they were read.
    pub empty: Option<&'a str>,
    /// Headings of the columns.
    pub headings: [&'a str; 4],
    /// Cells of the columns and whether they stand to the right; one column without a number takes what is left.
    pub columns: [(Option<usize>, bool); 4],
}

impl Page<'_> {
    /// Draws the page; `row` gives the cells of a row and whether it is dim.
    pub fn draw<R: Keyed>(
        &self,
        frame: &mut Frame,
        area: Rect,
        list: &List<R>,
        look: &Look,
        row: impl Fn(&R) -> ([String; 4], bool),
    ) {
        let [title, head, body] = split(area);
        draw_title(frame, title, self.title[0], self.title[1], &self.count, look);
        if list.is_empty() {
            if let Some(empty) = self.empty {
                draw_empty(frame, body, empty, look);
            }
            return;
        }
        let width = usize::from(area.width);
        let headings = format!("  {}", self.cells(self.headings, width, look));
        frame.render_widget(Line::styled(headings, look.dim), head);
        let lines: Vec<Line> = list
            .visible()
            .map(|seen| {
                let pointer = if seen.cursor { look.pointer() } else { " " };
                let (cells, dim) = row(seen.row);
                let style = if dim && !seen.cursor { look.dim } else { row_style(seen.cursor, look) };
                let cells = self.cells(cells.each_ref().map(String::as_str), width, look);
                Line::styled(format!("{pointer} {cells}"), style)
            })
            .collect();
        frame.render_widget(Text::from(lines), body);
    }

    fn cells(&self, texts: [&str; 4], width: usize, look: &Look) -> String {
        let taken: usize = self.columns.iter().filter_map(|(cells, _)| *cells).sum();
        // The pointer, and two blanks between columns.
        let rest = width.saturating_sub(taken + 6 + 3);
        let mut line = String::with_capacity(width + 16);
        for (text, (cells, right)) in texts.into_iter().zip(self.columns) {
            cell(&mut line, text, cells.unwrap_or(rest), right, look.ellipsis());
            line.push_str("  ");
        }
        line
    }
}

/// Day and time of day, this year's without the year.
pub(super) fn when(at: Option<NaiveDateTime>, today: NaiveDate, words: &Words) -> String {
    at.map_or_else(String::new, |at| format!("{} {}", words.day_short(at.date(), today), at.format("%H:%M")))
}
