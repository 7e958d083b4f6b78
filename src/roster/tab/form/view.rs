//! The form of a filter with a name.

use super::person::Wrong;
use super::{Asked, Open};
use crate::roster::labels;
use crate::roster::model::{Roster, RosterFilter, SavedView, ViewRecord};
use crate::roster::tab::Command;
use crate::screen::Moment;
use crate::screen::form::{Field, Form};

const NAME: &str = "name";
const FILTER: &str = "filter";

pub(super) fn open(record: ViewRecord, moment: &Moment) -> Open {
    let words = moment.words;
    let name = labels::view_called(words, &record.code, &record.name).to_owned();
    let fields = vec![
        Field::text(NAME, words.inbox_view_name_label()).value(&name).required(),
        Field::text(FILTER, words.inbox_view_filter_label())
            .value(&record.filter)
            .help(words.roster_view_filter_help()),
    ];
    let form = Form::new(words.inbox_view_form(), fields, moment).note(words.roster_view_note());
    Open::about(Asked::View(record), form)
}

/// The view as it was filled in.
pub(super) fn save(
    form: &Form,
    before: &ViewRecord,
    views: &[SavedView],
    roster: &Roster,
    moment: &Moment,
) -> Result<Command, Wrong> {
    let words = moment.words;
    let (typed, filter) = (form.text(NAME).trim().to_owned(), form.text(FILTER).trim().to_owned());
    let read = RosterFilter::parse(&filter).and_then(|read| read.narrow(roster, moment.today()));
    if let Err(problem) = read {
        return Err((FILTER, labels::filter_problem(words, &problem)));
    }
    if views.iter().any(|view| Some(view.id) != before.id && labels::view_name(words, view) == typed) {
        return Err((NAME, words.inbox_view_name_taken().to_owned()));
    }
    let called = labels::view_called(words, &before.code, &before.name);
    Ok(Command::SaveView(before.filled(typed, called, filter)))
}
