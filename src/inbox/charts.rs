//! What charts of a list of items show: reports a week, topics, units, tendency by month.
//!
//! Nothing is told of a collaborator, and nothing of fewer than five reports: so small a group may name somebody.

use chrono::{Datelike, Days, NaiveDate};

use super::model::Tendency;

pub use crate::screen::bars::cells;

/// Fewest reports anything is told about.
pub const LEAST: u64 = 5;

/// Most weeks and months that are told.
const WEEKS: usize = 104;
const MONTHS: usize = 36;

/// A name and how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Name.
    pub name: String,
    /// How many.
    pub count: u64,
}

/// A month and its streams by tendency, in the order of [`Tendency::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Reports.
    pub reports: u64,
    /// Streams by tendency; all 0 when there are too few reports to tell.
    pub streams: [u64; 5],
}

/// Everything the charts of one list show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    /// Reports in the list.
    pub reports: u64,
    /// Weeks by their Monday, the newest first, with how many reports came.
    pub weeks: Vec<(NaiveDate, u64)>,
    /// Topics by how many items are about them, the most first.
    pub topics: Vec<Share>,
    /// Units with enough reports, the most first.
    pub units: Vec<Share>,
    /// How many units have too few, and the reports they have together.
    pub few: (u64, u64),
    /// Reports of no known unit.
    pub nowhere: u64,
    /// Months, the newest first.
    pub months: Vec<Month>,
}

impl Charts {
    /// Too few reports to draw anything.
    pub fn too_few(&self) -> bool {
        self.reports < LEAST
    }

    /// Puts reports by day in weeks without a gap.
    pub fn set_weeks(&mut self, days: impl IntoIterator<Item = NaiveDate>) {
        let mut weeks: Vec<(NaiveDate, u64)> = Vec::new();
        let monday = |day: NaiveDate| day - Days::new(u64::from(day.weekday().num_days_from_monday()));
        let mut mondays: Vec<NaiveDate> = days.into_iter().map(monday).collect();
        mondays.sort_unstable_by(|one, other| other.cmp(one));
        for monday in mondays {
            while let Some((last, _)) = weeks.last().copied().filter(|(last, _)| *last > monday) {
                if weeks.len() >= WEEKS {
                    break;
                }
                weeks.push((last - Days::new(7), 0));
            }
            match weeks.last_mut() {
                Some((last, count)) if *last == monday => *count += 1,
                Some(_) => break,
                None => weeks.push((monday, 1)),
            }
        }
        self.weeks = weeks;
    }

    /// Takes units with their reports; those with too few are told together.
    pub fn set_units(&mut self, units: impl IntoIterator<Item = Share>) {
        let (mut enough, few): (Vec<Share>, Vec<Share>) =
            units.into_iter().partition(|unit| unit.count >= LEAST);
        enough.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
        self.units = enough;
        self.few = (few.len() as u64, few.iter().map(|unit| unit.count).sum());
    }

    /// Takes topics with their items.
    pub fn set_topics(&mut self, mut topics: Vec<Share>) {
        topics.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
        self.topics = topics;
    }

    /// Takes months with their streams; of one with too few reports nothing but the month is kept.
    pub fn set_months(&mut self, mut months: Vec<Month>) {
        months.sort_by_key(|month| std::cmp::Reverse(month.first));
        months.truncate(MONTHS);
        for month in months.iter_mut().filter(|month| month.reports < LEAST) {
            month.streams = Default::default();
        }
        self.months = months;
    }
}

/// The place of a tendency among the streams of a month.
pub fn place(tendency: Tendency) -> usize {
    Tendency::ALL.iter().position(|known| *known == tendency).unwrap_or_default()
}

/// Cells of the parts of a bar of `cells` cells in all, by the largest rest, so that they sum up; a part that is not nothing has
/// a cell while there are any.
pub fn parts<const N: usize>(counts: [u64; N], cells: usize) -> [usize; N] {
    let total: u64 = counts.iter().sum();
    let mut parts = [0; N];
    if total == 0 {
        return parts;
    }
    for _ in 0..cells {
        // The part that lacks most of its due gets the next cell; one that has none yet goes first.
        let lack = |at: usize| (counts[at] * cells as u64).saturating_sub(parts[at] as u64 * total);
        let next = (0..N).filter(|at| counts[*at] > 0).max_by_key(|at| (parts[*at] == 0, lack(*at), N - at));
        if let Some(at) = next {
            parts[at] += 1;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_have_no_gap_and_the_newest_stands_first() {
        let mut charts = Charts::default();
        charts.set_weeks(["2026-11-22", "2026-11-16", "2026-10-31"].map(day));
        let found: Vec<_> = charts.weeks.iter().map(|(monday, count)| (monday.to_string(), *count)).collect();
        let expected = [("2026-11-16", 2), ("2026-11-09", 0), ("2026-11-02", 0), ("2026-10-26", 1)];
        assert_eq!(found, expected.map(|(monday, count)| (monday.to_owned(), count)));
        charts.set_weeks(["2026-11-22", "1999-01-01"].map(day));
        assert_eq!(charts.weeks.len(), WEEKS);
        charts.set_weeks([]);
        assert!(charts.weeks.is_empty());
    }

    #[test]
    fn units_and_months_with_too_few_reports_are_not_told_one_by_one() {
        let unit = |name: &str, count| Share { name: name.into(), count };
        let mut charts = Charts { reports: 18, ..Charts::default() };
        charts.set_units([unit("Thôn 1", 4), unit("Thôn 2", 5), unit("Thôn 3", 8), unit("Thôn 4", 1)]);
        assert_eq!(charts.units, [unit("Thôn 3", 8), unit("Thôn 2", 5)]);
        assert_eq!(charts.few, (2, 5));
        let month = |first: &str, reports| Month { first: day(first), reports, streams: [1, 2, 0, 0, 0] };
        charts.set_months(vec![month("2026-10-01", 4), month("2026-11-01", 5)]);
        assert_eq!(charts.months[0].streams, [1, 2, 0, 0, 0]);
        assert_eq!((charts.months[1].reports, charts.months[1].streams), (4, [0; 5]));
        assert!(!charts.too_few() && Charts { reports: 4, ..Charts::default() }.too_few());
    }

    #[test]
    fn bars_fill_their_room_and_what_is_not_nothing_is_seen() {
        assert_eq!(cells(0, 100, 20), 0);
        assert_eq!(cells(1, 1000, 20), 1);
        assert_eq!(cells(100, 100, 20), 20);
        assert_eq!(cells(49, 100, 20), 10);
        assert_eq!(cells(3, 0, 20), 0);
        assert_eq!(parts([1, 1, 2, 0, 0], 8), [2, 2, 4, 0, 0]);
        assert_eq!(parts([1, 98, 1, 0, 0], 10), [1, 8, 1, 0, 0]);
        assert_eq!(parts([0, 0, 0, 0, 0], 10), [0; 5]);
        for counts in [[3, 5, 7, 11, 13], [1, 0, 0, 0, 200], [9, 9, 9, 9, 9]] {
            for cells in [5, 7, 20, 33] {
                assert_eq!(parts(counts, cells).iter().sum::<usize>(), cells, "{counts:?} {cells}");
            }
        }
    }
}
