//! The page of orientations: its lines by one statement, one of them whole, and what is done with it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::answer::{answer_record, fix_recipients};
use super::briefing::stored;
use super::list::moment;
use crate::file::{FileError, Tx};
use crate::inbox::audience::{Audience, with_found};
use crate::inbox::orientations::{OrientationCard, OrientationLine, Recipient};
use crate::inbox::records::{Addressee, OrientationRecord};
use crate::roster::model::{Order, UnitLevel};
use crate::roster::store as roster;

/// Everybody an orientation can go to.
///
/// # Errors
/// Whatever SQLite answers.
pub fn audience(conn: &Connection) -> rusqlite::Result<Audience> {
    let levels = conn
        .prepare_cached("SELECT id, level FROM collaborator WHERE deleted = 0 AND level <> ''")?
        .query_map([], |row| Ok((row.get(0)?, UnitLevel::from_id(row.get_ref(1)?.as_str()?))))?
        .collect::<rusqlite::Result<_>>()?;
    let mut followed: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mut statement =
        conn.prepare_cached("SELECT collaborator, topic FROM collaborator_topic WHERE deleted = 0")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        followed.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(Audience {
        roster: roster::roster(conn, Order::Given, None)?,
        levels,
        followed,
        topics: super::topics(conn)?,
    })
}

/// Everybody an orientation means now: those named, and those its filter finds. A filter that cannot be read finds nobody.
pub(super) fn settled(conn: &Connection, record: &OrientationRecord) -> rusqlite::Result<Vec<Addressee>> {
    if record.filter.trim().is_empty() || record.sent_at.is_some() {
        return Ok(record.recipients.clone());
    }
    Ok(with_found(&record.recipients, audience(conn)?.of(&record.filter).unwrap_or_default()))
}

/// Every orientation, what is not sent first, then the one sent last.
///
/// # Errors
/// Whatever SQLite answers.
pub fn orientation_lines(conn: &Connection) -> rusqlite::Result<Vec<OrientationLine>> {
    let mut waiting: Vec<(usize, String)> = Vec::new();
    let mut lines = Vec::new();
    let mut statement = conn.prepare_cached(
        "SELECT orientation.id, orientation.title, sent_through, sent_at, recipients, issue.title,
           coalesce(answered.items, 0), coalesce(reached.number, 0)
         FROM orientation LEFT JOIN issue ON issue.id = orientation.issue AND issue.deleted = 0
           LEFT JOIN (SELECT orientation, count(*) AS items FROM orientation_item JOIN item ON item.id = orientation_item.item
             WHERE orientation_item.deleted = 0 AND item.deleted = 0 GROUP BY orientation) AS answered
             ON answered.orientation = orientation.id
           LEFT JOIN (SELECT orientation, count(*) AS number FROM orientation_recipient WHERE deleted = 0
             GROUP BY orientation) AS reached ON reached.orientation = orientation.id
         WHERE orientation.deleted = 0 ORDER BY sent_at IS NOT NULL, sent_at DESC, orientation.id DESC",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let line = OrientationLine {
            id: row.get(0)?,
            title: row.get(1)?,
            sent_through: row.get(2)?,
            sent_at: row.get::<_, Option<String>>(3)?.as_deref().and_then(moment),
            issue: row.get(5)?,
            items: row.get::<_, i64>(6)?.unsigned_abs(),
            recipients: row.get::<_, i64>(7)?.unsigned_abs(),
        };
        let filter: String = row.get(4)?;
        if line.sent_at.is_none() && !filter.trim().is_empty() {
            waiting.push((lines.len(), filter));
        }
        lines.push(line);
    }
    if !waiting.is_empty() {
        let audience = audience(conn)?;
        let mut named = named_in_waiting(conn)?;
        for (at, filter) in waiting {
            let mut ends = named.remove(&lines[at].id).unwrap_or_default();
            let found = audience.of(&filter).unwrap_or_default();
            ends.extend(found.into_iter().filter_map(|to| to.collaborator));
            lines[at].recipients = ends.len() as u64;
        }
    }
    Ok(lines)
}

