//! Files kept with a report: what it was read from, scans and photos. They are saved out byte for byte, and more are put in.

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Query, State};
use crate::inbox::rows::FileRow;
use crate::screen::keys;
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place};

/// The files of a report.
#[derive(Debug)]
pub struct Files {
    report: Uuid,
    /// Its arrival number.
    pub number: String,
    /// The files, what it was read from first.
    pub rows: Vec<FileRow>,
    /// The row under the cursor.
    pub cursor: usize,
    /// What is asked for.
    pub ask: Option<Prompt<Wish>>,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The folder one file, or all, is saved in.
    Save(Option<Uuid>),
    /// The files that are put in.
    Attach,
}

/// What became of files that were saved out or put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesDone {
    /// How it ended, in words.
    pub said: Notice,
    /// Whose files are to be read anew; `None` when nothing changed.
    pub report: Option<Uuid>,
}

/// Asks for the files of the report under the cursor, or of the one that is read.
pub(super) fn ask(state: &State) -> Effects {
    let report = state.report.as_ref().map(|(card, _)| card.row.id);
    let report = report.or_else(|| state.list.current().map(|row| row.report));
    report.map(|report| Effect::ReadNow(Query::Files(report))).into_iter().collect()
}

/// Shows them; those of the window that is open are read anew.
pub(super) fn show(state: &mut State, report: Uuid, number: String, rows: Vec<FileRow>) -> Effects {
    let cursor = match &state.window {
        Some(Window::Kept(open)) if open.report == report => open.cursor.min(rows.len().saturating_sub(1)),
        Some(_) => return Effect::none(),
        None => 0,
    };
    state.window = Some(Window::Kept(Files { report, number, rows, cursor, ask: None }));
    Effect::none()
}

/// What was asked for is done.
pub(super) fn done(done: FilesDone) -> Effects {
    let mut effects = vec![Effect::Notify(done.said)];
    effects.extend(done.report.map(|report| Effect::ReadNow(Query::Files(report))));
    effects
}

impl Files {
    pub(super) fn place(&self) -> &'static Place {
        if self.ask.is_some() { &keys::popup::PATH } else { &keys::inbox::FILES }
    }

    /// Whether an action would do something now.
    pub(super) fn works(&self, action: &Action) -> bool {
        let there = |row: &FileRow| row.there;
        match action {
            _ if self.ask.is_some() => true,
            Action::Open => self.rows.get(self.cursor).is_some_and(there),
            Action::Export => self.rows.iter().any(there),
            _ => true,
        }
    }

    /// Takes an action; the window stays until it is left.
    pub(super) fn update(&mut self, action: &Action, moment: &Moment) -> (Outcome<()>, Effects) {
        if let Some(prompt) = &mut self.ask {
            return match prompt.update(action) {
                Outcome::Chosen((wish, typed)) => {
                    self.ask = None;
                    (Outcome::Open, self.command(wish, typed))
                }
                Outcome::Cancelled => {
                    self.ask = None;
                    (Outcome::Open, Effect::none())
                }
                Outcome::Open => (Outcome::Open, Effect::none()),
                Outcome::Unused => (Outcome::Unused, Effect::none()),
            };
        }
        let words = moment.words;
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::Open | Action::Export if !self.works(action) => {
                return (Outcome::Open, vec![Effect::Notify(Notice::note(words.inbox_files_nothing()))]);
            }
            Action::Open => {
                let id = self.rows.get(self.cursor).map(|row| row.id);
                self.ask_folder(id, moment);
            }
            Action::Export => self.ask_folder(None, moment),
            Action::New => {
                let question = words.inbox_files_attach_question();
                self.ask = Some(Prompt::new(words.inbox_files_attach(), question, "", Wish::Attach));
            }
            Action::Back => return (Outcome::Cancelled, Effect::none()),
            _ => return (Outcome::Unused, Effect::none()),
        }
        (Outcome::Open, Effect::none())
    }

    /// Asks for the folder; one beside the person's own papers is proposed.
    fn ask_folder(&mut self, file: Option<Uuid>, moment: &Moment) {
        let words = moment.words;
        let proposed = format!("~/{}", words.inbox_files_folder());
        let question = words.inbox_files_save_question();
        self.ask = Some(Prompt::suggesting(words.inbox_files_save(), question, &proposed, Wish::Save(file)));
    }

    fn command(&self, wish: Wish, typed: String) -> Effects {
        if typed.is_empty() {
            return Effect::none();
        }
        let command = match wish {
            Wish::Save(file) => Command::SaveFiles(self.report, file, typed),
            Wish::Attach => Command::Attach(self.report, typed),
        };
        vec![Effect::Write(command)]
    }
}
