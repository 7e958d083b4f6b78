//! A file that lies on a network share, a stick or in a synced folder is worked on as a copy on the own machine and published
//! back: what others put there meanwhile is merged in first, then the whole takes its place there under its name in one
//! step. A stick pulled in the middle leaves what lay there before, and everything is still in the own copy; of two people
//! who publish at once the later takes in what the earlier put there.

use std::fs::{self, File, TryLockError};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::OpenFlags;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::error::FileError;
use super::merge::{MergeError, Merged, Options, Progress};
use super::open::{self, OfficeFile};
use super::stop::Stop;

/// What publishing did.
#[derive(Debug, Default)]
pub struct Published {
    /// What others had put there.
    pub merged: Merged,
    /// Our file was put there; false when it held nothing that was not there already.
    pub put: bool,
}

/// How often it begins anew when somebody else publishes between reading and writing.
const TRIES: usize = 20;
/// How long to wait for somebody who is publishing, in all about a minute.
const WAIT: Duration = Duration::from_millis(300);
const WAITS: usize = 200;

impl OfficeFile {
    /// Brings in what lies at `shared` and puts the whole of this file there. A file that is not there yet is made.
    ///
    /// # Errors
    /// [`MergeError::Other`] when `shared` cannot be read or written; this file then holds what was merged before, and
    /// what lay there lies there still.
    pub fn publish(&mut self, shared: &Path, options: Options) -> Result<Published, MergeError> {
        self.publish_telling(shared, options, &mut |_| true)
    }

