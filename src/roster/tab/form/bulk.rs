//! The form that changes many collaborators at once: what is left empty stays as it is.

use super::person::levels;
use super::{Asked, Material, Open, picked_topics, topics, units};
use crate::roster::model::{BulkChange, Roster, UnitLevel};
use crate::screen::Moment;
use crate::screen::form::{Field, Form};
use crate::words::Words;

pub(super) fn open(material: Material, roster: &Roster, moment: &Moment) -> Open {
    let words = moment.words;
    let title = match &material.asked {
        Asked::Bulk(people) => match people.as_slice() {
            [one] => words.roster_edit(roster.named(*one).map_or("", |person| &person.full_name)),
            many => words.roster_bulk_of(many.len() as i64),
        },
        _ => String::new(),
    };
    let mut levels = levels(words);
    if let Some(first) = levels.first_mut() {
        words.roster_bulk_stays().clone_into(&mut first.1);
    }
    let fields = vec![
        Field::pick("unit", words.roster_column_unit(), units(roster, words)),
        Field::text("post", words.roster_column_post()),
        Field::choice("level", words.roster_form_level(), levels),
        Field::pick("topics", words.roster_bulk_topics(), topics(&material.topics)),
        Field::text("decision_number", words.roster_column_decision()),
        Field::day("decision_date", words.roster_column_decision_date()),
        Field::day("term_from", words.roster_form_term_from()),
        Field::day("term_to", words.roster_form_term_to()),
        Field::number("allowance", words.roster_column_allowance(), 0, 100_000_000),
        Field::text("note", words.roster_bulk_note()).help(words.roster_bulk_note_help()),
    ];
    Open::about(material.asked, Form::new(title, fields, moment).note(words.roster_bulk_hint()))
}

/// What is to be changed.
pub(super) fn change(form: &Form) -> BulkChange {
    let level = UnitLevel::from_id(&form.text("level"));
    BulkChange {
        unit: form.id("unit"),
        post: form.text("post"),
        level: (level != UnitLevel::Unknown).then_some(level),
        topics: picked_topics(form),
        decision_number: form.text("decision_number"),
        decision_date: form.day("decision_date"),
        term_from: form.day("term_from"),
        term_to: form.day("term_to"),
        allowance: form.number("allowance"),
        note: form.text("note"),
    }
}

/// The change in words, for the question.
pub(super) fn told(form: &Form, change: &BulkChange, roster: &Roster, words: &Words) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let level = change.level.map(|level| crate::roster::labels::level(words, level)).unwrap_or_default();
    let parts = [
        (
            words.roster_column_unit(),
            change.unit.and_then(|id| roster.unit_named(id)).unwrap_or_default().to_owned(),
        ),
        (words.roster_column_post(), change.post.clone()),
        (words.roster_form_level(), level.to_owned()),
        (
            words.roster_bulk_topics(),
            if change.topics.is_empty() { String::new() } else { form.text("topics") },
        ),
        (words.roster_column_decision(), change.decision_number.clone()),
        (words.roster_column_decision_date(), day(change.decision_date)),
        (words.roster_form_term_from(), day(change.term_from)),
        (words.roster_form_term_to(), day(change.term_to)),
        (
            words.roster_column_allowance(),
            change.allowance.map(|amount| words.number(amount)).unwrap_or_default(),
        ),
        (words.roster_bulk_note(), change.note.clone()),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    told.join("; ")
}
