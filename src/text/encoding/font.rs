//! Documents that show right only with the fonts .VnTime or VNI-Times: bytes of an old encoding as letters of Western Europe.

use super::super::composed;
use super::old::letters;
use super::{ENOUGH, OldEncoding, capitals, nfc, share, tables};

/// The old encoding whose bytes stand in a text as letters of Western Europe, as in documents that show right only with
/// the fonts .VnTime or VNI-Times: `HUYÖN ñY` or `UÛY BAN`. `None` for ordinary text.
pub fn old_font(text: &str) -> Option<OldEncoding> {
    let bytes: Vec<u8> =
        text.lines().filter_map(bytes_of).flat_map(|line| [line, vec![b'\n']].concat()).collect();
    let own = share(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>());
    [OldEncoding::Tcvn3, OldEncoding::Vni]
        .into_iter()
        .filter_map(|old| Some((old, share(&letters(&bytes, old))?)))
        .filter(|&(_, score)| score >= ENOUGH && own.is_none_or(|own| score > own))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(old, _)| old)
}

/// The text of letters that an old font showed, line by line; a line that is right as it stands stays.
pub fn mend_font(text: &str, old: OldEncoding) -> String {
    let mended = from_font(text, old);
    if old == OldEncoding::Tcvn3 { capitals::restore(&mended) } else { mended }
}

/// As [`mend_font`], for a text whose font is known: capitals are what its font makes of them.
pub fn from_font(text: &str, old: OldEncoding) -> String {
    let mend = |line: &str| {
        let mended = letters(&bytes_of(line)?, old);
        let worse = share(line).zip(share(&mended)).is_some_and(|(own, gained)| own > gained);
        (!worse).then(|| nfc(&mended))
    };
    let lines: Vec<String> =
        text.split('\n').map(|line| mend(line).unwrap_or_else(|| line.to_owned())).collect();
    lines.join("\n")
}

/// The old encoding that texts in a font of this name are typed in, and whether it shows small letters as capitals.
pub fn font_of_old(name: &str) -> Option<(OldEncoding, bool)> {
    let name = name.to_ascii_lowercase();
    if name.starts_with(".vn") {
        Some((OldEncoding::Tcvn3, name.ends_with('h')))
    } else if name.starts_with("vni-") {
        Some((OldEncoding::Vni, false))
    } else {
        None
    }
}

/// The bytes that a Windows program showed as these letters; `None` when one is no byte.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| {
        let sign = tables::SIGNS.iter().find(|(_, sign)| *sign == c).map(|(byte, _)| *byte);
        sign.or_else(|| u8::try_from(u32::from(c)).ok())
    };
    composed(text).chars().map(byte).collect()
}
