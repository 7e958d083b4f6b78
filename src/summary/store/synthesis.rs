//! Syntheses with their sections, and texts that were not saved yet.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Outline;
use super::sources::sync_sources;
use crate::file::{FileError, OfficeFile, schema};
use crate::inbox::model::PeriodKind;
use crate::inbox::model::duties::Sent;
use crate::summary::model::{Grouping, Section, Source, Synthesis, SynthesisRow, cited};
use crate::summary::wanted::Wanted;

/// All syntheses of the file, the latest period first.
///
/// # Errors
/// Whatever SQLite answers.
pub fn syntheses(conn: &Connection) -> rusqlite::Result<Vec<SynthesisRow>> {
    conn.prepare_cached(
        "SELECT y.id, y.title, y.period_from, y.period_to, y.state,
                (SELECT count(*) FROM synthesis_section s WHERE s.synthesis = y.id AND s.deleted = 0 AND s.body <> ''),
                (SELECT count(*) FROM synthesis_section s WHERE s.synthesis = y.id AND s.deleted = 0 AND s.source <> '')
         FROM synthesis y WHERE y.deleted = 0
         ORDER BY coalesce(y.period_to, '') DESC, coalesce(y.period_from, '') DESC, y.id DESC",
    )?
    .query_map([], |row| {
        Ok(SynthesisRow {
            id: row.get(0)?,
            title: row.get(1)?,
            from: row.get(2)?,
            to: row.get(3)?,
            state: row.get(4)?,
            written: row.get::<_, i64>(5)?.unsigned_abs() as usize,
            sections: row.get::<_, i64>(6)?.unsigned_abs() as usize,
        })
    })?
    .collect()
}

/// What the office made of the whole file, for the duties it owes: everything issued with the day of its document, or of being
/// issued where the document bears none yet, and what is still written.
///
/// # Errors
/// Whatever SQLite answers.
pub fn sent(conn: &Connection) -> rusqlite::Result<Vec<Sent>> {
    let state = schema::table_named("synthesis")
        .and_then(|table| Some((table.number, table.named("state")?.number)))
        .unwrap_or_default();
    conn.prepare_cached(
        "SELECT id, title, document_number, period_kind, period_from, period_to,
           CASE WHEN state = 'issued' THEN coalesce(document_date,
             (SELECT substr(max(grp.at), 1, 10) FROM log JOIN grp ON grp.rep = log.rep AND grp.grp = log.grp
              WHERE log.row = synthesis.id AND log.tbl = ?1 AND log.col = ?2), period_to) END
         FROM synthesis WHERE deleted = 0 AND unit IS NULL ORDER BY period_to, id",
    )?
    .query_map([state.0, state.1], |row| {
        Ok(Sent {
            id: row.get(0)?,
            title: row.get(1)?,
            number: row.get(2)?,
            kind: PeriodKind::from_id(row.get_ref(3)?.as_str()?),
            from: row.get(4)?,
            to: row.get(5)?,
            on: row.get::<_, Option<String>>(6)?.and_then(|day| day.parse().ok()),
        })
    })?
    .collect()
}

