//! Forms of the tab: a report on the phone, an item, an issue, an orientation, a duty.
//!
//! A form covers the queue. It is opened with what the file knows of its record and with the draft that was not saved; its
//! text is kept as a draft while it is typed, and stays until the file has said that the record is in it.

mod report;

use std::sync::Arc;

use uuid::Uuid;

use super::{Command, Effects, Query, State, intake, queue};
use crate::inbox::model::{NewItem, NewReport};
use crate::inbox::rows::{ItemRow, Topic};
use crate::roster::model::{Narrow, Roster};
use crate::screen::form::{Form, Picked, Step};
use crate::screen::{Action, Effect, Moment, Notice};

/// Whose form it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A new report, filled with a text that was pasted.
    Report(String),
}

impl Subject {
    /// Where its draft is kept.
    pub fn draft(&self) -> Draft {
        match self {
            Self::Report(_) => (REPORT, Uuid::nil()),
        }
    }
}

/// The draft of a new report is kept under this name.
pub const REPORT: &str = "report";

/// What a form asks of the file.
#[derive(Clone, Debug)]
pub enum Ask {
    /// What the form of a record is made of.
    Open(Subject),
    /// Everybody who may have handed in something.
    People,
    /// What a text says: topics, place, rumour, streams.
    Recognise(String),
}

/// What the form of a record is made of.
#[derive(Debug)]
pub struct Opened {
    /// Whose form.
    pub subject: Subject,
    /// Its text that was not saved.
    pub draft: Option<String>,
    /// All topics.
    pub topics: Vec<Topic>,
    /// Groups of people that were named before.
    pub groups: Vec<String>,
}

/// What the file answers to a form.
#[derive(Debug)]
pub enum Answer {
    /// To [`Ask::Open`].
    Opened(Box<Opened>),
    /// To [`Ask::People`].
    People(Arc<Roster>),
    /// To [`Ask::Recognise`].
    Recognised(Box<NewItem>),
    /// A record is in the file.
    Saved(Box<Saved>),
    /// A draft is in the file, or out of it.
    Kept(Draft),
}

/// A record that is in the file.
#[derive(Debug)]
pub struct Saved {
    /// The number of the save.
    pub save: u64,
    /// The arrival number of a report.
    pub arrival_number: String,
    /// The row to stand on.
    pub row: Option<ItemRow>,
}

/// What a form writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Keeps a draft.
    Keep {
        /// Where.
        draft: Draft,
        /// When.
        at: String,
        /// What stands in the fields.
        body: String,
    },
    /// Forgets a draft.
    Discard(Draft),
    /// Puts a record into the file; its draft goes.
    Save {
        /// Number of the save, to be told when it is done.
        save: u64,
        /// Whose form.
        subject: Subject,
        /// The record.
        record: Box<Record>,
        /// The person's mark in arrival numbers.
        mark: String,
    },
}

/// A record as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A report.
    Report(NewReport),
}

/// The open form.
#[derive(Debug)]
pub struct Open {
    /// Whose.
    pub subject: Subject,
    /// The form.
    pub form: Form,
    topics: Vec<Topic>,
    groups: Vec<String>,
    /// What to do when the text has been looked at.
    then: Option<Step>,
}

/// Forms of the tab: the open one, those on their way to the file, and whom they can name.
#[derive(Debug, Default)]
pub struct Forms {
    /// The open form.
    pub open: Option<Open>,
    /// Saved forms whose answer has not come, with the number of the save.
    saving: Vec<(u64, Open)>,
    /// Drafts on their way to the file, in order: what a form opened meanwhile has to begin with, `None` for nothing.
    drafts: Vec<(Draft, Option<String>)>,
    people: Option<Arc<Roster>>,
    saves: u64,
}

