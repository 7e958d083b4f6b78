//! Forms over the room: a collaborator, a unit, a decision, a change of many at once.

mod bulk;
mod decision;
mod output;
mod person;
mod reorganise;
mod unit;
mod view;

use uuid::Uuid;

use super::edit::Window;
use super::{Command, Effects, Query, State};
use crate::roster::model::{BulkChange, Collaborator, NewCollaborator, NewUnit, Roster, Unit, ViewRecord};
use crate::screen::form::{Form, Pick, Picked, Said, Step};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::words::Words;

/// Which form is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A collaborator; `None` = a new one.
    Person(Option<Uuid>),
    /// A unit; `None` = a new one, below this one.
    Unit(Option<Uuid>, Option<Uuid>),
    /// A decision about these people.
    Decision(Vec<Uuid>),
    /// A change of these people.
    Bulk(Vec<Uuid>),
    /// A file of these people.
    Output(Vec<Uuid>),
    /// What happens to these units on a day.
    Reorganise(Vec<Uuid>),
    /// A filter with a name.
    View(ViewRecord),
}

impl Asked {
    /// What drafts of it are kept under; short forms keep none.
    pub fn draft(&self) -> Option<(&'static str, Uuid)> {
        match self {
            Self::Person(id) => Some(("collaborator", id.unwrap_or_default())),
            Self::Unit(id, _) => Some(("unit", id.unwrap_or_default())),
            Self::Decision(_) | Self::Bulk(_) | Self::Output(_) | Self::Reorganise(_) | Self::View(_) => None,
        }
    }
}

/// What a form is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Which form.
    pub asked: Asked,
    /// The collaborator.
    pub person: Option<Collaborator>,
    /// The unit.
    pub unit: Option<Unit>,
    /// Topics the office knows.
    pub topics: Vec<(Uuid, String)>,
    /// What was typed and not saved.
    pub draft: Option<String>,
}

/// A form with what it is about.
#[derive(Debug)]
pub struct Open {
    /// The form.
    pub form: Form,
    asked: Asked,
    person: NewCollaborator,
    unit: NewUnit,
    /// Somebody on the roster who may be the person being entered.
    alike: Option<Uuid>,
}

impl Open {
    fn about(asked: Asked, form: Form) -> Self {
        Self { form, asked, person: NewCollaborator::default(), unit: NewUnit::default(), alike: None }
    }

    /// What the next new collaborator has from this one.
    pub(super) fn carried(&self) -> NewCollaborator {
        person::carried(&self.form)
    }
}

/// Asks for what a form is made of.
pub(super) fn ask(asked: Asked) -> Effects {
    vec![Effect::ReadNow(Query::Form(asked))]
}

/// Opens a form.
pub(super) fn open(state: &mut State, material: Material, moment: &Moment) -> Effects {
    let Some(roster) = &state.roster else { return Effect::none() };
    let (key, draft) = (material.asked.draft(), material.draft.clone());
    let mut open = match material.asked.clone() {
        Asked::Person(_) => person::open(material, state.carried.take(), roster, moment),
        Asked::Unit(..) => unit::open(material, roster, moment),
        Asked::Decision(_) => decision::open(material, roster, moment),
        Asked::Bulk(_) => bulk::open(material, roster, moment),
        Asked::Output(_) => output::open(material, moment),
        Asked::Reorganise(_) => reorganise::open(material, roster, moment),
        Asked::View(record) => view::open(record, moment),
    };
    open.form = open.form.drafted(key);
    state.drafts.restore(&mut open.form, draft, moment.words);
    state.form = Some(open);
    Effect::none()
}

/// Opens the form of a filter with a name: all of it is known already.
pub(super) fn open_view(state: &mut State, record: ViewRecord, moment: &Moment) -> Effects {
    state.form = Some(view::open(record, moment));
    Effect::none()
}

/// The units as choices, each with the one above it and the names it bore.
fn units(roster: &Roster, words: &Words) -> Pick {
    let note = |unit: &Unit| {
        let above = unit.known.parent.and_then(|id| roster.unit_named(id)).unwrap_or_default();
        let before: Vec<&str> =
            roster.formerly(unit.id).into_iter().map(|former| former.name.as_str()).collect();
        let before =
            if before.is_empty() { String::new() } else { words.roster_unit_formerly(before.join(", ")) };
        [above, &before].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    };
    let standing = roster.units().iter().filter(|unit| unit.stands());
    Pick::among(standing.map(|unit| Picked::row(unit.id, unit.known.name.as_str(), note(unit))))
}

