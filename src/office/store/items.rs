//! Matters that may be one: found by the sketch of their words among those received about the same time.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::doubles::{Finder, Kind, is_apart};
use super::joined::Joined;
use super::people::place;
use crate::file::{Changed, value};
use crate::inbox::store::{DAY, said};
use crate::office::model::{DAYS, ItemFacts, like_one_item, numbers_in};
use crate::text::likeness::{NEARLY, Print};

/// Matters of one key that are looked at, the newest first: a phrase of every report costs nothing.
const MOST: usize = 24;
/// Matters kept read during one write, words and all: an import brings many that are compared with each other.
const KEPT: usize = 4_000;

/// Matters; what is compared of one is read once.
pub(super) struct Items<'a> {
    conn: &'a Connection,
    /// Places by their unit.
    places: HashMap<Uuid, String>,
    joined: Joined,
    /// Heads by row number; `None` has gone.
    heads: HashMap<i64, Option<Head>>,
    told: HashMap<Uuid, Rc<Told>>,
}

/// What rules most of those out that share a key.
#[derive(Clone, Copy)]
struct Head {
    item: Uuid,
    report: Uuid,
    unit: Option<Uuid>,
}

/// What is compared.
struct Told {
    facts: ItemFacts,
    doc: i64,
    unit: Option<Uuid>,
    print: Print,
}

impl<'a> Items<'a> {
    pub fn new(conn: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            conn,
            places: HashMap::new(),
            joined: Joined::read(conn, Kind::Item)?,
            heads: HashMap::new(),
            told: HashMap::new(),
        })
    }

    /// A matter as it is compared: one that was joined to another still tells what its like looks like.
    fn look(&mut self, item: Uuid) -> rusqlite::Result<Option<Rc<Told>>> {
        let told = self.told(item)?;
        if !self.joined.is_gone(item) {
            return Ok(told);
        }
        Ok(told.map(|told| {
            let facts = ItemFacts { settled: false, ..told.facts.clone() };
            Rc::new(Told { facts, doc: told.doc, unit: told.unit, print: told.print.clone() })
        }))
    }

    /// A matter and those that were joined to it.
    fn looks(&mut self, item: Uuid) -> rusqlite::Result<Vec<(Uuid, Rc<Told>)>> {
        let mut looks = Vec::new();
        if !self.joined.is_gone(item) {
            for of in std::iter::once(item).chain(self.joined.joined_to(item).to_vec()) {
                looks.extend(self.look(of)?.map(|told| (of, told)));
            }
        }
        if looks.first().is_none_or(|(first, told)| *first != item || told.facts.settled) {
            looks.clear();
        }
        Ok(looks)
    }

    fn told(&mut self, item: Uuid) -> rusqlite::Result<Option<Rc<Told>>> {
        if let Some(told) = self.told.get(&item) {
            return Ok(Some(Rc::clone(told)));
        }
        let read = self
            .conn
            .prepare_cached(
                "SELECT d.doc, d.report, d.unit, coalesce(u.name, r.unit_name), coalesce(p.name, ''), r.received_at,
                   i.triage = 'duplicate', i.title, i.body
                 FROM item_doc d JOIN item i ON i.id = d.item JOIN report r ON r.id = d.report
                   LEFT JOIN unit u ON u.id = d.unit LEFT JOIN unit p ON p.id = u.parent WHERE d.item = ?1",
            )?
            .query_row([item], |row| {
                let text = said(row.get_ref(7)?.as_str()?, row.get_ref(8)?.as_str()?);
                Ok(Told {
                    doc: row.get(0)?,
                    unit: row.get(2)?,
                    facts: ItemFacts {
                        report: row.get(1)?,
                        unit: place(row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str()?),
                        received_at: value::moment(row.get_ref(5)?.as_str()?),
                        settled: row.get(6)?,
                        numbers: numbers_in(text),
                    },
                    print: Print::of(text),
                })
            })
            .optional()?;
        let Some(told) = read.map(Rc::new) else { return Ok(None) };
        if self.told.len() >= KEPT {
            self.told.clear();
        }
        self.told.insert(item, Rc::clone(&told));
        Ok(Some(told))
    }

    fn head(&mut self, doc: i64) -> rusqlite::Result<Option<Head>> {
        if let Some(known) = self.heads.get(&doc) {
            return Ok(*known);
        }
        let head = self
            .conn
            .prepare_cached("SELECT item, report, unit FROM item_doc WHERE doc = ?1")?
            .query_row([doc], |row| Ok(Head { item: row.get(0)?, report: row.get(1)?, unit: row.get(2)? }))
            .optional()?;
        self.heads.insert(doc, head);
        Ok(head)
    }

    /// The unit and the one above it, as a matter's facts have it.
    fn place(&mut self, unit: Uuid) -> rusqlite::Result<&str> {
        if !self.places.contains_key(&unit) {
            let found: Option<String> = self
                .conn
                .prepare_cached(
                    "SELECT u.name, coalesce(p.name, '') FROM unit u LEFT JOIN unit p ON p.id = u.parent WHERE u.id = ?1",
                )?
                .query_row([unit], |row| Ok(place(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?)))
                .optional()?;
            self.places.insert(unit, found.unwrap_or_default());
        }
        Ok(self.places.get(&unit).map_or("", String::as_str))
    }

    /// Whether the words of a matter with a common key need to be compared: most come from another unit.
    fn may_be(&mut self, own: &Told, other: Head) -> rusqlite::Result<bool> {
        if other.report == own.facts.report {
            return Ok(false);
        }
        match (own.unit, other.unit) {
            (Some(one), Some(other)) if one != other => Ok(self.place(other)? == own.facts.unit),
            _ => Ok(true),
        }
    }

    /// Keeps the sketches of the matters a write touched, and adds those of touched reports, whose day or unit may be another.
    pub fn note(&mut self, changed: &Changed, touched: &mut BTreeSet<Uuid>) -> rusqlite::Result<()> {
        let mut of_report = self.conn.prepare_cached("SELECT item FROM item_doc WHERE report = ?1")?;
        for report in changed.rows("report") {
            for item in of_report.query_map([report], |row| row.get(0))? {
                touched.insert(item?);
            }
        }
        self.sketch(touched)
    }

    /// Sketches every matter anew.
    pub fn rebuild(&mut self, all: &BTreeSet<Uuid>) -> rusqlite::Result<()> {
        self.conn.execute("DELETE FROM item_band", [])?;
        self.sketch(all)
    }

    fn sketch(&mut self, items: &BTreeSet<Uuid>) -> rusqlite::Result<()> {
        let mut insert = self
            .conn
            .prepare_cached("INSERT INTO item_band (key, doc) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
        for item in items {
            if let Some(told) = self.told(*item)?.filter(|told| told.print.tells()) {
                for key in told.print.sketch() {
                    insert.execute([key, told.doc])?;
                }
            }
        }
        Ok(())
    }
}

