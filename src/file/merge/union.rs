//! The union of two logs: which records are new here, their rows, and what the touched fields hold now.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::many::Watch;
use super::{MergeError, Range, Settled, settle};
use crate::file::decide;
use crate::file::error::FileError;
use crate::file::field::{Field, op};
use crate::file::schema::{self, Table};
use crate::file::write::Changed;

/// After how many fields the progress is told.
const OFTEN: usize = 2_000;

/// What a union brought.
pub(super) struct Brought {
    pub records: usize,
    pub changed: Changed,
    pub clashes: usize,
    pub ranges: Vec<Range>,
    /// Every row that records came for, whether they hold or not: table and id.
    pub places: HashSet<(i64, Uuid)>,
}

/// Records of one replica that are there and not here; `theirs` is the replica's number in the other file.
#[derive(Clone, Copy, Debug)]
struct Missing {
    theirs: i64,
    from: i64,
    to: i64,
}

/// A replica of the other file, and what of it is held on either side.
struct Replica {
    theirs: i64,
    there: (i64, i64),
    ours: Option<i64>,
    here: (i64, i64),
}

/// True when the other file holds records that are not here.
pub(super) fn anything_new(conn: &Connection) -> Result<bool, FileError> {
    Ok(!missing(conn)?.is_empty())
}

/// Brings everything. Triggers sleep and foreign keys wait for the end.
pub(super) fn bring(conn: &Connection, watch: &mut Watch) -> Result<Brought, MergeError> {
    let missing = missing(conn)?;
    let mut brought = Brought {
        records: 0,
        changed: Changed::default(),
        clashes: 0,
        ranges: Vec::new(),
        places: HashSet::new(),
    };
    bring_markers(conn)?;
    if missing.is_empty() {
        return Ok(brought);
    }
    map_replicas(conn)?;
    let work = Work::read(conn, &missing)?;
    watch.at(400)?;
    brought.records = bring_records(conn, &missing).map_err(theirs)?;
    watch.at(500)?;
    bring_rows(conn, &work).map_err(theirs)?;
    watch.at(600)?;
    for Missing { theirs, from, to } in &missing {
        let rep: i64 =
            conn.query_row("SELECT ours FROM temp.rep_map WHERE theirs = ?1", [theirs], |row| row.get(0))?;
        brought.ranges.push(Range { rep, from: *from, to: *to });
    }
    let mut fields: Vec<_> = work.fields.into_iter().collect();
    fields.sort_unstable_by_key(|(field, _)| *field);
    for (tbl, row) in &work.fresh {
        brought.changed.note_new(*tbl, *row);
    }
    let asked = decide::asked(conn)?;
    let mut rows = BTreeSet::new();
    let all = fields.len();
    for (place, (field, seen)) in fields.into_iter().enumerate() {
        if place % OFTEN == OFTEN - 1 {
            watch.at(600 + 300 * place / all)?;
        }
        let fresh = work.fresh.contains(&(field.tbl, field.row));
        if fresh && seen.count == 1 && !seen.erased {
            // The row came with the one value its one record says. Deleted there, it may have been edited elsewhere.
            if schema::table(field.tbl)
                .is_some_and(|table| table.link.is_empty() && table.deleted() == field.col)
            {
                rows.insert((field.tbl, field.row));
            }
            continue;
        }
        let Settled { changed, clash } = settle(conn, field, None, asked.contains(&field.row))?;
        brought.clashes += usize::from(clash);
        if changed && !fresh {
            brought.changed.note(field.tbl, field.row);
        }
        rows.insert((field.tbl, field.row));
    }
    for &(tbl, row) in &rows {
        if asked.contains(&row) || decide::is_deleted(conn, tbl, row)? {
            brought.clashes += usize::from(decide::ask_row(conn, tbl, row)?);
        }
    }
    brought.places = work.fresh;
    brought.places.extend(rows);
    brought.changed.settle();
    Ok(brought)
}

