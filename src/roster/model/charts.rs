//! Charts of who the list shows: how many of each, and never who.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Roster, Sex, Status, Unit, UnitKind, UnitLevel};

/// Sex and year of birth of people, for sums only.
pub type Births = HashMap<Uuid, (Sex, Option<i32>)>;

/// Fewer people are not counted by age and sex: a sum of them would name somebody.
pub const LEAST: usize = 5;

/// When terms end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// They should have ended.
    Over,
    /// In a quarter of a year.
    Quarter(i32, u32),
    /// No last day is known.
    Unknown,
}

/// Ages, from and to, in years.
pub const AGES: [(i32, i32); 5] = [(0, 29), (30, 39), (40, 49), (50, 59), (60, 150)];

/// What was counted of the active people a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    /// How many they are.
    pub people: usize,
    /// Units with their people, most first; blank for those in none.
    pub units: Vec<(String, u64)>,
    /// When their terms end.
    pub endings: Vec<(Ending, u64)>,
    /// How many are of each of [`AGES`], and of no known age; empty with fewer than [`LEAST`] people.
    pub ages: Vec<u64>,
    /// How many women, men, and of whom it is not known; empty with fewer than [`LEAST`] people.
    pub sexes: Vec<(Sex, u64)>,
}

impl Charts {
    /// Counts the people at these places of the roster.
    pub fn of(roster: &Roster, shown: impl Iterator<Item = u32>, births: &Births, today: NaiveDate) -> Self {
        let mut charts = Self::default();
        let communes = communes(roster);
        let (mut own, mut by_commune): (Counts, Counts) = Default::default();
        let mut endings: BTreeMap<Ending, u64> = BTreeMap::new();
        let mut ages = vec![0; AGES.len() + 1];
        let mut sexes: BTreeMap<Sex, u64> = BTreeMap::new();
        for person in
            shown.filter_map(|at| roster.person(at)).filter(|person| person.status == Status::Active)
        {
            charts.people += 1;
            let unit = roster.unit_id(person);
            let commune = unit.and_then(|id| communes.get(&id).copied());
            *own.entry(unit).or_default() += 1;
            *by_commune.entry(commune.or(unit)).or_default() += 1;
            let ending = match person.term_to {
                Some(end) if end < today => Ending::Over,
                Some(end) => Ending::Quarter(end.year(), end.month0() / 3 + 1),
                None => Ending::Unknown,
            };
            *endings.entry(ending).or_default() += 1;
            let (sex, born) = births.get(&person.id).copied().unwrap_or_default();
            *sexes.entry(sex).or_default() += 1;
            let age = born.map(|born| today.year() - born);
            let at = age.and_then(|age| AGES.iter().position(|(from, to)| (*from..=*to).contains(&age)));
            ages[at.unwrap_or(AGES.len())] += 1;
        }
        // A province asks how many a commune has; within one commune its units are told apart.
        let units = if by_commune.len() > 2 { by_commune } else { own };
        charts.units = named(roster, &units);
        charts
            .units
            .sort_by_cached_key(|(name, count)| (std::cmp::Reverse(*count), crate::text::sort_key(name)));
        charts.endings = endings.into_iter().collect();
        if charts.people >= LEAST {
            charts.ages = ages;
            charts.sexes = sexes.into_iter().collect();
        }
        charts
    }
}

/// People by unit; `None`: in none.
type Counts = HashMap<Option<Uuid>, u64>;

/// The counts by names. Several of one name are told apart by the unit above them.
fn named(roster: &Roster, counts: &Counts) -> Vec<(String, u64)> {
    let known: HashMap<Uuid, &Unit> = roster.units().iter().map(|unit| (unit.id, unit)).collect();
    let name =
        |id: Option<Uuid>| id.and_then(|id| known.get(&id)).map_or("", |unit| unit.known.name.as_str());
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for id in counts.keys() {
        *bearers.entry(name(*id)).or_default() += 1;
    }
    let told = |id: Option<Uuid>| {
        let above = id.and_then(|id| known.get(&id)).and_then(|unit| unit.known.parent);
        match (name(id), name(above)) {
            (name, above) if !above.is_empty() && bearers.get(name).is_some_and(|count| *count > 1) => {
                format!("{name}, {above}")
            }
            (name, _) => name.to_owned(),
        }
    };
    counts.iter().map(|(id, count)| (told(*id), *count)).collect()
}

