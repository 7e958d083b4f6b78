//! The person's own editor as a way out of ours: the only program this one ever starts.
//!
//! The text goes through a file in a folder that nobody else may look into; file and folder are gone when the editor is closed.

use std::env;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use uuid::Uuid;

use crate::text;

/// Why a text did not come back.
#[derive(Debug, thiserror::Error)]
pub enum OwnEditorError {
    /// The editor could not be started.
    #[error("{program}: {error}")]
    NotStarted {
        /// As the person named it.
        program: String,
        /// Why.
        error: io::Error,
    },
    /// The editor ended with an error: whoever leaves it so does not want the changes.
    #[error("{program} ended with an error")]
    Failed {
        /// As the person named it.
        program: String,
    },
    /// The file between could not be written or read.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// What came back is no text.
    #[error("not a text")]
    NoText,
}

/// Opens `text` in the person's editor and waits until it is closed. `None` when nothing was changed.
///
/// # Errors
/// When there is no such editor, it ended with an error, or the file between could not be used. The text stays as it is.
pub fn edit(text: &str) -> Result<Option<String>, OwnEditorError> {
    edit_with(&named(|name| env::var_os(name)), text)
}

fn edit_with(editors: &[OsString], text: &str) -> Result<Option<String>, OwnEditorError> {
    let folder = Folder::new()?;
    let path = folder.0.join("duluan.txt");
    write(&path, text)?;
    let mut missing = None;
    for editor in editors {
        match start(editor, &path) {
            Ok(()) => {
                missing = None;
                break;
            }
            // The next of the usual ones.
            Err(OwnEditorError::NotStarted { program, error })
                if error.kind() == io::ErrorKind::NotFound && missing.is_none() =>
            {
                missing = Some(OwnEditorError::NotStarted { program, error });
            }
            Err(OwnEditorError::NotStarted { error, .. }) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    if let Some(missing) = missing {
        return Err(missing);
    }
    let bytes = fs::read(&path)?;
    let edited = text::decode(&bytes).map_err(|_| OwnEditorError::NoText)?.text;
    let edited = text::clean_text(&edited).text;
    // Most editors end the last line; that is no change.
    let edited = if text.ends_with('\n') { &edited } else { edited.strip_suffix('\n').unwrap_or(&edited) };
    Ok((edited != text).then(|| edited.to_owned()))
}

/// The editors to try: the one that is named, else the usual ones of the system.
fn named(variable: impl Fn(&str) -> Option<OsString>) -> Vec<OsString> {
    let named =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| variable(name).filter(|value| !value.is_empty()));
    match named {
        Some(named) => vec![named],
        None if cfg!(windows) => vec!["notepad".into()],
        None => ["nano", "editor", "vi"].into_iter().map(OsString::from).collect(),
    }
}

fn start(editor: &OsString, path: &Path) -> Result<(), OwnEditorError> {
    let mut words = words(editor).into_iter();
    let program = words.next().unwrap_or_default();
    let told = program.to_string_lossy().into_owned();
    let status = Command::new(&program)
        .args(words)
        .arg(path)
        .status()
        .map_err(|error| OwnEditorError::NotStarted { program: told.clone(), error })?;
    if status.success() { Ok(()) } else { Err(OwnEditorError::Failed { program: told }) }
}

/// `code --wait` and `"C:\Program Files\Editor\e.exe" -n` are a program with arguments; a path with blanks that leads to a file
/// is the program itself. No shell is asked.
fn words(editor: &OsString) -> Vec<OsString> {
    let Some(line) = editor.to_str().filter(|_| !Path::new(editor).is_file()) else {
        return vec![editor.clone()];
    };
    let mut words = Vec::new();
    for (at, piece) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(OsString::from(piece));
        } else {
            words.extend(piece.split_whitespace().map(OsString::from));
        }
    }
    words
}

/// On Windows with a byte order mark and line ends its older editors know.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file: File = options.open(path)?;
    if cfg!(windows) {
        file.write_all(b"\xef\xbb\xbf")?;
        file.write_all(text.replace('\n', "\r\n").as_bytes())
    } else {
        file.write_all(text.as_bytes())
    }
}

/// A folder of our own, gone with all that is in it: editors leave copies beside their file.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        // In memory where the system has such a place for the person.
        let near = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
        let path = near.unwrap_or_else(env::temp_dir).join(format!("duluan-{}", Uuid::now_v7()));
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix sets a mode"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for entry in fs::read_dir(&self.0).into_iter().flatten().flatten() {
            let size = entry.metadata().map_or(0, |meta| meta.len());
            // Written over first, so that it is not found on the disk; what cannot be written over is deleted all the same.
            if let Ok(mut file) = OpenOptions::new().write(true).open(entry.path()) {
                let _ = file.write_all(&vec![0; usize::try_from(size).unwrap_or(0)]);
                let _ = file.sync_all();
            }
        }
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editor_that_is_named_comes_first() {
        let visual = |name: &str| (name == "VISUAL").then(|| OsString::from("code --wait"));
        assert_eq!(named(visual), ["code --wait"]);
        let editor = |name: &str| Some(OsString::from(if name == "EDITOR" { "vim" } else { "" }));
        assert_eq!(named(editor), ["vim"]);
        assert!(!named(|_| None).is_empty());
        assert_eq!(words(&"\"C:\\Program Files\\e.exe\" -n".into()), ["C:\\Program Files\\e.exe", "-n"]);
        assert_eq!(words(&"code --wait".into()), ["code", "--wait"]);
    }

    #[cfg(unix)]
    fn script(folder: &Path, body: &str) -> OsString {
        use std::os::unix::fs::PermissionsExt;
        let path = folder.join("e d.sh");
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        path.into()
    }

    #[cfg(unix)]
    #[test]
    fn changes_come_back_and_nothing_stays_behind() {
        let folder = tempfile::tempdir().unwrap();
        let seen = folder.path().join("seen");
        let body = format!(
            "ls -l \"$1\" > '{0}'; echo \"$1\" >> '{0}'; printf 'Giá điện\\r\\n' > \"$1\"",
            seen.display()
        );
        let editor = script(folder.path(), &body);
        assert_eq!(edit_with(&[editor], "nước").unwrap().as_deref(), Some("Giá điện"));
        let seen = fs::read_to_string(seen).unwrap();
        assert!(seen.starts_with("-rw-------"), "{seen}");
        let path = Path::new(seen.lines().last().unwrap());
        assert!(!path.exists() && !path.parent().unwrap().exists());
    }

    #[cfg(unix)]
    #[test]
    fn unchanged_is_nothing_and_an_error_keeps_the_text() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(edit_with(&[script(folder.path(), "echo >> \"$1\"")], "nước").unwrap(), None);
        let failed = edit_with(&[script(folder.path(), "echo x > \"$1\"; exit 1")], "nước");
        assert!(matches!(failed, Err(OwnEditorError::Failed { .. })), "{failed:?}");
        let missing = edit_with(&["khong-co-trinh-nay".into(), "cung-khong".into()], "nước");
        assert!(
            matches!(missing, Err(OwnEditorError::NotStarted { program, .. }) if program == "khong-co-trinh-nay")
        );
    }
}
