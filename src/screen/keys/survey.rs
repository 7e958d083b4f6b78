//! Keys of the page of survey rounds.

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

const IMPORT: Row =
    row(&[Key::Char('x')], Action::Import, Words::survey_key_import, Words::survey_help_import, 7);
const DELETE: Row =
    row(&[Key::Delete], Action::Delete, Words::survey_key_delete, Words::survey_help_delete, 2);
const TABLE: Row = row(&[Key::Char('b')], Action::Grid, Words::survey_key_table, Words::survey_help_table, 6);
const EXPORT: Row =
    row(&[Key::Char('t')], Action::Export, Words::survey_key_export, Words::survey_help_export, 3);
const BACK: Row = row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 4);

static ROUNDS_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::survey_key_open, Words::survey_help_open, 9),
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::survey_key_new, Words::survey_help_new, 8),
    row(&[Key::F(2)], Action::Edit, Words::key_edit_unit, Words::survey_help_edit, 5),
    IMPORT,
    EXPORT,
    TABLE,
    DELETE,
    BACK,
];

/// The rounds.
pub static ROUNDS: Place = Place::list("surveys", Words::survey_title, ROUNDS_ROWS);

static RESULTS_ROWS: &[Row] = &[
    row(&[Key::Char('c')], Action::Copy, Words::survey_key_cite, Words::survey_help_cite, 9),
    TABLE,
    EXPORT,
    row(
        &[Key::Char('n'), Key::Ctrl('n')],
        Action::New,
        Words::survey_key_question,
        Words::survey_help_question,
        8,
    ),
    row(&[Key::Enter, Key::F(2)], Action::Edit, Words::key_edit_unit, Words::survey_help_edit_question, 7),
    IMPORT,
    row(&[Key::Tab], Action::NextPane, Words::survey_key_forms, Words::survey_help_forms, 5),
    DELETE,
    BACK,
];

/// Questions of a round with their answers.
pub static RESULTS: Place = Place::list("survey-results", Words::survey_results, RESULTS_ROWS);

static FORMS_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::survey_key_unit, Words::survey_help_unit, 9),
    row(&[Key::Enter, Key::F(2)], Action::Edit, Words::key_edit_unit, Words::survey_help_edit_forms, 8),
    row(&[Key::Tab], Action::NextPane, Words::survey_key_results, Words::survey_help_results, 7),
    TABLE,
    EXPORT,
    DELETE,
    BACK,
];

/// Forms issued, returned and valid by unit.
pub static FORMS: Place = Place::list("survey-forms", Words::survey_forms, FORMS_ROWS);

static COLUMNS_ROWS: &[Row] = &[
    row(&[Key::Ctrl('s')], Action::Save, Words::survey_key_take, Words::survey_help_take, 9),
    row(&[Key::Char(' '), Key::Right], Action::Right, Words::survey_key_turn, Words::survey_help_turn, 8),
    row(&[Key::Left], Action::Left, Words::survey_key_turn_back, Words::survey_help_turn, 0),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 7),
];

/// What would be taken from a file, before anything is written.
pub static COLUMNS: Place =
    Place::choice("survey-import", Words::survey_import, COLUMNS_ROWS).over_the_room();

/// The places of this page.
pub static PLACES: &[&Place] = &[&ROUNDS, &RESULTS, &FORMS, &COLUMNS];
