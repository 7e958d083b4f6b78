//! Keys of tab Summary (Soạn tổng hợp).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

static OUTLINE_ROWS: &[Row] = &[
    row(
        &[Key::Char('/'), Key::F(3)],
        Action::Search,
        Words::key_search,
        Words::help_search,
        4,
    ),
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_open, 9),
];

/// What the tab opens with.
pub static OUTLINE: Place = Place::list("summary", Words::key_place_summary, OUTLINE_ROWS);

/// The places of this tab.
pub static PLACES: &[&Place] = &[&OUTLINE];
