//! Plain text as a document of paragraphs, and values with a delimiter as one sheet.

use super::{
    Block, Cell, Chosen, Content, Document, Notice, Paragraph, Reading, Refusal, Row, Sheet, Source,
    Workbook, decode,
};
use crate::text::clean_text;

/// Longest line of a text or csv file, in bytes.
pub const LINE_LIMIT: usize = 1_000_000;
/// Most rows of a csv file.
const ROW_LIMIT: usize = 1_048_576;
/// Most columns of a csv file.
const COLUMN_LIMIT: usize = 2000;
/// Lines that the delimiter is recognised from.
const SAMPLE_LINES: usize = 30;
/// Delimiters in the order they are tried.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads plain text: one paragraph a line, empty ones kept, because they separate.
///
/// # Errors
/// [`Refusal`] for a line over the limit, no known encoding or no text.
pub fn text(source: &Source, encoding: Option<Chosen>) -> Result<Reading, Refusal> {
    let (text, notices) = decoded(source, encoding)?;
    let document = document_of(&text);
    if document.blocks.is_empty() {
        return Err(Refusal::NoText);
    }
    Ok(Reading { content: Content::Document(document), notices })
}

/// A document of the lines of a text.
pub fn document_of(text: &str) -> Document {
    let blocks = text
        .trim_end()
        .lines()
        .map(|line| Block::Paragraph(Paragraph { text: line.trim_end().to_owned(), ..Paragraph::default() }))
        .collect();
    Document { blocks, ..Document::default() }
}

/// Reads values with a delimiter as one sheet; rows bear the number of the line they begin on.
///
/// # Errors
/// [`Refusal`] for a line over the limit, no known encoding, damaged quoting or no rows.
pub fn csv(source: &Source, encoding: Option<Chosen>) -> Result<Reading, Refusal> {
    let (text, notices) = decoded(source, encoding)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Refusal::Damaged { part: error.to_string() })?;
        if rows.len() >= ROW_LIMIT || record.len() > COLUMN_LIMIT {
            return Err(Refusal::TooManyParts { limit: ROW_LIMIT });
        }
        let number = record.position().map_or(0, csv::Position::line) as u32;
        let cells: Vec<Cell> = record.iter().map(cell).collect();
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            rows.push(Row { number, cells });
        }
    }
    if rows.is_empty() {
        return Err(Refusal::NoRows);
    }
    let sheet = Sheet { rows, ..Sheet::default() };
    Ok(Reading { content: Content::Workbook(Workbook { sheets: vec![sheet] }), notices })
}

fn cell(value: &str) -> Cell {
    let value = value.trim();
    if value.is_empty() { Cell::Empty } else { Cell::Text(value.to_owned()) }
}

/// Checks the lines, decodes and cleans.
fn decoded(source: &Source, encoding: Option<Chosen>) -> Result<(String, Vec<Notice>), Refusal> {
    check_lines(&source.bytes)?;
    let decoded = decode::decode(&source.bytes, encoding)?;
    let cleaned = clean_text(&decoded.text);
    let mut notices: Vec<Notice> = decoded.recognised.map(Notice::ReadAs).into_iter().collect();
    if decoded.replaced > 0 {
        notices.push(Notice::BytesReplaced(decoded.replaced));
    }
    if cleaned.removed > 0 {
        notices.push(Notice::ControlsRemoved(cleaned.removed));
    }
    Ok((cleaned.text, notices))
}

/// Refuses a line over the limit before anything is copied.
fn check_lines(bytes: &[u8]) -> Result<(), Refusal> {
    for (index, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
        if line.len() > LINE_LIMIT {
            return Err(Refusal::LineTooLong { line: index + 1, bytes: line.len(), limit: LINE_LIMIT });
        }
    }
    Ok(())
}

/// The delimiter that cuts the first lines most evenly into most columns.
fn delimiter(text: &str) -> u8 {
    let sample: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE_LINES).collect();
    let score = |delimiter: u8| {
        let counts: Vec<usize> = sample.iter().map(|line| outside_quotes(line, delimiter)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let even = counts.iter().filter(|&&count| count == most && count > 0).count();
        // One heading line with a comma in it must not win over a table with semicolons.
        (even * most.min(50), most)
    };
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(b',')
}

fn outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|&byte| {
            if byte == b'"' {
                quoted = !quoted;
            }
            byte == delimiter && !quoted
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(bytes: &[u8]) -> Sheet {
        match csv(&Source::new("a.csv", bytes.to_vec()), None).map(|reading| reading.content) {
            Ok(Content::Workbook(mut workbook)) => workbook.sheets.remove(0),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn delimiters_and_lines() {
        for delimiter in [",", ";", "\t", "|"] {
            let text = ["Họ và tên", "Đơn vị", "Điện thoại"].join(delimiter)
                + "\r\n\"Nguyễn\nVăn A\""
                + delimiter
                + "Xã Lộc An, huyện X"
                + delimiter
                + "0912\r\n"
                + "B"
                + delimiter
                + "C"
                + delimiter
                + "D\r\n";
            let text = text.replace("Xã Lộc An, huyện X", "\"Xã Lộc An, huyện X\"");
            let sheet = sheet(text.as_bytes());
            assert_eq!(sheet.rows.len(), 3, "{delimiter:?}");
            assert_eq!(sheet.rows[1].cells[0], Cell::Text("Nguyễn\nVăn A".into()));
            assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 4]);
        }
    }

    #[test]
    fn utf16_and_marks() {
        let wide: Vec<u8> = std::iter::once(0xfeff_u16)
            .chain("a;đ\n1;2\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(sheet(&wide).rows[0].cells[1], Cell::Text("đ".into()));
        assert_eq!(sheet("\u{feff}a,b\n1,2".as_bytes()).rows[0].cells[0], Cell::Text("a".into()));
    }

    #[test]
    fn a_long_line_is_refused() {
        let long = Source::new("a.csv", vec![b'x'; LINE_LIMIT + 1]);
        assert!(matches!(csv(&long, None), Err(Refusal::LineTooLong { line: 1, .. })));
    }
}
