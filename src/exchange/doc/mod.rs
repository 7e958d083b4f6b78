//! Word 97–2003 documents: their text, put together from its pieces. Of the layout only lines, cells and margins are kept.

mod deleted;

use super::compound::{Compound, u16_at, u32_at, western};
use super::{Block, Document, Reading, Refusal, Source, papers};

use deleted::Deleted;

/// Most pieces of a text.
const PIECE_LIMIT: usize = 200_000;

/// Reads a document.
///
/// # Errors
/// [`Refusal`] when it is cut off, damaged, protected, or empty of text.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let mut compound = Compound::open(&source.bytes)?;
    let main = compound.stream("/WordDocument")?.ok_or_else(|| damaged("WordDocument"))?;
    let head = Head::read(&main)?;
    let table = compound.stream(head.table)?.ok_or_else(|| damaged(head.table))?;
    let text = text(&main, &table, &head)?;
    let part =
        |from: usize, length: usize| -> Vec<u16> { text.iter().skip(from).take(length).copied().collect() };
    let mut document = Document { blocks: blocks(&part(0, head.body)), margins: Vec::new() };
    let headers = head.body + head.notes;
    let boxes = headers + head.headers + head.comments;
    for words in [part(headers, head.headers), part(boxes, head.boxes)] {
        let shown = shown(&words);
        document.margins.extend(
            shown
                .split(['\r', '\u{7}', '\u{b}', '\u{c}'])
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned),
        );
    }
    papers::finish(document, None)
}

fn damaged(part: &str) -> Refusal {
    Refusal::Damaged { part: part.to_owned() }
}

/// Where the parts of a document stand; lengths in letters.
struct Head {
    table: &'static str,
    body: usize,
    notes: usize,
    headers: usize,
    comments: usize,
    boxes: usize,
    pieces: usize,
    pieces_length: usize,
}

impl Head {
    fn read(main: &[u8]) -> Result<Self, Refusal> {
        let flags = u16_at(main, 0x0a).ok_or(Refusal::CutOff)?;
        // Word 6 and 95 kept their text in another way.
        if u16_at(main, 0) != Some(0xa5ec) || u16_at(main, 2).is_none_or(|version| version < 0x00c1) {
            return Err(damaged("FIB"));
        }
        if flags & 0x0100 != 0 {
            return Err(Refusal::Password);
        }
        let at = |place| u32_at(main, place).map(|number| number as usize).ok_or(Refusal::CutOff);
        Ok(Self {
            table: if flags & 0x0200 == 0 { "/0Table" } else { "/1Table" },
            body: at(0x4c)?,
            notes: at(0x50)?,
            headers: at(0x54)?,
            comments: at(0x58)?.saturating_add(at(0x5c)?).saturating_add(at(0x60)?),
            boxes: at(0x64)?.saturating_add(at(0x68)?),
            pieces: at(0x1a2)?,
            pieces_length: at(0x1a6)?,
        })
    }
}

/// All letters of a document in the order of its pieces.
fn text(main: &[u8], table: &[u8], head: &Head) -> Result<Vec<u16>, Refusal> {
    let end = head.pieces.checked_add(head.pieces_length).ok_or(Refusal::CutOff)?;
    let mut rest = table.get(head.pieces..end).ok_or(Refusal::CutOff)?;
    // Properties of pieces stand before their table.
    while rest.first() == Some(&1) {
        let length = usize::from(u16_at(rest, 1).ok_or(Refusal::CutOff)?);
        rest = rest.get(3 + length..).ok_or(Refusal::CutOff)?;
    }
    if rest.first() != Some(&2) {
        return Err(damaged("Clx"));
    }
    let length = u32_at(rest, 1).ok_or(Refusal::CutOff)? as usize;
    let plc = rest.get(5..).and_then(|rest| rest.get(..length)).ok_or(Refusal::CutOff)?;
    let count = length.saturating_sub(4) / 12;
    if count > PIECE_LIMIT {
        return Err(Refusal::TooManyParts { limit: PIECE_LIMIT });
    }
    let deleted = Deleted::read(main, table).unwrap_or_default();
    let mut letters = Vec::new();
    for piece in 0..count {
        let place = |at: usize| u32_at(plc, at).ok_or(Refusal::CutOff);
        let (from, to) = (place(piece * 4)?, place(piece * 4 + 4)?);
        let start = place((count + 1) * 4 + piece * 8 + 2)?;
        let length = to.checked_sub(from).ok_or_else(|| damaged("Clx"))? as usize;
        // Pieces do not share their letters, so all of them are no longer than the stream.
        if letters.len() + length > main.len() {
            return Err(damaged("Clx"));
        }
        if start & 0x4000_0000 == 0 {
            let start = start as usize;
            let bytes = main.get(start..).and_then(|rest| rest.get(..length * 2)).ok_or(Refusal::CutOff)?;
            let own = bytes.as_chunks().0.iter().map(|pair| u16::from_le_bytes(*pair));
            letters.extend(own.enumerate().map(|(at, letter)| deleted.left(start + at * 2, letter)));
        } else {
            let start = (start & 0x3fff_ffff) as usize / 2;
            let bytes = main.get(start..).and_then(|rest| rest.get(..length)).ok_or(Refusal::CutOff)?;
            let own = bytes.iter().map(|&byte| western(byte) as u16);
            letters.extend(own.enumerate().map(|(at, letter)| deleted.left(start + at, letter)));
        }
    }
    Ok(letters)
}

