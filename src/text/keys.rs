//! Keys under which words are found.
//!
//! The folded form is for eyes that type no marks. The strict (accented) key is the word itself, independent of how it
//! was typed: letters with their quality marks, the tone as a digit at the end. `hoà`, `hòa` and their decomposed
//! spellings are all `hoa2`, `đất` is `đât5`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::composed;
use super::letter::{LEVEL, letter, plain, vietnamese};

/// The text without any mark, in lower case: `Đất đai` gives `dat dai`. Everything that is no letter stays.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match vietnamese(c) {
            Some(letter) => folded.push(plain(letter.base)),
            None if matches!(c, '\u{2010}'..='\u{2027}') => folded.push(c),
            // Another language, or text taken apart: the tables of Unicode know.
            None => {
                folded.extend(folded_by_unicode(&text[at..]));
                break;
            }
        }
    }
    folded
}

fn folded_by_unicode(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .map(|c| if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { c })
}

/// The accented key of one syllable: letters with ă â đ ê ô ơ ư kept, tone digit last (huyền 2, hỏi 3, ngã 4, sắc 5,
/// nặng 6); of several tone marks the first counts. A syllable that begins with a digit bears no tone digit. What is neither letter nor digit is left out.
pub fn strict_key(syllable: &str) -> String {
    let mut key = String::with_capacity(syllable.len() + 1);
    let mut tone = LEVEL;
    for c in composed(syllable).chars() {
        if let Some(parts) = letter(c)
            && is_word(parts.base)
        {
            key.push(parts.base);
            if tone == LEVEL {
                tone = parts.tone;
            }
        }
    }
    if tone != LEVEL && !key.starts_with(char::is_numeric) {
        key.push(char::from(b'0' + tone));
    }
    key
}

/// The folded form of an accented key, as the vocabulary keeps it: `đât5` gives `dat`.
pub fn fold_key(key: &str) -> String {
    let bare = if key.starts_with(char::is_numeric) {
        key
    } else {
        key.trim_end_matches(|c: char| c.is_ascii_digit())
    };
    bare.chars().map(plain).collect()
}

/// A letter of an accented key without its quality mark: â is a, đ is d.
pub fn fold_letter(letter: char) -> char {
    plain(letter)
}

/// The tone of an accented key: 1 (ngang) to 6 (nặng).
pub fn key_tone(key: &str) -> u8 {
    match key.as_bytes() {
        [first, .., last @ b'2'..=b'6'] if !first.is_ascii_digit() => last - b'0',
        _ => LEVEL,
    }
}

/// The words of a text as slices of it, in order. A word that begins with a letter ends before a digit (`OM5451` is two
/// words), one that begins with a digit keeps its letters (`49A`, `15b`), so that a tone digit is never taken for a
/// written one.
pub fn syllables(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(is_word)?;
        rest = &rest[start..];
        let numeric = rest.starts_with(is_number);
        let end = rest.find(|c: char| !belongs(c, numeric)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// A character that goes on with a word; marks of decomposed text do.
fn belongs(c: char, numeric: bool) -> bool {
    (is_word(c) && (numeric || !is_number(c))) || (!c.is_ascii() && is_combining_mark(c))
}

/// The accented letters Vietnamese is written with; the standard library searches a table for each.
fn is_accented_letter(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{1e00}'..='\u{1eff}')
}

/// `char::is_alphanumeric`, quick for Vietnamese.
fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_accented_letter(c) || c.is_alphanumeric() }
}

/// `char::is_numeric`, quick for Vietnamese.
fn is_number(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { !is_accented_letter(c) && c.is_numeric() }
}

/// The words of a text as accented keys, in order.
pub fn keys(text: &str) -> Vec<String> {
    syllables(&composed(text)).map(strict_key).filter(|key| !key.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, folded_by_unicode, is_number, is_word};

    #[test]
    fn folding_by_table_says_what_unicode_says() {
        for c in '\0'..='\u{2fff}' {
            for text in [format!("{c}"), format!("Đế{c}\u{323}Ạ"), format!("e\u{327}{c}\u{345}")] {
                assert_eq!(fold(&text), folded_by_unicode(&text).collect::<String>(), "{text:?}");
            }
        }
    }

    #[test]
    fn the_quick_tests_say_what_the_slow_ones_say() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_number(c), c.is_numeric(), "{c:?}");
        }
    }
}
