//! State and update of the tab Cộng tác viên. No SQL and no files: reads and writes are effects.

mod charts;
mod columns;
mod copied;
mod edit;
mod form;
mod intake;
mod messages;
mod receive;
mod reorganise;
mod units;
mod views;

use chrono::NaiveDate;
use uuid::Uuid;

pub use columns::{Columns, held};
pub use copied::copied;
pub use edit::Window;
pub use form::{Asked, Material, Open};
pub use intake::{FileOutcome, ImportPlan, ImportTrouble, Said};
pub use messages::{Command, Message, Query, Saved};
pub use receive::receive;
pub use reorganise::{PlanRow, Planned};
pub use units::{UnitLine, Units};

use super::model::{Card, Column, ENDING_DAYS, Narrow, NewCollaborator, Order, Person, Roster, SavedView};
use crate::screen::form::Drafts;
use crate::screen::input::Input;
use crate::screen::keys::roster as keys;
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment, Place, Target};
use crate::text::NameOrder;

/// Somebody in the list: where the roster has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Id.
    pub id: Uuid,
    /// Position in the roster.
    pub at: u32,
}

impl Keyed for Line {
    type Id = Uuid;
    type Key = u32;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> u32 {
        self.at
    }
}

/// All the tab shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Everybody, once read; only the first screen of them until `whole`.
    pub roster: Option<Roster>,
    /// Everybody is there.
    pub whole: bool,
    /// Order of the list; `None` until the person's setting is known.
    pub order: Option<Order>,
    /// The order of the list beside the one the roster is read in.
    pub sorted: Sorted,
    /// Filters with a name.
    pub views: Vec<SavedView>,
    /// How many people each has, counted when their window opens.
    pub view_counts: Vec<Option<usize>>,
    /// A former name of a unit that was typed, with what it is called now.
    pub former: Option<(String, String)>,
    /// The people shown.
    pub list: List<Line>,
    /// What is typed in the search field.
    pub typed: Input,
    /// The search field has the keys.
    pub finding: bool,
    /// What the list is narrowed to.
    pub narrow: Narrow,
    /// Name of the unit the list is narrowed to.
    pub narrow_unit: String,
    /// The card of the person under the cursor, once read.
    pub card: Option<Card>,
    /// The card has the whole screen.
    pub whole_card: bool,
    /// Lines the whole card is scrolled down.
    pub scrolled: usize,
    /// The unit tree, when it is open.
    pub units: Option<Units>,
    /// The form over the room.
    pub form: Option<Open>,
    /// A form on its way into the file.
    pub sent: Option<Open>,
    /// Drafts on their way into the file.
    pub drafts: Drafts,
    /// The window over the room.
    pub window: Option<Window>,
    /// What the next new collaborator has from the one before: unit and decision.
    pub carried: Option<NewCollaborator>,
    /// Somebody to show as soon as everybody is there.
    pub wanted: Option<Uuid>,
    /// Today, for terms.
    pub today: NaiveDate,
}

/// Another order than the one the roster is read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// The column, when it is none the roster is read by.
    pub column: Option<Column>,
    /// Turned round.
    pub reversed: bool,
}

/// Effects of this tab.
pub type Effects = Vec<Effect<Query, Command>>;

/// Rows above the list: what is typed or chosen, and the headings.
pub const HEAD: u16 = 2;

/// Rows of the card below the list on a narrow screen, with the rule.
pub fn card_rows(height: u16) -> u16 {
    (height / 2).min(10)
}

impl State {
    /// The person under the cursor.
    pub fn current(&self) -> Option<&Person> {
        self.roster.as_ref()?.person(self.list.current()?.at)
    }

    /// The person of a line.
    pub fn person(&self, line: Line) -> Option<&Person> {
        self.roster.as_ref()?.person(line.at)
    }

