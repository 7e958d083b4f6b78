//! Strings of a workbook, which may go on from record to record.

use crate::exchange::Refusal;
use crate::exchange::compound::{u16_at, western};

/// Most strings that are kept; a workbook of 65,536 rows has fewer.
const STRING_LIMIT: usize = 2_000_000;

/// Bytes that go on in other records.
struct Pieces<'a> {
    all: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    fn left(&self) -> &'a [u8] {
        self.all.get(self.piece).map_or(&[], |piece| &piece[self.at.min(piece.len())..])
    }

    /// Goes on to the next piece when this one is used up; false at the end of all.
    fn more(&mut self) -> bool {
        while self.left().is_empty() {
            if self.piece >= self.all.len() {
                return false;
            }
            self.piece += 1;
            self.at = 0;
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        if !self.more() {
            return None;
        }
        let byte = self.left().first().copied();
        self.at += 1;
        byte
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, at| Some(number | u32::from(self.byte()?) << (8 * at)))
    }

    fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 && self.more() {
            let step = bytes.min(self.left().len());
            self.at += step;
            bytes -= step;
        }
    }

    /// Letters; where a record ends between them the next begins with how wide they are.
    fn letters(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut units = Vec::new();
        let mut piece = self.piece;
        while units.len() < count {
            if !self.more() {
                return None;
            }
            if self.piece != piece {
                piece = self.piece;
                wide = self.byte()? & 1 == 1;
                continue;
            }
            let left = self.left();
            if wide {
                units.push(u16_at(left, 0)?);
                self.at += 2;
            } else {
                units.push(western(left[0]) as u16);
                self.at += 1;
            }
        }
        Some(String::from_utf16_lossy(&units))
    }

    fn string(&mut self) -> Option<String> {
        let count = self.number(2)? as usize;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? as usize };
        let extra = if flags & 4 == 0 { 0 } else { self.number(4)? as usize };
        let text = self.letters(count, flags & 1 == 1)?;
        self.skip(runs * 4);
        self.skip(extra);
        Some(text)
    }
}

/// The table of shared strings: its record and those that continue it.
///
/// # Errors
/// [`Refusal::CutOff`] when it ends before its strings do, [`Refusal::TooManyParts`].
pub fn shared(pieces: &[&[u8]]) -> Result<Vec<String>, Refusal> {
    let mut pieces = Pieces { all: pieces, piece: 0, at: 0 };
    let (_, count) = (pieces.number(4), pieces.number(4).ok_or(Refusal::CutOff)? as usize);
    if count > STRING_LIMIT {
        return Err(Refusal::TooManyParts { limit: STRING_LIMIT });
    }
    (0..count).map(|_| pieces.string().ok_or(Refusal::CutOff)).collect()
}

/// A string of one record with its length in two bytes (`long`) or one; `narrow` before Excel 97.
pub fn string(data: &[u8], long: bool, narrow: bool) -> Option<String> {
    let pieces = [data];
    let mut pieces = Pieces { all: &pieces, piece: 0, at: 0 };
    let count = pieces.number(if long { 2 } else { 1 })? as usize;
    if narrow {
        let bytes = pieces.left();
        return Some(bytes.get(..count)?.iter().map(|&byte| western(byte)).collect());
    }
    let wide = pieces.byte()? & 1 == 1;
    pieces.letters(count, wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_go_on_from_record_to_record() {
        let first = [&1_u32.to_le_bytes()[..], &2_u32.to_le_bytes(), &[4, 0, 0], b"Xa"].concat();
        let second = [&[1][..], &[0xe3, 0, b'!', 0], &[1, 0, 8, 1, 0], b"k", &[0; 4]].concat();
        assert_eq!(shared(&[&first, &second]).unwrap(), ["Xaã!", "k"]);
        assert_eq!(shared(&[&first]).unwrap_err(), Refusal::CutOff);
        assert_eq!(
            shared(&[&[0, 0, 0, 0, 255, 255, 255, 255]]).unwrap_err(),
            Refusal::TooManyParts { limit: STRING_LIMIT }
        );
        assert_eq!(string(b"\x02\x00\x00Ca", true, false).as_deref(), Some("Ca"));
        assert_eq!(string(b"\x02\x00Ca", true, true).as_deref(), Some("Ca"));
        assert_eq!(string(b"\x09\x00Ca", true, true), None);
    }
}
