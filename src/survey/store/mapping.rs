//! What columns of a kind of file held last time, and which units its names mean.

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use crate::file::Tx;
use crate::roster::store::{mappings, remember_mapping, unit_index};
use crate::survey::model::Counted;

/// What its mappings are kept under.
const TARGET: &str = "survey";

/// Lets the columns hold what they held last time; true when that is another than was recognised.
///
/// # Errors
/// Whatever SQLite answers.
pub fn recall(conn: &Connection, counted: &mut Counted) -> rusqlite::Result<bool> {
    let known = mappings(conn, TARGET)?.remove(&counted.fingerprint());
    // What another version wrote and is not understood here is forgotten.
    let mapping: Option<Vec<String>> = known.and_then(|json| serde_json::from_str(&json).ok());
    Ok(mapping.is_some_and(|mapping| counted.recall(&mapping)))
}

/// Remembers what the columns hold.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remember(tx: &Tx, fingerprint: &str, mapping: &[String]) -> rusqlite::Result<()> {
    remember_mapping(tx, TARGET, fingerprint, &serde_json::json!(mapping).to_string())
}

/// The units that names in the file mean.
///
/// # Errors
/// Whatever SQLite answers.
pub fn units_named(conn: &Connection, counted: &Counted) -> rusqlite::Result<HashMap<String, Uuid>> {
    let index = unit_index(conn)?;
    let named = counted.unit_names().filter_map(|name| Some((name.to_owned(), index.find(name)?)));
    Ok(named.collect())
}
