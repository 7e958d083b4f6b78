//! The person's own keys, from the settings: which key asks for what instead of the shipped one.
//!
//! An action is named by [`name`], alone (`undo`, in every place that has it) or with a place (`inbox.search`). What cannot be
//! is refused with its reason, and the rest still works.

use super::{Key, Label, Place, Row, global, places};
use crate::screen::action::Action;

/// The name of an action in the settings: `page-down`, `triage-include`.
pub fn name(action: &Action) -> String {
    let shown = format!("{action:?}");
    let mut name = String::with_capacity(shown.len() + 4);
    for letter in shown.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        }
    }
    name
}

/// Why a line of the settings is not used.
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    /// No action has this name.
    NoAction,
    /// No key has this name.
    NoKey,
    /// The key has a meaning that must stay.
    RuledOut(Ruled),
    /// Another command has the key where this one works.
    Taken {
        /// The other command.
        by: Label,
        /// Where.
        place: Label,
    },
}

/// Why no command may have a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruled {
    /// A Vietnamese keyboard composes with this letter.
    Composes,
    /// It chooses a tab.
    Tab,
    /// Terminals send it for another key: Backspace, Tab, Enter.
    Terminal,
    /// It moves, accepts or leaves everywhere.
    Moves,
    /// It leads to the help or out of the program.
    WayOut,
}

/// A line of the settings that is not used.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The action as it is written there.
    pub action: String,
    /// The key as it is written there.
    pub key: String,
    /// Why.
    pub why: Refusal,
}

/// An action with other keys.
#[derive(Clone, Debug)]
struct Change {
    place: Option<&'static str>,
    action: Action,
    keys: Vec<Key>,
}

/// The person's own keys.
#[derive(Clone, Debug, Default)]
pub struct OwnKeys {
    changes: Vec<Change>,
}

impl OwnKeys {
    /// The keys of the settings, each an action with the names of its keys, and what is refused.
    pub fn read<'a>(wanted: impl IntoIterator<Item = (&'a str, &'a [String])>) -> (Self, Vec<Refused>) {
        let (mut own, mut refused) = (Self::default(), Vec::new());
        let mut asked = Vec::new();
        for (action, keys) in wanted {
            match Self::named(action, keys) {
                Ok(change) => {
                    own.changes.push(change.clone());
                    asked.push((action, keys, change));
                }
                Err((key, why)) => refused.push(Refused { action: action.to_owned(), key, why }),
            }
        }
        // Two may change their keys with each other, so what is taken shows when all are known; the later line gives way.
        for (action, keys, change) in asked.into_iter().rev() {
            if let Some((by, place)) = own.clash(&change) {
                own.changes.retain(|other| !(other.place == change.place && other.action == change.action));
                let why = Refusal::Taken { by, place };
                refused.push(Refused { action: action.to_owned(), key: keys.join(" "), why });
            }
        }
        (own, refused)
    }

    fn named(action: &str, keys: &[String]) -> Result<Change, (String, Refusal)> {
        let all = || keys.join(" ");
        let (place, wanted) = match action.split_once('.') {
            Some((place, action)) => (Some(place), action),
            None => (None, action),
        };
        let place = match place {
            None => None,
            Some(place) => {
                let known = places().find(|known| known.name == place);
                Some(known.ok_or_else(|| (all(), Refusal::NoAction))?.name)
            }
        };
        let row = places()
            .filter(|known| place.is_none_or(|place| known.name == place))
            .flat_map(Place::all_rows)
            .chain(global::BY_NAME)
            .find(|row| name(&row.action) == wanted)
            .ok_or_else(|| (all(), Refusal::NoAction))?;
        let mut own = Vec::new();
        for text in keys {
            let key = key(text).ok_or_else(|| (text.clone(), Refusal::NoKey))?;
            if let Some(why) = ruled(key) {
                return Err((text.clone(), Refusal::RuledOut(why)));
            }
            own.push(key);
        }
        if own.is_empty() {
            return Err((all(), Refusal::NoKey));
        }
        Ok(Change { place, action: row.action.clone(), keys: own })
    }

    /// Why a key cannot be one of a command's, by the name the settings have for it; `None` when it can.
    pub fn refusal(&self, name: &str, key: &str) -> Option<Refusal> {
        match Self::named(name, &[key.to_owned()]) {
            Ok(change) => self.clash(&change).map(|(by, place)| Refusal::Taken { by, place }),
            Err((_, why)) => Some(why),
        }
    }

    /// The keys a command of the settings has now, the shipped ones too, as the settings write them.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let (place, action) = match name.split_once('.') {
            Some((place, action)) => (places().find(|known| known.name == place), action),
            None => (None, name),
        };
        let is = |row: &&Row| self::name(&row.action) == action;
        let row = match place {
            Some(place) => place.rows_with_named().find(is),
            None => places().flat_map(Place::all_rows).chain(global::BY_NAME).find(is),
        };
        let keys = row.map(|row| self.keys_of(place, row).0);
        keys.into_iter().flatten().filter_map(|key| in_words(*key)).collect()
    }

    /// A command that has one of the keys of `change` where it works too.
    fn clash(&self, change: &Change) -> Option<(Label, Label)> {
        places().filter(|place| change.place.is_none_or(|name| place.name == name)).find_map(|place| {
            place.rows_with_named().find(|row| row.action == change.action)?;
            let other = place.rows_with_named().filter(|row| row.action != change.action).find(|row| {
                self.keys(place, row)
                    .iter()
                    .any(|key| change.keys.contains(key) && !(place.is_text() && matches!(key, Key::Char(_))))
            })?;
            Some((other.label, place.title))
        })
    }

    /// The keys of a row in a place: the person's own, else the shipped ones.
    pub fn keys<'a>(&'a self, place: &Place, row: &'a Row) -> &'a [Key] {
        let own = |of: Option<&str>| {
            self.changes.iter().find(|change| change.place == of && change.action == row.action)
        };
        let own = own(Some(place.name)).or_else(|| own(None)).map(|change| change.keys.as_slice());
        // Letters are text in a text field; the shipped key stays there.
        let usable = |keys: &&[Key]| !place.is_text() || keys.iter().any(|key| !matches!(key, Key::Char(_)));
        own.filter(usable).unwrap_or(row.keys)
    }

    /// The keys of a row, as they are listed beside its name, and whether they are the person's own; without a place as they
    /// are everywhere.
    pub fn keys_of<'a>(&'a self, place: Option<&Place>, row: &'a Row) -> (&'a [Key], bool) {
        let of = |of: Option<&str>| {
            self.changes.iter().find(|change| change.place == of && change.action == row.action)
        };
        let own = place.and_then(|place| of(Some(place.name))).or_else(|| of(None));
        own.map_or((row.keys, false), |change| (change.keys.as_slice(), true))
    }

    /// The row of a key in a place. Capital letters work as small ones, so that Caps Lock does no harm.
    pub fn find(&self, place: &Place, key: Key) -> Option<&'static Row> {
        if self.changes.is_empty() {
            return place.find(key);
        }
        if place.is_text() && matches!(key, Key::Char(_)) {
            return None;
        }
        let of = |key: Key| place.rows_with_named().find(|row| self.keys(place, row).contains(&key));
        of(key).or_else(|| of(key.small()?))
    }
}

