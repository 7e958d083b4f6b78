//! A row and what belongs to it: who deletes a class means its participants too, and who enters one elsewhere has edited the
//! class. Without this a row could come from another copy and never be seen, because what it belongs to is gone.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use rusqlite::{Connection, params};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::{DELETED_EDITED, ask_row, is_deleted};
use crate::file::error::FileError;
use crate::file::field::{self, Record, op};
use crate::file::following::IS_OF_ITSELF;
use crate::file::schema::{self, Table};

/// A row: its table and id.
type Place = (&'static Table, Uuid);

/// The row and all that belong to it, those that belong to them, and so on.
fn members(conn: &Connection, table: &'static Table, row: Uuid) -> Result<Vec<Place>, FileError> {
    let mut found = vec![(table, row)];
    let mut known = BTreeSet::from([row]);
    let mut next = 0;
    while let Some((table, row)) = found.get(next).copied() {
        next += 1;
        for owned in schema::tables() {
            let Some((owner, column)) = owned.owner().filter(|(owner, _)| owner.number == table.number)
            else {
                continue;
            };
            debug_assert_eq!(owner.name, table.name);
            let mut rows =
                conn.prepare_cached(&format!("SELECT id FROM {} WHERE {} = ?1", owned.name, column.name))?;
            for id in rows.query_map([row], |row| row.get(0))? {
                let id = id?;
                if known.insert(id) {
                    found.push((owned, id));
                }
            }
        }
    }
    Ok(found)
}

/// Every record of the row and of what belongs to it that is held here: replica and greatest number, 24 bytes each.
pub(in crate::file) fn knowledge(conn: &Connection, tbl: i64, row: Uuid) -> Result<Vec<u8>, FileError> {
    let Some(table) = schema::table(tbl) else { return super::knowledge(conn, row) };
    let mut latest: BTreeMap<Uuid, i64> = BTreeMap::new();
    let mut records = conn.prepare_cached(
        "SELECT r.uuid, max(l.seq) FROM log l JOIN replica r ON r.n = l.rep WHERE l.row = ?1 GROUP BY l.rep",
    )?;
    for (_, row) in members(conn, table, row)? {
        let mut records = records.query([row])?;
        while let Some(record) = records.next()? {
            let seq = latest.entry(record.get(0)?).or_default();
            *seq = (*seq).max(record.get(1)?);
        }
    }
    Ok(latest
        .iter()
        .flat_map(|(uuid, seq)| [uuid.as_bytes().as_slice(), &seq.to_be_bytes()].concat())
        .collect())
}

/// Records of the row, and of what belongs to it and still stands, that were written without knowing of its deletion and that
/// the deletion did not know: replica and number each, oldest first.
pub(super) fn edits(
    conn: &Connection,
    table: &'static Table,
    row: Uuid,
    deletion: &Record,
) -> Result<Vec<Json>, FileError> {
    let knew = deletion.knew.as_deref().unwrap_or_default();
    let mut found: Vec<(i64, Uuid, i64)> = Vec::new();
    if knew.is_empty() {
        return Ok(Vec::new());
    }
    let mut records = conn.prepare_cached(&format!(
        "SELECT r.uuid, l.seq, l.knew, l.hlc, l.op, l.col FROM log l JOIN replica r ON r.n = l.rep \
         WHERE l.row = ?1 AND l.tbl = ?2 AND l.op IN (0, 1) AND (l.op = 0 OR l.old IS NOT l.new) \
         AND NOT EXISTS (SELECT 1 FROM grp g WHERE g.rep = l.rep AND g.grp = l.grp AND g.{IS_OF_ITSELF})"
    ))?;
    for (part, id) in members(conn, table, row)? {
        let itself = id == row;
        if !itself && is_deleted(conn, part.number, id)? {
            continue;
        }
        let mut records = records.query(params![id, part.number])?;
        while let Some(record) = records.next()? {
            let (uuid, seq): (Uuid, i64) = (record.get(0)?, record.get(1)?);
            let (kind, column): (i64, Option<i64>) = (record.get(4)?, record.get(5)?);
            let told = if itself { kind == op::CHANGED && column != Some(table.deleted()) } else { true };
            let edit_knew: Option<Vec<u8>> = record.get(2)?;
            let meant = field::knows(knew, uuid, seq)
                || edit_knew.is_some_and(|edit| field::knows(&edit, deletion.uuid, deletion.seq));
            if told && !meant {
                found.push((record.get(3)?, uuid, seq));
            }
        }
    }
    found.sort_unstable();
    Ok(found.into_iter().map(|(_, uuid, seq)| json!([uuid.to_string(), seq])).collect())
}

/// What a row of the table belongs to, what that belongs to, and so on: joins and the tables joined, named o1, o2, ….
fn chain(table: &Table) -> (String, Vec<&'static Table>) {
    let (mut joins, mut above) = (String::new(), Vec::new());
    let mut next = table.owner();
    let mut below = "c".to_owned();
    while let Some((owner, column)) = next {
        let name = format!("o{}", above.len() + 1);
        let _ = write!(joins, " JOIN {} {name} ON {name}.id = {below}.{}", owner.name, column.name);
        above.push(owner);
        below = name;
        next = owner.owner();
    }
    (joins, above)
}

/// What is written under a row that is deleted knows of its deletion; what asked about such a row is looked at again.
pub(super) fn after_write(
    conn: &Connection,
    rep: i64,
    seqs: (i64, i64),
    tables: &[i64],
) -> Result<(), FileError> {
    for table in tables.iter().filter_map(|number| schema::table(*number)) {
        let (joins, above) = chain(table);
        if above.is_empty() {
            continue;
        }
        let gone: Vec<String> = (1..=above.len()).map(|place| format!("o{place}.deleted = 1")).collect();
        // The uppermost that is deleted knows of all below it.
        let ids: Vec<String> = (1..=above.len())
            .map(|place| format!("CASE WHEN o{place}.deleted = 1 THEN o{place}.id END"))
            .collect();
        let found: Vec<(i64, Vec<Option<Uuid>>)> = conn
            .prepare_cached(&format!(
                "SELECT l.seq, {} FROM log l JOIN {} c ON c.id = l.row{joins} \
                 WHERE l.rep = ?1 AND l.seq BETWEEN ?2 AND ?3 AND l.tbl = ?4 AND ({})",
                ids.join(", "),
                table.name,
                gone.join(" OR ")
            ))?
            .query_map(params![rep, seqs.0, seqs.1, table.number], |row| {
                let ids = (1..=above.len()).map(|place| row.get(place)).collect::<Result<_, _>>()?;
                Ok((row.get(0)?, ids))
            })?
            .collect::<Result<_, _>>()?;
        let mut again = BTreeSet::new();
        for (seq, ids) in found {
            let deleted = || ids.iter().zip(&above).filter_map(|(id, table)| Some((table.number, (*id)?)));
            if let Some((tbl, row)) = deleted().next_back() {
                let knew = knowledge(conn, tbl, row)?;
                conn.prepare_cached("UPDATE log SET knew = ?3 WHERE rep = ?1 AND seq = ?2")?
                    .execute(params![rep, seq, knew])?;
            }
            again.extend(deleted());
        }
        for (tbl, row) in again {
            ask_row(conn, tbl, row)?;
        }
    }
    Ok(())
}

/// Asks about every deleted row that something belongs to which a merge brought records of. Gives how many questions are new.
pub(in crate::file) fn ask_changed(
    conn: &Connection,
    places: &HashSet<(i64, Uuid)>,
) -> Result<usize, FileError> {
    let mut new = 0;
    let mut asked = conn.prepare("SELECT 1 FROM decision WHERE kind = ?1 AND row = ?2")?;
    for table in schema::tables() {
        let owns = schema::tables()
            .iter()
            .any(|owned| owned.owner().is_some_and(|(owner, _)| owner.number == table.number));
        if !owns {
            continue;
        }
        let gone: Vec<Uuid> = conn
            .prepare_cached(&format!("SELECT id FROM {} WHERE deleted = 1", table.name))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for row in gone {
            let members = members(conn, table, row)?;
            if members[1..].iter().any(|(part, id)| places.contains(&(part.number, *id))) {
                let before = asked.exists(params![DELETED_EDITED, row])?;
                new += usize::from(ask_row(conn, table.number, row)? && !before);
            }
        }
    }
    Ok(new)
}

/// Asks anew what was asked about deleted rows: a merge that was taken back may have taken the edit along.
pub(in crate::file) fn ask_again(conn: &Connection) -> Result<(), FileError> {
    let rows: Vec<(i64, Uuid)> = conn
        .prepare("SELECT tbl, row FROM decision WHERE kind = ?1")?
        .query_map([DELETED_EDITED], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (tbl, row) in rows {
        ask_row(conn, tbl, row)?;
    }
    Ok(())
}
