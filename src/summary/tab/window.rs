//! Windows over the composer: the period, the file name, questions, pages to read.

use uuid::Uuid;

use super::{
    Cited, Command, Effects, Export, Findings, Naming, Pages, PhraseList, Query, Register, SourceTable,
    State, cited, outline, pages, paper, paper_path, period_prompt, phrases, placing, register, table,
};
use crate::screen::keys::{popup, summary as keys};
use crate::screen::picker::Picker;
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place};
use crate::summary::model::{Exhibit, Grouping, Head};
use crate::summary::period::Period;
use crate::summary::signed::ReadBack;
use crate::summary::wanted::Wanted;
use crate::words::Words;

/// A window.
#[derive(Debug)]
pub enum Window {
    /// Which period?
    Period(Prompt<()>),
    /// Which file? Synthesis, and whether the table of sources goes with it.
    Export(Prompt<(Uuid, bool)>),
    /// Which heading, which name?
    Heading(Prompt<Naming>),
    /// By which outline?
    Template(Picker<(Wanted, bool)>),
    /// About what?
    Topic(Picker<Wanted>),
    /// Of which place?
    Place(Picker<Wanted>),
    /// Gathered by what?
    Grouping(Picker<Grouping>),
    /// Which table or chart?
    Placing(Picker<Exhibit>),
    /// Why is it taken back?
    TakeBack(Prompt<Uuid>),
    /// A question.
    Ask(Confirm<Question>),
    /// A page.
    Read(Page),
    /// The paper as pages.
    Print(Box<Pages>),
    /// What is lacking, one by one.
    Findings(Findings),
    /// The register of numbers.
    Register(Box<Register>),
    /// The sources of a sentence.
    Cited(Cited),
    /// What is carried and what is left out.
    Table(Box<SourceTable>),
    /// The sentences drafts are written with.
    Phrases(PhraseList),
}

/// What is asked before it is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Takes a number off the register?
    RemoveNumber(Uuid),
    /// Takes the synthesis away?
    Delete(Uuid),
    /// Gathers over what a person wrote?
    GatherOver(Uuid, Grouping),
    /// Takes a section off?
    RemoveSection(Uuid),
    /// Hands it to the one who signs?
    Submit(Uuid),
    /// Issues it?
    Issue(Uuid, Box<Head>, Option<Box<ReadBack>>),
    /// Writes over a file?
    WriteOver(Export),
    /// Forgets the text of a section that was not saved?
    DropDraft(Uuid),
}

/// A page to read.
#[derive(Debug, Default)]
pub struct Page {
    /// Heading.
    pub title: String,
    /// Text.
    pub text: String,
    /// First line in sight.
    pub top: usize,
}

impl Page {
    /// A page from its beginning.
    pub fn new(title: String, text: String) -> Self {
        Self { title, text, top: 0 }
    }
}

impl Window {
    /// Asks for the file to write.
    pub fn export(words: &Words, name: &str, id: Uuid, annex: bool) -> Self {
        let question = if annex { words.summary_which_file_annex() } else { words.summary_which_file() };
        Self::Export(Prompt::suggesting(words.summary_export(), question, name, (id, annex)))
    }

    /// Whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Period(_) | Self::TakeBack(_) | Self::Export(_) | Self::Heading(_) => &popup::PROMPT,
            Self::Template(picker) => picker.place(),
            Self::Placing(picker) => picker.place(),
            Self::Topic(picker) | Self::Place(picker) => picker.place(),
            Self::Grouping(picker) => picker.place(),
            Self::Ask(_) => &popup::CONFIRM,
            Self::Read(_) => &popup::READER,
            Self::Print(_) => &popup::PREVIEW,
            Self::Findings(findings) if findings.prompt.is_some() => &popup::PROMPT,
            Self::Findings(_) => &keys::FINDINGS,
            Self::Table(table) => table.place(),
            Self::Cited(_) => &keys::CITED,
            Self::Phrases(list) => list.form.as_ref().map_or(&keys::PHRASES, |(_, form)| form.place()),
            Self::Register(open) => open.place(),
        }
    }
}

