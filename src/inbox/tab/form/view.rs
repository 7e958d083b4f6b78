//! The form of a view: its name and its filter.

use crate::inbox::labels;
use crate::inbox::records::ViewRecord;
use crate::inbox::rows::View;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Said};
use crate::search::filter::parse;

const NAME: &str = "name";
const FILTER: &str = "filter";

/// The form of a view.
pub(super) fn form(record: &ViewRecord, moment: &Moment) -> Form {
    let words = moment.words;
    let fields = vec![
        Field::text(NAME, words.inbox_view_name_label())
            .value(labels::view_name(words, &record.code, &record.name))
            .required(),
        Field::text(FILTER, words.inbox_view_filter_label())
            .value(&record.filter)
            .help(words.inbox_view_filter_help()),
    ];
    Form::new(words.inbox_view_form(), fields, moment).note(words.inbox_view_note())
}

/// The view as it was filled in; `None` when the filter cannot be read or the name is taken, which the form then says.
pub(super) fn read(
    form: &mut Form,
    before: &ViewRecord,
    views: &[View],
    moment: &Moment,
) -> Option<ViewRecord> {
    let words = moment.words;
    let (typed, filter) = (form.text(NAME).trim().to_owned(), form.text(FILTER).trim().to_owned());
    if let Err(error) = parse(&filter, moment.today()) {
        form.say(FILTER, Said::Wrong(labels::filter_problem(words, &error.problem)));
        form.go_to(FILTER);
        return None;
    }
    let taken = |view: &&View| {
        Some(view.id) != before.id && labels::view_name(words, &view.code, &view.name) == typed
    };
    if views.iter().any(|view| taken(&view)) {
        form.say(NAME, Said::Wrong(words.inbox_view_name_taken().to_owned()));
        form.go_to(NAME);
        return None;
    }
    let called = labels::view_name(words, &before.code, &before.name);
    Some(before.filled(typed, called, filter))
}
