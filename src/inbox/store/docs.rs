//! Rows derived from items: `item_doc`, the key and the filter columns of every list, and the text index.
//!
//! `doc` grows with the moment of receipt, so that a list is read newest first by its row number alone and the text
//! index, which shares the number, gives the newest hits first. A batch is written sorted by it: neighbours in the
//! index are written together (500 old dates: 23 ms sorted, 217 ms unsorted). The index writes the gap from one number to
//! the next for every word of every item, so numbers lie as close as the order of receipt allows: [`place`].

mod place;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::list::moment;
use crate::file::Changed;
use crate::search::index;

pub use place::DAY;
pub(super) use place::first_doc;
use place::{Places, first_of, second_of};

/// One derived row before it is written.
struct Derived {
    order: Order,
    item: Uuid,
    report: Uuid,
    triage: String,
    urgency: String,
    kind: String,
    verification: String,
    grade: String,
    handler: Option<Uuid>,
    unit: Option<Uuid>,
    text: String,
}

/// Where an item stands among the others: by the second of receipt, then as the reports were entered, the first item of a
/// report highest because lists run newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    second: i64,
    report: Uuid,
    position: Reverse<i64>,
}

impl Order {
    fn new(received_at: Option<NaiveDateTime>, report: Uuid, position: i64) -> Self {
        Self { second: second_of(received_at), report, position: Reverse(position) }
    }
}

/// Everything a derived row is made of; `$which` is the condition that chooses the items.
macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT item.id, item.report, item.position, report.received_at, item.triage, report.urgency,
    item.kind, item.verification, coalesce(issue.grade, ''), item.handler, report.unit,
    item.title, item.body, item.place, item.forecast, item.recommendation, report.title, report.arrival_number,
    report.document_number, report.submitter_name, report.unit_name, coalesce(unit.name, ''),
    coalesce(collaborator.full_name, ''),
    coalesce((SELECT group_concat(group_name || ' ' || gist, char(10)) FROM stream
      WHERE stream.item = item.id AND stream.deleted = 0), ''),
    coalesce((SELECT group_concat(topic.name, char(10)) FROM item_topic JOIN topic ON topic.id = item_topic.topic
      WHERE item_topic.item = item.id AND item_topic.deleted = 0 AND topic.deleted = 0), '')
  FROM item JOIN report ON report.id = item.report
    LEFT JOIN unit ON unit.id = report.unit
    LEFT JOIN collaborator ON collaborator.id = report.collaborator
    LEFT JOIN issue ON issue.id = item.issue AND issue.deleted = 0
  WHERE item.deleted = 0 AND report.deleted = 0 AND ",
            $which
        )
    };
}

const ONE: &str = select!("item.id = ?1");
const OF_REPORT: &str = select!("item.report = ?1");

fn derived(row: &Row) -> rusqlite::Result<Derived> {
    let report: Uuid = row.get(1)?;
    let received_at: String = row.get(3)?;
    Ok(Derived {
        order: Order::new(moment(&received_at), report, row.get(2)?),
        item: row.get(0)?,
        report,
        triage: row.get(4)?,
        urgency: row.get(5)?,
        kind: row.get(6)?,
        verification: row.get(7)?,
        grade: row.get(8)?,
        handler: row.get(9)?,
        unit: row.get(10)?,
        text: text_of(row)?,
    })
}

/// What an item is found by: its own words, its streams', its topics' names and the head of its report. A line each, so that words of two
/// fields never count as neighbours.
fn text_of(row: &Row) -> rusqlite::Result<String> {
    let mut text = String::new();
    for column in 11..25 {
        let part = row.get_ref(column)?.as_str()?;
        if !part.is_empty() {
            text.push_str(part);
            text.push('\n');
        }
    }
    Ok(text)
}

/// FNV-1a: quick, and the same on every machine and in every version.
fn hash_of(text: &str) -> i64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}

/// Brings the derived rows of every item touched by a write up to date.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_docs(conn: &Connection, changed: &Changed) -> rusqlite::Result<()> {
    // The keys first, the rows and their texts one by one in the order of the keys: an import of a hundred thousand
    // reports needs no memory for their texts.
    let mut sorted = Vec::new();
    let mut gone = Vec::new();
    for item in touched(conn, changed)? {
        let kept: Option<Kept> = conn
            .prepare_cached("SELECT doc, received, text_hash FROM item_doc WHERE item = ?1")?
            .query_row([item], |row| {
                Ok(Kept { doc: row.get(0)?, second: row.get(1)?, text_hash: row.get(2)? })
            })
            .optional()?;
        match (kept, wanted(conn, item)?) {
            (Some(kept), Some(order)) if kept.second == order.second => {
                sorted.push((kept.doc, order, item, Some(kept.text_hash)));
            }
            (kept, order) => {
                gone.extend(kept.map(|kept| kept.doc));
                sorted.extend(order.map(|order| (first_of(order.second), order, item, None)));
            }
        }
    }
    sorted.sort_unstable();
    for doc in gone {
        remove(conn, doc)?;
    }
    let mut words = index::Writer::new(conn);
    let mut places = Places::default();
    for (doc, _, item, text_hash) in sorted {
        let Some(row) = conn.prepare_cached(ONE)?.query_row([item], derived).optional()? else {
            continue;
        };
        match text_hash {
            Some(text_hash) => {
                let now = hash_of(&row.text);
                refresh(conn, doc, &row, now)?;
                if text_hash != now {
                    index::remove(conn, doc)?;
                    words.insert(doc, &row.text)?;
                }
            }
            None => insert(conn, &row, &mut places, &mut words)?,
        }
    }
    words.finish()
}

