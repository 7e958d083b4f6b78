//! Taking back what was done: the inverse of a group is one more group.
//!
//! The undo key takes back groups of this run, the last one first; an older group of anybody is taken back from history. A
//! field goes back only where it still holds what the group wrote; otherwise whoever changed it since is named.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::error::FileError;
use super::field::{Field, op};
use super::history::{self, Deed};
use super::open::OfficeFile;
use super::reopen::{self, Span, span};
use super::schema;
use super::write::{Step, Written};

/// The action that decides a question.
pub(super) const DECIDED: &str = "decide";

/// What was taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undone {
    /// Identifier of the action taken back (or done again).
    pub action: String,
    /// Fields and rows that went back.
    pub reverted: usize,
    /// Fields that somebody changed since; they were left as they are.
    pub left: Vec<Left>,
}

/// A field that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// The column; `None` for the row itself.
    pub column: Option<&'static str>,
    /// Who changed it since, at which office, and when (a moment of the file).
    pub person: String,
    /// The office.
    pub office: String,
    /// The moment.
    pub at: String,
}

/// Something done in this run that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its group.
    pub group: i64,
    /// Identifier of the action; of what was done again, the action itself.
    pub action: String,
    /// When, a moment of the file.
    pub at: String,
    /// Rows it touched.
    pub rows: i64,
    /// One of them, with its table.
    pub first: Option<(&'static str, Uuid)>,
}

/// A field as a group found it and left it.
struct Change {
    old: Value,
    new: Value,
    erased: bool,
}

/// What a group did.
#[derive(Default)]
struct Deeds {
    created: BTreeSet<(i64, Uuid)>,
    fields: BTreeMap<Field, Change>,
}

impl OfficeFile {
    /// Takes back the last thing done in this run. `None` when there is nothing left to take back.
    ///
    /// # Errors
    /// [`FileError`]; nothing was changed then.
    pub fn undo(&mut self) -> Result<Option<Written<Undone>>, FileError> {
        let Some(group) = self.run.done.last().copied() else {
            return Ok(None);
        };
        self.invert_own(group, "undo", Step::Undo(group)).map(Some)
    }

    /// Does again what was last taken back in this run. `None` when there is nothing.
    ///
    /// # Errors
    /// [`FileError`]; nothing was changed then.
    pub fn redo(&mut self) -> Result<Option<Written<Undone>>, FileError> {
        let Some(group) = self.run.undone.last().copied() else {
            return Ok(None);
        };
        self.invert_own(group, "redo", Step::Redo(group)).map(Some)
    }

    /// Takes back a group of anybody's, from history: `replica` and `group` as [`super::history`] gives them. This is itself
    /// something the undo key takes back.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when there is no such group; nothing was changed then.
    pub fn take_back_group(&mut self, replica: Uuid, group: i64) -> Result<Written<Undone>, FileError> {
        let rep: Option<i64> = self
            .conn
            .query_row("SELECT n FROM replica WHERE uuid = ?1", [replica], |row| row.get(0))
            .optional()?;
        let rep = rep.ok_or_else(|| FileError::NoSuchRow(format!("{replica}/{group}")))?;
        self.invert(rep, group, "restore", Step::Plain)
    }

