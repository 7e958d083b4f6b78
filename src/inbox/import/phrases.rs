//! Phrases looked for in texts by accented keys: `hoà` and `hòa`, `Đa Số` and `đa số` are one.

use std::collections::HashMap;

use crate::text::{strict_key, syllables};

/// A word of a text: its key and where it stands.
#[derive(Clone, Debug)]
pub struct Token {
    /// Accented key.
    pub key: String,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// The words of a text with their places.
pub fn tokens(text: &str) -> Vec<Token> {
    let base = text.as_ptr() as usize;
    syllables(text)
        .map(|word| {
            // Every word is a slice of the text.
            let start = word.as_ptr() as usize - base;
            Token { key: strict_key(word), start, end: start + word.len() }
        })
        .collect()
}

/// A set of phrases, each with what it means.
#[derive(Clone, Debug, Default)]
pub struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// Phrases of lists separated by `;`.
    pub fn new(lists: &[(&str, T)]) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (list, meaning) in lists {
            for phrase in list.split(';') {
                let mut keys = syllables(phrase).map(strict_key);
                if let Some(first) = keys.next() {
                    by_first.entry(first).or_default().push((keys.collect(), *meaning));
                }
            }
        }
        // The longest phrase at a place is what is said there.
        for rest in by_first.values_mut() {
            rest.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that begins at word `at`: how many words it has, and what it means.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let first = tokens.get(at)?;
        let following = &tokens[at + 1..];
        self.by_first.get(&first.key)?.iter().find_map(|(rest, meaning)| {
            let fits = rest.len() <= following.len()
                && rest.iter().zip(following).all(|(key, token)| *key == token.key);
            fits.then_some((rest.len() + 1, *meaning))
        })
    }

    /// The first phrase from word `from` on: place, length in words, meaning.
    pub fn first(&self, tokens: &[Token], from: usize) -> Option<(usize, usize, T)> {
        (from..tokens.len()).find_map(|at| self.at(tokens, at).map(|(length, meaning)| (at, length, meaning)))
    }

    /// True when any phrase occurs.
    pub fn occurs(&self, text: &str) -> bool {
        self.first(&tokens(text), 0).is_some()
    }

    /// The phrase the text begins with.
    pub fn begins(&self, text: &str) -> Option<T> {
        self.at(&tokens(text), 0).map(|(_, meaning)| meaning)
    }
}

/// The text between two words, without punctuation around it.
pub fn between<'a>(text: &'a str, tokens: &[Token], from: usize, to: usize) -> &'a str {
    match (tokens.get(from), to.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if from < to => &text[first.start..last.end],
        _ => "",
    }
}

/// `text` with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The beginning of a text as a title: its first sentence, at most `limit` characters, cut between words.
pub fn headline(text: &str, limit: usize) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = line.trim_start_matches(['-', '–', '+', '*', '•', ' ']);
    let sentence = super::sentences::split(line).first().map_or("", |&(start, end)| &line[start..end]);
    let sentence = sentence.trim().trim_end_matches(['.', ';', ':', ',']);
    if sentence.chars().count() <= limit {
        return capitalised(sentence);
    }
    let first = sentence.split_whitespace().next().unwrap_or_default();
    if first.chars().count() + 1 > limit {
        // One word alone is too long, as of a text whose blanks were lost.
        return format!("{}…", capitalised(&first.chars().take(limit - 1).collect::<String>()));
    }
    let mut cut = String::new();
    for word in sentence.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 2 > limit {
            break;
        }
        if !cut.is_empty() {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    format!("{}…", capitalised(cut.trim_end_matches([',', ';', ':'])))
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn a_headline_is_cut_between_words_and_inside_one_only_when_it_must() {
        assert_eq!(headline("đường hỏng. Bà con lo.", 90), "Đường hỏng");
        assert_eq!(headline("đường liên thôn hỏng", 14), "Đường liên…");
        assert_eq!(headline(&"đường".repeat(40), 9), "Đườngđườ…");
    }
}