/// Where a draft is kept: the kind of form and the record, nil for a new one.
pub type Draft = (&'static str, Uuid);

impl Forms {
    /// The file has the oldest draft that was on its way to this place.
    fn arrived(&mut self, place: Draft) {
        if let Some(at) = self.drafts.iter().position(|(draft, _)| *draft == place) {
            self.drafts.remove(at);
        }
    }
}

/// Opens the form of a record.
pub(super) fn open(subject: Subject) -> Effects {
    vec![Effect::ReadNow(Query::Form(Ask::Open(subject))), Effect::Read(Query::Form(Ask::People))]
}

/// Takes an action of the open form; `None` for one of the queue under it.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    match action {
        Action::Refresh if !state.forms.saving.is_empty() && state.forms.open.is_none() => {
            // What could not be written comes back.
            if let Some((_, open)) = state.forms.saving.pop() {
                state.forms.arrived(open.subject.draft());
                state.forms.open = Some(open);
            }
            return None;
        }
        Action::KeepDraft => return keep(state, moment),
        Action::Refresh | Action::Resize | Action::Recount | Action::Show(_) => return None,
        _ => {}
    }
    let open = state.forms.open.as_mut()?;
    let step = open.form.update(action, moment);
    Some(take(state, step, moment))
}

/// True while text stands in the form that no draft holds.
pub fn is_dirty(state: &State) -> bool {
    state.forms.open.as_ref().is_some_and(|open| open.form.is_dirty())
}

fn keep(state: &mut State, moment: &Moment) -> Option<Effects> {
    let open = state.forms.open.as_mut()?;
    if !open.form.is_dirty() {
        return Some(Effect::none());
    }
    let (draft, body, write) = keep_open(open, moment);
    state.forms.drafts.push((draft, Some(body)));
    Some(vec![write])
}

/// The write that keeps the draft of a form, with what it keeps where.
fn keep_open(open: &mut Open, moment: &Moment) -> (Draft, String, Effect<Query, Command>) {
    let draft = open.subject.draft();
    let at = moment.now.format("%Y-%m-%dT%H:%M:%S").to_string();
    let body = open.form.draft();
    open.form.kept();
    let write = Effect::Write(Command::Form(Write::Keep { draft, at, body: body.clone() }));
    (draft, body, write)
}

fn take(state: &mut State, step: Step, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    match step {
        Step::Stay => Effect::none(),
        Step::Unused => Effect::unused(),
        Step::Ask { field, typed } => {
            if let Some(people) = &state.forms.people {
                open.form.offer(&field, &typed, people_answering(people, &typed));
            }
            Effect::none()
        }
        Step::Left(field) => left(open, &field, moment),
        Step::Save | Step::SaveNext => {
            // What the text says is looked at once more: the field may never have been left.
            let text = open.form.text(report::TEXT);
            open.then = Some(step);
            vec![Effect::ReadNow(Query::Form(Ask::Recognise(text)))]
        }
        Step::Leave => leave(state, moment),
        Step::Files => {
            let mut effects = leave(state, moment);
            effects.retain(|effect| !matches!(effect, Effect::Notify(_)));
            effects.extend(intake::ask(state, moment));
            effects
        }
        Step::Drop => {
            let draft = open.subject.draft();
            let mut effects = vec![Effect::Write(Command::Form(Write::Discard(draft)))];
            let fresh = Opened {
                subject: open.subject.clone(),
                draft: None,
                topics: std::mem::take(&mut open.topics),
                groups: std::mem::take(&mut open.groups),
            };
            state.forms.drafts.push((draft, None));
            effects.extend(show(state, fresh, moment));
            effects
        }
    }
}

/// Closes the form; what was typed is kept, and said to be.
fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.forms.open.take() else {
        return Effect::none();
    };
    let mut effects = Effect::none();
    if open.form.is_dirty() {
        let (draft, body, write) = keep_open(&mut open, moment);
        state.forms.drafts.push((draft, Some(body)));
        effects.push(write);
    }
    if open.form.is_changed() {
        effects.push(Effect::Notify(Notice::note(moment.words.form_draft_kept())));
    }
    effects
}

/// A field has another value.
fn left(open: &mut Open, field: &str, moment: &Moment) -> Effects {
    match &open.subject {
        Subject::Report(_) => report::left(&mut open.form, field, moment),
    }
}

