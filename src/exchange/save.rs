//! Writing a file that was kept out again, byte for byte.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::clean_name;
use super::paper::PaperError;

/// What became of a file that was to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is there.
    Done(PathBuf),
    /// There is one of this name, and it was not said that it may be written over.
    Exists(PathBuf),
    /// Nothing was written: this still waits to be filled in.
    Placeholders(Vec<String>),
    /// It could not be written: why.
    Failed(PathBuf, String),
}

/// Writes a file that is made for it; a bare name stands in the folder.
pub fn write_out(
    folder: &Path,
    path: &Path,
    over: bool,
    bytes: impl FnOnce(&Path) -> Result<Vec<u8>, PaperError>,
) -> Written {
    let path = folder.join(path);
    if path.exists() && !over {
        return Written::Exists(path);
    }
    match bytes(&path).and_then(|bytes| replace(&path, &bytes).map_err(PaperError::Io)) {
        Ok(()) => Written::Done(path),
        Err(PaperError::Placeholders(left)) => Written::Placeholders(left),
        Err(error) => Written::Failed(path, error.to_string()),
    }
}

/// Letters of a title in a file's name.
const OF_TITLE: usize = 60;

/// A name for a file, without its ending, that says what is in it and that every system takes.
pub fn name_of(title: &str, nameless: &str) -> String {
    let kept: String = title
        .chars()
        .map(|sign| if sign.is_alphanumeric() || matches!(sign, '-' | ',') { sign } else { ' ' })
        .collect();
    let mut name = String::new();
    for word in kept.split_whitespace() {
        if name.chars().count() + word.chars().count() >= OF_TITLE {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    if name.is_empty() { nameless.to_owned() } else { name }
}

/// Most files of one name in a folder before it is given up.
const SAME_NAMES: usize = 1000;

/// Writes a file in the place of what is there. It appears whole or not at all: written beside its place first, so that a full
/// disk or a pulled stick leaves the older one as it was.
///
/// # Errors
/// Whatever the file system answers.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".moi");
    let beside = PathBuf::from(beside);
    std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path)).inspect_err(|_| {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(&beside);
    })
}

/// Writes a file into a folder under its name, or that name with a number: nothing that is there is overwritten.
///
/// # Errors
/// Whatever the file system answers.
pub fn save_beside(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let name: String =
        clean_name(name).chars().map(|c| if "<>:\"|?*".contains(c) { '_' } else { c }).collect();
    let name = match name.trim_matches([' ', '.']) {
        "" => "tep",
        name => name,
    };
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (name, String::new()),
    };
    for count in 1..SAME_NAMES {
        let name = if count == 1 { format!("{stem}{ending}") } else { format!("{stem} ({count}){ending}") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
