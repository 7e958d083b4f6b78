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
    }
}
