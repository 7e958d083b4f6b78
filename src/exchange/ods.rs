//! OpenDocument spreadsheets. A row may say that it stands a million times; only what holds something is kept.

use chrono::{NaiveDate, NaiveDateTime};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::docx::xml::{attribute, damaged};
use super::sheets::Sheets;
use super::{Archive, Cell, Reading, Refusal, Source};

/// The part that holds the sheets.
const PART: &str = "content.xml";
/// Deepest nesting of elements.
const DEPTH_LIMIT: usize = 100;

/// Reads a spreadsheet: rows that hold anything, hidden ones too.
///
/// # Errors
/// [`Refusal`] when it is cut off, damaged, protected or a bomb.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let mut archive = Archive::open(&source.bytes)?;
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Password);
    }
    let xml = archive.text(PART)?.ok_or_else(|| damaged(PART))?;
    let mut body = Body::new();
    let mut reader = Reader::from_str(&xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| damaged(PART))? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEPTH_LIMIT {
                    return Err(Refusal::TooDeep { limit: DEPTH_LIMIT });
                }
                body.start(&element, depth);
            }
            Event::Empty(element) => {
                body.start(&element, depth + 1);
                body.end(element.local_name().as_ref(), depth + 1)?;
            }
            Event::End(element) => {
                body.end(element.local_name().as_ref(), depth)?;
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => body.text(&text.xml10_content()),
            Event::CData(text) => body.text(&text.xml10_content()),
            Event::GeneralRef(reference) => body.reference(&reference)?,
            Event::DocType(_) => return Err(Refusal::Entities),
            Event::Eof if depth > 0 => return Err(damaged(PART)),
            Event::Eof => return body.sheets.finish(),
            _ => {}
        }
    }
}

/// A cell under way.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    text: String,
    paragraphs: usize,
    repeated: u32,
    spans: (u32, u32),
}

struct Body {
    sheets: Sheets,
    row: u32,
    column: u32,
    /// Cells of the row under way, and how often the row stands.
    cells: Vec<(u32, u32, Cell)>,
    rows: u32,
    cell: Option<Open>,
    in_paragraph: bool,
    /// Depth at which a note or drawing began that is no part of the cell.
    skipping: Option<usize>,
}

impl Body {
    fn new() -> Self {
        Self {
            sheets: Sheets::new(),
            row: 0,
            column: 0,
            cells: Vec::new(),
            rows: 1,
            cell: None,
            in_paragraph: false,
            skipping: None,
        }
    }

    fn start(&mut self, element: &BytesStart, depth: usize) {
        if self.skipping.is_some() {
            return;
        }
        let count = |name| attribute(element, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).max(1);
        match element.local_name().as_ref() {
            "annotation" | "frame" | "tracked-changes" => self.skipping = Some(depth),
            // A table in a cell is no sheet.
            "table" if self.cell.is_some() => self.skipping = Some(depth),
            "table" => {
                if !self.sheets.begin(&attribute(element, "name").unwrap_or_default()) {
                    self.skipping = Some(depth);
                }
                self.row = 0;
            }
            "table-row" => {
                self.rows = count("number-rows-repeated");
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let value =
                    ["date-value", "value", "boolean-value"].iter().find_map(|name| attribute(element, name));
                self.cell = Some(Open {
                    kind: attribute(element, "value-type").unwrap_or_default(),
                    value: value.unwrap_or_default(),
                    repeated: count("number-columns-repeated"),
                    spans: (count("number-rows-spanned"), count("number-columns-spanned")),
                    ..Open::default()
                });
            }
            "p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    self.in_paragraph = true;
                }
            }
            "s" => self.text(&" ".repeat(count("c").min(200) as usize)),
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_paragraph && self.skipping.is_none()) {
            cell.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef) -> Result<(), Refusal> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            self.text(character.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let name = reference.xml10_content();
        self.text(resolve_predefined_entity(&name).ok_or(Refusal::Entities)?);
        Ok(())
    }

    fn end(&mut self, name: &str, depth: usize) -> Result<(), Refusal> {
        if let Some(at) = self.skipping {
            if at == depth {
                self.skipping = None;
            }
            return Ok(());
        }
        match name {
            "p" => self.in_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                if let Some(open) = self.cell.take() {
                    self.close(open);
                }
            }
            "table-row" => {
                if !self.cells.is_empty() {
                    for row in self.row..self.row.saturating_add(self.rows) {
                        for (column, repeated, value) in &self.cells {
                            for at in *column..column.saturating_add(*repeated) {
                                self.sheets.put(row, at, value.clone())?;
                            }
                        }
                    }
                }
                self.row = self.row.saturating_add(self.rows);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, open: Open) {
        let (down, across) = open.spans;
        if down > 1 || across > 1 {
            let (bottom, right) = (self.row.saturating_add(down - 1), self.column.saturating_add(across - 1));
            self.sheets.merged([(self.row, self.column, bottom, right)]);
        }
        let repeated = open.repeated;
        let value = value(open);
        if value != Cell::Empty {
            self.cells.push((self.column, repeated.min(2000), value));
        }
        self.column = self.column.saturating_add(repeated);
    }
}

fn value(open: Open) -> Cell {
    let text = |text: String| if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) };
    match open.kind.as_str() {
        "float" | "currency" | "percentage" => open
            .value
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
            .map_or_else(|| text(open.text), Cell::Number),
        "date" => day(&open.value).map_or_else(|| text(open.text), Cell::Moment),
        "boolean" => text(if open.value == "true" { "x".to_owned() } else { String::new() }),
        _ => text(open.text),
    }
}

/// `2000-12-14` or `2000-12-14T08:30:00`.
fn day(value: &str) -> Option<NaiveDateTime> {
    let whole = NaiveDateTime::parse_from_str(value, "%Y-%m-%dT%H:%M:%S%.f").ok();
    whole.or_else(|| NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))
}
