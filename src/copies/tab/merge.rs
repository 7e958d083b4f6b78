//! Bringing another copy of the file in, and taking a merge back.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::give::shown;
use super::{Command, Effects, Message, Page, Query, State, Window};
use crate::copies::labels;
use crate::file::FileError;
use crate::file::merge::OfUnit;
use crate::file::seal::{Passphrase, Passphrases};
use crate::office::problem;
use crate::screen::list::{Keyed, List};
use crate::screen::picker::Choice;
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::words::Words;

/// A merge that was done here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeRun {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Option<NaiveDateTime>,
    /// Name of the other file.
    pub source: String,
    /// Changes it brought.
    pub records: u64,
    /// It was taken back.
    pub taken_back: bool,
}

impl Keyed for MergeRun {
    type Id = Uuid;
    type Key = Uuid;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> Uuid {
        self.id
    }
}

/// The merges done here, newest first.
#[derive(Debug, Default)]
pub struct Merges {
    /// The list.
    pub list: List<MergeRun>,
    /// It was read.
    pub ready: bool,
}

/// Files that are to come in, and what opens those that are closed. Kept in memory only.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coming {
    /// Paths or a folder, as typed.
    pub typed: String,
    /// What opens them.
    pub passphrases: Passphrases,
    /// The one typed last, tried on the next closed file before it is asked for.
    pub last: Option<Passphrase>,
    /// The file that one was typed for.
    pub asked: Option<PathBuf>,
    /// Closed files for which nobody has a passphrase.
    pub without: Vec<PathBuf>,
}

impl Coming {
    /// With a passphrase for a file.
    pub(super) fn with(self, file: PathBuf, typed: &str) -> Self {
        Self { last: Some(Passphrase::new(typed)), asked: Some(file), ..self }
    }

    /// Without that file.
    pub(super) fn without(mut self, file: PathBuf) -> Self {
        self.without.push(file);
        Self { last: None, asked: None, ..self }
    }
}

/// What bringing files in would do.
#[derive(Debug)]
pub struct MergePlan {
    /// The files a person named.
    pub paths: Vec<PathBuf>,
    /// Those of them that can be brought in.
    pub usable: Vec<PathBuf>,
    /// What opens those that are closed.
    pub passphrases: Passphrases,
    /// What it would do.
    pub told: MergeTold,
}

/// What bringing files in did, or would do.
#[derive(Debug, Default)]
pub struct MergeTold {
    /// Files that brought something, and files that held nothing new.
    pub files: (usize, usize),
    /// Changes.
    pub records: usize,
    /// Rows touched, by table.
    pub rows: Vec<(&'static str, usize)>,
    /// Collaborators, reports and items by unit.
    pub units: Vec<OfUnit>,
    /// New questions.
    pub clashes: usize,
    /// Numbers that two rows bear now.
    pub doubles: usize,
    /// Questions that wait in all, after the merge.
    pub waiting: u64,
    /// Files that were refused, and why.
    pub refused: Vec<MergeRefused>,
    /// So many files were not come to, because somebody cancelled.
    pub left: usize,
    /// The merges, to be taken back.
    pub runs: Vec<Uuid>,
}

/// A file that cannot be brought in, and why.
#[derive(Debug)]
pub struct MergeRefused {
    /// The other file.
    pub path: PathBuf,
    /// What is wrong.
    pub error: FileError,
}

/// What to do after files were brought in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// Look at what waits for a decision.
    Decide,
    /// Take all of it back.
    TakeBack(Vec<Uuid>),
    /// Nothing.
    Done,
}

/// Asks for the file.
pub(super) fn ask(state: &mut State, moment: &Moment) {
    let words = moment.words;
    let prompt = Prompt::new(words.copies_merge(), words.copies_merge_ask(), "", ());
    state.window = Some(Window::MergePath(prompt));
}

/// Looks into the files first.
pub(super) fn plan(coming: Coming, moment: &Moment) -> Effects {
    vec![
        Effect::Beside(Command::PlanMerge(Box::new(coming))),
        Effect::Notify(Notice::note(moment.words.copies_merge_looking())),
    ]
}

pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(Page::Merges(page)) = &mut state.page else {
        return Effect::unused();
    };
    if page.list.go(action).is_some() {
        return Effect::none();
    }
    let words = moment.words;
    match (action, page.list.current()) {
        (Action::Open, Some(run)) if run.taken_back => {
            vec![Effect::Notify(Notice::note(words.copies_merge_gone()))]
        }
        (Action::Open, Some(run)) => {
            let at = run.at.map_or_else(String::new, |at| words.moment(at));
            let question = words.copies_merge_back_question(
                at,
                i64::try_from(run.records).unwrap_or(i64::MAX),
                run.source.as_str(),
            );
            state.window =
                Some(Window::MergeBack(Confirm::new(words.copies_merge_back(), question, vec![run.id])));
            Effect::none()
        }
        _ => Effect::unused(),
    }
}

pub(super) fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    match message {
        Message::Merges(runs) => {
            if let Some(Page::Merges(page)) = &mut state.page {
                page.ready = true;
                page.list.set_whole(runs);
            }
            Effect::none()
        }
        Message::MergePlanned(plan) => planned(state, *plan, moment),
        Message::MergeClosed(coming, file) => {
            ask_passphrase(state, *coming, file, words);
            Effect::none()
        }
        Message::Merged(told) => {
            state.waiting = told.waiting;
            let mut effects = state.read();
            effects.push(Effect::Read(Query::Count));
            let lines = result(words, &told, moment);
            let choices = choices(words, told.waiting, &told.runs);
            let after = Confirm::new(words.copies_merged(), lines.join("\n"), choices);
            state.window = Some(Window::Merged(after));
            effects
        }
        Message::TakenBack(records, kept) => {
            let records = records as i64;
            let told = if kept == 0 {
                Notice::done(words.copies_merge_taken_back(records))
            } else {
                Notice::note(words.copies_merge_taken_back_in_part(words.number(kept as i64), records))
            };
            state.read_and_say(told)
        }
        _ => Effect::none(),
    }
}

/// Asks what opens a closed file; says so when what was typed did not.
fn ask_passphrase(state: &mut State, coming: Coming, file: PathBuf, words: &Words) {
    let name = shown(file.file_name().map_or(file.as_path(), Path::new));
    let question = if coming.asked.as_ref() == Some(&file) {
        words.copies_closed_wrong(name)
    } else {
        words.copies_closed_ask(name)
    };
    let prompt = Prompt::secret(words.copies_closed(), question, Box::new((coming, file)));
    state.window = Some(Window::Passphrase(prompt));
}

fn planned(state: &mut State, plan: MergePlan, moment: &Moment) -> Effects {
    let words = moment.words;
    let told = &plan.told;
    if told.left > 0 {
        return vec![Effect::Notify(Notice::note(words.copies_merge_cancelled()))];
    }
    if told.records == 0 {
        let notice = match told.refused.as_slice() {
            [] => Notice::note(words.file_merge_nothing()),
            [refused] if told.files == (0, 0) => {
                Notice::problem(refusal(words, &refused.path, &refused.error))
            }
            refused => Notice::problem(words.copies_merge_all_refused(
                words.number((told.files.0 + told.files.1) as i64),
                words.number(refused.len() as i64),
            )),
        };
        return vec![Effect::Notify(notice)];
    }
    let from = match plan.usable.as_slice() {
        [path] => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        paths => words.copies_files(paths.len() as i64),
    };
    let mut lines = vec![words.copies_merge_question(from)];
    lines.extend(came(words, told));
    let questions = told.clashes + told.doubles;
    if questions > 0 {
        lines.push(words.copies_merge_questions(words.number(questions as i64)));
    }
    lines.extend(refusals(words, told));
    lines.push(words.copies_merge_safe().to_owned());
    let question = lines.join("\n");
    let what = (plan.paths, plan.passphrases);
    state.window = Some(Window::MergeNow(Confirm::new(words.copies_merge(), question, what)));
    Effect::none()
}

/// Kinds of rows a window names.
const NAMED: usize = 5;
/// Units a window names.
const UNITS: usize = 4;

