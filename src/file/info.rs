//! What a file holds, in numbers.

use rusqlite::Connection;
use serde::Serialize;

use super::error::FileError;
use super::open::OfficeFile;

/// The numbers of `duluan info --json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Info {
    /// Version of the schema.
    pub format: i64,
    /// Name of the office.
    pub office: String,
    /// Units that are not deleted, and so on.
    pub units: i64,
    /// Collaborators.
    pub collaborators: i64,
    /// Reports.
    pub reports: i64,
    /// Items.
    pub items: i64,
    /// Classes and meetings.
    pub classes: i64,
    /// Syntheses.
    pub syntheses: i64,
    /// Records of the change log.
    pub log_records: i64,
    /// What waits for a decision.
    pub decisions: i64,
    /// Runs of the program that wrote to it.
    pub replicas: i64,
    /// Size of the file.
    pub bytes: u64,
}

impl OfficeFile {
    /// Counts what the file holds.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be read.
    pub fn info(&self) -> Result<Info, FileError> {
        let conn = &self.conn;
        let rows = |table: &str| number(conn, &format!("SELECT count(*) FROM {table} WHERE deleted = 0"));
        let office = conn
            .prepare("SELECT name FROM office WHERE id = ?1")?
            .query_map([super::own::office(conn)?], |row| row.get(0))?
            .next()
            .transpose()?;
        Ok(Info {
            format: number(conn, "PRAGMA user_version")?,
            office: office.unwrap_or_default(),
            units: rows("unit")?,
            collaborators: rows("collaborator")?,
            reports: rows("report")?,
            items: rows("item")?,
            classes: rows("class")?,
            syntheses: rows("synthesis")?,
            log_records: number(conn, "SELECT coalesce(sum(held), 0) FROM replica")?,
            decisions: number(conn, "SELECT count(*) FROM decision")?,
            replicas: number(conn, "SELECT count(*) FROM replica WHERE n > 0")?,
            bytes: std::fs::metadata(&self.path)?.len(),
        })
    }
}

fn number(conn: &Connection, sql: &str) -> Result<i64, FileError> {
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}
