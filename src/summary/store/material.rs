//! Reads a period's reports with their items, topics, streams and issues.

use std::collections::{HashMap, HashSet};
use std::thread;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use uuid::Uuid;

use super::exhibits;
use super::shorter::shorter;
use super::work::work;

use crate::file::own;
use crate::inbox::model::{Band, Intensity, ItemKind, Tendency, Triage, Verification};
use crate::summary::gather::{
    Before, Material, MaterialIssue, MaterialItem, MaterialReport, MaterialStream, MaterialTopic, doubled,
    groups,
};
use crate::summary::model::{Grouping, Synthesis, counts_work};
use crate::summary::period::Period;

/// A report about a period may come this many days before it begins or after it ends.
const LATE: u64 = 92;

/// What material is read for.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// The period.
    pub period: Period,
    /// What a thematic one is about, with the topics below it; `None` for everything.
    pub topic: Option<Uuid>,
    /// The place it covers, a unit and all below it; `None` for the whole file.
    pub unit: Option<Uuid>,
    /// What matters are gathered by.
    pub by: Grouping,
    /// The office's own work is told.
    pub work: bool,
}

impl Scope {
    /// Everything of a period.
    pub fn of(period: Period) -> Self {
        Self { period, topic: None, unit: None, by: Grouping::default(), work: false }
    }

    /// What a synthesis needs; `None` when its period is not known.
    pub fn of_synthesis(synthesis: &Synthesis) -> Option<Self> {
        let period = Period::stored(&synthesis.period_kind, synthesis.from?, synthesis.to?)?;
        let work = synthesis.sections.iter().any(|one| one.source.tells_work() || counts_work(&one.body));
        Some(Self { period, topic: synthesis.topic, unit: synthesis.unit, by: synthesis.grouping, work })
    }
}

/// Everything a draft of the period is made of.
///
/// A report belongs to the period its own period ends in; one that names none, to the period it came in. One that came late,
/// about an earlier period, belongs to the period it came in unless a synthesis carries it already.
///
/// # Errors
/// Whatever SQLite answers.
pub fn material(conn: &Connection, period: &Period) -> rusqlite::Result<Material> {
    scoped(conn, &Scope::of(*period))
}

/// The same for a synthesis about one topic, gathered in another way, or that tells the office's work.
///
/// # Errors
/// Whatever SQLite answers.
pub fn scoped(conn: &Connection, scope: &Scope) -> rusqlite::Result<Material> {
    // Tens of thousands of small reads: each alone would lock the file and look whether it changed.
    let _one_view = conn.is_autocommit().then(|| conn.unchecked_transaction()).transpose()?;
    let period = &scope.period;
    let within = scope.unit.map(|unit| below(conn, "unit", unit)).transpose()?;
    let within = within.as_ref();
    let mut material = Material {
        reports: reports(conn, period, within)?,
        topics: topics(conn)?,
        issues: issues(conn, period)?,
        orientations: orientations(conn, period)?,
        named: has_name(conn)?,
        rounds: exhibits::rounds(conn)?,
        by: scope.by,
        ..Material::empty(*period)
    };
    if let Some(within) = within {
        let known = raised_within(conn, within)?;
        material.issues.retain(|id, _| known.contains(id));
    }
    material.items = items(conn, &material.reports)?;
    let about = scope.topic.map(|topic| below(conn, "topic", topic)).transpose()?;
    if let Some(about) = &about {
        material.keep_about(about);
    }
    // What says nearly the same is looked for while the period before is read.
    let (doubled, before) = thread::scope(|scope| {
        let looking = scope.spawn(|| doubled(&material.items));
        let before = match (period.previous(), &about) {
            (None, _) => Ok(Before::default()),
            (Some(previous), Some(about)) => before_about(conn, &previous, within, about, &material),
            (Some(previous), None) => before(conn, &previous, within),
        };
        (looking.join().unwrap_or_default(), before)
    });
    (material.doubled, material.before) = (doubled, before?);
    // A longer period draws on the shorter ones about the same: one topic's share of those about everything is not told apart.
    material.shorter = shorter(conn, scope)?;
    if scope.work {
        material.work = Some(work(conn, &material)?);
    }
    Ok(material)
}

/// A row of a tree, of topics or of units, and all below it.
fn below(conn: &Connection, tree: &str, row: Uuid) -> rusqlite::Result<HashSet<Uuid>> {
    conn.prepare_cached(&format!(
        "WITH RECURSIVE under(id) AS (VALUES (?1) UNION SELECT t.id FROM {tree} t JOIN under ON t.parent = under.id)
         SELECT id FROM under"
    ))?
    .query_map([row], |row| row.get(0))?
    .collect()
}

