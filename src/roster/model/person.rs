//! A collaborator (cộng tác viên): nothing on ethnicity, religion or party record.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::UnitLevel;

super::identifiers! {
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

super::identifiers! {
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
}

impl NewCollaborator {
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

/// A collaborator of the office's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collaborator {
    /// Id.
    pub id: Uuid,
    /// What is known.
    pub known: NewCollaborator,
    /// Name of the unit now; empty without a unit.
    pub unit_name: String,
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
    fn an_unknown_identifier_reads_as_the_default() {
        assert_eq!(Status::from_id("ended"), Status::Ended);
        assert_eq!(Status::from_id("vacation"), Status::Active);
    }
}
