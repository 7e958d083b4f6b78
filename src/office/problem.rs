//! A problem with the office's file in the user's words: what happened, what was kept, what to do.

use std::path::Path;

use crate::file::FileError;
use crate::words::Words;

/// The sentence for a problem with the file at `path`.
pub fn describe(words: &Words, path: &Path, error: &FileError) -> String {
    let path = path.display().to_string();
    match error {
        FileError::Database(error) => words.file_database(path, error.to_string()),
        FileError::Io(error) => words.file_io(path, error.to_string()),
        FileError::Busy => words.file_busy(path),
        FileError::Full => words.file_full(path),
        FileError::Exists(exists) => words.file_exists(exists.display().to_string()),
        FileError::Missing(missing) => words.file_missing(missing.display().to_string()),
        FileError::NotAnOffice => words.file_not_an_office(path),
        FileError::Damaged(reason) => words.file_damaged(path, reason),
        FileError::Foreign(object) => words.file_foreign(object, path),
        FileError::Newer(version) => words.file_newer(path, *version),
        FileError::ReadOnly => words.file_read_only(path),
        FileError::NoSuchRow(what) => words.file_no_such_row(path, what),
        FileError::Sealed => words.file_sealed(path),
        FileError::SealedBundle => words.file_sealed_bundle(path),
        FileError::WrongPassphrase => words.file_wrong_passphrase(path),
        FileError::TooLarge => words.file_too_large(path),
        FileError::Refused(reason) => words.file_refused(path, reason),
    }
}
