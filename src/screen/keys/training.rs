//! Keys of tab Training (Bồi dưỡng, giao ban).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

const STATE: Row =
    row(&[Key::Char('t')], Action::Advance, Words::key_class_state, Words::help_class_state, 6);
const TASKS: Row =
    row(&[Key::Char('c')], Action::Preparation, Words::key_class_tasks, Words::help_class_tasks, 6);

static AGENDA_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_class_read, Words::help_class_read, 9),
    row(
        &[Key::Left, Key::Char('b')],
        Action::PreviousMonth,
        Words::key_month_before,
        Words::help_month_before,
        8,
    ),
    row(&[Key::Right, Key::Char('f')], Action::NextMonth, Words::key_month_after, Words::help_month_after, 8),
    row(&[Key::Char('h')], Action::Today, Words::key_month_today, Words::help_month_today, 3),
    STATE,
    TASKS,
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::help_search, 5),
    row(&[Key::Char('n')], Action::Import, Words::key_import_list, Words::help_import_attendees, 4),
];

/// What the tab opens with.
pub static AGENDA: Place = Place::list("training", Words::key_place_training, AGENDA_ROWS);

/// The field that looks for classes of all months.
pub static FIND: Place = Place::line("training-find", Words::key_place_search, &[]);

static CLASS_ROWS: &[Row] =
    &[row(&[Key::Enter], Action::Back, Words::key_back, Words::help_back, 8), STATE, TASKS];

/// A class, read on the whole screen.
pub static CLASS: Place = Place::list("training-class", Words::key_place_class, CLASS_ROWS);

/// The places of this tab.
pub static PLACES: &[&Place] = &[&AGENDA, &FIND, &CLASS];
