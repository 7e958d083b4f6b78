//! Reads a period's reports with their items, topics, streams and issues.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::exhibits;
use crate::file::own;
use crate::inbox::model::{Band, Intensity, ItemKind, Tendency, Triage, Verification};
use crate::summary::gather::{
    Before, Material, MaterialIssue, MaterialItem, MaterialReport, MaterialStream, MaterialTopic, doubled,
    groups,
};
use crate::summary::period::Period;

/// A report about a period may come this many days before it begins or after it ends.
const LATE: u64 = 92;

/// Everything a draft of the period is made of.
///
/// A report belongs to the period its own period ends in; one that names none, to the period it came in. One that came late,
/// about an earlier period, belongs to the period it came in unless a synthesis carries it already.
///
/// # Errors
/// Whatever SQLite answers.
pub fn material(conn: &Connection, period: &Period) -> rusqlite::Result<Material> {
    // Tens of thousands of small reads: each alone would lock the file and look whether it changed.
    let _one_view = conn.is_autocommit().then(|| conn.unchecked_transaction()).transpose()?;
    let mut material = load(conn, period)?;
    material.doubled = doubled(&material.items);
    material.named = has_name(conn)?;
    material.rounds = exhibits::rounds(conn)?;
    if let Some(previous) = period.previous() {
        let previous = load(conn, &previous)?;
        material.before = Before {
            reports: previous.reports.len(),
            by_topic: groups(&previous).into_iter().map(|group| (group.topic, group.reports)).collect(),
        };
    }
    Ok(material)
}

fn load(conn: &Connection, period: &Period) -> rusqlite::Result<Material> {
    let span = Span::of(period);
    let reports = reports(conn, period, &span)?;
    let items = items(conn, &reports)?;
    Ok(Material {
        period: *period,
        reports,
        items,
        topics: topics(conn)?,
        issues: issues(conn, period)?,
        before: Before::default(),
        orientations: orientations(conn, period)?,
        doubled: Vec::new(),
        rounds: Vec::new(),
        named: true,
    })
}

/// The office has a name.
fn has_name(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM office WHERE id = ?1 AND trim(name) <> ''")?
        .exists([own::office(conn)?])
}

/// Bounds of `received_at` that hold every report of a period.
struct Span {
    from: String,
    to: String,
}

impl Span {
    fn of(period: &Period) -> Self {
        let days = Days::new(LATE);
        let from = period.from.checked_sub_days(days).unwrap_or(period.from);
        let to = period.to.checked_add_days(days).and_then(|day| day.succ_opt()).unwrap_or(period.to);
        Self { from: from.to_string(), to: to.to_string() }
    }
}

fn reports(conn: &Connection, period: &Period, span: &Span) -> rusqlite::Result<Vec<MaterialReport>> {
    let mut found = Vec::new();
    let mut statement = conn.prepare_cached(
        "SELECT r.id, r.arrival_number, substr(r.received_at, 1, 10), r.unit_name, u.name, r.issuer, r.kind,
                substr(r.summary, 1, 800), r.period_to
         FROM report r LEFT JOIN unit u ON u.id = r.unit
         WHERE r.received_at >= ?1 AND r.received_at < ?2 AND r.deleted = 0
         ORDER BY r.received_at, r.id",
    )?;
    let mut rows = statement.query(params![span.from, span.to])?;
    while let Some(row) = rows.next()? {
        let id: Uuid = row.get(0)?;
        let received_on = NaiveDate::parse_from_str(&row.get::<_, String>(2)?, "%Y-%m-%d").ok();
        let about: Option<NaiveDate> = row.get::<_, Option<String>>(8)?.and_then(|day| day.parse().ok());
        if !belongs(conn, period, id, received_on, about)? {
            continue;
        }
        let names: [Option<String>; 3] = [row.get(3)?, row.get(4)?, row.get(5)?];
        let unit = names.into_iter().flatten().find(|name| !name.trim().is_empty());
        found.push(MaterialReport {
            id,
            arrival_number: row.get(1)?,
            received_on,
            unit: unit.unwrap_or_default(),
            nothing: row.get_ref(6)?.as_str()? == "nothing",
            summary: row.get(7)?,
        });
    }
    Ok(found)
}

fn belongs(
    conn: &Connection,
    period: &Period,
    report: Uuid,
    received_on: Option<NaiveDate>,
    about: Option<NaiveDate>,
) -> rusqlite::Result<bool> {
    let days = period.from..=period.to;
    let came = received_on.is_some_and(|day| days.contains(&day));
    match about {
        Some(day) if day < period.from => Ok(came && !carried_elsewhere(conn, period, report)?),
        Some(day) => Ok(day <= period.to),
        None => Ok(came),
    }
}

/// A synthesis of another period carries something of the report.
fn carried_elsewhere(conn: &Connection, period: &Period, report: Uuid) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM item i
           JOIN synthesis_source x ON x.item = i.id AND x.carried = 1 AND x.deleted = 0
           JOIN synthesis y ON y.id = x.synthesis AND y.deleted = 0
         WHERE i.report = ?1 AND NOT (y.period_from IS ?2 AND y.period_to IS ?3))",
    )?
    .query_row(params![report, period.from, period.to], |row| row.get(0))
}

