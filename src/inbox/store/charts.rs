//! Charts of a list of items: counted once, in one pass over the list, one over the links to topics, one over its streams.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::ask::Ask;
use super::docs::DAY;
use crate::inbox::charts::{Charts, Month, Share, place};
use crate::inbox::model::Tendency;

/// What the charts of a list show.
///
/// # Errors
/// Whatever SQLite answers.
pub fn charts(conn: &Connection, ask: &Ask) -> rusqlite::Result<Charts> {
    let mut charts = Charts::default();
    let mut seen: HashSet<Uuid> = HashSet::new();
    let mut items: HashSet<Uuid> = HashSet::new();
    let mut units: HashMap<Uuid, u64> = HashMap::new();
    let mut days: Vec<NaiveDate> = Vec::new();
    let sql = format!(
        "SELECT {} / {DAY}, d.report, coalesce(d.unit, (SELECT unit FROM report WHERE id = d.report)), d.item
         FROM {} WHERE {}",
        ask.doc(),
        ask.table(),
        ask.clause("")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(ask.values([])))?;
    while let Some(row) = rows.next()? {
        items.insert(row.get(3)?);
        if !seen.insert(row.get(1)?) {
            continue;
        }
        days.extend(day_of(row.get(0)?));
        match row.get::<_, Option<Uuid>>(2)? {
            Some(unit) => *units.entry(unit).or_default() += 1,
            None => charts.nowhere += 1,
        }
    }
    charts.reports = seen.len() as u64;
    if charts.too_few() {
        return Ok(charts);
    }
    let mut months: HashMap<NaiveDate, Month> = HashMap::new();
    for day in &days {
        let first = first_of(*day);
        months.entry(first).or_insert_with(|| Month { first, ..Month::default() }).reports += 1;
    }
    charts.set_weeks(days);
    charts.set_units(names(conn, units)?);
    charts.set_topics(topics(conn, &items)?);
    streams(conn, ask, &mut months)?;
    charts.set_months(months.into_values().collect());
    Ok(charts)
}

fn day_of(number: i64) -> Option<NaiveDate> {
    // Reports without a moment stand on day 0 and are of no week.
    let days = u64::try_from(number).ok().filter(|days| *days > 0)?;
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_days(Days::new(days))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn names(conn: &Connection, units: HashMap<Uuid, u64>) -> rusqlite::Result<Vec<Share>> {
    let mut name = conn.prepare_cached("SELECT name FROM unit WHERE id = ?1")?;
    units
        .into_iter()
        .map(|(unit, count)| Ok(Share { name: name.query_row([unit], |row| row.get(0))?, count }))
        .collect()
}

/// Links lie in no order of time: looking those of every item up would read each page of them many times.
fn topics(conn: &Connection, items: &HashSet<Uuid>) -> rusqlite::Result<Vec<Share>> {
    let mut counts: HashMap<Uuid, u64> = HashMap::new();
    let mut links = conn.prepare_cached("SELECT item, topic FROM item_topic WHERE deleted = 0")?;
    let mut links = links.query([])?;
    while let Some(link) = links.next()? {
        if items.contains(&link.get(0)?) {
            *counts.entry(link.get(1)?).or_default() += 1;
        }
    }
    let mut names = conn.prepare_cached("SELECT id, name FROM topic WHERE deleted = 0")?;
    let names = names.query_map([], |row| Ok((row.get::<_, Uuid>(0)?, row.get(1)?)))?;
    let share = |(topic, name)| counts.get(&topic).map(|count| Share { name, count: *count });
    names.filter_map(|row| row.map(share).transpose()).collect()
}

fn streams(conn: &Connection, ask: &Ask, months: &mut HashMap<NaiveDate, Month>) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT {} / {DAY}, stream.tendency, count(*)
         FROM {} CROSS JOIN stream ON stream.item = d.item AND stream.deleted = 0
         WHERE {} GROUP BY 1, 2",
        ask.doc(),
        ask.table(),
        ask.clause("")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(ask.values([])))?;
    while let Some(row) = rows.next()? {
        let month = day_of(row.get(0)?).and_then(|day| months.get_mut(&first_of(day)));
        let tendency = place(Tendency::from_id(row.get_ref(1)?.as_str()?));
        if let Some(count) = month.and_then(|month| month.streams.get_mut(tendency)) {
            *count += row.get::<_, i64>(2)?.unsigned_abs();
        }
    }
    Ok(())
}
