//! How the columns of a list were mapped last time, by its header. Of this copy only.

use std::collections::HashMap;

use chrono::Local;
use rusqlite::{Connection, params};

/// Remembered mappings of one target (roster, attendees) as JSON, by the header's fingerprint.
///
/// # Errors
/// Whatever SQLite answers.
pub fn mappings(conn: &Connection, target: &str) -> rusqlite::Result<HashMap<String, String>> {
    conn.prepare_cached("SELECT fingerprint, mapping FROM column_mapping WHERE target = ?1")?
        .query_map([target], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Remembers the mapping of a header.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remember_mapping(
    conn: &Connection,
    target: &str,
    fingerprint: &str,
    mapping: &str,
) -> rusqlite::Result<()> {
    let now = Local::now().naive_local().format("%Y-%m-%dT%H:%M:%S").to_string();
    conn.prepare_cached(
        "INSERT INTO column_mapping (fingerprint, target, mapping, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (fingerprint) DO UPDATE SET target = excluded.target, mapping = excluded.mapping, at = excluded.at",
    )?
    .execute(params![fingerprint, target, mapping, now])?;
    Ok(())
}
