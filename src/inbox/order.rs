//! The orders a list of items can be put in: by receipt, or by a column. Pure.

use std::cmp::Ordering;

use super::model::{Triage, Urgency};
use super::rows::ItemRow;
use crate::text::order::sort_key;

/// What a list is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Day of receipt.
    #[default]
    Day,
    /// Unit, or who handed it in.
    Unit,
    /// Title.
    Title,
    /// Topics.
    Topic,
    /// The colleague who handles it; what nobody handles comes last.
    Handler,
    /// Urgency; the most urgent first.
    Urgency,
    /// State in triage, in the order a matter goes through them.
    Triage,
}

/// An order of a list. The default, newest first, is the one lists are read in page by page; any other needs all the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: By,
    /// The other way round.
    pub reversed: bool,
}

impl By {
    /// All, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Day, Self::Unit, Self::Title, Self::Topic, Self::Handler, Self::Urgency, Self::Triage];
}

impl Order {
    /// The order when this column is chosen: the column's own, and when the list has it already, the other way round.
    #[must_use]
    pub fn chosen(self, by: By) -> Self {
        Self { by, reversed: self.by == by && !self.reversed }
    }

    /// Newest first: nothing need be sorted.
    pub fn is_received(self) -> bool {
        self == Self::default()
    }

    /// Sorts rows as Vietnamese sorts; what is equal stands newest first, what says nothing last.
    pub fn sort(self, rows: &mut [ItemRow]) {
        match self.by {
            By::Day => rows.sort_by_key(|row| std::cmp::Reverse(row.doc)),
            By::Unit => by_text(rows, self.reversed, from),
            By::Title => by_text(rows, self.reversed, |row| &row.title),
            By::Topic => by_text(rows, self.reversed, |row| &row.topics),
            By::Handler => by_text(rows, self.reversed, |row| &row.handler),
            By::Urgency => by_rank(rows, self.reversed, |row| match row.urgency {
                Urgency::Flash => 0,
                Urgency::VeryUrgent => 1,
                Urgency::Urgent => 2,
                Urgency::Normal => 3,
            }),
            By::Triage => by_rank(rows, self.reversed, |row| match row.triage {
                Triage::New => 0,
                Triage::Waiting => 1,
                Triage::Included => 2,
                Triage::Filed => 3,
                Triage::Duplicate => 4,
            }),
        }
        if self.by == By::Day && self.reversed {
            rows.reverse();
        }
    }
}

/// Where it comes from: the unit, or who handed it in.
fn from(row: &ItemRow) -> &String {
    if row.unit.is_empty() { &row.submitter } else { &row.unit }
}

fn by_text(rows: &mut [ItemRow], reversed: bool, text: impl Fn(&ItemRow) -> &String) {
    rows.sort_by_cached_key(|row| {
        let text = text(row);
        (text.is_empty(), Turned(sort_key(text), reversed), std::cmp::Reverse(row.doc))
    });
}

fn by_rank(rows: &mut [ItemRow], reversed: bool, rank: impl Fn(&ItemRow) -> u8) {
    rows.sort_by_cached_key(|row| (Turned(rank(row), reversed), std::cmp::Reverse(row.doc)));
}

/// A key that may be compared the other way round.
#[derive(PartialEq, Eq)]
struct Turned<T>(T, bool);

impl<T: Ord> Ord for Turned<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.0.cmp(&other.0);
        if self.1 { order.reverse() } else { order }
    }
}

impl<T: Ord> PartialOrd for Turned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<ItemRow> {
        let row = |doc, unit: &str, title: &str, urgency, handler: &str| ItemRow {
            doc,
            unit: unit.to_owned(),
            title: title.to_owned(),
            urgency,
            handler: handler.to_owned(),
            ..ItemRow::default()
        };
        vec![
            row(5, "Thôn 3", "Ấp bị ngập", Urgency::Normal, ""),
            row(4, "Đoàn xã", "Nước đục", Urgency::Flash, "L"),
            row(3, "Hội LHPN", "Ăn uống", Urgency::Urgent, "H"),
            row(2, "Đoàn xã", "An ninh", Urgency::Normal, "L"),
        ]
    }

    fn sorted(by: By, reversed: bool) -> Vec<i64> {
        let mut rows = rows();
        Order { by, reversed }.sort(&mut rows);
        rows.iter().map(|row| row.doc).collect()
    }

    #[test]
    fn columns_are_sorted_as_vietnamese_sorts_and_equals_stay_newest_first() {
        assert_eq!(sorted(By::Unit, false), [4, 2, 3, 5], "Đ stands before H and T");
        assert_eq!(sorted(By::Unit, true), [5, 3, 4, 2]);
        assert_eq!(sorted(By::Title, false), [2, 3, 5, 4], "A, Ă, Â are letters of their own");
        assert_eq!(sorted(By::Day, true), [2, 3, 4, 5]);
        assert_eq!(sorted(By::Urgency, false), [4, 3, 5, 2]);
        assert_eq!(sorted(By::Handler, false), [3, 4, 2, 5], "nobody's come last");
        assert_eq!(sorted(By::Handler, true), [4, 2, 3, 5], "nobody's come last here too");
    }

    #[test]
    fn a_column_chosen_again_turns_round() {
        let once = Order::default().chosen(By::Unit);
        assert_eq!(once, Order { by: By::Unit, reversed: false });
        assert_eq!(once.chosen(By::Unit), Order { by: By::Unit, reversed: true });
        assert!(once.chosen(By::Unit).chosen(By::Unit).chosen(By::Day).is_received());
        assert_eq!(Order::default().chosen(By::Day), Order { by: By::Day, reversed: true });
    }
}
