//! Which column of a log holds what: recognised from the header, confirmed by a person, remembered by the file.

use std::collections::HashMap;

use crate::exchange::{Cell, Row, Sheet, Workbook};
use crate::inbox::columns::{Field, Layout, Layouts, LogSheet, Mapping, field};
use crate::text::{clean_line, fold};

/// Rows among which the header is looked for.
const HEADER_ROWS: usize = 30;
/// Fewest filled cells of a row that may be a header.
const FEWEST_CELLS: usize = 2;

fn layout(header: usize, row: &Row, mapping: Mapping, confirmed: bool) -> Layout {
    let labels: Vec<String> = row.cells.iter().map(|cell| label(cell).unwrap_or_default()).collect();
    let fingerprint = fingerprint(row);
    Layout { header, labels, mapping, fingerprint, confirmed }
}

fn recognised(row: &Row) -> Mapping {
    let mut columns: HashMap<Field, usize> = HashMap::new();
    for (column, cell) in row.cells.iter().enumerate() {
        if let Some(field) = label(cell).and_then(|label| field(&label)) {
            columns.entry(field).or_insert(column);
        }
    }
    Mapping(columns.into_iter().map(|(field, column)| (column, field)).collect())
}

/// The first value below the header of each column, on one line.
fn samples(layout: &Layout, sheet: &Sheet) -> Vec<String> {
    let below = sheet.rows.get(layout.header + 1..).unwrap_or_default();
    let value = |column: usize| {
        let cells = below.iter().take(HEADER_ROWS).filter_map(|row| row.cells.get(column));
        cells.map(shown).find(|value| !value.is_empty()).unwrap_or_default()
    };
    (0..layout.labels.len()).map(value).collect()
}

/// The layout of a sheet that is a log: one that was confirmed, or else one whose header says enough.
pub(super) fn find(sheet: &Sheet, layouts: &Layouts) -> Option<Layout> {
    let rows = || sheet.rows.iter().take(HEADER_ROWS).enumerate();
    let known = |(header, row): (usize, &Row)| {
        let mapping = layouts.get(&fingerprint(row)).filter(|mapping| mapping.has_content())?;
        Some(layout(header, row, mapping.clone(), true))
    };
    if !layouts.is_empty()
        && let Some(layout) = rows().find_map(known)
    {
        return Some(layout);
    }
    rows().find_map(|(header, row)| {
        let mapping = recognised(row);
        mapping.fits().then(|| layout(header, row, mapping, false))
    })
}

/// The sheets of a workbook that are logs, to be looked at by a person; of a workbook without one those that may be, by
/// the row that looks most like a header.
pub fn log_sheets(workbook: &Workbook, known: &Layouts) -> Vec<LogSheet> {
    let with = |layout_of: &dyn Fn(&Sheet) -> Option<Layout>| -> Vec<LogSheet> {
        let log = |sheet: &Sheet| {
            let layout = layout_of(sheet)?;
            Some(LogSheet { name: sheet.name.clone(), samples: samples(&layout, sheet), layout })
        };
        workbook.sheets.iter().filter_map(log).collect()
    };
    let logs = with(&|sheet| find(sheet, known));
    if logs.is_empty() { with(&likely) } else { logs }
}

/// The first row with most short labels that has rows below it.
fn likely(sheet: &Sheet) -> Option<Layout> {
    let labels = |row: &Row| {
        let texts = row.cells.iter().filter_map(label).filter(|text| !text.is_empty());
        texts.filter(|text| text.chars().count() <= 60).count()
    };
    let last = sheet.rows.len().saturating_sub(1).min(HEADER_ROWS);
    let (header, row) = sheet.rows[..last]
        .iter()
        .enumerate()
        .filter(|(_, row)| labels(row) >= FEWEST_CELLS)
        .min_by_key(|(at, row)| (usize::MAX - labels(row), *at))?;
    Some(layout(header, row, recognised(row), false))
}

/// A header's words; those of form programs are joined with underscores.
fn label(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => None,
    }
}

fn fingerprint(row: &Row) -> String {
    let folded = row.cells.iter().map(|cell| label(cell).map(|text| fold(&text)).unwrap_or_default());
    let folded: Vec<String> = folded.collect();
    // Empty columns at the end come and go with the program that saved the sheet.
    folded.join("|").trim_end_matches('|').to_owned()
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => clean_line(text).text,
        Cell::Number(number) => number.to_string(),
        Cell::Moment(moment) => moment.format("%d/%m/%Y").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let row = |(at, cells): (usize, &&[&str])| Row {
            number: at as u32 + 1,
            cells: cells.iter().map(|text| Cell::Text((*text).to_owned())).collect(),
        };
        Sheet { rows: rows.iter().enumerate().map(row).collect(), ..Sheet::default() }
    }

    #[test]
    fn a_layout_that_was_confirmed_is_known_again_whatever_its_header_says() {
        let sheet = sheet(&[
            &["SỔ TRỰC"],
            &["Lúc", "Ai gọi", "Nói gì", ""],
            &["5/9/2026", "Lê Thị Mai", "Nước đục.", ""],
        ]);
        assert_eq!(find(&sheet, &Layouts::new()), None);
        let workbook = Workbook { sheets: vec![sheet] };
        let log = log_sheets(&workbook, &Layouts::new()).remove(0);
        let (mut likely, on) = (log.layout, &workbook.sheets[0]);
        assert_eq!((likely.header, likely.confirmed), (1, false));
        assert_eq!(log.samples[2], "Nước đục.");
        assert!(!likely.mapping.has_content());
        likely.mapping.set(2, Some(Field::Content));
        likely.mapping.set(0, Some(Field::Date));
        let known = Layouts::from([(likely.fingerprint.clone(), likely.mapping.clone())]);
        let found = find(on, &known).unwrap();
        assert!(found.confirmed);
        assert_eq!(found.mapping, likely.mapping);
        // Without the empty column at the end it is the same header.
        let mut shorter = on.clone();
        shorter.rows[1].cells.pop();
        assert!(find(&shorter, &known).is_some());
    }
}
