//! The list of what waits for a person, and deciding it.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::decide;
use super::error::FileError;
use super::field::{self, Field};
use super::open::OfficeFile;
use super::reopen;
use super::schema;
use super::undo::DECIDED;
use super::write::{Tx, Written};

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Its id.
    pub id: Uuid,
    /// [`decide::CLASH`], [`decide::DELETED_EDITED`], [`decide::CIRCLE`], [`decide::DOUBLE_CODE`], or a kind the rooms ask.
    pub kind: String,
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: Uuid,
    /// The column; `None` where the row itself is in question.
    pub column: Option<&'static str>,
    /// What stands against each other, what holds now first. For a deletion: the deletion, then the edits of the row and of
    /// what belongs to it. Where rows stand against each other there are none.
    pub sides: Vec<Side>,
    /// The rows that bear one number, stand in a circle or look like one.
    pub rows: Vec<Uuid>,
}

/// One side of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The table.
    pub table: &'static str,
    /// The row; of a deletion's edits it may be one that belongs to the deleted row.
    pub row: Uuid,
    /// The column it set; `None` where the row was created.
    pub column: Option<&'static str>,
    /// The value it gave.
    pub value: Value,
    /// Who, at which office, when (a moment of the file).
    pub person: String,
    /// The office.
    pub office: String,
    /// The moment.
    pub at: String,
}

/// What people typed against each other first, what only looks alike last.
const ORDER: &str = "CASE kind WHEN 'clash' THEN 0 WHEN 'deleted_edited' THEN 1 WHEN 'circle' THEN 2 \
    WHEN 'double_code' THEN 3 ELSE 4 END, kind, tbl, row, col";

/// Everything that waits.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn list(conn: &Connection) -> Result<Vec<Decision>, FileError> {
    let mut statement =
        conn.prepare(&format!("SELECT id, kind, tbl, row, col, heads FROM decision ORDER BY {ORDER}"))?;
    let mut rows = statement.query([])?;
    let mut open = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(table) = schema::table(row.get(2)?) else {
            continue;
        };
        let column: Option<i64> = row.get(4)?;
        let heads: String = row.get(5)?;
        let mut decision = Decision {
            id: row.get(0)?,
            kind: row.get(1)?,
            table: table.name,
            row: row.get(3)?,
            column: column.and_then(|column| table.column(column)).map(|column| column.name),
            sides: Vec::new(),
            rows: Vec::new(),
        };
        if let Ok(records) = serde_json::from_str::<Vec<(Uuid, i64)>>(&heads) {
            for (replica, seq) in records {
                let (replica, seq) = reopen::origin(conn, replica, seq)?;
                decision.sides.extend(side(conn, replica, seq)?);
            }
        } else if let Ok(rows) = serde_json::from_str(&heads) {
            decision.rows = rows;
        }
        open.push(decision);
    }
    Ok(open)
}

fn side(conn: &Connection, replica: Uuid, seq: i64) -> Result<Option<Side>, FileError> {
    Ok(conn
        .prepare_cached(
            "SELECT l.col, l.new, r.person, r.office, coalesce(g.at, ''), l.tbl, l.row, l.op FROM log l JOIN replica r ON r.n = l.rep \
             LEFT JOIN grp g ON g.rep = l.rep AND g.grp = l.grp WHERE r.uuid = ?1 AND l.seq = ?2",
        )?
        .query_row(params![replica, seq], |row| {
            let table = schema::table(row.get(5)?);
            let created = row.get::<_, i64>(7)? == field::op::CREATED;
            let column: Option<i64> = row.get(0)?;
            let column = column.filter(|_| !created).zip(table);
            Ok(Side {
                table: table.map_or("", |table| table.name),
                row: row.get(6)?,
                column: column.and_then(|(column, table)| table.column(column)).map(|column| column.name),
                value: row.get(1)?,
                person: row.get(2)?,
                office: row.get(3)?,
                at: row.get(4)?,
            })
        })
        .optional()?)
}

impl OfficeFile {
    /// Decides for one of the sides (its place in the list). Of a deletion against edits, 0 keeps the row deleted and anything
    /// else brings it back. A double number is decided by giving one of the rows another number, not here.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when the question is no longer open or has no such side; nothing was changed then.
    pub fn keep(&mut self, decision: Uuid, side: usize) -> Result<Written<()>, FileError> {
        let missing = || FileError::NoSuchRow(format!("{decision}/{side}"));
        let open = list(&self.conn)?.into_iter().find(|open| open.id == decision).ok_or_else(missing)?;
        match open.kind.as_str() {
            decide::CLASH => {
                let value = &open.sides.get(side).ok_or_else(missing)?.value;
                self.decide(decision, value)
            }
            decide::DELETED_EDITED => self.decide(decision, &Value::Integer(i64::from(side == 0))),
            _ => Ok(Written { value: (), changed: super::Changed::default() }),
        }
    }

    /// Decides a clash with a third value. One record says it, and that it knew of all the others.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when the question is no longer open; nothing was changed then.
    pub fn decide(&mut self, decision: Uuid, value: &Value) -> Result<Written<()>, FileError> {
        self.write(DECIDED, |tx| settle(tx, decision, value))
    }

    /// Decides for one of the sides of a deletion and writes more in the same action; `more` gets what was edited.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when the question is no longer open; nothing was changed then.
    pub fn keep_and(
        &mut self,
        decision: Uuid,
        side: usize,
        more: impl FnOnce(&Tx, &[Side]) -> Result<(), FileError>,
    ) -> Result<Written<()>, FileError> {
        let missing = || FileError::NoSuchRow(decision.to_string());
        let open = list(&self.conn)?.into_iter().find(|open| open.id == decision).ok_or_else(missing)?;
        self.write(DECIDED, |tx| {
            more(tx, open.sides.get(1..).unwrap_or_default())?;
            settle(tx, decision, &Value::Integer(i64::from(side == 0)))
        })
    }
}

/// Writes what was decided.
fn settle(tx: &Tx, decision: Uuid, value: &Value) -> Result<(), FileError> {
    let (kind, tbl, row, col): (String, i64, Uuid, Option<i64>) = tx
        .query_row("SELECT kind, tbl, row, col FROM decision WHERE id = ?1", [decision], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?
        .ok_or_else(|| FileError::NoSuchRow(decision.to_string()))?;
    let settled = matches!(kind.as_str(), decide::CLASH | decide::DELETED_EDITED);
    let Some(table) = schema::table(tbl).filter(|_| settled) else { return Ok(()) };
    let number = col.unwrap_or_else(|| table.deleted());
    let Some(column) = table.column(number) else { return Ok(()) };
    let field = Field { row, tbl, col: number };
    let knew = if number == table.deleted() {
        decide::family_knowledge(tx, tbl, row)?
    } else {
        decide::knowledge(tx, row)?
    };
    let changed = tx.execute(
        &format!("UPDATE {} SET {1} = ?2 WHERE id = ?1 AND {1} IS NOT ?2", table.name, column.name),
        params![row, value],
    )?;
    if changed == 0 {
        reopen::restate(tx, field, value)?;
    }
    tx.execute(
        "UPDATE log SET knew = ?4 WHERE row = ?1 AND tbl = ?2 AND col = ?3 AND rep = log_rep() AND grp = log_grp()",
        params![row, tbl, number, knew],
    )?;
    Ok(())
}
