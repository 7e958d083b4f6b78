//! The page of issues: its lines by one statement, and one issue whole with what became of it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::list::moment;
use super::record::issue_record;
use crate::file::history::{self, Deed, Entry};
use crate::file::{FileError, Tx};
use crate::inbox::issues::{Happened, IssueAnswer, IssueCard, IssueItem, IssueLine, Step};
use crate::roster::store::name_on;

/// Items of an issue that its card names; the others open with a key.
const NAMED: usize = 30;

/// Every issue, in no order; how many items each has takes longer to count.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issue_lines(conn: &Connection) -> rusqlite::Result<Vec<IssueLine>> {
    conn.prepare_cached(
        "SELECT id, title, grade, state, arisen_on, lead_body, answer_due, trim(answer) <> '', answered_on
         FROM issue WHERE deleted = 0",
    )?
    .query_map([], |row| {
        Ok(IssueLine {
            id: row.get(0)?,
            title: row.get(1)?,
            grade: row.get(2)?,
            state: row.get(3)?,
            arisen_on: day(row, 4)?,
            lead_body: row.get(5)?,
            answer_due: day(row, 6)?,
            has_answer: row.get(7)?,
            answered_on: day(row, 8)?,
            items: None,
        })
    })?
    .collect()
}

/// How many items each issue has, those that lists show.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issue_counts(conn: &Connection) -> rusqlite::Result<HashMap<Uuid, u64>> {
    conn.prepare_cached(
        "SELECT item.issue, count(*) FROM item JOIN item_doc ON item_doc.item = item.id
         WHERE item.issue IS NOT NULL AND item.deleted = 0 GROUP BY item.issue",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?
    .collect()
}

/// Titles of the issues, those still open first, the newest first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn issue_titles(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String)>> {
    conn.prepare_cached(
        "SELECT id, title FROM issue WHERE deleted = 0
         ORDER BY state = 'settled', coalesce(arisen_on, '') DESC, id DESC",
    )?
    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// A day that may be missing or, in a damaged file, no day at all.
fn day(row: &Row, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
}

/// An issue whole; `None` when it is gone.
///
/// # Errors
/// Whatever the file answers.
pub fn issue_card(conn: &Connection, id: Uuid) -> Result<Option<IssueCard>, FileError> {
    let Some(record) = issue_record(conn, id)? else { return Ok(None) };
    let topic: Option<String> = conn
        .prepare_cached("SELECT (SELECT name FROM topic WHERE id = ?1 AND deleted = 0)")?
        .query_row([record.topic], |row| row.get(0))?;
    let all_items: i64 = conn
        .prepare_cached(
            "SELECT count(*) FROM item JOIN item_doc ON item_doc.item = item.id
             WHERE item.issue = ?1 AND item.deleted = 0",
        )?
        .query_row([id], |row| row.get(0))?;
    let entries = history::of_row(conn, id)?;
    Ok(Some(IssueCard {
        steps: steps(&entries, &record.grade, &record.state),
        record,
        topic: topic.unwrap_or_default(),
        items: items(conn, id)?,
        all_items: all_items.unsigned_abs(),
        answers: answers(conn, id)?,
    }))
}

fn items(conn: &Connection, issue: Uuid) -> rusqlite::Result<Vec<IssueItem>> {
    conn.prepare_cached(&format!(
        "SELECT item.id, report.received_at,
           coalesce({}, nullif(report.unit_name, ''), collaborator.full_name, report.submitter_name), item.title
         FROM (SELECT item.id AS id, item_doc.doc AS doc FROM item JOIN item_doc ON item_doc.item = item.id
             WHERE item.issue = ?1 AND item.deleted = 0 ORDER BY item_doc.doc DESC LIMIT {NAMED}) AS newest
           JOIN item ON item.id = newest.id JOIN report ON report.id = item.report
           LEFT JOIN unit ON unit.id = report.unit
           LEFT JOIN collaborator ON collaborator.id = report.collaborator
         ORDER BY newest.doc DESC",
        name_on("unit", "report.received_at")
    ))?
    .query_map([issue], |row| {
        Ok(IssueItem {
            id: row.get(0)?,
            received_at: moment(row.get_ref(1)?.as_str()?),
            unit: row.get(2)?,
            title: row.get(3)?,
        })
    })?
    .collect()
}

