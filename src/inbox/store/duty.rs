//! Duties (chế độ báo cáo): who reports to the office and what it owes itself.

use chrono::NaiveDate;
use rusqlite::params;
use uuid::Uuid;

use crate::file::{FileError, Tx, link_id};
use crate::inbox::model::PeriodKind;

/// A duty before it has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDuty {
    /// Name.
    pub name: String,
    /// The office owes it; otherwise the office receives.
    pub owes: bool,
    /// For what the office owes: the body it goes to.
    pub counterpart: String,
    /// How often.
    pub period: PeriodKind,
    /// Days after the period's last day; negative = before it ends.
    pub due_day: i64,
    /// The document it rests on.
    pub basis: String,
    /// First day it holds; `None` = always.
    pub valid_from: Option<NaiveDate>,
    /// Units it binds; empty = all.
    pub units: Vec<Uuid>,
    /// True when every collaborator is bound.
    pub collaborators: bool,
}

/// Enters a duty with whom it binds.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn insert_duty(tx: &Tx, duty: &NewDuty) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    let who = match (duty.collaborators, duty.units.is_empty()) {
        (true, _) => "collaborator",
        (false, true) => "unit",
        (false, false) => "named",
    };
    tx.prepare_cached(
        "INSERT INTO duty (id, name, direction, who, counterpart, period_kind, due_day, weekend_rule, basis, valid_from)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'after', ?, ?)",
    )?
    .execute(params![
        id,
        duty.name,
        if duty.owes { "owes" } else { "receives" },
        who,
        duty.counterpart,
        duty.period.id(),
        duty.due_day,
        duty.basis,
        duty.valid_from,
    ])?;
    for unit in &duty.units {
        tx.prepare_cached(
            "INSERT INTO duty_member (id, duty, unit) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET deleted = 0 WHERE deleted <> 0",
        )?
        .execute(params![link_id("duty_member", &[id.as_bytes(), unit.as_bytes()]), id, unit])?;
    }
    Ok(id)
}
