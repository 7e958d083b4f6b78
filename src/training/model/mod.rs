//! Types of classes and meetings and the rules that need nothing but them.

mod audience;
mod bulk;
mod charts;
pub mod clash;
mod days;
mod filter;
mod order;
mod plan;
mod points;
mod repeat;
mod units;
mod year;

pub use audience::{Candidate, Reason};
pub use bulk::{ClassChange, Foreseen};
pub use charts::{ClassCharts, Trained};
pub use clash::{Clash, Shared, Slot};
pub use days::{DayKind, DayRow, short_title};
pub use filter::{AGENDA_VIEWS, AgendaFilter, AgendaProblem, Facts, Group};
pub use order::AgendaColumn;
pub use plan::{When, read_hours};
pub use points::{Offer, Point};
pub use repeat::{Repeat, told_for};
pub use units::{NamesDue, Tally, UnitTally, by_level};
pub use year::{PlanRow, quarter, read_when, told_when};

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

/// Level of a unit of the roster.
type UnitLevel = crate::roster::model::UnitLevel;

crate::text::identifiers! {
    /// What is held.
    ClassKind {
        /// Lớp bồi dưỡng.
        #[default]
        Class = "class",
        /// Hội nghị giao ban.
        Briefing = "briefing",
        /// Hội nghị khác.
        Conference = "conference",
    }
}

crate::text::identifiers! {
    /// How far it is.
    ClassState {
        /// Dự thảo.
        #[default]
        Draft = "draft",
        /// Đã có kế hoạch.
        Planned = "planned",
        /// Đã triệu tập.
        Summoned = "summoned",
        /// Đang diễn ra.
        Running = "running",
        /// Đã tổ chức.
        Held = "held",
        /// Hoãn.
        Postponed = "postponed",
        /// Hủy.
        Cancelled = "cancelled",
    }
}

crate::text::identifiers! {
    /// Part of the day a session is held in.
    DayPart {
        /// Not said.
        #[default]
        Unknown = "",
        /// Sáng.
        Morning = "morning",
        /// Chiều.
        Afternoon = "afternoon",
        /// Tối.
        Evening = "evening",
    }
}

crate::text::identifiers! {
    /// What a point of a giao ban's agenda is.
    AgendaKind {
        /// Anything else.
        #[default]
        Other = "",
        /// Báo cáo tổng hợp.
        Synthesis = "synthesis",
        /// Ý kiến bổ sung.
        Addition = "addition",
        /// Trả lời kiến nghị kỳ trước.
        Answer = "answer",
        /// Định hướng kỳ tới.
        Orientation = "orientation",
    }
}

/// A class or meeting with all its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewClass {
    /// Kind.
    pub kind: ClassKind,
    /// Title.
    pub title: String,
    /// Purpose.
    pub purpose: String,
    /// First day, when it is known.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// A vague date as it was written, e.g. trung tuần tháng 4.
    pub date_text: String,
    /// Place.
    pub place: String,
    /// State.
    pub state: ClassState,
    /// Whom it is for.
    pub audience: String,
    /// Where the money comes from.
    pub funding_source: String,
    /// Estimate, đồng.
    pub estimate: Option<i64>,
    /// Number of the plan.
    pub document_number: String,
    /// Date of the plan.
    pub document_date: Option<NaiveDate>,
    /// The same value = occurrences of one standing meeting.
    pub series: Option<Uuid>,
    /// How a standing meeting repeats.
    pub repeat_rule: Repeat,
    /// Conclusion after it was held.
    pub result: String,
    /// Who signs the certificates: a name, or a name and a post after a comma. Empty: who signs for the host.
    pub certificate_signer: String,
    /// First number of the certificates.
    pub certificate_from: Option<i64>,
    /// Note.
    pub note: String,
    /// Issuing bodies of the plan; two for a joint plan.
    pub hosts: Vec<Host>,
    /// Sessions in their order.
    pub sessions: Vec<Session>,
    /// What must be prepared.
    pub preparation: Vec<Preparation>,
    /// Lines of the estimate.
    pub costs: Vec<Cost>,
    /// Units summoned by category and number.
    pub summons: Vec<Summons>,
    /// People who attend.
    pub participants: Vec<Participant>,
    /// Points of a giao ban's agenda.
    pub agenda: Vec<AgendaPoint>,
}

