//! One change of many classes and meetings at once.

use chrono::{NaiveDate, TimeDelta};

use super::{ClassLine, ClassState, NewClass};

/// What is changed; what is `None`, empty or 0 stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassChange {
    /// State.
    pub state: Option<ClassState>,
    /// Place.
    pub place: String,
    /// So many days later; earlier when negative.
    pub days: i64,
}

/// What a change of several would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// How many would be another than before.
    pub differ: usize,
    /// How many should move and stay on their days: they have none, or they are over.
    pub stay: usize,
}

impl ClassChange {
    /// True when nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Changes a class; false when nothing was different. Sessions and things to prepare move when it is written.
    pub fn apply(&self, known: &mut NewClass) -> bool {
        let before = (known.state, known.place.clone(), known.date_from, known.date_to);
        if let Some((from, to)) = self.moved(known.state, known.date_from, known.date_to) {
            (known.date_from, known.date_to) = (Some(from), to);
        }
        known.state = self.state.unwrap_or(known.state);
        if !self.place.is_empty() {
            known.place.clone_from(&self.place);
        }
        before != (known.state, known.place.clone(), known.date_from, known.date_to)
    }

    /// What it would do to these.
    pub fn foresee<'a>(&self, classes: impl Iterator<Item = &'a ClassLine>) -> Foreseen {
        let mut foreseen = Foreseen::default();
        for class in classes {
            let moves = self.moved(class.state, class.date_from, class.date_to).is_some();
            let differs = moves
                || self.state.is_some_and(|state| state != class.state)
                || (!self.place.is_empty() && self.place != class.place);
            foreseen.differ += usize::from(differs);
            foreseen.stay += usize::from(self.days != 0 && !moves);
        }
        foreseen
    }

    /// The new days; `None` when they stay. What was held or goes on was on its days.
    fn moved(
        &self,
        state: ClassState,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Option<(NaiveDate, Option<NaiveDate>)> {
        if self.days == 0 || matches!(state, ClassState::Held | ClassState::Running) {
            return None;
        }
        let by = TimeDelta::try_days(self.days)?;
        let from = from?.checked_add_signed(by)?;
        match to {
            Some(to) => Some((from, Some(to.checked_add_signed(by)?))),
            None => Some((from, None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_filled_in_changes_and_what_was_held_stays_on_its_days() {
        let day = |text: &str| text.parse().ok();
        let mut known = NewClass {
            place: "Hội trường".into(),
            date_from: day("2026-12-30"),
            date_to: day("2026-12-31"),
            state: ClassState::Planned,
            ..NewClass::default()
        };
        let change = ClassChange { state: Some(ClassState::Postponed), days: 7, ..ClassChange::default() };
        assert!(change.apply(&mut known));
        assert_eq!((known.date_from, known.date_to), (day("2027-01-06"), day("2027-01-07")));
        assert_eq!((known.state, known.place.as_str()), (ClassState::Postponed, "Hội trường"));
        known.state = ClassState::Held;
        let later = ClassChange { days: -7, ..ClassChange::default() };
        assert!(!later.apply(&mut known), "it was on its days");
        let mut undated = NewClass::default();
        assert!(!later.apply(&mut undated));
        assert!(ClassChange::default().is_empty());
    }
}
