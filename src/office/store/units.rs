//! Units that look like one. There are a few thousand of them at most: they are read whole at the first look.

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::doubles::{Finder, Kind};
use crate::office::model::{UnitFacts, like_one_unit};
use crate::text::fold;

/// All units that stand.
pub(super) struct Units<'a> {
    conn: &'a Connection,
    read: Option<Read>,
}

#[derive(Default)]
struct Read {
    facts: HashMap<Uuid, UnitFacts>,
    by_name: HashMap<String, Vec<Uuid>>,
}

impl<'a> Units<'a> {
    pub fn new(conn: &'a Connection) -> Self {
        Self { conn, read: None }
    }

    fn all(&mut self) -> rusqlite::Result<&Read> {
        let read = match self.read.take() {
            Some(read) => read,
            None => read(self.conn)?,
        };
        Ok(self.read.insert(read))
    }
}

fn read(conn: &Connection) -> rusqlite::Result<Read> {
    let mut read = Read::default();
    let mut statement = conn.prepare_cached(
        "SELECT u.id, u.name, u.level, u.parent, coalesce(p.name, '') FROM unit u LEFT JOIN unit p ON p.id = u.parent
         WHERE u.deleted = 0 AND u.valid_to IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let facts = UnitFacts {
            name: fold(row.get_ref(1)?.as_str()?.trim()),
            level: row.get(2)?,
            parent: row.get(3)?,
            parent_name: fold(row.get_ref(4)?.as_str()?.trim()),
        };
        read.by_name.entry(facts.name.clone()).or_default().push(id);
        read.facts.insert(id, facts);
    }
    Ok(read)
}

impl Finder for Units<'_> {
    const KIND: Kind = Kind::Unit;

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let all = self.all()?;
        let Some(facts) = all.facts.get(&row) else { return Ok(Vec::new()) };
        let named = all.by_name.get(&facts.name).into_iter().flatten().copied();
        Ok(named.filter(|other| *other != row && like_one_unit(facts, &all.facts[other])).collect())
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        let all = self.all()?;
        Ok(match (all.facts.get(&one), all.facts.get(&other)) {
            (Some(one), Some(other)) => like_one_unit(one, other),
            _ => false,
        })
    }
}
