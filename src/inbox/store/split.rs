//! Splitting a matter into several, and joining one to the matter before it.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::enter::insert_item;
use super::topic_links;
use crate::file::{FileError, Tx};
use crate::inbox::model::{NewItem, Triage};
use crate::text::likeness::Print;

/// Splits an item: it keeps the text of the first part, each other part becomes an item of its own after it, with its state,
/// handler and issue. A first part without a title keeps the item's. A stream goes to the part that says most of what it says. Gives how many items were made.
///
/// # Errors
/// [`FileError`]; nothing is split then.
pub fn split(tx: &Tx, item: Uuid, parts: &[NewItem]) -> Result<usize, FileError> {
    let [first, others @ ..] = parts else { return Ok(0) };
    let Some(kept) = kept(tx, item)? else { return Ok(0) };
    if others.is_empty() {
        return Ok(0);
    }
    tx.prepare_cached(
        "UPDATE item SET position = position + ?3 WHERE report = ?1 AND position > ?2 AND deleted = 0",
    )?
    .execute(params![kept.report, kept.position, others.len() as i64])?;
    tx.prepare_cached("UPDATE item SET title = iif(?2 = '', title, ?2), body = ?3 WHERE id = ?1")?
        .execute(params![item, first.title, first.body])?;
    let mut ids = vec![item];
    for (at, part) in others.iter().enumerate() {
        let part = NewItem {
            triage: kept.triage,
            triage_reason: kept.triage_reason.clone(),
            handler: kept.handler,
            issue: kept.issue,
            streams: Vec::new(),
            ..part.clone()
        };
        let position = usize::try_from(kept.position).unwrap_or(0) + at + 1;
        ids.push(insert_item(tx, kept.report, position, &part)?);
    }
    share_streams(tx, item, &ids, parts)?;
    Ok(others.len())
}

/// What the parts of a split item share.
struct Kept {
    report: Uuid,
    position: i64,
    triage: Triage,
    triage_reason: String,
    handler: Option<Uuid>,
    issue: Option<Uuid>,
}

fn kept(tx: &Tx, item: Uuid) -> Result<Option<Kept>, FileError> {
    let kept = tx
        .prepare_cached(
            "SELECT report, position, triage, triage_reason, handler, issue FROM item WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([item], |row| {
            Ok(Kept {
                report: row.get(0)?,
                position: row.get(1)?,
                triage: Triage::from_id(&row.get::<_, String>(2)?),
                triage_reason: row.get(3)?,
                handler: row.get(4)?,
                issue: row.get(5)?,
            })
        })
        .optional()?;
    Ok(kept)
}

/// Moves each stream of the item to the part that has most of its words; one that fits none stays.
fn share_streams(tx: &Tx, item: Uuid, ids: &[Uuid], parts: &[NewItem]) -> Result<(), FileError> {
    let prints: Vec<Print> =
        parts.iter().map(|part| Print::of(&format!("{}\n{}", part.title, part.body))).collect();
    let streams = tx
        .prepare_cached("SELECT id, gist FROM stream WHERE item = ?1 AND deleted = 0 ORDER BY position, id")?
        .query_map([item], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(Uuid, String)>>>()?;
    for (stream, gist) in streams {
        let gist = Print::of(&gist);
        let best = (0..prints.len()).max_by_key(|at| (gist.common(&prints[*at]), std::cmp::Reverse(*at)));
        if let Some(part) = best.and_then(|at| ids.get(at)).filter(|part| **part != item) {
            tx.prepare_cached("UPDATE stream SET item = ?2 WHERE id = ?1")?.execute(params![stream, part])?;
        }
    }
    Ok(())
}

/// Joins an item to the one before it in its report: text, streams, topics, forecast and recommendation go over, the item
/// goes. Gives false when there is none before it.
///
/// # Errors
/// [`FileError`]; nothing is joined then.
pub fn join(tx: &Tx, item: Uuid) -> Result<bool, FileError> {
    let before: Option<Uuid> = tx
        .prepare_cached(
            "SELECT other.id FROM item JOIN item other ON other.report = item.report AND other.deleted = 0
               AND (other.position, other.id) < (item.position, item.id)
             WHERE item.id = ?1 AND item.deleted = 0 ORDER BY other.position DESC, other.id DESC LIMIT 1",
        )?
        .query_row([item], |row| row.get(0))
        .optional()?;
    let Some(before) = before else { return Ok(false) };
    let texts = |id: Uuid| -> rusqlite::Result<[String; 4]> {
        tx.prepare_cached("SELECT title, body, forecast, recommendation FROM item WHERE id = ?1")?
            .query_row([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
    };
    let [_, body, forecast, recommendation] = texts(before)?;
    let [title, more, more_forecast, more_recommendation] = texts(item)?;
    // A title made of the text's first words says no more than the text.
    let repeated = more.starts_with(title.trim_end_matches(['…', '.', ' ']));
    let heading = if repeated { "" } else { title.as_str() };
    tx.prepare_cached("UPDATE item SET body = ?2, forecast = ?3, recommendation = ?4 WHERE id = ?1")?
        .execute(params![
            before,
            lines(&[&body, heading, &more]),
            lines(&[&forecast, &more_forecast]),
            lines(&[&recommendation, &more_recommendation]),
        ])?;
    tx.prepare_cached(
        "UPDATE stream SET item = ?2, position = position + 1000 WHERE item = ?1 AND deleted = 0",
    )?
    .execute([item, before])?;
    let topics = tx
        .prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0")?
        .query_map([item], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<Uuid>>>()?;
    topic_links(tx, before, &topics)?;
    for sql in [
        "UPDATE item_topic SET deleted = 1 WHERE item = ?1 AND deleted = 0",
        "UPDATE item SET deleted = 1 WHERE id = ?1",
    ] {
        tx.prepare_cached(sql)?.execute([item])?;
    }
    // Duplicates of the one that goes are duplicates of the one that has its text; that one itself is none of its own.
    tx.prepare_cached(
        "UPDATE item SET duplicate_of = ?2 WHERE duplicate_of = ?1 AND id <> ?2 AND deleted = 0",
    )?
    .execute([item, before])?;
    tx.prepare_cached(
        "UPDATE item SET duplicate_of = NULL, triage = 'new' WHERE id = ?2 AND duplicate_of = ?1 AND deleted = 0",
    )?
    .execute([item, before])?;
    Ok(true)
}

/// The texts that say anything, one under another.
fn lines(texts: &[&str]) -> String {
    texts.iter().copied().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
