//! State and update of the tab Bồi dưỡng, giao ban. No SQL and no files: reads and writes are effects.

mod agenda;
mod ahead;
mod audience;
mod charts;
mod clashes;
mod copied;
mod form;
mod grid;
mod messages;
mod page;
mod papers;
mod parts;
mod points;
mod receive;
mod units;
mod views;
mod window;
mod year;

use chrono::NaiveDate;
use uuid::Uuid;

pub use agenda::AgendaLine;
pub use ahead::{Ahead, AheadLine};
pub use clashes::clashes_of;
pub use copied::copied;
pub use form::{Asked, Material, Open};
pub use grid::Grid;
pub use messages::{Agenda, Command, Message, Query};
pub use page::{PageLine, Weight, pane_width};
pub use papers::{PaperLine, Papers, Print, Printed, Which};
pub use parts::{PARTS_HEAD, Part, PartLine, Parts};
pub use receive::receive;
pub use units::asked;
pub use window::{ImportPlan, ImportTrouble, Window};
pub use year::{Year, YearLine, YearMaterial, YearPart, plan_draft};

use super::model::{
    AgendaColumn, AgendaProblem, Clash, Class, ClassLine, ClassState, DueTask, Facts, Month, NamesDue,
};
use crate::roster::model::SavedView;
use crate::screen::form::Drafts;
use crate::screen::input::Input;
use crate::screen::keys::training as keys;
use crate::screen::list::List;
use crate::screen::{Action, Effect, Moment, Place, Target};

/// All the tab shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Every class and meeting; `None` until read.
    pub classes: Option<Vec<ClassLine>>,
    /// The month shown.
    pub month: Option<Month>,
    /// The lines of the month, or what a search found.
    pub list: List<AgendaLine>,
    /// What is typed in the search field: words, or a filter.
    pub typed: Input,
    /// Why it cannot be read.
    pub problem: Option<AgendaProblem>,
    /// The order of the list.
    pub sorted: Sorted,
    /// The office's own filters with a name.
    pub views: Vec<SavedView>,
    /// How many classes every view has, once counted.
    pub view_counts: Vec<Option<usize>>,
    /// The search field has the keys.
    pub finding: bool,
    /// The class under the cursor, once read.
    pub class: Option<Class>,
    /// Its lines for the width of its pane.
    pub page: Vec<PageLine>,
    /// It is read on the whole screen.
    pub reading: bool,
    /// Lines it is scrolled down.
    pub scrolled: usize,
    /// What falls due.
    pub due: Vec<DueTask>,
    /// Names that units still have to send.
    pub names: Vec<NamesDue>,
    /// Halls, speakers and participants that are wanted in two places at one time, from today on.
    pub clashes: Vec<Clash>,
    /// A class that was just saved: what it clashes with is told.
    pub saved: Option<Uuid>,
    /// What comes after the month, for the lines the month leaves empty.
    pub ahead: Vec<AheadLine>,
    /// The month as a grid of days.
    pub grid: Option<Grid>,
    /// The open part of the class.
    pub parts: Option<Parts>,
    /// The form over the room.
    pub form: Option<Open>,
    /// A form on its way into the file.
    pub sent: Option<Open>,
    /// Drafts on their way into the file.
    pub drafts: Drafts,
    /// The papers of the class.
    pub papers: Option<Papers>,
    /// The papers are opened to save the calendar.
    pub calendar_wanted: bool,
    /// The plan of a year.
    pub year: Option<Year>,
    /// The window over the room.
    pub window: Option<Window>,
    /// A class to show as soon as the agenda is there.
    pub wanted: Option<Uuid>,
    /// Today.
    pub today: NaiveDate,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// By which column.
    pub column: AgendaColumn,
    /// Turned round.
    pub reversed: bool,
}

/// Effects of this tab.
pub type Effects = Vec<Effect<Query, Command>>;

/// Rows above the list: the month and the headings.
pub const HEAD: u16 = 2;

/// Rows of the class below the list on a narrow screen, with the rule.
pub fn class_rows(height: u16) -> u16 {
    height * 3 / 5
}

impl State {
    /// Occurrences of the same standing meeting after this one that are still to be held.
    pub(super) fn later(&self, class: &Class) -> usize {
        let Some(series) = class.known.series else { return 0 };
        let classes =
            self.classes.iter().flatten().filter(|of| of.series == Some(series) && of.id != class.id);
        let open = classes
            .filter(|of| !matches!(of.state, ClassState::Running | ClassState::Held | ClassState::Cancelled));
        open.filter(|of| of.date_from.is_some() && of.date_from > class.known.date_from).count()
    }

