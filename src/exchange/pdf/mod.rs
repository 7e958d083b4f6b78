//! PDF files with a text layer: letters where the page puts them, put together to lines and paragraphs. Scans hold none.

mod fonts;
mod lines;
mod page;

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use lopdf::{Document as Pdf, LoadOptions};

use super::{Document, Kind, Reading, Refusal, Source, papers};

/// Most bytes that one stream, and all streams that are read together, may unpack to.
const UNPACKED_LIMIT: usize = 64 * 1024 * 1024;
/// Most pages.
const PAGE_LIMIT: usize = 1000;
/// Most letters of a file.
const LETTER_LIMIT: usize = 8_000_000;

/// Reads the text layer of a PDF.
///
/// # Errors
/// [`Refusal`] when it is cut off, protected or a bomb; [`Kind::Scan`] when it has no text layer.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    measure(&source.bytes)?;
    let options = LoadOptions { max_decompressed_size: Some(UNPACKED_LIMIT), ..LoadOptions::default() };
    let pdf =
        Pdf::load_mem_with_options(&source.bytes, options).map_err(|error| refusal(&source.bytes, &error))?;
    if pdf.is_encrypted() {
        return Err(Refusal::Password);
    }
    if pdf.page_iter().next().is_none() {
        return Err(Refusal::Damaged { part: "no pages".to_owned() });
    }
    let mut document = Document::default();
    let mut bytes = UNPACKED_LIMIT;
    let mut letters = LETTER_LIMIT;
    for (at, page) in pdf.page_iter().enumerate() {
        if at >= PAGE_LIMIT {
            return Err(Refusal::TooManyParts { limit: PAGE_LIMIT });
        }
        let pieces = page::pieces(&pdf, page, &mut bytes, &mut letters)?;
        lines::append(&mut document.blocks, pieces);
    }
    papers::finish(document, None).map_err(|refusal| match refusal {
        Refusal::NoText => Refusal::NotSupported(Kind::Scan),
        other => other,
    })
}

fn refusal(bytes: &[u8], error: &lopdf::Error) -> Refusal {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    let whole = tail.windows(5).any(|window| window == b"%%EOF");
    match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Refusal::Password,
        lopdf::Error::Decompress(_) => Refusal::Unpacks { limit: UNPACKED_LIMIT as u64 },
        _ if !whole => Refusal::CutOff,
        other => Refusal::Damaged { part: other.to_string() },
    }
}

/// Unpacks the streams that loading unpacks all at once, keeping nothing: each is bounded there, their sum is not.
fn measure(bytes: &[u8]) -> Result<(), Refusal> {
    const MARK: &[u8] = b"stream";
    let mut left = UNPACKED_LIMIT as u64;
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(MARK.len()).position(|window| window == MARK) {
        let mark = at + found;
        at = mark + MARK.len();
        let head = &bytes[mark.saturating_sub(400)..mark];
        let says = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
        if bytes[..mark].ends_with(b"end") || !(says(b"ObjStm") || says(b"XRef")) {
            continue;
        }
        let start =
            bytes[at..].iter().position(|byte| !matches!(byte, b'\r' | b'\n')).map_or(at, |skip| at + skip);
        let mut unpacked = ZlibDecoder::new(&bytes[start..]).take(left + 1);
        // What is no packed stream unpacks to nothing here; loading says so.
        let mut buffer = [0; 16 * 1024];
        while let Ok(count @ 1..) = unpacked.read(&mut buffer) {
            left = left.checked_sub(count as u64).ok_or(Refusal::Unpacks { limit: UNPACKED_LIMIT as u64 })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
