//! The form that writes people to a file: which list, for which months, where to.

use chrono::{Datelike, NaiveDate};

use super::person::Wrong;
use super::{Asked, Material, Open};
use crate::roster::labels;
use crate::roster::model::{ActivityRule, Output, OutputKind};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Step};
use crate::words::Words;

/// Reports in the span from which somebody is put up for commendation, and hundredths of them in time, to begin with.
const REPORTS: i64 = 12;
const SHARE: i64 = 80;

pub(super) fn open(material: Material, moment: &Moment) -> Open {
    let words = moment.words;
    let people = match &material.asked {
        Asked::Output(people) => people.len(),
        _ => 0,
    };
    let kinds = OutputKind::ALL.iter().map(|&kind| (kind.id(), labels::output(words, kind).to_owned()));
    let today = moment.today();
    let fields = vec![
        Field::choice("what", words.roster_output_what(), kinds.collect()),
        Field::period("span", words.roster_output_span())
            .hidden()
            .help(words.roster_output_span_help())
            .value(&format!("{}/{}", today.month(), today.year())),
        Field::number("reports", words.roster_output_reports(), 1, 1000)
            .hidden()
            .help(words.roster_output_reports_help())
            .value(&REPORTS.to_string()),
        Field::number("share", words.roster_output_share(), 0, 100).hidden().value(&SHARE.to_string()),
        Field::text("path", words.roster_output_path())
            .required()
            .paths()
            .help(words.roster_output_path_help())
            .value(&name(OutputKind::List, today, words)),
    ];
    let title = words.roster_output_of(people as i64);
    Open::about(material.asked, Form::new(title, fields, moment))
}

/// The name a file has when nobody says another.
fn name(kind: OutputKind, today: NaiveDate, words: &Words) -> String {
    let name = match kind {
        OutputKind::List => words.roster_output_name_list().to_owned(),
        OutputKind::Allowance => words.roster_output_name_allowance(today.format("%m-%Y").to_string()),
        OutputKind::Commended => words.roster_output_name_commended(today.format("%Y").to_string()),
    };
    kind.with_ending(&name)
}

/// Shows the fields that go with the list, and another name while nobody gave one.
pub(super) fn watch(step: &Step, open: &mut Open, moment: &Moment) {
    let form = &mut open.form;
    let kind = OutputKind::from_id(&form.text("what"));
    form.reveal("span", kind != OutputKind::List);
    form.reveal("reports", kind == OutputKind::Commended);
    form.reveal("share", kind == OutputKind::Commended);
    if matches!(step, Step::Left(field) if field == "what") {
        let (today, words) = (moment.today(), moment.words);
        let names: Vec<String> = OutputKind::ALL.iter().map(|&kind| name(kind, today, words)).collect();
        if names.contains(&form.text("path")) {
            form.set("path", &name(kind, today, words));
        }
        if kind == OutputKind::Commended {
            form.set("span", &today.year().to_string());
        } else if kind == OutputKind::Allowance {
            form.set("span", &format!("{}/{}", today.month(), today.year()));
        }
    }
}

/// What is written by the form.
pub(super) fn output(open: &Open, moment: &Moment) -> Result<Output, Wrong> {
    let Asked::Output(people) = &open.asked else { return Err(("what", String::new())) };
    let (form, today) = (&open.form, moment.today());
    let kind = OutputKind::from_id(&form.text("what"));
    let span = form.period("span");
    if span.is_none() && kind != OutputKind::List {
        return Err(("span", moment.words.roster_output_span_help().to_owned()));
    }
    let count = |field: &str| u32::try_from(form.number(field).unwrap_or_default()).unwrap_or_default();
    Ok(Output {
        kind,
        people: people.clone(),
        path: kind.with_ending(&form.text("path")).into(),
        over: false,
        rule: ActivityRule {
            from: span.map_or(today, |span| span.from),
            to: span.map_or(today, |span| span.to),
            reports: count("reports"),
            share: count("share"),
        },
        named: span.map(|span| labels::span(moment.words, span.from, span.to)).unwrap_or_default(),
        today,
    })
}
