//! Charts of the classes a list shows: how many of each, and never who.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::{ClassKind, ClassLine, ClassState, Month};

/// Somebody on the list of a class that was held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trained {
    /// The class.
    pub class: Uuid,
    /// The collaborator, when the person is one.
    pub collaborator: Option<Uuid>,
    /// Full name.
    pub full_name: String,
    /// Name of the unit; empty when nobody knows.
    pub unit: String,
    /// Name of the commune the unit stands in, itself among them; empty for any other.
    pub commune: String,
}

/// What was counted of the classes a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassCharts {
    /// How many they are.
    pub classes: usize,
    /// People on the lists of those that were held, by year and quarter of the first day.
    pub quarters: Vec<((i32, u32), u64)>,
    /// Classes by kind and state.
    pub kinds: Vec<((ClassKind, ClassState), u64)>,
    /// People trained by unit, each once, most first.
    pub units: Vec<(String, u64)>,
}

impl ClassCharts {
    /// Counts these classes.
    pub fn of<'a>(shown: impl Iterator<Item = &'a ClassLine>, trained: &[Trained]) -> Self {
        let mut charts = Self::default();
        let mut quarters: BTreeMap<(i32, u32), u64> = BTreeMap::new();
        let mut kinds: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        let mut classes = HashSet::new();
        for class in shown {
            charts.classes += 1;
            let kind = ClassKind::ALL.iter().position(|kind| *kind == class.kind).unwrap_or_default();
            let state = ClassState::ALL.iter().position(|state| *state == class.state).unwrap_or_default();
            *kinds.entry((kind, state)).or_default() += 1;
            if class.state != ClassState::Held {
                continue;
            }
            if let Some(day) = class.date_from.or(class.date_to) {
                let month = Month::of(day);
                *quarters.entry((month.year, month.month.div_ceil(3))).or_default() +=
                    u64::from(class.participants);
            }
            if class.kind == ClassKind::Class {
                classes.insert(class.id);
            }
        }
        charts.quarters = quarters.into_iter().collect();
        charts.kinds = kinds
            .into_iter()
            .map(|((kind, state), count)| ((ClassKind::ALL[kind], ClassState::ALL[state]), count))
            .collect();
        charts.units = by_unit(trained.iter().filter(|one| classes.contains(&one.class)));
        charts
    }
}

/// Who was in several classes is counted once.
fn by_unit<'a>(people: impl Iterator<Item = &'a Trained>) -> Vec<(String, u64)> {
    let mut seen = HashSet::new();
    let (mut own, mut by_commune): (HashMap<&str, u64>, HashMap<&str, u64>) = Default::default();
    for one in people {
        let name = if one.collaborator.is_some() { String::new() } else { crate::text::fold(&one.full_name) };
        let unit = if one.collaborator.is_some() { "" } else { one.unit.as_str() };
        if !seen.insert((one.collaborator, name, unit)) {
            continue;
        }
        *own.entry(&one.unit).or_default() += 1;
        let commune = if one.commune.is_empty() { &one.unit } else { &one.commune };
        *by_commune.entry(commune).or_default() += 1;
    }
    // A province asks how many a commune has; within one commune its units are told apart.
    let units = if by_commune.len() > 2 { by_commune } else { own };
    let mut units: Vec<(String, u64)> =
        units.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    units.sort_by_cached_key(|(name, count)| (std::cmp::Reverse(*count), crate::text::sort_key(name)));
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_once_and_only_of_classes_that_were_held() {
        let class = |id: u128, kind, state, from: &str, participants| ClassLine {
            id: Uuid::from_u128(id),
            kind,
            title: String::new(),
            date_from: from.parse().ok(),
            date_to: None,
            date_text: String::new(),
            place: String::new(),
            state,
            participants,
            open_tasks: 0,
            tasks: 0,
            series: None,
            concluded: false,
        };
        let classes = [
            class(1, ClassKind::Class, ClassState::Held, "2026-03-31", 20),
            class(2, ClassKind::Class, ClassState::Held, "2026-04-01", 10),
            class(3, ClassKind::Briefing, ClassState::Held, "2026-05-01", 5),
            class(4, ClassKind::Class, ClassState::Planned, "2026-12-01", 30),
        ];
        let trained = |class: u128, who: Option<u128>, name: &str| Trained {
            class: Uuid::from_u128(class),
            collaborator: who.map(Uuid::from_u128),
            full_name: name.into(),
            unit: "thôn 7".into(),
            commune: "xã Lộc An".into(),
        };
        let people = [
            trained(1, Some(7), "Trần Văn Nam"),
            trained(2, Some(7), "Trần Văn Nam"),
            trained(1, None, "Nông Thị Huệ"),
            trained(2, None, "nông thị huệ"),
            trained(4, Some(8), "Lò Văn Ỏm"),
        ];
        let charts = ClassCharts::of(classes.iter(), &people);
        assert_eq!(charts.classes, 4);
        assert_eq!(charts.quarters, [((2026, 1), 20), ((2026, 2), 15)]);
        assert_eq!(
            charts.kinds,
            [
                ((ClassKind::Class, ClassState::Planned), 1),
                ((ClassKind::Class, ClassState::Held), 2),
                ((ClassKind::Briefing, ClassState::Held), 1),
            ]
        );
        assert_eq!(charts.units, [("thôn 7".to_owned(), 2)]);
    }
}
