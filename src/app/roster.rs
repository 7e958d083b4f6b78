//! Joins the tab Cộng tác viên with its store.

mod output;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::paths::typed_path;
use super::room::{Room, as_the_tab_does};
use crate::exchange;
use crate::exchange::{Content, Source, Workbook};
use crate::file::{FileError, OfficeFile, drafts, history, schema, value};
use crate::inbox;
use crate::office;
use crate::office::store::Kind;
use crate::roster::import::{self, RosterImportError};
use crate::roster::model::{Activity, Card, CardExtra, LastChange, NewCollaborator, ViewWrite};
use crate::roster::store;
use crate::roster::tab::{
    self, Asked, Command, FileOutcome, ImportPlan, ImportTrouble, Material, Message, Query, Saved, State,
};
use crate::roster::view;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::training;
use crate::words::Words;

/// The tab.
pub struct Roster;

impl Room for Roster {
    as_the_tab_does!(Message);

    fn receive(state: &mut State, mut message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
        if let Message::Planned(plan) | Message::Imported(plan) = &mut message {
            in_words(plan, moment.words);
        }
        tab::receive(state, message, moment)
    }

    fn record(state: &State) -> Option<Target> {
        match &state.units {
            Some(units) => units.list.current_id().map(Target::Unit),
            None => state.list.current_id().map(Target::Collaborator),
        }
    }

    fn is_dirty(state: &State) -> bool {
        tab::is_dirty(state)
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        self::query(connection, query)
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        self::command(file, command)
    }
}

/// What its views are kept under.
const PLACE: &str = "roster";

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
            let mut roster = store::roster(connection, order, None)?;
            roster.set_trained(training::store::last_trained(connection)?);
            Message::Roster { roster: Box::new(roster), whole: true }
        }
        Query::Births => Message::Births(store::births(connection)?),
        Query::Views => Message::Views(store::views(connection, PLACE)?),
        Query::Card(id, today) => Message::Card(card(connection, id, today)?.map(Box::new)),
        Query::Form(asked) => Message::Form(Box::new(material(connection, asked)?)),
        Query::Differ(people, change) => {
            let differ = store::would_change(connection, &people, &change)?;
            Message::Differ(people, change, differ)
        }
        Query::Follows(plan) => {
            let follows = office::store::follows(connection, &plan.wish.units, plan.wish.on)?;
            Message::Follows(Box::new(plan.with_follows(follows)))
        }
        Query::Output(output) => output::written(connection, output)?,
        Query::PlanImport(path, said) => {
            let mut files = Vec::new();
            let remembered = import::remembered(connection)?;
            let known = |header: &str| said.get(header).or_else(|| remembered.get(header)).cloned();
            for (name, workbook) in workbooks(&path) {
                let (outcome, columns) = match workbook {
                    Ok(workbook) => {
                        let plan = import::planned(connection, &workbook, known).map(import::Plan::counts);
                        let sheets = workbook.sheets.iter();
                        (
                            explained(plan)?,
                            sheets.filter_map(|sheet| import::list_columns(sheet, known)).collect(),
                        )
                    }
                    Err(trouble) => (Err(trouble), Vec::new()),
                };
                files.push(FileOutcome { name, outcome, columns });
            }
            Message::Planned(Box::new(ImportPlan { path, said, files, doubles: 0 }))
        }
    })
}

/// A card: the person, and what the rooms above the roster know.
fn card(connection: &Connection, id: Uuid, today: NaiveDate) -> Result<Option<Card>, FileError> {
    let Some(person) = store::collaborator(connection, id)? else {
        return Ok(None);
    };
    let mut follows = Vec::new();
    if !person.known.topics.is_empty() {
        let topics = store::topic_names(connection)?.into_iter();
        follows = topics.filter(|(id, _)| person.known.topics.contains(id)).map(|(_, name)| name).collect();
    }
    let extra = CardExtra {
        follows,
        reports_by_month: inbox::store::reports_by_month(connection, id, today)?,
        activity: activity(connection, id, today)?,
        classes: training::store::classes_of(connection, id)?,
        last_change: last_change(connection, id)?,
    };
    Ok(Some(Card { person, extra }))
}

/// What somebody handed in in the last twelve months, and in time.
fn activity(connection: &Connection, id: Uuid, today: NaiveDate) -> Result<Activity, FileError> {
    let from = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let counted = inbox::store::activity(connection, from, today, today, Some(id))?;
    Ok(counted.get(&id).copied().unwrap_or_default())
}

