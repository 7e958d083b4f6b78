//! Who changed what, and when: the log read back.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::error::FileError;
use super::field::op;
use super::schema;

/// What a record says happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The row was created.
    Created,
    /// A field was changed.
    Changed {
        /// The column.
        column: &'static str,
        /// Its value before.
        old: Value,
        /// Its value after.
        new: Value,
    },
    /// A field was erased for good.
    Erased {
        /// The column.
        column: &'static str,
    },
    /// A field was changed; its values were erased later.
    Blanked {
        /// The column.
        column: &'static str,
    },
}

/// One record of the log, in words' reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Moment of the action, as the file writes it; '' for what the program shipped.
    pub at: String,
    /// Office and person who did it.
    pub office: String,
    /// The person.
    pub person: String,
    /// Identifier of the action.
    pub action: String,
    /// Replica and group, for taking the action back.
    pub replica: Uuid,
    /// The group.
    pub group: i64,
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// What happened.
    pub deed: Deed,
    /// Number of the record in its replica: with the replica, what names it.
    pub seq: i64,
    /// Clock of the record: orders the records of all copies.
    pub clock: i64,
}

const SELECT: &str = "SELECT coalesce(g.at, ''), r.office, r.person, coalesce(g.action, ''), r.uuid, l.grp, l.tbl, l.row, \
    l.op, l.col, l.old, l.new, l.seq, l.hlc FROM log l JOIN replica r ON r.n = l.rep LEFT JOIN grp g ON g.rep = l.rep AND g.grp = l.grp";

/// Everything that happened to one row, newest first.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn of_row(conn: &Connection, row: Uuid) -> Result<Vec<Entry>, FileError> {
    let sql = format!("{SELECT} WHERE l.row = ?1 ORDER BY l.hlc DESC, r.uuid DESC, l.seq DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([row])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.extend(entry(row)?);
    }
    Ok(entries)
}

/// The newest record of any of these rows, for instance of a [`family`].
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn newest(conn: &Connection, rows: impl IntoIterator<Item = Uuid>) -> Result<Option<Entry>, FileError> {
    let sql = format!("{SELECT} WHERE l.row = ?1 ORDER BY l.hlc DESC, r.uuid DESC, l.seq DESC LIMIT 1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut newest: Option<Entry> = None;
    for row in rows {
        let mut records = statement.query([row])?;
        let Some(record) = records.next()? else { continue };
        let rank = |entry: &Entry| (entry.clock, entry.replica, entry.seq);
        newest = newest.into_iter().chain(entry(record)?).max_by_key(rank);
    }
    Ok(newest)
}

/// One record of the log; `None` when it is not there.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn record(conn: &Connection, replica: Uuid, seq: i64) -> Result<Option<Entry>, FileError> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} WHERE r.uuid = ?1 AND l.seq = ?2"))?;
    let mut rows = statement.query(params![replica, seq])?;
    rows.next()?.map_or(Ok(None), |row| Ok(entry(row)?))
}

/// A row and all that belong to it, as their required reference says (numbers of a collaborator, streams of an item), at
/// most `limit` rows. Tables in `without` are left out.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn family(
    conn: &Connection,
    table: &'static schema::Table,
    row: Uuid,
    without: &[&str],
    limit: usize,
) -> Result<Vec<(&'static schema::Table, Uuid)>, FileError> {
    let mut found = vec![(table, row)];
    let mut next = 0;
    while let Some((table, row)) = found.get(next).copied() {
        next += 1;
        for owned in schema::tables().iter().filter(|owned| !without.contains(&owned.name)) {
            let owner =
                owned.columns.iter().find(|column| column.required && column.refers_to == Some(table.name));
            let Some(owner) = owner else { continue };
            let mut rows =
                conn.prepare_cached(&format!("SELECT id FROM {} WHERE {} = ?1", owned.name, owner.name))?;
            for id in rows.query_map([row], |row| row.get(0))? {
                let id = id?;
                if found.len() < limit && !found.iter().any(|(_, known)| *known == id) {
                    found.push((owned, id));
                }
            }
        }
    }
    Ok(found)
}