    /// The marked classes that are still there, in the order of their days.
    pub fn marked_lines(&self) -> impl Iterator<Item = &ClassLine> {
        self.classes.iter().flatten().filter(|class| self.list.marked().contains(&class.id))
    }

    /// What the agenda knows of its classes beside themselves.
    fn facts(&self) -> Facts<'_> {
        Facts { today: self.today, due: &self.due, names: &self.names, clashes: &self.clashes }
    }

    /// The year of today.
    fn today_year(&self) -> i32 {
        chrono::Datelike::year(&self.today)
    }
}

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.today = moment.today();
    match action {
        Action::Refresh => {
            // What could not be written stands in its form again.
            if state.form.is_none() {
                state.form = state.sent.take();
                if let Some(open) = &state.form {
                    state.drafts.answered(&open.form);
                }
            }
            year::answered(state, false);
            resize(state, moment);
            let mut effects =
                vec![Effect::ReadNow(Query::Classes(state.today)), Effect::ReadNow(Query::Views)];
            if let Some(open) = &state.year {
                effects.push(Effect::ReadNow(Query::Year(open.material.year)));
            }
            return effects;
        }
        Action::Resize => {
            resize(state, moment);
            page::build(state, moment);
            papers::resize(state, moment);
            return Effect::none();
        }
        Action::Recount => return Effect::none(),
        Action::KeepDraft => {
            let mut effects = form::keep(state, moment);
            effects.extend(year::keep(state, moment));
            return effects;
        }
        Action::Show(Target::Class(id)) => {
            state.wanted = Some(*id);
            state.window = None;
            state.papers = None;
            state.year = None;
            state.grid = None;
            return agenda::go_to_wanted(state);
        }
        _ => {}
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if state.form.is_some() {
        return form::update(state, action, moment);
    }
    if state.papers.is_some() {
        return papers::update(state, action, moment);
    }
    if state.year.is_some() {
        return year::update(state, action, moment);
    }
    if state.parts.is_some() {
        return parts::update(state, action, moment);
    }
    if state.finding {
        return find(state, action, moment);
    }
    if state.reading {
        return read(state, action, moment);
    }
    if state.grid.is_some() {
        return grid::update(state, action, moment);
    }
    list(state, action, moment)
}

fn resize(state: &mut State, moment: &Moment) {
    let below = if moment.wide() { 0 } else { class_rows(moment.height) };
    state.list.set_height(usize::from(moment.height.saturating_sub(HEAD + below)));
    if let Some(parts) = &mut state.parts {
        parts.resize(moment.height);
    }
}

/// The search field has the keys.
fn find(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match action {
        Action::Input(event) => {
            if state.typed.apply(event) {
                agenda::fill(state, true)
            } else {
                Effect::none()
            }
        }
        Action::Open | Action::NextPane => {
            state.finding = false;
            Effect::none()
        }
        Action::Back => {
            state.finding = false;
            state.typed.set("");
            agenda::fill(state, true)
        }
        Action::Search => Effect::none(),
        Action::Save => views::keep(state, moment),
        _ => list(state, action, moment),
    }
}

/// A class is read on the whole screen.
fn read(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let page = usize::from(moment.height.saturating_sub(3)).max(1);
    match action {
        Action::Back | Action::Left => state.reading = false,
        Action::Down => state.scrolled += 1,
        Action::Up => state.scrolled = state.scrolled.saturating_sub(1),
        Action::PageDown => state.scrolled += page,
        Action::PageUp => state.scrolled = state.scrolled.saturating_sub(page),
        Action::Home => state.scrolled = 0,
        Action::Advance
        | Action::Sessions
        | Action::Preparation
        | Action::Participants
        | Action::Summoned
        | Action::AgendaPoints
        | Action::Papers
        | Action::Edit
        | Action::Undo
        | Action::Redo => return list(state, action, moment),
        _ => return Effect::unused(),
    }
    if !state.reading {
        page::build(state, moment);
    }
    state.scrolled = state.scrolled.min(state.page.len().saturating_sub(page));
    Effect::none()
}

