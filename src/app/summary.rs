//! Joins the tab Soạn tổng hợp with its store.

use std::path::Path;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::room::{Room, as_the_tab_does};
use crate::exchange::{self, Content, Source};
use crate::file::{FileError, OfficeFile};
use crate::inbox::store::topics;
use crate::office::import::{Refused, refused};
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::summary::checks::Facts;
use crate::summary::model::{Grouping, Head, Synthesis};
use crate::summary::period::Period;
use crate::summary::signed::{ReadBack, read_back};
use crate::summary::tab::{
    self, Change, Command, Done, Export, Message, Opened, Pane, PhraseChange, Query, State, Unread,
};
use crate::summary::{exhibit, export, gather, register, store, view};
use crate::words::Words;

/// The tab.
pub struct Summary;

impl Room for Summary {
    as_the_tab_does!(Message);

    fn receive(state: &mut State, mut message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
        // The tab knows no words of files.
        if let Message::Signed(_, _, read) = &mut message
            && let Err(Unread::Refused(refusal)) = read
        {
            let said = refused(moment.words, &Refused::Read(refusal.clone()));
            *read = Err(Unread::Said(said));
        }
        tab::receive(state, message, moment)
    }

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
        Query::Preview { id, today, bodies } => preview(connection, id, today, &bodies)?,
        Query::Export(export) => export_paper(connection, &export)?,
        Query::Templates(period) => Message::Templates(period, store::templates(connection, period.kind)?),
        Query::Topics(wanted) => {
            let topics = topics(connection)?.into_iter().map(|topic| (topic.id, topic.name)).collect();
            Message::Topics(wanted, topics)
        }
        Query::Places(wanted) => Message::Places(wanted, store::places(connection)?),
        Query::Phrases => Message::Phrases(store::phrase_rows(connection)?, None),
        Query::Register(today) => {
            Message::Register(store::register(connection)?, store::running(connection, today)?)
        }
        Query::ExportRegister(path, today) => {
            let beside = connection.path().map(Path::new).and_then(Path::parent);
            let path = beside.unwrap_or(Path::new("")).join(path);
            let books = register::books(store::register(connection)?, &store::running(connection, today)?);
            Message::Exported(export::write_register(&path, &books).map(|()| path))
        }
        Query::Signed(id, head, path) => {
            let read = signed(connection, id, &path)?;
            Message::Signed(id, head, read)
        }
    })
}

fn opened(connection: &Connection, id: Uuid) -> Result<Option<Opened>, FileError> {
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(None);
    };
    let Some(scope) = store::Scope::of_synthesis(&synthesis) else {
        return Ok(None);
    };
    let material = store::scoped(connection, &scope)?;
    Ok(Some(Opened {
        facts: Facts::of(&material),
        material,
        phrases: store::phrases(connection)?,
        next_number: next_number(connection)?,
        drafts: store::kept_drafts(connection, id)?,
        kept: store::kept(connection, id)?,
        synthesis,
    }))
}

/// The next number of a report of this office, where the register has any.
fn next_number(connection: &Connection) -> Result<Option<u32>, FileError> {
    let running = store::running(connection, chrono::Local::now().date_naive())?;
    Ok(register::next(&store::register(connection)?, "BC", &running))
}

/// What is said of a synthesis that was kept: another paper bears its number, or `done`.
fn numbered(connection: &Connection, id: Uuid, done: Done) -> Result<Done, FileError> {
    let running = store::running(connection, chrono::Local::now().date_naive())?;
    let twice = register::twice(&store::register(connection)?, id, &running).is_some();
    Ok(if twice { Done::Doubled } else { done })
}

fn period(synthesis: &Synthesis) -> Option<Period> {
    Period::stored(&synthesis.period_kind, synthesis.from?, synthesis.to?)
}

