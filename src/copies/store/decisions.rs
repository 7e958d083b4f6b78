//! What waits for a decision, with names and values a person can read.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{author, datum, name_of};
use crate::copies::model::{Question, QuestionKind, Side};
use crate::file::{FileError, decide, decisions as listed};

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
            decide::DOUBLE_CODE => QuestionKind::DoubleCode,
            _ => continue,
        };
        let mut sides = Vec::new();
        for side in &decision.sides {
            let column = side.column.or(decision.column).unwrap_or_default();
            sides.push(Side {
                column,
                value: datum(conn, decision.table, column, &side.value)?,
                author: author(&side.person, &side.office, &side.at),
            });
        }
        let mut rows = Vec::new();
        for row in &decision.rows {
            rows.push((*row, described(conn, decision.table, *row)?));
        }
        questions.push(Question {
            id: decision.id,
            kind,
            table: decision.table,
            row: decision.row,
            name: name_of(conn, decision.table, decision.row)?,
            column: decision.column,
            sides,
            rows,
        });
    }
    Ok(questions)
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