/// Whose fault it is that something cannot be taken over.
fn theirs(error: FileError) -> MergeError {
    match error {
        FileError::Damaged(_) | FileError::TooLarge | FileError::Refused(_) => MergeError::Other(error),
        error => MergeError::Ours(error),
    }
}

/// Records of the other file that are not here, as ranges.
fn missing(conn: &Connection) -> Result<Vec<Missing>, FileError> {
    let replicas: Vec<Replica> = conn
        .prepare(
            "SELECT t.n, t.held, t.upto, o.n, coalesce(o.held, 0), coalesce(o.upto, 0) \
             FROM other.replica t LEFT JOIN main.replica o ON o.uuid = t.uuid ORDER BY t.uuid",
        )?
        .query_map([], |row| {
            Ok(Replica {
                theirs: row.get(0)?,
                there: (row.get(1)?, row.get(2)?),
                ours: row.get(3)?,
                here: (row.get(4)?, row.get(5)?),
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut missing = Vec::new();
    for Replica { theirs, there, ours, here } in replicas {
        let complete = |(held, upto): (i64, i64)| held == upto;
        if complete(there) && complete(here) {
            if there.1 > here.1 {
                missing.push(Missing { theirs, from: here.1 + 1, to: there.1 });
            }
            continue;
        }
        // Shipped rows, whose numbers are hashes, and replicas with gaps left by a merge taken back.
        let mut absent = conn.prepare_cached(
            "SELECT seq FROM other.log t WHERE rep = ?1 AND NOT EXISTS \
             (SELECT 1 FROM main.log o WHERE o.rep = ?2 AND o.seq = t.seq) ORDER BY seq",
        )?;
        let mut absent = absent.query(params![theirs, ours])?;
        while let Some(row) = absent.next()? {
            let seq = row.get(0)?;
            match missing.last_mut() {
                Some(last) if last.theirs == theirs && last.to + 1 == seq => last.to = seq,
                _ => missing.push(Missing { theirs, from: seq, to: seq }),
            }
        }
    }
    Ok(missing)
}

/// Erasure markers, by their ids. What they stand for are records and comes with them.
fn bring_markers(conn: &Connection) -> Result<(), FileError> {
    conn.execute_batch(
        "INSERT INTO main.erasure(id, tbl, row, col, at, person, office, reason) \
         SELECT id, tbl, row, col, at, person, office, reason FROM other.erasure WHERE true ON CONFLICT DO NOTHING",
    )?;
    Ok(())
}

/// `temp.rep_map`: their short numbers to ours, indexed on both sides (without, a merge becomes quadratic).
fn map_replicas(conn: &Connection) -> Result<(), FileError> {
    conn.execute_batch(
        "INSERT INTO main.replica(n, uuid, office, person, machine, opened) \
           SELECT (SELECT max(n) FROM main.replica) + row_number() OVER (ORDER BY uuid), uuid, office, person, machine, opened \
           FROM other.replica t WHERE NOT EXISTS (SELECT 1 FROM main.replica o WHERE o.uuid = t.uuid); \
         DROP TABLE IF EXISTS temp.rep_map; DROP TABLE IF EXISTS temp.fresh; \
         CREATE TEMP TABLE rep_map (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL UNIQUE); \
         CREATE TEMP TABLE fresh (row BLOB NOT NULL, tbl INTEGER NOT NULL, PRIMARY KEY (tbl, row)) WITHOUT ROWID; \
         INSERT INTO temp.rep_map(theirs, ours) \
           SELECT t.n, o.n FROM other.replica t JOIN main.replica o ON o.uuid = t.uuid;",
    )?;
    Ok(())
}

/// What arriving records say of one field.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    count: usize,
    erased: bool,
}

/// What there is to do, read from the other log before anything is written.
struct Work {
    /// Rows that are not here yet.
    fresh: HashSet<(i64, Uuid)>,
    /// Fields with arriving records.
    fields: HashMap<Field, Seen>,
}

impl Work {
    fn read(conn: &Connection, missing: &[Missing]) -> Result<Self, FileError> {
        let mut work = Self { fresh: HashSet::new(), fields: HashMap::new() };
        let mut here: BTreeMap<i64, rusqlite::Statement> = BTreeMap::new();
        let mut fresh =
            conn.prepare("INSERT INTO temp.fresh(tbl, row) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
        let mut records =
            conn.prepare("SELECT tbl, row, op, col FROM other.log WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3")?;
        for Missing { theirs, from, to } in missing {
            let mut records = records.query([theirs, from, to])?;
            while let Some(record) = records.next()? {
                let (tbl, row, kind): (i64, Uuid, i64) = (record.get(0)?, record.get(1)?, record.get(2)?);
                if kind == op::CREATED {
                    let here = match here.entry(tbl) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(place) => {
                            let name = schema::table(tbl).map_or("unknown", |table| table.name);
                            place.insert(conn.prepare(&format!("SELECT 1 FROM main.{name} WHERE id = ?1"))?)
                        }
                    };
                    if !here.exists([row])? && work.fresh.insert((tbl, row)) {
                        fresh.execute(params![tbl, row])?;
                    }
                }
                if let Some(col) = record.get(3)? {
                    let seen = work.fields.entry(Field { row, tbl, col }).or_default();
                    seen.count += 1;
                    seen.erased |= kind == op::ERASED;
                }
            }
        }
        Ok(work)
    }
}

/// The records themselves and their groups. Gives how many came.
fn bring_records(conn: &Connection, missing: &[Missing]) -> Result<usize, FileError> {
    let mut records = 0;
    let mut bring = conn.prepare(
        "INSERT INTO main.log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew) \
         SELECT (SELECT ours FROM temp.rep_map WHERE theirs = l.rep), seq, hlc, tbl, row, op, col, \
         (SELECT ours FROM temp.rep_map WHERE theirs = l.prep), pseq, grp, old, new, knew \
         FROM other.log l WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3",
    )?;
    let mut count = conn.prepare(
        "UPDATE main.replica SET held = held + ?2, upto = max(upto, ?3), \
         hlc = max(hlc, (SELECT hlc FROM other.replica WHERE n = ?1)) \
         WHERE n = (SELECT ours FROM temp.rep_map WHERE theirs = ?1)",
    )?;
    for Missing { theirs, from, to } in missing {
        let came = bring.execute([theirs, from, to])?;
        count.execute(params![theirs, came as i64, to])?;
        records += came;
    }
    let mut groups = conn.prepare(
        "INSERT INTO main.grp(rep, grp, action, at, undoes, seq_from, seq_to) \
         SELECT m.ours, g.grp, action, at, undoes, seq_from, seq_to \
         FROM other.grp g JOIN temp.rep_map m ON m.theirs = g.rep WHERE g.rep = ?1 ON CONFLICT DO NOTHING",
    )?;
    let replicas: BTreeSet<i64> = missing.iter().map(|missing| missing.theirs).collect();
    for theirs in replicas {
        groups.execute([theirs])?;
    }
    Ok(records)
}

/// Rows that are not here yet come as they stand there: their fields hold what all their records say.
fn bring_rows(conn: &Connection, work: &Work) -> Result<(), FileError> {
    let tables: BTreeSet<i64> = work.fresh.iter().map(|(tbl, _)| *tbl).collect();
    let mut came = 0;
    for number in tables {
        let Some(table) = schema::table(number) else {
            continue;
        };
        let Table { name, .. } = table;
        let columns = table.column_list();
        came += conn.execute(
            &format!(
                "INSERT INTO main.{name}({columns}) SELECT {columns} FROM other.{name} \
                 WHERE id IN (SELECT row FROM temp.fresh WHERE tbl = ?1) ORDER BY id"
            ),
            [number],
        )?;
    }
    if came != work.fresh.len() {
        return Err(FileError::Damaged("rows without their values".into()));
    }
    Ok(())
}
