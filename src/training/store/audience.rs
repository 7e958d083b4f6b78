//! Who may be asked to a class.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::read::COMMITTEE;
use crate::roster::model::{Unit, UnitKind, UnitLevel};
use crate::roster::store::units;
use crate::training::model::{Candidate, Participant, Trained};

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

/// Everybody on the list of a class that was held.
///
/// # Errors
/// Whatever SQLite answers.
pub fn trained(conn: &Connection) -> rusqlite::Result<Vec<Trained>> {
    let units = units(conn)?;
    let known: HashMap<Uuid, &Unit> = units.iter().map(|unit| (unit.id, unit)).collect();
    conn.prepare_cached(
        "SELECT participant.class, participant.collaborator, participant.full_name, participant.unit, participant.unit_name
         FROM participant JOIN class ON class.id = participant.class
         WHERE participant.deleted = 0 AND class.deleted = 0 AND class.kind = 'class' AND class.state = 'held'",
    )?
    .query_map([], |row| {
        let unit: Option<Uuid> = row.get(3)?;
        let written: String = row.get(4)?;
        let commune = unit.and_then(|unit| commune(&known, unit)).unwrap_or_default().to_owned();
        let unit = unit.and_then(|unit| known.get(&unit)).map_or(written, |unit| unit.known.name.clone());
        Ok(Trained { class: row.get(0)?, collaborator: row.get(1)?, full_name: row.get(2)?, unit, commune })
    })?
    .collect()
}

/// Name of the commune a unit stands in, itself among them.
fn commune<'a>(known: &HashMap<Uuid, &'a Unit>, unit: Uuid) -> Option<&'a str> {
    let mut at = unit;
    // No tree of units is deeper; a merge may have brought a circle.
    for _ in 0..16 {
        let unit = known.get(&at)?;
        if unit.known.level == UnitLevel::Commune && unit.known.kind == UnitKind::default() {
            return Some(&unit.known.name);
        }
        at = unit.known.parent?;
    }
    None
}
