//! Many files in one go: one backup, every file a merge of its own, so that cancelling or a power cut leaves whole files in
//! and the others out, and any of them can be taken back alone.

use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::incoming::Private;
use super::{MergeError, Merged, Options};
use crate::file::error::FileError;
use crate::file::open::{self, OfficeFile};
use crate::file::stop::Stop;
use crate::file::{backup, context};

/// How far a merge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The file that is being brought in.
    pub source: &'a Path,
    /// Its place among them, from 0.
    pub file: usize,
    /// How many there are.
    pub files: usize,
    /// How far this one is, of [`Progress::WHOLE`].
    pub part: usize,
}

impl Progress<'_> {
    /// Parts of one file.
    pub const WHOLE: usize = 1000;

    /// How much of everything is done, and how much everything is: what a bar shows.
    pub fn of_all(&self) -> (usize, usize) {
        (self.file * Self::WHOLE + self.part.min(Self::WHOLE), self.files * Self::WHOLE)
    }
}

/// Tells the progress and asks whether to go on.
pub(in crate::file) struct Watch<'a> {
    pub go_on: &'a mut dyn FnMut(Progress) -> bool,
    pub now: Progress<'a>,
}

impl Watch<'_> {
    /// The file is this far.
    ///
    /// # Errors
    /// [`MergeError::Cancelled`] when it is not to go on.
    pub fn at(&mut self, part: usize) -> Result<(), MergeError> {
        self.now.part = part;
        if (self.go_on)(self.now) { Ok(()) } else { Err(MergeError::Cancelled) }
    }
}

/// Why the files after a certain one were not looked at.
#[derive(Debug)]
pub enum Stopped {
    /// Somebody cancelled.
    Cancelled,
    /// Ours cannot be written any more, for instance because the disk is full.
    Ours(FileError),
}

/// What became of many files.
#[derive(Debug, Default)]
pub struct MergedAll {
    /// Everything that came together; its backup holds our file as it was before the first.
    pub sum: Merged,
    /// The files that were brought in, in their order; equal ones brought nothing.
    pub files: Vec<(PathBuf, Merged)>,
    /// The files that were refused, and why. The others are not touched by that.
    pub refused: Vec<(PathBuf, FileError)>,
    /// Set when not all files were come to. What is in `files` is in.
    pub stopped: Option<Stopped>,
}

impl OfficeFile {
    /// Merges the other files into this one, each whole or not at all. They are copied, checked and not touched. `go_on` is
    /// told the progress and asked whether to go on, several times a file.
    ///
    /// A dry run counts what all of them together would bring, in a private copy of this file.
    pub fn merge_all(
        &mut self,
        sources: &[PathBuf],
        options: Options,
        mut go_on: impl FnMut(Progress) -> bool,
    ) -> MergedAll {
        if !options.dry_run || sources.len() < 2 {
            return self.merge_each(sources, options, &mut go_on);
        }
        let rehearsed = self.rehearsal(options.stop).map(|(_private, mut copy)| {
            // What one file brings, the next one brings no more: so it is done there, not only counted.
            copy.merge_each(sources, Options { backups: None, dry_run: false, ..options }, &mut go_on)
        });
        rehearsed.unwrap_or_else(|error| {
            let stopped = if error.is_interrupted() { Stopped::Cancelled } else { Stopped::Ours(error) };
            MergedAll { stopped: Some(stopped), ..MergedAll::default() }
        })
    }

    fn merge_each(
        &mut self,
        sources: &[PathBuf],
        options: Options,
        go_on: &mut dyn FnMut(Progress) -> bool,
    ) -> MergedAll {
        let mut all = MergedAll::default();
        for (file, source) in sources.iter().enumerate() {
            let now = Progress { source, file, files: sources.len(), part: 0 };
            let mut watch = Watch { go_on: &mut *go_on, now };
            match self.merge_one(source, options, all.sum.backup.as_deref(), &mut watch) {
                Ok(merged) => {
                    all.sum.add(&merged);
                    all.files.push((source.clone(), merged));
                }
                Err(MergeError::Other(error)) => all.refused.push((source.clone(), error)),
                Err(MergeError::Cancelled) => {
                    all.stopped = Some(Stopped::Cancelled);
                    break;
                }
                Err(MergeError::Ours(error)) => {
                    all.stopped = Some(Stopped::Ours(error));
                    break;
                }
            }
        }
        if let Err(error) = self.finish_pending() {
            all.stopped.get_or_insert(Stopped::Ours(error));
        }
        all
    }

