//! The table of sources, with a digest of what each said when it was cited, and answers to findings.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::material::{ITEM, STREAM, item, stream};
use super::synthesis::sections;
use crate::file::{FileError, OfficeFile, Tx, link_id};
use crate::summary::checks::{Kept, said};
use crate::summary::model::cited;

/// Makes the rows of `synthesis_source` say what the sections cite now. Of what is cited anew, and of `told_anew`, it is kept what
/// it says now.
pub(super) fn sync_sources(tx: &Tx, synthesis: Uuid, told_anew: &HashSet<Uuid>) -> Result<(), FileError> {
    let wanted: HashSet<Uuid> =
        sections(tx, synthesis)?.iter().flat_map(|section| cited(&section.body)).collect();
    let mut kept: HashMap<Uuid, (Uuid, bool)> = HashMap::new();
    {
        let mut statement = tx.prepare_cached(
            "SELECT id, coalesce(stream, item), carried = 1 AND deleted = 0 FROM synthesis_source WHERE synthesis = ?",
        )?;
        let mut rows = statement.query([synthesis])?;
        while let Some(row) = rows.next()? {
            kept.insert(row.get(1)?, (row.get(0)?, row.get(2)?));
        }
    }
    for (cited, (row, carried)) in &kept {
        let carries = wanted.contains(cited);
        if *carried != carries {
            tx.prepare_cached("UPDATE synthesis_source SET carried = ?2, deleted = 0 WHERE id = ?1")?
                .execute(params![row, carries])?;
        }
        if carries
            && (!carried || told_anew.contains(cited))
            && let Some((_, says)) = says(tx, *cited)?
        {
            tx.prepare_cached("UPDATE synthesis_source SET gist = ?2 WHERE id = ?1 AND gist <> ?2")?
                .execute(params![row, says])?;
        }
    }
    for cited in wanted.iter().filter(|cited| !kept.contains_key(*cited)) {
        // A citation whose source was never in this file stays in the text and is told by no table.
        let Some((item, says)) = says(tx, *cited)? else { continue };
        let stream = (item != *cited).then_some(*cited);
        tx.prepare_cached(
            "INSERT INTO synthesis_source (id, synthesis, item, stream, carried, gist) VALUES (?, ?, ?, ?, 1, ?)",
        )?
        .execute(params![
            link_id("synthesis_source", &[synthesis.as_bytes(), cited.as_bytes()]),
            synthesis,
            item,
            stream,
            says
        ])?;
    }
    Ok(())
}

/// The item of a citation and what it says now; `None` when it was never in this file.
fn says(conn: &Connection, cited: Uuid) -> rusqlite::Result<Option<(Uuid, String)>> {
    let of_stream = conn
        .prepare_cached(&format!("SELECT {STREAM}, s.item FROM stream s WHERE s.id = ?1"))?
        .query_row([cited], |row| Ok((row.get::<_, Uuid>("item")?, stream(row)?)))
        .optional()?;
    let id = of_stream.as_ref().map_or(cited, |(item, _)| *item);
    let of_item = conn
        .prepare_cached(&format!("SELECT {ITEM} FROM item i WHERE i.id = ?1"))?
        .query_row([id], |row| item(row, 0))
        .optional()?;
    Ok(of_item.map(|item| (id, said(&item, of_stream.as_ref().map(|(_, stream)| stream)))))
}

/// What was kept beside the text of a synthesis.
///
/// # Errors
/// Whatever SQLite answers.
pub fn kept(conn: &Connection, synthesis: Uuid) -> rusqlite::Result<Kept> {
    let answers = conn
        .prepare_cached("SELECT kind, subject, reason FROM check_answer WHERE synthesis = ? AND deleted = 0")?
        .query_map([synthesis], |row| {
            let subject: Option<Uuid> = row.get(1)?;
            Ok(((row.get(0)?, subject.unwrap_or_default()), row.get(2)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let cited = conn
        .prepare_cached(
            "SELECT coalesce(stream, item), gist FROM synthesis_source
             WHERE synthesis = ? AND carried = 1 AND deleted = 0 AND gist <> ''",
        )?
        .query_map([synthesis], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let frozen = conn
        .prepare_cached(
            "SELECT coalesce(stream, item), CASE WHEN carried = 0 THEN reason END FROM synthesis_source
             WHERE synthesis = ? AND deleted = 0 AND (carried = 1 OR reason <> '')",
        )?
        .query_map([synthesis], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Kept { answers, cited, frozen })
}

/// Keeps why findings about these stay as they are; an empty reason takes the answers back. One action of the change log.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn answer(
    file: &mut OfficeFile,
    synthesis: Uuid,
    about: &[(&str, Uuid)],
    reason: &str,
) -> Result<(), FileError> {
    let reason = reason.trim();
    file.write("answer-check", |tx| -> Result<(), FileError> {
        for (kind, subject) in about {
            let id = link_id("check_answer", &[synthesis.as_bytes(), kind.as_bytes(), subject.as_bytes()]);
            if reason.is_empty() {
                tx.execute("UPDATE check_answer SET deleted = 1 WHERE id = ?1 AND deleted = 0", [id])?;
                continue;
            }
            tx.execute(
                "INSERT INTO check_answer (id, synthesis, kind, subject, reason) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, deleted = 0",
                params![id, synthesis, kind, subject, reason],
            )?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Something a paper leaves out when it is issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Item.
    pub item: Uuid,
    /// Its stream.
    pub stream: Option<Uuid>,
    /// Why.
    pub reason: String,
}

/// Keeps what a paper leaves out, so that its table of sources stands with it.
pub(super) fn freeze(tx: &Tx, synthesis: Uuid, left: &[LeftOut]) -> Result<(), FileError> {
    for LeftOut { item, stream, reason } in left {
        let cited = stream.unwrap_or(*item);
        tx.prepare_cached(
            "INSERT INTO synthesis_source (id, synthesis, item, stream, carried, reason) VALUES (?1, ?2, ?3, ?4, 0, ?5)
             ON CONFLICT (id) DO UPDATE SET carried = 0, reason = excluded.reason, deleted = 0",
        )?
        .execute(params![
            link_id("synthesis_source", &[synthesis.as_bytes(), cited.as_bytes()]),
            synthesis,
            item,
            stream,
            reason
        ])?;
    }
    Ok(())
}
