//! What a folder holds, and where folders are: read on a thread of its own, because a share that went away answers late.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDateTime};

use crate::text::order::sort_key;

/// A folder or file in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its whole path.
    pub path: PathBuf,
    /// Its name as it is shown.
    pub name: String,
    /// It is a folder.
    pub folder: bool,
    /// Bytes of a file.
    pub size: u64,
    /// When it was changed last.
    pub changed: Option<NaiveDateTime>,
}

/// What was found, or why nothing.
pub struct Listing {
    /// Which folder was asked for; `None` for the places folders are looked for in.
    pub folder: Option<PathBuf>,
    /// What it holds: folders by name, then files, the newest first.
    pub entries: io::Result<Vec<Entry>>,
}

/// Reads a folder, or the places folders are looked for in.
pub fn list(folder: Option<PathBuf>) -> Listing {
    let entries = match &folder {
        Some(folder) => held(folder),
        None => Ok(places()),
    };
    Listing { folder, entries }
}

fn held(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut entries: Vec<Entry> =
        fs::read_dir(folder)?.flatten().filter_map(|entry| of(&entry.path())).collect();
    entries.sort_by_cached_key(|entry| {
        let newest = std::cmp::Reverse(entry.changed.filter(|_| !entry.folder));
        (!entry.folder, newest, sort_key(&entry.name))
    });
    Ok(entries)
}

/// An entry; `None` for one that is hidden, or is neither folder nor file.
fn of(path: &Path) -> Option<Entry> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    // Word keeps a lock file beside an open document.
    if name.starts_with('.') || name.starts_with("~$") {
        return None;
    }
    let known = fs::metadata(path).ok()?;
    if !known.is_dir() && !known.is_file() {
        return None;
    }
    let changed = known.modified().ok().map(|at| DateTime::<Local>::from(at).naive_local());
    Some(Entry { path: path.to_owned(), name, folder: known.is_dir(), size: known.len(), changed })
}

/// The person's own folders, and the disks.
fn places() -> Vec<Entry> {
    let own = directories::UserDirs::new();
    let own = own.iter().flat_map(|folders| {
        [folders.document_dir(), folders.download_dir(), folders.desktop_dir(), Some(folders.home_dir())]
    });
    let own = own.flatten().map(Path::to_owned).filter(|folder| folder.is_dir());
    let mut places: Vec<PathBuf> = Vec::new();
    for place in own.chain(disks()) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let named =
        |path: PathBuf| Entry { name: path.display().to_string(), path, folder: true, ..Entry::default() };
    places.into_iter().map(named).collect()
}

/// Disks by their letters; a drive without a disk in it is left out.
#[cfg(windows)]
fn disks() -> Vec<PathBuf> {
    ('C'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))).filter(|disk| disk.is_dir()).collect()
}

/// Where systems of this kind put sticks and shares, and the root.
#[cfg(not(windows))]
fn disks() -> Vec<PathBuf> {
    let user = std::env::var("USER").unwrap_or_default();
    let above = [
        format!("/media/{user}"),
        format!("/run/media/{user}"),
        "/media".to_owned(),
        "/mnt".to_owned(),
        "/Volumes".to_owned(),
    ];
    let held =
        |folder: String| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut disks: Vec<PathBuf> = above.into_iter().flat_map(held).filter(|path| path.is_dir()).collect();
    disks.push(PathBuf::from("/"));
    disks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_by_name_and_files_by_what_is_new() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["Đoàn xã", "An ninh"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for (name, day) in [("cũ.docx", 1), ("mới.docx", 5), (".ẩn", 9), ("~$mới.docx", 9)] {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            let at = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(86_400 * day);
            file.set_modified(at).unwrap();
        }
        let listing = list(Some(folder.path().to_owned()));
        let names: Vec<String> = listing.entries.unwrap().into_iter().map(|entry| entry.name).collect();
        assert_eq!(names, ["An ninh", "Đoàn xã", "mới.docx", "cũ.docx"]);
    }

    #[test]
    fn a_folder_that_went_away_is_told_and_the_places_are_there() {
        let folder = tempfile::tempdir().unwrap();
        assert!(list(Some(folder.path().join("không có"))).entries.is_err());
        assert!(!list(None).entries.unwrap().is_empty());
    }
}
