//! Changing one field of somebody, and the windows over the room.

use chrono::NaiveDate;
use uuid::Uuid;

use super::intake::ImportPlan;
use super::{Command, Effects, Query, State};
use crate::roster::labels;
use crate::roster::model::{Collaborator, Status, phone_shown, phones_in};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place, keys};
use crate::text::dates::parse_day;

/// A field that is changed on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Phones.
    Phones,
    /// E-mail.
    Email,
    /// Post.
    Post,
    /// Last day of the term.
    TermTo,
    /// Status.
    Status,
    /// Note.
    Note,
}

impl Field {
    const ALL: [Self; 6] = [Self::Phones, Self::Email, Self::Post, Self::TermTo, Self::Status, Self::Note];
}

/// A change of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Phones in local form, the main one first.
    Phones(Vec<String>),
    /// E-mail.
    Email(String),
    /// Post.
    Post(String),
    /// Last day of the term.
    TermTo(Option<NaiveDate>),
    /// Status.
    Status(Status),
    /// Note.
    Note(String),
}

/// The window over the room.
#[derive(Clone, Debug)]
pub enum Window {
    /// Which field.
    Field(Uuid, Picker<Field>),
    /// What goes into it.
    Text(Prompt<(Uuid, Field)>),
    /// Which status.
    Status(Uuid, Picker<Status>),
    /// Which file.
    File(Prompt<()>),
    /// Whether to import.
    Import(Confirm<ImportPlan>),
}

impl Window {
    /// The place whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Field(_, picker) => picker.place(),
            Self::Status(_, picker) => picker.place(),
            Self::Text(_) | Self::File(_) => &keys::popup::PROMPT,
            Self::Import(_) => &keys::popup::CONFIRM,
        }
    }
}

/// Asks which field of the person under the cursor to change.
pub(super) fn open(state: &mut State, moment: &Moment) -> Effects {
    let Some(card) = &state.card else {
        return Effect::unused();
    };
    let words = moment.words;
    let known = &card.person.known;
    let choices = Field::ALL.into_iter().map(|field| {
        let (name, now) = match field {
            Field::Phones => (words.roster_column_phone(), shown_phones(&card.person)),
            Field::Email => (words.roster_column_email(), known.email.clone()),
            Field::Post => (words.roster_column_post(), known.post.clone()),
            Field::TermTo => {
                (words.roster_column_term_to(), known.term_to.map(|day| words.day(day)).unwrap_or_default())
            }
            Field::Status => (words.roster_column_status(), labels::status(words, known.status).to_owned()),
            Field::Note => (words.roster_column_note(), known.note.clone()),
        };
        Choice::new(field, name, now)
    });
    let title = words.roster_edit(known.full_name.as_str());
    state.window = Some(Window::Field(card.person.id, Picker::one(title, choices.collect())));
    Effect::none()
}

fn shown_phones(person: &Collaborator) -> String {
    person.known.phones.iter().map(|number| phone_shown(number)).collect::<Vec<_>>().join(", ")
}

/// The window has the keys.
pub(super) fn window(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(window) = state.window.take() else {
        return Effect::unused();
    };
    match window {
        Window::Field(id, mut picker) => match picker.update(action) {
            Outcome::Chosen(fields) => {
                fields.first().map_or_else(Effect::none, |field| ask(state, id, *field, moment))
            }
            outcome => keep(state, &outcome, Window::Field(id, picker)),
        },
        Window::Status(id, mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => chosen.first().map_or_else(Effect::none, |status| {
                vec![Effect::Write(Command::Edit { id, change: Change::Status(*status) })]
            }),
            outcome => keep(state, &outcome, Window::Status(id, picker)),
        },
        Window::Text(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((id, field), text)) => change(state, prompt, id, field, &text, moment),
            outcome => keep(state, &outcome, Window::Text(prompt)),
        },
        Window::File(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((), path)) if path.is_empty() => Effect::none(),
            Outcome::Chosen(((), path)) => vec![Effect::Read(Query::PlanImport(path))],
            outcome => keep(state, &outcome, Window::File(prompt)),
        },
        Window::Import(confirm) => match confirm.update(action) {
            Outcome::Chosen(plan) => vec![Effect::Write(Command::Import(plan.path))],
            outcome => keep(state, &outcome, Window::Import(confirm)),
        },
    }
}

/// Keeps a window that is still open.
fn keep<T>(state: &mut State, outcome: &Outcome<T>, window: Window) -> Effects {
    match outcome {
        Outcome::Open => state.window = Some(window),
        Outcome::Unused => {
            state.window = Some(window);
            return Effect::unused();
        }
        Outcome::Cancelled | Outcome::Chosen(_) => {}
    }
    Effect::none()
}

/// Asks what goes into a field.
fn ask(state: &mut State, id: Uuid, field: Field, moment: &Moment) -> Effects {
    let Some(card) = state.card.as_ref().filter(|card| card.person.id == id) else {
        return Effect::none();
    };
    let (words, known) = (moment.words, &card.person.known);
    let title = words.roster_edit(known.full_name.as_str());
    let (question, now) = match field {
        Field::Status => {
            let choices =
                Status::ALL.iter().map(|&status| Choice::new(status, labels::status(words, status), ""));
            state.window = Some(Window::Status(id, Picker::one(title, choices.collect())));
            return Effect::none();
        }
        Field::Phones => (words.roster_edit_phones(), shown_phones(&card.person)),
        Field::TermTo => {
            (words.roster_edit_term_to(), known.term_to.map(|day| words.day(day)).unwrap_or_default())
        }
        Field::Email => (words.roster_edit_text(), known.email.clone()),
        Field::Post => (words.roster_edit_text(), known.post.clone()),
        Field::Note => (words.roster_edit_text(), known.note.clone()),
    };
    state.window = Some(Window::Text(Prompt::new(title, question, &now, (id, field))));
    Effect::none()
}

/// Writes what was typed; when it does not fit the field the window stays and says why.
fn change(
    state: &mut State,
    prompt: Prompt<(Uuid, Field)>,
    id: Uuid,
    field: Field,
    text: &str,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let change = match field {
        Field::Phones => {
            let phones = phones_in(text);
            match phones.unreadable.first() {
                None if text.is_empty() || !phones.numbers.is_empty() => Ok(Change::Phones(phones.numbers)),
                None => Err(words.roster_edit_no_phone(text)),
                Some(part) => Err(words.roster_edit_no_phone(part.as_str())),
            }
        }
        Field::TermTo if text.is_empty() => Ok(Change::TermTo(None)),
        Field::TermTo => parse_day(text, moment.today())
            .ok()
            .map(|day| Change::TermTo(Some(day)))
            .ok_or_else(|| words.roster_edit_no_day(text)),
        Field::Email if text.is_empty() || (text.contains('@') && !text.contains(char::is_whitespace)) => {
            Ok(Change::Email(text.to_owned()))
        }
        Field::Email => Err(words.roster_edit_no_email(text)),
        Field::Post => Ok(Change::Post(text.to_owned())),
        Field::Note => Ok(Change::Note(text.to_owned())),
        Field::Status => return Effect::none(),
    };
    match change {
        Ok(change) => vec![Effect::Write(Command::Edit { id, change })],
        Err(sentence) => {
            state.window = Some(Window::Text(prompt));
            vec![Effect::Notify(Notice::problem(sentence))]
        }
    }
}
