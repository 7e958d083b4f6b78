//! A file that lies on a share, a stick or in a synced folder is worked on as a copy on this machine, unless the person wants
//! it otherwise.

use std::path::Path;

use super::over::Over;
use super::program::Program;
use super::start::{Wanted, shown};
use crate::file::elsewhere::Elsewhere;
use crate::file::merge::{MergeError, Options};
use crate::file::{FileError, backup, publish};
use crate::office;
use crate::screen::Notice;
use crate::screen::picker::{Choice, Picker};

impl Program<'_> {
    /// Asks where the file is to be worked on; false when it lies on this machine or the person has said so before.
    pub(super) fn asks_where(&mut self, path: &Path) -> bool {
        if self.settings.works_there(path) {
            return false;
        }
        let Some(elsewhere) = Elsewhere::of(path) else { return false };
        let words = self.words;
        let title = match elsewhere {
            Elsewhere::Share => words.copies_where_share().to_owned(),
            Elsewhere::Stick => words.copies_where_stick().to_owned(),
            Elsewhere::Synced(service) => words.copies_where_synced(service),
        };
        let copy = if publish::own_copy(path).exists() {
            words.copies_where_copy_again()
        } else {
            words.copies_where_copy()
        };
        let choices = vec![
            Choice::new(Wanted::OpenCopy(path.to_owned()), copy, words.copies_where_copy_note()),
            Choice::new(
                Wanted::OpenThere(path.to_owned()),
                words.copies_where_there(),
                words.copies_where_there_note(),
            ),
        ];
        self.lay_over(Over::Where(Box::new(Picker::one(title, choices))));
        true
    }

    /// Opens the file where it lies and asks no more.
    pub(super) fn open_there(&mut self, path: &Path) -> Result<(), FileError> {
        self.open(path)?;
        self.settings.share(path, path);
        self.settings_changed = true;
        Ok(())
    }

    /// Opens the copy on this machine; one that was there before takes in what is new first.
    pub(super) fn open_copy(&mut self, place: &Path) -> Result<(), FileError> {
        let copy = publish::own_copy(place);
        if copy.exists() {
            let mut file = office::open(&copy, self.settings.who())?;
            let folder = backup::folder();
            let options = Options { backups: Some(&folder), ..Options::default() };
            match file.merge(place, options) {
                Ok(_) | Err(MergeError::Cancelled) => {}
                Err(MergeError::Ours(error) | MergeError::Other(error)) => return Err(error),
            }
        } else {
            publish::fetch(place, &copy)?;
        }
        self.open(&copy)?;
        self.settings.share(&copy, place);
        self.settings_changed = true;
        self.notice = Some(Notice::note(self.words.copies_where_opened(shown(place))));
        Ok(())
    }
}
