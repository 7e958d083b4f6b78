//! Bytes of a text file to text.

use super::Refusal;
use crate::text::clean_line;
use crate::text::encoding::{self, Encoding, EncodingProblem, OldEncoding, decode_old};

/// Text of bytes.
#[derive(Debug)]
pub struct Decoded {
    /// The text, not cleaned yet.
    pub text: String,
    /// Bytes that could not be read and stand as U+FFFD.
    pub replaced: usize,
    /// The encoding of before Unicode it was recognised to be in.
    pub recognised: Option<OldEncoding>,
}

/// An encoding a person may choose for a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// UTF-8, unreadable bytes replaced.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// An encoding of before Unicode.
    Old(OldEncoding),
}

/// Bytes of a text a trial looks at.
const TRIED: usize = 8192;

impl Chosen {
    /// All that may be chosen, the likely ones first.
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Old(OldEncoding::Tcvn3),
        Self::Old(OldEncoding::Vni),
        Self::Old(OldEncoding::Viscii),
        Self::Old(OldEncoding::Cp1258),
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Its name, which [`from_name`](Self::from_name) understands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16",
            Self::Utf16Be => "UTF-16BE",
            Self::Old(old) => old.name(),
        }
    }

    /// The first line with a letter beyond ASCII as this encoding reads it, for a person to choose by; the first line
    /// with anything when there is none.
    pub fn trial(self, bytes: &[u8]) -> String {
        let text = by_choice(&bytes[..bytes.len().min(TRIED)], self).text;
        let lines = || text.lines().map(|line| clean_line(line).text).filter(|line| !line.trim().is_empty());
        let telling = lines().find(|line| !line.is_ascii());
        telling.or_else(|| lines().next()).unwrap_or_default()
    }

    /// The encoding of a name as people write it: `utf-8`, `UTF8`, `utf-16le`, `tcvn3`, `vni`.
    pub fn from_name(name: &str) -> Option<Self> {
        let flat: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match flat.to_ascii_lowercase().as_str() {
            "utf8" => Some(Self::Utf8),
            "utf16" | "utf16le" => Some(Self::Utf16Le),
            "utf16be" => Some(Self::Utf16Be),
            "tcvn3" | "tcvn" | "abc" | "tcvn3abc" => Some(Self::Old(OldEncoding::Tcvn3)),
            "vni" | "vniwindows" | "vniwin" => Some(Self::Old(OldEncoding::Vni)),
            "viscii" => Some(Self::Old(OldEncoding::Viscii)),
            "cp1258" | "windows1258" | "win1258" | "1258" => Some(Self::Old(OldEncoding::Cp1258)),
            _ => None,
        }
    }
}

/// The text of bytes. A text that is Unicode but for a few bytes is read with those replaced and counted, so that the
/// person is told.
///
/// # Errors
/// [`Refusal::UnknownEncoding`].
pub fn decode(bytes: &[u8], chosen: Option<Chosen>) -> Result<Decoded, Refusal> {
    if let Some(chosen) = chosen {
        return Ok(by_choice(bytes, chosen));
    }
    match encoding::decode(bytes) {
        Ok(decoded) => {
            let recognised = match decoded.encoding {
                Encoding::Old(old) => Some(old),
                _ => None,
            };
            Ok(Decoded { text: decoded.text, replaced: decoded.replaced, recognised })
        }
        Err(EncodingProblem::Broken { unreadable, accepted, .. }) => {
            Ok(Decoded { text: accepted.text, replaced: unreadable, recognised: None })
        }
        Err(_) => Err(Refusal::UnknownEncoding),
    }
}

fn by_choice(bytes: &[u8], chosen: Chosen) -> Decoded {
    let text = match chosen {
        Chosen::Utf8 => {
            String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).into_owned()
        }
        Chosen::Utf16Le => wide(bytes.strip_prefix(b"\xff\xfe").unwrap_or(bytes), u16::from_le_bytes),
        Chosen::Utf16Be => wide(bytes.strip_prefix(b"\xfe\xff").unwrap_or(bytes), u16::from_be_bytes),
        Chosen::Old(old) => decode_old(bytes, old).text,
    };
    let replaced = text.matches('\u{fffd}').count();
    Decoded { text, replaced, recognised: None }
}

fn wide(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| order(*pair)).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_shows_the_line_that_tells_encodings_apart() {
        // "Bao cao" in ASCII first, then a line in TCVN3.
        let bytes = b"Bao cao\r\nN\xad\xedc s\xb9ch\r\n";
        assert_eq!(Chosen::Old(OldEncoding::Tcvn3).trial(bytes), "Nước sạch");
        assert_ne!(Chosen::Old(OldEncoding::Cp1258).trial(bytes), "Nước sạch");
        assert_eq!(Chosen::Utf8.trial(b"Bao cao\n"), "Bao cao");
        for chosen in Chosen::ALL {
            assert_eq!(Chosen::from_name(chosen.name()), Some(chosen));
        }
    }
}
