//! Short lists the inbox and the importer choose from.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::{Tx, link_id, own};
use crate::inbox::rows::{Handler, Issue, Topic};

/// Condition on `handler`: a colleague of the office `?1`, which may stand in the file twice.
pub(super) const OWN_HANDLER: &str = "(handler.office IS NULL OR handler.office = ?1 OR handler.office IN
    (SELECT other.id FROM office other JOIN office ours ON ours.id = ?1 WHERE other.name = ours.name AND ours.name <> ''))";

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

/// Colleagues of the office who work on the file now, with what they have in hand.
///
/// # Errors
/// Whatever SQLite answers.
pub fn handlers(conn: &Connection) -> rusqlite::Result<Vec<Handler>> {
    conn.prepare_cached(&format!(
        "SELECT handler.id, handler.full_name, handler.mark,
           (SELECT count(*) FROM item_doc d INDEXED BY item_doc_in_hand
              WHERE d.handler = handler.id AND d.triage = 'new')
         FROM handler WHERE handler.deleted = 0 AND handler.active = 1 AND {OWN_HANDLER} ORDER BY handler.full_name"
    ))?
    .query_map([own::office(conn)?], |row| {
        Ok(Handler {
            id: row.get(0)?,
            full_name: row.get(1)?,
            mark: row.get(2)?,
            open: row.get::<_, i64>(3)?.unsigned_abs(),
        })
    })?
    .collect()
}

/// Issues, those still open first, the newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issues(conn: &Connection) -> rusqlite::Result<Vec<Issue>> {
    conn.prepare_cached(
        "SELECT id, title, grade, state FROM issue WHERE deleted = 0
         ORDER BY state = 'settled', coalesce(arisen_on, '') DESC, id DESC",
    )?
    .query_map([], |row| {
        Ok(Issue { id: row.get(0)?, title: row.get(1)?, grade: row.get(2)?, state: row.get(3)? })
    })?
    .collect()
}

/// How many items every issue has. It takes as long as there are items.
///
/// # Errors
/// Whatever SQLite answers.
pub fn items_of_issues(conn: &Connection) -> rusqlite::Result<HashMap<Uuid, u64>> {
    conn.prepare_cached(
        "SELECT issue, count(*) FROM item INDEXED BY item_issue
         WHERE issue IS NOT NULL AND deleted = 0 GROUP BY issue",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?
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
