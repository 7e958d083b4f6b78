//! Matters that may be one: found by the sketch of their words among those received about the same time.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::doubles::{Finder, Kind};
use super::people::place;
use crate::file::{Changed, value};
use crate::inbox::store::{DAY, said};
use crate::office::model::{DAYS, ItemFacts, like_one_item, numbers_in};
use crate::text::likeness::{NEARLY, Print};

/// Matters of one key that are looked at, the newest first: a phrase of every report costs nothing.
const MOST: usize = 24;

/// Matters; a unit's place is read once.
pub(super) struct Items<'a> {
    conn: &'a Connection,
    places: HashMap<Uuid, String>,
}

/// What is compared.
struct Told {
    facts: ItemFacts,
    doc: i64,
    unit: Option<Uuid>,
    print: Print,
}

impl<'a> Items<'a> {
    pub fn new(conn: &'a Connection) -> Self {
        Self { conn, places: HashMap::new() }
    }

    fn told(&self, item: Uuid) -> rusqlite::Result<Option<Told>> {
        self.conn
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
            .optional()
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
}

fn alike(one: &Told, other: &Told) -> bool {
    like_one_item(&one.facts, &other.facts, one.print.share(&other.print), NEARLY)
}

impl Finder for Items<'_> {
    const KIND: Kind = Kind::Item;

    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>> {
        let Some(own) = self.told(row)?.filter(|own| own.print.tells() && !own.facts.settled) else {
            return Ok(Vec::new());
        };
        let window = (DAYS + 1) * DAY;
        let mut by_key = self.conn.prepare_cached(&format!(
            "SELECT d.item, d.unit FROM item_band b JOIN item_doc d ON d.doc = b.doc
             WHERE b.key = ?1 AND b.doc BETWEEN ?2 AND ?3 AND d.report <> ?4 ORDER BY b.doc DESC LIMIT {MOST}"
        ))?;
        let mut seen = BTreeSet::new();
        let mut like = Vec::new();
        for key in own.print.sketch() {
            let from = own.doc.saturating_sub(window);
            let to = own.doc.saturating_add(window);
            let mut found = by_key.query(params![key, from, to, own.facts.report])?;
            while let Some(other) = found.next()? {
                let (item, unit): (Uuid, Option<Uuid>) = (other.get(0)?, other.get(1)?);
                // Most of what shares a key came from another unit: its text need not be read.
                let elsewhere = unit.is_some()
                    && own.unit.is_some()
                    && unit != own.unit
                    && self.place(unit.unwrap_or_default())? != own.facts.unit;
                if elsewhere || !seen.insert(item) {
                    continue;
                }
                if self.told(item)?.is_some_and(|other| alike(&own, &other)) {
                    like.push(item);
                }
            }
        }
        Ok(like)
    }

    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool> {
        Ok(match (self.told(one)?, self.told(other)?) {
            (Some(one), Some(other)) => alike(&one, &other),
            _ => false,
        })
    }
}

/// Keeps the sketches of the matters a write touched, and adds those of touched reports, whose day or unit may be another.
pub(super) fn note(
    conn: &Connection,
    changed: &Changed,
    touched: &mut BTreeSet<Uuid>,
) -> rusqlite::Result<()> {
    let mut of_report = conn.prepare_cached("SELECT item FROM item_doc WHERE report = ?1")?;
    for report in changed.rows("report") {
        for item in of_report.query_map([report], |row| row.get(0))? {
            touched.insert(item?);
        }
    }
    let mut read = conn.prepare_cached(
        "SELECT d.doc, i.title, i.body FROM item_doc d JOIN item i ON i.id = d.item WHERE d.item = ?1",
    )?;
    for item in &*touched {
        let mut rows = read.query([item])?;
        if let Some(row) = rows.next()? {
            sketch(conn, row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?)?;
        }
    }
    Ok(())
}

/// Sketches every matter anew.
pub(super) fn rebuild(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM item_band", [])?;
    let mut read =
        conn.prepare("SELECT d.doc, i.title, i.body FROM item_doc d JOIN item i ON i.id = d.item")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        sketch(conn, row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?)?;
    }
    Ok(())
}

fn sketch(conn: &Connection, doc: i64, title: &str, body: &str) -> rusqlite::Result<()> {
    let print = Print::of(said(title, body));
    if !print.tells() {
        return Ok(());
    }
    let mut insert =
        conn.prepare_cached("INSERT INTO item_band (key, doc) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
    for key in print.sketch() {
        insert.execute([key, doc])?;
    }
    Ok(())
}
