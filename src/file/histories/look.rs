//! Looking at what came of a history.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Fact, PLAYED};
use crate::file::{check, decide, schema};

/// Log and tables say the same, and nothing refers to nothing.
pub(super) fn sound(conn: &Connection) {
    assert_eq!(check::log(conn).unwrap(), []);
    assert_eq!(check::rows(conn).unwrap(), []);
}

/// Every value is in its table or in the log, an erased one is nowhere.
pub(super) fn told(
    conn: &Connection,
    facts: &BTreeSet<Fact>,
    erased: &BTreeSet<(Uuid, String)>,
    blank: &BTreeSet<(Uuid, &'static str)>,
) {
    for (table, row, column, value) in facts {
        if blank.contains(&(*row, column)) {
            continue;
        }
        let number = schema::table_named(table).unwrap().named(column).unwrap().number;
        let known: bool = conn
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1 AND {column} = ?2) OR EXISTS \
                 (SELECT 1 FROM log WHERE row = ?1 AND col = ?3 AND (old = ?2 OR new = ?2))"
            ))
            .unwrap()
            .query_row(params![row, value, number], |row| row.get(0))
            .unwrap();
        assert!(known, "{table}.{column} {row} lost {value:?}");
    }
    if erased.is_empty() {
        return;
    }
    let all = format!("{:?}", (whole(conn), rows(conn, "SELECT * FROM draft")));
    for (_, value) in erased {
        assert!(!all.contains(value), "erased {value:?} is still there");
    }
}

/// A double number shows when something came; both must say the same once asked.
pub(super) fn asked(conn: &Connection) -> Vec<Vec<Value>> {
    decide::ask_doubles(conn).unwrap();
    rows(conn, "SELECT * FROM decision ORDER BY id")
}

/// Says the first difference only: a whole copy fills pages.
pub(super) fn same(one: &[Vec<Vec<Value>>], other: &[Vec<Vec<Value>>], what: &str) {
    assert_eq!(one.len(), other.len(), "{what}");
    let mut parts = one.iter().zip(other).enumerate();
    if let Some((place, (one, other))) = parts.find(|(_, (one, other))| one != other) {
        let left: Vec<_> = one.iter().filter(|row| !other.contains(row)).collect();
        let right: Vec<_> = other.iter().filter(|row| !one.contains(row)).collect();
        panic!("{what}, part {place}, {} and {} rows:\n{left:?}\n{right:?}", one.len(), other.len());
    }
}

pub(super) fn rows(conn: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = conn.prepare_cached(sql).unwrap();
    let columns = statement.column_count();
    statement
        .query_map([], |row| (0..columns).map(|place| row.get(place)).collect())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// What the office tables say.
pub(super) fn values(conn: &Connection) -> Vec<Vec<Vec<Value>>> {
    PLAYED.iter().map(|table| rows(conn, &format!("SELECT * FROM {table} ORDER BY id"))).collect()
}

/// Everything two equal copies have in common.
pub(super) fn whole(conn: &Connection) -> Vec<Vec<Vec<Value>>> {
    let mut all = values(conn);
    all.push(rows(
        conn,
        "SELECT r.uuid, l.seq, l.hlc, l.tbl, l.row, l.op, l.col, p.uuid, l.pseq, l.grp, l.old, l.new, l.knew \
         FROM log l JOIN replica r ON r.n = l.rep LEFT JOIN replica p ON p.n = l.prep ORDER BY r.uuid, l.seq",
    ));
    all.push(rows(conn, "SELECT * FROM erasure ORDER BY id"));
    all.push(rows(conn, "SELECT * FROM decision WHERE kind <> 'double_code' ORDER BY id"));
    all.push(rows(conn, "SELECT * FROM twin ORDER BY row, tbl, col"));
    all
}
