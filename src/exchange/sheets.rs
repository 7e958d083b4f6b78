//! Sheets put together from cells as readers meet them, within bounds, and made presentable at the end.

use super::{Cell, Content, Notice, Reading, Refusal, Row, Sheet, Workbook};
use crate::text::clean_text;
use crate::text::encoding::{mend_font, old_font};

/// Most cells of a workbook, empty ones before the last of a row counted.
const CELL_LIMIT: usize = 2_000_000;
/// Most bytes of text in all cells: one long text may stand in a million cells.
const TEXT_LIMIT: usize = 64 * 1024 * 1024;
/// Columns beyond this one are left out: no list is that wide.
const COLUMN_LIMIT: u32 = 1024;
/// Most sheets.
pub const SHEET_LIMIT: usize = 256;
/// Bytes of text that old fonts are recognised from.
const SAMPLE: usize = 64 * 1024;

/// A workbook under way; its texts are as they came.
pub struct Sheets {
    done: Vec<Sheet>,
    cells: usize,
    text: usize,
}

impl Sheets {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { done: Vec::new(), cells: CELL_LIMIT, text: TEXT_LIMIT }
    }

    /// Begins a sheet; false when there are enough.
    pub fn begin(&mut self, name: &str) -> bool {
        if self.done.len() >= SHEET_LIMIT {
            return false;
        }
        self.done.push(Sheet { name: clean_text(name).text, ..Sheet::default() });
        true
    }

    /// Puts a cell into the sheet begun last; row and column count from 0.
    ///
    /// # Errors
    /// [`Refusal::TooManyParts`].
    pub fn put(&mut self, row: u32, column: u32, value: Cell) -> Result<(), Refusal> {
        if column >= COLUMN_LIMIT || value == Cell::Empty {
            return Ok(());
        }
        let Some(sheet) = self.done.last_mut() else { return Ok(()) };
        let number = row.saturating_add(1);
        // Cells come row by row; a file that jumps back is put in order at the end.
        if sheet.rows.last().is_none_or(|last| last.number != number) {
            sheet.rows.push(Row { number, cells: Vec::new() });
        }
        let Some(last) = sheet.rows.last_mut() else { return Ok(()) };
        let index = column as usize;
        let grows = (index + 1).saturating_sub(last.cells.len());
        let bytes = if let Cell::Text(text) = &value { text.len() } else { 0 };
        let too_many = Refusal::TooManyParts { limit: CELL_LIMIT };
        self.cells = self.cells.checked_sub(grows).ok_or_else(|| too_many.clone())?;
        self.text = self.text.checked_sub(bytes).ok_or(too_many)?;
        if grows > 0 {
            last.cells.resize(index + 1, Cell::Empty);
        }
        last.cells[index] = value;
        Ok(())
    }

    /// Merged areas of the sheet begun last.
    pub fn merged(&mut self, areas: impl IntoIterator<Item = (u32, u32, u32, u32)>) {
        if let Some(sheet) = self.done.last_mut() {
            sheet.merged.extend(areas);
        }
    }

    /// The workbook: rows in order, texts of old fonts mended, everything cleaned.
    ///
    /// # Errors
    /// [`Refusal::NoRows`].
    pub fn finish(mut self) -> Result<Reading, Refusal> {
        self.done.iter_mut().for_each(in_order);
        let old = old_font(&self.sample());
        let mut removed = 0;
        for cell in self.done.iter_mut().flat_map(|sheet| &mut sheet.rows).flat_map(|row| &mut row.cells) {
            let Cell::Text(text) = cell else { continue };
            let mended = old.map(|old| mend_font(text, old));
            let cleaned = clean_text(mended.as_deref().unwrap_or(text));
            removed += cleaned.removed;
            let text = cleaned.text.trim();
            *cell = if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        }
        for sheet in &mut self.done {
            sheet.rows.retain(|row| row.cells.iter().any(|cell| *cell != Cell::Empty));
        }
        if self.done.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(Refusal::NoRows);
        }
        let mut notices: Vec<Notice> = old.map(Notice::ReadAs).into_iter().collect();
        if removed > 0 {
            notices.push(Notice::ControlsRemoved(removed));
        }
        Ok(Reading { content: Content::Workbook(Workbook { sheets: self.done }), notices })
    }

    fn sample(&self) -> String {
        let mut sample = String::new();
        for cell in self.done.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells) {
            if let Cell::Text(text) = cell {
                sample.push_str(text);
                sample.push('\n');
            }
            if sample.len() > SAMPLE {
                break;
            }
        }
        sample
    }
}

/// Sorts rows and joins those that came in pieces.
fn in_order(sheet: &mut Sheet) {
    if sheet.rows.is_sorted_by(|one, next| one.number < next.number) {
        return;
    }
    sheet.rows.sort_by_key(|row| row.number);
    let mut rows: Vec<Row> = Vec::with_capacity(sheet.rows.len());
    for row in sheet.rows.drain(..) {
        match rows.last_mut().filter(|last| last.number == row.number) {
            Some(last) => {
                if last.cells.len() < row.cells.len() {
                    last.cells.resize(row.cells.len(), Cell::Empty);
                }
                for (kept, cell) in last.cells.iter_mut().zip(row.cells) {
                    if cell != Cell::Empty {
                        *kept = cell;
                    }
                }
            }
            None => rows.push(row),
        }
    }
    sheet.rows = rows;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_jump_back_are_put_in_order_and_bounds_hold() {
        let mut sheets = Sheets::new();
        assert!(sheets.begin("a"));
        for (row, column, text) in [(2, 1, "c"), (0, 0, "a"), (2, 0, "b"), (1, 5000, "x")] {
            sheets.put(row, column, Cell::Text(text.into())).unwrap();
        }
        let Content::Workbook(workbook) = sheets.finish().unwrap().content else { panic!() };
        let rows: Vec<_> = workbook.sheets[0].rows.iter().map(|row| (row.number, row.cells.len())).collect();
        assert_eq!(rows, [(1, 1), (3, 2)]);

        let mut wide = Sheets::new();
        wide.begin("a");
        let refused = (0..10_000).find_map(|row| wide.put(row, 1023, Cell::Number(1.0)).err());
        assert!(matches!(refused, Some(Refusal::TooManyParts { .. })));
        let mut long = Sheets::new();
        long.begin("a");
        let text = "x".repeat(32_000);
        let refused = (0..10_000).find_map(|row| long.put(row, 0, Cell::Text(text.clone())).err());
        assert!(matches!(refused, Some(Refusal::TooManyParts { .. })));
    }
}
