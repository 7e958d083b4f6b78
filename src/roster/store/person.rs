//! Collaborators: entering, changing, knowing again.

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::parts;
use crate::file::Tx;
use crate::roster::model::{
    Collaborator, KnownPerson, NewCollaborator, PersonIndex, Sex, Status, UnitLevel, name_key, phones_in,
    without_title,
};
use crate::text::{NameOrder, name_sort_key};

/// Columns of a collaborator in the order [`read`] takes them.
const COLUMNS: &str = "collaborator.id, full_name, given_name, sex, birth_year, birth_date, collaborator.unit, post, \
     concurrent_post, collaborator.level, email, address, code, decision_number, decision_date, term_from, term_to, \
     term_text, contract_months, status, allowance, collaborator.note, coalesce(unit.name, '')";

fn read(row: &Row) -> rusqlite::Result<Collaborator> {
    Ok(Collaborator {
        id: row.get(0)?,
        known: NewCollaborator {
            full_name: row.get(1)?,
            given_name: row.get(2)?,
            sex: Sex::from_id(row.get_ref(3)?.as_str()?),
            birth_year: row.get(4)?,
            birth_date: row.get(5)?,
            unit: row.get(6)?,
            post: row.get(7)?,
            concurrent_post: row.get(8)?,
            level: UnitLevel::from_id(row.get_ref(9)?.as_str()?),
            email: row.get(10)?,
            phones: Vec::new(),
            address: row.get(11)?,
            code: row.get(12)?,
            decision_number: row.get(13)?,
            decision_date: row.get(14)?,
            term_from: row.get(15)?,
            term_to: row.get(16)?,
            term_text: row.get(17)?,
            contract_months: row.get(18)?,
            status: Status::from_id(row.get_ref(19)?.as_str()?),
            allowance: row.get(20)?,
            note: row.get(21)?,
            topics: Vec::new(),
            commendations: Vec::new(),
        },
        unit_name: row.get(22)?,
        decisions: Vec::new(),
    })
}

/// One collaborator with phones and all that hangs on it.
///
/// # Errors
/// Whatever SQLite answers.
pub fn collaborator(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Collaborator>> {
    let found = conn
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM collaborator LEFT JOIN unit ON unit.id = collaborator.unit
             WHERE collaborator.id = ?1 AND collaborator.deleted = 0"
        ))?
        .query_row([id], read)
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.known.phones = phones(conn, id)?;
    found.known.topics = parts::topics(conn, id)?;
    found.known.commendations = parts::commendations(conn, id)?;
    found.decisions = parts::decisions(conn, id)?;
    Ok(Some(found))
}

/// Phones of a collaborator, the main one first.
fn phones(conn: &Connection, id: Uuid) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached(
        "SELECT number FROM collaborator_phone WHERE collaborator = ?1 AND deleted = 0
         GROUP BY number ORDER BY min(position), number",
    )?
    .query_map([id], |row| row.get(0))?
    .collect()
}

/// Enters a collaborator with phones.
///
/// # Errors
/// Whatever SQLite answers.
pub fn insert_collaborator(tx: &Tx, person: &NewCollaborator) -> rusqlite::Result<Uuid> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO collaborator (id, full_name, given_name, sex, birth_year, birth_date, unit, post, concurrent_post,
           level, email, address, code, decision_number, decision_date, term_from, term_to, term_text, contract_months,
           status, allowance, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    )?
    .execute(fields(&id, person, &identifiers(person)).as_slice())?;
    set_parts(tx, id, person)?;
    Ok(id)
}

/// Writes what is known of a collaborator; only fields that changed are logged.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_collaborator(tx: &Tx, id: Uuid, person: &NewCollaborator) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE collaborator SET full_name = ?2, given_name = ?3, sex = ?4, birth_year = ?5, birth_date = ?6, unit = ?7,
           post = ?8, concurrent_post = ?9, level = ?10, email = ?11, address = ?12, code = ?13, decision_number = ?14,
           decision_date = ?15, term_from = ?16, term_to = ?17, term_text = ?18, contract_months = ?19, status = ?20,
           allowance = ?21, note = ?22
         WHERE id = ?1",
    )?
    .execute(fields(&id, person, &identifiers(person)).as_slice())?;
    set_parts(tx, id, person)
}

fn set_parts(tx: &Tx, id: Uuid, person: &NewCollaborator) -> rusqlite::Result<()> {
    set_phones(tx, id, &person.phones)?;
    parts::set_topics(tx, id, &person.topics)?;
    parts::set_commendations(tx, id, &person.commendations)
}

/// Identifiers of the enumerations: sex, level, status.
fn identifiers(person: &NewCollaborator) -> [&'static str; 3] {
    [person.sex.id(), person.level.id(), person.status.id()]
}

/// Values of the statements above, in their order.
fn fields<'a>(
    id: &'a Uuid,
    person: &'a NewCollaborator,
    [sex, level, status]: &'a [&'static str; 3],
) -> [&'a dyn rusqlite::ToSql; 22] {
    [
        id,
        &person.full_name,
        &person.given_name,
        sex,
        &person.birth_year,
        &person.birth_date,
        &person.unit,
        &person.post,
        &person.concurrent_post,
        level,
        &person.email,
        &person.address,
        &person.code,
        &person.decision_number,
        &person.decision_date,
        &person.term_from,
        &person.term_to,
        &person.term_text,
        &person.contract_months,
        status,
        &person.allowance,
        &person.note,
    ]
}

