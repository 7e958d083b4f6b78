//! The form that changes many classes and meetings at once: what is left empty stays as it is.

use crate::screen::Moment;
use crate::screen::form::{Field, Form};
use crate::training::labels;
use crate::training::model::{ClassChange, ClassState, Foreseen};
use crate::words::Words;

const STATE: &str = "state";
const PLACE: &str = "place";
const DAYS: &str = "days";

/// Most days a class is moved by.
const MOST: i64 = 366;

pub(super) fn form(classes: usize, moment: &Moment) -> Form {
    let words = moment.words;
    let stays = ("", words.roster_bulk_stays().to_owned());
    let states = ClassState::ALL.iter().map(|&state| (state.id(), labels::state(words, state).to_owned()));
    let fields = vec![
        Field::choice(STATE, words.training_column_state(), std::iter::once(stays).chain(states).collect()),
        Field::text(PLACE, words.training_column_place()),
        Field::number(DAYS, words.training_bulk_days(), -MOST, MOST).help(words.training_bulk_days_help()),
    ];
    Form::new(words.training_bulk_of(classes as i64), fields, moment).note(words.training_bulk_hint())
}

/// What is to be changed.
pub(super) fn read(form: &Form) -> ClassChange {
    let chosen = form.text(STATE);
    ClassChange {
        state: (!chosen.is_empty()).then(|| ClassState::from_id(&chosen)),
        place: form.text(PLACE).trim().to_owned(),
        days: form.number(DAYS).unwrap_or_default(),
    }
}

/// What the change would do to so many, for the question.
pub(super) fn question(change: &ClassChange, foreseen: Foreseen, classes: usize, words: &Words) -> String {
    let mut parts = Vec::new();
    parts.extend(
        change
            .state
            .map(|state| format!("{}: {}", words.training_column_state(), labels::state(words, state))),
    );
    if !change.place.is_empty() {
        parts.push(format!("{}: {}", words.training_column_place(), change.place));
    }
    match change.days {
        0 => {}
        days @ 1.. => parts.push(words.training_bulk_later(days)),
        days => parts.push(words.training_bulk_earlier(-days)),
    }
    let mut said =
        vec![words.training_bulk_question(foreseen.differ as i64, classes as i64, parts.join("; "))];
    if foreseen.stay > 0 {
        said.push(words.training_bulk_stay(foreseen.stay as i64));
    }
    said.push(words.training_bulk_write().to_owned());
    said.join(" ")
}
