//! The form of a class or meeting.

use uuid::Uuid;

use super::{Asked, Material, Open, Wrong, lines};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::training::labels;
use crate::training::model::{ClassKind, ClassState, Host, NewClass, Repeat, When, vague_month};
use crate::words::Words;

/// Highest estimate, đồng.
const ESTIMATES: i64 = 100_000_000_000;

/// Highest number of a certificate.
const CERTIFICATES: i64 = 1_000_000;

/// Fields of the two hosts: body, signer, post.
const HOSTS: [[&str; 3]; 2] = [["host", "signer", "signer_post"], ["host_2", "signer_2", "signer_post_2"]];

pub(super) fn form(material: &Material, later: usize, moment: &Moment) -> Form {
    let words = moment.words;
    let known = material.class.as_ref().map(|class| class.known.clone());
    let (title, known) = match (material.asked, known) {
        (Asked::Again(_), Some(known)) => {
            (words.training_form_again().to_owned(), known.again(When::default()))
        }
        (Asked::Class(Some(_)), Some(known)) => (words.roster_edit(known.title.as_str()), known),
        _ => {
            let host = Host { name: material.office.clone(), ..Host::default() };
            let hosts = if material.office.is_empty() { Vec::new() } else { vec![host] };
            let on = if let Asked::ClassOn(day) = material.asked { Some(day) } else { None };
            let known = NewClass { hosts, date_from: on, date_to: on, ..NewClass::default() };
            (words.training_form_new().to_owned(), known)
        }
    };
    let later = if matches!(material.asked, Asked::Again(_)) { 0 } else { later };
    let mut fields = what(&known, words);
    if known.series.is_none() {
        fields.push(repeats(&known, words));
    } else if later > 0 {
        fields.insert(AFTER_DAYS, whom(later, words));
    }
    fields.extend(hosts(&known, &material.units, words));
    fields.extend(papers(&known, material.next_number, words));
    let form = Form::new(title, fields, moment);
    match material.asked {
        Asked::Again(_) => form.begin_at("when"),
        Asked::Class(None) | Asked::ClassOn(_) => form.note(words.training_form_files()).files(),
        _ => form,
    }
}

fn what(known: &NewClass, words: &Words) -> Vec<Field> {
    let kinds =
        ClassKind::ALL.iter().map(|&kind| (kind.id(), labels::kind(words, kind).to_owned())).collect();
    vec![
        Field::choice("kind", words.training_column_kind(), kinds).value(known.kind.id()),
        Field::text("title", words.training_column_title())
            .required()
            .help(words.training_form_title_help())
            .value(&known.title),
        Field::text("when", words.training_column_days())
            .help(words.training_form_when_help())
            .value(&written_days(known, words)),
        Field::text("place", words.training_column_place()).value(&known.place),
        Field::text("audience", words.training_column_audience())
            .help(words.training_form_audience_help())
            .value(&known.audience),
        Field::long("purpose", words.training_form_purpose(), 1, 4).value(&known.purpose),
        Field::long("agenda", words.training_form_agenda(), 1, 8)
            .help(words.training_form_agenda_help())
            .value(&lines::agenda(&known.agenda, words)),
        Field::long("summons", words.training_form_summons(), 1, 8)
            .help(words.training_form_summons_help())
            .value(&lines::summons(&known.summons, words)),
    ]
}

/// Behind kind, title and days.
const AFTER_DAYS: usize = 3;

/// Whether it is a standing meeting.
fn repeats(known: &NewClass, words: &Words) -> Field {
    let rules = Repeat::ALL.iter().map(|&rule| (rule.id(), labels::repeat(words, rule).to_owned()));
    Field::choice("repeat", words.training_form_repeat(), rules.collect())
        .help(words.training_form_repeat_help())
        .value(known.repeat_rule.id())
}

/// Which occurrences of a standing meeting a change is for.
fn whom(later: usize, words: &Words) -> Field {
    let whom =
        vec![("", words.training_this_one().to_owned()), (LATER, words.training_and_later(later as i64))];
    Field::choice("for", words.training_form_for(), whom).help(words.training_form_for_help()).value("")
}

/// The choice that takes later occurrences along.
const LATER: &str = "later";

/// What the class was before, when later occurrences are to follow.
pub(super) fn with_later(open: &Open) -> Option<Box<NewClass>> {
    let before = open.class.as_ref().filter(|class| open.asked == Asked::Class(Some(class.id)))?;
    (open.form.has("for") && open.form.text("for") == LATER).then(|| Box::new(before.known.clone()))
}

fn written_days(known: &NewClass, words: &Words) -> String {
    match (known.date_from, known.date_to) {
        (Some(from), Some(to)) if from != to => format!("{} - {}", words.day(from), words.day(to)),
        (Some(day), _) | (None, Some(day)) => words.day(day),
        (None, None) => known.date_text.clone(),
    }
}

