//! Excel 97–2003 and 5–95 workbooks. Read record by record: a sheet claims what it likes and holds what it holds, and a
//! cell knows its font, which tells texts of before Unicode (.VnTime, VNI-Times) from others.

mod records;
mod strings;

use std::collections::HashMap;

use super::compound::{Compound, u16_at, u32_at};
use super::sheets::Sheets;
use super::{Cell, Notice, Reading, Refusal, Source};
use crate::text::encoding::{OldEncoding, font_of_old, from_font};
use records::{Record, Records, is_date_format, is_date_number, moment, number_at, packed};

/// Reads a workbook: rows that hold anything, hidden ones too.
///
/// # Errors
/// [`Refusal`] when it is cut off, damaged, protected or too large.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let mut compound = Compound::open(&source.bytes)?;
    let stream = match compound.stream("/Workbook")? {
        Some(stream) => stream,
        None => compound.stream("/Book")?.ok_or_else(|| damaged("Workbook"))?,
    };
    let book = Book::read(&stream)?;
    let mut sheets = Sheets::new();
    let mut old = None;
    for (start, name) in &book.sheets {
        if !sheets.begin(name) {
            break;
        }
        sheet(&stream, *start, &book, &mut sheets, &mut old)?;
    }
    let mut reading = sheets.finish()?;
    if let Some(old) = old.filter(|_| !reading.notices.iter().any(|told| matches!(told, Notice::ReadAs(_)))) {
        reading.notices.insert(0, Notice::ReadAs(old));
    }
    Ok(reading)
}

fn damaged(part: &str) -> Refusal {
    Refusal::Damaged { part: part.to_owned() }
}

/// How a cell looks, as far as it matters.
#[derive(Clone, Copy, Default)]
struct Look {
    date: bool,
    /// The font of before Unicode its text was typed for, and whether it shows capitals.
    font: Option<(OldEncoding, bool)>,
}

/// What holds for all sheets.
#[derive(Default)]
struct Book {
    /// Places in the stream and names.
    sheets: Vec<(usize, String)>,
    strings: Vec<String>,
    looks: Vec<Look>,
    since_1904: bool,
    /// Excel 5–95: strings are bytes.
    narrow: bool,
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut book = Self::default();
        let mut fonts: Vec<Option<(OldEncoding, bool)>> = Vec::new();
        let mut formats: HashMap<u16, bool> = HashMap::new();
        let mut cell_formats: Vec<(u16, u16)> = Vec::new();
        let mut records = Records::from(stream, 0)?;
        let mut first = true;
        while let Some(Record { kind, data }) = records.next()? {
            if std::mem::take(&mut first) {
                if kind != 0x0809 {
                    return Err(damaged("BOF"));
                }
                book.narrow = u16_at(data, 0) != Some(0x0600);
                continue;
            }
            match kind {
                0x000a => break,
                0x002f => return Err(Refusal::Password),
                0x0022 => book.since_1904 = u16_at(data, 0) == Some(1),
                0x0031 => {
                    let name = data.get(14..).and_then(|rest| strings::string(rest, false, book.narrow));
                    fonts.push(font_of_old(&name.unwrap_or_default()));
                }
                0x041e => {
                    let text =
                        data.get(2..).and_then(|rest| strings::string(rest, !book.narrow, book.narrow));
                    if let (Some(number), Some(text)) = (u16_at(data, 0), text) {
                        formats.insert(number, is_date_format(&text));
                    }
                }
                0x00e0 => {
                    cell_formats.push((u16_at(data, 0).unwrap_or(0), u16_at(data, 2).unwrap_or(0)));
                }
                0x0085 => book.sheet(data)?,
                0x00fc => {
                    let mut pieces = vec![data];
                    while let Some(more) = records.continued()? {
                        pieces.push(more);
                    }
                    book.strings = strings::shared(&pieces)?;
                }
                _ => {}
            }
        }
        let look = |&(font, format): &(u16, u16)| {
            // There is no font of number 4.
            let at = usize::from(font) - usize::from(font > 4);
            let date = formats.get(&format).copied().unwrap_or_else(|| is_date_number(format));
            Look { date, font: fonts.get(at).copied().flatten() }
        };
        book.looks = cell_formats.iter().map(look).collect();
        Ok(book)
    }

    /// A sheet's place and name; charts and macros are none.
    fn sheet(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let start = u32_at(data, 0).ok_or(Refusal::CutOff)? as usize;
        if data.get(5) == Some(&0) {
            let name = data.get(6..).and_then(|rest| strings::string(rest, false, self.narrow));
            self.sheets.push((start, name.unwrap_or_default()));
        }
        Ok(())
    }

    fn look(&self, data: &[u8]) -> Look {
        u16_at(data, 4).and_then(|at| self.looks.get(usize::from(at))).copied().unwrap_or_default()
    }

    fn number(&self, value: f64, look: Look) -> Cell {
        if !value.is_finite() {
            return Cell::Empty;
        }
        let day = if look.date { moment(value, self.since_1904) } else { None };
        day.map_or(Cell::Number(value), Cell::Moment)
    }
}

