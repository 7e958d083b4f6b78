//! What a file is, by its content; the name decides only between kinds of plain text.

use super::refusal::Kind;
use super::{Archive, Refusal, Source};

/// How a source is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Word 2007 and later.
    Docx,
    /// Word 97–2003.
    Doc,
    /// Rich text.
    Rtf,
    /// PDF.
    Pdf,
    /// Excel 2007 and later.
    Xlsx,
    /// Excel 5–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// A mail.
    Mail,
    /// Many mails in one file.
    Mailbox,
    /// Values with a delimiter.
    Csv,
    /// Plain text.
    Text,
}

/// Beginnings that tell a kind which is not read.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"\xff\xd8\xff", Kind::Picture),
    (b"\x89PNG\r\n", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"SQLite format 3\0", Kind::OfficeFile),
    (b"\x1f\x8b", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"BZh", Kind::Archive),
    (b"\xfd7zXZ\0", Kind::Archive),
    (b"MZ", Kind::Program),
    (b"\x7fELF", Kind::Program),
    (b"ID3", Kind::Recording),
    (b"OggS", Kind::Recording),
    (b"#!AMR", Kind::Recording),
];

/// Decides how to read a source.
///
/// # Errors
/// [`Refusal`] naming the kind that is not read.
pub fn sniff(source: &Source) -> Result<Format, Refusal> {
    source.check_size()?;
    let bytes = source.bytes.as_slice();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return compound(bytes);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if let Some(kind) = binary(bytes) {
        return Err(Refusal::NotSupported(kind));
    }
    plain(source)
}

fn binary(bytes: &[u8]) -> Option<Kind> {
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = known {
        return Some(*kind);
    }
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Picture),
        [b'B', b'M', ..] if bytes.get(6..10) == Some(&[0, 0, 0, 0]) => Some(Kind::Picture),
        [b'R', b'I', b'F', b'F', ..] => Some(Kind::Recording),
        [_, _, _, _, b'f', b't', b'y', b'p', b'h', b'e', b'i' | b'v', ..] => Some(Kind::Picture),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Kind::Recording),
        _ => None,
    }
}

fn packed(bytes: &[u8]) -> Result<Format, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if archive.has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if archive.has("xl/workbook.bin") {
        return Err(Refusal::NotSupported(Kind::ExcelBinary));
    }
    if archive.has("ppt/presentation.xml") {
        return Err(Refusal::NotSupported(Kind::Slides));
    }
    let kind = match archive.text("mimetype")?.as_deref().map(str::trim) {
        Some("application/vnd.oasis.opendocument.spreadsheet") => return Ok(Format::Ods),
        Some("application/vnd.oasis.opendocument.text") => Kind::OpenText,
        _ if archive.names().iter().any(|name| name.starts_with("word/document")) => {
            return Ok(Format::Docx);
        }
        _ => Kind::Archive,
    };
    Err(Refusal::NotSupported(kind))
}

/// Old compound files: the names of their streams are UTF-16 in the directory.
fn compound(bytes: &[u8]) -> Result<Format, Refusal> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Err(Refusal::Password);
    }
    if has("WordDocument") {
        return Ok(Format::Doc);
    }
    if has("Workbook\0") || has("Book\0") {
        return Ok(Format::Xls);
    }
    Err(Refusal::NotSupported(if has("PowerPoint Document") {
        Kind::Slides
    } else if has("__properties_version1.0") {
        Kind::Outlook
    } else {
        Kind::Unknown
    }))
}

fn plain(source: &Source) -> Result<Format, Refusal> {
    let bytes = source.bytes.as_slice();
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let nul = sample.split(|&byte| byte == 0).count() - 1;
    // A stray NUL in a text is cleaned away; many are no text.
    if !wide && nul * 50 > sample.len() {
        return Err(Refusal::NotSupported(Kind::Unknown));
    }
    let start = String::from_utf8_lossy(&sample[..sample.len().min(2048)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("from ") && start.contains("\nfrom:") {
        return Ok(Format::Mailbox);
    }
    match source.extension().as_str() {
        "eml" => return Ok(Format::Mail),
        "mbox" => return Ok(Format::Mailbox),
        "csv" | "tsv" => return Ok(Format::Csv),
        extension @ ("docx" | "doc" | "xlsx" | "xls" | "pdf" | "rtf" | "ods" | "odt" | "docm" | "xlsm"
        | "pptx" | "zip" | "jpg" | "jpeg" | "png") => {
            return Err(Refusal::PlainTextNamed { extension: extension.to_owned() });
        }
        _ => {}
    }
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Err(Refusal::NotSupported(Kind::WebPage));
    }
    Ok(if looks_like_mail(start) { Format::Mail } else { Format::Text })
}

/// A mail saved under another name: its first lines are headers, with a sender among them.
fn looks_like_mail(start: &str) -> bool {
    let headers: Vec<&str> = start.lines().take_while(|line| !line.trim().is_empty()).collect();
    let is_header = |line: &&str| {
        line.starts_with([' ', '\t'])
            || line.split_once(':').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
    };
    headers.len() >= 3
        && headers.iter().any(|line| line.starts_with("from:"))
        && headers.iter().any(|line| line.starts_with("date:") || line.starts_with("mime-version:"))
        && headers.iter().take(headers.len() - 1).all(is_header)
}
