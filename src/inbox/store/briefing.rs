//! What is told at a giao ban: who was there, and the point of its agenda.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::answer::{answer_record, answer_to_issue, insert_orientation, save_answer};
use super::orientations::settled;
use crate::file::{FileError, Tx};
use crate::inbox::briefing::{Briefing, Matter, Told};
use crate::inbox::records::{Addressee, OrientationRecord};
use crate::training::model::{AgendaKind, AgendaPoint, Point};
use crate::training::store as training;

/// The giao ban whose day is known and that were not called off, the newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn briefings(conn: &Connection) -> rusqlite::Result<Vec<Briefing>> {
    let mut found = Vec::new();
    let mut statement = conn.prepare_cached(
        "SELECT class.id, title, date_from, coalesce(first.on_date, date_from), coalesce(first.time_from, ''),
           (SELECT count(*) FROM participant WHERE participant.class = class.id AND participant.deleted = 0)
         FROM class LEFT JOIN class_session AS first ON first.id =
           (SELECT id FROM class_session WHERE class_session.class = class.id AND deleted = 0
            ORDER BY on_date IS NULL, on_date, time_from, position LIMIT 1)
         WHERE class.deleted = 0 AND kind = 'briefing' AND date_from IS NOT NULL
           AND state NOT IN ('postponed', 'cancelled') ORDER BY date_from DESC, class.id DESC",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let day = |column| -> rusqlite::Result<Option<NaiveDate>> {
            Ok(row.get_ref(column)?.as_str_or_null()?.and_then(|text| text.parse().ok()))
        };
        let Some(day) = day(3)?.or(day(2)?) else { continue };
        let time = NaiveTime::parse_from_str(row.get_ref(4)?.as_str()?, "%H:%M").unwrap_or_default();
        found.push(Briefing {
            id: row.get(0)?,
            title: row.get(1)?,
            at: day.and_time(time),
            people: row.get::<_, i64>(5)?.unsigned_abs(),
        });
    }
    Ok(found)
}

