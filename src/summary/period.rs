//! Periods of a synthesis: what people type for them, what papers call them.

use chrono::{Datelike, Months, NaiveDate};

use crate::inbox::model::PeriodKind;
use crate::text::dates;

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
        let first = NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..2200).contains(&year))?;
        Some(Self::of_days(dates::Period::of(dates::PeriodKind::Month, first)))
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
        let days = self.as_days();
        // A week of the file need not begin on a Monday.
        let week = days.kind == dates::PeriodKind::Week;
        let kind = if week { dates::PeriodKind::Custom } else { days.kind };
        let before = dates::Period { kind, ..days }.previous();
        (before.to < self.from).then_some(Self { kind: self.kind, from: before.from, to: before.to })
    }

    /// The period after, of the same length.
    pub fn next(&self) -> Option<Self> {
        let first = self.to.succ_opt()?;
        let days = self.as_days();
        if matches!(days.kind, dates::PeriodKind::Custom | dates::PeriodKind::Week) {
            let to = first.checked_add_signed(self.to - self.from)?;
            return Some(Self { kind: self.kind, from: first, to });
        }
        let next = dates::Period::of(days.kind, first);
        Some(Self { kind: self.kind, from: next.from, to: next.to })
    }

    /// Reads a period as scripts write it (`2026-10`, `2026-Q3`, `2026-H1`, `2026`, `2026-W41`,
    /// `2026-11-12..2026-11-18`) or as people do (`10/2026`, `tháng 10`, `quý 3`, `quý III/2026`, `6 tháng đầu năm 2026`,
    /// `tuần 41`, `tháng trước`, `12/11-18/11/2026`). Where no year stands, it is this one. A number is a month; a single day
    /// is no period of a synthesis.
    pub fn parse(typed: &str, today: NaiveDate) -> Option<Self> {
        let numbers: Vec<&str> = typed.split_whitespace().collect();
        match numbers.as_slice() {
            [month] if month.len() <= 2 => {
                if let Ok(month) = month.parse() {
                    return Self::month(today.year(), month);
                }
            }
            [month, year] => {
                if let (Ok(month), Ok(year)) = (month.parse(), year.parse()) {
                    return Self::month(year, month);
                }
            }
            _ => {}
        }
        let days = dates::parse_period(typed, today).ok();
        days.filter(|days| days.kind != dates::PeriodKind::Day).map(Self::of_days)
    }

    fn of_days(days: dates::Period) -> Self {
        Self { kind: PeriodKind::of_days(days.kind), from: days.from, to: days.to }
    }

    fn as_days(&self) -> dates::Period {
        let kind = match self.kind {
            PeriodKind::Week => dates::PeriodKind::Week,
            PeriodKind::Month => dates::PeriodKind::Month,
            PeriodKind::Quarter => dates::PeriodKind::Quarter,
            PeriodKind::HalfYear => dates::PeriodKind::HalfYear,
            PeriodKind::Year => dates::PeriodKind::Year,
            PeriodKind::None | PeriodKind::AdHoc => dates::PeriodKind::Custom,
        };
        dates::Period { from: self.from, to: self.to, kind }
    }

    /// As `--period` takes it.
    pub fn id(&self) -> String {
        self.as_days().to_string()
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
            ("10 2025", "2025-10"),
            ("10.2025", "2025-10"),
            ("q3", "2026-Q3"),
            ("tháng trước", "2026-10"),
            ("tuần này", "2026-W47"),
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
            "12/11",
            "0",
            "13",
            "1 0999",
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
            assert_eq!(period.previous().unwrap().next().unwrap().id(), period.id());
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
