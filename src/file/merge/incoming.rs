//! The other file: a private copy, checked before a single value of it is used.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB, OpenFlags, OptionalExtension};
use uuid::Uuid;

use super::MergeError;
use super::held::Held;
use super::many::Watch;
use crate::file::error::FileError;
use crate::file::schema::VERSION;
use crate::file::seal::{self, Passphrase};
use crate::file::stop::Stop;
use crate::file::{backup, check, open, trust, upgrade};

/// A file in the folder for temporary files that its owner alone may read; it goes with the value.
pub(super) struct Private(PathBuf);

impl Private {
    pub fn new() -> Result<Self, FileError> {
        let path = std::env::temp_dir().join(format!("duluan-{}.part", Uuid::now_v7()));
        open::create_private(&path)?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        for beside in ["", "-journal", "-wal", "-shm"] {
            let mut name = self.0.clone().into_os_string();
            name.push(beside);
            // What cannot be removed lies in the folder for temporary files, readable by its owner only.
            let _ = fs::remove_file(name);
        }
    }
}

/// A checked private copy.
pub(super) enum Incoming {
    /// On the disk.
    Lying(Private),
    /// Of a closed file: in memory, so that nothing readable is left behind whatever happens.
    Opened(Box<Connection>),
}

/// Something when the other file is of this version and holds no record that is not here: then, what it does hold. It is read
/// where it lies, its structure first, and only the counts of its replicas: most merges of a round of copies bring nothing.
pub(super) fn holds_nothing_new(ours: &Connection, other: &Path) -> Result<Option<Held>, FileError> {
    match fs::metadata(other) {
        Ok(it) if it.is_file() => {}
        // A folder, or something that is no end to read from.
        Ok(_) => return Err(FileError::NotAnOffice),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(FileError::Missing(other.to_owned()));
        }
        Err(error) => return Err(error.into()),
    }
    if seal::is_sealed(other) {
        return Ok(None);
    }
    let theirs = source(other)?;
    theirs.execute_batch("BEGIN")?;
    match trust::version(&theirs) {
        Ok(VERSION) => {}
        // Cut off while it was written to: only a copy can be mended.
        Ok(_) | Err(FileError::ReadOnly) => return Ok(None),
        Err(error) => return Err(error),
    }
    trust::structure(&theirs)?;
    let mut here = ours.prepare("SELECT n, held, upto FROM replica WHERE uuid = ?1")?;
    let mut numbers = theirs.prepare("SELECT seq FROM log WHERE rep = ?1")?;
    let mut known = ours.prepare("SELECT 1 FROM log WHERE rep = ?1 AND seq = ?2")?;
    let mut replicas = theirs.prepare("SELECT n, uuid, held, upto FROM replica")?;
    let mut replicas = replicas.query([])?;
    while let Some(replica) = replicas.next()? {
        let (number, uuid): (i64, Uuid) = (replica.get(0)?, replica.get(1)?);
        let (held, upto): (i64, i64) = (replica.get(2)?, replica.get(3)?);
        let found = here.query_row([uuid], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let (our_number, our_held, our_upto): (i64, i64, i64) = found.unwrap_or_default();
        if held == upto && our_held == our_upto {
            if upto > our_upto {
                return Ok(None);
            }
            continue;
        }
        // Shipped rows, whose numbers are hashes, and replicas with gaps left by a merge taken back.
        let mut numbers = numbers.query([number])?;
        while let Some(record) = numbers.next()? {
            if found.is_none() || !known.exists([our_number, record.get(0)?])? {
                return Ok(None);
            }
        }
    }
    Ok(Some(Held::read(&theirs, "main")?))
}

