//! Records of the inbox whole, as forms show and save them.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::model::{Channel, ItemKind, NewStream, PeriodKind, ReportKind, Urgency};

/// What a report says about itself: who handed it in, when, how. The form of a matter shows and mends it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportHead {
    /// Id of the report.
    pub id: Uuid,
    /// Arrival number; it stays.
    pub arrival_number: String,
    /// How many matters it has.
    pub items: u64,
    /// The collaborator who handed it in, when known on the roster.
    pub collaborator: Option<Uuid>,
    /// Who handed it in.
    pub submitter_name: String,
    /// The unit, when known.
    pub unit: Option<Uuid>,
    /// The unit's name.
    pub unit_name: String,
    /// When it was received.
    pub received_at: Option<NaiveDateTime>,
    /// Channel.
    pub channel: Channel,
    /// Kind.
    pub kind: ReportKind,
    /// Urgency.
    pub urgency: Urgency,
    /// Kind of the period.
    pub period_kind: PeriodKind,
    /// First day of the period.
    pub period_from: Option<NaiveDate>,
    /// Last day of the period.
    pub period_to: Option<NaiveDate>,
}

/// A matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemRecord {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
    /// Place.
    pub place: String,
    /// Topics.
    pub topics: Vec<Uuid>,
    /// Opinion or rumour.
    pub kind: ItemKind,
    /// Forecast.
    pub forecast: String,
    /// Recommendation.
    pub recommendation: String,
    /// Note.
    pub note: String,
    /// Streams in order; those that are not in the file yet have no id.
    pub streams: Vec<(Option<Uuid>, NewStream)>,
    /// The report it came with.
    pub report: ReportHead,
}

/// An issue (vấn đề).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueRecord {
    /// Id; `None` for a new one.
    pub id: Option<Uuid>,
    /// Title.
    pub title: String,
    /// watch | salient | risk | hot_spot.
    pub grade: String,
    /// new | handling | settled.
    pub state: String,
    /// The day it arose.
    pub arisen_on: Option<NaiveDate>,
    /// Place.
    pub place: String,
    /// Cause.
    pub cause: String,
    /// The body that leads its handling.
    pub lead_body: String,
    /// The day an answer is due.
    pub answer_due: Option<NaiveDate>,
    /// What was done.
    pub measures: String,
    /// What came of it.
    pub result: String,
    /// What was learnt.
    pub lesson: String,
    /// The answer that was given.
    pub answer: String,
    /// The day it was given.
    pub answered_on: Option<NaiveDate>,
    /// Topic.
    pub topic: Option<Uuid>,
}

/// Somebody an orientation goes to, or a duty binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The collaborator; `None` for a unit.
    pub collaborator: Option<Uuid>,
    /// The unit; `None` for a collaborator.
    pub unit: Option<Uuid>,
    /// Name.
    pub name: String,
}

/// An orientation or answer (định hướng, phản hồi).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrientationRecord {
    /// Id; `None` for a new one.
    pub id: Option<Uuid>,
    /// Title.
    pub title: String,
    /// What it says.
    pub content: String,
    /// Official information it rests on.
    pub official_info: String,
    /// The document it rests on.
    pub source_document: String,
    /// To whom it goes, by name; once it is sent, everybody.
    pub recipients: Vec<Addressee>,
    /// To whom it goes besides, as a filter of [`super::audience`]; settled when it is sent.
    pub filter: String,
    /// Sent through what: zalo | mailbox | meeting | phone | paper, or empty.
    pub sent_through: String,
    /// When.
    pub sent_at: Option<NaiveDateTime>,
    /// The issue of its items, with its title.
    pub issue: Option<(Uuid, String)>,
    /// It answers that issue too.
    pub answers_issue: bool,
    /// The items it answers.
    pub items: Vec<Uuid>,
    /// Titles of the items.
    pub titles: Vec<String>,
}

impl OrientationRecord {
    /// It was sent to those a filter meant: they stay who they were.
    pub fn is_settled(&self) -> bool {
        self.sent_at.is_some() && !self.filter.trim().is_empty()
    }
}

impl IssueRecord {
    /// A new one, to be watched.
    pub fn fresh() -> Self {
        Self { grade: "watch".to_owned(), state: "new".to_owned(), ..Self::default() }
    }
}

impl DutyRecord {
    /// A new one as most offices have it: every month from its first day, due within five days, Monday instead of a weekend.
    pub fn monthly() -> Self {
        Self {
            direction: "receives".to_owned(),
            who: "collaborator".to_owned(),
            period: PeriodKind::Month,
            boundary_day: 1,
            due_day: 5,
            weekend_rule: "after".to_owned(),
            ..Self::default()
        }
    }
}

/// A duty (chế độ báo cáo).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DutyRecord {
    /// Id; `None` for a new one.
    pub id: Option<Uuid>,
    /// Name.
    pub name: String,
    /// receives | owes.
    pub direction: String,
    /// collaborator | unit | named.
    pub who: String,
    /// Whom it binds when it binds those named.
    pub members: Vec<Addressee>,
    /// For what the office owes: the body it goes to.
    pub counterpart: String,
    /// How often.
    pub period: PeriodKind,
    /// First weekday of the week from Monday = 1, or first day of the month.
    pub boundary_day: i64,
    /// Days after the period's last day.
    pub due_day: i64,
    /// keep | before | after.
    pub weekend_rule: String,
    /// First day it holds.
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds.
    pub valid_to: Option<NaiveDate>,
    /// The document it rests on.
    pub basis: String,
}

/// A rule that gives new items to a colleague (quy tắc giao việc).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleRecord {
    /// Id; `None` for a new one.
    pub id: Option<Uuid>,
    /// Who gets the items; `None` for somebody the file does not know yet.
    pub handler: Option<Uuid>,
    /// That colleague's name.
    pub handler_name: String,
    /// From this unit and all below it; `None` = from anywhere.
    pub unit: Option<(Uuid, String)>,
    /// About this topic and all below it; `None` = about anything.
    pub topic: Option<Uuid>,
}

pub use crate::roster::model::ViewRecord;
