//! What a list means for the roster that is there, decided before anything is written.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Mapping, Notice, ReadPerson, RosterImportError, RosterImported, read_workbook};
use crate::exchange::Workbook;
use crate::file::Tx;
use crate::roster::model::{
    Collaborator, KnownPerson, NewCollaborator, NewUnit, PersonIndex, PersonMatch, Sex, UnitIndex, UnitLevel,
};
use crate::roster::store;

/// What importing a list will do.
#[derive(Debug, Default)]
pub struct Plan {
    /// Units to create, under provisional ids.
    units: Vec<(Uuid, NewUnit)>,
    /// People to create, under provisional ids.
    created: Vec<Planned>,
    /// People to change.
    updated: Vec<Planned>,
    duplicates: usize,
    mappings: Vec<(String, Mapping)>,
    notices: Vec<Notice>,
}

#[derive(Debug)]
struct Planned {
    id: Uuid,
    row: u32,
    known: NewCollaborator,
}

impl Plan {
    /// What it will do, in numbers.
    pub fn counts(self) -> RosterImported {
        RosterImported {
            units: self.units.len(),
            collaborators: self.created.len(),
            updated: self.updated.len(),
            duplicates: self.duplicates,
            notices: self.notices,
        }
    }
}

/// Decides what a list means for the roster that is there.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people.
pub fn plan(
    conn: &Connection,
    workbook: &Workbook,
    mapping: Option<&Mapping>,
) -> Result<Plan, RosterImportError> {
    let remembered = remembered(conn)?;
    planned(conn, workbook, |header| mapping.or_else(|| remembered.get(header)).cloned())
}

/// What the file remembers of headers.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remembered(conn: &Connection) -> rusqlite::Result<Said> {
    let known = store::mappings(conn, "roster")?.into_iter();
    Ok(known.filter_map(|(header, json)| Some((header, serde_json::from_str(&json).ok()?))).collect())
}

/// What a person says of headers, by what each is known again by.
pub type Said = HashMap<String, Mapping>;

/// The same with what is known of each header.
///
/// # Errors
/// [`RosterImportError`] when the workbook holds no people.
pub fn planned(
    conn: &Connection,
    workbook: &Workbook,
    said: impl Fn(&str) -> Option<Mapping>,
) -> Result<Plan, RosterImportError> {
    let sheets = read_workbook(workbook, said)?;
    let mut planner = Planner {
        conn,
        units: store::unit_index(conn)?,
        people: store::person_index(conn)?,
        plan: Plan::default(),
        known: HashMap::new(),
        levels: store::units(conn)?.into_iter().map(|unit| (unit.id, unit.known.level)).collect(),
    };
    for sheet in sheets {
        planner.plan.mappings.push((sheet.fingerprint, sheet.mapping));
        planner.plan.notices.extend(sheet.notices);
        for person in sheet.people {
            planner.person(person)?;
        }
    }
    Ok(planner.plan)
}

struct Planner<'a> {
    conn: &'a Connection,
    units: UnitIndex,
    people: PersonIndex,
    plan: Plan,
    /// People of the file that rows of this list were, as they will be: row and the plan's record.
    known: HashMap<Uuid, Seen>,
    levels: HashMap<Uuid, UnitLevel>,
}

/// A person an earlier row of the list was.
#[derive(Clone, Copy)]
enum Seen {
    Created(usize),
    Updated(usize),
    Unchanged(u32),
}

impl Planner<'_> {
    fn person(&mut self, read: ReadPerson) -> Result<(), RosterImportError> {
        let ReadPerson { row, mut known, unit_name } = read;
        known.unit = self.unit(&unit_name);
        known.level = known.unit.and_then(|unit| self.levels.get(&unit)).copied().unwrap_or_default();
        let mut key = KnownPerson::of(Uuid::nil(), &known);
        match self.people.find(&key) {
            PersonMatch::Same(id) => return self.again(id, row, known, &unit_name),
            PersonMatch::Suspected(id) => {
                let other = self.name_of(id)?;
                self.plan.notices.push(Notice::Suspected { row, name: known.full_name.clone(), other });
            }
            PersonMatch::New => {}
        }
        let id = Uuid::now_v7();
        key.id = id;
        self.people.add(key);
        self.known.insert(id, Seen::Created(self.plan.created.len()));
        self.plan.created.push(Planned { id, row, known });
        Ok(())
    }

    /// A row that is somebody the roster or an earlier row knows.
    fn again(
        &mut self,
        id: Uuid,
        row: u32,
        read: NewCollaborator,
        unit_name: &str,
    ) -> Result<(), RosterImportError> {
        let seen = self.known.get(&id).copied();
        if let Some(seen) = seen {
            let (earlier, before) = match seen {
                Seen::Created(at) => (self.plan.created[at].row, Some(&mut self.plan.created[at].known)),
                Seen::Updated(at) => (self.plan.updated[at].row, Some(&mut self.plan.updated[at].known)),
                Seen::Unchanged(earlier) => (earlier, None),
            };
            if let Some(before) = before {
                second_row(before, &read, unit_name);
            }
            self.plan.duplicates += 1;
            self.plan.notices.push(Notice::SameAsRow { row, earlier, name: read.full_name });
            return Ok(());
        }
        let Some(before) = store::collaborator(self.conn, id)? else {
            return Ok(());
        };
        let after = merged(&before.known, &read);
        if after == before.known {
            self.plan.duplicates += 1;
            self.known.insert(id, Seen::Unchanged(row));
            return Ok(());
        }
        self.say_moved(row, &before, &after, unit_name);
        self.known.insert(id, Seen::Updated(self.plan.updated.len()));
        self.people.add(KnownPerson::of(id, &after));
        self.plan.updated.push(Planned { id, row, known: after });
        Ok(())
    }

    fn say_moved(&mut self, row: u32, before: &Collaborator, after: &NewCollaborator, unit_name: &str) {
        let moved = before.known.unit.is_some() && before.known.unit != after.unit;
        let new_post = !before.known.post.is_empty() && before.known.post != after.post;
        if moved || new_post {
            let unit_now = if moved { unit_name } else { &before.unit_name };
            self.plan.notices.push(Notice::Moved {
                row,
                name: after.full_name.clone(),
                from: together(&before.known.post, &before.unit_name),
                to: together(&after.post, unit_now),
            });
        }
    }

    /// Id of a unit, a provisional one for a unit that is not there yet.
    fn unit(&mut self, name: &str) -> Option<Uuid> {
        if name.is_empty() {
            return None;
        }
        if let Some(unit) = self.units.find(name) {
            return Some(unit);
        }
        let unit = NewUnit::named(name);
        let id = Uuid::now_v7();
        self.units.add(id, &unit.name, true);
        self.levels.insert(id, unit.level);
        self.plan.units.push((id, unit));
        Some(id)
    }

    fn name_of(&self, id: Uuid) -> rusqlite::Result<String> {
        if let Some(Seen::Created(at)) = self.known.get(&id) {
            return Ok(self.plan.created[*at].known.full_name.clone());
        }
        Ok(store::collaborator(self.conn, id)?.map(|person| person.known.full_name).unwrap_or_default())
    }
}

