//! Keys of the inbox (Hộp báo cáo). The letters are the first sounds of the decisions in Vietnamese.

use super::global::{COPY, SCROLL_DOWN, SCROLL_UP};
use super::{Key, Place, Row, row};
use crate::screen::action::{Action, Decision};
use crate::words::Words;

static QUEUE_ROWS: &[Row] = &[
    row(&[Key::Char('t')], Action::Triage(Decision::Include), Words::key_include, Words::help_include, 9),
    row(&[Key::Char('b')], Action::Triage(Decision::Wait), Words::key_wait, Words::help_wait, 9),
    row(&[Key::Char('l')], Action::Triage(Decision::File), Words::key_file, Words::help_file, 9),
    row(
        &[Key::Char('g')],
        Action::Triage(Decision::Duplicate),
        Words::key_duplicate,
        Words::help_duplicate,
        8,
    ),
    row(&[Key::Char('v')], Action::Issue, Words::key_issue, Words::help_issue, 7),
    row(&[Key::Char('c')], Action::Topic, Words::key_topic, Words::help_topic, 7),
    row(&[Key::Char('x')], Action::Verify, Words::key_verify, Words::help_verify, 1),
    row(&[Key::Char('m')], Action::Triage(Decision::Reopen), Words::key_reopen, Words::help_reopen, 0),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_mark, Words::help_mark, 0),
    row(&[Key::Char('*'), Key::Ctrl('a')], Action::MarkAll, Words::key_mark_all, Words::help_mark_all, 0),
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::help_search, 2),
    row(&[Key::Char('f')], Action::Filter, Words::key_filter, Words::help_filter, 1),
    row(&[Key::F(4)], Action::Views, Words::key_views, Words::help_views, 1),
    row(&[Key::Char(';')], Action::Sort, Words::key_sort, Words::help_sort, 0),
    row(&[Key::Enter], Action::Open, Words::key_read, Words::help_read, 0),
    SCROLL_DOWN,
    SCROLL_UP,
    row(&[Key::Char('n'), Key::Ctrl('n')], Action::New, Words::key_intake, Words::help_intake, 8),
    row(&[], Action::Import, Words::form_key_files, Words::form_help_files, 0),
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::inbox_form_help_edit, 0),
    row(&[Key::Char('h')], Action::EditIssue, Words::inbox_form_key_issue, Words::inbox_form_help_issue, 0),
    row(&[Key::Char('r')], Action::Assign, Words::key_assign, Words::help_assign, 0),
    row(&[], Action::Rules, Words::key_rules, Words::help_rules, 0),
    row(&[], Action::Duties, Words::inbox_form_key_duties, Words::inbox_form_help_duties, 0),
    row(&[Key::Char('6')], Action::Charts, Words::charts_key, Words::charts_help, 0),
    row(&[Key::Char('p')], Action::Reply, Words::key_reply, Words::help_reply, 0),
    row(&[Key::Char('s')], Action::Split, Words::key_split, Words::help_split, 0),
    row(&[Key::Tab], Action::NextPane, Words::key_sentences, Words::help_sentences, 0),
    row(&[Key::Ctrl('g')], Action::MaskPersonal, Words::form_key_mask, Words::inbox_help_mask, 0),
    row(&[Key::Char('q')], Action::Files, Words::inbox_key_files, Words::inbox_help_files, 0),
];

/// The queue.
pub static QUEUE: Place = Place::list("inbox", Words::key_place_inbox, QUEUE_ROWS);

/// Looking for words.
pub static SEARCH: Place = Place::line("inbox-search", Words::key_place_search, &[]);

/// Writing a filter; Tab completes.
pub static FILTER: Place = Place::line("inbox-filter", Words::key_place_filter, FILTER_ROWS);

static FILTER_ROWS: &[Row] =
    &[row(&[Key::Ctrl('s')], Action::Save, Words::key_view_keep, Words::help_view_keep, 7)];

pub(super) static VIEWS_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_view_open, Words::help_view_open, 9),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_view_keep, Words::help_view_keep, 8),
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::help_view_edit, 7),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::help_view_up, 5),
    row(&[Key::CtrlDown, Key::Char('.')], Action::ScrollDown, Words::key_rule_down, Words::help_view_down, 4),
    row(&[Key::Delete], Action::Delete, Words::key_rule_remove, Words::help_view_remove, 3),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    HOME,
    END,
];

