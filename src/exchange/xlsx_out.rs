//! Excel workbooks out: tables with a heading row that stays in sight, columns as wide as what stands in them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::text::width;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CellOut {
    /// Nothing.
    Empty,
    /// A text, never taken for a formula.
    Text(String),
    /// A count.
    Count(i64),
    /// A share in tenths of a hundredth, shown with one decimal.
    Share(i64),
}

impl From<&str> for CellOut {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetOut {
    /// Its name; what Excel does not take in one is left out.
    pub name: String,
    /// Headings of the columns.
    pub heads: Vec<String>,
    /// Rows of cells; a row that is set apart is bold.
    pub rows: Vec<(bool, Vec<CellOut>)>,
    /// Lines below the table.
    pub notes: Vec<String>,
    /// It opens with filters over its headings.
    pub filter: bool,
    /// People sign in the last column: it is wide, and its rows are high.
    pub signed: bool,
}

/// Letters of a sheet's name.
const NAME: usize = 31;
/// Narrowest and widest column, in letters; what is longer goes on in the next line.
const WIDTHS: (usize, usize) = (9, 60);

/// Letters of a column people sign in, and points of its rows.
const SIGNATURE: f64 = 18.0;
const SIGNED: f64 = 26.0;

/// The workbook as the bytes of a file.
///
/// # Errors
/// Whatever the writer answers: a sheet of more rows or a cell of more letters than Excel takes.
pub fn workbook(sheets: &[SheetOut]) -> std::io::Result<Vec<u8>> {
    let mut book = Workbook::new();
    for sheet in sheets {
        write(book.add_worksheet(), sheet).map_err(std::io::Error::other)?;
    }
    book.save_to_buffer().map_err(std::io::Error::other)
}

fn write(page: &mut Worksheet, sheet: &SheetOut) -> Result<(), XlsxError> {
    let name: String = sheet.name.chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).take(NAME).collect();
    page.set_name(name)?;
    let plain = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let head = plain.clone().set_bold().set_background_color(Color::RGB(0x00E7_E6E6));
    for (column, text) in (0..).zip(&sheet.heads) {
        page.write_string_with_format(0, column, text, &head)?;
        let cells = sheet.rows.iter().filter_map(|(_, row)| row.get(usize::from(column)));
        let texts = cells.map(|cell| if let CellOut::Text(text) = cell { width(text) } else { 0 });
        let widest = texts.chain([width(text)]).max().unwrap_or_default() + 2;
        page.set_column_width(column, widest.clamp(WIDTHS.0, WIDTHS.1) as f64)?;
    }
    if let (true, Some(last)) = (sheet.signed, sheet.heads.len().checked_sub(1)) {
        page.set_column_width(u16::try_from(last).unwrap_or(u16::MAX), SIGNATURE)?;
    }
    page.set_freeze_panes(1, 0)?;
    // Every printed page has them.
    page.set_repeat_rows(0, 0)?;
    let mut at = 1;
    for (apart, row) in &sheet.rows {
        if sheet.signed {
            page.set_row_height(at, SIGNED)?;
        }
        let format = if *apart { plain.clone().set_bold() } else { plain.clone() };
        for (column, cell) in (0..).zip(row) {
            match cell {
                CellOut::Empty => page.write_blank(at, column, &format)?,
                // What is edited later stays a text too: a phone keeps its zero.
                CellOut::Text(text) => {
                    page.write_string_with_format(at, column, text, &format.clone().set_num_format("@"))?
                }
                CellOut::Count(count) => {
                    let format = format.clone().set_num_format("#,##0");
                    page.write_number_with_format(at, column, *count as f64, &format)?
                }
                CellOut::Share(tenths) => {
                    let format = format.clone().set_num_format("0.0%");
                    page.write_number_with_format(at, column, *tenths as f64 / 1000.0, &format)?
                }
            };
        }
        at += 1;
    }
    if let (true, Some(last)) = (sheet.filter && at > 1, sheet.heads.len().checked_sub(1)) {
        page.autofilter(0, 0, at - 1, u16::try_from(last).unwrap_or(u16::MAX))?;
    }
    for (line, note) in (at + 1..).zip(&sheet.notes) {
        page.write_string(line, 0, note)?;
    }
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}
