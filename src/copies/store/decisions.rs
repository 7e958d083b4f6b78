//! What waits for a decision, with names and values a person can read.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::cards::{card, keep_filled};
use super::{author, datum, name_of};
use crate::copies::model::{Question, QuestionKind, Side};
use crate::file::{FileError, decide, decisions as listed, schema};
use crate::office::store::Kind;

/// Questions shown at once; the count tells how many there are.
const MOST: usize = 500;

/// How many questions wait.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn count(conn: &Connection) -> Result<u64, FileError> {
    let count: i64 = conn.prepare_cached("SELECT count(*) FROM decision")?.query_row([], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// What waits.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn decisions(conn: &Connection) -> Result<Vec<Question>, FileError> {
    let mut questions = Vec::new();
    for decision in listed::list(conn)?.into_iter().take(MOST) {
        let kind = match decision.kind.as_str() {
            decide::CLASH => QuestionKind::Clash,
            decide::DELETED_EDITED => QuestionKind::DeletedEdited,
            decide::CIRCLE => QuestionKind::Circle,
            decide::DOUBLE_CODE => QuestionKind::DoubleCode,
            kind if kind == Kind::Person.id() => QuestionKind::DoublePerson,
            kind if kind == Kind::Unit.id() => QuestionKind::DoubleUnit,
            kind if kind == Kind::Item.id() => QuestionKind::DoubleItem,
            _ => continue,
        };
        let alike = Kind::ALL.iter().any(|known| known.id() == decision.kind);
        let mut sides = Vec::new();
        for side in &decision.sides {
            let column = side.column.unwrap_or_default();
            let part = if side.row == decision.row {
                None
            } else {
                Some((side.table, name_of(conn, side.table, side.row)?))
            };
            sides.push(Side {
                column,
                part,
                value: datum(conn, side.table, column, &side.value)?,
                author: author(&side.person, &side.office, &side.at),
            });
        }
        let mut rows = Vec::new();
        let mut cards = Vec::new();
        for row in &decision.rows {
            if alike {
                cards.push(card(conn, decision.table, *row)?);
            } else if kind == QuestionKind::Circle {
                rows.push((*row, name_of(conn, decision.table, *row)?));
            } else {
                rows.push((*row, described(conn, decision.table, *row)?));
            }
        }
        keep_filled(&mut cards);
        questions.push(Question {
            id: decision.id,
            kind,
            table: decision.table,
            row: decision.row,
            name: name_of(conn, decision.table, decision.row)?,
            column: decision.column,
            sides,
            rows,
            cards,
        });
    }
    Ok(questions)
}

/// Takes a row out of a circle: it stands under nothing any more.
///
/// # Errors
/// Whatever the file answers.
pub fn take_out(conn: &Connection, table: &str, column: &str, row: Uuid) -> Result<(), FileError> {
    let known = schema::table_named(table).and_then(|table| Some((table, table.named(column)?)));
    if let Some((table, column)) = known.filter(|(_, column)| column.refers_to.is_some()) {
        conn.execute(&format!("UPDATE {} SET {} = NULL WHERE id = ?1", table.name, column.name), [row])?;
    }
    Ok(())
}

/// Gives a report another arrival number; false, with nothing changed, when another report bears it.
///
/// # Errors
/// Whatever the file answers.
pub fn renumber(conn: &Connection, report: Uuid, number: &str) -> Result<bool, FileError> {
    let taken = conn
        .prepare_cached("SELECT 1 FROM report WHERE arrival_number = ?1 AND deleted = 0")?
        .exists([number])?;
    if !taken {
        conn.execute("UPDATE report SET arrival_number = ?2 WHERE id = ?1", params![report, number])?;
    }
    Ok(!taken)
}

/// A row that shares its number with another: what tells it apart.
fn described(conn: &Connection, table: &str, row: Uuid) -> Result<String, FileError> {
    if table != "report" {
        return name_of(conn, table, row);
    }
    let text: String = conn
        .prepare_cached(
            "SELECT coalesce(nullif(r.title, ''), (SELECT i.title FROM item i WHERE i.report = r.id AND i.deleted = 0 \
               ORDER BY i.position LIMIT 1), '') || '|' || coalesce(u.name, r.unit_name) || '|' || r.received_at \
             FROM report r LEFT JOIN unit u ON u.id = r.unit WHERE r.id = ?1",
        )?
        .query_row([row], |row| row.get(0))?;
    let mut parts: Vec<String> = text.splitn(3, '|').map(str::to_owned).collect();
    if let Some(at) = parts.get(2).and_then(|at| crate::file::value::moment(at)) {
        parts[2] = at.format("%d/%m/%Y %H:%M").to_string();
    }
    parts.retain(|part| !part.is_empty());
    Ok(parts.join(" · "))
}
