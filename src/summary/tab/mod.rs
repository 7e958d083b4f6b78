//! State and update of the tab Soạn tổng hợp. No SQL and no files: reads and writes are effects.

mod act;
mod cited;
mod compare;
mod composer;
mod copied;
mod findings;
mod inserted;
mod messages;
mod outline;
mod pages;
mod paper;
mod phrases;
mod placing;
mod register;
mod table;
mod window;

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::gather::Phrases;
use super::model::{State as Stand, SynthesisRow};
use super::period::Period;
use super::problem::explain;
use crate::screen::keys::summary as keys;
use crate::screen::popup::{Confirm, Prompt};
use crate::screen::{Action, Decision, Effect, Moment, Notice, Place, Target};
use crate::words::Words;

pub use cited::Cited;
pub use composer::{ChecksTold, Composer, Pane, SourceRow, count};
pub use copied::copied;
pub use findings::Findings;
pub use messages::{Command, Export, Message, Opened, Query};
pub use outline::{Change, Naming};
pub use pages::Pages;
pub use paper::{Done, Open, Unread};
pub use phrases::{PhraseChange, PhraseList, fits};
pub use register::{Line as RegisterLine, Register};
pub use table::{Line as TableLine, SourceTable, told as table_told};
pub use window::{Page, Question, Window};

/// All the tab shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The syntheses of the file; `None` until they were read.
    pub rows: Option<Vec<SynthesisRow>>,
    /// The row under the cursor.
    pub cursor: usize,
    /// The open synthesis.
    pub open: Option<Box<Composer>>,
    /// A synthesis is being read.
    pub opening: bool,
    /// The form over the composer.
    pub form: Option<Open>,
    /// The window over the tab.
    pub window: Option<Window>,
}

type Effects = Vec<Effect<Query, Command>>;

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match action {
        Action::Refresh => {
            let mut effects = vec![Effect::ReadNow(Query::List)];
            effects.extend(state.open.as_ref().map(|open| Effect::Read(Query::Open(open.synthesis.id))));
            return effects;
        }
        Action::KeepDraft => {
            return state.open.as_mut().map(|open| open.keep_draft(moment)).unwrap_or_default();
        }
        Action::Show(Target::Synthesis(id)) => return open(state, *id),
        Action::Resize => {
            pages::resize(state, moment);
            return Effect::none();
        }
        Action::Recount => return Effect::none(),
        _ => {}
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if state.form.is_some() {
        return paper::update(state, action, moment);
    }
    if state.open.is_some() {
        return act::update(state, action, moment);
    }
    list(state, action, moment)
}

fn open(state: &mut State, id: Uuid) -> Effects {
    state.opening = true;
    state.window = None;
    vec![Effect::Read(Query::Open(id))]
}

fn list(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let rows = state.rows.as_deref().unwrap_or_default();
    let last = rows.len().saturating_sub(1);
    let page = usize::from(moment.height).saturating_sub(4).max(1);
    let here = rows.get(state.cursor).map(|row| (row.id, row.title.clone()));
    match action {
        Action::Up => state.cursor = state.cursor.saturating_sub(1),
        Action::Down => state.cursor = (state.cursor + 1).min(last),
        Action::PageUp => state.cursor = state.cursor.saturating_sub(page),
        Action::PageDown => state.cursor = (state.cursor + page).min(last),
        Action::Home => state.cursor = 0,
        Action::End => state.cursor = last,
        Action::New => state.window = Some(Window::Period(period_prompt(moment, ""))),
        Action::Phrases => return vec![Effect::Read(Query::Phrases)],
        Action::Register => return register::ask(moment),
        Action::Back => {}
        _ => return with_row(state, action, moment, here),
    }
    Effect::none()
}

fn with_row(state: &mut State, action: &Action, moment: &Moment, here: Option<(Uuid, String)>) -> Effects {
    let words = moment.words;
    let Some((id, title)) = here else {
        return Effect::unused();
    };
    match action {
        Action::Open => return open(state, id),
        Action::Export | Action::Papers => {
            let period = state.rows.iter().flatten().find(|row| row.id == id).and_then(row_period);
            let name = paper_name(period.as_deref().unwrap_or_default(), false);
            state.window = Some(Window::export(words, &name, id, false));
        }
        Action::Preview => {
            let today = moment.today();
            return vec![Effect::Read(Query::Preview { id, today, bodies: Vec::new() })];
        }
        Action::Delete => {
            let question = words.summary_delete_question(title.as_str());
            state.window =
                Some(Window::Ask(Confirm::new(words.summary_delete(), question, Question::Delete(id))));
        }
        _ => return Effect::unused(),
    }
    Effect::none()
}

