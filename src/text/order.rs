//! Vietnamese order.
//!
//! The alphabet is a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y with f j w z at their Latin places. Words
//! are compared syllable by syllable: first the letters, then the tone (ngang, huyền, hỏi, ngã, sắc, nặng), and only
//! then the next syllable. Where the tone mark stands makes no difference. Numbers go by value: Thôn 2 before Thôn 10.

use super::composed;
use super::keys::{strict_key, syllables};
use super::letter::{LEVEL, letter};

/// Which part of a name decides first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameOrder {
    /// Given name, middle names, family name: the Vietnamese way.
    #[default]
    GivenFirst,
    /// As written, family name first.
    FamilyFirst,
}

/// Ends a group of syllables (given name, middle names).
const GROUP: u8 = 0x01;
/// Ends the letters of a syllable; its tone follows.
const SYLLABLE: u8 = 0x03;
/// Begins a number; its length and digits follow.
const NUMBER: u8 = 0x08;
/// Weight of the first letter of [`ALPHABET`].
const FIRST_LETTER: u8 = 0x40;
/// Stands before a letter of another script; its UTF-8 follows.
const OTHER_SCRIPT: u8 = 0xF8;

const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Bytes whose plain comparison puts texts in Vietnamese order; stored in the file as a BLOB.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() + 8);
    push(&mut key, text);
    key
}

/// Bytes whose plain comparison puts people's names in order. `given_name` is the given name where the source told it
/// apart; empty means the last word of the name.
pub fn name_sort_key(full_name: &str, given_name: &str, order: NameOrder) -> Vec<u8> {
    if order == NameOrder::FamilyFirst {
        return sort_key(full_name);
    }
    let name = NameParts::of(full_name, given_name);
    let mut key = Vec::with_capacity(full_name.len() + 12);
    push(&mut key, name.given);
    key.push(GROUP);
    for word in &name.middle {
        push(&mut key, word);
    }
    key.push(GROUP);
    push(&mut key, name.family);
    key
}

/// A name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameParts<'a> {
    /// First word; empty for a name of one word.
    pub family: &'a str,
    /// Words between.
    pub middle: Vec<&'a str>,
    /// Last word, or what the source said.
    pub given: &'a str,
}

impl<'a> NameParts<'a> {
    /// Takes a name apart. `given_name` may be of several words or empty; where it is not the end of the name, all of
    /// the name counts as family and middle names.
    pub fn of(full_name: &'a str, given_name: &'a str) -> Self {
        let mut words: Vec<&str> = full_name.split_whitespace().collect();
        let told: Vec<&str> = given_name.split_whitespace().collect();
        let given = if told.is_empty() {
            words.pop().unwrap_or("")
        } else {
            if words.len() >= told.len()
                && words[words.len() - told.len()..]
                    .iter()
                    .zip(&told)
                    .all(|(a, b)| strict_key(a) == strict_key(b))
            {
                words.truncate(words.len() - told.len());
            }
            given_name.trim()
        };
        let family = if words.is_empty() { "" } else { words.remove(0) };
        Self { family, middle: words, given }
    }
}

fn push(key: &mut Vec<u8>, text: &str) {
    let text = composed(text);
    for word in syllables(&text) {
        push_syllable(key, word);
    }
}

fn push_syllable(key: &mut Vec<u8>, word: &str) {
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, letters) = word.split_at(digits);
    if !number.is_empty() {
        let value = number.trim_start_matches('0');
        key.push(NUMBER);
        key.push(value.len().min(255) as u8);
        key.extend_from_slice(value.as_bytes());
    }
    let mut tone = LEVEL;
    for c in letters.chars() {
        let Some(parts) = letter(c) else { continue };
        if tone == LEVEL {
            tone = parts.tone;
        }
        if let Some(place) = ALPHABET.chars().position(|known| known == parts.base) {
            key.push(FIRST_LETTER + place as u8);
        } else {
            key.push(OTHER_SCRIPT);
            key.extend_from_slice(parts.base.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
    key.push(SYLLABLE);
    key.push(tone);
}
