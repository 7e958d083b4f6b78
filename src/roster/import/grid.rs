//! A sheet with its merged areas looked through.

use std::collections::HashMap;

use crate::exchange::{Cell, Row, Sheet};

/// Cells of merged areas that are remembered at most; a sheet may claim a million.
const MERGED_CELLS: u64 = 200_000;

/// A sheet that answers what a person sees in a cell.
pub struct Grid<'a> {
    sheet: &'a Sheet,
    /// Row number and column of a covered cell → the cell whose value it shows.
    merged: HashMap<(u32, u32), (u32, u32)>,
    /// Row number → index.
    index: HashMap<u32, usize>,
}

impl<'a> Grid<'a> {
    /// Looks through the merged areas of a sheet.
    pub fn new(sheet: &'a Sheet) -> Self {
        let mut merged = HashMap::new();
        for &(top, left, bottom, right) in &sheet.merged {
            let cells = u64::from(bottom.saturating_sub(top) + 1) * u64::from(right.saturating_sub(left) + 1);
            if merged.len() as u64 + cells > MERGED_CELLS {
                continue;
            }
            for row in top..=bottom {
                for column in left..=right {
                    if (row, column) != (top, left) {
                        merged.insert((row + 1, column), (top + 1, left));
                    }
                }
            }
        }
        let index = sheet.rows.iter().enumerate().map(|(at, row)| (row.number, at)).collect();
        Self { sheet, merged, index }
    }

    /// The rows that hold anything.
    pub fn rows(&self) -> &'a [Row] {
        &self.sheet.rows
    }

    /// The cell a person sees there.
    pub fn cell(&self, row: usize, column: usize) -> &'a Cell {
        let Some(own) = self.rows().get(row) else {
            return &Cell::Empty;
        };
        if let Some(&(number, left)) = self.merged.get(&(own.number, column as u32)) {
            return self
                .index
                .get(&number)
                .and_then(|&at| self.rows()[at].cells.get(left as usize))
                .unwrap_or(&Cell::Empty);
        }
        own.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Texts a person sees in a row, merged areas repeated.
    pub fn texts(&self, row: usize) -> Vec<String> {
        let Some(own) = self.rows().get(row) else {
            return Vec::new();
        };
        let covered = self
            .merged
            .keys()
            .filter(|(number, _)| *number == own.number)
            .map(|(_, column)| column + 1)
            .max();
        let width = own.cells.len().max(covered.unwrap_or(0) as usize);
        (0..width).map(|column| text_of(self.cell(row, column))).collect()
    }

    /// Texts of a row's own cells; a covered cell is empty.
    pub fn own_texts(&self, row: usize) -> Vec<String> {
        let Some(own) = self.rows().get(row) else {
            return Vec::new();
        };
        own.cells
            .iter()
            .enumerate()
            .map(|(column, cell)| {
                if self.merged.contains_key(&(own.number, column as u32)) {
                    String::new()
                } else {
                    text_of(cell)
                }
            })
            .collect()
    }

    /// A cell of this row reaches into the row below.
    pub fn merged_down(&self, row: usize) -> bool {
        let Some(own) = self.rows().get(row) else {
            return false;
        };
        self.sheet.merged.iter().any(|&(top, _, bottom, _)| top < own.number && bottom >= own.number)
    }
}

/// A cell as text: whole numbers without a point, days as 05/11/2026.
pub fn text_of(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(moment) => moment.format("%d/%m/%Y").to_string(),
    }
}
