//! Who may be asked to a class.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::read::COMMITTEE;
use crate::training::model::{Candidate, Participant};

/// Everybody who serves and is not on the list of a class, in the order of their units and names.
///
/// # Errors
/// Whatever SQLite answers.
pub fn candidates(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Candidate>> {
    conn.prepare_cached(&format!(
        "WITH RECURSIVE summoned(id) AS (
           SELECT unit FROM class_summons WHERE class = ?1 AND deleted = 0 AND unit IS NOT NULL
           UNION {COMMITTEE} AND unit.id IN
             (SELECT unit FROM class_summons WHERE class = ?1 AND deleted = 0 AND unit IS NOT NULL)
           UNION SELECT unit.id FROM unit JOIN summoned ON unit.parent = summoned.id WHERE unit.deleted = 0),
         trained(id, last) AS (
           SELECT participant.collaborator, max(other.date_from) FROM participant
           JOIN class AS other ON other.id = participant.class
           WHERE participant.collaborator IS NOT NULL AND participant.deleted = 0
             AND other.deleted = 0 AND other.kind = 'class' AND other.state = 'held'
           GROUP BY participant.collaborator)
         SELECT who.id, who.full_name, who.birth_year, who.unit, coalesce(unit.name, ''), who.post,
           coalesce((SELECT number FROM collaborator_phone
             WHERE collaborator = who.id AND deleted = 0 ORDER BY position, number LIMIT 1), ''),
           trained.last, who.term_from, who.unit IN (SELECT id FROM summoned)
         FROM collaborator AS who
         JOIN collaborator_key AS key ON key.collaborator = who.id
         LEFT JOIN unit ON unit.id = who.unit
         LEFT JOIN trained ON trained.id = who.id
         WHERE who.deleted = 0 AND who.status = 'active' AND NOT EXISTS (
           SELECT 1 FROM participant WHERE class = ?1 AND collaborator = who.id AND deleted = 0)
         ORDER BY unit.protocol_order IS NULL, unit.protocol_order, unit.name, key.given_first, who.id"
    ))?
    .query_map([class], |row| {
        Ok(Candidate {
            person: Participant {
                collaborator: row.get(0)?,
                full_name: row.get(1)?,
                birth_year: row.get(2)?,
                unit: row.get(3)?,
                unit_name: row.get(4)?,
                post: row.get(5)?,
                phone: row.get(6)?,
                ..Participant::default()
            },
            last_trained: row.get(7)?,
            term_from: row.get(8)?,
            summoned: row.get::<_, Option<bool>>(9)?.unwrap_or_default(),
        })
    })?
    .collect()
}

/// When collaborators were in a class last.
///
/// # Errors
/// Whatever SQLite answers.
pub fn last_trained(conn: &Connection) -> rusqlite::Result<HashMap<Uuid, NaiveDate>> {
    conn.prepare_cached(
        "SELECT participant.collaborator, max(class.date_from) FROM participant
         JOIN class ON class.id = participant.class
         WHERE participant.collaborator IS NOT NULL AND participant.deleted = 0 AND class.date_from IS NOT NULL
           AND class.deleted = 0 AND class.kind = 'class' AND class.state = 'held'
         GROUP BY participant.collaborator",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}
