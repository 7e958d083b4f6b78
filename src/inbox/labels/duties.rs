//! Words about duties: their periods, and what a period came to.

use chrono::{Datelike, NaiveDate};

use crate::inbox::model::PeriodKind;
use crate::inbox::model::duties::{Duty, Span, Standing};
use crate::inbox::overdue::Sheet;
use crate::words::Words;

/// What a period came to; empty where the duty did not bind.
pub fn standing(words: &Words, standing: Standing) -> &str {
    match standing {
        Standing::NotBound => "",
        Standing::OnTime => words.overdue_on_time(),
        Standing::Late => words.overdue_late(),
        Standing::Missing => words.overdue_missing(),
        Standing::Excused => words.overdue_excused(),
        Standing::Nothing => words.overdue_nothing(),
        Standing::NotDue => words.overdue_not_due(),
    }
}

/// The same with the days of a late one: muộn 3 ngày.
pub fn came_to(words: &Words, found: Standing, late: u16) -> String {
    match found {
        Standing::Late => words.overdue_late_days(u64::from(late)),
        other => standing(words, other).to_owned(),
    }
}

/// A period by its name: tháng 11/2026, quý IV/2026, tuần 12/11–18/11/2026.
pub fn period(words: &Words, duty: &Duty, span: Span) -> String {
    let (year, month) = (span.to.year().to_string(), span.to.month());
    match duty.kind {
        PeriodKind::Week => words.overdue_period_week(day_month(span.from), words.day(span.to)),
        PeriodKind::Quarter => words.overdue_period_quarter(QUARTERS[quarter(month)], year),
        PeriodKind::HalfYear => words.overdue_period_half(u64::from(1 + (month - 1) / 6), year),
        PeriodKind::Year => words.overdue_period_year(year),
        PeriodKind::Month | PeriodKind::None | PeriodKind::AdHoc => {
            words.overdue_period_month(month.to_string(), year)
        }
    }
}

/// Its days, where its name does not tell them: 15/10–14/11; empty otherwise.
pub fn days(duty: &Duty, span: Span) -> String {
    if duty.kind == PeriodKind::Week || duty.boundary <= 1 {
        return String::new();
    }
    format!("{}–{}", day_month(span.from), day_month(span.to))
}

/// A period in at most six cells, as a column is headed: 11/26, IV/26, 18/11 for the last day of a week.
pub fn period_head(words: &Words, duty: &Duty, span: Span) -> String {
    let (year, month) = (format!("{:02}", span.to.year().rem_euclid(100)), span.to.month());
    match duty.kind {
        PeriodKind::Week => day_month(span.to),
        PeriodKind::Quarter => words.overdue_head_quarter(QUARTERS[quarter(month)], year),
        PeriodKind::HalfYear => words.overdue_head_half(u64::from(1 + (month - 1) / 6), year),
        PeriodKind::Year => span.to.year().to_string(),
        PeriodKind::Month | PeriodKind::None | PeriodKind::AdHoc => format!("{month:02}/{year}"),
    }
}

const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

fn quarter(month: u32) -> usize {
    ((month - 1) / 3) as usize
}

fn day_month(day: NaiveDate) -> String {
    format!("{:02}/{:02}", day.day(), day.month())
}

/// How many stand how in a period, what matters first: chưa gửi 12, muộn 3, đúng hạn 85.
pub fn counts(words: &Words, sheet: &Sheet, at: usize) -> String {
    const ORDER: [Standing; 6] = [
        Standing::Missing,
        Standing::Late,
        Standing::OnTime,
        Standing::Nothing,
        Standing::Excused,
        Standing::NotDue,
    ];
    let told = ORDER.iter().filter_map(|found| {
        let count = sheet.count(at, *found);
        (count > 0).then(|| format!("{} {}", standing(words, *found), words.number(count as i64)))
    });
    told.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn periods_are_named_as_offices_name_them() {
        let words = Words::new(Language::Vietnamese);
        let named = |kind, boundary, on: &str| {
            let duty = Duty { kind, boundary, ..Duty::default() };
            let span = duty.span(duty.number(on.parse().unwrap())).unwrap();
            [period(&words, &duty, span), period_head(&words, &duty, span), days(&duty, span)]
        };
        assert_eq!(named(PeriodKind::Month, 1, "2026-11-22"), ["tháng 11/2026", "11/26", ""]);
        assert_eq!(named(PeriodKind::Month, 15, "2026-12-20"), ["tháng 1/2027", "01/27", "15/12–14/01"]);
        assert_eq!(named(PeriodKind::Week, 4, "2026-11-13"), ["tuần 12/11–18/11/2026", "18/11", ""]);
        assert_eq!(named(PeriodKind::Quarter, 1, "2026-11-22"), ["quý IV/2026", "IV/26", ""]);
        assert_eq!(named(PeriodKind::HalfYear, 1, "2026-06-30"), ["6 tháng đầu năm 2026", "ĐN/26", ""]);
        assert_eq!(named(PeriodKind::Year, 1, "2026-06-30"), ["năm 2026", "2026", ""]);
    }
}
