//! What was done in this run.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use super::{draw_empty, draw_title, row_style, split};
use crate::copies::labels;
use crate::copies::tab::{DoneList, DoneRow};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::words::Words;

/// Cells of the columns: when, action, how many records.
const WHEN: usize = 11;
const ACTION: usize = 28;
const COUNT: usize = 7;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    page: &DoneList,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let [title, head, body] = split(area);
    let count = words.copies_actions(page.list.len() as i64);
    draw_title(frame, title, words.copies_undo_list(), words.copies_this_run(), &count, look);
    if page.list.is_empty() {
        if page.ready {
            draw_empty(frame, body, words.copies_nothing_done(), look);
        }
        return;
    }
    let width = usize::from(area.width);
    let headings = [
        words.copies_column_when(),
        words.copies_column_action(),
        words.copies_column_records(),
        words.copies_column_about(),
    ];
    frame.render_widget(Line::styled(format!("  {}", cells(headings, width, look)), look.dim), head);
    let lines: Vec<Line> = page
        .list
        .visible()
        .map(|seen| {
            let pointer = if seen.cursor { look.pointer() } else { " " };
            let text = row(seen.row, width, today, look, words);
            Line::styled(format!("{pointer} {text}"), row_style(seen.cursor, look))
        })
        .collect();
    frame.render_widget(Text::from(lines), body);
}

fn row(row: &DoneRow, width: usize, today: NaiveDate, look: &Look, words: &Words) -> String {
    let when = row.at.map_or_else(String::new, |at| {
        format!("{} {}", words.day_short(at.date(), today), at.format("%H:%M"))
    });
    let count = words.number(i64::try_from(row.rows).unwrap_or(i64::MAX));
    let (table, name) = &row.first;
    let about = if table.is_empty() {
        String::new()
    } else {
        words.copies_row(name.as_str(), labels::table(words, table))
    };
    cells([&when, labels::action(words, &row.action), &count, &about], width, look)
}

fn cells(texts: [&str; 4], width: usize, look: &Look) -> String {
    let [when, action, count, about] = texts;
    let mut line = String::with_capacity(width + 16);
    let rest = width.saturating_sub(WHEN + ACTION + COUNT + 6 + 3);
    for (text, width, right) in
        [(when, WHEN, false), (action, ACTION, false), (count, COUNT, true), (about, rest, false)]
    {
        cell(&mut line, text, width, right, look.ellipsis());
        line.push_str("  ");
    }
    line
}