/// A class or meeting of the office's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Id.
    pub id: Uuid,
    /// What is known.
    pub known: NewClass,
    /// Who was absent from which session; everybody else was present.
    pub absences: Vec<Absence>,
}

/// Somebody was absent from a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub participant: Uuid,
    /// From which session.
    pub session: Uuid,
    /// With leave.
    pub excused: bool,
}

/// A part of a class that can be taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartRow {
    /// The class itself.
    Class(Uuid),
    /// A session.
    Session(Uuid),
    /// A thing to prepare.
    Task(Uuid),
    /// A participant.
    Participant(Uuid),
    /// A point of the agenda.
    Point(Uuid),
}

/// Something to prepare that is not done, of any class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueTask {
    /// The class.
    pub class: Uuid,
    /// Its title.
    pub title: String,
    /// What is to be done.
    pub task: String,
    /// Who does it.
    pub owner: String,
    /// By which day.
    pub due_on: NaiveDate,
}

/// An issuing body of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// The unit, when it is on the roster.
    pub unit: Option<Uuid>,
    /// Name as printed.
    pub name: String,
    /// Who signs.
    pub signer: String,
    /// The signer's post.
    pub post: String,
}

/// A session (buổi).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Id; `None` before it is entered.
    pub id: Option<Uuid>,
    /// Day.
    pub on: Option<NaiveDate>,
    /// Part of the day.
    pub part: DayPart,
    /// Begin, HH:MM; empty when unknown.
    pub time_from: String,
    /// End, HH:MM.
    pub time_to: String,
    /// Content.
    pub content: String,
    /// Speaker.
    pub speaker: String,
    /// Hall.
    pub hall: String,
}

/// One thing to prepare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// Id; `None` before it is entered.
    pub id: Option<Uuid>,
    /// What is to be done.
    pub task: String,
    /// Who does it.
    pub owner: String,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// Done.
    pub done: bool,
}

/// One line of the estimate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// What for.
    pub content: String,
    /// How many.
    pub quantity: i64,
    /// đồng for one.
    pub unit_cost: i64,
}

/// A unit summoned by category and number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summons {
    /// The unit.
    pub unit: Option<Uuid>,
    /// Its name; filled when read.
    pub unit_name: String,
    /// Its level; filled when read.
    pub level: UnitLevel,
    /// Whom: trưởng ban, cộng tác viên …
    pub category: String,
    /// How many.
    pub number: i64,
    /// Names are sent back by this day.
    pub names_due: Option<NaiveDate>,
}

/// A person who attends, collaborator or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// Id; `None` before it is entered.
    pub id: Option<Uuid>,
    /// The collaborator, when the person is one.
    pub collaborator: Option<Uuid>,
    /// Full name.
    pub full_name: String,
    /// Birth year.
    pub birth_year: Option<i32>,
    /// The unit, when it is on the roster.
    pub unit: Option<Uuid>,
    /// The unit as written.
    pub unit_name: String,
    /// Level of the unit; filled when read.
    pub level: UnitLevel,
    /// The unit that was summoned among this one and those above it; filled when read.
    pub summoned_unit: Option<Uuid>,
    /// Post.
    pub post: String,
    /// Phone, local form.
    pub phone: String,
    /// For whom the person stands in.
    pub stand_in_for: String,
    /// Came without being summoned.
    pub walk_in: bool,
    /// Number of the certificate.
    pub certificate_number: String,
    /// Result.
    pub result: String,
}

/// One point of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaPoint {
    /// What it is.
    pub kind: AgendaKind,
    /// Content.
    pub content: String,
}

