//! Answers to items (phản hồi, định hướng): what they begin with, entered, read again, mended.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::list::moment;
use super::orientations::settled;
use crate::file::{FileError, Tx, link_id};
use crate::inbox::records::{Addressee, OrientationRecord};
use crate::inbox::rows::AnswerRow;

/// What an answer to items begins with: their titles, those who handed them in, the issue they share.
///
/// # Errors
/// Whatever SQLite answers.
pub fn answer_to(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<OrientationRecord> {
    let mut statement = conn.prepare_cached(&format!("{ASKED} WHERE item.id = ?1 AND item.deleted = 0"))?;
    let mut asked = Vec::with_capacity(items.len());
    for item in items {
        asked.extend(statement.query_row([item], Asked::read).optional()?);
    }
    let mut record = to_those(asked);
    record.items = items.to_vec();
    Ok(record)
}

/// What an answer to all items of an issue begins with; it bears the answer the issue has. `None` when the issue is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn answer_to_issue(conn: &Connection, issue: Uuid) -> rusqlite::Result<Option<OrientationRecord>> {
    let Some(known) = super::issue_record(conn, issue)? else { return Ok(None) };
    let asked = conn
        .prepare_cached(&format!("{ASKED} JOIN item_doc ON item_doc.item = item.id WHERE item.issue = ?1 AND item.deleted = 0 ORDER BY item_doc.doc DESC"))?
        .query_map([issue], Asked::read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut record = to_those(asked);
    record.issue = Some((issue, known.title));
    record.content = known.answer;
    Ok(Some(record))
}

const ASKED: &str = "SELECT item.id, item.title, report.collaborator, report.unit,
       coalesce(collaborator.full_name, unit.name, ''), issue.id, issue.title
     FROM item JOIN report ON report.id = item.report
       LEFT JOIN collaborator ON collaborator.id = report.collaborator
       LEFT JOIN unit ON unit.id = report.unit
       LEFT JOIN issue ON issue.id = item.issue AND issue.deleted = 0";

/// An item that is to be answered, who handed it in, its issue.
struct Asked {
    item: Uuid,
    title: String,
    from: Addressee,
    issue: Option<(Uuid, String)>,
}

impl Asked {
    fn read(row: &Row) -> rusqlite::Result<Self> {
        let collaborator: Option<Uuid> = row.get(2)?;
        let unit: Option<Uuid> = if collaborator.is_some() { None } else { row.get(3)? };
        Ok(Self {
            item: row.get(0)?,
            title: row.get(1)?,
            from: Addressee { collaborator, unit, name: row.get(4)? },
            issue: row.get::<_, Option<Uuid>>(5)?.zip(row.get(6)?),
        })
    }
}

/// An answer to these items, to everybody who handed one in, and to the issue they share.
fn to_those(asked: Vec<Asked>) -> OrientationRecord {
    let mut record = OrientationRecord { answers_issue: true, ..OrientationRecord::default() };
    let mut known = HashSet::new();
    record.issue = asked.first().and_then(|first| first.issue.clone());
    for one in asked {
        let shares = record.issue == one.issue;
        record.issue = record.issue.filter(|_| shares);
        let from = one.from.collaborator.or(one.from.unit);
        if from.is_some_and(|from| known.insert(from)) {
            record.recipients.push(one.from);
        }
        record.titles.push(one.title);
        record.items.push(one.item);
    }
    record
}

/// Enters an orientation with the items it answers and those it goes to. An issue it answers gets the answer, when it has none.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn insert_orientation(tx: &Tx, record: &OrientationRecord) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO orientation (id, title, content, official_info, source_document, recipients, sent_through, sent_at, issue)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        record.title,
        record.content,
        record.official_info,
        record.source_document,
        record.filter,
        record.sent_through,
        record.sent_at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        record.issue.as_ref().map(|(issue, _)| issue),
    ])?;
    answers_items(tx, id, &record.items)?;
    recipients(tx, id, &record.recipients)?;
    if record.sent_at.is_some() {
        fix_recipients(tx, id, &OrientationRecord { sent_at: None, ..record.clone() })?;
    }
    if let Some((issue, _)) = &record.issue {
        let day = record.sent_at.map(|at| at.date());
        tx.prepare_cached(
            "UPDATE issue SET answer = ?2, answered_on = coalesce(answered_on, ?3)
             WHERE id = ?1 AND answer IN ('', ?2)",
        )?
        .execute(params![issue, record.content, day])?;
    }
    Ok(id)
}

/// The items it answers; those it answered before stay.
fn answers_items(tx: &Tx, id: Uuid, items: &[Uuid]) -> Result<(), FileError> {
    for item in items {
        tx.prepare_cached(
            "INSERT INTO orientation_item (id, orientation, item) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
        )?
        .execute(params![
            link_id("orientation_item", &[id.as_bytes(), item.as_bytes()]),
            id,
            item
        ])?;
    }
    Ok(())
}

/// Those it goes to, and nobody else.
fn recipients(tx: &Tx, id: Uuid, all: &[Addressee]) -> Result<(), FileError> {
    let ends: HashSet<Uuid> = all.iter().filter_map(|to| to.collaborator.or(to.unit)).collect();
    let had: Vec<(Uuid, Uuid)> = tx
        .prepare_cached(
            "SELECT id, coalesce(collaborator, unit) FROM orientation_recipient WHERE orientation = ?1 AND deleted = 0",
        )?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (link, _) in had.iter().filter(|(_, end)| !ends.contains(end)) {
        tx.prepare_cached("UPDATE orientation_recipient SET deleted = 1 WHERE id = ?1")?.execute([link])?;
    }
    for to in all {
        let Some(end) = to.collaborator.or(to.unit) else { continue };
        tx.prepare_cached(
            "INSERT INTO orientation_recipient (id, orientation, collaborator, unit) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
        )?
        .execute(params![
            link_id("orientation_recipient", &[id.as_bytes(), end.as_bytes()]),
            id,
            to.collaborator,
            to.unit
        ])?;
    }
    Ok(())
}

