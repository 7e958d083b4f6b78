//! Making one of two rows: everything that refers to the one that goes refers to the one that stays, and what only the one
//! that goes knew is kept. One action, so that undo takes it back whole.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::doubles::{Kind, say};
use super::joined::{Joined, edges};
use crate::file::decisions::Side;
use crate::file::{FileError, Tx, link_id, schema};

/// Columns of a row that say nothing of their own: they follow another, or are the program's.
const NOT_FILLED: &[&str] =
    &["id", "deleted", "given_name", "code", "report", "position", "triage", "status"];

/// A reference to the rows of a kind.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    pub table: &'static schema::Table,
    pub column: &'static str,
}

pub(super) fn references(kind: Kind) -> Vec<Reference> {
    let mut found = Vec::new();
    for table in schema::tables() {
        for column in table.columns.iter().filter(|column| column.refers_to == Some(kind.table())) {
            found.push(Reference { table, column: column.name });
        }
    }
    // The answer to a check names its subject without a foreign key, because it goes to several tables.
    found.extend(schema::table_named("check_answer").map(|table| Reference { table, column: "subject" }));
    found.retain(|reference| kind != Kind::Item || follows_item(reference.table.name));
    found
}

/// A matter that is a duplicate keeps its words, its streams and its place in what was issued: only what still asks for
/// the matter follows.
fn follows_item(table: &str) -> bool {
    matches!(table, "item" | "item_topic" | "orientation_item" | "agenda_point" | "check_answer")
}

/// How many rows refer to a row, by table: what joining would move.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn would_join(
    conn: &Connection,
    kind: Kind,
    gone: Uuid,
) -> Result<Vec<(&'static str, usize)>, FileError> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for Reference { table, column } in references(kind) {
        let sql = format!("SELECT count(*) FROM {} WHERE {column} = ?1 AND deleted = 0", table.name);
        let count: i64 = conn.prepare(&sql)?.query_row([gone], |row| row.get(0))?;
        let count = usize::try_from(count).unwrap_or(0);
        match counts.iter_mut().find(|(name, _)| *name == table.name) {
            Some((_, sum)) => *sum += count,
            None => counts.push((table.name, count)),
        }
    }
    counts.retain(|(_, count)| *count > 0);
    Ok(counts)
}

/// Makes one of two rows. Gives how many rows were moved.
///
/// # Errors
/// [`FileError::NoSuchRow`] when one of them is not there; nothing was changed then.
pub fn join(tx: &Tx, kind: Kind, keep: Uuid, gone: Uuid) -> Result<usize, FileError> {
    for row in [keep, gone] {
        let there = tx
            .prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1 AND deleted = 0", kind.table()))?
            .exists([row])?;
        if !there || keep == gone {
            return Err(FileError::NoSuchRow(row.to_string()));
        }
    }
    fill(tx, kind, keep, gone)?;
    let mut moved = 0;
    for reference in references(kind) {
        moved += if reference.table.link.contains(&reference.column) {
            relink(tx, &reference, keep, gone)?
        } else {
            repoint(tx, &reference, kind, keep, gone)?
        };
    }
    match kind {
        Kind::Person | Kind::Unit => tx
            .prepare_cached(&format!("UPDATE {} SET deleted = 1 WHERE id = ?1", kind.table()))?
            .execute([gone])?,
        // A matter that came twice is a duplicate of the first: its report still counts as sent.
        Kind::Item => tx
            .prepare_cached(
                "UPDATE item SET triage = 'duplicate', triage_reason = '', duplicate_of = ?2 WHERE id = ?1",
            )?
            .execute([gone, keep])?,
    };
    say(tx, kind, keep, gone, "joined", Some(keep))?;
    Ok(moved)
}

/// Makes one of the rows of every pair, the one that stays first; a pair whose rows are gone by then is passed over.
///
/// # Errors
/// [`FileError`] when SQLite refuses, or when a single pair is not there; nothing was changed then.
pub fn join_all(tx: &Tx, kind: Kind, pairs: &[(Uuid, Uuid)]) -> Result<usize, FileError> {
    let mut moved = 0;
    for (keep, gone) in pairs {
        match join(tx, kind, *keep, *gone) {
            Err(FileError::NoSuchRow(_)) if pairs.len() > 1 => {}
            done => moved += done?,
        }
    }
    Ok(moved)
}

/// The row that stands for one that was joined to another; `None` where it was not.
///
/// # Errors
/// Whatever SQLite answers.
pub fn stands_for(conn: &Connection, kind: Kind, row: Uuid) -> rusqlite::Result<Option<Uuid>> {
    let root = Joined::of(&edges(conn, kind)?).root(row);
    Ok((root != row).then_some(root))
}

/// Puts what was edited in a row that was joined to another into that one.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn carry_over(tx: &Tx, kind: Kind, gone: Uuid, sides: &[Side]) -> Result<(), FileError> {
    let Some(keep) = stands_for(tx, kind, gone)? else { return Ok(()) };
    let columns: BTreeSet<&str> =
        sides.iter().filter(|side| side.row == gone).filter_map(|side| side.column).collect();
    for column in columns.into_iter().filter(|column| !NOT_FILLED.contains(column)) {
        let table = kind.table();
        // A unit is not put under itself.
        tx.prepare_cached(&format!(
            "UPDATE {table} SET {column} = v.value FROM (SELECT {column} AS value FROM {table} WHERE id = ?2) v
             WHERE id = ?1 AND {column} IS NOT v.value AND v.value IS NOT ?1"
        ))?
        .execute([keep, gone])?;
    }
    Ok(())
}

