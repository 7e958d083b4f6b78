//! Of which units the rows are that a merge brings: what a province wants to see before it takes in its communes.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::file::write::Changed;

/// How many rows of a unit came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfUnit {
    /// The unit; those of chi bộ, thôn and so on are counted to the commune they are in. `None` = no unit was given.
    pub unit: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// Collaborators.
    pub collaborators: usize,
    /// Reports.
    pub reports: usize,
    /// Items.
    pub items: usize,
}

impl OfUnit {
    fn rows(&self) -> usize {
        self.collaborators + self.reports + self.items
    }
}

/// The count of one kind.
type Place = fn(&mut OfUnit) -> &mut usize;

/// How far up a tree of units is walked: a merge may bring a circle.
const DEEPEST: usize = 16;

/// Counts the rows by unit, those with most first.
pub(super) fn count(conn: &Connection, changed: &Changed) -> rusqlite::Result<Vec<OfUnit>> {
    let mut units = BTreeMap::new();
    let mut communes = HashMap::new();
    let tables: [(&str, &str, Place); 3] = [
        ("collaborator", "SELECT unit FROM collaborator WHERE id = ?1", |unit| &mut unit.collaborators),
        ("report", "SELECT unit FROM report WHERE id = ?1", |unit| &mut unit.reports),
        ("item", "SELECT r.unit FROM item i JOIN report r ON r.id = i.report WHERE i.id = ?1", |unit| {
            &mut unit.items
        }),
    ];
    for (table, sql, place) in tables {
        let mut of_row = conn.prepare(sql)?;
        for row in changed.rows(table) {
            let unit: Option<Uuid> = of_row.query_row([row], |row| row.get(0)).optional()?.flatten();
            let (unit, name) = match unit {
                Some(unit) => commune(conn, unit, &mut communes)?,
                None => (None, String::new()),
            };
            let counted = units.entry(unit).or_insert_with(|| OfUnit { unit, name, ..OfUnit::default() });
            *place(counted) += 1;
        }
    }
    Ok(in_order(units))
}

/// Adds the counts of another file.
pub(super) fn add(sum: &mut Vec<OfUnit>, more: &[OfUnit]) {
    let mut units: BTreeMap<_, _> = std::mem::take(sum).into_iter().map(|unit| (unit.unit, unit)).collect();
    for unit in more {
        let counted =
            units.entry(unit.unit).or_insert_with(|| OfUnit { unit: unit.unit, ..OfUnit::default() });
        counted.name.clone_from(&unit.name);
        counted.collaborators += unit.collaborators;
        counted.reports += unit.reports;
        counted.items += unit.items;
    }
    *sum = in_order(units);
}

fn in_order(units: BTreeMap<Option<Uuid>, OfUnit>) -> Vec<OfUnit> {
    let mut units: Vec<_> = units.into_values().collect();
    units.sort_by(|one, other| other.rows().cmp(&one.rows()).then_with(|| one.name.cmp(&other.name)));
    units
}

/// The commune a unit is in, or the unit itself.
fn commune(
    conn: &Connection,
    unit: Uuid,
    known: &mut HashMap<Uuid, (Option<Uuid>, String)>,
) -> rusqlite::Result<(Option<Uuid>, String)> {
    if let Some(found) = known.get(&unit) {
        return Ok(found.clone());
    }
    let mut look = conn.prepare_cached("SELECT parent, name, level FROM unit WHERE id = ?1")?;
    let mut up = unit;
    let mut found = (Some(unit), String::new());
    for step in 0..DEEPEST {
        let (parent, name, level): (Option<Uuid>, String, String) =
            look.query_row([up], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        if step == 0 || level == "commune" {
            found = (Some(up), name);
        }
        match parent.filter(|_| level != "commune") {
            Some(parent) => up = parent,
            None => break,
        }
    }
    known.insert(unit, found.clone());
    Ok(found)
}
