//! Backups: whole, compact copies of the file, in the user's data folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use chrono::{Datelike, Local, NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::backup::{Backup as Copy, StepResult};
use sha2::{Digest, Sha256};

use super::error::FileError;
use super::open::{self, OfficeFile};
use super::{schema, trust};

/// Why a backup was made; part of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The first opening of a day.
    Daily,
    /// Before a merge.
    Merge,
    /// Before an upgrade.
    Upgrade,
    /// Before a backup was restored.
    Restore,
    /// Asked for.
    Asked,
}

impl Reason {
    const ALL: [Self; 5] = [Self::Daily, Self::Merge, Self::Upgrade, Self::Restore, Self::Asked];

    fn word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Merge => "merge",
            Self::Upgrade => "upgrade",
            Self::Restore => "restore",
            Self::Asked => "asked",
        }
    }
}

/// One backup of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub at: NaiveDateTime,
    /// Why.
    pub reason: Reason,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Newest daily backups kept; of the older ones one a month, for a year.
const DAYS: usize = 10;
const MONTHS: usize = 12;
/// Newest backups kept of every other reason.
const OTHERS: usize = 10;

/// How often, and after which wait, a copy is tried while another program writes.
const TRIES: usize = 50;
const WAIT: std::time::Duration = std::time::Duration::from_millis(100);

const STAMP: &str = "%Y%m%d-%H%M%S";

/// The folder backups lie in: the user's data folder, or what `DULUAN_BACKUPS` names.
pub fn folder() -> PathBuf {
    if let Some(named) = std::env::var_os("DULUAN_BACKUPS").filter(|named| !named.is_empty()) {
        return PathBuf::from(named);
    }
    directories::ProjectDirs::from("", "", "duluan")
        .map_or_else(std::env::temp_dir, |folders| folders.data_local_dir().to_owned())
        .join("backups")
}

impl OfficeFile {
    /// Copies the file, compact and whole, to `to`; refuses an existing one.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be written; nothing is left behind then.
    pub fn backup_to(&self, to: &Path) -> Result<(), FileError> {
        if to.exists() {
            return Err(FileError::Exists(to.to_owned()));
        }
        write_copy(&self.conn, to)
    }

    /// Makes a backup in the folder of backups.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be written.
    pub fn backup(&self, backups: &Path, reason: Reason) -> Result<PathBuf, FileError> {
        keep(&self.conn, &self.path, backups, reason)
    }

    /// Makes the day's backup when there is none yet, and lets go of old ones.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be written.
    pub fn backup_daily(&self, backups: &Path) -> Result<Option<PathBuf>, FileError> {
        let today = Local::now().date_naive();
        let made = list(&self.path, backups)?
            .iter()
            .any(|backup| backup.reason == Reason::Daily && backup.at.date() == today);
        if made {
            return Ok(None);
        }
        keep(&self.conn, &self.path, backups, Reason::Daily).map(Some)
    }
}

/// Backups of the file at `path`, newest first.
///
/// # Errors
/// [`FileError::Io`] when the folder cannot be read; a folder that is not there holds none.
pub fn list(path: &Path, backups: &Path) -> Result<Vec<Backup>, FileError> {
    let prefix = prefix(path);
    let mut found = Vec::new();
    let entries = match fs::read_dir(backups) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(rest) = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(".duluan")) else {
            continue;
        };
        // 20261105-070809-merge, with -2 and so on when a second holds several
        let Some((stamp, rest)) = rest.split_at_checked(15) else {
            continue;
        };
        let Ok(at) = NaiveDateTime::parse_from_str(stamp, STAMP) else {
            continue;
        };
        let word = rest.split('-').nth(1).unwrap_or_default();
        let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.word() == word) else {
            continue;
        };
        let bytes = entry.metadata()?.len();
        found.push(Backup { path: entry.path(), at, reason, bytes });
    }
    found.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
    Ok(found)
}

