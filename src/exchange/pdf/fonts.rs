//! Fonts of a page: what letters a string shows, and how wide they are.

use std::collections::{BTreeMap, HashMap};

use lopdf::{Dictionary, Document as Pdf, Encoding, Object};

/// Most widths of a font that are kept.
const WIDTH_LIMIT: usize = 70_000;
/// Width of a letter nothing is known about, in thousandths.
const USUAL: f64 = 500.0;
/// Most bytes that a table of letters may unpack to.
const TABLE_LIMIT: usize = 4 * 1024 * 1024;

/// The fonts of a page by name, with the dictionaries their encodings are read from.
pub fn of_page(pdf: &Pdf, page: lopdf::ObjectId) -> BTreeMap<Vec<u8>, Dictionary> {
    let mut fonts = BTreeMap::new();
    for (name, font) in pdf.get_page_fonts(page).unwrap_or_default() {
        let mut font = font.clone();
        // The table of letters is right where both are there: a subset of a font counts its letters as it likes.
        if font.has(b"ToUnicode") {
            font.remove(b"Encoding");
        }
        fonts.insert(name, font);
    }
    fonts
}

/// A font ready for showing.
pub struct Shown<'a> {
    encoding: Option<Encoding<'a>>,
    widths: HashMap<u32, f64>,
    usual: f64,
    /// Codes are two bytes.
    wide: bool,
    bold: bool,
}

impl<'a> Shown<'a> {
    /// Looks a font up.
    pub fn new(pdf: &'a Pdf, font: &'a Dictionary) -> Self {
        let wide = name(font, b"Subtype") == b"Type0";
        let encoding = font.get_font_encoding_with_limit(pdf, TABLE_LIMIT).ok();
        let (widths, usual) = if wide { of_composite(pdf, font) } else { (of_simple(pdf, font), USUAL) };
        let bold = String::from_utf8_lossy(name(font, b"BaseFont")).to_lowercase().contains("bold");
        Self { encoding, widths, usual, wide, bold }
    }

    /// Its name says that it is bold.
    pub fn bold(&self) -> bool {
        self.bold
    }

    /// The letters a string shows.
    pub fn text(&self, bytes: &[u8]) -> String {
        self.encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(bytes).ok()).unwrap_or_default()
    }

    /// Width in thousandths of the size, number of letters, and number of spaces.
    pub fn width(&self, bytes: &[u8]) -> (f64, usize, usize) {
        let of = |code: u32| self.widths.get(&code).copied().unwrap_or(self.usual);
        if self.wide {
            let codes = bytes.as_chunks::<2>().0;
            let width = codes.iter().map(|pair| of(u32::from(u16::from_be_bytes(*pair)))).sum();
            return (width, codes.len(), 0);
        }
        let width = bytes.iter().map(|&byte| of(u32::from(byte))).sum();
        (width, bytes.len(), bytes.split(|&byte| byte == b' ').count() - 1)
    }
}

fn name<'a>(font: &'a Dictionary, key: &[u8]) -> &'a [u8] {
    font.get(key).and_then(Object::as_name).unwrap_or_default()
}

/// A number, whole or not.
pub fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

fn of_simple(pdf: &Pdf, font: &Dictionary) -> HashMap<u32, f64> {
    let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
    let first = u32::try_from(first).unwrap_or(0);
    let list = font.get_deref(b"Widths", pdf).and_then(Object::as_array);
    let widths = list.into_iter().flatten().take(WIDTH_LIMIT).filter_map(number);
    (first..).zip(widths).collect()
}

/// Widths of a font of two-byte codes: `c [w w …]` and `from to w`.
fn of_composite(pdf: &Pdf, font: &Dictionary) -> (HashMap<u32, f64>, f64) {
    let mut widths = HashMap::new();
    let descendant = font
        .get_deref(b"DescendantFonts", pdf)
        .and_then(Object::as_array)
        .ok()
        .and_then(|list| pdf.dereference(list.first()?).ok()?.1.as_dict().ok());
    let Some(descendant) = descendant else { return (widths, USUAL) };
    let usual = descendant.get(b"DW").ok().and_then(number).unwrap_or(1000.0);
    let empty = Vec::new();
    let ranges = descendant.get_deref(b"W", pdf).and_then(Object::as_array).unwrap_or(&empty);
    let mut at = 0;
    let code = |object: &Object| object.as_i64().ok().and_then(|code| u32::try_from(code).ok());
    while let (Some(first), Some(next)) = (ranges.get(at).and_then(code), ranges.get(at + 1)) {
        if let Ok(several) = pdf.dereference(next).map_or(next, |(_, object)| object).as_array() {
            widths.extend((first..).zip(several.iter().take(WIDTH_LIMIT).filter_map(number)));
            at += 2;
        } else {
            let (Some(end), Some(width)) = (code(next), ranges.get(at + 2).and_then(number)) else { break };
            widths.extend((first..=end.min(0xffff)).map(|code| (code, width)));
            at += 3;
        }
        if widths.len() > WIDTH_LIMIT || at > WIDTH_LIMIT {
            break;
        }
    }
    (widths, usual)
}
