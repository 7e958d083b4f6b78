//! What the page reads and writes, and what comes back.

use uuid::Uuid;

use super::form::{Asked, Material};
use crate::exchange::Refusal;
use crate::screen::form::{DraftKey, DraftWrite};
use crate::survey::model::{
    Counted, Forms, NewQuestion, NewSurvey, NotASurvey, Question, Survey, SurveyLine, SurveyRow,
};

/// What the page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Every round.
    Surveys,
    /// One with all that belongs to it.
    Survey(Uuid),
    /// What a form is made of.
    Form(Asked),
    /// Counts a file; into which round, a new one when none.
    Count(String, Option<Uuid>),
}

/// What the page writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Keeps a round; a new one without an id.
    SaveSurvey {
        /// Which.
        id: Option<Uuid>,
        /// What is known.
        known: Box<NewSurvey>,
        /// The draft to forget.
        draft: Option<DraftKey>,
    },
    /// Keeps the forms of a unit.
    SaveForms {
        /// Of which round.
        survey: Uuid,
        /// The forms.
        forms: Box<Forms>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Keeps a question with its answers.
    SaveQuestion {
        /// Of which round.
        survey: Uuid,
        /// The question.
        new: Box<NewQuestion>,
        /// The draft to forget.
        draft: Option<DraftKey>,
        /// The form that follows.
        again: Option<Asked>,
    },
    /// Takes something off.
    Delete(SurveyRow),
    /// Takes counted questions in.
    TakeIn {
        /// Into which round, a new one when none.
        into: Option<Uuid>,
        /// What a new one is called.
        new: Box<NewSurvey>,
        /// The forms they were counted from.
        forms: Option<Forms>,
        /// The questions.
        questions: Vec<Question>,
    },
    /// Keeps what is typed, or forgets it.
    Draft(DraftWrite),
    /// Forgets what was typed and opens the form without it.
    DropDraft(DraftWrite, Asked),
}

/// A file, counted, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name.
    pub name: String,
    /// Into which round, a new one when none.
    pub into: Option<Uuid>,
    /// What was counted.
    pub outcome: Result<Counted, Trouble>,
}

/// Why a file cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is not there.
    NoFile(String),
    /// Its format or content is refused, in words.
    Said(String),
    /// It is no survey.
    NotASurvey(NotASurvey),
    /// It could not be read.
    Refused(Refusal),
}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Every round.
    Surveys(Vec<SurveyLine>),
    /// One; `None` when it is gone.
    Survey(Option<Box<Survey>>),
    /// What a form is made of.
    Form(Box<Material>),
    /// Something was written from a form: the round to show, and the form that follows.
    Saved(Uuid, Option<Asked>),
    /// Something was taken off.
    Changed,
    /// Questions were taken in: the round, and how many.
    TakenIn(Uuid, usize),
    /// A draft is in the file, or out of it.
    Drafted(DraftKey),
    /// A draft was forgotten; the form opens again.
    Dropped(DraftKey, Asked),
    /// A file was counted.
    Counted(Box<Plan>),
}
