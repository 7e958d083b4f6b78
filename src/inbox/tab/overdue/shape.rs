//! What fits the window.

use crate::screen::moment::WIDE;

/// Cells of one period: a sign with days beside it, and a blank.
pub const CELL: u16 = 6;
/// Cells of the count of missing periods.
pub const COUNT: u16 = 6;
/// Pointer and mark.
pub const SIGNS: u16 = 2;
/// Cells of what the office owes, beside the matrix.
const OWED: u16 = 42;
/// Head, period and headings above the rows; rule, detail and legend below.
const ABOVE: u16 = 3;
/// Lines of the detail.
pub const DETAIL: u16 = 3;

/// What fits the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Rows of the page.
    pub height: u16,
    /// Cells of the matrix.
    pub matrix: u16,
    /// Cells of what is owed beside it; 0 where it is a page of its own only.
    pub owed: u16,
    /// Cells of a name.
    pub name: u16,
    /// Periods side by side.
    pub columns: usize,
    /// Rows in sight.
    pub rows: usize,
}

impl Shape {
    /// For a page of this size.
    pub fn of(width: u16, height: u16) -> Self {
        let owed = if width >= WIDE { OWED } else { 0 };
        let matrix = width.saturating_sub(owed + u16::from(owed > 0));
        let name = (matrix * 30 / 100).clamp(16, 40);
        let columns = matrix.saturating_sub(SIGNS + name + 1 + COUNT + 1) / CELL;
        let around = ABOVE + 1 + DETAIL + 1;
        Self {
            height,
            matrix,
            owed,
            name,
            columns: usize::from(columns.max(1)),
            rows: usize::from(height.saturating_sub(around).max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_window_shows_six_periods_and_a_wide_one_what_is_owed_beside_them() {
        let small = Shape::of(80, 22);
        assert_eq!((small.owed, small.name, small.rows), (0, 24, 14));
        assert!(small.columns >= 6, "{}", small.columns);
        let wide = Shape::of(120, 38);
        assert!(wide.owed > 0 && wide.columns >= 6, "{}", wide.columns);
        for width in 1..200 {
            let shape = Shape::of(width, 3);
            assert!(shape.columns >= 1 && shape.rows >= 1);
        }
    }
}
