//! The points of the year's plan.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::Tx;
use crate::training::model::{PlanItem, PlanRow};

/// Points of a year's plan, in their order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn plan_items(conn: &Connection, year: i32) -> rusqlite::Result<Vec<PlanItem>> {
    conn.prepare_cached(
        "SELECT content, event, date_from, date_to, owner, basis, id, topic FROM plan_item
         WHERE year = ?1 AND deleted = 0 ORDER BY position, date_from, id",
    )?
    .query_map([year], |row| {
        Ok(PlanItem {
            content: row.get(0)?,
            event: row.get(1)?,
            date_from: row.get(2)?,
            date_to: row.get(3)?,
            owner: row.get(4)?,
            basis: row.get(5)?,
            id: row.get(6)?,
            topic: row.get(7)?,
        })
    })?
    .collect()
}

/// The points with how many reports came on their topics between two days; nothing is counted without days.
///
/// # Errors
/// Whatever SQLite answers.
pub fn plan_rows(
    conn: &Connection,
    year: i32,
    days: Option<(NaiveDate, NaiveDate)>,
) -> rusqlite::Result<Vec<PlanRow>> {
    let mut name = conn.prepare_cached("SELECT name FROM topic WHERE id = ?1")?;
    let mut count = conn.prepare_cached(
        "SELECT count(DISTINCT i.report) FROM item_topic t
         JOIN item i ON i.id = t.item AND i.deleted = 0
         JOIN report r ON r.id = i.report AND r.deleted = 0
         WHERE t.topic = ?1 AND t.deleted = 0 AND substr(r.received_at, 1, 10) BETWEEN ?2 AND ?3",
    )?;
    let rows = plan_items(conn, year)?.into_iter().map(|item| {
        let Some(topic) = item.topic else { return Ok(PlanRow { item, ..PlanRow::default() }) };
        let reports = match days {
            Some((from, to)) => Some(count.query_row(params![topic, from, to], |row| row.get(0))?),
            None => None,
        };
        Ok(PlanRow { item, reports, topic: name.query_row([topic], |row| row.get(0))? })
    });
    rows.collect()
}

/// Topics a point can be about.
///
/// # Errors
/// Whatever SQLite answers.
pub fn plan_topics(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String)>> {
    conn.prepare_cached("SELECT id, name FROM topic WHERE deleted = 0 ORDER BY position, name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Keeps a point; a new one, whose id is nil, stands at the end of its year.
///
/// # Errors
/// Whatever SQLite answers.
pub fn save_plan_item(tx: &Tx, year: i32, item: &PlanItem) -> rusqlite::Result<()> {
    if item.id.is_nil() {
        tx.execute(
            "INSERT INTO plan_item (id, year, content, event, date_from, date_to, owner, basis, topic, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
               (SELECT coalesce(max(position), 0) + 1 FROM plan_item WHERE year = ?2))",
            params![
                tx.new_id(),
                year,
                item.content,
                item.event,
                item.date_from,
                item.date_to,
                item.owner,
                item.basis,
                item.topic
            ],
        )?;
        return Ok(());
    }
    tx.execute(
        "UPDATE plan_item SET content = ?2, event = ?3, date_from = ?4, date_to = ?5, owner = ?6, basis = ?7, topic = ?8
         WHERE id = ?1",
        params![
            item.id,
            item.content,
            item.event,
            item.date_from,
            item.date_to,
            item.owner,
            item.basis,
            item.topic
        ],
    )?;
    Ok(())
}

/// Moves a point one place up or down among those of its year; at an end it stays.
///
/// # Errors
/// Whatever SQLite answers.
pub fn move_plan_item(tx: &Tx, year: i32, id: Uuid, down: bool) -> rusqlite::Result<()> {
    let mut order: Vec<Uuid> = plan_items(tx, year)?.into_iter().map(|item| item.id).collect();
    let Some(at) = order.iter().position(|other| *other == id) else { return Ok(()) };
    let other = if down { at + 1 } else { at.wrapping_sub(1) };
    if other >= order.len() {
        return Ok(());
    }
    order.swap(at, other);
    for (position, id) in order.iter().enumerate() {
        tx.prepare_cached("UPDATE plan_item SET position = ?2 WHERE id = ?1 AND position <> ?2")?
            .execute(params![id, position as i64 + 1])?;
    }
    Ok(())
}

/// Takes a point off the plan.
///
/// # Errors
/// Whatever SQLite answers.
pub fn delete_plan_item(tx: &Tx, id: Uuid) -> rusqlite::Result<()> {
    tx.execute("UPDATE plan_item SET deleted = 1 WHERE id = ?1", [id])?;
    Ok(())
}
