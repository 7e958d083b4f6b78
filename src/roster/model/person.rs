//! A collaborator (cộng tác viên): nothing on ethnicity, religion or party record.

use chrono::{Datelike, Days, Months, NaiveDate};
use uuid::Uuid;

use super::{Commendation, Decision, UnitLevel};
use crate::text::dates::parse_day;

crate::text::identifiers! {
    /// Sex as the source says it; never guessed from a name.
    Sex {
        /// Not said.
        #[default]
        Unknown = "",
        /// Nam.
        Male = "male",
        /// Nữ.
        Female = "female",
    }
}

crate::text::identifiers! {
    /// Whether the collaborator works now.
    Status {
        /// Đang hoạt động.
        #[default]
        Active = "active",
        /// Tạm dừng.
        Paused = "paused",
        /// Đã thôi.
        Ended = "ended",
        /// Đã chuyển.
        Moved = "moved",
    }
}

/// What is known of a collaborator, before or beside the id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCollaborator {
    /// Full name as it is written.
    pub full_name: String,
    /// Given name, only where the source gave it in a column of its own; otherwise the last word of `full_name` counts.
    pub given_name: String,
    /// Sex.
    pub sex: Sex,
    /// Birth year; also set when the whole date is known.
    pub birth_year: Option<i32>,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Unit.
    pub unit: Option<Uuid>,
    /// Position in the unit.
    pub post: String,
    /// Posts held beside it (kiêm nhiệm).
    pub concurrent_post: String,
    /// Level the collaborator reports to.
    pub level: UnitLevel,
    /// E-mail.
    pub email: String,
    /// Phone numbers in local form, digits only; the first is the main one.
    pub phones: Vec<String>,
    /// Office address.
    pub address: String,
    /// The office's own code.
    pub code: String,
    /// Number of the appointment decision.
    pub decision_number: String,
    /// Its date.
    pub decision_date: Option<NaiveDate>,
    /// First day of the term.
    pub term_from: Option<NaiveDate>,
    /// Last day of the term.
    pub term_to: Option<NaiveDate>,
    /// The term as the source wrote it, e.g. 2026-2030.
    pub term_text: String,
    /// Contract in months.
    pub contract_months: Option<i64>,
    /// Status.
    pub status: Status,
    /// Allowance, đồng a month.
    pub allowance: Option<i64>,
    /// Note.
    pub note: String,
    /// Topics the collaborator follows.
    pub topics: Vec<Uuid>,
    /// Commendations, the first one first.
    pub commendations: Vec<Commendation>,
}

/// Years of age a collaborator can have.
const AGES: std::ops::RangeInclusive<i32> = 16..=100;

/// What does not fit together in what is known of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonProblem {
    /// Nobody of that year of birth can be a collaborator.
    BirthYear,
    /// The term ends before it begins.
    TermReversed,
    /// The term ends before the decision on it.
    DecidedAfterTerm,
}

impl NewCollaborator {
    /// The first thing that does not fit together.
    pub fn problem(&self, today: NaiveDate) -> Option<PersonProblem> {
        if self.birth_year.is_some_and(|year| !AGES.contains(&(today.year() - year))) {
            return Some(PersonProblem::BirthYear);
        }
        let end = self.term_to?;
        if self.term_from.is_some_and(|from| from > end) {
            return Some(PersonProblem::TermReversed);
        }
        self.decision_date.is_some_and(|decided| decided > end).then_some(PersonProblem::DecidedAfterTerm)
    }

    /// The last day of a contract of so many months.
    pub fn contract_end(from: NaiveDate, months: i64) -> Option<NaiveDate> {
        from.checked_add_months(Months::new(u32::try_from(months).ok()?))?.pred_opt()
    }

    /// Days until the term ends, negative when it has; `None` without a term.
    pub fn term_days_left(&self, today: NaiveDate) -> Option<i64> {
        self.term_to.map(|end| (end - today).num_days())
    }

    /// The term ends within `days` from `today`, today included, and has not ended before.
    pub fn term_ends_within(&self, today: NaiveDate, days: u64) -> bool {
        self.term_to.is_some_and(|end| {
            end >= today && today.checked_add_days(Days::new(days)).is_some_and(|last| end <= last)
        })
    }
}

/// Reads a year of birth, or the whole day.
pub fn read_birth(text: &str) -> Option<(i32, Option<NaiveDate>)> {
    let text = text.trim();
    if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|year| (1900..2100).contains(year)).map(|year| (year, None));
    }
    let whole = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).count() == 3;
    // A day with its year means the same whatever today is.
    let day = parse_day(text, NaiveDate::default()).ok().filter(|_| whole)?;
    (1900..2100).contains(&day.year()).then_some((day.year(), Some(day)))
}

/// A collaborator of the office's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collaborator {
    /// Id.
    pub id: Uuid,
    /// What is known.
    pub known: NewCollaborator,
    /// Name of the unit now; empty without a unit.
    pub unit_name: String,
    /// Decisions about the person, newest first.
    pub decisions: Vec<Decision>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_term_ends_within_sixty_days_counting_today() {
        let person = NewCollaborator { term_to: Some(day("2026-12-31")), ..NewCollaborator::default() };
        assert!(person.term_ends_within(day("2026-12-31"), 60));
        assert!(person.term_ends_within(day("2026-11-01"), 60));
        assert!(!person.term_ends_within(day("2026-10-31"), 60));
        assert!(!person.term_ends_within(day("2027-01-01"), 60));
        assert_eq!(person.term_days_left(day("2027-01-02")), Some(-2));
    }

    #[test]
    fn what_cannot_be_is_seen() {
        let today = day("2026-11-22");
        let mut person = NewCollaborator { birth_year: Some(1978), ..NewCollaborator::default() };
        assert_eq!(person.problem(today), None);
        person.birth_year = Some(2015);
        assert_eq!(person.problem(today), Some(PersonProblem::BirthYear));
        person.birth_year = Some(1878);
        assert_eq!(person.problem(today), Some(PersonProblem::BirthYear));
        person.birth_year = None;
        person.term_from = Some(day("2026-01-01"));
        assert_eq!(person.problem(today), None, "an open end");
        person.term_to = Some(day("2025-12-31"));
        assert_eq!(person.problem(today), Some(PersonProblem::TermReversed));
        person.term_to = Some(day("2030-12-31"));
        assert_eq!(person.problem(today), None);
        person.decision_date = Some(day("2031-01-01"));
        assert_eq!(person.problem(today), Some(PersonProblem::DecidedAfterTerm));
    }

    #[test]
    fn a_birth_is_a_year_or_a_day() {
        assert_eq!(read_birth("1978"), Some((1978, None)));
        assert_eq!(read_birth("5/3/1978"), Some((1978, Some(day("1978-03-05")))));
        for wrong in ["78", "5/3", "31/2/1978", "1878", "năm 78"] {
            assert_eq!(read_birth(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_contract_ends_the_day_before() {
        assert_eq!(NewCollaborator::contract_end(day("2026-01-15"), 12), Some(day("2027-01-14")));
        assert_eq!(NewCollaborator::contract_end(day("2026-01-01"), -1), None);
    }

    #[test]
    fn an_unknown_identifier_reads_as_the_default() {
        assert_eq!(Status::from_id("ended"), Status::Ended);
        assert_eq!(Status::from_id("vacation"), Status::Active);
    }
}
