//! The record a person means: by its whole id, the start of one, or an arrival number.

use rusqlite::Connection;
use uuid::Uuid;

use crate::file::{FileError, schema};

/// What a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This row; its table, when it is in one.
    One(Option<&'static str>, Uuid),
    /// Several, the first of them.
    Several(Vec<(&'static str, Uuid)>),
    /// Nothing.
    Nothing,
}

/// The start of an id is at least so many digits long: fewer hit by chance.
const LEAST: usize = 6;
/// Rows named when a text fits several.
const MOST: usize = 6;

/// Looks for the record.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn find_record(conn: &Connection, text: &str) -> Result<Found, FileError> {
    let text = text.trim();
    let reports: Vec<Uuid> = conn
        .prepare("SELECT id FROM report WHERE arrival_number = ?1 COLLATE NOCASE ORDER BY deleted, id")?
        .query_map([text], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if !reports.is_empty() {
        return Ok(one_or_several(reports.into_iter().map(|id| ("report", id)).collect()));
    }
    let digits: String = text.chars().filter(|letter| *letter != '-').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) || !(LEAST..=32).contains(&digits.len()) {
        return Ok(Found::Nothing);
    }
    let bound = |filler: char| {
        let whole: String = digits.chars().chain(std::iter::repeat(filler)).take(32).collect();
        Uuid::parse_str(&whole).unwrap_or_default()
    };
    let (from, to) = (bound('0'), bound('f'));
    let mut rows = Vec::new();
    for table in schema::tables() {
        let sql = format!("SELECT id FROM {} WHERE id BETWEEN ?1 AND ?2 LIMIT {MOST}", table.name);
        for id in conn.prepare(&sql)?.query_map([from, to], |row| row.get(0))? {
            rows.push((table.name, id?));
        }
    }
    if rows.is_empty() && digits.len() == 32 {
        // A row taken back with its merge may live on in the log alone.
        return Ok(Found::One(None, from));
    }
    Ok(one_or_several(rows))
}

fn one_or_several(mut rows: Vec<(&'static str, Uuid)>) -> Found {
    rows.truncate(MOST);
    match rows.as_slice() {
        [] => Found::Nothing,
        [(table, row)] => Found::One(Some(table), *row),
        _ => Found::Several(rows),
    }
}
