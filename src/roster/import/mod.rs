//! Rosters from Excel and csv: recognised, previewed, written in one go, and known again when they come a second time.

mod columns;
mod grid;
mod plan;
mod rows;
mod values;

use rusqlite::Connection;

use crate::exchange::Workbook;
use crate::file::Tx;
use crate::text;

pub use super::model::{Notice, RosterImported};
pub use columns::{Field, Mapping};
pub use grid::Grid;
pub use plan::{Plan, Said, apply, plan, planned, remembered};
pub use rows::{PeopleSheet, ReadPerson, list_columns, read_sheet};
pub use values::date_in_words;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum RosterImportError {
    /// No header of a list of people was found.
    #[error("no header of a list of people")]
    NoHeader,
    /// A header, but nobody under it.
    #[error("a header but no rows of people")]
    NoRows,
    /// The office's file answered.
    #[error(transparent)]
    File(#[from] crate::file::FileError),
}

impl From<rusqlite::Error> for RosterImportError {
    fn from(error: rusqlite::Error) -> Self {
        Self::File(error.into())
    }
}

/// True when the workbook holds a list of collaborators: a header with names, and nothing that speaks of reports or of
/// people who attend something.
pub fn looks_like_roster(workbook: &Workbook) -> bool {
    has_people(workbook) && !speaks_of_attendees(workbook)
}

/// A sheet has a header of a list of people, and no column of reported matters.
pub fn has_people(workbook: &Workbook) -> bool {
    workbook.sheets.iter().any(|sheet| {
        columns::find_header(&Grid::new(sheet)).is_some_and(|header| {
            !header.labels.iter().any(|label| {
                let label = text::fold(label);
                label.contains("noi dung") || label.contains("phan anh") || label.contains("noi_dung")
            })
        })
    })
}

/// The title or the header speaks of people who attend a class or meeting.
pub fn speaks_of_attendees(workbook: &Workbook) -> bool {
    const WORDS: &[&str] =
        &["hoc vien", "dai bieu", "tham du", "diem danh", "du lop", "trieu tap", "ky nhan"];
    workbook.sheets.iter().any(|sheet| {
        let grid = Grid::new(sheet);
        let Some(header) = columns::find_header(&grid) else {
            return false;
        };
        (0..=header.first).flat_map(|row| grid.own_texts(row)).any(|line| {
            let line = text::fold(&line);
            WORDS.iter().any(|word| line.contains(word))
        })
    })
}

/// Reads the sheets of a workbook that hold people. Sheets without a header of people (summaries) are passed over.
///
/// # Errors
/// [`RosterImportError`] when no sheet holds people.
pub fn read_workbook(
    workbook: &Workbook,
    remembered: impl Fn(&str) -> Option<Mapping>,
) -> Result<Vec<PeopleSheet>, RosterImportError> {
    let mut sheets = Vec::new();
    let mut reason = RosterImportError::NoHeader;
    for sheet in &workbook.sheets {
        match read_sheet(sheet, &remembered) {
            Ok(read)
                if read.people.is_empty()
                    && read.notices.iter().all(|n| !matches!(n, Notice::NoValidName { .. })) =>
            {
                reason = RosterImportError::NoRows;
            }
            Ok(read) => sheets.push(read),
            Err(RosterImportError::NoRows) => reason = RosterImportError::NoRows,
            Err(_) => {}
        }
    }
    if sheets.is_empty() { Err(reason) } else { Ok(sheets) }
}

/// What importing a list would do; nothing is written.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people.
pub fn preview(
    conn: &Connection,
    workbook: &Workbook,
    mapping: Option<&Mapping>,
) -> Result<RosterImported, RosterImportError> {
    Ok(plan(conn, workbook, mapping)?.counts())
}

/// Imports a list into the roster as part of a write. `mapping` is what a person said of the columns; without it the file's
/// own memory and the header decide. The mapping is remembered.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people; nothing is written then.
pub fn import_workbook(
    tx: &Tx,
    workbook: &Workbook,
    mapping: Option<&Mapping>,
) -> Result<RosterImported, RosterImportError> {
    let plan = plan(tx, workbook, mapping)?;
    Ok(apply(tx, plan)?)
}
