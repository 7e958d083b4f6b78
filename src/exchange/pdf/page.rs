//! The drawing of a page, followed as far as it puts letters somewhere.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document as Pdf, Object, ObjectId};

use super::fonts::{self, Shown, number};
use crate::exchange::Refusal;

/// Deepest nesting of saved states.
const DEPTH_LIMIT: usize = 200;

/// Letters that stand side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Left edge, in points.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Base line, counted from the bottom.
    pub base: f64,
    /// Height of the letters.
    pub size: f64,
    /// The letters are bold.
    pub bold: bool,
    /// The letters.
    pub text: String,
}

/// How a point of one plane lies in another.
#[derive(Clone, Copy)]
struct Plane([f64; 6]);

impl Plane {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this plane, then the other.
    fn then(self, other: Self) -> Self {
        let (one, two) = (self.0, other.0);
        let turned = |x: f64, y: f64| [x * two[0] + y * two[2], x * two[1] + y * two[3]];
        let (right, up, place) = (turned(one[0], one[1]), turned(one[2], one[3]), turned(one[4], one[5]));
        Self([right[0], right[1], up[0], up[1], place[0] + two[4], place[1] + two[5]])
    }

    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }
}

/// The pieces of a page in the order they are drawn. `bytes` and `letters` are what may still be unpacked and kept.
///
/// # Errors
/// [`Refusal::Unpacks`], [`Refusal::TooManyParts`].
pub fn pieces(
    pdf: &Pdf,
    page: ObjectId,
    bytes: &mut usize,
    letters: &mut usize,
) -> Result<Vec<Piece>, Refusal> {
    let unpacks = || Refusal::Unpacks { limit: super::UNPACKED_LIMIT as u64 };
    let drawing = match pdf.get_page_content_with_limit(page, *bytes) {
        Ok(drawing) => drawing,
        Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
            return Err(unpacks());
        }
        Err(_) => return Ok(Vec::new()),
    };
    *bytes = bytes.checked_sub(drawing.len()).ok_or_else(unpacks)?;
    let Ok(content) = Content::decode(&drawing) else { return Ok(Vec::new()) };
    let dictionaries = fonts::of_page(pdf, page);
    let fonts = dictionaries.iter().map(|(name, font)| (name.as_slice(), Shown::new(pdf, font))).collect();
    let mut pen = Pen::new(&fonts);
    for operation in &content.operations {
        pen.draw(&operation.operator, &operation.operands);
        let kept: usize = std::mem::take(&mut pen.new_letters);
        *letters = letters.checked_sub(kept).ok_or(Refusal::TooManyParts { limit: super::LETTER_LIMIT })?;
    }
    Ok(pen.pieces)
}

struct Pen<'a> {
    fonts: &'a BTreeMap<&'a [u8], Shown<'a>>,
    pieces: Vec<Piece>,
    new_letters: usize,
    page: Plane,
    saved: Vec<Plane>,
    line: Plane,
    text: Plane,
    font: Option<&'a Shown<'a>>,
    size: f64,
    leading: f64,
    between_letters: f64,
    between_words: f64,
    stretched: f64,
}

impl<'a> Pen<'a> {
    fn new(fonts: &'a BTreeMap<&'a [u8], Shown<'a>>) -> Self {
        Self {
            fonts,
            pieces: Vec::new(),
            new_letters: 0,
            page: Plane::SAME,
            saved: Vec::new(),
            line: Plane::SAME,
            text: Plane::SAME,
            font: None,
            size: 0.0,
            leading: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretched: 1.0,
        }
    }

    fn draw(&mut self, operator: &str, operands: &[Object]) {
        let at = |index: usize| operands.get(index).and_then(number).unwrap_or(0.0);
        match operator {
            "q" if self.saved.len() < DEPTH_LIMIT => self.saved.push(self.page),
            "Q" => self.page = self.saved.pop().unwrap_or(self.page),
            "cm" => self.page = plane(operands).then(self.page),
            "BT" => (self.line, self.text) = (Plane::SAME, Plane::SAME),
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                (self.font, self.size) = (self.fonts.get(name), at(1));
            }
            "Tc" => self.between_letters = at(0),
            "Tw" => self.between_words = at(0),
            "Tz" => self.stretched = at(0) / 100.0,
            "TL" => self.leading = at(0),
            "Tm" => (self.line, self.text) = (plane(operands), plane(operands)),
            "Td" => self.go(at(0), at(1)),
            "TD" => {
                self.leading = -at(1);
                self.go(at(0), at(1));
            }
            "T*" => self.go(0.0, -self.leading),
            "Tj" => self.show(operands.first()),
            "'" => {
                self.go(0.0, -self.leading);
                self.show(operands.first());
            }
            "\"" => {
                (self.between_words, self.between_letters) = (at(0), at(1));
                self.go(0.0, -self.leading);
                self.show(operands.get(2));
            }
            "TJ" => {
                for part in operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten() {
                    match number(part) {
                        Some(back) => {
                            let step = -back / 1000.0 * self.size * self.stretched;
                            self.text = Plane::moved(step, 0.0).then(self.text);
                        }
                        None => self.show(Some(part)),
                    }
                }
            }
            _ => {}
        }
    }

    /// Begins a line beside the one before.
    fn go(&mut self, x: f64, y: f64) {
        self.line = Plane::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn show(&mut self, string: Option<&Object>) {
        let (Some(font), Some(bytes)) = (self.font, string.and_then(|string| string.as_str().ok())) else {
            return;
        };
        let text = font.text(bytes);
        let (width, letters, spaces) = font.width(bytes);
        let width = width / 1000.0 * self.size
            + self.between_letters * letters as f64
            + self.between_words * spaces as f64;
        let from = self.text.then(self.page).0;
        self.text = Plane::moved(width * self.stretched, 0.0).then(self.text);
        let to = self.text.then(self.page).0;
        let size = self.size.abs() * from[2].hypot(from[3]);
        let seen = [from[4], from[5], to[4], size].iter().all(|edge| edge.is_finite());
        if text.is_empty() || !seen {
            return;
        }
        self.new_letters += text.len();
        self.pieces.push(Piece { left: from[4], right: to[4], base: from[5], size, bold: font.bold(), text });
    }
}

fn plane(operands: &[Object]) -> Plane {
    let mut plane = Plane::SAME;
    for (place, value) in plane.0.iter_mut().zip(operands.iter().filter_map(number)) {
        *place = value;
    }
    plane
}
