//! Bytes of before Unicode, letter by letter.

use super::{Decoded, Encoding, OldEncoding, capitals, nfc, tables};

/// Reads bytes by the table of an old encoding. TCVN3 has no capitals with tones; words that a capital font showed as
/// capitals become so.
pub fn decode_old(bytes: &[u8], old: OldEncoding) -> Decoded {
    let mut text = nfc(&letters(bytes, old));
    if old == OldEncoding::Tcvn3 {
        text = capitals::restore(&text);
    }
    let replaced = text.chars().filter(|&c| c == '\u{fffd}').count();
    Decoded { text, encoding: Encoding::Old(old), replaced }
}

/// The letters that bytes stand for, not composed.
pub(super) fn letters(bytes: &[u8], old: OldEncoding) -> String {
    match old {
        OldEncoding::Tcvn3 => by_table(bytes, tables::TCVN3),
        OldEncoding::Viscii => viscii(bytes),
        OldEncoding::Cp1258 => by_table(bytes, tables::CP1258),
        OldEncoding::Vni => vni(bytes),
    }
}

fn by_table(bytes: &[u8], table: &str) -> String {
    let table: Vec<char> = table.chars().collect();
    let decoded = |byte: u8| {
        if byte < 0x80 {
            return char::from(byte);
        }
        match table[usize::from(byte - 0x80)] {
            '\u{fffd}' => sign(byte).unwrap_or('\u{fffd}'),
            letter => letter,
        }
    };
    bytes.iter().map(|&byte| decoded(byte)).collect()
}

/// Six capitals of VISCII stand on control bytes.
fn viscii(bytes: &[u8]) -> String {
    let decoded: String = by_table(bytes, tables::VISCII);
    let capital = |c: char| tables::VISCII_CONTROLS.iter().find(|(byte, _)| u32::from(*byte) == u32::from(c));
    decoded.chars().map(|c| capital(c).map_or(c, |(_, letter)| *letter)).collect()
}

/// Signs that Windows programs wrote beside the letters of an old font.
pub fn sign(byte: u8) -> Option<char> {
    tables::SIGNS.iter().find(|(known, _)| *known == byte).map(|(_, sign)| *sign)
}

fn vni(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        if byte.is_ascii() {
            text.push(char::from(byte));
            continue;
        }
        let capital = matches!(byte, 0xc0..=0xdf);
        let small = if capital { byte + 0x20 } else { byte };
        let marks = tables::VNI_MARKS.iter().find(|(mark, _)| *mark == small);
        let letter = tables::VNI_LETTERS.iter().find(|(letter, _)| *letter == small);
        match (letter, marks) {
            (Some((_, letter)), _) if capital => text.extend(letter.to_uppercase()),
            (Some((_, letter)), _) => text.push(*letter),
            (None, Some((_, marks))) if text.ends_with(is_marked_vowel) => text.push_str(marks),
            _ => text.push(sign(byte).unwrap_or('\u{fffd}')),
        }
    }
    text
}

/// A vowel that a VNI mark can stand behind.
fn is_marked_vowel(c: char) -> bool {
    matches!(c.to_lowercase().next(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ơ' | 'ư'))
}