    /// What the undo key takes back, the last thing done first.
    ///
    /// # Errors
    /// [`FileError`] when the file cannot be read.
    pub fn done(&self) -> Result<Vec<Done>, FileError> {
        let rep = self.numbers.rep.load(std::sync::atomic::Ordering::Relaxed);
        let mut list = Vec::new();
        for group in self.run.done.iter().rev().copied() {
            let Span { action, from, to, .. } = span(&self.conn, rep, group)?;
            let at = self
                .conn
                .prepare_cached("SELECT at FROM grp WHERE rep = ?1 AND grp = ?2")?
                .query_row([rep, group], |row| row.get(0))?;
            let rows = self
                .conn
                .prepare_cached(
                    "SELECT count(DISTINCT row) FROM log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3",
                )?
                .query_row([rep, from, to], |row| row.get(0))?;
            let first = self
                .conn
                .prepare_cached(
                    "SELECT tbl, row FROM log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq LIMIT 1",
                )?
                .query_row([rep, from, to], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?
                .and_then(|(table, row)| Some((schema::table(table)?.name, row)));
            list.push(Done { group, action, at, rows, first });
        }
        Ok(list)
    }

    /// Takes back everything of this run down to `group` and that group too, the last thing first. Gives how many actions
    /// went back, and the fields that were left because somebody changed them since.
    ///
    /// # Errors
    /// [`FileError`]; what was taken back before it stays so, and can be done again.
    pub fn undo_to(&mut self, group: i64) -> Result<(usize, Vec<Left>), FileError> {
        let (mut taken, mut left) = (0, Vec::new());
        while self.run.done.contains(&group) {
            let Some(undone) = self.undo()? else { break };
            taken += 1;
            left.extend(undone.value.left);
        }
        Ok((taken, left))
    }

    /// Gives fields the values again that these records (replica and number) took from them, or with `wrote` the values they
    /// wrote; a row that one of them created is taken away. One action, which the undo key takes back. Gives how many fields
    /// changed.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when there is no such record or its value was erased; nothing was changed then.
    pub fn put_back(&mut self, records: &[(Uuid, i64)], wrote: bool) -> Result<Written<usize>, FileError> {
        self.write_step("restore", Step::Plain, |tx| {
            let mut put = 0;
            for (replica, seq) in records {
                let missing = || FileError::NoSuchRow(format!("{replica}/{seq}"));
                let entry = history::record(tx, *replica, *seq)?.ok_or_else(missing)?;
                let (column, value) = match entry.deed {
                    Deed::Created => ("deleted", Value::Integer(1)),
                    Deed::Changed { column, old, new } => (column, if wrote { new } else { old }),
                    Deed::Erased { .. } | Deed::Blanked { .. } => return Err(missing()),
                };
                put += tx
                    .prepare_cached(&format!(
                        "UPDATE {} SET {column} = ?2 WHERE id = ?1 AND {column} IS NOT ?2",
                        entry.table
                    ))?
                    .execute(params![entry.row, value])?;
            }
            Ok(put)
        })
    }

    /// True when the undo key has something to take back.
    pub fn can_undo(&self) -> bool {
        !self.run.done.is_empty()
    }

    /// True when there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.run.undone.is_empty()
    }

    fn invert_own(&mut self, group: i64, action: &str, step: Step) -> Result<Written<Undone>, FileError> {
        let rep = self.numbers.rep.load(std::sync::atomic::Ordering::Relaxed);
        let done = self.invert(rep, group, action, step)?;
        if done.changed.is_empty() {
            // Everything was changed by others since: the group is done with, or the key would stick to it.
            self.run.done.retain(|other| *other != group);
            self.run.undone.retain(|other| *other != group);
        }
        Ok(done)
    }

    fn invert(
        &mut self,
        rep: i64,
        group: i64,
        action: &str,
        step: Step,
    ) -> Result<Written<Undone>, FileError> {
        self.write_step(action, step, |tx| {
            let Span { action: undone_action, depth, from, to } = span(tx, rep, group)?;
            let deeds = deeds(tx, rep, from, to)?;
            let decided = undone_action == DECIDED;
            let mut undone = Undone { action: undone_action, ..Undone::default() };
            for (tbl, row) in &deeds.created {
                uncreate(tx, *tbl, *row, &mut undone)?;
            }
            for (field, change) in &deeds.fields {
                let again = match (decided && !change.erased, depth % 2) {
                    (false, _) => false,
                    (true, 0) => reopen::reopen(tx, *field, &change.new, (rep, from, to))?,
                    (true, _) => reopen::decide_again(tx, *field, &change.new, &change.old)?,
                };
                if again {
                    undone.reverted += 1;
                } else {
                    put_back(tx, *field, change, &mut undone)?;
                }
            }
            Ok(undone)
        })
    }
}

