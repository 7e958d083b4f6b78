//! Entering what was taken from a source: units and collaborators found, nothing entered twice.

use std::collections::HashSet;

use chrono::Local;
use rusqlite::Connection;
use uuid::Uuid;

use super::Taken;
use crate::file::{FileError, Tx};
use crate::inbox::model::NewReport;
use crate::inbox::rows::Doubled;
use crate::inbox::store::{Fresh, Numbering, find_by_source_key, insert_report, would_be_again};
use crate::roster::store as roster;
use crate::text::keys;

/// What entering a source's reports made, or would make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// Units created.
    pub units: usize,
    /// Reports created.
    pub reports: usize,
    /// Items created.
    pub items: usize,
    /// Reports that were in the file already.
    pub duplicates: usize,
    /// Ids of the reports created; empty in a rehearsal.
    pub made: Vec<Uuid>,
}

/// Enters the reports of a source as part of a write. The same file, mail, form or row of a log is entered once.
///
/// # Errors
/// [`FileError`]; the whole write is taken back then.
pub fn enter(tx: &Tx, taken: Taken, numbering: &mut Numbering) -> Result<Entered, FileError> {
    let mut entered = Entered::default();
    for mut report in taken.reports {
        if find_by_source_key(tx, &report.source_key)?.is_some() {
            entered.duplicates += 1;
            continue;
        }
        if !report.unit_name.is_empty() {
            // What was written before units were merged is of the unit of that day.
            let day = report.received_at.map(|at| at.date());
            let known = roster::find_unit_on(tx, &report.unit_name, day)?;
            entered.units += usize::from(known.is_none());
            report.unit = Some(match known {
                Some(unit) => unit,
                None => roster::ensure_unit(tx, &report.unit_name)?,
            });
        }
        let (name, address) = (&report.submitter_name, &report.submitter_address);
        report.collaborator = roster::match_collaborator(tx, name, report.unit, address, "")?;
        entered.made.push(insert_report(tx, &report, numbering)?);
        entered.reports += 1;
        entered.items += report.items.len();
    }
    Ok(entered)
}

/// What earlier sources of a rehearsal would have made.
#[derive(Clone, Debug, Default)]
pub struct Rehearsed {
    keys: HashSet<String>,
    units: HashSet<String>,
    items: Vec<Fresh>,
}

/// Matters of a rehearsal that say nearly what the file or an earlier source of the rehearsal says.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rehearsed_again(conn: &Connection, rehearsed: &Rehearsed) -> rusqlite::Result<Vec<Doubled>> {
    would_be_again(conn, &rehearsed.items, Local::now().naive_local())
}

/// What [`enter`] would make after the sources rehearsed before; nothing is written.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rehearse(
    conn: &Connection,
    reports: &[NewReport],
    before: &mut Rehearsed,
) -> Result<Entered, FileError> {
    let mut entered = Entered::default();
    for report in reports {
        let known = find_by_source_key(conn, &report.source_key)?.is_some();
        if known || !before.keys.insert(report.source_key.clone()) {
            entered.duplicates += 1;
            continue;
        }
        if !report.unit_name.is_empty()
            && roster::find_unit(conn, &report.unit_name)?.is_none()
            && before.units.insert(keys(&report.unit_name).join(" "))
        {
            entered.units += 1;
        }
        let at = before.keys.len();
        before.items.extend(report.items.iter().map(|item| Fresh::of(report, at, item)));
        entered.reports += 1;
        entered.items += report.items.len();
    }
    Ok(entered)
}
