//! What came in, given to the periods of a duty, and what each came to.

use std::ops::{Range, RangeInclusive};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Duty, Service, Span, Standing};

/// A report on its way to its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// Id of the report.
    pub id: Uuid,
    /// The day it came.
    pub on: NaiveDate,
    /// It says that there was nothing to report.
    pub nothing: bool,
    /// Number of the period it says it is about; `None` when it says nothing.
    pub stated: Option<i64>,
}

/// What one period came to for one of those a duty binds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it came to.
    pub standing: Standing,
    /// Of a late one: days after the due day.
    pub late: u16,
    /// Its reports among those of the row, in the order they came.
    pub came: Range<usize>,
}

/// The periods of a duty in order, with all that is the same for everybody.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    duty: &'a Duty,
    first: i64,
    today: NaiveDate,
    /// Each period with its due day, and whether the duty holds for it.
    periods: Vec<(Span, NaiveDate, bool)>,
}

impl<'a> Order<'a> {
    /// These periods of a duty, looked at today.
    pub fn new(duty: &'a Duty, numbers: RangeInclusive<i64>, today: NaiveDate) -> Self {
        let first = *numbers.start();
        let periods = numbers.map_while(|number| duty.span(number));
        let periods = periods.map(|span| (span, duty.due(span), duty.holds_for(span))).collect();
        Self { duty, first, today, periods }
    }

    /// The periods, each with its due day.
    pub fn periods(&self) -> Vec<(Span, NaiveDate)> {
        self.periods.iter().map(|(span, due, _)| (*span, *due)).collect()
    }

    /// The place of a period in the order.
    fn place(&self, number: i64) -> Option<usize> {
        usize::try_from(number - self.first).ok().filter(|at| *at < self.periods.len())
    }

    /// The period a report is given to that says nothing about it: the earliest one that is still open and empty, as who
    /// phones on Monday means last week, else the one it came in.
    fn loose(&self, on: NaiveDate, service: &Service, taken: &[bool]) -> Option<usize> {
        let number = self.duty.number(on);
        let own = self.place(number);
        let before = own.unwrap_or(if number < self.first { 0 } else { self.periods.len() });
        let open = |at: &usize| {
            let (span, due, holds) = self.periods[*at];
            due >= on && holds && service.owes(span) && !taken[*at]
        };
        // Due days do not go back from one period to the next: what is open stands right before.
        let begin = (0..before).rev().take_while(|at| self.periods[*at].1 >= on).last();
        begin.and_then(|begin| (begin..before).find(open)).or(own)
    }

    /// The period each report belongs to, in their order; those of no period are left out.
    fn given(&self, service: &Service, came: &[Came]) -> Vec<(usize, Came)> {
        let mut taken = vec![false; self.periods.len()];
        let mut given = Vec::with_capacity(came.len());
        // What says its period comes first: it leaves no doubt.
        for says in [true, false] {
            for report in came.iter().filter(|report| report.stated.is_some() == says) {
                let at = match report.stated {
                    Some(number) => self.place(number),
                    None => self.loose(report.on, service, &taken),
                };
                if let Some(at) = at {
                    taken[at] = true;
                    given.push((at, *report));
                }
            }
        }
        given.sort_by_key(|(at, report)| (*at, report.on, report.id));
        given
    }

    /// Gives every report of one of those a duty binds to its period, and says what each period came to. `came` is sorted by
    /// period; what falls outside of the periods is left out of it. `excused` are stretches for which a reason is on record.
    pub fn settle(&self, service: &Service, came: &mut Vec<Came>, excused: &[Span]) -> Vec<Cell> {
        came.sort_by_key(|report| (report.on, report.id));
        let given = self.given(service, came);
        came.clear();
        came.extend(given.iter().map(|(_, report)| *report));
        let mut rest = 0;
        let mut cell = |(at, (span, due, holds)): (usize, &(Span, NaiveDate, bool))| {
            let begin = rest;
            rest += given[begin..].iter().take_while(|(place, _)| *place == at).count();
            let is_excused = excused.iter().any(|excuse| excuse.holds(span.middle()));
            let bound = *holds && service.owes(*span);
            let (standing, late) = stand(&came[begin..rest], *due, bound, is_excused, self.today);
            Cell { standing, late, came: begin..rest }
        };
        self.periods.iter().enumerate().map(&mut cell).collect()
    }
}

