//! Names that are no more, and the units of today they mean: what a person types who learnt the old map.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Roster, Unit, UnitKey};
use crate::text;

/// A name a unit bore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldName {
    /// The unit.
    pub unit: Uuid,
    /// The name.
    pub name: String,
    /// Last day it bore it.
    pub until: Option<NaiveDate>,
}

/// A unit that took the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The one that is no more, or gave a part away.
    pub old: Uuid,
    /// The one in its place.
    pub new: Uuid,
}

/// A former name with a unit of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The name.
    pub name: String,
    /// The unit that bears another one today, or stands in its place.
    pub unit: Uuid,
    /// Last day of the name.
    pub until: Option<NaiveDate>,
    /// The unit that bore it.
    pub of: Uuid,
    /// Without marks, for what is typed.
    folded: String,
}

/// Successions in a row at most: copies that were merged may hold a ring of them.
const DEEPEST: usize = 16;

/// Former names with what they mean today: of a unit that was divided every part.
pub fn formers(units: &[Unit], names: &[OldName], successions: &[Succession]) -> Vec<Former> {
    let by_id: HashMap<Uuid, &Unit> = units.iter().map(|unit| (unit.id, unit)).collect();
    let mut next: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for succession in successions {
        next.entry(succession.old).or_default().push(succession.new);
    }
    let gone = units.iter().filter(|unit| !unit.stands());
    let gone = gone.map(|unit| (unit.id, unit.known.name.as_str(), unit.known.valid_to));
    let borne = names.iter().map(|old| (old.unit, old.name.as_str(), old.until));
    let mut found: Vec<Former> = Vec::new();
    for (of, name, until) in gone.chain(borne) {
        for unit in standing(of, &by_id, &next) {
            if by_id[&unit].known.name != name {
                found.push(Former { name: name.to_owned(), unit, until, of, folded: text::fold(name) });
            }
        }
    }
    found
}

/// The units that stand today for one.
fn standing(unit: Uuid, by_id: &HashMap<Uuid, &Unit>, next: &HashMap<Uuid, Vec<Uuid>>) -> Vec<Uuid> {
    let mut found = Vec::new();
    let mut at = vec![unit];
    for _ in 0..DEEPEST {
        let mut later = Vec::new();
        for unit in at {
            match by_id.get(&unit) {
                Some(known) if known.stands() && !found.contains(&unit) => found.push(unit),
                Some(known) if !known.stands() => {
                    later.extend(next.get(&unit).into_iter().flatten().copied());
                }
                _ => {}
            }
        }
        at = later;
    }
    found
}

impl Former {
    /// True when what was typed names it: every typed word begins a word of the name.
    pub fn answers(&self, folded: &str) -> bool {
        let begins = |word: &str| {
            self.folded.split(|sign: char| !sign.is_alphanumeric()).any(|part| part.starts_with(word))
        };
        !folded.is_empty() && folded.split_whitespace().all(begins)
    }

    /// True when every word of the name, but for `xã`, `phường` and their like, is begun by a word that was typed.
    fn is_told_by(&self, typed: &[String]) -> bool {
        let bare = text::fold(&UnitKey::bare_name(&self.name));
        bare.split_whitespace().count() > 1
            && bare.split_whitespace().all(|word| typed.iter().any(|typed| word.starts_with(typed.as_str())))
    }
}

impl Roster {
    /// Names that are no more, with the units they mean today.
    pub fn formers(&self) -> &[Former] {
        &self.formers
    }

    /// A former name that was typed in full, or nearly, where no unit of today has it: for telling what it is called now.
    pub fn former_told(&self, typed: &str) -> Option<(&Former, &str)> {
        let typed: Vec<String> = text::fold(typed).split_whitespace().map(str::to_owned).collect();
        let former = self.formers.iter().find(|former| former.is_told_by(&typed))?;
        let bare = UnitKey::of(&former.name).bare;
        let stands = |unit: &&Unit| unit.stands() && UnitKey::of(&unit.known.name).bare == bare;
        if self.units().iter().any(|unit| stands(&unit)) {
            return None;
        }
        Some((former, self.unit_named(former.unit)?))
    }

    /// The units that stand for one that is no more; itself while it stands.
    pub fn today(&self, unit: Uuid) -> Vec<Uuid> {
        let mut units: Vec<Uuid> =
            self.formers.iter().filter(|former| former.of == unit).map(|former| former.unit).collect();
        units.dedup();
        if units.is_empty() { vec![unit] } else { units }
    }

    /// Former names of a unit, the newest first.
    pub fn formerly(&self, unit: Uuid) -> Vec<&Former> {
        let mut found: Vec<&Former> = self.formers.iter().filter(|former| former.unit == unit).collect();
        found.sort_by_key(|former| std::cmp::Reverse(former.until));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::model::NewUnit;

    fn unit(id: u128, name: &str, until: &str) -> Unit {
        let known = NewUnit { valid_to: until.parse().ok(), ..NewUnit::named(name) };
        Unit { id: Uuid::from_u128(id), known }
    }

    #[test]
    fn a_name_means_what_stands_in_its_place_today() {
        let units = [
            unit(1, "xã Lộc An", "2025-06-30"),
            unit(2, "xã Lộc Đức", "2026-06-30"),
            unit(3, "xã Lộc Phú", ""),
            unit(4, "phường Bến Đá", ""),
        ];
        let at = |id| Uuid::from_u128(id);
        let chain = [Succession { old: at(1), new: at(2) }, Succession { old: at(2), new: at(3) }];
        let old = OldName { unit: at(4), name: "xã Bến Đá".into(), until: "2025-06-30".parse().ok() };
        let found = formers(&units, &[old], &chain);
        let told: Vec<(&str, Uuid)> =
            found.iter().map(|former| (former.name.as_str(), former.unit)).collect();
        assert_eq!(told, [("xã Lộc An", at(3)), ("xã Lộc Đức", at(3)), ("xã Bến Đá", at(4))]);
        let ring = [Succession { old: at(1), new: at(2) }, Succession { old: at(2), new: at(1) }];
        assert_eq!(formers(&units, &[], &ring), [], "a ring means nothing and hangs nothing");
    }

    #[test]
    fn a_name_typed_in_full_is_told_apart_from_a_few_letters() {
        let units = vec![unit(1, "xã Lộc An", "2025-06-30"), unit(3, "xã Lộc Phú", "")];
        let chain = [Succession { old: Uuid::from_u128(1), new: Uuid::from_u128(3) }];
        let found = formers(&units, &[], &chain);
        let roster = Roster::with_formers(units, found, []);
        let told =
            |typed: &str| roster.former_told(typed).map(|(former, now)| format!("{} {now}", former.name));
        assert_eq!(told("huong loc an").as_deref(), Some("xã Lộc An xã Lộc Phú"));
        assert_eq!(told("loc a").as_deref(), Some("xã Lộc An xã Lộc Phú"));
        assert_eq!(told("loc"), None);
        assert_eq!(told("loc phu"), None);
    }
}
