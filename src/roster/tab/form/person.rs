//! The form of a collaborator.

use uuid::Uuid;

use super::{Asked, Material, Open, picked_topics, topics, units};
use crate::roster::labels;
use crate::roster::model::{
    Commendation, NewCollaborator, Person, PersonProblem, Roster, Sex, Status, UnitLevel, name_key,
    read_birth,
};
use crate::roster::tab::Command;
use crate::screen::Moment;
use crate::screen::form::{Field, Fixed, Form, Picked, Said, Step};
use crate::text::phone::{phone_shown, phones_in};
use crate::words::Words;

/// A field and what is wrong with it.
pub(super) type Wrong = (&'static str, String);

/// Most months of a contract.
const MONTHS: i64 = 120;
/// Most đồng of an allowance a month.
const ALLOWANCE: i64 = 100_000_000;

pub(super) fn open(
    material: Material,
    carried: Option<NewCollaborator>,
    roster: &Roster,
    moment: &Moment,
) -> Open {
    let words = moment.words;
    let Material { asked, person, topics, .. } = material;
    let is_new = person.is_none();
    let (known, unit_name) = if let Some(person) = person {
        (person.known, person.unit_name)
    } else {
        let known = carried.unwrap_or_default();
        let unit = known.unit.and_then(|id| roster.unit_named(id)).unwrap_or_default().to_owned();
        (known, unit)
    };
    let mut fields = who(&known, &unit_name, roster, words);
    fields.extend(work(&known, &topics, words));
    fields.extend(term(&known, words));
    let title =
        if is_new { words.roster_form_new().to_owned() } else { words.roster_edit(known.full_name.as_str()) };
    let mut form = Form::new(title, fields, moment);
    if is_new {
        form = form.note(words.roster_form_files()).chain().files();
    }
    Open { person: known, ..Open::about(asked, form) }
}

fn who(known: &NewCollaborator, unit_name: &str, roster: &Roster, words: &Words) -> Vec<Field> {
    let sexes = vec![
        (Sex::Unknown.id(), words.roster_form_unsaid().to_owned()),
        (Sex::Female.id(), words.roster_sex_female().to_owned()),
        (Sex::Male.id(), words.roster_sex_male().to_owned()),
    ];
    let birth = match (known.birth_date, known.birth_year) {
        (Some(day), _) => words.day(day),
        (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    };
    let unit = known.unit.map(|id| Picked::row(id, unit_name, ""));
    let phones = known.phones.iter().map(|number| phone_shown(number)).collect::<Vec<_>>().join(", ");
    vec![
        Field::text("full_name", words.roster_column_name())
            .required()
            .check(check_name)
            .help(words.roster_form_name_help())
            .value(&known.full_name),
        Field::pick("unit", words.roster_column_unit(), units(roster, words).free())
            .help(words.roster_form_unit_help())
            .chosen(unit.into_iter().collect()),
        Field::text("post", words.roster_column_post()).value(&known.post),
        Field::text("concurrent_post", words.roster_column_concurrent())
            .help(words.roster_form_concurrent_help())
            .value(&known.concurrent_post),
        Field::phone("phones", words.roster_column_phone())
            .help(words.roster_form_phones_help())
            .value(&phones),
        Field::text("email", words.roster_column_email()).check(check_email).value(&known.email),
        Field::choice("sex", words.roster_column_sex(), sexes).value(known.sex.id()),
        Field::text("birth", words.roster_form_birth())
            .check(check_birth)
            .help(words.roster_form_birth_help())
            .value(&birth),
    ]
}

fn work(known: &NewCollaborator, all_topics: &[(Uuid, String)], words: &Words) -> Vec<Field> {
    let followed = all_topics
        .iter()
        .filter(|(id, _)| known.topics.contains(id))
        .map(|(id, name)| Picked::row(*id, name.as_str(), ""));
    vec![
        Field::choice("level", words.roster_form_level(), levels(words)).value(known.level.id()),
        Field::pick("topics", words.roster_form_topics(), topics(all_topics))
            .help(words.roster_form_topics_help())
            .chosen(followed.collect()),
        Field::text("address", words.roster_column_address()).value(&known.address),
        Field::text("code", words.roster_column_code()).value(&known.code),
    ]
}

/// Levels a collaborator can report to.
pub(super) fn levels(words: &Words) -> Vec<Fixed> {
    [UnitLevel::Unknown, UnitLevel::Province, UnitLevel::Commune, UnitLevel::Base]
        .into_iter()
        .map(|level| (level.id(), labels::level(words, level).to_owned()))
        .collect()
}

fn term(known: &NewCollaborator, words: &Words) -> Vec<Field> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let number = |number: Option<i64>| number.map(|number| words.number(number)).unwrap_or_default();
    let statuses =
        Status::ALL.iter().map(|&status| (status.id(), labels::status(words, status).to_owned())).collect();
    let commended: Vec<String> = known.commendations.iter().map(Commendation::line).collect();
    vec![
        Field::text("decision_number", words.roster_column_decision())
            .heading(words.roster_form_term())
            .beside()
            .help(words.roster_form_decision_help())
            .value(&known.decision_number),
        Field::day("decision_date", words.roster_column_decision_date()).value(&day(known.decision_date)),
        Field::day("term_from", words.roster_form_term_from())
            .help(words.roster_form_term_help())
            .value(&day(known.term_from)),
        Field::number("contract_months", words.roster_form_months(), 1, MONTHS)
            .help(words.roster_form_months_help())
            .value(&number(known.contract_months)),
        Field::day("term_to", words.roster_form_term_to()).value(&day(known.term_to)),
        Field::choice("status", words.roster_column_status(), statuses)
            .help(words.roster_form_status_help())
            .value(known.status.id()),
        Field::number("allowance", words.roster_column_allowance(), 0, ALLOWANCE)
            .value(&number(known.allowance)),
        Field::long("commendations", words.roster_form_commendations(), 1, 4)
            .help(words.roster_form_commendations_help())
            .value(&commended.join("\n")),
        Field::long("note", words.roster_column_note(), 1, 5).value(&known.note),
    ]
}

fn check_name(text: &str, words: &Words) -> Option<Said> {
    (!crate::roster::model::valid_person_name(text))
        .then(|| Said::Wrong(words.roster_form_name_wrong().to_owned()))
}

fn check_email(text: &str, words: &Words) -> Option<Said> {
    let (name, host) = text.split_once('@').unwrap_or_default();
    let right = !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace);
    (!right).then(|| Said::Wrong(words.roster_form_email_wrong().to_owned()))
}

