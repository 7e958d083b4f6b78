//! Keys as the program knows them, whatever the terminal sent.

use std::borrow::Cow;
use std::collections::VecDeque;

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::words::Words;

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A printable character; the blank too.
    Char(char),
    /// Ctrl and a small letter.
    Ctrl(char),
    /// A function key.
    F(u8),
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Ctrl and arrow up.
    CtrlUp,
    /// Ctrl and arrow down.
    CtrlDown,
    /// Ctrl and arrow left.
    CtrlLeft,
    /// Ctrl and arrow right.
    CtrlRight,
    /// Shift and a key that moves the cursor: it selects.
    Shift(Cursor),
    /// Home.
    Home,
    /// End.
    End,
    /// Ctrl-Home.
    CtrlHome,
    /// Ctrl-End.
    CtrlEnd,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace, also as 0x08.
    Backspace,
    /// Insert.
    Insert,
    /// Delete.
    Delete,
}

/// A key that moves the cursor and was pressed with Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cursor {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Ctrl and arrow up.
    CtrlUp,
    /// Ctrl and arrow down.
    CtrlDown,
    /// Ctrl and arrow left.
    CtrlLeft,
    /// Ctrl and arrow right.
    CtrlRight,
    /// Home.
    Home,
    /// End.
    End,
    /// Ctrl-Home.
    CtrlHome,
    /// Ctrl-End.
    CtrlEnd,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

impl Cursor {
    /// The same key without Shift.
    pub const fn plain(self) -> Key {
        match self {
            Self::Up => Key::Up,
            Self::Down => Key::Down,
            Self::Left => Key::Left,
            Self::Right => Key::Right,
            Self::CtrlUp => Key::CtrlUp,
            Self::CtrlDown => Key::CtrlDown,
            Self::CtrlLeft => Key::CtrlLeft,
            Self::CtrlRight => Key::CtrlRight,
            Self::Home => Key::Home,
            Self::End => Key::End,
            Self::CtrlHome => Key::CtrlHome,
            Self::CtrlEnd => Key::CtrlEnd,
            Self::PageUp => Key::PageUp,
            Self::PageDown => Key::PageDown,
        }
    }

    const ALL: [Self; 14] = [
        Self::Up,
        Self::Down,
        Self::Left,
        Self::Right,
        Self::CtrlUp,
        Self::CtrlDown,
        Self::CtrlLeft,
        Self::CtrlRight,
        Self::Home,
        Self::End,
        Self::CtrlHome,
        Self::CtrlEnd,
        Self::PageUp,
        Self::PageDown,
    ];

    fn of(key: Key) -> Option<Self> {
        Self::ALL.into_iter().find(|cursor| cursor.plain() == key)
    }
}

impl Key {
    /// What a key does where it has no meaning of its own: a capital letter is its small one, Shift with the arrows is the
    /// arrow; `None` for every other key.
    pub fn small(self) -> Option<Self> {
        match self {
            Self::Shift(cursor) => Some(cursor.plain()),
            Self::Char(letter) if letter.is_uppercase() => letter.to_lowercase().next().map(Self::Char),
            _ => None,
        }
    }

    /// The key's name on the hint line and in F1. ASCII terminals get words for arrows.
    pub fn name(self, words: &Words, ascii: bool) -> Cow<'_, str> {
        let arrow = |sign: &'static str, word: &'static str| if ascii { word } else { sign };
        Cow::Borrowed(match self {
            Self::Char(' ') => words.key_name_space(),
            Self::Char(letter) => return Cow::Owned(letter.to_string()),
            Self::Ctrl(letter) => return Cow::Owned(format!("Ctrl-{}", letter.to_ascii_uppercase())),
            Self::F(number) => return Cow::Owned(format!("F{number}")),
            Self::Shift(cursor) => {
                return Cow::Owned(format!("Shift-{}", cursor.plain().name(words, ascii)));
            }
            Self::Up => arrow("↑", "Up"),
            Self::Down => arrow("↓", "Down"),
            Self::Left => arrow("←", "Left"),
            Self::Right => arrow("→", "Right"),
            Self::CtrlUp => arrow("Ctrl-↑", "Ctrl-Up"),
            Self::CtrlDown => arrow("Ctrl-↓", "Ctrl-Down"),
            Self::CtrlLeft => arrow("Ctrl-←", "Ctrl-Left"),
            Self::CtrlRight => arrow("Ctrl-→", "Ctrl-Right"),
            Self::Home => "Home",
            Self::End => "End",
            Self::CtrlHome => "Ctrl-Home",
            Self::CtrlEnd => "Ctrl-End",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "Shift-Tab",
            Self::Backspace => "Backspace",
            Self::Insert => "Insert",
            Self::Delete => "Delete",
        })
    }
}

/// Something the terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A key press.
    Key(Key),
    /// Text pasted by a terminal that marks pastes.
    Paste(String),
    /// The window has another size.
    Resize,
    /// The window has the keyboard again.
    Focus,
    /// The mouse did something.
    Mouse(Mouse),
}

/// What the mouse did, and where on the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// Column.
    pub column: u16,
    /// Row.
    pub row: u16,
    /// What.
    pub kind: MouseKind,
}

