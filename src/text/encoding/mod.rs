//! Bytes of a text file, and which encoding they are in.
//!
//! UTF-8 and UTF-16 are read, and Vietnamese texts of before Unicode (TCVN3, VNI, VISCII, code page 1258): their bytes are
//! decoded with each table, and the share of possible Vietnamese syllables among the words with marks tells which table is
//! right.

mod capitals;
mod font;
mod old;
mod tables;

use super::{is_syllable, nfc};

pub use font::{font_of_old, from_font, mend_font, old_font};
pub use old::{decode_old, sign};

/// An encoding that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark; plain ASCII too.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// A Vietnamese encoding of before Unicode.
    Old(OldEncoding),
}

/// A Vietnamese encoding of before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldEncoding {
    /// TCVN3 (ABC), fonts .VnTime.
    Tcvn3,
    /// VNI for Windows, fonts VNI-Times.
    Vni,
    /// VISCII.
    Viscii,
    /// Windows code page 1258.
    Cp1258,
}

impl OldEncoding {
    const ALL: [Self; 4] = [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Cp1258];

    /// The name people know it by, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI-Windows",
            Self::Viscii => "VISCII",
            Self::Cp1258 => "Windows-1258",
        }
    }
}

/// A decoded text, in NFC; not cleaned yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What it was in.
    pub encoding: Encoding,
    /// Bytes that could not be read and stand as U+FFFD (one for each run of them in UTF-8).
    pub replaced: usize,
}

/// Why bytes are not taken as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodingProblem {
    /// Most is UTF-8 or UTF-16, but some bytes cannot be read.
    #[error("{unreadable} bytes cannot be read, the first in line {line}")]
    Broken {
        /// How many bytes cannot be read.
        unreadable: usize,
        /// Line of the first of them, counted from 1.
        line: usize,
        /// The text with U+FFFD in their place, for one who accepts that.
        accepted: Box<Decoded>,
    },
    /// No encoding that is known; perhaps no text at all.
    #[error("no known text encoding")]
    Unknown,
}

/// Reads the bytes of a text file.
///
/// # Errors
/// [`EncodingProblem`] when the bytes are damaged or no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, EncodingProblem> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest).map_err(|broken| broken.problem);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, Encoding::Utf16Be);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return utf16(bytes, encoding);
    }
    let broken = match utf8(bytes) {
        Ok(decoded) => return Ok(decoded),
        Err(broken) => broken,
    };
    // Damaged UTF-8 has more whole letters than stray bytes; old encodings have hardly any by chance.
    if broken.whole_letters >= broken.unreadable {
        return Err(broken.problem);
    }
    match recognise(bytes) {
        Some(old) => Ok(decode_old(bytes, old)),
        None if broken.whole_letters * 4 >= broken.unreadable && broken.whole_letters > 0 => {
            Err(broken.problem)
        }
        None => Err(EncodingProblem::Unknown),
    }
}

struct BrokenUtf8 {
    problem: EncodingProblem,
    unreadable: usize,
    whole_letters: usize,
}

fn utf8(bytes: &[u8]) -> Result<Decoded, BrokenUtf8> {
    let finish = |text: &str, replaced| Decoded { text: nfc(text), encoding: Encoding::Utf8, replaced };
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(finish(text, 0));
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut unreadable, mut line, mut whole_letters) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        whole_letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        if !chunk.invalid().is_empty() {
            if line == 0 {
                line = 1 + text.matches('\n').count();
            }
            if !text.ends_with('\u{fffd}') {
                text.push('\u{fffd}');
            }
            unreadable += chunk.invalid().len();
        }
    }
    let accepted = Box::new(finish(&text, unreadable));
    Err(BrokenUtf8 {
        problem: EncodingProblem::Broken { unreadable, line, accepted },
        unreadable,
        whole_letters,
    })
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, EncodingProblem> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(pair),
        _ => u16::from_le_bytes(pair),
    });
    let mut text = String::with_capacity(bytes.len());
    let (mut unreadable, mut line) = (0, 0);
    for unit in char::decode_utf16(units) {
        text.push(unit.unwrap_or_else(|_| {
            unreadable += 2;
            if line == 0 {
                line = 1 + text.matches('\n').count();
            }
            '\u{fffd}'
        }));
    }
    if !odd.is_empty() {
        unreadable += 1;
        if line == 0 {
            line = 1 + text.matches('\n').count();
        }
        text.push('\u{fffd}');
    }
    let decoded = Decoded { text: nfc(&text), encoding, replaced: unreadable };
    if unreadable == 0 {
        return Ok(decoded);
    }
    Err(EncodingProblem::Broken { unreadable, line, accepted: Box::new(decoded) })
}

/// Bytes looked at when the encoding has to be guessed.
const SAMPLE: usize = 64 * 1024;

/// UTF-16 without a mark: zero bytes nearly always on the one side of a pair and nearly never on the other.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, odd) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    if pairs.len() < 4 || !odd.is_empty() && bytes.len() < SAMPLE {
        return None;
    }
    let zeros = |side: usize| pairs.iter().filter(|pair| pair[side] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs.len() * 4 && even * 50 <= pairs.len() {
        Some(Encoding::Utf16Le)
    } else if even * 10 >= pairs.len() * 4 && odd * 50 <= pairs.len() {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Least share of possible syllables for an old encoding to be named.
const ENOUGH: f64 = 0.7;

/// The old encoding that gives the most possible syllables.
fn recognise(bytes: &[u8]) -> Option<OldEncoding> {
    let first = bytes.iter().position(|byte| !byte.is_ascii())?;
    let start = bytes[..first].iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    if sample.contains(&0) {
        return None;
    }
    let mut best: Option<(OldEncoding, f64)> = None;
    for old in OldEncoding::ALL {
        let score = share(&old::letters(sample, old)).unwrap_or(0.0);
        if score >= ENOUGH && best.is_none_or(|(_, least)| score > least) {
            best = Some((old, score));
        }
    }
    best.map(|(old, _)| old)
}

/// The share of possible Vietnamese syllables among the words with marks; `None` without such words.
fn share(text: &str) -> Option<f64> {
    let text = nfc(text);
    let mut words = 0;
    let mut valid = 0;
    for word in text.split(|c: char| !(c.is_alphabetic() || c == '\u{fffd}')) {
        // One letter alone is a syllable by chance too often.
        if word.is_ascii() || word.chars().count() < 2 {
            continue;
        }
        words += 1;
        valid += usize::from(is_syllable(word));
    }
    // A sign in the place of a letter (© for â, ¨ for ă) splits a word; it counts as a wrong one.
    words += text
        .chars()
        .filter(|&c| matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷') && !matches!(c, '«' | '»' | '°'))
        .count();
    (words > 0).then(|| f64::from(valid as u32) / f64::from(words as u32))
}
