//! The parts of a class as lists that are worked in: program, things to prepare, people who attend.

use uuid::Uuid;

use super::form::{self, Asked};
use super::window::Window;
use super::{Command, Effects, Query, State, points, units};
use crate::roster::model::UnitLevel;
use crate::screen::keys::training as keys;
use crate::screen::list::{Keyed, List};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice, Place};
use crate::training::model::{Absence, Class, ClassKind, PartRow, Point, Tally, UnitTally, by_level};

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Sessions.
    Sessions,
    /// Things to prepare.
    Tasks,
    /// People who attend, with who is absent from which session.
    People,
    /// Units: whose names came, who attended.
    Units,
    /// Points of the agenda.
    Points,
}

/// A row of a part: its id and its position in the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartLine {
    /// Id.
    pub id: Uuid,
    /// Position.
    pub at: usize,
}

impl Keyed for PartLine {
    type Id = Uuid;
    type Key = usize;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> usize {
        self.at
    }
}

/// An open part.
#[derive(Debug)]
pub struct Parts {
    /// Which.
    pub part: Part,
    /// Its rows.
    pub list: List<PartLine>,
    /// The session absences are entered for.
    pub session: usize,
    /// The units of the class, where they are shown.
    pub units: Vec<UnitTally>,
    /// The same by level.
    pub levels: Vec<(UnitLevel, Tally)>,
    /// The points of the agenda, once read.
    pub points: Vec<Point>,
}

/// Rows above the list: the class, the parts, headings.
pub const PARTS_HEAD: u16 = 3;

impl Parts {
    fn of(part: Part, class: &Class, moment: &Moment) -> Self {
        let (list, units, levels) = (List::default(), Vec::new(), Vec::new());
        let mut parts = Self { part, list, session: 0, units, levels, points: Vec::new() };
        parts.fill(class);
        parts.resize(moment.height);
        // The session of today, or the first that is to come.
        let to_come = class.known.sessions.iter().position(|of| of.on.is_some_and(|on| on >= moment.today()));
        parts.session = to_come.unwrap_or(0);
        parts
    }

    /// Puts the rows in as the class has them now.
    pub(super) fn fill(&mut self, class: &Class) {
        let known = &class.known;
        let ids: Vec<Option<Uuid>> = match self.part {
            Part::Sessions => known.sessions.iter().map(|of| of.id).collect(),
            Part::Tasks => known.preparation.iter().map(|of| of.id).collect(),
            Part::People => known.participants.iter().map(|of| of.id).collect(),
            Part::Units => {
                self.units = class.by_unit();
                self.levels = by_level(&self.units);
                (0..).zip(&self.units).map(|(at, unit)| Some(units::row_id(unit, at))).collect()
            }
            Part::Points => self.points.iter().map(|point| Some(point.id)).collect(),
        };
        let lines = ids.into_iter().enumerate().filter_map(|(at, id)| Some(PartLine { id: id?, at }));
        self.list.set_whole(lines.collect());
        self.session = self.session.min(known.sessions.len().saturating_sub(1));
    }

    /// Rows below the list: the counts by level, and of all.
    pub fn foot(&self) -> u16 {
        match self.part {
            Part::Units if !self.units.is_empty() => {
                // One level alone is the same as all.
                1 + if self.levels.len() > 1 { self.levels.len() as u16 } else { 0 } + 1
            }
            _ => 0,
        }
    }

    /// Another height of the room.
    pub(super) fn resize(&mut self, height: u16) {
        self.list.set_height(usize::from(height.saturating_sub(PARTS_HEAD + self.foot())));
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self.part {
            Part::Sessions => &keys::SESSIONS,
            Part::Tasks => &keys::TASKS_OF,
            Part::People => &keys::PEOPLE,
            Part::Units => &keys::UNITS,
            Part::Points => &keys::POINTS,
        }
    }
}

/// Opens a part of the class under the cursor.
pub(super) fn open(state: &mut State, part: Part, moment: &Moment) -> Effects {
    let Some(class) = &state.class else { return Effect::unused() };
    state.parts = Some(Parts::of(part, class, moment));
    read_points(state)
}

/// Reads the points of the agenda where they are shown.
pub(super) fn read_points(state: &State) -> Effects {
    match (&state.parts, &state.class) {
        (Some(Parts { part: Part::Points, .. }), Some(class)) => {
            vec![Effect::ReadNow(Query::Points(class.id))]
        }
        _ => Effect::none(),
    }
}

/// The points arrived.
pub(super) fn fill_points(state: &mut State, of: Uuid, points: Vec<Point>) -> Effects {
    if let (Some(parts), Some(class)) = (&mut state.parts, &state.class)
        && class.id == of
    {
        parts.points = points;
        parts.fill(class);
    }
    Effect::none()
}

