//! Periods of a synthesis: what people type for them, what papers call them.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::inbox::model::PeriodKind;
use crate::text;

/// A span of days a synthesis covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Kind.
    pub kind: PeriodKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// A month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::months(PeriodKind::Month, year, month, 1)
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (1..=4).contains(&quarter).then_some(())?;
        Self::months(PeriodKind::Quarter, year, quarter * 3 - 2, 3)
    }

    /// Half a year, 1 or 2.
    pub fn half_year(year: i32, half: u32) -> Option<Self> {
        (1..=2).contains(&half).then_some(())?;
        Self::months(PeriodKind::HalfYear, year, half * 6 - 5, 6)
    }

    /// A year.
    pub fn year(year: i32) -> Option<Self> {
        Self::months(PeriodKind::Year, year, 1, 12)
    }

    /// A week as ISO 8601 counts them.
    pub fn week(year: i32, week: u32) -> Option<Self> {
        let from = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        let to = from.checked_add_days(Days::new(6))?;
        Some(Self { kind: PeriodKind::Week, from, to })
    }

    /// Any days.
    pub fn days(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { kind: PeriodKind::AdHoc, from, to })
    }

    fn months(kind: PeriodKind, year: i32, month: u32, count: u32) -> Option<Self> {
        (1900..=2200).contains(&year).then_some(())?;
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
        Some(Self { kind, from, to })
    }

    /// The month a synthesis is most likely about on this day: until the 10th the one that ended, then the one that runs.
    pub fn likely(today: NaiveDate) -> Option<Self> {
        let day = if today.day() <= 10 { today.checked_sub_months(Months::new(1))? } else { today };
        Self::month(day.year(), day.month())
    }

    /// A period as the file keeps it.
    pub fn stored(kind: &str, from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let period = Self { kind: PeriodKind::from_id(kind), from, to };
        (from <= to).then_some(period)
    }

    /// The period before, of the same length.
    pub fn previous(&self) -> Option<Self> {
        let last = self.from.pred_opt()?;
        match self.kind {
            PeriodKind::Month => Self::month(last.year(), last.month()),
            PeriodKind::Quarter => Self::quarter(last.year(), last.month0() / 3 + 1),
            PeriodKind::HalfYear => Self::half_year(last.year(), last.month0() / 6 + 1),
            PeriodKind::Year => Self::year(last.year()),
            _ => {
                let length = (self.to - self.from).num_days().unsigned_abs();
                let from = last.checked_sub_days(Days::new(length))?;
                Some(Self { kind: self.kind, from, to: last })
            }
        }
    }

    /// Reads a period as scripts write it (`2026-10`, `2026-Q3`, `2026-H1`, `2026`, `2026-W41`,
    /// `2026-11-12..2026-11-18`) or as people do (`10/2026`, `tháng 10`, `quý 3`, `quý III/2026`, `6 tháng đầu năm 2026`,
    /// `tuần 41`, `12/11-18/11/2026`). Where no year stands, it is this one.
    pub fn parse(typed: &str, today: NaiveDate) -> Option<Self> {
        let text = text::fold(typed.trim());
        span(&text, today).or_else(|| machine(&text)).or_else(|| spoken(&text, today))
    }

    /// As `--period` takes it.
    pub fn id(&self) -> String {
        let year = self.from.year();
        match self.kind {
            PeriodKind::Month => format!("{year}-{:02}", self.from.month()),
            PeriodKind::Quarter => format!("{year}-Q{}", self.from.month0() / 3 + 1),
            PeriodKind::HalfYear => format!("{year}-H{}", self.from.month0() / 6 + 1),
            PeriodKind::Year => year.to_string(),
            PeriodKind::Week => {
                let week = self.from.iso_week();
                format!("{}-W{:02}", week.year(), week.week())
            }
            _ => format!("{}..{}", self.from, self.to),
        }
    }

    /// As papers name it, in Vietnamese: `tháng 10/2026`, `quý III/2026`, `6 tháng đầu năm 2026`.
    pub fn name(&self) -> String {
        let year = self.from.year();
        match self.kind {
            PeriodKind::Month => format!("tháng {}/{year}", self.from.month()),
            PeriodKind::Quarter => {
                let roman = ["I", "II", "III", "IV"][(self.from.month0() / 3) as usize];
                format!("quý {roman}/{year}")
            }
            PeriodKind::HalfYear if self.from.month() == 1 => format!("6 tháng đầu năm {year}"),
            PeriodKind::HalfYear => format!("6 tháng cuối năm {year}"),
            PeriodKind::Year => format!("năm {year}"),
            PeriodKind::Week => {
                let week = self.from.iso_week();
                format!("tuần {}/{} ({})", week.week(), week.year(), self.span())
            }
            _ => self.span(),
        }
    }

    fn span(&self) -> String {
        let day = |day: NaiveDate| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
        format!("từ ngày {} đến ngày {}", day(self.from), day(self.to))
    }
}

/// `2026-11-12..2026-11-18`, `12/11-18/11/2026`, `tu 12/11 den 18/11`.
fn span(text: &str, today: NaiveDate) -> Option<Period> {
    let text = text.replace("tu ngay", "").replace("den ngay", "den");
    let (from, to) = text
        .split_once("..")
        .or_else(|| text.split_once(" den "))
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.contains('/').then(|| text.split_once('-'))?)?;
    let to = day(to, today.year())?;
    let from = day(from.trim().trim_start_matches("tu "), to.year())?;
    Period::days(from, to)
}

