//! Issued syntheses of the shorter periods within a longer one, and which of them are lacking.

use chrono::{Days, Months, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::synthesis::sections;
use crate::inbox::model::PeriodKind;
use crate::summary::gather::{Issued, Lacking, Shorter};
use crate::summary::model::State;
use crate::summary::period::Period;

/// What a longer period can draw on; nothing for months, weeks and others.
pub(super) fn shorter(conn: &Connection, period: &Period) -> rusqlite::Result<Shorter> {
    let mut found = Shorter::default();
    cover(conn, period, &mut found)?;
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
fn cover(conn: &Connection, period: &Period, found: &mut Shorter) -> rusqlite::Result<()> {
    for part in parts(period) {
        let newest = newest(conn, part.from, part.to)?;
        if let Some((id, number, State::Issued)) = newest {
            let sections = sections(conn, id)?;
            found.issued.push(Issued { id, period: part, number, sections });
            continue;
        }
        let mut within = Shorter::default();
        cover(conn, &part, &mut within)?;
        let state = newest.map(|(_, _, state)| state);
        if within.issued.is_empty() && within.lacking.iter().all(|one| one.state.is_none()) {
            found.lacking.push(Lacking { period: part, state });
        } else {
            found.issued.append(&mut within.issued);
            found.lacking.append(&mut within.lacking);
        }
    }
    Ok(())
}

/// The synthesis of all matters of exactly these days: an issued one before one that is written, the newest before others.
fn newest(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Option<(Uuid, String, State)>> {
    conn.prepare_cached(
        "SELECT id, document_number, state FROM synthesis y
         WHERE period_from = ?1 AND period_to = ?2 AND deleted = 0 AND topic IS NULL AND unit IS NULL
           AND EXISTS (SELECT 1 FROM synthesis_section WHERE synthesis = y.id AND deleted = 0
             AND source IN ('local', 'domestic', 'international', 'matters'))
         ORDER BY state = 'issued' DESC, id DESC LIMIT 1",
    )?
    .query_row(params![from, to], |row| {
        Ok((row.get(0)?, row.get(1)?, State::from_id(row.get_ref(2)?.as_str()?)))
    })
    .optional()
}

#[cfg(test)]
mod tests {
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