/// Settles to whom an orientation goes that is being sent: those named, and those its filter means now. How many they are.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub(super) fn fix_recipients(tx: &Tx, id: Uuid, record: &OrientationRecord) -> Result<usize, FileError> {
    let all = settled(tx, record)?;
    recipients(tx, id, &all)?;
    Ok(all.len())
}

/// An answer whole, to be mended; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn answer_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<OrientationRecord>> {
    let items: Vec<Uuid> = conn
        .prepare_cached(
            "SELECT orientation_item.item FROM orientation_item LEFT JOIN item_doc ON item_doc.item = orientation_item.item
             WHERE orientation = ?1 AND deleted = 0 ORDER BY item_doc.doc DESC, orientation_item.id",
        )?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let asked = answer_to(conn, &items)?;
    let found = conn
        .prepare_cached(
            "SELECT orientation.title, content, official_info, source_document, sent_through, sent_at, issue.id,
               issue.title, recipients
             FROM orientation LEFT JOIN issue ON issue.id = orientation.issue AND issue.deleted = 0
             WHERE orientation.id = ?1 AND orientation.deleted = 0",
        )?
        .query_row([id], |row| {
            let issue: Option<(Uuid, String)> = row.get::<_, Option<Uuid>>(6)?.zip(row.get(7)?);
            Ok(OrientationRecord {
                id: Some(id),
                title: row.get(0)?,
                content: row.get(1)?,
                official_info: row.get(2)?,
                source_document: row.get(3)?,
                sent_through: row.get(4)?,
                sent_at: row.get::<_, Option<String>>(5)?.as_deref().and_then(moment),
                answers_issue: issue.is_some(),
                issue: issue.or(asked.issue),
                recipients: Vec::new(),
                filter: row.get(8)?,
                items: asked.items,
                titles: asked.titles,
            })
        })
        .optional()?;
    let Some(mut record) = found else { return Ok(None) };
    record.recipients = conn
        .prepare_cached(
            "SELECT link.collaborator, link.unit, coalesce(collaborator.full_name, unit.name, '')
             FROM orientation_recipient AS link LEFT JOIN collaborator ON collaborator.id = link.collaborator
               LEFT JOIN unit ON unit.id = link.unit
             WHERE link.orientation = ?1 AND link.deleted = 0 ORDER BY 3",
        )?
        .query_map([id], |row| {
            Ok(Addressee { collaborator: row.get(0)?, unit: row.get(1)?, name: row.get(2)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(record))
}

/// Saves an answer that is in the file. Where its issue bears the answer's words, it bears the new ones.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_answer(tx: &Tx, id: Uuid, record: &OrientationRecord) -> Result<(), FileError> {
    let (before, sent_before): (String, Option<String>) = tx
        .prepare_cached("SELECT content, sent_at FROM orientation WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let issue = record.issue.as_ref().map(|(issue, _)| issue);
    tx.prepare_cached(
        "UPDATE orientation SET title = ?2, content = ?3, official_info = ?4, source_document = ?5, sent_through = ?6,
           sent_at = ?7, issue = ?8, recipients = ?9 WHERE id = ?1",
    )?
    .execute(params![
        id,
        record.title,
        record.content,
        record.official_info,
        record.source_document,
        record.sent_through,
        record.sent_at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        issue,
        record.filter,
    ])?;
    answers_items(tx, id, &record.items)?;
    recipients(tx, id, &record.recipients)?;
    if record.sent_at.is_some() && sent_before.is_none() {
        fix_recipients(tx, id, &OrientationRecord { sent_at: None, ..record.clone() })?;
    }
    if let Some(issue) = issue {
        // The day it was answered follows the day this was sent, as long as nobody gave it another.
        let day = record.sent_at.map(|at| at.date());
        tx.prepare_cached(
            "UPDATE issue SET answer = ?2, answered_on =
               CASE WHEN answered_on IS NULL OR answered_on = substr(?5, 1, 10) THEN coalesce(?3, answered_on)
                 ELSE answered_on END
             WHERE id = ?1 AND answer IN ('', ?4)",
        )?
        .execute(params![issue, record.content, day, before, sent_before])?;
    }
    Ok(())
}

/// The answers to an item, the newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub(super) fn answers(conn: &Connection, item: Uuid) -> rusqlite::Result<Vec<AnswerRow>> {
    conn.prepare_cached(
        "SELECT orientation.id, title, content, official_info, source_document, sent_through, sent_at,
           (SELECT group_concat(coalesce(collaborator.full_name, unit.name), ', ')
            FROM orientation_recipient AS link LEFT JOIN collaborator ON collaborator.id = link.collaborator
              LEFT JOIN unit ON unit.id = link.unit WHERE link.orientation = orientation.id AND link.deleted = 0)
         FROM orientation_item JOIN orientation ON orientation.id = orientation_item.orientation
         WHERE orientation_item.item = ?1 AND orientation_item.deleted = 0 AND orientation.deleted = 0
         ORDER BY orientation.id DESC",
    )?
    .query_map([item], |row| {
        Ok(AnswerRow {
            id: row.get(0)?,
            title: row.get(1)?,
            content: row.get(2)?,
            official_info: row.get(3)?,
            source_document: row.get(4)?,
            sent_through: row.get(5)?,
            sent_at: row.get::<_, Option<String>>(6)?.as_deref().and_then(moment),
            recipients: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
        })
    })?
    .collect()
}
