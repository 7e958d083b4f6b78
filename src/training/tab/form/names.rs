//! The form that takes the names a unit sent: its collaborators by choice, others a line each.

use uuid::Uuid;

use super::{Open, Wrong};
use crate::roster::model::{Narrow, Roster, Unit, UnitKind, UnitLevel, plain_person_name, valid_person_name};
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Pick, Picked, Said};
use crate::text::fold;
use crate::text::phone::phones_in;
use crate::training::model::{Class, Participant};
use crate::training::tab::units::asked;
use crate::words::Words;

pub(super) fn form(class: Option<&Class>, people: Option<&Roster>, unit: Uuid, moment: &Moment) -> Form {
    let words = moment.words;
    let own = people.map(|roster| of_unit(roster, unit, class)).unwrap_or_default();
    let fields = vec![
        Field::pick("people", words.training_form_people(), Pick::among(own).many())
            .help(words.training_form_names_people_help()),
        Field::long("names", words.training_form_names(), 3, 12)
            .check(check_lines)
            .help(words.training_form_names_help()),
    ];
    let units = class.map(Class::by_unit).unwrap_or_default();
    let line = units.iter().find(|line| line.unit == Some(unit));
    let name = line.map_or("", |line| line.name.as_str());
    let note = line.map(|line| {
        let sent = match line.tally.missing {
            0 => words.training_names_all().to_owned(),
            missing => words.training_names_some(missing, line.tally.named),
        };
        match asked(line, words).as_str() {
            "" => sent,
            asked => format!("{asked}; {sent}"),
        }
    });
    Form::new(words.training_form_names_title(name), fields, moment).note(note.unwrap_or_default())
}

/// Collaborators of a unit and of those below it who are not on the list, by name.
fn of_unit(roster: &Roster, unit: Uuid, class: Option<&Class>) -> Vec<Picked> {
    let listed = class.map(|class| class.known.participants.as_slice()).unwrap_or_default();
    let of =
        roster.units().iter().find(|of| of.id == unit).and_then(|of| commune_of(roster, of)).unwrap_or(unit);
    let narrow = Narrow { units: Some(roster.with_below(of)), ..Narrow::default() };
    roster
        .find("", &narrow)
        .into_iter()
        .filter_map(|at| roster.person(at))
        .filter(|person| !listed.iter().any(|on| on.collaborator == Some(person.id)))
        .map(|person| Picked::row(person.id, &*person.full_name, roster.post(person)))
        .collect()
}

/// The commune a Party committee stands for: it sends the names of all bodies there.
fn commune_of(roster: &Roster, unit: &Unit) -> Option<Uuid> {
    let is_committee = unit.known.kind == UnitKind::Party && fold(&unit.known.name).starts_with("dang uy ");
    let parent = unit.known.parent.filter(|_| is_committee)?;
    let above = roster.units().iter().find(|above| above.id == parent)?;
    (above.known.level == UnitLevel::Commune).then_some(parent)
}

/// A line: name; post; phone. Numbers before the name and tabs of a pasted table are taken as they come.
fn parts(line: &str) -> (String, String, String) {
    let line = line.trim();
    let bare = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let bare =
        if bare.len() < line.len() { bare.trim_start_matches(['.', ')', '-', ' ', '\t', ';']) } else { line };
    let separator = if bare.contains(';') {
        ';'
    } else if bare.contains('\t') {
        '\t'
    } else {
        ','
    };
    let mut name = String::new();
    let mut posts: Vec<&str> = Vec::new();
    let mut phone = String::new();
    for part in bare.split(separator).map(str::trim).filter(|part| !part.is_empty()) {
        let number =
            part.find(|sign: char| sign == '+' || sign.is_ascii_digit()).map_or("", |at| &part[at..]);
        let found = phones_in(number).numbers.into_iter().next();
        match found {
            Some(number) if phone.is_empty() => {
                phone = number;
                match before_number(part) {
                    "" => {}
                    said if name.is_empty() => name = plain_person_name(said),
                    said => posts.push(said),
                }
            }
            _ if name.is_empty() => name = plain_person_name(part),
            _ => posts.push(part),
        }
    }
    (name, posts.join(", "), phone)
}

/// What stands before a number in the same part, unless it only says that a number follows.
fn before_number(part: &str) -> &str {
    let said = part.split(|sign: char| sign.is_ascii_digit()).next().unwrap_or_default();
    let said = said.trim_end_matches([' ', ':', '.', '-', '+', '(']);
    let label = matches!(
        fold(said).as_str(),
        "dt" | "sdt" | "tel" | "dd" | "di dong" | "dien thoai" | "so dien thoai"
    );
    if label { "" } else { said }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn check_lines(text: &str, words: &Words) -> Option<Said> {
    let wrong = lines(text).find(|line| !valid_person_name(&parts(line).0))?;
    Some(Said::Wrong(words.training_form_names_wrong(wrong)))
}

pub(super) fn read(open: &Open, unit: Uuid, moment: &Moment) -> Result<Vec<Participant>, Wrong> {
    let form = &open.form;
    let mut people: Vec<Participant> = Vec::new();
    let roster = open.people.as_ref();
    for id in form.chosen("people").iter().filter_map(Picked::uuid) {
        people.extend(roster.and_then(|roster| super::people::of_roster(roster, id)));
    }
    let unit_name = roster.and_then(|roster| roster.unit_named(unit)).unwrap_or_default();
    let text = form.text("names");
    for line in lines(&text) {
        let (full_name, post, phone) = parts(line);
        if !valid_person_name(&full_name) {
            return Err(("names", moment.words.training_form_names_wrong(line)));
        }
        let listed = open.class.as_ref().is_some_and(|class| {
            let same = |on: &&Participant| on.unit == Some(unit) && fold(&on.full_name) == fold(&full_name);
            class.known.participants.iter().any(|on| same(&on) && (phone.is_empty() || on.phone == phone))
        });
        if listed {
            return Err(("names", moment.words.training_form_names_listed(line)));
        }
        people.push(Participant {
            full_name,
            unit: Some(unit),
            unit_name: unit_name.to_owned(),
            post,
            phone,
            ..Participant::default()
        });
    }
    if people.is_empty() {
        return Err(("people", moment.words.training_form_people_none().to_owned()));
    }
    Ok(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_list_is_read_however_it_was_typed() {
        let told = |line| {
            let (name, post, phone) = parts(line);
            format!("{name}|{post}|{phone}")
        };
        assert_eq!(told("Lò Văn Ỏm; Trưởng ban; 0912 345 678"), "Lò Văn Ỏm|Trưởng ban|0912345678");
        assert_eq!(told("2. Nông Thị Huệ, Chủ tịch Hội LHPN"), "Nông Thị Huệ|Chủ tịch Hội LHPN|");
        assert_eq!(told("3\tTrần Nam\tPhó Bí thư\t0987000111"), "Trần Nam|Phó Bí thư|0987000111");
        assert_eq!(told("Lò Văn Ỏm; Trưởng ban 0912345678"), "Lò Văn Ỏm|Trưởng ban|0912345678");
        assert_eq!(told("Nông Thị Huệ 0987 000 111"), "Nông Thị Huệ||0987000111");
        assert_eq!(told("Lý Thị Mẩy; SĐT: 0987000111"), "Lý Thị Mẩy||0987000111");
        assert_eq!(told("Lý Thị Mẩy"), "Lý Thị Mẩy||");
    }
}
