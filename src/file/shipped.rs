//! Rows that come with the program (topics, outlines, views, phrases): fixed ids, and creation records that belong to the
//! program itself (replica zero), so that two files created apart merge to one set.
//!
//! A record's number is a hash of what it says, not a count: files made by two versions of the program, with other
//! shipped rows, still agree on which record is which.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Rooms;
use super::schema::{Table, tables};

/// Inserts the rooms' shipped rows and logs them. The triggers are not there yet.
pub(super) fn insert(conn: &Connection, rooms: &'static dyn Rooms) -> rusqlite::Result<()> {
    rooms.shipped(conn)?;
    conn.execute("INSERT INTO replica(n, uuid) VALUES (0, ?1)", [Uuid::nil()])?;
    conn.execute("INSERT INTO grp(rep, grp, action) VALUES (0, 1, 'ship')", [])?;
    for table in tables() {
        log_table(conn, table)?;
    }
    conn.execute(
        "UPDATE replica SET held = (SELECT count(*) FROM log), upto = (SELECT coalesce(max(seq), 0) FROM log), hlc = 1",
        [],
    )?;
    rooms.rebuild(conn)
}

/// One creation record a row, and one record a column: shipped rows of two versions may differ in them.
fn log_table(conn: &Connection, table: &Table) -> rusqlite::Result<()> {
    let mut log = conn.prepare(
        "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, grp, new) VALUES (0, ?1, 1, ?2, ?3, ?4, ?5, 1, ?6)",
    )?;
    let mut rows = conn.prepare(&format!("SELECT {} FROM {}", table.column_list(), table.name))?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let id: Uuid = row.get(0)?;
        let link = !table.link.is_empty();
        let creation = link.then(|| table.deleted());
        let new = link.then_some(0_i64);
        log.execute(params![number(table, id, None, ValueRef::Null), table.number, id, 0, creation, new])?;
        for (place, column) in table.columns.iter().enumerate().skip(1) {
            if link && (column.name == "deleted" || table.link.contains(&column.name)) {
                continue;
            }
            let value = row.get_ref(place)?;
            let seq = number(table, id, Some(column.number), value);
            let value = rusqlite::types::Value::try_from(value)?;
            log.execute(params![seq, table.number, id, 1, column.number, value])?;
        }
    }
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
