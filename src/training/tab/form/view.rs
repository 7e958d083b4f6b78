//! The form of a filter with a name.

use super::Wrong;
use crate::roster::model::{SavedView, ViewRecord};
use crate::screen::Moment;
use crate::screen::form::{Field, Form};
use crate::training::labels;
use crate::training::model::{AGENDA_VIEWS, AgendaFilter};
use crate::training::tab::Command;

const NAME: &str = "name";
const FILTER: &str = "filter";

pub(super) fn form(record: &ViewRecord, moment: &Moment) -> Form {
    let words = moment.words;
    let fields = vec![
        Field::text(NAME, words.inbox_view_name_label()).value(&record.name).required(),
        Field::text(FILTER, words.inbox_view_filter_label())
            .value(&record.filter)
            .required()
            .help(words.training_view_filter_help()),
    ];
    Form::new(words.inbox_view_form(), fields, moment).note(words.training_view_note())
}

/// The view as it was filled in.
pub(super) fn read(
    form: &Form,
    before: &ViewRecord,
    views: &[SavedView],
    moment: &Moment,
) -> Result<Command, Wrong> {
    let words = moment.words;
    let name = form.text(NAME).trim().to_owned();
    let filter = match AgendaFilter::parse(&form.text(FILTER)) {
        Ok(filter) => filter.to_string(),
        Err(problem) => return Err((FILTER, labels::agenda_problem(words, &problem))),
    };
    let shipped = AGENDA_VIEWS.iter().any(|(code, _)| labels::agenda_view(words, code) == name);
    if shipped || views.iter().any(|view| Some(view.id) != before.id && view.name == name) {
        return Err((NAME, words.inbox_view_name_taken().to_owned()));
    }
    Ok(Command::SaveView(ViewRecord { name, filter, ..before.clone() }))
}
