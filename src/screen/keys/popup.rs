//! Keys of the windows over a room, and of the first screen.

use super::global::COPY;
use super::{Key, Place, Row, row};
use crate::screen::action::Action;
use crate::words::Words;

/// Type to find and choose.
pub static PICKER: Place = Place::line("picker", Words::key_place_picker, &[]).over_the_room();

static PICKER_MANY_ROWS: &[Row] = &[row(&[Key::Insert], Action::Mark, Words::key_mark, Words::help_mark, 9)];

/// Type to find and mark several: Insert marks, because the blank is text.
pub static PICKER_MANY: Place =
    Place::line("picker-many", Words::key_place_picker, PICKER_MANY_ROWS).over_the_room();

/// A line of text is asked for.
pub static PROMPT: Place = Place::line("prompt", Words::key_place_prompt, &[]).over_the_room();

/// Chooses files for the line with the cursor.
pub(super) const BROWSE: Row =
    row(&[Key::F(4), Key::Tab], Action::Browse, Words::browse_key, Words::browse_help, 7);

static PATH_ROWS: &[Row] = &[BROWSE];

/// The path of a file or folder is asked for.
pub static PATH: Place = Place::line("path", Words::browse_key_place_path, PATH_ROWS).over_the_room();

static BROWSING_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::browse_key_open, Words::browse_help_open, 9),
    row(&[Key::Insert], Action::Mark, Words::key_mark, Words::browse_help_mark, 8),
    row(&[Key::Ctrl('s')], Action::Save, Words::browse_key_take, Words::browse_help_take, 7),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 6),
];

/// Choosing files: typing narrows, Backspace goes up.
pub static BROWSING: Place = Place::line("browse", Words::browse_key_place, BROWSING_ROWS).over_the_room();

static CONFIRM_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::key_confirm, Words::help_confirm, 9),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 8),
];

/// A question: Enter does it, Esc does not.
pub static CONFIRM: Place = Place::choice("confirm", Words::key_place_confirm, CONFIRM_ROWS).over_the_room();

static READING: &[Row] = &[
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown, Key::Char(' ')], Action::PageDown, Words::key_page_down, Words::help_page_down, 9),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    row(&[Key::Esc, Key::Enter], Action::Back, Words::key_close, Words::help_close, 8),
    COPY,
];

/// A page to read.
pub static READER: Place = Place::choice("reader", Words::key_place_reader, READING).over_the_room();

static PREVIEW_ROWS: &[Row] = &[
    row(
        &[Key::PageDown, Key::Char(' '), Key::Right],
        Action::PageDown,
        Words::key_preview_next,
        Words::help_preview_next,
        9,
    ),
    row(&[Key::PageUp, Key::Left], Action::PageUp, Words::key_preview_before, Words::help_preview_before, 8),
    row(&[Key::Enter], Action::Open, Words::key_paper_save, Words::help_paper_save, 7),
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
];

/// A paper that is read before it is printed.
pub static PREVIEW: Place = Place::choice("preview", Words::key_place_preview, PREVIEW_ROWS);

static HELP_ROWS: &[Row] = &[
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 9),
    row(&[Key::Esc, Key::Enter], Action::Back, Words::key_close, Words::help_close, 8),
];

/// F1: typing looks for a key or a word.
pub static HELP: Place = Place::line("help", Words::key_place_help, HELP_ROWS).over_the_room();

static PALETTE_ROWS: &[Row] = &[row(&[Key::Enter], Action::Open, Words::key_run, Words::help_run, 9)];

/// Every command by name.
pub static PALETTE: Place = Place::line("palette", Words::key_place_palette, PALETTE_ROWS).over_the_room();

static START_ROWS: &[Row] = &[
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j'), Key::Tab], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::Enter], Action::Open, Words::key_open, Words::help_open, 9),
    row(&[Key::Ctrl('t')], Action::Settings, Words::key_settings, Words::help_settings, 4),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 3),
];

/// The first screen, when no file is open.
pub static START: Place = Place::choice("start", Words::key_place_start, START_ROWS).over_the_room();

static TEST_ROWS: &[Row] = &[
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 7),
    row(&[Key::Down, Key::Char('j'), Key::Tab], Action::Down, Words::key_down, Words::help_down, 8),
    row(&[Key::Enter], Action::Open, Words::key_accept, Words::help_accept, 9),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 0),
];

/// Which letters and signs the console shows.
pub static TEST: Place = Place::choice("test-page", Words::key_place_test, TEST_ROWS).over_the_room();

static MENU_ROWS: &[Row] = &[
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::Left, Key::BackTab], Action::Left, Words::menu_key_before, Words::menu_help_before, 7),
    row(&[Key::Right, Key::Tab], Action::Right, Words::menu_key_after, Words::menu_help_after, 8),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    row(&[Key::Enter], Action::Open, Words::key_run, Words::help_run, 9),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 6),
];

/// F9: the keys that stand beside the commands work in it too.
pub static MENU: Place = Place::choice("menu", Words::key_place_bar, MENU_ROWS).over_the_room();

static KEYS_ROWS: &[Row] = &[
    row(&[Key::Enter], Action::Open, Words::keys_key_change, Words::keys_help_change, 9),
    row(&[Key::Insert], Action::New, Words::keys_key_add, Words::keys_help_add, 6),
    row(&[Key::Delete], Action::Delete, Words::keys_key_reset, Words::keys_help_reset, 8),
    row(&[Key::Ctrl('r')], Action::Revert, Words::keys_key_reset_all, Words::keys_help_reset_all, 7),
    row(&[Key::Esc], Action::Back, Words::key_close, Words::help_close, 8),
];

/// The person's own keys: typing looks for a command.
pub static KEYS: Place = Place::line("keys", Words::keys_title, KEYS_ROWS).over_the_room();

static KEY_PRESS_ROWS: &[Row] = &[row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 9)];

/// The next key is to be a command's.
pub static KEY_PRESS: Place =
    Place::choice("keys-press", Words::keys_change_title, KEY_PRESS_ROWS).over_the_room();

/// The places of windows.
pub static PLACES: &[&Place] = &[
    &PICKER,
    &PICKER_MANY,
    &PROMPT,
    &PATH,
    &BROWSING,
    &CONFIRM,
    &READER,
    &PREVIEW,
    &HELP,
    &PALETTE,
    &START,
    &TEST,
    &MENU,
    &KEYS,
    &KEY_PRESS,
];
