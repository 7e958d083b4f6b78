//! Collaborators who look like one person: found by phone and by name.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::doubles::{Finder, Kind, is_apart};
use super::joined::Joined;
use crate::office::model::{PersonFacts, like_one_person};
use crate::roster::model::{name_key, spelling_key};
use crate::text::fold;

/// People, each read once.
pub(super) struct People<'a> {
    conn: &'a Connection,
    known: HashMap<Uuid, Option<PersonFacts>>,
    joined: Joined,
    /// Those who were joined to others, by name and by phone: they are on no list any more.
    gone: HashMap<String, Vec<Uuid>>,
}

impl<'a> People<'a> {
    pub fn new(conn: &'a Connection) -> rusqlite::Result<Self> {
        let joined = Joined::read(conn, Kind::Person)?;
        let mut gone: HashMap<String, Vec<Uuid>> = HashMap::new();
        let mut known = HashMap::new();
        for (row, _) in joined.all() {
            let facts = facts_of_gone(conn, row)?;
            for key in facts.iter().flat_map(keys) {
                gone.entry(key).or_default().push(row);
            }
            known.insert(row, facts);
        }
        Ok(Self { conn, known, joined, gone })
    }

    /// What a person looks like: by their own card, and by those that were joined to it.
    fn looks(&mut self, row: Uuid) -> rusqlite::Result<Vec<(Uuid, PersonFacts)>> {
        let mut looks = Vec::new();
        if self.joined.is_gone(row) {
            return Ok(looks);
        }
        for of in std::iter::once(row).chain(self.joined.joined_to(row).to_vec()) {
            looks.extend(self.facts(of)?.map(|facts| (of, facts)));
        }
        if looks.first().is_none_or(|(first, _)| *first != row) {
            looks.clear();
        }
        Ok(looks)
    }

    fn facts(&mut self, row: Uuid) -> rusqlite::Result<Option<PersonFacts>> {
        if let Some(known) = self.known.get(&row) {
            return Ok(known.clone());
        }
        let read = facts(self.conn, row)?;
        self.known.insert(row, read.clone());
        Ok(read)
    }
}

fn facts(conn: &Connection, row: Uuid) -> rusqlite::Result<Option<PersonFacts>> {
    let found = conn
        .prepare_cached(
            "SELECT c.full_name, k.folded, c.birth_year, coalesce(u.name, ''), coalesce(p.name, '') FROM collaborator c
             JOIN collaborator_key k ON k.collaborator = c.id LEFT JOIN unit u ON u.id = c.unit
             LEFT JOIN unit p ON p.id = u.parent WHERE c.id = ?1 AND c.deleted = 0",
        )?
        .query_row([row], |row| {
            Ok(PersonFacts {
                name: name_key(row.get_ref(0)?.as_str()?),
                folded: row.get(1)?,
                birth_year: row.get(2)?,
                unit: place(row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str()?),
                phones: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut facts) = found else { return Ok(None) };
    facts.phones = conn
        .prepare_cached("SELECT number FROM collaborator_phone WHERE collaborator = ?1 AND deleted = 0")?
        .query_map([row], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(facts))
}

/// A unit by its name and that of the unit above it: two files founded apart have two rows for one unit. Empty for none.
pub(super) fn place(unit: &str, parent: &str) -> String {
    if unit.trim().is_empty() { String::new() } else { fold(&format!("{}|{}", unit.trim(), parent.trim())) }
}

/// What a person who was joined to another is found by.
fn keys(facts: &PersonFacts) -> impl Iterator<Item = String> {
    facts.phones.iter().cloned().chain(std::iter::once(facts.folded.clone())).filter(|key| !key.is_empty())
}

/// What somebody who was joined to another looked like; their phones went over.
fn facts_of_gone(conn: &Connection, row: Uuid) -> rusqlite::Result<Option<PersonFacts>> {
    let found = conn
        .prepare_cached(
            "SELECT c.full_name, c.birth_year, coalesce(u.name, ''), coalesce(p.name, '') FROM collaborator c
             LEFT JOIN unit u ON u.id = c.unit LEFT JOIN unit p ON p.id = u.parent WHERE c.id = ?1",
        )?
        .query_row([row], |row| {
            let name = row.get_ref(0)?.as_str()?;
            Ok(PersonFacts {
                name: name_key(name),
                folded: spelling_key(name),
                birth_year: row.get(1)?,
                unit: place(row.get_ref(2)?.as_str()?, row.get_ref(3)?.as_str()?),
                phones: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut facts) = found else { return Ok(None) };
    facts.phones = conn
        .prepare_cached("SELECT DISTINCT number FROM collaborator_phone WHERE collaborator = ?1")?
        .query_map([row], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(facts))
}

impl People<'_> {
    /// Who may be the person that looks like this: on the list, or joined to somebody on it.
    fn candidates(&self, row: Uuid, facts: &PersonFacts) -> rusqlite::Result<BTreeSet<Uuid>> {
        let mut others = BTreeSet::new();
        let mut by_phone = self.conn.prepare_cached(
            "SELECT collaborator FROM collaborator_phone WHERE number = ?1 AND deleted = 0 AND collaborator <> ?2",
        )?;
        for phone in &facts.phones {
            for other in by_phone.query_map((phone, row), |row| row.get(0))? {
                others.insert(other?);
            }
        }
        let mut by_name = self.conn.prepare_cached(
            "SELECT collaborator FROM collaborator_key WHERE folded = ?1 AND folded <> '' AND collaborator <> ?2",
        )?;
        for other in by_name.query_map((&facts.folded, row), |row| row.get(0))? {
            others.insert(other?);
        }
        for gone in keys(facts).filter_map(|key| self.gone.get(&key)).flatten() {
            others.insert(self.joined.root(*gone));
        }
        others.remove(&row);
        Ok(others)
    }
}

impl Finder for People<'_> {
    const KIND: Kind = Kind::Person;

    fn root(&self, row: Uuid) -> Uuid {
        self.joined.root(row)
    }

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let mut others = BTreeSet::new();
        for (_, facts) in self.looks(row)? {
            others.extend(self.candidates(row, &facts)?);
        }
        let mut like = Vec::new();
        for other in others {
            if self.are_alike(row, other)? {
                like.push(other);
            }
        }
        Ok(like)
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        let (ones, others) = (self.looks(one)?, self.looks(other)?);
        for (a, left) in &ones {
            for (b, right) in &others {
                if like_one_person(left, right) && !is_apart(self.conn, (*a, *b))? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
