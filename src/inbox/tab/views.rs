//! Views of the queue and the order of its rows: choosing, keeping a filter as a view, changing, removing.

use uuid::Uuid;

use super::window::Window;
use super::{Command, Effects, Source, State, form, queue};
use crate::inbox::labels;
use crate::inbox::order::By;
use crate::inbox::rows::View;
use crate::roster::model::ViewWrite;
use crate::screen::list::Wanted;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Confirm;
use crate::screen::views::{Views, Wish};
use crate::screen::{Effect, Moment, Notice};

/// Opens the window on the view that is shown.
pub(super) fn choose(state: &mut State) -> Effects {
    let cursor = match state.source {
        Source::View(at) => at,
        _ => 0,
    };
    state.window = Some(Window::Views(Views::new(cursor, state.views.len())));
    Effect::none()
}

/// Does what was wished; the window stays where the answer shows in it.
pub(super) fn run(state: &mut State, open: &mut Views, wish: Wish, moment: &Moment) -> (bool, Effects) {
    let at = match wish {
        Wish::New => return (false, keep(state, moment)),
        Wish::Open(at) | Wish::Edit(at) | Wish::Remove(at) | Wish::Move(at, _) => at,
    };
    let Some(view) = state.views.get(at) else {
        return (true, Effect::none());
    };
    match wish {
        Wish::Open(_) | Wish::New => (false, queue::open(state, Source::View(at), Wanted::First, moment)),
        Wish::Edit(_) => (false, form::open(form::Subject::View(Some(view.id), String::new()))),
        Wish::Remove(_) => {
            let words = moment.words;
            let name = labels::view_name(words, &view.code, &view.name);
            let question = words.inbox_view_remove_question(name);
            let confirm = Confirm::new(words.inbox_view_remove(), question, ViewWrite::Remove(view.id));
            state.window = Some(Window::ViewGone(confirm));
            (false, Effect::none())
        }
        Wish::Move(_, front) => {
            open.cursor = if front { at.saturating_sub(1) } else { at + 1 };
            (true, vec![Effect::Write(Command::View(ViewWrite::Move(view.id, front)))])
        }
    }
}

/// The form of a new view with the filter of what the list shows.
pub(super) fn keep(state: &State, moment: &Moment) -> Effects {
    match &state.source {
        Source::Filter(filter) => form::open(form::Subject::View(None, filter.clone())),
        Source::Search(typed) => form::open(form::Subject::View(None, typed.clone())),
        Source::View(_) => {
            let mut effects = form::open(form::Subject::View(None, String::new()));
            effects.push(Effect::Notify(Notice::note(moment.words.inbox_view_from_filter())));
            effects
        }
    }
}

/// The views were read anew: what is shown stays shown, wherever its view stands now. One that is gone gives way to the first.
pub(super) fn arrived(state: &mut State, views: Vec<View>, moment: &Moment) -> Effects {
    if views == state.views && state.show_view.is_none() {
        return Effect::none();
    }
    let counts: Vec<Option<u64>> = views
        .iter()
        .map(|view| {
            let before = state.views.iter().position(|old| old.id == view.id && old.filter == view.filter)?;
            state.counts.get(before).copied().flatten()
        })
        .collect();
    let shown = match state.source {
        Source::View(at) => state.views.get(at).cloned(),
        _ => None,
    };
    state.views = views;
    state.counts = counts;
    if let Some(Window::Views(open)) = &mut state.window {
        open.renew(state.views.len());
    }
    // Where a way back leads is named by its place on the bar.
    state.before = None;
    state.decided_at.clear();
    let place = |id: Uuid| state.views.iter().position(|view| view.id == id);
    if let Some(at) = state.show_view.take().and_then(place) {
        return queue::open(state, Source::View(at), Wanted::First, moment);
    }
    let Some(shown) = shown else {
        return vec![queue::counts(state, moment)];
    };
    match place(shown.id) {
        Some(at) if state.views[at].filter == shown.filter => {
            state.source = Source::View(at);
            vec![queue::counts(state, moment)]
        }
        found => queue::open(state, Source::View(found.unwrap_or(0)), Wanted::First, moment),
    }
}

/// Offers the orders of the list.
pub(super) fn choose_order(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let choices = By::ALL
        .into_iter()
        .map(|by| {
            let note = if state.order.by == by { words.inbox_order_again() } else { "" };
            Choice::new(by, labels::order(words, by), note)
        })
        .collect();
    state.window = Some(Window::Order(Picker::one(words.inbox_order_title(), choices)));
    Effect::none()
}

/// Puts the list in another order.
pub(super) fn put_in_order(state: &mut State, by: By, moment: &Moment) -> Effects {
    state.order = state.order.chosen(by);
    state.generation += 1;
    state.list.clear();
    state.ready = false;
    state.scroll = 0;
    if state.order.is_received() {
        let source = state.source.clone();
        return queue::open(state, source, Wanted::First, moment);
    }
    queue::reread(state, moment, false)
}

/// The list is longer than can be put in order: it stands newest first again.
pub(super) fn too_long(state: &mut State, moment: &Moment) -> Effects {
    let source = state.source.clone();
    let mut effects = queue::open(state, source, Wanted::First, moment);
    let said = moment.words.inbox_too_many_to_order(crate::inbox::rows::COUNT_LIMIT);
    effects.push(Effect::Notify(Notice::note(said)));
    effects
}
