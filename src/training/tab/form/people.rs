//! The form that puts people on the list of a class: out of the roster by typing, and others by name.

use uuid::Uuid;

use super::{Open, Wrong};
use crate::roster::model::{Narrow, Roster, plain_person_name, valid_person_name};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::text::phone::phones_in;
use crate::training::model::{Class, Participant};
use crate::words::Words;

/// People offered at most.
const MOST: usize = 50;

pub(super) fn form(class: Option<&Class>, moment: &Moment) -> Form {
    let words = moment.words;
    let fields = vec![
        Field::pick("people", words.training_form_people(), Pick::asked().many())
            .help(words.training_form_people_help()),
        Field::text("full_name", words.training_form_guest())
            .heading(words.training_form_guests())
            .check(check_name)
            .help(words.training_form_guest_help()),
        Field::text("unit_name", words.roster_column_unit()),
        Field::text("post", words.roster_column_post()),
        Field::phone("phone", words.roster_column_phone()),
        Field::text("stand_in_for", words.training_form_stand_in()).help(words.training_form_stand_in_help()),
        Field::flag("walk_in", words.training_form_walk_in()).help(words.training_form_walk_in_help()),
    ];
    Form::new(words.training_form_people_title(), fields, moment)
        .note(class.map_or("", |class| &class.known.title))
        .chain()
}

fn check_name(text: &str, words: &Words) -> Option<Said> {
    (!valid_person_name(text)).then(|| Said::Wrong(words.roster_form_name_wrong().to_owned()))
}

/// The people who answer to what is typed, best first, without those who are on the list.
pub(super) fn offered(roster: &Roster, typed: &str, class: Option<&Class>) -> Vec<Picked> {
    let listed = class.map(|class| class.known.participants.as_slice()).unwrap_or_default();
    roster
        .find(typed, &Narrow::default())
        .into_iter()
        .filter_map(|at| roster.person(at))
        .filter(|person| !listed.iter().any(|on| on.collaborator == Some(person.id)))
        .take(MOST)
        .map(|person| Picked::row(person.id, &*person.full_name, roster.unit_name(person)))
        .collect()
}

/// A collaborator as they stand on the list of a class.
pub(super) fn of_roster(roster: &Roster, id: Uuid) -> Option<Participant> {
    let person = roster.named(id)?;
    Some(Participant {
        collaborator: Some(id),
        full_name: person.full_name.to_string(),
        unit: roster.unit_id(person),
        unit_name: roster.unit_name(person).to_owned(),
        post: roster.post(person).to_owned(),
        phone: person.phone.to_string(),
        ..Participant::default()
    })
}

pub(super) fn read(open: &Open, moment: &Moment) -> Result<Vec<Participant>, Wrong> {
    let form = &open.form;
    let walk_in = form.flag("walk_in");
    let mut people: Vec<Participant> = Vec::new();
    if let Some(roster) = &open.people {
        for id in form.chosen("people").iter().filter_map(Picked::uuid) {
            people.extend(of_roster(roster, id).map(|person| Participant { walk_in, ..person }));
        }
    }
    if !form.is_empty("full_name") {
        people.push(Participant {
            full_name: plain_person_name(&form.text("full_name")),
            unit_name: form.text("unit_name"),
            post: form.text("post"),
            phone: phones_in(&form.text("phone")).numbers.into_iter().next().unwrap_or_default(),
            stand_in_for: form.text("stand_in_for"),
            walk_in,
            ..Participant::default()
        });
    }
    if people.is_empty() {
        return Err(("people", moment.words.training_form_people_none().to_owned()));
    }
    Ok(people)
}
