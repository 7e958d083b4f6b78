//! The form of a duty: who reports how often, and by when.

use super::day;
use super::people::{addressees, picked};
use crate::inbox::labels;
use crate::inbox::model::PeriodKind;
use crate::inbox::records::DutyRecord;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Pick, Said};
use crate::words::Words;

/// The form of a duty.
pub(super) fn form(record: &DutyRecord, moment: &Moment) -> Form {
    let words = moment.words;
    let fields = vec![
        Field::text("name", words.inbox_form_duty_name()).value(&record.name).required(),
        Field::choice("direction", words.inbox_form_direction(), directions(words)).value(&record.direction),
        Field::text("counterpart", words.inbox_form_counterpart())
            .value(&record.counterpart)
            .help(words.inbox_form_counterpart_help())
            .hidden(),
        Field::choice("who", words.inbox_form_duty_who(), bound(words)).value(&record.who),
        Field::pick("members", words.inbox_form_members(), Pick::asked().many())
            .chosen(picked(&record.members))
            .help(words.inbox_form_members_help())
            .hidden(),
        Field::choice("period", words.inbox_form_how_often(), periods(words)).value(record.period.id()),
        Field::number("boundary_day", words.inbox_form_boundary(), 1, 28)
            .value(&record.boundary_day.to_string())
            .required()
            .help(words.inbox_form_boundary_help()),
        Field::number("due_day", words.inbox_form_due_day(), -31, 60)
            .value(&record.due_day.to_string())
            .required()
            .help(words.inbox_form_due_day_help()),
        Field::choice("weekend_rule", words.inbox_form_weekend(), weekends(words))
            .value(&record.weekend_rule),
        Field::day("valid_from", words.inbox_form_valid_from())
            .value(&day(record.valid_from, words))
            .heading(words.inbox_form_validity())
            .beside(),
        Field::day("valid_to", words.inbox_form_valid_to())
            .value(&day(record.valid_to, words))
            .help(words.inbox_form_valid_to_help()),
        Field::text("basis", words.inbox_form_basis())
            .value(&record.basis)
            .help(words.inbox_form_basis_help()),
    ];
    let mut form = Form::new(words.inbox_form_duty(), fields, moment);
    left(&mut form);
    form
}

fn directions(words: &Words) -> Vec<Fixed> {
    vec![("receives", words.inbox_form_receives().to_owned()), ("owes", words.inbox_form_owes().to_owned())]
}

fn bound(words: &Words) -> Vec<Fixed> {
    vec![
        ("collaborator", words.inbox_form_every_collaborator().to_owned()),
        ("unit", words.inbox_form_every_unit().to_owned()),
        ("named", words.inbox_form_named().to_owned()),
    ]
}

fn periods(words: &Words) -> Vec<Fixed> {
    let known =
        [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::HalfYear, PeriodKind::Year];
    known.into_iter().map(|kind| (kind.id(), labels::period_kind(words, kind).to_owned())).collect()
}

fn weekends(words: &Words) -> Vec<Fixed> {
    vec![
        ("keep", words.inbox_form_weekend_keep().to_owned()),
        ("before", words.inbox_form_weekend_before().to_owned()),
        ("after", words.inbox_form_weekend_after().to_owned()),
    ]
}

/// Fields that only some duties have come into sight.
pub(super) fn left(form: &mut Form) {
    let owes = form.text("direction") == "owes";
    form.reveal("counterpart", owes);
    form.reveal("who", !owes);
    form.reveal("members", !owes && form.text("who") == "named");
}

/// The duty as it was filled in; `None` when its parts do not go together, which the form then says.
pub(super) fn read(form: &mut Form, before: &DutyRecord, moment: &Moment) -> Option<DutyRecord> {
    let words = moment.words;
    let owes = form.text("direction") == "owes";
    let period = PeriodKind::from_id(&form.text("period"));
    let boundary_day = form.number("boundary_day").unwrap_or(1);
    if period == PeriodKind::Week && boundary_day > 7 {
        wrong(form, "boundary_day", words.inbox_form_boundary_wrong());
        return None;
    }
    let (from, to) = (form.day("valid_from"), form.day("valid_to"));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        wrong(form, "valid_to", words.inbox_form_ends_too_early());
        return None;
    }
    let named = !owes && form.text("who") == "named";
    let members = if named { addressees(form.chosen("members")) } else { Vec::new() };
    if named && members.is_empty() {
        wrong(form, "members", words.inbox_form_members_missing());
        return None;
    }
    Some(DutyRecord {
        id: before.id,
        name: form.text("name"),
        direction: form.text("direction"),
        who: form.text("who"),
        members,
        counterpart: if owes { form.text("counterpart") } else { String::new() },
        period,
        boundary_day,
        due_day: form.number("due_day").unwrap_or_default(),
        weekend_rule: form.text("weekend_rule"),
        valid_from: from,
        valid_to: to,
        basis: form.text("basis"),
    })
}

fn wrong(form: &mut Form, field: &str, said: &str) {
    form.say(field, Said::Wrong(said.to_owned()));
    form.go_to(field);
}
