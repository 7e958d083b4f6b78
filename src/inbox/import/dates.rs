//! Days and periods as Vietnamese papers write them.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime};

use super::phrases::{Token, tokens};
use crate::exchange::Cell;
use crate::inbox::model::PeriodKind;

/// Years that papers are dated with.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A period a report covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Its kind.
    pub kind: PeriodKind,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

fn number(token: Option<&Token>) -> Option<i32> {
    token?.key.parse().ok()
}

fn year(token: Option<&Token>) -> Option<i32> {
    number(token).filter(|year| YEARS.contains(year))
}

fn day(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn is(token: Option<&Token>, key: &str) -> bool {
    token.is_some_and(|token| token.key == key)
}

/// The first day a text writes out: `ngày 18 tháng 9 năm 2026`, `18/9/2026`, `18-09-2026`, `2026-09-18`.
pub fn first_day(text: &str) -> Option<NaiveDate> {
    let words = tokens(text);
    (0..words.len())
        .find_map(|at| spelled(&words, at).or_else(|| figures(text, &words, at).map(|(day, _)| day)))
}

/// `ngày 18 tháng 9 năm 2026` at word `at`; `ngày` may be missing.
fn spelled(words: &[Token], at: usize) -> Option<NaiveDate> {
    let at = if is(words.get(at), "ngay2") { at + 1 } else { at };
    let date = number(words.get(at))?;
    if !is(words.get(at + 1), "thang5") || !is(words.get(at + 3), "năm") {
        return None;
    }
    day(year(words.get(at + 4))?, number(words.get(at + 2))?, date)
}

/// A day in figures at word `at`, and how many words it has.
fn figures(text: &str, words: &[Token], at: usize) -> Option<(NaiveDate, usize)> {
    let [first, second, third] = words.get(at..at + 3)? else {
        return None;
    };
    let joined = |one: &Token, other: &Token| matches!(&text[one.end..other.start], "/" | "-" | ".");
    if !joined(first, second) || !joined(second, third) {
        return None;
    }
    let (one, month, last) = (number(Some(first))?, number(Some(second))?, number(Some(third))?);
    if YEARS.contains(&one) {
        return Some((day(one, month, last)?, 3));
    }
    let year = if (0..100).contains(&last) && third.key.len() == 2 { 2000 + last } else { last };
    YEARS.contains(&year).then(|| day(year, month, one)).flatten().map(|day| (day, 3))
}

/// The moment of a cell of a table or a field of a form. A number is taken for a day as Excel counts them.
pub fn of_cell(cell: &Cell) -> Option<NaiveDateTime> {
    match cell {
        Cell::Moment(moment) => Some(*moment),
        Cell::Text(text) => of_text(text),
        Cell::Number(serial) if (20_000.0..80_000.0).contains(serial) => {
            let days = *serial as u64;
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?.and_hms_opt(0, 0, 0)
        }
        _ => None,
    }
}

/// The day of a field, with its time where it has one (`05/01/2026 14:30`).
pub fn of_text(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim();
    if let Ok(moment) = chrono::DateTime::parse_from_rfc3339(text) {
        // A form's time bears its zone; the office reads its own.
        let zone = chrono::FixedOffset::east_opt(7 * 3600)?;
        return Some(moment.with_timezone(&zone).naive_local());
    }
    let day = first_day(text)?;
    let time = text.split_whitespace().find_map(|word| {
        let (hour, minute) = word.trim_end_matches('h').split_once([':', 'h'])?;
        day.and_hms_opt(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0)
    });
    time.or_else(|| day.and_hms_opt(0, 0, 0))
}

/// The period a title names; `dated` gives the year where the title names none.
pub fn period(title: &str, dated: Option<NaiveDate>) -> Period {
    let words = tokens(title);
    let dated_year = dated.map(|day| day.year());
    let mut found = Period::default();
    for at in 0..words.len() {
        let kind = match words[at].key.as_str() {
            "thang5" => month(&words, at, dated_year),
            "quy5" => quarter(&words, at, dated_year),
            "năm" => year(words.get(at + 1)).and_then(|year| span(PeriodKind::Year, day(year, 1, 1)?, 12)),
            "tuân2" => Some(week(title, &words)),
            _ => None,
        };
        if let Some(period) = kind {
            // `6 tháng đầu năm 2026` names a month and a year too: what is said first is meant.
            if found.kind == PeriodKind::None {
                found = period;
            }
        }
    }
    found
}

fn span(kind: PeriodKind, from: NaiveDate, months: u32) -> Option<Period> {
    let to = from.checked_add_months(Months::new(months))?.pred_opt()?;
    Some(Period { kind, from: Some(from), to: Some(to) })
}

fn year_after(words: &[Token], at: usize, dated: Option<i32>) -> Option<i32> {
    words[at.min(words.len())..].iter().take(4).find_map(|word| year(Some(word))).or(dated)
}

/// `tháng 9/2026`, `tháng 9 năm 2026`, `6 tháng đầu năm 2026`, `9 tháng năm 2026`.
fn month(words: &[Token], at: usize, dated: Option<i32>) -> Option<Period> {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    match number(before).or_else(|| is(before, "sau5").then_some(6)) {
        Some(6) => {
            let second = is(words.get(at + 1), "cuôi5");
            let year = year_after(words, at + 1, dated)?;
            span(PeriodKind::HalfYear, day(year, if second { 7 } else { 1 }, 1)?, 6)
        }
        Some(9) => span(PeriodKind::AdHoc, day(year_after(words, at + 1, dated)?, 1, 1)?, 9),
        _ => {
            let month = number(words.get(at + 1)).filter(|month| (1..=12).contains(month))?;
            span(PeriodKind::Month, day(year_after(words, at + 2, dated)?, month, 1)?, 1)
        }
    }
}

fn quarter(words: &[Token], at: usize, dated: Option<i32>) -> Option<Period> {
    let quarter = match words.get(at + 1)?.key.as_str() {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    span(PeriodKind::Quarter, day(year_after(words, at + 2, dated)?, quarter * 3 - 2, 1)?, 3)
}

/// A week's days stand in figures: `từ ngày 12/11/2026 đến ngày 18/11/2026`, or only at its end with the year.
fn week(title: &str, words: &[Token]) -> Period {
    let days: Vec<NaiveDate> =
        (0..words.len()).filter_map(|at| figures(title, words, at).map(|(day, _)| day)).collect();
    let (from, to) = match days.as_slice() {
        [from, .., to] => (Some(*from), Some(*to)),
        [to] => (to.checked_sub_days(Days::new(6)), Some(*to)),
        [] => (None, None),
    };
    Period { kind: PeriodKind::Week, from, to }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn days() {
        for text in
            ["Lộc An, ngày 18 tháng 9 năm 2026", "18/9/2026", "18-09-2026", "2026-09-18", "ngày 18.9.2026"]
        {
            assert_eq!(first_day(text), Some(date("2026-09-18")), "{text}");
        }
        for text in ["ngày    tháng 9 năm 2026", "31/2/2026", "1,3 đến 1,8", "45/BC", "12/2026"] {
            assert_eq!(first_day(text), None, "{text}");
        }
        assert_eq!(of_text("05/01/2026 14:30").unwrap().to_string(), "2026-01-05 14:30:00");
        assert_eq!(of_text("2026-11-01T23:30:00.000Z").unwrap().to_string(), "2026-11-02 06:30:00");
        assert_eq!(of_cell(&Cell::Number(46031.0)).unwrap().date(), date("2026-01-09"));
    }

    #[test]
    fn periods() {
        let check = |title: &str, kind, from: &str, to: &str| {
            let period = period(title, Some(date("2026-10-20")));
            assert_eq!(
                (period.kind, period.from, period.to),
                (kind, Some(date(from)), Some(date(to))),
                "{title}"
            );
        };
        check("dư luận xã hội tháng 9/2026", PeriodKind::Month, "2026-09-01", "2026-09-30");
        check("dư luận xã hội tháng 02 năm 2024", PeriodKind::Month, "2024-02-01", "2024-02-29");
        check("dư luận tháng 10", PeriodKind::Month, "2026-10-01", "2026-10-31");
        check("quý III năm 2026", PeriodKind::Quarter, "2026-07-01", "2026-09-30");
        check("6 tháng đầu năm 2026", PeriodKind::HalfYear, "2026-01-01", "2026-06-30");
        check("sáu tháng cuối năm 2025", PeriodKind::HalfYear, "2025-07-01", "2025-12-31");
        check("công tác năm 2025", PeriodKind::Year, "2025-01-01", "2025-12-31");
        check("tuần từ ngày 12/11/2026 đến ngày 18/11/2026", PeriodKind::Week, "2026-11-12", "2026-11-18");
        assert_eq!(period("giá điện", None), Period::default());
    }
}
