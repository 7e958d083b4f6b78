//! Keys of tab Training (Bồi dưỡng, giao ban).

use super::{Key, Place, row};
use crate::screen::action::Action;
use crate::words::Words;

/// What the tab opens with.
pub static AGENDA: Place = Place::list(
    "training",
    Words::key_place_training,
    &[
        row(
            &[Key::Char('/'), Key::F(3)],
            Action::Search,
            Words::key_search,
            Words::help_search,
            4,
        ),
        row(&[Key::Enter], Action::Open, Words::key_open, Words::help_open, 9),
    ],
);

/// The places of this tab.
pub static PLACES: &[&Place] = &[&AGENDA];
