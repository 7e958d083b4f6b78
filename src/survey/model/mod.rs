//! Survey rounds as plain data.

mod column;
mod counted;
mod figures;
mod identity;
mod pasted;

use chrono::NaiveDate;
use uuid::Uuid;

pub use column::{Column, Holds, OTHER, Why};
pub use counted::{Counted, FormsFound, NotASurvey, Shape, title};
pub use figures::{FEWEST, Figures, LEAST_FOR_MARGIN, Meaning, Problem, problems, tenths};
pub use identity::{Tells, by_head, plain};
pub use pasted::{Pasted, pasted, written};

/// How those asked were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sampling {
    /// Not said.
    #[default]
    Unsaid,
    /// Every one of the target group had a known chance.
    Random,
    /// So many of each kind, whoever they were.
    Quota,
    /// Whoever could be reached.
    Convenience,
    /// The whole target group was asked.
    Everyone,
}

impl Sampling {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Unsaid, Self::Random, Self::Quota, Self::Convenience, Self::Everyone];

    /// The identifier in the file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unsaid => "",
            Self::Random => "random",
            Self::Quota => "quota",
            Self::Convenience => "convenience",
            Self::Everyone => "everyone",
        }
    }

    /// The way of an identifier; what a newer program wrote is not said here.
    pub fn from_id(id: &str) -> Self {
        Self::ALL.into_iter().find(|way| way.id() == id).unwrap_or_default()
    }
}

/// What is known of a round beside its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewSurvey {
    /// Title.
    pub title: String,
    /// Who was asked.
    pub target_group: String,
    /// How they were chosen.
    pub sampling: Sampling,
    /// First day.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// The document it rests on.
    pub basis: String,
    /// Note.
    pub note: String,
}

/// Forms in one unit, or in the round as a whole. 0 is not written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// The row; `None` for a new one.
    pub id: Option<Uuid>,
    /// The unit; `None` for the round as a whole.
    pub unit: Option<Uuid>,
    /// Its name.
    pub unit_name: String,
    /// Handed out.
    pub issued: i64,
    /// Come back.
    pub returned: i64,
    /// Of those, filled in so that they count.
    pub valid: i64,
}

/// A question with its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The row; `None` for a new one.
    pub id: Option<Uuid>,
    /// What was asked.
    pub body: String,
    /// Several answers were allowed.
    pub multiple: bool,
    /// The answers in their order.
    pub answers: Vec<Answer>,
}

/// An answer and how many gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The row; `None` for a new one.
    pub id: Option<Uuid>,
    /// The answer.
    pub label: String,
    /// How many gave it.
    pub answers: i64,
}

/// A question with its place among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewQuestion {
    /// The question.
    pub question: Question,
    /// Its number from 1; `None` for the end, or for where it stands.
    pub number: Option<usize>,
}

/// A round with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The row.
    pub id: Uuid,
    /// What is known of it.
    pub known: NewSurvey,
    /// Forms by unit.
    pub units: Vec<Forms>,
    /// Questions in their order.
    pub questions: Vec<Question>,
}

/// A round as a line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyLine {
    /// The row.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// How those asked were chosen.
    pub sampling: Sampling,
    /// First day.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// Forms handed out.
    pub issued: i64,
    /// Forms that count.
    pub valid: i64,
    /// Questions.
    pub questions: i64,
}

/// What can be taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyRow {
    /// The whole round.
    Survey(Uuid),
    /// The forms of a unit.
    Forms(Uuid),
    /// A question with its answers.
    Question(Uuid),
}
