//! What lists and previews of the inbox show: plain values, read whole, so that drawing asks nothing.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::model::{
    Band, Channel, Intensity, ItemKind, PeriodKind, ReportKind, Tendency, Triage, Urgency, Verification,
};

/// One line of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemRow {
    /// Where it stands in every list: newer is greater. 0 for an item that is in no list.
    pub doc: i64,
    /// Id of the item.
    pub item: Uuid,
    /// Its report.
    pub report: Uuid,
    /// Arrival number of the report.
    pub arrival_number: String,
    /// When the report was received.
    pub received_at: Option<NaiveDateTime>,
    /// Title.
    pub title: String,
    /// The unit's name, as the roster has it or else as the source wrote it.
    pub unit: String,
    /// Who handed it in: the collaborator's name, else as written.
    pub submitter: String,
    /// Names of its topics, joined with a comma.
    pub topics: String,
    /// State in triage.
    pub triage: Triage,
    /// Urgency of the report.
    pub urgency: Urgency,
    /// Opinion or rumour.
    pub kind: ItemKind,
    /// How far a rumour is verified.
    pub verification: Verification,
    /// Grade of its issue; empty without one.
    pub grade: String,
    /// Its place in the report, from 1, and how many items the report has.
    pub place_in_report: (u32, u32),
    /// Two copies of the file disagree about one of its fields.
    pub clash: bool,
    /// The mark of the colleague who handles it, or else first letters of the name; empty when nobody does.
    pub handler: String,
}

impl ItemRow {
    /// True for a rumour nobody has confirmed or refuted yet.
    pub fn open_rumour(&self) -> bool {
        self.kind == ItemKind::Rumour
            && matches!(
                self.verification,
                Verification::None | Verification::Unverified | Verification::Checking
            )
    }

    /// True when its issue is a hot spot or may become one.
    pub fn at_risk(&self) -> bool {
        matches!(self.grade.as_str(), "risk" | "hot_spot")
    }
}

/// A stream as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StreamRow {
    /// Id.
    pub id: Uuid,
    /// Group of people.
    pub group_name: String,
    /// Prevalence.
    pub band: Band,
    /// Tendency.
    pub tendency: Tendency,
    /// Intensity.
    pub intensity: Intensity,
    /// What they say.
    pub gist: String,
    /// Name of its topic; empty without one.
    pub topic: String,
}

/// A file kept with a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentRow {
    /// Id.
    pub id: Uuid,
    /// File name.
    pub name: String,
    /// Bytes of the original.
    pub size: u64,
    /// The report was read from it.
    pub original: bool,
}

/// One item with all that is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemCard {
    /// What the list shows.
    pub row: ItemRow,
    /// Text.
    pub body: String,
    /// Place.
    pub place: String,
    /// Forecast.
    pub forecast: String,
    /// Recommendation.
    pub recommendation: String,
    /// Streams in the order of the text.
    pub streams: Vec<StreamRow>,
    /// Ids, codes and names of its topics.
    pub topics: Vec<(Uuid, String, String)>,
    /// The issue it belongs to: id and title.
    pub issue: Option<(Uuid, String)>,
    /// Why it is filed or waiting.
    pub triage_reason: String,
    /// The item it is a duplicate of: arrival number and title.
    pub duplicate_of: Option<(String, String)>,
    /// The colleague who handles it.
    pub handler: String,
    /// Note.
    pub note: String,
    /// Channel of the report.
    pub channel: Channel,
    /// Document number of the report.
    pub document_number: String,
    /// Date of the document.
    pub document_date: Option<NaiveDate>,
    /// True when the report came by the day a duty asks for, false when later; `None` when no duty fits its period.
    pub on_time: Option<bool>,
    /// Answers that were given to it, the newest first.
    pub answers: Vec<AnswerRow>,
    /// What may be personal data in its texts, to be looked at by a person.
    pub warnings: Vec<Warning>,
}

/// An answer to an item (phản hồi, định hướng).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerRow {
    /// Id of the orientation.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// What it says.
    pub content: String,
    /// Official information it rests on.
    pub official_info: String,
    /// The document it rests on.
    pub source_document: String,
    /// Sent through what; empty when it was not.
    pub sent_through: String,
    /// When.
    pub sent_at: Option<NaiveDateTime>,
    /// Names of those it goes to, joined with a comma.
    pub recipients: String,
}

/// An item like another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Share of what both texts say, in hundredths.
    pub share: u32,
    /// The item.
    pub card: ItemCard,
}

/// An item that came in and says nearly what another says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubled {
    /// Id.
    pub item: Uuid,
    /// Arrival number of its report.
    pub number: String,
    /// Title.
    pub title: String,
    /// Arrival number of the report that said it before.
    pub earlier: String,
    /// The unit that said it before.
    pub unit: String,
    /// Share of what both texts say, in hundredths.
    pub share: u32,
}

/// A place in the text that may name a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Identifier of the kind ([`crate::text::personal::Kind`]).
    pub kind: &'static str,
    /// Line of the text, from 1; 0 in title, streams, forecast or recommendation.
    pub line: u32,
}

