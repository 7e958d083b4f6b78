//! When reports come in: more on workdays than at weekends, a little more every month, and what was due by its day.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::chance::Chance;

/// What comes in at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// The monthly report of a commune's committee: number of the commune, first day of the month it covers.
    Monthly(usize, NaiveDate),
    /// Something a collaborator hands in.
    Feedback,
}

/// All arrivals in order of time.
///
/// `reports` are spread over the `months` before `today`; of them the communes' monthly reports take at most half.
pub fn arrivals(
    reports: usize,
    communes: usize,
    months: u32,
    today: NaiveDate,
    chance: &mut Chance,
) -> Vec<(NaiveDateTime, Arrival)> {
    let first = today.checked_sub_months(Months::new(months)).unwrap_or(today);
    let mut all = monthly(communes, first, today, chance);
    // The oldest go first when there are too many.
    all.sort_unstable_by_key(|(moment, _)| *moment);
    let surplus = all.len().saturating_sub(reports / 2);
    all.drain(..surplus);
    let span = (today - first).num_days().max(1);
    while all.len() < reports {
        all.push((feedback_moment(today, span, chance), Arrival::Feedback));
    }
    // Stable: what falls on one second keeps the order it was made in.
    all.sort_by_key(|(moment, _)| *moment);
    all
}

/// Reports for a month are due on the 20th; most come before, some late, some never.
fn monthly(
    communes: usize,
    first: NaiveDate,
    today: NaiveDate,
    chance: &mut Chance,
) -> Vec<(NaiveDateTime, Arrival)> {
    let mut all = Vec::new();
    let mut month = first.with_day(1).unwrap_or(first);
    while month <= today {
        for commune in 0..communes {
            // One commune is often late, so that the list of those who owe is not empty.
            let (missing, late) = if commune % 5 == 3 { (15, 40) } else { (3, 12) };
            if chance.percent(missing) {
                continue;
            }
            let day = if chance.percent(late) { chance.between(21, 25) } else { chance.between(15, 20) };
            let day = weekday(month + Days::new(day.unsigned_abs() - 1));
            if day < today && day > first {
                all.push((at(day, chance), Arrival::Monthly(commune, month)));
            }
        }
        month = month.checked_add_months(Months::new(1)).unwrap_or(today + Days::new(1));
    }
    all
}

/// The day itself, or the Monday after a weekend.
fn weekday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

fn feedback_moment(today: NaiveDate, span: i64, chance: &mut Chance) -> NaiveDateTime {
    let mut day = today;
    for _ in 0..2 {
        // The square of an even number leans to 0: nearer to today.
        let part = chance.below(1_000_000) as f64 / 1_000_000.0;
        let lean = part * (0.35 + 0.65 * part);
        day = today - Days::new(1 + (lean * (span - 1) as f64) as u64);
        if day.weekday().num_days_from_monday() < 5 {
            break;
        }
    }
    at(day, chance)
}

/// A moment of a day: mostly office hours, sometimes an evening call.
fn at(day: NaiveDate, chance: &mut Chance) -> NaiveDateTime {
    let (from, to) = match chance.below(100) {
        0..45 => (7 * 60 + 15, 11 * 60 + 30),
        45..84 => (13 * 60 + 20, 17 * 60),
        84..97 => (17 * 60, 21 * 60 + 30),
        _ => (5 * 60 + 30, 7 * 60),
    };
    let seconds = chance.between(from * 60, to * 60 - 1);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds as u32, 0).unwrap_or_default();
    day.and_time(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_as_asked_in_order_and_before_today() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for reports in [0, 1, 30, 400, 5_000] {
            let all = arrivals(reports, 12, 18, today, &mut Chance::new(1));
            assert_eq!(all.len(), reports);
            assert!(all.is_sorted_by_key(|(moment, _)| *moment));
            assert!(all.iter().all(|(moment, _)| moment.date() < today));
            let monthly = all.iter().filter(|(_, arrival)| *arrival != Arrival::Feedback).count();
            assert!(monthly <= reports / 2);
        }
    }

    #[test]
    fn workdays_have_more_than_weekends() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let all = arrivals(4_000, 0, 18, today, &mut Chance::new(2));
        let weekend = all.iter().filter(|(moment, _)| moment.weekday().num_days_from_monday() >= 5).count();
        assert!((100..800).contains(&weekend), "{weekend}");
    }
}
