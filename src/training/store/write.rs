//! Entering and changing classes. All statements are cached, because the demonstration enters many in one write.

use rusqlite::params;
use uuid::Uuid;

use crate::file::Tx;
use crate::training::model::{
    AgendaPoint, ClassState, Cost, Host, NewClass, Participant, Preparation, Session, Summons,
};

/// Enters a class or meeting with all its parts.
///
/// # Errors
/// Whatever SQLite answers.
pub fn insert_class(tx: &Tx, class: &NewClass) -> rusqlite::Result<Uuid> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO class (id, kind, title, purpose, date_from, date_to, date_text, place, state, audience,
           funding_source, estimate, document_number, document_date, series, repeat_rule, result, note,
           certificate_signer, certificate_from)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        class.series,
        class.repeat_rule.id(),
        class.result,
        class.note,
        class.certificate_signer,
        class.certificate_from,
    ])?;
    for (position, host) in class.hosts.iter().enumerate() {
        insert_host(tx, id, position, host)?;
    }
    for (position, session) in class.sessions.iter().enumerate() {
        insert_session(tx, id, position, session)?;
    }
    for (position, task) in class.preparation.iter().enumerate() {
        insert_preparation(tx, id, position, task)?;
    }
    for (position, cost) in class.costs.iter().enumerate() {
        insert_cost(tx, id, position, cost)?;
    }
    for summons in &class.summons {
        insert_summons(tx, id, summons)?;
    }
    for participant in &class.participants {
        add_participant(tx, id, participant)?;
    }
    for (position, point) in class.agenda.iter().enumerate() {
        insert_agenda_point(tx, id, position, point)?;
    }
    Ok(id)
}

pub(super) fn insert_host(tx: &Tx, class: Uuid, position: usize, host: &Host) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO class_host (id, class, unit, name, signer, post, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        tx.new_id(),
        class,
        host.unit,
        host.name,
        host.signer,
        host.post,
        position as i64
    ])?;
    Ok(())
}

pub(super) fn insert_session(
    tx: &Tx,
    class: Uuid,
    position: usize,
    session: &Session,
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO class_session (id, class, on_date, part, time_from, time_to, content, speaker, hall, position)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        tx.new_id(),
        class,
        session.on,
        session.part.id(),
        session.time_from,
        session.time_to,
        session.content,
        session.speaker,
        session.hall,
        position as i64,
    ])?;
    Ok(())
}

pub(super) fn insert_preparation(
    tx: &Tx,
    class: Uuid,
    position: usize,
    task: &Preparation,
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO class_preparation (id, class, task, owner, due_on, done, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![tx.new_id(), class, task.task, task.owner, task.due_on, task.done, position as i64])?;
    Ok(())
}

pub(super) fn insert_cost(tx: &Tx, class: Uuid, position: usize, cost: &Cost) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO class_cost (id, class, content, quantity, unit_cost, position) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![tx.new_id(), class, cost.content, cost.quantity, cost.unit_cost, position as i64])?;
    Ok(())
}

pub(super) fn insert_summons(tx: &Tx, class: Uuid, summons: &Summons) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO class_summons (id, class, unit, category, number, names_due) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        tx.new_id(),
        class,
        summons.unit,
        summons.category,
        summons.number,
        summons.names_due
    ])?;
    Ok(())
}

pub(super) fn insert_agenda_point(
    tx: &Tx,
    class: Uuid,
    position: usize,
    point: &AgendaPoint,
) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO agenda_point (id, class, kind, content, position) VALUES (?, ?, ?, ?, ?)",
    )?
    .execute(params![tx.new_id(), class, point.kind.id(), point.content, position as i64])?;
    Ok(())
}

/// Puts a person on the list of a class.
///
/// # Errors
/// Whatever SQLite answers.
pub fn add_participant(tx: &Tx, class: Uuid, person: &Participant) -> rusqlite::Result<Uuid> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO participant (id, class, collaborator, full_name, birth_year, unit, unit_name, post, phone,
           stand_in_for, walk_in, certificate_number, result)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        class,
        person.collaborator,
        person.full_name,
        person.birth_year,
        person.unit,
        person.unit_name,
        person.post,
        person.phone,
        person.stand_in_for,
        person.walk_in,
        person.certificate_number,
        person.result,
    ])?;
    Ok(id)
}

/// Changes how far a class is.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_class_state(tx: &Tx, class: Uuid, state: ClassState) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE class SET state = ?2 WHERE id = ?1")?.execute(params![class, state.id()])?;
    Ok(())
}

/// Ticks a thing to prepare off, or on again.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_preparation_done(tx: &Tx, preparation: Uuid, done: bool) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE class_preparation SET done = ?2 WHERE id = ?1")?
        .execute(params![preparation, done])?;
    Ok(())
}
