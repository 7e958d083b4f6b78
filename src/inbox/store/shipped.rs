//! Rows every file is born with: views of the queue and reasons for setting an item aside. Their ids are the same in
//! every file, so that two files created apart merge to one set; the office may rename them or add its own.

use rusqlite::{Connection, params};

use crate::file::shipped_id;
use crate::inbox::model::{FILE_REASONS, VIEWS};
use crate::inbox::topics;

/// Inserts the shipped rows into a new file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn shipped(conn: &Connection) -> rusqlite::Result<()> {
    let mut view = conn.prepare(
        "INSERT INTO saved_view (id, place, code, name, filter, position) VALUES (?, 'inbox', ?, ?, ?, ?)",
    )?;
    for (position, (code, name, filter)) in VIEWS.iter().enumerate() {
        let id = shipped_id("saved_view", &format!("inbox:{code}"));
        view.execute(params![id, code, name, filter, position as i64])?;
    }
    let mut phrase =
        conn.prepare("INSERT INTO phrase (id, kind, body, position) VALUES (?, 'file_reason', ?, ?)")?;
    for (position, body) in FILE_REASONS.iter().enumerate() {
        let id = shipped_id("phrase", &format!("file_reason:{position}"));
        phrase.execute(params![id, body, position as i64])?;
    }
    ship_topics(conn)
}

/// The topic tree, in the order of [`topics::SHIPPED`].
fn ship_topics(conn: &Connection) -> rusqlite::Result<()> {
    let mut insert = conn.prepare(
        "INSERT INTO topic (id, parent, code, name, keywords, area, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (position, topic) in topics::SHIPPED.iter().enumerate() {
        let parent = (!topic.parent.is_empty()).then(|| shipped_id("topic", topic.parent));
        let keywords = topic.words().collect::<Vec<_>>().join("\n");
        insert.execute(params![
            topic.id(),
            parent,
            topic.code,
            topic.name,
            keywords,
            topic.area,
            position as i64
        ])?;
    }
    Ok(())
}

/// Reasons for setting an item aside, in their order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn file_reasons(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT body FROM phrase WHERE kind = 'file_reason' AND deleted = 0 ORDER BY position, body",
    )?
    .query_map([], |row| row.get(0))?
    .collect()
}
