//! Units that look like one. There are a few thousand of them at most: they are read whole at the first look.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;
use uuid::Uuid;

use super::doubles::{Finder, Kind, is_apart};
use super::joined::Joined;
use crate::office::model::{UnitFacts, like_one_unit};
use crate::text::fold;

/// All units that stand.
pub(super) struct Units<'a> {
    conn: &'a Connection,
    read: Option<Read>,
    joined: Joined,
}

#[derive(Default)]
struct Read {
    facts: HashMap<Uuid, UnitFacts>,
    by_name: HashMap<String, Vec<Uuid>>,
}

impl<'a> Units<'a> {
    pub fn new(conn: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self { conn, read: None, joined: Joined::read(conn, Kind::Unit)? })
    }

    fn all(&mut self) -> rusqlite::Result<&Read> {
        let read = match self.read.take() {
            Some(read) => read,
            None => read(self.conn, &self.joined)?,
        };
        Ok(self.read.insert(read))
    }
}

/// The units that stand, and those that were joined to others.
fn read(conn: &Connection, joined: &Joined) -> rusqlite::Result<Read> {
    let mut read = Read::default();
    let mut statement = conn.prepare_cached(
        "SELECT u.id, u.name, u.level, u.parent, coalesce(p.name, ''), u.deleted FROM unit u
           LEFT JOIN unit p ON p.id = u.parent WHERE u.valid_to IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if row.get(5)? && !joined.is_gone(id) {
            continue;
        }
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

impl Units<'_> {
    /// A unit and those that were joined to it; nothing for one that does not stand.
    fn looks(&self, row: Uuid) -> Vec<Uuid> {
        if self.joined.is_gone(row) {
            return Vec::new();
        }
        std::iter::once(row).chain(self.joined.joined_to(row).iter().copied()).collect()
    }
}

impl Finder for Units<'_> {
    const KIND: Kind = Kind::Unit;

    fn root(&self, row: Uuid) -> Uuid {
        self.joined.root(row)
    }

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let mut others = BTreeSet::new();
        let looks = self.looks(row);
        let all = self.all()?;
        for facts in looks.iter().filter_map(|look| all.facts.get(look)) {
            others.extend(all.by_name.get(&facts.name).into_iter().flatten().copied());
        }
        let mut like = BTreeSet::new();
        for other in others {
            let other = self.joined.root(other);
            if other != row && self.are_alike(row, other)? {
                like.insert(other);
            }
        }
        Ok(like.into_iter().collect())
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        let (ones, others) = (self.looks(one), self.looks(other));
        let conn = self.conn;
        let all = self.all()?;
        if !all.facts.contains_key(&one) || !all.facts.contains_key(&other) {
            return Ok(false);
        }
        for a in &ones {
            for b in &others {
                let alike = match (all.facts.get(a), all.facts.get(b)) {
                    (Some(left), Some(right)) => like_one_unit(left, right),
                    _ => false,
                };
                if alike && !is_apart(conn, (*a, *b))? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
