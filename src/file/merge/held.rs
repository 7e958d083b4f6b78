//! What another office's file held when it was last merged here: a bundle for that office holds what came since.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::own;

/// An office's file: whose it is, and up to which record of each replica it holds everything.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Held {
    office: Uuid,
    upto: Vec<(Uuid, i64)>,
}

impl Held {
    /// Reads it from the other file. `None` for a file whose office nobody named, and for a bundle: it claims no
    /// completeness.
    pub fn read(theirs: &Connection, database: &str) -> rusqlite::Result<Option<Self>> {
        let sql = format!("SELECT row FROM {database}.own_row WHERE what = 'office'");
        let Some(office) = theirs.query_row(&sql, [], |row| row.get(0)).optional()? else {
            return Ok(None);
        };
        let sql =
            format!("SELECT uuid, upto FROM {database}.replica WHERE n > 0 AND held = upto ORDER BY uuid");
        let upto = theirs
            .prepare(&sql)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Some(Self { office, upto }))
    }

    /// Notes it in our file. Writes nothing when it is known, or when the file is a colleague's of our own office.
    pub fn note(&self, ours: &Connection) -> rusqlite::Result<()> {
        if own::office(ours)? == Some(self.office) || of(ours, self.office)? == self.upto {
            return Ok(());
        }
        ours.execute("DELETE FROM held_there WHERE office = ?1", [self.office])?;
        let mut note =
            ours.prepare_cached("INSERT INTO held_there(office, replica, upto) VALUES (?1, ?2, ?3)")?;
        for (replica, upto) in &self.upto {
            note.execute(params![self.office, replica, upto])?;
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
