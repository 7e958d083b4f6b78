//! Finding a unit by any of its names.

use std::collections::HashMap;

use uuid::Uuid;

use super::UnitKey;

/// Units by their names, old names and short names.
#[derive(Clone, Debug, Default)]
pub struct UnitIndex {
    whole: HashMap<String, Vec<Entry>>,
    bare: HashMap<String, Vec<Entry>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    unit: Uuid,
    /// The name counts today; old names and abolished units are taken only when no such name fits.
    current: bool,
    /// The name has no leading territorial word.
    is_bare: bool,
}

impl UnitIndex {
    /// Adds a name of a unit. `current` is false for an old name and for a unit that was abolished.
    pub fn add(&mut self, unit: Uuid, name: &str, current: bool) {
        let key = UnitKey::of(name);
        if key.whole.is_empty() {
            return;
        }
        let entry = Entry { unit, current, is_bare: key.is_bare() };
        self.whole.entry(key.whole).or_default().push(entry);
        self.bare.entry(key.bare).or_default().push(entry);
    }

    /// The unit a name means: by its whole name first, then with the leading `xã`, `phường`, `đặc khu` left out on one
    /// side. `None` when no unit or more than one fits.
    pub fn find(&self, name: &str) -> Option<Uuid> {
        let key = UnitKey::of(name);
        if let Some(unit) = self.whole.get(&key.whole).and_then(|entries| one(entries)) {
            return Some(unit);
        }
        let entries: Vec<Entry> = self
            .bare
            .get(&key.bare)?
            .iter()
            .copied()
            .filter(|entry| key.is_bare() || entry.is_bare)
            .collect();
        one(&entries)
    }
}

/// The one unit among the entries: a current name counts before an old one.
fn one(entries: &[Entry]) -> Option<Uuid> {
    let only = |current: bool| {
        let mut units = entries.iter().filter(|entry| entry.current == current).map(|entry| entry.unit);
        let first = units.next()?;
        units.all(|unit| unit == first).then_some(first)
    };
    if entries.iter().any(|entry| entry.current) { only(true) } else { only(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_by_any_name() {
        let (an, hoa, old) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let mut index = UnitIndex::default();
        index.add(an, "xã Lộc An", true);
        index.add(hoa, "phường Phú Hòa", true);
        index.add(hoa, "xã Phú Thượng", false);
        index.add(old, "xã Phú Hòa", false);
        assert_eq!(index.find("LỘC AN"), Some(an));
        assert_eq!(index.find("xã Lộc An"), Some(an));
        assert_eq!(index.find("Xã Phú Thượng"), Some(hoa));
        assert_eq!(index.find("xã Phú Hoà"), Some(old));
        assert_eq!(index.find("Phú Hòa"), Some(hoa), "the name of today comes first");
        assert_eq!(index.find("phường Lộc An"), None);
        assert_eq!(index.find(""), None);
    }

    #[test]
    fn two_units_of_one_name_are_not_guessed_between() {
        let mut index = UnitIndex::default();
        index.add(Uuid::from_u128(1), "xã Hòa Bình", true);
        index.add(Uuid::from_u128(2), "phường Hòa Bình", true);
        assert_eq!(index.find("Hòa Bình"), None);
        assert_eq!(index.find("phường Hòa Bình"), Some(Uuid::from_u128(2)));
    }
}
