//! Why a synthesis was not written to a file, and how that is told.

use std::path::PathBuf;

use crate::exchange::paper::{PaperError, ProfileError};
use crate::words::Words;

/// Why a synthesis was not written to a file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The file's ending names no format: .docx, .md and .txt are known.
    #[error("unknown format: {0}")]
    UnknownFormat(PathBuf),
    /// There is no text to print.
    #[error("nothing to print")]
    Empty,
    /// The paper could not be printed.
    #[error("paper: {0}")]
    Paper(#[from] PaperError),
    /// The layout is broken.
    #[error("profile: {0}")]
    Profile(#[from] ProfileError),
    /// The file could not be written.
    #[error("{path}: {error}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system answers.
        error: std::io::Error,
    },
}

/// Why a synthesis was not written, in words.
pub fn explain(words: &Words, error: &ExportError) -> String {
    match error {
        ExportError::UnknownFormat(path) => words.summary_bad_format(path.display().to_string()),
        ExportError::Empty => words.summary_nothing_to_print().to_owned(),
        ExportError::Paper(PaperError::Placeholders(left)) => words.summary_placeholders(left.join(", ")),
        ExportError::Write { path, error } => {
            words.summary_not_written(path.display().to_string(), error.to_string())
        }
        other => words.summary_not_printed(other.to_string()),
    }
}
