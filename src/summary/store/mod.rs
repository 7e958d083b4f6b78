//! SQL of the composer: the material of a period, syntheses with their sections, the rows every file is born with.

mod exhibits;
mod issue;
mod material;
mod outline;
mod phrases;
mod register;
mod shipped;
mod shorter;
mod sources;
mod synthesis;
mod work;

pub use crate::roster::store::office_head as office;
pub use exhibits::exhibits;
pub use issue::{Issue, issue, save_head, submit, take_back};
pub use material::{Scope, item_text, material, places, scoped};
pub use outline::{add_section, keep_template, move_section, name_section, remove_section, templates};
pub use phrases::{add_phrase, phrase_rows, phrases, remove_phrase, save_phrase};
pub use register::{add_number, register, remove_number, running};
pub use shipped::shipped;
pub use sources::{LeftOut, answer, kept};
pub use synthesis::{
    Regathered, create, delete, drop_draft, find, keep_draft, kept_drafts, regather, save_section, sent,
    syntheses, synthesis,
};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::gather::{draft, lowered};
use super::model::{Section, Source, Synthesis};
use super::wanted::Wanted;
use crate::file::{FileError, OfficeFile};
use crate::inbox::model::PeriodKind;

/// An outline: its id, the title of syntheses made of it (with `{period}`), its sections in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Id; `None` when the file has none.
    pub id: Option<Uuid>,
    /// Title with `{period}`.
    pub title: String,
    /// Sections.
    pub sections: Vec<Section>,
}

/// The outline offered first for periods of this kind.
///
/// # Errors
/// Whatever SQLite answers.
pub fn outline(conn: &Connection, kind: PeriodKind) -> rusqlite::Result<Outline> {
    let first = templates(conn, kind)?.into_iter().next();
    first.map_or_else(|| Ok(Outline::default()), |template| outline_of(conn, template.id))
}

/// An outline of the file; an empty one when it is gone.
///
/// # Errors
/// Whatever SQLite answers.
pub fn outline_of(conn: &Connection, id: Uuid) -> rusqlite::Result<Outline> {
    let title: Option<String> = conn
        .prepare_cached("SELECT title FROM outline WHERE id = ? AND deleted = 0")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(title) = title else {
        return Ok(Outline::default());
    };
    let sections = conn
        .prepare_cached(
            "SELECT id, parent, heading, source FROM outline_section WHERE outline = ? AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([id], |row| {
            Ok(Section {
                id: row.get(0)?,
                parent: row.get(1)?,
                heading: row.get(2)?,
                source: Source::from_id(&row.get::<_, String>(3)?),
                ..Section::default()
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Outline { id: Some(id), title, sections })
}

/// Makes the synthesis that is wanted, drafted from what its period brought: of a thematic one, about its topic; of a place, from
/// its units.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn compose(file: &mut OfficeFile, wanted: &Wanted) -> Result<Uuid, FileError> {
    let (outline, synthesis) = drafted(file.connection(), wanted)?;
    create(file, &outline, &synthesis)
}

/// A synthesis as [`compose`] would make it, kept nowhere, and its outline.
///
/// # Errors
/// Whatever SQLite answers.
pub fn drafted(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Outline, Synthesis)> {
    let Wanted { period, outline, topic, unit, by } = *wanted;
    let outline = match outline {
        Some(id) => outline_of(conn, id)?,
        None => self::outline(conn, period.kind)?,
    };
    let work = outline.sections.iter().any(|section| section.source.tells_work());
    let material = scoped(conn, &Scope { period, topic, unit, by, work })?;
    let about = topic.and_then(|id| material.topics.get(&id)).map(|topic| lowered(&topic.name));
    let title = outline.title.replace("{period}", &period.name());
    let mut title = title.replace("{topic}", about.as_deref().unwrap_or_default());
    if let Some(place) = unit.map(|unit| unit_name(conn, unit)).transpose()?.flatten() {
        title = format!("{title} trên địa bàn {place}");
    }
    let synthesis = Synthesis {
        title,
        period_kind: period.kind.id().to_owned(),
        from: Some(period.from),
        to: Some(period.to),
        topic,
        unit,
        grouping: by,
        sections: draft(&material, &outline.sections, &phrases(conn)?),
        ..Synthesis::default()
    };
    Ok((outline, synthesis))
}

fn unit_name(conn: &Connection, unit: Uuid) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM unit WHERE id = ? AND trim(name) <> ''")?
        .query_row([unit], |row| row.get(0))
        .optional()
}

#[cfg(test)]
pub(crate) mod tests;
