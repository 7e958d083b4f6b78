//! Finding items: by words, and by likeness to another item.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::list::{rows_of_docs, rows_of_items};
use crate::inbox::rows::ItemRow;
use crate::search::{Query, Vocabulary};
use crate::text::keys::{fold, syllables};

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

/// Title and text of an item, for ranking.
fn text(conn: &Connection, doc: i64) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached(
        "SELECT item.title || char(10) || item.body FROM item_doc JOIN item ON item.id = item_doc.item
         WHERE item_doc.doc = ?1",
    )?
    .query_row([doc], |row| row.get(0))
    .optional()
}

/// Items read on each side of an item's date when its like are looked for.
const NEIGHBOURS: usize = 150;
/// Items that are offered at most.
const ALIKE_LIMIT: usize = 12;

/// Below this share two texts have no more in common than any two.
const LEAST_ALIKE: u32 = 5;

/// The items most like another one among those received about the same time: share of common words in hundredths, the
/// most alike first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn alike(conn: &Connection, item: Uuid) -> rusqlite::Result<Vec<(u32, ItemRow)>> {
    let Some(doc) = conn
        .prepare_cached("SELECT doc FROM item_doc WHERE item = ?1")?
        .query_row([item], |row| row.get::<_, i64>(0))
        .optional()?
    else {
        return Ok(Vec::new());
    };
    let Some(own) = text(conn, doc)? else {
        return Ok(Vec::new());
    };
    let own = words(&own);
    let mut candidates: Vec<(u32, i64)> = Vec::new();
    for sql in [
        "SELECT doc FROM item_doc WHERE doc > ?1 ORDER BY doc LIMIT ?2",
        "SELECT doc FROM item_doc WHERE doc < ?1 ORDER BY doc DESC LIMIT ?2",
    ] {
        let docs = conn
            .prepare_cached(sql)?
            .query_map([doc, NEIGHBOURS as i64], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        for other in docs {
            if let Some(text) = text(conn, other)? {
                candidates.push((likeness(&own, &words(&text)), other));
            }
        }
    }
    candidates.sort_unstable_by(|a, b| b.cmp(a));
    candidates.retain(|(share, _)| *share >= LEAST_ALIKE);
    candidates.truncate(ALIKE_LIMIT);
    let docs: Vec<i64> = candidates.iter().map(|(_, doc)| *doc).collect();
    let rows = rows_of_docs(conn, &docs)?;
    Ok(candidates
        .into_iter()
        .filter_map(|(share, doc)| rows.iter().find(|row| row.doc == doc).map(|row| (share, row.clone())))
        .collect())
}

/// Folded pairs of neighbouring syllables: pairs tell matters apart where single syllables are too common.
fn words(text: &str) -> HashSet<String> {
    let folded: Vec<String> = syllables(text).map(fold).collect();
    folded.windows(2).map(|pair| pair.join(" ")).collect()
}

/// Share of common pairs among all of both, in hundredths.
fn likeness(one: &HashSet<String>, other: &HashSet<String>) -> u32 {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    (common * 100).checked_div(all).unwrap_or(0) as u32
}

/// List line of one item; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn row_of_item(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<ItemRow>> {
    Ok(rows_of_items(conn, &[item])?.pop())
}