/// A point of the year's plan: what is to be followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanItem {
    /// What to follow.
    pub content: String,
    /// On which occasion.
    pub event: String,
    /// First day.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// Who does it.
    pub owner: String,
    /// On which document it rests.
    pub basis: String,
    /// Id; nil for a new one.
    pub id: Uuid,
    /// What its reports are about.
    pub topic: Option<Uuid>,
}

/// A class or meeting as the agenda lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassLine {
    /// Id.
    pub id: Uuid,
    /// Kind.
    pub kind: ClassKind,
    /// Title.
    pub title: String,
    /// First day.
    pub date_from: Option<NaiveDate>,
    /// Last day.
    pub date_to: Option<NaiveDate>,
    /// Vague date.
    pub date_text: String,
    /// Place.
    pub place: String,
    /// State.
    pub state: ClassState,
    /// People on the list.
    pub participants: u32,
    /// Things to prepare that are not done.
    pub open_tasks: u32,
    /// Things to prepare.
    pub tasks: u32,
    /// The same value = occurrences of one standing meeting.
    pub series: Option<Uuid>,
    /// How it went is written down.
    pub concluded: bool,
}

impl ClassLine {
    /// The months it reaches over; `None` when nobody knows. A vague date without a year is one of `year`.
    pub fn months(&self, year: i32) -> Option<(Month, Month)> {
        match (self.date_from, self.date_to) {
            (Some(from), to) => Some((Month::of(from), Month::of(to.unwrap_or(from)))),
            (None, Some(to)) => Some((Month::of(to), Month::of(to))),
            (None, None) => vague_month(&self.date_text, year).map(|month| (month, month)),
        }
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The month `steps` later; earlier when negative.
    #[must_use]
    pub fn plus(self, steps: i32) -> Self {
        let months = self.year * 12 + self.month as i32 - 1 + steps;
        Self { year: months.div_euclid(12), month: months.rem_euclid(12) as u32 + 1 }
    }

    /// First day.
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// Last day.
    pub fn last(self) -> NaiveDate {
        self.plus(1).first().pred_opt().unwrap_or_default()
    }
}

/// The month a vague date speaks of: "trung tuần tháng 4", "tháng 10/2026", "cuối tháng 12 năm 2026". Without a year it is
/// the month in `year`.
pub fn vague_month(date_text: &str, year: i32) -> Option<Month> {
    let folded = crate::text::fold(date_text);
    let after = folded.split("thang").nth(1)?;
    let mut numbers = after.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let month = numbers.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let year = numbers
        .next()
        .and_then(|number| number.parse().ok())
        .filter(|year| (1900..2200).contains(year))
        .unwrap_or(year);
    Some(Month { year, month })
}

/// What an import of an attendee list did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendeesImported {
    /// The class, once the list is in the file.
    pub class: Option<Uuid>,
    /// Title of the class.
    pub title: String,
    /// The class is new.
    pub class_created: bool,
    /// People put on the list.
    pub attendees: usize,
    /// Of these, collaborators of the roster.
    pub collaborators: usize,
    /// People who were on the list already; of a plan 1 when its class is known with all its sessions.
    pub duplicates: usize,
    /// Sessions of a plan.
    pub sessions: usize,
    /// It is the plan of a class and no list.
    pub is_plan: bool,
    /// What a person should be told.
    pub notices: Vec<crate::roster::model::Notice>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_count_over_the_year() {
        let november = Month { year: 2026, month: 11 };
        assert_eq!(november.plus(2), Month { year: 2027, month: 1 });
        assert_eq!(november.plus(-11), Month { year: 2025, month: 12 });
        assert_eq!(november.last().day(), 30);
    }

    #[test]
    fn a_vague_date_names_a_month() {
        let month = |text| vague_month(text, 2026).map(|m| (m.year, m.month));
        assert_eq!(month("trung tuần tháng 4"), Some((2026, 4)));
        assert_eq!(month("cuối Tháng 12 năm 2027"), Some((2027, 12)));
        assert_eq!(month("tháng 10/2025"), Some((2025, 10)));
        assert_eq!(month("quý III"), None);
        assert_eq!(month("tháng 13"), None);
    }
}
