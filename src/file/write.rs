//! The one way anything is written: a transaction that is one group of the change log.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::atomic::Ordering::Relaxed;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::decide::{self, Touched};
use super::error::FileError;
use super::field::{Field, op};
use super::following::{self, Source, Writer};
use super::merge::Range;
use super::open::OfficeFile;
use super::{open, schema, value};

/// What this run of the program has written.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Its id, minted in memory at the first write: nothing in a file says who writes, so copying the file is harmless.
    pub replica: Option<Uuid>,
    /// Its last group.
    pub groups: i64,
    /// `data_version` when the clock was last raised above what the file holds; another program's write changes it.
    pub seen: i64,
    /// Groups that undo takes back, the last one first to go.
    pub done: Vec<i64>,
    /// Groups that took something back, for redo.
    pub undone: Vec<i64>,
}

/// Which rows of which office tables one group of writes touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    tables: BTreeMap<&'static str, Vec<Uuid>>,
    created: BTreeMap<&'static str, Vec<Uuid>>,
}

impl Changed {
    /// Ids of the rows touched in `table`, each once, in the order of their ids.
    pub fn rows(&self, table: &str) -> &[Uuid] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }
    /// Ids of those of them that are new.
    pub fn created(&self, table: &str) -> &[Uuid] {
        self.created.get(table).map_or(&[], Vec::as_slice)
    }
    /// True when nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }
    /// Number of rows touched.
    pub fn count(&self) -> usize {
        self.tables.values().map(Vec::len).sum()
    }
    /// The tables touched, with their rows.
    pub fn tables(&self) -> impl Iterator<Item = (&'static str, &[Uuid])> {
        self.tables.iter().map(|(table, rows)| (*table, rows.as_slice()))
    }
    /// Notes a row; [`Changed::settle`] comes after the last one.
    pub(super) fn note(&mut self, table: i64, row: Uuid) {
        if let Some(table) = schema::table(table) {
            let rows = self.tables.entry(table.name).or_default();
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
    }
    /// Notes a row that is new.
    pub(super) fn note_new(&mut self, table: i64, row: Uuid) {
        self.note(table, row);
        if let Some(table) = schema::table(table) {
            self.created.entry(table.name).or_default().push(row);
        }
    }
    /// Puts the rows in order, each once.
    pub(super) fn settle(&mut self) {
        for rows in self.tables.values_mut().chain(self.created.values_mut()) {
            rows.sort_unstable();
            rows.dedup();
        }
    }
}

/// What a write gave: the caller's value and the rows it touched.
#[derive(Debug)]
pub struct Written<T> {
    /// What the body returned.
    pub value: T,
    /// Rows touched.
    pub changed: Changed,
}

/// An open write: one group of the change log.
pub struct Tx<'a> {
    conn: &'a Transaction<'a>,
}

impl Deref for Tx<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl<'a> Tx<'a> {
    pub(super) fn over(conn: &'a Transaction<'a>) -> Self {
        Self { conn }
    }
}

impl Tx<'_> {
    /// A fresh id for a new row (UUIDv7).
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// What kind of write a group is to undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Plain,
    Undo(i64),
    Redo(i64),
    /// Not undone by the undo key: merges, erasures.
    Apart,
}

/// Refuses logging again when a write ends, however it ends.
pub(super) struct Closing<'a>(pub &'a super::context::Numbers, pub i64);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
        self.0.seq.store(self.1, Relaxed);
    }
}

impl OfficeFile {
    /// Runs `body` as one user action: an immediate transaction and one group of the change log. `action` is the action's
    /// identifier; its words are the message `action-<identifier>`. What the rooms derive is brought up to date in the
    /// same transaction.
    ///
    /// # Errors
    /// What the body or SQLite answers; nothing was written then.
    pub fn write<T, E: From<FileError>>(
        &mut self,
        action: &'static str,
        body: impl FnOnce(&Tx) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        self.write_step(action, Step::Plain, body)
    }

