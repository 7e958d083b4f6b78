//! Bytes of a text file to text.

use super::Refusal;
use super::refusal::OldEncoding;

/// Text of bytes.
#[derive(Debug)]
pub struct Decoded {
    /// The text, not cleaned yet, without a byte order mark.
    pub text: String,
    /// Bytes that could not be read and stand as U+FFFD.
    pub replaced: usize,
}

/// Most unreadable bytes that still pass for damage to a UTF-8 text: one in this many.
const DAMAGE: usize = 20;

/// UTF-16 by its mark, else UTF-8; a text that is UTF-8 but for a few bytes is damaged, any other is in an old encoding.
///
/// # Errors
/// [`Refusal::Encoding`].
pub fn decode(bytes: &[u8], _encoding: Option<&str>) -> Result<Decoded, Refusal> {
    let wide = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].as_chunks().0.iter().map(|pair| order(*pair)).collect();
        let text = String::from_utf16_lossy(&units);
        let replaced = text.matches('\u{fffd}').count();
        Decoded { text, replaced }
    };
    if bytes.starts_with(b"\xff\xfe") {
        return Ok(wide(u16::from_le_bytes));
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Ok(wide(u16::from_be_bytes));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    let mut letters = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        replaced += chunk.invalid().len();
        text.extend(chunk.invalid().iter().map(|_| '\u{fffd}'));
    }
    if replaced > 0 && (replaced * DAMAGE > bytes.len() || letters < replaced) {
        return Err(Refusal::Encoding(OldEncoding::Unknown));
    }
    Ok(Decoded { text, replaced })
}