/// Orientations that answer the issue, or one of its items.
fn answers(conn: &Connection, issue: Uuid) -> rusqlite::Result<Vec<IssueAnswer>> {
    conn.prepare_cached(
        "SELECT orientation.id, title, sent_through, sent_at,
           (SELECT count(*) FROM orientation_recipient AS link
            WHERE link.orientation = orientation.id AND link.deleted = 0)
         FROM orientation WHERE orientation.deleted = 0 AND (orientation.issue = ?1 OR orientation.id IN
           (SELECT link.orientation FROM item JOIN orientation_item AS link ON link.item = item.id
            WHERE item.issue = ?1 AND item.deleted = 0 AND link.deleted = 0))
         ORDER BY coalesce(sent_at, '9999') DESC, orientation.id DESC",
    )?
    .query_map([issue], |row| {
        Ok(IssueAnswer {
            id: row.get(0)?,
            title: row.get(1)?,
            sent_through: row.get(2)?,
            sent_at: row.get::<_, Option<String>>(3)?.as_deref().and_then(moment),
            recipients: row.get::<_, i64>(4)?.unsigned_abs(),
        })
    })?
    .collect()
}

/// What the log of an issue says of its grade, its state and its answer, the newest first; `grade` and `state` are those it
/// has now, from which those it was born with are known when nobody changed them.
fn steps(entries: &[Entry], grade: &str, state: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut grade, mut state) = (grade.to_owned(), state.to_owned());
    for entry in entries {
        let what = match &entry.deed {
            Deed::Created => Happened::Entered(grade.clone(), state.clone()),
            Deed::Changed { column, old, new } => match *column {
                "grade" => {
                    grade = text(old);
                    Happened::Grade(text(old), text(new))
                }
                "state" => {
                    state = text(old);
                    Happened::State(text(old), text(new))
                }
                "answer_due" => Happened::Due(text(new).parse().ok()),
                "answer" if text(new).trim().is_empty() => Happened::Unanswered,
                "answer" if text(old).trim().is_empty() => Happened::Answered,
                _ => continue,
            },
            Deed::Erased { .. } | Deed::Blanked { .. } => continue,
        };
        let at = crate::file::value::moment(&entry.at);
        steps.push(Step { at, person: entry.person.clone(), what });
    }
    steps
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// Takes an issue away; its items stay where they are.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn remove_issue(tx: &Tx, id: Uuid) -> Result<(), FileError> {
    tx.prepare_cached("UPDATE issue SET deleted = 1 WHERE id = ?1")?.execute(params![id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(column: &'static str, old: &str, new: &str) -> Entry {
        let value = |text: &str| Value::from(text.to_owned());
        let deed = match column {
            "" => Deed::Created,
            column => Deed::Changed { column, old: value(old), new: value(new) },
        };
        Entry {
            at: "2026-11-20T08:00:00".to_owned(),
            office: String::new(),
            person: "Hương".to_owned(),
            action: String::new(),
            replica: Uuid::nil(),
            group: 0,
            table: "issue",
            row: Uuid::nil(),
            deed,
            seq: 0,
            clock: 0,
        }
    }

    #[test]
    fn the_ladder_begins_with_what_the_issue_was_born_with() {
        let entries = [
            entry("answer", "", "Đã súc rửa."),
            entry("state", "new", "handling"),
            entry("title", "a", "b"),
            entry("grade", "salient", "risk"),
            entry("grade", "watch", "salient"),
            entry("", "", ""),
        ];
        let told: Vec<Happened> =
            steps(&entries, "risk", "handling").into_iter().map(|step| step.what).collect();
        let grade = |from: &str, to: &str| Happened::Grade(from.to_owned(), to.to_owned());
        assert_eq!(
            told,
            [
                Happened::Answered,
                Happened::State("new".to_owned(), "handling".to_owned()),
                grade("salient", "risk"),
                grade("watch", "salient"),
                Happened::Entered("watch".to_owned(), "new".to_owned()),
            ]
        );
        let unchanged = steps(&entries[5..], "salient", "new");
        assert_eq!(unchanged[0].what, Happened::Entered("salient".to_owned(), "new".to_owned()));
        assert_eq!(unchanged[0].person, "Hương");
    }
}