/// What is known of an item before a write.
struct Kept {
    doc: i64,
    second: i64,
    text_hash: i64,
}

/// Where an item should stand; `None` when it belongs to no list.
fn wanted(conn: &Connection, item: Uuid) -> rusqlite::Result<Option<Order>> {
    conn.prepare_cached(
        "SELECT report.received_at, item.report, item.position FROM item JOIN report ON report.id = item.report
         WHERE item.id = ?1 AND item.deleted = 0 AND report.deleted = 0",
    )?
    .query_row([item], |row| {
        let received_at = row.get_ref(0)?.as_str()?;
        Ok(Order::new(moment(received_at), row.get(1)?, row.get(2)?))
    })
    .optional()
}

/// Items whose derived rows a write may have changed.
fn touched(conn: &Connection, changed: &Changed) -> rusqlite::Result<BTreeSet<Uuid>> {
    let mut items: BTreeSet<Uuid> = changed.rows("item").iter().copied().collect();
    for (table, sql) in [
        ("report", "SELECT id FROM item WHERE report = ?1"),
        ("issue", "SELECT id FROM item WHERE issue = ?1 AND deleted = 0"),
        ("stream", "SELECT item FROM stream WHERE id = ?1"),
        ("item_topic", "SELECT item FROM item_topic WHERE id = ?1"),
        ("topic", "SELECT item FROM item_topic WHERE topic = ?1 AND deleted = 0"),
        // Their names stand in the texts.
        ("unit", "SELECT item.id FROM item JOIN report ON report.id = item.report WHERE report.unit = ?1"),
        (
            "collaborator",
            "SELECT item.id FROM item JOIN report ON report.id = item.report WHERE report.collaborator = ?1",
        ),
    ] {
        let rows = changed.rows(table);
        if rows.is_empty() {
            continue;
        }
        let mut statement = conn.prepare_cached(sql)?;
        for id in rows {
            for item in statement.query_map([id], |row| row.get(0))? {
                items.insert(item?);
            }
        }
    }
    Ok(items)
}

fn refresh(conn: &Connection, doc: i64, row: &Derived, text_hash: i64) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "UPDATE item_doc SET triage = ?2, urgency = ?3, kind = ?4, verification = ?5, grade = ?6, handler = ?7,
           unit = ?8, report = ?9, text_hash = ?10
         WHERE doc = ?1",
    )?
    .execute(params![
        doc,
        row.triage,
        row.urgency,
        row.kind,
        row.verification,
        row.grade,
        row.handler,
        row.unit,
        row.report,
        text_hash
    ])?;
    Ok(())
}

fn remove(conn: &Connection, doc: i64) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM item_doc WHERE doc = ?1")?.execute([doc])?;
    index::remove(conn, doc)
}

/// Inserts a row where it should stand, or in the next free place, and its words under the same number.
fn insert(
    conn: &Connection,
    row: &Derived,
    places: &mut Places,
    words: &mut index::Writer,
) -> rusqlite::Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO item_doc (doc, item, report, triage, urgency, kind, verification, grade, handler, unit, text_hash,
           received)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (doc) DO NOTHING",
    )?;
    let doc = places.take(conn, row.order.second, |doc| {
        let inserted = insert.execute(params![
            doc,
            row.item,
            row.report,
            row.triage,
            row.urgency,
            row.kind,
            row.verification,
            row.grade,
            row.handler,
            row.unit,
            hash_of(&row.text),
            row.order.second
        ])?;
        Ok(inserted > 0)
    })?;
    words.insert(doc, &row.text)
}

/// Reports whose items are built anew at a time.
const BATCH: usize = 2000;

/// Builds the derived rows of all items anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rebuild_docs(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM item_doc", [])?;
    index::clear(conn)?;
    let mut words = index::Writer::new(conn);
    let mut places = Places::default();
    let mut reports = conn.prepare(&format!(
        "SELECT received_at, id FROM report WHERE deleted = 0 AND received_at >= ?1 AND (received_at, id) > (?1, ?2)
         ORDER BY received_at, id LIMIT {BATCH}"
    ))?;
    let mut items = conn.prepare(OF_REPORT)?;
    let mut last = (String::new(), Uuid::nil());
    loop {
        let batch = reports
            .query_map(params![last.0, last.1], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, Uuid)>>>()?;
        let mut rows = Vec::new();
        for (_, report) in &batch {
            for row in items.query_map([report], derived)? {
                rows.push(row?);
            }
        }
        rows.sort_unstable_by_key(|row: &Derived| (row.order, row.item));
        for row in &rows {
            insert(conn, row, &mut places, &mut words)?;
        }
        let Some(end) = batch.into_iter().next_back() else {
            words.finish()?;
            return index::join(conn);
        };
        last = end;
    }
}
