//! Where things stand on the screen, in numbers, for the update and the drawing alike.

use crate::screen::moment::WIDE;

/// Heights and widths of the tab's parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Columns of the tab.
    pub width: u16,
    /// Rows of the tab.
    pub height: u16,
    /// The preview stands at the right of the list.
    pub beside: bool,
    /// Columns of the list.
    pub list_width: u16,
    /// Rows of the list, without the views and the headings.
    pub list_height: u16,
}

/// Rows above the list: views, headings.
pub const HEAD: u16 = 2;

impl Shape {
    /// The shape for a window of this size.
    pub fn of(width: u16, height: u16) -> Self {
        let beside = width >= WIDE;
        let body = height.saturating_sub(HEAD + 1);
        // The preview needs room for streams, forecast and recommendation; the list shows enough to choose from.
        let list_height = if beside { body } else { (body * 2 / 5).clamp(3, 14).min(body) };
        Self { width, height, beside, list_width: if beside { width * 11 / 20 } else { width }, list_height }
    }
}