/// Rows of one person's record that are looked at for its last change.
const OWN_ROWS: usize = 200;

/// Who changed a person's record last, a number or an office held with it, and when.
fn last_change(connection: &Connection, id: Uuid) -> Result<Option<LastChange>, FileError> {
    let Some(table) = schema::table_named("collaborator") else { return Ok(None) };
    let rows = history::family(connection, table, id, &[], OWN_ROWS)?;
    let newest = history::newest(connection, rows.into_iter().map(|(_, row)| row))?;
    Ok(newest.and_then(|entry| {
        let at = value::moment(&entry.at)?;
        Some(LastChange { at, person: entry.person })
    }))
}

/// Files of a folder that are looked at at most.
const FILES: usize = 500;
/// Endings of files that can be lists.
const LISTS: [&str; 5] = ["xlsx", "xlsm", "csv", "xls", "ods"];

/// The lists of a file, or of all files of a folder that can be lists, by name.
fn workbooks(typed: &str) -> Vec<(String, Result<Workbook, ImportTrouble>)> {
    let path = typed_path(typed);
    let named = |path: &Path| {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into());
        (name, workbook(path))
    };
    if !path.is_dir() {
        return vec![named(&path)];
    }
    let is_list = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        path.is_file() && LISTS.contains(&ending.as_str())
    };
    let mut files: Vec<PathBuf> = fs::read_dir(&path)
        .map(|found| {
            found.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_list(path)).collect()
        })
        .unwrap_or_default();
    files.sort();
    files.truncate(FILES);
    if files.is_empty() {
        return vec![(path.display().to_string(), Err(ImportTrouble::EmptyFolder))];
    }
    files.iter().map(|path| named(path)).collect()
}

/// The list in a file.
fn workbook(path: &Path) -> Result<Workbook, ImportTrouble> {
    if !path.is_file() {
        return Err(ImportTrouble::NoFile(path.display().to_string()));
    }
    let reading = Source::open(path).and_then(|source| exchange::read(&source, None));
    match reading.map_err(ImportTrouble::Refused)?.content {
        Content::Workbook(workbook) => Ok(workbook),
        Content::Document(_) | Content::Mail(_) | Content::Mailbox(_) => Err(ImportTrouble::NoHeader),
    }
}

