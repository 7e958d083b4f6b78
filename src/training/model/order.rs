//! The agenda by a column.

use std::cmp::Reverse;

use super::{ClassKind, ClassLine, ClassState};
use crate::text::sort_key;

/// What the agenda can be put in the order of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AgendaColumn {
    /// Days, those nobody knows last.
    #[default]
    Days,
    /// How far it is.
    State,
    /// Kind.
    Kind,
    /// Title.
    Title,
    /// Place.
    Place,
    /// People on the list, most first.
    People,
    /// Things to prepare that are not done, most first.
    Tasks,
}

impl AgendaColumn {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Days, Self::State, Self::Kind, Self::Title, Self::Place, Self::People, Self::Tasks];

    /// Puts classes, by their places among all, in the order of this column. What a class does not have comes last either way,
    /// and what is alike stays in the order of days.
    pub fn sort(self, found: &mut [usize], classes: &[ClassLine], reversed: bool) {
        match self {
            Self::Days => sort_by(found, classes, reversed, |class| class.date_from),
            Self::State => sort_by(found, classes, reversed, |class| {
                ClassState::ALL.iter().position(|state| *state == class.state)
            }),
            Self::Kind => sort_by(found, classes, reversed, |class| {
                ClassKind::ALL.iter().position(|kind| *kind == class.kind)
            }),
            Self::Title => sort_by(found, classes, reversed, |class| Some(sort_key(&class.title))),
            Self::Place => sort_by(found, classes, reversed, |class| {
                (!class.place.trim().is_empty()).then(|| sort_key(&class.place))
            }),
            Self::People => sort_by(found, classes, reversed, |class| {
                (class.participants > 0).then_some(Reverse(class.participants))
            }),
            Self::Tasks => sort_by(found, classes, reversed, |class| {
                (class.open_tasks > 0).then_some(Reverse(class.open_tasks))
            }),
        }
    }
}

fn sort_by<K: Ord>(
    found: &mut [usize],
    classes: &[ClassLine],
    reversed: bool,
    key: impl Fn(&ClassLine) -> Option<K>,
) {
    found.sort_by_cached_key(|at| {
        let key = classes.get(*at).and_then(&key);
        let unknown = key.is_none();
        (unknown, key.map(|key| if reversed { Err(Reverse(key)) } else { Ok(key) }))
    });
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_a_class_does_not_have_comes_last_either_way() {
        let class = |id: u128, from: &str, place: &str, participants: u32| ClassLine {
            id: Uuid::from_u128(id),
            kind: ClassKind::Class,
            title: ["Đông", "An", "Bình"][id as usize].into(),
            date_from: from.parse().ok(),
            date_to: None,
            date_text: String::new(),
            place: place.into(),
            state: ClassState::Planned,
            participants,
            open_tasks: 0,
            tasks: 0,
            series: None,
            concluded: false,
        };
        let classes =
            [class(0, "2026-01-01", "Đông Hà", 5), class(1, "2026-02-01", "", 9), class(2, "", "An Lạc", 0)];
        let order = |column: AgendaColumn, reversed: bool| {
            let mut found = vec![0, 1, 2];
            column.sort(&mut found, &classes, reversed);
            found
        };
        assert_eq!(order(AgendaColumn::Days, false), [0, 1, 2]);
        assert_eq!(order(AgendaColumn::Days, true), [1, 0, 2]);
        assert_eq!(order(AgendaColumn::Place, false), [2, 0, 1]);
        assert_eq!(order(AgendaColumn::Place, true), [0, 2, 1]);
        assert_eq!(order(AgendaColumn::People, false), [1, 0, 2]);
        assert_eq!(order(AgendaColumn::Title, false), [1, 2, 0]);
        assert_eq!(order(AgendaColumn::Tasks, true), [0, 1, 2]);
    }
}
