//! Windows over the room: state, things to prepare, import of an attendee list.

use uuid::Uuid;

use super::{Command, Effects, Query, State, views};
use crate::roster::model::ViewWrite;
use crate::screen::chart_page::ChartPage;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::reminder::Reminder;
use crate::screen::views::Views;
use crate::screen::{Action, Effect, Moment, Notice, Place, keys};
use crate::training::labels;
use crate::training::model::{
    AgendaColumn, AttendeesImported, Candidate, ClassChange, ClassState, NewClass, PartRow, Point, Reason,
};

/// The window over the room.
#[derive(Clone, Debug)]
pub enum Window {
    /// Which state.
    State(Uuid, Picker<ClassState>),
    /// Whether to go on with a standing meeting.
    Extend(Confirm<Uuid>),
    /// What to put on the agenda.
    Offers(Picker<Point>),
    /// Which class of a day.
    OfDay(Picker<Uuid>),
    /// Whom to go to on the list of people.
    Person(Picker<Uuid>),
    /// Whether to take a part off.
    Delete(Confirm<PartRow>),
    /// Whether to take an occurrence of a standing meeting off, or the later ones too.
    DeleteLater(Uuid, Picker<bool>),
    /// By which reason people are put on the list.
    Invite(Picker<Reason>, Vec<Candidate>),
    /// Whether to put them on the list.
    Add(Confirm<Box<Command>>),
    /// Whether to take a point off the plan of a year.
    DeletePlanItem(Confirm<(i32, Uuid)>),
    /// Which file.
    File(Prompt<()>),
    /// The message to units that lack names.
    Reminder(Reminder),
    /// Whether to import.
    Import(Confirm<String>),
    /// Filters with a name.
    Views(Views),
    /// Whether to take one off.
    ViewGone(Confirm<ViewWrite>),
    /// Whether to change these classes.
    Change(Confirm<(Vec<Uuid>, ClassChange)>),
    /// Charts of the classes the agenda shows, on the whole area.
    Charts(Box<ChartPage>),
    /// The order of the agenda.
    Order(Picker<AgendaColumn>),
}

impl Window {
    /// The place whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::State(_, picker) => picker.place(),
            Self::Person(picker) | Self::OfDay(picker) => picker.place(),
            Self::DeleteLater(_, picker) => picker.place(),
            Self::Invite(picker, _) => picker.place(),
            Self::Offers(picker) => picker.place(),
            Self::File(_) => &keys::popup::PATH,
            Self::Reminder(_) => &keys::duties::REMINDER,
            Self::Views(_) => &keys::training::VIEWS,
            Self::Order(picker) => picker.place(),
            Self::Charts(_) => &keys::training::CHARTS,
            Self::Extend(_)
            | Self::Import(_)
            | Self::Delete(_)
            | Self::Add(_)
            | Self::DeletePlanItem(_)
            | Self::Change(_)
            | Self::ViewGone(_) => &keys::popup::CONFIRM,
        }
    }
}

/// What importing an attendee list would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportPlan {
    /// The file.
    pub path: String,
    /// In numbers, or why not.
    pub outcome: Result<AttendeesImported, ImportTrouble>,
}

/// Why an attendee list cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportTrouble {
    /// It cannot be read.
    NoFile(String),
    /// Its format or content is refused, with the reason.
    Refused(crate::exchange::Refusal),
    /// It bears this mark of secrecy.
    Secret(&'static str),
    /// It is a document and no plan of a class.
    NoPlan,
    /// It holds no list of people.
    NoHeader,
    /// It holds a header and nobody.
    NoRows,
}

pub(super) fn choose_state(state: &mut State, moment: &Moment) -> Effects {
    let Some(id) = state.list.current_id() else {
        return Effect::unused();
    };
    let choices = ClassState::ALL.iter().map(|&of| Choice::new(of, labels::state(moment.words, of), ""));
    let picker = Picker::one(moment.words.training_choose_state(), choices.collect());
    let now = state.class.as_ref().map(|class| class.known.state);
    state.window = Some(Window::State(id, picker.standing_on(|of| Some(*of) == now)));
    Effect::none()
}

