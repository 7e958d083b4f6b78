//! Reporting duties (chế độ báo cáo) turned into periods, and what a period came to for those they bind.
//!
//! Periods follow Decree 09/2019/NĐ-CP, article 12: where a month begins on its 15th, the month of November runs from 15
//! October to 14 November, its quarter from 15 September to 14 December, the year from 15 December to 14 December. A period
//! therefore bears the name of the month it ends in. Public holidays are not known: only weekends move a due day.

mod settle;

use chrono::{Datelike, NaiveDate, TimeDelta};
use uuid::Uuid;

pub use settle::{Came, Cell, Order};

use super::{PeriodKind, due_on};
use crate::text::identifiers;

identifiers! {
    /// What a period came to.
    Standing {
        /// The duty did not bind them then.
        #[default]
        NotBound = "not_bound",
        /// A report came by the due day.
        OnTime = "on_time",
        /// The first report came after the due day.
        Late = "late",
        /// None came, and the due day is over.
        Missing = "missing",
        /// None came in time, and none had to: a reason is on record.
        Excused = "excused",
        /// "Nothing to report" came by the due day.
        Nothing = "nothing",
        /// None came, and there is still time.
        NotDue = "not_due",
    }
}

/// Days of one period, the first and the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// The day in the middle; of an even number of days the earlier one.
    pub fn middle(self) -> NaiveDate {
        self.from.checked_add_signed(TimeDelta::days((self.days() - 1) / 2)).unwrap_or(self.from)
    }

    /// True when the day lies in the period.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A duty as far as its periods and due days go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// Id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// The office owes it; otherwise it receives.
    pub owes: bool,
    /// collaborator | unit | named.
    pub who: String,
    /// For what the office owes: the body it goes to.
    pub counterpart: String,
    /// How often.
    pub kind: PeriodKind,
    /// First weekday of the week from Monday = 1, or first day of the month.
    pub boundary: i64,
    /// Days after the period's last day.
    pub due_day: i64,
    /// keep | before | after.
    pub weekend_rule: String,
    /// First day it holds.
    pub valid_from: Option<NaiveDate>,
    /// Last day it holds.
    pub valid_to: Option<NaiveDate>,
}

impl Duty {
    /// Number of the period a day lies in. Periods of one duty are numbered without gaps.
    pub fn number(&self, day: NaiveDate) -> i64 {
        match self.months() {
            None => (i64::from(day.num_days_from_ce()) - self.weekday()).div_euclid(7),
            Some(months) => {
                let after = i64::from(self.boundary > 1 && i64::from(day.day()) >= self.boundary);
                (month_of(day) + after).div_euclid(months)
            }
        }
    }

    /// The days of a period; `None` far outside of what a calendar knows.
    pub fn span(&self, number: i64) -> Option<Span> {
        let Some(months) = self.months() else {
            let from = number.checked_mul(7)?.checked_add(self.weekday())?;
            let from = NaiveDate::from_num_days_from_ce_opt(i32::try_from(from).ok()?)?;
            return Some(Span { from, to: from.checked_add_signed(TimeDelta::days(6))? });
        };
        let first = number.checked_mul(months)?;
        let (before, boundary) =
            if self.boundary > 1 { (1, u32::try_from(self.boundary).ok()?) } else { (0, 1) };
        let begin = |month: i64| {
            let year = i32::try_from(month.div_euclid(12)).ok()?;
            NaiveDate::from_ymd_opt(year, month.rem_euclid(12) as u32 + 1, boundary)
        };
        Some(Span { from: begin(first - before)?, to: begin(first + months - before)?.pred_opt()? })
    }

    /// The last day on which a report for a period is on time.
    pub fn due(&self, span: Span) -> NaiveDate {
        due_on(span.to, self.due_day, &self.weekend_rule).unwrap_or(span.to)
    }