/// The newest synthesis of exactly this period and place, by this outline and about this topic when they are named.
///
/// # Errors
/// Whatever SQLite answers.
pub fn find(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<Option<Uuid>> {
    let Wanted { period, outline, topic, unit, .. } = wanted;
    // One whose outline is not known is the period's own.
    conn.prepare_cached(
        "SELECT id FROM synthesis WHERE period_from = ?1 AND period_to = ?2 AND deleted = 0
           AND (?3 IS NULL OR outline IS ?3 OR outline IS NULL) AND (?3 IS NULL OR topic IS ?4) AND unit IS ?5
         ORDER BY outline IS ?3 DESC, id DESC LIMIT 1",
    )?
    .query_row(params![period.from, period.to, outline, topic, unit], |row| row.get(0))
    .optional()
}

/// A synthesis with its sections; `None` when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn synthesis(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Synthesis>> {
    let found = conn
        .prepare_cached(
            "SELECT title, period_kind, period_from, period_to, state, document_number, document_date, signer, signer_post,
                    signs_for, recipients, issued_text, note, topic, grouping, unit
             FROM synthesis WHERE id = ? AND deleted = 0",
        )?
        .query_row([id], |row| {
            Ok(Synthesis {
                id,
                title: row.get(0)?,
                period_kind: row.get(1)?,
                from: row.get(2)?,
                to: row.get(3)?,
                state: row.get(4)?,
                document_number: row.get(5)?,
                document_date: row.get(6)?,
                signer: row.get(7)?,
                signer_post: row.get(8)?,
                signs_for: row.get(9)?,
                recipients: row.get(10)?,
                issued_text: row.get(11)?,
                note: row.get(12)?,
                topic: row.get(13)?,
                grouping: Grouping::from_id(row.get_ref(14)?.as_str()?),
                unit: row.get(15)?,
                sections: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.sections = sections(conn, id)?;
    Ok(Some(found))
}

pub(super) fn sections(conn: &Connection, synthesis: Uuid) -> rusqlite::Result<Vec<Section>> {
    conn.prepare_cached(
        "SELECT id, parent, heading, source, body, drafted FROM synthesis_section
         WHERE synthesis = ? AND deleted = 0 ORDER BY position, id",
    )?
    .query_map([synthesis], |row| {
        let body: String = row.get(4)?;
        let drafted: String = row.get(5)?;
        Ok(Section {
            id: row.get(0)?,
            parent: row.get(1)?,
            heading: row.get(2)?,
            source: Source::from_id(&row.get::<_, String>(3)?),
            edited: drafted != digest(&body),
            body,
        })
    })?
    .collect()
}

/// What a gathered text is known by; nothing for no text.
fn digest(body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    let mut digest = String::with_capacity(16);
    for byte in Sha256::digest(body.as_bytes()).iter().take(8) {
        // Writing to a String cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// Keeps a synthesis that was drafted by an outline. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn create(file: &mut OfficeFile, outline: &Outline, synthesis: &Synthesis) -> Result<Uuid, FileError> {
    let written = file.write("draft-synthesis", |tx| -> Result<Uuid, FileError> {
        let id = tx.new_id();
        tx.execute(
            "INSERT INTO synthesis (id, title, period_kind, period_from, period_to, outline, topic, grouping, unit)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                id,
                synthesis.title,
                synthesis.period_kind,
                synthesis.from,
                synthesis.to,
                outline.id,
                synthesis.topic,
                synthesis.grouping.id(),
                synthesis.unit
            ],
        )?;
        // Who signs and who receives it is hardly ever another than the last time.
        tx.execute(
            "UPDATE synthesis SET (signs_for, signer, signer_post, recipients) =
               (SELECT signs_for, signer, signer_post, recipients FROM synthesis
                WHERE deleted = 0 AND id <> ?1 AND (signer <> '' OR recipients <> '')
                ORDER BY id DESC LIMIT 1)
             WHERE id = ?1 AND EXISTS (SELECT 1 FROM synthesis
                WHERE deleted = 0 AND id <> ?1 AND (signer <> '' OR recipients <> ''))",
            [id],
        )?;
        let drafted = &synthesis.sections;
        let ids: HashMap<Uuid, Uuid> = drafted.iter().map(|section| (section.id, tx.new_id())).collect();
        for (position, section) in drafted.iter().enumerate() {
            tx.prepare_cached(
                "INSERT INTO synthesis_section (id, synthesis, parent, heading, source, body, position, drafted)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                ids.get(&section.id),
                id,
                section.parent.and_then(|parent| ids.get(&parent)),
                section.heading,
                section.source.id(),
                section.body,
                position as i64,
                digest(&section.body),
            ])?;
        }
        sync_sources(tx, id, &HashSet::new())?;
        Ok(id)
    })?;
    Ok(written.value)
}

/// What gathering again did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regathered {
    /// Sections that have the new text.
    pub renewed: usize,
    /// Sections a person had written in, which were left as they are.
    pub kept: usize,
}

/// Puts freshly drafted texts (by source) into a synthesis. What a person wrote stays, unless `over` says otherwise.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn regather(
    file: &mut OfficeFile,
    id: Uuid,
    drafted: &[Section],
    by: Grouping,
    over: bool,
) -> Result<Regathered, FileError> {
    let written = file.write("gather-synthesis", |tx| -> Result<Regathered, FileError> {
        // One that never said so is gathered by topic.
        tx.execute(
            "UPDATE synthesis SET grouping = ?2 WHERE id = ?1 AND coalesce(nullif(grouping, ''), 'topic') <> ?2",
            params![id, by.id()],
        )?;
        let mut done = Regathered::default();
        let mut told_anew = HashSet::new();
        for section in sections(tx, id)? {
            let fresh =
                drafted.iter().find(|fresh| fresh.source == section.source && section.source != Source::Free);
            let Some(fresh) = fresh.filter(|fresh| fresh.body != section.body) else {
                continue;
            };
            if section.edited && !over {
                done.kept += 1;
                continue;
            }
            done.renewed += 1;
            told_anew.extend(cited(&fresh.body));
            tx.execute(
                "UPDATE synthesis_section SET body = ?2, drafted = ?3 WHERE id = ?1",
                params![section.id, fresh.body, digest(&fresh.body)],
            )?;
        }
        sync_sources(tx, id, &told_anew)?;
        Ok(done)
    })?;
    Ok(written.value)
}

/// Keeps the text of a section; the table of sources follows. One action of the change log. False when the text stands, because a
/// colleague submitted or issued it meanwhile: what was written is then kept as a text not saved.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn save_section(
    file: &mut OfficeFile,
    synthesis: Uuid,
    section: Uuid,
    at: &str,
    body: &str,
) -> Result<bool, FileError> {
    let drafting = file
        .connection()
        .prepare_cached("SELECT 1 FROM synthesis WHERE id = ?1 AND state NOT IN ('submitted', 'issued')")?
        .exists([synthesis])?;
    if !drafting {
        keep_draft(file, section, at, body)?;
        return Ok(false);
    }
    file.write("edit-section", |tx| -> Result<(), FileError> {
        tx.execute(
            "UPDATE synthesis_section SET body = ?2 WHERE id = ?1 AND body <> ?2",
            params![section, body],
        )?;
        tx.execute("DELETE FROM draft WHERE place = ?1 AND row = ?2", params![DRAFT, section])?;
        sync_sources(tx, synthesis, &HashSet::new())
    })?;
    Ok(true)
}

