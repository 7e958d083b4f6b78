//! Reading one item or one report whole.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::list::{moment, rows_of_items};
use crate::inbox::model::{Band, Channel, Intensity, PeriodKind, ReportKind, Tendency, Urgency, due_on};
use crate::inbox::rows::{AttachmentRow, ItemCard, ReportCard, ReportRow, StreamRow, Warning};
use crate::roster::store::name_on;
use crate::text::personal;

/// Items with all that is said about them, in the order asked; one that is gone is left out.
///
/// # Errors
/// Whatever SQLite answers.
pub fn item_cards(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<Vec<ItemCard>> {
    let mut cards = Vec::with_capacity(items.len());
    for row in rows_of_items(conn, items)? {
        let item = row.item;
        let mut card = conn
            .prepare_cached(
                "SELECT item.body, item.place, item.forecast, item.recommendation, item.triage_reason, item.note,
                   report.channel, report.document_number, report.document_date,
                   (SELECT full_name FROM handler WHERE handler.id = item.handler), issue.id, issue.title,
                   item.duplicate_of
                 FROM item JOIN report ON report.id = item.report
                   LEFT JOIN issue ON issue.id = item.issue AND issue.deleted = 0
                 WHERE item.id = ?1",
            )?
            .query_row([item], |found| {
                Ok(ItemCard {
                    body: found.get(0)?,
                    place: found.get(1)?,
                    forecast: found.get(2)?,
                    recommendation: found.get(3)?,
                    triage_reason: found.get(4)?,
                    note: found.get(5)?,
                    channel: Channel::from_id(&found.get::<_, String>(6)?),
                    document_number: found.get(7)?,
                    document_date: day(found, 8)?,
                    handler: found.get::<_, Option<String>>(9)?.unwrap_or_default(),
                    issue: found.get::<_, Option<Uuid>>(10)?.zip(found.get(11)?),
                    duplicate_of: match found.get::<_, Option<Uuid>>(12)? {
                        Some(other) => head_of_item(conn, other)?,
                        None => None,
                    },
                    ..ItemCard::default()
                })
            })?;
        card.streams = streams(conn, item)?;
        card.topics = topics_of(conn, item)?;
        card.on_time = on_time(conn, row.report)?;
        card.answers = super::answer::answers(conn, item)?;
        card.row = row;
        card.warnings = warnings(&card);
        cards.push(card);
    }
    Ok(cards)
}

/// What may tell who somebody is, in all that is said about an item. An official's name may stand.
fn warnings(card: &ItemCard) -> Vec<Warning> {
    let gists = card.streams.iter().map(|stream| stream.gist.as_str());
    let short = [card.row.title.as_str(), &card.forecast, &card.recommendation].into_iter().chain(gists);
    let mut warnings = Vec::new();
    let body = card.body.lines().zip(1..);
    for (text, line) in body.chain(short.map(|text| (text, 0))) {
        let found = personal::of_citizens(text).into_iter();
        warnings.extend(found.map(|found| Warning { kind: found.kind.id(), line }));
    }
    warnings
}

/// A day that may be missing or, in a damaged file, no day at all.
fn day(row: &Row, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
}

fn head_of_item(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<(String, String)>> {
    conn.prepare_cached(
        "SELECT report.arrival_number, item.title FROM item JOIN report ON report.id = item.report WHERE item.id = ?1",
    )?
    .query_row([item], |row| Ok((row.get(0)?, row.get(1)?)))
    .optional()
}

fn streams(conn: &Connection, item: Uuid) -> rusqlite::Result<Vec<StreamRow>> {
    conn.prepare_cached(
        "SELECT stream.id, group_name, band, tendency, intensity, gist, topic.name
         FROM stream LEFT JOIN topic ON topic.id = stream.topic
         WHERE stream.item = ?1 AND stream.deleted = 0 ORDER BY stream.position, stream.id",
    )?
    .query_map([item], |row| {
        Ok(StreamRow {
            id: row.get(0)?,
            group_name: row.get(1)?,
            band: Band::from_id(&row.get::<_, String>(2)?),
            tendency: Tendency::from_id(&row.get::<_, String>(3)?),
            intensity: Intensity::from_id(&row.get::<_, String>(4)?),
            gist: row.get(5)?,
            topic: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        })
    })?
    .collect()
}

fn topics_of(conn: &Connection, item: Uuid) -> rusqlite::Result<Vec<(Uuid, String, String)>> {
    conn.prepare_cached(
        "SELECT topic.id, topic.code, topic.name FROM item_topic JOIN topic ON topic.id = item_topic.topic
         WHERE item_topic.item = ?1 AND item_topic.deleted = 0 AND topic.deleted = 0
         ORDER BY topic.position, topic.name",
    )?
    .query_map([item], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
    .collect()
}

/// Whether a report came by the day a duty asks for: the most lenient duty for its kind of period counts, because
/// the program cannot know under which of two the sender reports.
fn on_time(conn: &Connection, report: Uuid) -> rusqlite::Result<Option<bool>> {
    let mut due: Option<NaiveDate> = None;
    let mut received = None;
    let mut statement = conn.prepare_cached(
        "SELECT report.received_at, report.period_to, duty.due_day, duty.weekend_rule
         FROM report JOIN duty ON duty.period_kind = report.period_kind
         WHERE report.id = ?1 AND duty.direction = 'receives' AND duty.deleted = 0
           AND (duty.valid_from IS NULL OR duty.valid_from <= report.period_to)
           AND (duty.valid_to IS NULL OR duty.valid_to >= report.period_to)",
    )?;
    let mut rows = statement.query([report])?;
    while let Some(row) = rows.next()? {
        received = moment(&row.get::<_, String>(0)?);
        if let Some(end) = day(row, 1)? {
            due = due.max(due_on(end, row.get(2)?, &row.get::<_, String>(3)?));
        }
    }
    Ok(received.zip(due).map(|(received, due)| received.date() <= due))
}

/// Heads of reports, each with the name its unit bore on the day it came.
fn report_heads() -> String {
    format!(
        "SELECT report.id, arrival_number, received_at, title, coalesce({}, unit_name),{REPORT}",
        name_on("unit", "report.received_at")
    )
}

const REPORT: &str = "
    coalesce(collaborator.full_name, submitter_name), document_number, document_date, issuer, report.kind, channel,
    period_kind, period_from, period_to, urgency, source_name,
    (SELECT count(*) FROM item WHERE item.report = report.id AND item.deleted = 0)
  FROM report LEFT JOIN unit ON unit.id = report.unit
    LEFT JOIN collaborator ON collaborator.id = report.collaborator";

fn report_row(row: &Row) -> rusqlite::Result<ReportRow> {
    Ok(ReportRow {
        id: row.get(0)?,
        arrival_number: row.get(1)?,
        received_at: moment(&row.get::<_, String>(2)?),
        title: row.get(3)?,
        unit: row.get(4)?,
        submitter: row.get(5)?,
        document_number: row.get(6)?,
        document_date: day(row, 7)?,
        issuer: row.get(8)?,
        kind: ReportKind::from_id(&row.get::<_, String>(9)?),
        channel: Channel::from_id(&row.get::<_, String>(10)?),
        period_kind: PeriodKind::from_id(&row.get::<_, String>(11)?),
        period_from: day(row, 12)?,
        period_to: day(row, 13)?,
        urgency: Urgency::from_id(&row.get::<_, String>(14)?),
        source_name: row.get(15)?,
        items: row.get::<_, i64>(16)?.unsigned_abs(),
    })
}

/// Heads of these reports, in their order; one that is gone is left out.
///
/// # Errors
/// Whatever SQLite answers.
pub fn report_rows(conn: &Connection, reports: &[Uuid]) -> rusqlite::Result<Vec<ReportRow>> {
    let mut one = conn.prepare_cached(&format!("{} WHERE report.id = ?1", report_heads()))?;
    let mut rows = Vec::with_capacity(reports.len());
    for report in reports {
        rows.extend(one.query_row([report], report_row).optional()?);
    }
    Ok(rows)
}

/// A report with its items and the names of its files.
///
/// # Errors
/// Whatever SQLite answers.
pub fn report_card(conn: &Connection, report: Uuid) -> rusqlite::Result<Option<ReportCard>> {
    let Some(row) = report_rows(conn, &[report])?.pop() else {
        return Ok(None);
    };
    let summary = conn
        .prepare_cached("SELECT summary FROM report WHERE id = ?1")?
        .query_row([report], |row| row.get(0))?;
    let items = conn
        .prepare_cached("SELECT id FROM item WHERE report = ?1 AND deleted = 0 ORDER BY position, id")?
        .query_map([report], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<Uuid>>>()?;
    let attachments = conn
        .prepare_cached(
            "SELECT id, name, size, original FROM attachment WHERE report = ?1 AND deleted = 0
             ORDER BY original DESC, name",
        )?
        .query_map([report], |row| {
            Ok(AttachmentRow {
                id: row.get(0)?,
                name: row.get(1)?,
                size: row.get::<_, i64>(2)?.unsigned_abs(),
                original: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(ReportCard { row, summary, items: item_cards(conn, &items)?, attachments }))
}

/// Reports a collaborator handed in per month: the twelve months that end with the month of `today`.
///
/// # Errors
/// Whatever SQLite answers.
pub fn reports_by_month(
    conn: &Connection,
    collaborator: Uuid,
    today: NaiveDate,
) -> rusqlite::Result<[u32; 12]> {
    let month_of = |year: i32, month: i32| year * 12 + month - 1;
    let last = month_of(today.year(), today.month() as i32);
    let first = last - 11;
    let from = format!("{:04}-{:02}", first.div_euclid(12), first.rem_euclid(12) + 1);
    let mut counts = [0; 12];
    let mut statement = conn.prepare_cached(
        "SELECT substr(received_at, 1, 4), substr(received_at, 6, 2), count(*) FROM report
         WHERE collaborator = ?1 AND received_at >= ?2 AND deleted = 0 GROUP BY 1, 2",
    )?;
    let mut rows = statement.query(rusqlite::params![collaborator, from])?;
    while let Some(row) = rows.next()? {
        let number =
            |at| -> rusqlite::Result<i32> { Ok(row.get_ref(at)?.as_str()?.parse().unwrap_or_default()) };
        let place = usize::try_from(month_of(number(0)?, number(1)?) - first);
        if let Some(count) = place.ok().and_then(|place| counts.get_mut(place)) {
            *count = row.get(2)?;
        }
    }
    Ok(counts)
}
