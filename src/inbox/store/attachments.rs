//! Files kept with a report, as they came.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::enter::{fingerprint, insert_attachment};
use crate::file::{FileError, Tx};
use crate::inbox::model::NewAttachment;
use crate::inbox::rows::FileRow;

/// A file kept with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Its row.
    pub id: Uuid,
    /// Name it came under.
    pub name: String,
    /// Bytes it came with.
    pub size: u64,
    /// The report itself was read from it.
    pub original: bool,
    /// Its bytes; `None` when they were erased or are damaged.
    pub bytes: Option<Vec<u8>>,
}

/// The files kept with a report without their bytes, what it was read from first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn file_rows(conn: &Connection, report: Uuid) -> rusqlite::Result<Vec<FileRow>> {
    conn.prepare_cached(
        "SELECT id, name, size, original, content IS NOT NULL FROM attachment WHERE report = ?1 AND deleted = 0
         ORDER BY original DESC, name, id",
    )?
    .query_map([report], |row| {
        let size = row.get::<_, i64>(2)?.unsigned_abs();
        Ok(FileRow { id: row.get(0)?, name: row.get(1)?, size, original: row.get(3)?, there: row.get(4)? })
    })?
    .collect()
}

/// Keeps a file with a report. The same file twice is kept once.
///
/// # Errors
/// [`FileError`] when SQLite refuses; the whole write is taken back then.
pub fn attach(tx: &Tx, report: Uuid, attachment: &NewAttachment) -> Result<bool, FileError> {
    let known: bool = tx
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM attachment WHERE report = ?1 AND sha256 = ?2 AND deleted = 0
             AND content IS NOT NULL)",
        )?
        .query_row(params![report, fingerprint(&attachment.bytes)], |row| row.get(0))?;
    if !known {
        insert_attachment(tx, report, attachment)?;
    }
    Ok(!known)
}

/// The files kept with a report, what it was read from first. Bytes are compared with the fingerprint they came with.
///
/// # Errors
/// Whatever SQLite answers.
pub fn kept_files(conn: &Connection, report: Uuid) -> rusqlite::Result<Vec<KeptFile>> {
    conn.prepare_cached(
        "SELECT name, size, original, sha256, content, id FROM attachment WHERE report = ?1 AND deleted = 0
         ORDER BY original DESC, name, id",
    )?
    .query_map([report], |row| {
        let size = row.get::<_, i64>(1)?.unsigned_abs();
        let (sha256, packed): (String, Option<Vec<u8>>) = (row.get(3)?, row.get(4)?);
        let bytes = packed.and_then(|packed| unpacked(&packed, size, &sha256));
        Ok(KeptFile { id: row.get(5)?, name: row.get(0)?, size, original: row.get(2)?, bytes })
    })?
    .collect()
}

/// No more is unpacked than the file was long.
fn unpacked(packed: &[u8], size: u64, sha256: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(size.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (fingerprint(&bytes) == sha256).then_some(bytes)
}