/// Takes a synthesis away; undo brings it back.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn delete(file: &mut OfficeFile, id: Uuid) -> Result<(), FileError> {
    file.write("delete-synthesis", |tx| -> Result<(), FileError> {
        tx.execute("UPDATE synthesis SET deleted = 1 WHERE id = ?1", [id])?;
        tx.execute("UPDATE synthesis_source SET deleted = 1 WHERE synthesis = ?1 AND deleted = 0", [id])?;
        Ok(())
    })?;
    Ok(())
}

/// Name of the composer's editor in the table of texts not saved yet.
const DRAFT: &str = "synthesis_section";

/// Keeps a text that was not saved yet, on this copy of the file only.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn keep_draft(file: &mut OfficeFile, section: Uuid, at: &str, body: &str) -> Result<(), FileError> {
    file.write("keep-draft", |tx| -> Result<(), FileError> {
        tx.prepare_cached(
            "INSERT INTO draft (place, row, at, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (place, row) DO UPDATE SET at = excluded.at, body = excluded.body",
        )?
        .execute(params![DRAFT, section, at, body])?;
        Ok(())
    })?;
    Ok(())
}

/// Texts of a synthesis that were not saved, by section.
///
/// # Errors
/// Whatever SQLite answers.
pub fn kept_drafts(conn: &Connection, synthesis: Uuid) -> rusqlite::Result<HashMap<Uuid, String>> {
    conn.prepare_cached(
        "SELECT d.row, d.body FROM synthesis_section s JOIN draft d ON d.place = ?2 AND d.row = s.id WHERE s.synthesis = ?1",
    )?
    .query_map(params![synthesis, DRAFT], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// Forgets a text that was not saved.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn drop_draft(file: &mut OfficeFile, section: Uuid) -> Result<(), FileError> {
    file.write("drop-draft", |tx| -> Result<(), FileError> {
        tx.execute("DELETE FROM draft WHERE place = ?1 AND row = ?2", params![DRAFT, section])?;
        Ok(())
    })?;
    Ok(())
}
