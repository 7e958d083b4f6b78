//! Bringing two whole files together: the union of their log records, and for each touched field the record that holds.

mod back;
pub(super) mod held;
mod incoming;
mod many;
mod union;
mod units;

pub use back::{Run, TakenBack, runs};
pub(super) use many::Watch;
pub use many::{MergedAll, Progress, Stopped};
pub use units::OfUnit;

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde::Serialize;
use uuid::Uuid;

use super::error::FileError;
use super::field::{self, Field};
use super::following::{self, Source, Writer};
use super::open::OfficeFile;
use super::seal::Passphrases;
use super::stop::Stop;
use super::write::Closing;
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
    /// Collaborators, reports and items by unit, where [`Options::by_unit`] asks for it.
    #[serde(skip)]
    pub by_unit: Vec<OfUnit>,
    /// Where ours was backed up before; `None` when nothing was brought.
    #[serde(skip)]
    pub backup: Option<PathBuf>,
}

impl Merged {
    /// Adds what another file brought. The first backup stays: it holds our file as it was before all of them.
    fn add(&mut self, more: &Self) {
        self.records += more.records;
        self.rows += more.rows;
        self.clashes += more.clashes;
        self.duplicates_to_decide += more.duplicates_to_decide;
        for (table, rows) in &more.by_table {
            match self.by_table.iter_mut().find(|(known, _)| known == table) {
                Some((_, sum)) => *sum += rows,
                None => self.by_table.push((table, *rows)),
            }
        }
        self.by_table.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        units::add(&mut self.by_unit, &more.by_unit);
        if self.backup.is_none() {
            self.backup.clone_from(&more.backup);
        }
    }
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
    /// Somebody cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl From<rusqlite::Error> for MergeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Ours(error.into())
    }
}

/// Where backups go, and whether anything is kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The folder of backups; `None` = make none.
    pub backups: Option<&'a Path>,
    /// Count only; nothing is written.
    pub dry_run: bool,
    /// Count the rows by unit too.
    pub by_unit: bool,
    /// What opens the other files that are closed.
    pub passphrases: Option<&'a Passphrases>,
    /// Breaks it off, in the middle of a statement too.
    pub stop: Option<&'a Stop>,
}

impl OfficeFile {
    /// Merges the other file into this one. The other is copied, checked and not touched.
    ///
    /// # Errors
    /// [`MergeError`]; this file is as it was then.
    pub fn merge(&mut self, other: &Path, options: Options) -> Result<Merged, MergeError> {
        self.merge_telling(other, options, &mut |_| true)
    }

