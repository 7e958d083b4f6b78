//! Rows derived from items: `item_doc`, the key and the filter columns of every list, and the text index.
//!
//! `doc` grows with the moment of receipt, so that a list is read newest first by its row number alone and the text
//! index, which shares the number, gives the newest hits first. A batch is written sorted by it: neighbours in the
//! index are written together (500 old dates: 23 ms sorted, 217 ms unsorted).

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::file::Changed;

/// Bits of `doc` below the second.
const TIE_BITS: u32 = 20;
/// Bits of the tie that order the items of one report.
const POSITION_BITS: u32 = 6;

/// The wanted `doc` of an item: second of receipt, then a hash of its report, then its place in the report, the first
/// item highest because lists run newest first. Neighbours move up when it is taken.
pub fn doc_of(received_at: Option<NaiveDateTime>, report: Uuid, position: i64) -> i64 {
    let second = received_at
        .map_or(0, |moment| moment.and_utc().timestamp())
        .clamp(0, 1 << 40);
    let low = (1_i64 << POSITION_BITS) - 1;
    let tail = report.as_u128() & ((1 << (TIE_BITS - POSITION_BITS)) - 1);
    let hash = i64::try_from(tail).unwrap_or_default();
    (second << TIE_BITS) | (hash << POSITION_BITS) | (low - position.clamp(0, low))
}

/// One derived row before it is written.
struct Derived {
    doc: i64,
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

const SELECT: &str =
    "SELECT item.id, item.report, item.position, report.received_at, item.triage, report.urgency,
    item.kind, item.verification, coalesce(issue.grade, ''), item.handler, report.unit,
    item.title, item.body, item.place, item.forecast, item.recommendation, report.title, report.arrival_number,
    report.document_number, report.submitter_name, report.unit_name, coalesce(unit.name, ''),
    coalesce(collaborator.full_name, ''),
    coalesce((SELECT group_concat(group_name || ' ' || gist, char(10)) FROM stream
      WHERE stream.item = item.id AND stream.deleted = 0), '')
  FROM item JOIN report ON report.id = item.report
    LEFT JOIN unit ON unit.id = report.unit
    LEFT JOIN collaborator ON collaborator.id = report.collaborator
    LEFT JOIN issue ON issue.id = item.issue AND issue.deleted = 0
  WHERE item.deleted = 0 AND report.deleted = 0";

fn derived(row: &Row) -> rusqlite::Result<Derived> {
    let report: Uuid = row.get(1)?;
    let received_at: String = row.get(3)?;
    let moment = NaiveDateTime::parse_from_str(&received_at, "%Y-%m-%dT%H:%M:%S").ok();
    Ok(Derived {
        doc: doc_of(moment, report, row.get(2)?),
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

/// What an item is found by: its own words, its streams' and the head of its report. A line each, so that words of two
/// fields never count as neighbours.
fn text_of(row: &Row) -> rusqlite::Result<String> {
    let mut text = String::new();
    for column in 11..24 {
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
    let items = touched(conn, changed)?;
    let mut fresh = Vec::new();
    let mut one = conn.prepare_cached(&format!("{SELECT} AND item.id = ?1"))?;
    for item in &items {
        let kept: Option<i64> = conn
            .prepare_cached("SELECT doc FROM item_doc WHERE item = ?1")?
            .query_row([item], |row| row.get(0))
            .optional()?;
        let now = one.query_row([item], derived).optional()?;
        match (kept, now) {
            (Some(doc), Some(row)) if doc >> TIE_BITS == row.doc >> TIE_BITS => refresh(conn, doc, &row)?,
            (kept, now) => {
                if let Some(doc) = kept {
                    remove(conn, doc)?;
                }
                fresh.extend(now);
            }
        }
    }
    insert_sorted(conn, fresh)
}

/// Items whose derived rows a write may have changed.
fn touched(conn: &Connection, changed: &Changed) -> rusqlite::Result<BTreeSet<Uuid>> {
    let mut items: BTreeSet<Uuid> = changed.rows("item").iter().copied().collect();
    for (table, sql) in [
        ("report", "SELECT id FROM item WHERE report = ?1"),
        ("issue", "SELECT id FROM item WHERE issue = ?1"),
        ("stream", "SELECT item FROM stream WHERE id = ?1"),
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

fn refresh(conn: &Connection, doc: i64, row: &Derived) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "UPDATE item_doc SET triage = ?2, urgency = ?3, kind = ?4, verification = ?5, grade = ?6, handler = ?7,
           unit = ?8, report = ?9, text_hash = ?10
         WHERE doc = ?1",
    )?
    .execute(params![
        doc, row.triage, row.urgency, row.kind, row.verification, row.grade, row.handler, row.unit, row.report
    ])?;
    Ok(())
}

fn remove(conn: &Connection, doc: i64) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM item_doc WHERE doc = ?1")?
        .execute([doc])?;
    Ok(())
}

fn insert_sorted(conn: &Connection, mut rows: Vec<Derived>) -> rusqlite::Result<()> {
    rows.sort_unstable_by_key(|row| (row.doc, row.item));
    let mut insert = conn.prepare_cached(
        "INSERT INTO item_doc (doc, item, report, triage, urgency, kind, verification, grade, handler, unit,
           text_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (doc) DO NOTHING",
    )?;
    for mut row in rows {
        while insert.execute(params![
            row.doc,
            row.item,
            row.report,
            row.triage,
            row.urgency,
            row.kind,
            row.verification,
            row.grade,
            row.handler,
            row.unit,
            hash_of(&row.text)
        ])? == 0
        {
            row.doc += 1;
        }
    }
    Ok(())
}

/// Builds the derived rows of all items anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rebuild_docs(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM item_doc", [])?;
    let rows = conn
        .prepare(SELECT)?
        .query_map([], derived)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    insert_sorted(conn, rows)
}
