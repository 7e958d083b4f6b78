//! What a new synthesis is asked to be.

use uuid::Uuid;

use super::model::Grouping;
use super::period::Period;

/// A synthesis that is asked for: the choices a person makes before anything is gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The period.
    pub period: Period,
    /// Its outline; `None` for the one offered first for the kind of period.
    pub outline: Option<Uuid>,
    /// What a thematic one is about, with the topics below it; `None` for everything.
    pub topic: Option<Uuid>,
    /// The place it covers: a unit and all below it; `None` for the whole file.
    pub unit: Option<Uuid>,
    /// What matters are gathered by.
    pub by: Grouping,
}

impl Wanted {
    /// The whole file in a period, by the outline offered first.
    pub fn of(period: Period) -> Self {
        Self { period, outline: None, topic: None, unit: None, by: Grouping::default() }
    }
}
