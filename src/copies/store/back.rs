//! What putting something back would do.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::{author, datum, name_of};
use crate::copies::model::{
    ActionSize, Author, BackPlan, Datum, FieldBack, Obstacle, RecordId, belong_together,
};
use crate::file::history::{self, Deed, Entry};
use crate::file::{FileError, schema};

/// What putting back the value that a record took away would do. Fields of the same action and row that only make sense
/// together go with it. With `wrote` it is the value the record wrote that comes again, not the one it took away. `root` is
/// the record whose history is shown.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn plan_back(
    conn: &Connection,
    record: RecordId,
    root: Uuid,
    wrote: bool,
) -> Result<BackPlan, FileError> {
    let Some(entry) = history::record(conn, record.0, record.1)? else {
        return Ok(BackPlan::Not(Obstacle::Same));
    };
    let column = match &entry.deed {
        Deed::Erased { .. } | Deed::Blanked { .. } => return Ok(BackPlan::Not(Obstacle::Erased)),
        Deed::Created if wrote => return Ok(BackPlan::Not(Obstacle::Same)),
        Deed::Created if entry.row == root => return Ok(BackPlan::Not(Obstacle::Beginning)),
        Deed::Created => return away(conn, &entry, root),
        Deed::Changed { column, .. } => *column,
    };
    let mut fields = Vec::new();
    for other in history::of_row(conn, entry.row)? {
        let Deed::Changed { column: name, old, new } = &other.deed else { continue };
        let value = if wrote { new } else { old };
        let same = (other.replica, other.group) == (entry.replica, entry.group);
        if !same || !belong_together(entry.table, column, name) {
            continue;
        }
        if let Some(obstacle) = obstacle(conn, &other, name, value)? {
            return Ok(BackPlan::Not(obstacle));
        }
        fields.extend(field(conn, &other, name, value, root)?);
    }
    Ok(if fields.is_empty() { BackPlan::Not(Obstacle::Same) } else { BackPlan::Fields(fields) })
}

/// A row that was added is taken away again.
fn away(conn: &Connection, entry: &Entry, root: Uuid) -> Result<BackPlan, FileError> {
    let there = conn
        .prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1 AND deleted = 0", entry.table))?
        .exists([entry.row])?;
    if !there {
        return Ok(BackPlan::Not(Obstacle::Same));
    }
    Ok(BackPlan::Fields(vec![FieldBack {
        record: (entry.replica, entry.seq),
        table: entry.table,
        name: own_name(conn, entry, root)?,
        column: None,
        now: Datum::Nothing,
        then: Datum::Nothing,
        since: None,
    }]))
}

fn own_name(conn: &Connection, entry: &Entry, root: Uuid) -> Result<String, FileError> {
    if entry.row == root { Ok(String::new()) } else { name_of(conn, entry.table, entry.row) }
}

/// One field, unless it holds the value already.
fn field(
    conn: &Connection,
    entry: &Entry,
    column: &'static str,
    old: &Value,
    root: Uuid,
) -> Result<Option<FieldBack>, FileError> {
    let now: Value = conn
        .prepare_cached(&format!("SELECT {column} FROM {} WHERE id = ?1", entry.table))?
        .query_row([entry.row], |row| row.get(0))?;
    if now == *old {
        return Ok(None);
    }
    Ok(Some(FieldBack {
        record: (entry.replica, entry.seq),
        table: entry.table,
        name: own_name(conn, entry, root)?,
        column: Some(column),
        now: datum(conn, entry.table, column, &now)?,
        then: datum(conn, entry.table, column, old)?,
        since: since(conn, entry, column)?,
    }))
}

/// Who changed the field after the record.
fn since(conn: &Connection, entry: &Entry, column: &str) -> Result<Option<Author>, FileError> {
    let later = history::of_row(conn, entry.row)?.into_iter().find(|other| {
        matches!(&other.deed, Deed::Changed { column: name, .. } if *name == column)
            && (other.clock, other.replica, other.seq) > (entry.clock, entry.replica, entry.seq)
    });
    Ok(later.map(|later| author(&later.person, &later.office, &later.at)))
}

/// What stands in the way of the old value.
fn obstacle(
    conn: &Connection,
    entry: &Entry,
    column: &str,
    old: &Value,
) -> Result<Option<Obstacle>, FileError> {
    let refers_to = schema::table_named(entry.table)
        .and_then(|table| table.named(column))
        .and_then(|column| column.refers_to);
    if let (Some(other), Value::Blob(id)) = (refers_to, old)
        && let Ok(id) = Uuid::from_slice(id)
    {
        let there = conn
            .prepare_cached(&format!("SELECT 1 FROM {other} WHERE id = ?1 AND deleted = 0"))?
            .exists([id])?;
        if !there {
            return Ok(Some(Obstacle::Gone(name_of(conn, other, id)?)));
        }
    }
    if let Value::Text(text) = old
        && !text.is_empty()
        && schema::UNIQUE.contains(&(entry.table, column))
    {
        let taken: Option<Uuid> = conn
            .prepare_cached(&format!(
                "SELECT id FROM {} WHERE {column} = ?1 AND id <> ?2 AND deleted = 0 LIMIT 1",
                entry.table
            ))?
            .query_row(params![text, entry.row], |row| row.get(0))
            .optional()?;
        if taken.is_some() {
            return Ok(Some(Obstacle::Taken(text.clone())));
        }
    }
    Ok(None)
}

/// How much an action touched; `None` when there is no such action.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn action_size(conn: &Connection, replica: Uuid, group: i64) -> Result<Option<ActionSize>, FileError> {
    let found: Option<(i64, String, i64, i64)> = conn
        .prepare_cached(
            "SELECT g.rep, g.action, g.seq_from, g.seq_to FROM grp g JOIN replica r ON r.n = g.rep \
             WHERE r.uuid = ?1 AND g.grp = ?2",
        )?
        .query_row(params![replica, group], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((rep, action, from, to)) = found else {
        return Ok(None);
    };
    let mut rows: BTreeMap<i64, usize> = BTreeMap::new();
    let mut touched = conn.prepare_cached(
        "SELECT tbl, count(DISTINCT row) FROM log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3 GROUP BY tbl",
    )?;
    let mut touched = touched.query([rep, from, to])?;
    while let Some(row) = touched.next()? {
        rows.insert(row.get(0)?, usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default());
    }
    let rows = rows.into_iter().filter_map(|(table, count)| Some((schema::table(table)?.name, count)));
    Ok(Some(ActionSize { replica, group, action, rows: rows.collect() }))
}
