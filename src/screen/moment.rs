//! What a room may know of the outside while it updates.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::settings::Settings;
use crate::words::Words;

/// The outside world at one update.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Local time.
    pub now: NaiveDateTime,
    /// Columns of the room's area.
    pub width: u16,
    /// Rows of the room's area.
    pub height: u16,
    /// Words of the person's language, for notices and drafts.
    pub words: &'a Words,
    /// The person's settings: prefix and mark for arrival numbers, name order.
    pub settings: &'a Settings,
}

impl Moment<'_> {
    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// A fresh id for a new row, so that the screen can name it before it is written.
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    /// True when there is room for panes side by side (from 120 columns).
    pub fn wide(&self) -> bool {
        self.width >= WIDE
    }
}

/// From this many columns on, panes stand side by side.
pub const WIDE: u16 = 120;
