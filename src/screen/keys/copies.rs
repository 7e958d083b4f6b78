//! Keys of the pages over the tabs: history, what was done, decisions, merges.

use super::global::{SCROLL_DOWN, SCROLL_UP};
use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

static HISTORY_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_put_back, Words::help_put_back, 9),
    row(&[Key::Char('t')], Action::Retake, Words::key_retake, Words::help_retake, 8),
    row(&[Key::Char('b')], Action::Revert, Words::key_put_back_all, Words::help_put_back_all, 8),
    SCROLL_DOWN,
    SCROLL_UP,
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 7),
];

/// Who changed a record, and when.
pub static HISTORY: Place = Place::list("history", Words::key_place_history, HISTORY_ROWS);

static UNDO_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_undo_to, Words::help_undo_to, 9),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 7),
];

/// What was done since the program was started.
pub static UNDO_LIST: Place = Place::list("undo-list", Words::key_place_undo_list, UNDO_ROWS);

static DECISION_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_decide, Words::help_decide, 9),
    SCROLL_DOWN,
    SCROLL_UP,
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 7),
];

/// What waits for a decision.
pub static DECISIONS: Place = Place::list("decisions", Words::key_place_decisions, DECISION_ROWS);

static MERGE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_merge_back, Words::help_merge_back, 9),
    row(&[Key::Char('n'), Key::Insert], Action::Merge, Words::key_merge, Words::help_merge, 8),
    row(&[Key::Char('g')], Action::Bundle, Words::key_bundle, Words::help_bundle, 6),
    row(&[Key::Char('s')], Action::Publish, Words::key_publish, Words::help_publish, 5),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 7),
];

/// The merges done here.
pub static MERGES: Place = Place::list("merges", Words::key_place_merges, MERGE_ROWS);

/// The places of these pages.
pub static PLACES: &[&Place] = &[&HISTORY, &UNDO_LIST, &DECISIONS, &MERGES];
