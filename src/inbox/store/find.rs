//! Finding items by words.

use std::cmp::Reverse;

use rusqlite::Connection;
use uuid::Uuid;

use super::list::{found_row, mark_clashes, rows_of_items};
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
        let row = found_row(conn, doc, &mut text)?;
        ranked.extend(row.map(|row| (Reverse(query.rank(&text)), row)));
    }
    // The newest come first, and stay so among equals.
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut rows: Vec<ItemRow> = ranked.into_iter().map(|(_, row)| row).collect();
    mark_clashes(conn, &mut rows)?;
    Ok((rows, more))
}

/// List line of one item; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn row_of_item(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<ItemRow>> {
    Ok(rows_of_items(conn, &[item])?.pop())
}