fn day(text: &str, year: i32) -> Option<NaiveDate> {
    let text = text.trim();
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Some(day);
    }
    let mut parts = text.split('/');
    let day = parts.next()?.trim().parse().ok()?;
    let month = parts.next()?.trim().parse().ok()?;
    let year = parts.next().map_or(Some(year), |year| year.trim().parse().ok())?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn machine(text: &str) -> Option<Period> {
    let (year, rest) = match text.split_once('-') {
        None => (text, ""),
        Some(parts) => parts,
    };
    let year: i32 = (year.len() == 4).then(|| year.parse().ok())??;
    if rest.is_empty() {
        return Period::year(year);
    }
    let number = |mark| rest.strip_prefix(mark)?.parse().ok();
    if let Some(quarter) = number('q') {
        return Period::quarter(year, quarter);
    }
    if let Some(half) = number('h') {
        return Period::half_year(year, half);
    }
    if let Some(week) = number('w') {
        return Period::week(year, week);
    }
    Period::month(year, rest.parse().ok()?)
}

fn spoken(text: &str, today: NaiveDate) -> Option<Period> {
    let cleaned: String =
        text.chars().map(|sign| if sign == '/' || sign == '.' { ' ' } else { sign }).collect();
    let words: Vec<&str> =
        cleaned.split_whitespace().filter(|word| *word != "nam" || text.starts_with("nam")).collect();
    let year = |at: usize| match words.get(at) {
        None => Some(today.year()),
        Some(word) if at + 1 == words.len() => word.parse().ok().filter(|year| (1900..=2200).contains(year)),
        Some(_) => None,
    };
    match words.as_slice() {
        ["6", "thang", half @ ("dau" | "cuoi"), ..] => {
            Period::half_year(year(3)?, if *half == "dau" { 1 } else { 2 })
        }
        ["thang", month, ..] => Period::month(year(2)?, month.parse().ok()?),
        ["tuan", week, ..] => Period::week(year(2)?, week.parse().ok()?),
        ["quy", quarter, ..] => {
            let number = match *quarter {
                "i" => 1,
                "ii" => 2,
                "iii" => 3,
                "iv" => 4,
                digit => digit.parse().ok()?,
            };
            Period::quarter(year(2)?, number)
        }
        ["nam", number] => Period::year(number.parse().ok()?),
        [month] => Period::month(today.year(), month.parse().ok()?),
        [month, number] => Period::month(number.parse().ok()?, month.parse().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn periods_are_read_as_scripts_and_as_people_write_them() {
        for (typed, id) in [
            ("2026-10", "2026-10"),
            ("2026-Q3", "2026-Q3"),
            ("2026-h1", "2026-H1"),
            ("2026", "2026"),
            ("2026-W41", "2026-W41"),
            ("2026-11-12..2026-11-18", "2026-11-12..2026-11-18"),
            ("10/2026", "2026-10"),
            (" tháng 9 ", "2026-09"),
            ("Tháng 9 năm 2025", "2025-09"),
            ("9", "2026-09"),
            ("quý 3", "2026-Q3"),
            ("quý III/2025", "2025-Q3"),
            ("6 tháng đầu năm 2026", "2026-H1"),
            ("6 thang cuoi nam", "2026-H2"),
            ("tuần 41", "2026-W41"),
            ("năm 2025", "2025"),
            ("12/11-18/11/2026", "2026-11-12..2026-11-18"),
            ("từ ngày 12/11 đến ngày 18/11", "2026-11-12..2026-11-18"),
        ] {
            assert_eq!(
                Period::parse(typed, today()).map(|period| period.id()),
                Some(id.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for typed in [
            "",
            "2026-13",
            "quý 5",
            "tháng",
            "hôm nay",
            "2026-W60",
            "18/11-12/11/2026",
            "tháng 10 xã 2026",
            "99999",
        ] {
            assert_eq!(Period::parse(typed, today()), None, "{typed}");
        }
    }

    #[test]
    fn papers_name_them_and_know_the_one_before() {
        for (id, name, before) in [
            ("2026-10", "tháng 10/2026", "2026-09"),
            ("2026-01", "tháng 1/2026", "2025-12"),
            ("2026-Q1", "quý I/2026", "2025-Q4"),
            ("2026-H2", "6 tháng cuối năm 2026", "2026-H1"),
            ("2026", "năm 2026", "2025"),
            ("2026-W41", "tuần 41/2026 (từ ngày 05/10/2026 đến ngày 11/10/2026)", "2026-W40"),
            ("2026-11-12..2026-11-18", "từ ngày 12/11/2026 đến ngày 18/11/2026", "2026-11-05..2026-11-11"),
        ] {
            let period = Period::parse(id, today()).unwrap();
            assert_eq!(period.name(), name);
            assert_eq!(period.previous().unwrap().id(), before);
        }
    }

    #[test]
    fn the_likely_month_ended_or_runs() {
        let on =
            |month, day| Period::likely(NaiveDate::from_ymd_opt(2026, month, day).unwrap()).unwrap().id();
        assert_eq!(on(11, 22), "2026-11");
        assert_eq!(on(11, 3), "2026-10");
        assert_eq!(on(1, 3), "2025-12");
    }
}
