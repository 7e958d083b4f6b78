//! Who has not reported: a duty with its periods and what each came to, as the screen and the command line show it.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::model::PeriodKind;
use super::model::duties::{Came, Cell, Duty, Sent, Span, Standing};
use crate::text::dates::{self, Period};

/// Whom a duty binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A collaborator.
    Collaborator(Uuid),
    /// A unit.
    Unit(Uuid),
    /// The office itself.
    Office,
}

impl Who {
    /// The collaborator, and the unit: how rows of the file name them.
    pub fn ends(self) -> (Option<Uuid>, Option<Uuid>) {
        match self {
            Self::Collaborator(id) => (Some(id), None),
            Self::Unit(id) => (None, Some(id)),
            Self::Office => (None, None),
        }
    }
}

/// A reason on record why a report need not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excuse {
    /// The days it was given for.
    pub span: Span,
    /// Why.
    pub reason: String,
}

/// One of those a duty binds.
#[derive(Clone, Debug)]
pub struct Bound {
    /// Who.
    pub who: Who,
    /// Name.
    pub name: String,
    /// Of a collaborator: the unit's name.
    pub unit: String,
    /// What each period came to.
    pub cells: Vec<Cell>,
    /// All that came; cells name their own.
    pub came: Vec<Came>,
    /// Reasons on record.
    pub excuses: Vec<Excuse>,
}

impl Bound {
    /// Periods without a report whose due day is over.
    pub fn missing(&self) -> usize {
        self.cells.iter().filter(|cell| cell.standing == Standing::Missing).count()
    }

    /// How many periods on end are missing up to this one, it included; 0 when this one is not missing. Periods that were
    /// excused or did not bind do not end the row.
    pub fn missing_on_end(&self, at: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for at in (0..=at.min(self.cells.len().saturating_sub(1))).rev() {
            match self.cells.get(at).map(|cell| cell.standing) {
                Some(Standing::Missing) => found.push(at),
                Some(Standing::Excused | Standing::NotBound) if !found.is_empty() => {}
                _ => break,
            }
        }
        found.reverse();
        found
    }

    /// The day the last report came by the end of a period.
    pub fn last_came(&self, at: usize) -> Option<NaiveDate> {
        let end = self.cells.get(at)?.came.end;
        self.came.get(..end)?.iter().map(|report| report.on).max()
    }

    /// Why a period was excused.
    pub fn reason(&self, span: Span) -> Option<&str> {
        let covers = |excuse: &&Excuse| excuse.span.holds(span.middle());
        self.excuses.iter().rev().find(covers).map(|excuse| excuse.reason.as_str())
    }
}

/// A duty, its periods, and everybody it binds.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The duty.
    pub duty: Duty,
    /// Its periods in order, each with its due day.
    pub periods: Vec<(Span, NaiveDate)>,
    /// Everybody it binds in one of them, in the order of the roster.
    pub rows: Vec<Bound>,
    /// Of a duty the office owes: what it made.
    pub sent: Vec<Sent>,
}

impl Sheet {
    /// How many stand so in a period.
    pub fn count(&self, at: usize, standing: Standing) -> usize {
        let stands = |row: &&Bound| row.cells.get(at).is_some_and(|cell| cell.standing == standing);
        self.rows.iter().filter(stands).count()
    }

    /// What the office is writing for a period and has not issued.
    pub fn in_work(&self, span: Span) -> Option<&Sent> {
        let number = self.duty.number(span.to);
        let about = |sent: &&Sent| self.duty.stated(sent.kind, sent.from, sent.to) == Some(number);
        self.sent.iter().filter(|sent| sent.on.is_none()).find(about)
    }
}

/// A period of a kind in the form of the command line: `2026-10`, or its days where it follows no calendar.
pub fn period_id(kind: PeriodKind, span: Span) -> String {
    let kind = match kind {
        PeriodKind::Week => dates::PeriodKind::Week,
        PeriodKind::Quarter => dates::PeriodKind::Quarter,
        PeriodKind::HalfYear => dates::PeriodKind::HalfYear,
        PeriodKind::Year => dates::PeriodKind::Year,
        PeriodKind::Month | PeriodKind::None | PeriodKind::AdHoc => dates::PeriodKind::Month,
    };
    let calendar = Period::of(kind, span.to);
    let shown = if (calendar.from, calendar.to) == (span.from, span.to) {
        calendar
    } else {
        Period { from: span.from, to: span.to, kind: dates::PeriodKind::Custom }
    };
    shown.to_string()
}

