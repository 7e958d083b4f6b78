//! Excel workbooks, cell by cell: a sheet may declare a million rows and hold one.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType as _, ExcelDateTime, Reader as _, SheetType, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};

use super::{Archive, Cell, Content, Notice, Reading, Refusal, Row, Sheet, Source, Workbook};
use crate::text::clean_text;

/// Most cells with content in a workbook.
const CELL_LIMIT: usize = 2_000_000;
/// Columns beyond this one (XFD is 16,384) are left out: no list is that wide.
const COLUMN_LIMIT: u32 = 1024;
/// Most sheets.
const SHEET_LIMIT: usize = 256;

/// Reads a workbook: rows that hold anything, hidden ones too, with their numbers.
///
/// # Errors
/// [`Refusal`] when it is cut off, damaged or a bomb.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    // The library unpacks without counting: count first. Declared entities are refused here as well.
    let mut archive = Archive::open(&source.bytes)?;
    archive.measure(|name| {
        name.to_ascii_lowercase()
            .rsplit('.')
            .next()
            .is_some_and(|ending| matches!(ending, "xml" | "rels" | "vml"))
    })?;
    let mut excel: Xlsx<_> =
        Xlsx::new(Cursor::new(source.bytes.as_slice())).map_err(|error| refusal(&error))?;
    let names: Vec<String> = excel
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .take(SHEET_LIMIT)
        .collect();
    let mut sheets = Vec::with_capacity(names.len());
    let mut budget = CELL_LIMIT;
    let mut removed = 0;
    for name in names {
        let rows = rows(&mut excel, &name, &mut budget, &mut removed)?;
        let merged = excel
            .merge_cells_by_sheet_name(&name)
            .unwrap_or_default()
            .into_iter()
            .map(|area| (area.start.0, area.start.1, area.end.0, area.end.1))
            .collect();
        sheets.push(Sheet { name: clean_text(&name).text, rows, merged });
    }
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::NoRows);
    }
    let notices = if removed > 0 { vec![Notice::ControlsRemoved(removed)] } else { Vec::new() };
    Ok(Reading { content: Content::Workbook(Workbook { sheets }), notices })
}

fn rows(
    excel: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    budget: &mut usize,
    removed: &mut usize,
) -> Result<Vec<Row>, Refusal> {
    let mut reader = excel.worksheet_cells_reader(sheet).map_err(|error| refusal(&error))?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|error| refusal(&error))? {
        let (row, column) = cell.get_position();
        if column >= COLUMN_LIMIT {
            continue;
        }
        let value = value(cell.get_value(), removed);
        if value == Cell::Empty {
            continue;
        }
        *budget = budget.checked_sub(1).ok_or(Refusal::TooManyParts { limit: CELL_LIMIT })?;
        let number = row.saturating_add(1);
        // Cells come row by row; a file that jumps back is taken as it comes.
        if rows.last().is_none_or(|last| last.number != number) {
            rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            let index = column as usize;
            if last.cells.len() <= index {
                last.cells.resize(index + 1, Cell::Empty);
            }
            last.cells[index] = value;
        }
    }
    Ok(rows)
}

fn value(data: &DataRef, removed: &mut usize) -> Cell {
    match data {
        DataRef::Empty | DataRef::Error(_) => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(value) => Cell::Text(if *value { "x" } else { "" }.to_owned()),
        DataRef::DateTime(moment) => date(*moment).map_or(Cell::Number(moment.as_f64()), Cell::Moment),
        DataRef::DateTimeIso(text) => NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
            .map_or_else(|_| Cell::Text(text.clone()), Cell::Moment),
        DataRef::String(_) | DataRef::SharedString(_) | DataRef::DurationIso(_) => {
            let data: Data = data.clone().into();
            let cleaned = clean_text(data.get_string().unwrap_or_default());
            *removed += cleaned.removed;
            let text = cleaned.text.trim();
            if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
        }
    }
}

fn date(moment: ExcelDateTime) -> Option<NaiveDateTime> {
    if !moment.is_datetime() {
        return None;
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?.and_hms_opt(
        u32::from(hour),
        u32::from(minute),
        u32::from(second),
    )
}

fn refusal(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Password,
        XlsxError::Zip(_) | XlsxError::Io(_) | XlsxError::XmlEof(_) => Refusal::CutOff,
        other => Refusal::Damaged { part: other.to_string() },
    }
}