/// Units a synthesis can be about: those with units below them, by their order in papers. The topmost of a file with one top is
/// the whole file and none of them.
///
/// # Errors
/// Whatever SQLite answers.
pub fn places(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String)>> {
    conn.prepare_cached(
        "SELECT u.id, u.name FROM unit u LEFT JOIN unit above ON above.id = u.parent
         WHERE u.deleted = 0 AND EXISTS (SELECT 1 FROM unit WHERE parent = u.id AND deleted = 0)
           AND (u.parent IS NOT NULL OR (SELECT count(*) FROM unit WHERE parent IS NULL AND deleted = 0) > 1)
         ORDER BY coalesce(above.protocol_order, 0), above.name, u.protocol_order, u.name, u.id",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// Where a report comes from lies within the place; without a place everything does.
fn is_within(within: Option<&HashSet<Uuid>>, unit: Option<Uuid>) -> bool {
    within.is_none_or(|within| unit.is_some_and(|unit| within.contains(&unit)))
}

/// Issues that somebody of a place reported on, whenever it was: an answer comes months later.
fn raised_within(conn: &Connection, within: &HashSet<Uuid>) -> rusqlite::Result<HashSet<Uuid>> {
    let mut raised = conn.prepare_cached(
        "SELECT i.issue, coalesce(r.unit, (SELECT unit FROM collaborator WHERE id = r.collaborator))
         FROM item i JOIN report r ON r.id = i.report
         WHERE i.issue IS NOT NULL AND i.deleted = 0 AND r.deleted = 0",
    )?;
    let mut rows = raised.query([])?;
    let mut found = HashSet::new();
    while let Some(row) = rows.next()? {
        if is_within(Some(within), row.get(1)?) {
            found.insert(row.get(0)?);
        }
    }
    Ok(found)
}

/// The office has a name.
fn has_name(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM office WHERE id = ?1 AND trim(name) <> ''")?
        .exists([own::office(conn)?])
}

/// The rows of a period's reports: those that came in it and name no period or one before it, and those about it that came
/// within three months of it. `?1` and `?2` are its days, `?3` the day after it, `?4` and `?5` the bounds of what came late or early.
/// Only the reports of the period itself are looked at, not those of the months around it.
const OF_PERIOD: &str = "SELECT id FROM report
      WHERE received_at >= ?1 AND received_at < ?3 AND (period_to IS NULL OR period_to < ?1) AND deleted = 0
    UNION ALL SELECT id FROM report INDEXED BY report_about
      WHERE period_to BETWEEN ?1 AND ?2 AND received_at >= ?4 AND received_at < ?5 AND deleted = 0";

fn bounds(period: &Period) -> [String; 5] {
    let days = Days::new(LATE);
    let early = period.from.checked_sub_days(days).unwrap_or(period.from);
    let late = period.to.checked_add_days(days).and_then(|day| day.succ_opt()).unwrap_or(period.to);
    let after = period.to.succ_opt().unwrap_or(period.to);
    [period.from, period.to, after, early, late].map(|day| day.to_string())
}

fn reports(
    conn: &Connection,
    period: &Period,
    within: Option<&HashSet<Uuid>>,
) -> rusqlite::Result<Vec<MaterialReport>> {
    let mut found = Vec::new();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT r.id, r.arrival_number, substr(r.received_at, 1, 10), r.unit_name, u.name, r.issuer, r.kind,
                substr(r.summary, 1, 800), r.period_to,
                coalesce(r.unit, (SELECT unit FROM collaborator WHERE id = r.collaborator))
         FROM ({OF_PERIOD}) found CROSS JOIN report r ON r.id = found.id LEFT JOIN unit u ON u.id = r.unit
         ORDER BY r.received_at, r.id"
    ))?;
    let mut rows = statement.query(params_from_iter(bounds(period)))?;
    while let Some(row) = rows.next()? {
        if !is_within(within, row.get(9)?) {
            continue;
        }
        let id: Uuid = row.get(0)?;
        let received_on = NaiveDate::parse_from_str(&row.get::<_, String>(2)?, "%Y-%m-%d").ok();
        let about: Option<NaiveDate> = row.get::<_, Option<String>>(8)?.and_then(|day| day.parse().ok());
        let late = about.is_some_and(|day| day < period.from);
        if late && carried_elsewhere(conn, period, id)? {
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
            about: about.filter(|_| !late).or(received_on),
        });
    }
    Ok(found)
}

