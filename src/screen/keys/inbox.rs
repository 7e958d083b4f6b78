//! Keys of the inbox (Hộp báo cáo).

use super::{Key, Place, Row, row};
use crate::screen::action::{Action, Decision};
use crate::words::Words;

static QUEUE_ROWS: &[Row] = &[
    row(
        &[Key::Char('t')],
        Action::Triage(Decision::Include),
        Words::key_include,
        Words::help_include,
        9,
    ),
    row(
        &[Key::Char('/'), Key::F(3)],
        Action::Search,
        Words::key_search,
        Words::help_search,
        4,
    ),
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_open, 0),
];

/// The queue.
pub static QUEUE: Place = Place::list("inbox", Words::key_place_inbox, QUEUE_ROWS);

/// Looking for words.
pub static SEARCH: Place = Place::line("inbox-search", Words::key_place_search, &[]);

/// The places of the inbox.
pub static PLACES: &[&Place] = &[&QUEUE, &SEARCH];
