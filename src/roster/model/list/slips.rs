//! What may have been meant by words nobody answers to: typed with the keyboard's Telex or VNI off, letters swapped or left out,
//! two words written as one.

use std::collections::HashMap;

use crate::text;
use crate::text::typing::{Method, Typing};

/// Shortest word that is taken for a misspelt one: of three letters too many others are near.
const SHORTEST: usize = 4;

/// Words that occur, without marks and in order, each with how often.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary(Vec<(Box<str>, u32)>);

impl Vocabulary {
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<String, u32> = HashMap::new();
        for text in texts {
            for word in text::fold(text).split(|sign: char| !sign.is_alphanumeric()) {
                match counts.get_mut(word) {
                    Some(count) => *count += 1,
                    None if word.is_empty() => {}
                    None => drop(counts.insert(word.to_owned(), 1)),
                }
            }
        }
        let mut words: Vec<(Box<str>, u32)> =
            counts.into_iter().map(|(word, count)| (word.into_boxed_str(), count)).collect();
        words.sort_unstable();
        Self(words)
    }

    fn begins_a_word(&self, typed: &str) -> bool {
        let at = self.0.partition_point(|(word, _)| **word < *typed);
        self.0.get(at).is_some_and(|(word, _)| word.starts_with(typed))
    }

    fn has(&self, typed: &str) -> bool {
        self.0.binary_search_by(|(word, _)| (**word).cmp(typed)).is_ok()
    }

    /// The word one slip away that occurs most.
    fn near(&self, typed: &str) -> Option<&str> {
        let typed: Vec<char> = typed.chars().collect();
        let near = self.0.iter().filter(|(word, _)| is_near(&typed, word));
        near.max_by_key(|(_, count)| *count).map(|(word, _)| &**word)
    }
}

/// Other texts that may have been meant, the likeliest first.
pub(super) fn meant<'a>(typed: &str, vocabulary: impl FnOnce() -> &'a Vocabulary) -> Vec<String> {
    let mut others = Vec::new();
    if !typed.is_ascii() {
        return others;
    }
    for method in [Method::Telex, Method::Vni] {
        let composed = composed(typed, method);
        if composed != typed && !others.contains(&composed) {
            others.push(composed);
        }
    }
    let vocabulary = vocabulary();
    let words: Vec<String> = typed.split_whitespace().map(|word| mended(word, vocabulary)).collect();
    let mended = words.join(" ");
    if mended != text::fold(typed) {
        others.push(mended);
    }
    others
}

/// What the keys would have written.
fn composed(typed: &str, method: Method) -> String {
    let mut typing = Typing::new(method);
    let mut text = String::new();
    let mut put = |correction: crate::text::typing::Correction| {
        for _ in 0..correction.back {
            text.pop();
        }
        text.push_str(&correction.text);
    };
    for key in typed.chars() {
        put(typing.key(key));
    }
    typing.finish().into_iter().for_each(put);
    text
}

/// A word as it may have been meant.
fn mended(word: &str, vocabulary: &Vocabulary) -> String {
    let word = text::fold(word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    if vocabulary.begins_a_word(&word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word;
    }
    // thon7
    if let Some(at) = word.find(|sign: char| sign.is_ascii_digit()).filter(|at| *at > 0) {
        return format!("{} {}", &word[..at], &word[at..]);
    }
    // phuhoa
    let parts = (2..word.len().saturating_sub(1)).filter(|at| word.is_char_boundary(*at));
    let split = parts
        .map(|at| word.split_at(at))
        .find(|(first, rest)| vocabulary.has(first) && vocabulary.begins_a_word(rest));
    if let Some((first, rest)) = split {
        return format!("{first} {rest}");
    }
    if word.chars().count() < SHORTEST {
        return word;
    }
    vocabulary.near(&word).map_or(word.clone(), str::to_owned)
}

/// True when two words differ by one letter, one letter too many or too few, or two swapped; the first one is the same.
fn is_near(typed: &[char], word: &str) -> bool {
    if word.chars().next() != typed.first().copied() || word.len().abs_diff(typed.len()) > 1 {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    let same = typed.iter().zip(&word).take_while(|(one, other)| one == other).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    match typed.len().cmp(&word.len()) {
        std::cmp::Ordering::Less => *typed == word[1..],
        std::cmp::Ordering::Greater => typed[1..] == *word,
        std::cmp::Ordering::Equal => match (typed, word) {
            ([], []) => true,
            ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
            ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_mended_and_what_occurs_is_left_alone() {
        let known = Vocabulary::of(["Nguyễn Thị Hương", "Trần Hương", "xã Phú Hòa", "thôn 7"].into_iter());
        let others = |typed: &str| meant(typed, || &known);
        assert_eq!(others("huogn").last().map(String::as_str), Some("huong"));
        assert_eq!(others("nguyn huong").last().map(String::as_str), Some("nguyen huong"));
        assert_eq!(others("phuhoa thon7").last().map(String::as_str), Some("phu hoa thon 7"));
        assert_eq!(others("huwowng")[0], "hương");
        assert!(others("hu7o7ng").contains(&"hương".to_owned()));
        assert_eq!(others("Hương"), Vec::<String>::new(), "marks are meant");
        assert_eq!(others("thi").last(), None);
    }
}
