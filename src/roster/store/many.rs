//! What is done to many people at once, and taking people and units off the roster.

use rusqlite::params;
use uuid::Uuid;

use super::parts::insert_decision;
use super::{collaborator, insert_unit, unit, update_collaborator, update_unit};
use crate::file::Tx;
use crate::roster::model::{BulkChange, Decision, NewUnit, Roster};

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
    if let Some(day) = renamed_on {
        rename_unit(tx, id, &known.name, day, "")?;
    }
    update_unit(tx, id, known)?;
    Ok(id)
}

/// Gives a unit another name from a day on; it bore the one it has until the day before. Nothing when it has that name already.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rename_unit(
    tx: &Tx,
    id: Uuid,
    name: &str,
    day: chrono::NaiveDate,
    basis: &str,
) -> rusqlite::Result<()> {
    let Some(mut known) = unit(tx, id)?.map(|unit| unit.known) else { return Ok(()) };
    if known.name == name || known.name.is_empty() {
        return Ok(());
    }
    let since: Option<chrono::NaiveDate> = tx
        .prepare_cached("SELECT max(valid_to) FROM unit_name WHERE unit = ?1 AND deleted = 0")?
        .query_row([id], |row| row.get(0))?;
    tx.prepare_cached(
        "INSERT INTO unit_name (id, unit, name, valid_from, valid_to) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        tx.new_id(),
        id,
        known.name,
        since.and_then(|day| day.succ_opt()).or(known.valid_from),
        day.pred_opt()
    ])?;
    tx.prepare_cached(
        "INSERT INTO unit_succession (id, old_unit, new_unit, kind, on_date, basis)
         VALUES (?1, ?2, ?2, 'rename', ?3, ?4)",
    )?
    .execute(params![tx.new_id(), id, day, basis])?;
    name.clone_into(&mut known.name);
    update_unit(tx, id, &known)
}

/// Moves a unit one place up or down in protocol order; false where it stands at the end.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_unit(tx: &Tx, id: Uuid, up: bool) -> rusqlite::Result<bool> {
    let moved = Roster::moved_in_order(&super::units(tx)?, id, up);
    for (unit, order) in &moved {
        tx.prepare_cached("UPDATE unit SET protocol_order = ?2 WHERE id = ?1")?
            .execute(params![unit, order])?;
    }
    Ok(!moved.is_empty())
}

/// Takes a unit off the list. The caller has seen to it that nobody and no unit stands in it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_unit(tx: &Tx, id: Uuid) -> rusqlite::Result<()> {
    tx.prepare_cached("UPDATE unit SET deleted = 1 WHERE id = ?1")?.execute([id])?;
    Ok(())
}
