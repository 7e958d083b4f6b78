//! What the page reads and writes, and what comes back.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use uuid::Uuid;

use super::form::{Asked, Material};
use crate::exchange::{Refusal, Written};
use crate::screen::form::{DraftKey, DraftWrite};
use crate::survey::model::{
    Counted, Forms, NewQuestion, NewSurvey, NotASurvey, Question, Survey, SurveyLine, SurveyRow,
};
use crate::words::Language;

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
    /// Writes a round as a file.
    Export(Export),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which round.
    pub id: Uuid,
    /// The file; a bare name stands beside the office's file.
    pub path: PathBuf,
    /// The day of the paper.
    pub today: NaiveDate,
    /// What is there may be written over.
    pub over: bool,
    /// The language of a workbook.
    pub language: Language,
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
        forms: Vec<Forms>,
        /// The questions.
        questions: Vec<Question>,
        /// What files of this kind are known by, and what their columns hold.
        columns: (String, Vec<String>),
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
    /// The columns hold what they held last time.
    pub recalled: bool,
    /// Units that names in the file mean.
    pub units: HashMap<String, Uuid>,
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
    /// What became of a file; `None` when the round is gone.
    Written(Option<Written>),
    /// There is a file of this name.
    Exists(Export),
    /// A file was counted.
    Counted(Box<Plan>),
}
