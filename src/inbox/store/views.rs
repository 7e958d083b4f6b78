//! Views of the queue, in the order of the bar: see [`crate::roster::store::views`].

use rusqlite::Connection;
use uuid::Uuid;

use crate::file::{FileError, Tx};
use crate::inbox::records::ViewRecord;
use crate::inbox::rows::View;
use crate::roster;

pub use crate::roster::store::{remove_view, view_record};

const PLACE: &str = "inbox";

/// The views of the queue, in their order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn views(conn: &Connection) -> rusqlite::Result<Vec<View>> {
    roster::store::views(conn, PLACE)
}

/// Writes a view; a new one stands behind all others.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_view(tx: &Tx, view: &ViewRecord) -> Result<Uuid, FileError> {
    roster::store::save_view(tx, PLACE, view)
}

/// Moves a view one place to the front or to the back of the bar.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_view(tx: &Tx, id: Uuid, front: bool) -> rusqlite::Result<bool> {
    roster::store::move_view(tx, PLACE, id, front)
}
