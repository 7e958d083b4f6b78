//! Keys of the pages of issues and of orientations.

use super::global::{SCROLL_DOWN, SCROLL_UP};
use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

const NEXT: Row =
    row(&[Key::Right, Key::Tab], Action::Right, Words::issues_key_next_view, Words::issues_help_next_view, 5);
const BEFORE: Row = row(
    &[Key::Left, Key::BackTab],
    Action::Left,
    Words::issues_key_view_before,
    Words::issues_help_view_before,
    0,
);
const BACK: Row = row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 2);
const BRIEFING: Row = row(
    &[Key::Char('b')],
    Action::AtBriefing,
    Words::orientations_key_briefing,
    Words::orientations_help_briefing,
    7,
);

static ISSUE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::issues_key_items, Words::issues_help_items, 9),
    row(&[Key::Char('p')], Action::Reply, Words::issues_key_reply, Words::issues_help_reply, 8),
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::issues_help_edit, 8),
    BRIEFING,
    row(
        &[Key::Insert, Key::Char('n'), Key::Ctrl('n')],
        Action::New,
        Words::issues_key_new,
        Words::issues_help_new,
        6,
    ),
    NEXT,
    BEFORE,
    SCROLL_DOWN,
    SCROLL_UP,
    row(&[Key::Delete], Action::Delete, Words::issues_key_remove, Words::issues_help_remove, 1),
    row(&[Key::Char('c'), Key::Ctrl('c')], Action::Copy, Words::key_copy_text, Words::issues_help_copy, 1),
    BACK,
];

/// The issues.
pub static ISSUES: Place = Place::list("issues", Words::issues_title, ISSUE_ROWS);

static ORIENTATION_ROWS: &[Row] = &[
    row(&[Key::Char('g')], Action::MarkSent, Words::orientations_key_sent, Words::orientations_help_sent, 9),
    row(
        &[Key::Char('c'), Key::Ctrl('c')],
        Action::Copy,
        Words::orientations_key_copy,
        Words::orientations_help_copy,
        9,
    ),
    row(&[Key::Char('x')], Action::Export, Words::orientations_key_paper, Words::orientations_help_paper, 8),
    BRIEFING,
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::orientations_help_edit, 7),
    row(
        &[Key::Insert, Key::Char('n'), Key::Ctrl('n')],
        Action::New,
        Words::orientations_key_new,
        Words::orientations_help_new,
        8,
    ),
    row(
        &[Key::Char('l'), Key::F(4)],
        Action::Recipients,
        Words::orientations_key_recipients,
        Words::orientations_help_recipients,
        6,
    ),
    row(&[Key::Enter], Action::Open, Words::orientations_key_items, Words::orientations_help_items, 5),
    row(&[Key::Delete], Action::Delete, Words::issues_key_remove, Words::orientations_help_remove, 4),
    row(
        &[Key::Right, Key::Tab],
        Action::Right,
        Words::issues_key_next_view,
        Words::orientations_help_next_view,
        3,
    ),
    BEFORE,
    SCROLL_DOWN,
    SCROLL_UP,
    BACK,
];

/// The orientations.
pub static ORIENTATIONS: Place = Place::list("orientations", Words::orientations_title, ORIENTATION_ROWS);

static MESSAGE_ROWS: &[Row] = &[
    row(
        &[Key::Char('c'), Key::Ctrl('c')],
        Action::Copy,
        Words::key_copy_text,
        Words::orientations_help_copy,
        7,
    ),
    row(&[Key::Char('x')], Action::Export, Words::orientations_key_text, Words::orientations_help_text, 9),
    row(&[Key::Esc, Key::Enter], Action::Back, Words::key_close, Words::help_close, 8),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
];

/// The message of an orientation, as it was copied.
pub static MESSAGE: Place =
    Place::choice("orientations-message", Words::orientations_message_title, MESSAGE_ROWS).over_the_room();

/// The places of these pages.
pub static PLACES: &[&Place] = &[&ISSUES, &ORIENTATIONS, &MESSAGE];
