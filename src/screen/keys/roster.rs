//! Keys of tab Roster (Cộng tác viên).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

static LIST_ROWS: &[Row] = &[
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
pub static LIST: Place = Place::list("roster", Words::key_place_roster, LIST_ROWS);

/// The places of this tab.
pub static PLACES: &[&Place] = &[&LIST];
