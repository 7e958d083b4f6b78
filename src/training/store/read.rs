//! Reading classes and meetings.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::roster::model::{ClassAttended, NewUnit, UnitLevel};
use crate::roster::store::name_on;
use crate::training::model::{
    Absence, AgendaKind, AgendaPoint, Class, ClassKind, ClassLine, ClassState, Cost, DayPart, DueTask, Host,
    NewClass, Participant, Preparation, Repeat, Session, Summons,
};

/// All classes and meetings, by date; those with a vague date only stand at the end.
///
/// # Errors
/// Whatever SQLite answers.
pub fn class_lines(conn: &Connection) -> rusqlite::Result<Vec<ClassLine>> {
    conn.prepare_cached(
        "SELECT id, kind, title, date_from, date_to, date_text, place, state,
           (SELECT count(*) FROM participant WHERE class = class.id AND deleted = 0),
           (SELECT count(*) FROM class_preparation WHERE class = class.id AND deleted = 0 AND done = 0),
           (SELECT count(*) FROM class_preparation WHERE class = class.id AND deleted = 0), series,
           trim(result) <> ''
         FROM class WHERE deleted = 0 ORDER BY date_from IS NULL, date_from, id",
    )?
    .query_map([], |row| {
        Ok(ClassLine {
            id: row.get(0)?,
            kind: ClassKind::from_id(row.get_ref(1)?.as_str()?),
            title: row.get(2)?,
            date_from: row.get(3)?,
            date_to: row.get(4)?,
            date_text: row.get(5)?,
            place: row.get(6)?,
            state: ClassState::from_id(row.get_ref(7)?.as_str()?),
            participants: row.get(8)?,
            open_tasks: row.get(9)?,
            tasks: row.get(10)?,
            series: row.get(11)?,
            concluded: row.get(12)?,
        })
    })?
    .collect()
}

