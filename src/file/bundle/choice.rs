//! Which rows go into a bundle: the chosen ones, what belongs to them, and everything they refer to, now or in a value of the
//! log that undoing could put there again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::error::FileError;
use crate::file::merge::held;
use crate::file::own;
use crate::file::schema::{self, Table};

/// What a bundle holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// These items, with their report and its originals.
    Items(Vec<Uuid>),
    /// Everything that came since the office (its row) sent its last file. Everything there is when it never sent one.
    NewFor(Uuid),
    /// The roster and the topics: what an office hands downwards.
    Roster,
}

/// Tables of the roster; what belongs to their rows comes along.
const ROSTER: &[&str] = &["unit", "collaborator", "topic"];

/// A row: table's number and id.
pub(super) type Place = (i64, Uuid);

/// The rows of a choice, by table and id.
pub(super) fn rows(conn: &Connection, choice: &Choice) -> Result<BTreeSet<Place>, FileError> {
    let mut chosen = Chosen { conn, rows: BTreeSet::new(), open: Vec::new(), owned: owned() };
    match choice {
        Choice::Items(items) => chosen.items(items)?,
        Choice::NewFor(office) => chosen.since(*office)?,
        Choice::Roster => {
            for table in ROSTER.iter().filter_map(|name| schema::table_named(name)) {
                for row in ids(conn, &format!("SELECT id FROM {}", table.name), [])? {
                    chosen.with_family(table, row)?;
                }
            }
        }
    }
    if chosen.rows.is_empty() {
        return Ok(chosen.rows);
    }
    // Who sends it.
    if let (Some(office), Some(table)) = (own::office(conn)?, schema::table_named("office")) {
        chosen.take((table.number, office));
    }
    chosen.follow()
}

/// Tables whose rows belong to a row of another table, and the column that says to which: the first required reference.
fn owned() -> HashMap<&'static str, Vec<(&'static Table, &'static str)>> {
    let mut owned: HashMap<_, Vec<_>> = HashMap::new();
    for table in schema::tables() {
        let first = table.columns.iter().find(|column| column.required && column.refers_to.is_some());
        if let Some((column, target)) = first.and_then(|column| Some((column, column.refers_to?))) {
            owned.entry(target).or_default().push((table, column.name));
        }
    }
    owned
}

fn ids(conn: &Connection, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<Vec<Uuid>> {
    conn.prepare_cached(sql)?.query_map(values, |row| row.get(0))?.collect()
}

struct Chosen<'c> {
    conn: &'c Connection,
    rows: BTreeSet<Place>,
    /// Rows whose references were not followed yet.
    open: Vec<Place>,
    owned: HashMap<&'static str, Vec<(&'static Table, &'static str)>>,
}

impl Chosen<'_> {
    fn take(&mut self, place: Place) -> bool {
        let new = self.rows.insert(place);
        if new {
            self.open.push(place);
        }
        new
    }

    fn with_family(&mut self, table: &'static Table, row: Uuid) -> Result<(), FileError> {
        let mut next = vec![(table, row)];
        while let Some((table, row)) = next.pop() {
            if !self.take((table.number, row)) {
                continue;
            }
            for (owned, column) in self.owned.get(table.name).into_iter().flatten() {
                let sql = format!("SELECT id FROM {} WHERE {column} = ?1", owned.name);
                next.extend(ids(self.conn, &sql, [row])?.into_iter().map(|id| (*owned, id)));
            }
        }
        Ok(())
    }

    fn items(&mut self, items: &[Uuid]) -> Result<(), FileError> {
        let (Some(table), Some(attachment)) =
            (schema::table_named("item"), schema::table_named("attachment"))
        else {
            return Ok(());
        };
        for item in items {
            self.with_family(table, *item)?;
            let sql = "SELECT id FROM attachment WHERE report = (SELECT report FROM item WHERE id = ?1)";
            for row in ids(self.conn, sql, [item])? {
                self.take((attachment.number, row));
            }
        }
        Ok(())
    }

    /// Rows with a record the office's last file did not hold. The program's own rows (replica 0) are in every file.
    fn since(&mut self, office: Uuid) -> Result<(), FileError> {
        let there: BTreeMap<Uuid, i64> = held::of(self.conn, office)?.into_iter().collect();
        let replicas: Vec<(i64, Uuid)> = self
            .conn
            .prepare("SELECT n, uuid FROM replica WHERE n > 0")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let mut records =
            self.conn.prepare("SELECT DISTINCT tbl, row FROM log WHERE rep = ?1 AND seq > ?2")?;
        for (rep, replica) in replicas {
            let upto = there.get(&replica).copied().unwrap_or(0);
            let rows: Vec<Place> = records
                .query_map([rep, upto], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            for place in rows {
                self.take(place);
            }
        }
        Ok(())
    }

    /// Adds what the rows refer to, until nothing is missing.
    fn follow(mut self) -> Result<BTreeSet<Place>, FileError> {
        while let Some((tbl, row)) = self.open.pop() {
            let Some(table) = schema::table(tbl) else { continue };
            for column in &table.columns {
                let Some(target) = column.refers_to.and_then(schema::table_named) else { continue };
                // A merge taken back may have left a record whose row is gone: it is asked for.
                let sql = format!(
                    "SELECT id FROM {} WHERE id IN (SELECT {} FROM {} WHERE id = ?1 \
                     UNION SELECT old FROM log WHERE row = ?1 AND tbl = ?2 AND col = ?3 \
                     UNION SELECT new FROM log WHERE row = ?1 AND tbl = ?2 AND col = ?3)",
                    target.name, column.name, table.name
                );
                for id in ids(self.conn, &sql, params![row, tbl, column.number])? {
                    self.take((target.number, id));
                }
            }
        }
        Ok(self.rows)
    }
}
