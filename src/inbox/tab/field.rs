//! The search line and the filter line, while they are typed.

use super::{Effects, Query, Source, State, queue};
use crate::screen::input::Input;
use crate::screen::list::Wanted;
use crate::screen::{Action, Effect, InputEvent, Moment};

/// A line being typed over the views.
#[derive(Debug)]
pub enum Field {
    /// Words to look for.
    Search(Input),
    /// A filter.
    Filter {
        /// The line.
        input: Input,
        /// What is wrong with it.
        error: Option<FilterError>,
    },
}

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterError {
    /// Characters before the place.
    pub column: usize,
    /// What is allowed there.
    pub text: String,
}

/// Opens the search line; what was searched last stands in it.
pub(super) fn search(state: &mut State) -> Effects {
    let typed = match &state.source {
        Source::Search(typed) => typed.clone(),
        _ => String::new(),
    };
    state.field = Some(Field::Search(Input::new(&typed)));
    vec![Effect::ReadNow(Query::Vocabulary)]
}

/// Opens the filter line with the list's filter.
pub(super) fn filter(state: &mut State) -> Effects {
    let mut text = state.filter().unwrap_or_default().to_owned();
    if !text.is_empty() {
        text.push(' ');
    }
    state.field = Some(Field::Filter { input: Input::new(&text), error: None });
    Effect::none()
}

/// Takes an action of the line; `None` for one of the list beside it.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    match action {
        Action::Input(event) => Some(typed(state, event, moment)),
        Action::Open => Some(accept(state, moment)),
        Action::Back => Some(cancel(state, moment)),
        Action::NextPane => Some(complete(state)),
        Action::Up | Action::Down | Action::PageUp | Action::PageDown => None,
        Action::Refresh | Action::Resize | Action::Recount | Action::KeepDraft | Action::Show(_) => None,
        _ => Some(Effect::unused()),
    }
}

fn typed(state: &mut State, event: &InputEvent, moment: &Moment) -> Effects {
    match &mut state.field {
        Some(Field::Search(input)) => {
            if !input.apply(event) {
                return Effect::none();
            }
            let typed = input.text().to_owned();
            search_for(state, typed, moment)
        }
        Some(Field::Filter { input, error }) => {
            input.apply(event);
            *error = None;
            Effect::none()
        }
        None => Effect::none(),
    }
}

/// Looks for what is typed now. The rows found before stay until the new ones come.
fn search_for(state: &mut State, typed: String, moment: &Moment) -> Effects {
    if typed.trim().is_empty() {
        return leave(state, moment);
    }
    if matches!(state.source, Source::Search(_)) {
        state.generation += 1;
        state.source = Source::Search(typed);
        return queue::reread(state, moment, false);
    }
    // The rows of the view stay in sight until the first hits come.
    state.remember();
    state.generation += 1;
    state.source = Source::Search(typed);
    queue::reread(state, moment, false)
}

/// Back to where the line was opened.
fn leave(state: &mut State, moment: &Moment) -> Effects {
    match state.before.take() {
        Some(stand) => {
            state.stand_on = stand.item;
            queue::open(state, stand.source, Wanted::First, moment)
        }
        None => Effect::none(),
    }
}

fn accept(state: &mut State, moment: &Moment) -> Effects {
    match state.field.take() {
        Some(Field::Filter { input, .. }) => {
            let text = input.text().trim().to_owned();
            if let Err(error) = check(&text, moment) {
                state.field = Some(Field::Filter { input, error: Some(error) });
                return Effect::none();
            }
            if text.is_empty() {
                return leave(state, moment);
            }
            queue::open(state, Source::Filter(text), Wanted::First, moment)
        }
        Some(Field::Search(_)) | None => Effect::none(),
    }
}

fn cancel(state: &mut State, moment: &Moment) -> Effects {
    match state.field.take() {
        Some(Field::Search(_)) => leave(state, moment),
        _ => Effect::none(),
    }
}

fn complete(state: &mut State) -> Effects {
    let _ = state;
    Effect::none()
}

fn check(_text: &str, _moment: &Moment) -> Result<(), FilterError> {
    Ok(())
}
