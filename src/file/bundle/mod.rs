//! A bundle: a small file of the same schema that holds chosen rows with their whole history and all they refer to. It claims no
//! completeness, so bundles are merged in any order and any number of times. A redacted bundle is a new document
//! ([`redact`]). Either may be closed with a passphrase; then it is made in memory and never lies readable on a disk.

mod choice;
mod redact;

pub use choice::Choice;
pub use redact::Redaction;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::error::FileError;
use super::open::{self, OfficeFile};
use super::schema::{self, APPLICATION_ID, VERSION};
use super::seal::{self, Passphrase};
use super::stop::Stop;
use super::{decide, trust};
use choice::Place;

/// What a bundle holds. The names are the keys of `duluan bundle --json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Bundled {
    /// Rows.
    pub rows: usize,
    /// Records of their history; those of a redacted bundle are its own.
    pub records: usize,
    /// Size of the file.
    pub bytes: u64,
    /// The rows by table, those with most first.
    #[serde(skip)]
    pub by_table: Vec<(&'static str, usize)>,
}

/// How a bundle is made.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Closes it.
    pub passphrase: Option<&'a Passphrase>,
    /// Makes a new document without what could tell who somebody is.
    pub redact: Option<&'a Redaction>,
    /// Breaks it off; no file is left then.
    pub stop: Option<&'a Stop>,
    /// Hears how much of how much is done.
    pub told: Option<&'a dyn Fn(usize, usize)>,
}

/// How far the making is.
pub(super) struct Course<'a> {
    options: Options<'a>,
    done: usize,
    all: usize,
}

impl Course<'_> {
    /// So much is to be done.
    pub fn expect(&mut self, all: usize) {
        self.all = all;
    }

    /// One more thing is done; an error when it is to stop.
    pub fn step(&mut self) -> Result<(), FileError> {
        self.done += 1;
        if self.done.is_multiple_of(OFTEN)
            && let Some(told) = self.options.told
        {
            told(self.done.min(self.all), self.all);
        }
        Stop::look(self.options.stop)
    }
}

/// After so many rows it is told how far it is.
const OFTEN: usize = 100;

impl OfficeFile {
    /// Writes a bundle to `out`. Refuses an existing file; a bundle that would hold nothing is not written.
    ///
    /// # Errors
    /// [`FileError`]; nothing is left behind then.
    pub fn bundle(&self, choice: &Choice, out: &Path, options: Options) -> Result<Bundled, FileError> {
        if let Some(super::Notice::Newer(version)) = self.notice() {
            return Err(FileError::Newer(*version));
        }
        if out.exists() {
            return Err(FileError::Exists(out.to_owned()));
        }
        // One state of the file, whatever another program writes meanwhile.
        open::reading(&self.conn, |conn| {
            let rows = choice::rows(conn, choice)?;
            if rows.is_empty() {
                return Ok(Bundled::default());
            }
            put(out, options.passphrase, |made| self.filled(made, &rows, options))
        })
    }

    /// What a bundle would hold; nothing is written.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn bundle_plan(&self, choice: &Choice, options: Options) -> Result<Bundled, FileError> {
        open::reading(&self.conn, |conn| {
            let rows = choice::rows(conn, choice)?;
            if options.redact.is_some() && !rows.is_empty() {
                // A new document: what it holds shows when it is made.
                return self.filled(open::in_memory()?, &rows, options).map(|(_, bundled)| bundled);
            }
            let mut bundled = Bundled { rows: rows.len(), ..Bundled::default() };
            for table in schema::tables() {
                let count = of_table(&rows, table.number).count();
                if count > 0 {
                    bundled.by_table.push((table.name, count));
                }
            }
            bundled.by_table.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            Ok(bundled)
        })
    }

    fn filled(
        &self,
        made: Connection,
        rows: &BTreeSet<Place>,
        options: Options,
    ) -> Result<(Connection, Bundled), FileError> {
        let mut course = Course { options, done: 0, all: rows.len() * 2 };
        match options.redact {
            Some(redaction) => redact::fill(self, made, rows, redaction, &mut course),
            None => self.copied(made, rows, &mut course),
        }
    }

    /// Copies the rows with their history.
    fn copied(
        &self,
        mut made: Connection,
        rows: &BTreeSet<Place>,
        course: &mut Course,
    ) -> Result<(Connection, Bundled), FileError> {
        // Rows come table by table; what they refer to is looked for at the end.
        made.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")?;
        open::lay_out_tables(&made)?;
        let mut bundled = Bundled { rows: rows.len(), ..Bundled::default() };
        for table in schema::tables() {
            let columns = table.column_list();
            let count = copy(
                &self.conn,
                &made,
                table.name,
                &columns,
                "id = ?1",
                of_table(rows, table.number).map(|row| vec![row.into()]),
                || course.step(),
            )?;
            if count > 0 {
                bundled.by_table.push((table.name, count));
            }
        }
        bundled.by_table.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        bundled.records = copy(
            &self.conn,
            &made,
            "log",
            "rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew",
            "row = ?1 AND tbl = ?2",
            rows.iter().map(|(tbl, row)| vec![(*row).into(), (*tbl).into()]),
            || course.step(),
        )?;
        copy_log_tables(&self.conn, &made, rows)?;
        open::lay_out_triggers(&made)?;
        made.pragma_update(None, "application_id", APPLICATION_ID)?;
        made.pragma_update(None, "user_version", VERSION)?;
        if made.prepare("PRAGMA foreign_key_check")?.exists([])? {
            return Err(FileError::Damaged("foreign_key_check".into()));
        }
        Stop::watch(course.options.stop, &mut made)?;
        self.rooms.rebuild(&made)?;
        decide::rebuild(&made)?;
        Stop::leave(&mut made);
        made.execute_batch("COMMIT")?;
        Ok((made, bundled))
    }
}