fn preview(
    connection: &Connection,
    id: Uuid,
    today: NaiveDate,
    bodies: &[(Uuid, String)],
) -> Result<Message, FileError> {
    let Some(mut synthesis) = store::synthesis(connection, id)? else {
        return Ok(Message::Opened(None));
    };
    take_bodies(&mut synthesis, bodies);
    let office = store::office(connection)?;
    let pages = export::as_pages(&synthesis, &office, today, &store::exhibits(connection, &synthesis)?);
    let period = period(&synthesis).map(|period| period.id()).unwrap_or_default();
    Ok(Message::Pages { id, title: synthesis.title, period, pages })
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
    let scope = store::Scope::of_synthesis(&synthesis).filter(|_| export.annex);
    let beside = match scope {
        Some(scope) => Some((store::scoped(connection, &scope)?, store::kept(connection, export.id)?)),
        None => None,
    };
    let placed = store::exhibits(connection, &synthesis)?;
    let annex = beside.as_ref().map(|(material, kept)| export::Sources { material, kept });
    let written = export::write(&path, &synthesis, &office, export.today, &placed, annex);
    Ok(Message::Exported(written.map(|()| path)))
}

/// Runs a write of the tab.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    Ok(match command {
        Command::Outline(id, change) => outlined(file, id, change)?,
        Command::Create(wanted) => {
            let found = store::find(file.connection(), &wanted)?;
            let existed = found.is_some();
            let id = match found {
                Some(id) => id,
                None => store::compose(file, &wanted)?,
            };
            Message::Created(id, existed)
        }
        Command::Gather { id, by, over } => gather(file, id, by, over)?,
        Command::Save { synthesis, section, at, body } => {
            let saved = store::save_section(file, synthesis, section, &at, &body)?;
            if saved { Message::Saved } else { Message::Stands(synthesis) }
        }
        Command::KeepDraft { section, at, body } => {
            store::keep_draft(file, section, &at, &body)?;
            Message::Drafts
        }
        Command::DropDraft(section) => {
            store::drop_draft(file, section)?;
            Message::Drafts
        }
        Command::Head(id, head) => {
            store::save_head(file, id, &head)?;
            Message::Done(id, numbered(file.connection(), id, Done::Head)?)
        }
        Command::Submit(id) => {
            store::submit(file, id)?;
            Message::Done(id, Done::Submitted)
        }
        Command::Issue(id, head, read) => issue(file, id, *head, read.map(|read| *read))?,
        Command::TakeBack(id, line) => {
            store::take_back(file, id, &line)?;
            Message::Done(id, Done::TakenBack)
        }
        Command::Answer { synthesis, about, reason } => {
            store::answer(file, synthesis, &about, &reason)?;
            Message::Drafts
        }
        Command::Phrase(change) => {
            let changed = match change {
                PhraseChange::Add(phrase) => Some(store::add_phrase(file, &phrase)?),
                PhraseChange::Save(id, phrase) => {
                    store::save_phrase(file, id, &phrase)?;
                    Some(id)
                }
                PhraseChange::Remove(id) => {
                    store::remove_phrase(file, id)?;
                    None
                }
            };
            Message::Phrases(store::phrase_rows(file.connection())?, changed)
        }
        Command::AddNumber(new) => {
            store::add_number(file, &new)?;
            Message::Numbered(true)
        }
        Command::RemoveNumber(id) => {
            store::remove_number(file, id)?;
            Message::Numbered(false)
        }
        Command::Delete(id) => {
            store::delete(file, id)?;
            Message::Changed
        }
    })
}

/// Changes the outline of a synthesis.
fn outlined(file: &mut OfficeFile, id: Uuid, change: Change) -> Result<Message, FileError> {
    let stand_on = match change {
        Change::Add { after, below, heading } => Some(store::add_section(file, id, after, below, &heading)?),
        Change::Name(section, heading) => {
            store::name_section(file, section, &heading)?;
            None
        }
        Change::Move(section, down) => {
            store::move_section(file, id, section, down)?;
            None
        }
        Change::Remove(section) => {
            store::remove_section(file, id, section)?;
            None
        }
        Change::Keep(name) => {
            store::keep_template(file, id, &name)?;
            return Ok(Message::Outlined(id, None, true));
        }
    };
    Ok(Message::Outlined(id, stand_on, false))
}