fn stand(came: &[Came], due: NaiveDate, bound: bool, excused: bool, today: NaiveDate) -> (Standing, u16) {
    let Some(first) = came.first() else {
        let standing = match (excused, bound) {
            (true, _) => Standing::Excused,
            (false, false) => Standing::NotBound,
            (false, true) if today > due => Standing::Missing,
            (false, true) => Standing::NotDue,
        };
        return (standing, 0);
    };
    if first.on > due {
        let days = u16::try_from((first.on - due).num_days()).unwrap_or(u16::MAX);
        return if excused { (Standing::Excused, 0) } else { (Standing::Late, days) };
    }
    if came.iter().all(|report| report.nothing) { (Standing::Nothing, 0) } else { (Standing::OnTime, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inbox::model::PeriodKind;
    use Standing::{Excused, Late, Missing, NotBound, NotDue, Nothing, OnTime};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Weeks from Monday, due on the Monday after.
    fn weekly() -> Duty {
        Duty {
            kind: PeriodKind::Week,
            boundary: 1,
            due_day: 1,
            weekend_rule: "after".into(),
            ..Duty::default()
        }
    }

    fn came(on: &str) -> Came {
        let id = on.bytes().fold(0, |sum, byte| sum * 31 + u128::from(byte));
        Came { id: Uuid::from_u128(id), on: day(on), nothing: false, stated: None }
    }

    fn last_week() -> i64 {
        weekly().number(day("2026-11-15"))
    }

    /// The weeks that end on 01/11, 08/11, 15/11 and 22/11/2026, on the 22nd.
    fn standings(service: &Service, mut reports: Vec<Came>, excused: &[Span]) -> Vec<(Standing, u16)> {
        let duty = weekly();
        let order = Order::new(&duty, last_week() - 2..=last_week() + 1, day("2026-11-22"));
        let cells = order.settle(service, &mut reports, excused);
        cells.into_iter().map(|cell| (cell.standing, cell.late)).collect()
    }

    fn of_all(reports: Vec<Came>) -> Vec<(Standing, u16)> {
        standings(&Service::default(), reports, &[])
    }

    #[test]
    fn nothing_in_time_is_missing_and_what_is_not_due_yet_is_not() {
        assert_eq!(of_all(Vec::new()), [(Missing, 0), (Missing, 0), (Missing, 0), (NotDue, 0)]);
    }

    #[test]
    fn who_phones_on_the_due_day_means_the_week_before_and_the_second_time_the_week_that_began() {
        assert_eq!(of_all(vec![came("2026-11-16")])[2..], [(OnTime, 0), (NotDue, 0)]);
        let twice = of_all(vec![came("2026-11-16"), came("2026-11-18")]);
        assert_eq!(twice[2..], [(OnTime, 0), (OnTime, 0)]);
        // The week before has its report: this one is of the week it came in.
        let after = of_all(vec![came("2026-11-12"), came("2026-11-16")]);
        assert_eq!(after[2..], [(OnTime, 0), (OnTime, 0)]);
        assert_eq!(of_all(vec![came("2026-11-17")])[2..], [(Missing, 0), (OnTime, 0)]);
    }

    #[test]
    fn a_report_that_says_its_period_is_late_by_days_and_goes_before_one_that_says_nothing() {
        let stated = Came { stated: Some(last_week()), ..came("2026-11-19") };
        assert_eq!(of_all(vec![stated])[2..], [(Late, 3), (NotDue, 0)]);
        // On the due day both come: one says it is about last week, so the other one is about this week.
        let stated = Came { stated: Some(last_week()), ..came("2026-11-16") };
        let other = Came { id: Uuid::nil(), ..came("2026-11-16") };
        assert_eq!(of_all(vec![other, stated])[2..], [(OnTime, 0), (OnTime, 0)]);
    }

    #[test]
    fn nothing_to_report_is_a_report() {
        let nothing = Came { nothing: true, ..came("2026-11-12") };
        assert_eq!(of_all(vec![nothing])[2], (Nothing, 0));
        assert_eq!(of_all(vec![nothing, came("2026-11-13")])[2], (OnTime, 0));
        let late = Came { stated: Some(last_week()), on: day("2026-11-17"), ..nothing };
        assert_eq!(of_all(vec![late])[2], (Late, 1));
    }

    #[test]
    fn an_excuse_covers_what_is_missing_or_late_and_hides_no_report_in_time() {
        let excused = [Span { from: day("2026-11-09"), to: day("2026-11-15") }];
        let with = |reports| standings(&Service::default(), reports, &excused);
        assert_eq!(with(Vec::new())[1..3], [(Missing, 0), (Excused, 0)]);
        let late = Came { stated: Some(last_week()), ..came("2026-11-20") };
        assert_eq!(with(vec![late])[2], (Excused, 0));
        assert_eq!(with(vec![came("2026-11-12")])[2], (OnTime, 0));
    }

    #[test]
    fn who_was_not_there_owes_nothing_but_what_came_is_seen() {
        let joined = Service { from: Some(day("2026-11-13")), ..Service::default() };
        let found = standings(&joined, vec![came("2026-11-05")], &[]);
        assert_eq!(found, [(NotBound, 0), (OnTime, 0), (NotBound, 0), (NotDue, 0)]);
        // Their first report is one of the week they came in, not of a week before they were there.
        let found = standings(&joined, vec![came("2026-11-16")], &[]);
        assert_eq!(found[2..], [(NotBound, 0), (OnTime, 0)]);
        let left = Service { to: Some(day("2026-11-10")), ..Service::default() };
        let found = standings(&left, Vec::new(), &[]);
        assert_eq!(found[1..], [(Missing, 0), (NotBound, 0), (NotBound, 0)]);
    }

    #[test]
    fn every_cell_names_its_own_reports() {
        let duty = weekly();
        let order = Order::new(&duty, last_week()..=last_week() + 1, day("2026-11-22"));
        let mut reports =
            ["2026-11-20", "2026-11-11", "2026-11-19", "2026-10-01", "2026-11-10"].map(came).to_vec();
        let cells = order.settle(&Service::default(), &mut reports, &[]);
        assert_eq!(reports.len(), 4, "what is older than the periods is left out");
        let days = |cell: &Cell| reports[cell.came.clone()].iter().map(|one| one.on).collect::<Vec<_>>();
        assert_eq!(days(&cells[0]), [day("2026-11-10"), day("2026-11-11")]);
        assert_eq!(days(&cells[1]), [day("2026-11-19"), day("2026-11-20")]);
    }

    #[test]
    fn a_duty_due_before_its_period_ends_takes_what_came_after_as_late() {
        let duty = Duty { kind: PeriodKind::Month, boundary: 1, due_day: -10, ..Duty::default() };
        let last = duty.number(day("2026-11-22"));
        let order = Order::new(&duty, last - 1..=last, day("2026-11-22"));
        let mut reports = vec![came("2026-10-20"), came("2026-11-22")];
        let cells = order.settle(&Service::default(), &mut reports, &[]);
        let found: Vec<_> = cells.iter().map(|cell| (cell.standing, cell.late)).collect();
        assert_eq!(found, [(OnTime, 0), (Late, 2)]);
    }
}
