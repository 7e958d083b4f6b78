//! What was done in this run.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::columns::{Page, when};
use crate::copies::labels;
use crate::copies::tab::{DoneList, DoneRow};
use crate::screen::Look;
use crate::text::width;
use crate::words::Words;

/// Cells of the columns: when, action at most, how many records.
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
    // What it was about gets what the actions in sight leave.
    let named = page.list.visible().map(|seen| width(labels::action(words, &seen.row.action)));
    let action = named.max().unwrap_or_default().clamp(width(words.copies_column_action()), ACTION);
    let around = Page {
        title: [words.copies_undo_list(), words.copies_this_run()],
        count: words.copies_actions(page.list.len() as i64),
        empty: page.ready.then(|| words.copies_nothing_done()),
        headings: [
            words.copies_column_when(),
            words.copies_column_action(),
            words.copies_column_records(),
            words.copies_column_about(),
        ],
        columns: [(Some(WHEN), false), (Some(action), false), (Some(COUNT), true), (None, false)],
    };
    around.draw(frame, area, &page.list, look, |row| (row_cells(row, today, words), false));
}

fn row_cells(row: &DoneRow, today: NaiveDate, words: &Words) -> [String; 4] {
    let (table, name) = &row.first;
    let about = if table.is_empty() {
        String::new()
    } else {
        words.copies_row(name.as_str(), labels::table(words, table))
    };
    let count = words.number(i64::try_from(row.rows).unwrap_or(i64::MAX));
    [when(row.at, today, words), labels::action(words, &row.action).to_owned(), count, about]
}
