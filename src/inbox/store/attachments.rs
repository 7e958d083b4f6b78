//! Files kept with a report, as they came.

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use rusqlite::Connection;
use uuid::Uuid;

/// A file kept with a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Name it came under.
    pub name: String,
    /// Bytes it came with.
    pub size: u64,
    /// The report itself was read from it.
    pub original: bool,
    /// Its bytes; `None` when they were erased or are damaged.
    pub bytes: Option<Vec<u8>>,
}

/// The files kept with a report, what it was read from first. Bytes are compared with the fingerprint they came with.
///
/// # Errors
/// Whatever SQLite answers.
pub fn kept_files(conn: &Connection, report: Uuid) -> rusqlite::Result<Vec<KeptFile>> {
    conn.prepare_cached(
        "SELECT name, size, original, sha256, content FROM attachment WHERE report = ?1 AND deleted = 0
         ORDER BY original DESC, name, id",
    )?
    .query_map([report], |row| {
        let size = row.get::<_, i64>(1)?.unsigned_abs();
        let (sha256, packed): (String, Option<Vec<u8>>) = (row.get(3)?, row.get(4)?);
        let bytes = packed.and_then(|packed| unpacked(&packed, size, &sha256));
        Ok(KeptFile { name: row.get(0)?, size, original: row.get(2)?, bytes })
    })?
    .collect()
}

/// No more is unpacked than the file was long.
fn unpacked(packed: &[u8], size: u64, sha256: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    ZlibDecoder::new(packed).take(size.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (super::enter::fingerprint(&bytes) == sha256).then_some(bytes)
}
