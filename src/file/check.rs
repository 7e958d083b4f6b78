//! Looking whether the file is sound: SQLite's pages, foreign keys, and that log and tables say the same.

use std::collections::HashSet;
use std::fmt;

use rusqlite::Connection;
use rusqlite::types::{Type, Value, ValueRef};
use uuid::Uuid;

use super::error::FileError;
use super::field::{self, Field, op};
use super::open::OfficeFile;
use super::{decide, schema, trust};

/// Something wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// SQLite's own check says this.
    Pages(String),
    /// A row refers to one that is not there: table and the table it refers to.
    Reference(String, String),
    /// Part of the structure is not that of an office file.
    Structure(String),
    /// The count of a replica's records is wrong.
    Count(Uuid),
    /// A record of the log has no meaning: replica's number and record's number.
    Record(i64, i64),
    /// A field holds another value than its log says: table, column, row.
    Value(&'static str, &'static str, Uuid),
    /// A row has no creation in the log, or a creation no row: table, row.
    Row(&'static str, Uuid),
    /// A table holds a text that is none.
    Text(&'static str),
    /// A value that was erased for good still stands in the log: table, row.
    Erased(&'static str, Uuid),
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Pages(sentence) => write!(out, "pages: {sentence}"),
            Self::Reference(table, target) => write!(out, "reference: {table} -> {target}"),
            Self::Structure(object) => write!(out, "structure: {object}"),
            Self::Count(replica) => write!(out, "count: {replica}"),
            Self::Record(rep, seq) => write!(out, "record: {rep}/{seq}"),
            Self::Value(table, column, row) => write!(out, "value: {table}.{column} {row}"),
            Self::Row(table, row) => write!(out, "row: {table} {row}"),
            Self::Text(table) => write!(out, "text: {table}"),
            Self::Erased(table, row) => write!(out, "erased: {table} {row}"),
        }
    }
}

/// At most this many problems of one kind are told: one broken page makes thousands.
const ENOUGH: usize = 100;

impl OfficeFile {
    /// Looks at everything. Reads the whole file.
    ///
    /// # Errors
    /// [`FileError`] when it cannot even be read.
    pub fn check(&self) -> Result<Vec<Problem>, FileError> {
        let conn = &self.conn;
        let mut problems = pages(conn)?;
        if problems.is_empty() {
            match trust::structure(conn) {
                Err(FileError::Foreign(object)) if self.is_writable() => {
                    problems.push(Problem::Structure(object));
                }
                Err(FileError::Foreign(_)) | Ok(()) => {}
                Err(error) => return Err(error),
            }
            problems.extend(log(conn)?);
            problems.extend(rows(conn)?);
            problems.extend(texts(conn)?);
        }
        Ok(problems)
    }

    /// Builds everything derived anew: search index, list keys, what waits for a decision.
    ///
    /// # Errors
    /// [`FileError`]; the file is as it was then.
    pub fn rebuild(&mut self) -> Result<(), FileError> {
        if !self.is_writable() {
            return Err(FileError::ReadOnly);
        }
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        self.rooms.rebuild(&tx)?;
        decide::rebuild(&tx)?;
        tx.commit()?;
        Ok(())
    }
}

/// SQLite's own check.
fn pages(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut check = conn.prepare(&format!("PRAGMA integrity_check({ENOUGH})"))?;
    let lines: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").map(Problem::Pages).collect())
}

/// References, counts and records; that every field holds what its records say; that nothing erased is left. A merge looks at
/// the other file with it, so it stays in proportion to what was changed, not to what was created.
pub(super) fn log(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut problems = Vec::new();
    let mut keys = conn.prepare("PRAGMA foreign_key_check")?;
    let mut keys = keys.query([])?;
    while let Some(row) = keys.next()?.filter(|_| problems.len() < ENOUGH) {
        problems.push(Problem::Reference(row.get(0)?, row.get(2)?));
    }
    problems.extend(counts(conn)?);
    problems.extend(records(conn)?);
    // Values can only be compared where the records make sense.
    if problems.is_empty() {
        problems.extend(values(conn)?);
    }
    Ok(problems)
}

fn counts(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut wrong = conn.prepare(
        "WITH c AS (SELECT rep, count(*) AS held, max(seq) AS upto, max(hlc) AS hlc FROM log GROUP BY rep) \
         SELECT r.uuid FROM replica r LEFT JOIN c ON c.rep = r.n \
         WHERE r.held <> coalesce(c.held, 0) OR r.upto <> coalesce(c.upto, 0) OR r.hlc < coalesce(c.hlc, 0) LIMIT 100",
    )?;
    let wrong = wrong.query_map([], |row| Ok(Problem::Count(row.get(0)?)))?;
    Ok(wrong.collect::<Result<_, _>>()?)
}

