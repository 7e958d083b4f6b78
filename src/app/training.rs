//! Joins the tab Bồi dưỡng, giao ban with its store.

use std::path::Path;

use chrono::Local;
use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::room::{Room, as_the_tab_does};
use super::training_papers;
use crate::exchange;
use crate::exchange::{Content, Source, Workbook};
use crate::file::{FileError, OfficeFile, Tx, drafts};
use crate::inbox::import::secrecy;
use crate::roster;
use crate::roster::import::RosterImportError;
use crate::roster::model::{Order, ViewRecord, ViewWrite};
use crate::screen::form::DraftKey;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::summary::register;
use crate::summary::store as summaries;
use crate::training::model::{ClassChange, NewClass, Repeat};
use crate::training::tab::{
    self, Agenda, Asked, Command, ImportPlan, ImportTrouble, Material, Message, Query, State,
};
use crate::training::view;
use crate::training::{import, store};
use crate::words::Words;

/// The tab.
pub struct Training;

impl Room for Training {
    as_the_tab_does!();

    fn record(state: &State) -> Option<Target> {
        state.class.as_ref().map(|class| Target::Class(class.id))
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
const PLACE: &str = "training";

/// Runs a read of the tab.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
    Ok(match query {
        Query::Classes(today) => Message::Classes(Box::new(Agenda {
            classes: store::class_lines(connection)?,
            due: store::tasks_due(connection)?,
            names: store::names_due(connection)?,
            clashes: store::clashes(connection, today)?,
        })),
        Query::Class(id) => Message::Class(store::class(connection, id)?.map(Box::new)),
        Query::Points(class) => Message::Points(class, store::points(connection, class)?),
        Query::Next(class) => Message::Next(class, store::next_of(connection, class)?),
        Query::Offers(class, today) => Message::Offers(store::offers(connection, class, today)?),
        Query::Days(from, to) => Message::Days(store::days(connection, from, to)?),
        Query::Form(asked) => Message::Form(Box::new(material(connection, asked)?)),
        Query::Year(year) => Message::Year(Box::new(training_papers::year_page(connection, year)?)),
        Query::Papers(class, year) => training_papers::lines(connection, class, year)?,
        Query::Print(print, several) => training_papers::printed(connection, &print, several)?,
        Query::Pages(print) => training_papers::pages_of(connection, &print)?,
        Query::Trained => Message::Trained(store::trained(connection)?),
        Query::Views => Message::Views(roster::store::views(connection, PLACE)?),
        Query::Candidates(class) => Message::Candidates(class, store::candidates(connection, class)?),
        Query::PlanImport(path) => {
            let today = Local::now().date_naive();
            let outcome = match listed(&path) {
                Ok(Listed::People(workbook)) => explained(import::preview(connection, &workbook, today))?,
                Ok(Listed::Plan(plan)) => Ok(import::preview_plan(connection, &plan)?),
                Err(trouble) => Err(trouble),
            };
            Message::Planned(Box::new(ImportPlan { path, outcome }))
        }
    })
}

/// What a file of a class holds.
enum Listed {
    /// A list of people.
    People(Workbook),
    /// The plan of a class.
    Plan(Box<NewClass>),
}

/// The list or plan in a file.
fn listed(path: &str) -> Result<Listed, ImportTrouble> {
    let path = path.trim().trim_matches(['"', '\'']);
    if !Path::new(path).is_file() {
        return Err(ImportTrouble::NoFile(path.to_owned()));
    }
    let reading = Source::open(Path::new(path)).and_then(|source| exchange::read(&source, None));
    match reading.map_err(ImportTrouble::Refused)?.content {
        Content::Workbook(workbook) => Ok(Listed::People(workbook)),
        Content::Document(document) => {
            let lines = document.lines();
            if let Some(mark) = lines.iter().chain(&document.margins).find_map(|line| secrecy(line)) {
                return Err(ImportTrouble::Secret(mark.mark()));
            }
            import::class_plan(&document, Local::now().date_naive())
                .map(|plan| Listed::Plan(Box::new(plan)))
                .ok_or(ImportTrouble::NoPlan)
        }
        Content::Mail(_) | Content::Mailbox(_) => Err(ImportTrouble::NoHeader),
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
        Command::SaveClass { id, known, draft, later } => {
            return save_class(file, id, &known, draft, later.as_deref());
        }
        Command::SaveSession { class, session, draft, again } => {
            file.write("class-session", |tx| {
                forget(tx, draft)?;
                Ok::<_, FileError>(store::save_session(tx, class, &session)?)
            })?;
            return Ok(Message::Saved(class, again));
        }
        Command::SaveTask { class, task, again } => {
            file.write("class-task", |tx| Ok::<_, FileError>(store::save_preparation(tx, class, &task)?))?;
            return Ok(Message::Saved(class, again));
        }
        Command::AddPeople { class, people, again } => {
            file.write("class-people", |tx| {
                for person in &people {
                    store::add_participant(tx, class, person)?;
                }
                Ok::<_, FileError>(())
            })?;
            return Ok(Message::Saved(class, again));
        }
        points @ (Command::SavePoint { .. } | Command::AddPoints(..) | Command::MovePoint { .. }) => {
            return agenda_command(file, points);
        }
        plan @ (Command::SavePlanItem(..) | Command::MovePlanItem { .. } | Command::DeletePlanItem(..)) => {
            return plan_command(file, plan);
        }
        Command::Absence { participant, session, absent } => {
            file.write("class-attendance", |tx| {
                Ok::<_, FileError>(store::set_absence(tx, participant, session, absent)?)
            })?;
            return Ok(Message::Kept);
        }
        Command::SaveView(record) => return save_view(file, record),
        Command::View(write) => return view(file, write),
        Command::Change(classes, change) => return change_many(file, &classes, &change),
        Command::Delete(part) => {
            file.write("class-delete", |tx| Ok::<_, FileError>(store::delete_part(tx, part)?))?;
        }
        Command::Extend(class) => {
            let added = file.write("class-extend", |tx| Ok::<_, FileError>(store::extend(tx, class)?))?.value;
            return Ok(Message::Extended(added));
        }
        Command::DeleteLater(class) => {
            file.write("class-delete", |tx| Ok::<_, FileError>(store::delete_later(tx, class)?))?;
        }
        Command::Draft(write) => return Ok(Message::Drafted(super::drafts::write(file, write)?)),
        Command::DropDraft(write, again) => {
            return Ok(Message::Dropped(super::drafts::write(file, write)?, again));
        }
        Command::State(class, state) => {
            file.write("class-state", |tx| Ok::<_, FileError>(store::set_class_state(tx, class, state)?))?;
        }
        Command::Task { task, done, .. } => {
            file.write("class-task", |tx| Ok::<_, FileError>(store::set_preparation_done(tx, task, done)?))?;
        }
        Command::Import(path) => {
            let today = Local::now().date_naive();
            let outcome = match listed(&path) {
                Ok(Listed::Plan(plan)) => {
                    let written =
                        file.write("import-class", |tx| Ok::<_, FileError>(import::import_plan(tx, &plan)?))?;
                    Ok(written.value)
                }
                Ok(Listed::People(workbook)) => {
                    let written =
                        file.write("attendees-import", |tx| import::import_workbook(tx, &workbook, today));
                    explained(written.map(|written| written.value))?
                }
                Err(trouble) => Err(trouble),
            };
            return Ok(Message::Imported(Box::new(outcome)));
        }
    }
    Ok(Message::Changed)
}

/// Changes several classes in one write.
fn change_many(file: &mut OfficeFile, classes: &[Uuid], change: &ClassChange) -> Result<Message, FileError> {
    let written =
        file.write("class-many", |tx| Ok::<_, FileError>(store::change_classes(tx, classes, change)?))?;
    Ok(Message::ChangedMany(written.value))
}

/// Keeps a filter with a name.
fn save_view(file: &mut OfficeFile, record: ViewRecord) -> Result<Message, FileError> {
    let action = if record.id.is_none() { "view-enter" } else { "view-edit" };
    file.write(action, |tx| roster::store::save_view(tx, PLACE, &record))?;
    Ok(Message::SavedView(record.name, roster::store::views(file.connection(), PLACE)?))
}

/// Takes a view off, or moves it.
fn view(file: &mut OfficeFile, write: ViewWrite) -> Result<Message, FileError> {
    match write {
        ViewWrite::Remove(id) => {
            file.write("view-remove", |tx| roster::store::remove_view(tx, id).map_err(FileError::from))?;
        }
        ViewWrite::Move(id, front) => {
            file.write("view-move", |tx| {
                roster::store::move_view(tx, PLACE, id, front).map_err(FileError::from)
            })?;
        }
    }
    Ok(Message::Views(roster::store::views(file.connection(), PLACE)?))
}

/// Writes to the agenda of a meeting.
fn agenda_command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    match command {
        Command::SavePoint { class, point, again } => {
            file.write("class-agenda", |tx| Ok::<_, FileError>(store::save_point(tx, class, &point)?))?;
            return Ok(Message::Saved(class, again));
        }
        Command::AddPoints(class, points) => {
            file.write("class-agenda", |tx| {
                for point in &points {
                    store::save_point(tx, class, point)?;
                }
                Ok::<_, FileError>(())
            })?;
        }
        Command::MovePoint { class, id, down } => {
            file.write("class-agenda", |tx| Ok::<_, FileError>(store::move_point(tx, class, id, down)?))?;
        }
        _ => {}
    }
    Ok(Message::Changed)
}