/// What comes, by kind and by unit.
fn came(words: &Words, told: &MergeTold) -> Vec<String> {
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut lines = kinds(words, &told.rows);
    for unit in told.units.iter().take(UNITS) {
        let name = if unit.name.is_empty() { words.copies_merge_no_unit() } else { unit.name.as_str() };
        let counts: Vec<String> = [
            (unit.reports, words.copies_merge_reports(unit.reports as i64)),
            (unit.items, words.copies_merge_items(unit.items as i64)),
            (unit.collaborators, words.copies_merge_people(unit.collaborators as i64)),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, said)| said)
        .collect();
        lines.push(words.copies_merge_unit(counts.join(", "), name));
    }
    if told.units.len() > UNITS {
        lines.push(words.copies_merge_more_units(number(told.units.len() - UNITS)));
    }
    lines
}

/// How many of each kind.
pub(super) fn kinds(words: &Words, rows: &[(&'static str, usize)]) -> Vec<String> {
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut lines: Vec<String> = rows
        .iter()
        .take(NAMED)
        .map(|(table, count)| format!("  {:>6}  {}", number(*count), labels::table(words, table)))
        .collect();
    let more: usize = rows.iter().skip(NAMED).map(|(_, count)| count).sum();
    if more > 0 {
        lines.push(format!("  {:>6}  {}", number(more), words.copies_merge_parts()));
    }
    lines
}

/// Why a file is not brought in, as it is said here: a passphrase is asked for on the screen.
fn refusal(words: &Words, path: &Path, error: &FileError) -> String {
    match error {
        FileError::Sealed | FileError::WrongPassphrase => words.copies_closed_left(shown(path)),
        error => problem::describe(words, path, error),
    }
}

/// Files a window names as refused.
const REFUSED: usize = 3;

fn refusals(words: &Words, told: &MergeTold) -> Vec<String> {
    let mut lines: Vec<String> = told
        .refused
        .iter()
        .take(REFUSED)
        .map(|refused| {
            // The folder was typed a moment ago; the file's name tells which.
            let name = refused.path.file_name().map_or(refused.path.as_path(), Path::new);
            refusal(words, name, &refused.error)
        })
        .collect();
    if told.refused.len() > REFUSED {
        lines.push(words.copies_merge_more_refused(words.number((told.refused.len() - REFUSED) as i64)));
    }
    lines
}

/// What a merge did, in a clerk's words.
fn result(words: &Words, told: &MergeTold, moment: &Moment) -> Vec<String> {
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut lines = Vec::new();
    if told.records == 0 {
        lines.push(words.file_merge_nothing().to_owned());
    } else {
        lines.push(words.copies_merged_files(told.files.0 as i64));
        lines.extend(came(words, told));
    }
    if told.files.1 > 0 && told.records > 0 {
        lines.push(words.copies_merged_nothing(told.files.1 as i64));
    }
    if told.left > 0 {
        lines.push(words.copies_merged_left(number(told.left)));
    }
    lines.extend(refusals(words, told));
    if told.waiting > 0 {
        lines.push(words.copies_merged_waiting(moment.words.number(told.waiting as i64)));
    }
    lines.push(words.copies_merged_next().to_owned());
    lines
}

/// What can be done after it.
pub(super) fn choices(words: &Words, waiting: u64, runs: &[Uuid]) -> Vec<Choice<After>> {
    let mut choices = vec![Choice::new(After::Done, words.copies_after_done(), "")];
    if waiting > 0 {
        let waiting = words.number(waiting as i64);
        choices.insert(0, Choice::new(After::Decide, words.copies_after_decide(waiting), ""));
    }
    if !runs.is_empty() {
        choices.push(Choice::new(After::TakeBack(runs.to_vec()), words.copies_after_back(), ""));
    }
    choices
}

/// Goes on after a merge.
pub(super) fn after(state: &mut State, after: After, moment: &Moment) -> Effects {
    match after {
        After::Done => state.left_alone(),
        After::Decide => super::update(state, &Action::Decisions, moment),
        After::TakeBack(runs) => vec![Effect::Write(Command::MergeBack(runs))],
    }
}