fn topics(all: &[(Uuid, String)]) -> Pick {
    Pick::among(all.iter().map(|(id, name)| Picked::row(*id, name.as_str(), ""))).many()
}

fn picked_topics(form: &Form) -> Vec<Uuid> {
    form.chosen("topics").iter().filter_map(Picked::uuid).collect()
}

/// The form has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::unused() };
    let step = open.form.update(action, moment);
    if let Some(roster) = &state.roster {
        match &open.asked {
            Asked::Person(id) => {
                person::watch(open.form.current() == "full_name", &step, open, *id, roster, moment);
            }
            Asked::Unit(id, _) => unit::watch(&step, open, *id, roster, moment),
            Asked::Decision(_) => decision::watch(&step, open),
            Asked::Bulk(_) | Asked::View(_) => {}
            Asked::Output(_) => output::watch(&step, open, moment),
            Asked::Reorganise(_) => reorganise::watch(open),
        }
    }
    match step {
        Step::Save => save(state, false, moment),
        Step::SaveNext => save(state, true, moment),
        Step::Leave => leave(state, moment),
        Step::Drop => drop_draft(state),
        Step::Files => {
            let mut effects = leave(state, moment);
            effects.retain(|effect| !matches!(effect, Effect::Notify(_)));
            effects.extend(super::intake::ask(state, moment));
            effects
        }
        Step::Alike => look_at_alike(state, moment),
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

/// Shows the card of who may be meant; what was typed waits as a draft.
fn look_at_alike(state: &mut State, moment: &Moment) -> Effects {
    let Some(id) = state.form.as_ref().and_then(|open| open.alike) else { return Effect::unused() };
    let mut effects = leave(state, moment);
    state.wanted = Some(id);
    effects.extend(state.show_all());
    effects.extend(super::go_to_wanted(state));
    state.whole_card = true;
    effects
}

fn drop_draft(state: &mut State) -> Effects {
    let Some(open) = state.form.take() else { return Effect::none() };
    let Some(key) = open.asked.draft() else { return Effect::none() };
    vec![Effect::Write(Command::DropDraft(state.drafts.drop(key), open.asked))]
}

fn save(state: &mut State, next: bool, moment: &Moment) -> Effects {
    let (Some(open), Some(roster)) = (&mut state.form, &state.roster) else { return Effect::none() };
    let command = match &open.asked {
        Asked::Output(_) => match output::output(open, moment) {
            // The form closes when the file is there.
            Ok(output) => return vec![Effect::Read(Query::Output(Box::new(output)))],
            Err(wrong) => Err(wrong),
        },
        Asked::Reorganise(_) => match reorganise::plan(open, roster, moment.words) {
            Ok(plan) => return vec![Effect::ReadNow(Query::Follows(Box::new(plan)))],
            Err(wrong) => Err(wrong),
        },
        Asked::View(before) => view::save(&open.form, before, &state.views, roster, moment),
        Asked::Person(_) => person::save(open, next, moment),
        Asked::Unit(..) => unit::save(open, roster, moment),
        Asked::Decision(_) => decision::save(open, moment),
        Asked::Bulk(people) => {
            let (people, change) = (people.clone(), bulk::change(&open.form));
            return if change.is_empty() {
                vec![Effect::Notify(Notice::note(moment.words.roster_bulk_nothing()))]
            } else {
                vec![Effect::ReadNow(Query::Differ(people, Box::new(change)))]
            };
        }
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

/// Says how many people a change will change, and asks.
pub(super) fn preview(
    state: &mut State,
    people: Vec<Uuid>,
    change: BulkChange,
    differ: usize,
    moment: &Moment,
) -> Effects {
    let words = moment.words;
    let (Some(open), Some(roster)) = (&state.form, &state.roster) else { return Effect::none() };
    if differ == 0 {
        return vec![Effect::Notify(Notice::note(words.roster_bulk_same(people.len() as i64)))];
    }
    let what = bulk::told(&open.form, &change, roster, words);
    let question = words.roster_bulk_question(differ as i64, people.len() as i64, what);
    state.window = Some(Window::Change(Confirm::new(words.roster_bulk(), question, (people, change))));
    Effect::none()
}
