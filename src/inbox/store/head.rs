//! What a report says about itself: read and mended through the form of one of its matters.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::list::moment;
use crate::file::{FileError, Tx};
use crate::inbox::model::{Channel, PeriodKind, ReportKind, Urgency};
use crate::inbox::records::ReportHead;

/// The head of the report that a matter came with.
pub(super) fn report_head(conn: &Connection, item: Uuid) -> rusqlite::Result<ReportHead> {
    conn.prepare_cached(
        "SELECT report.id, report.arrival_number, report.collaborator,
           coalesce(collaborator.full_name, report.submitter_name), report.unit, coalesce(unit.name, report.unit_name),
           report.received_at, report.channel, report.kind, report.urgency, report.period_kind, report.period_from,
           report.period_to, (SELECT count(*) FROM item AS other WHERE other.report = report.id AND other.deleted = 0)
         FROM item JOIN report ON report.id = item.report
           LEFT JOIN collaborator ON collaborator.id = report.collaborator
           LEFT JOIN unit ON unit.id = report.unit
         WHERE item.id = ?1",
    )?
    .query_row([item], |row| {
        Ok(ReportHead {
            id: row.get(0)?,
            arrival_number: row.get(1)?,
            collaborator: row.get(2)?,
            submitter_name: row.get(3)?,
            unit: row.get(4)?,
            unit_name: row.get(5)?,
            received_at: moment(&row.get::<_, String>(6)?),
            channel: Channel::from_id(&row.get::<_, String>(7)?),
            kind: ReportKind::from_id(&row.get::<_, String>(8)?),
            urgency: Urgency::from_id(&row.get::<_, String>(9)?),
            period_kind: PeriodKind::from_id(&row.get::<_, String>(10)?),
            period_from: row.get(11)?,
            period_to: row.get(12)?,
            items: row.get::<_, i64>(13)?.unsigned_abs(),
        })
    })
}

/// Saves the head of a report. A moment of receipt that was mended is the person's.
pub(super) fn save_head(tx: &Tx, head: &ReportHead) -> Result<(), FileError> {
    let received_at = head.received_at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string());
    // A name that the roster gives is not written over the one the source has.
    tx.prepare_cached(
        "UPDATE report SET received_rule = iif(received_at = coalesce(?2, received_at), received_rule, 'entry'),
           received_at = coalesce(?2, received_at),
           submitter_name = iif(collaborator IS ?3 AND ?3 IS NOT NULL, submitter_name, ?4),
           unit_name = iif(unit IS ?5 AND ?5 IS NOT NULL, unit_name, ?6),
           collaborator = ?3, unit = ?5, channel = ?7, kind = ?8, urgency = ?9, period_kind = ?10, period_from = ?11,
           period_to = ?12 WHERE id = ?1",
    )?
    .execute(params![
        head.id,
        received_at,
        head.collaborator,
        head.submitter_name,
        head.unit,
        head.unit_name,
        head.channel.id(),
        head.kind.id(),
        head.urgency.id(),
        head.period_kind.id(),
        head.period_from,
        head.period_to,
    ])?;
    Ok(())
}
