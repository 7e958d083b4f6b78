//! Whether two rows are one, where copies said different things of it.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::doubles::{Kind, set_apart};
use crate::file::{FileError, OfficeFile, decisions};

/// Settles it: `side` of the question is right, and joined them where `joined` says so. Where they are two, what the joining
/// moved goes back.
///
/// # Errors
/// Whatever the file answers.
pub fn settle_verdict(
    file: &mut OfficeFile,
    question: Uuid,
    side: usize,
    verdict: Uuid,
    joined: bool,
) -> Result<(), FileError> {
    file.keep(question, side)?;
    let open = decisions::list(file.connection())?;
    // Which of them is kept was said differently too: by one side of nothing.
    if let Some(kept) = open.iter().find(|open| open.row == verdict && open.column == Some("kept"))
        && let Some(place) = kept.sides.iter().position(|side| (side.value != Value::Null) == joined)
    {
        file.keep(kept.id, place)?;
    }
    if joined {
        return Ok(());
    }
    if let Some((replica, group)) = joining_of(file.connection(), verdict)? {
        file.take_back_group(replica, group)?;
    }
    let (one, other, kind): (Uuid, Uuid, String) = file
        .connection()
        .prepare_cached("SELECT one, other, kind FROM pair_verdict WHERE id = ?1")?
        .query_row([verdict], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if let Some(kind) = Kind::of_table(&kind) {
        file.write("not-the-same", |tx| set_apart(tx, kind, one, other).map_err(FileError::from))?;
    }
    Ok(())
}

/// The joining that stands against a parting: its replica and group.
fn joining_of(conn: &Connection, verdict: Uuid) -> Result<Option<(Uuid, i64)>, FileError> {
    Ok(conn
        .prepare_cached(
            "SELECT r.uuid, l.grp FROM log l JOIN replica r ON r.n = l.rep
               JOIN grp g ON g.rep = l.rep AND g.grp = l.grp
             WHERE l.row = ?1 AND g.action = 'join' ORDER BY l.hlc DESC LIMIT 1",
        )?
        .query_row([verdict], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
