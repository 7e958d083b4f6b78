//! Finding items by words.

use std::cmp::Reverse;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::list::rows_of_items;
use crate::inbox::rows::ItemRow;
use crate::search::{Query, Vocabulary};

/// Items a search shows at most: the newest that fit, ranked. Three screens of a large window; reading and ranking their
/// texts is most of the work of a key, and who has not found it there types another word.
pub const FOUND_LIMIT: usize = 100;

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
    let mut text = String::new();
    for doc in docs {
        let item = read_text(conn, doc, &mut text)?;
        ranked.extend(item.map(|item| (Reverse(query.rank(&text)), Reverse(doc), item)));
    }
    ranked.sort_unstable();
    let items: Vec<Uuid> = ranked.into_iter().map(|(_, _, item)| item).collect();
    Ok((rows_of_items(conn, &items)?, more))
}

/// Title, text and topics of an item, for ranking, and the item.
fn read_text(conn: &Connection, doc: i64, text: &mut String) -> rusqlite::Result<Option<Uuid>> {
    text.clear();
    conn.prepare_cached(
        "SELECT item.id, item.title, item.body, (SELECT group_concat(topic.name, char(10))
             FROM item_topic JOIN topic ON topic.id = item_topic.topic
             WHERE item_topic.item = item.id AND item_topic.deleted = 0 AND topic.deleted = 0)
         FROM item_doc JOIN item ON item.id = item_doc.item WHERE item_doc.doc = ?1",
    )?
    .query_row([doc], |row| {
        for part in 1..4 {
            text.push_str(row.get_ref(part)?.as_str_or_null()?.unwrap_or_default());
            text.push('\n');
        }
        row.get(0)
    })
    .optional()
}

/// List line of one item; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn row_of_item(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<ItemRow>> {
    Ok(rows_of_items(conn, &[item])?.pop())
}