/// What happened in the whole file, newest action first, at most `limit` records. What the program shipped is left out.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn recent(conn: &Connection, limit: usize) -> Result<Vec<Entry>, FileError> {
    // By groups: sorting the log itself by time would read all of it.
    let mut groups = conn.prepare(
        "SELECT g.rep, g.seq_from, g.seq_to FROM grp g JOIN replica r ON r.n = g.rep WHERE g.rep > 0 \
         ORDER BY g.at DESC, r.uuid DESC, g.grp DESC",
    )?;
    let sql = format!("{SELECT} WHERE l.rep = ?1 AND l.seq BETWEEN ?2 AND ?3 ORDER BY l.seq DESC LIMIT ?4");
    let mut records = conn.prepare(&sql)?;
    let mut groups = groups.query([])?;
    let mut entries = Vec::new();
    while let Some(group) = groups.next()? {
        if entries.len() >= limit {
            break;
        }
        let (rep, from, to): (i64, i64, i64) = (group.get(0)?, group.get(1)?, group.get(2)?);
        let mut rows = records.query(params![rep, from, to, (limit - entries.len()) as i64])?;
        while let Some(row) = rows.next()? {
            entries.extend(entry(row)?);
        }
    }
    Ok(entries)
}

/// The office table that holds this row.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn table_of(conn: &Connection, row: Uuid) -> Result<Option<&'static schema::Table>, FileError> {
    for table in schema::tables() {
        let found = conn.prepare(&format!("SELECT 1 FROM {} WHERE id = ?1", table.name))?.exists([row])?;
        if found {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

/// A record of a table or column this program does not know gives none.
fn entry(row: &Row) -> rusqlite::Result<Option<Entry>> {
    let Some(table) = schema::table(row.get(6)?) else {
        return Ok(None);
    };
    let column = |number: Option<i64>| table.column(number?).map(|column| column.name);
    let deed = match (row.get(8)?, column(row.get(9)?)) {
        (op::CREATED, _) => Deed::Created,
        (op::CHANGED, Some(column)) => Deed::Changed { column, old: row.get(10)?, new: row.get(11)? },
        (op::ERASED, Some(column)) => Deed::Erased { column },
        (op::BLANKED, Some(column)) => Deed::Blanked { column },
        _ => return Ok(None),
    };
    Ok(Some(Entry {
        at: row.get(0)?,
        office: row.get(1)?,
        person: row.get(2)?,
        action: row.get(3)?,
        replica: row.get(4)?,
        group: row.get(5)?,
        table: table.name,
        row: row.get(7)?,
        deed,
        seq: row.get(12)?,
        clock: row.get(13)?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::testing::new_file;

    #[test]
    fn history_tells_who_did_what_newest_first() {
        let (_folder, mut file) = new_file();
        let unit = file
            .write("enter", |tx| {
                let unit = tx.new_id();
                tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'a')", [unit])?;
                Ok::<_, FileError>(unit)
            })
            .unwrap()
            .value;
        file.write("rename", |tx| {
            Ok::<_, FileError>(tx.execute("UPDATE unit SET name = 'b', note = 'n'", [])?)
        })
        .unwrap();
        let entries = of_row(file.connection(), unit).unwrap();
        assert_eq!(entries.len(), 3);
        assert_eq!(entries[2].deed, Deed::Created);
        assert_eq!(entries[0].action, "rename");
        let name = Deed::Changed {
            column: "name",
            old: Value::from("a".to_owned()),
            new: Value::from("b".to_owned()),
        };
        assert!(entries.iter().any(|entry| entry.deed == name));
        assert_eq!(recent(file.connection(), 100).unwrap().len(), 3);
        assert_eq!(recent(file.connection(), 2).unwrap(), entries[..2]);
        let child = file
            .write("enter", |tx| {
                let child = tx.new_id();
                tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'c')", [child])?;
                Ok::<_, FileError>(child)
            })
            .unwrap()
            .value;
        assert_eq!(newest(file.connection(), [child, unit]).unwrap().unwrap().row, child);
        assert_eq!(newest(file.connection(), [unit]).unwrap().as_ref(), entries.first());
        assert_eq!(newest(file.connection(), [Uuid::nil()]).unwrap(), None);
        assert_eq!(table_of(file.connection(), unit).unwrap().unwrap().name, "unit");
    }
}
