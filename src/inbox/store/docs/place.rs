//! Which `doc` an item gets: close to each other, in the order of receipt, every day a range of its own.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::{Connection, OptionalExtension};

/// Bits of `doc` below the second. Every bit makes the text index larger by a fifteenth; four items are what a second has to
/// hold as a rule, and one that has more goes on in the next.
const TIE_BITS: u32 = 2;

const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// A day in row numbers.
pub const DAY: i64 = SECONDS_A_DAY << TIE_BITS;

/// The second something was received in.
pub(super) fn second_of(received_at: Option<NaiveDateTime>) -> i64 {
    received_at.map_or(0, |moment| moment.and_utc().timestamp()).clamp(0, 1 << 40)
}

/// The least `doc` of a second.
pub(super) fn first_of(second: i64) -> i64 {
    second << TIE_BITS
}

/// The least `doc` of a day.
pub(in crate::inbox::store) fn first_doc(day: NaiveDate) -> i64 {
    first_of(second_of(Some(day.and_time(NaiveTime::MIN))))
}

/// Hands out numbers: the first free one from the second's own on. A log of five thousand reports that says only the day
/// fills the twenty minutes after midnight and leaves the day's other reports in order. Numbers of another day are given only
/// when the day has none left, because days are ranges of numbers to a filter.
#[derive(Default)]
pub(super) struct Places {
    /// The last second asked for and the number given: everything in between is taken, so that the next of a sorted batch
    /// goes on from there instead of looking for a gap.
    last: Option<(i64, i64)>,
}

impl Places {
    /// Gives an item of this second the number that `try_insert` takes; it answers false when the number is taken.
    pub fn take(
        &mut self,
        conn: &Connection,
        second: i64,
        mut try_insert: impl FnMut(i64) -> rusqlite::Result<bool>,
    ) -> rusqlite::Result<i64> {
        let first = first_of(second);
        let end = (second / SECONDS_A_DAY + 1) * DAY;
        let last = self.last.filter(|(before, last)| *before <= second && *last >= first);
        let start = last.map_or(first, |(_, last)| last + 1);
        // It went beyond the day before: then the day is full.
        let full = last.is_some_and(|(_, last)| last >= end);
        if (start < end || full) && try_insert(start)? {
            self.last = Some((second, start));
            return Ok(start);
        }
        let above = free_above(conn, if start < end { start } else { start - 1 })?;
        let below = if above < end || full { None } else { free_below(conn, end - 1, end - DAY)? };
        let doc = below.unwrap_or(above);
        try_insert(doc)?;
        self.last = below.is_none().then_some((second, above));
        Ok(doc)
    }
}

/// The first number above a taken one that is not taken.
fn free_above(conn: &Connection, taken: i64) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "SELECT doc + 1 FROM item_doc d WHERE doc >= ?1
           AND NOT EXISTS (SELECT 1 FROM item_doc WHERE doc = d.doc + 1) ORDER BY doc LIMIT 1",
    )?
    .query_row([taken], |row| row.get(0))
}

/// The first number below a taken one that is not taken; `None` when that is less than `least`.
fn free_below(conn: &Connection, taken: i64, least: i64) -> rusqlite::Result<Option<i64>> {
    conn.prepare_cached(
        "SELECT doc - 1 FROM item_doc d WHERE doc <= ?1 AND doc > ?2
           AND NOT EXISTS (SELECT 1 FROM item_doc WHERE doc = d.doc - 1) ORDER BY doc DESC LIMIT 1",
    )?
    .query_row([taken, least], |row| row.get(0))
    .optional()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 22 November 2026.
    const DAY_BEGINS: i64 = 1_795_305_600;

    struct Numbers {
        conn: Connection,
        places: Places,
    }

    impl Numbers {
        fn new() -> Self {
            let conn = Connection::open_in_memory().unwrap();
            conn.execute_batch("CREATE TABLE item_doc (doc INTEGER PRIMARY KEY)").unwrap();
            Self { conn, places: Places::default() }
        }

        fn take(&mut self, second: i64) -> i64 {
            let conn = &self.conn;
            let try_insert = |doc: i64| {
                let sql = "INSERT INTO item_doc (doc) VALUES (?1) ON CONFLICT DO NOTHING";
                Ok(conn.execute(sql, [doc])? > 0)
            };
            let doc = self.places.take(conn, second, try_insert).unwrap();
            let there: i64 = conn
                .query_row("SELECT count(*) FROM item_doc WHERE doc = ?1", [doc], |row| row.get(0))
                .unwrap();
            assert_eq!(there, 1, "{doc} was given and not taken");
            doc
        }

        fn fill(&self, from: i64, to: i64) {
            let sql =
                "WITH RECURSIVE n(doc) AS (SELECT ?1 UNION ALL SELECT doc + 1 FROM n WHERE doc + 1 < ?2)
                INSERT INTO item_doc SELECT doc FROM n";
            self.conn.execute(sql, [from, to]).unwrap();
        }
    }

    #[test]
    fn a_second_that_is_full_goes_on_in_the_next() {
        let mut numbers = Numbers::new();
        let first = first_of(DAY_BEGINS);
        let given: Vec<i64> = (0..1000).map(|_| numbers.take(DAY_BEGINS)).collect();
        assert!(given.iter().copied().eq(first..first + 1000));
        // Later seconds it went into go on behind it, in one batch and in the next.
        assert_eq!(numbers.take(DAY_BEGINS + 1), first + 1000);
        numbers.places = Places::default();
        assert_eq!(numbers.take(DAY_BEGINS), first + 1001);
        assert_eq!(numbers.take(DAY_BEGINS + 200), first + 1002);
        assert_eq!(numbers.take(DAY_BEGINS + 3600), first_of(DAY_BEGINS + 3600));
        // Earlier ones are not moved by it.
        assert_eq!(numbers.take(DAY_BEGINS - 1), first - 4);
    }

    #[test]
    fn a_gap_left_by_a_removed_item_is_used_again() {
        let mut numbers = Numbers::new();
        let given: Vec<i64> = (0..20).map(|_| numbers.take(DAY_BEGINS)).collect();
        numbers.conn.execute("DELETE FROM item_doc WHERE doc = ?1", [given[9]]).unwrap();
        numbers.places = Places::default();
        assert_eq!(numbers.take(DAY_BEGINS), given[9]);
        assert_eq!(numbers.take(DAY_BEGINS), given[19] + 1);
    }

    #[test]
    fn the_last_second_of_a_day_stays_in_the_day() {
        let mut numbers = Numbers::new();
        let end = first_of(DAY_BEGINS) + DAY;
        let last = DAY_BEGINS + SECONDS_A_DAY - 1;
        let mut given: Vec<i64> = (0..50).map(|_| numbers.take(last)).collect();
        given.sort_unstable();
        assert!(given.into_iter().eq(end - 50..end));
        assert_eq!(numbers.take(last + 1), end);
    }

    #[test]
    fn a_full_day_still_takes_what_comes() {
        let mut numbers = Numbers::new();
        let (begin, end) = (first_of(DAY_BEGINS), first_of(DAY_BEGINS) + DAY);
        numbers.fill(begin, end);
        let given: Vec<i64> = (0..3000).map(|at| numbers.take(DAY_BEGINS + at)).collect();
        assert!(given.into_iter().eq(end..end + 3000));
        assert_eq!(numbers.take(DAY_BEGINS + SECONDS_A_DAY), end + 3000);
    }
}
