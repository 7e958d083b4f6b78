//! The merges done here.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Text};

use super::{draw_empty, draw_title, row_style, split};
use crate::copies::tab::{MergeRun, Merges};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::words::Words;

const WHEN: usize = 16;
const COUNT: usize = 10;
const STATE: usize = 12;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    page: &Merges,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let [title, head, body] = split(area);
    let count = words.copies_merges_count(page.list.len() as i64);
    draw_title(frame, title, words.copies_merges(), "", &count, look);
    if page.list.is_empty() {
        if page.ready {
            draw_empty(frame, body, words.copies_no_merges(), look);
        }
        return;
    }
    let width = usize::from(area.width);
    let headings =
        [words.copies_column_when(), words.copies_column_file(), words.copies_column_changes(), ""];
    frame.render_widget(Line::styled(format!("  {}", cells(headings, width, look)), look.dim), head);
    let lines: Vec<Line> = page
        .list
        .visible()
        .map(|seen| {
            let pointer = if seen.cursor { look.pointer() } else { " " };
            let style = match (seen.cursor, seen.row.taken_back) {
                (false, true) => look.dim,
                (cursor, _) => row_style(cursor, look),
            };
            Line::styled(format!("{pointer} {}", row(seen.row, width, today, look, words)), style)
        })
        .collect();
    frame.render_widget(Text::from(lines), body);
}

fn row(run: &MergeRun, width: usize, today: NaiveDate, look: &Look, words: &Words) -> String {
    let when = run.at.map_or_else(String::new, |at| {
        format!("{} {}", words.day_short(at.date(), today), at.format("%H:%M"))
    });
    let count = words.number(i64::try_from(run.records).unwrap_or(i64::MAX));
    let state = if run.taken_back { words.copies_taken_back() } else { "" };
    cells([&when, &run.source, &count, state], width, look)
}

fn cells(texts: [&str; 4], width: usize, look: &Look) -> String {
    let [when, file, count, state] = texts;
    let mut line = String::with_capacity(width + 16);
    let rest = width.saturating_sub(WHEN + COUNT + STATE + 6 + 3);
    for (text, width, right) in
        [(when, WHEN, false), (file, rest, false), (count, COUNT, true), (state, STATE, false)]
    {
        cell(&mut line, text, width, right, look.ellipsis());
        line.push_str("  ");
    }
    line
}
