//! Papers as files, the same for the screen and the command line.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Gap, Made, PaperKind, gaps, make};
use crate::exchange::paper::{Format, OfficeHead, PaperError, Profile, ProfileError, print};
use crate::exchange::{replace, save_beside};
use crate::training::model::Class;

/// Why a paper was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    /// Without these there is no such paper.
    #[error("missing: {0:?}")]
    Missing(Vec<Gap>),
    /// Such a file is there.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// The layout is broken.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The paper could not be made.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The file could not be written.
    #[error("{0}: {1}")]
    Write(PathBuf, io::Error),
}

/// A class with what its papers need of the office.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The class.
    pub class: &'a Class,
    /// The office.
    pub office: &'a OfficeHead,
    /// Today.
    pub today: NaiveDate,
}

impl Source<'_> {
    /// The papers of a kind.
    ///
    /// # Errors
    /// [`PrintError::Missing`] and [`PrintError::Profile`].
    pub fn made(&self, kind: PaperKind) -> Result<(Vec<Made>, Profile), PrintError> {
        let stops: Vec<Gap> =
            gaps(kind, self.class, self.office).into_iter().filter(|gap| gap.stops(kind)).collect();
        if !stops.is_empty() {
            return Err(PrintError::Missing(stops));
        }
        let profile = Profile::of_office(&self.office.profile)?;
        Ok((make(kind, self.class, self.office, &profile, self.today), profile))
    }

    /// Writes the paper of a kind to `path`; letters to several go to files beside it that name them. What is there is
    /// written over only when `over` says so.
    ///
    /// # Errors
    /// [`PrintError`]; nothing was written then, but for letters before the one that could not.
    pub fn write(&self, kind: PaperKind, path: &Path, over: bool) -> Result<Vec<PathBuf>, PrintError> {
        let format = Format::of(path).unwrap_or(Format::Docx);
        let (made, profile) = self.made(kind)?;
        let several = made.len() > 1;
        let files: Vec<(PathBuf, Made)> = made
            .into_iter()
            .map(|made| (if several { beside(path, &made.suffix) } else { path.to_owned() }, made))
            .collect();
        if let Some((there, _)) = files.iter().find(|(path, _)| !over && path.exists()) {
            return Err(PrintError::Exists(there.clone()));
        }
        let mut written = Vec::new();
        for (path, made) in files {
            let bytes = print(&made.paper, &profile, format)?;
            replace(&path, &bytes).map_err(|error| PrintError::Write(path.clone(), error))?;
            written.push(path);
        }
        Ok(written)
    }

    /// Writes the papers of a kind as Word files into a folder; nothing that is there is overwritten.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn save_into(&self, kind: PaperKind, folder: &Path) -> Result<Vec<PathBuf>, PrintError> {
        let (made, profile) = self.made(kind)?;
        let name = proposed(kind, self.class, ".docx");
        let several = made.len() > 1;
        let mut written = Vec::new();
        for made in made {
            let bytes = print(&made.paper, &profile, Format::Docx)?;
            let name = if several { beside(Path::new(&name), &made.suffix) } else { PathBuf::from(&name) };
            let saved = save_beside(folder, &name.to_string_lossy(), &bytes);
            written.push(saved.map_err(|error| PrintError::Write(folder.join(&name), error))?);
        }
        Ok(written)
    }
}

/// Letters of a title in a file's name.
const NAME: usize = 40;

/// A name for the file of a paper: its kind and the class, in letters every system takes.
pub fn proposed(kind: PaperKind, class: &Class, ending: &str) -> String {
    format!("{} - {}{ending}", kind.file_name(), short_name(&class.known.title, NAME))
}

/// The first words of a title as part of a file's name.
pub fn file_words(title: &str) -> String {
    short_name(title, NAME)
}

/// The first words of a text without signs that no file's name may hold, and without marks.
fn short_name(text: &str, most: usize) -> String {
    let folded = crate::text::fold(text);
    let mut name = String::new();
    for word in folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= most {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    if name.is_empty() { "lop".to_owned() } else { name }
}

/// The file of one of several letters: `CV moi - lanh dao ban.docx`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem} - {}{ending}", short_name(suffix, NAME)))
}
