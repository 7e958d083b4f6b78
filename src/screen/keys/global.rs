//! Keys that work in every room, and those that go with a kind of place.

use super::{Key, Row, row};
use crate::screen::action::{Action, InputEvent, Tab};
use crate::words::Words;

/// Copies what the cursor is on. In a text the same key copies what is selected.
pub const COPY: Row = row(&[Key::Ctrl('c')], Action::Copy, Words::key_copy_text, Words::help_copy, 1);

/// What is typed next stands in place of the whole text.
const SELECT_ALL: Row = row(
    &[Key::Ctrl('a')],
    Action::Input(InputEvent::SelectAll),
    Words::key_select_all,
    Words::help_select_all,
    0,
);

/// What stands below or beside a list moves, and the list does not.
pub const SCROLL_DOWN: Row = row(
    &[Key::Char('.'), Key::CtrlDown],
    Action::ScrollDown,
    Words::key_scroll_down,
    Words::help_scroll_down,
    0,
);
/// Back up in it.
pub const SCROLL_UP: Row =
    row(&[Key::Char(','), Key::CtrlUp], Action::ScrollUp, Words::key_scroll_up, Words::help_scroll_up, 0);

/// Moving in a list.
pub static LIST: &[Row] = &[
    COPY,
    row(&[Key::Up, Key::Char('k')], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down, Key::Char('j')], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::Left], Action::Left, Words::key_left, Words::help_left, 0),
    row(&[Key::Right], Action::Right, Words::key_right, Words::help_right, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Home], Action::Home, Words::key_home, Words::help_home, 0),
    row(&[Key::End], Action::End, Words::key_end, Words::help_end, 0),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 0),
];

/// Beside a text field of one line.
pub static LINE: &[Row] = &[
    row(&[Key::Ctrl('c')], Action::Copy, Words::key_copy_text, Words::help_copy, 0),
    SELECT_ALL,
    row(
        &[Key::Ctrl('v')],
        Action::Input(InputEvent::PasteKept),
        Words::key_paste_text,
        Words::help_paste_text,
        0,
    ),
    row(&[Key::Up], Action::Up, Words::key_up, Words::help_up, 0),
    row(&[Key::Down], Action::Down, Words::key_down, Words::help_down, 0),
    row(&[Key::PageUp], Action::PageUp, Words::key_page_up, Words::help_page_up, 0),
    row(&[Key::PageDown], Action::PageDown, Words::key_page_down, Words::help_page_down, 0),
    row(&[Key::Enter], Action::Open, Words::key_accept, Words::help_accept, 8),
    row(&[Key::Esc], Action::Back, Words::key_cancel, Words::help_cancel, 7),
    row(&[Key::Tab], Action::NextPane, Words::key_next_pane, Words::help_next_pane, 0),
    row(&[Key::BackTab], Action::PreviousPane, Words::key_previous_pane, Words::help_previous_pane, 0),
];

/// In a text of many lines.
pub static TEXT: &[Row] = &[
    row(&[Key::Ctrl('s')], Action::Save, Words::key_save, Words::help_save, 8),
    row(&[Key::Esc], Action::Back, Words::key_back, Words::help_back, 7),
    row(&[Key::Tab], Action::NextPane, Words::key_next_pane, Words::help_next_pane, 0),
    row(&[Key::BackTab], Action::PreviousPane, Words::key_previous_pane, Words::help_previous_pane, 0),
    row(&[Key::Ctrl('f')], Action::Input(InputEvent::Find), Words::key_find, Words::help_find, 5),
    row(&[Key::F(3)], Action::Input(InputEvent::FindNext), Words::key_find_next, Words::help_find_next, 0),
    row(
        &[Key::Ctrl('b')],
        Action::Input(InputEvent::BeginSelection),
        Words::key_select,
        Words::help_select,
        4,
    ),
    SELECT_ALL,
    row(&[Key::Ctrl('c')], Action::Input(InputEvent::Copy), Words::key_copy_text, Words::help_copy_text, 3),
    row(&[Key::Ctrl('x')], Action::Input(InputEvent::Cut), Words::key_cut_text, Words::help_cut_text, 3),
    row(
        &[Key::Ctrl('v')],
        Action::Input(InputEvent::PasteKept),
        Words::key_paste_text,
        Words::help_paste_text,
        3,
    ),
    row(&[Key::Ctrl('e')], Action::OwnEditor, Words::key_own_editor, Words::help_own_editor, 2),
];