    /// Something narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.typed.is_empty() || self.narrow != Narrow::default()
    }

    fn order(&self) -> Order {
        self.order.unwrap_or_default()
    }

    /// The column the list is in the order of.
    pub fn column(&self) -> Column {
        self.sorted.column.unwrap_or(match self.order() {
            Order::Given => Column::Given,
            Order::Family => Column::Family,
            Order::Unit => Column::Unit,
        })
    }

    /// Finds the people anew; the cursor stays on its person, or goes to the first when `afresh`.
    fn find(&mut self, afresh: bool) -> Effects {
        let Some(roster) = &self.roster else {
            return Effect::none();
        };
        let mut found = roster.find(self.typed.text(), &self.narrow);
        // What was typed puts the best first.
        if self.typed.is_empty() {
            roster.sort(&mut found, self.column(), self.sorted.reversed);
        }
        let former = roster.former_told(self.typed.text());
        self.former = former.map(|(former, now)| (former.name.clone(), now.to_owned()));
        let lines = found.into_iter().filter_map(|at| Some(Line { id: roster.person(at)?.id, at })).collect();
        if afresh {
            // The marks stay: people are marked out of several searches.
            let marked: Vec<Uuid> = self.list.marked().iter().copied().collect();
            self.list.clear();
            self.list.mark_many(marked);
        }
        self.list.set_whole(lines);
        self.read_card()
    }

    /// Reads the card of the person under the cursor.
    fn read_card(&mut self) -> Effects {
        self.scrolled = 0;
        if let Some(id) = self.list.current_id() {
            return vec![Effect::ReadNow(Query::Card(id, self.today))];
        }
        self.card = None;
        Effect::none()
    }

    fn show_all(&mut self) -> Effects {
        self.typed.set("");
        self.finding = false;
        self.narrow = Narrow::default();
        self.narrow_unit.clear();
        self.find(false)
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
            return refresh(state, moment);
        }
        Action::Resize => {
            resize(state, moment);
            return Effect::none();
        }
        Action::Recount => return Effect::none(),
        Action::KeepDraft => return form::keep(state, moment),
        Action::Show(target) => return show(state, target),
        _ => {}
    }
    if state.window.is_some() {
        return edit::window(state, action, moment);
    }
    if state.form.is_some() {
        return form::update(state, action, moment);
    }
    if state.units.is_some() {
        return units::update(state, action, moment);
    }
    if state.finding {
        return find(state, action, moment);
    }
    list(state, action, moment)
}

fn refresh(state: &mut State, moment: &Moment) -> Effects {
    resize(state, moment);
    let order = *state.order.get_or_insert(match moment.settings.name_order {
        NameOrder::GivenFirst => Order::Given,
        NameOrder::FamilyFirst => Order::Family,
    });
    let mut effects = Vec::new();
    if state.roster.is_none() {
        effects.push(Effect::ReadNow(Query::First(order)));
    }
    effects.push(Effect::Read(Query::Whole(order)));
    effects.push(Effect::ReadNow(Query::Views));
    effects
}

fn resize(state: &mut State, moment: &Moment) {
    let below = if moment.wide() { 0 } else { card_rows(moment.height) };
    let height = moment.height.saturating_sub(HEAD + below);
    state.list.set_height(usize::from(height));
    if let Some(units) = &mut state.units {
        units.list.set_height(usize::from(moment.height.saturating_sub(HEAD)));
    }
}

/// Another room asks for somebody or for a unit.
fn show(state: &mut State, target: &Target) -> Effects {
    match target {
        Target::Collaborator(id) => {
            state.units = None;
            state.wanted = Some(*id);
            let mut effects = state.show_all();
            effects.extend(go_to_wanted(state));
            effects
        }
        Target::Unit(id) => {
            state.units = None;
            units::narrow_to(state, *id)
        }
        _ => Effect::unused(),
    }
}

fn go_to_wanted(state: &mut State) -> Effects {
    match state.wanted {
        Some(id) if state.list.select(id) => {
            state.wanted = None;
            state.read_card()
        }
        _ => Effect::none(),
    }
}

/// The search field has the keys.
fn find(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match action {
        Action::Input(event) => {
            if state.typed.apply(event) {
                state.find(true)
            } else {
                Effect::none()
            }
        }
        Action::Open | Action::NextPane => {
            state.finding = false;
            Effect::none()
        }
        Action::Back => {
            state.typed.set("");
            state.finding = false;
            state.find(false)
        }
        Action::Search => Effect::none(),
        Action::Save => views::keep(state, moment),
        _ => list(state, action, moment),
    }
}

