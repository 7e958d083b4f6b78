//! Which rows are the file's own: files of several offices come together in one, and each stays its office's.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::Tx;

/// The row of the office that keeps this file; `None` while nobody named it. Another office's row is never taken for it,
/// though it be the only one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office(conn: &Connection) -> rusqlite::Result<Option<Uuid>> {
    conn.prepare_cached(
        "SELECT o.id FROM own_row w JOIN office o ON o.id = w.row WHERE w.what = 'office' AND o.deleted = 0",
    )?
    .query_row([], |row| row.get(0))
    .optional()
}

/// The row to write what is known of the office into; made where there is none.
///
/// # Errors
/// Whatever SQLite answers.
pub fn make_office(tx: &Tx) -> rusqlite::Result<Uuid> {
    // A row that undoing took away is written again.
    let named: Option<Uuid> =
        tx.query_row("SELECT row FROM own_row WHERE what = 'office'", [], |row| row.get(0)).optional()?;
    let there = tx.prepare("SELECT 1 FROM office WHERE id = ?1")?.exists([named])?;
    let id = named.filter(|_| there).unwrap_or_else(|| tx.new_id());
    if !there {
        tx.execute("INSERT INTO office(id) VALUES (?1)", [id])?;
    }
    tx.execute(
        "INSERT INTO own_row(what, row) VALUES ('office', ?1) ON CONFLICT (what) DO UPDATE SET row = excluded.row",
        [id],
    )?;
    Ok(id)
}

/// From now on the file is another office's: a row of its own, so that the office it came from keeps its name in every copy.
///
/// # Errors
/// Whatever SQLite answers.
pub fn hand_to_another(tx: &Tx) -> rusqlite::Result<Uuid> {
    // Who worked on it without a word about the office worked for the one before.
    if let Some(before) = office(tx)? {
        tx.execute("UPDATE handler SET office = ?1 WHERE office IS NULL", [before])?;
    }
    tx.execute("DELETE FROM own_row WHERE what = 'office'", [])?;
    make_office(tx)
}

/// The other offices whose files came in here, by name.
///
/// # Errors
/// Whatever SQLite answers.
pub fn others(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String)>> {
    let own = office(conn)?;
    conn.prepare(
        "SELECT id, name FROM office WHERE deleted = 0 AND name <> '' AND id IS NOT ?1 ORDER BY name, id",
    )?
    .query_map([own], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
