//! Pages and counts of items. A page is a range of row numbers on both sides of the cursor, never an OFFSET.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDateTime;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use uuid::Uuid;

use super::ask::Ask;
use crate::inbox::model::{ItemKind, Triage, Urgency, Verification};
use crate::inbox::rows::{COUNT_LIMIT, ItemRow};
use crate::roster::store::name_on;
use crate::screen::list::Wanted;

/// A page of a list, newest first, and whether the list goes on in the page's direction (after it, but for `Last` and
/// `Before`).
///
/// # Errors
/// Whatever SQLite answers.
pub fn page(
    conn: &Connection,
    ask: &Ask,
    wanted: &Wanted<i64>,
    limit: usize,
) -> rusqlite::Result<(Vec<ItemRow>, bool)> {
    let (doc, newer) = match wanted {
        Wanted::First => (i64::MAX, false),
        Wanted::Last => (i64::MIN, true),
        Wanted::After(doc) => (doc.saturating_sub(1), false),
        Wanted::Before(doc) => (*doc, true),
        Wanted::From(doc) => (*doc, false),
    };
    let mut docs = docs_beside(conn, ask, doc, limit + 1, newer)?;
    let more = docs.len() > limit;
    docs.truncate(limit);
    if newer {
        docs.reverse();
    }
    Ok((rows_of_docs(conn, &docs)?, more))
}

/// Row numbers of up to `limit` items next to `doc`: newer ones in rising order, or `doc` itself and older ones in
/// falling order.
fn docs_beside(
    conn: &Connection,
    ask: &Ask,
    doc: i64,
    limit: usize,
    newer: bool,
) -> rusqlite::Result<Vec<i64>> {
    let (sign, order) = if newer { (">", "ASC") } else { ("<=", "DESC") };
    let sql = format!(
        "SELECT d.doc FROM {} WHERE {} ORDER BY {} {order} LIMIT {limit}",
        ask.table(),
        ask.clause(&format!("{} {sign} ?", ask.doc())),
        ask.doc(),
    );
    conn.prepare_cached(&sql)?.query_map(params_from_iter(ask.values([doc])), |row| row.get(0))?.collect()
}

/// How many items of the list are newer than `doc`, up to [`COUNT_LIMIT`].
fn count_newer(conn: &Connection, ask: &Ask, doc: i64) -> rusqlite::Result<u64> {
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} LIMIT {COUNT_LIMIT})",
        ask.table(),
        ask.clause(&format!("{} > ?", ask.doc())),
    );
    conn.prepare_cached(&sql)?
        .query_row(params_from_iter(ask.values([doc])), |row| row.get::<_, i64>(0))
        .map(i64::unsigned_abs)
}

/// How many items a list has, up to [`COUNT_LIMIT`].
///
/// # Errors
/// Whatever SQLite answers.
pub fn count(conn: &Connection, ask: &Ask) -> rusqlite::Result<u64> {
    count_newer(conn, ask, i64::MIN)
}