/// The items of these reports, in their order. Report by report: those of the months around the period, which are many more,
/// are not read.
fn items(conn: &Connection, reports: &[MaterialReport]) -> rusqlite::Result<Vec<MaterialItem>> {
    let mut items: Vec<MaterialItem> = Vec::new();
    let mut of_report = conn.prepare_cached(&format!(
        "SELECT {ITEM} FROM item i WHERE i.report = ?1 AND i.deleted = 0 ORDER BY i.position"
    ))?;
    let mut topics = conn.prepare_cached(
        "SELECT t.topic FROM item_topic t JOIN topic p ON p.id = t.topic AND p.deleted = 0
         WHERE t.item = ?1 AND t.deleted = 0 ORDER BY p.position, p.id",
    )?;
    let mut streams = conn.prepare_cached(&format!(
        "SELECT {STREAM} FROM stream s WHERE s.item = ?1 AND s.deleted = 0 ORDER BY s.position"
    ))?;
    for (place, report) in reports.iter().enumerate() {
        let mut rows = of_report.query([report.id])?;
        while let Some(row) = rows.next()? {
            let mut item = item(row, place)?;
            item.topics = topics.query_map([item.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            item.streams = streams.query_map([item.id], stream)?.collect::<rusqlite::Result<_>>()?;
            items.push(item);
        }
    }
    Ok(items)
}

/// What [`item`] reads of a row `i` of the table of items.
pub(super) const ITEM: &str = "i.id, i.title, substr(i.body, 1, 600), i.issue, i.kind, i.verification, i.forecast, i.recommendation, i.triage,
                               i.triage_reason, i.duplicate_of";
/// What [`stream`] reads of a row `s` of the table of streams.
pub(super) const STREAM: &str = "s.id, s.topic, s.group_name, s.band, s.tendency, s.intensity, s.gist";

pub(super) fn item(row: &Row, report: usize) -> rusqlite::Result<MaterialItem> {
    let rumour = ItemKind::from_id(row.get_ref(4)?.as_str()?) == ItemKind::Rumour;
    let verification = Verification::from_id(row.get_ref(5)?.as_str()?);
    Ok(MaterialItem {
        id: row.get(0)?,
        report,
        title: row.get(1)?,
        lead: row.get(2)?,
        issue: row.get(3)?,
        rumour: rumour.then_some(verification),
        forecast: row.get(6)?,
        recommendation: row.get(7)?,
        triage: Triage::from_id(row.get_ref(8)?.as_str()?),
        triage_reason: row.get(9)?,
        duplicate_of: row.get(10)?,
        topics: Vec::new(),
        streams: Vec::new(),
    })
}

pub(super) fn stream(row: &Row) -> rusqlite::Result<MaterialStream> {
    Ok(MaterialStream {
        id: row.get(0)?,
        topic: row.get(1)?,
        group_name: row.get(2)?,
        band: Band::from_id(row.get_ref(3)?.as_str()?),
        tendency: Tendency::from_id(row.get_ref(4)?.as_str()?),
        intensity: Intensity::from_id(row.get_ref(5)?.as_str()?),
        gist: row.get(6)?,
    })
}

fn topics(conn: &Connection) -> rusqlite::Result<HashMap<Uuid, MaterialTopic>> {
    conn.prepare_cached("SELECT id, name, area FROM topic WHERE deleted = 0")?
        .query_map([], |row| Ok((row.get(0)?, MaterialTopic { name: row.get(1)?, area: row.get(2)? })))?
        .collect()
}

fn issues(conn: &Connection, period: &Period) -> rusqlite::Result<HashMap<Uuid, MaterialIssue>> {
    conn.prepare_cached(
        "SELECT id, title, grade, state, topic, answer, result, answered_on BETWEEN ?1 AND ?2 FROM issue WHERE deleted = 0",
    )?
    .query_map(params![period.from, period.to], |row| {
        Ok((
            row.get(0)?,
            MaterialIssue {
                title: row.get(1)?,
                grade: row.get(2)?,
                state: row.get(3)?,
                topic: row.get(4)?,
                answer: row.get(5)?,
                result: row.get(6)?,
                answered_now: row.get::<_, Option<bool>>(7)?.unwrap_or(false),
            },
        ))
    })?
    .collect()
}

fn orientations(conn: &Connection, period: &Period) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT title, content FROM orientation
         WHERE deleted = 0 AND substr(sent_at, 1, 10) BETWEEN ?1 AND ?2 ORDER BY sent_at, id",
    )?
    .query_map(params![period.from, period.to], |row| {
        let (title, content): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(if content.trim().is_empty() { title } else { content })
    })?
    .collect()
}

/// The whole text of an item, for reading beside the synthesis.
///
/// # Errors
/// Whatever SQLite answers.
pub fn item_text(conn: &Connection, item: Uuid) -> rusqlite::Result<String> {
    let text = conn
        .prepare_cached("SELECT body FROM item WHERE id = ?")?
        .query_row([item], |row| row.get(0))
        .optional()?;
    Ok(text.unwrap_or_default())
}