/// The key of a name as people write it: `t`, `Ctrl-P`, `ctrl+p`, `F3`, `Insert`.
pub fn key(text: &str) -> Option<Key> {
    let text = text.trim();
    let mut letters = text.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(Key::Char(letter.to_lowercase().next().unwrap_or(letter)));
    }
    let lower = text.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("ctrl").and_then(|rest| rest.strip_prefix(['-', '+'])) {
        let mut letters = rest.chars();
        return match (letters.next(), letters.next()) {
            (Some(letter), None) => Some(Key::Ctrl(letter)),
            _ => None,
        };
    }
    if let Some(number) = lower.strip_prefix('f').and_then(|number| number.parse().ok()) {
        return (1..=12).contains(&number).then_some(Key::F(number));
    }
    Some(match lower.as_str() {
        "space" | "cách" => Key::Char(' '),
        "insert" => Key::Insert,
        "delete" => Key::Delete,
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "backspace" => Key::Backspace,
        _ => return None,
    })
}

/// The name of a key as the settings have it; `None` for one that no command can be given.
pub fn in_words(pressed: Key) -> Option<String> {
    let text = match pressed {
        Key::Char(' ') => "Space".to_owned(),
        Key::Char(letter) => letter.to_string(),
        Key::Ctrl(letter) => format!("Ctrl-{}", letter.to_ascii_uppercase()),
        Key::F(number) => format!("F{number}"),
        Key::Insert => "Insert".to_owned(),
        Key::Delete => "Delete".to_owned(),
        _ => return None,
    };
    (key(&text) == Some(pressed)).then_some(text)
}

/// True for a key a person may give to a command.
pub fn is_free(key: Key) -> bool {
    ruled(key).is_none()
}

