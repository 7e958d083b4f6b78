//! Who has not reported (ai chưa báo cáo), and reasons why a report need not come.
//!
//! A sheet takes one pass over the reports of its periods; what each period came to is the model's to say.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use crate::file::{FileError, Tx};
use crate::inbox::model::duties::{Came, Duty, Order, Sent, Service, Span, Standing};
use crate::inbox::model::{PeriodKind, ReportKind};
use crate::inbox::overdue::{Bound, Excuse, Sheet, Who};
use crate::roster::model::Activity;
use crate::text::NameOrder;

/// What a sheet is looked at with.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The day.
    pub today: NaiveDate,
    /// How people are ordered.
    pub order: NameOrder,
}

/// The duties of the office: what it receives, then what it owes, the most frequent first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn all_duties(conn: &Connection) -> rusqlite::Result<Vec<Duty>> {
    conn.prepare_cached(
        "SELECT id, name, direction, who, counterpart, period_kind, boundary_day, due_day, weekend_rule, valid_from,
           valid_to FROM duty WHERE deleted = 0
         ORDER BY direction <> 'receives',
           instr('week month quarter half_year year', period_kind), who, name, id",
    )?
    .query_map([], |row| {
        Ok(Duty {
            id: row.get(0)?,
            name: row.get(1)?,
            owes: row.get_ref(2)?.as_str()? == "owes",
            who: row.get(3)?,
            counterpart: row.get(4)?,
            kind: PeriodKind::from_id(row.get_ref(5)?.as_str()?),
            boundary: row.get(6)?,
            due_day: row.get(7)?,
            weekend_rule: row.get(8)?,
            valid_from: day(row, 9)?,
            valid_to: day(row, 10)?,
        })
    })?
    .collect()
}

/// A duty with these periods and everybody it binds. `sent` is what the office made, for a duty it owes.
///
/// # Errors
/// Whatever SQLite answers.
pub fn sheet(
    conn: &Connection,
    duty: &Duty,
    numbers: RangeInclusive<i64>,
    sent: &[Sent],
    sight: &Sight,
) -> rusqlite::Result<Sheet> {
    sheet_of(conn, duty, numbers, sent, sight, None)
}

/// The same for everybody, or for one collaborator alone.
fn sheet_of(
    conn: &Connection,
    duty: &Duty,
    numbers: RangeInclusive<i64>,
    sent: &[Sent],
    sight: &Sight,
    only: Option<Uuid>,
) -> rusqlite::Result<Sheet> {
    let order = Order::new(duty, numbers, sight.today);
    let periods = order.periods();
    let mut excuses = excuses(conn, duty.id)?;
    let mut came = match periods.first() {
        Some(_) if duty.owes => HashMap::from([(Who::Office, made(duty, sent))]),
        Some((span, _)) => came(conn, duty, span.from, only)?,
        None => HashMap::new(),
    };
    let mut rows = Vec::new();
    for Member { who, name, unit, service } in members(conn, duty, sight.order, only)? {
        let mut came = came.remove(&who).unwrap_or_default();
        let excuses = excuses.remove(&who).unwrap_or_default();
        let spans: Vec<Span> = excuses.iter().map(|excuse| excuse.span).collect();
        let cells = order.settle(&service, &mut came, &spans);
        if cells.iter().any(|cell| cell.standing != Standing::NotBound) {
            rows.push(Bound { who, name, unit, cells, came, excuses });
        }
    }
    let sent = if duty.owes { sent.to_vec() } else { Vec::new() };
    Ok(Sheet { duty: duty.clone(), periods, rows, sent })
}

/// How many reports collaborators handed in from a day to another, and how much of what they owed came in time: of everybody, or
/// of one alone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn activity(
    conn: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
    only: Option<Uuid>,
) -> rusqlite::Result<HashMap<Uuid, Activity>> {
    let mut found: HashMap<Uuid, Activity> = HashMap::new();
    let one = if only.is_some() { "collaborator = ?3" } else { "collaborator IS NOT NULL AND ?3 IS NULL" };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT collaborator, count(*) FROM report
         WHERE {one} AND received_at >= ?1 AND substr(received_at, 1, 10) <= ?2 AND deleted = 0 GROUP BY collaborator"
    ))?;
    let mut rows = statement.query(params![from, to, only])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().reports = row.get(1)?;
    }
    let sight = Sight { today, order: NameOrder::GivenFirst };
    for duty in all_duties(conn)?.iter().filter(|duty| !duty.owes && duty.who != "unit") {
        let last = duty.number(to).min(duty.last_due(today));
        let sheet = sheet_of(conn, duty, duty.number(from)..=last, &[], &sight, only)?;
        for row in &sheet.rows {
            let Who::Collaborator(id) = row.who else { continue };
            let counted = found.entry(id).or_default();
            for cell in &row.cells {
                counted.due += u32::from(matches!(
                    cell.standing,
                    Standing::OnTime | Standing::Nothing | Standing::Late | Standing::Missing
                ));
                counted.on_time += u32::from(matches!(cell.standing, Standing::OnTime | Standing::Nothing));
            }
        }
    }
    Ok(found)
}

