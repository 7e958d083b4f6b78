//! Keys of the page of issues.

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
static ISSUE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::issues_key_items, Words::issues_help_items, 9),
    row(&[Key::Char('p')], Action::Reply, Words::issues_key_reply, Words::issues_help_reply, 8),
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::issues_help_edit, 8),
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

/// The places of this page.
pub static PLACES: &[&Place] = &[&ISSUES];
