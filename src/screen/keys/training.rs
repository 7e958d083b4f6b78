//! Keys of tab Training (Bồi dưỡng, giao ban).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

static AGENDA_ROWS: &[Row] = &[
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
pub static AGENDA: Place = Place::list("training", Words::key_place_training, AGENDA_ROWS);

/// The places of this tab.
pub static PLACES: &[&Place] = &[&AGENDA];
