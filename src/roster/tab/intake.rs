//! Importing a list from the screen: path, what it would do, yes or no.

use super::edit::Window;
use super::{Effects, Query, State};
use crate::roster::model::RosterImported;
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Effect, Moment, Notice};

/// What importing a file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// The file.
    pub path: String,
    /// In numbers, or why not.
    pub outcome: Result<RosterImported, ImportTrouble>,
}

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTrouble {
    /// It cannot be read.
    NoFile(String),
    /// Its format or content is refused, with the reason.
    Refused(crate::exchange::Refusal),
    /// It holds no list of people.
    NoHeader,
    /// It holds a header and nobody.
    NoRows,
}

pub(super) fn ask(state: &mut State, moment: &Moment) -> Effects {
    let prompt = Prompt::new(moment.words.roster_import(), moment.words.roster_import_path(), "", ());
    state.window = Some(Window::File(prompt));
    Effect::none()
}

pub(super) fn confirm(state: &mut State, plan: ImportPlan, moment: &Moment) -> Effects {
    match &plan.outcome {
        Ok(counts) => {
            let question = moment.words.roster_import_question(
                counts.duplicates as i64,
                counts.notices.len() as i64,
                counts.collaborators as i64,
                counts.units as i64,
                counts.updated as i64,
            );
            state.window = Some(Window::Import(Confirm::new(moment.words.roster_import(), question, plan)));
            Effect::none()
        }
        Err(trouble) => vec![Effect::Notify(Notice::problem(sentence(trouble, moment)))],
    }
}

pub(super) fn done(
    state: &mut State,
    imported: Result<RosterImported, ImportTrouble>,
    moment: &Moment,
) -> Effects {
    match imported {
        Ok(counts) => {
            let said = moment.words.roster_import_done(
                counts.collaborators as i64,
                counts.units as i64,
                counts.updated as i64,
            );
            vec![Effect::Read(Query::Whole(state.order())), Effect::Notify(Notice::done(said))]
        }
        Err(trouble) => vec![Effect::Notify(Notice::problem(sentence(&trouble, moment)))],
    }
}

fn sentence(trouble: &ImportTrouble, moment: &Moment) -> String {
    let words = moment.words;
    match trouble {
        ImportTrouble::NoFile(path) => words.roster_import_no_file(path.as_str()),
        ImportTrouble::Refused(_) => words.roster_import_refused().to_owned(),
        ImportTrouble::NoHeader => words.roster_import_no_header().to_owned(),
        ImportTrouble::NoRows => words.roster_import_no_rows().to_owned(),
    }
}
