//! Keys of tab Training (Bồi dưỡng, giao ban).

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

const STATE: Row =
    row(&[Key::Char('t')], Action::Advance, Words::key_class_state, Words::help_class_state, 6);
const TASKS: Row =
    row(&[Key::Char('c')], Action::Preparation, Words::key_class_tasks, Words::help_class_tasks, 6);

const SESSIONS_KEY: Row =
    row(&[Key::Char('l')], Action::Sessions, Words::key_class_sessions, Words::help_class_sessions, 6);
const PEOPLE_KEY: Row =
    row(&[Key::Char('g')], Action::Participants, Words::key_class_people, Words::help_class_people, 6);
const UNITS_KEY: Row =
    row(&[Key::Char('v')], Action::Summoned, Words::key_class_units, Words::help_class_units, 4);
const POINTS_KEY: Row =
    row(&[Key::Char('q')], Action::AgendaPoints, Words::key_class_points, Words::help_class_points, 4);
const EDIT: Row = row(&[Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_edit_class, 7);
const NEXT_PART: Row = row(&[Key::Tab], Action::NextPane, Words::key_next_part, Words::help_next_part, 3);
const DELETE: Row = row(&[Key::Delete], Action::Delete, Words::key_delete_person, Words::help_delete_part, 2);

const PAPERS_KEY: Row =
    row(&[Key::Char('p')], Action::Papers, Words::key_class_papers, Words::help_class_papers, 7);

static AGENDA_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_class, Words::help_new_class, 8),
    EDIT,
    SESSIONS_KEY,
    PEOPLE_KEY,
    UNITS_KEY,
    POINTS_KEY,
    PAPERS_KEY,
    row(&[Key::Char('s')], Action::CopyAsNew, Words::key_class_again, Words::help_class_again, 2),
    DELETE,
    row(&[Key::Enter], Action::Open, Words::key_class_read, Words::help_class_read, 9),
    row(
        &[Key::Left, Key::Char('b')],
        Action::PreviousMonth,
        Words::key_month_before,
        Words::help_month_before,
        8,
    ),
    row(&[Key::Right, Key::Char('f')], Action::NextMonth, Words::key_month_after, Words::help_month_after, 8),
    row(&[Key::Tab], Action::Grid, Words::key_month_grid, Words::help_month_grid, 8),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::help_mark, 0),
    row(&[Key::Char('*'), Key::Ctrl('a')], Action::MarkAll, Words::key_mark_all, Words::help_mark_all, 0),
    row(&[], Action::EditMany, Words::training_key_bulk, Words::training_help_bulk, 0),
    row(&[Key::F(4)], Action::Views, Words::key_views, Words::training_help_views, 5),
    row(&[Key::Char('6')], Action::PeopleCharts, Words::charts_key, Words::training_help_charts, 0),
    row(&[Key::Char(';')], Action::Order, Words::key_sort, Words::help_sort, 0),
    row(&[Key::Char('m')], Action::YearPlan, Words::key_year_plan, Words::help_year_plan, 5),
    row(&[Key::Char('h')], Action::Today, Words::key_month_today, Words::help_month_today, 3),
    row(&[Key::Char('r')], Action::Extend, Words::key_class_extend, Words::help_class_extend, 0),
    row(&[Key::Ctrl('e')], Action::Export, Words::key_calendar, Words::help_calendar, 0),
    STATE,
    TASKS,
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::training_help_search, 5),
    row(&[Key::Char('x')], Action::Import, Words::key_import_list, Words::help_import_attendees, 1),
];

/// What the tab opens with.
pub static AGENDA: Place = Place::list("training", Words::key_place_training, AGENDA_ROWS);

static GRID_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_class_read, Words::help_grid_open, 9),
    row(
        &[Key::PageUp, Key::Char('b')],
        Action::PreviousMonth,
        Words::key_month_before,
        Words::help_month_before,
        8,
    ),
    row(
        &[Key::PageDown, Key::Char('f')],
        Action::NextMonth,
        Words::key_month_after,
        Words::help_month_after,
        8,
    ),
    row(&[Key::Char('h')], Action::Today, Words::key_month_today, Words::help_month_today, 6),
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_class, Words::help_grid_new, 7),
    row(&[Key::Tab], Action::Grid, Words::key_month_list, Words::help_month_list, 7),
];

/// The month as a grid of days.
pub static GRID: Place = Place::list("training-grid", Words::key_place_grid, GRID_ROWS);

/// The field that looks for classes of all months.
pub static FIND: Place = Place::line("training-find", Words::key_place_search, FIND_ROWS);

static FIND_ROWS: &[Row] =
    &[row(&[Key::Ctrl('s')], Action::Save, Words::key_view_keep, Words::help_view_keep, 7)];

/// Filters with a name.
pub static VIEWS: Place =
    Place::choice("training-views", Words::inbox_views_title, super::inbox::VIEWS_ROWS).over_the_room();

static CLASS_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Back, Words::key_back, Words::help_back, 8),
    EDIT,
    SESSIONS_KEY,
    TASKS,
    PEOPLE_KEY,
    UNITS_KEY,
    POINTS_KEY,
    PAPERS_KEY,
    STATE,
];

/// A class, read on the whole screen.
pub static CLASS: Place = Place::list("training-class", Words::key_place_class, CLASS_ROWS);