/// The commune each unit stands in, itself among them.
fn communes(roster: &Roster) -> HashMap<Uuid, Uuid> {
    let known: HashMap<Uuid, &Unit> = roster.units().iter().map(|unit| (unit.id, unit)).collect();
    let commune = |unit: &Unit| {
        let mut at = unit.id;
        // No tree of units is deeper; a merge may have brought a circle.
        for _ in 0..16 {
            let unit = known.get(&at)?;
            if unit.known.level == UnitLevel::Commune && unit.known.kind == UnitKind::default() {
                return Some(unit.id);
            }
            at = unit.known.parent?;
        }
        None
    };
    roster.units().iter().filter_map(|unit| Some((unit.id, commune(unit)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{NewUnit, PersonRow, Unit};
    use super::*;

    #[test]
    fn active_people_are_counted_and_few_are_not_told_by_age() {
        let unit = Unit { id: Uuid::from_u128(9), known: NewUnit::named("xã Lộc An") };
        let row = |id: u128, status: Status, end: &str| PersonRow {
            id: Uuid::from_u128(id),
            full_name: "Trần Văn Nam".into(),
            unit: (id % 2 == 1).then(|| Uuid::from_u128(9)),
            status,
            term_to: end.parse().ok(),
            ..PersonRow::default()
        };
        let people = |count: u128| {
            let rows = (1..=count)
                .map(|id| row(id, Status::Active, if id == 1 { "2026-01-31" } else { "2027-05-01" }));
            Roster::new(
                vec![unit.clone()],
                rows.chain([row(20, Status::Ended, ""), row(21, Status::Active, "")]),
            )
        };
        let births: Births = [(Uuid::from_u128(2), (Sex::Female, Some(1980)))].into();
        let today = "2026-11-23".parse().unwrap();
        let roster = people(4);
        let charts = Charts::of(&roster, 0..roster.len() as u32, &births, today);
        assert_eq!(charts.people, 5);
        assert_eq!(charts.units, [("xã Lộc An".to_owned(), 3), (String::new(), 2)]);
        assert_eq!(charts.endings, [(Ending::Over, 1), (Ending::Quarter(2027, 2), 3), (Ending::Unknown, 1)]);
        assert_eq!(charts.ages, [0, 0, 1, 0, 0, 4]);
        let roster = people(3);
        let charts = Charts::of(&roster, 0..roster.len() as u32, &births, today);
        assert!(charts.people == 4 && charts.ages.is_empty() && charts.sexes.is_empty());
    }

    #[test]
    fn a_province_counts_by_commune() {
        let unit = |id: u128, name: &str, parent: Option<u128>, level: UnitLevel| Unit {
            id: Uuid::from_u128(id),
            known: NewUnit { parent: parent.map(Uuid::from_u128), level, ..NewUnit::named(name) },
        };
        let mut units = vec![unit(1, "tỉnh Nam Sơn", None, UnitLevel::Province)];
        for commune in 2..=4 {
            units.push(unit(commune, &format!("xã {commune}"), Some(1), UnitLevel::Commune));
            units.push(unit(commune + 10, &format!("thôn {commune}"), Some(commune), UnitLevel::Base));
        }
        let row = |id: u128, unit: u128| PersonRow {
            id: Uuid::from_u128(id),
            full_name: "Trần Văn Nam".into(),
            unit: Some(Uuid::from_u128(unit)),
            ..PersonRow::default()
        };
        let rows = [row(1, 2), row(2, 12), row(3, 13), row(4, 4), row(5, 1)];
        let roster = Roster::new(units, rows);
        let charts = Charts::of(&roster, 0..5, &Births::new(), NaiveDate::default());
        let told: Vec<(&str, u64)> =
            charts.units.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        assert_eq!(told, [("xã 2", 2), ("tỉnh Nam Sơn", 1), ("xã 3", 1), ("xã 4", 1)]);
    }

    #[test]
    fn units_of_one_name_are_counted_apart() {
        let unit = |id: u128, name: &str, parent: Option<u128>| Unit {
            id: Uuid::from_u128(id),
            known: NewUnit { parent: parent.map(Uuid::from_u128), ..NewUnit::named(name) },
        };
        let units = vec![
            unit(1, "xã Lộc An", None),
            unit(2, "xã Phú Hòa", None),
            unit(3, "thôn 1", Some(1)),
            unit(4, "thôn 1", Some(2)),
            unit(5, "thôn 2", Some(1)),
        ];
        let row = |(id, unit): (u128, u128)| PersonRow {
            id: Uuid::from_u128(id),
            full_name: "Trần Văn Nam".into(),
            unit: Some(Uuid::from_u128(unit)),
            ..PersonRow::default()
        };
        let roster = Roster::new(units, [(1, 3), (2, 3), (3, 4), (4, 5)].map(row));
        let charts = Charts::of(&roster, 0..4, &Births::new(), NaiveDate::default());
        let told: Vec<(&str, u64)> =
            charts.units.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        assert_eq!(told, [("thôn 1, xã Lộc An", 2), ("thôn 1, xã Phú Hòa", 1), ("thôn 2", 1)]);
    }
}
