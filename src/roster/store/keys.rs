//! Derived order and look-up keys of collaborators.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::file::Changed;
use crate::roster::model::spelling_key;
use crate::text::{NameOrder, keys, name_sort_key};

/// Brings the keys of the collaborators up to date that `changed` names, and of everybody in units it names.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_keys(conn: &Connection, changed: &Changed) -> rusqlite::Result<()> {
    for &id in changed.rows("collaborator") {
        renew(conn, id)?;
    }
    for unit in changed.rows("unit") {
        let members: Vec<Uuid> = conn
            .prepare_cached("SELECT id FROM collaborator WHERE unit = ?1 AND deleted = 0")?
            .query_map([unit], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in members {
            renew(conn, id)?;
        }
    }
    Ok(())
}

/// Builds all keys anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rebuild_keys(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM collaborator_key", [])?;
    let everybody: Vec<Uuid> = conn
        .prepare("SELECT id FROM collaborator WHERE deleted = 0")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in everybody {
        renew(conn, id)?;
    }
    Ok(())
}

fn renew(conn: &Connection, id: Uuid) -> rusqlite::Result<()> {
    let person = conn
        .prepare_cached(
            "SELECT full_name, given_name, post, coalesce(unit.name, '')
             FROM collaborator LEFT JOIN unit ON unit.id = collaborator.unit
             WHERE collaborator.id = ?1 AND collaborator.deleted = 0",
        )?
        .query_row([id], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
            ))
        })
        .optional()?;
    let Some((name, given, post, unit)) = person else {
        conn.prepare_cached("DELETE FROM collaborator_key WHERE collaborator = ?1")?.execute([id])?;
        return Ok(());
    };
    conn.prepare_cached(
        "INSERT INTO collaborator_key (collaborator, given_first, family_first, words, folded) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (collaborator) DO UPDATE SET given_first = excluded.given_first,
           family_first = excluded.family_first, words = excluded.words, folded = excluded.folded",
    )?
    .execute(params![
        id,
        name_sort_key(&name, &given, NameOrder::GivenFirst),
        name_sort_key(&name, &given, NameOrder::FamilyFirst),
        keys(&format!("{name} {unit} {post}")).join(" "),
        spelling_key(&name),
    ])?;
    Ok(())
}
