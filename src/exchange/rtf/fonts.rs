//! Fonts of a rich text: what its letters are.

use std::collections::HashMap;

use crate::exchange::compound::western;
use crate::text::encoding::{OldEncoding, decode_old, font_of_old, from_font};

/// Most fonts that are kept.
const FONT_LIMIT: usize = 10_000;
/// Windows' number of the Vietnamese letters.
const VIETNAMESE: i32 = 163;

/// Groups whose words are no part of the text.
const NO_TEXT: &[&str] = &[
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "fldinst",
    "themedata",
    "datastore",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "sn",
    "sv",
    "object",
    "objdata",
    "bkmkstart",
    "bkmkend",
    "xe",
    "tc",
    "annotation",
    "atnid",
    "atnauthor",
    "latentstyles",
    "nonshppict",
    "filetbl",
    "ftnsep",
    "ftnsepc",
    "aftnsep",
];

/// True when a group that begins with this word holds no text.
pub fn is_no_text(word: &str) -> bool {
    NO_TEXT.contains(&word)
}

/// A font.
#[derive(Default)]
pub struct Font {
    charset: i32,
    name: String,
}

impl Font {
    /// A text as the font shows it, and the encoding of before Unicode it was typed in.
    pub fn shown(&self, text: &str) -> (String, Option<OldEncoding>) {
        match font_of_old(self.name.trim()).filter(|_| !text.is_ascii()) {
            Some((old, true)) => (from_font(text, old).to_uppercase(), Some(old)),
            Some((old, false)) => (from_font(text, old), Some(old)),
            None => (text.to_owned(), None),
        }
    }
}

/// The fonts of a text.
#[derive(Default)]
pub struct Fonts {
    known: HashMap<i32, Font>,
    /// The font that is being named.
    named: i32,
    /// The font of the text where none is said.
    pub default: i32,
    /// Code page of letters where the font says nothing.
    pub code_page: i32,
}

impl Fonts {
    /// A mark inside the table of fonts.
    pub fn word(&mut self, word: &str, number: Option<i32>) {
        match (word, number) {
            ("f", Some(number)) => {
                self.named = number;
                if self.known.len() < FONT_LIMIT {
                    self.known.insert(number, Font::default());
                }
            }
            ("fcharset", Some(charset)) => {
                if let Some(font) = self.known.get_mut(&self.named) {
                    font.charset = charset;
                }
            }
            _ => {}
        }
    }

    /// A letter of a font's name.
    pub fn byte(&mut self, byte: u8) {
        if let Some(font) =
            self.known.get_mut(&self.named).filter(|font| font.name.len() < 100 && byte != b';')
        {
            font.name.push(char::from(byte));
        }
    }

    /// The font of a number.
    pub fn of(&self, number: i32) -> Option<&Font> {
        self.known.get(&number)
    }

    /// The letter a byte stands for.
    pub fn letter(&self, font: i32, byte: u8) -> char {
        let vietnamese = match self.known.get(&font) {
            Some(font) if font_of_old(font.name.trim()).is_some() => false,
            Some(font) if font.charset > 1 => font.charset == VIETNAMESE,
            _ => self.code_page == 1258,
        };
        if byte.is_ascii() {
            char::from(byte)
        } else if vietnamese {
            decode_old(&[byte], OldEncoding::Cp1258).text.chars().next().unwrap_or('\u{fffd}')
        } else {
            western(byte)
        }
    }
}
