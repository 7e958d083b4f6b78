//! The office that keeps the file. Other offices' rows come with their files, so the file says which one is its own.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::exchange::paper::OfficeHead;
use crate::file::{Tx, link_id, own};
use crate::roster::model::{RETENTION_YEARS, is_one_handler, retention};

/// What is known of the office itself.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Years a collaborator's personal data is kept after the term.
    pub retention_years: u32,
    /// Day from which the numbers of the Party's papers run on: the one after the congress closed.
    pub term_from: Option<NaiveDate>,
}

impl Default for OfficeCard {
    fn default() -> Self {
        Self {
            name: String::new(),
            superior: String::new(),
            place: String::new(),
            prefix: String::new(),
            document_code: String::new(),
            demonstration: false,
            profile: String::new(),
            retention_years: RETENTION_YEARS,
            term_from: None,
        }
    }
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
           demonstration = ?7, profile = coalesce(nullif(?8, ''), profile), retention_years = ?9, term_from = ?10,
           deleted = 0 WHERE id = ?1",
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
        office.retention_years,
        office.term_from,
    ])?;
    Ok(())
}

/// Years a collaborator's personal data is kept after the term.
///
/// # Errors
/// Whatever SQLite answers.
pub fn retention_years(conn: &Connection) -> rusqlite::Result<u32> {
    let years = conn
        .prepare_cached("SELECT retention_years FROM office WHERE id = ?1")?
        .query_row([own::office(conn)?], |row| row.get(0))
        .optional()?;
    Ok(years.map_or(RETENTION_YEARS, retention))
}

/// What the file knows of the office.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office_card(conn: &Connection) -> rusqlite::Result<OfficeCard> {
    let card = conn
        .prepare_cached(
            "SELECT name, superior, place, prefix, document_code, demonstration, profile, retention_years, term_from
             FROM office WHERE id = ?1",
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
                retention_years: retention(row.get(7)?),
                term_from: row.get(8)?,
            })
        })
        .optional()?;
    Ok(card.unwrap_or_default())
}

/// The office as its papers name it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn office_head(conn: &Connection) -> rusqlite::Result<OfficeHead> {
    let head = conn
        .prepare_cached(
            "SELECT name, superior, place, document_code, profile, demonstration FROM office WHERE id = ?1",
        )?
        .query_row([own::office(conn)?], |row| {
            Ok(OfficeHead {
                name: row.get(0)?,
                superior: row.get(1)?,
                place: row.get(2)?,
                document_code: row.get(3)?,
                profile: row.get(4)?,
                demonstration: row.get(5)?,
            })
        })
        .optional()?;
    Ok(head.unwrap_or_default())
}

/// Makes a person one of those who work on the file, so that items can be given to them; nothing when they are already.
///
/// # Errors
/// Whatever SQLite answers.
pub fn know_handler(tx: &Tx, name: &str, mark: &str) -> rusqlite::Result<()> {
    handler_named(tx, name, mark).map(drop)
}

/// The colleague of this office who bears a name, entered when the file does not know them; `None` without a name.
///
/// # Errors
/// Whatever SQLite answers.
pub fn handler_named(tx: &Tx, name: &str, mark: &str) -> rusqlite::Result<Option<Uuid>> {
    let (name, mark) = (name.trim(), mark.trim());
    if name.is_empty() {
        return Ok(None);
    }
    let office = own::office(tx)?;
    let known: Vec<(Uuid, String, String)> = tx
        .prepare_cached(
            "SELECT id, full_name, mark FROM handler WHERE deleted = 0 AND (office IS NULL OR office IS ?1) ORDER BY id",
        )?
        .query_map([office], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    if let Some((id, ..)) =
        known.into_iter().find(|(_, known, has)| is_one_handler((known, has), (name, mark)))
    {
        return Ok(Some(id));
    }
    // Two copies that come to know one colleague enter one row.
    let office_id = office.unwrap_or_default();
    let ends = [office_id.as_bytes().as_slice(), name.as_bytes(), mark.as_bytes()];
    let mut id = link_id("handler", &ends);
    if tx.prepare_cached("SELECT 1 FROM handler WHERE id = ?1")?.exists([id])? {
        // Somebody who bears another name now, or was taken away.
        id = tx.new_id();
    }
    tx.prepare_cached("INSERT INTO handler (id, full_name, mark, office) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, name, mark, office])?;
    Ok(Some(id))
}
