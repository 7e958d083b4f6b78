//! A class unit by unit: how many were summoned, whose names came, who attended.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Absence, Class, ClassState, Participant, UnitLevel};
use crate::text::fold;

/// People counted: of a unit, of the units of a level, of the whole class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many were summoned.
    pub summoned: i64,
    /// So many names came. Who only came to the door was not named.
    pub named: i64,
    /// So many names are missing; what one unit sent too many does not fill the gap of another.
    pub missing: i64,
    /// On the list, at the door too.
    pub listed: i64,
    /// At one session at least.
    pub attended: i64,
    /// At no session, with leave for each.
    pub excused: i64,
    /// At no session, without leave for some.
    pub unexcused: i64,
    /// Gets a certificate.
    pub certificates: i64,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.summoned += other.summoned;
        self.named += other.named;
        self.missing += other.missing;
        self.listed += other.listed;
        self.attended += other.attended;
        self.excused += other.excused;
        self.unexcused += other.unexcused;
        self.certificates += other.certificates;
    }

    /// Several together.
    pub fn sum<'a>(tallies: impl IntoIterator<Item = &'a Self>) -> Self {
        tallies.into_iter().fold(Self::default(), |mut sum, one| {
            sum.add(one);
            sum
        })
    }
}

/// A unit that was summoned, or that somebody of the list is from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitTally {
    /// The unit, when it is on the roster.
    pub unit: Option<Uuid>,
    /// Its name; empty for people whose unit nobody wrote down.
    pub name: String,
    /// Its level.
    pub level: UnitLevel,
    /// Whom it was to send, as it was summoned: category and number.
    pub asked: Vec<(String, i64)>,
    /// The day its names are due.
    pub due: Option<NaiveDate>,
    /// Its people.
    pub tally: Tally,
}

impl UnitTally {
    /// Names are missing after their day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.tally.missing > 0 && self.due.is_some_and(|due| due < today)
    }
}

/// Names that units still have to send for a class, all due by one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamesDue {
    /// The class.
    pub class: Uuid,
    /// Its title.
    pub title: String,
    /// By which day.
    pub due_on: NaiveDate,
    /// Units that lack names.
    pub units: u32,
    /// Names that are missing.
    pub missing: i64,
}

/// How somebody attended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Came {
    Yes,
    Excused,
    No,
}

impl Class {
    /// Its units: those summoned in their order, then the others people are from.
    pub fn by_unit(&self) -> Vec<UnitTally> {
        let mut units: Vec<UnitTally> = Vec::new();
        for one in &self.known.summons {
            let unit = found(&mut units, one.unit, one.unit_name.trim(), one.level);
            unit.asked.push((one.category.clone(), one.number));
            unit.due = unit.due.min(one.names_due).or(unit.due).or(one.names_due);
            unit.tally.summoned += one.number;
        }
        let absences = self.absences_of();
        let sessions = self.known.sessions.len();
        for person in &self.known.participants {
            let unit = match person.summoned_unit {
                Some(id) => found(&mut units, Some(id), "", person.level),
                None => found(&mut units, person.unit, person.unit_name.trim(), person.level),
            };
            let absences = person.id.and_then(|id| absences.get(&id));
            let came = came(absences.map(Vec::as_slice).unwrap_or_default(), sessions);
            let tally = &mut unit.tally;
            tally.listed += 1;
            tally.named += i64::from(!person.walk_in);
            tally.attended += i64::from(came == Came::Yes);
            tally.excused += i64::from(came == Came::Excused);
            tally.unexcused += i64::from(came == Came::No);
            tally.certificates += i64::from(came == Came::Yes && self.certifies(person));
        }
        for unit in &mut units {
            unit.tally.missing = (unit.tally.summoned - unit.tally.named).max(0);
        }
        units
    }

    fn absences_of(&self) -> HashMap<Uuid, Vec<Absence>> {
        let mut absences: HashMap<Uuid, Vec<Absence>> = HashMap::new();
        for absence in &self.absences {
            absences.entry(absence.participant).or_default().push(*absence);
        }
        absences
    }

    /// Whether somebody who was there gets a certificate: the class numbers them, or this one has a number.
    fn certifies(&self, person: &Participant) -> bool {
        self.known.certificate_from.is_some() || !person.certificate_number.trim().is_empty()
    }

    /// Whether who came can be told: it runs or was held, or its first day is here.
    pub fn has_begun(&self, today: NaiveDate) -> bool {
        match self.known.state {
            ClassState::Running | ClassState::Held => true,
            ClassState::Postponed | ClassState::Cancelled => false,
            ClassState::Draft | ClassState::Planned | ClassState::Summoned => {
                self.known.date_from.is_some_and(|from| from <= today)
            }
        }
    }

    /// The lines of the estimate together, đồng.
    pub fn costs(&self) -> i64 {
        let line = |cost: &super::Cost| cost.quantity.saturating_mul(cost.unit_cost);
        self.known.costs.iter().map(line).fold(0, i64::saturating_add)
    }

    /// What the lines of the estimate come to and by how much that is more or less than the estimate, where both are known and
    /// differ.
    pub fn costs_differ(&self) -> Option<(i64, i64)> {
        let (sum, estimate) = (self.costs(), self.known.estimate?);
        (!self.known.costs.is_empty() && sum != estimate).then(|| (sum, sum - estimate))
    }
}