/// A class or meeting with all its parts.
///
/// # Errors
/// Whatever SQLite answers.
pub fn class(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Class>> {
    let head = conn
        .prepare_cached(
            "SELECT kind, title, purpose, date_from, date_to, date_text, place, state, audience, funding_source, estimate,
               document_number, document_date, series, repeat_rule, result, note,
               certificate_signer, certificate_from
             FROM class WHERE id = ?1 AND deleted = 0",
        )?
        .query_row([id], head)
        .optional()?;
    let Some(head) = head else { return Ok(None) };
    let known = NewClass {
        hosts: parts(conn, id, "unit, name, signer, post FROM class_host", "position, id", host)?,
        sessions: parts(
            conn,
            id,
            "id, on_date, part, time_from, time_to, content, speaker, hall FROM class_session",
            "on_date IS NULL, on_date, position, time_from, id",
            session,
        )?,
        preparation: parts(
            conn,
            id,
            "id, task, owner, due_on, done FROM class_preparation",
            "due_on IS NULL, due_on, position, id",
            preparation,
        )?,
        costs: parts(conn, id, "content, quantity, unit_cost FROM class_cost", "position, id", cost)?,
        summons: summoned(conn, id)?,
        participants: participants(conn, id)?,
        agenda: parts(conn, id, "kind, content FROM agenda_point", "position, id", agenda_point)?,
        ..head
    };
    let known = called(conn, known)?;
    Ok(Some(Class { id, known, absences: absences(conn, id)? }))
}

/// The units that were summoned, in the order papers list them.
pub(super) fn summoned(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Summons>> {
    parts(
        conn,
        class,
        // A class of before a unit was renamed summoned it by the name of then.
        &format!(
            "unit, coalesce((SELECT {} FROM unit WHERE unit.id = class_summons.unit), ''), category, number, names_due,
               coalesce((SELECT level FROM unit WHERE unit.id = class_summons.unit), '')
             FROM class_summons",
            name_on("unit", "(SELECT date_from FROM class WHERE class.id = class_summons.class)")
        ),
        "(SELECT protocol_order FROM unit WHERE unit.id = class_summons.unit), id",
        summons,
    )
}

/// The people on the list.
pub(super) fn participants(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Participant>> {
    parts(
        conn,
        class,
        "id, collaborator, full_name, birth_year, unit, unit_name, post, phone, stand_in_for, walk_in,
         certificate_number, result, coalesce((SELECT level FROM unit WHERE unit.id = participant.unit), '')
         FROM participant",
        "id",
        participant,
    )
}

/// Says of everybody on the list which unit that was summoned they come for: their own, else the nearest above it. The Party
/// committee of a commune is summoned for all that is in the commune.
pub(super) fn called(conn: &Connection, mut known: NewClass) -> rusqlite::Result<NewClass> {
    if known.summons.is_empty() {
        return Ok(known);
    }
    let mut above = conn.prepare_cached("SELECT parent FROM unit WHERE id = ?1")?;
    let mut committee = conn.prepare_cached(&format!("{COMMITTEE} AND unit.id = ?1"))?;
    let mut called: HashMap<Uuid, Uuid> = HashMap::new();
    for unit in known.summons.iter().filter_map(|one| one.unit) {
        if let Some(commune) = committee.query_row([unit], |row| row.get(0)).optional()? {
            called.entry(commune).or_insert(unit);
        }
    }
    // Who is summoned itself is not summoned by another.
    called.extend(known.summons.iter().filter_map(|one| Some((one.unit?, one.unit?))));
    let mut seen: HashMap<Uuid, Option<Uuid>> = HashMap::new();
    for person in &mut known.participants {
        let Some(unit) = person.unit else { continue };
        if let Some(of) = seen.get(&unit) {
            person.summoned_unit = *of;
            continue;
        }
        let mut at = Some(unit);
        for _ in 0..DEPTH {
            let Some(this) = at else { break };
            if called.contains_key(&this) {
                break;
            }
            at = above.query_row([this], |row| row.get(0)).optional()?.flatten();
        }
        person.summoned_unit = at.and_then(|this| called.get(&this).copied());
        seen.insert(unit, person.summoned_unit);
    }
    Ok(known)
}

/// The commune a Party committee stands for. Its tone mark is written in either place: ủy, uỷ.
pub(super) const COMMITTEE: &str =
    "SELECT unit.parent FROM unit JOIN unit AS commune ON commune.id = unit.parent
     WHERE unit.kind = 'party' AND (unit.name LIKE 'Đảng ủy %' OR unit.name LIKE 'Đảng uỷ %')
       AND commune.level = 'commune'";

/// Units above one another at most; a merge may leave a circle.
const DEPTH: usize = 12;

fn absences(conn: &Connection, class: Uuid) -> rusqlite::Result<Vec<Absence>> {
    conn.prepare_cached(
        "SELECT absence.participant, absence.session, absence.excused FROM absence
         JOIN class_session ON class_session.id = absence.session
         WHERE class_session.class = ?1 AND class_session.deleted = 0 AND absence.deleted = 0",
    )?
    .query_map([class], |row| {
        Ok(Absence { participant: row.get(0)?, session: row.get(1)?, excused: row.get(2)? })
    })?
    .collect()
}

/// Things to prepare that are not done, of classes that are still to come or were not called off, by the day they fall due.
///
/// # Errors
/// Whatever SQLite answers.
pub fn tasks_due(conn: &Connection) -> rusqlite::Result<Vec<DueTask>> {
    conn.prepare_cached(
        "SELECT class.id, class.title, task, owner, due_on FROM class_preparation
         JOIN class ON class.id = class_preparation.class
         WHERE due_on IS NOT NULL AND done = 0 AND class_preparation.deleted = 0 AND class.deleted = 0
           AND class.state NOT IN ('held', 'cancelled')
         ORDER BY due_on, class_preparation.id",
    )?
    .query_map([], |row| {
        Ok(DueTask {
            class: row.get(0)?,
            title: row.get(1)?,
            task: row.get(2)?,
            owner: row.get(3)?,
            due_on: row.get(4)?,
        })
    })?
    .collect()
}

/// Rows of a part of a class: `what` names the columns and the table, `order` the order.
fn parts<T>(
    conn: &Connection,
    class: Uuid,
    what: &str,
    order: &str,
    read: fn(&Row) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(&format!("SELECT {what} WHERE class = ?1 AND deleted = 0 ORDER BY {order}"))?
        .query_map([class], read)?
        .collect()
}

fn head(row: &Row) -> rusqlite::Result<NewClass> {
    Ok(NewClass {
        kind: ClassKind::from_id(row.get_ref(0)?.as_str()?),
        title: row.get(1)?,
        purpose: row.get(2)?,
        date_from: row.get(3)?,
        date_to: row.get(4)?,
        date_text: row.get(5)?,
        place: row.get(6)?,
        state: ClassState::from_id(row.get_ref(7)?.as_str()?),
        audience: row.get(8)?,
        funding_source: row.get(9)?,
        estimate: row.get(10)?,
        document_number: row.get(11)?,
        document_date: row.get(12)?,
        series: row.get(13)?,
        repeat_rule: Repeat::from_id(row.get_ref(14)?.as_str()?),
        result: row.get(15)?,
        note: row.get(16)?,
        certificate_signer: row.get(17)?,
        certificate_from: row.get(18)?,
        ..NewClass::default()
    })
}

fn host(row: &Row) -> rusqlite::Result<Host> {
    Ok(Host { unit: row.get(0)?, name: row.get(1)?, signer: row.get(2)?, post: row.get(3)? })
}

fn session(row: &Row) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        on: row.get(1)?,
        part: DayPart::from_id(row.get_ref(2)?.as_str()?),
        time_from: row.get(3)?,
        time_to: row.get(4)?,
        content: row.get(5)?,
        speaker: row.get(6)?,
        hall: row.get(7)?,
    })
}

