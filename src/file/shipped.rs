//! Rows that come with the program (topics, outlines, views, phrases): fixed ids, and creation records that belong to the
//! program itself (replica zero), so that two files created apart merge to one set.
//!
//! A record's number is a hash of what it says, not a count: files made by two versions of the program, with other
//! shipped rows, still agree on which record is which.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, params, params_from_iter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::schema::{Table, tables};
use super::{Rooms, open};

/// Inserts the rooms' shipped rows and logs them. The triggers are not there yet.
pub(super) fn insert(conn: &Connection, rooms: &'static dyn Rooms) -> rusqlite::Result<()> {
    rooms.shipped(conn)?;
    conn.execute("INSERT INTO replica(n, uuid) VALUES (0, ?1)", [Uuid::nil()])?;
    conn.execute("INSERT INTO grp(rep, grp, action) VALUES (0, 1, 'ship')", [])?;
    for table in tables() {
        let mut rows = conn.prepare(&format!("SELECT {} FROM {}", table.column_list(), table.name))?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            log_row(conn, table, row)?;
        }
    }
    count_records(conn)?;
    rooms.rebuild(conn)
}

/// Inserts the shipped rows that an older file lacks because its version of the program did not have them. One that the office
/// changed or took away is there, and stays as it is but for columns its version did not have. The triggers are not there.
pub(super) fn insert_missing(conn: &Connection, rooms: &'static dyn Rooms) -> rusqlite::Result<()> {
    // A bundle may hold nothing of the program's own.
    if !conn.prepare("SELECT 1 FROM replica WHERE n = 0 AND uuid = ?1")?.exists([Uuid::nil()])? {
        return Ok(());
    }
    let fresh = Connection::open_in_memory()?;
    open::lay_out_tables(&fresh)?;
    rooms.shipped(&fresh)?;
    for table in tables() {
        let columns = table.column_list();
        let marks = vec!["?"; table.columns.len()].join(", ");
        let mut missing = conn.prepare(&format!(
            "INSERT INTO {} ({columns}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING",
            table.name
        ))?;
        let mut rows = fresh.prepare(&format!("SELECT {columns} FROM {}", table.name))?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let values = (0..table.columns.len()).map(|at| row.get::<_, Value>(at));
            let values = values.collect::<rusqlite::Result<Vec<_>>>()?;
            if missing.execute(params_from_iter(values))? > 0 {
                log_row(conn, table, row)?;
            } else if table.link.is_empty() {
                complete(conn, table, row)?;
            }
        }
    }
    count_records(conn)
}

/// Gives a shipped row of the file what it says in columns that nothing in the file has said anything of yet.
fn complete(conn: &Connection, table: &Table, row: &Row) -> rusqlite::Result<()> {
    let id: Uuid = row.get(0)?;
    let mut said = conn.prepare_cached("SELECT 1 FROM log WHERE row = ?1 AND tbl = ?2 AND col = ?3")?;
    for (place, column) in table.columns.iter().enumerate().skip(1) {
        if said.exists(params![id, table.number, column.number])? {
            continue;
        }
        let value: Value = row.get(place)?;
        conn.execute(
            &format!("UPDATE {} SET {} = ?2 WHERE id = ?1", table.name, column.name),
            params![id, value],
        )?;
        log_column(conn, table, id, column.number, row.get_ref(place)?)?;
    }
    Ok(())
}

/// How many records the program itself has in the file.
fn count_records(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE replica SET held = (SELECT count(*) FROM log WHERE rep = 0),
           upto = (SELECT coalesce(max(seq), 0) FROM log WHERE rep = 0), hlc = 1 WHERE n = 0",
        [],
    )?;
    Ok(())
}

/// One creation record, and one record a column: shipped rows of two versions may differ in them.
fn log_row(conn: &Connection, table: &Table, row: &Row) -> rusqlite::Result<()> {
    let mut log = conn.prepare_cached(RECORD)?;
    let id: Uuid = row.get(0)?;
    let link = !table.link.is_empty();
    let creation = link.then(|| table.deleted());
    let new = link.then_some(0_i64);
    log.execute(params![number(table, id, None, ValueRef::Null), table.number, id, 0, creation, new])?;
    for (place, column) in table.columns.iter().enumerate().skip(1) {
        if link && (column.name == "deleted" || table.link.contains(&column.name)) {
            continue;
        }
        log_column(conn, table, id, column.number, row.get_ref(place)?)?;
    }
    Ok(())
}

const RECORD: &str =
    "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, grp, new) VALUES (0, ?1, 1, ?2, ?3, ?4, ?5, 1, ?6)";

/// The record of one column.
fn log_column(
    conn: &Connection,
    table: &Table,
    row: Uuid,
    column: i64,
    value: ValueRef,
) -> rusqlite::Result<()> {
    let seq = number(table, row, Some(column), value);
    let value = Value::try_from(value)?;
    conn.prepare_cached(RECORD)?.execute(params![seq, table.number, row, 1, column, value])?;
    Ok(())
}

/// A positive number that stands for what the record says.
fn number(table: &Table, row: Uuid, column: Option<i64>, value: ValueRef) -> i64 {
    let mut hash = Sha256::new();
    hash.update(table.number.to_be_bytes());
    hash.update(row.as_bytes());
    hash.update(column.unwrap_or(-1).to_be_bytes());
    match value {
        ValueRef::Null => hash.update([0]),
        ValueRef::Integer(number) => hash.update(number.to_be_bytes()),
        ValueRef::Real(number) => hash.update(number.to_be_bytes()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => hash.update(bytes),
    }
    let digest = hash.finalize();
    let mut head = [0; 8];
    head.copy_from_slice(&digest[..8]);
    (i64::from_be_bytes(head) & i64::MAX).max(1)
}
