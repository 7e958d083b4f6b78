//! What a write or a merge leaves for a person to decide.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::FileError;

/// A changed field of the group that just ended.
pub(super) struct Touched {
    /// Number of its record.
    pub seq: i64,
    /// Table, row and column.
    pub tbl: i64,
    /// The row.
    pub row: Uuid,
    /// The column.
    pub col: i64,
}

/// A deletion says what it knew of the row, so that an edit it did not know of can be told from one it meant to delete.
pub(super) fn after_write(conn: &Connection, rep: i64, touched: &[Touched]) -> Result<(), FileError> {
    for field in touched {
        let deletes = super::schema::table(field.tbl).is_some_and(|table| table.deleted() == field.col);
        if deletes {
            let knew = knowledge(conn, field.row)?;
            conn.prepare_cached("UPDATE log SET knew = ?3 WHERE rep = ?1 AND seq = ?2 AND new = 1")?
                .execute(params![rep, field.seq, knew])?;
        }
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
