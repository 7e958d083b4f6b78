//! Filters with a name, and the order of the list.

use super::edit::Window;
use super::form;
use super::{Command, Effects, Query, Sorted, State};
use crate::roster::labels;
use crate::roster::model::{Column, Order, RosterFilter, SavedView, ViewRecord, ViewWrite};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Confirm;
use crate::screen::views::{Views, Wish};
use crate::screen::{Effect, Moment, Notice};

/// Opens the window of the views, on the one that is shown.
pub(super) fn choose(state: &mut State) -> Effects {
    count(state);
    let now = filter(state).to_string();
    let cursor = state.views.iter().position(|view| view.filter == now).unwrap_or_default();
    state.window = Some(Window::Views(Views::new(cursor, state.views.len())));
    Effect::none()
}

/// What the list is narrowed to now.
fn filter(state: &State) -> RosterFilter {
    let roster = state.roster.as_ref();
    roster.map(|roster| RosterFilter::of(state.typed.text(), &state.narrow, roster)).unwrap_or_default()
}

/// Does what was wished in the window.
pub(super) fn run(state: &mut State, mut open: Views, wish: Wish, moment: &Moment) -> Effects {
    let at = match wish {
        Wish::New => return keep(state, moment),
        Wish::Open(at) | Wish::Edit(at) | Wish::Remove(at) | Wish::Move(at, _) => at,
    };
    let Some(view) = state.views.get(at).cloned() else { return Effect::none() };
    match wish {
        Wish::Open(_) | Wish::New => show(state, &view, moment),
        Wish::Edit(_) => form::open_view(state, ViewRecord::from(&view), moment),
        Wish::Remove(_) => {
            let words = moment.words;
            let question = words.roster_view_remove_question(labels::view_name(words, &view));
            let confirm = Confirm::new(words.inbox_view_remove(), question, ViewWrite::Remove(view.id));
            state.window = Some(Window::ViewGone(confirm));
            Effect::none()
        }
        Wish::Move(_, front) => {
            open.cursor = if front { at.saturating_sub(1) } else { at + 1 };
            state.window = Some(Window::Views(open));
            vec![Effect::Write(Command::View(ViewWrite::Move(view.id, front)))]
        }
    }
}

/// Shows what a view is narrowed to; one that cannot be read any more says why.
fn show(state: &mut State, view: &SavedView, moment: &Moment) -> Effects {
    let Some(roster) = &state.roster else { return Effect::none() };
    let read = RosterFilter::parse(&view.filter)
        .and_then(|filter| Ok((filter.narrow(roster, moment.today())?, filter)));
    match read {
        Ok((narrow, filter)) => {
            state.typed.set(&filter.words);
            state.finding = false;
            state.whole_card = false;
            state.narrow = narrow;
            state.narrow_unit = filter.unit;
            state.find(true)
        }
        Err(problem) => {
            vec![Effect::Notify(Notice::problem(labels::filter_problem(moment.words, &problem)))]
        }
    }
}

/// Counts the people of every view; one that cannot be read has none.
pub(super) fn count(state: &mut State) {
    let roster = state.roster.as_ref().filter(|_| state.whole);
    let count = |view: &SavedView| {
        let filter = RosterFilter::parse(&view.filter).ok()?;
        let roster = roster?;
        Some(roster.find(&filter.words, &filter.narrow(roster, state.today).ok()?).len())
    };
    state.view_counts = state.views.iter().map(count).collect();
}

/// The form of a new view with what the list is narrowed to.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Effects {
    let filter = filter(state).to_string();
    let blank = filter.is_empty();
    state.finding = false;
    let mut effects = form::open_view(state, ViewRecord { filter, ..ViewRecord::default() }, moment);
    if blank {
        effects.push(Effect::Notify(Notice::note(moment.words.roster_view_from_filter())));
    }
    effects
}

/// The views were read anew.
pub(super) fn arrived(state: &mut State, views: Vec<SavedView>) {
    state.views = views;
    if let Some(Window::Views(open)) = &mut state.window {
        open.renew(state.views.len());
        count(state);
    }
}

/// The next of the orders the roster is read in.
pub(super) fn next_order(state: &mut State, moment: &Moment) -> Effects {
    let order = if state.sorted.column.is_some() { state.order() } else { state.order().next() };
    state.sorted = Sorted::default();
    state.order = Some(order);
    vec![Effect::Read(Query::Whole(order)), Effect::Notify(Notice::note(labels::order(moment.words, order)))]
}

/// Offers the columns.
pub(super) fn choose_order(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let now = state.column();
    let note = |column| if column == now { words.inbox_order_again() } else { "" };
    let choices = Column::ALL.map(|column| Choice::new(column, labels::column(words, column), note(column)));
    let picker = Picker::one(words.inbox_order_title(), choices.into());
    state.window = Some(Window::Order(picker.standing_on(|column| *column == now)));
    Effect::none()
}

/// Puts the list in the order of a column; of the same one again turned round.
pub(super) fn put_in_order(state: &mut State, column: Column) -> Effects {
    state.sorted.reversed = column == state.column() && !state.sorted.reversed;
    let order = match column {
        Column::Given => Order::Given,
        Column::Family => Order::Family,
        Column::Unit => Order::Unit,
        _ => {
            state.sorted.column = Some(column);
            return state.find(true);
        }
    };
    state.sorted.column = None;
    if state.order == Some(order) {
        return state.find(true);
    }
    state.order = Some(order);
    vec![Effect::Read(Query::Whole(order))]
}
