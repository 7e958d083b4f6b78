//! Zip archives of unknown origin: what is unpacked is counted while it is read, never believed from the directory.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Refusal;

/// Most that the parts of one file may unpack to, in bytes.
pub const UNPACKED_LIMIT: u64 = 64 * 1024 * 1024;
/// Most entries of an archive.
const ENTRY_LIMIT: usize = 4000;

/// An archive whose parts are read within a common budget.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive. One without its directory at the end was cut off.
    ///
    /// # Errors
    /// [`Refusal::CutOff`], [`Refusal::TooManyParts`], [`Refusal::Unpacks`] or [`Refusal::Password`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::CutOff)?;
        if zip.len() > ENTRY_LIMIT {
            return Err(Refusal::TooManyParts { limit: ENTRY_LIMIT });
        }
        let mut names = Vec::with_capacity(zip.len());
        let mut declared = 0u64;
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(|error| refusal(&error))?;
            if entry.encrypted() {
                return Err(Refusal::Password);
            }
            // A name that is no text is none that is asked for.
            names.push(entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default());
            declared = declared.saturating_add(entry.size());
        }
        // A directory that admits to a bomb is believed; one that does not is found out while reading.
        if declared > 2 * UNPACKED_LIMIT {
            return Err(Refusal::Unpacks { limit: UNPACKED_LIMIT });
        }
        Ok(Self { zip, names, left: UNPACKED_LIMIT })
    }

    /// True when there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|entry| entry == name)
    }

    /// Names of all entries.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The text of a part, UTF-8. `None` when there is no such part.
    ///
    /// # Errors
    /// [`Refusal::Unpacks`] when the budget is used up, [`Refusal::CutOff`] or [`Refusal::Damaged`].
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        if !self.has(name) {
            return Ok(None);
        }
        let bytes = self.read(name)?;
        String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Damaged { part: name.to_owned() })
    }

    /// Unpacks every part whose name `wanted` accepts, keeping none, so that a reader that does not count may follow.
    ///
    /// # Errors
    /// As [`Archive::text`].
    pub fn measure(&mut self, wanted: impl Fn(&str) -> bool) -> Result<(), Refusal> {
        for name in self.names.clone() {
            if wanted(&name) {
                let limit = self.left;
                let mut part = self.zip.by_name(&name).map_err(|error| refusal(&error))?;
                let mut counted = (&mut part).take(limit + 1);
                let read = std::io::copy(&mut counted, &mut std::io::sink()).map_err(|_| Refusal::CutOff)?;
                drop(part);
                self.spend(read)?;
            }
        }
        Ok(())
    }

    fn read(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let limit = self.left;
        let mut bytes = Vec::new();
        {
            let part = self.zip.by_name(name).map_err(|error| refusal(&error))?;
            part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Refusal::CutOff)?;
        }
        self.spend(bytes.len() as u64)?;
        Ok(bytes)
    }

    fn spend(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.left = self.left.checked_sub(bytes).ok_or(Refusal::Unpacks { limit: UNPACKED_LIMIT })?;
        Ok(())
    }
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::Io(_) | ZipError::InvalidArchive(_) => Refusal::CutOff,
        ZipError::InvalidPassword => Refusal::Password,
        other => Refusal::Damaged { part: other.to_string() },
    }
}