    /// A private copy of this file to try things in; it goes with the first value.
    fn rehearsal(&self, stop: Option<&Stop>) -> Result<(Private, Self), FileError> {
        let private = Private::new()?;
        let mut conn = open::connect(private.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.execute_batch("PRAGMA synchronous = OFF")?;
        backup::copy_steps(&self.conn, &mut conn, |_, _| Stop::look(stop))??;
        let mut copy = Self::of(conn, private.path(), self.who.clone(), self.rooms, None)?;
        copy.set_clock(context::system_clock());
        Ok((private, copy))
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params;

    use super::*;
    use crate::file::backup::Reason;
    use crate::file::scenarios::{PLAIN, office};
    use crate::file::testing::new_file;

    /// Communes' files, each with a report and two items of its own village.
    fn communes(folder: &Path, count: usize) -> Vec<PathBuf> {
        (0..count)
            .map(|number| {
                let path = folder.join(format!("xa-{number}.duluan"));
                let mut file = office(&path, "Chị Hoa");
                file.write("enter", |tx| {
                    let (commune, village, report) = (tx.new_id(), tx.new_id(), tx.new_id());
                    tx.execute(
                        "INSERT INTO unit(id, name, level) VALUES (?1, ?2, 'commune')",
                        params![commune, format!("xã số {number}")],
                    )?;
                    tx.execute(
                        "INSERT INTO unit(id, parent, level) VALUES (?1, ?2, 'base')",
                        [village, commune],
                    )?;
                    tx.execute("INSERT INTO report(id, unit) VALUES (?1, ?2)", [report, village])?;
                    for _ in 0..2 {
                        tx.execute("INSERT INTO item(id, report) VALUES (?1, ?2)", [tx.new_id(), report])?;
                    }
                    Ok::<_, FileError>(())
                })
                .unwrap();
                path
            })
            .collect()
    }

    #[test]
    fn many_files_come_in_with_one_backup_and_bad_ones_stop_nothing() {
        let (folder, mut ours) = new_file();
        let mut files = communes(folder.path(), 3);
        files.insert(1, folder.path().join("khong-co.duluan"));
        let text = folder.path().join("thu.duluan");
        std::fs::write(
            &text,
            "không phải sổ, nhưng dài hơn một trăm byte để SQLite đọc hết phần đầu của tệp này nhé",
        )
        .unwrap();
        files.insert(3, text.clone());
        let backups = folder.path().join("backups");
        let options =
            Options { backups: Some(&backups), by_unit: true, dry_run: true, passphrases: None, stop: None };
        let mut bar = Vec::new();
        let before = std::fs::read(ours.path()).unwrap();
        let planned = ours.merge_all(&files, options, |progress| {
            bar.push(progress.of_all());
            true
        });
        assert!(before == std::fs::read(ours.path()).unwrap(), "a dry run writes nothing");
        assert!(!backups.exists());
        assert!(bar.is_sorted() && bar.last() == Some(&(5000, 5000)), "{bar:?}");
        let done = ours.merge_all(&files, Options { dry_run: false, ..options }, |_| true);
        assert_eq!((planned.sum.records, planned.sum.rows), (done.sum.records, done.sum.rows));
        assert_eq!(planned.sum.by_unit, done.sum.by_unit);
        let units: Vec<_> =
            done.sum.by_unit.iter().map(|of| (of.name.as_str(), of.reports, of.items)).collect();
        assert_eq!(units, [("xã số 0", 1, 2), ("xã số 1", 1, 2), ("xã số 2", 1, 2)]);
        assert_eq!(done.sum.by_table, [("item", 6), ("unit", 6), ("report", 3)]);
        assert!(done.stopped.is_none());
        assert!(matches!(
            &done.refused[..],
            [(one, FileError::Missing(_)), (other, FileError::NotAnOffice)] if *one == files[1] && *other == text
        ));
        let kept = backup::list(ours.path(), &backups).unwrap();
        assert_eq!((kept.len(), kept[0].reason), (1, Reason::Merge));
        assert_eq!(super::super::runs(ours.connection()).unwrap().len(), 3, "each can be taken back alone");
        assert_eq!(ours.check().unwrap(), []);
    }

    #[test]
    fn the_same_rows_in_two_files_are_planned_once() {
        let (folder, mut ours) = new_file();
        let one = communes(folder.path(), 1).remove(0);
        let other = folder.path().join("ban-sao.duluan");
        std::fs::copy(&one, &other).unwrap();
        let planned = ours.merge_all(&[one, other], Options { dry_run: true, ..PLAIN }, |_| true);
        assert_eq!(planned.sum.by_table, [("item", 2), ("unit", 2), ("report", 1)]);
    }

    #[test]
    fn wherever_it_is_cancelled_files_are_in_whole_or_not_at_all() {
        let (folder, mut ours) = new_file();
        let files = communes(folder.path(), 2);
        let empty = folder.path().join("trong.duluan");
        ours.backup_to(&empty).unwrap();
        let mut steps: i32 = 0;
        let count = |file: &OfficeFile, table: &str| -> usize {
            let sql = format!("SELECT count(*) FROM {table}");
            file.connection().query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap() as usize
        };
        ours.merge_all(&files, PLAIN, |_| {
            steps += 1;
            true
        });
        assert!(steps > 10, "asked only {steps} times");
        for stop in 0..steps {
            let path = folder.path().join("huy.duluan");
            std::fs::copy(&empty, &path).unwrap();
            let mut file = office(&path, "Anh Nam");
            let mut left: i32 = stop;
            let done = file.merge_all(&files, PLAIN, |_| {
                left -= 1;
                left >= 0
            });
            assert!(matches!(done.stopped, Some(Stopped::Cancelled)));
            assert_eq!(
                (count(&file, "report"), count(&file, "item")),
                (done.files.len(), 2 * done.files.len())
            );
            assert_eq!(file.check().unwrap(), []);
            let rest = file.merge_all(&files, PLAIN, |_| true);
            assert_eq!((rest.files.len(), count(&file, "report")), (2, 2));
        }
    }

    #[test]
    fn a_merge_is_broken_off_in_the_middle_of_a_statement() {
        let (folder, mut ours) = new_file();
        let path = folder.path().join("xa.duluan");
        let mut theirs = office(&path, "Chị Hoa");
        theirs
            .write("enter", |tx| {
                for number in 0..3_000 {
                    let name = format!("thôn {number}");
                    tx.execute("INSERT INTO unit(id, name) VALUES (?1, ?2)", params![tx.new_id(), name])?;
                }
                Ok::<_, FileError>(())
            })
            .unwrap();
        drop(theirs);
        let before = std::fs::read(ours.path()).unwrap();
        let stop = Stop::default();
        let options = Options { stop: Some(&stop), ..PLAIN };
        // Asked when the records begin to come; nobody asks the merge itself to stop.
        for at in [0, 300, 400] {
            let mut last = 0;
            let all = ours.merge_all(std::slice::from_ref(&path), options, |progress| {
                last = progress.part;
                if progress.part >= at {
                    stop.ask();
                }
                true
            });
            assert!(matches!(all.stopped, Some(Stopped::Cancelled)), "{at}: {:?}", all.stopped);
            assert!(last < Progress::WHOLE && all.files.is_empty() && all.refused.is_empty(), "{at}: {last}");
            assert!(before == std::fs::read(ours.path()).unwrap(), "{at}");
            stop.clear();
        }
        let all = ours.merge_all(&[path], options, |_| true);
        assert!(all.stopped.is_none() && all.sum.rows >= 3_000);
        assert_eq!(ours.check().unwrap(), []);
    }
}