fn together(post: &str, unit: &str) -> String {
    [post, unit].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// The same person in a second row of one list: what is missing is filled in, another post is a concurrent one.
fn second_row(known: &mut NewCollaborator, read: &NewCollaborator, unit_name: &str) {
    let other_unit = read.unit.is_some() && read.unit != known.unit;
    let other_post = !read.post.is_empty() && read.post != known.post;
    if (other_unit || other_post) && known.concurrent_post.is_empty() {
        known.concurrent_post = together(&read.post, if other_unit { unit_name } else { "" });
    }
    fill(known, read);
}

/// A person of the roster after a list said something of them: gaps are filled; what differs is taken over unless the list
/// is of an earlier term.
fn merged(before: &NewCollaborator, read: &NewCollaborator) -> NewCollaborator {
    let mut after = before.clone();
    let older = matches!((before.term_to, read.term_to), (Some(known), Some(list)) if list < known);
    let concurrent = !before.concurrent_post.is_empty() && before.concurrent_post.contains(&read.post);
    if !older && !concurrent {
        take(&mut after.post, &read.post);
        if read.unit.is_some() {
            after.unit = read.unit;
        }
        take(&mut after.email, &read.email);
        take(&mut after.code, &read.code);
        take(&mut after.decision_number, &read.decision_number);
        take_day(&mut after.decision_date, read.decision_date);
        if read.term_to.is_some() {
            take(&mut after.term_text, &read.term_text);
            take_day(&mut after.term_from, read.term_from);
            take_day(&mut after.term_to, read.term_to);
        }
    }
    fill(&mut after, read);
    after
}

fn take(known: &mut String, read: &str) {
    if !read.is_empty() && !crate::text::fold(known).eq(&crate::text::fold(read)) {
        read.clone_into(known);
    }
}

fn take_day(known: &mut Option<NaiveDate>, read: Option<NaiveDate>) {
    *known = read.or(*known);
}

/// Fills what is not known yet.
fn fill(known: &mut NewCollaborator, read: &NewCollaborator) {
    let texts = [
        (&mut known.given_name, &read.given_name),
        (&mut known.post, &read.post),
        (&mut known.concurrent_post, &read.concurrent_post),
        (&mut known.email, &read.email),
        (&mut known.address, &read.address),
        (&mut known.code, &read.code),
        (&mut known.decision_number, &read.decision_number),
        (&mut known.term_text, &read.term_text),
        (&mut known.note, &read.note),
    ];
    for (text, read) in texts {
        if text.is_empty() {
            text.clone_from(read);
        }
    }
    if known.sex == Sex::Unknown {
        known.sex = read.sex;
    }
    known.birth_year = known.birth_year.or(read.birth_year);
    if known.birth_year == read.birth_year {
        known.birth_date = known.birth_date.or(read.birth_date);
    }
    known.unit = known.unit.or(read.unit);
    known.decision_date = known.decision_date.or(read.decision_date);
    known.term_from = known.term_from.or(read.term_from);
    known.term_to = known.term_to.or(read.term_to);
    known.contract_months = known.contract_months.or(read.contract_months);
    known.allowance = known.allowance.or(read.allowance);
    for phone in &read.phones {
        if !known.phones.contains(phone) {
            known.phones.push(phone.clone());
        }
    }
}

/// Writes a plan as part of a write.
///
/// # Errors
/// Whatever SQLite answers.
pub fn apply(tx: &Tx, mut plan: Plan) -> rusqlite::Result<RosterImported> {
    let mut units: HashMap<Uuid, Uuid> = HashMap::new();
    for (provisional, unit) in &plan.units {
        units.insert(*provisional, store::insert_unit(tx, unit)?);
    }
    for planned in plan.created.iter_mut().chain(&mut plan.updated) {
        if let Some(unit) = planned.known.unit {
            planned.known.unit = Some(units.get(&unit).copied().unwrap_or(unit));
        }
    }
    for planned in &plan.created {
        store::insert_collaborator(tx, &planned.known)?;
    }
    for planned in &plan.updated {
        store::update_collaborator(tx, planned.id, &planned.known)?;
    }
    for (fingerprint, mapping) in &plan.mappings {
        let json = serde_json::to_string(mapping).unwrap_or_default();
        store::remember_mapping(tx, "roster", fingerprint, &json)?;
    }
    Ok(plan.counts())
}
