//! What waits for a person (Cần quyết định): derived from the log alone, so every copy with the same records asks the same.

mod circles;
mod family;
#[cfg(test)]
mod tests;

pub(super) use circles::ask_changed as ask_circles;
pub(super) use family::{ask_again, ask_changed as ask_families, knowledge as family_knowledge};

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;
use uuid::Uuid;

use super::error::FileError;
use super::field::{self, Field};
use super::following::IS_OF_ITSELF;
use super::schema::{self, Table, UNIQUE};

/// Two copies set one field to different values.
pub const CLASH: &str = "clash";
/// A row was deleted in one copy and edited in another.
pub const DELETED_EDITED: &str = "deleted_edited";
/// Rows that stand above each other in a circle.
pub const CIRCLE: &str = "circle";
/// Two rows bear the same number.
pub const DOUBLE_CODE: &str = "double_code";

/// A changed field of the group that just ended, and the number of its record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touched {
    pub seq: i64,
    pub field: Field,
}

/// Completes the records of a group (its first and last number, and the tables it touched): a deletion, an edit of a deleted row and an edit of a twin say what they knew of the
/// row. Then asks anew what concerns the touched rows.
pub(super) fn after_write(
    conn: &Connection,
    rep: i64,
    seqs: (i64, i64),
    tables: &[i64],
    touched: &[Touched],
) -> Result<(), FileError> {
    let twins = !is_empty(conn, "twin")?;
    for Touched { seq, field } in touched {
        let deleted = is_deleted(conn, field.tbl, field.row)?;
        let twin = twins && is_twin(conn, *field)?;
        if deleted || twin {
            let own = schema::table(field.tbl).is_some_and(|table| table.deleted() == field.col);
            let knew = if own && deleted {
                family::knowledge(conn, field.tbl, field.row)?
            } else {
                knowledge(conn, field.row)?
            };
            conn.prepare_cached("UPDATE log SET knew = ?3 WHERE rep = ?1 AND seq = ?2 AND knew IS NULL")?
                .execute(params![rep, seq, knew])?;
        }
        if twin {
            ask_field(conn, *field)?;
        }
    }
    circles::after_write(conn, touched)?;
    family::after_write(conn, rep, seqs, tables)?;
    if is_empty(conn, "decision")? {
        return Ok(());
    }
    for Touched { field, .. } in touched {
        let asked = conn.prepare_cached("SELECT 1 FROM decision WHERE row = ?1")?.exists([field.row])?;
        if asked {
            ask_field(conn, *field)?;
            ask_row(conn, field.tbl, field.row)?;
        }
    }
    let doubled = conn.prepare_cached("SELECT 1 FROM decision WHERE kind = ?1")?.exists([DOUBLE_CODE])?;
    if doubled {
        ask_doubles(conn)?;
    }
    Ok(())
}

/// Every record of the row that is held here: replica and greatest number, 24 bytes each.
pub(super) fn knowledge(conn: &Connection, row: Uuid) -> Result<Vec<u8>, FileError> {
    let mut knew = Vec::new();
    let mut latest = conn.prepare_cached(
        "SELECT r.uuid, max(l.seq) FROM log l JOIN replica r ON r.n = l.rep WHERE l.row = ?1 GROUP BY l.rep ORDER BY r.uuid",
    )?;
    let mut latest = latest.query([row])?;
    while let Some(replica) = latest.next()? {
        let (uuid, seq): (Uuid, i64) = (replica.get(0)?, replica.get(1)?);
        knew.extend_from_slice(uuid.as_bytes());
        knew.extend_from_slice(&seq.to_be_bytes());
    }
    Ok(knew)
}

/// Asks whether copies set the field to different values. True when they did.
pub(super) fn ask_field(conn: &Connection, field: Field) -> Result<bool, FileError> {
    let records = field::load(conn, field)?;
    let leaves = field::judge(&records).leaves;
    ask_leaves(conn, field, &leaves.iter().map(|&place| &records[place]).collect::<Vec<_>>())
}