    /// Number of the period that a report says it is about; `None` when it says nothing, or something of another length.
    ///
    /// Months and longer ones go by the month they end in, so that a report about 1 to 31 October is one about October
    /// also where October ends on its 14th. Weeks go by their middle.
    pub fn stated(&self, kind: PeriodKind, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<i64> {
        let span = Span { from: from.or(to)?, to: to.or(from)? };
        let fits = match kind {
            PeriodKind::None | PeriodKind::AdHoc => self.is_as_long_as(span),
            kind => kind == self.kind,
        };
        if !fits {
            return None;
        }
        Some(match self.months() {
            None => self.number(span.middle()),
            Some(months) => month_of(span.to).div_euclid(months),
        })
    }

    /// True when a stretch of days can be one of its periods.
    fn is_as_long_as(&self, span: Span) -> bool {
        let known = match self.kind {
            PeriodKind::Week => 5..=8,
            PeriodKind::Month => 26..=33,
            PeriodKind::Quarter => 85..=95,
            PeriodKind::HalfYear => 175..=190,
            PeriodKind::Year => 355..=372,
            PeriodKind::None | PeriodKind::AdHoc => return false,
        };
        known.contains(&span.days())
    }

    /// True while the duty holds for a period: it does on its last day.
    pub fn holds_for(&self, span: Span) -> bool {
        self.valid_from.is_none_or(|from| from <= span.to) && self.valid_to.is_none_or(|to| span.to <= to)
    }

    /// Numbers of the periods a screen shows: so many back to the one that today lies in, but none from before the duty held.
    pub fn shown(&self, today: NaiveDate) -> std::ops::RangeInclusive<i64> {
        let last = self.number(today);
        let back = match self.kind {
            PeriodKind::Week => 26,
            PeriodKind::Quarter => 11,
            PeriodKind::HalfYear => 7,
            PeriodKind::Year => 4,
            PeriodKind::Month | PeriodKind::None | PeriodKind::AdHoc => 23,
        };
        let begun = self.valid_from.map_or(i64::MIN, |from| self.number(from));
        (last - back).max(begun.min(last))..=last
    }

    /// Number of the newest period whose due day is over.
    pub fn last_due(&self, today: NaiveDate) -> i64 {
        let mut number = self.number(today) + 1;
        // Due days lie at most two months behind their period: nine weeks.
        for _ in 0..12 {
            if self.span(number).is_some_and(|span| self.due(span) < today) {
                break;
            }
            number -= 1;
        }
        number
    }

    /// Months of a period; `None` for weeks.
    fn months(&self) -> Option<i64> {
        match self.kind {
            PeriodKind::Week => None,
            PeriodKind::Quarter => Some(3),
            PeriodKind::HalfYear => Some(6),
            PeriodKind::Year => Some(12),
            PeriodKind::Month | PeriodKind::None | PeriodKind::AdHoc => Some(1),
        }
    }

    /// The first weekday, Monday = 1. Day 1 of the common era was a Monday.
    fn weekday(&self) -> i64 {
        self.boundary.clamp(1, 7)
    }
}

/// Months since year 0.
fn month_of(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

/// When somebody served, or a unit stood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// First day; `None` = always.
    pub from: Option<NaiveDate>,
    /// Last day; `None` = still.
    pub to: Option<NaiveDate>,
    /// No longer, and nobody knows since when.
    pub over: bool,
}

impl Service {
    /// True when they owe a report about a period: they serve on its last day, and did for at least half of it. Who came in
    /// the second half, or left before the end, owes none.
    pub fn owes(&self, span: Span) -> bool {
        let begun = self.from.map_or(span.from, |from| from.max(span.from));
        let served = (span.to - begun).num_days() + 1;
        !self.over && self.to.is_none_or(|to| to >= span.to) && served * 2 >= span.days()
    }
}

/// A synthesis the office made, for the duties it owes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Id of the synthesis.
    pub id: Uuid,
    /// Its title.
    pub title: String,
    /// Number of the document.
    pub number: String,
    /// Kind of its period.
    pub kind: PeriodKind,
    /// First day of the period.
    pub from: Option<NaiveDate>,
    /// Last day of the period.
    pub to: Option<NaiveDate>,
    /// The day it was issued; `None` while it is written.
    pub on: Option<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn duty(kind: PeriodKind, boundary: i64) -> Duty {
        Duty { kind, boundary, weekend_rule: "after".into(), ..Duty::default() }
    }

