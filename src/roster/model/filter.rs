//! What the list is narrowed to as text, so that it can be kept as a view: `hết:60 đv:"xã Lộc An" bí thư`.
//!
//! Keys and values are read without marks too, and in English: `het:60`, `ending:60`, `nhom:quanhiemky`, `group:overdue`.

use std::fmt;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Narrow, Roster, Show, Unit};
use crate::text::fold;

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterFilter {
    /// Words as they are typed into the search field.
    pub words: String,
    /// Name of the unit whose people are shown, with those below it; empty = all.
    pub unit: String,
    /// Only these.
    pub show: Option<Show>,
    /// Only active people whose term ends within so many days.
    pub ending: Option<u32>,
    /// Only active people who were in no class for so many years.
    pub untrained: Option<u32>,
}

/// Why a filter cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterProblem {
    /// No filter is called so.
    Key(String),
    /// No group is called so.
    Group(String),
    /// It has to be a whole number.
    Number(String),
    /// No unit is called so now.
    Unit(String),
}

/// Most days and years that are read.
const MOST: u32 = 3_650;

/// Groups as they are written.
const GROUPS: [(Show, &str); 7] = [
    (Show::Active, "đanglàm"),
    (Show::Overdue, "quánhiệmkỳ"),
    (Show::Paused, "tạmdừng"),
    (Show::Former, "đãthôi"),
    (Show::NoPhone, "khôngđiệnthoại"),
    (Show::NoUnit, "khôngđơnvị"),
    (Show::PastRetention, "quálưugiữ"),
];

impl RosterFilter {
    /// What a list is narrowed to now. The unit is the first of those it is narrowed to.
    pub fn of(words: &str, narrow: &Narrow, roster: &Roster) -> Self {
        let unit = narrow.units.as_ref().and_then(|units| units.first());
        Self {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            unit: unit.map(|unit| called(roster, *unit)).unwrap_or_default(),
            show: narrow.show.map(|(show, _)| show),
            ending: narrow.ending.map(|(_, days)| days),
            untrained: narrow.untrained.map(|(_, years)| years),
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`FilterProblem`] says what cannot be read.
    pub fn parse(text: &str) -> Result<Self, FilterProblem> {
        let mut filter = Self::default();
        let mut words = Vec::new();
        for token in tokens(text) {
            let Some((key, value)) = token.split_once(':') else {
                words.push(token.replace('"', ""));
                continue;
            };
            let value = value.replace('"', "");
            match letters(key).as_str() {
                "het" | "ending" => filter.ending = Some(number(&value)?),
                "bd" | "boiduong" | "untrained" => filter.untrained = Some(number(&value)?),
                "nhom" | "group" => filter.show = Some(group(&value)?),
                "dv" | "donvi" | "unit" => value.trim().clone_into(&mut filter.unit),
                _ => return Err(FilterProblem::Key(token.clone())),
            }
        }
        filter.words = words.join(" ");
        Ok(filter)
    }

    /// The narrowing of a list, today; the unit is looked for by its name.
    ///
    /// # Errors
    /// [`FilterProblem::Unit`] when no unit is called so.
    pub fn narrow(&self, roster: &Roster, today: NaiveDate) -> Result<Narrow, FilterProblem> {
        let units = if self.unit.is_empty() {
            None
        } else {
            let wanted = fold(&self.unit);
            let standing = || roster.units().iter().filter(|unit| unit.stands());
            let named = || standing().find(|unit| fold(&unit.known.name) == wanted);
            // Every commune has its thôn 1: such a one stands with the unit above it.
            let placed =
                || standing().find(|unit| placed(roster, unit).is_some_and(|name| fold(&name) == wanted));
            let found = named().or_else(placed).map(|unit| unit.id);
            // It may bear another name by now.
            let former = || roster.formers.iter().find(|former| fold(&former.name) == wanted);
            let unit = found.or_else(|| former().map(|former| former.unit));
            Some(roster.with_below(unit.ok_or_else(|| FilterProblem::Unit(self.unit.clone()))?))
        };
        Ok(Narrow {
            units,
            ending: self.ending.map(|days| (today, days)),
            untrained: self.untrained.map(|years| (today, years)),
            show: self.show.map(|show| (show, today)),
        })
    }
}

impl fmt::Display for RosterFilter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        let named = |show| GROUPS.iter().find(|(known, _)| *known == show).map(|(_, name)| *name);
        parts.extend(self.show.and_then(named).map(|name| format!("nhóm:{name}")));
        parts.extend(self.ending.map(|days| format!("hết:{days}")));
        parts.extend(self.untrained.map(|years| format!("bd:{years}")));
        if !self.unit.is_empty() {
            parts.push(format!("đv:\"{}\"", self.unit.replace('"', "")));
        }
        // A colon in the search field is no key.
        parts.extend((!self.words.is_empty()).then(|| self.words.replace([':', '"'], " ")));
        out.write_str(&parts.join(" "))
    }
}