/// The same for a field already judged.
pub(super) fn ask_leaves(
    conn: &Connection,
    field: Field,
    leaves: &[&field::Record],
) -> Result<bool, FileError> {
    let Field { row, tbl, col } = field;
    let mut values: Vec<Value> = Vec::new();
    if leaves.len() > 1 {
        // What followed of itself gives way to what somebody typed, and is no question among itself.
        let mut new = conn.prepare_cached(&format!(
            "SELECT l.new, coalesce(g.{IS_OF_ITSELF}, 0) FROM log l LEFT JOIN grp g ON g.rep = l.rep AND g.grp = l.grp \
             WHERE l.rep = ?1 AND l.seq = ?2"
        ))?;
        for leaf in leaves {
            let (value, of_itself): (Value, bool) =
                new.query_row([leaf.rep, leaf.seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if !of_itself && !values.contains(&value) {
                values.push(value);
            }
        }
    }
    let clash = values.len() > 1;
    if leaves.len() > 1 && !clash {
        conn.prepare_cached("INSERT INTO twin(row, tbl, col) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
            .execute(params![row, tbl, col])?;
    } else {
        conn.prepare_cached("DELETE FROM twin WHERE row = ?1 AND tbl = ?2 AND col = ?3")?
            .execute(params![row, tbl, col])?;
    }
    let heads: Vec<_> = leaves.iter().map(|leaf| json!([leaf.uuid.to_string(), leaf.seq])).collect();
    put(conn, CLASH, tbl, row, Some(col), clash.then_some(heads))?;
    Ok(clash)
}

/// Asks whether the row was deleted in one copy and edited in another, neither knowing of the other. What belongs to the row
/// counts as part of it. True when it was.
pub(super) fn ask_row(conn: &Connection, tbl: i64, row: Uuid) -> Result<bool, FileError> {
    let mut heads = Vec::new();
    if let Some(table) = schema::table(tbl).filter(|_| is_deleted(conn, tbl, row).unwrap_or(false)) {
        let records = field::load(conn, Field { row, tbl, col: table.deleted() })?;
        if let Some(head) = field::judge(&records).head {
            let deletion = &records[head];
            heads = family::edits(conn, table, row, deletion)?;
            if !heads.is_empty() {
                heads.insert(0, json!([deletion.uuid.to_string(), deletion.seq]));
            }
        }
    }
    let asked = !heads.is_empty();
    put(conn, DELETED_EDITED, tbl, row, None, asked.then_some(heads))?;
    Ok(asked)
}

/// Asks for every number that two rows bear. Gives how many there are.
pub(super) fn ask_doubles(conn: &Connection) -> Result<usize, FileError> {
    conn.execute("DELETE FROM decision WHERE kind = ?1", [DOUBLE_CODE])?;
    let mut count = 0;
    for (name, column) in UNIQUE {
        let Some((table, column)) =
            schema::table_named(name).and_then(|table| Some((table, table.named(column)?)))
        else {
            continue;
        };
        let codes: Vec<String> = conn
            .prepare(&format!(
                "SELECT {0} FROM {1} WHERE deleted = 0 AND {0} <> '' GROUP BY {0} HAVING count(*) > 1",
                column.name, table.name
            ))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for code in codes {
            let rows: Vec<Uuid> = conn
                .prepare_cached(&format!(
                    "SELECT id FROM {} WHERE {} = ?1 AND deleted = 0 ORDER BY id",
                    table.name, column.name
                ))?
                .query_map([code], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            let heads = rows.iter().map(|row| json!(row.to_string())).collect();
            put(conn, DOUBLE_CODE, table.number, rows[0], Some(column.number), Some(heads))?;
            count += 1;
        }
    }
    Ok(count)
}

/// How many numbers wait for a decision.
pub(super) fn open_doubles(conn: &Connection) -> Result<usize, FileError> {
    let count: i64 =
        conn.query_row("SELECT count(*) FROM decision WHERE kind = ?1", [DOUBLE_CODE], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Asks everything anew, from the log.
pub(super) fn rebuild(conn: &Connection) -> Result<(), FileError> {
    conn.execute_batch(
        "DELETE FROM decision WHERE kind IN ('clash', 'deleted_edited', 'circle', 'double_code'); DELETE FROM twin",
    )?;
    let fields: Vec<Field> = conn
        .prepare(
            "SELECT row, tbl, col FROM log WHERE col IS NOT NULL GROUP BY row, tbl, col HAVING count(*) > 1",
        )?
        .query_map([], |row| Ok(Field { row: row.get(0)?, tbl: row.get(1)?, col: row.get(2)? }))?
        .collect::<Result<_, _>>()?;
    for field in fields {
        ask_field(conn, field)?;
    }
    for table in schema::tables() {
        let deleted: Vec<Uuid> = conn
            .prepare(&format!("SELECT id FROM {} WHERE deleted = 1", table.name))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for row in deleted {
            ask_row(conn, table.number, row)?;
        }
    }
    circles::rebuild(conn)?;
    ask_doubles(conn)?;
    Ok(())
}

/// Puts a question on the list, or takes it off.
fn put(
    conn: &Connection,
    kind: &str,
    tbl: i64,
    row: Uuid,
    col: Option<i64>,
    heads: Option<Vec<serde_json::Value>>,
) -> Result<(), FileError> {
    let place = col.unwrap_or(-1).to_be_bytes();
    let id = super::link_id("decision", &[kind.as_bytes(), &tbl.to_be_bytes(), row.as_bytes(), &place]);
    match heads {
        Some(heads) => conn
            .prepare_cached(
                "INSERT INTO decision(id, kind, tbl, row, col, heads) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT (id) DO UPDATE SET heads = excluded.heads",
            )?
            .execute(params![id, kind, tbl, row, col, json!(heads).to_string()])?,
        None => conn.prepare_cached("DELETE FROM decision WHERE id = ?1")?.execute([id])?,
    };
    Ok(())
}

fn is_empty(conn: &Connection, table: &str) -> Result<bool, FileError> {
    Ok(!conn.prepare_cached(&format!("SELECT 1 FROM {table}"))?.exists([])?)
}

fn is_twin(conn: &Connection, field: Field) -> Result<bool, FileError> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM twin WHERE row = ?1 AND tbl = ?2 AND col = ?3")?
        .exists(params![field.row, field.tbl, field.col])?)
}

/// The rows a question stands about: a merge that changes a hundred thousand fields looks only at those for one to take off.
pub(super) fn asked(conn: &Connection) -> Result<HashSet<Uuid>, FileError> {
    Ok(conn
        .prepare("SELECT row FROM decision UNION SELECT row FROM twin")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?)
}

/// True when the row is there and deleted.
pub(super) fn is_deleted(conn: &Connection, tbl: i64, row: Uuid) -> Result<bool, FileError> {
    let Some(Table { name, .. }) = schema::table(tbl) else {
        return Ok(false);
    };
    let deleted: Option<i64> = conn
        .prepare_cached(&format!("SELECT deleted FROM {name} WHERE id = ?1"))?
        .query_row([row], |row| row.get(0))
        .optional()?;
    Ok(deleted == Some(1))
}