/// The reasons of refusal in words: the tab knows no words of files.
fn in_words(plan: &mut ImportPlan, words: &Words) {
    for file in &mut plan.files {
        if let Err(ImportTrouble::Refused(refusal)) = &file.outcome {
            let said = office::import::refused(words, &office::import::Refused::Read(refusal.clone()));
            file.outcome = Err(ImportTrouble::Said(said));
        }
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
        Command::SavePerson { id, known, unit_name, next } => save_person(file, id, *known, &unit_name, next),
        Command::SaveUnit { id, known, renamed_on } => {
            let action = if id.is_none() { "unit-add" } else { "unit-edit" };
            let name = known.name.clone();
            let written = file.write(action, |tx| {
                drafts::forget(tx, "unit", id.unwrap_or_default())?;
                Ok::<_, FileError>(store::save_unit(tx, id, &known, renamed_on)?)
            })?;
            Ok(Message::Saved(Saved::Unit { id: written.value, name }))
        }
        Command::Decide { people, decision } => {
            let written = file.write("collaborator-decision", |tx| {
                Ok::<_, FileError>(store::decide(tx, &people, &decision)?)
            })?;
            Ok(Message::Saved(Saved::Decision(written.value)))
        }
        Command::Change { people, change } => {
            let written = file.write("collaborator-bulk", |tx| {
                Ok::<_, FileError>(store::change_many(tx, &people, &change)?)
            })?;
            Ok(Message::Saved(Saved::Changed(written.value)))
        }
        Command::Delete(people) => {
            file.write("collaborator-delete", |tx| {
                Ok::<_, FileError>(store::delete_collaborators(tx, &people)?)
            })?;
            Ok(Message::Saved(Saved::Deleted(people.len())))
        }
        Command::DeleteUnit { id, name } => {
            file.write("unit-delete", |tx| Ok::<_, FileError>(store::delete_unit(tx, id)?))?;
            Ok(Message::Saved(Saved::UnitDeleted(name)))
        }
        Command::Reorganise(plan) => {
            let done = file.write("unit-reorganise", |tx| office::store::reorganise(tx, &plan))?.value;
            let office::store::Reorganised { unit, ceased, people } = done;
            Ok(Message::Saved(Saved::Reorganised { unit, ceased, people }))
        }
        Command::MoveUnit { id, up } => {
            file.write("unit-move", |tx| Ok::<_, FileError>(store::move_unit(tx, id, up)?))?;
            Ok(Message::Saved(Saved::UnitMoved(id)))
        }
        Command::SaveView(record) => {
            let action = if record.id.is_none() { "view-enter" } else { "view-edit" };
            file.write(action, |tx| store::save_view(tx, PLACE, &record))?;
            Ok(Message::Saved(Saved::View(record.name, store::views(file.connection(), PLACE)?)))
        }
        Command::View(write) => view(file, write),
        Command::Draft(write) => Ok(Message::Kept(super::drafts::write(file, write)?)),
        Command::DropDraft(write, again) => Ok(Message::Dropped(super::drafts::write(file, write)?, again)),
        Command::Import(path, said) => {
            let lists = workbooks(&path);
            let before = office::store::waiting(file.connection(), Kind::Person)?;
            let written = file.write("roster-import", |tx| {
                let remembered = import::remembered(tx)?;
                let known = |header: &str| said.get(header).or_else(|| remembered.get(header)).cloned();
                let mut files = Vec::with_capacity(lists.len());
                for (name, workbook) in lists {
                    let outcome = match workbook {
                        Ok(workbook) => {
                            let plan = import::planned(tx, &workbook, known);
                            explained(plan.and_then(|plan| Ok(import::apply(tx, plan)?)))?
                        }
                        Err(trouble) => Err(trouble),
                    };
                    files.push(FileOutcome { name, outcome, columns: Vec::new() });
                }
                Ok::<_, FileError>(files)
            })?;
            let now = office::store::waiting(file.connection(), Kind::Person)?;
            let doubles = now.saturating_sub(before);
            Ok(Message::Imported(Box::new(ImportPlan { path, said, files: written.value, doubles })))
        }
    }
}

/// Takes a view off, or moves it.
fn view(file: &mut OfficeFile, write: ViewWrite) -> Result<Message, FileError> {
    match write {
        ViewWrite::Remove(id) => {
            file.write("view-remove", |tx| store::remove_view(tx, id).map_err(FileError::from))?;
        }
        ViewWrite::Move(id, front) => {
            file.write("view-move", |tx| store::move_view(tx, PLACE, id, front).map_err(FileError::from))?;
        }
    }
    Ok(Message::Views(store::views(file.connection(), PLACE)?))
}

/// What a form is made of.
fn material(connection: &Connection, asked: Asked) -> Result<Material, FileError> {
    let draft = match asked.draft() {
        Some((place, row)) => drafts::read(connection, place, row)?,
        None => None,
    };
    let (person, unit) = match &asked {
        Asked::Person(Some(id)) => (store::collaborator(connection, *id)?, None),
        Asked::Unit(Some(id), _) => (None, store::unit(connection, *id)?),
        _ => (None, None),
    };
    let topics = match &asked {
        Asked::Person(_) | Asked::Bulk(_) => store::topic_names(connection)?,
        Asked::Unit(..) | Asked::Decision(_) | Asked::Reorganise(_) | Asked::Output(_) | Asked::View(_) => {
            Vec::new()
        }
    };
    Ok(Material { asked, person, unit, topics, draft })
}

/// Keeps a collaborator, with the unit when it is new too.
fn save_person(
    file: &mut OfficeFile,
    id: Option<Uuid>,
    mut known: NewCollaborator,
    unit_name: &str,
    next: bool,
) -> Result<Message, FileError> {
    let action = if id.is_none() { "collaborator-add" } else { "collaborator-edit" };
    let name = known.full_name.clone();
    let written = file.write(action, |tx| {
        if !unit_name.is_empty() {
            known.unit = Some(store::ensure_unit(tx, unit_name)?);
        }
        drafts::forget(tx, "collaborator", id.unwrap_or_default())?;
        Ok::<_, FileError>(match id {
            Some(id) => {
                store::update_collaborator(tx, id, &known)?;
                id
            }
            None => store::insert_collaborator(tx, &known)?,
        })
    })?;
    Ok(Message::Saved(Saved::Person { id: written.value, name, new: id.is_none(), next }))
}
