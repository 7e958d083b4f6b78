//! Keys of forms. What the field with the cursor is decides which of the places it is.

use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

/// What kind of field has the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// One line of text.
    Line,
    /// Text of several lines.
    Text,
    /// A few fixed values.
    Choice,
    /// The open list of a field that is filled by typing.
    List,
}

const SAVE: Row = row(&[Key::Ctrl('s'), Key::F(2)], Action::Save, Words::key_save, Words::help_save, 9);
const SAVE_NEXT: Row =
    row(&[Key::Ctrl('n')], Action::SaveNext, Words::form_key_save_next, Words::form_help_save_next, 8);
const ENTER: Row = row(&[Key::Enter], Action::Open, Words::form_key_next, Words::form_help_next, 7);
const TAKE: Row = row(&[Key::Enter], Action::Open, Words::key_accept, Words::form_help_take, 9);
const TAB: Row = row(&[Key::Tab], Action::NextPane, Words::key_next_pane, Words::help_next_pane, 6);
const SECTION: Row =
    row(&[Key::PageDown], Action::PageDown, Words::form_key_section, Words::form_help_section, 4);
const LEAVE: Row = row(&[Key::Esc], Action::Back, Words::form_key_leave, Words::form_help_leave, 5);
const CLOSE: Row = row(&[Key::Esc], Action::Back, Words::form_key_close, Words::form_help_close, 5);
const MASK: Row =
    row(&[Key::Ctrl('g')], Action::MaskPersonal, Words::form_key_mask, Words::form_help_mask, 6);

const FILES: Row = row(&[Key::Ctrl('o')], Action::Import, Words::form_key_files, Words::form_help_files, 3);
const DROP: Row = row(&[Key::Ctrl('d')], Action::DropDraft, Words::form_key_drop, Words::form_help_drop, 5);

const BROWSE: Row = row(&[Key::F(4)], Action::Browse, Words::browse_key, Words::browse_help, 9);

const KEYS: Row = row(&[Key::Ctrl('k')], Action::OwnKeys, Words::key_own_keys, Words::help_own_keys, 6);

const RECIPIENTS: Row = row(
    &[Key::F(5)],
    Action::Recipients,
    Words::orientations_key_recipients,
    Words::orientations_help_recipients,
    8,
);

const ALIKE: Row =
    row(&[Key::Ctrl('l')], Action::Alike, Words::roster_key_alike, Words::roster_help_alike, 10);

static LINE_ROWS: &[Row] = &[SAVE, ALIKE, BROWSE, RECIPIENTS, ENTER, LEAVE, KEYS, SECTION, FILES, MASK, DROP];
static TEXT_ROWS: &[Row] = &[SAVE, RECIPIENTS, TAB, LEAVE, FILES, MASK, DROP];
static LIST_ROWS: &[Row] = &[TAKE, SAVE, CLOSE];
static CHAIN_LINE_ROWS: &[Row] = &[SAVE, ALIKE, SAVE_NEXT, BROWSE, ENTER, LEAVE, SECTION, FILES, MASK, DROP];
static CHAIN_TEXT_ROWS: &[Row] = &[SAVE, SAVE_NEXT, TAB, LEAVE, FILES, MASK, DROP];
static CHAIN_LIST_ROWS: &[Row] = &[TAKE, SAVE, SAVE_NEXT, CLOSE];

static LINE: Place = Place::line("form-line", Words::key_place_form, LINE_ROWS).over_the_room();
static TEXT: Place = Place::text("form-text", Words::key_place_form, TEXT_ROWS).over_the_room();
static CHOICE: Place = Place::line("form-choice", Words::key_place_form, LINE_ROWS).over_the_room();
static LIST: Place = Place::line("form-list", Words::key_place_form, LIST_ROWS).over_the_room();
static CHAIN_LINE: Place =
    Place::line("form-chain-line", Words::key_place_form, CHAIN_LINE_ROWS).over_the_room();
static CHAIN_TEXT: Place =
    Place::text("form-chain-text", Words::key_place_form, CHAIN_TEXT_ROWS).over_the_room();
static CHAIN_CHOICE: Place =
    Place::line("form-chain-choice", Words::key_place_form, CHAIN_LINE_ROWS).over_the_room();
static CHAIN_LIST: Place =
    Place::line("form-chain-list", Words::key_place_form, CHAIN_LIST_ROWS).over_the_room();

/// The place of a field; `chain`: records are entered one after the other.
pub fn place(field: Field, chain: bool) -> &'static Place {
    match (field, chain) {
        (Field::Line, false) => &LINE,
        (Field::Text, false) => &TEXT,
        (Field::Choice, false) => &CHOICE,
        (Field::List, false) => &LIST,
        (Field::Line, true) => &CHAIN_LINE,
        (Field::Text, true) => &CHAIN_TEXT,
        (Field::Choice, true) => &CHAIN_CHOICE,
        (Field::List, true) => &CHAIN_LIST,
    }
}

/// The places of forms.
pub static PLACES: &[&Place] =
    &[&LINE, &TEXT, &CHOICE, &LIST, &CHAIN_LINE, &CHAIN_TEXT, &CHAIN_CHOICE, &CHAIN_LIST];
