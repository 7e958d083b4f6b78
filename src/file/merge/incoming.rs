//! The other file: a private copy, checked before a single value of it is used.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use uuid::Uuid;

use super::held::Held;
use crate::file::error::FileError;
use crate::file::schema::VERSION;
use crate::file::{Rooms, backup, check, open, trust, upgrade};

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
        for beside in ["", "-journal"] {
            let mut name = self.0.clone().into_os_string();
            name.push(beside);
            // What cannot be removed lies in the folder for temporary files, readable by its owner only.
            let _ = fs::remove_file(name);
        }
    }
}

/// A checked private copy.
pub(super) struct Incoming {
    private: Private,
}

/// Something when the other file is of this version and holds no record that is not here: then, what it does hold. It is read
/// where it lies, its structure first, and only the counts of its replicas: most merges of a round of copies bring nothing.
pub(super) fn holds_nothing_new(ours: &Connection, other: &Path) -> Result<Option<Held>, FileError> {
    if !other.exists() {
        return Err(FileError::Missing(other.to_owned()));
    }
    let theirs = source(other)?;
    theirs.execute_batch("BEGIN")?;
    if trust::version(&theirs)? != VERSION {
        return Ok(None);
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
    let source = Connection::open_with_flags(other, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    trust::guard(&source)?;
    source.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(source)
}

impl Incoming {
    /// Copies and checks. An older file is upgraded in the copy; a newer one is refused.
    pub fn take(other: &Path, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        let incoming = Self { private: Private::new()? };
        {
            // SQLite copies it, not the file system: another program may be writing to it.
            let source = source(other)?;
            let mut copy =
                Connection::open_with_flags(incoming.private.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            // It goes when the merge is over; a copy that a power cut breaks is not missed.
            copy.execute_batch("PRAGMA synchronous = OFF")?;
            backup::copy_pages(&source, &mut copy)?;
        }
        incoming.check_shape(rooms)?;
        Ok(incoming)
    }

    /// Version and structure: enough to compare what is held on either side.
    fn check_shape(&self, rooms: &'static dyn Rooms) -> Result<(), FileError> {
        let mut conn = open::connect(self.private.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let version = trust::version(&conn)?;
        if version > VERSION {
            return Err(FileError::Newer(version));
        }
        if version < VERSION {
            upgrade::in_copy(&mut conn, version, rooms)?;
        }
        trust::structure(&conn)
    }

    /// Pages, references, and that log and tables say the same: before a single value is used.
    pub fn check(&self) -> Result<(), FileError> {
        let conn = open::connect(self.private.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        backup::sound(&conn)?;
        match check::log(&conn)?.into_iter().next() {
            Some(problem) => Err(FileError::Damaged(problem.to_string())),
            None => Ok(()),
        }
    }

    /// Makes its tables readable as `other`.
    pub fn attach(&self, conn: &Connection) -> Result<(), FileError> {
        conn.execute("ATTACH ?1 AS other", [self.private.path().to_string_lossy()])?;
        Ok(())
    }
}
