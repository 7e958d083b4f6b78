//! Compound files, in which Word and Excel kept their streams before 2007.

use std::io::{Cursor, Read as _};

use cfb::CompoundFile;

use super::Refusal;
use crate::text::encoding::sign;

/// A compound file whose streams are read.
pub struct Compound<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    size: u64,
}

impl<'a> Compound<'a> {
    /// Opens a compound file. One whose tables point behind its end was cut off.
    ///
    /// # Errors
    /// [`Refusal::CutOff`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::CutOff)?;
        Ok(Self { file, size: bytes.len() as u64 })
    }

    /// The bytes of a stream; `None` when there is no such stream.
    ///
    /// # Errors
    /// [`Refusal::CutOff`].
    pub fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        if !self.file.is_stream(name) {
            return Ok(None);
        }
        let stream = self.file.open_stream(name).map_err(|_| Refusal::CutOff)?;
        if stream.len() > self.size {
            return Err(Refusal::CutOff);
        }
        let mut bytes = Vec::new();
        stream.take(self.size).read_to_end(&mut bytes).map_err(|_| Refusal::CutOff)?;
        Ok(Some(bytes))
    }
}

/// Two bytes, little end first.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

/// Four bytes, little end first.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

/// The letter that Windows of Western Europe shows for a byte; old fonts are looked through later.
pub fn western(byte: u8) -> char {
    if (0x80..0xa0).contains(&byte) { sign(byte).unwrap_or('\u{fffd}') } else { char::from(byte) }
}
