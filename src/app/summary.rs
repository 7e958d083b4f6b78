//! Joins the tab Soạn tổng hợp with its store.

use std::path::Path;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::room::{Room, as_the_tab_does};
use crate::file::{FileError, OfficeFile};
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::summary::model::Synthesis;
use crate::summary::period::Period;
use crate::summary::tab::{self, Command, Export, Message, Opened, Pane, Query, State};
use crate::summary::{export, gather, store, view};
use crate::words::Words;

/// The tab.
pub struct Summary;

impl Room for Summary {
    as_the_tab_does!();

    fn is_dirty(state: &State) -> bool {
        tab::is_dirty(state)
    }

    fn record(state: &State) -> Option<Target> {
        let Some(open) = &state.open else {
            return state.rows.as_ref()?.get(state.cursor).map(|row| Target::Synthesis(row.id));
        };
        if open.pane == Pane::Sources {
            let source = open.sources.get(open.source)?;
            return open.material.items.get(source.item).map(|item| Target::Item(item.id));
        }
        open.synthesis.sections.get(open.section).map(|section| Target::Section(section.id))
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        self::query(connection, query)
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        self::command(file, command)
    }
}

/// Runs a read of the tab.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
    Ok(match query {
        Query::List => Message::List(store::syntheses(connection)?),
        Query::Open(id) => Message::Opened(opened(connection, id)?.map(Box::new)),
        Query::Item { id, title, above, below } => {
            let text = store::item_text(connection, id)?;
            let parts = [above.trim(), text.trim(), below.trim()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Message::Page(title, parts.join("\n\n"))
        }
        Query::Preview(id, today) => preview(connection, id, today)?,
        Query::Export(export) => export_paper(connection, &export)?,
    })
}

fn opened(connection: &Connection, id: Uuid) -> Result<Option<Opened>, FileError> {
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(None);
    };
    let Some(period) = period(&synthesis) else {
        return Ok(None);
    };
    Ok(Some(Opened {
        material: store::material(connection, &period)?,
        phrases: store::phrases(connection)?,
        drafts: store::kept_drafts(connection, id)?,
        kept: store::kept(connection, id)?,
        synthesis,
    }))
}

fn period(synthesis: &Synthesis) -> Option<Period> {
    Period::stored(&synthesis.period_kind, synthesis.from?, synthesis.to?)
}

fn preview(connection: &Connection, id: Uuid, today: NaiveDate) -> Result<Message, FileError> {
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(Message::Opened(None));
    };
    let office = store::office(connection)?;
    Ok(match export::as_text(&synthesis, &office, today) {
        Ok(text) => Message::Page(synthesis.title, text),
        Err(error) => Message::Exported(Err(error)),
    })
}

/// Writes the paper; a bare file name stands beside the office's file.
fn export_paper(connection: &Connection, export: &Export) -> Result<Message, FileError> {
    let Some(synthesis) = store::synthesis(connection, export.id)? else {
        return Ok(Message::Opened(None));
    };
    let beside = connection.path().map(Path::new).and_then(Path::parent);
    let path = beside.unwrap_or(Path::new("")).join(&export.path);
    if path.exists() && !export.over {
        return Ok(Message::Exists(Export { path, ..export.clone() }));
    }
    let office = store::office(connection)?;
    let material = match period(&synthesis).filter(|_| export.annex) {
        Some(period) => Some(store::material(connection, &period)?),
        None => None,
    };
    let written = export::write(&path, &synthesis, &office, export.today, material.as_ref());
    Ok(Message::Exported(written.map(|()| path)))
}

/// Runs a write of the tab.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    Ok(match command {
        Command::Create(period) => {
            let found = store::find(file.connection(), &period)?;
            let existed = found.is_some();
            let id = match found {
                Some(id) => id,
                None => store::compose(file, &period)?,
            };
            Message::Created(id, existed)
        }
        Command::Gather { id, over } => gather(file, id, over)?,
        Command::Save { synthesis, section, body } => {
            store::save_section(file, synthesis, section, &body)?;
            Message::Saved
        }
        Command::KeepDraft { section, at, body } => {
            store::keep_draft(file, section, &at, &body)?;
            Message::Drafts
        }
        Command::DropDraft(section) => {
            store::drop_draft(file, section)?;
            Message::Drafts
        }
        Command::Answer { synthesis, kind, subject, reason } => {
            store::answer(file, synthesis, kind, subject, &reason)?;
            Message::Drafts
        }
        Command::Delete(id) => {
            store::delete(file, id)?;
            Message::Changed
        }
    })
}

fn gather(file: &mut OfficeFile, id: Uuid, over: bool) -> Result<Message, FileError> {
    let connection = file.connection();
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(Message::Opened(None));
    };
    let Some(period) = period(&synthesis) else {
        return Ok(Message::Opened(None));
    };
    let drafted = gather::draft(
        &store::material(connection, &period)?,
        &synthesis.sections,
        &store::phrases(connection)?,
    );
    let done = store::regather(file, id, &drafted, over)?;
    Ok(Message::Gathered { id, renewed: done.renewed, kept: done.kept })
}

#[cfg(test)]
mod tests;
