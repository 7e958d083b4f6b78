//! The window of the views: their names, counts and filters in the order of the bar.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::inbox::labels::view_name;
use crate::inbox::tab::{State, Views, count_words};
use crate::screen::Look;
use crate::screen::views::{self, ViewLine};
use crate::words::Words;

pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, open: &Views, look: &Look, words: &Words) {
    let count = |at: usize| state.counts.get(at).copied().flatten();
    let lines = state.views.iter().enumerate().map(|(at, view)| ViewLine {
        name: view_name(words, &view.code, &view.name),
        count: count(at).map_or_else(String::new, |count| count_words(words, count)),
        filter: &view.filter,
    });
    views::draw(frame, area, &lines.collect::<Vec<_>>(), open, look, words);
}