/// What a group did, each field once: as it was before and after. Fields of rows it created do not count by themselves.
fn deeds(conn: &Connection, rep: i64, from: i64, to: i64) -> Result<Deeds, FileError> {
    let mut deeds = Deeds::default();
    let mut records = conn.prepare_cached(
        "SELECT tbl, row, op, col, old, new FROM log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq",
    )?;
    let mut records = records.query([rep, from, to])?;
    while let Some(record) = records.next()? {
        let (tbl, row, kind): (i64, Uuid, i64) = (record.get(0)?, record.get(1)?, record.get(2)?);
        if kind == op::CREATED {
            deeds.created.insert((tbl, row));
            continue;
        }
        if deeds.created.contains(&(tbl, row)) {
            continue;
        }
        let field = Field { row, tbl, col: record.get(3)? };
        let erased = kind != op::CHANGED;
        let (old, new): (Value, Value) = (record.get(4)?, record.get(5)?);
        if old == new && kind == op::CHANGED && deeds.fields.contains_key(&field) {
            // What stood against the field's value when a decision was taken back.
            continue;
        }
        match deeds.fields.get_mut(&field) {
            Some(change) => {
                change.new = new;
                change.erased |= erased;
            }
            None => {
                deeds.fields.insert(field, Change { old, new, erased });
            }
        }
    }
    // A row with a fixed id logs its values before its creation.
    let Deeds { created, fields } = &mut deeds;
    fields.retain(|field, _| !created.contains(&(field.tbl, field.row)));
    Ok(deeds)
}

/// A created row is taken away, unless another run changed it since.
fn uncreate(conn: &Connection, tbl: i64, row: Uuid, undone: &mut Undone) -> Result<(), FileError> {
    let Some(table) = schema::table(tbl) else {
        return Ok(());
    };
    let stranger: Option<(String, String, String)> = conn
        .prepare_cached(
            "SELECT r.person, r.office, g.at FROM log l JOIN replica r ON r.n = l.rep \
             LEFT JOIN grp g ON g.rep = l.rep AND g.grp = l.grp \
             WHERE l.row = ?1 AND l.tbl = ?2 AND l.op > 0 AND l.rep <> log_rep() \
             AND l.rep NOT IN (SELECT c.rep FROM log c WHERE c.row = ?1 AND c.tbl = ?2 AND c.op = 0) \
             ORDER BY l.hlc DESC LIMIT 1",
        )?
        .query_row(params![row, tbl], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<_>>(2)?.unwrap_or_default()))
        })
        .optional()?;
    if let Some((person, office, at)) = stranger {
        undone.left.push(Left { table: table.name, row, column: None, person, office, at });
        return Ok(());
    }
    let gone = conn
        .prepare_cached(&format!("UPDATE {} SET deleted = 1 WHERE id = ?1 AND deleted = 0", table.name))?
        .execute([row])?;
    undone.reverted += gone;
    Ok(())
}

/// A field goes back to what it was, if it still holds what the group wrote.
fn put_back(conn: &Connection, field: Field, change: &Change, undone: &mut Undone) -> Result<(), FileError> {
    let Some((table, column)) =
        schema::table(field.tbl).and_then(|table| Some((table, table.column(field.col)?)))
    else {
        return Ok(());
    };
    if !change.erased {
        let done = conn
            .prepare_cached(&format!(
                "UPDATE {} SET {1} = ?2 WHERE id = ?1 AND {1} IS ?3 AND {1} IS NOT ?2",
                table.name, column.name
            ))?
            .execute(params![field.row, change.old, change.new])?;
        undone.reverted += done;
        let as_before = done > 0
            || conn
                .prepare_cached(&format!(
                    "SELECT 1 FROM {} WHERE id = ?1 AND {} IS ?2",
                    table.name, column.name
                ))?
                .exists(params![field.row, change.old])?;
        if as_before {
            return Ok(());
        }
    }
    let (person, office, at) = conn
        .prepare_cached(
            "SELECT r.person, r.office, coalesce(g.at, '') FROM log l JOIN replica r ON r.n = l.rep \
             LEFT JOIN grp g ON g.rep = l.rep AND g.grp = l.grp WHERE l.row = ?1 AND l.tbl = ?2 AND l.col = ?3 \
             ORDER BY l.hlc DESC, r.uuid DESC LIMIT 1",
        )?
        .query_row(params![field.row, field.tbl, field.col], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    undone.left.push(Left {
        table: table.name,
        row: field.row,
        column: Some(column.name),
        person,
        office,
        at,
    });
    Ok(())
}

#[cfg(test)]
mod tests;
