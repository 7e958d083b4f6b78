//! Charts of who the list shows: how many of each, and never who.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::{Roster, Sex, Status};

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
        let mut units: HashMap<&str, u64> = HashMap::new();
        let mut endings: BTreeMap<Ending, u64> = BTreeMap::new();
        let mut ages = vec![0; AGES.len() + 1];
        let mut sexes: BTreeMap<Sex, u64> = BTreeMap::new();
        for person in
            shown.filter_map(|at| roster.person(at)).filter(|person| person.status == Status::Active)
        {
            charts.people += 1;
            *units.entry(roster.unit_name(person)).or_default() += 1;
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
        charts.units = units.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
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
}