/// Asks whether to take the class under the cursor off.
pub(super) fn ask_delete(state: &mut State, moment: &Moment) -> Effects {
    let Some(class) = &state.class else { return Effect::unused() };
    let words = moment.words;
    let later = state.later(class);
    if later > 0 {
        let choices = vec![
            Choice::new(false, words.training_this_one(), ""),
            Choice::new(true, words.training_and_later(later as i64), ""),
        ];
        let id = class.id;
        state.window = Some(Window::DeleteLater(id, Picker::one(words.training_delete_series(), choices)));
        return Effect::none();
    }
    let question = words.training_delete_question(class.known.title.as_str());
    let row = PartRow::Class(class.id);
    state.window = Some(Window::Delete(Confirm::new(words.training_delete(), question, row)));
    Effect::none()
}

/// Asks whether to enter the occurrences after the last of a standing meeting.
pub(super) fn ask_extend(state: &mut State, class: Uuid, next: &[NewClass], moment: &Moment) -> Effects {
    let words = moment.words;
    let days = |of: Option<&NewClass>| of.and_then(|of| of.date_from).map(|day| words.day(day));
    let (Some(from), Some(to)) = (days(next.first()), days(next.last())) else {
        return vec![Effect::Notify(Notice::note(words.training_extend_none()))];
    };
    let question = words.training_extend_question(next.len() as i64, from, to);
    state.window = Some(Window::Extend(Confirm::new(words.training_extend(), question, class)));
    Effect::none()
}

/// Occurrences of a standing meeting were entered.
pub(super) fn extended(state: &State, added: usize, moment: &Moment) -> Effects {
    let said = moment.words.training_extended(added as i64);
    vec![Effect::ReadNow(Query::Classes(state.today)), Effect::Notify(Notice::done(said))]
}

pub(super) fn ask_file(state: &mut State, moment: &Moment) -> Effects {
    let prompt = Prompt::new(moment.words.training_import(), moment.words.training_import_path(), "", ());
    state.window = Some(Window::File(prompt));
    Effect::none()
}

/// The window has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(window) = state.window.take() else {
        return Effect::unused();
    };
    match window {
        Window::State(id, mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                chosen.first().map_or_else(Effect::none, |of| vec![Effect::Write(Command::State(id, *of))])
            }
            outcome => keep(state, &outcome, Window::State(id, picker)),
        },
        Window::Person(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                if let (Some(parts), Some(id)) = (&mut state.parts, chosen.first()) {
                    parts.list.select(*id);
                }
                Effect::none()
            }
            outcome => keep(state, &outcome, Window::Person(picker)),
        },
        Window::Extend(confirm) => match confirm.update(action) {
            Outcome::Chosen(class) => vec![Effect::Write(Command::Extend(class))],
            outcome => keep(state, &outcome, Window::Extend(confirm)),
        },
        Window::Offers(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => super::points::chosen(state, chosen),
            outcome => keep(state, &outcome, Window::Offers(picker)),
        },
        Window::OfDay(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => match chosen.first() {
                Some(class) => super::grid::read_class(state, *class),
                None => Effect::none(),
            },
            outcome => keep(state, &outcome, Window::OfDay(picker)),
        },
        Window::DeletePlanItem(confirm) => match confirm.update(action) {
            Outcome::Chosen((year, id)) => vec![Effect::Write(Command::DeletePlanItem(year, id))],
            outcome => keep(state, &outcome, Window::DeletePlanItem(confirm)),
        },
        Window::Delete(confirm) => match confirm.update(action) {
            Outcome::Chosen(row) => vec![Effect::Write(Command::Delete(row))],
            outcome => keep(state, &outcome, Window::Delete(confirm)),
        },
        Window::DeleteLater(id, mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => chosen.first().map_or_else(Effect::none, |later| {
                let delete =
                    if *later { Command::DeleteLater(id) } else { Command::Delete(PartRow::Class(id)) };
                vec![Effect::Write(delete)]
            }),
            outcome => keep(state, &outcome, Window::DeleteLater(id, picker)),
        },
        Window::Invite(mut picker, candidates) => match picker.update(action) {
            Outcome::Chosen(chosen) => match chosen.first() {
                Some(reason) => super::audience::chosen(state, *reason, candidates, moment),
                None => Effect::none(),
            },
            outcome => keep(state, &outcome, Window::Invite(picker, candidates)),
        },
        Window::Add(confirm) => match confirm.update(action) {
            Outcome::Chosen(add) => vec![Effect::Write(*add)],
            outcome => keep(state, &outcome, Window::Add(confirm)),
        },
        Window::File(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((), path)) if path.is_empty() => Effect::none(),
            Outcome::Chosen(((), path)) => vec![Effect::Read(Query::PlanImport(path))],
            outcome => keep(state, &outcome, Window::File(prompt)),
        },
        Window::Reminder(mut open) => {
            let outcome = open.update(action, moment.height);
            keep(state, &outcome, Window::Reminder(open))
        }
        Window::Import(confirm) => match confirm.update(action) {
            Outcome::Chosen(path) => vec![Effect::Write(Command::Import(path))],
            outcome => keep(state, &outcome, Window::Import(confirm)),
        },
        window @ (Window::Views(_)
        | Window::ViewGone(_)
        | Window::Order(_)
        | Window::Change(_)
        | Window::Charts(_)) => of_the_agenda(state, window, action, moment),
    }
}

