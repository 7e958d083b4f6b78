//! The year's plan: days that may be vague, read and told.

use chrono::{Datelike, Days, NaiveDate};

use super::PlanItem;
use crate::text::dates::parse_period;
use crate::text::fold;

/// First and last day of what is written: a day, days, a month, a part of one (thượng, trung, hạ tuần), a quarter, a half of the
/// year. Nothing for nothing; `None` when it is none of these.
pub fn read_when(text: &str, year: i32) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    let text = text.trim();
    if text.is_empty() {
        return Some((None, None));
    }
    // What names no year is of the plan's.
    let today = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let folded = fold(text);
    let part = PARTS.iter().find(|(name, ..)| folded.starts_with(name));
    if let Some((_, from, to)) = part {
        let month = super::vague_month(text, year)?;
        let first = NaiveDate::from_ymd_opt(month.year, month.month, *from)?;
        let last = to.map_or_else(|| Some(end_of_month(first)), |day| first.with_day(day))?;
        return Some((Some(first), Some(last)));
    }
    if let Some(month) = super::vague_month(text, year).filter(|_| folded.starts_with("thang")) {
        let first = NaiveDate::from_ymd_opt(month.year, month.month, 1)?;
        return Some((Some(first), Some(end_of_month(first))));
    }
    let period = parse_period(text, today).ok()?;
    Some((Some(period.from), Some(period.to)))
}

/// Parts of a month, with their first and last day.
const PARTS: [(&str, u32, Option<u32>); 3] =
    [("thuong tuan", 1, Some(10)), ("trung tuan", 11, Some(20)), ("ha tuan", 21, None)];

fn end_of_month(first: NaiveDate) -> NaiveDate {
    let next = first.with_day(1).and_then(|day| day.checked_add_months(chrono::Months::new(1)));
    next.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or(first)
}

/// The same as a plan writes it: `tháng 4`, `trung tuần tháng 4`, `quý II`, `6 tháng đầu năm`, `cả năm`, `14/10 - 15/10`.
pub fn told_when(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let short = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(day), None) | (None, Some(day)) => return short(day),
        (None, None) => return String::new(),
    };
    if from == to {
        return short(from);
    }
    let ends = to == end_of_month(to);
    let (first, last) = (from.month(), to.month());
    if from.year() == to.year() && from.day() == 1 && ends {
        match (first, last) {
            (1, 12) => return "cả năm".to_owned(),
            (1, 6) => return "6 tháng đầu năm".to_owned(),
            (7, 12) => return "6 tháng cuối năm".to_owned(),
            _ if first == last => return format!("tháng {first}"),
            _ if last == first + 2 && first % 3 == 1 => {
                return format!("quý {}", ["I", "II", "III", "IV"][(first as usize - 1) / 3]);
            }
            _ => {}
        }
    }
    if (from.year(), first) == (to.year(), last) {
        match (from.day(), to.day()) {
            (1, 10) => return format!("thượng tuần tháng {first}"),
            (11, 20) => return format!("trung tuần tháng {first}"),
            (21, _) if ends => return format!("hạ tuần tháng {first}"),
            _ => {}
        }
    }
    format!("{} - {}", short(from), short(to))
}

/// First and last day of the quarter of a day.
pub fn quarter(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).unwrap_or(day);
    let last = first.checked_add_months(chrono::Months::new(2)).unwrap_or(first);
    (first, end_of_month(last))
}

/// A point of the plan as the page of the year shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// The point.
    pub item: PlanItem,
    /// Reports on its topic this quarter; `None` when it names no topic or the quarter is none of this year.
    pub reports: Option<u32>,
    /// Name of its topic.
    pub topic: String,
}

impl PlanRow {
    /// It falls into the quarter, and nothing was reported on its topic.
    pub fn is_silent(&self, quarter: (NaiveDate, NaiveDate)) -> bool {
        let from = self.item.date_from.or(self.item.date_to);
        let to = self.item.date_to.or(self.item.date_from);
        let runs = from.is_none_or(|from| from <= quarter.1) && to.is_none_or(|to| to >= quarter.0);
        runs && self.reports == Some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn vague_days_come_back_as_they_were_written() {
        for written in [
            "tháng 4",
            "thượng tuần tháng 4",
            "trung tuần tháng 4",
            "hạ tuần tháng 2",
            "quý II",
            "6 tháng đầu năm",
            "14/10/2027",
            "",
        ] {
            let (from, to) = read_when(written, 2027).unwrap_or_else(|| panic!("{written}"));
            assert_eq!(told_when(from, to), written);
            assert!(from.is_none_or(|from| from.year() == 2027), "{written}: {from:?}");
        }
        assert_eq!(read_when("tháng 4", 2027).unwrap(), (Some(day("2027-04-01")), Some(day("2027-04-30"))));
        assert_eq!(read_when("hôm nào đó", 2027), None);
        assert_eq!(told_when(Some(day("2027-10-14")), Some(day("2027-10-15"))), "14/10/2027 - 15/10/2027");
    }

    #[test]
    fn what_runs_this_quarter_without_a_report_is_silent() {
        let now = quarter(day("2026-11-22"));
        assert_eq!(now, (day("2026-10-01"), day("2026-12-31")));
        let row = |from: &str, to: &str, reports| PlanRow {
            item: PlanItem { date_from: from.parse().ok(), date_to: to.parse().ok(), ..PlanItem::default() },
            reports,
            topic: String::new(),
        };
        assert!(row("", "", Some(0)).is_silent(now));
        assert!(row("2026-09-01", "2026-10-31", Some(0)).is_silent(now));
        assert!(!row("2026-04-01", "2026-04-30", Some(0)).is_silent(now));
        assert!(!row("2026-11-01", "2026-11-30", Some(3)).is_silent(now));
        assert!(!row("2026-11-01", "2026-11-30", None).is_silent(now));
    }
}
