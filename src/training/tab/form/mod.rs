//! Forms over the room: a class or meeting, a session, a thing to prepare, people who attend.

mod bulk;
mod class;
mod lines;
mod names;
mod parts;
mod people;
mod view;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Command, Effects, Query, State, points, window};
use crate::roster::model::{Roster, ViewRecord};
use crate::screen::form::{Form, Said, Step};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::training::model::{Class, ClassChange, Participant, Point};

/// Which form is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A class or meeting; `None` = a new one.
    Class(Option<Uuid>),
    /// A new one on a day.
    ClassOn(NaiveDate),
    /// A new one after the pattern of another.
    Again(Uuid),
    /// A session of a class; `None` = a new one.
    Session(Uuid, Option<Uuid>),
    /// A thing to prepare for a class; `None` = a new one.
    Task(Uuid, Option<Uuid>),
    /// People who attend a class.
    People(Uuid),
    /// A point of the agenda of a meeting; `None` = a new one.
    Point(Uuid, Option<Uuid>),
    /// The names a unit that was summoned to a class sent.
    Names(Uuid, Uuid),
    /// A filter with a name.
    View,
    /// A change of the marked classes.
    Bulk,
}

impl Asked {
    /// What drafts of it are kept under; short forms keep none.
    pub fn draft(self) -> Option<(&'static str, Uuid)> {
        match self {
            Self::Class(id) => Some(("class", id.unwrap_or_default())),
            Self::ClassOn(_) => Some(("class", Uuid::default())),
            Self::Again(id) => Some(("class-again", id)),
            Self::Session(class, None) => Some(("class-session-new", class)),
            Self::Session(_, Some(id)) => Some(("class-session", id)),
            Self::Task(..)
            | Self::People(_)
            | Self::Names(..)
            | Self::Point(..)
            | Self::View
            | Self::Bulk => None,
        }
    }
}

/// What a form is made of.
#[derive(Debug)]
pub struct Material {
    /// Which form.
    pub asked: Asked,
    /// The class, or the pattern.
    pub class: Option<Class>,
    /// Everybody, to choose from; only for people who attend.
    pub people: Option<Roster>,
    /// Units that can be hosts.
    pub units: Vec<(Uuid, String)>,
    /// Name of the office.
    pub office: String,
    /// The next number of a plan, where the register has any.
    pub next_number: Option<u32>,
    /// What was typed and not saved.
    pub draft: Option<String>,
}

/// A form with what it is about.
#[derive(Debug)]
pub struct Open {
    /// The form.
    pub form: Form,
    asked: Asked,
    class: Option<Class>,
    people: Option<Roster>,
    units: Vec<(Uuid, String)>,
    view: ViewRecord,
    many: Vec<Uuid>,
}

impl Open {
    fn about(asked: Asked, form: Form) -> Self {
        Self {
            form,
            asked,
            class: None,
            people: None,
            units: Vec::new(),
            view: ViewRecord::default(),
            many: Vec::new(),
        }
    }
}

