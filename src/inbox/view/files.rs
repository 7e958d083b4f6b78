//! The files kept with a report.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use crate::inbox::tab::Files;
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::popup;
use crate::words::Words;

/// Columns of the size, and of what is said about a file.
const SIZE: usize = 10;
const NOTE: usize = 10;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Files, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(6).clamp(30, 90);
    let height = (open.rows.len() as u16).clamp(1, 16) + 2;
    let title = words.inbox_files_title(open.number.as_str());
    let inside = popup::window(frame, area, &title, width, height, look);
    let room = usize::from(inside.width);
    if open.rows.is_empty() {
        frame.render_widget(Line::styled(format!(" {}", words.inbox_files_none()), look.dim), inside);
    }
    let rows = usize::from(inside.height).max(1);
    let top = (open.cursor + 1).saturating_sub(rows);
    let names = room.saturating_sub(SIZE + NOTE + 7);
    let lines: Vec<Line> = open
        .rows
        .iter()
        .enumerate()
        .skip(top)
        .take(rows)
        .map(|(at, row)| {
            let here = at == open.cursor;
            let note = match (row.there, row.original) {
                (false, _) => words.inbox_files_erased(),
                (true, true) => words.cli_attachment_original(),
                (true, false) => "",
            };
            let mut text = String::from(" ");
            cell(&mut text, &row.name, names, false, look.ellipsis());
            text.push_str("  ");
            let kilobytes = row.size.div_ceil(1024);
            cell(&mut text, &format!("{} KB", words.number(kilobytes as i64)), SIZE, true, look.ellipsis());
            text.push_str("  ");
            cell(&mut text, note, NOTE, false, look.ellipsis());
            let style = match (here, row.there) {
                (true, _) => look.cursor,
                (false, true) => look.plain,
                (false, false) => look.dim,
            };
            let pointer = if here { look.pointer() } else { " " };
            Line::from(vec![Span::styled(pointer, look.accent), Span::styled(text, style)])
        })
        .collect();
    frame.render_widget(Text::from(lines), inside);
    if let Some(prompt) = &open.ask {
        prompt.draw(frame, area, look);
    }
}