/// The views of the queue.
pub static VIEWS: Place = Place::choice("inbox-views", Words::inbox_views_title, VIEWS_ROWS).over_the_room();

/// A short list whose digits choose.
pub static MENU: Place = Place::line("inbox-menu", Words::key_place_menu, &[]).over_the_room();

static COMPARE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_duplicate, Words::help_gather_here, 9),
    row(&[Key::Right, Key::Tab], Action::Right, Words::key_next_alike, Words::help_next_alike, 8),
    row(&[Key::Left, Key::BackTab], Action::Left, Words::key_previous_alike, Words::help_previous_alike, 7),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 6),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 5),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    COPY,
];

/// Two items side by side.
pub static COMPARE: Place =
    Place::choice("inbox-compare", Words::key_place_compare, COMPARE_ROWS).over_the_room();

const BEGINS: Row =
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_begins_here, Words::help_begins_here, 9);
const SPLITS: Row = row(&[Key::Enter], Action::Open, Words::key_split, Words::help_split_here, 8);
const JOINS: Row =
    row(&[Key::Char('g')], Action::Triage(Decision::Duplicate), Words::key_join, Words::help_join, 7);
const LEAVES: Row = row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 6);
const UP: Row = row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0);
const DOWN: Row = row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0);
const HOME: Row = row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0);
const END: Row = row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0);

static SPLIT_ROWS: &[Row] = &[BEGINS, SPLITS, JOINS, LEAVES, UP, DOWN, HOME, END];
static SPLIT_FIRST_ROWS: &[Row] = &[BEGINS, SPLITS, LEAVES, UP, DOWN, HOME, END];

/// Splitting an item at its paragraphs.
pub static SPLIT: Place = Place::choice("inbox-split", Words::key_place_split, SPLIT_ROWS).over_the_room();

/// The same for the first item of a report, which has none before it to be joined to.
pub static SPLIT_FIRST: Place =
    Place::choice("inbox-split-first", Words::key_place_split, SPLIT_FIRST_ROWS).over_the_room();

static SENTENCES_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_sentence_take, Words::help_sentence_take, 9),
    row(&[Key::Right], Action::Right, Words::key_tendency, Words::help_tendency_next, 7),
    row(&[Key::Left], Action::Left, Words::key_tendency_back, Words::help_tendency_back, 0),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_sentence_mark, Words::help_sentence_mark, 5),
    row(&[Key::Delete], Action::Delete, Words::key_sentence_remove, Words::help_sentence_remove, 5),
    row(&[Key::F(2)], Action::Edit, Words::inbox_form_key_edit, Words::inbox_form_help_edit, 3),
    row(&[Key::Ctrl('g')], Action::MaskPersonal, Words::form_key_mask, Words::inbox_help_mask, 4),
    row(&[Key::Char('z'), Key::Ctrl('z')], Action::Undo, Words::key_undo, Words::help_undo, 2),
    row(&[Key::Esc, Key::Tab], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    HOME,
    END,
];

/// The text of an item sentence by sentence.
pub static SENTENCES: Place =
    Place::choice("inbox-sentences", Words::inbox_sentences_title, SENTENCES_ROWS).over_the_room();

static PERSONAL_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::form_key_mask, Words::inbox_help_mask, 9),
    row(&[Key::Char(' '), Key::Insert], Action::Mark, Words::key_personal_stay, Words::help_personal_stay, 8),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 6),
    UP,
    DOWN,
    HOME,
    END,
];

/// What may tell who a citizen is.
pub static PERSONAL: Place =
    Place::choice("inbox-personal", Words::inbox_personal_title, PERSONAL_ROWS).over_the_room();

static ANSWERS_ROWS: &[Row] = &[
    row(&[Key::Char('c')], Action::Copy, Words::key_copy_text, Words::inbox_help_copy_answer, 9),
    row(&[Key::F(2), Key::Enter], Action::Edit, Words::inbox_form_key_edit, Words::inbox_help_mend_answer, 8),
    row(&[Key::Char('n')], Action::New, Words::inbox_key_another_answer, Words::inbox_help_another_answer, 7),
    row(
        &[Key::Right, Key::Tab],
        Action::Right,
        Words::inbox_key_next_answer,
        Words::inbox_help_next_answer,
        5,
    ),
    row(
        &[Key::Left, Key::BackTab],
        Action::Left,
        Words::inbox_key_previous_answer,
        Words::inbox_help_previous_answer,
        0,
    ),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
];

