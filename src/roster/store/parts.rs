//! Rows that hang on a collaborator: topics followed, commendations, decisions.

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::{Tx, link_id};
use crate::roster::model::{Commendation, Decision, DecisionKind};

/// Topics a collaborator follows, in the office's order.
pub(super) fn topics(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<Uuid>> {
    conn.prepare_cached(
        "SELECT topic FROM collaborator_topic JOIN topic ON topic.id = collaborator_topic.topic
         WHERE collaborator = ?1 AND collaborator_topic.deleted = 0 AND topic.deleted = 0
         ORDER BY topic.position, topic.name",
    )?
    .query_map([id], |row| row.get(0))?
    .collect()
}

/// Makes these the topics a collaborator follows.
pub(super) fn set_topics(tx: &Tx, id: Uuid, wanted: &[Uuid]) -> rusqlite::Result<()> {
    let had = topics(tx, id)?;
    for gone in had.iter().filter(|topic| !wanted.contains(topic)) {
        tx.prepare_cached(
            "UPDATE collaborator_topic SET deleted = 1 WHERE collaborator = ?1 AND topic = ?2 AND deleted = 0",
        )?
        .execute([id, *gone])?;
    }
    for topic in wanted.iter().filter(|topic| !had.contains(topic)) {
        let link = link_id("collaborator_topic", &[id.as_bytes(), topic.as_bytes()]);
        tx.prepare_cached(
            "INSERT INTO collaborator_topic (id, collaborator, topic) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET deleted = 0",
        )?
        .execute(params![link, id, topic])?;
    }
    Ok(())
}

/// Commendations of a collaborator with their rows, the first one first.
fn commendation_rows(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<(Uuid, Commendation)>> {
    conn.prepare_cached(
        "SELECT id, awarded_on, trim(kind || ' ' || content), decision_number FROM commendation
         WHERE collaborator = ?1 AND deleted = 0 ORDER BY awarded_on IS NULL, awarded_on, id",
    )?
    .query_map([id], |row| {
        Ok((row.get(0)?, Commendation { on: row.get(1)?, content: row.get(2)?, number: row.get(3)? }))
    })?
    .collect()
}

/// Commendations of a collaborator, the first one first.
pub(super) fn commendations(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<Commendation>> {
    Ok(commendation_rows(conn, id)?.into_iter().map(|(_, commendation)| commendation).collect())
}

/// Makes these the commendations of a collaborator; those that stay keep their rows.
pub(super) fn set_commendations(tx: &Tx, id: Uuid, wanted: &[Commendation]) -> rusqlite::Result<()> {
    let mut new: Vec<&Commendation> = wanted.iter().collect();
    for (row, had) in commendation_rows(tx, id)? {
        if let Some(at) = new.iter().position(|wanted| **wanted == had) {
            new.remove(at);
        } else {
            tx.prepare_cached("UPDATE commendation SET deleted = 1 WHERE id = ?1")?.execute([row])?;
        }
    }
    for commendation in new {
        tx.prepare_cached(
            "INSERT INTO commendation (id, collaborator, awarded_on, content, decision_number)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            tx.new_id(),
            id,
            commendation.on,
            commendation.content,
            commendation.number
        ])?;
    }
    Ok(())
}

/// Decisions about a collaborator, newest first.
pub(super) fn decisions(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<Decision>> {
    conn.prepare_cached(
        "SELECT kind, decision_number, decision_date, term_from, term_to, unit, reason FROM appointment
         WHERE collaborator = ?1 AND deleted = 0 ORDER BY coalesce(term_from, term_to, decision_date) DESC, id DESC",
    )?
    .query_map([id], |row| {
        let kind = DecisionKind::from_id(row.get_ref(0)?.as_str()?);
        let (from, to): (Option<_>, Option<_>) = (row.get(3)?, row.get(4)?);
        let ends = kind == DecisionKind::End;
        Ok(Decision {
            kind,
            number: row.get(1)?,
            dated: row.get(2)?,
            on: if ends { to } else { from },
            term_to: to.filter(|_| !ends),
            unit: row.get(5)?,
            post: String::new(),
            reason: row.get(6)?,
        })
    })?
    .collect()
}

/// Enters a decision about a collaborator. A commendation has rows of its own and is none.
pub(super) fn insert_decision(tx: &Tx, id: Uuid, decision: &Decision) -> rusqlite::Result<()> {
    let (from, to) = match decision.kind {
        DecisionKind::Commend => return Ok(()),
        DecisionKind::End => (None, decision.on),
        _ => (decision.on, decision.term_to),
    };
    tx.prepare_cached(
        "INSERT INTO appointment (id, collaborator, kind, decision_number, decision_date, term_from, term_to, unit, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        tx.new_id(),
        id,
        decision.kind.id(),
        decision.number,
        decision.dated,
        from,
        to,
        decision.unit,
        decision.reason,
    ])?;
    Ok(())
}

/// Topics the office knows, by id and name, in its order.
///
/// # Errors
/// Whatever SQLite answers.
pub fn topic_names(conn: &Connection) -> rusqlite::Result<Vec<(Uuid, String)>> {
    conn.prepare_cached("SELECT id, name FROM topic WHERE deleted = 0 ORDER BY position, name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