    /// The same, telling how far it is and asking whether to go on.
    pub(super) fn merge_telling(
        &mut self,
        other: &Path,
        options: Options,
        go_on: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Merged, MergeError> {
        let now = Progress { source: other, file: 0, files: 1, part: 0 };
        let merged = self.merge_one(other, options, None, &mut Watch { go_on, now })?;
        self.finish_pending()?;
        Ok(merged)
    }

    /// `kept`: a backup of this file that was made before already.
    fn merge_one(
        &mut self,
        other: &Path,
        options: Options,
        kept: Option<&Path>,
        watch: &mut Watch,
    ) -> Result<Merged, MergeError> {
        if !self.is_writable() {
            return Err(FileError::ReadOnly.into());
        }
        match self.merge_watched(other, options, kept, watch) {
            Err(MergeError::Ours(error) | MergeError::Other(error)) if error.is_interrupted() => {
                Err(MergeError::Cancelled)
            }
            answer => answer,
        }
    }

    fn merge_watched(
        &mut self,
        other: &Path,
        options: Options,
        kept: Option<&Path>,
        watch: &mut Watch,
    ) -> Result<Merged, MergeError> {
        watch.at(0)?;
        if let Some(held) = incoming::holds_nothing_new(&self.conn, other).map_err(MergeError::Other)? {
            if !options.dry_run && held.is_news(&self.conn)? {
                let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
                held.note(&tx)?;
                tx.commit()?;
            }
            return Ok(Merged::default());
        }
        let passphrase = options.passphrases.and_then(|known| known.of(other));
        let mut incoming = incoming::Incoming::take(other, passphrase, watch)?;
        watch.at(incoming::COPIED)?;
        incoming.check(options.stop).map_err(MergeError::Other)?;
        watch.at(300)?;
        incoming.attach(&mut self.conn)?;
        Stop::watch(options.stop, &mut self.conn)?;
        let merged = self.merge_attached(other, options, kept, watch);
        Stop::leave(&mut self.conn);
        self.conn.execute_batch("DETACH other")?;
        self.run.seen = -1;
        merged
    }

    /// The merge itself; the other file is attached as `other`.
    pub(super) fn merge_attached(
        &mut self,
        other: &Path,
        options: Options,
        kept: Option<&Path>,
        watch: &mut Watch,
    ) -> Result<Merged, MergeError> {
        let mut merged = Merged::default();
        if let Some(backups) = options.backups.filter(|_| !options.dry_run)
            && union::anything_new(&self.conn)?
        {
            merged.backup = Some(match kept {
                Some(kept) => kept.to_owned(),
                None => backup::keep(&self.conn, &self.path, backups, backup::Reason::Merge)?,
            });
        }
        let clock = (self.clock)();
        let now = value::moment_of(clock);
        open::make_room(&self.conn)?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let quiet = Quiet::new(&tx)?;
        // Rows come table by table; what they refer to is there at the end.
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let brought = union::bring(&tx, watch)?;
        merged.records = brought.records;
        merged.rows = brought.changed.count();
        merged.by_table = brought.changed.tables().map(|(table, rows)| (table, rows.len())).collect();
        merged.by_table.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        merged.clashes = brought.clashes;
        if brought.records > 0 {
            let before = decide::open_doubles(&tx)?;
            merged.duplicates_to_decide = decide::ask_doubles(&tx)?.saturating_sub(before);
            merged.clashes += decide::ask_families(&tx, &brought.places)?;
            merged.clashes += decide::ask_circles(&tx, &brought.changed)?;
        }
        held::Held::read(&tx, "other")?.note(&tx)?;
        let run = match brought.records {
            0 => None,
            _ => Some(note_run(&tx, other, &now, &merged, &brought.ranges)?),
        };
        drop(quiet);
        watch.at(900)?;
        if options.by_unit {
            merged.by_unit = units::count(&tx, &brought.changed)?;
        }
        if !brought.changed.is_empty() {
            self.rooms.update(&tx, &brought.changed)?;
        }
        watch.at(Progress::WHOLE)?;
        if options.dry_run {
            tx.rollback()?;
            return Ok(merged);
        }
        self.run.seen = -1;
        let closing = Closing(&self.numbers, self.numbers.last());
        let before = self.run.groups;
        let mut writer = Writer {
            rooms: self.rooms,
            numbers: &self.numbers,
            run: &mut self.run,
            who: &self.who,
            now: clock,
        };
        let follow = || -> Result<(), FileError> {
            if let Some(run) = run {
                // Taking the merge back takes back what followed from it.
                let ranges = following::write(&tx, &mut writer, &brought.changed, Source::Merged)?;
                note_parts(&tx, run, &ranges)?;
            }
            Ok(tx.commit()?)
        };
        if let Err(error) = follow() {
            self.run.groups = before;
            return Err(error.into());
        }
        std::mem::forget(closing);
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
pub(in crate::file) struct Range {
    pub rep: i64,
    pub from: i64,
    pub to: i64,
}

fn note_run(
    tx: &Transaction,
    other: &Path,
    now: &str,
    merged: &Merged,
    ranges: &[Range],
) -> Result<Uuid, FileError> {
    let id = Uuid::now_v7();
    let name = other.file_name().unwrap_or_default().to_string_lossy();
    let backup = merged.backup.as_deref().map(|path| path.display().to_string()).unwrap_or_default();
    tx.execute(
        "INSERT INTO merge_run(id, at, source, records, backup) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, now, name, merged.records as i64, backup],
    )?;
    note_parts(tx, id, ranges)?;
    Ok(id)
}

fn note_parts(tx: &Transaction, run: Uuid, ranges: &[Range]) -> Result<(), FileError> {
    let mut part =
        tx.prepare("INSERT INTO merge_run_part(run, rep, seq_from, seq_to) VALUES (?1, ?2, ?3, ?4)")?;
    for range in ranges {
        part.execute(params![run, range.rep, range.from, range.to])?;
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