/// Writes to the plan of a year.
fn plan_command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    let year = match command {
        Command::SavePlanItem(year, item) => {
            let action = if item.id.is_nil() { "plan-item-add" } else { "plan-item-edit" };
            file.write(action, |tx| {
                forget(tx, Some(tab::plan_draft(year, item.id)))?;
                Ok::<_, FileError>(store::save_plan_item(tx, year, &item)?)
            })?;
            year
        }
        Command::MovePlanItem { year, id, down } => {
            file.write("plan-item-move", |tx| {
                Ok::<_, FileError>(store::move_plan_item(tx, year, id, down)?)
            })?;
            year
        }
        Command::DeletePlanItem(year, id) => {
            file.write("plan-item-delete", |tx| Ok::<_, FileError>(store::delete_plan_item(tx, id)?))?;
            year
        }
        _ => return Ok(Message::Kept),
    };
    Ok(Message::YearKept(year))
}

/// Keeps a class; a standing meeting with its later occurrences.
fn save_class(
    file: &mut OfficeFile,
    id: Option<Uuid>,
    known: &NewClass,
    draft: Option<DraftKey>,
    later: Option<&NewClass>,
) -> Result<Message, FileError> {
    let action = if id.is_none() { "class-add" } else { "class-edit" };
    let written = file.write(action, |tx| {
        forget(tx, draft)?;
        let id = match id {
            Some(id) => {
                store::update_class(tx, id, known)?;
                id
            }
            None => store::insert_class(tx, known)?,
        };
        let begins = known.series.is_none() && known.repeat_rule != Repeat::Never;
        let added = if begins { store::add_occurrences(tx, id, known)? } else { 0 };
        let changed = match later {
            Some(before) => store::update_later(tx, id, before, known)?,
            None => 0,
        };
        Ok::<_, FileError>((id, added, changed))
    })?;
    Ok(match written.value {
        (id, 0, 0) => Message::Saved(id, None),
        (id, added, changed) => Message::SavedSeries(id, added, changed),
    })
}