/// The name that finds a unit again: where others bear it too, with the unit above it.
fn called(roster: &Roster, id: Uuid) -> String {
    let Some(unit) = roster.units().iter().find(|unit| unit.id == id) else { return String::new() };
    let name = fold(&unit.known.name);
    let is_shared = roster.units().iter().any(|other| other.id != id && fold(&other.known.name) == name);
    let placed = if is_shared { placed(roster, unit) } else { None };
    placed.unwrap_or_else(|| unit.known.name.clone())
}

/// A unit's name with that of the unit above it: `thôn 1, xã Lộc An`.
fn placed(roster: &Roster, unit: &Unit) -> Option<String> {
    Some(format!("{}, {}", unit.known.name, roster.unit_named(unit.known.parent?)?))
}

/// The parts of a filter: blanks between quotes belong to their part.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        quoted ^= letter == '"';
        match tokens.last_mut() {
            Some(token) if quoted || !letter.is_whitespace() => token.push(letter),
            _ => tokens.push(String::new()),
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

/// Letters and digits without marks.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn number(text: &str) -> Result<u32, FilterProblem> {
    let read = text.trim().parse().ok().filter(|number| (1..=MOST).contains(number));
    read.ok_or_else(|| FilterProblem::Number(text.to_owned()))
}

fn group(text: &str) -> Result<Show, FilterProblem> {
    let wanted = letters(text);
    let found = GROUPS.iter().find(|(show, name)| letters(name) == wanted || letters(show.id()) == wanted);
    found.map(|(show, _)| *show).ok_or_else(|| FilterProblem::Group(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::{NewUnit, ROSTER_VIEWS};
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for (_, _, filter) in ROSTER_VIEWS {
            assert_eq!(RosterFilter::parse(filter).unwrap().to_string(), *filter);
        }
        let filter =
            RosterFilter::parse("bí  thư HET:30 dv:\"xã Lộc An\" group:no_phone Nhóm:đã-thôi").unwrap();
        assert_eq!(filter.to_string(), "nhóm:đãthôi hết:30 đv:\"xã Lộc An\" bí thư");
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let problem = |text: &str| RosterFilter::parse(text).unwrap_err();
        assert_eq!(problem("het:sap"), FilterProblem::Number("sap".into()));
        assert_eq!(problem("nhóm:mới"), FilterProblem::Group("mới".into()));
        assert_eq!(problem("tt:mới"), FilterProblem::Key("tt:mới".into()));
        let roster = Roster::new(Vec::new(), []);
        let nowhere = RosterFilter::parse("đv:\"xã Cũ\"").unwrap();
        assert_eq!(nowhere.narrow(&roster, NaiveDate::default()), Err(FilterProblem::Unit("xã Cũ".into())));
    }

    #[test]
    fn a_unit_is_found_by_its_name_with_those_below_it() {
        let unit = |id: u128, name: &str, parent: Option<u128>| Unit {
            id: uuid::Uuid::from_u128(id),
            known: NewUnit { parent: parent.map(uuid::Uuid::from_u128), ..NewUnit::named(name) },
        };
        let roster = Roster::new(vec![unit(1, "xã Lộc An", None), unit(2, "thôn 7", Some(1))], []);
        let narrow = RosterFilter::parse("dv:\"xa loc an\"").unwrap().narrow(&roster, NaiveDate::default());
        assert_eq!(narrow.unwrap().units.map(|units| units.len()), Some(2));
    }

    #[test]
    fn one_of_several_units_of_a_name_is_found_again() {
        let unit = |id: u128, name: &str, parent: Option<u128>| Unit {
            id: Uuid::from_u128(id),
            known: NewUnit { parent: parent.map(Uuid::from_u128), ..NewUnit::named(name) },
        };
        let communes = [unit(1, "xã Lộc An", None), unit(2, "xã Phú Hòa", None)];
        let villages = [unit(3, "thôn 1", Some(1)), unit(4, "thôn 1", Some(2)), unit(5, "thôn 2", Some(2))];
        let roster = Roster::new(communes.into_iter().chain(villages).collect(), []);
        for (id, written) in
            [(3, "đv:\"thôn 1, xã Lộc An\""), (4, "đv:\"thôn 1, xã Phú Hòa\""), (5, "đv:\"thôn 2\"")]
        {
            let narrow = Narrow { units: Some(vec![Uuid::from_u128(id)]), ..Narrow::default() };
            let filter = RosterFilter::of("", &narrow, &roster);
            assert_eq!(filter.to_string(), written);
            let read = RosterFilter::parse(written).unwrap().narrow(&roster, NaiveDate::default()).unwrap();
            assert_eq!(read.units, narrow.units);
        }
    }
}
