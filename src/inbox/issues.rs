//! Issues (vấn đề) as their page shows them: a line of the list, the whole of one, and what became of its grade.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::records::IssueRecord;
use crate::text::identifiers;

identifiers! {
    /// Which issues the list shows.
    IssueView {
        /// Not settled yet.
        #[default]
        Open = "open",
        /// The day an answer was due is over, and there is none.
        Overdue = "overdue",
        /// An answer was given.
        Answered = "answered",
        /// Settled.
        Settled = "settled",
        /// All.
        All = "all",
    }
}

impl IssueView {
    /// Whether an issue belongs to the view.
    pub fn holds(self, line: &IssueLine, today: NaiveDate) -> bool {
        match self {
            Self::Open => !line.is_settled(),
            Self::Overdue => line.is_overdue(today),
            Self::Answered => line.is_answered(),
            Self::Settled => line.is_settled(),
            Self::All => true,
        }
    }
}

/// An issue as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueLine {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// watch | salient | risk | `hot_spot`.
    pub grade: String,
    /// new | handling | settled.
    pub state: String,
    /// The day it arose.
    pub arisen_on: Option<NaiveDate>,
    /// The body that leads its handling.
    pub lead_body: String,
    /// The day an answer is due.
    pub answer_due: Option<NaiveDate>,
    /// An answer was written down; it is given when it has a day.
    pub has_answer: bool,
    /// The day it was given.
    pub answered_on: Option<NaiveDate>,
    /// Items gathered under it, once they are counted.
    pub items: Option<u64>,
}

impl IssueLine {
    /// Nothing more is to be done about it.
    pub fn is_settled(&self) -> bool {
        self.state == "settled"
    }

    /// An answer was given.
    pub fn is_answered(&self) -> bool {
        self.answered_on.is_some()
    }

    /// The day an answer was due is over, and none was given: what `trảlời:quáhạn` means in a filter of items.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.is_answered() && !self.is_settled() && self.answer_due.is_some_and(|due| due < today)
    }

    /// True for a hot spot, and for what may become one.
    pub fn is_hot(&self) -> bool {
        is_hot(&self.grade)
    }
}

/// True for the grade of a hot spot, and of what may become one.
pub fn is_hot(grade: &str) -> bool {
    matches!(grade, "risk" | "hot_spot")
}

/// Puts lines in order: what is overdue, the longest first; what is to be answered, the soonest first; the others, the newest
/// first.
pub fn sort(lines: &mut [IssueLine], today: NaiveDate) {
    lines.sort_by_key(|line| {
        let waits = !line.is_answered() && !line.is_settled();
        let due = line.answer_due.filter(|_| waits);
        (!line.is_overdue(today), due.is_none(), due, Reverse((line.arisen_on, line.id)))
    });
}

/// An item of an issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueItem {
    /// Id.
    pub id: Uuid,
    /// When it was received.
    pub received_at: Option<NaiveDateTime>,
    /// Where it came from.
    pub unit: String,
    /// Title.
    pub title: String,
}

/// An orientation that answers an issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueAnswer {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Sent through what; empty when it was not.
    pub sent_through: String,
    /// When.
    pub sent_at: Option<NaiveDateTime>,
    /// To how many.
    pub recipients: u64,
}

/// What happened to an issue on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It was written down, with this grade and state.
    Entered(String, String),
    /// It has another grade now: from, to.
    Grade(String, String),
    /// It has another state now: from, to.
    State(String, String),
    /// The answer is due on another day now.
    Due(Option<NaiveDate>),
    /// An answer was written down.
    Answered,
    /// The answer was taken away.
    Unanswered,
}

/// A step of an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Option<NaiveDateTime>,
    /// Who did it.
    pub person: String,
    /// What.
    pub what: Happened,
}

/// An issue whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueCard {
    /// Everything the form shows.
    pub record: IssueRecord,
    /// Name of its topic.
    pub topic: String,
    /// Its newest items, the newest first.
    pub items: Vec<IssueItem>,
    /// Items in all.
    pub all_items: u64,
    /// Orientations that answered it or one of its items, the newest first.
    pub answers: Vec<IssueAnswer>,
    /// What happened to it, the newest first.
    pub steps: Vec<Step>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn line(number: u128, state: &str, arisen: &str, due: &str, answered: &str) -> IssueLine {
        IssueLine {
            id: Uuid::from_u128(number),
            state: state.to_owned(),
            arisen_on: day(arisen),
            answer_due: day(due),
            answered_on: day(answered),
            ..IssueLine::default()
        }
    }

    #[test]
    fn what_is_overdue_stands_first_then_what_is_due_then_the_newest() {
        let today = day("2026-11-22").unwrap();
        let mut lines = vec![
            line(1, "settled", "2026-11-20", "2026-11-21", "2026-11-21"),
            line(2, "handling", "2026-11-01", "2026-11-30", ""),
            line(3, "handling", "2026-10-01", "2026-11-15", ""),
            line(4, "new", "2026-11-21", "", ""),
            line(5, "handling", "2026-09-01", "2026-10-01", ""),
            line(6, "handling", "2026-11-02", "2026-11-22", ""),
        ];
        sort(&mut lines, today);
        let order: Vec<u128> = lines.iter().map(|line| line.id.as_u128()).collect();
        assert_eq!(order, [5, 3, 6, 2, 4, 1]);
        let shown = |view: IssueView| lines.iter().filter(|line| view.holds(line, today)).count();
        assert_eq!(IssueView::ALL.iter().map(|view| shown(*view)).collect::<Vec<_>>(), [5, 2, 1, 1, 6]);
    }

    #[test]
    fn an_answer_that_was_given_or_being_settled_ends_the_wait_and_the_due_day_itself_is_in_time() {
        let today = day("2026-11-22").unwrap();
        assert!(line(1, "handling", "", "2026-11-21", "").is_overdue(today));
        assert!(!line(1, "handling", "", "2026-11-22", "").is_overdue(today));
        assert!(!line(1, "settled", "", "2026-11-21", "").is_overdue(today));
        let written = IssueLine { has_answer: true, ..line(1, "handling", "", "2026-11-21", "") };
        assert!(written.is_overdue(today), "an answer that nobody was given is none");
        assert!(!line(1, "handling", "", "2026-11-21", "2026-11-22").is_overdue(today));
    }
}