/// Letters without instructions of fields and marks of pictures and notes.
fn shown(letters: &[u16]) -> String {
    let mut shown = String::with_capacity(letters.len());
    // Of each field around: its instruction is over.
    let mut fields: Vec<bool> = Vec::new();
    for letter in char::decode_utf16(letters.iter().copied()) {
        match letter.unwrap_or('\u{fffd}') {
            '\u{13}' if fields.len() < 100 => fields.push(false),
            '\u{14}' => {
                if let Some(field) = fields.last_mut() {
                    *field = true;
                }
            }
            '\u{15}' => {
                fields.pop();
            }
            _ if fields.contains(&false) => {}
            '\u{1}' | '\u{2}' | '\u{5}' | '\u{8}' | '\u{1f}' => {}
            '\u{1e}' => shown.push('-'),
            letter => shown.push(letter),
        }
    }
    shown
}

/// Paragraphs, and tables where cells end.
fn blocks(letters: &[u16]) -> Vec<Block> {
    let text = shown(letters);
    let mut blocks = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    for part in text.split_inclusive(['\r', '\u{7}', '\u{c}']) {
        if let Some(cell) = part.strip_suffix('\u{7}') {
            cells.push(cell.to_owned());
            continue;
        }
        table(&mut cells, &mut blocks);
        blocks.push(papers::plain(part.trim_end_matches(['\r', '\u{c}'])));
    }
    table(&mut cells, &mut blocks);
    blocks
}

/// A table of cells in a row: each row ends with an empty one. Where the rows are not of one width the cells stand as
/// paragraphs.
fn table(cells: &mut Vec<String>, blocks: &mut Vec<Block>) {
    let cells = std::mem::take(cells);
    let ends_rows = |width: usize| {
        cells.len().is_multiple_of(width)
            && cells.chunks(width).all(|row| row.last().is_some_and(String::is_empty))
    };
    match (2..=cells.len().min(64)).find(|&width| ends_rows(width)) {
        Some(width) => blocks.push(Block::Table(
            cells
                .chunks(width)
                .map(|row| row[..width - 1].iter().map(|cell| vec![papers::plain(cell)]).collect())
                .collect(),
        )),
        None => blocks.extend(cells.iter().filter(|cell| !cell.is_empty()).map(|cell| papers::plain(cell))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<u16> {
        text.encode_utf16().collect()
    }

    #[test]
    fn fields_pictures_and_tables() {
        let text = "Đầu\u{1}\rA\u{7}B\u{7}\u{7}C\u{7}\u{7}\u{7}Trang \u{13} PAGE \u{14}7\u{15}\u{1e}\r";
        let blocks = blocks(&letters(text));
        assert!(
            matches!(&blocks[1], Block::Table(rows) if rows.len() == 2 && rows[0].len() == 2),
            "{blocks:?}"
        );
        let document = Document { blocks, margins: Vec::new() };
        assert_eq!(document.lines(), ["Đầu", "A", "B", "C", "", "Trang 7-"]);
    }
}