/// Makes `numbers` the phones of a collaborator, the first the main one. Numbers that are taken off are marked deleted.
///
/// The id of such a row is no hash of its ends like that of other links: an id outlives an erasure, and nine unknown digits
/// are soon tried. A number that was known before is the row it was; one that two copies added stands twice and shows once.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_phones(tx: &Tx, id: Uuid, numbers: &[String]) -> rusqlite::Result<()> {
    let mut had: Vec<(Uuid, String, bool)> = tx
        .prepare_cached(
            "SELECT id, number, deleted FROM collaborator_phone WHERE collaborator = ?1 ORDER BY deleted, id",
        )?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (position, number) in (0_i64..).zip(numbers) {
        if let Some(place) = had.iter().position(|(_, known, _)| known == number) {
            let (row, ..) = had.remove(place);
            tx.prepare_cached("UPDATE collaborator_phone SET deleted = 0, position = ?2 WHERE id = ?1")?
                .execute(params![row, position])?;
        } else {
            tx.prepare_cached(
                "INSERT INTO collaborator_phone (id, collaborator, number, position) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![tx.new_id(), id, number, position])?;
        }
    }
    for (gone, ..) in had.iter().filter(|(.., deleted)| !deleted) {
        tx.prepare_cached("UPDATE collaborator_phone SET deleted = 1 WHERE id = ?1")?.execute([gone])?;
    }
    Ok(())
}

/// Everybody on the roster by name, phone and e-mail, for knowing the people of a whole list again.
///
/// # Errors
/// Whatever SQLite answers.
pub fn person_index(conn: &Connection) -> rusqlite::Result<PersonIndex> {
    let mut phones: std::collections::HashMap<Uuid, Vec<String>> = std::collections::HashMap::new();
    let mut statement =
        conn.prepare_cached("SELECT collaborator, number FROM collaborator_phone WHERE deleted = 0")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        phones.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut index = PersonIndex::default();
    let mut statement = conn.prepare_cached(
        "SELECT id, full_name, birth_year, birth_date, unit, email FROM collaborator WHERE deleted = 0",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        index.add(KnownPerson {
            id,
            name: name_key(row.get_ref(1)?.as_str()?),
            birth_year: row.get(2)?,
            birth_date: row.get(3)?,
            unit: row.get(4)?,
            email: row.get_ref(5)?.as_str()?.to_lowercase(),
            phones: phones.remove(&id).unwrap_or_default(),
        });
    }
    Ok(index)
}

/// The collaborator somebody who handed in a report is: by phone or e-mail with the name not against it, else by name
/// and unit, else by a name only one person bears. Empty texts say nothing.
///
/// # Errors
/// Whatever SQLite answers.
pub fn match_collaborator(
    conn: &Connection,
    name: &str,
    unit: Option<Uuid>,
    email: &str,
    phone: &str,
) -> rusqlite::Result<Option<Uuid>> {
    let name = without_title(name);
    let candidates = by_contact(conn, email, phone)?;
    let fitting: Vec<Uuid> = candidates
        .iter()
        .filter(|(_, known)| name.is_empty() || crate::text::fold(known) == crate::text::fold(name))
        .map(|&(id, _)| id)
        .collect();
    if let [only] = fitting.as_slice() {
        return Ok(Some(*only));
    }
    if name.is_empty() {
        return Ok(None);
    }
    // The sort key tells names apart and nothing else, so the index on it finds a name.
    let namesakes: Vec<(Uuid, Option<Uuid>)> = conn
        .prepare_cached(
            "SELECT collaborator.id, collaborator.unit FROM collaborator_key
             JOIN collaborator ON collaborator.id = collaborator_key.collaborator
             WHERE collaborator_key.given_first = ?1 AND collaborator.deleted = 0",
        )?
        .query_map([name_sort_key(name, "", NameOrder::GivenFirst)], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let in_unit: Vec<Uuid> =
        namesakes.iter().filter(|(_, of)| unit.is_some() && *of == unit).map(|&(id, _)| id).collect();
    Ok(match (in_unit.as_slice(), namesakes.as_slice()) {
        ([only], _) => Some(*only),
        ([], [(only, of)]) if unit.is_none() || of.is_none() || of == &unit => Some(*only),
        ([], [(only, _)]) if fitting.contains(only) => Some(*only),
        _ => None,
    })
}

/// People with this e-mail or phone, each once.
fn by_contact(conn: &Connection, email: &str, phone: &str) -> rusqlite::Result<Vec<(Uuid, String)>> {
    let mut found: Vec<(Uuid, String)> = Vec::new();
    let mut keep = |row: (Uuid, String)| {
        if !found.contains(&row) {
            found.push(row);
        }
    };
    for number in phones_in(phone).numbers {
        conn.prepare_cached(
            "SELECT collaborator.id, full_name FROM collaborator_phone
             JOIN collaborator ON collaborator.id = collaborator_phone.collaborator
             WHERE number = ?1 AND collaborator_phone.deleted = 0 AND collaborator.deleted = 0",
        )?
        .query_map([number], |row| Ok((row.get(0)?, row.get(1)?)))?
        .try_for_each(|row| row.map(&mut keep))?;
    }
    let email = email.trim();
    if !email.is_empty() {
        conn.prepare_cached(
            "SELECT id, full_name FROM collaborator WHERE lower(email) = lower(?1) AND deleted = 0",
        )?
        .query_map([email], |row| Ok((row.get(0)?, row.get(1)?)))?
        .try_for_each(|row| row.map(&mut keep))?;
    }
    Ok(found)
}
