//! Creating and opening an office file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::context::{self, Clock, Numbers};
use super::error::FileError;
use super::schema::{APPLICATION_ID, SCHEMA, TRIGGERS, VERSION, statements};
use super::{Rooms, Who, seal, shipped, trust, upgrade};

/// How long a write waits for another program to let go of the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open office file.
pub struct OfficeFile {
    pub(super) conn: Connection,
    pub(super) path: PathBuf,
    pub(super) rooms: &'static dyn Rooms,
    pub(super) who: Who,
    pub(super) numbers: Arc<Numbers>,
    pub(super) clock: Clock,
    pub(super) run: super::write::Run,
    notice: Option<Notice>,
}

/// Something to tell the person about the file just opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// A newer program wrote the file (its version); here it can only be read.
    Newer(i64),
    /// The file is write-protected; it can only be read.
    ReadOnly,
    /// The file was brought up from this older version; the backup made before lies here.
    Upgraded {
        /// The version it had.
        from: i64,
        /// The backup.
        backup: PathBuf,
    },
}

impl OfficeFile {
    /// Creates a new office file with the shipped rows. Refuses to write over an existing one; leaves nothing behind
    /// when it fails.
    ///
    /// # Errors
    /// [`FileError::Exists`] when the file exists, others when it cannot be written.
    pub fn create(path: &Path, who: Who, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        create_private(path)?;
        let made = fresh(path, rooms).and_then(|()| Self::open(path, who, rooms));
        if made.is_err() {
            // The first error is the one worth telling.
            let _ = fs::remove_file(path);
        }
        made
    }

    /// Opens an existing office file. An older one is upgraded after a backup; a newer or write-protected one can only be
    /// read, which [`OfficeFile::notice`] says.
    ///
    /// # Errors
    /// [`FileError`] when it is no office file, was tampered with, or cannot be read.
    pub fn open(path: &Path, who: Who, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        let (conn, notice) = open_checked(path, rooms)?;
        let mut file = Self::of(conn, path, who, rooms, notice)?;
        file.finish_pending()?;
        Ok(file)
    }

    /// The file behind a checked connection.
    pub(super) fn of(
        conn: Connection,
        path: &Path,
        who: Who,
        rooms: &'static dyn Rooms,
        notice: Option<Notice>,
    ) -> Result<Self, FileError> {
        let numbers = Arc::new(Numbers::default());
        context::register(&conn, &numbers)?;
        Ok(Self {
            conn,
            path: path.to_owned(),
            rooms,
            who,
            numbers,
            clock: context::system_clock(),
            run: super::write::Run::default(),
            notice,
        })
    }

    /// What to tell the person about the file just opened.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// False when the file can only be read.
    pub fn is_writable(&self) -> bool {
        !matches!(self.notice, Some(Notice::Newer(_) | Notice::ReadOnly))
    }

    /// The connection, for reading. Writing through it is refused by the triggers.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Sets another clock than the machine's.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// Fills a file that is thrown away unless `work` gets to its end: nothing waits for the disk before, and everything is on
    /// it after.
    ///
    /// # Errors
    /// What `work` or SQLite answers.
    pub fn fill<T, E: From<FileError>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.conn
            .execute_batch(
                "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -64000",
            )
            .map_err(FileError::from)?;
        let filled = work(self).and_then(|value| {
            self.tidy()?;
            Ok(value)
        });
        self.conn
            .execute_batch(
                "PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE; PRAGMA cache_size = -8000",
            )
            .map_err(FileError::from)?;
        let value = filled?;
        let file = fs::OpenOptions::new().write(true).open(&self.path).map_err(FileError::from)?;
        file.sync_all().map_err(FileError::from)?;
        Ok(value)
    }

    fn tidy(&mut self) -> Result<(), FileError> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        self.rooms.tidy(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// Work on the file that was due when the power went: erased values still in free pages.
    pub(super) fn finish_pending(&mut self) -> Result<(), FileError> {
        if !self.is_writable() {
            return Ok(());
        }
        let due = self.conn.prepare("SELECT 1 FROM pending WHERE what = 'vacuum'")?.exists([])?;
        if due {
            self.conn.execute_batch("VACUUM")?;
            self.conn.execute("DELETE FROM pending WHERE what = 'vacuum'", [])?;
        }
        Ok(())
    }
}

/// Runs a read of several statements as one: it sees one state of the file, and the file is locked and looked at for changes
/// once instead of for every statement (a page of a list is hundreds of them).
///
/// # Errors
/// What `read` or SQLite answers.
pub fn reading<T, E: From<rusqlite::Error>>(
    conn: &Connection,
    read: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    conn.execute_batch("BEGIN")?;
    let answer = read(conn);
    // An interrupt that comes just now must not leave the file locked: the next statement begins without it.
    while !conn.is_autocommit() {
        match conn.execute_batch("ROLLBACK") {
            Err(error) if error.sqlite_error_code() != Some(rusqlite::ErrorCode::OperationInterrupted) => {
                return Err(error.into());
            }
            _ => {}
        }
    }
    answer
}

