//! The units of the roster, one below the other.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::super::{Status, Unit, UnitLevel};
use super::Roster;
use crate::text;

/// A unit with how many people it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// Id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// How deep it stands in the tree.
    pub depth: usize,
    /// Active collaborators in it.
    pub own: usize,
    /// Active collaborators in it and all units below.
    pub total: usize,
    /// Its place in protocol order.
    pub order: i64,
    /// Symbol for document numbers.
    pub symbol: String,
    /// Official mailbox.
    pub mailbox: String,
    /// Last day it stood; `None` while it stands.
    pub until: Option<NaiveDate>,
    /// What stands in its place now.
    pub now: String,
    /// A unit that stands is below it.
    pub holds: bool,
    /// It stands today, and is of a level at which a collaborator is wanted.
    pub wants_people: bool,
}

impl UnitRow {
    /// A unit without a collaborator where one is wanted.
    pub fn is_gap(&self) -> bool {
        self.wants_people && self.total == 0
    }
}

impl Roster {
    /// Puts people of a unit together: units in protocol order, then by name; the order within a unit stays.
    pub fn sort_by_unit(&mut self) {
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        order.sort_by_cached_key(|&at| {
            (self.units[at].known.protocol_order, text::sort_key(&self.units[at].known.name))
        });
        let mut rank = vec![0; order.len()];
        for (place, at) in order.into_iter().enumerate() {
            rank[at] = place;
        }
        self.people.sort_by_key(|person| rank.get(person.unit as usize).copied().unwrap_or(usize::MAX));
    }

    /// The unit tree, each unit after the one above it, in protocol order and then by name.
    pub fn tree(&self) -> Vec<UnitRow> {
        let mut own = vec![0; self.units.len()];
        for person in self.people.iter().filter(|person| person.status == Status::Active) {
            if let Some(count) = own.get_mut(person.unit as usize) {
                *count += 1;
            }
        }
        let by_id: HashMap<Uuid, usize> =
            self.units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
        let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for (at, unit) in self.units.iter().enumerate() {
            let parent = unit
                .known
                .parent
                .and_then(|parent| by_id.get(&parent).copied())
                .filter(|&parent| parent != at);
            below.entry(parent).or_default().push(at);
        }
        for units in below.values_mut() {
            units.sort_by_cached_key(|&at| {
                (self.units[at].known.protocol_order, text::sort_key(&self.units[at].known.name))
            });
        }
        let mut rows = Vec::with_capacity(self.units.len());
        self.branch(None, 0, &below, &own, &mut rows);
        rows
    }

    fn branch(
        &self,
        parent: Option<usize>,
        depth: usize,
        below: &HashMap<Option<usize>, Vec<usize>>,
        own: &[usize],
        rows: &mut Vec<UnitRow>,
    ) -> usize {
        // Units that stand above each other in a circle are reached from no root and not at all from here.
        let mut sum = 0;
        for &at in below.get(&parent).into_iter().flatten() {
            let place = rows.len();
            let unit = &self.units[at];
            rows.push(UnitRow {
                id: unit.id,
                name: unit.known.name.clone(),
                depth,
                own: own[at],
                total: own[at],
                order: unit.known.protocol_order,
                symbol: unit.known.symbol.clone(),
                mailbox: unit.known.mailbox.clone(),
                until: unit.known.valid_to,
                now: if unit.stands() { String::new() } else { self.named_today(unit.id) },
                holds: false,
                wants_people: unit.stands()
                    && matches!(unit.known.level, UnitLevel::Commune | UnitLevel::Base | UnitLevel::Unknown),
            });
            rows[place].total += self.branch(Some(at), depth + 1, below, own, rows);
            rows[place].holds = rows[place + 1..].iter().any(|row| row.until.is_none());
            sum += rows[place].total;
        }
        sum
    }

    /// The units that stand for one that is no more; empty without any.
    pub fn named_today(&self, unit: Uuid) -> String {
        let names: Vec<&str> = self
            .today(unit)
            .into_iter()
            .filter(|now| *now != unit)
            .filter_map(|now| self.unit_named(now))
            .collect();
        names.join(", ")
    }

    /// Units that change their place in the order, with it, when one moves a place up or down among those below the same
    /// unit; none where it stands at the end.
    pub fn moved_in_order(units: &[Unit], id: Uuid, up: bool) -> Vec<(Uuid, i64)> {
        let Some(unit) = units.iter().find(|unit| unit.id == id) else { return Vec::new() };
        let mut beside: Vec<&Unit> =
            units.iter().filter(|other| other.known.parent == unit.known.parent && other.stands()).collect();
        beside.sort_by_cached_key(|unit| (unit.known.protocol_order, text::sort_key(&unit.known.name)));
        let Some(at) = beside.iter().position(|other| other.id == id) else { return Vec::new() };
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < beside.len()) };
        let Some(to) = to else { return Vec::new() };
        // The numbers stay where they are as far as they tell the units apart.
        let mut last = 0;
        let mut numbers = Vec::with_capacity(beside.len());
        for unit in &beside {
            last = unit.known.protocol_order.max(last + 1);
            numbers.push(last);
        }
        beside.swap(at, to);
        let numbered = beside.into_iter().zip(numbers);
        numbered
            .filter(|(unit, number)| unit.known.protocol_order != *number)
            .map(|(unit, number)| (unit.id, number))
            .collect()
    }

    /// A unit and all units below it.
    pub fn with_below(&self, unit: Uuid) -> Vec<Uuid> {
        let rows = self.tree();
        let Some(at) = rows.iter().position(|row| row.id == unit) else {
            return vec![unit];
        };
        let depth = rows[at].depth;
        let below = rows[at + 1..].iter().take_while(|row| row.depth > depth).map(|row| row.id);
        std::iter::once(unit).chain(below).collect()
    }
}