fn check_birth(text: &str, words: &Words) -> Option<Said> {
    read_birth(text).is_none().then(|| Said::Wrong(words.roster_form_birth_wrong().to_owned()))
}

/// Looks at fields together while they are filled in.
pub(super) fn watch(
    naming: bool,
    step: &Step,
    open: &mut Open,
    id: Option<Uuid>,
    roster: &Roster,
    moment: &Moment,
) {
    let left = |name: &str| matches!(step, Step::Left(field) if field == name);
    let words = moment.words;
    if (naming && *step == Step::Stay) || left("full_name") || left("unit") {
        hint_alike(open, id, roster, words, false);
    }
    if left("phones") {
        hint_alike(open, id, roster, words, true);
    }
    if left("unit") && open.form.id("unit").is_none() {
        let typed = open.form.text("unit");
        if !typed.is_empty() {
            open.form.say("unit", Said::Warning(words.roster_form_unit_new(typed)));
        }
    }
    if left("contract_months") || left("term_from") {
        let end = open.form.day("term_from").zip(open.form.number("contract_months"));
        if let Some(end) = end.and_then(|(from, months)| NewCollaborator::contract_end(from, months))
            && open.form.is_empty("term_to")
        {
            open.form.set("term_to", &words.day(end));
        }
    }
}

/// Says under the name, or under the phone, who on the roster may be the same; Ctrl-L opens that card.
fn hint_alike(open: &mut Open, id: Option<Uuid>, roster: &Roster, words: &Words, phone_left: bool) {
    let name = open.form.text("full_name");
    let phones = phones_in(&open.form.text("phones")).numbers;
    let named = name.split_whitespace().nth(1).is_some();
    let unit = open.form.id("unit");
    let found = roster.may_be(if named { &name } else { "" }, &phones, unit);
    let found: Vec<&Person> = found.into_iter().filter(|person| Some(person.id) != id).collect();
    let phone_of = found.first().filter(|person| person.has_one_of(&phones));
    open.alike = found.first().map(|person| person.id);
    open.form.offer_alike(open.alike.is_some());
    if let Some(person) = phone_of {
        let said = words.roster_form_phone_of(person.full_name.as_ref(), place(person, roster));
        open.form.say("phones", Said::Warning(said));
    } else if let ([first, ..], false) = (found.as_slice(), phone_left) {
        open.form.say("full_name", Said::Warning(namesakes_told(&found, first, &name, unit, roster, words)));
    }
}

