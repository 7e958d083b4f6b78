//! What Ctrl-C copies of the roster.

use super::{State, Window};
use crate::roster::model::Person;
use crate::screen::Moment;
use crate::text::phone::phone_shown;

/// Name, unit, phone and e-mail of the marked people, else of the one under the cursor, for pasting into a message; the name
/// of a unit; what a window tells.
pub fn copied(state: &State, _moment: &Moment) -> Option<String> {
    if let Some(window) = &state.window {
        return if let Window::Told(told) = window { Some(told.text()) } else { None };
    }
    if state.form.is_some() {
        return None;
    }
    if let Some(units) = &state.units {
        return units.list.current().map(|unit| unit.0.name.clone());
    }
    let marked = state.list.marked();
    if marked.is_empty() {
        let mut line = told(state, state.current()?)?;
        let card = state.card.as_ref().filter(|card| Some(card.person.id) == state.list.current_id());
        if let Some(card) = card.filter(|card| !card.person.known.email.is_empty()) {
            line.push_str(", ");
            line.push_str(&card.person.known.email);
        }
        return Some(line);
    }
    let shown = state.list.rows().filter(|line| marked.contains(&line.id));
    let lines: Vec<String> = shown.filter_map(|line| told(state, state.person(*line)?)).collect();
    Some(lines.join("\n"))
}

fn told(state: &State, person: &Person) -> Option<String> {
    let unit = state.roster.as_ref()?.unit_name(person);
    let parts = [person.full_name.to_string(), unit.to_owned(), phone_shown(&person.phone)];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
