//! Bringing two whole files together: the union of their log records, and for each touched field the record that holds.

mod back;
mod incoming;
mod union;

pub use back::{Run, TakenBack, runs};

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde::Serialize;
use uuid::Uuid;

use super::error::FileError;
use super::field::{self, Field};
use super::open::OfficeFile;
use super::{backup, decide, open, schema, value};

/// What a merge brought, or would bring. The names are the keys of `duluan merge --json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// Log records that were not here.
    pub records: usize,
    /// Rows that are new or changed.
    pub rows: usize,
    /// Fields two copies set differently, and rows deleted in one and edited in the other, that wait for a decision.
    pub clashes: usize,
    /// Numbers that two rows bear since this merge.
    pub duplicates_to_decide: usize,
    /// The rows by table, those with most first.
    #[serde(skip)]
    pub by_table: Vec<(&'static str, usize)>,
    /// Where ours was backed up before; `None` when nothing was brought.
    #[serde(skip)]
    pub backup: Option<PathBuf>,
}

/// Why two files were not merged; ours is as it was.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// The other file cannot be used.
    #[error("the other file: {0}")]
    Other(FileError),
    /// Ours cannot.
    #[error(transparent)]
    Ours(#[from] FileError),
}

impl From<rusqlite::Error> for MergeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Ours(error.into())
    }
}

/// Where backups go, and whether anything is kept.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The folder of backups; `None` = make none.
    pub backups: Option<&'a Path>,
    /// Count only; nothing is written.
    pub dry_run: bool,
}

impl OfficeFile {
    /// Merges the other file into this one. The other is copied, checked and not touched.
    ///
    /// # Errors
    /// [`MergeError`]; this file is as it was then.
    pub fn merge(&mut self, other: &Path, options: Options) -> Result<Merged, MergeError> {
        if !self.is_writable() {
            return Err(FileError::ReadOnly.into());
        }
        if incoming::holds_nothing_new(&self.conn, other).map_err(MergeError::Other)? {
            return Ok(Merged::default());
        }
        let incoming = incoming::Incoming::take(other, self.rooms).map_err(MergeError::Other)?;
        incoming.check().map_err(MergeError::Other)?;
        incoming.attach(&self.conn)?;
        let merged = self.merge_attached(other, options);
        self.conn.execute_batch("DETACH other")?;
        self.run.seen = -1;
        let merged = merged?;
        self.finish_pending()?;
        Ok(merged)
    }

    /// The merge itself; the other file is attached as `other`.
    pub(super) fn merge_attached(&mut self, other: &Path, options: Options) -> Result<Merged, MergeError> {
        let mut merged = Merged::default();
        if let Some(backups) = options.backups.filter(|_| !options.dry_run)
            && union::anything_new(&self.conn)?
        {
            merged.backup = Some(backup::keep(&self.conn, &self.path, backups, backup::Reason::Merge)?);
        }
        let now = value::moment_of((self.clock)());
        open::make_room(&self.conn)?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let quiet = Quiet::new(&tx)?;
        // Rows come table by table; what they refer to is there at the end.
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let brought = union::bring(&tx)?;
        merged.records = brought.records;
        merged.rows = brought.changed.count();
        merged.by_table = brought.changed.tables().map(|(table, rows)| (table, rows.len())).collect();
        merged.by_table.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        merged.clashes = brought.clashes;
        if brought.records > 0 {
            let before = decide::open_doubles(&tx)?;
            merged.duplicates_to_decide = decide::ask_doubles(&tx)?.saturating_sub(before);
        }
        if brought.records > 0 {
            note_run(&tx, other, &now, &merged, &brought.ranges)?;
        }
        drop(quiet);
        if !brought.changed.is_empty() {
            self.rooms.update(&tx, &brought.changed)?;
        }
        if options.dry_run {
            tx.rollback()?;
        } else {
            tx.commit()?;
        }
        Ok(merged)
    }
}

/// While it lives, triggers sleep: what a merge writes is logged already.
pub(super) struct Quiet<'a>(&'a Connection);

impl<'a> Quiet<'a> {
    pub fn new(conn: &'a Connection) -> Result<Self, FileError> {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        Ok(Self(conn))
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        // It cannot fail: the connection is open and the setting known. Were it to, the next write would be unlogged, so the
        // error is looked for where a write begins.
        let _ = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
    }
}

/// Records of one replica: its number here, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    rep: i64,
    from: i64,
    to: i64,
}

fn note_run(
    tx: &Transaction,
    other: &Path,
    now: &str,
    merged: &Merged,
    ranges: &[Range],
) -> Result<(), FileError> {
    let id = Uuid::now_v7();
    let name = other.file_name().unwrap_or_default().to_string_lossy();
    let backup = merged.backup.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
    tx.execute(
        "INSERT INTO merge_run(id, at, source, records, backup) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, now, name, merged.records as i64, backup],
    )?;
    let mut part =
        tx.prepare("INSERT INTO merge_run_part(run, rep, seq_from, seq_to) VALUES (?1, ?2, ?3, ?4)")?;
    for range in ranges {
        part.execute(params![id, range.rep, range.from, range.to])?;
    }
    Ok(())
}

/// What settling a field did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Settled {
    pub changed: bool,
    pub clash: bool,
}

/// Makes the field hold what its records say: erased values go, the head's value stands in the table, the questions are
/// asked. `created` is the value the field was created with, where no record is left to say it; `asked` is false when nothing
/// was asked about the row before.
pub(super) fn settle(
    conn: &Connection,
    field: Field,
    created: Option<&rusqlite::types::Value>,
    asked: bool,
) -> Result<Settled, FileError> {
    let Some((table, column)) =
        schema::table(field.tbl).and_then(|table| Some((table, table.column(field.col)?)))
    else {
        return Ok(Settled::default());
    };
    let records = field::load(conn, field)?;
    let judged = field::judge(&records);
    for &place in &judged.erased {
        let record = &records[place];
        conn.prepare_cached("UPDATE log SET op = 3, old = NULL, new = NULL WHERE rep = ?1 AND seq = ?2")?
            .execute([record.rep, record.seq])?;
    }
    if !judged.erased.is_empty() {
        conn.execute("INSERT INTO pending(what) VALUES ('vacuum') ON CONFLICT DO NOTHING", [])?;
    }
    let (name, column) = (table.name, column.name);
    let changed = match (judged.head.map(|head| &records[head]), created) {
        (Some(head), _) => conn
            .prepare_cached(&format!(
                "UPDATE {name} SET {column} = v.new FROM (SELECT new FROM log WHERE rep = ?2 AND seq = ?3) v \
                 WHERE id = ?1 AND {column} IS NOT v.new"
            ))?
            .execute(params![field.row, head.rep, head.seq])?,
        (None, Some(created)) => conn
            .prepare_cached(&format!("UPDATE {name} SET {column} = ?2 WHERE id = ?1 AND {column} IS NOT ?2"))?
            .execute(params![field.row, created])?,
        (None, None) => 0,
    };
    let leaves: Vec<_> = judged.leaves.iter().map(|&place| &records[place]).collect();
    let clash = (asked || leaves.len() > 1) && decide::ask_leaves(conn, field, &leaves)?;
    Ok(Settled { changed: changed > 0, clash })
}
