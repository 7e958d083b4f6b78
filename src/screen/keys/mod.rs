//! The one key table, as data: place + key → action, with the words that name it.
//!
//! A [`Place`] is where the keys go at the moment: a list, a text field, a window. Every room declares its places with their
//! rows in its file here; the hint line, F1 and the palette are made of the same rows. To add a key, add a row; to add a
//! place, add a `static` and name it in the file's `PLACES`.
//!
//! A Vietnamese keyboard stays on: no list key is a vowel, `y`, `d`, `w`, `[` or `]` (product.md section 7), so neither
//! Telex nor VNI composes anything of them. Tests at the end hold that and refuse a key that stands twice.

pub mod copies;
pub mod duties;
pub mod form;
pub mod global;
pub mod hints;
pub mod inbox;
pub mod issues;
mod key;
pub mod menu;
pub mod own;
pub mod popup;
pub mod roster;
pub mod summary;
pub mod survey;
pub mod training;

pub use key::{Cursor, Key, Mouse, MouseKind, Typed, base_letter, typed};
pub use own::OwnKeys;

use super::action::Action;
use crate::words::Words;

/// A message of the words, by its method.
pub type Label = fn(&Words) -> &str;

/// A row of the key table.
#[derive(Debug)]
pub struct Row {
    /// The keys, the one that is shown first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// Its short name: hint line and palette.
    pub label: Label,
    /// One line more about it: F1.
    pub help: Label,
    /// Place on the hint line: 0 not shown, 9 first.
    pub hint: u8,
}

/// A row of the key table.
pub const fn row(keys: &'static [Key], action: Action, label: Label, help: Label, hint: u8) -> Row {
    Row { keys, action, label, help, hint }
}

/// What a place does with keys that are not in its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters are commands; the cursor keys and `j` `k` move.
    List,
    /// Letters are commands, but only those of the place: a question, a page to read.
    Choice,
    /// A text field of one line: letters are text; up and down move in the list beside it, Enter opens.
    Line,
    /// A text of many lines: Enter and the cursor keys belong to the text.
    Text,
}

/// Where the keys go.
#[derive(Debug)]
pub struct Place {
    /// Identifier, unique.
    pub name: &'static str,
    /// Heading in F1.
    pub title: Label,
    /// What happens with keys that are not in the rows.
    pub kind: Kind,
    /// A window over the room: of the keys of everywhere only help and leaving the program work.
    pub modal: bool,
    /// The rows.
    pub rows: &'static [Row],
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Place {
    const fn new(name: &'static str, title: Label, kind: Kind, rows: &'static [Row]) -> Self {
        Self { name, title, kind, modal: false, rows }
    }

    /// A list.
    pub const fn list(name: &'static str, title: Label, rows: &'static [Row]) -> Self {
        Self::new(name, title, Kind::List, rows)
    }

    /// A question or a page to read.
    pub const fn choice(name: &'static str, title: Label, rows: &'static [Row]) -> Self {
        Self::new(name, title, Kind::Choice, rows)
    }

    /// A text field of one line.
    pub const fn line(name: &'static str, title: Label, rows: &'static [Row]) -> Self {
        Self::new(name, title, Kind::Line, rows)
    }

    /// A text of many lines.
    pub const fn text(name: &'static str, title: Label, rows: &'static [Row]) -> Self {
        Self::new(name, title, Kind::Text, rows)
    }

    /// The same as a window over the room.
    #[must_use]
    pub const fn over_the_room(self) -> Self {
        Self { modal: true, ..self }
    }

    /// True where letters are text.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Line | Kind::Text)
    }

