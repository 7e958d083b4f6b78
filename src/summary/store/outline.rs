//! The sections of a synthesis: added, named, moved, taken off; and its outline kept as a template.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::synthesis::sections;
use crate::file::{FileError, OfficeFile, Tx};
use crate::inbox::model::PeriodKind;
use crate::summary::model::{Section, Template, block, moved};

/// The templates for periods of this kind, those made for it first, the office's own before the shipped ones.
///
/// # Errors
/// Whatever SQLite answers.
pub fn templates(conn: &Connection, kind: PeriodKind) -> rusqlite::Result<Vec<Template>> {
    let mut headings = conn.prepare_cached(
        "SELECT heading FROM outline_section WHERE outline = ? AND parent IS NULL AND deleted = 0 ORDER BY position, id",
    )?;
    let mut templates: Vec<Template> = conn
        .prepare_cached(
            "SELECT id, name, code, period_kind, instr(title, '{topic}') FROM outline WHERE deleted = 0
             ORDER BY code <> '', position, id",
        )?
        .query_map([], |row| {
            let id: Uuid = row.get(0)?;
            let headings = headings.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok(Template {
                id,
                name: row.get(1)?,
                code: row.get(2)?,
                period_kind: row.get(3)?,
                thematic: row.get(4)?,
                headings,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    templates.sort_by_key(|template| template.rank(kind.id()));
    Ok(templates)
}

/// Adds a section behind another one and all below it, on its level, or as the last one below it; gives its id.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn add_section(
    file: &mut OfficeFile,
    synthesis: Uuid,
    after: Option<Uuid>,
    below: bool,
    heading: &str,
) -> Result<Uuid, FileError> {
    let written = file.write("add-section", |tx| -> Result<Uuid, FileError> {
        let all = sections(tx, synthesis)?;
        let id = tx.new_id();
        let at = after.and_then(|after| all.iter().position(|section| section.id == after));
        let parent = match at.and_then(|at| all.get(at)) {
            Some(section) if below => Some(section.id),
            Some(section) => section.parent,
            None => None,
        };
        tx.execute(
            "INSERT INTO synthesis_section (id, synthesis, parent, heading) VALUES (?1, ?2, ?3, ?4)",
            params![id, synthesis, parent, heading],
        )?;
        let mut order: Vec<Uuid> = all.iter().map(|section| section.id).collect();
        let place = at.map_or(order.len(), |at| block(&all, at).end);
        order.insert(place, id);
        arrange(tx, &order)?;
        Ok(id)
    })?;
    Ok(written.value)
}

/// Writes the places that changed.
fn arrange(tx: &Tx, order: &[Uuid]) -> Result<(), FileError> {
    let mut update =
        tx.prepare_cached("UPDATE synthesis_section SET position = ?2 WHERE id = ?1 AND position <> ?2")?;
    for (place, id) in order.iter().enumerate() {
        update.execute(params![id, place as i64])?;
    }
    Ok(())
}

/// Gives a section another heading.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn name_section(file: &mut OfficeFile, section: Uuid, heading: &str) -> Result<(), FileError> {
    file.write("name-section", |tx| -> Result<(), FileError> {
        tx.execute("UPDATE synthesis_section SET heading = ?2 WHERE id = ?1", params![section, heading])?;
        Ok(())
    })?;
    Ok(())
}

/// Moves a section, with all below it, by one of its level; false when there is none to pass.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn move_section(
    file: &mut OfficeFile,
    synthesis: Uuid,
    section: Uuid,
    down: bool,
) -> Result<bool, FileError> {
    let order = {
        let all = sections(file.connection(), synthesis)?;
        let at = all.iter().position(|one| one.id == section);
        at.and_then(|at| moved(&all, at, down))
    };
    let Some(order) = order else { return Ok(false) };
    file.write("move-section", |tx| arrange(tx, &order))?;
    Ok(true)
}

/// Takes a section off with all below it; what they cite is carried no more.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn remove_section(file: &mut OfficeFile, synthesis: Uuid, section: Uuid) -> Result<(), FileError> {
    file.write("remove-section", |tx| -> Result<(), FileError> {
        let all = sections(tx, synthesis)?;
        let Some(at) = all.iter().position(|one| one.id == section) else { return Ok(()) };
        for one in &all[block(&all, at)] {
            tx.execute("UPDATE synthesis_section SET deleted = 1 WHERE id = ?1", [one.id])?;
        }
        super::sources::sync_sources(tx, synthesis, &std::collections::HashSet::new())
    })?;
    Ok(())
}

/// Keeps the outline of a synthesis as a template: a new one, or in the place of one of that name.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn keep_template(file: &mut OfficeFile, synthesis: Uuid, name: &str) -> Result<(), FileError> {
    file.write("keep-outline", |tx| -> Result<(), FileError> {
        let found = templates(tx, PeriodKind::None)?.into_iter().find(|one| one.name.trim() == name.trim());
        let id = if let Some(template) = found {
            tx.execute(
                "UPDATE outline_section SET deleted = 1 WHERE outline = ?1 AND deleted = 0",
                [template.id],
            )?;
            template.id
        } else {
            let id = tx.new_id();
            tx.execute(
                "INSERT INTO outline (id, name, title, position, period_kind)
                 VALUES (?1, ?2, coalesce((SELECT title FROM outline WHERE id =
                   (SELECT outline FROM synthesis WHERE id = ?3)), ?2 || ' {period}'),
                   (SELECT coalesce(max(position), 0) + 1 FROM outline),
                   coalesce((SELECT period_kind FROM synthesis WHERE id = ?3), ''))",
                params![id, name.trim(), synthesis],
            )?;
            id
        };
        copy(tx, id, &sections(tx, synthesis)?)
    })?;
    Ok(())
}

fn copy(tx: &Tx, outline: Uuid, sections: &[Section]) -> Result<(), FileError> {
    let ids: std::collections::HashMap<Uuid, Uuid> =
        sections.iter().map(|section| (section.id, tx.new_id())).collect();
    let mut insert = tx.prepare_cached(
        "INSERT INTO outline_section (id, outline, parent, heading, source, optional, position)
         VALUES (?, ?, ?, ?, ?, 1, ?)",
    )?;
    for (place, section) in sections.iter().enumerate() {
        insert.execute(params![
            ids.get(&section.id),
            outline,
            section.parent.and_then(|parent| ids.get(&parent)),
            section.heading,
            section.source.id(),
            place as i64
        ])?;
    }
    Ok(())
}