/// The answers that were given to an item.
pub static ANSWERS: Place =
    Place::choice("inbox-answers", Words::inbox_key_place_answers, ANSWERS_ROWS).over_the_room();

static FILES_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::inbox_key_save_file, Words::inbox_help_save_file, 9),
    row(&[Key::Char('t')], Action::Export, Words::inbox_key_save_files, Words::inbox_help_save_files, 8),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::inbox_key_attach, Words::inbox_help_attach, 8),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    HOME,
    END,
];

/// The files kept with a report.
pub static FILES: Place =
    Place::choice("inbox-files", Words::inbox_key_place_files, FILES_ROWS).over_the_room();

static LOOKING_ROWS: &[Row] = &[row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 9)];

/// Files are being looked at.
pub static LOOKING: Place =
    Place::choice("inbox-looking", Words::inbox_key_place_rehearsal, LOOKING_ROWS).over_the_room();

static REHEARSAL_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::inbox_key_bring_in, Words::inbox_help_bring_in, 9),
    row(
        &[Key::Char(' '), Key::Insert],
        Action::Mark,
        Words::inbox_key_leave_out,
        Words::inbox_help_leave_out,
        8,
    ),
    row(&[Key::Char('m')], Action::Encoding, Words::inbox_key_encoding, Words::inbox_help_encoding, 7),
    row(&[Key::Char('c')], Action::Columns, Words::inbox_key_columns, Words::inbox_help_columns, 7),
    SCROLL_DOWN,
    SCROLL_UP,
    LEAVES,
    UP,
    DOWN,
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    HOME,
    END,
    COPY,
];

/// What files would make, before they are brought in.
pub static REHEARSAL: Place =
    Place::choice("inbox-rehearsal", Words::inbox_key_place_rehearsal, REHEARSAL_ROWS).over_the_room();

static COLUMNS_ROWS: &[Row] = &[
    row(
        &[Key::Ctrl('s')],
        Action::Save,
        Words::inbox_key_confirm_columns,
        Words::inbox_help_confirm_columns,
        9,
    ),
    row(&[Key::Enter], Action::Open, Words::inbox_key_column, Words::inbox_help_column, 8),
    row(&[Key::Delete], Action::Delete, Words::inbox_key_column_none, Words::inbox_help_column_none, 7),
    LEAVES,
    UP,
    DOWN,
    HOME,
    END,
];

/// What the columns of a log hold.
pub static COLUMNS: Place =
    Place::choice("inbox-columns", Words::inbox_key_place_columns, COLUMNS_ROWS).over_the_room();

static RULES_ROWS: &[Row] = &[
    row(&[Key::Enter, Key::F(2)], Action::Open, Words::inbox_form_key_edit, Words::help_rule_edit, 8),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_rule_new, Words::help_rule_new, 9),
    row(&[Key::Char('r')], Action::Assign, Words::key_rules_give, Words::help_rules_give, 7),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::help_rule_up, 5),
    row(&[Key::CtrlDown, Key::Char('.')], Action::ScrollDown, Words::key_rule_down, Words::help_rule_down, 4),
    row(&[Key::Delete], Action::Delete, Words::key_rule_remove, Words::help_rule_remove, 3),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    HOME,
    END,
];

/// The rules that give new items to colleagues.
pub static RULES: Place = Place::choice("inbox-rules", Words::key_place_rules, RULES_ROWS).over_the_room();

/// The places of the inbox.
pub static PLACES: &[&Place] = &[
    &QUEUE,
    &SEARCH,
    &FILTER,
    &VIEWS,
    &MENU,
    &COMPARE,
    &SPLIT,
    &SPLIT_FIRST,
    &SENTENCES,
    &PERSONAL,
    &ANSWERS,
    &FILES,
    &LOOKING,
    &REHEARSAL,
    &COLUMNS,
    &RULES,
];