/// The other file where it lies, for reading only.
fn source(other: &Path) -> Result<Connection, FileError> {
    trust::journal(other)?;
    let source = Connection::open_with_flags(other, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    trust::guard(&source)?;
    source.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(source)
}

impl Incoming {
    /// Copies and checks. An older file is upgraded in the copy; a newer one is refused. A closed one is opened in memory.
    pub fn take(
        other: &Path,
        passphrase: Option<&Passphrase>,
        watch: &mut Watch,
    ) -> Result<Self, MergeError> {
        let theirs = MergeError::Other;
        if seal::is_sealed(other) {
            return Self::opened(other, passphrase).map_err(theirs);
        }
        let private = Private::new().map_err(theirs)?;
        match copy(other, &private, watch) {
            // Cut off while it was written to: what lies beside it makes it whole again, but only where it may be written.
            Err(MergeError::Other(FileError::ReadOnly)) => copy_bytes(other, &private).map_err(theirs)?,
            done => done?,
        }
        open::connect(private.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)
            .and_then(|mut conn| check_shape(&mut conn))
            .map_err(theirs)?;
        Ok(Self::Lying(private))
    }

    fn opened(other: &Path, passphrase: Option<&Passphrase>) -> Result<Self, FileError> {
        let plain = seal::unseal(other, passphrase)?;
        let mut conn = open::in_memory()?;
        conn.deserialize_read_exact(MAIN_DB, plain.as_slice(), plain.len(), false)?;
        check_shape(&mut conn)?;
        Ok(Self::Opened(Box::new(conn)))
    }

    /// Pages, references, and that log and tables say the same: before a single value is used.
    pub fn check(&mut self, stop: Option<&Stop>) -> Result<(), FileError> {
        let path = match self {
            Self::Lying(private) => private.path(),
            Self::Opened(conn) => {
                return watched(conn, stop, |conn| backup::sound(conn).and_then(|()| says_one(conn)));
            }
        };
        let read = |check: fn(&Connection) -> Result<(), FileError>| {
            watched(&mut open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?, stop, check)
        };
        // Both read the whole file; together they take no longer than the longer one.
        std::thread::scope(|both| {
            let pages = both.spawn(|| read(backup::sound));
            let contents = read(says_one);
            // Broken pages are the reason for whatever else was found.
            pages.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)).and(contents)
        })
    }

    /// Makes its tables readable as `other`.
    pub fn attach(&mut self, conn: &mut Connection) -> Result<(), FileError> {
        match self {
            Self::Lying(private) => {
                conn.execute("ATTACH ?1 AS other", [private.path().to_string_lossy()])?;
                // A write begins in all attached files at once. Were the copy to be kept safe too, SQLite would write a
                // super-journal, without which what a power cut leaves of ours could not be taken back.
                conn.execute_batch("PRAGMA other.synchronous = OFF; PRAGMA other.journal_mode = MEMORY")?;
            }
            Self::Opened(opened) => {
                conn.execute_batch("ATTACH ':memory:' AS other")?;
                let plain = opened.serialize(MAIN_DB)?;
                // Not read-only, though nothing is written: a write begins in all attached files at once.
                conn.deserialize_read_exact(c"other", &plain[..], plain.len(), false)?;
            }
        }
        Ok(())
    }
}

/// SQLite copies it, not the file system: another program may be writing to it.
fn copy(other: &Path, private: &Private, watch: &mut Watch) -> Result<(), MergeError> {
    let theirs = |error: rusqlite::Error| MergeError::Other(error.into());
    let source = source(other).map_err(MergeError::Other)?;
    let mut copy =
        Connection::open_with_flags(private.path(), OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(theirs)?;
    // It goes when the merge is over; a copy that a power cut breaks is not missed.
    copy.execute_batch("PRAGMA synchronous = OFF").map_err(theirs)?;
    // A stick may be slow: how far it is shows, and it can be broken off.
    backup::copy_steps(&source, &mut copy, |done, all| watch.at(COPIED * done / all.max(1)))
        .map_err(MergeError::Other)?
}

/// The part of a merge that copying is.
pub(super) const COPIED: usize = 150;

/// The bytes of the file, and of the journal that takes back what was cut off.
fn copy_bytes(other: &Path, private: &Private) -> Result<(), FileError> {
    for beside in ["", "-journal", "-wal"] {
        let name = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(beside);
            PathBuf::from(name)
        };
        let from = name(other);
        if from.is_file() {
            let mut to =
                fs::OpenOptions::new().write(true).create(true).truncate(true).open(name(private.path()))?;
            std::io::copy(&mut fs::File::open(from)?, &mut to)?;
        }
    }
    Ok(())
}

/// Version and structure: enough to compare what is held on either side.
fn check_shape(conn: &mut Connection) -> Result<(), FileError> {
    let version = trust::version(conn)?;
    if version > VERSION {
        return Err(FileError::Newer(version));
    }
    if version < VERSION {
        upgrade::in_copy(conn, version)?;
    }
    trust::structure(conn)
}

/// Runs a check that is broken off when it is asked to.
fn watched(
    conn: &mut Connection,
    stop: Option<&Stop>,
    check: impl FnOnce(&Connection) -> Result<(), FileError>,
) -> Result<(), FileError> {
    Stop::watch(stop, conn)?;
    let checked = check(conn);
    Stop::leave(conn);
    checked
}

/// References hold, log and tables say the same, and every text is one.
fn says_one(conn: &Connection) -> Result<(), FileError> {
    let problems = check::log(conn)?.into_iter().chain(check::texts(conn)?);
    match problems.into_iter().next() {
        Some(problem) => Err(FileError::Damaged(problem.to_string())),
        None => Ok(()),
    }
}
