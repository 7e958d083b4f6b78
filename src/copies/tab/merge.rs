//! Bringing another copy of the file in, and taking a merge back.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::{Command, Effects, Message, Page, Query, State, Window};
use crate::copies::labels;
use crate::file::FileError;
use crate::office::problem;
use crate::screen::list::{Keyed, List};
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

/// What a merge would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergePlan {
    /// The other file.
    pub path: PathBuf,
    /// What it would do.
    pub told: MergeTold,
}

/// What a merge brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeTold {
    /// Changes.
    pub records: usize,
    /// Rows touched, by table.
    pub rows: Vec<(&'static str, usize)>,
    /// New questions.
    pub clashes: usize,
    /// Numbers that two rows bear now.
    pub doubles: usize,
    /// Questions that wait in all; not known before the merge.
    pub waiting: u64,
}

/// A file that cannot be brought in, and why.
#[derive(Debug)]
pub struct MergeRefused {
    /// The other file.
    pub path: PathBuf,
    /// What is wrong.
    pub error: FileError,
}

impl MergeRefused {
    fn told(&self, words: &Words) -> Effect<Query, Command> {
        Effect::Notify(Notice::problem(problem::describe(words, &self.path, &self.error)))
    }
}

/// Asks for the file.
pub(super) fn ask(state: &mut State, moment: &Moment) {
    let words = moment.words;
    let prompt = Prompt::new(words.copies_merge(), words.copies_merge_ask(), "", ());
    state.window = Some(Window::MergePath(prompt));
}

/// Looks into the file first.
pub(super) fn plan(typed: &str, moment: &Moment) -> Effects {
    vec![
        Effect::Beside(Command::PlanMerge(PathBuf::from(typed))),
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
            state.window = Some(Window::MergeBack(Confirm::new(words.copies_merge_back(), question, run.id)));
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
        Message::MergePlanned(planned) => planned_merge(state, *planned, words),
        Message::Merged(merged) => match *merged {
            Ok(told) => {
                state.waiting = told.waiting;
                state.read_and_say(Notice::done(summary(words, &told)))
            }
            Err(refused) => vec![refused.told(words)],
        },
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

fn planned_merge(state: &mut State, planned: Result<MergePlan, MergeRefused>, words: &Words) -> Effects {
    let plan = match planned {
        Ok(plan) => plan,
        Err(refused) => return vec![refused.told(words)],
    };
    if plan.told.records == 0 {
        return vec![Effect::Notify(Notice::note(words.file_merge_nothing()))];
    }
    let name = plan.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut lines = vec![words.copies_merge_question(name)];
    lines.extend(plan.told.rows.iter().map(|(table, count)| {
        format!("  {:>6}  {}", words.number(*count as i64), labels::table(words, table))
    }));
    let questions = plan.told.clashes + plan.told.doubles;
    if questions > 0 {
        lines.push(String::new());
        lines.push(words.copies_merge_questions(words.number(questions as i64)));
    }
    lines.push(String::new());
    lines.push(words.copies_merge_safe().to_owned());
    let question = lines.join("\n");
    state.window = Some(Window::MergeNow(Confirm::new(words.copies_merge(), question, plan.path)));
    Effect::none()
}

/// One line about a merge: what came, and how many decisions wait.
fn summary(words: &Words, told: &MergeTold) -> String {
    if told.records == 0 {
        return words.file_merge_nothing().to_owned();
    }
    let rows: usize = told.rows.iter().map(|(_, count)| count).sum();
    let done = words.file_merge_done(told.records as i64, rows as i64);
    if told.waiting == 0 {
        return done;
    }
    let waiting = i64::try_from(told.waiting).unwrap_or(i64::MAX);
    format!("{done} {}", words.copies_merge_waiting(words.number(waiting)))
}
