//! The office's file: one SQLite database with a change log.
//!
//! Everything that is written goes through [`OfficeFile::write`]; generated triggers log it. That log is the one mechanism
//! of history, undo and merge.

pub mod backup;
pub mod bundle;
pub mod check;
mod context;
pub mod decide;
pub mod decisions;
pub mod drafts;
pub mod elsewhere;
pub mod erase;
mod error;
mod field;
mod following;
#[cfg(test)]
mod histories;
pub mod history;
#[cfg(test)]
mod hostile;
pub mod info;
pub mod merge;
mod open;
pub mod own;
#[cfg(test)]
mod power_cuts;
pub mod publish;
mod reopen;
#[cfg(test)]
mod scenarios;
pub mod schema;
pub mod seal;
mod shipped;
mod stop;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod triggers;
mod trust;
pub mod undo;
mod upgrade;
pub mod value;
mod write;

use rusqlite::Connection;
use uuid::Uuid;

pub use context::Clock;
pub use error::FileError;
pub use following::{Following, OF_ITSELF, Source};
pub use open::{Notice, OfficeFile, open_reader, reading};
pub use stop::Stop;
pub use write::{Changed, Tx, Written};

/// Who writes: labels of the replica this run becomes at its first write. They come from the machine's settings.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// Name of the office.
    pub office: String,
    /// Name of the person.
    pub person: String,
    /// Name of the machine.
    pub machine: String,
}

/// What the rooms derive from the office tables. The file calls it inside the transaction of every write, undo,
/// merge and erasure, so that no caller can forget to re-index.
pub trait Rooms: Sync {
    /// Inserts the shipped rows (topics, outlines, views, phrases) with their fixed ids into a new file.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    fn shipped(&self, conn: &Connection) -> rusqlite::Result<()>;
    /// Brings derived rows up to date for the rows that changed.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    fn update(&self, conn: &Connection, changed: &Changed) -> rusqlite::Result<()>;
    /// Builds all derived rows anew.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    fn rebuild(&self, conn: &Connection) -> rusqlite::Result<()>;
    /// What follows of itself from what a person wrote or a merge brought; `changed` names it.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    fn following<'a>(
        &self,
        _conn: &'a Connection,
        _changed: &'a Changed,
        _source: Source,
    ) -> rusqlite::Result<Vec<Following<'a>>> {
        Ok(Vec::new())
    }
    /// Puts in order what many large writes left behind; nothing that is read changes.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    fn tidy(&self, _conn: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }
}

/// Id of a link row: a hash of both ends, so that the same link made in two copies is one row.
pub fn link_id(table: &str, ends: &[&[u8]]) -> Uuid {
    let mut name = table.as_bytes().to_vec();
    for end in ends {
        name.push(0);
        name.extend_from_slice(end);
    }
    Uuid::new_v5(&NAMESPACE, &name)
}

/// Id of a shipped row, the same in every file.
pub fn shipped_id(table: &str, code: &str) -> Uuid {
    link_id(table, &[b"shipped", code.as_bytes()])
}

/// Namespace of all ids that are hashes.
const NAMESPACE: Uuid = Uuid::from_u128(0x6475_6c75_616e_5375_8f00_0000_0000_0001);
