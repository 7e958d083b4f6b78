//! What can be wrong with the file.

use std::path::PathBuf;

/// Why the file cannot be used or a write did not happen. Nothing is half done when one is returned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// SQLite's own error that none of the others names.
    #[error("database: {0}")]
    Database(rusqlite::Error),
    /// Reading or writing the file system.
    #[error("input or output: {0}")]
    Io(#[from] std::io::Error),
    /// Another program holds the file; trying again later helps.
    #[error("the file is in use by another program")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// A file of that name exists already.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// No such file.
    #[error("there is no file {0}")]
    Missing(PathBuf),
    /// The file is no office file, or not even a database.
    #[error("this is no office file")]
    NotAnOffice,
    /// The file is broken; carries what SQLite or the check says.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The file's structure is not that of a known version; carries the name of the first object that differs.
    #[error("{0} is not part of an office file")]
    Foreign(String),
    /// The file was written by a newer program (carries its version) and can only be read.
    #[error("the file has version {0}, newer than this program's")]
    Newer(i64),
    /// The file can only be read here: it is write-protected or opened for reading.
    #[error("the file can only be read")]
    ReadOnly,
    /// There is no such row, or no such column in it; carries what was asked for.
    #[error("there is no {0}")]
    NoSuchRow(String),
    /// The file is closed with a passphrase, and none was given.
    #[error("the file is closed with a passphrase")]
    Sealed,
    /// A bundle that is closed with a passphrase was to be opened as an office's file: it can only be merged.
    #[error("the file is a bundle closed with a passphrase")]
    SealedBundle,
    /// The passphrase does not open the file.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// A value or a closed file is larger than this program works with.
    #[error("larger than this program works with")]
    TooLarge,
    /// A write was refused by a rule of the file, such as removing a row; carries SQLite's sentence.
    #[error("refused: {0}")]
    Refused(String),
}

impl FileError {
    /// What SQLite answers when it is broken off.
    pub(super) fn interrupted() -> Self {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT);
        Self::Database(rusqlite::Error::SqliteFailure(code, None))
    }

    /// True when somebody broke the work off; nothing was done then.
    pub fn is_interrupted(&self) -> bool {
        matches!(self, Self::Database(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted))
    }
}

impl From<rusqlite::Error> for FileError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let sentence = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::TooBig) => Self::TooLarge,
            Some(Code::NotADatabase) => Self::NotAnOffice,
            Some(Code::DatabaseCorrupt) => Self::Damaged(sentence),
            Some(Code::ConstraintViolation) => Self::Refused(sentence),
            _ => Self::Database(error),
        }
    }
}