/// Replicas and groups of the records, and markers of what was erased.
fn copy_log_tables(ours: &Connection, made: &Connection, rows: &BTreeSet<Place>) -> Result<(), FileError> {
    let replicas: Vec<i64> = made
        .prepare("SELECT DISTINCT rep FROM log")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    copy(
        ours,
        made,
        "replica",
        "n, uuid, office, person, machine, opened, upto, held, hlc",
        "n = ?1",
        replicas.into_iter().map(|rep| vec![rep.into()]),
        || Ok(()),
    )?;
    made.execute_batch(
        "UPDATE replica SET (held, upto, hlc) = (SELECT count(*), max(seq), max(hlc) FROM log WHERE rep = n)",
    )?;
    let groups: Vec<(i64, i64)> = made
        .prepare("SELECT DISTINCT rep, grp FROM log")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    copy(
        ours,
        made,
        "grp",
        "rep, grp, action, at, undoes, seq_from, seq_to",
        "rep = ?1 AND grp = ?2",
        groups.into_iter().map(|(rep, grp)| vec![rep.into(), grp.into()]),
        || Ok(()),
    )?;
    copy(
        ours,
        made,
        "erasure",
        "id, tbl, row, col, at, person, office, reason",
        "row = ?1 AND tbl = ?2",
        rows.iter().map(|(tbl, row)| vec![(*row).into(), (*tbl).into()]),
        || Ok(()),
    )?;
    Ok(())
}

/// The rows of a table among them.
fn of_table(rows: &BTreeSet<Place>, table: i64) -> impl Iterator<Item = uuid::Uuid> + '_ {
    rows.range((table, uuid::Uuid::nil())..=(table, uuid::Uuid::max())).map(|(_, row)| *row)
}

/// Copies what stands in a table under each of the conditions. Gives how many rows that were.
fn copy(
    from: &Connection,
    to: &Connection,
    table: &str,
    columns: &str,
    condition: &str,
    values: impl Iterator<Item = Vec<rusqlite::types::Value>>,
    mut go_on: impl FnMut() -> Result<(), FileError>,
) -> Result<usize, FileError> {
    let mut read = from.prepare_cached(&format!("SELECT {columns} FROM {table} WHERE {condition}"))?;
    let width = read.column_count();
    let places: Vec<String> = (1..=width).map(|place| format!("?{place}")).collect();
    let mut write =
        to.prepare_cached(&format!("INSERT INTO {table}({columns}) VALUES ({})", places.join(", ")))?;
    let mut count = 0;
    for values in values {
        go_on()?;
        let mut found = read.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = found.next()? {
            for place in 0..width {
                write.raw_bind_parameter(place + 1, ToSqlOutput::Borrowed(row.get_ref(place)?))?;
            }
            write.raw_execute()?;
            count += 1;
        }
    }
    Ok(count)
}

/// Makes a bundle under a name of its own beside `out`, brings it to the disk and gives it its name. What is to be closed is
/// made in memory.
fn put(
    out: &Path,
    passphrase: Option<&Passphrase>,
    fill: impl FnOnce(Connection) -> Result<(Connection, Bundled), FileError>,
) -> Result<Bundled, FileError> {
    let part = Part::new(out)?;
    let bundled = if let Some(passphrase) = passphrase {
        let (mut made, bundled) = fill(open::in_memory()?)?;
        let plain = made.serialize(MAIN_DB)?;
        let mut sealed = BufWriter::new(File::options().write(true).open(&part.0)?);
        seal::seal(&plain, passphrase, &mut sealed)?;
        sealed.flush()?;
        bundled
    } else {
        let (made, bundled) = fill(open::connect(&part.0, OpenFlags::SQLITE_OPEN_READ_WRITE)?)?;
        trust::structure(&made)?;
        bundled
    };
    let whole = File::options().write(true).open(&part.0)?;
    whole.sync_all()?;
    let bytes = whole.metadata()?.len();
    drop(whole);
    fs::rename(&part.0, out)?;
    Ok(Bundled { bytes, ..bundled })
}

/// The name a bundle bears until it is whole; what stands there goes with the value.
struct Part(PathBuf);

impl Part {
    fn new(out: &Path) -> Result<Self, FileError> {
        let mut name = out.as_os_str().to_owned();
        name.push(format!(".{}.part", uuid::Uuid::now_v7()));
        let part = Self(PathBuf::from(name));
        open::create_private(&part.0)?;
        Ok(part)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        for beside in ["", "-journal"] {
            let mut name = self.0.clone().into_os_string();
            name.push(beside);
            // After the renaming there is nothing to remove.
            let _ = fs::remove_file(name);
        }
    }
}

#[cfg(test)]
mod tests;
