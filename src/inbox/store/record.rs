//! Whole records for forms: read, and saved as they were filled in. An update names every column; the log notes only those
//! that differ.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::topic_links;
use crate::file::{FileError, Tx, link_id};
use crate::inbox::model::{Band, Intensity, ItemKind, NewStream, PeriodKind, Tendency, Verification};
use crate::inbox::records::{Addressee, DutyRecord, IssueRecord, ItemRecord};

/// A matter; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn item_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<ItemRecord>> {
    let record = conn
        .prepare_cached(
            "SELECT title, body, place, kind, forecast, recommendation, note FROM item WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([id], |row| {
            Ok(ItemRecord {
                id,
                title: row.get(0)?,
                body: row.get(1)?,
                place: row.get(2)?,
                kind: ItemKind::from_id(&row.get::<_, String>(3)?),
                forecast: row.get(4)?,
                recommendation: row.get(5)?,
                note: row.get(6)?,
                ..ItemRecord::default()
            })
        })
        .optional()?;
    let Some(mut record) = record else { return Ok(None) };
    record.report = super::head::report_head(conn, id)?;
    record.topics = conn
        .prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0 ORDER BY id")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    record.streams = conn
        .prepare_cached(
            "SELECT id, topic, group_name, band, tendency, intensity, gist, band_word, tendency_word FROM stream
             WHERE item = ?1 AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([id], |row| {
            let stream = NewStream {
                topic: row.get(1)?,
                group_name: row.get(2)?,
                band: Band::from_id(&row.get::<_, String>(3)?),
                tendency: Tendency::from_id(&row.get::<_, String>(4)?),
                intensity: Intensity::from_id(&row.get::<_, String>(5)?),
                gist: row.get(6)?,
                band_word: row.get(7)?,
                tendency_word: row.get(8)?,
            };
            Ok((Some(row.get(0)?), stream))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(record))
}

/// Saves a matter and what its report says about itself. Streams that are no longer in it are taken away.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_item(tx: &Tx, item: &ItemRecord) -> Result<(), FileError> {
    // What is said about a rumour stays; an opinion has no verification.
    tx.prepare_cached(
        "UPDATE item SET title = ?2, body = ?3, place = ?4, kind = ?5,
           verification = CASE WHEN ?5 = 'opinion' THEN '' WHEN verification = '' THEN ?6 ELSE verification END,
           forecast = ?7, recommendation = ?8, note = ?9 WHERE id = ?1",
    )?
    .execute(params![
        item.id,
        item.title,
        item.body,
        item.place,
        item.kind.id(),
        Verification::Unverified.id(),
        item.forecast,
        item.recommendation,
        item.note,
    ])?;
    let had: Vec<Uuid> = tx
        .prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0")?
        .query_map([item.id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for gone in had.iter().filter(|topic| !item.topics.contains(topic)) {
        tx.prepare_cached(
            "UPDATE item_topic SET deleted = 1 WHERE item = ?1 AND topic = ?2 AND deleted = 0",
        )?
        .execute(params![item.id, gone])?;
    }
    topic_links(tx, item.id, &item.topics)?;
    super::head::save_head(tx, &item.report)?;
    save_streams(tx, item)
}

fn save_streams(tx: &Tx, item: &ItemRecord) -> Result<(), FileError> {
    let had: Vec<Uuid> = tx
        .prepare_cached("SELECT id FROM stream WHERE item = ?1 AND deleted = 0")?
        .query_map([item.id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let kept = |id: &Uuid| item.streams.iter().any(|(known, _)| *known == Some(*id));
    for gone in had.iter().filter(|id| !kept(id)) {
        tx.prepare_cached("UPDATE stream SET deleted = 1 WHERE id = ?1")?.execute([gone])?;
    }
    for (position, (id, stream)) in item.streams.iter().enumerate() {
        if let Some(id) = id {
            tx.prepare_cached(
                "UPDATE stream SET group_name = ?2, band = ?3, tendency = ?4, intensity = ?5, gist = ?6 WHERE id = ?1",
            )?
            .execute(params![
                id,
                stream.group_name,
                stream.band.id(),
                stream.tendency.id(),
                stream.intensity.id(),
                stream.gist,
            ])?;
        } else {
            super::enter::insert_stream(tx, item.id, position, stream)?;
        }
    }
    Ok(())
}

/// An issue; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issue_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<IssueRecord>> {
    conn.prepare_cached(
        "SELECT title, grade, state, arisen_on, place, cause, lead_body, answer_due, measures, result, lesson, answer,
           answered_on, topic FROM issue WHERE id = ?1 AND deleted = 0",
    )?
    .query_row([id], |row| {
        Ok(IssueRecord {
            id: Some(id),
            title: row.get(0)?,
            grade: row.get(1)?,
            state: row.get(2)?,
            arisen_on: row.get(3)?,
            place: row.get(4)?,
            cause: row.get(5)?,
            lead_body: row.get(6)?,
            answer_due: row.get(7)?,
            measures: row.get(8)?,
            result: row.get(9)?,
            lesson: row.get(10)?,
            answer: row.get(11)?,
            answered_on: row.get(12)?,
            topic: row.get(13)?,
        })
    })
    .optional()
}

/// Saves an issue, a new one or one that is known.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_issue(tx: &Tx, issue: &IssueRecord) -> Result<Uuid, FileError> {
    let id = if let Some(id) = issue.id {
        id
    } else {
        let IssueRecord { title, grade, state, .. } = issue.clone();
        super::insert_issue(tx, &super::NewIssue { title, grade, state, ..super::NewIssue::default() })?
    };
    tx.prepare_cached(
        "UPDATE issue SET title = ?2, grade = ?3, state = ?4, arisen_on = ?5, place = ?6, cause = ?7, lead_body = ?8,
           answer_due = ?9, measures = ?10, result = ?11, lesson = ?12, answer = ?13, answered_on = ?14, topic = ?15
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        issue.title,
        issue.grade,
        issue.state,
        issue.arisen_on,
        issue.place,
        issue.cause,
        issue.lead_body,
        issue.answer_due,
        issue.measures,
        issue.result,
        issue.lesson,
        issue.answer,
        issue.answered_on,
        issue.topic,
    ])?;
    Ok(id)
}

/// The duties of the office: id, name, and whether it owes them.
///
/// # Errors
/// Whatever SQLite answers.
pub fn duties(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String, bool)>> {
    conn.prepare_cached(
        "SELECT id, name, direction = 'owes' FROM duty WHERE deleted = 0 ORDER BY direction = 'owes', name, id",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
    .collect()
}

/// A duty; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn duty_record(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<DutyRecord>> {
    let record = conn
        .prepare_cached(
            "SELECT name, direction, who, counterpart, period_kind, boundary_day, due_day, weekend_rule, valid_from,
               valid_to, basis FROM duty WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([id], |row| {
            Ok(DutyRecord {
                id: Some(id),
                name: row.get(0)?,
                direction: row.get(1)?,
                who: row.get(2)?,
                members: Vec::new(),
                counterpart: row.get(3)?,
                period: PeriodKind::from_id(&row.get::<_, String>(4)?),
                boundary_day: row.get(5)?,
                due_day: row.get(6)?,
                weekend_rule: row.get(7)?,
                valid_from: row.get(8)?,
                valid_to: row.get(9)?,
                basis: row.get(10)?,
            })
        })
        .optional()?;
    let Some(mut record) = record else { return Ok(None) };
    record.members = conn
        .prepare_cached(
            "SELECT duty_member.collaborator, duty_member.unit, coalesce(collaborator.full_name, unit.name, '')
             FROM duty_member LEFT JOIN collaborator ON collaborator.id = duty_member.collaborator
               LEFT JOIN unit ON unit.id = duty_member.unit
             WHERE duty = ?1 AND duty_member.deleted = 0 ORDER BY 3",
        )?
        .query_map([id], |row| {
            Ok(Addressee { collaborator: row.get(0)?, unit: row.get(1)?, name: row.get(2)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(record))
}

/// Saves a duty, a new one or one that is known, with whom it binds.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn save_duty(tx: &Tx, duty: &DutyRecord) -> Result<Uuid, FileError> {
    let id = if let Some(id) = duty.id {
        id
    } else {
        let id = tx.new_id();
        tx.prepare_cached("INSERT INTO duty (id, name) VALUES (?, ?)")?.execute(params![id, duty.name])?;
        id
    };
    tx.prepare_cached(
        "UPDATE duty SET name = ?2, direction = ?3, who = ?4, counterpart = ?5, period_kind = ?6, boundary_day = ?7,
           due_day = ?8, weekend_rule = ?9, valid_from = ?10, valid_to = ?11, basis = ?12 WHERE id = ?1",
    )?
    .execute(params![
        id,
        duty.name,
        duty.direction,
        duty.who,
        duty.counterpart,
        duty.period.id(),
        duty.boundary_day,
        duty.due_day,
        duty.weekend_rule,
        duty.valid_from,
        duty.valid_to,
        duty.basis,
    ])?;
    let ends: Vec<Uuid> = duty.members.iter().filter_map(|to| to.collaborator.or(to.unit)).collect();
    let had: Vec<(Uuid, Uuid)> = tx
        .prepare_cached(
            "SELECT id, coalesce(collaborator, unit) FROM duty_member WHERE duty = ?1 AND deleted = 0",
        )?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (link, _) in had.iter().filter(|(_, end)| !ends.contains(end)) {
        tx.prepare_cached("UPDATE duty_member SET deleted = 1 WHERE id = ?1")?.execute([link])?;
    }
    for to in &duty.members {
        let Some(end) = to.collaborator.or(to.unit) else { continue };
        tx.prepare_cached(
            "INSERT INTO duty_member (id, duty, collaborator, unit) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
        )?
        .execute(params![
            link_id("duty_member", &[id.as_bytes(), end.as_bytes()]),
            id,
            to.collaborator,
            to.unit
        ])?;
    }
    Ok(id)
}
