//! Issued syntheses of the shorter periods within a longer one, and which of them are lacking.

use chrono::{Days, Months};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::material::Scope;
use super::synthesis::sections;
use crate::inbox::model::PeriodKind;
use crate::summary::gather::{Issued, Lacking, Shorter};
use crate::summary::model::State;
use crate::summary::period::Period;

/// What a longer period can draw on, about the same topic and place; nothing for months, weeks and others.
pub(super) fn shorter(conn: &Connection, scope: &Scope) -> rusqlite::Result<Shorter> {
    let mut found = Shorter::default();
    cover(conn, scope, &scope.period, &mut found)?;
    Ok(found)
}

/// The shorter periods a period is made of.
fn parts(period: &Period) -> Vec<Period> {
    let (kind, months, count) = match period.kind {
        PeriodKind::Year => (PeriodKind::HalfYear, 6, 2),
        PeriodKind::HalfYear => (PeriodKind::Quarter, 3, 2),
        PeriodKind::Quarter => (PeriodKind::Month, 1, 3),
        _ => return Vec::new(),
    };
    let part = |at: u32| {
        let from = period.from.checked_add_months(Months::new(at * months))?;
        let to = from.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
        Some(Period { kind, from, to })
    };
    (0..count).filter_map(part).collect()
}

/// The longest issued ones that cover the period; what none covers is lacking.
fn cover(conn: &Connection, scope: &Scope, period: &Period, found: &mut Shorter) -> rusqlite::Result<()> {
    for part in parts(period) {
        let newest = newest(conn, scope, &part)?;
        if let Some(Found { id, days, number, state: State::Issued }) = newest {
            let sections = sections(conn, id)?;
            found.issued.push(Issued { id, period: days, number, sections });
            continue;
        }
        let mut within = Shorter::default();
        cover(conn, scope, &part, &mut within)?;
        let state = newest.map(|found| found.state);
        if within.issued.is_empty() && within.lacking.iter().all(|one| one.state.is_none()) {
            found.lacking.push(Lacking { period: part, state });
        } else {
            found.issued.append(&mut within.issued);
            found.lacking.append(&mut within.lacking);
        }
    }
    Ok(())
}

/// A synthesis of a part of a period.
struct Found {
    id: Uuid,
    days: Period,
    number: String,
    state: State,
}

/// Most days by which the ends of a period lie beside those of the calendar: a month may run from the 15th to the 14th.
const BESIDE: u32 = 15;

/// The synthesis of all matters of these days, or of a period of this kind that an office counts from another day: the one that
/// lies nearest, an issued one before one that is written, the newest before others.
fn newest(conn: &Connection, scope: &Scope, part: &Period) -> rusqlite::Result<Option<Found>> {
    conn.prepare_cached(
        "SELECT id, document_number, state, period_from, period_to FROM synthesis y
         WHERE (period_from = ?1 AND period_to = ?2
             OR period_kind = ?3 AND abs(julianday(period_from) - julianday(?1)) <= ?6
               AND abs(julianday(period_to) - julianday(?2)) <= ?6)
           AND deleted = 0 AND topic IS ?4 AND unit IS ?5
           AND EXISTS (SELECT 1 FROM synthesis_section WHERE synthesis = y.id AND deleted = 0
             AND source IN ('local', 'domestic', 'international', 'matters'))
         ORDER BY state = 'issued' DESC, abs(julianday(period_from) - julianday(?1)), id DESC LIMIT 1",
    )?
    .query_row(params![part.from, part.to, part.kind.id(), scope.topic, scope.unit, BESIDE], |row| {
        Ok(Found {
            id: row.get(0)?,
            number: row.get(1)?,
            state: State::from_id(row.get_ref(2)?.as_str()?),
            days: Period { kind: part.kind, from: row.get(3)?, to: row.get(4)? },
        })
    })
    .optional()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_longer_period_is_made_of_shorter_ones() {
        let parts = |id: &str| {
            let period = Period::parse(id, NaiveDate::default()).unwrap();
            parts(&period).iter().map(Period::id).collect::<Vec<_>>()
        };
        assert_eq!(parts("2026-Q1"), ["2026-01", "2026-02", "2026-03"]);
        assert_eq!(parts("2026-H2"), ["2026-Q3", "2026-Q4"]);
        assert_eq!(parts("2024"), ["2024-H1", "2024-H2"]);
        assert!(parts("2026-10").is_empty() && parts("2026-W41").is_empty());
    }
}