fn row_period(row: &SynthesisRow) -> Option<String> {
    Some(format!("{}", row.to?.format("%Y-%m-%d")).chars().take(7).collect())
}

/// Asks for a period, with the likely one filled in, or with what was typed.
fn period_prompt(moment: &Moment, typed: &str) -> Prompt<()> {
    let likely = Period::likely(moment.today())
        .map(|period| format!("{}/{}", period.from.format("%m"), period.from.format("%Y")))
        .unwrap_or_default();
    let text = if typed.is_empty() { likely.trim_start_matches('0') } else { typed };
    let words = moment.words;
    Prompt::suggesting(words.summary_new(), words.summary_which_period(), text, ())
}

/// A file name for the paper, beside the office's file.
fn paper_name(period: &str, annex: bool) -> String {
    let period = period.replace("..", " den ");
    let annex = if annex { " kem nguon" } else { "" };
    format!("BC tong hop {period}{annex}.docx").replace("  ", " ").replace(" .", ".")
}

/// The file a person meant: without an ending it is a Word file.
fn paper_path(typed: &str) -> PathBuf {
    let path = PathBuf::from(typed.trim());
    if path.extension().is_some() { path } else { PathBuf::from(format!("{}.docx", typed.trim())) }
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    match message {
        Message::List(rows) => listed(state, rows),
        Message::Opened(None) => {
            state.opening = false;
            state.open = None;
            return vec![Effect::Notify(Notice::note(words.summary_gone())), Effect::ReadNow(Query::List)];
        }
        Message::Opened(Some(opened)) => return opened_now(state, *opened, words),
        Message::Page(title, text) => state.window = Some(Window::Read(Page::new(title, text))),
        Message::Pages { id, title, period, pages: Ok(pages) } => {
            state.window = Some(Window::Print(Box::new(Pages::new(id, &title, &period, pages, moment))));
        }
        Message::Exported(Ok(path)) => {
            return vec![Effect::Notify(Notice::done(words.summary_written(shown(&path))))];
        }
        Message::Pages { pages: Err(error), .. } | Message::Exported(Err(error)) => {
            return vec![Effect::Notify(Notice::problem(explain(words, &error)))];
        }
        Message::Exists(export) => {
            let question = words.summary_over_question(shown(&export.path));
            let ask = Confirm::new(words.summary_over(), question, Question::WriteOver(export));
            state.window = Some(Window::Ask(ask));
        }
        Message::Created(id, existed) => {
            let mut effects = open(state, id);
            effects.push(Effect::ReadNow(Query::List));
            if existed {
                effects.push(Effect::Notify(Notice::note(words.summary_existed())));
            }
            return effects;
        }
        Message::Gathered { id, by, renewed, kept } => {
            let mut effects = open(state, id);
            let told = words.summary_gathered(count(kept), count(renewed));
            effects.push(Effect::Notify(Notice::done(told)));
            if kept > 0 {
                let question = words.summary_gather_over_question(count(kept));
                let ask = Confirm::new(words.summary_gather_over(), question, Question::GatherOver(id, by));
                state.window = Some(Window::Ask(ask));
            }
            return effects;
        }
        Message::Templates(period, templates) => return outline::choose(state, period, templates, moment),
        Message::Topics(wanted, topics) => outline::choose_topic(state, wanted, topics, words),
        Message::Places(wanted, places) => return outline::choose_place(state, wanted, places, words),
        Message::Phrases(rows, changed) => {
            if let Some(open) = state.open.as_deref_mut() {
                open.take_phrases(Phrases(rows.iter().map(|(_, phrase)| phrase.clone()).collect()));
            }
            phrases::arrived(state, rows, changed);
        }
        Message::Outlined(id, stand_on, kept) => return outline::changed(state, id, stand_on, kept, moment),
        Message::Signed(id, head, read) => {
            return paper::signed(state, id, *head, read.map(|read| *read), moment);
        }
        Message::Done(id, done) => return done_with(state, id, done, words),
        Message::Saved => {
            return vec![Effect::ReadNow(Query::List), Effect::Notify(Notice::done(words.summary_saved()))];
        }
        Message::Stands(id) => {
            let mut effects = open(state, id);
            effects.push(Effect::ReadNow(Query::List));
            effects.push(Effect::Notify(Notice::problem(words.summary_stands_meanwhile())));
            return effects;
        }
        Message::Register(entries, running) => register::open(state, entries, running),
        Message::Numbered(added) => {
            state.form = None;
            let said = if added { words.summary_register_added() } else { words.summary_register_removed() };
            let mut effects = register::ask(moment);
            effects.push(Effect::Notify(Notice::done(said)));
            return effects;
        }
        Message::Changed => return vec![Effect::ReadNow(Query::List)],
        Message::Drafts => {}
    }
    Effect::none()
}