/// Puts `backup` in the place of the file at `path`. The file as it was is backed up first. The pages are copied inside one
/// transaction of SQLite's, so another program that has the file open is waited for, and a power cut leaves before or
/// after.
///
/// # Errors
/// [`FileError`] when the backup is no sound office file, or the file is in use.
pub fn restore(path: &Path, backup: &Path, backups: &Path) -> Result<Option<PathBuf>, FileError> {
    if !backup.exists() {
        return Err(FileError::Missing(backup.to_owned()));
    }
    let source = open::connect(backup, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let version = trust::version(&source)?;
    if version > schema::VERSION {
        return Err(FileError::Newer(version));
    }
    trust::readable(&source)?;
    sound(&source)?;
    let mut kept = None;
    if path.exists() {
        let current = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // What is to be replaced may be broken beyond a database's copy; then its bytes are kept.
        kept = Some(match keep(&current, path, backups, Reason::Restore) {
            Ok(kept) => kept,
            Err(FileError::Busy) => return Err(FileError::Busy),
            Err(_) => keep_bytes(path, backups)?,
        });
    } else {
        open::create_private(path)?;
    }
    let mut target = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    target.busy_timeout(std::time::Duration::from_secs(5))?;
    copy_pages(&source, &mut target)?;
    Ok(kept)
}

/// Copies all pages inside one transaction.
pub(super) fn copy_pages(source: &Connection, target: &mut Connection) -> Result<(), FileError> {
    let copy = Copy::new(source, target)?;
    for _ in 0..TRIES {
        // All pages in one step: the source cannot change in between.
        match copy.step(-1)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => std::thread::sleep(WAIT),
        }
    }
    Err(FileError::Busy)
}

/// The same in steps; after each `told` hears how many pages of how many are copied, and its error breaks the copying off. What
/// is copied cannot change in between.
pub(super) fn copy_steps<E>(
    source: &Connection,
    target: &mut Connection,
    mut told: impl FnMut(usize, usize) -> Result<(), E>,
) -> Result<Result<(), E>, FileError> {
    open::reading(source, |source| {
        // The transaction begins with the first read.
        let _: i64 = source.pragma_query_value(None, "schema_version", |row| row.get(0))?;
        let copy = Copy::new(source, target)?;
        let mut waits = 0;
        loop {
            match copy.step(SHORT_STEP)? {
                StepResult::Done => return Ok(Ok(())),
                StepResult::More => {
                    let pages = copy.progress();
                    let (left, all) = (pages.remaining.max(0) as usize, pages.pagecount.max(0) as usize);
                    if let Err(error) = told(all.saturating_sub(left), all) {
                        return Ok(Err(error));
                    }
                }
                _ if waits == TRIES => return Err(FileError::Busy),
                _ => {
                    waits += 1;
                    std::thread::sleep(WAIT);
                }
            }
        }
    })
}

/// Pages a slow stick gives in a moment.
const SHORT_STEP: i32 = 512;

/// SQLite's own quick check.
pub(super) fn sound(conn: &Connection) -> Result<(), FileError> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(FileError::Damaged(answer)) }
}

/// Makes a backup of `conn`, the file at `path`, in the folder and lets go of old ones.
pub(super) fn keep(
    conn: &Connection,
    path: &Path,
    backups: &Path,
    reason: Reason,
) -> Result<PathBuf, FileError> {
    let target = free_name(path, backups, reason)?;
    // Nobody waits for the day's backup, and people work meanwhile.
    if reason == Reason::Daily && bytes(conn)? > LARGE {
        write_part(&target, |part| copy_gently(conn, part, STEP, || std::thread::sleep(PAUSE)))?;
    } else {
        write_copy(conn, &target)?;
    }
    rotate(path, backups)?;
    Ok(target)
}

fn keep_bytes(path: &Path, backups: &Path) -> Result<PathBuf, FileError> {
    let target = free_name(path, backups, Reason::Restore)?;
    open::create_private(&target)?;
    fs::copy(path, &target)?;
    Ok(target)
}

fn free_name(path: &Path, backups: &Path, reason: Reason) -> Result<PathBuf, FileError> {
    fs::create_dir_all(backups)?;
    let stamp = Local::now().format(STAMP);
    let head = format!("{}{stamp}-{}", prefix(path), reason.word());
    let names =
        std::iter::once(format!("{head}.duluan")).chain((2..).map(|count| format!("{head}-{count}.duluan")));
    names
        .map(|name| backups.join(name))
        .find(|target| !target.exists())
        .ok_or_else(|| FileError::Missing(backups.to_owned()))
}

/// VACUUM INTO a file that was created 0600 (it would make 0644).
pub(super) fn write_copy(conn: &Connection, to: &Path) -> Result<(), FileError> {
    write_part(to, |part| {
        conn.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
        Ok(())
    })
}

/// Lets `write` fill a private file, brings it to disk, then under its name; nothing is left behind when it fails.
fn write_part(to: &Path, write: impl FnOnce(&Path) -> Result<(), FileError>) -> Result<(), FileError> {
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let _ = fs::remove_file(&part);
    open::create_private(&part)?;
    let done = write(&part)
        // Windows flushes only what is open for writing.
        .and_then(|()| Ok(File::options().write(true).open(&part)?.sync_all()?))
        .and_then(|()| Ok(fs::rename(&part, to)?));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    done
}