/// Those named in what is not sent yet.
fn named_in_waiting(conn: &Connection) -> rusqlite::Result<HashMap<Uuid, HashSet<Uuid>>> {
    let mut found: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT link.orientation, coalesce(link.collaborator, link.unit) FROM orientation
         JOIN orientation_recipient AS link ON link.orientation = orientation.id
         WHERE orientation.deleted = 0 AND sent_at IS NULL AND recipients <> '' AND link.deleted = 0",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().extend(row.get::<_, Option<Uuid>>(1)?);
    }
    Ok(found)
}

/// An orientation whole, with everybody it went to; `None` when it is gone. Whom the filter of one means that is not sent
/// takes the roster to tell: only when `found` asks for it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn orientation_card(
    conn: &Connection,
    id: Uuid,
    found: bool,
) -> rusqlite::Result<Option<OrientationCard>> {
    let Some(record) = answer_record(conn, id)? else { return Ok(None) };
    let to_find = record.sent_at.is_none() && !record.filter.trim().is_empty();
    let all = if found { settled(conn, &record)? } else { record.recipients.clone() };
    let recipients = units_of(conn, all, (!to_find || !found).then_some(id))?;
    Ok(Some(OrientationCard { record, recipients, to_find: to_find && !found }))
}

/// Recipients with the units of the collaborators among them, by one statement: over those on record for `only`, else over
/// everybody.
fn units_of(conn: &Connection, all: Vec<Addressee>, only: Option<Uuid>) -> rusqlite::Result<Vec<Recipient>> {
    let mut of: HashMap<Uuid, String> = HashMap::new();
    if all.iter().any(|to| to.collaborator.is_some()) {
        let mut statement = conn.prepare_cached(if only.is_some() {
            "SELECT collaborator.id, unit.name FROM orientation_recipient AS link
               JOIN collaborator ON collaborator.id = link.collaborator JOIN unit ON unit.id = collaborator.unit
             WHERE link.orientation = ?1 AND link.deleted = 0"
        } else {
            "SELECT collaborator.id, unit.name FROM collaborator JOIN unit ON unit.id = collaborator.unit
             WHERE collaborator.deleted = 0 AND ?1 IS NULL"
        })?;
        let mut rows = statement.query([only])?;
        while let Some(row) = rows.next()? {
            of.insert(row.get(0)?, row.get(1)?);
        }
    }
    Ok(all
        .into_iter()
        .map(|to| Recipient {
            of: to.collaborator.and_then(|id| of.remove(&id)).unwrap_or_default(),
            collaborator: to.collaborator,
            unit: to.unit,
            name: to.name,
        })
        .collect())
}

/// Notes that an orientation was sent; whom its filter means now is who it went to. An empty way takes the note back.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn mark_sent(tx: &Tx, id: Uuid, through: &str, at: NaiveDateTime) -> Result<usize, FileError> {
    let Some(record) = answer_record(tx, id)? else { return Ok(0) };
    let sent = (!through.is_empty()).then(|| stored(at));
    let recipients = if sent.is_some() { fix_recipients(tx, id, &record)? } else { record.recipients.len() };
    tx.prepare_cached("UPDATE orientation SET sent_through = ?2, sent_at = ?3 WHERE id = ?1")?
        .execute(params![id, through, sent])?;
    if let Some((issue, _)) = record.issue.as_ref().filter(|_| record.answers_issue && sent.is_some()) {
        tx.prepare_cached(
            "UPDATE issue SET answered_on = ?2 WHERE id = ?1 AND answered_on IS NULL AND answer = ?3",
        )?
        .execute(params![issue, at.date(), record.content])?;
    }
    Ok(recipients)
}

/// Takes an orientation away; what an issue was answered with stays.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn remove_orientation(tx: &Tx, id: Uuid) -> Result<(), FileError> {
    tx.prepare_cached("UPDATE orientation SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}
