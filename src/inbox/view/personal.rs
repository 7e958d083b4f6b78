//! The window of what may tell who a citizen is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::labels;
use crate::inbox::tab::Personal;
use crate::screen::columns::{cell, cut};
use crate::screen::{Look, popup, wrap};
use crate::text::{cut_to_width, width};
use crate::words::Words;

/// Cells of the arrival number and of what it is.
const NUMBER: usize = 11;
const KIND: usize = 16;
/// Lines that say what stays.
const SAID: usize = 2;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Personal, look: &Look, words: &Words) {
    let wide = area.width.saturating_sub(4).clamp(20, 110);
    let shown = open.found.len().min(usize::from(area.height).saturating_sub(SAID + 4)).max(1);
    let height = (shown + SAID + 3) as u16;
    let inside = popup::window(frame, area, words.inbox_personal_title(), wide, height, look);
    let room = usize::from(inside.width).saturating_sub(NUMBER + KIND + 8);
    let [list, foot] = split(inside, shown as u16);
    let top = open.cursor.saturating_sub(shown - 1);
    let rows = open.found.iter().zip(&open.stay).enumerate().skip(top).take(shown);
    let lines: Vec<Line> = rows
        .map(|(at, (one, stay))| {
            let here = at == open.cursor;
            let mut left = format!(
                "{}{} ",
                if here { look.pointer() } else { " " },
                if *stay { " " } else { look.mark() }
            );
            cell(&mut left, &one.number, NUMBER, false, look.ellipsis());
            left.push(' ');
            cell(&mut left, labels::personal(words, one.kind), KIND, false, look.ellipsis());
            left.push(' ');
            // What was found stands whole; the words around it share what room is left.
            let text = cut_to_width(&one.text, room).into_owned();
            let around = room.saturating_sub(width(&text)) / 2;
            let before: String = last_cells(&one.before, around);
            let after = cut(&one.after, around, look.ellipsis()).into_owned();
            let style = if *stay { look.dim } else { look.warning };
            let line = Line::from(vec![
                Span::raw(left),
                Span::styled(before, look.dim),
                Span::styled(text, style),
                Span::styled(after, look.dim),
            ]);
            if here { line.style(look.cursor) } else { line }
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
    let mut lines = vec![Line::styled(look.horizontal().repeat(usize::from(foot.width)), look.rule)];
    let said = words.inbox_personal_told(open.masked() as u64);
    let said = wrap::lines(&said, usize::from(foot.width).saturating_sub(2), SAID);
    lines.extend(said.into_iter().map(|line| Line::raw(format!(" {line}"))));
    frame.render_widget(Text::from(lines), foot);
}

/// The end of a text that fits.
fn last_cells(text: &str, room: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut from = letters.len().saturating_sub(room);
    loop {
        let end: String = letters[from..].iter().collect();
        if width(&end) <= room || from >= letters.len() {
            return end;
        }
        from += 1;
    }
}
