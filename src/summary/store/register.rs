//! The register of numbers: those of syntheses and of classes as they stand there, and those of papers written elsewhere.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::{FileError, OfficeFile};
use crate::roster::store::office_card;
use crate::summary::register::{Entry, NewNumber, Origin, Running, read};

/// Every number of the file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn register(conn: &Connection) -> rusqlite::Result<Vec<Entry>> {
    let body = super::office(conn)?.document_code;
    let mut entries = Vec::new();
    for (origin, kind, sql) in [
        (
            Origin::Synthesis,
            "BC",
            "SELECT id, document_number, document_date, title FROM synthesis WHERE deleted = 0 AND document_number <> ''",
        ),
        (
            Origin::Class,
            "",
            // A plan of two bodies is a joint one.
            "SELECT id, iif(instr(document_number, '-') + instr(document_number, '/') > 0, document_number, document_number
               || iif((SELECT count(*) FROM class_host WHERE class = c.id AND deleted = 0 AND trim(name) <> '') > 1, '-KHLT', '-KH')),
               document_date, title
             FROM class c WHERE deleted = 0 AND document_number <> ''",
        ),
        (
            Origin::Other,
            "",
            "SELECT id, number || '-' || type || '/' || body_code, on_date, title FROM document_number WHERE deleted = 0",
        ),
    ] {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let written: Option<String> = row.get(1)?;
            // What bears no number, such as a letter's sign, is of no register.
            let Some((number, kind, body)) = read(&written.unwrap_or_default(), kind, &body) else {
                continue;
            };
            let (id, on, title) = (row.get(0)?, row.get(2)?, row.get(3)?);
            entries.push(Entry { id, origin, number, kind, body, on, title });
        }
    }
    Ok(entries)
}

/// How numbers run in this file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn running(conn: &Connection, today: NaiveDate) -> rusqlite::Result<Running> {
    let office = office_card(conn)?;
    Ok(Running { today, body: office.document_code, term_from: office.term_from })
}

/// Enters a number. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn add_number(file: &mut OfficeFile, new: &NewNumber) -> Result<(), FileError> {
    file.write("number-add", |tx| -> Result<(), FileError> {
        tx.execute(
            "INSERT INTO document_number (id, body_code, type, number, on_date, title) VALUES (?, ?, ?, ?, ?, ?)",
            params![tx.new_id(), new.body, new.kind, new.number, new.on, new.title],
        )?;
        Ok(())
    })?;
    Ok(())
}

/// Takes a number off the register; undo brings it back.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn remove_number(file: &mut OfficeFile, id: Uuid) -> Result<(), FileError> {
    file.write("number-delete", |tx| -> Result<(), FileError> {
        tx.execute("UPDATE document_number SET deleted = 1 WHERE id = ?1", [id])?;
        Ok(())
    })?;
    Ok(())
}
