//! Writing a file that was kept out again, byte for byte.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::clean_name;

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
