//! Changing a class and its parts.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use super::lists::{set_agenda, set_costs, set_summons};
use super::write::{insert_host, insert_preparation, insert_session};
use crate::file::{Tx, link_id};
use crate::training::model::{Host, NewClass, PartRow, Preparation, Session};

/// Writes what is known of a class, its hosts, costs, summons and agenda. When its days move, sessions on them move along, and so
/// do things to prepare that are not done and fell due by them.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_class(tx: &Tx, id: Uuid, class: &NewClass) -> rusqlite::Result<()> {
    let before: Option<(Option<NaiveDate>, Option<NaiveDate>)> = tx
        .prepare_cached("SELECT date_from, date_to FROM class WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    tx.prepare_cached(
        "UPDATE class SET kind = ?2, title = ?3, purpose = ?4, date_from = ?5, date_to = ?6, date_text = ?7, place = ?8,
           state = ?9, audience = ?10, funding_source = ?11, estimate = ?12, document_number = ?13, document_date = ?14,
           result = ?15, note = ?16, certificate_signer = ?17, certificate_from = ?18
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        class.kind.id(),
        class.title,
        class.purpose,
        class.date_from,
        class.date_to,
        class.date_text,
        class.place,
        class.state.id(),
        class.audience,
        class.funding_source,
        class.estimate,
        class.document_number,
        class.document_date,
        class.result,
        class.note,
        class.certificate_signer,
        class.certificate_from,
    ])?;
    if let (Some((Some(from), to)), Some(day)) = (before, class.date_from) {
        move_parts(tx, id, (from, to.unwrap_or(from)), (day - from).num_days())?;
    }
    set_hosts(tx, id, &class.hosts)?;
    set_costs(tx, id, &class.costs)?;
    set_summons(tx, id, &class.summons)?;
    set_agenda(tx, id, &class.agenda)
}

fn move_parts(tx: &Tx, class: Uuid, days: (NaiveDate, NaiveDate), by: i64) -> rusqlite::Result<()> {
    if by == 0 {
        return Ok(());
    }
    let by = format!("{by:+} days");
    tx.prepare_cached(
        "UPDATE class_session SET on_date = date(on_date, ?4)
         WHERE class = ?1 AND deleted = 0 AND on_date BETWEEN ?2 AND ?3",
    )?
    .execute(params![class, days.0, days.1, by])?;
    tx.prepare_cached(
        "UPDATE class_preparation SET due_on = date(due_on, ?3)
         WHERE class = ?1 AND deleted = 0 AND done = 0 AND due_on <= ?2",
    )?
    .execute(params![class, days.1, by])?;
    Ok(())
}

/// Makes these the hosts; the first stays the first row, so that only what changed is logged.
fn set_hosts(tx: &Tx, class: Uuid, hosts: &[Host]) -> rusqlite::Result<()> {
    let rows: Vec<Uuid> = tx
        .prepare_cached("SELECT id FROM class_host WHERE class = ?1 AND deleted = 0 ORDER BY position, id")?
        .query_map([class], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for (at, host) in hosts.iter().enumerate() {
        let Some(row) = rows.get(at) else {
            insert_host(tx, class, at, host)?;
            continue;
        };
        tx.prepare_cached(
            "UPDATE class_host SET unit = ?2, name = ?3, signer = ?4, post = ?5, position = ?6 WHERE id = ?1",
        )?
        .execute(params![row, host.unit, host.name, host.signer, host.post, at as i64])?;
    }
    for row in rows.iter().skip(hosts.len()) {
        tx.prepare_cached("UPDATE class_host SET deleted = 1 WHERE id = ?1")?.execute([row])?;
    }
    Ok(())
}

/// Enters a session at the end, or writes what is known of one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_session(tx: &Tx, class: Uuid, session: &Session) -> rusqlite::Result<()> {
    let Some(id) = session.id else {
        return insert_session(tx, class, next(tx, "class_session", class)?, session);
    };
    tx.prepare_cached(
        "UPDATE class_session SET on_date = ?2, part = ?3, time_from = ?4, time_to = ?5, content = ?6, speaker = ?7,
           hall = ?8 WHERE id = ?1",
    )?
    .execute(params![
        id,
        session.on,
        session.part.id(),
        session.time_from,
        session.time_to,
        session.content,
        session.speaker,
        session.hall,
    ])?;
    Ok(())
}

/// Enters a thing to prepare, or writes what is known of one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_preparation(tx: &Tx, class: Uuid, task: &Preparation) -> rusqlite::Result<()> {
    let Some(id) = task.id else {
        return insert_preparation(tx, class, next(tx, "class_preparation", class)?, task);
    };
    tx.prepare_cached(
        "UPDATE class_preparation SET task = ?2, owner = ?3, due_on = ?4, done = ?5 WHERE id = ?1",
    )?
    .execute(params![id, task.task, task.owner, task.due_on, task.done])?;
    Ok(())
}

fn next(tx: &Tx, table: &'static str, class: Uuid) -> rusqlite::Result<usize> {
    let last: i64 = tx
        .prepare_cached(&format!(
            "SELECT coalesce(max(position), -1) FROM {table} WHERE class = ?1 AND deleted = 0"
        ))?
        .query_row([class], |row| row.get(0))?;
    Ok(usize::try_from(last + 1).unwrap_or_default())
}

/// Takes a part off.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_part(tx: &Tx, part: PartRow) -> rusqlite::Result<()> {
    let (sql, id) = match part {
        PartRow::Class(id) => ("UPDATE class SET deleted = 1 WHERE id = ?1", id),
        PartRow::Session(id) => ("UPDATE class_session SET deleted = 1 WHERE id = ?1", id),
        PartRow::Task(id) => ("UPDATE class_preparation SET deleted = 1 WHERE id = ?1", id),
        PartRow::Point(id) => ("UPDATE agenda_point SET deleted = 1 WHERE id = ?1", id),
        PartRow::Participant(id) => ("UPDATE participant SET deleted = 1 WHERE id = ?1", id),
    };
    tx.prepare_cached(sql)?.execute([id])?;
    Ok(())
}

/// Somebody was absent from a session (with leave or without), or was there after all (`None`).
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_absence(tx: &Tx, participant: Uuid, session: Uuid, absent: Option<bool>) -> rusqlite::Result<()> {
    let link = link_id("absence", &[participant.as_bytes(), session.as_bytes()]);
    match absent {
        Some(excused) => {
            tx.prepare_cached(
                "INSERT INTO absence (id, participant, session, excused) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET deleted = 0, excused = excluded.excused",
            )?
            .execute(params![link, participant, session, excused])?;
        }
        None => {
            tx.prepare_cached("UPDATE absence SET deleted = 1 WHERE id = ?1")?.execute([link])?;
        }
    }
    Ok(())
}