/// One period of one who is bound, as `duluan overdue --json` prints it.
#[derive(Debug, Serialize)]
pub struct OverdueJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    collaborator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    id: Option<Uuid>,
    duty: String,
    direction: &'static str,
    period: String,
    period_kind: PeriodKind,
    period_from: NaiveDate,
    period_to: NaiveDate,
    due: NaiveDate,
    state: Standing,
    days_late: u16,
    received: Option<NaiveDate>,
    reason: String,
}

/// All that is due or came in a sheet. What may still come in time is left out, and so is who is not bound.
pub fn overdue_json(sheet: &Sheet) -> Vec<OverdueJson> {
    let duty = &sheet.duty;
    let mut found = Vec::new();
    for row in &sheet.rows {
        for (cell, (span, due)) in row.cells.iter().zip(&sheet.periods) {
            if matches!(cell.standing, Standing::NotBound | Standing::NotDue) {
                continue;
            }
            let (collaborator, unit) = match row.who {
                Who::Collaborator(_) => (Some(row.name.clone()), None),
                Who::Unit(_) => (None, Some(row.name.clone())),
                Who::Office => (None, Some(duty.counterpart.clone())),
            };
            let (person, place) = row.who.ends();
            found.push(OverdueJson {
                collaborator,
                unit,
                id: person.or(place),
                duty: duty.name.clone(),
                direction: if duty.owes { "owes" } else { "receives" },
                period: period_id(duty.kind, *span),
                period_kind: duty.kind,
                period_from: span.from,
                period_to: span.to,
                due: *due,
                state: cell.standing,
                days_late: cell.late,
                received: row.came.get(cell.came.start).filter(|_| !cell.came.is_empty()).map(|one| one.on),
                reason: row.reason(*span).unwrap_or_default().to_owned(),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(standings: &[Standing]) -> Bound {
        let cell = |standing: &Standing| Cell { standing: *standing, ..Cell::default() };
        Bound {
            who: Who::Office,
            name: String::new(),
            unit: String::new(),
            cells: standings.iter().map(cell).collect(),
            came: Vec::new(),
            excuses: Vec::new(),
        }
    }

    #[test]
    fn missing_periods_on_end_are_counted_back_to_the_last_report() {
        use Standing::{Excused, Late, Missing, NotDue, OnTime};
        let row = row(&[Missing, OnTime, Missing, Excused, Missing, NotDue]);
        assert_eq!(row.missing_on_end(4), [2, 4]);
        assert_eq!(row.missing_on_end(2), [2]);
        assert!(row.missing_on_end(5).is_empty(), "there is still time");
        assert!(super::tests::row(&[Missing, Late]).missing_on_end(1).is_empty());
        assert!(super::tests::row(&[Missing, Excused]).missing_on_end(1).is_empty());
        assert!(super::tests::row(&[]).missing_on_end(3).is_empty());
    }

    #[test]
    fn a_period_that_follows_the_calendar_is_named_by_it() {
        let span = |from: &str, to: &str| Span { from: from.parse().unwrap(), to: to.parse().unwrap() };
        assert_eq!(period_id(PeriodKind::Month, span("2026-10-01", "2026-10-31")), "2026-10");
        assert_eq!(period_id(PeriodKind::Month, span("2026-10-15", "2026-11-14")), "2026-10-15..2026-11-14");
        assert_eq!(period_id(PeriodKind::Week, span("2026-10-05", "2026-10-11")), "2026-W41");
        assert_eq!(period_id(PeriodKind::Week, span("2026-11-12", "2026-11-18")), "2026-11-12..2026-11-18");
        assert_eq!(period_id(PeriodKind::HalfYear, span("2026-07-01", "2026-12-31")), "2026-H2");
    }
}
