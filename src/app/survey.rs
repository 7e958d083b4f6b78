//! Joins the page of survey rounds with its store and with the readers of sheets.

use std::collections::HashMap;
use std::path::Path;

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::room::{Room, as_the_tab_does};
use crate::exchange::{self, Content, Source, Written, write_out};
use crate::file::{FileError, OfficeFile, Tx, drafts};
use crate::office::import::{Refused, refused};
use crate::roster;
use crate::roster::store::office_head;
use crate::screen::form::DraftKey;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::survey::import;
use crate::survey::model::{Counted, NotASurvey};
use crate::survey::tab::{self, Asked, Command, Export, Material, Message, Plan, Query, State, Trouble};
use crate::survey::{papers, store, view};
use crate::words::Words;

/// The page.
pub struct Surveys;

impl Room for Surveys {
    as_the_tab_does!(Message);

    fn receive(state: &mut State, mut message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
        // The page knows no words of files.
        if let Message::Counted(plan) = &mut message
            && let Err(Trouble::Refused(refusal)) = &plan.outcome
        {
            let said = refused(moment.words, &Refused::Read(refusal.clone()));
            plan.outcome = Err(Trouble::Said(said));
        }
        tab::receive(state, message, moment)
    }

    fn record(state: &State) -> Option<Target> {
        state.survey.as_ref().map(|survey| Target::Survey(survey.id))
    }

    fn is_dirty(state: &State) -> bool {
        tab::is_dirty(state)
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        Ok(match query {
            Query::Surveys => Message::Surveys(store::survey_lines(connection)?),
            Query::Survey(id) => Message::Survey(store::survey(connection, id)?.map(Box::new)),
            Query::Form(asked) => Message::Form(Box::new(material(connection, asked)?)),
            Query::Count(path, into) => {
                let path = path.trim().trim_matches(['"', '\'']);
                let name = Path::new(path)
                    .file_name()
                    .map_or_else(String::new, |name| exchange::clean_name(&name.to_string_lossy()));
                let mut outcome = counted(Path::new(path));
                let (mut recalled, mut units) = (false, HashMap::new());
                if let Ok(counted) = &mut outcome {
                    recalled = store::recall(connection, counted)?;
                    units = store::units_named(connection, counted)?;
                }
                Message::Counted(Box::new(Plan { name, into, outcome, recalled, units }))
            }
            Query::Export(export) => exported(connection, &export)?,
        })
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        Ok(match command {
            Command::SaveSurvey { id, known, draft } => {
                let action = if id.is_none() { "survey-add" } else { "survey-edit" };
                let written = file.write(action, |tx| {
                    forget(tx, draft)?;
                    Ok::<_, FileError>(match id {
                        Some(id) => {
                            store::update_survey(tx, id, &known)?;
                            id
                        }
                        None => store::insert_survey(tx, &known)?,
                    })
                })?;
                Message::Saved(written.value, None)
            }
            Command::SaveForms { survey, forms, again } => {
                file.write("survey-forms", |tx| Ok::<_, FileError>(store::save_forms(tx, survey, &forms)?))?;
                Message::Saved(survey, again)
            }
            Command::SaveQuestion { survey, new, draft, again } => {
                file.write("survey-question", |tx| {
                    forget(tx, draft)?;
                    Ok::<_, FileError>(store::save_question(tx, survey, &new)?)
                })?;
                Message::Saved(survey, again)
            }
            Command::Delete(row) => {
                file.write("survey-delete", |tx| Ok::<_, FileError>(store::delete(tx, row)?))?;
                Message::Changed
            }
            Command::TakeIn { into, new, forms, questions, columns: (fingerprint, mapping) } => {
                let written = file.write("survey-import", |tx| {
                    store::remember(tx, &fingerprint, &mapping)?;
                    Ok::<_, FileError>(store::take_in(tx, into, &new, &forms, &questions)?)
                })?;
                Message::TakenIn(written.value, questions.len())
            }
            Command::Draft(write) => Message::Drafted(super::drafts::write(file, write)?),
            Command::DropDraft(write, again) => Message::Dropped(super::drafts::write(file, write)?, again),
        })
    }
}

/// Writes a round as a paper or a workbook.
fn exported(connection: &Connection, export: &Export) -> Result<Message, FileError> {
    let Some(survey) = store::survey(connection, export.id)? else { return Ok(Message::Written(None)) };
    let office = office_head(connection)?;
    let beside = connection.path().map(Path::new).and_then(Path::parent).unwrap_or(Path::new(""));
    let words = Words::of(export.language);
    let written = write_out(beside, &export.path, export.over, |path| {
        papers::bytes(&survey, &office, path, export.today, words)
    });
    Ok(match written {
        Written::Exists(path) => Message::Exists(Export { path, ..export.clone() }),
        written => Message::Written(Some(written)),
    })
}

/// A file, counted; its rows are let go of here.
fn counted(path: &Path) -> Result<Counted, Trouble> {
    if !path.is_file() {
        return Err(Trouble::NoFile(path.display().to_string()));
    }
    let reading = Source::open(path).and_then(|source| exchange::read(&source, None));
    match reading.map_err(Trouble::Refused)?.content {
        Content::Workbook(workbook) => import::count(&workbook).map_err(Trouble::NotASurvey),
        Content::Document(_) | Content::Mail(_) | Content::Mailbox(_) => {
            Err(Trouble::NotASurvey(NotASurvey::NoSheet))
        }
    }
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
    let survey = match asked {
        Asked::Survey(None) => None,
        Asked::Survey(Some(id)) | Asked::Forms(id, _) | Asked::Question(id, _) => {
            store::survey(connection, id)?
        }
    };
    let units = match asked {
        Asked::Forms(..) => {
            let units = roster::store::units(connection)?.into_iter();
            units.map(|unit| (unit.id, unit.known.name)).collect()
        }
        _ => Vec::new(),
    };
    Ok(Material { asked, survey, units, draft })
}