/// The part has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let (Some(parts), Some(class)) = (&mut state.parts, &state.class) else { return Effect::unused() };
    if parts.list.go(action).is_some() {
        return Effect::none();
    }
    let (id, current) = (class.id, parts.list.current_id());
    let sessions = class.known.sessions.len();
    match (action, parts.part) {
        (Action::Back, _) => {
            state.parts = None;
            Effect::none()
        }
        (Action::Sessions, _) => open(state, Part::Sessions, moment),
        (Action::Preparation, _) => open(state, Part::Tasks, moment),
        (Action::Participants, _) => open(state, Part::People, moment),
        (Action::Summoned, _) => open(state, Part::Units, moment),
        (Action::AgendaPoints, _) => open(state, Part::Points, moment),
        (Action::NextPane, part) => open(state, after(part, class.known.kind), moment),
        (Action::New, Part::Sessions) => form::ask(Asked::Session(id, None)),
        (Action::New, Part::Tasks) => form::ask(Asked::Task(id, None)),
        (Action::New, Part::People) => form::ask(Asked::People(id)),
        (Action::New | Action::Open, Part::Units) => units::names(state),
        (Action::Remind, Part::Units) => units::remind(state, moment),
        (Action::Edit | Action::Open, Part::Sessions) if current.is_some() => {
            form::ask(Asked::Session(id, current))
        }
        (Action::Edit | Action::Open, Part::Tasks) if current.is_some() => {
            form::ask(Asked::Task(id, current))
        }
        (Action::Delete, Part::Sessions | Part::Tasks | Part::People | Part::Points) => {
            ask_delete(state, moment)
        }
        (Action::Left, Part::People) => {
            parts.session = parts.session.saturating_sub(1);
            Effect::none()
        }
        (Action::Right, Part::People) => {
            parts.session = (parts.session + 1).min(sessions.saturating_sub(1));
            Effect::none()
        }
        (Action::Mark, Part::Tasks) => done(state),
        (Action::Mark, Part::People) => absent(state, false, moment),
        (Action::Attendance, Part::People) => absent(state, true, moment),
        (Action::Invite, Part::People) => super::audience::ask(id),
        (Action::Search, Part::People) => find(state, moment),
        (
            Action::New
            | Action::Open
            | Action::Edit
            | Action::Insert
            | Action::Addition
            | Action::Reply
            | Action::ScrollUp
            | Action::ScrollDown,
            Part::Points,
        ) => points::update(state, id, action),
        (Action::Undo, _) => vec![Effect::Undo],
        (Action::Redo, _) => vec![Effect::Redo],
        _ => Effect::unused(),
    }
}

/// The part Tab leads to; only meetings have an agenda.
fn after(part: Part, kind: ClassKind) -> Part {
    match part {
        Part::Units if kind != ClassKind::Class => Part::Points,
        Part::Sessions => Part::Tasks,
        Part::Tasks => Part::People,
        Part::People => Part::Units,
        Part::Units | Part::Points => Part::Sessions,
    }
}

/// Ticks a thing to prepare off, or on again.
fn done(state: &mut State) -> Effects {
    let (Some(parts), Some(class)) = (&mut state.parts, &state.class) else { return Effect::unused() };
    let Some(task) = parts.list.current().and_then(|line| class.known.preparation.get(line.at)) else {
        return Effect::unused();
    };
    let Some(id) = task.id else { return Effect::unused() };
    vec![Effect::Write(Command::Task { class: class.id, task: id, done: !task.done })]
}

/// Marks the person under the cursor absent from the session, or present again, and goes on to the next.
fn absent(state: &mut State, excused: bool, moment: &Moment) -> Effects {
    let (Some(parts), Some(class)) = (&mut state.parts, &mut state.class) else { return Effect::unused() };
    let Some(participant) = parts.list.current_id() else { return Effect::unused() };
    let Some(session) = class.known.sessions.get(parts.session).and_then(|session| session.id) else {
        return vec![Effect::Notify(Notice::note(moment.words.training_no_sessions()))];
    };
    let this = |absence: &Absence| absence.participant == participant && absence.session == session;
    let before = class.absences.iter().find(|absence| this(absence)).map(|absence| absence.excused);
    class.absences.retain(|absence| !this(absence));
    let absent = (before != Some(excused)).then_some(excused);
    if let Some(excused) = absent {
        class.absences.push(Absence { participant, session, excused });
    }
    parts.list.go(&Action::Down);
    vec![Effect::Write(Command::Absence { participant, session, absent })]
}

/// Type to find somebody on the list.
fn find(state: &mut State, moment: &Moment) -> Effects {
    let Some(class) = &state.class else { return Effect::unused() };
    let choices: Vec<Choice<Uuid>> = class
        .known
        .participants
        .iter()
        .filter_map(|person| {
            Some(Choice::new(person.id?, person.full_name.as_str(), person.unit_name.as_str()))
        })
        .collect();
    if choices.is_empty() {
        return Effect::unused();
    }
    state.window = Some(Window::Person(Picker::one(moment.words.training_find_person(), choices)));
    Effect::none()
}

/// Asks whether to take the row under the cursor off.
fn ask_delete(state: &mut State, moment: &Moment) -> Effects {
    let (Some(parts), Some(class)) = (&state.parts, &state.class) else { return Effect::unused() };
    let Some(line) = parts.list.current() else { return Effect::unused() };
    let known = &class.known;
    let found = match parts.part {
        Part::Sessions => {
            known.sessions.get(line.at).map(|of| (of.content.as_str(), PartRow::Session(line.id)))
        }
        Part::Tasks => known.preparation.get(line.at).map(|of| (of.task.as_str(), PartRow::Task(line.id))),
        Part::People => {
            known.participants.get(line.at).map(|of| (of.full_name.as_str(), PartRow::Participant(line.id)))
        }
        Part::Points => {
            parts.points.get(line.at).map(|of| (of.point.content.as_str(), PartRow::Point(line.id)))
        }
        Part::Units => None,
    };
    let Some((name, row)) = found else { return Effect::unused() };
    let words = moment.words;
    let question = words.training_delete_question(name);
    state.window = Some(Window::Delete(Confirm::new(words.training_delete(), question, row)));
    Effect::none()
}
