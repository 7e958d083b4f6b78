//! Which letters of a name answer to what was typed.

use std::ops::Range;

use crate::text;

/// Parts of a name that answer to what was typed, for showing them: the beginning of a word, or its first letter where the
/// typed letters are initials.
pub fn answering(name: &str, typed: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let words: Vec<(usize, &str)> =
        text::syllables(name).map(|word| (word.as_ptr() as usize - name.as_ptr() as usize, word)).collect();
    for part in typed.split_whitespace() {
        let before = found.len();
        for &(at, word) in &words {
            if let Some(length) = beginning(word, part) {
                found.push(at..at + length);
            }
        }
        let letters: Vec<char> = part.chars().collect();
        if found.len() == before && letters.len() > 1 {
            let mut letters = letters.iter().peekable();
            for &(at, word) in &words {
                let Some(&&letter) = letters.peek() else { break };
                if let Some(length) = beginning(word, letter.encode_utf8(&mut [0; 4])) {
                    found.push(at..at + length);
                    letters.next();
                }
            }
            if letters.peek().is_some() {
                found.truncate(before);
            }
        }
    }
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    found.dedup_by(|next, kept| next.start < kept.end);
    found
}

/// Bytes of a word that a typed part is the beginning of; marks that are not typed are free.
fn beginning(word: &str, part: &str) -> Option<usize> {
    let mut letters = word.chars();
    let mut length = 0;
    for typed in part.chars() {
        let letter = letters.next()?;
        let small = letter.to_lowercase().next()?;
        let typed = typed.to_lowercase().next()?;
        if small != typed && text::keys::fold_letter(small) != typed {
            return None;
        }
        length += letter.len_utf8();
    }
    (length > 0).then_some(length)
}
