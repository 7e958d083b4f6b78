//! Rules that give new items to colleagues (quy tắc giao việc), and giving by them.
//!
//! Rules are tried in their order, the first that fits gives the item away. Only an item that is new and that nobody ever gave
//! to anybody is looked at: what a colleague works on is never taken away, and what was taken from somebody by hand stays so.
//! Rules of another office, whose file came in, are that office's business.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::lookup::OWN_HANDLER;
use crate::file::{FileError, Tx, own, schema};
use crate::inbox::records::RuleRecord;
use crate::inbox::rows::{RuleRow, Trial};
use crate::roster::store::handler_named;

/// The rules of the office in their order, by name.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rules(conn: &Connection) -> rusqlite::Result<Vec<RuleRow>> {
    conn.prepare_cached(&format!(
        "SELECT rule.id, handler.full_name, handler.mark, handler.active = 1 AND handler.deleted = 0,
           coalesce(unit.name, ''), coalesce(topic.name, ''), handler.id
         FROM assignment_rule rule JOIN handler ON handler.id = rule.handler
           LEFT JOIN unit ON unit.id = rule.unit LEFT JOIN topic ON topic.id = rule.topic
         WHERE rule.deleted = 0 AND {OWN_HANDLER} ORDER BY rule.position, rule.id"
    ))?
    .query_map([own::office(conn)?], |row| {
        Ok(RuleRow {
            id: row.get(0)?,
            handler: row.get(1)?,
            mark: row.get(2)?,
            works: row.get(3)?,
            unit: row.get(4)?,
            topic: row.get(5)?,
            handler_id: row.get(6)?,
            fits: 0,
        })
    })?
    .collect()
}

/// A rule as its form shows it; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rule_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<RuleRecord>> {
    conn.prepare_cached(
        "SELECT handler.id, handler.full_name, unit.id, unit.name, rule.topic FROM assignment_rule rule
           JOIN handler ON handler.id = rule.handler LEFT JOIN unit ON unit.id = rule.unit
         WHERE rule.id = ?1 AND rule.deleted = 0",
    )?
    .query_row([id], |row| {
        let unit: Option<Uuid> = row.get(2)?;
        Ok(RuleRecord {
            id: Some(id),
            handler: Some(row.get(0)?),
            handler_name: row.get(1)?,
            unit: unit.map(|unit| Ok::<_, rusqlite::Error>((unit, row.get(3)?))).transpose()?,
            topic: row.get(4)?,
        })
    })
    .optional()
}

/// Writes a rule; a new one stands behind all others.
///
/// # Errors
/// [`FileError`] when SQLite refuses, or nobody is named.
pub fn save_rule(tx: &Tx, rule: &RuleRecord) -> Result<Uuid, FileError> {
    let handler = match rule.handler {
        Some(handler) => Some(handler),
        None => handler_named(tx, &rule.handler_name, "")?,
    };
    let handler = handler.ok_or_else(|| FileError::NoSuchRow(rule.handler_name.clone()))?;
    let unit = rule.unit.as_ref().map(|(unit, _)| *unit);
    let Some(id) = rule.id else {
        let id = tx.new_id();
        tx.prepare_cached(
            "INSERT INTO assignment_rule (id, handler, unit, topic, position)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM assignment_rule WHERE deleted = 0))",
        )?
        .execute(params![id, handler, unit, rule.topic])?;
        return Ok(id);
    };
    for (column, value) in [("handler", Some(handler)), ("unit", unit), ("topic", rule.topic)] {
        tx.prepare_cached(&format!(
            "UPDATE assignment_rule SET {column} = ?2 WHERE id = ?1 AND {column} IS NOT ?2"
        ))?
        .execute(params![id, value])?;
    }
    Ok(id)
}

/// Takes a rule away. What it gave stays given.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remove_rule(tx: &Tx, id: Uuid) -> rusqlite::Result<usize> {
    tx.prepare_cached("UPDATE assignment_rule SET deleted = 1 WHERE id = ?1 AND deleted = 0")?.execute([id])
}

/// Moves a rule one place up or down.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_rule(tx: &Tx, id: Uuid, up: bool) -> rusqlite::Result<bool> {
    let mut order: Vec<Uuid> = rules(tx)?.into_iter().map(|rule| rule.id).collect();
    let Some(at) = order.iter().position(|rule| *rule == id) else { return Ok(false) };
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to.filter(|to| *to < order.len()) else { return Ok(false) };
    order.swap(at, to);
    let mut place =
        tx.prepare_cached("UPDATE assignment_rule SET position = ?2 WHERE id = ?1 AND position <> ?2")?;
    for (position, rule) in order.iter().enumerate() {
        place.execute(params![rule, position as i64 + 1])?;
    }
    Ok(true)
}

/// A rule with everything below its unit and its topic.
struct Known {
    row: RuleRow,
    units: Option<HashSet<Uuid>>,
    topics: Option<HashSet<Uuid>>,
}