/// What is empty in the row that stays comes from the one that goes.
fn fill(tx: &Tx, kind: Kind, keep: Uuid, gone: Uuid) -> Result<(), FileError> {
    let Some(table) = schema::table_named(kind.table()) else { return Ok(()) };
    for column in table.columns.iter().filter(|column| !NOT_FILLED.contains(&column.name)) {
        if kind == Kind::Item
            && !matches!(column.name, "place" | "issue" | "forecast" | "recommendation" | "handler")
        {
            continue;
        }
        let name = column.name;
        let value = |row: Uuid| -> rusqlite::Result<Value> {
            tx.prepare_cached(&format!("SELECT {name} FROM {} WHERE id = ?1", table.name))?
                .query_row([row], |row| row.get(0))
        };
        let is_empty = |value: &Value| matches!(value, Value::Null) || *value == Value::Text(String::new());
        let (own, other) = (value(keep)?, value(gone)?);
        // A unit is not put under itself.
        let itself = other == Value::Blob(keep.as_bytes().to_vec());
        if is_empty(&own) && !is_empty(&other) && !itself {
            tx.prepare_cached(&format!("UPDATE {} SET {name} = ?2 WHERE id = ?1", table.name))?
                .execute(params![keep, other])?;
        }
    }
    Ok(())
}

/// A plain reference.
pub(super) fn repoint(
    tx: &Tx,
    Reference { table, column }: &Reference,
    kind: Kind,
    keep: Uuid,
    gone: Uuid,
) -> Result<usize, FileError> {
    if table.name == kind.table() {
        // The one that stays may hang on the one that goes: then it takes its place.
        let above: Option<Uuid> = tx
            .prepare_cached(&format!("SELECT {column} FROM {} WHERE id = ?1", table.name))?
            .query_row([gone], |row| row.get(0))
            .optional()?
            .flatten();
        tx.prepare_cached(&format!(
            "UPDATE {0} SET {column} = ?3 WHERE id = ?1 AND {column} = ?2",
            table.name
        ))?
        .execute(params![keep, gone, above.filter(|above| *above != keep)])?;
    }
    let moved = tx
        .prepare_cached(&format!(
            "UPDATE {0} SET {column} = ?1 WHERE {column} = ?2 AND deleted = 0 AND id <> ?1",
            table.name
        ))?
        .execute([keep, gone])?;
    Ok(moved)
}

/// The id of a link row tells its ends: another end is another row, and what was linked to both is linked once. Where an end is
/// a text (a phone number) the id is no hash of it, which would outlive an erasure and could be guessed from.
pub(super) fn relink(
    tx: &Tx,
    Reference { table, column }: &Reference,
    keep: Uuid,
    gone: Uuid,
) -> Result<usize, FileError> {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let list = names.join(", ");
    let rows: Vec<Vec<Value>> = tx
        .prepare_cached(&format!("SELECT {list} FROM {} WHERE {column} = ?1 AND deleted = 0", table.name))?
        .query_map([gone], |row| (0..names.len()).map(|place| row.get(place)).collect())?
        .collect::<rusqlite::Result<_>>()?;
    let moved = rows.len();
    for mut row in rows {
        let old = row[0].clone();
        let mut ends: Vec<Vec<u8>> = Vec::new();
        for (name, value) in names.iter().zip(&mut row) {
            if name == column {
                *value = Value::Blob(keep.as_bytes().to_vec());
            }
        }
        let mut linked: Vec<Value> = Vec::new();
        for end in &table.link {
            let value = names.iter().position(|name| name == end).map(|place| &row[place]);
            if let Some(Value::Blob(bytes)) = value {
                ends.push(bytes.clone());
            }
            linked.extend(value.cloned());
        }
        let id = if ends.len() == linked.len() {
            link_id(table.name, &ends.iter().map(Vec::as_slice).collect::<Vec<_>>())
        } else {
            let same: Vec<String> = table.link.iter().map(|end| format!("{end} IS ?")).collect();
            tx.prepare_cached(&format!(
                "SELECT id FROM {} WHERE {} ORDER BY deleted, id LIMIT 1",
                table.name,
                same.join(" AND ")
            ))?
            .query_row(rusqlite::params_from_iter(&linked), |row| row.get(0))
            .optional()?
            .unwrap_or_else(|| tx.new_id())
        };
        row[0] = Value::Blob(id.as_bytes().to_vec());
        let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
        tx.prepare_cached(&format!(
            "INSERT INTO {} ({list}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET deleted = 0",
            table.name,
            places.join(", ")
        ))?
        .execute(rusqlite::params_from_iter(&row))?;
        tx.prepare_cached(&format!("UPDATE {} SET deleted = 1 WHERE id = ?1", table.name))?.execute([old])?;
    }
    Ok(moved)
}
