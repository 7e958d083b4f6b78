//! Sheets of a survey, counted: raw answers with one row for each form, or a table of counts.
//!
//! A column is counted for itself and what stood together in a row is let go of at once, so nothing here knows what one person
//! answered. Columns that tell who somebody is are not even counted.

mod counts;
mod raw;

#[cfg(test)]
mod tests;

use crate::exchange::{Cell, Row, Workbook};
use crate::inbox::import::secrecy;
use crate::survey::model::{Counted, NotASurvey, Shape};

/// Rows among which the head and marks of secrecy are looked for.
const HEAD_ROWS: usize = 15;

/// Counts the sheet of a workbook that holds most.
///
/// # Errors
/// [`NotASurvey`].
pub fn count(workbook: &Workbook) -> Result<Counted, NotASurvey> {
    for sheet in &workbook.sheets {
        let head = sheet.rows.iter().take(HEAD_ROWS).flat_map(|row| &row.cells);
        let marks = head.filter_map(|cell| match cell {
            Cell::Text(text) => secrecy(text),
            _ => None,
        });
        if let Some(mark) = marks.max() {
            return Err(NotASurvey::Secret(mark.mark()));
        }
    }
    let filled =
        |rows: &[Row]| rows.iter().flat_map(|row| &row.cells).filter(|cell| **cell != Cell::Empty).count();
    let sheets = workbook.sheets.iter().filter(|sheet| filled(&sheet.rows) > 0);
    let others = sheets.clone().count().saturating_sub(1);
    let sheet = sheets.max_by_key(|sheet| filled(&sheet.rows)).ok_or(NotASurvey::NoRows)?;
    let mut counted = match counts::read(&sheet.rows) {
        Some(columns) => Counted {
            sheet: sheet.name.clone(),
            others,
            shape: Shape::Counts,
            rows: sheet.rows.len(),
            valid: 0,
            columns,
        },
        None => raw::read(&sheet.rows).ok_or(NotASurvey::NoRows)?,
    };
    (counted.sheet, counted.others) = (sheet.name.clone(), others);
    if counted.questions().is_empty() {
        return Err(NotASurvey::NoQuestions);
    }
    Ok(counted)
}

/// A cell as text on one line.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.trim().to_owned(),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(moment) => moment.format("%d/%m/%Y").to_string(),
    }
}

/// A whole number that counts something.
fn whole(cell: Option<&Cell>) -> Option<i64> {
    match cell? {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..1e9).contains(number) => Some(*number as i64),
        Cell::Text(text) => {
            let plain: String =
                text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '\u{a0}')).collect();
            let digits = (1..=9).contains(&plain.len()) && plain.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| plain.parse().ok()).flatten()
        }
        _ => None,
    }
}
