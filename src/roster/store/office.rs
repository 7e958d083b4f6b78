//! The office that keeps the file: one row with a fixed id.

use rusqlite::{Connection, OptionalExtension, params};

use crate::file::{Tx, shipped_id};

/// What is known of the office itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeCard {
    /// The body's name as papers print it.
    pub name: String,
    /// The body above it, printed over the name.
    pub superior: String,
    /// Place name before the date of a paper.
    pub place: String,
    /// First part of arrival numbers.
    pub prefix: String,
    /// Body code in document numbers.
    pub document_code: String,
    /// It was invented by `duluan demo`; papers say so.
    pub demonstration: bool,
}

/// Inserts the office's row, blank: it ships with every file, so that naming the office is an edit like any other and two
/// files created apart can be merged.
///
/// # Errors
/// Whatever SQLite answers.
pub fn shipped(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT INTO office (id) VALUES (?1)", [shipped_id("office", "office")])?;
    Ok(())
}

/// The office's name as papers print it; `None` when nobody gave one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office_name(conn: &Connection) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM office WHERE id = ?1 AND name <> ''")?
        .query_row([shipped_id("office", "office")], |row| row.get(0))
        .optional()
}

/// Writes what is known of the office.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_office(tx: &Tx, office: &OfficeCard) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE office SET name = ?2, superior = ?3, place = ?4, prefix = ?5, document_code = ?6,
           demonstration = ?7, deleted = 0 WHERE id = ?1",
    )?
    .execute(params![
        shipped_id("office", "office"),
        office.name,
        office.superior,
        office.place,
        office.prefix,
        office.document_code,
        office.demonstration,
    ])?;
    Ok(())
}
