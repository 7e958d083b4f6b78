//! Vietnamese, to the last letter: normal form, keys for search and order, cleaning, cutting, look-up, dates, old
//! encodings, personal identifiers.
//!
//! | part | what it answers |
//! |---|---|
//! | [`keys`](mod@keys) | is this the same word? may these typed letters mean it? |
//! | [`order`] | which comes first in a Vietnamese list? |
//! | [`clean`] | what may enter the file, what may reach a terminal? |
//! | [`shown`] | how wide is it, where may it be cut, where does the tone mark stand? |
//! | [`dates`] | which days are meant? |
//! | [`encoding`] | what do these bytes say? |
//! | [`syllable`] | can this be a Vietnamese syllable? |
//! | [`phone`] | which phone numbers are these? |
//! | [`personal`] | does this tell who somebody is? |
//! | [`paths`] | how do paths of files stand in a line? |
//! | [`typing`] | what do these keys write, in Telex or VNI? |
//! | [`likeness`] | was this sent before? in which words do two texts differ? |
//! | [`amount`] | how is this sum written in words? |
//! | [`lookup`] | does this person answer to what was typed, and how well? |

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

pub mod amount;
pub mod clean;
pub mod dates;
pub mod encoding;
mod identifiers;
pub mod keys;
pub(crate) mod letter;
pub mod likeness;
pub mod lookup;
pub mod mixed;
pub mod order;
pub mod paths;
pub mod personal;
pub mod phone;
pub mod printed;
pub mod shown;
pub mod syllable;
pub mod typing;

pub use clean::{Cleaned, clean_line, clean_text, for_terminal};
pub use encoding::{Decoded, Encoding, EncodingProblem, OldEncoding, decode};
pub use keys::{fold, keys, strict_key, syllables};
pub use order::{NameOrder, name_sort_key, sort_key};
pub use shown::{cut_name, cut_to_width, modern_tones, title_case, width};
pub use syllable::is_syllable;

pub(crate) use identifiers::identifiers;

/// The text in NFC, as it is kept everywhere in the office's file.
pub fn nfc(text: &str) -> String {
    composed(text).into_owned()
}

/// The text in NFC, copied only when it is not so already.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(stands_composed) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// True for the characters nearly every text is made of: none of them is ever decomposed, composed with another or moved by
/// NFC, so that the library need not look it up in its tables.
fn stands_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{203b}')
}

#[cfg(test)]
mod tests;