    pub(super) fn write_step<T, E: From<FileError>>(
        &mut self,
        action: &str,
        step: Step,
        body: impl FnOnce(&Tx) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        if !self.is_writable() {
            return Err(FileError::ReadOnly.into());
        }
        let now = (self.clock)();
        if self.run.replica.is_none() {
            open::make_room(&self.conn).map_err(FileError::from)?;
        }
        let tx =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(FileError::from)?;
        let group = Group::begin(&tx, &self.numbers, &mut self.run, &self.who, now, action, step)?;
        let closing = Closing(&self.numbers, group.first - 1);
        let value = body(&Tx { conn: &tx })?;
        let (changed, _) = group.end(&tx, &self.numbers)?;
        self.numbers.close();
        let before = self.run.groups;
        let mut writer =
            Writer { rooms: self.rooms, numbers: &self.numbers, run: &mut self.run, who: &self.who, now };
        if !changed.is_empty() {
            writer.run.groups = group.number;
        }
        let derived = || -> Result<(), FileError> {
            if !changed.is_empty() {
                self.rooms.update(&tx, &changed)?;
                if step == Step::Plain {
                    following::write(&tx, &mut writer, &changed, Source::Written)?;
                }
            }
            Ok(tx.commit()?)
        };
        if let Err(error) = derived() {
            self.run.groups = before;
            return Err(error.into());
        }
        std::mem::forget(closing);
        if !changed.is_empty() {
            self.run.committed(group.number, step);
        }
        Ok(Written { value, changed })
    }
}

impl Run {
    fn committed(&mut self, group: i64, step: Step) {
        match step {
            Step::Plain => {
                self.done.push(group);
                self.undone.clear();
            }
            Step::Undo(of) => {
                self.done.retain(|done| *done != of);
                self.undone.push(group);
            }
            Step::Redo(of) => {
                self.undone.retain(|undone| *undone != of);
                self.done.push(group);
            }
            Step::Apart => {}
        }
    }
}

/// The group a write logs into.
pub(super) struct Group {
    rep: i64,
    pub number: i64,
    /// Number of its first record.
    first: i64,
    minted: bool,
}

