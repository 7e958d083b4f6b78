//! What another office's file held when it was last merged here: a bundle for that office holds what came since.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::own;

/// An office's file: whose it is, and up to which record of each replica it holds everything.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// `None` for a file whose office nobody named, and for a bundle: it claims no completeness.
    office: Option<Uuid>,
    upto: Vec<(Uuid, i64)>,
}

impl Held {
    /// Reads it from the other file.
    pub fn read(theirs: &Connection, database: &str) -> rusqlite::Result<Self> {
        let sql = format!("SELECT row FROM {database}.own_row WHERE what = 'office'");
        let office = theirs.query_row(&sql, [], |row| row.get(0)).optional()?;
        let sql =
            format!("SELECT uuid, upto FROM {database}.replica WHERE n > 0 AND held = upto ORDER BY uuid");
        let upto = theirs
            .prepare(&sql)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Self { office, upto })
    }

    /// False when it is known, or when the file is a colleague's of our own office.
    pub fn is_news(&self, ours: &Connection) -> rusqlite::Result<bool> {
        let Some(office) = self.office else { return Ok(false) };
        Ok(own::office(ours)? != Some(office) && of(ours, office)? != self.upto)
    }

    /// Notes it in our file, if it is news.
    pub fn note(&self, ours: &Connection) -> rusqlite::Result<()> {
        let Some(office) = self.office else { return Ok(()) };
        if !self.is_news(ours)? {
            return Ok(());
        }
        ours.execute("DELETE FROM held_there WHERE office = ?1", [office])?;
        let mut note =
            ours.prepare_cached("INSERT INTO held_there(office, replica, upto) VALUES (?1, ?2, ?3)")?;
        for (replica, upto) in &self.upto {
            note.execute(params![office, replica, upto])?;
        }
        Ok(())
    }
}

/// What the office's last file held: replicas, and the record up to which nothing was missing.
pub(in crate::file) fn of(conn: &Connection, office: Uuid) -> rusqlite::Result<Vec<(Uuid, i64)>> {
    conn.prepare_cached("SELECT replica, upto FROM held_there WHERE office = ?1 ORDER BY replica")?
        .query_map([office], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