/// What a mouse can do here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Click,
    /// The wheel was turned away from the person.
    WheelUp,
    /// The wheel was turned to the person.
    WheelDown,
}

/// Adds what `event` means to `queue`: nothing, one press, or two (Esc read together with the key after it).
pub fn typed(event: &Event, queue: &mut VecDeque<Typed>) {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => press(key, queue),
        Event::Paste(text) => queue.push_back(Typed::Paste(text.clone())),
        Event::Resize(..) => queue.push_back(Typed::Resize),
        Event::FocusGained => queue.push_back(Typed::Focus),
        Event::Mouse(event) => queue.extend(mouse(*event).map(Typed::Mouse)),
        _ => {}
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseKind::Click,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse { column: event.column, row: event.row, kind })
}

fn press(event: &KeyEvent, queue: &mut VecDeque<Typed>) {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    // AltGr of a Windows keyboard comes as Ctrl and Alt with the character it gives.
    let alt_graph = cfg!(windows) && ctrl && alt;
    // A Unix terminal sends Alt as Esc before the key, and crossterm cannot tell Alt from an Esc pressed just before. There
    // are no Alt chords here, so it was Esc.
    if alt && !alt_graph {
        if cfg!(windows) {
            return;
        }
        queue.push_back(Typed::Key(Key::Esc));
    }
    if let Some(key) = plain(event.code, ctrl && !alt_graph) {
        let shifted = event.modifiers.contains(KeyModifiers::SHIFT).then(|| Cursor::of(key)).flatten();
        let key = shifted.map_or(key, Key::Shift);
        queue.push_back(Typed::Key(key));
    }
}

fn plain(code: KeyCode, ctrl: bool) -> Option<Key> {
    Some(match code {
        KeyCode::Char(letter) if ctrl => match letter.to_ascii_lowercase() {
            // 0x08, which crossterm reads as Ctrl-H.
            'h' => Key::Backspace,
            // A line feed.
            'j' | 'm' => Key::Enter,
            'i' => Key::Tab,
            letter => Key::Ctrl(letter),
        },
        KeyCode::Char(letter) if letter.is_control() => return None,
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Up if ctrl => Key::CtrlUp,
        KeyCode::Down if ctrl => Key::CtrlDown,
        KeyCode::Left if ctrl => Key::CtrlLeft,
        KeyCode::Right if ctrl => Key::CtrlRight,
        KeyCode::Home if ctrl => Key::CtrlHome,
        KeyCode::End if ctrl => Key::CtrlEnd,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Insert => Key::Insert,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

/// The letter of the keyboard under a letter with marks: `ế` → `e`, `Đ` → `d`.
pub fn base_letter(letter: char) -> char {
    let mut base = letter;
    unicode_normalization::char::decompose_canonical(letter, |part| {
        if !unicode_normalization::char::is_combining_mark(part) {
            base = part;
        }
    });
    match base {
        'đ' | 'Đ' => 'd',
        _ => base.to_lowercase().next().unwrap_or(base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(code: KeyCode, modifiers: KeyModifiers) -> Vec<Typed> {
        let mut queue = VecDeque::new();
        typed(&Event::Key(KeyEvent::new(code, modifiers)), &mut queue);
        queue.into()
    }

    #[test]
    fn ctrl_h_is_backspace() {
        assert_eq!(keys(KeyCode::Char('h'), KeyModifiers::CONTROL), [Typed::Key(Key::Backspace)]);
    }

    #[test]
    fn a_key_released_is_nothing() {
        let mut queue = VecDeque::new();
        let mut event = KeyEvent::new(KeyCode::Char('t'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        typed(&Event::Key(event), &mut queue);
        assert!(queue.is_empty());
    }

    #[cfg(not(windows))]
    #[test]
    fn esc_read_together_with_a_key_is_esc_and_the_key() {
        assert_eq!(
            keys(KeyCode::Char('j'), KeyModifiers::ALT),
            [Typed::Key(Key::Esc), Typed::Key(Key::Char('j'))]
        );
    }

    #[cfg(windows)]
    #[test]
    fn alt_graph_gives_its_character() {
        assert_eq!(
            keys(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT),
            [Typed::Key(Key::Char('@'))]
        );
    }

    #[test]
    fn shift_with_the_arrows_selects_and_is_the_arrow_where_nothing_can_be_selected() {
        let shifted = Key::Shift(Cursor::CtrlLeft);
        let modifiers = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        assert_eq!(keys(KeyCode::Left, modifiers), [Typed::Key(shifted)]);
        assert_eq!(shifted.small(), Some(Key::CtrlLeft));
        assert_eq!(keys(KeyCode::Char('A'), KeyModifiers::SHIFT), [Typed::Key(Key::Char('A'))]);
    }

    #[test]
    fn base_letters() {
        for (letter, base) in [('ế', 'e'), ('Đ', 'd'), ('đ', 'd'), ('ư', 'u'), ('Ợ', 'o'), ('t', 't')]
        {
            assert_eq!(base_letter(letter), base);
        }
    }
}
