//! Text of forms and editors that was not saved yet: of this copy only, never logged, never merged.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::{FileError, OfficeFile, Tx};

/// Keeps what stands in a form. `row`: the record that is edited; `Uuid::nil()` for a new one.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn keep(file: &mut OfficeFile, place: &str, row: Uuid, at: &str, body: &str) -> Result<(), FileError> {
    file.write("keep-draft", |tx| -> Result<(), FileError> {
        tx.prepare_cached(
            "INSERT INTO draft (place, row, at, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (place, row) DO UPDATE SET at = excluded.at, body = excluded.body",
        )?
        .execute(params![place, row, at, body])?;
        Ok(())
    })?;
    Ok(())
}

/// The draft of a form, if there is one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn read(conn: &Connection, place: &str, row: Uuid) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT body FROM draft WHERE place = ?1 AND row = ?2")?
        .query_row(params![place, row], |row| row.get(0))
        .optional()
}

/// Forgets the draft of a form, in the write that saves its record.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn forget(tx: &Tx, place: &str, row: Uuid) -> Result<(), FileError> {
    tx.prepare_cached("DELETE FROM draft WHERE place = ?1 AND row = ?2")?.execute(params![place, row])?;
    Ok(())
}

/// Forgets the draft of a form whose record is not saved: a write of its own.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn discard(file: &mut OfficeFile, place: &str, row: Uuid) -> Result<(), FileError> {
    file.write("drop-draft", |tx| forget(tx, place, row))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn a_draft_stays_until_it_is_forgotten_and_is_no_change_of_the_office() {
        let (_folder, mut file) = testing::new_file();
        let groups = |file: &OfficeFile| -> i64 {
            file.connection().query_row("SELECT count(*) FROM log", [], |row| row.get(0)).unwrap()
        };
        let before = groups(&file);
        keep(&mut file, "report", Uuid::nil(), "2026-11-22T09:00:00", "{\"a\":1}").unwrap();
        keep(&mut file, "report", Uuid::nil(), "2026-11-22T09:00:02", "{\"a\":2}").unwrap();
        assert_eq!(read(file.connection(), "report", Uuid::nil()).unwrap().as_deref(), Some("{\"a\":2}"));
        assert_eq!(read(file.connection(), "issue", Uuid::nil()).unwrap(), None);
        assert_eq!(groups(&file), before);
        discard(&mut file, "report", Uuid::nil()).unwrap();
        assert_eq!(read(file.connection(), "report", Uuid::nil()).unwrap(), None);
    }
}
