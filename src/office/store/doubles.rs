//! The list of suspected doubles: derived, and brought up to date with every write from the rows it touched. What a person
//! said of a pair stands in `pair_verdict` and travels with the file.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde_json::json;
use uuid::Uuid;

use super::items::Items;
use super::people::People;
use super::units::Units;
use crate::file::{Changed, FileError, Tx, link_id, schema};

/// Touched rows whose pairs are looked for one by one, without taking every pair of the file apart.
const FEW: usize = 8;

/// What may stand in the file twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A collaborator.
    Person,
    /// A unit.
    Unit,
    /// A matter.
    Item,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Unit, Self::Item];

    /// What the list of decisions calls it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "double_person",
            Self::Unit => "double_unit",
            Self::Item => "double_item",
        }
    }

    /// Its table.
    pub fn table(self) -> &'static str {
        match self {
            Self::Person => "collaborator",
            Self::Unit => "unit",
            Self::Item => "item",
        }
    }

    /// The kind whose rows stand in a table.
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.table() == table)
    }
}

/// Finds the like of a row of one kind.
pub(super) trait Finder {
    /// What it looks for.
    const KIND: Kind;
    /// Rows that may be the same as this one, each looked at already.
    fn like(&mut self, row: Uuid) -> rusqlite::Result<Vec<Uuid>>;
    /// The row that stands for one that was joined to another.
    fn root(&self, row: Uuid) -> Uuid;
    /// True when two rows still look like one.
    fn are_alike(&mut self, one: Uuid, other: Uuid) -> rusqlite::Result<bool>;
}

/// Brings the list up to date for what a write touched.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_doubles(conn: &Connection, changed: &Changed) -> rusqlite::Result<()> {
    let mut touched = [people_of(conn, changed)?, units_of(conn, changed)?, rows_of(changed, "item")];
    let mut matters = Items::new(conn)?;
    matters.note(changed, &mut touched[2])?;
    for verdict in changed.rows("pair_verdict") {
        let (one, other, kind): (Uuid, Uuid, String) = conn
            .prepare_cached("SELECT one, other, kind FROM pair_verdict WHERE id = ?1")?
            .query_row([verdict], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        if let Some(at) = Kind::ALL.iter().position(|known| known.table() == kind) {
            touched[at].extend([one, other]);
        }
    }
    let [people, units, items] = touched;
    if !people.is_empty() {
        ask(conn, &mut People::new(conn)?, &people)?;
    }
    if !units.is_empty() {
        ask(conn, &mut Units::new(conn)?, &units)?;
    }
    ask(conn, &mut matters, &items)
}

