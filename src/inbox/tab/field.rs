//! The search line and the filter line, while they are typed.

use super::{Effects, Query, Source, State, queue, views};
use crate::inbox::labels;
use crate::screen::input::Input;
use crate::screen::list::Wanted;
use crate::screen::{Action, Effect, InputEvent, Moment};
use crate::search;
use crate::search::filter::parse;

/// A line being typed over the views.
#[derive(Debug)]
pub enum Field {
    /// Words to look for.
    Search(Input),
    /// A filter.
    Filter {
        /// The line.
        input: Input,
        /// What is said about it: what is wrong and what is allowed, or what Tab offers.
        said: Option<Said>,
        /// What Tab goes through.
        offer: Option<Offer>,
        /// The list's filter stands in it and nobody has typed yet: Backspace takes it away whole.
        untouched: bool,
    },
}

/// What is said about a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The characters that are wrong; `None` when nothing is.
    pub wrong: Option<std::ops::Range<usize>>,
    /// The words.
    pub text: String,
}

/// Completions of a place in the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The line up to the place.
    before: String,
    candidates: Vec<String>,
    at: usize,
}

/// Opens the search line; what was searched last stands in it, to be written over or gone on with.
pub(super) fn search(state: &mut State) -> Effects {
    let typed = match &state.source {
        Source::Search(typed) => typed.clone(),
        _ => String::new(),
    };
    let mut input = Input::new(&typed);
    input.select_all();
    state.field = Some(Field::Search(input));
    vec![Effect::ReadNow(Query::Vocabulary)]
}

/// Opens the filter line with the list's filter: what is typed narrows it, Backspace takes it away and starts from all.
pub(super) fn filter(state: &mut State, moment: &Moment) -> Effects {
    let mut text = state.filter().unwrap_or_default().to_owned();
    let untouched = !text.is_empty();
    if untouched {
        text.push(' ');
    }
    let hint =
        if untouched { moment.words.inbox_filter_hint_within() } else { moment.words.inbox_filter_hint() };
    let said = Some(Said { wrong: None, text: hint.to_owned() });
    state.field = Some(Field::Filter { input: Input::new(&text), said, offer: None, untouched });
    vec![Effect::ReadNow(Query::Names)]
}

/// Takes an action of the line; `None` for one of the list beside it.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    match action {
        Action::Input(event) => Some(typed(state, event, moment)),
        Action::Open => Some(accept(state, moment)),
        Action::Back => Some(cancel(state, moment)),
        Action::NextPane => Some(complete(state, moment)),
        Action::Save => Some(keep(state, moment)),
        // For the list beside it, or sent by the program.
        Action::Up
        | Action::Down
        | Action::PageUp
        | Action::PageDown
        | Action::Refresh
        | Action::Resize
        | Action::Recount
        | Action::KeepDraft
        | Action::Show(_) => None,
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
        Some(Field::Filter { input, said, offer, untouched }) => {
            if std::mem::take(untouched) && matches!(event, InputEvent::Backspace) {
                input.set("");
            } else {
                input.apply(event);
            }
            *said = None;
            *offer = None;
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
            if let Err(error) = parse(&text, moment.today()) {
                let said = Said {
                    text: labels::filter_problem(moment.words, &error.problem),
                    wrong: Some(error.span),
                };
                state.field = Some(Field::Filter {
                    input: Input::new(&text),
                    said: Some(said),
                    offer: None,
                    untouched: false,
                });
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

/// Keeps the filter as a view: it is shown, and its form asks for a name.
fn keep(state: &mut State, moment: &Moment) -> Effects {
    let mut effects = accept(state, moment);
    if state.field.is_none() && matches!(state.source, Source::Filter(_)) {
        effects.extend(views::keep(state, moment));
    }
    effects
}

fn cancel(state: &mut State, moment: &Moment) -> Effects {
    match state.field.take() {
        Some(Field::Search(_)) => leave(state, moment),
        _ => Effect::none(),
    }
}

/// Completes the end of the filter; again goes on to the next possibility.
fn complete(state: &mut State, moment: &Moment) -> Effects {
    let Some(Field::Filter { input, said, offer, untouched }) = &mut state.field else {
        return Effect::unused();
    };
    *untouched = false;
    let next = if let Some(Offer { before, candidates, at }) = offer.take() {
        Offer { before, at: (at + 1) % candidates.len().max(1), candidates }
    } else {
        let text = input.text();
        let names = &state.names;
        let known = |key| {
            let found = names.iter().find(|(known, _)| *known == key);
            found.map_or_else(Vec::new, |(_, names)| names.clone())
        };
        let completion = search::filter::complete(text, text.chars().count(), known);
        let before = text.chars().take(completion.span.start).collect();
        Offer { before, candidates: completion.candidates, at: 0 }
    };
    let Some(candidate) = next.candidates.get(next.at) else {
        *said = Some(Said { wrong: None, text: moment.words.inbox_filter_nothing_fits().to_owned() });
        return Effect::none();
    };
    input.set(&format!("{}{candidate}", next.before));
    let others: Vec<&str> = next.candidates.iter().skip(next.at + 1).take(4).map(String::as_str).collect();
    *said = (!others.is_empty())
        .then(|| Said { wrong: None, text: moment.words.inbox_filter_others(others.join("  ")) });
    *offer = Some(next);
    Effect::none()
}
