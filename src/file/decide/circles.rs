//! Rows that stand above each other in a circle: one copy put A under B, another B under A. No field was set twice, so
//! nothing clashes, and yet the tree has no top any more.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use uuid::Uuid;

use super::{CIRCLE, Touched, put};
use crate::file::error::FileError;
use crate::file::schema::{self, Column, Table};
use crate::file::write::Changed;

/// Columns that refer to their own table.
fn upward() -> impl Iterator<Item = (&'static Table, &'static Column)> {
    schema::tables().iter().flat_map(|table| {
        table
            .columns
            .iter()
            .filter(|column| column.refers_to == Some(table.name))
            .map(move |column| (table, column))
    })
}

/// The circle a row stands in, the smallest id first.
fn circle(
    conn: &Connection,
    table: &Table,
    column: &Column,
    row: Uuid,
) -> Result<Option<Vec<Uuid>>, FileError> {
    let mut above = conn.prepare_cached(&format!(
        "SELECT {} FROM {} WHERE id = ?1 AND deleted = 0",
        column.name, table.name
    ))?;
    let mut way = vec![row];
    let mut seen = BTreeSet::from([row]);
    while let Some(&last) = way.last() {
        let next: Option<Uuid> = above.query_row([last], |row| row.get(0)).optional()?.flatten();
        match next {
            Some(next) if next == row => {
                let least = (0..way.len()).min_by_key(|&at| way[at]).unwrap_or(0);
                way.rotate_left(least);
                return Ok(Some(way));
            }
            // It leads into a circle the row itself is not part of.
            Some(next) if !seen.insert(next) => return Ok(None),
            Some(next) => way.push(next),
            None => return Ok(None),
        }
    }
    Ok(None)
}

/// Asks about the circles these rows stand in. Gives how many there are.
fn ask(conn: &Connection, table: &Table, column: &Column, rows: &BTreeSet<Uuid>) -> Result<usize, FileError> {
    let mut found = BTreeSet::new();
    for &row in rows {
        found.extend(circle(conn, table, column, row)?);
    }
    for rows in &found {
        let heads = rows.iter().map(|row| json!(row.to_string())).collect();
        put(conn, CIRCLE, table.number, rows[0], Some(column.number), Some(heads))?;
    }
    Ok(found.len())
}

/// Asks about rows a merge brought or changed. Gives how many questions are new.
pub(in crate::file) fn ask_changed(conn: &Connection, changed: &Changed) -> Result<usize, FileError> {
    let before = count(conn)?;
    settle(conn)?;
    for (table, column) in upward() {
        ask(conn, table, column, &changed.rows(table.name).iter().copied().collect())?;
    }
    Ok(count(conn)?.saturating_sub(before))
}

/// A write may have broken a circle, or made one.
pub(super) fn after_write(conn: &Connection, touched: &[Touched]) -> Result<(), FileError> {
    for (table, column) in upward() {
        let rows: BTreeSet<Uuid> = touched
            .iter()
            .map(|touched| touched.field)
            .filter(|field| {
                field.tbl == table.number && (field.col == column.number || field.col == table.deleted())
            })
            .map(|field| field.row)
            .collect();
        if !rows.is_empty() {
            settle(conn)?;
            ask(conn, table, column, &rows)?;
        }
    }
    Ok(())
}

fn count(conn: &Connection) -> Result<usize, FileError> {
    let count: i64 = conn
        .prepare_cached("SELECT count(*) FROM decision WHERE kind = ?1")?
        .query_row([CIRCLE], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Takes the circles off the list that are none any more.
fn settle(conn: &Connection) -> Result<(), FileError> {
    let open: Vec<(i64, Uuid, i64)> = conn
        .prepare_cached("SELECT tbl, row, col FROM decision WHERE kind = ?1")?
        .query_map([CIRCLE], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    for (tbl, row, col) in open {
        put(conn, CIRCLE, tbl, row, Some(col), None)?;
        if let Some((table, column)) = schema::table(tbl).and_then(|table| Some((table, table.column(col)?)))
        {
            ask(conn, table, column, &BTreeSet::from([row]))?;
        }
    }
    Ok(())
}

/// Asks about the whole file.
pub(super) fn rebuild(conn: &Connection) -> Result<(), FileError> {
    for (table, column) in upward() {
        let rows: BTreeSet<Uuid> = conn
            .prepare(&format!("SELECT id FROM {} WHERE {} IS NOT NULL", table.name, column.name))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        ask(conn, table, column, &rows)?;
    }
    Ok(())
}
