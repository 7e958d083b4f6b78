//! The points of an agenda as rows: what each stands for, and what may still be put on it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::AgendaPoint;

/// A point of the agenda of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Id of the row; nil for a new one.
    pub id: Uuid,
    /// What it is.
    pub point: AgendaPoint,
    /// The item it became, or that it answers.
    pub item: Option<Uuid>,
    /// The issue it answers.
    pub issue: Option<Uuid>,
}

/// Something the file holds that may be put on the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The point it would be.
    pub point: Point,
    /// Its day: an answer is due, a report or an orientation was made.
    pub day: Option<NaiveDate>,
    /// An answer that is due and was not given.
    pub late: bool,
}
