//! Keys of the pages about all reports: who has not reported, and charts.

use super::global::COPY;
use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

static OVERDUE_ROWS: &[Row] = &[
    row(&[Key::Char('n')], Action::Remind, Words::overdue_key_remind, Words::overdue_help_remind, 9),
    row(&[Key::Char('p')], Action::Excuse, Words::overdue_key_excuse, Words::overdue_help_excuse, 8),
    row(&[Key::Enter], Action::Open, Words::overdue_key_reports, Words::overdue_help_reports, 7),
    row(&[Key::Tab], Action::NextPane, Words::overdue_key_next, Words::overdue_help_next, 8),
    row(&[Key::BackTab], Action::PreviousPane, Words::overdue_key_before, Words::overdue_help_before, 0),
    row(&[Key::Char('l')], Action::OnlyMissing, Words::overdue_key_only, Words::overdue_help_only, 6),
    row(&[Key::Char('s')], Action::Sort, Words::overdue_key_sort, Words::overdue_help_sort, 5),
    row(&[Key::Delete], Action::Delete, Words::overdue_key_unexcuse, Words::overdue_help_unexcuse, 6),
    row(&[Key::Char(' ')], Action::Mark, Words::key_mark, Words::help_mark, 2),
    row(&[Key::Char('*'), Key::Ctrl('a')], Action::MarkAll, Words::key_mark_all, Words::help_mark_all, 0),
    row(&[Key::F(2)], Action::Edit, Words::overdue_key_duty, Words::overdue_help_duty, 1),
    row(&[Key::Insert, Key::Ctrl('n')], Action::New, Words::overdue_key_new, Words::overdue_help_new, 0),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 4),
];

/// Who has not reported.
pub static OVERDUE: Place = Place::list("overdue", Words::overdue_title, OVERDUE_ROWS);

static REMINDER_ROWS: &[Row] = &[
    row(&[Key::Char('c'), Key::Ctrl('c')], Action::Copy, Words::key_copy_text, Words::overdue_help_copy, 9),
    row(&[Key::Esc, Key::Enter], Action::Back, Words::key_close, Words::help_close, 8),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
];

/// The list of those to be reminded.
pub static REMINDER: Place =
    Place::choice("overdue-reminder", Words::overdue_remind_title, REMINDER_ROWS).over_the_room();

pub(super) static CHARTS_ROWS: &[Row] = &[
    row(&[Key::Right, Key::Tab], Action::Right, Words::charts_key_next, Words::charts_help_next, 9),
    row(&[Key::Left, Key::BackTab], Action::Left, Words::charts_key_before, Words::charts_help_before, 8),
    row(&[Key::Esc, Key::Enter], Action::Back, Words::key_back, Words::help_back, 7),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    COPY,
];

/// Charts of the reports a list shows.
pub static CHARTS: Place = Place::choice("charts", Words::charts_title, CHARTS_ROWS);

/// The places of these pages.
pub static PLACES: &[&Place] = &[&OVERDUE, &REMINDER, &CHARTS];
