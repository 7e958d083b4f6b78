//! One change of many people at once.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{NewCollaborator, UnitLevel};

/// What is changed; what is `None` or empty stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkChange {
    /// Unit.
    pub unit: Option<Uuid>,
    /// Post.
    pub post: String,
    /// Level reported to.
    pub level: Option<UnitLevel>,
    /// Fields followed that are added.
    pub topics: Vec<Uuid>,
    /// Number of the appointment decision.
    pub decision_number: String,
    /// Its date.
    pub decision_date: Option<NaiveDate>,
    /// First day of the term.
    pub term_from: Option<NaiveDate>,
    /// Last day of the term.
    pub term_to: Option<NaiveDate>,
    /// Allowance, đồng a month.
    pub allowance: Option<i64>,
    /// A line added to the note.
    pub note: String,
}

impl BulkChange {
    /// True when nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Changes somebody; false when nothing was different.
    pub fn apply(&self, known: &mut NewCollaborator) -> bool {
        let before = known.clone();
        known.unit = self.unit.or(known.unit);
        known.level = self.level.unwrap_or(known.level);
        known.decision_date = self.decision_date.or(known.decision_date);
        if self.term_from.is_some() || self.term_to.is_some() {
            // The words of the source speak of the old term.
            known.term_text.clear();
        }
        known.term_from = self.term_from.or(known.term_from);
        known.term_to = self.term_to.or(known.term_to);
        known.allowance = self.allowance.or(known.allowance);
        for (text, new) in
            [(&mut known.post, &self.post), (&mut known.decision_number, &self.decision_number)]
        {
            if !new.is_empty() {
                text.clone_from(new);
            }
        }
        for topic in &self.topics {
            if !known.topics.contains(topic) {
                known.topics.push(*topic);
            }
        }
        if !self.note.is_empty() && !known.note.lines().any(|line| line == self.note) {
            if !known.note.is_empty() {
                known.note.push('\n');
            }
            known.note.push_str(&self.note);
        }
        *known != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_filled_in_changes_and_only_once() {
        let mut known = NewCollaborator {
            post: "Bí thư".into(),
            note: "Cũ".into(),
            term_text: "2022-2026".into(),
            ..NewCollaborator::default()
        };
        let change = BulkChange {
            allowance: Some(500_000),
            note: "Điều chỉnh phụ cấp".into(),
            topics: vec![Uuid::from_u128(7)],
            ..BulkChange::default()
        };
        assert!(change.apply(&mut known));
        assert_eq!((known.post.as_str(), known.allowance), ("Bí thư", Some(500_000)));
        assert_eq!((known.note.as_str(), known.term_text.as_str()), ("Cũ\nĐiều chỉnh phụ cấp", "2022-2026"));
        assert!(!change.apply(&mut known), "the same again changes nothing");
        assert!(BulkChange::default().is_empty());
    }
}