/// The tallies of the levels that occur, the highest first.
pub fn by_level(units: &[UnitTally]) -> Vec<(UnitLevel, Tally)> {
    const ORDER: [UnitLevel; 6] = [
        UnitLevel::Central,
        UnitLevel::Province,
        UnitLevel::District,
        UnitLevel::Commune,
        UnitLevel::Base,
        UnitLevel::Unknown,
    ];
    ORDER
        .into_iter()
        .filter(|level| units.iter().any(|unit| unit.level == *level))
        .map(|level| {
            let of = units.iter().filter(|unit| unit.level == level);
            (level, Tally::sum(of.map(|unit| &unit.tally)))
        })
        .collect()
}

/// The unit among those listed, by its row or its name; put at the end when it is not there.
fn found<'a>(
    units: &'a mut Vec<UnitTally>,
    unit: Option<Uuid>,
    name: &str,
    level: UnitLevel,
) -> &'a mut UnitTally {
    let wanted = fold(name);
    let at = units.iter().position(|known| match (known.unit, unit) {
        (Some(known), Some(unit)) => known == unit,
        _ => fold(&known.name) == wanted,
    });
    let at = at.unwrap_or_else(|| {
        units.push(UnitTally { unit, name: name.to_owned(), level, ..UnitTally::default() });
        units.len() - 1
    });
    &mut units[at]
}

fn came(absences: &[Absence], sessions: usize) -> Came {
    if sessions == 0 || absences.len() < sessions {
        Came::Yes
    } else if absences.iter().all(|absence| absence.excused) {
        Came::Excused
    } else {
        Came::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::model::{NewClass, Session, Summons};

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn summons(unit: u128, category: &str, number: i64, due: &str) -> Summons {
        Summons {
            unit: Some(id(unit)),
            unit_name: format!("Xã {unit}"),
            level: UnitLevel::Commune,
            category: category.into(),
            number,
            names_due: due.parse().ok(),
        }
    }

    fn person(number: u128, unit: Option<u128>, unit_name: &str) -> Participant {
        Participant {
            id: Some(id(100 + number)),
            unit: unit.map(id),
            summoned_unit: unit.filter(|unit| *unit < 3).map(id),
            unit_name: unit_name.into(),
            ..Participant::default()
        }
    }

    #[test]
    fn a_unit_lacks_the_names_it_did_not_send_whatever_others_sent_too_many() {
        let class = Class {
            id: id(9),
            known: NewClass {
                certificate_from: Some(1),
                summons: vec![
                    summons(1, "trưởng ban", 1, "2026-12-05"),
                    summons(2, "cộng tác viên", 1, "2026-12-07"),
                    summons(1, "cộng tác viên", 2, "2026-12-04"),
                ],
                sessions: vec![Session { id: Some(id(50)), ..Session::default() }],
                participants: vec![
                    person(1, Some(1), "Xã 1"),
                    Participant { walk_in: true, ..person(2, Some(1), "Xã 1") },
                    person(3, Some(2), "Xã 2"),
                    person(4, Some(2), "Xã 2"),
                    person(5, None, "Đài Truyền thanh"),
                ],
                ..NewClass::default()
            },
            absences: vec![Absence { participant: id(104), session: id(50), excused: true }],
        };
        let units = class.by_unit();
        let told: Vec<(&str, i64, i64, i64)> = units
            .iter()
            .map(|unit| (unit.name.as_str(), unit.tally.summoned, unit.tally.named, unit.tally.missing))
            .collect();
        assert_eq!(told, [("Xã 1", 3, 1, 2), ("Xã 2", 1, 2, 0), ("Đài Truyền thanh", 0, 1, 0)]);
        assert_eq!(units[0].due, "2026-12-04".parse().ok());
        assert!(units[0].is_overdue("2026-12-05".parse().unwrap()));
        assert!(!units[0].is_overdue("2026-12-04".parse().unwrap()));
        assert!(!units[1].is_overdue("2027-01-01".parse().unwrap()), "nothing is missing");
        let levels = by_level(&units);
        assert_eq!(
            levels.iter().map(|(level, _)| *level).collect::<Vec<_>>(),
            [UnitLevel::Commune, UnitLevel::Unknown]
        );
        let communes = levels[0].1;
        assert_eq!((communes.attended, communes.excused, communes.unexcused), (3, 1, 0));
        assert_eq!((communes.missing, communes.certificates), (2, 3));
    }

    #[test]
    fn an_estimate_that_differs_from_its_lines_is_told_by_how_much() {
        let cost =
            |quantity, unit_cost| crate::training::model::Cost { quantity, unit_cost, ..Default::default() };
        let class = |estimate, costs| Class {
            id: id(1),
            known: NewClass { estimate, costs, ..NewClass::default() },
            absences: Vec::new(),
        };
        assert_eq!(class(Some(100), vec![cost(2, 60)]).costs_differ(), Some((120, 20)));
        assert_eq!(class(Some(120), vec![cost(2, 60)]).costs_differ(), None);
        assert_eq!(class(Some(120), Vec::new()).costs_differ(), None);
        assert_eq!(class(None, vec![cost(2, 60)]).costs_differ(), None);
    }
}
