//! The files that paths name: folders with all that is in them, in the order of their names.

use std::fs;
use std::path::{Path, PathBuf};

/// Deepest folder that is looked into.
const DEPTH: usize = 32;

/// The files of `sources`. The office's own file and what lies beside it, lock files of office programs and hidden files
/// in folders are passed over; what is named outright is always taken.
pub fn expand(sources: &[PathBuf], own: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for source in sources {
        // A link named outright is followed; links inside folders are not, so no folder is its own child.
        if source.is_dir() {
            folder(source, own, 0, &mut found);
        } else {
            found.push(source.clone());
        }
    }
    found
}

fn folder(path: &Path, own: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(path) else {
        // It is named as a source, so that the refusal names it.
        found.push(path.to_owned());
        return;
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(kind) = entry.file_type() else { continue };
        if is_passed_over(&name) || is_own(&entry.path(), own) {
            continue;
        }
        if kind.is_dir() && depth < DEPTH {
            folder(&entry.path(), own, depth + 1, found);
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
}

fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// The office's file, and the files SQLite keeps beside it.
fn is_own(path: &Path, own: &Path) -> bool {
    let own_name = own.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside =
        name.strip_prefix(&own_name).is_some_and(|rest| matches!(rest, "" | "-wal" | "-shm" | "-journal"));
    !own_name.is_empty() && beside && same_folder(path, own)
}

fn same_folder(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        parent.canonicalize().ok()
    };
    folder(one) == folder(other)
}
