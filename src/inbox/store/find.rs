//! Finding items by words.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::list::{rows_of_docs, rows_of_items};
use crate::inbox::rows::ItemRow;
use crate::search::{Query, Vocabulary};

/// Items a search shows at most: the newest that fit, ranked.
pub const FOUND_LIMIT: usize = 200;

/// The newest items that hold the typed words, the best first: marks as typed before others, words side by side before
/// scattered ones, then the newest. The flag tells whether older ones were left out.
///
/// # Errors
/// Whatever SQLite answers; [`crate::search::is_interrupted`] tells a search that was interrupted.
pub fn found(
    conn: &Connection,
    vocabulary: &Vocabulary,
    typed: &str,
) -> rusqlite::Result<(Vec<ItemRow>, bool)> {
    let query = Query::parse(typed, vocabulary);
    let mut docs = query.docs(conn, None, FOUND_LIMIT + 1)?;
    let more = docs.len() > FOUND_LIMIT;
    docs.truncate(FOUND_LIMIT);
    let mut ranked = Vec::with_capacity(docs.len());
    for doc in docs {
        let rank = text(conn, doc)?.map(|text| query.rank(&text)).unwrap_or_default();
        ranked.push((std::cmp::Reverse(rank), std::cmp::Reverse(doc)));
    }
    ranked.sort_unstable();
    let docs: Vec<i64> = ranked.into_iter().map(|(_, std::cmp::Reverse(doc))| doc).collect();
    Ok((rows_of_docs(conn, &docs)?, more))
}

/// Title, text and topics of an item, for ranking.
fn text(conn: &Connection, doc: i64) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached(
        "SELECT item.title || char(10) || item.body || char(10) || coalesce((SELECT group_concat(topic.name, char(10))
             FROM item_topic JOIN topic ON topic.id = item_topic.topic
             WHERE item_topic.item = item.id AND item_topic.deleted = 0 AND topic.deleted = 0), '')
         FROM item_doc JOIN item ON item.id = item_doc.item WHERE item_doc.doc = ?1",
    )?
    .query_row([doc], |row| row.get(0))
    .optional()
}

/// List line of one item; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn row_of_item(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<ItemRow>> {
    Ok(rows_of_items(conn, &[item])?.pop())
}
