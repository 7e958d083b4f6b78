//! Decisions about items. Each writes only what differs, so that deciding twice is no second change.

use rusqlite::params;
use uuid::Uuid;

use super::{NewIssue, insert_issue, topic_links};
use crate::file::{FileError, Tx};
use crate::inbox::model::{ItemKind, Triage, Verification};
use crate::inbox::rows::Decision;
use crate::roster::store::handler_named;

/// Applies a decision to items; gives how many of them it changed.
///
/// # Errors
/// [`FileError`] when SQLite refuses; nothing is decided then.
pub fn decide(tx: &Tx, items: &[Uuid], decision: &Decision) -> Result<usize, FileError> {
    match decision {
        Decision::Triage(triage, reason) => set_triage(tx, items, *triage, reason, None),
        Decision::Duplicate(of) => {
            let others: Vec<Uuid> = items.iter().copied().filter(|item| item != of).collect();
            set_triage(tx, &others, Triage::Duplicate, "", Some(root_of(tx, *of)?))
        }
        Decision::Topic(topic) => set_topic(tx, items, *topic),
        Decision::Issue(issue) => set_issue(tx, items, *issue),
        Decision::NewIssue(title, grade) => {
            let issue = NewIssue {
                title: title.clone(),
                grade: (*grade).to_owned(),
                arisen_on: earliest_day(tx, items)?,
                ..NewIssue::default()
            };
            let issue = insert_issue(tx, &issue)?;
            set_issue(tx, items, Some(issue))
        }
        Decision::Verify(verification) => verify(tx, items, *verification),
        Decision::Handler(handler) => each(
            tx,
            items,
            "UPDATE item SET handler = ?2 WHERE id = ?1 AND handler IS NOT ?2 AND deleted = 0",
            *handler,
        ),
        Decision::HandlerNamed(name, mark) => {
            let handler = handler_named(tx, name, mark)?;
            decide(tx, items, &Decision::Handler(handler))
        }
    }
}

/// Runs one update of `?1` item and `?2` value for every item; gives how many rows it changed.
fn each(tx: &Tx, items: &[Uuid], sql: &str, value: impl rusqlite::ToSql) -> Result<usize, FileError> {
    let mut statement = tx.prepare_cached(sql)?;
    let mut changed = 0;
    for item in items {
        changed += statement.execute(params![item, value])?;
    }
    Ok(changed)
}

fn set_triage(
    tx: &Tx,
    items: &[Uuid],
    triage: Triage,
    reason: &str,
    of: Option<Uuid>,
) -> Result<usize, FileError> {
    let mut statement = tx.prepare_cached(
        "UPDATE item SET triage = ?2, triage_reason = ?3, duplicate_of = ?4
         WHERE id = ?1 AND id IS NOT ?4 AND deleted = 0
           AND (triage <> ?2 OR triage_reason <> ?3 OR duplicate_of IS NOT ?4)",
    )?;
    let mut changed = 0;
    for item in items {
        changed += statement.execute(params![item, triage.id(), reason, of])?;
    }
    Ok(changed)
}

/// The item a chain of duplicates leads to, so that a duplicate never points at another duplicate. A ring, which only
/// a merge could make, ends after a few steps.
fn root_of(tx: &Tx, item: Uuid) -> Result<Uuid, FileError> {
    let mut statement =
        tx.prepare_cached("SELECT duplicate_of FROM item WHERE id = ?1 AND triage = 'duplicate'")?;
    let mut root = item;
    for _ in 0..16 {
        let mut rows = statement.query([root])?;
        match rows.next()?.map(|row| row.get::<_, Option<Uuid>>(0)).transpose()?.flatten() {
            Some(next) => root = next,
            None => break,
        }
    }
    Ok(root)
}

fn set_topic(tx: &Tx, items: &[Uuid], topic: Uuid) -> Result<usize, FileError> {
    let mut has =
        tx.prepare_cached("SELECT count(*) FROM item_topic WHERE item = ?1 AND topic = ?2 AND deleted = 0")?;
    let mut lacking = Vec::new();
    for item in items {
        if has.query_row(params![item, topic], |row| row.get::<_, i64>(0))? == 0 {
            lacking.push(*item);
        }
    }
    if lacking.is_empty() {
        return each(
            tx,
            items,
            "UPDATE item_topic SET deleted = 1 WHERE item = ?1 AND topic = ?2 AND deleted = 0",
            topic,
        );
    }
    for item in &lacking {
        topic_links(tx, *item, &[topic])?;
    }
    Ok(lacking.len())
}

fn set_issue(tx: &Tx, items: &[Uuid], issue: Option<Uuid>) -> Result<usize, FileError> {
    each(tx, items, "UPDATE item SET issue = ?2 WHERE id = ?1 AND issue IS NOT ?2 AND deleted = 0", issue)
}

fn earliest_day(tx: &Tx, items: &[Uuid]) -> Result<Option<chrono::NaiveDate>, FileError> {
    let mut statement = tx.prepare_cached(
        "SELECT substr(report.received_at, 1, 10) FROM item JOIN report ON report.id = item.report WHERE item.id = ?1",
    )?;
    let mut earliest: Option<chrono::NaiveDate> = None;
    for item in items {
        let text: String = statement.query_row([item], |row| row.get(0))?;
        if let Ok(day) = text.parse() {
            earliest = Some(earliest.map_or(day, |known| known.min(day)));
        }
    }
    Ok(earliest)
}

fn verify(tx: &Tx, items: &[Uuid], verification: Verification) -> Result<usize, FileError> {
    let kind = if verification == Verification::None { ItemKind::Opinion } else { ItemKind::Rumour };
    let mut statement = tx.prepare_cached(
        "UPDATE item SET kind = ?2, verification = ?3
         WHERE id = ?1 AND deleted = 0 AND (kind <> ?2 OR verification <> ?3)",
    )?;
    let mut changed = 0;
    for item in items {
        changed += statement.execute(params![item, kind.id(), verification.id()])?;
    }
    Ok(changed)
}
