//! Streams of an item that a person points out, changes or takes away in its text.

use rusqlite::params;
use uuid::Uuid;

use super::enter::insert_stream;
use crate::file::{FileError, Tx};
use crate::inbox::model::{NewStream, Tendency};

/// Adds streams behind those the item has.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn add_streams(tx: &Tx, item: Uuid, streams: &[NewStream]) -> Result<(), FileError> {
    let last: i64 = tx
        .prepare_cached("SELECT coalesce(max(position), -1) FROM stream WHERE item = ?1 AND deleted = 0")?
        .query_row([item], |row| row.get(0))?;
    let first = usize::try_from(last + 1).unwrap_or(0);
    for (at, stream) in streams.iter().enumerate() {
        insert_stream(tx, item, first + at, stream)?;
    }
    Ok(())
}

/// Takes streams away.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn remove_streams(tx: &Tx, streams: &[Uuid]) -> Result<(), FileError> {
    let mut remove = tx.prepare_cached("UPDATE stream SET deleted = 1 WHERE id = ?1 AND deleted = 0")?;
    for stream in streams {
        remove.execute([stream])?;
    }
    Ok(())
}

/// Sets the tendency of streams. The reporter's own word no longer stands for it.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn set_tendency(tx: &Tx, streams: &[Uuid], tendency: Tendency) -> Result<(), FileError> {
    let mut set = tx.prepare_cached(
        "UPDATE stream SET tendency = ?2, tendency_word = '' WHERE id = ?1 AND tendency <> ?2 AND deleted = 0",
    )?;
    for stream in streams {
        set.execute(params![stream, tendency.id()])?;
    }
    Ok(())
}