/// What the office made and issued, as reports of its own.
fn made(duty: &Duty, sent: &[Sent]) -> Vec<Came> {
    let came = |sent: &Sent| {
        let stated = duty.stated(sent.kind, sent.from, sent.to)?;
        Some(Came { id: sent.id, on: sent.on?, nothing: false, stated: Some(stated) })
    };
    sent.iter().filter_map(came).collect()
}

/// Somebody a duty binds.
struct Member {
    who: Who,
    name: String,
    unit: String,
    service: Service,
}

/// Everybody a duty binds, or did.
fn members(
    conn: &Connection,
    duty: &Duty,
    order: NameOrder,
    only: Option<Uuid>,
) -> rusqlite::Result<Vec<Member>> {
    if duty.owes {
        let service = Service::default();
        return Ok(vec![Member { who: Who::Office, name: duty.name.clone(), unit: String::new(), service }]);
    }
    let mut found = Vec::new();
    if duty.who != "unit" {
        found = people(conn, duty, order, only)?;
    }
    if duty.who != "collaborator" && only.is_none() {
        found.extend(units(conn, duty)?);
    }
    Ok(found)
}

const NAMED: &str = "SELECT 1 FROM duty_member WHERE duty = ?1 AND duty_member.deleted = 0";

fn people(
    conn: &Connection,
    duty: &Duty,
    order: NameOrder,
    only: Option<Uuid>,
) -> rusqlite::Result<Vec<Member>> {
    let sorted = match order {
        NameOrder::GivenFirst => "given_first",
        NameOrder::FamilyFirst => "family_first",
    };
    let one = if only.is_some() { "person.id = ?3" } else { "?3 IS NULL" };
    // A term that was renewed began with the first one.
    conn.prepare_cached(&format!(
        "SELECT person.id, person.full_name, coalesce(nullif(unit.short_name, ''), unit.name, ''), person.status,
           (SELECT min(first) FROM (SELECT person.term_from AS first
              UNION ALL SELECT term_from FROM appointment WHERE collaborator = person.id AND deleted = 0
                AND kind IN ('appoint', 'renew') AND person.term_from IS NOT NULL)),
           person.term_to,
           (SELECT max(coalesce(term_from, term_to, decision_date)) FROM appointment
              WHERE collaborator = person.id AND deleted = 0 AND kind IN ('pause', 'move', 'end'))
         FROM collaborator person LEFT JOIN collaborator_key ON collaborator_key.collaborator = person.id
           LEFT JOIN unit ON unit.id = person.unit
         WHERE person.deleted = 0 AND {one} AND (?2 = 'collaborator' OR EXISTS ({NAMED} AND collaborator = person.id))
         ORDER BY {sorted}, person.id"
    ))?
    .query_map(params![duty.id, duty.who, only], |row| {
        let ended = match row.get_ref(3)?.as_str()? {
            "active" => None,
            "ended" => Some(day(row, 5)?.or(day(row, 6)?)),
            _ => Some(day(row, 6)?),
        };
        Ok(Member {
            who: Who::Collaborator(row.get(0)?),
            name: row.get(1)?,
            unit: row.get(2)?,
            service: Service { from: day(row, 4)?, to: ended.flatten(), over: ended == Some(None) },
        })
    })?
    .collect()
}

fn units(conn: &Connection, duty: &Duty) -> rusqlite::Result<Vec<Member>> {
    let mut found: Vec<(i64, Vec<u8>, Member)> = conn
        .prepare_cached(&format!(
            "SELECT unit.id, unit.name, valid_from, valid_to, protocol_order FROM unit
             WHERE deleted = 0 AND (?2 = 'unit' OR EXISTS ({NAMED} AND duty_member.unit = unit.id))"
        ))?
        .query_map(params![duty.id, duty.who], |row| {
            let name: String = row.get(1)?;
            let service = Service { from: day(row, 2)?, to: day(row, 3)?, over: false };
            let key = crate::text::sort_key(&name);
            let member = Member { who: Who::Unit(row.get(0)?), name, unit: String::new(), service };
            Ok((row.get(4)?, key, member))
        })?
        .collect::<rusqlite::Result<_>>()?;
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    Ok(found.into_iter().map(|(_, _, member)| member).collect())
}

