//! The roster as a list.

use std::collections::HashSet;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use crate::roster::model::{Births, Order, PersonRow, Roster, Sex, Status};

/// Everybody in order; with `limit` only the first so many, for a first screen before the rest is read.
///
/// # Errors
/// Whatever SQLite answers.
pub fn roster(conn: &Connection, order: Order, limit: Option<usize>) -> rusqlite::Result<Roster> {
    let units = super::units(conn)?;
    let formers = super::formers(conn, &units)?;
    let key = match order {
        Order::Family => "family_first",
        Order::Given | Order::Unit => "given_first",
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT collaborator.id, full_name, given_name, unit, post, concurrent_post, status, term_to,
           (SELECT group_concat(number, char(10)) FROM
             (SELECT number FROM collaborator_phone WHERE collaborator = collaborator.id AND deleted = 0
              ORDER BY position, number))
         FROM collaborator_key JOIN collaborator ON collaborator.id = collaborator_key.collaborator
         WHERE collaborator.deleted = 0 ORDER BY {key}, collaborator.id LIMIT ?1"
    ))?;
    let limit = limit.map_or(-1, |limit| limit as i64);
    let rows = statement.query_map([limit], |row| {
        Ok(PersonRow {
            id: row.get(0)?,
            full_name: row.get(1)?,
            given_name: row.get(2)?,
            unit: row.get(3)?,
            post: row.get(4)?,
            concurrent_post: row.get(5)?,
            status: Status::from_id(row.get_ref(6)?.as_str()?),
            term_to: row.get(7)?,
            phones: match row.get_ref(8)? {
                ValueRef::Null => String::new(),
                text => text.as_str()?.to_owned(),
            },
        })
    })?;
    let rows: Vec<PersonRow> = rows.collect::<rusqlite::Result<_>>()?;
    let mut roster = Roster::with_formers(units, formers, rows);
    roster.set_clashes(clashes(conn)?);
    roster.set_retention(super::retention_years(conn)?);
    if order == Order::Unit && limit < 0 {
        roster.sort_by_unit();
    }
    Ok(roster)
}

/// People about whose own fields or numbers copies of the file disagree.
fn clashes(conn: &Connection) -> rusqlite::Result<HashSet<Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce(p.collaborator, d.row) FROM decision d
           LEFT JOIN collaborator_phone p ON p.id = d.row
         WHERE d.kind IN ('clash', 'deleted_edited')",
    )?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// Sex and year of birth of everybody on the roster, for sums.
///
/// # Errors
/// Whatever SQLite answers.
pub fn births(conn: &Connection) -> rusqlite::Result<Births> {
    let mut statement = conn.prepare_cached(
        "SELECT id, sex, coalesce(birth_year, CAST(substr(birth_date, 1, 4) AS INTEGER))
         FROM collaborator WHERE deleted = 0",
    )?;
    statement
        .query_map([], |row| Ok((row.get(0)?, (Sex::from_id(row.get_ref(1)?.as_str()?), row.get(2)?))))?
        .collect()
}