/// Reads the cells of one sheet. `old` becomes the old encoding that texts were in.
fn sheet(
    stream: &[u8],
    start: usize,
    book: &Book,
    sheets: &mut Sheets,
    old: &mut Option<OldEncoding>,
) -> Result<(), Refusal> {
    let mut records = Records::from(stream, start)?;
    // Charts inside a sheet have cells of their own; the first beginning is the sheet's.
    let mut depth = 0;
    // The formula whose words come in a record of their own.
    let mut formula = None;
    while let Some(Record { kind, data }) = records.next()? {
        match kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            _ if depth > 1 => {}
            0x00e5 => sheets.merged(merged(data)),
            0x00bd => several(data, book, sheets)?,
            0x0207 => {
                if let (Some((row, column, look)), Some(text)) =
                    (formula.take(), strings::string(data, true, book.narrow))
                {
                    sheets.put(row, column, words(text, look, old))?;
                }
            }
            _ => {
                let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else { continue };
                let (row, column, look) = (u32::from(row), u32::from(column), book.look(data));
                if kind == 0x0006 && data.get(12..14) == Some(&[0xff, 0xff]) && data.get(6) == Some(&0) {
                    formula = Some((row, column, look));
                } else if let Some(value) = value(kind, data, book, look, old) {
                    sheets.put(row, column, value)?;
                }
            }
        }
    }
    Ok(())
}

/// The value of a cell's record; `None` for other records.
fn value(kind: u16, data: &[u8], book: &Book, look: Look, old: &mut Option<OldEncoding>) -> Option<Cell> {
    match kind {
        0x0203 => Some(book.number(number_at(data, 6)?, look)),
        0x027e => Some(book.number(packed(u32_at(data, 6)?), look)),
        0x0006 if data.get(12..14) != Some(&[0xff, 0xff]) => Some(book.number(number_at(data, 6)?, look)),
        0x00fd => {
            let text = book.strings.get(u32_at(data, 6)? as usize)?;
            Some(words(text.clone(), look, old))
        }
        0x0204 | 0x00d6 => Some(words(strings::string(data.get(6..)?, true, book.narrow)?, look, old)),
        0x0205 if data.get(6..8) == Some(&[1, 0]) => Some(Cell::Text("x".to_owned())),
        _ => None,
    }
}

/// Numbers side by side in one record.
fn several(data: &[u8], book: &Book, sheets: &mut Sheets) -> Result<(), Refusal> {
    let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
    let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
    for (column, cell) in (u32::from(first)..).zip(cells.chunks_exact(6)) {
        let look =
            u16_at(cell, 0).and_then(|at| book.looks.get(usize::from(at))).copied().unwrap_or_default();
        let value = u32_at(cell, 2).map_or(Cell::Empty, |value| book.number(packed(value), look));
        sheets.put(u32::from(row), column, value)?;
    }
    Ok(())
}

fn merged(data: &[u8]) -> Vec<(u32, u32, u32, u32)> {
    let areas = data.get(2..).unwrap_or_default().chunks_exact(8);
    let edge = |area: &[u8], at| u32::from(u16_at(area, at).unwrap_or(0));
    areas.map(|area| (edge(area, 0), edge(area, 4), edge(area, 2), edge(area, 6))).collect()
}

/// A text as its font shows it.
fn words(text: String, look: Look, old: &mut Option<OldEncoding>) -> Cell {
    let Some((encoding, capitals)) = look.font.filter(|_| !text.is_ascii()) else { return Cell::Text(text) };
    *old = Some(encoding);
    let text = from_font(&text, encoding);
    Cell::Text(if capitals { text.to_uppercase() } else { text })
}
