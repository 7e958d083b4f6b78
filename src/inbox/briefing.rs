//! Giao ban at which answers and orientations are told to those who attend.

use chrono::NaiveDateTime;
use uuid::Uuid;

/// A giao ban.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    /// The meeting.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub at: NaiveDateTime,
    /// People on its list.
    pub people: u64,
}

/// What is told at a giao ban.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The answer an issue has, and what it is called when it was not written as an orientation yet.
    Issue(Uuid, String),
    /// An orientation.
    Orientation(Uuid),
}

/// What became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The orientation that was told; `None` when there was nothing to tell.
    pub orientation: Option<Uuid>,
    /// The meeting is still to come: it stands on the agenda and is not told yet.
    pub to_come: bool,
    /// So many heard it.
    pub heard: usize,
    /// So many of those it was meant for did not attend.
    pub away: usize,
}