/// How many pairs of a kind wait for somebody to say whether they are one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn waiting(conn: &Connection, kind: Kind) -> rusqlite::Result<usize> {
    let count: i64 = conn
        .prepare_cached("SELECT count(*) FROM decision WHERE kind = ?1")?
        .query_row([kind.id()], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Looks for all of them anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn rebuild_doubles(conn: &Connection) -> rusqlite::Result<()> {
    for kind in Kind::ALL {
        conn.execute("DELETE FROM decision WHERE kind = ?1", [kind.id()])?;
    }
    let all = |sql: &str| -> rusqlite::Result<BTreeSet<Uuid>> {
        conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    ask(conn, &mut People::new(conn)?, &all("SELECT id FROM collaborator WHERE deleted = 0")?)?;
    ask(conn, &mut Units::new(conn)?, &all("SELECT id FROM unit WHERE deleted = 0")?)?;
    let items = all("SELECT item FROM item_doc")?;
    let mut matters = Items::new(conn)?;
    matters.rebuild(&items)?;
    ask(conn, &mut matters, &items)
}

fn rows_of(changed: &Changed, table: &str) -> BTreeSet<Uuid> {
    changed.rows(table).iter().copied().collect()
}

fn people_of(conn: &Connection, changed: &Changed) -> rusqlite::Result<BTreeSet<Uuid>> {
    let mut people = rows_of(changed, "collaborator");
    let mut owner = conn.prepare_cached("SELECT collaborator FROM collaborator_phone WHERE id = ?1")?;
    for phone in changed.rows("collaborator_phone") {
        for person in owner.query_map([phone], |row| row.get(0))? {
            people.insert(person?);
        }
    }
    // A person is known by the unit and the one above it: another name or another place of a unit is another look of its people.
    let mut of_unit = conn.prepare_cached(
        "SELECT id FROM collaborator WHERE deleted = 0 AND (unit = ?1 OR unit IN (SELECT id FROM unit WHERE parent = ?1))",
    )?;
    for unit in changed.rows("unit") {
        for person in of_unit.query_map([unit], |row| row.get(0))? {
            people.insert(person?);
        }
    }
    Ok(people)
}

/// Units that were touched, and those below them, which are known by them.
fn units_of(conn: &Connection, changed: &Changed) -> rusqlite::Result<BTreeSet<Uuid>> {
    let mut units = rows_of(changed, "unit");
    let mut below = conn.prepare_cached("SELECT id FROM unit WHERE parent = ?1 AND deleted = 0")?;
    for unit in changed.rows("unit") {
        for unit in below.query_map([unit], |row| row.get(0))? {
            units.insert(unit?);
        }
    }
    Ok(units)
}

fn ask<F: Finder>(conn: &Connection, finder: &mut F, touched: &BTreeSet<Uuid>) -> rusqlite::Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    let mut open = BTreeSet::new();
    for (id, pair) in asked(conn, F::KIND, touched)? {
        if touched.contains(&pair.0) || touched.contains(&pair.1) {
            if finder.are_alike(pair.0, pair.1)? && !is_apart(conn, pair)? {
                open.insert(pair);
            } else {
                conn.prepare_cached("DELETE FROM decision WHERE id = ?1")?.execute([id])?;
            }
        }
    }
    // Who touches a row that was joined to another touches the one that stands for it.
    let rows: BTreeSet<Uuid> = touched.iter().map(|row| finder.root(*row)).collect();
    for row in rows {
        for other in finder.like(row)? {
            let pair = ordered(row, other);
            if open.insert(pair) && !is_apart(conn, pair)? {
                put(conn, F::KIND, pair)?;
            }
        }
    }
    Ok(())
}

/// The pairs of a kind that are asked about: those of a row when few were touched, as with every key that decides, else all.
fn asked(
    conn: &Connection,
    kind: Kind,
    touched: &BTreeSet<Uuid>,
) -> rusqlite::Result<BTreeMap<Uuid, (Uuid, Uuid)>> {
    let mut pairs = BTreeMap::new();
    let mut take = |rows: &mut rusqlite::Rows| {
        while let Some(row) = rows.next()? {
            if let Ok(pair) = serde_json::from_str(row.get_ref(1)?.as_str()?) {
                pairs.insert(row.get(0)?, pair);
            }
        }
        Ok::<_, rusqlite::Error>(())
    };
    if touched.len() > FEW {
        take(
            &mut conn.prepare_cached("SELECT id, heads FROM decision WHERE kind = ?1")?.query([kind.id()])?,
        )?;
        return Ok(pairs);
    }
    // By index; the kind is looked at afterwards, or the planner would read all of a kind.
    let mut later = conn.prepare_cached("SELECT id, heads FROM decision WHERE row = ?2 AND +kind = ?1")?;
    let mut earlier =
        conn.prepare_cached("SELECT id, heads FROM decision WHERE substr(heads, 3, 36) = ?2 AND +kind = ?1")?;
    for row in touched {
        take(&mut later.query(params![kind.id(), row])?)?;
        take(&mut earlier.query(params![kind.id(), row.to_string()])?)?;
    }
    Ok(pairs)
}

/// A pair as it is written, the smaller id first. Ids grow with time: it is the earlier row.
fn ordered(one: Uuid, other: Uuid) -> (Uuid, Uuid) {
    (one.min(other), one.max(other))
}

fn put(conn: &Connection, kind: Kind, (one, other): (Uuid, Uuid)) -> rusqlite::Result<()> {
    let id = link_id("decision", &[kind.id().as_bytes(), one.as_bytes(), other.as_bytes()]);
    let tbl = schema::table_named(kind.table()).map_or(0, |table| table.number);
    conn.prepare_cached(
        "INSERT INTO decision (id, kind, tbl, row, heads) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING",
    )?
    .execute(params![id, kind.id(), tbl, other, json!([one.to_string(), other.to_string()]).to_string()])?;
    Ok(())
}

fn verdict_id((one, other): (Uuid, Uuid)) -> Uuid {
    link_id("pair_verdict", &[one.as_bytes(), other.as_bytes()])
}

/// True when a person said that these are two.
pub(super) fn is_apart(conn: &Connection, (one, other): (Uuid, Uuid)) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM pair_verdict WHERE id = ?1 AND verdict = 'apart' AND deleted = 0")?
        .exists([verdict_id(ordered(one, other))])
}

/// Writes down that two rows are not the same.
///
/// # Errors
/// Whatever SQLite answers.
pub fn set_apart(tx: &Tx, kind: Kind, one: Uuid, other: Uuid) -> rusqlite::Result<()> {
    say(tx, kind, one, other, "apart", None)
}

/// The same for the rows of every pair.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn set_all_apart(tx: &Tx, kind: Kind, pairs: &[(Uuid, Uuid)]) -> Result<(), FileError> {
    for (one, other) in pairs {
        set_apart(tx, kind, *one, *other)?;
    }
    Ok(())
}

/// Writes down what a person said of a pair.
pub(super) fn say(
    tx: &Tx,
    kind: Kind,
    one: Uuid,
    other: Uuid,
    verdict: &str,
    kept: Option<Uuid>,
) -> rusqlite::Result<()> {
    let (one, other) = ordered(one, other);
    tx.prepare_cached(
        "INSERT INTO pair_verdict (id, one, other, kind, verdict, kept) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, kept = excluded.kept, deleted = 0",
    )?
    .execute(params![verdict_id((one, other)), one, other, kind.table(), verdict, kept])?;
    Ok(())
}
