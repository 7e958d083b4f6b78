//! Views of lists: names for filters, shipped or the office's own, in their order. A place is a list: `inbox`, `roster`, `training`.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::{FileError, Tx, shipped_id};
use crate::roster::model::{ROSTER_VIEWS, SavedView, ViewRecord};

/// The views of a list, in their order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn views(conn: &Connection, place: &str) -> rusqlite::Result<Vec<SavedView>> {
    conn.prepare_cached(
        "SELECT id, code, name, filter FROM saved_view WHERE place = ?1 AND deleted = 0 ORDER BY position, name, id",
    )?
    .query_map([place], |row| {
        Ok(SavedView { id: row.get(0)?, code: row.get(1)?, name: row.get(2)?, filter: row.get(3)? })
    })?
    .collect()
}

/// A view as its form shows it; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn view_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<ViewRecord>> {
    conn.prepare_cached("SELECT code, name, filter FROM saved_view WHERE id = ?1 AND deleted = 0")?
        .query_row([id], |row| {
            Ok(ViewRecord { id: Some(id), code: row.get(0)?, name: row.get(1)?, filter: row.get(2)? })
        })
        .optional()
}

/// Writes a view; a new one stands behind all others.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_view(tx: &Tx, place: &str, view: &ViewRecord) -> Result<Uuid, FileError> {
    let Some(id) = view.id else {
        let id = tx.new_id();
        tx.prepare_cached(
            "INSERT INTO saved_view (id, place, name, filter, position) VALUES (?1, ?4, ?2, ?3,
               (SELECT coalesce(max(position), 0) + 1 FROM saved_view WHERE place = ?4 AND deleted = 0))",
        )?
        .execute(params![id, view.name, view.filter, place])?;
        return Ok(id);
    };
    for (column, value) in [("name", &view.name), ("filter", &view.filter), ("code", &view.code)] {
        tx.prepare_cached(&format!("UPDATE saved_view SET {column} = ?2 WHERE id = ?1 AND {column} <> ?2"))?
            .execute(params![id, value])?;
    }
    Ok(id)
}

/// Takes a view off the bar.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remove_view(tx: &Tx, id: Uuid) -> rusqlite::Result<usize> {
    tx.prepare_cached("UPDATE saved_view SET deleted = 1 WHERE id = ?1 AND deleted = 0")?.execute([id])
}

/// Moves a view one place to the front or to the back of the bar.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_view(tx: &Tx, place: &str, id: Uuid, front: bool) -> rusqlite::Result<bool> {
    let mut order: Vec<Uuid> = views(tx, place)?.into_iter().map(|view| view.id).collect();
    let Some(at) = order.iter().position(|view| *view == id) else { return Ok(false) };
    let to = if front { at.checked_sub(1) } else { Some(at + 1) };
    let Some(to) = to.filter(|to| *to < order.len()) else { return Ok(false) };
    order.swap(at, to);
    let mut place =
        tx.prepare_cached("UPDATE saved_view SET position = ?2 WHERE id = ?1 AND position <> ?2")?;
    for (position, view) in order.iter().enumerate() {
        place.execute(params![view, position as i64])?;
    }
    Ok(true)
}

/// Inserts the views of the roster every file is born with. Their ids are the same in every file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn shipped(conn: &Connection) -> rusqlite::Result<()> {
    let mut view = conn.prepare(
        "INSERT INTO saved_view (id, place, code, name, filter, position) VALUES (?, 'roster', ?, ?, ?, ?)",
    )?;
    for (position, (code, name, filter)) in ROSTER_VIEWS.iter().enumerate() {
        let id = shipped_id("saved_view", &format!("roster:{code}"));
        view.execute(params![id, code, name, filter, position as i64])?;
    }
    Ok(())
}