    fn span_of(duty: &Duty, on: &str) -> (String, String) {
        let span = duty.span(duty.number(day(on))).unwrap();
        (span.from.to_string(), span.to.to_string())
    }

    fn both(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn weeks_begin_on_their_boundary_weekday() {
        let plain = duty(PeriodKind::Week, 1);
        assert_eq!(span_of(&plain, "2026-11-22"), both("2026-11-16", "2026-11-22"));
        assert_eq!(span_of(&plain, "2026-11-23"), both("2026-11-23", "2026-11-29"));
        // Thursday to Wednesday, across the end of a year.
        let shifted = duty(PeriodKind::Week, 4);
        assert_eq!(span_of(&shifted, "2026-12-30"), both("2026-12-24", "2026-12-30"));
        assert_eq!(span_of(&shifted, "2026-12-31"), both("2026-12-31", "2027-01-06"));
        assert_eq!(span_of(&shifted, "2027-01-01"), both("2026-12-31", "2027-01-06"));
        let sunday = duty(PeriodKind::Week, 7);
        assert_eq!(span_of(&sunday, "2026-11-22"), both("2026-11-22", "2026-11-28"));
    }

    #[test]
    fn months_and_longer_ones_begin_on_their_boundary_day_and_bear_the_name_of_their_last_month() {
        assert_eq!(span_of(&duty(PeriodKind::Month, 1), "2028-02-29"), both("2028-02-01", "2028-02-29"));
        assert_eq!(span_of(&duty(PeriodKind::Month, 1), "2027-02-10"), both("2027-02-01", "2027-02-28"));
        let fifteenth = duty(PeriodKind::Month, 15);
        assert_eq!(span_of(&fifteenth, "2026-11-14"), both("2026-10-15", "2026-11-14"));
        assert_eq!(span_of(&fifteenth, "2026-11-15"), both("2026-11-15", "2026-12-14"));
        assert_eq!(span_of(&fifteenth, "2026-12-20"), both("2026-12-15", "2027-01-14"));
        assert_eq!(span_of(&duty(PeriodKind::Month, 28), "2028-02-29"), both("2028-02-28", "2028-03-27"));
        assert_eq!(span_of(&duty(PeriodKind::Quarter, 1), "2026-12-31"), both("2026-10-01", "2026-12-31"));
        assert_eq!(span_of(&duty(PeriodKind::Quarter, 15), "2026-12-14"), both("2026-09-15", "2026-12-14"));
        assert_eq!(span_of(&duty(PeriodKind::Quarter, 15), "2026-12-15"), both("2026-12-15", "2027-03-14"));
        assert_eq!(span_of(&duty(PeriodKind::HalfYear, 1), "2026-06-30"), both("2026-01-01", "2026-06-30"));
        assert_eq!(span_of(&duty(PeriodKind::HalfYear, 15), "2026-06-15"), both("2026-06-15", "2026-12-14"));
        assert_eq!(span_of(&duty(PeriodKind::Year, 15), "2026-12-15"), both("2026-12-15", "2027-12-14"));
    }

    #[test]
    fn periods_follow_one_another_without_gap_or_overlap() {
        for kind in
            [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::HalfYear, PeriodKind::Year]
        {
            for boundary in [1, 2, 4, 7, 15, 28] {
                let duty = duty(kind, boundary);
                let first = duty.number(day("2023-12-01"));
                for number in first..first + 60 {
                    let (this, next) = (duty.span(number).unwrap(), duty.span(number + 1).unwrap());
                    assert_eq!(this.to.succ_opt(), Some(next.from), "{kind:?} {boundary}");
                    for day in [this.from, this.middle(), this.to] {
                        assert_eq!(duty.number(day), number, "{kind:?} {boundary} {day}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_stated_period_is_known_by_its_last_month_or_the_middle_of_its_week() {
        let fifteenth = duty(PeriodKind::Month, 15);
        let november = fifteenth.number(day("2026-11-01"));
        let stated = |kind, from: &str, to: &str| fifteenth.stated(kind, Some(day(from)), Some(day(to)));
        assert_eq!(stated(PeriodKind::Month, "2026-11-01", "2026-11-30"), Some(november));
        assert_eq!(stated(PeriodKind::Month, "2026-10-15", "2026-11-14"), Some(november));
        assert_eq!(stated(PeriodKind::AdHoc, "2026-10-15", "2026-11-14"), Some(november));
        assert_eq!(stated(PeriodKind::Week, "2026-11-09", "2026-11-15"), None);
        assert_eq!(stated(PeriodKind::AdHoc, "2026-11-09", "2026-11-15"), None);
        assert_eq!(fifteenth.stated(PeriodKind::Month, None, None), None);
        // Monday to Sunday, where the week runs from Thursday: most of it lies in the week of its Thursday.
        let week = duty(PeriodKind::Week, 4);
        let found = week.stated(PeriodKind::Week, Some(day("2026-11-16")), Some(day("2026-11-22")));
        assert_eq!(found, Some(week.number(day("2026-11-19"))));
        let custom = week.stated(PeriodKind::AdHoc, Some(day("2026-11-12")), Some(day("2026-11-18")));
        assert_eq!(custom, Some(week.number(day("2026-11-12"))));
    }

    #[test]
    fn who_came_in_the_first_half_owes_the_period_and_who_left_before_its_end_does_not() {
        let november = Span { from: day("2026-11-01"), to: day("2026-11-30") };
        let owes = |from: Option<&str>, to: Option<&str>| {
            Service { from: from.map(day), to: to.map(day), over: false }.owes(november)
        };
        assert!(owes(None, None));
        assert!(owes(Some("2026-11-16"), None), "fifteen days of thirty");
        assert!(!owes(Some("2026-11-17"), None));
        assert!(!owes(Some("2026-12-01"), None));
        assert!(owes(None, Some("2026-11-30")));
        assert!(!owes(None, Some("2026-11-29")));
        assert!(!Service { over: true, ..Service::default() }.owes(november));
        // Who joined in February owes the year.
        let year = Span { from: day("2026-01-01"), to: day("2026-12-31") };
        assert!(Service { from: Some(day("2026-02-10")), ..Service::default() }.owes(year));
    }

    #[test]
    fn a_duty_holds_for_a_period_when_it_does_on_its_last_day() {
        let begins = Duty { valid_from: Some(day("2026-11-10")), ..duty(PeriodKind::Month, 1) };
        let month = |duty: &Duty, on: &str| duty.span(duty.number(day(on))).unwrap();
        assert!(begins.holds_for(month(&begins, "2026-11-01")));
        assert!(!begins.holds_for(month(&begins, "2026-10-01")));
        let ends = Duty { valid_to: Some(day("2026-11-10")), ..duty(PeriodKind::Month, 1) };
        assert!(!ends.holds_for(month(&ends, "2026-11-01")));
        assert!(ends.holds_for(month(&ends, "2026-10-01")));
    }

    #[test]
    fn the_newest_due_period_is_the_one_whose_due_day_is_over() {
        // Due on the fifth, which in October 2026 is a Monday and in September a Saturday, moved to Monday the seventh.
        let monthly = Duty { due_day: 5, ..duty(PeriodKind::Month, 1) };
        let month = |on: &str| monthly.span(monthly.last_due(day(on))).unwrap().to.to_string();
        assert_eq!(month("2026-10-05"), "2026-08-31");
        assert_eq!(month("2026-10-06"), "2026-09-30");
        assert_eq!(month("2026-09-07"), "2026-07-31");
        assert_eq!(month("2026-09-08"), "2026-08-31");
        // Due before the period ends.
        let early = Duty { due_day: -10, weekend_rule: "keep".into(), ..duty(PeriodKind::Month, 1) };
        assert_eq!(early.span(early.last_due(day("2026-11-21"))).unwrap().to, day("2026-11-30"));
        assert_eq!(early.span(early.last_due(day("2026-11-20"))).unwrap().to, day("2026-10-31"));
    }
}