/// Bytes of the file.
fn bytes(conn: &Connection) -> Result<i64, FileError> {
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let size: i64 = conn.pragma_query_value(None, "page_size", |row| row.get(0))?;
    Ok(pages.saturating_mul(size))
}

/// From so many bytes on, a tenth of a second of copying, the day's backup is made in small steps.
const LARGE: i64 = 64 << 20;
/// Pages of a step, and the pause after it: a search of somebody at the keyboard has the processor and the disk in between.
const STEP: i32 = 256;
const PAUSE: std::time::Duration = std::time::Duration::from_millis(4);

/// Copies page by page, with a pause after each step. What another program writes meanwhile makes SQLite begin again; when it
/// has done so too often the rest is copied at once.
fn copy_gently(conn: &Connection, part: &Path, step: i32, mut pause: impl FnMut()) -> Result<(), FileError> {
    let mut target = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    target.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    {
        let copy = Copy::new(conn, &mut target)?;
        for _ in 0..(pages / i64::from(step) + 1) * 3 {
            if copy.step(step)? == StepResult::Done {
                return Ok(());
            }
            pause();
        }
    }
    copy_pages(conn, &mut target)
}

fn rotate(path: &Path, backups: &Path) -> Result<(), FileError> {
    let all = list(path, backups)?;
    for reason in Reason::ALL {
        let of_reason: Vec<_> = all.iter().filter(|backup| backup.reason == reason).collect();
        let keep = if reason == Reason::Daily {
            daily_kept(&of_reason.iter().map(|backup| backup.at.date()).collect::<Vec<_>>())
        } else {
            (0..of_reason.len()).map(|place| place < OTHERS).collect()
        };
        for (backup, keep) in of_reason.iter().zip(keep) {
            if !keep {
                fs::remove_file(&backup.path)?;
            }
        }
    }
    Ok(())
}

/// Which of the days (newest first) are kept.
fn daily_kept(days: &[NaiveDate]) -> Vec<bool> {
    let mut months = Vec::new();
    days.iter()
        .enumerate()
        .map(|(place, day)| {
            let month = (day.year(), day.month());
            let first_of_month = !months.contains(&month);
            if first_of_month {
                months.push(month);
            }
            place < DAYS || (first_of_month && months.len() <= MONTHS)
        })
        .collect()
}

/// Start of the names of a file's backups: its name, and a hash of where it lies, for files of one name.
fn prefix(path: &Path) -> String {
    let whole =
        fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let digest = Sha256::digest(whole.to_string_lossy().as_bytes());
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{:02x}{:02x}{:02x}{:02x}-", digest[0], digest[1], digest[2], digest[3])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::testing::{Nothing, new_file};
    use crate::file::{Tx, Who};

    fn enter(file: &mut OfficeFile, count: usize) {
        let insert = |tx: &Tx| {
            for _ in 0..count {
                tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'thôn Đông Thượng')", [tx.new_id()])?;
            }
            Ok::<_, FileError>(())
        };
        file.write("enter", insert).unwrap();
    }

    /// A gentle copy of the file while `writes` of its pauses are used by another program to write.
    fn copied(writes: usize) -> (i64, i64, usize) {
        let (folder, mut file) = new_file();
        enter(&mut file, 500);
        let part = folder.path().join("ban-sao.duluan");
        open::create_private(&part).unwrap();
        let mut other = OfficeFile::open(file.path(), Who::default(), &Nothing).unwrap();
        let mut pauses = 0;
        copy_gently(file.connection(), &part, 8, || {
            pauses += 1;
            if pauses <= writes {
                enter(&mut other, 1);
            }
        })
        .unwrap();
        let copy = Connection::open(&part).unwrap();
        sound(&copy).unwrap();
        let count = |sql: &str| copy.query_row(sql, [], |row| row.get(0)).unwrap();
        (count("SELECT count(*) FROM unit"), count("SELECT count(*) FROM log WHERE tbl = 4"), pauses)
    }

    #[test]
    fn a_copy_in_steps_is_whole() {
        let (units, records, pauses) = copied(0);
        assert_eq!((units, records), (500, 500));
        assert!(pauses > 5, "{pauses}");
    }

    #[test]
    fn what_another_program_writes_meanwhile_is_in_it_or_not_and_never_half() {
        let (units, records, _) = copied(1);
        assert_eq!((units, records), (501, 501));
        // Somebody who never stops writing does not keep the copy from coming to its end.
        let (units, records, _) = copied(usize::MAX);
        assert!(units > 501 && units == records, "{units} {records}");
    }
}
