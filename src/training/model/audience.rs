//! Whom a class is for: collaborators chosen by what they were trained in and since when they serve.

use chrono::{Months, NaiveDate};

use super::Participant;

/// Somebody of the roster who may be asked to a class and is not on its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// As they would stand on the list.
    pub person: Participant,
    /// First day of the last class they were at.
    pub last_trained: Option<NaiveDate>,
    /// First day of the term.
    pub term_from: Option<NaiveDate>,
    /// The unit, or one above it, is summoned to this class.
    pub summoned: bool,
}

/// A reason to ask somebody to a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The unit is summoned.
    Summoned,
    /// Never at a class.
    Never,
    /// Not at a class for so many years, or never.
    Years(u32),
    /// The term began within the last twelve months.
    NewTerm,
    /// Everybody who serves.
    Everybody,
}

impl Reason {
    /// In the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::Summoned, Self::Never, Self::Years(1), Self::Years(3), Self::NewTerm, Self::Everybody];

    /// Whether it is a reason to ask this one to a class that begins on a day.
    pub fn fits(self, candidate: &Candidate, begins: NaiveDate) -> bool {
        let years_ago = |years: u32| begins.checked_sub_months(Months::new(12 * years));
        match self {
            Self::Summoned => candidate.summoned,
            Self::Never => candidate.last_trained.is_none(),
            Self::Years(years) => candidate.last_trained.is_none_or(|last| Some(last) <= years_ago(years)),
            Self::NewTerm => {
                candidate.term_from.is_some_and(|from| Some(from) > years_ago(1) && from <= begins)
            }
            Self::Everybody => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_count_to_the_day_the_class_begins() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let begins = day("2026-12-10");
        let who = |last: &str, term: &str, summoned| Candidate {
            person: Participant::default(),
            last_trained: last.parse().ok(),
            term_from: term.parse().ok(),
            summoned,
        };
        let fits = |candidate: &Candidate| -> Vec<bool> {
            Reason::ALL.iter().map(|reason| reason.fits(candidate, begins)).collect()
        };
        assert_eq!(fits(&who("", "2026-01-05", true)), [true, true, true, true, true, true]);
        assert_eq!(fits(&who("2025-12-10", "2025-12-10", false)), [false, false, true, false, false, true]);
        assert_eq!(fits(&who("2025-12-11", "", false)), [false, false, false, false, false, true]);
        assert_eq!(fits(&who("2023-12-10", "2027-01-01", false)), [false, false, true, true, false, true]);
    }
}
