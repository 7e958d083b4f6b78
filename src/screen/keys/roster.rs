//! Keys of tab Roster (Cộng tác viên).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

const EDIT: Row = row(&[Key::F(2)], Action::Edit, Words::key_edit_person, Words::help_edit_person, 6);
const COPY: Row =
    row(&[Key::Ctrl('c'), Key::Char('c')], Action::Copy, Words::key_copy_person, Words::help_copy_person, 2);
const COPY_PHONE: Row =
    row(&[Key::Char('l')], Action::CopyPhone, Words::roster_key_copy_phone, Words::roster_help_copy_phone, 0);
const COPY_ADDRESS: Row = row(
    &[Key::Char('r')],
    Action::CopyAddress,
    Words::roster_key_copy_address,
    Words::roster_help_copy_address,
    0,
);
const GAPS: Row = row(&[Key::Char('g')], Action::Gaps, Words::key_gaps, Words::help_gaps, 4);
const TREE: Row = row(&[Key::Char('t')], Action::UnitTree, Words::key_unit_tree, Words::help_unit_tree, 7);
const SEARCH: Row =
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::help_search, 9);

const NEW: Row =
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_person, Words::help_new_person, 7);
const DECISION: Row = row(&[Key::Char('q')], Action::EndTerm, Words::key_decision, Words::help_decision, 6);
const MARK: Row = row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::help_mark, 3);
const MARK_ALL: Row =
    row(&[Key::Char('*'), Key::Ctrl('a')], Action::MarkAll, Words::key_mark_all, Words::help_mark_all, 0);
const BULK: Row = row(&[Key::Char('m')], Action::EditMany, Words::key_bulk, Words::help_bulk, 8);
const DELETE: Row =
    row(&[Key::Delete], Action::Delete, Words::key_delete_person, Words::help_delete_person, 0);

static LIST_ROWS: &[Row] = &[
    SEARCH,
    NEW,
    row(&[Key::Enter], Action::Open, Words::key_whole_card, Words::help_whole_card, 8),
    TREE,
    GAPS,
    row(&[Key::Char('h')], Action::Expiring, Words::key_ending, Words::help_ending, 4),
    row(&[Key::Char('f')], Action::Filter, Words::roster_key_show, Words::roster_help_show, 5),
    row(&[Key::Char('p')], Action::Export, Words::roster_key_output, Words::roster_help_output, 5),
    row(&[Key::F(4)], Action::Views, Words::key_views, Words::roster_help_views, 3),
    row(&[Key::Char('s')], Action::Sort, Words::key_order, Words::help_order, 2),
    row(&[Key::Char('b')], Action::PeopleCharts, Words::charts_key, Words::roster_help_charts, 0),
    row(&[Key::Char(';')], Action::Order, Words::key_sort, Words::help_sort, 0),
    COPY_PHONE,
    COPY_ADDRESS,
    EDIT,
    COPY,
    DECISION,
    BULK,
    MARK,
    MARK_ALL,
    DELETE,
    row(&[Key::Char('x')], Action::Import, Words::key_import_list, Words::help_import_list, 1),
];

/// What the tab opens with.
pub static LIST: Place = Place::list("roster", Words::key_place_roster, LIST_ROWS);

const KEEP_VIEW: Row = row(&[Key::Ctrl('s')], Action::Save, Words::key_view_keep, Words::help_view_keep, 7);

static SEARCH_ROWS: &[Row] =
    &[KEEP_VIEW, row(&[Key::F(2)], Action::Edit, Words::key_edit_person, Words::help_edit_person, 0)];

/// The field that narrows the roster while one types.
pub static FIND: Place = Place::line("roster-find", Words::key_place_search, SEARCH_ROWS);

static CARD_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Back, Words::key_back, Words::help_back, 8),
    EDIT,
    DECISION,
    COPY,
    COPY_PHONE,
    COPY_ADDRESS,
];

/// A card on the whole screen; up and down go to the next person.
pub static CARD: Place = Place::list("roster-card", Words::key_place_person, CARD_ROWS);

static TREE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_of_unit, Words::help_of_unit, 9),
    GAPS,
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_unit, Words::help_new_unit, 7),
    row(&[Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_edit_unit, 7),
    row(&[Key::Delete], Action::Delete, Words::key_delete_person, Words::help_delete_unit, 2),
    row(
        &[Key::Char('s')],
        Action::Reorganise,
        Words::roster_key_reorganise,
        Words::roster_help_reorganise,
        8,
    ),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::roster_help_mark_unit, 5),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::roster_help_unit_up, 3),
    row(
        &[Key::CtrlDown, Key::Char('.')],
        Action::ScrollDown,
        Words::key_rule_down,
        Words::roster_help_unit_down,
        3,
    ),
    row(&[Key::Char('h')], Action::GoneUnits, Words::roster_key_gone, Words::roster_help_gone, 2),
    row(&[Key::Char('t')], Action::Back, Words::key_back, Words::help_back, 8),
];

/// The unit tree.
pub static UNITS: Place = Place::list("roster-units", Words::key_place_unit_tree, TREE_ROWS);

static IMPORT_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_confirm, Words::help_confirm, 9),
    row(&[Key::Char('c')], Action::Columns, Words::roster_key_columns, Words::roster_help_columns, 8),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 7),
];

/// Whether to import.
pub static IMPORT: Place = Place::choice("roster-import", Words::roster_import, IMPORT_ROWS).over_the_room();

static COLUMNS_ROWS: &[Row] = &[
    row(
        &[Key::Ctrl('s')],
        Action::Save,
        Words::roster_key_confirm_columns,
        Words::roster_help_confirm_columns,
        9,
    ),
    row(&[Key::Enter], Action::Open, Words::roster_key_column, Words::roster_help_column, 8),
    row(&[Key::Delete], Action::Delete, Words::roster_key_column_none, Words::roster_help_column_none, 7),
    row(&[Key::Tab], Action::NextPane, Words::roster_key_next_list, Words::roster_help_next_list, 5),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 6),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
];

/// What the columns of a list hold.
pub static COLUMNS: Place =
    Place::choice("roster-columns", Words::roster_columns_title, COLUMNS_ROWS).over_the_room();

static PLAN_ROWS: &[Row] = &[
    row(&[Key::Ctrl('s')], Action::Save, Words::roster_key_carry_out, Words::roster_help_carry_out, 9),
    row(&[Key::Right], Action::Right, Words::roster_key_turn, Words::roster_help_turn, 8),
    row(&[Key::Left], Action::Left, Words::roster_key_turn_back, Words::roster_help_turn_back, 0),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::roster_help_mark_line, 5),
    row(&[Key::Esc], Action::Back, Words::roster_key_amend, Words::roster_help_amend, 7),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
];

/// What reorganising units would do.
pub static PLAN: Place =
    Place::choice("roster-plan", Words::roster_reorganise_title, PLAN_ROWS).over_the_room();

/// Filters with a name.
pub static VIEWS: Place =
    Place::choice("roster-views", Words::inbox_views_title, super::inbox::VIEWS_ROWS).over_the_room();

/// Charts of who the list shows.
pub static CHARTS: Place =
    Place::choice("roster-charts", Words::charts_title, super::duties::CHARTS_ROWS).over_the_room();

/// The places of this tab.
pub static PLACES: &[&Place] = &[&LIST, &FIND, &CARD, &UNITS, &IMPORT, &COLUMNS, &PLAN, &VIEWS, &CHARTS];
