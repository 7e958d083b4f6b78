//! SQL of the composer: the material of a period, syntheses with their sections, the rows every file is born with.

mod exhibits;
mod issue;
mod material;
mod outline;
mod shipped;
mod sources;
mod synthesis;

pub use crate::roster::store::office_head as office;
pub use exhibits::exhibits;
pub use issue::{Issue, issue, save_head, submit, take_back};
pub use material::{item_text, material};
pub use outline::{add_section, keep_template, move_section, name_section, remove_section, templates};
pub use shipped::shipped;
pub use sources::{LeftOut, answer, kept};
pub use synthesis::{
    Regathered, create, delete, drop_draft, find, keep_draft, kept_drafts, regather, save_section, sent,
    syntheses, synthesis,
};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::gather::{Phrase, Phrases, draft};
use super::model::{Section, Source};
use super::period::Period;
use crate::file::{FileError, OfficeFile};
use crate::inbox::model::{Band, Tendency};

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

/// The first outline of the file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn outline(conn: &Connection) -> rusqlite::Result<Outline> {
    let first = conn
        .prepare_cached("SELECT id FROM outline WHERE deleted = 0 ORDER BY position, id LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    first.map_or_else(|| Ok(Outline::default()), |id| outline_of(conn, id))
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

/// The sentences drafts are written with.
///
/// # Errors
/// Whatever SQLite answers.
pub fn phrases(conn: &Connection) -> rusqlite::Result<Phrases> {
    let rows = conn
        .prepare_cached(
            "SELECT band, tendency, body FROM phrase WHERE kind = 'stream_sentence' AND deleted = 0 ORDER BY position, id",
        )?
        .query_map([], |row| {
            let (band, tendency): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(Phrase {
                band: (!band.is_empty()).then(|| Band::from_id(&band)),
                tendency: (!tendency.is_empty()).then(|| Tendency::from_id(&tendency)),
                body: row.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Phrases(rows))
}

/// Makes the synthesis of a period: an outline, the file's first when none is named, drafted from what the period brought.
///
/// # Errors
/// [`FileError`]; nothing was written then.
pub fn compose(file: &mut OfficeFile, period: &Period, named: Option<Uuid>) -> Result<Uuid, FileError> {
    let conn = file.connection();
    let outline = named.map_or_else(|| outline(conn), |id| outline_of(conn, id))?;
    let drafted = draft(&material(conn, period)?, &outline.sections, &phrases(conn)?);
    create(file, period, &outline, &drafted)
}

#[cfg(test)]
pub(crate) mod tests;
