//! What is done to many people at once, and taking people and units off the roster.

use rusqlite::params;
use uuid::Uuid;

use super::parts::insert_decision;
use super::{collaborator, insert_unit, unit, update_collaborator, update_unit};
use crate::file::Tx;
use crate::roster::model::{BulkChange, Decision, NewUnit};

/// Makes a decision about these people; how many it was made about.
///
/// # Errors
/// Whatever SQLite answers.
pub fn decide(tx: &Tx, people: &[Uuid], decision: &Decision) -> rusqlite::Result<usize> {
    let mut made = 0;
    for &id in people {
        let Some(mut person) = collaborator(tx, id)? else { continue };
        decision.apply(&mut person.known);
        update_collaborator(tx, id, &person.known)?;
        insert_decision(tx, id, decision)?;
        made += 1;
    }
    Ok(made)
}

/// How many of these people a change would change.
///
/// # Errors
/// Whatever SQLite answers.
pub fn would_change(
    conn: &rusqlite::Connection,
    people: &[Uuid],
    change: &BulkChange,
) -> rusqlite::Result<usize> {
    let mut differ = 0;
    for &id in people {
        if let Some(mut person) = collaborator(conn, id)? {
            differ += usize::from(change.apply(&mut person.known));
        }
    }
    Ok(differ)
}

/// Changes these people; how many were changed.
///
/// # Errors
/// Whatever SQLite answers.
pub fn change_many(tx: &Tx, people: &[Uuid], change: &BulkChange) -> rusqlite::Result<usize> {
    let mut changed = 0;
    for &id in people {
        let Some(mut person) = collaborator(tx, id)? else { continue };
        if change.apply(&mut person.known) {
            update_collaborator(tx, id, &person.known)?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Takes people off the roster; what they reported stays.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_collaborators(tx: &Tx, people: &[Uuid]) -> rusqlite::Result<()> {
    for id in people {
        tx.prepare_cached("UPDATE collaborator SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    }
    Ok(())
}

/// Enters a unit, or writes what is known of it. With `renamed_on` a changed name is a new one from that day, and the unit
/// bore the other one before; without, the name was written wrongly.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_unit(
    tx: &Tx,
    id: Option<Uuid>,
    known: &NewUnit,
    renamed_on: Option<chrono::NaiveDate>,
) -> rusqlite::Result<Uuid> {
    let Some(id) = id else {
        return insert_unit(tx, known);
    };
    let before = unit(tx, id)?.map(|unit| unit.known.name).unwrap_or_default();
    if let Some(day) = renamed_on.filter(|_| before != known.name && !before.is_empty()) {
        let since: Option<chrono::NaiveDate> = tx
            .prepare_cached("SELECT max(valid_to) FROM unit_name WHERE unit = ?1 AND deleted = 0")?
            .query_row([id], |row| row.get(0))?;
        tx.prepare_cached(
            "INSERT INTO unit_name (id, unit, name, valid_from, valid_to) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            tx.new_id(),
            id,
            before,
            since.and_then(|day| day.succ_opt()).or(known.valid_from),
            day.pred_opt()
        ])?;
        tx.prepare_cached(
            "INSERT INTO unit_succession (id, old_unit, new_unit, kind, on_date) VALUES (?1, ?2, ?2, 'rename', ?3)",
        )?
        .execute(params![tx.new_id(), id, day])?;
    }
    update_unit(tx, id, known)?;
    Ok(id)
}

/// Takes a unit off the list. The caller has seen to it that nobody and no unit stands in it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_unit(tx: &Tx, id: Uuid) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE unit SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}