/// Why no command may have a key: a letter a Vietnamese keyboard composes with, what a terminal sends for another key, the keys
/// that move, accept and leave everywhere, the way to the help.
fn ruled(key: Key) -> Option<Ruled> {
    match key {
        Key::Char('1'..='4') => Some(Ruled::Tab),
        Key::Char(' ') | Key::Insert | Key::Delete => None,
        Key::Char(letter) => {
            let free =
                letter.is_ascii_graphic() && !letter.is_ascii_uppercase() && !"aeiouydw[]".contains(letter);
            (!free).then_some(Ruled::Composes)
        }
        Key::Ctrl('q') | Key::F(1) => Some(Ruled::WayOut),
        Key::Ctrl(letter) => {
            (!letter.is_ascii_lowercase() || "hijm".contains(letter)).then_some(Ruled::Terminal)
        }
        Key::F(_) => None,
        _ => Some(Ruled::Moves),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{inbox, roster};
    use super::*;

    fn read(wanted: &[(&str, &str)]) -> (OwnKeys, Vec<Refused>) {
        let wanted: Vec<(&str, Vec<String>)> = wanted
            .iter()
            .map(|(action, keys)| (*action, keys.split(' ').map(str::to_owned).collect()))
            .collect();
        OwnKeys::read(wanted.iter().map(|(action, keys)| (*action, keys.as_slice())))
    }

    fn asks(own: &OwnKeys, place: &Place, key: Key) -> Option<Action> {
        own.find(place, key).map(|row| row.action.clone())
    }

    #[test]
    fn every_row_has_a_name_of_its_own() {
        let mut seen: Vec<(String, Action)> = Vec::new();
        for row in places().flat_map(Place::all_rows).chain(global::BY_NAME) {
            let name = name(&row.action);
            assert!(name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{name}");
            match seen.iter().find(|(known, _)| *known == name) {
                Some((_, action)) => assert_eq!(*action, row.action, "{name}"),
                None => seen.push((name, row.action.clone())),
            }
        }
        assert!(seen.iter().any(|(name, _)| name == "triage-include"), "{seen:?}");
    }

    #[test]
    fn an_own_key_takes_the_place_of_the_shipped_one() {
        let (own, refused) = read(&[("triage-include", "q"), ("files", "="), ("inbox.search", "F11 %")]);
        assert!(refused.is_empty(), "{refused:?}");
        let include = asks(&own, &inbox::QUEUE, Key::Char('q'));
        assert_eq!(include, asks(&OwnKeys::default(), &inbox::QUEUE, Key::Char('t')));
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('Q')), include);
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('t')), None);
        assert_eq!(asks(&own, &inbox::QUEUE, Key::F(11)), Some(Action::Search));
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('/')), None);
        // Only in the place that was named.
        assert_eq!(asks(&own, &roster::LIST, Key::Char('/')), Some(Action::Search));
    }

    #[test]
    fn two_commands_may_change_their_keys_with_each_other() {
        let (own, refused) = read(&[("triage-include", "b"), ("triage-wait", "t")]);
        assert!(refused.is_empty(), "{refused:?}");
        let wait = asks(&OwnKeys::default(), &inbox::QUEUE, Key::Char('b'));
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('t')), wait);
    }

    #[test]
    fn what_cannot_be_is_refused_and_the_rest_still_works() {
        let (own, refused) = read(&[
            ("no-such-thing", "q"),
            ("triage-include", "a"),
            ("triage-wait", "hello"),
            ("triage-file", "Ctrl-M"),
            ("search", "t"),
            ("no-such-place.search", "%"),
            ("filter", "%"),
        ]);
        let why = |action: &str| refused.iter().find(|refused| refused.action == action).unwrap().why;
        assert_eq!(refused.len(), 6);
        assert!(matches!(why("no-such-thing"), Refusal::NoAction));
        assert!(matches!(why("no-such-place.search"), Refusal::NoAction));
        assert!(matches!(why("triage-include"), Refusal::RuledOut(Ruled::Composes)));
        assert!(matches!(why("triage-file"), Refusal::RuledOut(Ruled::Terminal)));
        assert!(matches!(why("triage-wait"), Refusal::NoKey));
        assert!(matches!(why("search"), Refusal::Taken { .. }));
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('%')), Some(Action::Filter));
        assert_eq!(asks(&own, &inbox::QUEUE, Key::Char('/')), Some(Action::Search));
    }

    #[test]
    fn in_a_text_field_a_letter_stays_text_and_the_shipped_key_works() {
        let (own, refused) = read(&[("undo", "%")]);
        assert!(refused.is_empty(), "{refused:?}");
        assert_eq!(asks(&own, &inbox::SEARCH, Key::Char('q')), None);
        assert_eq!(asks(&own, &inbox::SEARCH, Key::Ctrl('z')), Some(Action::Undo));
    }

    #[test]
    fn keys_are_written_as_people_write_them() {
        for (text, wanted) in [
            ("T", Key::Char('t')),
            ("Ctrl-P", Key::Ctrl('p')),
            ("ctrl+p", Key::Ctrl('p')),
            ("f12", Key::F(12)),
            ("Insert", Key::Insert),
        ] {
            assert_eq!(key(text), Some(wanted), "{text}");
        }
        for key in [Key::Char(' '), Key::Char('%'), Key::Ctrl('p'), Key::F(12), Key::Delete] {
            assert_eq!(in_words(key).and_then(|text| super::key(&text)), Some(key));
        }
        assert_eq!(in_words(Key::Up), None);
        for text in ["", "F13", "Ctrl-", "Shift-F1"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
