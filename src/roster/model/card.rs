//! What the card of a collaborator shows of other rooms; the running program fills it in.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::{Activity, Collaborator};

/// A class or meeting somebody took part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassAttended {
    /// Id of the class.
    pub class: Uuid,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub on: Option<NaiveDate>,
}

/// The last change of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub person: String,
}

/// What other rooms know of a collaborator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardExtra {
    /// Reports handed in per month: the last 12 months, this month last.
    pub reports_by_month: [u32; 12],
    /// What was handed in in time of the last 12 months.
    pub activity: Activity,
    /// Classes attended, newest first.
    pub classes: Vec<ClassAttended>,
    /// Names of the topics followed.
    pub follows: Vec<String>,
    /// Last change of the record.
    pub last_change: Option<LastChange>,
}

/// A collaborator's card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The person.
    pub person: Collaborator,
    /// What other rooms know.
    pub extra: CardExtra,
}
