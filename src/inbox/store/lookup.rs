//! Short lists the inbox and the importer choose from.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::{Tx, link_id};
use crate::inbox::rows::{Issue, Topic};

/// A colleague who works on the file (người xử lý).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handler {
    /// Id.
    pub id: Uuid,
    /// Full name.
    pub full_name: String,
    /// The person's mark in arrival numbers.
    pub mark: String,
}

/// The report that was made of the same file, mail or form, if one was.
///
/// # Errors
/// Whatever SQLite answers.
pub fn find_by_source_key(conn: &Connection, source_key: &str) -> rusqlite::Result<Option<Uuid>> {
    if source_key.is_empty() {
        return Ok(None);
    }
    conn.prepare_cached(
        "SELECT id FROM report WHERE source_key = ?1 AND source_key <> '' AND deleted = 0 LIMIT 1",
    )?
    .query_row([source_key], |row| row.get(0))
    .optional()
}

/// The report that bears an arrival number.
///
/// # Errors
/// Whatever SQLite answers.
pub fn report_of_arrival(conn: &Connection, arrival_number: &str) -> rusqlite::Result<Option<Uuid>> {
    conn.prepare_cached("SELECT id FROM report WHERE arrival_number = ?1 AND deleted = 0 LIMIT 1")?
        .query_row([arrival_number], |row| row.get(0))
        .optional()
}

/// All topics in the order the office keeps them.
///
/// # Errors
/// Whatever SQLite answers.
pub fn topics(conn: &Connection) -> rusqlite::Result<Vec<Topic>> {
    conn.prepare_cached(
        "SELECT id, parent, code, name, keywords, area FROM topic WHERE deleted = 0 ORDER BY position, name",
    )?
    .query_map([], |row| {
        let keywords: String = row.get(4)?;
        Ok(Topic {
            id: row.get(0)?,
            parent: row.get(1)?,
            code: row.get(2)?,
            name: row.get(3)?,
            keywords: keywords.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
            area: row.get(5)?,
        })
    })?
    .collect()
}

/// Colleagues who work on the file now.
///
/// # Errors
/// Whatever SQLite answers.
pub fn handlers(conn: &Connection) -> rusqlite::Result<Vec<Handler>> {
    conn.prepare_cached(
        "SELECT id, full_name, mark FROM handler WHERE deleted = 0 AND active = 1 ORDER BY full_name",
    )?
    .query_map([], |row| Ok(Handler { id: row.get(0)?, full_name: row.get(1)?, mark: row.get(2)? }))?
    .collect()
}

/// Issues, those still open first, the newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issues(conn: &Connection) -> rusqlite::Result<Vec<Issue>> {
    conn.prepare_cached(
        "SELECT id, title, grade, state,
                (SELECT count(*) FROM item WHERE item.issue = issue.id AND item.deleted = 0)
         FROM issue WHERE deleted = 0
         ORDER BY state = 'settled', coalesce(arisen_on, '') DESC, id DESC",
    )?
    .query_map([], |row| {
        Ok(Issue {
            id: row.get(0)?,
            title: row.get(1)?,
            grade: row.get(2)?,
            state: row.get(3)?,
            items: row.get::<_, i64>(4)?.unsigned_abs(),
        })
    })?
    .collect()
}

/// Links an item to topics; a link that was taken away comes back.
///
/// # Errors
/// Whatever SQLite answers.
pub fn topic_links(tx: &Tx, item: Uuid, topics: &[Uuid]) -> rusqlite::Result<()> {
    for topic in topics {
        tx.prepare_cached(
            "INSERT INTO item_topic (id, item, topic) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
        )?
        .execute(params![
            link_id("item_topic", &[item.as_bytes(), topic.as_bytes()]),
            item,
            topic
        ])?;
    }
    Ok(())
}
