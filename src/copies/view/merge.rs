//! The merges done here.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::columns::{Page, when};
use crate::copies::tab::{MergeRun, Merges};
use crate::screen::Look;
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
    let around = Page {
        title: [words.copies_merges(), ""],
        count: words.copies_merges_count(page.list.len() as i64),
        empty: page.ready.then(|| words.copies_no_merges()),
        headings: [words.copies_column_when(), words.copies_column_file(), words.copies_column_changes(), ""],
        columns: [(Some(WHEN), false), (None, false), (Some(COUNT), true), (Some(STATE), false)],
    };
    let cells = |run: &MergeRun| {
        let state = if run.taken_back { words.copies_taken_back() } else { "" };
        let count = words.number(i64::try_from(run.records).unwrap_or(i64::MAX));
        [when(run.at, today, words), run.source.clone(), count, state.to_owned()]
    };
    around.draw(frame, area, &page.list, look, |run| (cells(run), run.taken_back));
}