/// A field and what is wrong with it.
type Wrong = (&'static str, String);

/// Asks for what a form is made of.
pub(super) fn ask(asked: Asked) -> Effects {
    // The whole roster is read beside the loop.
    vec![if matches!(asked, Asked::People(_) | Asked::Names(..)) {
        Effect::Read(Query::Form(asked))
    } else {
        Effect::ReadNow(Query::Form(asked))
    }]
}

/// Opens a form.
pub(super) fn open(state: &mut State, material: Material, moment: &Moment) -> Effects {
    let (key, draft) = (material.asked.draft(), material.draft.clone());
    let form = match material.asked {
        Asked::Class(_) | Asked::ClassOn(_) | Asked::Again(_) => {
            let later = material.class.as_ref().map_or(0, |class| state.later(class));
            class::form(&material, later, moment)
        }
        Asked::Session(_, id) => parts::session(material.class.as_ref(), id, moment),
        Asked::Task(_, id) => parts::task(material.class.as_ref(), id, moment),
        Asked::People(_) => people::form(material.class.as_ref(), moment),
        Asked::Point(_, id) => points::form(material.class.as_ref(), point_of(state, id), moment),
        Asked::Names(_, unit) => names::form(material.class.as_ref(), material.people.as_ref(), unit, moment),
        // All of them is known already: they are opened at once.
        Asked::View | Asked::Bulk => return Effect::none(),
    };
    let Material { asked, class, people, units, .. } = material;
    let mut open = Open { class, people, units, ..Open::about(asked, form) };
    open.form = open.form.drafted(key);
    state.drafts.restore(&mut open.form, draft, moment.words);
    state.form = Some(open);
    Effect::none()
}

/// Opens the form of a filter with a name.
pub(super) fn open_view(state: &mut State, record: ViewRecord, moment: &Moment) -> Effects {
    let form = view::form(&record, moment);
    state.form = Some(Open { view: record, ..Open::about(Asked::View, form) });
    Effect::none()
}

/// Opens the form that changes the marked classes, as far as they are still there.
pub(super) fn open_bulk(state: &mut State, moment: &Moment) -> Effects {
    let many: Vec<Uuid> = state.marked_lines().map(|class| class.id).collect();
    if many.is_empty() {
        state.list.unmark();
        return Effect::none();
    }
    let form = bulk::form(many.len(), moment);
    state.form = Some(Open { many, ..Open::about(Asked::Bulk, form) });
    Effect::none()
}

/// Says what a change would do to how many classes, and asks.
fn preview(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = &state.form else { return Effect::none() };
    let words = moment.words;
    let (many, change) = (open.many.clone(), bulk::read(&open.form));
    if change.is_empty() {
        return vec![Effect::Notify(Notice::note(words.roster_bulk_nothing()))];
    }
    let classes = state.classes.iter().flatten().filter(|class| many.contains(&class.id));
    let foreseen = change.foresee(classes);
    if foreseen.differ == 0 {
        return vec![Effect::Notify(Notice::note(words.training_bulk_same(many.len() as i64)))];
    }
    let question = bulk::question(&change, foreseen, many.len(), words);
    let confirm = Confirm::new(words.training_bulk(), question, (many, change));
    state.window = Some(window::Window::Change(confirm));
    Effect::none()
}

/// The change was agreed to: the form closes, and comes back when it could not be written.
pub(super) fn change(state: &mut State, many: Vec<Uuid>, change: ClassChange) -> Effects {
    state.sent = state.form.take();
    vec![Effect::Write(Command::Change(many, change))]
}

/// The point of the open agenda with this id.
fn point_of(state: &State, id: Option<Uuid>) -> Option<&Point> {
    state.parts.as_ref()?.points.iter().find(|point| Some(point.id) == id)
}

/// The form has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::unused() };
    let step = open.form.update(action, moment);
    match &step {
        Step::Left(field) if matches!(open.asked, Asked::Class(_) | Asked::ClassOn(_) | Asked::Again(_)) => {
            class::left(&mut open.form, field, moment);
        }
        Step::Ask { field, typed } => {
            if let Some(people) = &open.people {
                let offered = people::offered(people, typed, open.class.as_ref());
                open.form.offer(field, typed, offered);
            }
        }
        _ => {}
    }
    match step {
        Step::Save => save(state, false, moment),
        Step::SaveNext => save(state, true, moment),
        Step::Leave => leave(state, moment),
        Step::Drop => drop_draft(state),
        Step::Files => {
            let mut effects = leave(state, moment);
            effects.retain(|effect| !matches!(effect, Effect::Notify(_)));
            effects.extend(window::ask_file(state, moment));
            effects
        }
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    }
}

/// Keeps what is typed as a draft.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Effects {
    let write = state.form.as_mut().and_then(|open| state.drafts.keep(&mut open.form, moment));
    write.map(|write| Effect::Write(Command::Draft(write))).into_iter().collect()
}

fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.form.take() else { return Effect::none() };
    let (write, said) = state.drafts.leave(&mut open.form, moment);
    let write = write.map(|write| Effect::Write(Command::Draft(write)));
    write.into_iter().chain(said.map(Effect::Notify)).collect()
}

fn drop_draft(state: &mut State) -> Effects {
    let Some(open) = state.form.take() else { return Effect::none() };
    let Some(key) = open.asked.draft() else { return Effect::none() };
    vec![Effect::Write(Command::DropDraft(state.drafts.drop(key), open.asked))]
}

fn save(state: &mut State, next: bool, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::none() };
    let again = next.then_some(open.asked);
    let draft = open.asked.draft();
    let command = match open.asked {
        Asked::Class(_) | Asked::ClassOn(_) | Asked::Again(_) => {
            class::read(open, moment).map(|(id, known)| {
                let later = class::with_later(open);
                Command::SaveClass { id, known: Box::new(known), draft, later }
            })
        }
        Asked::Session(class, id) => {
            let session = Box::new(parts::read_session(&open.form, id));
            Ok(Command::SaveSession { class, session, draft, again })
        }
        Asked::Task(class, id) => {
            Ok(Command::SaveTask { class, task: Box::new(parts::read_task(&open.form, id)), again })
        }
        Asked::People(class) => people::read(open, moment)
            .map(|people: Vec<Participant>| Command::AddPeople { class, people, again }),
        Asked::Point(class, id) => {
            let known =
                state.parts.as_ref().and_then(|parts| parts.points.iter().find(|of| Some(of.id) == id));
            Ok(Command::SavePoint { class, point: Box::new(points::read(&open.form, known)), again })
        }
        Asked::Names(class, unit) => {
            names::read(open, unit, moment).map(|people| Command::AddPeople { class, people, again: None })
        }
        Asked::Bulk => return preview(state, moment),
        Asked::View => view::read(&open.form, &open.view, &state.views, moment),
    };
    match command {
        Ok(command) => {
            // It closes at once, and comes back when it could not be written.
            state.sent = state.form.take();
            if let Some(open) = &state.sent {
                state.drafts.saving(&open.form);
            }
            vec![Effect::Write(command)]
        }
        Err((field, sentence)) => {
            open.form.go_to(field);
            open.form.say(field, Said::Wrong(sentence));
            Effect::none()
        }
    }
}
