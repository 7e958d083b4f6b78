//! What the tests of this room share.

use rusqlite::Connection;

use super::{Changed, Rooms, schema, trust};

/// Rooms that derive nothing.
pub(crate) struct Nothing;

impl Rooms for Nothing {
    fn shipped(&self, _: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }
    fn update(&self, _: &Connection, _: &Changed) -> rusqlite::Result<()> {
        Ok(())
    }
    fn rebuild(&self, _: &Connection) -> rusqlite::Result<()> {
        Ok(())
    }
}

/// The structure of the whole file.
pub(crate) fn shapes(conn: &Connection) -> Vec<(String, Vec<String>)> {
    let names: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(names.len() > schema::tables().len());
    names
        .into_iter()
        .filter(|name| !name.starts_with("sqlite_"))
        .map(|name| {
            let shape = trust::shape(conn, &name).unwrap();
            (name, shape.into_iter().filter(|line| !line.starts_with("CREATE")).collect())
        })
        .collect()
}

/// A fresh file in a folder of its own.
pub(crate) fn new_file() -> (tempfile::TempDir, super::OfficeFile) {
    let folder = tempfile::tempdir().unwrap();
    let file =
        super::OfficeFile::create(&folder.path().join("so-tay.duluan"), super::Who::default(), &Nothing)
            .unwrap();
    (folder, file)
}
