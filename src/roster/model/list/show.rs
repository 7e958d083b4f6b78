//! Groups the list can be narrowed to, and how long what is known of somebody is kept.

use chrono::{Months, NaiveDate};

use super::super::Status;
use super::{Person, Roster};

crate::text::identifiers! {
    /// Whom the list shows.
    Show {
        /// Who works now.
        #[default]
        Active = "active",
        /// Whose term is over and who was not ended or renewed.
        Overdue = "overdue",
        /// Who is paused.
        Paused = "paused",
        /// Who ended or moved away.
        Former = "former",
        /// Who has no phone.
        NoPhone = "no_phone",
        /// Who is in no unit, or in one that is no more.
        NoUnit = "no_unit",
        /// Who ended so long ago that the record need not be kept.
        PastRetention = "past_retention",
    }
}

/// Years after the end of a term after which a record need not be kept, where the office did not choose otherwise. Erasing it stays
/// the decision of a person.
pub const RETENTION_YEARS: u32 = 5;

/// Least and most years an office may choose.
pub const RETENTION_RANGE: (u32, u32) = (1, 70);

/// What a file says of it: another copy may have written anything.
pub fn retention(years: i64) -> u32 {
    let (least, most) = RETENTION_RANGE;
    u32::try_from(years).unwrap_or(RETENTION_YEARS).clamp(least, most)
}

/// Years a record is kept after the term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Retention(u32);

impl Default for Retention {
    fn default() -> Self {
        Self(RETENTION_YEARS)
    }
}

impl Roster {
    /// Years a record is kept after the term, as the office chose.
    pub fn set_retention(&mut self, years: u32) {
        self.retention = Retention(years);
    }

    /// Years a record is kept after the term.
    pub fn retention(&self) -> u32 {
        self.retention.0
    }

    pub(super) fn shows(&self, person: &Person, show: Show, today: NaiveDate) -> bool {
        let gone = matches!(person.status, Status::Ended | Status::Moved);
        match show {
            Show::Active => person.status == Status::Active,
            Show::Overdue => person.status == Status::Active && person.term_to.is_some_and(|end| end < today),
            Show::Paused => person.status == Status::Paused,
            Show::Former => gone,
            Show::NoPhone => !gone && person.phone.is_empty(),
            Show::NoUnit => !gone && self.unit(person).is_none_or(|unit| !unit.stands()),
            Show::PastRetention => {
                let years = Months::new(self.retention() * 12);
                let until = person.term_to.and_then(|end| end.checked_add_months(years));
                gone && until.is_some_and(|until| until < today)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::{Narrow, PersonRow};
    use super::*;

    #[test]
    fn how_long_somebody_is_kept_is_what_the_office_chose() {
        let row = |id: u128, status: Status, end: &str| PersonRow {
            id: Uuid::from_u128(id),
            full_name: "Trần Văn Nam".to_owned(),
            status,
            term_to: end.parse().ok(),
            ..PersonRow::default()
        };
        let mut roster = Roster::new(
            Vec::new(),
            [
                row(1, Status::Ended, "2020-12-31"),
                row(2, Status::Moved, "2024-06-30"),
                row(3, Status::Active, "2019-12-31"),
                row(4, Status::Ended, ""),
            ],
        );
        let past = |roster: &Roster| {
            let today = "2026-11-23".parse().unwrap();
            roster.find("", &Narrow { show: Some((Show::PastRetention, today)), ..Narrow::default() })
        };
        assert_eq!(past(&roster), [0]);
        roster.set_retention(2);
        assert_eq!(past(&roster), [0, 1]);
        roster.set_retention(10);
        assert_eq!(past(&roster), Vec::<u32>::new());
    }

    #[test]
    fn years_that_make_no_sense_are_taken_for_the_nearest_that_do() {
        assert_eq!([-3, 0, 1, 12, 700].map(retention), [RETENTION_YEARS, 1, 1, 12, 70]);
    }
}