static SESSION_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_session, Words::help_new_session, 9),
    row(&[Key::Enter, Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_edit_session, 8),
    DELETE,
    NEXT_PART,
    TASKS,
    PEOPLE_KEY,
    UNITS_KEY,
    POINTS_KEY,
];

/// The sessions of a class.
pub static SESSIONS: Place = Place::list("training-sessions", Words::key_place_sessions, SESSION_ROWS);

static TASK_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_task, Words::help_new_task, 9),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_task_done, Words::help_class_tasks, 9),
    row(&[Key::Enter, Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_edit_task, 8),
    DELETE,
    NEXT_PART,
    SESSIONS_KEY,
    PEOPLE_KEY,
    UNITS_KEY,
    POINTS_KEY,
];

/// What is to be prepared for a class.
pub static TASKS_OF: Place = Place::list("training-tasks", Words::key_place_tasks, TASK_ROWS);

static PEOPLE_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_people, Words::help_new_people, 9),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_absent, Words::help_absent, 9),
    row(&[Key::Char('m')], Action::Invite, Words::key_invite, Words::help_invite, 8),
    row(&[Key::Char('p')], Action::Attendance, Words::key_excused, Words::help_excused, 8),
    row(&[Key::Left], Action::Left, Words::key_session_before, Words::help_session_before, 0),
    row(&[Key::Right], Action::Right, Words::key_session_after, Words::help_session_after, 7),
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::help_search, 6),
    DELETE,
    NEXT_PART,
    SESSIONS_KEY,
    TASKS,
    UNITS_KEY,
    POINTS_KEY,
];

/// Who attends a class, and who was absent.
pub static PEOPLE: Place = Place::list("training-people", Words::key_place_people, PEOPLE_ROWS);

static UNIT_ROWS: &[Row] = &[
    row(
        &[Key::Enter, Key::Char('n'), Key::Ctrl('n')],
        Action::New,
        Words::key_new_names,
        Words::help_new_names,
        9,
    ),
    row(&[Key::Char('r')], Action::Remind, Words::overdue_key_remind, Words::help_remind_names, 9),
    NEXT_PART,
    SESSIONS_KEY,
    TASKS,
    PEOPLE_KEY,
    POINTS_KEY,
];

/// The units of a class: names and attendance.
pub static UNITS: Place = Place::list("training-units", Words::key_place_units_of, UNIT_ROWS);

static POINT_ROWS: &[Row] = &[
    row(&[Key::Char('b')], Action::Addition, Words::key_point_addition, Words::help_point_addition, 9),
    row(&[Key::Char('m'), Key::Insert], Action::Insert, Words::key_point_offers, Words::help_point_offers, 9),
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_new_point, Words::help_new_point, 8),
    row(&[Key::Enter, Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_edit_point, 7),
    row(&[Key::Char('x')], Action::Reply, Words::key_point_open, Words::help_point_open, 6),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::help_point_up, 4),
    row(
        &[Key::CtrlDown, Key::Char('.')],
        Action::ScrollDown,
        Words::key_rule_down,
        Words::help_point_down,
        4,
    ),
    DELETE,
    NEXT_PART,
    SESSIONS_KEY,
    TASKS,
    PEOPLE_KEY,
    UNITS_KEY,
];

/// The points of the agenda of a meeting.
pub static POINTS: Place = Place::list("training-points", Words::key_place_points, POINT_ROWS);

static PAPER_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_paper_save, Words::help_paper_save, 9),
    row(&[Key::Char('p')], Action::Preview, Words::key_paper_preview, Words::help_paper_preview, 8),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::help_paper_mark, 7),
    row(&[Key::Char('*')], Action::MarkAll, Words::key_paper_mark_all, Words::help_paper_mark_all, 3),
];

/// The papers of a class.
pub static PAPERS: Place = Place::list("training-papers", Words::key_place_papers, PAPER_ROWS);

static YEAR_ROWS: &[Row] = &[
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_year_new, Words::help_year_new, 9),
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_year_open, 8),
    row(&[Key::F(2)], Action::Edit, Words::key_edit_unit, Words::help_year_edit, 7),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::help_year_up, 4),
    row(&[Key::CtrlDown, Key::Char('.')], Action::ScrollDown, Words::key_rule_down, Words::help_year_down, 4),
    row(
        &[Key::Left, Key::Char('b')],
        Action::PreviousMonth,
        Words::key_year_before,
        Words::help_year_before,
        5,
    ),
    row(&[Key::Right, Key::Char('f')], Action::NextMonth, Words::key_year_after, Words::help_year_after, 5),
    PAPERS_KEY,
    DELETE,
];

/// The plan of a year.
pub static YEAR: Place = Place::list("training-year", Words::key_place_year, YEAR_ROWS);

/// Charts of the classes the agenda shows.
pub static CHARTS: Place =
    Place::choice("training-charts", Words::charts_title, super::duties::CHARTS_ROWS).over_the_room();

/// The places of this tab.
pub static PLACES: &[&Place] = &[
    &AGENDA, &GRID, &FIND, &CLASS, &SESSIONS, &TASKS_OF, &PEOPLE, &UNITS, &POINTS, &PAPERS, &YEAR, &VIEWS,
    &CHARTS,
];
