//! What Ctrl-C copies of the roster.

use super::{Effects, State, Window};
use crate::roster::model::Person;
use crate::screen::{Action, Effect, Moment, Notice};
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

/// Copies the phone numbers of the person under the cursor, or the address with the e-mail.
pub(super) fn part(state: &State, action: &Action, moment: &Moment) -> Effects {
    let card = state.card.as_ref().filter(|card| Some(card.person.id) == state.list.current_id());
    let Some(known) = card.map(|card| &card.person.known) else { return Effect::unused() };
    let text = if *action == Action::CopyPhone {
        known.phones.iter().map(|number| phone_shown(number)).collect::<Vec<_>>().join(", ")
    } else {
        let parts = [known.address.as_str(), known.email.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    if text.is_empty() {
        let words = moment.words;
        let nothing =
            if *action == Action::CopyPhone { words.roster_no_phone() } else { words.roster_no_address() };
        return vec![Effect::Notify(Notice::note(nothing))];
    }
    let said = moment.words.roster_copied(text.as_str());
    vec![Effect::Copy(text), Effect::Notify(Notice::done(said))]
}

fn told(state: &State, person: &Person) -> Option<String> {
    let unit = state.roster.as_ref()?.unit_name(person);
    let parts = [person.full_name.to_string(), unit.to_owned(), phone_shown(&person.phone)];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