/// Row numbers and ids of up to `limit` items of a list that are older than `doc`, newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn items_below(
    conn: &Connection,
    ask: &Ask,
    doc: i64,
    limit: usize,
) -> rusqlite::Result<Vec<(i64, Uuid)>> {
    let sql = format!(
        "SELECT d.doc, d.item FROM {} WHERE {} ORDER BY {} DESC LIMIT {limit}",
        ask.table(),
        ask.clause(&format!("{} < ?", ask.doc())),
        ask.doc()
    );
    conn.prepare_cached(&sql)?
        .query_map(params_from_iter(ask.values([doc])), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Ids of all items of a list, newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn all_items(conn: &Connection, ask: &Ask) -> rusqlite::Result<Vec<Uuid>> {
    let mut items = Vec::new();
    let mut below = i64::MAX;
    loop {
        let page = items_below(conn, ask, below, AT_ONCE)?;
        let Some((last, _)) = page.last() else { return Ok(items) };
        below = *last;
        items.extend(page.into_iter().map(|(_, item)| item));
    }
}

/// Items read at once.
const AT_ONCE: usize = 500;

/// Moments of receipt (as kept) and ids of up to `limit` reports of a list that come after `last` when the newest stand
/// first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn reports_after(
    conn: &Connection,
    ask: &Ask,
    last: Option<&(String, Uuid)>,
    limit: usize,
) -> rusqlite::Result<Vec<(String, Uuid)>> {
    let from = "report.deleted = 0 AND report.received_at <= ? AND (report.received_at, report.id) < (?, ?)";
    let (clause, values) = ask.over_reports(from);
    let (at, id) = last.map_or(("\u{10FFFF}", Uuid::max()), |(at, id)| (at, *id));
    let first = [Value::Text(at.to_owned()), Value::Text(at.to_owned()), Value::Blob(id.as_bytes().to_vec())];
    let sql = format!(
        "SELECT report.received_at, report.id FROM report INDEXED BY report_received WHERE {clause}
         ORDER BY report.received_at DESC, report.id DESC LIMIT {limit}"
    );
    conn.prepare_cached(&sql)?
        .query_map(params_from_iter(first.into_iter().chain(values)), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// SQLite's plan of reading a list: one step a line.
///
/// # Errors
/// Whatever SQLite answers.
pub fn plan(conn: &Connection, ask: &Ask) -> rusqlite::Result<Vec<String>> {
    let sql = format!(
        "EXPLAIN QUERY PLAN SELECT d.doc FROM {} WHERE {} ORDER BY {} DESC LIMIT 50",
        ask.table(),
        ask.clause(&format!("{} <= ?", ask.doc())),
        ask.doc()
    );
    conn.prepare(&sql)?.query_map(params_from_iter(ask.values([i64::MAX])), |row| row.get(3))?.collect()
}

/// What a row shows. A unit bears the name it had when the report came, as on the card: one that was attached late to a unit that is
/// called otherwise now too.
static COLUMNS: LazyLock<String> = LazyLock::new(|| {
    let unit = name_on("unit", "report.received_at");
    format!(
        "d.doc, item.id, report.id, report.arrival_number, report.received_at, item.title,
        coalesce({unit}, report.unit_name), coalesce(collaborator.full_name, report.submitter_name),
        (SELECT group_concat(topic.name, ', ') FROM item_topic JOIN topic ON topic.id = item_topic.topic
          WHERE item_topic.item = item.id AND item_topic.deleted = 0 AND topic.deleted = 0),
        item.triage, report.urgency, item.kind, item.verification,
        (SELECT issue.grade FROM issue WHERE issue.id = item.issue AND issue.deleted = 0),
        (SELECT count(*) FROM item AS other
          WHERE other.report = item.report AND other.deleted = 0 AND other.position <= item.position),
        (SELECT count(*) FROM item AS other WHERE other.report = item.report AND other.deleted = 0),
        (SELECT handler.mark FROM handler WHERE handler.id = item.handler),
        (SELECT handler.full_name FROM handler WHERE handler.id = item.handler)"
    )
});

fn item_row(row: &Row) -> rusqlite::Result<ItemRow> {
    let text = |column: usize| -> rusqlite::Result<&str> {
        Ok(row.get_ref(column)?.as_str_or_null()?.unwrap_or_default())
    };
    Ok(ItemRow {
        doc: row.get::<_, Option<i64>>(0)?.unwrap_or_default(),
        item: row.get(1)?,
        report: row.get(2)?,
        arrival_number: row.get(3)?,
        received_at: moment(text(4)?),
        title: row.get(5)?,
        unit: row.get(6)?,
        submitter: row.get(7)?,
        topics: row.get::<_, Option<String>>(8)?.unwrap_or_default(),
        triage: Triage::from_id(text(9)?),
        urgency: Urgency::from_id(text(10)?),
        kind: ItemKind::from_id(text(11)?),
        verification: Verification::from_id(text(12)?),
        grade: row.get::<_, Option<String>>(13)?.unwrap_or_default(),
        place_in_report: (row.get(14)?, row.get(15)?),
        clash: false,
        handler: mark_of(text(16)?, text(17)?),
    })
}

/// A colleague's mark; of one without a mark the first letters of the last words of the name.
fn mark_of(mark: &str, name: &str) -> String {
    if !mark.is_empty() {
        return mark.to_owned();
    }
    let letters: Vec<char> = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    letters.iter().skip(letters.len().saturating_sub(3)).collect()
}

pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").ok()
}

/// List lines of the items at these row numbers, in their order; one that is gone is left out.
pub(super) fn rows_of_docs(conn: &Connection, docs: &[i64]) -> rusqlite::Result<Vec<ItemRow>> {
    let mut item = conn.prepare_cached("SELECT item FROM item_doc WHERE doc = ?1")?;
    let mut ids = Vec::with_capacity(docs.len());
    for doc in docs {
        ids.extend(item.query_row([doc], |row| row.get::<_, Uuid>(0)).optional()?);
    }
    rows_of_items(conn, &ids)
}

/// List lines of these items, in their order; one that is gone is left out.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rows_of_items(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<Vec<ItemRow>> {
    let mut one = conn.prepare_cached(&format!(
        "SELECT {} FROM item JOIN report ON report.id = item.report
           LEFT JOIN item_doc d ON d.item = item.id
           LEFT JOIN unit ON unit.id = report.unit
           LEFT JOIN collaborator ON collaborator.id = report.collaborator
         WHERE item.id = ?1",
        *COLUMNS
    ))?;
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        rows.extend(one.query_row([item], item_row).optional()?);
    }
    mark_clashes(conn, &mut rows)?;
    Ok(rows)
}

/// List line of the item at this row number, and what a search ranks it by: its title, its text, its topics. `None` when it is
/// gone. Its clashes are not marked yet.
pub(super) fn found_row(conn: &Connection, doc: i64, text: &mut String) -> rusqlite::Result<Option<ItemRow>> {
    text.clear();
    conn.prepare_cached(&format!(
        "SELECT {}, item.body FROM item_doc d CROSS JOIN item ON item.id = d.item
           CROSS JOIN report ON report.id = item.report
           LEFT JOIN unit ON unit.id = report.unit
           LEFT JOIN collaborator ON collaborator.id = report.collaborator
         WHERE d.doc = ?1",
        *COLUMNS
    ))?
    .query_row([doc], |row| {
        let found = item_row(row)?;
        for part in [&found.title, row.get_ref(18)?.as_str()?, &found.topics] {
            text.push_str(part);
            text.push('\n');
        }
        Ok(found)
    })
    .optional()
}

/// Marks the rows two copies say different things about.
pub(super) fn mark_clashes(conn: &Connection, rows: &mut [ItemRow]) -> rusqlite::Result<()> {
    let clashes: HashSet<Uuid> = conn
        .prepare_cached("SELECT row FROM decision WHERE kind IN ('clash', 'deleted_edited') LIMIT 10000")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if !clashes.is_empty() {
        for row in rows {
            row.clash = clashes.contains(&row.item) || clashes.contains(&row.report);
        }
    }
    Ok(())
}