fn alike(one: &Told, other: &Told) -> bool {
    like_one_item(&one.facts, &other.facts, one.print.share(&other.print), NEARLY)
}

impl Items<'_> {
    /// The like of one look of a matter, each by the matter that stands for it.
    fn like_look(&mut self, row: Uuid, of: Uuid, own: &Told) -> rusqlite::Result<Vec<Uuid>> {
        let window = (DAYS + 1) * DAY;
        let (from, to) = (own.doc.saturating_sub(window), own.doc.saturating_add(window));
        let mut by_key = self.conn.prepare_cached(&format!(
            "SELECT doc FROM item_band WHERE key = ?1 AND doc BETWEEN ?2 AND ?3 ORDER BY doc DESC LIMIT {MOST}"
        ))?;
        let mut seen = HashSet::new();
        let mut like = Vec::new();
        for key in own.print.sketch() {
            let mut found = by_key.query([key, from, to])?;
            while let Some(other) = found.next()? {
                let doc = other.get(0)?;
                if doc == own.doc || !seen.insert(doc) {
                    continue;
                }
                let Some(head) = self.head(doc)? else { continue };
                let stands = self.joined.root(head.item);
                if stands == row || !self.may_be(own, head)? {
                    continue;
                }
                // What it went into may be settled itself.
                let settled = stands != head.item && self.told(stands)?.is_none_or(|told| told.facts.settled);
                if !settled
                    && self.look(head.item)?.is_some_and(|other| alike(own, &other))
                    && !is_apart(self.conn, (of, head.item))?
                {
                    like.push(stands);
                }
            }
        }
        Ok(like)
    }
}

impl Finder for Items<'_> {
    const KIND: Kind = Kind::Item;

    fn root(&self, row: Uuid) -> Uuid {
        self.joined.root(row)
    }

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let mut like = BTreeSet::new();
        for (of, own) in self.looks(row)? {
            if own.print.tells() {
                like.extend(self.like_look(row, of, &own)?);
            }
        }
        Ok(like.into_iter().collect())
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        let (ones, others) = (self.looks(one)?, self.looks(other)?);
        for (a, left) in &ones {
            for (b, right) in &others {
                if alike(left, right) && !is_apart(self.conn, (*a, *b))? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