/// Takes an action while a window is open.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match state.window.take() {
        None => Effect::none(),
        Some(Window::Period(mut prompt)) => match prompt.update(action) {
            Outcome::Chosen(((), typed)) => period(state, &typed, moment),
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Period(prompt), &outcome),
        },
        Some(Window::Export(mut prompt)) => match prompt.update(action) {
            Outcome::Chosen((_, typed)) if typed.is_empty() => Effect::none(),
            Outcome::Chosen(((id, annex), typed)) => {
                let path = paper_path(&typed);
                let export = Export { id, path, today: moment.today(), annex, over: false };
                vec![Effect::Read(Query::Export(export))]
            }
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Export(prompt), &outcome),
        },
        Some(Window::Heading(mut prompt)) => match prompt.update(action) {
            Outcome::Chosen((naming, typed)) => outline::named(state, naming, &typed),
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Heading(prompt), &outcome),
        },
        Some(Window::Template(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => chosen.into_iter().next().map(outline::chosen).unwrap_or_default(),
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Template(picker), &outcome),
        },
        Some(Window::Placing(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => match chosen.into_iter().next() {
                Some(exhibit) => placing::place(state, exhibit, moment),
                None => Effect::none(),
            },
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Placing(picker), &outcome),
        },
        Some(Window::Topic(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                chosen.into_iter().map(|wanted| Effect::Read(Query::Places(wanted))).collect()
            }
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Topic(picker), &outcome),
        },
        Some(Window::Place(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                chosen.into_iter().next().map(outline::place_chosen).unwrap_or_default()
            }
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Place(picker), &outcome),
        },
        Some(Window::Grouping(mut picker)) => match picker.update(action) {
            Outcome::Chosen(chosen) => gather_by(state, chosen.first().copied()),
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Grouping(picker), &outcome),
        },
        Some(Window::TakeBack(mut prompt)) => match prompt.update(action) {
            Outcome::Chosen((_, typed)) if typed.trim().is_empty() => {
                state.window = Some(Window::TakeBack(prompt));
                vec![Effect::Notify(Notice::problem(moment.words.summary_take_back_needs()))]
            }
            Outcome::Chosen((id, typed)) => {
                vec![Effect::Write(Command::TakeBack(id, paper::reason_line(typed.trim(), moment)))]
            }
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::TakeBack(prompt), &outcome),
        },
        Some(Window::Ask(confirm)) => match confirm.update(action) {
            Outcome::Chosen(question) => answered(state, question),
            Outcome::Cancelled => Effect::none(),
            outcome => kept(state, Window::Ask(confirm), &outcome),
        },
        Some(Window::Read(page)) => read(state, page, action, moment),
        Some(Window::Print(open)) => pages::update(state, open, action, moment),
        Some(Window::Findings(findings)) => super::findings::update(state, findings, action, moment),
        Some(Window::Register(open)) => register::update(state, open, action, moment),
        Some(Window::Cited(open)) => cited::update(state, open, action, moment),
        Some(Window::Table(open)) => table::update(state, open, action, moment),
        Some(Window::Phrases(list)) => phrases::update(state, list, action, moment),
    }
}

fn kept<T>(state: &mut State, window: Window, outcome: &Outcome<T>) -> Effects {
    state.window = Some(window);
    if matches!(outcome, Outcome::Unused) { Effect::unused() } else { Effect::none() }
}

fn gather_by(state: &State, by: Option<Grouping>) -> Effects {
    let gather = state.open.as_deref().zip(by).map(|(open, by)| {
        let id = open.synthesis.id;
        Effect::Write(Command::Gather { id, by, over: false })
    });
    gather.into_iter().collect()
}

fn period(state: &mut State, typed: &str, moment: &Moment) -> Effects {
    if let Some(period) = Period::parse(typed, moment.today()) {
        return vec![Effect::Read(Query::Templates(period))];
    }
    state.window = Some(Window::Period(period_prompt(moment, typed)));
    vec![Effect::Notify(Notice::problem(moment.words.summary_bad_period(typed)))]
}

fn answered(state: &mut State, question: Question) -> Effects {
    match question {
        Question::RemoveSection(section) => outline::removed(state, section),
        Question::Submit(id) => vec![Effect::Write(Command::Submit(id))],
        Question::Issue(id, head, read) => vec![Effect::Write(Command::Issue(id, head, read))],
        Question::RemoveNumber(id) => register::remove(id),
        Question::Delete(id) => vec![Effect::Write(Command::Delete(id))],
        Question::GatherOver(id, by) => vec![Effect::Write(Command::Gather { id, by, over: true })],
        Question::WriteOver(export) => vec![Effect::Read(Query::Export(Export { over: true, ..export }))],
        Question::DropDraft(section) => {
            if let Some(open) = &mut state.open {
                open.forget_draft(section);
            }
            vec![Effect::Write(Command::DropDraft(section))]
        }
    }
}

fn read(state: &mut State, mut page: Page, action: &Action, moment: &Moment) -> Effects {
    let step = usize::from(moment.height).saturating_sub(6).max(1);
    let last = page.text.lines().count().saturating_sub(1);
    page.top = match action {
        Action::Up => page.top.saturating_sub(1),
        Action::Down => (page.top + 1).min(last),
        Action::PageUp => page.top.saturating_sub(step),
        Action::PageDown => (page.top + step).min(last),
        Action::Home => 0,
        Action::End => last,
        Action::Back => return Effect::none(),
        _ => {
            state.window = Some(Window::Read(page));
            return Effect::unused();
        }
    };
    state.window = Some(Window::Read(page));
    Effect::none()
}