/// The list, or the whole card, has the keys.
fn list(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    if state.whole_card {
        match action {
            Action::Back => {
                state.whole_card = false;
                return Effect::none();
            }
            Action::PageDown => {
                state.scrolled += usize::from(moment.height / 2);
                return Effect::none();
            }
            Action::PageUp => {
                state.scrolled = state.scrolled.saturating_sub(usize::from(moment.height / 2));
                return Effect::none();
            }
            _ => {}
        }
    }
    if let Some(moved) = state.list.go(action) {
        return if moved.moved { state.read_card() } else { Effect::none() };
    }
    match action {
        Action::Search => {
            state.finding = true;
            state.typed.select_all();
            state.whole_card = false;
            Effect::none()
        }
        Action::Open if state.card.is_some() => {
            state.whole_card = true;
            Effect::none()
        }
        Action::Back if state.is_narrowed() => state.show_all(),
        Action::UnitTree => units::open(state, false, moment),
        Action::Gaps => units::open(state, true, moment),
        Action::Expiring => {
            let on = state.narrow.ending.is_some();
            state.narrow.ending = (!on).then_some((state.today, ENDING_DAYS));
            state.find(true)
        }
        Action::Sort => views::next_order(state, moment),
        Action::Order => views::choose_order(state, moment),
        Action::Views => views::choose(state),
        Action::PeopleCharts if state.whole && !state.list.is_empty() => vec![Effect::ReadNow(Query::Births)],
        Action::New => form::ask(Asked::Person(None)),
        Action::Edit => match state.list.current_id() {
            Some(id) => form::ask(Asked::Person(Some(id))),
            None => Effect::unused(),
        },
        Action::EndTerm if !state.list.chosen().is_empty() => form::ask(Asked::Decision(state.list.chosen())),
        Action::EditMany if !state.list.chosen().is_empty() => form::ask(Asked::Bulk(state.list.chosen())),
        Action::Filter => edit::ask_show(state, moment),
        Action::Export if !state.list.is_empty() => {
            // Those marked, else all that are shown, in their order.
            let marked = state.list.marked();
            let shown = state.list.rows().map(|line| line.id);
            form::ask(Asked::Output(shown.filter(|id| marked.is_empty() || marked.contains(id)).collect()))
        }
        Action::CopyPhone | Action::CopyAddress => copied::part(state, action, moment),
        Action::Delete => edit::ask_delete(state, moment),
        Action::Mark => match state.list.mark() {
            Some(moved) if moved.moved => state.read_card(),
            Some(_) => Effect::none(),
            None => Effect::unused(),
        },
        Action::MarkAll => {
            mark_all(state);
            Effect::none()
        }
        Action::Back if !state.list.marked().is_empty() => {
            state.list.unmark();
            Effect::none()
        }
        Action::Import => intake::ask(state, moment),
        Action::Undo => vec![Effect::Undo],
        Action::Redo => vec![Effect::Redo],
        _ => Effect::unused(),
    }
}

/// Marks everybody shown, or takes all marks away when they are.
fn mark_all(state: &mut State) {
    let shown: Vec<Uuid> = state.list.rows().map(|line| line.id).collect();
    if shown.iter().all(|id| state.list.marked().contains(id)) {
        state.list.unmark();
    } else {
        state.list.mark_many(shown);
    }
}

/// Text is being written that no draft holds yet.
pub fn is_dirty(state: &State) -> bool {
    state.form.as_ref().is_some_and(|open| open.form.is_dirty())
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    if let Some(window) = &state.window {
        return window.place();
    }
    if let Some(open) = &state.form {
        return open.form.place();
    }
    if state.units.is_some() {
        return &keys::UNITS;
    }
    match (state.finding, state.whole_card) {
        (true, _) => &keys::FIND,
        (false, true) => &keys::CARD,
        (false, false) => &keys::LIST,
    }
}

/// Whether an action would do something now; the hint line promises nothing else.
pub fn works(state: &State, action: &Action) -> bool {
    if let Some(Window::Plan(page)) = &state.window {
        let turns = matches!(action, Action::Left | Action::Right);
        return !turns || state.roster.as_ref().is_some_and(|roster| page.can_turn(roster));
    }
    if let Some(open) = &state.form {
        return open.form.works(action);
    }
    if let Some(Window::Columns(columns)) = &state.window {
        return *action != Action::NextPane || columns.sheets.len() > 1;
    }
    match action {
        Action::Edit | Action::Delete | Action::Mark if state.units.is_some() => true,
        Action::Edit | Action::Copy | Action::Delete | Action::EndTerm | Action::Mark => {
            state.current().is_some()
        }
        Action::EditMany => !state.list.marked().is_empty(),
        Action::Open if state.window.is_none() && state.units.is_none() && !state.finding => {
            state.current().is_some()
        }
        _ => true,
    }
}