/// What came since a day from each who can be bound. For a unit counts what the unit itself sent: what one of its people told
/// counts when it is a report for a period.
fn came(
    conn: &Connection,
    duty: &Duty,
    since: NaiveDate,
    only: Option<Uuid>,
) -> rusqlite::Result<HashMap<Who, Vec<Came>>> {
    let mut found: HashMap<Who, Vec<Came>> = HashMap::new();
    if duty.who != "unit" {
        let own =
            if only.is_some() { "collaborator = ?2" } else { "collaborator IS NOT NULL AND ?2 IS NULL" };
        take(conn, duty, (since, only), ("collaborator", Who::Collaborator, own), &mut found)?;
    }
    if duty.who != "collaborator" && only.is_none() {
        let own = "unit IS NOT NULL AND (period_kind <> '' OR kind = 'periodic'
            OR (collaborator IS NULL AND kind IN ('feedback', 'mail', 'nothing'))) AND ?2 IS NULL";
        take(conn, duty, (since, None), ("unit", Who::Unit, own), &mut found)?;
    }
    Ok(found)
}

fn take(
    conn: &Connection,
    duty: &Duty,
    (since, only): (NaiveDate, Option<Uuid>),
    (column, who, own): (&str, fn(Uuid) -> Who, &str),
    found: &mut HashMap<Who, Vec<Came>>,
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT id, {column}, received_at, kind, period_kind, period_from, period_to FROM report
         WHERE received_at >= ?1 AND deleted = 0 AND {own}"
    ))?;
    let mut rows = statement.query(params![since, only])?;
    while let Some(row) = rows.next()? {
        let received = row.get_ref(2)?.as_str()?;
        let Some(on) = received.get(..10).and_then(|day| day.parse().ok()) else { continue };
        let kind = PeriodKind::from_id(row.get_ref(4)?.as_str()?);
        let (from, to) = (day(row, 5)?, day(row, 6)?);
        let stated = duty.stated(kind, from, to);
        // A report for a period of another length is none for this duty.
        let says_another = match kind {
            PeriodKind::None => false,
            PeriodKind::AdHoc => from.or(to).is_some(),
            kind => kind != duty.kind,
        };
        if stated.is_none() && says_another {
            continue;
        }
        let nothing = row.get_ref(3)?.as_str()? == ReportKind::Nothing.id();
        found.entry(who(row.get(1)?)).or_default().push(Came { id: row.get(0)?, on, nothing, stated });
    }
    Ok(())
}

fn excuses(conn: &Connection, duty: Uuid) -> rusqlite::Result<HashMap<Who, Vec<Excuse>>> {
    let mut found: HashMap<Who, Vec<Excuse>> = HashMap::new();
    let mut statement = conn.prepare_cached(
        "SELECT collaborator, unit, period_from, period_to, reason FROM duty_excuse
         WHERE duty = ?1 AND deleted = 0 ORDER BY id",
    )?;
    let mut rows = statement.query([duty])?;
    while let Some(row) = rows.next()? {
        let who = match (row.get(0)?, row.get(1)?) {
            (Some(id), _) => Who::Collaborator(id),
            (None, Some(id)) => Who::Unit(id),
            (None, None) => Who::Office,
        };
        if let Some((from, to)) = day(row, 2)?.zip(day(row, 3)?) {
            let excuse = Excuse { span: Span { from, to }, reason: row.get(4)? };
            found.entry(who).or_default().push(excuse);
        }
    }
    Ok(found)
}

/// Keeps a reason why these need not report for a period; where there is one, it is replaced.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn excuse(tx: &Tx, duty: Uuid, span: Span, who: &[Who], reason: &str) -> Result<(), FileError> {
    for one in who {
        let (collaborator, unit) = one.ends();
        let known = tx
            .prepare_cached(
                "UPDATE duty_excuse SET reason = ?5 WHERE duty = ?1 AND collaborator IS ?2 AND unit IS ?3
                   AND period_from <= ?4 AND period_to >= ?4 AND deleted = 0",
            )?
            .execute(params![duty, collaborator, unit, span.middle(), reason])?;
        if known == 0 {
            tx.prepare_cached(
                "INSERT INTO duty_excuse (id, duty, collaborator, unit, period_from, period_to, reason)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                tx.new_id(),
                duty,
                collaborator,
                unit,
                span.from,
                span.to,
                reason
            ])?;
        }
    }
    Ok(())
}

/// Takes such reasons away; how many there were.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn unexcuse(tx: &Tx, duty: Uuid, span: Span, who: &[Who]) -> Result<usize, FileError> {
    let mut gone = 0;
    for one in who {
        let (collaborator, unit) = one.ends();
        gone += tx
            .prepare_cached(
                "UPDATE duty_excuse SET deleted = 1 WHERE duty = ?1 AND collaborator IS ?2 AND unit IS ?3
                   AND period_from <= ?4 AND period_to >= ?4 AND deleted = 0",
            )?
            .execute(params![duty, collaborator, unit, span.middle()])?;
    }
    Ok(gone)
}

/// A day that may be missing or, in a damaged file, no day at all.
fn day(row: &Row, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get_ref(column)?.as_str_or_null()?.and_then(|text| text.parse().ok()))
}