/// One submission as lists and exports show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRow {
    /// Id.
    pub id: Uuid,
    /// Arrival number.
    pub arrival_number: String,
    /// When it was received.
    pub received_at: Option<NaiveDateTime>,
    /// Title.
    pub title: String,
    /// The unit's name.
    pub unit: String,
    /// Who handed it in.
    pub submitter: String,
    /// Document number.
    pub document_number: String,
    /// Date of the document.
    pub document_date: Option<NaiveDate>,
    /// Issuing body.
    pub issuer: String,
    /// Kind.
    pub kind: ReportKind,
    /// Channel.
    pub channel: Channel,
    /// Kind of its period.
    pub period_kind: PeriodKind,
    /// First day of its period.
    pub period_from: Option<NaiveDate>,
    /// Last day of its period.
    pub period_to: Option<NaiveDate>,
    /// Urgency.
    pub urgency: Urgency,
    /// File it came from.
    pub source_name: String,
    /// Items in it.
    pub items: u64,
}

/// A whole report for reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportCard {
    /// Head.
    pub row: ReportRow,
    /// Text before the first item.
    pub summary: String,
    /// Its items in order.
    pub items: Vec<ItemCard>,
    /// Files kept with it.
    pub attachments: Vec<AttachmentRow>,
}

/// Counts stop here; the screen then shows `9.999+`.
pub const COUNT_LIMIT: u64 = 10_000;

pub use crate::roster::model::SavedView as View;

/// Who looks at a list, for `củatôi` and for days counted from today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// The person's mark in arrival numbers.
    pub mark: String,
    /// The person's name.
    pub person: String,
    /// Today.
    pub today: NaiveDate,
}

/// A topic (lĩnh vực, chủ đề).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// Id.
    pub id: Uuid,
    /// The topic it stands under.
    pub parent: Option<Uuid>,
    /// Identifier of a shipped topic, e.g. `nuoc_sach`; empty for the office's own.
    pub code: String,
    /// Name.
    pub name: String,
    /// Words that recognise it.
    pub keywords: Vec<String>,
    /// international | domestic | local: where the synthesis puts it.
    pub area: String,
}

/// An issue (vấn đề), as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// watch | salient | risk | hot_spot.
    pub grade: String,
    /// new | handling | settled.
    pub state: String,
}

/// A rule that gives new items to a colleague, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleRow {
    /// Id.
    pub id: Uuid,
    /// Who gets the items.
    pub handler_id: Uuid,
    /// The colleague's name.
    pub handler: String,
    /// The colleague's mark.
    pub mark: String,
    /// The colleague still works on the file; else the rule is passed over.
    pub works: bool,
    /// Name of the unit from which, with all below it; empty = from anywhere.
    pub unit: String,
    /// Name of the topic about which, with all below it; empty = about anything.
    pub topic: String,
    /// New items that nobody has and that it would give away.
    pub fits: u64,
}

/// The rules, and what they would give away now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// The rules in their order.
    pub rules: Vec<RuleRow>,
    /// How many items each colleague would get.
    pub by_handler: Vec<(String, u64)>,
    /// New items that nobody has and that fit no rule.
    pub unfit: u64,
}

impl Trial {
    /// How many items would be given away.
    pub fn fits(&self) -> u64 {
        self.by_handler.iter().map(|(_, count)| count).sum()
    }
}

/// A colleague who works on the file (người xử lý).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handler {
    /// Id.
    pub id: Uuid,
    /// Full name.
    pub full_name: String,
    /// The person's mark in arrival numbers.
    pub mark: String,
    /// Items in hand that are not decided.
    pub open: u64,
}

/// What is decided about one or many items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A state of triage with its reason, which may be empty but for [`Triage::Filed`].
    Triage(Triage, String),
    /// The same matter as this item.
    Duplicate(Uuid),
    /// Adds the topic, or takes it away when every one of the items has it.
    Topic(Uuid),
    /// Puts the items under an issue, or under none.
    Issue(Option<Uuid>),
    /// Puts the items under a new issue of this title and grade (watch | salient | risk | hot_spot).
    NewIssue(String, &'static str),
    /// How far a rumour is verified; makes a rumour of an opinion, and with [`Verification::None`] an opinion of a rumour.
    Verify(Verification),
    /// Gives the items to a colleague, or to nobody.
    Handler(Option<Uuid>),
    /// Gives the items to somebody the file may not know yet: name and mark.
    HandlerNamed(String, String),
}

impl Decision {
    /// Identifier of the action in the change log; its words are the message `action-<identifier>`.
    pub fn action(&self) -> &'static str {
        match self {
            Self::Triage(Triage::New, _) => "item-reopen",
            Self::Triage(Triage::Included, _) => "item-include",
            Self::Triage(Triage::Waiting, _) => "item-wait",
            Self::Triage(Triage::Filed, _) => "item-file",
            Self::Triage(Triage::Duplicate, _) | Self::Duplicate(_) => "item-duplicate",
            Self::Topic(_) => "item-topic",
            Self::Issue(_) | Self::NewIssue(..) => "item-issue",
            Self::Verify(_) => "item-verify",
            Self::Handler(_) | Self::HandlerNamed(..) => "item-handler",
        }
    }
}

/// A file kept with a report, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Its row.
    pub id: Uuid,
    /// Name it came under.
    pub name: String,
    /// Bytes it came with.
    pub size: u64,
    /// The report itself was read from it.
    pub original: bool,
    /// Its bytes are there; they may have been erased.
    pub there: bool,
}

/// Words in the texts of an item that may tell who a citizen is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flagged {
    /// The item.
    pub item: Uuid,
    /// Arrival number of its report.
    pub number: String,
    /// Identifier of what it is ([`crate::text::personal::Kind`]).
    pub kind: &'static str,
    /// The words.
    pub text: String,
    /// What stands before them.
    pub before: String,
    /// What stands behind them.
    pub after: String,
}
