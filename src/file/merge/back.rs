//! Taking a merge back: exactly the records it brought go, no record is written, so the taking back never travels.
//!
//! What was built on since stays, with everything it needs: rows that were edited or referred to after the merge. They are
//! listed. Erasures stay always.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use uuid::Uuid;

use super::{Quiet, Range, settle};
use crate::file::error::FileError;
use crate::file::field::{Field, op};
use crate::file::open::OfficeFile;
use crate::file::write::Changed;
use crate::file::{decide, schema};

/// A merge that was done here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: Uuid,
    /// When, a moment of the file.
    pub at: String,
    /// Name of the other file.
    pub source: String,
    /// Records it brought.
    pub records: i64,
    /// True when it was taken back.
    pub taken_back: bool,
}

/// What taking a merge back did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// Records that went.
    pub records: usize,
    /// Rows that stay as they are, because they were edited or referred to since.
    pub kept: Vec<(&'static str, Uuid)>,
}

/// The merges done here, newest first.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn runs(conn: &Connection) -> Result<Vec<Run>, FileError> {
    let mut statement =
        conn.prepare("SELECT id, at, source, records, taken_back FROM merge_run ORDER BY id DESC")?;
    let runs = statement.query_map([], |row| {
        Ok(Run {
            id: row.get(0)?,
            at: row.get(1)?,
            source: row.get(2)?,
            records: row.get(3)?,
            taken_back: row.get(4)?,
        })
    })?;
    Ok(runs.collect::<Result<_, _>>()?)
}

/// A row: table and id.
type Place = (i64, Uuid);

/// A record of the run, without values.
struct Brought {
    rep: i64,
    seq: i64,
    field: Option<Field>,
    place: Place,
}

impl OfficeFile {
    /// Takes a merge back.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when there is no such merge or it was taken back already; nothing was changed then.
    pub fn take_merge_back(&mut self, run: Uuid) -> Result<TakenBack, FileError> {
        if !self.is_writable() {
            return Err(FileError::ReadOnly);
        }
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let open: Option<i64> = tx
            .query_row("SELECT taken_back FROM merge_run WHERE id = ?1", [run], |row| row.get(0))
            .optional()?;
        if open != Some(0) {
            return Err(FileError::NoSuchRow(run.to_string()));
        }
        let quiet = Quiet::new(&tx)?;
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let ranges = ranges(&tx, run)?;
        let brought = read(&tx, &ranges)?;
        let kept = kept(&tx, &ranges, &brought)?;
        let (records, changed) = remove(&tx, &ranges, &brought, &kept)?;
        tx.execute("UPDATE merge_run SET taken_back = 1 WHERE id = ?1", [run])?;
        drop(quiet);
        self.rooms.update(&tx, &changed)?;
        tx.commit()?;
        let mut taken = TakenBack { records, kept: Vec::new() };
        for (tbl, row) in kept {
            taken.kept.extend(schema::table(tbl).map(|table| (table.name, row)));
        }
        Ok(taken)
    }
}

fn ranges(conn: &Connection, run: Uuid) -> Result<Vec<Range>, FileError> {
    let mut parts = conn
        .prepare("SELECT rep, seq_from, seq_to FROM merge_run_part WHERE run = ?1 ORDER BY rep, seq_from")?;
    let ranges =
        parts.query_map([run], |row| Ok(Range { rep: row.get(0)?, from: row.get(1)?, to: row.get(2)? }))?;
    Ok(ranges.collect::<Result<_, _>>()?)
}

fn inside(ranges: &[Range], rep: i64, seq: i64) -> bool {
    let after = ranges.partition_point(|range| (range.rep, range.from) <= (rep, seq));
    after > 0 && ranges[after - 1].rep == rep && seq <= ranges[after - 1].to
}

fn read(conn: &Connection, ranges: &[Range]) -> Result<Vec<Brought>, FileError> {
    let mut brought = Vec::new();
    let mut records =
        conn.prepare("SELECT seq, tbl, row, col FROM log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3")?;
    for range in ranges {
        let mut records = records.query([range.rep, range.from, range.to])?;
        while let Some(record) = records.next()? {
            let (tbl, row) = (record.get(1)?, record.get(2)?);
            let col: Option<i64> = record.get(3)?;
            brought.push(Brought {
                rep: range.rep,
                seq: record.get(0)?,
                field: col.map(|col| Field { row, tbl, col }),
                place: (tbl, row),
            });
        }
    }
    Ok(brought)
}

/// Rows of the run that stay: built on since, or needed by what stays.
fn kept(conn: &Connection, ranges: &[Range], brought: &[Brought]) -> Result<BTreeSet<Place>, FileError> {
    let places: BTreeSet<Place> = brought.iter().map(|record| record.place).collect();
    let mut kept = BTreeSet::new();
    let mut removable = HashSet::new();
    let mut records = conn.prepare("SELECT rep, seq, op, prep, pseq FROM log WHERE row = ?1 AND tbl = ?2")?;
    for &(tbl, row) in &places {
        let (mut built_on, mut created_here, mut outside, mut created) = (false, false, false, false);
        let mut records = records.query(params![row, tbl])?;
        while let Some(record) = records.next()? {
            let kind: i64 = record.get(2)?;
            let parent = record.get::<_, Option<i64>>(3)?.zip(record.get::<_, Option<i64>>(4)?);
            if inside(ranges, record.get(0)?, record.get(1)?) {
                built_on |= kind > op::CHANGED;
                created |= kind == op::CREATED;
            } else {
                outside = true;
                created_here |= kind == op::CREATED;
                built_on |= parent.is_some_and(|(rep, seq)| inside(ranges, rep, seq));
            }
        }
        let only_there = created && !created_here;
        if built_on || (only_there && outside) {
            kept.insert((tbl, row));
        } else if only_there {
            removable.insert((tbl, row));
        }
    }
    if !removable.is_empty() {
        keep_needed(conn, ranges, brought, &mut kept, &removable)?;
    }
    Ok(kept)
}

