//! Vietnamese, to the last letter: normal form, keys for search and order, cleaning, old encodings.

use unicode_normalization::UnicodeNormalization;

/// The text in NFC, as it is kept everywhere in the office's file.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}
