//! Classes and meetings for scripts and other programs: the JSON of the command line, and rows for csv.

use chrono::{Local, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::labels;
use super::model::{AgendaKind, Class, ClassKind, ClassState, DayPart, UnitTally};
use super::store;
use crate::roster::model::UnitLevel;
use crate::words::Words;

/// A class or meeting as `duluan training --json` prints it. Empty text means that nothing was said.
#[derive(Clone, Debug, Serialize)]
pub struct ClassJson {
    id: Uuid,
    kind: ClassKind,
    title: String,
    purpose: String,
    date_from: Option<NaiveDate>,
    date_to: Option<NaiveDate>,
    date_text: String,
    place: String,
    state: ClassState,
    audience: String,
    funding_source: String,
    estimate: Option<i64>,
    document_number: String,
    document_date: Option<NaiveDate>,
    result: String,
    hosts: Vec<HostJson>,
    sessions: Vec<SessionJson>,
    preparation: Vec<PreparationJson>,
    summons: Vec<SummonsJson>,
    units: Vec<UnitJson>,
    participants: Vec<ParticipantJson>,
    agenda: Vec<AgendaJson>,
}

#[derive(Clone, Debug, Serialize)]
struct HostJson {
    name: String,
    signer: String,
    post: String,
}

#[derive(Clone, Debug, Serialize)]
struct SessionJson {
    date: Option<NaiveDate>,
    part: DayPart,
    time_from: String,
    time_to: String,
    content: String,
    speaker: String,
    hall: String,
}

#[derive(Clone, Debug, Serialize)]
struct PreparationJson {
    task: String,
    owner: String,
    due_on: Option<NaiveDate>,
    done: bool,
}

#[derive(Clone, Debug, Serialize)]
struct SummonsJson {
    unit: String,
    category: String,
    number: i64,
    names_due: Option<NaiveDate>,
}

/// A unit that was summoned or that people are from, with its counts.
#[derive(Clone, Debug, Serialize)]
struct UnitJson {
    unit: String,
    level: UnitLevel,
    summoned: i64,
    named: i64,
    missing: i64,
    names_due: Option<NaiveDate>,
    overdue: bool,
    listed: i64,
    attended: i64,
    excused: i64,
    unexcused: i64,
    certificates: i64,
}

impl From<UnitTally> for UnitJson {
    fn from(of: UnitTally) -> Self {
        let overdue = of.is_overdue(Local::now().date_naive());
        let UnitTally { name, level, due, tally, .. } = of;
        Self {
            unit: name,
            level,
            summoned: tally.summoned,
            named: tally.named,
            missing: tally.missing,
            names_due: due,
            overdue,
            listed: tally.listed,
            attended: tally.attended,
            excused: tally.excused,
            unexcused: tally.unexcused,
            certificates: tally.certificates,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
struct ParticipantJson {
    collaborator: Option<Uuid>,
    full_name: String,
    birth_year: Option<i32>,
    unit: String,
    position: String,
    phone: String,
    stand_in_for: String,
    walk_in: bool,
    certificate_number: String,
    result: String,
}

#[derive(Clone, Debug, Serialize)]
struct AgendaJson {
    kind: AgendaKind,
    content: String,
}

impl From<Class> for ClassJson {
    fn from(class: Class) -> Self {
        let units = class.by_unit().into_iter().map(UnitJson::from).collect();
        let Class { id, known, .. } = class;
        Self {
            id,
            kind: known.kind,
            title: known.title,
            purpose: known.purpose,
            date_from: known.date_from,
            date_to: known.date_to,
            date_text: known.date_text,
            place: known.place,
            state: known.state,
            audience: known.audience,
            funding_source: known.funding_source,
            estimate: known.estimate,
            document_number: known.document_number,
            document_date: known.document_date,
            result: known.result,
            hosts: known
                .hosts
                .into_iter()
                .map(|host| HostJson { name: host.name, signer: host.signer, post: host.post })
                .collect(),
            sessions: known
                .sessions
                .into_iter()
                .map(|session| SessionJson {
                    date: session.on,
                    part: session.part,
                    time_from: session.time_from,
                    time_to: session.time_to,
                    content: session.content,
                    speaker: session.speaker,
                    hall: session.hall,
                })
                .collect(),
            preparation: known
                .preparation
                .into_iter()
                .map(|task| PreparationJson {
                    task: task.task,
                    owner: task.owner,
                    due_on: task.due_on,
                    done: task.done,
                })
                .collect(),
            summons: known
                .summons
                .into_iter()
                .map(|summons| SummonsJson {
                    unit: summons.unit_name,
                    category: summons.category,
                    number: summons.number,
                    names_due: summons.names_due,
                })
                .collect(),
            units,
            participants: known.participants.into_iter().map(ParticipantJson::from).collect(),
            agenda: known
                .agenda
                .into_iter()
                .map(|point| AgendaJson { kind: point.kind, content: point.content })
                .collect(),
        }
    }
}

impl From<super::model::Participant> for ParticipantJson {
    fn from(person: super::model::Participant) -> Self {
        Self {
            collaborator: person.collaborator,
            full_name: person.full_name,
            birth_year: person.birth_year,
            unit: person.unit_name,
            position: person.post,
            phone: person.phone,
            stand_in_for: person.stand_in_for,
            walk_in: person.walk_in,
            certificate_number: person.certificate_number,
            result: person.result,
        }
    }
}

/// All classes and meetings, by date.
///
/// # Errors
/// Whatever SQLite answers.
pub fn classes(conn: &Connection) -> rusqlite::Result<Vec<Class>> {
    let mut classes = Vec::new();
    for line in store::class_lines(conn)? {
        classes.extend(store::class(conn, line.id)?);
    }
    Ok(classes)
}

/// Headings of [`row`].
pub fn headings(words: &Words) -> Vec<&str> {
    vec![
        words.training_column_kind(),
        words.training_column_title(),
        words.training_column_from(),
        words.training_column_to(),
        words.training_column_date_text(),
        words.training_column_place(),
        words.training_column_state(),
        words.training_column_audience(),
        words.training_column_people(),
        words.training_column_estimate(),
        words.training_column_document(),
        words.training_column_document_date(),
    ]
}

/// A class or meeting as cells of a sheet.
pub fn row(class: &Class, words: &Words) -> Vec<String> {
    let known = &class.known;
    let day = |day: Option<NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    vec![
        labels::kind(words, known.kind).to_owned(),
        known.title.clone(),
        day(known.date_from),
        day(known.date_to),
        known.date_text.clone(),
        known.place.clone(),
        labels::state(words, known.state).to_owned(),
        known.audience.clone(),
        known.participants.len().to_string(),
        known.estimate.map(|amount| amount.to_string()).unwrap_or_default(),
        known.document_number.clone(),
        day(known.document_date),
    ]
}
