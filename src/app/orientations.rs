//! Joins the page of orientations with its store, and with papers.

use std::path::Path;

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::inbox::forms;
use super::room::{Room, as_the_tab_does};
use crate::exchange::paper::Format;
use crate::exchange::{Written, write_out};
use crate::file::{FileError, OfficeFile};
use crate::inbox::tab::orientations::{self as tab, Command, Export, Message, Query, State};
use crate::inbox::view::orientations as view;
use crate::inbox::{papers, store};
use crate::roster::store::office_head;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::words::Words;

/// The orientations of the office.
pub struct Orientations;

impl Room for Orientations {
    as_the_tab_does!();

    fn record(state: &State) -> Option<Target> {
        state.list.current().map(|line| Target::Orientation(line.id))
    }

    fn is_dirty(state: &State) -> bool {
        state.form.is_dirty()
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        Ok(match query {
            Query::Lines => {
                let office = office_head(connection)?;
                let mark = office.mark().to_owned();
                Message::Lines(store::orientation_lines(connection)?, Box::new((office.name, mark)))
            }
            Query::Card(id) => Message::Card(store::orientation_card(connection, id, false)?.map(Box::new)),
            Query::Found(id) => Message::Card(store::orientation_card(connection, id, true)?.map(Box::new)),
            Query::Briefings => Message::Briefings(store::briefings(connection)?),
            Query::Export(export) => exported(connection, export)?,
            Query::Form(ask) => Message::Form(forms::query(connection, ask)?),
        })
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        Ok(match command {
            Command::Form(write) => Message::Form(forms::write(file, write)?.0),
            Command::Sent(id, through, at) => {
                let action = if through.is_empty() { "orientation-unsend" } else { "orientation-send" };
                let count = file.write(action, |tx| store::mark_sent(tx, id, through, at))?.value;
                Message::Sent(id, (!through.is_empty()).then_some(count))
            }
            Command::Tell(matter, briefing, now) => {
                let told = file.write("orientation-tell", |tx| store::tell(tx, &matter, &briefing, now))?;
                Message::Told(told.value, briefing.at.date())
            }
            Command::Remove(id) => {
                file.write("orientation-remove", |tx| store::remove_orientation(tx, id))?;
                Message::Removed
            }
        })
    }
}

/// Writes the paper or the message; a bare file name stands beside the office's file.
fn exported(connection: &Connection, export: Export) -> Result<Message, FileError> {
    let Some(card) = store::orientation_card(connection, export.id, true)? else {
        return Ok(Message::Written(None));
    };
    let beside = connection.path().map(Path::new).and_then(Path::parent);
    let office = office_head(connection)?;
    let paper = papers::paper(&card.record, &card.recipients, &office, export.today);
    let written = write_out(beside.unwrap_or(Path::new("")), &export.path, export.over, |path| {
        papers::bytes(&paper, &export.message, &office, Format::of(path).unwrap_or(Format::Docx))
    });
    Ok(match written {
        Written::Exists(path) => Message::Exists(Export { path, ..export }),
        written => Message::Written(Some(written)),
    })
}