impl Known {
    fn all(conn: &Connection) -> rusqlite::Result<Vec<Self>> {
        let rows = rules(conn)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let mut ends = conn.prepare_cached("SELECT unit, topic FROM assignment_rule WHERE id = ?1")?;
        let (units, topics) = (children(conn, "unit")?, children(conn, "topic")?);
        let mut known = Vec::new();
        for row in rows.into_iter().filter(|row| row.works) {
            let (unit, topic): (Option<Uuid>, Option<Uuid>) =
                ends.query_row([row.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            known.push(Self {
                row,
                units: unit.map(|unit| branch(&units, unit)),
                topics: topic.map(|topic| branch(&topics, topic)),
            });
        }
        Ok(known)
    }

    fn fits(&self, unit: Option<Uuid>, topics: &[Uuid]) -> bool {
        let from = |units: &HashSet<Uuid>| unit.is_some_and(|unit| units.contains(&unit));
        let about = |known: &HashSet<Uuid>| topics.iter().any(|topic| known.contains(topic));
        self.units.as_ref().is_none_or(from) && self.topics.as_ref().is_none_or(about)
    }
}

/// What stands directly under each row of a tree.
fn children(conn: &Connection, table: &str) -> rusqlite::Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut below: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mut rows =
        conn.prepare_cached(&format!("SELECT id, parent FROM {table} WHERE parent IS NOT NULL"))?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        below.entry(row.get(1)?).or_default().push(row.get(0)?);
    }
    Ok(below)
}

/// A row and all below it.
fn branch(below: &HashMap<Uuid, Vec<Uuid>>, top: Uuid) -> HashSet<Uuid> {
    let mut found = HashSet::from([top]);
    let mut open = vec![top];
    while let Some(row) = open.pop() {
        open.extend(below.get(&row).into_iter().flatten().copied().filter(|row| found.insert(*row)));
    }
    found
}

/// Which rule fits each of the items that nobody has, or had; by its place. Items that are not to be given are left out.
fn fitting(
    conn: &Connection,
    rules: &[Known],
    items: impl IntoIterator<Item = Uuid>,
) -> rusqlite::Result<Vec<(Uuid, Option<usize>)>> {
    let handler = schema::table_named("item")
        .and_then(|table| Some((table.number, table.named("handler")?.number)))
        .unwrap_or_default();
    let mut open = conn.prepare_cached(
        "SELECT coalesce(report.unit, collaborator.unit) FROM item JOIN report ON report.id = item.report
           LEFT JOIN collaborator ON collaborator.id = report.collaborator
         WHERE item.id = ?1 AND item.handler IS NULL AND item.triage = 'new' AND item.deleted = 0
           AND report.deleted = 0
           AND NOT EXISTS (SELECT 1 FROM log WHERE log.row = item.id AND log.tbl = ?2 AND log.col = ?3)",
    )?;
    let mut about = conn.prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0")?;
    let mut found = Vec::new();
    for item in items {
        let unit: Option<Option<Uuid>> =
            open.query_row(params![item, handler.0, handler.1], |row| row.get(0)).optional()?;
        let Some(unit) = unit else { continue };
        let topics: Vec<Uuid> =
            about.query_map([item], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        found.push((item, rules.iter().position(|rule| rule.fits(unit, &topics))));
    }
    Ok(found)
}

/// New items nobody has.
fn waiting(conn: &Connection) -> rusqlite::Result<Vec<Uuid>> {
    conn.prepare_cached("SELECT item FROM item_doc WHERE triage = 'new' AND handler IS NULL ORDER BY doc")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// The rules, and what they would give away now.
///
/// # Errors
/// Whatever SQLite answers.
pub fn try_rules(conn: &Connection) -> rusqlite::Result<Trial> {
    let mut rows = rules(conn)?;
    let known = Known::all(conn)?;
    let mut trial = Trial::default();
    for (_, rule) in fitting(conn, &known, waiting(conn)?)? {
        match rule.and_then(|at| known.get(at)) {
            Some(rule) => {
                if let Some(row) = rows.iter_mut().find(|row| row.id == rule.row.id) {
                    row.fits += 1;
                }
                match trial.by_handler.iter_mut().find(|(name, _)| *name == rule.row.handler) {
                    Some((_, count)) => *count += 1,
                    None => trial.by_handler.push((rule.row.handler.clone(), 1)),
                }
            }
            None => trial.unfit += 1,
        }
    }
    trial.rules = rows;
    Ok(trial)
}

/// Gives new items that nobody has, or had, to colleagues by the rules. Gives how many.
///
/// # Errors
/// Whatever SQLite answers.
pub fn apply_rules(tx: &Tx) -> rusqlite::Result<usize> {
    let open = waiting(tx)?;
    give(tx, open)
}

/// The same for these items alone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn give(tx: &Tx, items: impl IntoIterator<Item = Uuid>) -> rusqlite::Result<usize> {
    let known = Known::all(tx)?;
    let mut set = tx.prepare_cached("UPDATE item SET handler = ?2 WHERE id = ?1")?;
    let mut given = 0;
    for (item, rule) in fitting(tx, &known, items)? {
        if let Some(rule) = rule.and_then(|at| known.get(at)) {
            given += set.execute([item, rule.row.handler_id])?;
        }
    }
    Ok(given)
}

/// True when the office has rules.
///
/// # Errors
/// Whatever SQLite answers.
pub fn has_rules(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM assignment_rule WHERE deleted = 0")?.exists([])
}

#[cfg(test)]
mod tests;