/// A window about what the agenda shows, and in which order.
fn of_the_agenda(state: &mut State, window: Window, action: &Action, moment: &Moment) -> Effects {
    match window {
        Window::Views(mut open) => match open.update(action) {
            Outcome::Chosen(wish) => views::run(state, open, wish, moment),
            outcome => keep(state, &outcome, Window::Views(open)),
        },
        Window::ViewGone(confirm) => match confirm.update(action) {
            Outcome::Chosen(write) => vec![Effect::Write(Command::View(write))],
            // Back to the views.
            Outcome::Cancelled => views::choose(state, moment),
            outcome => keep(state, &outcome, Window::ViewGone(confirm)),
        },
        Window::Change(confirm) => match confirm.update(action) {
            Outcome::Chosen((many, change)) => super::form::change(state, many, change),
            outcome => keep(state, &outcome, Window::Change(confirm)),
        },
        Window::Charts(mut page) => {
            let outcome = page.update(action, moment);
            keep(state, &outcome, Window::Charts(page))
        }
        Window::Order(mut picker) => match picker.update(action) {
            Outcome::Chosen(chosen) => {
                chosen.first().map_or_else(Effect::none, |column| views::put_in_order(state, *column))
            }
            outcome => keep(state, &outcome, Window::Order(picker)),
        },
        _ => Effect::unused(),
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

pub(super) fn confirm_import(state: &mut State, plan: ImportPlan, moment: &Moment) -> Effects {
    let words = moment.words;
    let counts = match plan.outcome {
        Ok(counts) => counts,
        Err(trouble) => return vec![Effect::Notify(Notice::problem(sentence(&trouble, moment)))],
    };
    let people = counts.attendees as i64;
    let sessions = counts.sessions as i64;
    let question = if counts.is_plan && counts.duplicates > 0 {
        return vec![Effect::Notify(Notice::note(words.training_plan_known(counts.title)))];
    } else if counts.is_plan && counts.class_created {
        words.training_plan_question_new(sessions, counts.title)
    } else if counts.is_plan {
        words.training_plan_question(sessions, counts.title)
    } else if counts.class_created {
        words.training_import_question_new(counts.collaborators as i64, people, counts.title)
    } else {
        words.training_import_question(counts.duplicates as i64, people, counts.title)
    };
    state.window = Some(Window::Import(Confirm::new(words.training_import(), question, plan.path)));
    Effect::none()
}

pub(super) fn imported(
    state: &mut State,
    imported: Result<AttendeesImported, ImportTrouble>,
    moment: &Moment,
) -> Effects {
    match imported {
        Ok(counts) => {
            state.wanted = counts.class;
            let said = if counts.is_plan {
                moment.words.training_plan_done(counts.sessions as i64)
            } else {
                moment.words.training_import_done(counts.attendees as i64)
            };
            vec![Effect::ReadNow(Query::Classes(moment.today())), Effect::Notify(Notice::done(said))]
        }
        Err(trouble) => vec![Effect::Notify(Notice::problem(sentence(&trouble, moment)))],
    }
}

fn sentence(trouble: &ImportTrouble, moment: &Moment) -> String {
    let words = moment.words;
    match trouble {
        ImportTrouble::NoFile(path) => words.roster_import_no_file(path.as_str()),
        ImportTrouble::Refused(_) => words.roster_import_refused().to_owned(),
        ImportTrouble::Secret(mark) => words.import_secret(*mark),
        ImportTrouble::NoPlan => words.import_class_plan().to_owned(),
        ImportTrouble::NoHeader => words.roster_import_no_header().to_owned(),
        ImportTrouble::NoRows => words.roster_import_no_rows().to_owned(),
    }
}
