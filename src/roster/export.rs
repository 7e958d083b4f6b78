//! Collaborators for scripts and other programs: the JSON shape of the command line, rows for csv and Excel, address cards.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::labels;
use super::model::{Collaborator, Narrow, Order, Sex, Status, UnitLevel, phone_shown};
use super::store;
use crate::exchange::{CardOut, CellOut, CsvOut, SheetOut};
use crate::text::order::NameParts;
use crate::words::Words;

/// A collaborator as `duluan find --json` prints it. Empty text means that nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonJson {
    id: Uuid,
    full_name: String,
    given_name: String,
    sex: Sex,
    birth_year: Option<i32>,
    birth_date: Option<NaiveDate>,
    unit: String,
    unit_id: Option<Uuid>,
    position: String,
    concurrent_position: String,
    level: UnitLevel,
    phones: Vec<String>,
    email: String,
    address: String,
    code: String,
    decision_number: String,
    decision_date: Option<NaiveDate>,
    term: String,
    term_from: Option<NaiveDate>,
    term_to: Option<NaiveDate>,
    status: Status,
    allowance: Option<i64>,
    note: String,
}

impl From<Collaborator> for PersonJson {
    fn from(person: Collaborator) -> Self {
        let Collaborator { id, known, unit_name, .. } = person;
        Self {
            id,
            full_name: known.full_name,
            given_name: known.given_name,
            sex: known.sex,
            birth_year: known.birth_year,
            birth_date: known.birth_date,
            unit: unit_name,
            unit_id: known.unit,
            position: known.post,
            concurrent_position: known.concurrent_post,
            level: known.level,
            phones: known.phones,
            email: known.email,
            address: known.address,
            code: known.code,
            decision_number: known.decision_number,
            decision_date: known.decision_date,
            term: known.term_text,
            term_from: known.term_from,
            term_to: known.term_to,
            status: known.status,
            allowance: known.allowance,
            note: known.note,
        }
    }
}

/// The people who answer to what was typed, best first; everybody in the order of names when nothing was.
///
/// # Errors
/// Whatever SQLite answers.
pub fn find(conn: &Connection, typed: &str) -> rusqlite::Result<Vec<Collaborator>> {
    let roster = store::roster(conn, Order::Given, None)?;
    let found = roster.find(typed, &Narrow::default());
    let mut people = Vec::with_capacity(found.len());
    for at in found {
        if let Some(person) = roster.person(at) {
            people.extend(store::collaborator(conn, person.id)?);
        }
    }
    Ok(people)
}

/// Headings of [`row`].
pub fn headings(words: &Words) -> Vec<&str> {
    vec![
        words.roster_column_name(),
        words.roster_column_sex(),
        words.roster_column_birth(),
        words.roster_column_unit(),
        words.roster_column_post(),
        words.roster_column_concurrent(),
        words.roster_column_phone(),
        words.roster_column_email(),
        words.roster_column_address(),
        words.roster_column_code(),
        words.roster_column_decision(),
        words.roster_column_decision_date(),
        words.roster_column_term_from(),
        words.roster_column_term_to(),
        words.roster_column_status(),
        words.roster_column_allowance(),
        words.roster_column_note(),
    ]
}

/// The people as a sheet of a workbook: it opens with filters, and phones are texts.
pub fn sheet(people: &[Collaborator], words: &Words) -> SheetOut {
    let cells = |person: &Collaborator| {
        let mut cells: Vec<CellOut> = row(person, words).iter().map(|cell| cell.as_str().into()).collect();
        if let (Some(amount), Some(cell)) = (person.known.allowance, cells.get_mut(ALLOWANCE)) {
            *cell = CellOut::Count(amount);
        }
        (false, cells)
    };
    SheetOut {
        name: words.roster_output_sheet().to_owned(),
        heads: headings(words).into_iter().map(str::to_owned).collect(),
        rows: people.iter().map(cells).collect(),
        filter: true,
        ..SheetOut::default()
    }
}

/// Place of the allowance among the cells of [`row`].
const ALLOWANCE: usize = 15;

/// The people as csv.
///
/// # Errors
/// When a row cannot be written.
pub fn csv(people: &[Collaborator], words: &Words) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut sheet = CsvOut::new(&mut bytes)?;
    sheet.row(headings(words))?;
    for person in people {
        sheet.row(row(person, words))?;
    }
    sheet.finish()?;
    Ok(bytes)
}

/// The people as address cards.
pub fn cards(people: &[Collaborator]) -> Vec<CardOut> {
    let card = |person: &Collaborator| {
        let known = &person.known;
        let name = NameParts::of(&known.full_name, &known.given_name);
        CardOut {
            uid: person.id.to_string(),
            full_name: known.full_name.clone(),
            family: name.family.to_owned(),
            middle: name.middle.join(" "),
            given: name.given.to_owned(),
            organisation: person.unit_name.clone(),
            title: known.post.clone(),
            phones: known.phones.clone(),
            email: known.email.clone(),
            address: known.address.clone(),
        }
    };
    people.iter().map(card).collect()
}

/// A collaborator as cells of a sheet. Phones keep their blanks, so that Excel leaves them their zero.
pub fn row(person: &Collaborator, words: &Words) -> Vec<String> {
    let known = &person.known;
    let day = |day: Option<NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let phones: Vec<String> = known.phones.iter().map(|number| phone_shown(number)).collect();
    let year = known.birth_year.map(|year| year.to_string()).unwrap_or_default();
    vec![
        known.full_name.clone(),
        labels::sex(words, known.sex).to_owned(),
        known.birth_date.map_or(year, |date| words.day(date)),
        person.unit_name.clone(),
        known.post.clone(),
        known.concurrent_post.clone(),
        phones.join("; "),
        known.email.clone(),
        known.address.clone(),
        known.code.clone(),
        known.decision_number.clone(),
        day(known.decision_date),
        day(known.term_from),
        day(known.term_to),
        labels::status(words, known.status).to_owned(),
        known.allowance.map(|amount| amount.to_string()).unwrap_or_default(),
        known.note.clone(),
    ]
}
