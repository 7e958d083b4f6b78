//! The sentences drafts are written with.

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::{FileError, OfficeFile};
use crate::inbox::model::Band;
use crate::summary::gather::{Fits, Phrase, Phrases};

/// The sentences drafts are written with.
///
/// # Errors
/// Whatever SQLite answers.
pub fn phrases(conn: &Connection) -> rusqlite::Result<Phrases> {
    Ok(Phrases(phrase_rows(conn)?.into_iter().map(|(_, phrase)| phrase).collect()))
}

/// The same with the ids of their rows.
///
/// # Errors
/// Whatever SQLite answers.
pub fn phrase_rows(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, Phrase)>> {
    conn.prepare_cached(
        "SELECT id, band, tendency, group_name, body FROM phrase WHERE kind = 'stream_sentence' AND deleted = 0
         ORDER BY position, id",
    )?
    .query_map([], |row| {
        let band = row.get_ref(1)?.as_str()?;
        let phrase = Phrase {
            band: (!band.is_empty()).then(|| Band::from_id(band)),
            fits: Fits::from_id(row.get_ref(2)?.as_str()?),
            group: row.get(3)?,
            body: row.get(4)?,
        };
        Ok((row.get(0)?, phrase))
    })?
    .collect()
}

/// Adds a sentence behind the others; gives its id. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn add_phrase(file: &mut OfficeFile, phrase: &Phrase) -> Result<Uuid, FileError> {
    let written = file.write("add-phrase", |tx| -> Result<Uuid, FileError> {
        let id = tx.new_id();
        tx.execute(
            "INSERT INTO phrase (id, kind, band, tendency, group_name, body, position)
             VALUES (?1, 'stream_sentence', ?2, ?3, ?4, ?5,
               (SELECT coalesce(max(position), 0) + 1 FROM phrase WHERE kind = 'stream_sentence'))",
            params![id, band(phrase), phrase.fits.id(), phrase.group, phrase.body],
        )?;
        Ok(id)
    })?;
    Ok(written.value)
}

/// Changes a sentence. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn save_phrase(file: &mut OfficeFile, id: Uuid, phrase: &Phrase) -> Result<(), FileError> {
    file.write("edit-phrase", |tx| -> Result<(), FileError> {
        tx.execute(
            "UPDATE phrase SET band = ?2, tendency = ?3, group_name = ?4, body = ?5 WHERE id = ?1",
            params![id, band(phrase), phrase.fits.id(), phrase.group, phrase.body],
        )?;
        Ok(())
    })?;
    Ok(())
}

/// Takes a sentence off. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn remove_phrase(file: &mut OfficeFile, id: Uuid) -> Result<(), FileError> {
    file.write("remove-phrase", |tx| -> Result<(), FileError> {
        tx.execute("UPDATE phrase SET deleted = 1 WHERE id = ?1", [id])?;
        Ok(())
    })?;
    Ok(())
}

fn band(phrase: &Phrase) -> &'static str {
    phrase.band.map_or("", Band::id)
}
