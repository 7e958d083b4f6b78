//! Decisions about collaborators: a term renewed, somebody moved, paused, back at work, ended, commended. One decision of the
//! office is often about many people at once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Commendation, NewCollaborator, Status};

crate::text::identifiers! {
    /// What a decision does.
    DecisionKind {
        /// Bổ nhiệm, công nhận; also somebody who was paused works again.
        #[default]
        Appoint = "appoint",
        /// Gia hạn, công nhận lại nhiệm kỳ mới.
        Renew = "renew",
        /// Chuyển đơn vị, chuyển công tác.
        Move = "move",
        /// Tạm dừng.
        Pause = "pause",
        /// Thôi.
        End = "end",
        /// Khen thưởng; kept as a commendation.
        Commend = "commend",
    }
}

/// A decision about one or more collaborators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What it does.
    pub kind: DecisionKind,
    /// From which day it holds; of an end, the last day.
    pub on: Option<NaiveDate>,
    /// Number of the decision.
    pub number: String,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// Last day of the new term.
    pub term_to: Option<NaiveDate>,
    /// The new unit.
    pub unit: Option<Uuid>,
    /// Post in the new unit; empty: the post stays.
    pub post: String,
    /// Why, or what somebody is commended for.
    pub reason: String,
}

impl Decision {
    /// What is known of somebody after the decision.
    pub fn apply(&self, known: &mut NewCollaborator) {
        match self.kind {
            DecisionKind::Appoint => known.status = Status::Active,
            DecisionKind::Renew => {
                known.status = Status::Active;
                known.term_from = self.on;
                known.term_to = self.term_to;
                // The words of the source speak of the old term.
                known.term_text.clear();
                if !self.number.is_empty() {
                    known.decision_number.clone_from(&self.number);
                    known.decision_date = self.dated;
                }
            }
            DecisionKind::Move => {
                if self.unit.is_some() {
                    known.unit = self.unit;
                    if !self.post.is_empty() {
                        known.post.clone_from(&self.post);
                    }
                } else {
                    known.status = Status::Moved;
                }
            }
            DecisionKind::Pause => known.status = Status::Paused,
            DecisionKind::End => {
                known.status = Status::Ended;
                known.term_text.clear();
                known.term_to = self.on;
            }
            DecisionKind::Commend => known.commendations.push(Commendation {
                on: self.on,
                content: self.reason.clone(),
                number: self.number.clone(),
            }),
        }
    }

    /// What keeps it from being made.
    pub fn problem(&self) -> Option<DecisionProblem> {
        if self.kind == DecisionKind::Renew && self.term_to.is_some() && self.on >= self.term_to {
            return Some(DecisionProblem::TermReversed);
        }
        (self.kind == DecisionKind::Commend && self.reason.is_empty())
            .then_some(DecisionProblem::NothingCommended)
    }
}

/// Why a decision cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionProblem {
    /// The new term ends before it begins.
    TermReversed,
    /// Nothing says what for.
    NothingCommended,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn somebody() -> NewCollaborator {
        NewCollaborator {
            full_name: "Nông Thị Huệ".into(),
            post: "Hiệu trưởng".into(),
            unit: Some(Uuid::from_u128(1)),
            decision_number: "12-QĐ/ĐU".into(),
            term_to: day("2026-12-31"),
            term_text: "2022-2026".into(),
            ..NewCollaborator::default()
        }
    }

    fn after(decision: &Decision) -> NewCollaborator {
        let mut known = somebody();
        decision.apply(&mut known);
        known
    }

    #[test]
    fn an_end_is_the_last_day_of_the_term() {
        let ended =
            after(&Decision { kind: DecisionKind::End, on: day("2026-11-30"), ..Decision::default() });
        assert_eq!((ended.status, ended.term_to), (Status::Ended, day("2026-11-30")));
        assert_eq!(ended.term_text, "", "the list's words speak of another end");
        assert_eq!(ended.decision_number, "12-QĐ/ĐU", "by which decision somebody was appointed stays true");
    }

    #[test]
    fn a_renewal_brings_a_term_and_its_decision() {
        let renewed = after(&Decision {
            kind: DecisionKind::Renew,
            on: day("2027-01-01"),
            term_to: day("2031-12-31"),
            number: "3-QĐ/ĐU".into(),
            dated: day("2026-12-20"),
            ..Decision::default()
        });
        assert_eq!((renewed.term_from, renewed.term_to), (day("2027-01-01"), day("2031-12-31")));
        assert_eq!((renewed.decision_number.as_str(), renewed.decision_date), ("3-QĐ/ĐU", day("2026-12-20")));
    }

    #[test]
    fn who_moves_within_the_roster_stays_on_it() {
        let inside =
            Decision { kind: DecisionKind::Move, unit: Some(Uuid::from_u128(2)), ..Decision::default() };
        let moved = after(&inside);
        assert_eq!((moved.status, moved.unit), (Status::Active, Some(Uuid::from_u128(2))));
        assert_eq!(moved.post, "Hiệu trưởng");
        let outside = after(&Decision { kind: DecisionKind::Move, ..Decision::default() });
        assert_eq!((outside.status, outside.unit), (Status::Moved, Some(Uuid::from_u128(1))));
    }

    #[test]
    fn a_commendation_needs_words_and_a_term_its_order() {
        let mut decision = Decision { kind: DecisionKind::Commend, ..Decision::default() };
        assert_eq!(decision.problem(), Some(DecisionProblem::NothingCommended));
        decision.reason = "Giấy khen".into();
        assert_eq!(decision.problem(), None);
        assert_eq!(after(&decision).commendations.len(), 1);
        decision = Decision {
            kind: DecisionKind::Renew,
            on: day("2027-01-01"),
            term_to: day("2026-12-31"),
            ..Decision::default()
        };
        assert_eq!(decision.problem(), Some(DecisionProblem::TermReversed));
    }
}