/// The list was read: the cursor stays on its synthesis.
fn listed(state: &mut State, rows: Vec<SynthesisRow>) {
    let here = state.rows.as_ref().and_then(|rows| rows.get(state.cursor)).map(|row| row.id);
    let found = here.and_then(|id| rows.iter().position(|row| row.id == id));
    state.cursor = found.unwrap_or(state.cursor).min(rows.len().saturating_sub(1));
    state.rows = Some(rows);
}

/// Something of a synthesis was written; it is read anew, and what was done is told.
fn done_with(state: &mut State, id: Uuid, done: Done, words: &Words) -> Effects {
    state.form = None;
    let mut effects = open(state, id);
    effects.push(Effect::ReadNow(Query::List));
    effects.push(Effect::Notify(match done {
        Done::Doubled => Notice::problem(done.told(words)),
        _ => Notice::done(done.told(words)),
    }));
    effects
}

fn opened_now(state: &mut State, opened: Opened, words: &Words) -> Effects {
    state.opening = false;
    let same = state.open.as_mut().filter(|open| open.synthesis.id == opened.synthesis.id);
    if let Some(open) = same {
        open.refresh(opened);
        return Effect::none();
    }
    let unsaved = opened.drafts.len();
    state.open = Some(Box::new(Composer::new(opened)));
    if unsaved == 0 {
        return Effect::none();
    }
    vec![Effect::Notify(Notice::note(words.summary_unsaved(count(unsaved))))]
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    if let Some(window) = &state.window {
        return window.place();
    }
    if let Some(open) = &state.form {
        return open.form.place();
    }
    match state.open.as_ref().map(|open| open.pane) {
        None => &keys::LIST,
        Some(Pane::Outline) => &keys::OUTLINE,
        Some(Pane::Editor) => &keys::EDITOR,
        Some(Pane::Sources) => &keys::SOURCES,
    }
}

/// True while a text is not kept as a draft yet.
pub fn is_dirty(state: &State) -> bool {
    state.open.as_ref().is_some_and(|open| open.is_dirty())
}

/// Whether an action would do something now; the hint line promises nothing else.
pub fn works(state: &State, action: &Action) -> bool {
    match &state.window {
        Some(Window::Findings(findings)) => return findings.works(action),
        Some(Window::Table(table)) => return table.works(action),
        Some(Window::Cited(cited)) => return cited.works(action),
        Some(Window::Phrases(list)) => return list.works(action),
        Some(Window::Register(open)) => return open.works(action),
        Some(_) => return true,
        None => {}
    }
    if let Some(open) = &state.form {
        return open.form.works(action);
    }
    match (&state.open, action) {
        (
            None,
            Action::Open | Action::Export | Action::Papers | Action::Preview | Action::Delete | Action::Copy,
        ) => state.rows.as_ref().is_some_and(|rows| !rows.is_empty()),
        (Some(open), Action::Insert | Action::Open | Action::Gather) if open.pane == Pane::Sources => {
            !open.sources.is_empty()
        }
        (Some(open), Action::ToSentence) => {
            open.sources.get(open.source).is_some_and(|row| open.is_used(row))
        }
        (Some(open), Action::Stands) => {
            open.sources.get(open.source).is_some_and(|row| open.is_changed_source(row))
        }
        (Some(open), Action::Submit | Action::Gather) => open.synthesis.state() == Stand::Drafting,
        (Some(open), Action::Compare) => open.material.before.reports > 0,
        (Some(open), Action::IssueSynthesis) => open.synthesis.state() == Stand::Submitted,
        (Some(open), Action::Triage(Decision::Reopen)) => open.synthesis.state() != Stand::Drafting,
        _ => true,
    }
}