/// The agenda has the keys.
fn list(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    if let Some(moved) = state.list.go(action) {
        return if moved.moved { agenda::read_class(state) } else { Effect::none() };
    }
    match action {
        Action::Open if state.class.is_some() => {
            state.reading = true;
            state.scrolled = 0;
            page::build(state, moment);
            Effect::none()
        }
        Action::PreviousMonth => agenda::go_month(state, -1),
        Action::NextMonth => agenda::go_month(state, 1),
        Action::Today => {
            state.month = Some(Month::of(state.today));
            state.typed.set("");
            agenda::fill(state, true)
        }
        Action::Search => {
            state.finding = true;
            state.typed.select_all();
            Effect::none()
        }
        Action::Back if !state.typed.is_empty() => {
            state.typed.set("");
            agenda::fill(state, true)
        }
        Action::Mark => match state.list.mark() {
            Some(moved) if moved.moved => agenda::read_class(state),
            Some(_) => Effect::none(),
            None => Effect::unused(),
        },
        Action::MarkAll => {
            agenda::mark_all(state);
            Effect::none()
        }
        Action::Back if !state.list.marked().is_empty() => {
            state.list.unmark();
            Effect::none()
        }
        // What changes one class changes those that are marked; a class that is read is meant alone.
        Action::EditMany | Action::Edit | Action::Advance
            if !state.reading && !state.list.marked().is_empty() =>
        {
            form::open_bulk(state, moment)
        }
        Action::Grid => grid::open(state),
        Action::PeopleCharts if state.classes.is_some() => vec![Effect::ReadNow(Query::Trained)],
        Action::Order => views::choose_order(state, moment),
        Action::Views => views::choose(state, moment),
        Action::Advance => window::choose_state(state, moment),
        Action::Sessions => parts::open(state, Part::Sessions, moment),
        Action::Preparation => parts::open(state, Part::Tasks, moment),
        Action::Participants => parts::open(state, Part::People, moment),
        Action::Summoned => parts::open(state, Part::Units, moment),
        Action::AgendaPoints => parts::open(state, Part::Points, moment),
        Action::Papers => papers::ask(state),
        Action::YearPlan => year::ask(state),
        Action::Export => papers::ask_calendar(state),
        Action::Extend => match &state.class {
            Some(class) => vec![Effect::ReadNow(Query::Next(class.id))],
            None => Effect::unused(),
        },
        Action::New => form::ask(Asked::Class(None)),
        Action::Edit | Action::CopyAsNew => match (&state.class, action) {
            (Some(class), Action::Edit) => form::ask(Asked::Class(Some(class.id))),
            (Some(class), _) => form::ask(Asked::Again(class.id)),
            (None, _) => Effect::unused(),
        },
        Action::Delete => window::ask_delete(state, moment),
        Action::Import => window::ask_file(state, moment),
        Action::Undo => vec![Effect::Undo],
        Action::Redo => vec![Effect::Redo],
        _ => Effect::unused(),
    }
}

/// Text is being written that no draft holds yet.
pub fn is_dirty(state: &State) -> bool {
    let year = state.year.as_ref().and_then(|open| open.form.as_ref());
    state.form.as_ref().is_some_and(|open| open.form.is_dirty())
        || year.is_some_and(|(form, _)| form.is_dirty())
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    match &state.window {
        Some(window) => window.place(),
        None if state.form.is_some() => state.form.as_ref().map_or(&keys::AGENDA, |open| open.form.place()),
        None if state.papers.is_some() => state.papers.as_ref().map_or(&keys::AGENDA, Papers::place),
        None if state.year.is_some() => match &state.year {
            Some(Year { form: Some((form, _)), .. }) => form.place(),
            _ => &keys::YEAR,
        },
        None if state.parts.is_some() => state.parts.as_ref().map_or(&keys::AGENDA, Parts::place),
        None if state.finding => &keys::FIND,
        None if state.reading => &keys::CLASS,
        None if state.grid.is_some() => &keys::GRID,
        None => &keys::AGENDA,
    }
}

/// Whether an action would do something now; the hint line promises nothing else.
pub fn works(state: &State, action: &Action) -> bool {
    if let Some(open) = &state.form {
        return open.form.works(action);
    }
    if state.papers.is_some() {
        return true;
    }
    if let Some(open) = &state.year {
        return open.form.as_ref().map_or_else(|| open.works(action), |(form, _)| form.works(action));
    }
    match action {
        Action::EditMany => !state.list.marked().is_empty(),
        Action::Left | Action::Right if state.parts.is_some() => {
            state.class.as_ref().is_some_and(|class| class.known.sessions.len() > 1)
        }
        Action::Edit | Action::Delete | Action::Mark | Action::Attendance | Action::Search
            if state.parts.is_some() =>
        {
            state.parts.as_ref().is_some_and(|parts| !parts.list.is_empty())
        }
        Action::Advance
        | Action::Preparation
        | Action::Sessions
        | Action::Participants
        | Action::Summoned
        | Action::AgendaPoints
        | Action::CopyAsNew
        | Action::Copy
        | Action::Edit
        | Action::Delete => state.class.is_some(),
        Action::Open if state.grid.is_some() => true,
        Action::Open if state.window.is_none() && !state.finding => state.class.is_some(),
        _ => true,
    }
}
