//! Excel workbooks, cell by cell: a sheet may declare a million rows and hold one.

use std::io::Cursor;

use calamine::{Data, DataRef, DataType as _, ExcelDateTime, Reader as _, SheetType, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};

use super::sheets::{SHEET_LIMIT, Sheets};
use super::{Archive, Cell, Reading, Refusal, Source};

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
    let mut sheets = Sheets::new();
    for name in names {
        sheets.begin(&name);
        rows(&mut excel, &name, &mut sheets)?;
        let merged = excel.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheets.merged(merged.into_iter().map(|area| (area.start.0, area.start.1, area.end.0, area.end.1)));
    }
    sheets.finish()
}

fn rows(excel: &mut Xlsx<Cursor<&[u8]>>, name: &str, sheets: &mut Sheets) -> Result<(), Refusal> {
    let mut reader = excel.worksheet_cells_reader(name).map_err(|error| refusal(&error))?;
    while let Some(cell) = reader.next_cell().map_err(|error| refusal(&error))? {
        let (row, column) = cell.get_position();
        sheets.put(row, column, value(cell.get_value()))?;
    }
    Ok(())
}

fn value(data: &DataRef) -> Cell {
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
            match data.get_string() {
                Some(text) if !text.trim().is_empty() => Cell::Text(text.to_owned()),
                _ => Cell::Empty,
            }
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