/// What the period before had about these topics.
fn before_about(
    conn: &Connection,
    period: &Period,
    within: Option<&HashSet<Uuid>>,
    about: &HashSet<Uuid>,
    now: &Material,
) -> rusqlite::Result<Before> {
    let mut material = Material {
        reports: reports(conn, period, within)?,
        topics: now.topics.clone(),
        issues: now.issues.clone(),
        ..Material::empty(*period)
    };
    material.items = items(conn, &material.reports)?;
    material.keep_about(about);
    let mut before = Before {
        reports: material.reports.len(),
        taken: material.usable_places().len(),
        by_topic: groups(&material).into_iter().map(|group| (group.topic, group.reports)).collect(),
        ..Before::default()
    };
    for stream in material.usable().iter().flat_map(|item| &item.streams) {
        *before.by_tendency.entry(stream.tendency).or_default() += 1;
    }
    Ok(before)
}

/// What the period before had, counted without reading its texts.
fn before(conn: &Connection, period: &Period, within: Option<&HashSet<Uuid>>) -> rusqlite::Result<Before> {
    let mut counting = Counting::default();
    let mut reports = conn.prepare_cached(&format!(
        "SELECT f.id, r.period_to < ?1, coalesce(r.unit, (SELECT unit FROM collaborator WHERE id = r.collaborator)) FROM ({OF_PERIOD}) f JOIN report r ON r.id = f.id"
    ))?;
    let mut items = conn.prepare_cached(
        "SELECT i.id, i.triage, i.issue, (SELECT topic FROM issue WHERE id = i.issue AND deleted = 0),
           s.topic, s.tendency, (SELECT t.topic FROM item_topic t JOIN topic p ON p.id = t.topic AND p.deleted = 0
             WHERE t.item = i.id AND t.deleted = 0 ORDER BY p.position, p.id LIMIT 1)
         FROM item i LEFT JOIN stream s ON s.item = i.id AND s.deleted = 0
         WHERE i.report = ?1 AND i.deleted = 0 AND i.triage IN ('new', 'included')",
    )?;
    let mut rows = reports.query(params_from_iter(bounds(period)))?;
    while let Some(row) = rows.next()? {
        let (id, late): (Uuid, Option<bool>) = (row.get(0)?, row.get(1)?);
        if !is_within(within, row.get(2)?) {
            continue;
        }
        if late == Some(true) && carried_elsewhere(conn, period, id)? {
            continue;
        }
        counting.reports += 1;
        let mut rows = items.query([id])?;
        while let Some(row) = rows.next()? {
            let [of_issue, of_stream, own]: [Option<Uuid>; 3] = [row.get(3)?, row.get(4)?, row.get(6)?];
            let tendency = row.get_ref(5)?.as_str_or_null()?.map(Tendency::from_id);
            let included = Triage::from_id(row.get_ref(1)?.as_str()?) == Triage::Included;
            counting.told(row.get(0)?, included, [of_issue, of_stream, own], tendency);
        }
    }
    Ok(counting.done())
}

/// Counts of both kinds of matters: as long as none was let in, those nobody decided about are the ones that count.
#[derive(Default)]
struct Counting {
    reports: usize,
    sides: [Side; 2],
}

#[derive(Default)]
struct Side {
    items: HashSet<Uuid>,
    topics: HashSet<(Option<Uuid>, usize)>,
    tendencies: HashMap<Tendency, usize>,
}

impl Counting {
    /// One stream of a matter of the last report, or a matter without streams; its topic is the first of those named.
    fn told(&mut self, item: Uuid, included: bool, topics: [Option<Uuid>; 3], tendency: Option<Tendency>) {
        let side = &mut self.sides[usize::from(included)];
        side.items.insert(item);
        side.topics.insert((topics.into_iter().flatten().next(), self.reports));
        if let Some(tendency) = tendency {
            *side.tendencies.entry(tendency).or_default() += 1;
        }
    }

    fn done(self) -> Before {
        let [new, included] = self.sides;
        let side = if included.items.is_empty() { new } else { included };
        let mut before = Before {
            reports: self.reports,
            taken: side.items.len(),
            by_tendency: side.tendencies,
            ..Before::default()
        };
        for (topic, _) in side.topics {
            *before.by_topic.entry(topic).or_default() += 1;
        }
        before
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