/// Everywhere but in a window over the room. In a text field the letters and digits are text, and Ctrl-Z and Ctrl-Y belong
/// to the text.
pub static EVERYWHERE: &[Row] = &[
    row(&[Key::Char('1')], Action::Tab(Tab::Roster), Words::key_tab_roster, Words::help_tab, 0),
    row(&[Key::Char('2')], Action::Tab(Tab::Training), Words::key_tab_training, Words::help_tab, 0),
    row(&[Key::Char('3')], Action::Tab(Tab::Inbox), Words::key_tab_inbox, Words::help_tab, 0),
    row(&[Key::Char('4')], Action::Tab(Tab::Summary), Words::key_tab_summary, Words::help_tab, 0),
    row(&[Key::Char('z'), Key::Ctrl('z')], Action::Undo, Words::key_undo, Words::help_undo, 3),
    row(&[Key::Ctrl('y')], Action::Redo, Words::key_redo, Words::help_redo, 0),
    row(&[Key::F(5)], Action::Refresh, Words::key_refresh, Words::help_refresh, 0),
    row(&[Key::Ctrl('o')], Action::OpenFile, Words::key_open_file, Words::help_open_file, 0),
    row(&[Key::Ctrl('t')], Action::Settings, Words::key_settings, Words::help_settings, 0),
    row(&[Key::Char('5')], Action::Overdue, Words::overdue_key, Words::overdue_help, 0),
    row(&[Key::Char('7')], Action::Issues, Words::issues_key, Words::issues_help, 0),
    row(&[Key::Char('8')], Action::Orientations, Words::orientations_key, Words::orientations_help, 0),
    row(&[Key::Char('9')], Action::Surveys, Words::survey_key, Words::survey_help, 0),
    row(&[Key::F(6)], Action::Decisions, Words::key_decisions, Words::help_decisions, 0),
    row(&[Key::F(7)], Action::UndoList, Words::key_undo_list, Words::help_undo_list, 0),
    row(&[Key::F(8)], Action::History, Words::key_history, Words::help_history, 0),
    row(&[Key::Ctrl('p')], Action::Palette, Words::key_palette, Words::help_palette, 1),
];

/// What has no key and is found by name.
pub static BY_NAME: &[Row] = &[
    #[cfg(unix)]
    row(&[], Action::Suspend, Words::key_suspend, Words::help_suspend, 0),
    row(&[], Action::OwnKeys, Words::key_own_keys, Words::help_own_keys, 0),
    row(&[], Action::Merge, Words::key_merge, Words::help_merge, 0),
    row(&[], Action::Merges, Words::key_merges, Words::help_merges, 0),
    row(&[], Action::Bundle, Words::key_bundle, Words::help_bundle, 0),
    row(&[], Action::Publish, Words::key_publish, Words::help_publish, 0),
];

/// The place on the hint line of what always stands at its end, for people who know no key yet.
pub const PINNED: u8 = 10;

/// Everywhere, in windows too.
pub static ALWAYS: &[Row] = &[
    row(&[Key::F(1)], Action::Help, Words::key_help, Words::help_help, 2),
    row(&[Key::F(9)], Action::Menu, Words::key_menu, Words::help_menu, PINNED),
    row(&[Key::F(12)], Action::SwitchTyping, Words::key_typing, Words::help_typing, 0),
    row(&[Key::Ctrl('q'), Key::F(10)], Action::Quit, Words::key_quit, Words::help_quit, 1),
];