/// Forgets the draft of a form in the write that saves its record.
fn forget(tx: &Tx, draft: Option<DraftKey>) -> Result<(), FileError> {
    match draft {
        Some((place, row)) => drafts::forget(tx, place, row),
        None => Ok(()),
    }
}

/// What a form is made of.
fn material(connection: &Connection, asked: Asked) -> Result<Material, FileError> {
    let draft = match asked.draft() {
        Some((place, row)) => drafts::read(connection, place, row)?,
        None => None,
    };
    let (class, hosts) = match asked {
        Asked::Class(id) => (id, true),
        Asked::ClassOn(_) => (None, true),
        Asked::View | Asked::Bulk => (None, false),
        Asked::Again(id) => (Some(id), true),
        Asked::Session(id, _)
        | Asked::Task(id, _)
        | Asked::People(id)
        | Asked::Names(id, _)
        | Asked::Point(id, _) => (Some(id), false),
    };
    let class = match class {
        Some(id) => store::class(connection, id)?,
        None => None,
    };
    let units = if hosts {
        let units = roster::store::units(connection)?.into_iter();
        units.filter(|unit| unit.known.valid_to.is_none()).map(|unit| (unit.id, unit.known.name)).collect()
    } else {
        Vec::new()
    };
    let people = match asked {
        Asked::People(_) | Asked::Names(..) => Some(roster::store::roster(connection, Order::Given, None)?),
        _ => None,
    };
    let office = roster::store::office_name(connection)?.unwrap_or_default();
    let joint = class.as_ref().is_some_and(|class| {
        class.known.hosts.iter().filter(|host| !host.name.trim().is_empty()).count() > 1
    });
    let next_number = if hosts { next_number(connection, joint)? } else { None };
    Ok(Material { asked, class, people, units, office, next_number, draft })
}

/// The next number of a plan of this office, of a joint one of joint ones, where the register has any.
fn next_number(connection: &Connection, joint: bool) -> Result<Option<u32>, FileError> {
    let running = summaries::running(connection, Local::now().date_naive())?;
    let kind = if joint { "KHLT" } else { "KH" };
    Ok(register::next(&summaries::register(connection)?, kind, &running))
}
