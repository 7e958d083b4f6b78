//! Joins the tab Cộng tác viên with its store.

use std::path::Path;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::room::Room;
use crate::exchange;
use crate::exchange::{Content, Source, Workbook};
use crate::file::{FileError, OfficeFile, Tx, history, value};
use crate::inbox;
use crate::roster::import::{self, RosterImportError};
use crate::roster::model::{Card, CardExtra, LastChange};
use crate::roster::store;
use crate::roster::tab::{self, Change, Command, ImportPlan, ImportTrouble, Message, Query, State};
use crate::roster::view;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::training;
use crate::words::Words;

/// The tab.
pub struct Roster;

impl Room for Roster {
    type State = State;
    type Query = Query;
    type Command = Command;
    type Message = Message;

    fn update(state: &mut State, action: &Action, moment: &Moment) -> Vec<Effect<Query, Command>> {
        tab::update(state, action, moment)
    }

    fn receive(state: &mut State, message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
        tab::receive(state, message, moment)
    }

    fn place(state: &State) -> &'static Place {
        tab::place(state)
    }

    fn works(state: &State, action: &Action) -> bool {
        tab::works(state, action)
    }

    fn record(state: &State) -> Option<Target> {
        match &state.units {
            Some(units) => units.list.current_id().map(Target::Unit),
            None => state.list.current_id().map(Target::Collaborator),
        }
    }

    fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
        view::draw(frame, area, state, look, words);
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        self::query(connection, query)
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        self::command(file, command)
    }
}

/// People on the first screen, before everybody is read.
const FIRST: usize = 100;

/// Runs a read of the tab.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
    Ok(match query {
        Query::First(order) => {
            Message::Roster { roster: Box::new(store::roster(connection, order, Some(FIRST))?), whole: false }
        }
        Query::Whole(order) => {
            Message::Roster { roster: Box::new(store::roster(connection, order, None)?), whole: true }
        }
        Query::Card(id, today) => Message::Card(card(connection, id, today)?.map(Box::new)),
        Query::PlanImport(path) => {
            let outcome = match workbook(&path) {
                Ok(workbook) => explained(import::preview(connection, &workbook, None))?,
                Err(trouble) => Err(trouble),
            };
            Message::Planned(Box::new(ImportPlan { path, outcome }))
        }
    })
}

/// A card: the person, and what the rooms above the roster know.
fn card(connection: &Connection, id: Uuid, today: NaiveDate) -> Result<Option<Card>, FileError> {
    let Some(person) = store::collaborator(connection, id)? else {
        return Ok(None);
    };
    let extra = CardExtra {
        reports_by_month: inbox::store::reports_by_month(connection, id, today)?,
        classes: training::store::classes_of(connection, id)?,
        last_change: last_change(connection, id)?,
    };
    Ok(Some(Card { person, extra }))
}

/// Who changed a record last, and when.
fn last_change(connection: &Connection, id: Uuid) -> Result<Option<LastChange>, FileError> {
    let newest = history::of_row(connection, id)?.into_iter().next();
    Ok(newest.and_then(|entry| {
        let at = value::moment(&entry.at)?;
        Some(LastChange { at, person: entry.person })
    }))
}

/// The list in a file.
fn workbook(path: &str) -> Result<Workbook, ImportTrouble> {
    let path = path.trim().trim_matches(['"', '\'']);
    if !Path::new(path).is_file() {
        return Err(ImportTrouble::NoFile(path.to_owned()));
    }
    let reading = Source::open(Path::new(path)).and_then(|source| exchange::read(&source, None));
    match reading.map_err(ImportTrouble::Refused)?.content {
        Content::Workbook(workbook) => Ok(workbook),
        Content::Document(_) | Content::Mail(_) => Err(ImportTrouble::NoHeader),
    }
}

/// Takes what is wrong with the list apart from what is wrong with the office's file.
fn explained<T>(imported: Result<T, RosterImportError>) -> Result<Result<T, ImportTrouble>, FileError> {
    match imported {
        Ok(imported) => Ok(Ok(imported)),
        Err(RosterImportError::NoHeader) => Ok(Err(ImportTrouble::NoHeader)),
        Err(RosterImportError::NoRows) => Ok(Err(ImportTrouble::NoRows)),
        Err(RosterImportError::File(error)) => Err(error),
    }
}

/// Runs a write of the tab.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    match command {
        Command::Edit { id, change } => {
            let written = file.write("collaborator-edit", |tx| edit(tx, id, change))?;
            Ok(Message::Edited { name: written.value })
        }
        Command::Import(path) => {
            let outcome = match workbook(&path) {
                Ok(workbook) => {
                    let written =
                        file.write("roster-import", |tx| import::import_workbook(tx, &workbook, None));
                    explained(written.map(|written| written.value))?
                }
                Err(trouble) => Err(trouble),
            };
            Ok(Message::Imported(Box::new(outcome)))
        }
    }
}

/// Changes one field and gives the person's name.
fn edit(tx: &Tx, id: Uuid, change: Change) -> Result<String, FileError> {
    let Some(person) = store::collaborator(tx, id)? else {
        return Ok(String::new());
    };
    let mut known = person.known;
    match change {
        Change::Phones(phones) => known.phones = phones,
        Change::Email(email) => known.email = email,
        Change::Post(post) => known.post = post,
        Change::TermTo(day) => {
            // The words of the source speak of the old term.
            known.term_text.clear();
            known.term_to = day;
        }
        Change::Status(status) => known.status = status,
        Change::Note(note) => known.note = note,
    }
    store::update_collaborator(tx, id, &known)?;
    Ok(known.full_name)
}