/// Issues it with the text of the signed paper, or with its own.
fn issue(file: &mut OfficeFile, id: Uuid, head: Head, read: Option<ReadBack>) -> Result<Message, FileError> {
    let Some(mut synthesis) = store::synthesis(file.connection(), id)? else {
        return Ok(Message::Opened(None));
    };
    let issue = if let Some(read) = read {
        take_bodies(&mut synthesis, &read.bodies);
        let left = left_out(file.connection(), &synthesis)?;
        store::Issue { head, text: read.text, bodies: read.bodies, left }
    } else {
        synthesis.take_head(head.clone());
        let left = left_out(file.connection(), &synthesis)?;
        let office = store::office(file.connection())?;
        let today = chrono::Local::now().date_naive();
        let placed = store::exhibits(file.connection(), &synthesis)?;
        match export::as_text(&synthesis, &office, today, &placed) {
            Ok(text) => store::Issue { head, text, bodies: Vec::new(), left },
            Err(error) => return Ok(Message::Exported(Err(error))),
        }
    };
    store::issue(file, id, &issue)?;
    Ok(Message::Done(id, numbered(file.connection(), id, Done::Issued)?))
}

/// Puts other texts into its sections.
fn take_bodies(synthesis: &mut Synthesis, bodies: &[(Uuid, String)]) {
    for (id, body) in bodies {
        if let Some(section) = synthesis.sections.iter_mut().find(|section| section.id == *id) {
            section.body.clone_from(body);
        }
    }
}

/// What its table of sources says it leaves out, as it stands with the issued paper.
fn left_out(connection: &Connection, synthesis: &Synthesis) -> Result<Vec<store::LeftOut>, FileError> {
    let Some(scope) = store::Scope::of_synthesis(synthesis) else { return Ok(Vec::new()) };
    let material = store::scoped(connection, &scope)?;
    let kept = store::kept(connection, synthesis.id)?;
    Ok(export::left_out(&synthesis.sections, &material, &kept))
}

/// Reads a signed paper back.
fn signed(
    connection: &Connection,
    id: Uuid,
    path: &Path,
) -> Result<Result<Box<ReadBack>, Unread>, FileError> {
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(Err(Unread::Another));
    };
    let beside = connection.path().map(Path::new).and_then(Path::parent);
    let path = beside.unwrap_or(Path::new("")).join(path);
    if !path.is_file() {
        return Ok(Err(Unread::NoFile(path)));
    }
    let reading = Source::open(&path).and_then(|source| exchange::read(&source, None));
    let lines = match reading.map(|reading| reading.content) {
        Err(refusal) => return Ok(Err(Unread::Refused(refusal))),
        Ok(Content::Document(document)) => document.lines(),
        Ok(_) => return Ok(Err(Unread::Another)),
    };
    let placed = exhibit::printed_lines(&synthesis.sections, &store::exhibits(connection, &synthesis)?);
    Ok(read_back(&synthesis.sections, &lines, &placed).map(Box::new).ok_or(Unread::Another))
}

fn gather(file: &mut OfficeFile, id: Uuid, by: Grouping, over: bool) -> Result<Message, FileError> {
    let connection = file.connection();
    let Some(synthesis) = store::synthesis(connection, id)? else {
        return Ok(Message::Opened(None));
    };
    let Some(scope) = store::Scope::of_synthesis(&synthesis) else {
        return Ok(Message::Opened(None));
    };
    let material = store::scoped(connection, &store::Scope { by, ..scope })?;
    let drafted = gather::draft(&material, &synthesis.sections, &store::phrases(connection)?);
    let done = store::regather(file, id, &drafted, by, over)?;
    Ok(Message::Gathered { id, by, renewed: done.renewed, kept: done.kept })
}

#[cfg(test)]
mod tests;
