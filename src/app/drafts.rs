//! Drafts of forms, for every room alike.

use crate::file::{FileError, OfficeFile, drafts};
use crate::screen::form::{DraftKey, DraftWrite};

/// Keeps a draft or forgets it; the answer is where.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn write(file: &mut OfficeFile, write: DraftWrite) -> Result<DraftKey, FileError> {
    match write {
        DraftWrite::Keep { key, at, body } => {
            drafts::keep(file, key.0, key.1, &at, &body)?;
            Ok(key)
        }
        DraftWrite::Drop(key) => {
            drafts::discard(file, key.0, key.1)?;
            Ok(key)
        }
    }
}