    /// The rows of the place, then those of its kind, then those of everywhere, as they work here.
    pub fn all_rows(&self) -> impl Iterator<Item = &'static Row> {
        self.own_rows().chain(self.rows_of_everywhere())
    }

    /// The rows of the place and those of its kind. A row of the place takes the whole row of the kind away whose first key it
    /// has, so that a place may name Enter or Esc by what it does there.
    pub fn own_rows(&self) -> impl Iterator<Item = &'static Row> {
        let kind: &'static [Row] = match self.kind {
            Kind::List => global::LIST,
            Kind::Choice => &[],
            Kind::Line => global::LINE,
            Kind::Text => global::TEXT,
        };
        let own = self.rows;
        let taken = move |row: &Row| {
            let first = row.keys.first();
            own.iter().any(|own| own.keys.iter().any(|key| Some(key) == first))
        };
        own.iter().chain(kind.iter().filter(move |row| !taken(row)))
    }

    /// The rows of everywhere that work here.
    pub fn rows_of_everywhere(&self) -> impl Iterator<Item = &'static Row> {
        let everywhere: &'static [Row] = if self.modal { &[] } else { global::EVERYWHERE };
        everywhere.iter().chain(global::ALWAYS)
    }

    /// The rows that work here, and the commands that are found by name where those of everywhere work: they have a key only
    /// when the person gave them one.
    pub fn rows_with_named(&self) -> impl Iterator<Item = &'static Row> {
        let named: &'static [Row] = if self.modal { &[] } else { global::BY_NAME };
        self.all_rows().chain(named)
    }

    /// The row of a shipped key. Capital letters work as small ones, so that Caps Lock does no harm.
    pub fn find(&self, key: Key) -> Option<&'static Row> {
        if self.is_text() && matches!(key, Key::Char(_)) {
            return None;
        }
        self.all_rows().find(|row| row.keys.contains(&key)).or_else(|| {
            let small = key.small()?;
            self.all_rows().find(|row| row.keys.contains(&small))
        })
    }
}

/// Every place, for F1, the palette and the tests.
pub fn places() -> impl Iterator<Item = &'static Place> {
    [
        roster::PLACES,
        training::PLACES,
        inbox::PLACES,
        summary::PLACES,
        copies::PLACES,
        duties::PLACES,
        issues::PLACES,
        survey::PLACES,
        popup::PLACES,
        form::PLACES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_place_has_a_key_twice() {
        for place in places() {
            let mut seen = BTreeSet::new();
            for row in place.all_rows() {
                // A key of everywhere that is a letter is text in a text field.
                for key in row.keys.iter().filter(|key| !(place.is_text() && matches!(key, Key::Char(_)))) {
                    assert!(seen.insert(*key), "{key:?} stands twice in {}", place.name);
                }
            }
        }
    }

    #[test]
    fn place_names_are_unique() {
        let mut seen = BTreeSet::new();
        for place in places() {
            assert!(seen.insert(place.name), "{}", place.name);
        }
    }

    #[test]
    fn no_list_key_composes_a_vietnamese_letter() {
        for place in places().filter(|place| !place.is_text()) {
            for row in place.all_rows() {
                for key in row.keys {
                    if let Key::Char(letter) = key {
                        assert!(
                            !"aeiouydw[]".contains(*letter)
                                && letter.is_ascii()
                                && !letter.is_ascii_uppercase(),
                            "{letter} in {}",
                            place.name
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn letters_with_ctrl_are_small_and_leave_the_terminals_own_alone() {
        for place in places() {
            for row in place.all_rows() {
                for key in row.keys {
                    if let Key::Ctrl(letter) = key {
                        // h is Backspace, i Tab, j and m Enter, [ Esc; c and z of a shell stay free of surprises.
                        assert!(letter.is_ascii_lowercase() && !"hijm[".contains(*letter), "{key:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn text_places_bind_no_letters() {
        for place in places().filter(|place| place.is_text()) {
            for row in place.rows {
                assert!(!row.keys.iter().any(|key| matches!(key, Key::Char(_))), "{}", place.name);
            }
        }
    }

    #[test]
    fn every_place_can_be_left_and_explained() {
        for place in places() {
            assert!(place.find(Key::F(1)).is_some(), "{}", place.name);
            assert!(place.find(Key::Esc).is_some(), "{}", place.name);
            assert!(place.find(Key::Ctrl('q')).is_some(), "{}", place.name);
        }
    }

    #[test]
    fn capital_letters_work_as_small_ones_in_lists() {
        let list = &inbox::QUEUE;
        assert_eq!(list.find(Key::Char('J')).map(|row| &row.action), Some(&Action::Down));
        assert_eq!(list.find(Key::Char('j')).map(|row| &row.action), Some(&Action::Down));
    }
}
