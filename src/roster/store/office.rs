//! The office that keeps the file: one row with a fixed id.

use rusqlite::params;

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

/// Writes what is known of the office; the row comes into being at the first time.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_office(tx: &Tx, office: &OfficeCard) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO office (id, name, superior, place, prefix, document_code, demonstration)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET name = ?2, superior = ?3, place = ?4, prefix = ?5, document_code = ?6,
           demonstration = ?7, deleted = 0",
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
