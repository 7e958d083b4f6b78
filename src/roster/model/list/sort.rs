//! The list by a column.

use std::collections::HashMap;

use super::{Person, Roster};
use crate::text::sort_key;

/// What the list can be put in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Given name, then middle names, then family name.
    Given,
    /// Family name first.
    Family,
    /// Units in protocol order.
    Unit,
    /// Post.
    Post,
    /// Phone.
    Phone,
    /// Last day of the term, the earliest first.
    Term,
    /// Status.
    Status,
    /// Last class, who was in none first.
    Trained,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Given,
        Self::Family,
        Self::Unit,
        Self::Post,
        Self::Phone,
        Self::Term,
        Self::Status,
        Self::Trained,
    ];
}

impl Roster {
    /// Puts people who were found in the order of a column; those about whom nothing is known come last either way. The three
    /// orders of names and units are those the roster is read in: nothing but turning round is left to do.
    pub fn sort(&self, found: &mut [u32], column: Column, reversed: bool) {
        match column {
            Column::Given | Column::Family | Column::Unit => {
                if reversed {
                    found.reverse();
                }
                if column == Column::Unit {
                    found.sort_by_key(|at| self.person(*at).and_then(|person| self.unit(person)).is_none());
                }
            }
            Column::Post => {
                let ranks = self.post_ranks();
                let rank = |person: &Person| ranks.get(person.post as usize).copied().flatten();
                self.sort_by(found, reversed, rank);
            }
            Column::Phone => self
                .sort_by(found, reversed, |person| (!person.phone.is_empty()).then(|| person.phone.clone())),
            Column::Term => self.sort_by(found, reversed, |person| person.term_to),
            Column::Status => self.sort_by(found, reversed, |person| Some(person.status as u8)),
            // Never is longest ago.
            Column::Trained => self.sort_by(found, reversed, |person| Some(self.trained(person.id))),
        }
    }

    fn sort_by<K: Ord>(&self, found: &mut [u32], reversed: bool, key: impl Fn(&Person) -> Option<K>) {
        found.sort_by_cached_key(|at| {
            let key = self.person(*at).and_then(&key);
            let (known, unknown) = match key {
                Some(key) if reversed => (Some(Err(std::cmp::Reverse(key))), false),
                Some(key) => (Some(Ok(key)), false),
                None => (None, true),
            };
            (unknown, known)
        });
    }

    /// The place of each post among all of them; none of the blank one.
    fn post_ranks(&self) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..self.posts.len()).filter(|at| !self.posts[*at].is_empty()).collect();
        order.sort_by_cached_key(|at| sort_key(&self.posts[*at]));
        let ranks: HashMap<usize, usize> =
            order.into_iter().enumerate().map(|(rank, at)| (at, rank)).collect();
        (0..self.posts.len()).map(|at| ranks.get(&at).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::super::{NewUnit, Unit};
    use super::super::PersonRow;
    use super::*;

    #[test]
    fn who_has_none_of_it_comes_last_either_way() {
        let row = |(id, unit, post, end): (u128, Option<u128>, &str, &str)| PersonRow {
            id: Uuid::from_u128(id),
            full_name: "Trần Văn Nam".into(),
            unit: unit.map(Uuid::from_u128),
            post: post.into(),
            term_to: end.parse().ok(),
            ..PersonRow::default()
        };
        let unit = |id: u128| Unit { id: Uuid::from_u128(id), known: NewUnit::named("thôn") };
        let rows =
            [(1, Some(8), "", "2027-01-31"), (2, Some(9), "bí thư", ""), (3, None, "ủy viên", "2026-12-31")];
        let roster = Roster::new(vec![unit(8), unit(9)], rows.map(row));
        let order = |column, reversed| {
            let mut found = vec![0, 1, 2];
            roster.sort(&mut found, column, reversed);
            found
        };
        for (column, forth, back) in [
            (Column::Unit, [0, 1, 2], [1, 0, 2]),
            (Column::Post, [1, 2, 0], [2, 1, 0]),
            (Column::Term, [2, 0, 1], [0, 2, 1]),
        ] {
            assert_eq!(
                (order(column, false), order(column, true)),
                (forth.to_vec(), back.to_vec()),
                "{column:?}"
            );
        }
    }
}