impl Group {
    pub fn begin(
        tx: &Transaction,
        numbers: &super::context::Numbers,
        run: &mut Run,
        who: &super::Who,
        now: i64,
        action: &str,
        step: Step,
    ) -> Result<Self, FileError> {
        let seen: i64 = tx.pragma_query_value(None, "data_version", |row| row.get(0))?;
        let mut read = 0;
        if run.replica.is_none() || seen != run.seen {
            read = tx.query_row("SELECT coalesce(max(hlc), 0) FROM replica", [], |row| row.get(0))?;
            run.seen = seen;
            run.forget_if_replaced(tx, numbers.seq.load(Relaxed))?;
        }
        numbers.raise(read, now);
        let at = value::moment_of(now);
        let minted = match run.replica {
            Some(_) => run.groups == 0,
            None => true,
        };
        if minted {
            let uuid = *run.replica.insert(Uuid::now_v7());
            let rep: i64 =
                tx.query_row("SELECT coalesce(max(n), 0) + 1 FROM replica", [], |row| row.get(0))?;
            tx.prepare_cached(
                "INSERT INTO replica(n, uuid, office, person, machine, opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![rep, uuid, who.office, who.person, who.machine, at])?;
            numbers.rep.store(rep, Relaxed);
            numbers.seq.store(0, Relaxed);
        }
        let group = Self {
            rep: numbers.rep.load(Relaxed),
            number: run.groups + 1,
            first: numbers.seq.load(Relaxed) + 1,
            minted,
        };
        let undoes = match step {
            Step::Undo(of) | Step::Redo(of) => Some(of),
            Step::Plain | Step::Apart => None,
        };
        tx.prepare_cached(
            "INSERT INTO grp(rep, grp, action, at, undoes, seq_from) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![group.rep, group.number, action, at, undoes, group.first])?;
        numbers.grp.store(group.number, Relaxed);
        Ok(group)
    }

    /// What the group touched; its own row is completed, or taken away when nothing was logged.
    pub fn end(
        &self,
        tx: &Transaction,
        numbers: &super::context::Numbers,
    ) -> Result<(Changed, Range), FileError> {
        let mut changed = Changed::default();
        let mut touched = Vec::new();
        let mut held = 0_i64;
        let mut last = self.first - 1;
        {
            let mut records = tx.prepare_cached(
                "SELECT seq, tbl, row, op, col FROM log WHERE rep = ?1 AND seq >= ?2 ORDER BY seq",
            )?;
            let mut records = records.query(params![self.rep, self.first])?;
            while let Some(record) = records.next()? {
                let (tbl, row) = (record.get(1)?, record.get(2)?);
                last = record.get(0)?;
                held += 1;
                match record.get(3)? {
                    op::CREATED => changed.note_new(tbl, row),
                    _ => changed.note(tbl, row),
                }
                if matches!(record.get(3)?, op::CHANGED | op::ERASED) {
                    touched.push(Touched { seq: last, field: Field { row, tbl, col: record.get(4)? } });
                }
            }
        }
        // A statement that failed and was passed over left a gap; the next group begins right after the last record.
        numbers.seq.store(last, Relaxed);
        changed.settle();
        if held == 0 {
            tx.execute("DELETE FROM grp WHERE rep = ?1 AND grp = ?2", [self.rep, self.number])?;
            if self.minted {
                tx.execute("DELETE FROM replica WHERE n = ?1", [self.rep])?;
            }
            return Ok((changed, Range { rep: self.rep, from: self.first, to: last }));
        }
        let tables: Vec<i64> =
            changed.tables.keys().filter_map(|name| Some(schema::table_named(name)?.number)).collect();
        decide::after_write(tx, self.rep, (self.first, last), &tables, &touched)?;
        tx.prepare_cached("UPDATE grp SET seq_to = ?3 WHERE rep = ?1 AND grp = ?2")?.execute([
            self.rep,
            self.number,
            last,
        ])?;
        tx.prepare_cached("UPDATE replica SET upto = ?2, held = held + ?3, hlc = ?4 WHERE n = ?1")?
            .execute([self.rep, last, held, numbers.hlc.load(Relaxed)])?;
        Ok((changed, Range { rep: self.rep, from: self.first, to: last }))
    }
}

impl Run {
    /// Another file may lie at our path now, for instance a restored backup: then this run begins anew, because a record
    /// number must never be given twice.
    fn forget_if_replaced(&mut self, tx: &Transaction, last: i64) -> Result<(), FileError> {
        let Some(uuid) = self.replica else { return Ok(()) };
        let same = tx
            .prepare_cached("SELECT 1 FROM replica WHERE uuid = ?1 AND upto = ?2")?
            .exists(params![uuid, last])?;
        if !same {
            let seen = self.seen;
            *self = Self { seen, ..Self::default() };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Who;
    use crate::file::testing::{Nothing, new_file};

    fn count(conn: &Connection, table: &str) -> i64 {
        conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_write_is_one_group_that_names_what_it_touched() {
        let (_folder, mut file) = new_file();
        let written = file
            .write("enter", |tx| {
                let unit = tx.new_id();
                tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'xã Lộc An')", [unit])?;
                tx.execute("UPDATE unit SET name = 'xã Lộc Hòa', note = '' WHERE id = ?1", [unit])?;
                Ok::<_, FileError>(unit)
            })
            .unwrap();
        assert_eq!(written.changed.rows("unit"), [written.value]);
        let unit = written.value;
        let written = file
            .write("edit", |tx| {
                Ok::<_, FileError>(tx.execute("UPDATE unit SET name = 'a' WHERE id = ?1", [unit])?)
            })
            .unwrap();
        assert_eq!(written.changed.count(), 1);
        let mut log = file
            .connection()
            .prepare("SELECT seq, op, col, prep, pseq, grp, old, new FROM log WHERE rep > 0 ORDER BY seq")
            .unwrap();
        let lines: Vec<String> = log
            .query_map([], |row| {
                (0..8)
                    .map(|place| Ok(format!("{:?}", row.get_ref(place)?)))
                    .collect::<rusqlite::Result<Vec<_>>>()
            })
            .unwrap()
            .map(|line| line.unwrap().join(" "))
            .collect();
        assert_eq!(lines.len(), 3, "{lines:#?}");
        assert!(lines[0].starts_with("Integer(1) Integer(0) Null Null Null Integer(1) Null Null"));
        assert!(lines[1].starts_with("Integer(2) Integer(1) Integer(2) Null Null Integer(1)"));
        assert!(lines[2].starts_with("Integer(3) Integer(1) Integer(2) Integer(1) Integer(2) Integer(2)"));
    }

    #[test]
    fn what_fails_leaves_nothing_and_no_gap() {
        let (_folder, mut file) = new_file();
        let failed = file.write("enter", |tx| {
            tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'x')", [tx.new_id()])?;
            Err::<(), _>(FileError::Busy)
        });
        assert!(matches!(failed, Err(FileError::Busy)));
        assert_eq!(count(file.connection(), "unit") + count(file.connection(), "log"), 0);
        let nothing = file.write("look", |_| Ok::<_, FileError>(())).unwrap();
        assert!(nothing.changed.is_empty());
        assert_eq!(
            count(file.connection(), "grp") + count(file.connection(), "replica"),
            2,
            "only the shipped ones"
        );
        for _ in 0..2 {
            file.write("enter", |tx| {
                tx.execute("INSERT INTO unit(id) VALUES (?1)", [tx.new_id()])?;
                tx.execute("INSERT INTO unit(id, parent) VALUES (?1, 5)", [tx.new_id()]).unwrap_err();
                Ok::<_, FileError>(())
            })
            .unwrap();
        }
        let contiguous: bool = file
            .connection()
            .query_row("SELECT upto = held AND held = 2 FROM replica WHERE n > 0", [], |row| row.get(0))
            .unwrap();
        assert!(contiguous);
    }

    #[test]
    fn nothing_is_written_past_the_log() {
        let (_folder, mut file) = new_file();
        let conn = file.connection();
        assert!(conn.execute("INSERT INTO unit(id) VALUES (?1)", [Uuid::now_v7()]).is_err());
        let path = file.path().to_owned();
        let plain = Connection::open(&path).unwrap();
        assert!(plain.execute("INSERT INTO unit(id) VALUES (?1)", [Uuid::now_v7()]).is_err());
        drop(plain);
        let unit = file
            .write("enter", |tx| {
                let unit = tx.new_id();
                tx.execute("INSERT INTO unit(id) VALUES (?1)", [unit])?;
                Ok::<_, FileError>(unit)
            })
            .unwrap()
            .value;
        for refused in [
            "DELETE FROM unit WHERE id = ?1",
            "INSERT OR REPLACE INTO unit(id, name) VALUES (?1, 'x')",
            "UPDATE unit SET id = x'00112233445566778899aabbccddeeff' WHERE id = ?1",
        ] {
            let done = file.write("try", |tx| Ok::<_, FileError>(tx.execute(refused, [unit])?));
            assert!(matches!(done, Err(FileError::Refused(_))), "{refused}: {done:?}");
        }
    }

    #[test]
    fn a_copied_file_and_the_original_never_write_as_one() {
        let (folder, mut file) = new_file();
        let enter = |file: &mut OfficeFile| {
            file.write("enter", |tx| {
                tx.execute("INSERT INTO unit(id) VALUES (?1)", [tx.new_id()])?;
                Ok::<_, FileError>(())
            })
            .unwrap();
        };
        enter(&mut file);
        let copy = folder.path().join("ban-sao.duluan");
        std::fs::copy(file.path(), &copy).unwrap();
        let mut other = OfficeFile::open(&copy, Who::default(), &Nothing).unwrap();
        enter(&mut other);
        enter(&mut other);
        enter(&mut file);
        let replicas = |file: &OfficeFile| count(file.connection(), "replica");
        assert_eq!((replicas(&file), replicas(&other)), (2, 3));
        // The copy lies down over the original while that one is open: what was numbered is not numbered again.
        drop(other);
        let pages = std::fs::read(&copy).unwrap();
        std::fs::write(file.path(), pages).unwrap();
        enter(&mut file);
        assert_eq!(replicas(&file), 4);
    }
}
