//! The other file: a private copy, checked before a single value of it is used.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::file::error::FileError;
use crate::file::schema::VERSION;
use crate::file::{Rooms, backup, check, open, trust, upgrade};

/// A checked private copy; it goes with the value.
pub(super) struct Incoming {
    path: PathBuf,
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // A copy that cannot be removed lies in the folder for temporary files, readable by its owner only.
        let _ = fs::remove_file(&self.path);
    }
}

impl Incoming {
    /// Copies and checks. An older file is upgraded in the copy; a newer one is refused.
    pub fn take(other: &Path, rooms: &'static dyn Rooms) -> Result<Self, FileError> {
        if !other.exists() {
            return Err(FileError::Missing(other.to_owned()));
        }
        let path = std::env::temp_dir().join(format!("duluan-{}.part", Uuid::now_v7()));
        open::create_private(&path)?;
        let incoming = Self { path };
        {
            // SQLite copies it, not the file system: another program may be writing to it.
            let source = Connection::open_with_flags(other, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            trust::guard(&source)?;
            source.busy_timeout(std::time::Duration::from_secs(5))?;
            let mut copy = Connection::open_with_flags(&incoming.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            backup::copy_pages(&source, &mut copy)?;
        }
        incoming.check_shape(rooms)?;
        Ok(incoming)
    }

    /// Version and structure: enough to compare what is held on either side.
    fn check_shape(&self, rooms: &'static dyn Rooms) -> Result<(), FileError> {
        let mut conn = open::connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
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
        let conn = open::connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        backup::sound(&conn)?;
        match check::log(&conn)?.into_iter().next() {
            Some(problem) => Err(FileError::Damaged(problem.to_string())),
            None => Ok(()),
        }
    }

    /// Makes its tables readable as `other`.
    pub fn attach(&self, conn: &Connection) -> Result<(), FileError> {
        conn.execute("ATTACH ?1 AS other", [self.path.to_string_lossy()])?;
        Ok(())
    }
}