/// A checked connection for reading only, for the reader thread. The file was opened (and upgraded, and a crash's journal
/// rolled back) by [`OfficeFile::open`] before.
///
/// # Errors
/// As [`OfficeFile::open`].
pub fn open_reader(path: &Path) -> Result<Connection, FileError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match trust::version(&conn)? {
        VERSION => trust::structure(&conn)?,
        newer if newer > VERSION => trust::readable(&conn)?,
        _ => return Err(FileError::NotAnOffice),
    }
    Ok(conn)
}

fn open_checked(path: &Path, rooms: &'static dyn Rooms) -> Result<(Connection, Option<Notice>), FileError> {
    if !path.exists() {
        return Err(FileError::Missing(path.to_owned()));
    }
    let mut conn =
        connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(|error| said_well(error, path))?;
    let version = trust::version(&conn).map_err(|error| said_well(error, path))?;
    if version > VERSION {
        drop(conn);
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        trust::readable(&conn)?;
        return Ok((conn, Some(Notice::Newer(version))));
    }
    let mut notice = None;
    if version < VERSION {
        let backup = upgrade::run(&mut conn, path, version, rooms)?;
        notice = Some(Notice::Upgraded { from: version, backup });
    }
    trust::structure(&conn)?;
    if conn.is_readonly("main")? {
        notice = Some(Notice::ReadOnly);
    }
    Ok((conn, notice))
}

/// A closed bundle is no office's file, but the person who tries to open one is told what it is.
fn said_well(error: FileError, path: &Path) -> FileError {
    match error {
        FileError::NotAnOffice if seal::is_sealed(path) => FileError::SealedBundle,
        error => error,
    }
}

/// Opens a connection with the settings every connection has. Nothing of the file has run yet.
pub(super) fn connect(path: &Path, mode: OpenFlags) -> Result<Connection, FileError> {
    trust::journal(path)?;
    let conn = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_up(&conn)?;
    if mode.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) && !conn.is_readonly("main")? {
        conn.pragma_update(None, "journal_mode", "DELETE")?;
    }
    Ok(conn)
}

/// A database in memory, with the settings every connection has.
pub(super) fn in_memory() -> Result<Connection, FileError> {
    let conn = Connection::open_in_memory()?;
    set_up(&conn)?;
    Ok(conn)
}

fn set_up(conn: &Connection) -> Result<(), FileError> {
    trust::guard(conn)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(256);
    // Without it SQLite plans a kept statement anew whenever another value is bound to it, which took a third of the time
    // of a large import and of every page of a list.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A hand-made file may claim settings of its own; these are ours. DELETE journal: a copy made in a file manager while
    // the program idles is complete (with WAL it was not once).
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL; \
         PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -1600;",
    )?;
    Ok(())
}

/// Memory for pages of a connection that writes, as SQLite's `cache_size` has it.
const ROOM_TO_WRITE: i64 = -8000;

/// Gives a connection that is about to write the room to keep the pages of a large write in memory. A program that only looks
/// has two connections and needs no more than the pages of a few screens.
pub(super) fn make_room(conn: &Connection) -> rusqlite::Result<()> {
    let room: i64 = conn.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    // Negative numbers are KiB.
    if room > ROOM_TO_WRITE { conn.pragma_update(None, "cache_size", ROOM_TO_WRITE) } else { Ok(()) }
}

/// Creates an empty file that only its owner may read. Refuses an existing one.
pub(super) fn create_private(path: &Path) -> Result<(), FileError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(FileError::Exists(path.to_owned()))
        }
        Err(error) => Err(error.into()),
    }
}

fn fresh(path: &Path, rooms: &'static dyn Rooms) -> Result<(), FileError> {
    fresh_in(&mut connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?, rooms)
}

/// Tables, shipped rows and triggers in an empty database.
pub(super) fn fresh_in(conn: &mut Connection, rooms: &'static dyn Rooms) -> Result<(), FileError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    lay_out_tables(&tx)?;
    shipped::insert(&tx, rooms)?;
    lay_out_triggers(&tx)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.commit()?;
    Ok(())
}

/// Tables and triggers of the current version in an empty database.
pub(super) fn lay_out(conn: &Connection) -> rusqlite::Result<()> {
    lay_out_tables(conn)?;
    lay_out_triggers(conn)
}

/// The tables alone.
pub(super) fn lay_out_tables(conn: &Connection) -> rusqlite::Result<()> {
    statements(SCHEMA).iter().try_for_each(|sql| conn.execute_batch(sql))
}

/// Tables and indexes that an older file lacks.
pub(super) fn lay_out_missing(conn: &Connection) -> rusqlite::Result<()> {
    let mut known = conn.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1")?;
    for sql in statements(SCHEMA) {
        // CREATE TABLE name (, CREATE INDEX name ON, CREATE VIRTUAL TABLE name USING.
        let name =
            sql.split(' ').find(|word| !matches!(*word, "CREATE" | "VIRTUAL" | "UNIQUE" | "TABLE" | "INDEX"));
        if !known.exists([name])? {
            conn.execute_batch(&sql)?;
        }
    }
    Ok(())
}

/// The generated triggers.
pub(super) fn lay_out_triggers(conn: &Connection) -> rusqlite::Result<()> {
    statements(TRIGGERS).iter().try_for_each(|sql| conn.execute_batch(sql))
}