/// Records of a known table, column and kind, with a clock that leaves room above it, from a known replica.
fn records(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut problems = Vec::new();
    let mut log = conn.prepare(
        "SELECT rep, seq, hlc, tbl, length(row), op, col, typeof(row), rep IN (SELECT n FROM replica), old, new FROM log",
    )?;
    let mut log = log.query([])?;
    while let Some(record) = log.next()?.filter(|_| problems.len() < ENOUGH) {
        let (hlc, col): (i64, Option<i64>) = (record.get(2)?, record.get(6)?);
        let table = schema::table(record.get(3)?);
        let known = table.is_some_and(|table| {
            col.is_none_or(|col| col > 0 && table.column(col).is_some())
                && match record.get(5) {
                    Ok(op::CREATED) => col.is_none() || col == Some(table.deleted()),
                    Ok(kind) => (op::CHANGED..=op::BLANKED).contains(&kind) && col.is_some(),
                    Err(_) => false,
                }
        });
        let id =
            record.get::<_, i64>(4)? == 16 && record.get_ref(7)?.as_str().is_ok_and(|kind| kind == "blob");
        let column = table.and_then(|table| table.column(col?));
        let fits = known
            && record.get_ref(9).is_ok_and(is_readable)
            && record.get_ref(10).is_ok_and(is_readable)
            && (record.get::<_, i64>(5)? != op::CHANGED
                || column.is_some_and(|column| fits(column, record.get_ref(10).unwrap_or(ValueRef::Null))));
        if !(fits && id && record.get(8)? && (0..i64::MAX / 2).contains(&hlc)) {
            problems.push(Problem::Record(record.get(0)?, record.get(1)?));
        }
    }
    Ok(problems)
}

/// True for what a field may be set to.
fn fits(column: &schema::Column, value: ValueRef) -> bool {
    match value.data_type() {
        Type::Null => !column.required,
        Type::Text => column.text,
        Type::Integer => !column.text && column.refers_to.is_none(),
        Type::Blob => !column.text,
        Type::Real => false,
    }
}

/// False for a text that is none: SQLite keeps whatever bytes it is given.
fn is_readable(value: ValueRef) -> bool {
    !matches!(value, ValueRef::Text(bytes) if std::str::from_utf8(bytes).is_err())
}

/// Every text is one. A list that comes upon bytes that are none could not be shown.
pub(super) fn texts(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let office = schema::tables().iter().map(|table| {
        let texts: Vec<_> =
            table.columns.iter().filter(|column| column.text).map(|column| column.name).collect();
        (table.name, texts.join(", "))
    });
    let log = [("replica", "office, person, machine, opened"), ("grp", "action, at")]
        .into_iter()
        .chain([("erasure", "at, person, office, reason")])
        .map(|(name, texts)| (name, texts.to_owned()));
    let mut problems = Vec::new();
    for (name, texts) in office.chain(log).filter(|(_, texts)| !texts.is_empty()) {
        let mut rows = conn.prepare(&format!("SELECT {texts} FROM {name}"))?;
        let columns = rows.column_count();
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            if !(0..columns).all(|place| row.get_ref(place).is_ok_and(is_readable)) {
                problems.push(Problem::Text(name));
                break;
            }
        }
    }
    Ok(problems)
}

/// Every field that has a changed value holds its head's.
fn values(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut problems = Vec::new();
    // A link row's creation is a record of `deleted`; alone it says nothing a deletion would not contradict with a record.
    let mut fields = conn.prepare(
        "SELECT row, tbl, col, count(*), max(op), new FROM log WHERE col IS NOT NULL GROUP BY row, tbl, col HAVING max(op) > 0",
    )?;
    let mut new = conn.prepare("SELECT new FROM log WHERE rep = ?1 AND seq = ?2")?;
    let mut fields = fields.query([])?;
    while let Some(row) = fields.next()?.filter(|_| problems.len() < ENOUGH) {
        let field = Field { row: row.get(0)?, tbl: row.get(1)?, col: row.get(2)? };
        let Some((table, column)) =
            schema::table(field.tbl).and_then(|table| Some((table, table.column(field.col)?)))
        else {
            continue;
        };
        // Most fields were changed once: the group's one record is the head.
        let wanted: Value = if row.get::<_, i64>(3)? == 1 && row.get::<_, i64>(4)? == op::CHANGED {
            row.get(5)?
        } else {
            let records = field::load(conn, field)?;
            let judged = field::judge(&records);
            if !judged.erased.is_empty() {
                problems.push(Problem::Erased(table.name, field.row));
            }
            let Some(head) = judged.head else { continue };
            new.query_row([records[head].rep, records[head].seq], |row| row.get(0))?
        };
        let holds = conn
            .prepare_cached(&format!("SELECT {} IS ?2 FROM {} WHERE id = ?1", column.name, table.name))?
            .query_row(rusqlite::params![field.row, wanted], |row| row.get(0))
            .unwrap_or(false);
        if !holds || (column.required && wanted.data_type() == Type::Null) {
            problems.push(Problem::Value(table.name, column.name, field.row));
        }
    }
    Ok(problems)
}

/// Every row has a creation and every creation a row.
pub(super) fn rows(conn: &Connection) -> Result<Vec<Problem>, FileError> {
    let mut problems = Vec::new();
    let mut created: HashSet<(i64, Uuid)> = HashSet::new();
    {
        let mut log = conn.prepare("SELECT tbl, row FROM log WHERE op = 0")?;
        let mut log = log.query([])?;
        while let Some(record) = log.next()? {
            created.insert((record.get(0)?, record.get(1)?));
        }
    }
    for table in schema::tables() {
        let mut rows = conn.prepare(&format!("SELECT id FROM {}", table.name))?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if !created.remove(&(table.number, id)) && problems.len() < ENOUGH {
                problems.push(Problem::Row(table.name, id));
            }
        }
    }
    for (tbl, row) in created.into_iter().take(ENOUGH) {
        problems.extend(schema::table(tbl).map(|table| Problem::Row(table.name, row)));
    }
    Ok(problems)
}