/// Those who were at a meeting, or are on its list while it is to come: collaborators by themselves, others for their unit.
/// Where nobody is on the list, the units that were summoned.
fn heard(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Addressee>> {
    let sql = "SELECT collaborator, CASE WHEN collaborator IS NULL THEN unit END, full_name FROM participant
         WHERE class = ?1 AND deleted = 0 AND (collaborator IS NOT NULL OR unit IS NOT NULL)
           AND (NOT EXISTS (SELECT 1 FROM absence JOIN class_session ON class_session.id = absence.session
                  WHERE absence.participant = participant.id AND absence.deleted = 0 AND class_session.deleted = 0)
             OR EXISTS (SELECT 1 FROM class_session WHERE class_session.class = ?1 AND class_session.deleted = 0
                  AND NOT EXISTS (SELECT 1 FROM absence WHERE absence.session = class_session.id
                    AND absence.participant = participant.id AND absence.deleted = 0)))
         ORDER BY participant.id";
    let summoned = "SELECT NULL, class_summons.unit, unit.name FROM class_summons JOIN unit ON unit.id = class_summons.unit
         WHERE class = ?1 AND class_summons.deleted = 0 ORDER BY unit.protocol_order, unit.id";
    for sql in [sql, summoned] {
        let mut known = HashSet::new();
        let mut found: Vec<Addressee> = conn
            .prepare_cached(sql)?
            .query_map([class], |row| {
                Ok(Addressee { collaborator: row.get(0)?, unit: row.get(1)?, name: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        found.retain(|one| known.insert(one.collaborator.or(one.unit)));
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Puts the items of a report that was told at a meeting on its agenda, as what was added there: who said it, and what.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn put_on_agenda(tx: &Tx, meeting: Uuid, report: Uuid) -> Result<(), FileError> {
    let items: Vec<(Uuid, String, String, String)> = tx
        .prepare_cached(
            "SELECT item.id, item.title,
               coalesce(nullif(report.submitter_name, ''), collaborator.full_name, ''),
               coalesce(nullif(report.unit_name, ''), unit.name, '')
             FROM item JOIN report ON report.id = item.report
             LEFT JOIN collaborator ON collaborator.id = report.collaborator
             LEFT JOIN unit ON unit.id = report.unit
             WHERE item.report = ?1 AND item.deleted = 0 ORDER BY item.position, item.id",
        )?
        .query_map([report], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (item, title, name, unit) in items {
        let who = [name, unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let content = if who.is_empty() { title } else { format!("{who}: {title}") };
        let point = Point {
            id: Uuid::nil(),
            point: AgendaPoint { kind: AgendaKind::Addition, content },
            item: Some(item),
            issue: None,
        };
        training::save_point(tx, meeting, &point)?;
    }
    Ok(())
}

/// Notes that something is told at a giao ban: it was sent there to those who attended, and stands on the agenda. Of a
/// meeting that is still to come only the agenda and the way are noted.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn tell(tx: &Tx, matter: &Matter, briefing: &Briefing, now: NaiveDateTime) -> Result<Told, FileError> {
    let Some(mut record) = told_record(tx, matter, briefing)? else { return Ok(Told::default()) };
    record.issue = record.issue.take().filter(|_| record.answers_issue);
    let to_come = briefing.at.date() > now.date();
    let meant = settled(tx, &record)?;
    let heard = heard(tx, briefing.id)?;
    let there: HashSet<Option<Uuid>> = heard.iter().map(|one| one.collaborator.or(one.unit)).collect();
    let away = meant.iter().filter(|one| !there.contains(&one.collaborator.or(one.unit))).count();
    "meeting".clone_into(&mut record.sent_through);
    let mut told = Told { to_come, heard: 0, away: 0, orientation: None };
    if !to_come {
        record.sent_at = Some(briefing.at);
        // Without a list of those who came it went to those it was meant for.
        let known = !heard.is_empty();
        record.recipients = if known { heard } else { meant };
        record.filter = String::new();
        told.heard = record.recipients.len();
        told.away = if known { away } else { 0 };
    }
    let id = match record.id {
        Some(id) => {
            save_answer(tx, id, &record)?;
            id
        }
        None => insert_orientation(tx, &record)?,
    };
    agenda_point(tx, briefing.id, &record)?;
    told.orientation = Some(id);
    Ok(told)
}

/// The orientation that is told. Of an issue it is the newest that was not sent, or was told at this meeting already; else a
/// new one with the answer of the issue, to all its items.
fn told_record(
    tx: &Tx,
    matter: &Matter,
    briefing: &Briefing,
) -> Result<Option<OrientationRecord>, FileError> {
    let (issue, title) = match matter {
        Matter::Orientation(id) => {
            let mut known = answer_record(tx, *id)?;
            // What went another way before went so; that it is told once more is an orientation of its own.
            let elsewhere = |record: &&mut OrientationRecord| {
                record.sent_at.is_some_and(|at| record.sent_through != "meeting" || at != briefing.at)
            };
            if let Some(record) = known.as_mut().filter(elsewhere) {
                record.id = None;
                record.sent_at = None;
            }
            return Ok(known);
        }
        Matter::Issue(issue, title) => (*issue, title),
    };
    let known: Option<Uuid> = tx
        .prepare_cached(
            "SELECT id FROM orientation WHERE issue = ?1 AND deleted = 0
               AND (sent_at IS NULL OR sent_through = 'meeting' AND sent_at = ?2) ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![issue, stored(briefing.at)], |row| row.get(0))
        .optional()?;
    let Some(mut record) = answer_to_issue(tx, issue)?.filter(|record| !record.content.trim().is_empty())
    else {
        return Ok(None);
    };
    if let Some(id) = known
        && let Some(known) = answer_record(tx, id)?
    {
        // Items that came under the issue since then are answered with it.
        record = OrientationRecord { items: record.items, titles: record.titles, ..known };
    } else {
        record.title.clone_from(title);
    }
    Ok(Some(record))
}

pub(super) fn stored(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Puts it on the agenda beside the points of its kind; once.
fn agenda_point(tx: &Tx, class: Uuid, record: &OrientationRecord) -> Result<(), FileError> {
    let issue = record.issue.as_ref().map(|(issue, _)| *issue);
    let kind = if issue.is_some() || !record.items.is_empty() { "answer" } else { "orientation" };
    let known = tx
        .prepare_cached(
            "SELECT 1 FROM agenda_point WHERE class = ?1 AND deleted = 0 AND (issue = ?2 OR content = ?3)",
        )?
        .exists(params![class, issue, record.title])?;
    if known {
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO agenda_point (id, class, kind, content, issue, position) VALUES (?1, ?2, ?3, ?4, ?5,
           coalesce((SELECT max(position) FROM agenda_point WHERE class = ?2 AND kind = ?3 AND deleted = 0),
             (SELECT max(position) + 1 FROM agenda_point WHERE class = ?2 AND deleted = 0), 0))",
    )?
    .execute(params![tx.new_id(), class, kind, record.title, issue])?;
    Ok(())
}
