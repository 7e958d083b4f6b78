//! The register of numbers over the tab: books by body and type, entering a number of a paper written elsewhere.

use std::path::PathBuf;

use uuid::Uuid;

use super::{Command, Effects, Query, Question, State, Window};
use crate::screen::form::{Field, Form, Said};
use crate::screen::keys::{popup, summary as keys};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Place, Tab, Target};
use crate::summary::register::NewNumber;
use crate::summary::register::{Book, Entry, Origin, Running, books, read};

/// A line of the window: a book, or a number of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The book at this position.
    Book(usize),
    /// Book and position in it.
    Entry(usize, usize),
}

/// The open register.
#[derive(Debug)]
pub struct Register {
    /// Its books.
    pub books: Vec<Book>,
    /// What is shown, line by line.
    pub lines: Vec<Line>,
    /// The line under the cursor.
    pub cursor: usize,
    /// The file it is written to.
    pub prompt: Option<Prompt<()>>,
    /// Code of the office, for a new number.
    body: String,
}

/// Asks for the register.
pub(super) fn ask(moment: &Moment) -> Effects {
    vec![Effect::ReadNow(Query::Register(moment.today()))]
}

/// Opens it, or fills it anew.
pub(super) fn open(state: &mut State, entries: Vec<Entry>, running: Running) {
    let books = books(entries, &running);
    let body = running.body;
    let lines = books.iter().enumerate().flat_map(|(at, book)| {
        let entries = (0..book.entries.len()).map(move |entry| Line::Entry(at, entry));
        std::iter::once(Line::Book(at)).chain(entries)
    });
    let lines: Vec<Line> = lines.collect();
    let before = match state.window.take() {
        Some(Window::Register(before)) => before.cursor,
        _ => 0,
    };
    let cursor = before.min(lines.len().saturating_sub(1));
    state.window = Some(Window::Register(Box::new(Register { books, lines, cursor, prompt: None, body })));
}

impl Register {
    /// The number under the cursor.
    pub fn here(&self) -> Option<&Entry> {
        match self.lines.get(self.cursor)? {
            Line::Entry(book, entry) => self.books.get(*book)?.entries.get(*entry),
            Line::Book(_) => None,
        }
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        if self.prompt.is_some() { &popup::PATH } else { &keys::REGISTER }
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Open => {
                self.prompt.is_some() || self.here().is_some_and(|one| one.origin != Origin::Other)
            }
            Action::Delete => self.here().is_some_and(|one| one.origin == Origin::Other),
            Action::Export => !self.lines.is_empty(),
            _ => true,
        }
    }
}

/// Takes an action while the register is open.
pub(super) fn update(
    state: &mut State,
    mut open: Box<Register>,
    action: &Action,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    if let Some(mut prompt) = open.prompt.take() {
        return match prompt.update(action) {
            Outcome::Chosen(((), path)) if !path.is_empty() => {
                state.window = Some(Window::Register(open));
                vec![Effect::Read(Query::ExportRegister(workbook_path(&path), moment.today()))]
            }
            Outcome::Cancelled | Outcome::Chosen(_) => stay(state, open, true),
            outcome => {
                open.prompt = Some(prompt);
                stay(state, open, !matches!(outcome, Outcome::Unused))
            }
        };
    }
    let last = open.lines.len().saturating_sub(1);
    let page = usize::from(moment.height).saturating_sub(6).max(1);
    match action {
        Action::Up => open.cursor = open.cursor.saturating_sub(1),
        Action::Down => open.cursor = (open.cursor + 1).min(last),
        Action::PageUp => open.cursor = open.cursor.saturating_sub(page),
        Action::PageDown => open.cursor = (open.cursor + page).min(last),
        Action::Home => open.cursor = 0,
        Action::End => open.cursor = last,
        Action::Back => return Effect::none(),
        Action::New => {
            state.form = Some(super::paper::Open::number(form(&open, moment)));
            return Effect::none();
        }
        Action::Export if open.works(action) => {
            let name = words.summary_register_file();
            open.prompt =
                Some(Prompt::suggesting(words.summary_register(), words.summary_register_path(), name, ()));
        }
        Action::Delete if open.works(action) => {
            let Some(entry) = open.here() else { return stay(state, open, false) };
            let question = words.summary_register_remove(i64::from(entry.number), entry.title.as_str());
            let asked = Question::RemoveNumber(entry.id);
            state.window = Some(Window::Ask(Confirm::new(words.summary_register(), question, asked)));
            return Effect::none();
        }
        Action::Open => match open.here().map(|entry| (entry.origin, entry.id)) {
            Some((Origin::Synthesis, id)) => return super::open(state, id),
            Some((Origin::Class, id)) => return vec![Effect::Show(Tab::Training, Target::Class(id))],
            _ => return stay(state, open, false),
        },
        _ => return stay(state, open, false),
    }
    stay(state, open, true)
}

fn stay(state: &mut State, open: Box<Register>, known: bool) -> Effects {
    state.window = Some(Window::Register(open));
    if known { Effect::none() } else { Effect::unused() }
}

/// A file's name with the ending of a workbook.
fn workbook_path(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    let known = typed.to_lowercase().ends_with(".xlsx");
    PathBuf::from(if known { typed.to_owned() } else { format!("{typed}.xlsx") })
}

/// A number of a paper written elsewhere; the next one of the book under the cursor is offered.
fn form(open: &Register, moment: &Moment) -> Form {
    let words = moment.words;
    let book = open.lines.get(open.cursor).and_then(|line| match line {
        Line::Book(book) | Line::Entry(book, _) => open.books.get(*book),
    });
    let likely = book.map_or_else(String::new, |book| format!("{}-{}/{}", book.next(), book.kind, book.body));
    let fields = vec![
        Field::text("number", words.summary_register_number())
            .help(words.summary_register_number_help())
            .required()
            .check(|text, words| {
                let wrong = read(text, "", "").is_none_or(|(_, kind, _)| kind.is_empty());
                wrong.then(|| Said::Wrong(words.summary_register_wrong().to_owned()))
            })
            .value(&likely),
        Field::day("date", words.summary_form_date()).beside().value(&words.day(moment.today())),
        Field::text("title", words.summary_form_subject()).required(),
    ];
    Form::new(words.summary_register_new(), fields, moment).note(open.body.as_str())
}

/// What the form was filled with.
pub(super) fn filled(form: &Form) -> Option<Command> {
    let (number, kind, body) = read(&form.text("number"), "", "")?;
    let new = NewNumber { number, kind, body, on: form.day("date"), title: form.text("title") };
    Some(Command::AddNumber(Box::new(new)))
}

/// Takes a number off after it was asked.
pub(super) fn remove(id: Uuid) -> Effects {
    vec![Effect::Write(Command::RemoveNumber(id))]
}
