//! The office that keeps the file. Other offices' rows come with their files, so the file says which one is its own.

use rusqlite::{Connection, OptionalExtension, params};

use crate::file::{Tx, own};
use crate::roster::model::is_one_handler;

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
    /// Document profile; blank where it is to stay as it is.
    pub profile: String,
}

/// The office's name as papers print it; `None` when nobody gave one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office_name(conn: &Connection) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM office WHERE id = ?1 AND name <> ''")?
        .query_row([own::office(conn)?], |row| row.get(0))
        .optional()
}

/// Writes what is known of the office.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_office(tx: &Tx, office: &OfficeCard) -> rusqlite::Result<()> {
    let id = own::make_office(tx)?;
    tx.prepare_cached(
        "UPDATE office SET name = ?2, superior = ?3, place = ?4, prefix = ?5, document_code = ?6,
           demonstration = ?7, profile = coalesce(nullif(?8, ''), profile), deleted = 0 WHERE id = ?1",
    )?
    .execute(params![
        id,
        office.name,
        office.superior,
        office.place,
        office.prefix,
        office.document_code,
        office.demonstration,
        office.profile,
    ])?;
    Ok(())
}

/// What the file knows of the office.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office_card(conn: &Connection) -> rusqlite::Result<OfficeCard> {
    let card = conn
        .prepare_cached(
            "SELECT name, superior, place, prefix, document_code, demonstration, profile FROM office WHERE id = ?1",
        )?
        .query_row([own::office(conn)?], |row| {
            Ok(OfficeCard {
                name: row.get(0)?,
                superior: row.get(1)?,
                place: row.get(2)?,
                prefix: row.get(3)?,
                document_code: row.get(4)?,
                demonstration: row.get(5)?,
                profile: row.get(6)?,
            })
        })
        .optional()?;
    Ok(card.unwrap_or_default())
}

/// Makes a person one of those who work on the file, so that items can be given to them; nothing when they are already.
///
/// # Errors
/// Whatever SQLite answers.
pub fn know_handler(tx: &Tx, name: &str, mark: &str) -> rusqlite::Result<()> {
    if name.is_empty() {
        return Ok(());
    }
    let mut handlers = tx.prepare_cached("SELECT full_name, mark FROM handler WHERE deleted = 0")?;
    let handlers: Vec<(String, String)> =
        handlers.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let known = handlers.iter().any(|(full_name, known)| is_one_handler((full_name, known), (name, mark)));
    if !known {
        tx.prepare_cached("INSERT INTO handler (id, full_name, mark) VALUES (?1, ?2, ?3)")?
            .execute(params![tx.new_id(), name, mark])?;
    }
    Ok(())
}
