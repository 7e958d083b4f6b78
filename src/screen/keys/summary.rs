//! Keys of tab Summary (Soạn tổng hợp).

use super::{Key, Place, Row, row};
use crate::screen::action::{Action, Decision};
use crate::words::Words;

const PHRASE_TABLE: Row = row(&[Key::Char('m')], Action::Phrases, Words::key_phrases, Words::help_phrases, 3);

static LIST_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_open, 9),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_new_synthesis, Words::help_new_synthesis, 8),
    row(&[Key::Char('x')], Action::Export, Words::key_export_synthesis, Words::help_export_synthesis, 6),
    row(&[Key::Char('p')], Action::Preview, Words::key_preview, Words::help_preview, 5),
    PHRASE_TABLE,
    REGISTER_KEY,
    row(&[Key::Delete], Action::Delete, Words::key_delete_synthesis, Words::help_delete_synthesis, 0),
];

const REGISTER_KEY: Row =
    row(&[Key::Char('r')], Action::Register, Words::key_register, Words::help_register, 3);

/// The syntheses of the file.
pub static LIST: Place = Place::list("summary", Words::key_place_summary, LIST_ROWS);

/// Keys of the composer beside its text.
const CHECKS: Row = row(&[Key::Char('c')], Action::Checks, Words::key_checks, Words::help_checks, 5);
const NEXT: Row = row(&[Key::Tab], Action::NextPane, Words::key_next_column, Words::help_next_pane, 6);
const PREVIOUS: Row =
    row(&[Key::BackTab], Action::PreviousPane, Words::key_previous_pane, Words::help_previous_pane, 0);
const EXPORT: Row =
    row(&[Key::Char('x')], Action::Export, Words::key_export_synthesis, Words::help_export_synthesis, 7);

const PREVIEW: Row = row(&[Key::Char('p')], Action::Preview, Words::key_preview, Words::help_preview, 4);
const TABLE_KEY: Row =
    row(&[Key::Char('b')], Action::SourceTable, Words::key_source_table, Words::help_source_table, 5);
const SAVE: Row = row(&[Key::Ctrl('s')], Action::Save, Words::key_save, Words::help_save, 0);

static OUTLINE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_write, Words::help_write, 9),
    EXPORT,
    NEXT,
    PREVIOUS,
    SAVE,
    row(&[Key::Char('g')], Action::Gather, Words::key_gather, Words::help_gather, 6),
    CHECKS,
    row(&[Key::Char('l')], Action::Compare, Words::key_compare, Words::help_compare, 3),
    row(&[Key::Char('s')], Action::Head, Words::key_head, Words::help_head, 4),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_add_section, Words::help_add_section, 3),
    row(&[Key::Char('v')], Action::NewBelow, Words::key_add_below, Words::help_add_below, 0),
    row(&[Key::F(2)], Action::Edit, Words::key_name_section, Words::help_name_section, 3),
    row(&[Key::CtrlUp, Key::Char(',')], Action::ScrollUp, Words::key_rule_up, Words::help_section_up, 0),
    row(
        &[Key::CtrlDown, Key::Char('.')],
        Action::ScrollDown,
        Words::key_rule_down,
        Words::help_section_down,
        0,
    ),
    row(&[Key::Char('q')], Action::KeepOutline, Words::key_keep_outline, Words::help_keep_outline, 0),
    row(&[Key::Char('t')], Action::Submit, Words::key_submit, Words::help_submit, 7),
    row(
        &[Key::Char('h')],
        Action::IssueSynthesis,
        Words::key_issue_synthesis,
        Words::help_issue_synthesis,
        7,
    ),
    row(&[Key::Char('m')], Action::Triage(Decision::Reopen), Words::key_take_back, Words::help_take_back, 7),
    PREVIEW,
    REGISTER_KEY,
    TABLE_KEY,
    row(&[Key::Delete], Action::Delete, Words::key_remove_section, Words::help_remove_section, 0),
];

/// The outline of the open synthesis.
pub static OUTLINE: Place = Place::list("summary-outline", Words::key_place_outline, OUTLINE_ROWS);

static EDITOR_ROWS: &[Row] = &[
    NEXT,
    row(&[Key::F(4)], Action::Sources, Words::key_cited, Words::help_cited, 4),
    row(&[Key::Insert, Key::Ctrl('n')], Action::PlaceExhibit, Words::key_place, Words::help_place, 4),
];

/// The text of a section.
pub static EDITOR: Place = Place::text("summary-editor", Words::key_place_section, EDITOR_ROWS);

