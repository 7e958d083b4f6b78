//! What fits the window: the list with a card beside it on a wide one, below it on a narrow one.

use crate::screen::moment::WIDE;

/// Rows above the list: the views.
pub const HEAD: u16 = 1;
/// Lines of a row of the list.
pub const LINES: u16 = 2;

/// Heights and widths of a page with a list and a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The card stands at the right of the list.
    pub beside: bool,
    /// Columns of the list.
    pub list: u16,
    /// Rows of the list, of [`LINES`] lines each.
    pub rows: u16,
}

impl Shape {
    /// For a page of this size.
    pub fn of(width: u16, height: u16) -> Self {
        let beside = width >= WIDE;
        let body = height.saturating_sub(HEAD + 1);
        let lines = if beside { body } else { body / 2 };
        Self { beside, list: if beside { width * 14 / 25 } else { width }, rows: (lines / LINES).max(1) }
    }
}
