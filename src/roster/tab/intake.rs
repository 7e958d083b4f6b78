//! Importing lists from the screen: path of a file or a folder, what it would do, yes or no, what became of each.

use std::collections::HashMap;

use super::columns::Columns;
use super::edit::Window;
use super::{Effects, Query, State};
use crate::roster::labels;
use crate::roster::model::{ListColumns, Mapping, RosterImported};
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::told::Told;
use crate::screen::{Effect, Moment, Notice};

/// What importing a file or a folder would do, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// What was typed.
    pub path: String,
    /// What was said of headers.
    pub said: Said,
    /// Each file.
    pub files: Vec<FileOutcome>,
    /// Pairs of people who may be one that came with it.
    pub doubles: usize,
}

/// What a person says of headers, by what each is known again by.
pub type Said = HashMap<String, Mapping>;

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOutcome {
    /// Its name.
    pub name: String,
    /// In numbers, or why not.
    pub outcome: Result<RosterImported, ImportTrouble>,
    /// Its sheets with their columns.
    pub columns: Vec<ListColumns>,
}

/// Why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTrouble {
    /// It cannot be read.
    NoFile(String),
    /// A folder without any list.
    EmptyFolder,
    /// Its format or content is refused, with the reason.
    Refused(crate::exchange::Refusal),
    /// The same in words.
    Said(String),
    /// It holds no list of people.
    NoHeader,
    /// It holds a header and nobody.
    NoRows,
}

impl ImportPlan {
    /// What would come in, or came in, in all.
    fn sum(&self) -> RosterImported {
        let mut sum = RosterImported::default();
        for counts in self.files.iter().filter_map(|file| file.outcome.as_ref().ok()) {
            sum.collaborators += counts.collaborators;
            sum.units += counts.units;
            sum.updated += counts.updated;
            sum.duplicates += counts.duplicates;
            sum.notices.extend(counts.notices.iter().cloned());
        }
        sum
    }

    fn refused(&self) -> usize {
        self.files.iter().filter(|file| file.outcome.is_err()).count()
    }

    /// What became of each file: what was refused first, then what should be looked at.
    fn told(&self, moment: &Moment) -> Told {
        let words = moment.words;
        let mut told = Told::new(words.roster_import());
        for file in self.files.iter().filter(|file| file.outcome.is_err()) {
            told.heading(words.roster_import_file_refused(file.name.as_str()));
            if let Err(trouble) = &file.outcome {
                told.say(sentence(trouble, moment));
            }
        }
        for file in &self.files {
            let Ok(counts) = &file.outcome else { continue };
            told.heading(file.name.as_str());
            told.say(words.roster_import_file(
                counts.duplicates as i64,
                counts.collaborators as i64,
                counts.units as i64,
                counts.updated as i64,
            ));
            for notice in &counts.notices {
                told.say(labels::notice(words, notice));
            }
        }
        told
    }
}

pub(super) fn ask(state: &mut State, moment: &Moment) -> Effects {
    let prompt = Prompt::new(moment.words.roster_import(), moment.words.roster_import_path(), "", ());
    state.window = Some(Window::File(prompt));
    Effect::none()
}

pub(super) fn confirm(state: &mut State, plan: ImportPlan, moment: &Moment) -> Effects {
    if plan.refused() < plan.files.len() {
        state.window = Some(Window::Import(question(plan, moment)));
        return Effect::none();
    }
    let nobody = |file: &FileOutcome| matches!(file.outcome, Err(ImportTrouble::NoHeader));
    let words = moment.words;
    // A list whose header says nothing of people: a person can.
    if plan.files.len() == 1 && plan.files.iter().all(nobody) {
        match Columns::of(plan) {
            Ok(columns) => {
                state.window = Some(Window::Columns(Box::new(columns)));
                return vec![Effect::Notify(Notice::note(words.roster_columns_say()))];
            }
            Err(plan) => state.window = Some(Window::Told(plan.told(moment))),
        }
    } else {
        state.window = Some(Window::Told(plan.told(moment)));
    }
    vec![Effect::Notify(Notice::problem(words.roster_import_nothing()))]
}

/// The question whether to import.
pub(super) fn question(plan: ImportPlan, moment: &Moment) -> Confirm<ImportPlan> {
    let (counts, words) = (plan.sum(), moment.words);
    let mut question = words.roster_import_question(
        counts.duplicates as i64,
        counts.notices.len() as i64,
        counts.collaborators as i64,
        counts.units as i64,
        counts.updated as i64,
    );
    if plan.refused() > 0 {
        question = format!("{} {question}", words.roster_import_some_refused(plan.refused() as i64));
    }
    if plan.files.len() - plan.refused() > 1 {
        question = format!("{question} {}", words.roster_import_across());
    }
    Confirm::new(words.roster_import(), question, plan)
}

pub(super) fn done(state: &mut State, plan: &ImportPlan, moment: &Moment) -> Effects {
    let counts = plan.sum();
    if plan.refused() > 0 || !counts.notices.is_empty() {
        state.window = Some(Window::Told(plan.told(moment)));
    }
    let said = moment.words.roster_import_done(
        counts.collaborators as i64,
        counts.units as i64,
        counts.updated as i64,
    );
    let said = if plan.doubles > 0 {
        format!("{said} {}", moment.words.roster_import_doubles(plan.doubles as i64))
    } else {
        said
    };
    vec![Effect::Read(Query::Whole(state.order())), Effect::Notify(Notice::done(said))]
}

fn sentence(trouble: &ImportTrouble, moment: &Moment) -> String {
    let words = moment.words;
    match trouble {
        ImportTrouble::NoFile(path) => words.roster_import_no_file(path.as_str()),
        ImportTrouble::EmptyFolder => words.roster_import_empty_folder().to_owned(),
        ImportTrouble::Refused(_) => words.roster_import_refused().to_owned(),
        ImportTrouble::Said(said) => said.clone(),
        ImportTrouble::NoHeader => words.roster_import_no_header().to_owned(),
        ImportTrouble::NoRows => words.roster_import_no_rows().to_owned(),
    }
}
