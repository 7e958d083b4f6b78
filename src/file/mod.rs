//! The office's file: one SQLite database with a change log.
//!
//! Everything that is written goes through [`OfficeFile::write`]; generated triggers log it.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use uuid::Uuid;

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
}

/// Which rows of which office tables one group of writes touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    tables: BTreeMap<&'static str, Vec<Uuid>>,
}

impl Changed {
    /// Ids of the rows touched in `table`, each once, in the order of their ids.
    pub fn rows(&self, table: &str) -> &[Uuid] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }
    /// True when nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }
}

/// What a write gave: the caller's value and the rows it touched.
#[derive(Debug)]
pub struct Written<T> {
    /// What the body returned.
    pub value: T,
    /// Rows touched.
    pub changed: Changed,
}

/// Why the file cannot be used or a write did not happen. Nothing is half done when one is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// SQLite's own error.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
    /// Reading or writing the file system.
    #[error("input or output: {0}")]
    Io(#[from] std::io::Error),
}

/// An open office file.
pub struct OfficeFile {
    conn: Connection,
    path: PathBuf,
    rooms: &'static dyn Rooms,
}

/// An open write: one group of the change log.
pub struct Tx<'a> {
    conn: &'a Transaction<'a>,
}

impl Deref for Tx<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl Tx<'_> {
    /// A fresh id for a new row (UUIDv7).
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
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

impl OfficeFile {
    /// Creates a new office file. Refuses to write over an existing one.
    ///
    /// # Errors
    /// [`FileError`] when the file exists or cannot be written.
    pub fn create(path: &Path, _who: Who, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        let conn = Connection::open(path)?;
        conn.execute_batch(include_str!("../../schema.sql"))?;
        rooms.shipped(&conn)?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            rooms,
        })
    }

    /// Opens an existing office file.
    ///
    /// # Errors
    /// [`FileError`] when it is no office file or cannot be read.
    pub fn open(path: &Path, _who: Who, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        Ok(Self {
            conn: Connection::open(path)?,
            path: path.to_owned(),
            rooms,
        })
    }

    /// The connection, for reading.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `body` as one user action: an immediate transaction and one group of the change log. `action` is the
    /// action's identifier; its words are the message `action-<identifier>`.
    ///
    /// # Errors
    /// What the body or SQLite answers; nothing was written then.
    pub fn write<T, E: From<FileError>>(
        &mut self,
        _action: &'static str,
        body: impl FnOnce(&Tx) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(FileError::from)?;
        let value = body(&Tx { conn: &tx })?;
        let changed = Changed::default();
        self.rooms.update(&tx, &changed).map_err(FileError::from)?;
        tx.commit().map_err(FileError::from)?;
        Ok(Written { value, changed })
    }
}
