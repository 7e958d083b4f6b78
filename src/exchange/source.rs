//! Files and attachments as they come: a clean name, bounded bytes, a fingerprint.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::Refusal;
use crate::text::clean_line;

/// Largest file that is read or kept, in bytes.
pub const SIZE_LIMIT: u64 = 20 * 1024 * 1024;

/// Longest file name that is kept, in characters; the ending survives a cut.
const NAME_LIMIT: usize = 200;

/// A file or attachment as it came: name and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// File name without folders, NFC, control characters removed.
    pub name: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

impl Source {
    /// A source of bytes that are in memory. The name is cleaned.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: clean_name(name), bytes }
    }

    /// Reads a file. Never more than the limit is read, whatever the file system says its size is.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooLarge`] or [`Refusal::Unreadable`].
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
        let file = File::open(path).map_err(unreadable)?;
        let declared = file.metadata().map_err(unreadable)?.len();
        if declared > SIZE_LIMIT {
            return Err(Refusal::TooLarge { bytes: declared, limit: SIZE_LIMIT });
        }
        let mut bytes = Vec::new();
        file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let source = Self::new(&name, bytes);
        source.check_size()?;
        Ok(source)
    }

    /// Refuses what is empty or over the limit.
    ///
    /// # Errors
    /// [`Refusal::Empty`] or [`Refusal::TooLarge`].
    pub fn check_size(&self) -> Result<(), Refusal> {
        let bytes = self.bytes.len() as u64;
        match bytes {
            0 => Err(Refusal::Empty),
            bytes if bytes > SIZE_LIMIT => Err(Refusal::TooLarge { bytes, limit: SIZE_LIMIT }),
            _ => Ok(()),
        }
    }

    /// SHA-256 of the bytes, lower-case hex: what the same file is known by under any name.
    pub fn sha256(&self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(&self.bytes) {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    /// The ending of the name, lower case, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        Path::new(&self.name)
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default()
    }
}

/// A file name without folders of any system, NFC, control characters and line breaks removed.
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = clean_line(last).text;
    let count = name.chars().count();
    if count <= NAME_LIMIT {
        return name;
    }
    let ending: String = match name.rsplit_once('.') {
        Some((_, ending)) if ending.chars().count() <= 8 => format!(".{ending}"),
        _ => String::new(),
    };
    let mut cut: String = name.chars().take(NAME_LIMIT - ending.chars().count()).collect();
    cut.push_str(&ending);
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_folders_and_control_characters() {
        assert_eq!(clean_name("C:\\Users\\a\\Báo cáo\n\u{1b}[31m.docx"), "Báo cáo .docx");
        assert_eq!(
            clean_name("../../etc/ba\u{301}o.txt"),
            "etc/báo.txt".rsplit('/').next().unwrap_or_default()
        );
        let long = Source::new(&format!("{}.docx", "dài ".repeat(100)), Vec::new());
        assert_eq!(long.extension(), "docx");
        assert!(long.name.chars().count() <= NAME_LIMIT);
    }

    #[test]
    fn a_folder_or_a_missing_file_is_no_panic() {
        assert!(matches!(Source::open(Path::new("/")), Err(Refusal::Unreadable(_))));
        assert!(matches!(Source::open(Path::new("no such file")), Err(Refusal::Unreadable(_))));
    }
}
