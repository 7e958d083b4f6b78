//! Collaborators who look like one person: found by phone and by name.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::doubles::{Finder, Kind};
use crate::office::model::{PersonFacts, like_one_person};
use crate::roster::model::name_key;
use crate::text::fold;

/// People, each read once.
pub(super) struct People<'a> {
    conn: &'a Connection,
    known: HashMap<Uuid, Option<PersonFacts>>,
}

impl<'a> People<'a> {
    pub fn new(conn: &'a Connection) -> Self {
        Self { conn, known: HashMap::new() }
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

impl Finder for People<'_> {
    const KIND: Kind = Kind::Person;

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let Some(facts) = self.facts(row)? else { return Ok(Vec::new()) };
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
        let mut like = Vec::new();
        for other in others {
            if self.facts(other)?.is_some_and(|other| like_one_person(&facts, &other)) {
                like.push(other);
            }
        }
        Ok(like)
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        Ok(match (self.facts(one)?, self.facts(other)?) {
            (Some(one), Some(other)) => like_one_person(&one, &other),
            _ => false,
        })
    }
}
