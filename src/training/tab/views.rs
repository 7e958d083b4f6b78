//! Filters with a name, and the order of the agenda.

use super::form;
use super::window::Window;
use super::{Command, Effects, State, agenda};
use crate::roster::model::{SavedView, ViewRecord, ViewWrite};
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::Confirm;
use crate::screen::views::{Views, Wish};
use crate::screen::{Effect, Moment, Notice};
use crate::training::labels;
use crate::training::model::{AGENDA_VIEWS, AgendaColumn, AgendaFilter};
use crate::words::Words;

impl State {
    /// Name and filter of every view: those every file has, then the office's own.
    pub fn all_views<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = (&'a str, &'a str)> {
        let shipped = AGENDA_VIEWS.iter().map(|(code, filter)| (labels::agenda_view(words, code), *filter));
        shipped.chain(self.views.iter().map(|view| (view.name.as_str(), view.filter.as_str())))
    }

    /// Name and filter of the view that is shown.
    pub fn view_shown<'a>(&'a self, words: &'a Words) -> Option<(&'a str, &'a str)> {
        let now = AgendaFilter::parse(self.typed.text()).ok()?.to_string();
        self.all_views(words).find(|(_, filter)| *filter == now && !now.is_empty())
    }

    fn own_view(&self, at: usize) -> Option<&SavedView> {
        self.views.get(at.checked_sub(AGENDA_VIEWS.len())?)
    }
}

/// Opens the window of the views, on the one that is shown.
pub(super) fn choose(state: &mut State, moment: &Moment) -> Effects {
    count(state);
    let now = AgendaFilter::parse(state.typed.text()).map(|filter| filter.to_string()).unwrap_or_default();
    let cursor = state.all_views(moment.words).position(|(_, filter)| filter == now).unwrap_or_default();
    state.window = Some(Window::Views(Views::new(cursor, AGENDA_VIEWS.len() + state.views.len())));
    Effect::none()
}

/// Does what was wished in the window.
pub(super) fn run(state: &mut State, mut open: Views, wish: Wish, moment: &Moment) -> Effects {
    let words = moment.words;
    let at = match wish {
        Wish::New => return keep(state, moment),
        Wish::Open(at) => return show(state, at, moment),
        Wish::Edit(at) | Wish::Remove(at) | Wish::Move(at, _) => at,
    };
    let Some(view) = state.own_view(at).cloned() else {
        state.window = Some(Window::Views(open));
        return vec![Effect::Notify(Notice::note(words.training_view_stays()))];
    };
    match wish {
        Wish::Edit(_) => form::open_view(state, ViewRecord::from(&view), moment),
        Wish::Remove(_) => {
            let question = words.training_view_remove_question(view.name.as_str());
            let confirm = Confirm::new(words.inbox_view_remove(), question, ViewWrite::Remove(view.id));
            state.window = Some(Window::ViewGone(confirm));
            Effect::none()
        }
        Wish::Move(_, front) => {
            // The office's own stand behind those every file has.
            let to = if front { at.saturating_sub(1).max(AGENDA_VIEWS.len()) } else { at + 1 };
            open.cursor = to;
            state.window = Some(Window::Views(open));
            if to == at {
                return Effect::none();
            }
            vec![Effect::Write(Command::View(ViewWrite::Move(view.id, front)))]
        }
        Wish::New | Wish::Open(_) => Effect::none(),
    }
}

/// Shows what a view is narrowed to: its filter stands in the search field.
fn show(state: &mut State, at: usize, moment: &Moment) -> Effects {
    let Some(filter) = state.all_views(moment.words).nth(at).map(|(_, filter)| filter.to_owned()) else {
        return Effect::none();
    };
    state.typed.set(&filter);
    state.finding = false;
    agenda::fill(state, true)
}

/// Counts the classes of every view; one that cannot be read has none.
pub(super) fn count(state: &mut State) {
    let Some(classes) = &state.classes else { return };
    let shipped = AGENDA_VIEWS.iter().map(|(_, filter)| *filter);
    let filters = shipped.chain(state.views.iter().map(|view| view.filter.as_str()));
    let counts = filters.map(|filter| {
        let filter = AgendaFilter::parse(filter).ok()?;
        // Without a filter the agenda shows a month, and so does the view.
        Some(filter.found(classes, state.facts()).len())
    });
    state.view_counts = counts.collect();
}

/// The form of a new view with what the agenda is narrowed to.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Effects {
    let filter = match AgendaFilter::parse(state.typed.text()) {
        Ok(filter) => filter.to_string(),
        Err(problem) => {
            let said = labels::agenda_problem(moment.words, &problem);
            return vec![Effect::Notify(Notice::problem(said))];
        }
    };
    let blank = filter.is_empty();
    state.finding = false;
    let mut effects = form::open_view(state, ViewRecord { filter, ..ViewRecord::default() }, moment);
    if blank {
        effects.push(Effect::Notify(Notice::note(moment.words.training_view_from_filter())));
    }
    effects
}

/// The views were read anew.
pub(super) fn arrived(state: &mut State, views: Vec<SavedView>) {
    state.views = views;
    let all = AGENDA_VIEWS.len() + state.views.len();
    if let Some(Window::Views(open)) = &mut state.window {
        open.renew(all);
        count(state);
    }
}

/// Offers the columns.
pub(super) fn choose_order(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let now = state.sorted.column;
    let note = |column| if column == now { words.inbox_order_again() } else { "" };
    let choices =
        AgendaColumn::ALL.map(|column| Choice::new(column, labels::column(words, column), note(column)));
    let picker = Picker::one(words.inbox_order_title(), choices.into());
    state.window = Some(Window::Order(picker.standing_on(|column| *column == now)));
    Effect::none()
}

/// Puts the agenda in the order of a column; of the same one again turned round.
pub(super) fn put_in_order(state: &mut State, column: AgendaColumn) -> Effects {
    state.sorted.reversed = column == state.sorted.column && !state.sorted.reversed;
    state.sorted.column = column;
    agenda::fill(state, true)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::words::Language;

    #[test]
    fn the_office_s_own_views_stand_behind_those_of_every_file() {
        let own = |id: u128, name: &str| SavedView {
            id: Uuid::from_u128(id),
            code: String::new(),
            name: name.into(),
            filter: "năm:2026".into(),
        };
        let mut state = State { views: vec![own(1, "Năm nay")], ..State::default() };
        let words = Words::new(Language::Vietnamese);
        let names: Vec<&str> = state.all_views(&words).map(|(name, _)| name).collect();
        assert_eq!(names.len(), AGENDA_VIEWS.len() + 1);
        assert_eq!(names.last(), Some(&"Năm nay"));
        assert!(state.own_view(0).is_none() && state.own_view(AGENDA_VIEWS.len()).is_some());
        state.typed.set("nam:2026");
        assert_eq!(state.view_shown(&words), Some(("Năm nay", "năm:2026")));
        state.typed.set("");
        assert_eq!(state.view_shown(&words), None);
    }
}