fn hosts(known: &NewClass, units: &[(Uuid, String)], words: &Words) -> Vec<Field> {
    let labels = [
        [words.training_form_host(), words.training_form_signer(), words.training_form_signer_post()],
        [words.training_form_host_2(), words.training_form_signer(), words.training_form_signer_post()],
    ];
    let mut fields = Vec::with_capacity(6);
    for (at, ([body, signer, post], [label, signs, holds])) in HOSTS.iter().zip(labels).enumerate() {
        let host = known.hosts.get(at).cloned().unwrap_or_default();
        let all = units.iter().map(|(id, name)| Picked::row(*id, name.as_str(), ""));
        let chosen = (!host.name.is_empty())
            .then(|| Picked::new(host.unit.map(|id| id.to_string()).unwrap_or_default(), host.name, ""));
        let mut first = Field::pick(*body, label, Pick::among(all).free())
            .help(words.training_form_host_help())
            .chosen(chosen.into_iter().collect());
        if at == 0 {
            first = first.heading(words.training_hosts());
        }
        fields.push(first);
        fields.push(Field::text(*signer, signs).value(&host.signer));
        fields.push(Field::text(*post, holds).value(&host.post));
    }
    fields
}

fn papers(known: &NewClass, next: Option<u32>, words: &Words) -> Vec<Field> {
    let usual = words.training_form_document_help();
    let next = next.filter(|_| known.document_number.trim().is_empty());
    let document_help = next.map_or_else(
        || usual.to_owned(),
        |next| format!("{} {usual}", words.training_form_document_next(i64::from(next))),
    );
    let states =
        ClassState::ALL.iter().map(|&state| (state.id(), labels::state(words, state).to_owned())).collect();
    let estimate = known.estimate.map(|amount| words.number(amount)).unwrap_or_default();
    vec![
        Field::choice("state", words.training_column_state(), states)
            .heading(words.training_form_papers())
            .beside()
            .value(known.state.id()),
        Field::text("document_number", words.training_column_document())
            .help(document_help)
            .value(&known.document_number),
        Field::day("document_date", words.training_column_document_date())
            .value(&known.document_date.map(|day| words.day(day)).unwrap_or_default()),
        Field::text("funding_source", words.training_form_funding()).value(&known.funding_source),
        Field::number("estimate", words.training_column_estimate(), 0, ESTIMATES).value(&estimate),
        Field::long("costs", words.training_form_costs(), 1, 8)
            .help(words.training_form_costs_help())
            .value(&lines::costs(&known.costs, words)),
        Field::text("certificate_signer", words.training_form_certificate_signer())
            .help(words.training_form_certificate_signer_help())
            .value(&known.certificate_signer),
        Field::number("certificate_from", words.training_form_certificate_from(), 1, CERTIFICATES)
            .help(words.training_form_certificate_from_help())
            .value(&known.certificate_from.map(|number| words.number(number)).unwrap_or_default()),
        Field::long("result", words.training_result(), 1, 4).value(&known.result),
        Field::long("note", words.training_note(), 1, 4).value(&known.note),
    ]
}

/// Says what was understood of the days.
pub(super) fn left(form: &mut Form, field: &str, moment: &Moment) {
    if field != "when" {
        return;
    }
    let text = form.text("when");
    let when = When::read(&text, moment.today());
    let year = chrono::Datelike::year(&moment.today());
    if !when.vague.is_empty() && vague_month(&when.vague, year).is_none() {
        form.say("when", Said::Warning(moment.words.training_form_when_vague().to_owned()));
    }
}

pub(super) fn read(open: &Open, moment: &Moment) -> Result<(Option<Uuid>, NewClass), Wrong> {
    let form = &open.form;
    let when = When::read(&form.text("when"), moment.today());
    let before = open.class.as_ref().map(|class| class.known.clone()).unwrap_or_default();
    let (id, before) = match open.asked {
        Asked::Class(id) => (id, before),
        _ => (None, before.again(when.clone())),
    };
    let words = moment.words;
    let costs = lines::read_costs(&form.text("costs"))
        .map_err(|line| ("costs", words.training_form_costs_wrong(line)))?;
    let summons = lines::read_summons(&form.text("summons"), &open.units, &before.summons, moment.today())
        .map_err(|line| ("summons", words.training_form_summons_wrong(line)))?;
    let agenda = lines::read_agenda(&form.text("agenda"), &before.agenda, words);
    let hosts = HOSTS.iter().filter(|[body, ..]| !form.is_empty(body)).map(|[body, signer, post]| Host {
        unit: form.id(body),
        name: form.text(body),
        signer: form.text(signer),
        post: form.text(post),
    });
    let repeat_rule =
        if form.has("repeat") { Repeat::from_id(&form.text("repeat")) } else { before.repeat_rule };
    if form.has("repeat") && repeat_rule != Repeat::Never && when.from.is_none() {
        return Err(("when", words.training_form_repeat_needs_day().to_owned()));
    }
    let known = NewClass {
        repeat_rule,
        kind: ClassKind::from_id(&form.text("kind")),
        title: form.text("title"),
        purpose: form.text("purpose"),
        date_from: when.from,
        date_to: when.to,
        date_text: when.vague,
        place: form.text("place"),
        state: ClassState::from_id(&form.text("state")),
        audience: form.text("audience"),
        funding_source: form.text("funding_source"),
        estimate: form.number("estimate"),
        document_number: form.text("document_number"),
        document_date: form.day("document_date"),
        certificate_signer: form.text("certificate_signer"),
        certificate_from: form.number("certificate_from"),
        result: form.text("result"),
        note: form.text("note"),
        hosts: hosts.collect(),
        costs,
        summons,
        agenda,
        ..before
    };
    Ok((id, known))
}
