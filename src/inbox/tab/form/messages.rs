//! What forms of the tab ask of the file, are answered, and write into it.

use std::sync::Arc;

use uuid::Uuid;

use crate::inbox::audience::Audience;
use crate::inbox::model::{NewItem, NewReport};
use crate::inbox::records::{DutyRecord, IssueRecord, ItemRecord, OrientationRecord, RuleRecord, ViewRecord};
use crate::inbox::rows::{Handler, ItemRow, Topic};
use crate::roster::model::Roster;
use crate::screen::form::{DraftKey, DraftWrite};

/// Whose form it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A new report, filled with a text that was pasted.
    Report(String),
    /// An item.
    Item(Uuid),
    /// An issue; `None` for a new one.
    Issue(Option<Uuid>),
    /// A new answer to items.
    Reply(Vec<Uuid>),
    /// An answer that was given.
    Answer(Uuid),
    /// A new answer to all items of an issue.
    IssueAnswer(Uuid),
    /// A new orientation that answers nothing.
    Orientation,
    /// A duty; `None` for a new one.
    Duty(Option<Uuid>),
    /// A rule that gives items away; `None` for a new one.
    Rule(Option<Uuid>),
    /// A view of the queue; `None` for a new one of this filter.
    View(Option<Uuid>, String),
}

impl Subject {
    /// Where its draft is kept.
    pub fn draft(&self) -> DraftKey {
        match self {
            Self::Report(_) => (REPORT, Uuid::nil()),
            Self::Item(id) => ("item", *id),
            Self::Issue(id) => ("issue", id.unwrap_or_default()),
            Self::Reply(items) => ("orientation", items.first().copied().unwrap_or_default()),
            Self::Answer(id) | Self::IssueAnswer(id) => ("orientation", *id),
            Self::Orientation => ("orientation", Uuid::nil()),
            Self::Duty(id) => ("duty", id.unwrap_or_default()),
            Self::Rule(id) => ("rule", id.unwrap_or_default()),
            Self::View(id, _) => ("view", id.unwrap_or_default()),
        }
    }
}

/// The draft of a new report is kept under this name.
pub const REPORT: &str = "report";

/// What a form asks of the file.
#[derive(Clone, Debug)]
pub enum Ask {
    /// What the form of a record is made of.
    Open(Subject),
    /// Everybody who may have handed in something.
    People,
    /// Everybody an orientation can go to.
    Audience,
    /// What a text says: topics, place, rumour, streams.
    Recognise(String),
    /// The duties of the office.
    Duties,
}

/// What the form of a record is made of.
#[derive(Debug)]
pub struct Opened {
    /// Whose form.
    pub subject: Subject,
    /// Its text that was not saved.
    pub draft: Option<String>,
    /// The record; `None` for a new report, and for what is gone.
    pub record: Option<Record>,
    /// All topics.
    pub topics: Vec<Topic>,
    /// Groups of people that were named before.
    pub groups: Vec<String>,
    /// Colleagues items can be given to; read for a rule alone.
    pub colleagues: Vec<Handler>,
    /// Issues an orientation can answer, with their titles; read for one alone.
    pub issues: Vec<(Uuid, String)>,
}

/// What the file answers to a form.
#[derive(Debug)]
pub enum Answer {
    /// To [`Ask::Open`].
    Opened(Box<Opened>),
    /// To [`Ask::People`].
    People(Arc<Roster>),
    /// To [`Ask::Audience`].
    Audience(Arc<Audience>),
    /// To [`Ask::Recognise`].
    Recognised(Box<NewItem>),
    /// To [`Ask::Duties`]: id, name, and whether the office owes it.
    Duties(Vec<(Uuid, String, bool)>),
    /// A record is in the file.
    Saved(Box<Saved>),
    /// A draft is in the file, or out of it.
    Kept(DraftKey),
}

/// A record that is in the file.
#[derive(Debug)]
pub struct Saved {
    /// The number of the save.
    pub save: u64,
    /// The record.
    pub id: Option<Uuid>,
    /// The arrival number of a report.
    pub arrival_number: String,
    /// The row to stand on.
    pub row: Option<ItemRow>,
    /// A file that was to be kept with it and is not: its name and why.
    pub unkept: Option<String>,
    /// How many matters the text of a report numbers; 1 when it numbers none.
    pub matters: usize,
}

/// What a form writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Keeps a draft, or forgets it.
    Draft(DraftWrite),
    /// Puts a record into the file; its draft goes.
    Save {
        /// Number of the save, to be told when it is done.
        save: u64,
        /// Whose form.
        subject: Subject,
        /// The record.
        record: Box<Record>,
        /// The person's mark in arrival numbers.
        mark: String,
        /// Files to be kept with a report, as they were typed or chosen.
        files: String,
        /// The meeting at which a report was told.
        meeting: Option<Uuid>,
    },
}

/// A record as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A report.
    Report(NewReport),
    /// An item.
    Item(ItemRecord),
    /// An issue.
    Issue(IssueRecord),
    /// An answer to items.
    Orientation(OrientationRecord),
    /// A duty.
    Duty(DutyRecord),
    /// A rule that gives items away.
    Rule(RuleRecord),
    /// A view of the queue.
    View(ViewRecord),
}

impl Record {
    /// Identifier of the action in the change log; its words are the message `action-<identifier>`.
    pub fn action(&self) -> &'static str {
        match self {
            Self::Report(_) => "report-enter",
            Self::Item(_) => "item-edit",
            Self::Issue(IssueRecord { id: None, .. }) => "issue-enter",
            Self::Issue(_) => "issue-edit",
            Self::Orientation(OrientationRecord { id: None, .. }) => "orientation-enter",
            Self::Orientation(_) => "orientation-edit",
            Self::Duty(DutyRecord { id: None, .. }) => "duty-enter",
            Self::Duty(_) => "duty-edit",
            Self::Rule(RuleRecord { id: None, .. }) => "rule-enter",
            Self::Rule(_) => "rule-edit",
            Self::View(ViewRecord { id: None, .. }) => "view-enter",
            Self::View(_) => "view-edit",
        }
    }
}