/// Who bears the name that is typed, or one that is spelled nearly so.
fn namesakes_told(
    found: &[&Person],
    first: &Person,
    name: &str,
    unit: Option<Uuid>,
    roster: &Roster,
    words: &Words,
) -> String {
    if name_key(&first.full_name) != name_key(name) {
        return words.roster_form_may_be(first.full_name.as_ref(), place(first, roster));
    }
    if unit.is_some() && roster.unit_id(first) == unit {
        return words.roster_form_same_unit(phone_or_post(first, roster), roster.unit_name(first));
    }
    let same = found.iter().filter(|person| name_key(&person.full_name) == name_key(name)).count();
    if same > 1 {
        words.roster_form_namesakes(same as i64, place(first, roster))
    } else {
        words.roster_form_namesake(place(first, roster))
    }
}

fn place(person: &Person, roster: &Roster) -> String {
    let place = [roster.post(person), roster.unit_name(person)];
    place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn phone_or_post(person: &Person, roster: &Roster) -> String {
    if person.phone.is_empty() { roster.post(person).to_owned() } else { phone_shown(&person.phone) }
}

pub(super) fn save(open: &mut Open, next: bool, moment: &Moment) -> Result<Command, Wrong> {
    let Asked::Person(id) = open.asked else { return Err(("full_name", String::new())) };
    let form = &open.form;
    let known = read(form, &open.person, moment);
    if let Some(problem) = known.problem(moment.today()) {
        let words = moment.words;
        return Err(match problem {
            PersonProblem::BirthYear => ("birth", words.roster_form_birth_year_wrong().to_owned()),
            PersonProblem::TermReversed => ("term_to", words.roster_form_term_reversed().to_owned()),
            PersonProblem::DecidedAfterTerm => ("decision_date", words.roster_form_decided_late().to_owned()),
        });
    }
    let unit_name = if known.unit.is_some() { String::new() } else { form.text("unit") };
    Ok(Command::SavePerson { id, known: Box::new(known), unit_name, next })
}

/// What is known of somebody by the form; `before` has what the form does not show.
fn read(form: &Form, before: &NewCollaborator, moment: &Moment) -> NewCollaborator {
    let birth = read_birth(&form.text("birth"));
    let term_changed = form.is_changed_in("term_from") || form.is_changed_in("term_to");
    let full_name = crate::roster::model::plain_person_name(&form.text("full_name"));
    let same_name = full_name == before.full_name;
    NewCollaborator {
        given_name: if same_name { before.given_name.clone() } else { String::new() },
        full_name,
        sex: Sex::from_id(&form.text("sex")),
        birth_year: birth.map(|(year, _)| year),
        birth_date: birth.and_then(|(_, day)| day),
        unit: form.id("unit"),
        post: form.text("post"),
        concurrent_post: form.text("concurrent_post"),
        level: UnitLevel::from_id(&form.text("level")),
        email: form.text("email"),
        phones: phones_in(&form.text("phones")).numbers,
        address: form.text("address"),
        code: form.text("code"),
        decision_number: form.text("decision_number"),
        decision_date: form.day("decision_date"),
        term_from: form.day("term_from"),
        term_to: form.day("term_to"),
        // The words of the source speak of the term as it was.
        term_text: if term_changed { String::new() } else { before.term_text.clone() },
        contract_months: form.number("contract_months"),
        status: Status::from_id(&form.text("status")),
        allowance: form.number("allowance"),
        note: form.text("note"),
        topics: picked_topics(form),
        commendations: Commendation::read_all(&form.text("commendations"), moment.today()),
    }
}

/// Unit, level, decision and term stay for the next one: a list is entered by unit, and one decision appoints many.
pub(super) fn carried(form: &Form) -> NewCollaborator {
    NewCollaborator {
        unit: form.id("unit"),
        level: UnitLevel::from_id(&form.text("level")),
        decision_number: form.text("decision_number"),
        decision_date: form.day("decision_date"),
        term_from: form.day("term_from"),
        term_to: form.day("term_to"),
        contract_months: form.number("contract_months"),
        allowance: form.number("allowance"),
        ..NewCollaborator::default()
    }
}