/// What rows that stay refer to stays: now, or in a value that undo or a later taking back could put there again.
fn keep_needed(
    conn: &Connection,
    ranges: &[Range],
    brought: &[Brought],
    kept: &mut BTreeSet<Place>,
    removable: &HashSet<Place>,
) -> Result<(), FileError> {
    let reverting: HashSet<Field> = brought.iter().filter_map(|record| record.field).collect();
    let mut needs: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
    let mut open: Vec<Place> = kept.iter().copied().collect();
    for table in schema::tables() {
        for column in &table.columns {
            let Some(target) = column.refers_to.and_then(schema::table_named) else {
                continue;
            };
            let mut need = |from: Place, to: Uuid, reverts: bool| {
                let to = (target.number, to);
                if !removable.contains(&to) || from == to {
                    return;
                }
                if removable.contains(&from) || reverts {
                    needs.entry(from).or_default().push(to);
                } else {
                    open.push(to);
                }
            };
            let mut values = conn.prepare(&format!(
                "SELECT id, {0} FROM {1} WHERE {0} IS NOT NULL",
                column.name, table.name
            ))?;
            let mut values = values.query([])?;
            while let Some(row) = values.next()? {
                let id = row.get(0)?;
                let field = Field { row: id, tbl: table.number, col: column.number };
                need((table.number, id), row.get(1)?, reverting.contains(&field));
            }
            let mut logged = conn
                .prepare("SELECT row, old, new, rep, seq FROM log WHERE tbl = ?1 AND col = ?2 AND op = 1")?;
            let mut logged = logged.query([table.number, column.number])?;
            while let Some(record) = logged.next()? {
                let reverts = inside(ranges, record.get(3)?, record.get(4)?);
                for place in 1..=2 {
                    if let Some(to) = record.get::<_, Option<Uuid>>(place)? {
                        need((table.number, record.get(0)?), to, reverts);
                    }
                }
            }
        }
    }
    let mut done = HashSet::new();
    while let Some(place) = open.pop() {
        if done.insert(place) {
            if removable.contains(&place) {
                kept.insert(place);
            }
            open.extend(needs.get(&place).into_iter().flatten());
        }
    }
    Ok(())
}

/// Takes the records and rows away and lets the fields hold what the rest says.
fn remove(
    conn: &Connection,
    ranges: &[Range],
    brought: &[Brought],
    kept: &BTreeSet<Place>,
) -> Result<(usize, Changed), FileError> {
    let mut created: HashMap<Field, Value> = HashMap::new();
    let mut fields = BTreeSet::new();
    let mut places = BTreeSet::new();
    let mut records = 0;
    let mut first =
        conn.prepare("SELECT old FROM log WHERE rep = ?1 AND seq = ?2 AND prep IS NULL AND op = 1")?;
    let mut delete = conn.prepare("DELETE FROM log WHERE rep = ?1 AND seq = ?2")?;
    for record in brought.iter().filter(|record| !kept.contains(&record.place)) {
        if let Some(field) = record.field {
            fields.insert(field);
            let old: Option<Value> =
                first.query_row([record.rep, record.seq], |row| row.get(0)).optional()?;
            if let Some(old) = old {
                created.insert(field, old);
            }
        }
        places.insert(record.place);
        records += delete.execute([record.rep, record.seq])?;
    }
    let mut changed = Changed::default();
    let mut gone = HashSet::new();
    let mut left = conn.prepare("SELECT 1 FROM log WHERE row = ?1 AND tbl = ?2")?;
    for &(tbl, row) in &places {
        changed.note(tbl, row);
        if let Some(table) = schema::table(tbl)
            && !left.exists(params![row, tbl])?
        {
            conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?.execute([row])?;
            conn.prepare_cached("DELETE FROM decision WHERE row = ?1")?.execute([row])?;
            conn.prepare_cached("DELETE FROM twin WHERE row = ?1")?.execute([row])?;
            gone.insert((tbl, row));
        }
    }
    for field in fields.into_iter().filter(|field| !gone.contains(&(field.tbl, field.row))) {
        settle(conn, field, created.get(&field), true)?;
    }
    for &(tbl, row) in places.difference(&gone.iter().copied().collect()) {
        decide::ask_row(conn, tbl, row)?;
    }
    decide::ask_again(conn)?;
    changed.settle();
    decide::ask_circles(conn, &changed)?;
    decide::ask_doubles(conn)?;
    recount(conn, ranges)?;
    changed.settle();
    Ok((records, changed))
}

/// The replicas' counts, and groups nothing is left of. A replica stays, so that its number here is never given again.
fn recount(conn: &Connection, ranges: &[Range]) -> Result<(), FileError> {
    let replicas: BTreeSet<i64> = ranges.iter().map(|range| range.rep).collect();
    for rep in replicas {
        conn.execute(
            "UPDATE replica SET (held, upto, hlc) = \
             (SELECT count(*), coalesce(max(seq), 0), coalesce(max(hlc), 0) FROM log WHERE rep = ?1) WHERE n = ?1",
            [rep],
        )?;
        conn.execute(
            "DELETE FROM grp WHERE rep = ?1 AND NOT EXISTS \
             (SELECT 1 FROM log WHERE log.rep = ?1 AND log.seq BETWEEN seq_from AND seq_to AND log.grp = grp.grp)",
            [rep],
        )?;
    }
    Ok(())
}