    /// The same, telling how far it is (of [`Progress::WHOLE`]) and asking whether to go on, until the file takes its place.
    ///
    /// # Errors
    /// As [`OfficeFile::publish`]; [`MergeError::Cancelled`] when it was not to go on.
    pub fn publish_telling(
        &mut self,
        shared: &Path,
        options: Options,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Published, MergeError> {
        match self.publish_once(shared, options, go_on) {
            Err(MergeError::Ours(error) | MergeError::Other(error)) if error.is_interrupted() => {
                Err(MergeError::Cancelled)
            }
            answer => answer,
        }
    }

    fn publish_once(
        &mut self,
        shared: &Path,
        options: Options,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Published, MergeError> {
        let there = MergeError::Other;
        let _lock = Lock::take(shared, options.stop).map_err(there)?;
        let mut published = Published::default();
        for _ in 0..TRIES {
            let before = Stamp::of(shared, options.stop).map_err(there)?;
            if before.is_some() {
                let mut merging = |progress: Progress| go_on(progress.part / 2);
                let merged = self.merge_telling(shared, options, &mut merging)?;
                published.merged = if merged.records > 0 { merged } else { published.merged };
                if self.holds_nothing_beyond(shared).map_err(there)? {
                    return Ok(published);
                }
            }
            if !go_on(Progress::WHOLE / 2) {
                return Err(MergeError::Cancelled);
            }
            let part = self.prepared(shared, options.stop)?;
            // The lock keeps away programs that know of it; a synced folder changes files behind everybody's back.
            if Stamp::of(shared, options.stop).map_err(there)? != before {
                continue;
            }
            if !go_on(Progress::WHOLE * 9 / 10) {
                return Err(MergeError::Cancelled);
            }
            part.put(shared).map_err(there)?;
            published.put = true;
            return Ok(published);
        }
        Err(MergeError::Other(FileError::Busy))
    }

    /// True when the file there has every record of this one.
    fn holds_nothing_beyond(&self, shared: &Path) -> Result<bool, FileError> {
        let theirs = open::connect(shared, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let mut there =
            theirs.prepare("SELECT 1 FROM replica WHERE uuid = ?1 AND held >= ?2 AND upto >= ?3")?;
        let mut ours = self.conn.prepare("SELECT uuid, held, upto FROM replica WHERE held > 0")?;
        let mut ours = ours.query([])?;
        while let Some(replica) = ours.next()? {
            let (uuid, held, upto): (Uuid, i64, i64) = (replica.get(0)?, replica.get(1)?, replica.get(2)?);
            if !there.exists(rusqlite::params![uuid, held, upto])? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// This file, compact and without what is only this copy's, under a name of its own beside the shared one.
    fn prepared(&mut self, shared: &Path, stop: Option<&Stop>) -> Result<Part, MergeError> {
        let part = Part::beside(shared);
        Stop::watch(stop, &mut self.conn)?;
        let copied = self.backup_to(&part.0);
        Stop::leave(&mut self.conn);
        copied.map_err(MergeError::Other)?;
        part.strip().map_err(MergeError::Other)?;
        Ok(part)
    }
}

/// Makes the copy to work on from the file at `shared`.
///
/// # Errors
/// [`FileError`] when it cannot be read or is no office file; nothing is left behind then.
pub fn fetch(shared: &Path, copy: &Path) -> Result<(), FileError> {
    if copy.exists() {
        return Err(FileError::Exists(copy.to_owned()));
    }
    if !shared.exists() {
        return Err(FileError::Missing(shared.to_owned()));
    }
    let theirs = open::connect(shared, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    super::trust::version(&theirs)?;
    super::trust::readable(&theirs)?;
    super::backup::sound(&theirs)?;
    if let Some(folder) = copy.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    super::backup::write_copy(&theirs, copy)
}

/// Where the copy of a shared file is kept: in the user's data folder, one for each place.
pub fn own_copy(shared: &Path) -> PathBuf {
    let whole = std::path::absolute(shared).unwrap_or_else(|_| shared.to_owned());
    let digest = Sha256::digest(whole.to_string_lossy().as_bytes());
    let mark = digest[..4].iter().fold(0_u32, |mark, byte| mark << 8 | u32::from(*byte));
    let stem = shared.file_stem().unwrap_or_default().to_string_lossy();
    super::backup::folder().join("copies").join(format!("{stem}-{mark:08x}.duluan"))
}

/// What a file holds, in one number: length and time tell nothing on a stick whose clock counts in two seconds.
#[derive(Debug, PartialEq, Eq)]
struct Stamp([u8; 32]);

impl Stamp {
    /// `None` when there is no file.
    fn of(path: &Path, stop: Option<&Stop>) -> Result<Option<Self>, FileError> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut hash = Sha256::new();
        let mut part = vec![0; 1 << 16];
        loop {
            Stop::look(stop)?;
            match file.read(&mut part)? {
                0 => break,
                read => hash.update(&part[..read]),
            }
        }
        Ok(Some(Self(hash.finalize().into())))
    }
}

/// The file that is about to take its place; what is left of it goes with the value.
struct Part(PathBuf);

impl Part {
    fn beside(shared: &Path) -> Self {
        let mut name = shared.as_os_str().to_owned();
        name.push(format!(".{}.part", Uuid::now_v7()));
        Self(PathBuf::from(name))
    }

    /// Takes away drafts, cursors and the notes about merges done here: they are of this copy only.
    fn strip(&self) -> Result<(), FileError> {
        let conn = open::connect(&self.0, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        conn.execute_batch(
            "PRAGMA secure_delete = ON; BEGIN; DELETE FROM draft; DELETE FROM place_kept; DELETE FROM column_mapping; \
             DELETE FROM merge_run_part; DELETE FROM merge_run; COMMIT",
        )?;
        Ok(())
    }

    /// To the disk, then under its name in one step.
    fn put(self, shared: &Path) -> Result<(), FileError> {
        File::options().write(true).open(&self.0)?.sync_all()?;
        let mut tries = if cfg!(windows) { 20 } else { 1 };
        loop {
            tries -= 1;
            match fs::rename(&self.0, shared) {
                Ok(()) => break,
                Err(error) if tries == 0 => return Err(error.into()),
                // Windows renames over no file that another program has open; one that only looks lets go soon.
                Err(_) => std::thread::sleep(WAIT),
            }
        }
        // The name is to be on the disk too. Windows opens no folders; there the renaming itself is written through.
        #[cfg(unix)]
        if let Some(folder) = shared.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        for beside in ["", "-journal", ".part"] {
            let mut name = self.0.clone().into_os_string();
            name.push(beside);
            // After the renaming there is nothing to remove; from a stick that is gone nothing can be.
            let _ = fs::remove_file(name);
        }
    }
}

/// Keeps others from publishing at the same time. The system lets go of it when the program dies.
struct Lock {
    path: PathBuf,
    _held: File,
}

impl Lock {
    fn take(shared: &Path, stop: Option<&Stop>) -> Result<Self, FileError> {
        let mut name = shared.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        for _ in 0..WAITS {
            Stop::look(stop)?;
            let file = File::options().create(true).write(true).truncate(false).open(&path)?;
            match file.try_lock() {
                // Otherwise whoever held it took its file away meanwhile.
                Ok(()) => {
                    if is_same(&file, &path) {
                        return Ok(Self { path, _held: file });
                    }
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(WAIT),
                // A place that knows no locks: looking again before the last step has to do.
                Err(TryLockError::Error(_)) => return Ok(Self { path, _held: file }),
            }
        }
        Err(FileError::Busy)
    }
}

/// True when the file still lies under its name.
#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((file.metadata(), fs::metadata(path)), (Ok(held), Ok(there)) if held.ino() == there.ino())
}

/// A file that is open is not taken away on Windows.
#[cfg(not(unix))]
fn is_same(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is held, so that nobody's lock goes; from a stick that is gone it cannot be removed.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::scenarios::{PLAIN, enter, get, office, set};

    fn people(file: &OfficeFile) -> i64 {
        let sql = "SELECT count(*) FROM collaborator";
        file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// A shared file with one person, and two copies of it.
    fn shared() -> (tempfile::TempDir, PathBuf, OfficeFile, OfficeFile, Uuid) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("chung")).unwrap();
        let shared = folder.path().join("chung").join("so-tay.duluan");
        let mut one = office(&folder.path().join("mot.duluan"), "Anh Nam");
        let id = enter(&mut one, "Trần Thị Mẫu");
        assert!(one.publish(&shared, PLAIN).unwrap().put);
        let copy = folder.path().join("hai.duluan");
        fetch(&shared, &copy).unwrap();
        let other = office(&copy, "Chị Hoa");
        (folder, shared, one, other, id)
    }

    #[test]
    fn two_who_publish_one_after_the_other_both_survive() {
        let (_folder, shared, mut one, mut other, id) = shared();
        set(&mut one, id, "post", "Bí thư");
        set(&mut other, id, "email", "mau@example.vn");
        assert!(one.publish(&shared, PLAIN).unwrap().put);
        let published = other.publish(&shared, PLAIN).unwrap();
        assert_eq!((published.put, published.merged.records), (true, 1));
        let published = one.publish(&shared, PLAIN).unwrap();
        assert_eq!((published.put, published.merged.records), (false, 1), "it holds everything there");
        for file in [&one, &other, &office(&shared, "")] {
            let both: (String, String) = (get(file, id, "post"), get(file, id, "email"));
            assert_eq!(both, ("Bí thư".into(), "mau@example.vn".into()));
            assert_eq!(file.check().unwrap(), []);
        }
        let left = fs::read_dir(shared.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing lies beside it");
    }

    #[test]
    fn two_who_publish_at_once_both_survive() {
        let (_folder, shared, mut one, mut other, _) = shared();
        std::thread::scope(|scope| {
            for (file, who) in [(&mut one, "một"), (&mut other, "hai")] {
                let shared = &shared;
                scope.spawn(move || {
                    for number in 0..6 {
                        enter(file, &format!("Người {who} {number}"));
                        file.publish(shared, PLAIN).unwrap();
                    }
                });
            }
        });
        let there = office(&shared, "");
        assert_eq!(people(&there), 13);
        assert_eq!(there.check().unwrap(), []);
    }

    #[test]
    fn a_stick_that_is_gone_loses_nothing() {
        let (_folder, shared, mut one, _other, id) = shared();
        let stick = shared.parent().unwrap().to_owned();
        let pulled = stick.with_file_name("rút-ra");
        let there = fs::read(&shared).unwrap();
        fs::rename(&stick, &pulled).unwrap();
        set(&mut one, id, "post", "Bí thư");
        assert!(matches!(one.publish(&shared, PLAIN), Err(MergeError::Other(_))));
        assert_eq!(get::<String>(&one, id, "post"), "Bí thư");
        assert!(there == fs::read(pulled.join("so-tay.duluan")).unwrap());
        // Pulled while it was written to: what was half written lies beside, the file itself is as it was.
        fs::rename(&pulled, &stick).unwrap();
        let mut half = shared.as_os_str().to_owned();
        half.push(".0190.part");
        fs::write(&half, &there[..there.len() / 2]).unwrap();
        assert!(one.publish(&shared, PLAIN).unwrap().put);
        assert_eq!(get::<String>(&office(&shared, ""), id, "post"), "Bí thư");
    }

    #[test]
    fn what_is_only_this_copys_stays_at_home_and_a_bad_file_there_is_not_written_over() {
        let (_folder, shared, mut one, _other, _) = shared();
        crate::file::drafts::keep(&mut one, "report", Uuid::nil(), "2026-11-22T09:00:00", "chưa gửi ai")
            .unwrap();
        enter(&mut one, "Người mới");
        one.publish(&shared, PLAIN).unwrap();
        let bytes = fs::read(&shared).unwrap();
        let draft = "chưa gửi ai".as_bytes();
        assert!(!bytes.windows(draft.len()).any(|part| part == draft));
        fs::write(&shared, "hỏng").unwrap();
        enter(&mut one, "Người nữa");
        assert!(matches!(one.publish(&shared, PLAIN), Err(MergeError::Other(FileError::NotAnOffice))));
        assert_eq!(fs::read(&shared).unwrap(), "hỏng".as_bytes());
    }

    #[test]
    fn a_lock_somebody_left_behind_is_taken_over_and_a_held_one_keeps_others_away() {
        let folder = tempfile::tempdir().unwrap();
        let shared = folder.path().join("so-tay.duluan");
        let path = folder.path().join("so-tay.duluan.lock");
        fs::write(&path, "").unwrap();
        let lock = Lock::take(&shared, None).unwrap();
        let other = File::options().write(true).open(&path).unwrap();
        assert!(matches!(other.try_lock(), Err(TryLockError::WouldBlock)));
        drop(lock);
        assert!(cfg!(windows) || !path.exists());
    }

    #[test]
    fn publishing_that_is_broken_off_leaves_what_lay_there() {
        let (_folder, shared, mut one, mut other, id) = shared();
        set(&mut one, id, "post", "Bí thư");
        one.publish(&shared, PLAIN).unwrap();
        set(&mut other, id, "email", "mau@example.vn");
        let before = fs::read(&shared).unwrap();
        let mut parts = vec![0];
        while let Some(&at) = parts.last().filter(|_| parts.len() < 20) {
            let mut told = Vec::new();
            let answer = other.publish_telling(&shared, PLAIN, &mut |part| {
                told.push(part);
                part <= at
            });
            match answer {
                Err(MergeError::Cancelled) => {}
                answer => {
                    assert!(answer.unwrap().put);
                    break;
                }
            }
            assert!(before == fs::read(&shared).unwrap(), "{at}");
            assert_eq!(
                fs::read_dir(shared.parent().unwrap()).unwrap().count(),
                1,
                "{at}: something lies beside it"
            );
            parts.extend(told.last());
        }
        assert!(parts.len() > 2, "it was asked more than once: {parts:?}");
        let there = office(&shared, "");
        let both: (String, String) = (get(&there, id, "post"), get(&there, id, "email"));
        assert_eq!(both, ("Bí thư".into(), "mau@example.vn".into()));
    }
}