/// Takes an answer.
pub(super) fn receive(state: &mut State, answer: Answer, moment: &Moment) -> Effects {
    match answer {
        Answer::Opened(opened) => show(state, *opened, moment),
        Answer::People(people) => {
            state.forms.people = Some(people);
            Effect::none()
        }
        Answer::Recognised(item) => recognised(state, &item, moment),
        Answer::Saved(saved) => done(state, *saved, moment),
        Answer::Kept(draft) => {
            state.forms.arrived(draft);
            Effect::none()
        }
    }
}

fn show(state: &mut State, opened: Opened, moment: &Moment) -> Effects {
    let Opened { subject, draft, topics, groups } = opened;
    let mut form = match &subject {
        Subject::Report(_) => report::form(&topics, &groups, moment),
    };
    let mut effects = Effect::none();
    // The file may not have heard yet what became of the draft.
    let place = subject.draft();
    let newest = state.forms.drafts.iter().rev().find(|(draft, _)| *draft == place);
    let draft = newest.map_or(draft, |(_, body)| body.clone());
    if draft.is_some_and(|draft| form.restore(&draft)) {
        form.set_note(moment.words.form_draft_restored());
    }
    let Subject::Report(pasted) = &subject;
    if !pasted.is_empty() {
        effects.extend(report::paste(&mut form, pasted));
    }
    state.forms.open =
        Some(Open { subject: Subject::Report(String::new()), form, topics, groups, then: None });
    effects
}

/// What the text says is suggested; then the form is saved, when that was asked for.
fn recognised(state: &mut State, item: &NewItem, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    report::suggest(&mut open.form, item, &open.topics);
    match open.then.take() {
        Some(step) => save(state, &step, moment),
        None => Effect::none(),
    }
}

fn save(state: &mut State, step: &Step, moment: &Moment) -> Effects {
    let Some(open) = state.forms.open.as_mut() else {
        return Effect::none();
    };
    let Some(report) = report::read(&mut open.form, state.forms.people.as_deref(), moment) else {
        return Effect::none();
    };
    let Some(saved) = state.forms.open.take() else {
        return Effect::none();
    };
    state.forms.saves += 1;
    let save = state.forms.saves;
    let write = Write::Save {
        save,
        subject: saved.subject.clone(),
        record: Box::new(Record::Report(report)),
        mark: moment.settings.mark.clone(),
    };
    if *step == Step::SaveNext {
        let form = report::next(&saved.form, &saved.topics, &saved.groups, moment);
        state.forms.open = Some(Open {
            subject: saved.subject.clone(),
            form,
            topics: saved.topics.clone(),
            groups: saved.groups.clone(),
            then: None,
        });
    }
    state.forms.drafts.push((saved.subject.draft(), None));
    state.forms.saving.push((save, saved));
    vec![Effect::Write(Command::Form(write))]
}

/// A record is in the file: it stands under the cursor, and its number is said.
fn done(state: &mut State, saved: Saved, moment: &Moment) -> Effects {
    let words = moment.words;
    if let Some(at) = state.forms.saving.iter().position(|(save, _)| *save == saved.save) {
        let (_, open) = state.forms.saving.remove(at);
        state.forms.arrived(open.subject.draft());
    }
    let said = match &saved.row {
        Some(row) => words.inbox_form_saved(&saved.arrival_number, &row.title),
        None => words.inbox_form_saved_nothing(&saved.arrival_number),
    };
    if let Some(open) = &mut state.forms.open {
        open.form.set_note(said.clone());
    }
    let mut effects = match saved.row {
        Some(row) => queue::stand_on(state, &row, moment),
        None => queue::refresh(state, moment),
    };
    effects.push(Effect::Notify(Notice::done(said)));
    effects
}

/// Collaborators and units that answer to what is typed, the best first.
fn people_answering(people: &Roster, typed: &str) -> Vec<Picked> {
    /// Of people and of units, at most.
    const MOST: usize = 40;
    let found = people.find(typed, &Narrow::default());
    let persons = found.into_iter().take(MOST).filter_map(|at| people.person(at)).map(|person| {
        Picked::new(format!("c:{}", person.id), person.full_name.as_ref(), people.unit_name(person))
    });
    let units = people.units_answering(typed).take(MOST);
    let units = units.map(|(id, name)| Picked::new(format!("u:{id}"), name, ""));
    persons.chain(units).collect()
}