static SOURCES_ROWS: &[Row] = &[
    row(
        &[Key::Char('t'), Key::Insert],
        Action::Insert,
        Words::key_insert_source,
        Words::help_insert_source,
        9,
    ),
    row(&[Key::Enter], Action::Open, Words::key_read_source, Words::help_read_source, 8),
    row(&[Key::Char('v')], Action::Stands, Words::key_stands, Words::help_stands, 8),
    row(&[Key::Char('s')], Action::ToSentence, Words::key_to_sentence, Words::help_to_sentence, 7),
    row(&[Key::Char('r')], Action::Rephrase, Words::key_rephrase, Words::help_rephrase, 7),
    PHRASE_TABLE,
    row(&[Key::Char('g')], Action::Gather, Words::key_order_sources, Words::help_order_sources, 4),
    NEXT,
    PREVIOUS,
    SAVE,
    CHECKS,
    EXPORT,
    PREVIEW,
    TABLE_KEY,
];

/// What the section can be written from.
pub static SOURCES: Place = Place::list("summary-sources", Words::key_place_sources, SOURCES_ROWS);

const UP: Row = row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0);
const DOWN: Row = row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0);
const PAGE_UP: Row = row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0);
const PAGE_DOWN: Row =
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0);
const HOME: Row = row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0);
const END: Row = row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0);

static FINDINGS_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_lead, Words::help_lead, 9),
    row(&[Key::Char('l')], Action::LeaveOut, Words::key_reason, Words::help_reason, 8),
    row(&[Key::Delete], Action::Delete, Words::key_no_reason, Words::help_no_reason, 7),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
];

/// What the synthesis lacks, one by one.
pub static FINDINGS: Place =
    Place::choice("summary-findings", Words::summary_findings_place, FINDINGS_ROWS).over_the_room();

static TABLE_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_lead, Words::help_lead, 9),
    row(&[Key::Char('l')], Action::LeaveOut, Words::key_reason, Words::help_table_reason, 8),
    row(&[Key::Delete], Action::Delete, Words::key_no_reason, Words::help_no_reason, 3),
    row(&[Key::Tab], Action::NextGroup, Words::key_table_group, Words::help_table_group, 7),
    row(&[Key::Char('/'), Key::F(3)], Action::Search, Words::key_search, Words::help_table_find, 6),
    row(&[Key::Char('x')], Action::Export, Words::key_export_synthesis, Words::help_with_annex, 5),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 4),
    row(&[Key::Char('b')], Action::SourceTable, Words::key_close, Words::help_close, 0),
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
];

static PHRASES_ROWS: &[Row] = &[
    row(&[Key::Enter, Key::F(2)], Action::Open, Words::key_edit_phrase, Words::help_edit_phrase, 9),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_add_phrase, Words::help_add_phrase, 8),
    row(&[Key::Delete], Action::Delete, Words::key_remove_phrase, Words::help_remove_phrase, 7),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
];

/// What the synthesis carries and what it leaves out.
pub static TABLE: Place = Place::choice("summary-table", Words::summary_table, TABLE_ROWS).over_the_room();

static REGISTER_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_register_open, 8),
    row(&[Key::Char('n'), Key::Insert], Action::New, Words::key_register_new, Words::help_register_new, 9),
    row(&[Key::Delete], Action::Delete, Words::key_delete_synthesis, Words::help_register_delete, 5),
    row(&[Key::Char('x')], Action::Export, Words::key_export_synthesis, Words::help_register_export, 7),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
];

/// The register of numbers.
pub static REGISTER: Place =
    Place::choice("summary-register", Words::summary_register, REGISTER_ROWS).over_the_room();

static CITED_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_read_source, Words::help_read_source, 9),
    row(&[Key::Char('v')], Action::Stands, Words::key_stands, Words::help_stands, 8),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 7),
    UP,
    DOWN,
    HOME,
    END,
];

/// The sources of a sentence.
pub static CITED: Place =
    Place::choice("summary-cited", Words::summary_cited_place, CITED_ROWS).over_the_room();

/// Narrows that table.
pub static TABLE_FIND: Place =
    Place::line("summary-table-find", Words::key_place_search, &[]).over_the_room();

/// The sentences drafts are written with.
pub static PHRASES: Place =
    Place::choice("summary-phrases", Words::summary_phrases_place, PHRASES_ROWS).over_the_room();

/// The places of this tab.
pub static PLACES: &[&Place] =
    &[&LIST, &OUTLINE, &EDITOR, &SOURCES, &FINDINGS, &REGISTER, &CITED, &TABLE, &TABLE_FIND, &PHRASES];