fn preparation(row: &Row) -> rusqlite::Result<Preparation> {
    Ok(Preparation {
        id: row.get(0)?,
        task: row.get(1)?,
        owner: row.get(2)?,
        due_on: row.get(3)?,
        done: row.get(4)?,
    })
}

fn cost(row: &Row) -> rusqlite::Result<Cost> {
    Ok(Cost { content: row.get(0)?, quantity: row.get(1)?, unit_cost: row.get(2)? })
}

fn summons(row: &Row) -> rusqlite::Result<Summons> {
    Ok(Summons {
        unit: row.get(0)?,
        unit_name: row.get(1)?,
        category: row.get(2)?,
        number: row.get(3)?,
        names_due: row.get(4)?,
        level: UnitLevel::from_id(row.get_ref(5)?.as_str()?),
    })
}

fn participant(row: &Row) -> rusqlite::Result<Participant> {
    let unit: Option<Uuid> = row.get(4)?;
    let unit_name: String = row.get(5)?;
    // Who is from elsewhere is told apart by the name of the unit.
    let level = match unit {
        Some(_) => UnitLevel::from_id(row.get_ref(12)?.as_str()?),
        None => NewUnit::named(&unit_name).level,
    };
    Ok(Participant {
        level,
        summoned_unit: None,
        id: row.get(0)?,
        collaborator: row.get(1)?,
        full_name: row.get(2)?,
        birth_year: row.get(3)?,
        unit,
        unit_name,
        post: row.get(6)?,
        phone: row.get(7)?,
        stand_in_for: row.get(8)?,
        walk_in: row.get(9)?,
        certificate_number: row.get(10)?,
        result: row.get(11)?,
    })
}

fn agenda_point(row: &Row) -> rusqlite::Result<AgendaPoint> {
    Ok(AgendaPoint { kind: AgendaKind::from_id(row.get_ref(0)?.as_str()?), content: row.get(1)? })
}

/// The class with this title and first day, if there is one: a list of the same class is added to it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn class_by_title(
    conn: &Connection,
    title: &str,
    date_from: Option<chrono::NaiveDate>,
) -> rusqlite::Result<Option<Uuid>> {
    let wanted = crate::text::fold(title);
    let mut statement = conn.prepare_cached("SELECT id, title, date_from FROM class WHERE deleted = 0")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let day: Option<chrono::NaiveDate> = row.get(2)?;
        let day_fits = date_from.is_none() || day.is_none() || day == date_from;
        if day_fits && crate::text::fold(row.get_ref(1)?.as_str()?) == wanted {
            return row.get(0).map(Some);
        }
    }
    Ok(None)
}

/// Classes a collaborator took part in, newest first, for the card.
///
/// # Errors
/// Whatever SQLite answers.
pub fn classes_of(conn: &Connection, collaborator: Uuid) -> rusqlite::Result<Vec<ClassAttended>> {
    conn.prepare_cached(
        "SELECT DISTINCT class.id, class.title, class.date_from FROM participant
         JOIN class ON class.id = participant.class
         WHERE participant.collaborator = ?1 AND participant.deleted = 0 AND class.deleted = 0
         ORDER BY class.date_from DESC",
    )?
    .query_map([collaborator], |row| {
        Ok(ClassAttended { class: row.get(0)?, title: row.get(1)?, on: row.get(2)? })
    })?
    .collect()
}
