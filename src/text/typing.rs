//! Typing Vietnamese with an ordinary keyboard, for consoles that have no keyboard driver: Telex and VNI.
//!
//! [`Typing`] says of each key what a driver would send for it: so many letters back, then this text. It knows only the word
//! that is being typed, never the text of the field, so it serves every field alike.

use bamboo_core::{Config, Engine, InputMethod, Mode, OutputOptions, ToneStyle, W2uMode};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How marks are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Letters: `ddaats` gives đất.
    Telex,
    /// Digits: `d9a6t1` gives đất.
    Vni,
}

impl Method {
    /// The next one when the key is pressed again: none, Telex, VNI, none.
    pub fn after(method: Option<Self>) -> Option<Self> {
        match method {
            None => Some(Self::Telex),
            Some(Self::Telex) => Some(Self::Vni),
            Some(Self::Vni) => None,
        }
    }

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Telex => "Telex",
            Self::Vni => "VNI",
        }
    }

    /// The method of a name in any case.
    pub fn of_name(name: &str) -> Option<Self> {
        [Self::Telex, Self::Vni].into_iter().find(|method| method.name().eq_ignore_ascii_case(name.trim()))
    }

    /// Letters of a word that may still change its marks.
    fn composes(self, key: char) -> bool {
        key.is_ascii_alphabetic() || (self == Self::Vni && key.is_ascii_digit())
    }
}

/// What a key does to the text before the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Letters taken back.
    pub back: usize,
    /// Text written then.
    pub text: String,
}

/// A word that is being typed.
pub struct Typing {
    method: Method,
    engine: Engine,
    /// The keys of the word, as long as Backspace was not among them.
    keys: Option<String>,
    /// The word as it stands in the field.
    shown: String,
    /// The key before took a mark back by being pressed twice: what stands there is meant.
    undone: bool,
    /// The person wants this word as it was typed.
    raw: bool,
}

/// The engine remembers so many keys of a word; nothing that long is Vietnamese.
const LONGEST: usize = 24;

/// Words of the office that are no Vietnamese although their keys would be.
const FOREIGN: &[&str] = &["test"];

impl std::fmt::Debug for Typing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Typing").field("method", &self.method).finish_non_exhaustive()
    }
}

impl Typing {
    /// Nothing typed yet.
    pub fn new(method: Method) -> Self {
        let config = Config::builder()
            .auto_correct(true)
            .free_tone_marking(true)
            .tone_style(ToneStyle::Modern)
            .w2u_mode(W2uMode::NonStart)
            .build();
        let keys = match method {
            Method::Telex => InputMethod::telex(),
            Method::Vni => InputMethod::vni(),
        };
        let engine = Engine::with_config(keys, config);
        Self { method, engine, keys: Some(String::new()), shown: String::new(), undone: false, raw: false }
    }

    /// How marks are typed.
    pub fn method(&self) -> Method {
        self.method
    }

    /// A key with a character.
    pub fn key(&mut self, key: char) -> Correction {
        if !self.method.composes(key) {
            let mut correction = self.finish().unwrap_or_default();
            correction.text.push(key);
            return correction;
        }
        self.raw |= self.engine.active_len() >= LONGEST;
        if self.raw {
            return Correction { back: 0, text: key.to_string() };
        }
        let before = marked(&self.shown);
        self.horn_once(key);
        self.engine.process_key(key, Mode::Vietnamese);
        self.keys.iter_mut().for_each(|keys| keys.push(key));
        let correction = self.correct();
        self.undone = self.shown.ends_with(key) && marked(&self.shown) < before;
        correction
    }

    /// `uwocw` means ươc as `uocw` does: the engine has marked both vowels already and would take that back.
    fn horn_once(&mut self, key: char) {
        let Some(keys) = self.keys.as_mut().filter(|_| self.method == Method::Telex) else {
            return;
        };
        let small = keys.to_ascii_lowercase();
        let Some(at) = small.find("uwo").filter(|_| key.eq_ignore_ascii_case(&'w')) else {
            return;
        };
        if small.len() > at + 3 && !small[at + 3..].contains('w') {
            keys.remove(at + 1);
            self.engine.reset();
            for key in keys.chars() {
                self.engine.process_key(key, Mode::Vietnamese);
            }
        }
    }

    /// Backspace: takes one letter back, and moves the tone where what is left wants it.
    pub fn backspace(&mut self) -> Correction {
        if self.raw || self.shown.is_empty() || self.engine.output_str() != self.shown {
            // What stands before the cursor is not known; what is typed now is composed by itself.
            self.leave();
            return Correction { back: 1, text: String::new() };
        }
        self.engine.remove_last_output_char();
        self.keys = self.engine.output_str().is_empty().then(String::new);
        self.undone = false;
        self.correct()
    }

    /// The keys of the word as they were pressed, in place of what became of them; `None` when that is the same.
    pub fn restore(&mut self) -> Option<Correction> {
        let typed = self.typed().filter(|typed| *typed != self.shown)?;
        let correction = difference(&self.shown, &typed);
        self.raw = true;
        Some(correction)
    }

    /// The word is done: what is no Vietnamese after all becomes what was typed. `None` when it stays as it is.
    pub fn finish(&mut self) -> Option<Correction> {
        let meant = self.typed().and_then(|typed| self.meant(typed)).filter(|meant| *meant != self.shown);
        let correction = meant.map(|meant| difference(&self.shown, &meant));
        self.leave();
        correction
    }

    fn meant(&self, typed: String) -> Option<String> {
        let small = typed.to_lowercase();
        if FOREIGN.contains(&small.as_str()) {
            return Some(typed);
        }
        if self.method == Method::Telex && small == "w" {
            return Some(if small == typed { "ư" } else { "Ư" }.to_owned());
        }
        let composed = self.engine.output_str() == self.shown && typed != self.shown;
        (composed && !self.undone && !self.engine.is_valid_word()).then_some(typed)
    }

    /// The keys behind the word; `None` when there is no word or the person has them already.
    fn typed(&self) -> Option<String> {
        (!self.raw && !self.shown.is_empty()).then(|| self.engine.get_processed_str(OutputOptions::RAW))
    }

    /// The cursor went elsewhere; the word stays as it is.
    pub fn leave(&mut self) {
        self.engine.reset();
        self.keys = Some(String::new());
        self.shown.clear();
        self.undone = false;
        self.raw = false;
    }

    fn correct(&mut self) -> Correction {
        let composed = self.engine.output_str();
        let now = self.abbreviation(composed).unwrap_or_else(|| composed.to_owned());
        let correction = difference(&self.shown, &now);
        self.shown = now;
        correction
    }

    /// QĐ, HĐND, đc: no syllables, and every office writes them. Only when no vowel stands before, so that `add` stays.
    fn abbreviation(&self, composed: &str) -> Option<String> {
        if self.engine.is_valid_prefix() || !composed.is_ascii() {
            return None;
        }
        let small = composed.to_ascii_lowercase();
        let pair = match self.method {
            Method::Telex => "dd",
            Method::Vni => "d9",
        };
        let at = small.find(pair)?;
        let again = small[at + 2..].starts_with(&pair[1..]);
        if again || small[..at].contains(['a', 'e', 'i', 'o', 'u', 'y']) {
            return None;
        }
        let letter = if composed[at..].starts_with('D') { "Đ" } else { "đ" };
        Some(format!("{}{letter}{}", &composed[..at], &composed[at + 2..]))
    }
}

/// How many marks its letters bear.
fn marked(word: &str) -> usize {
    let strokes = word.chars().filter(|letter| matches!(letter, 'đ' | 'Đ')).count();
    strokes + word.nfd().filter(|part| is_combining_mark(*part)).count()
}

/// What turns one word into the other: letters back from its end, and text.
fn difference(before: &str, after: &str) -> Correction {
    let same: usize = before
        .chars()
        .zip(after.chars())
        .take_while(|(a, b)| a == b)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    Correction { back: before[same..].chars().count(), text: after[same..].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in the field after the keys; `\u{8}` is Backspace, `\u{1b}` Esc.
    fn typed(method: Method, keys: &str) -> String {
        let mut typing = Typing::new(method);
        let mut field = String::new();
        for key in keys.chars() {
            let correction = match key {
                '\u{8}' => typing.backspace(),
                '\u{1b}' => typing.restore().unwrap_or_default(),
                key => typing.key(key),
            };
            for _ in 0..correction.back {
                field.pop();
            }
            field.push_str(&correction.text);
        }
        field
    }

    fn passes(list: &str, method: Method, least: usize) {
        let lines: Vec<(&str, &str)> = list.lines().filter_map(|line| line.split_once('\t')).collect();
        assert!(lines.len() >= least);
        let wrong: Vec<String> = lines
            .iter()
            .filter(|(keys, text)| typed(method, &format!("{keys} ")).trim_end() != *text)
            .map(|(keys, text)| format!("{keys}: {} instead of {text}", typed(method, keys)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        // All of them one after the other, as a sentence.
        let keys: Vec<&str> = lines.iter().map(|(keys, _)| *keys).collect();
        let text: Vec<&str> = lines.iter().map(|(_, text)| *text).collect();
        assert_eq!(typed(method, &keys.join(" ")), text.join(" "));
    }

    #[test]
    fn telex_list() {
        passes(include_str!("../../tests/data/lists/telex.tsv"), Method::Telex, 116);
    }

    #[test]
    fn vni_list() {
        passes(include_str!("../../tests/data/lists/vni.tsv"), Method::Vni, 20);
    }

    #[test]
    fn backspace_takes_a_letter_and_the_word_goes_on() {
        assert_eq!(typed(Method::Telex, "nuwowcs\u{8}c"), "nước");
        assert_eq!(typed(Method::Telex, "ddaats\u{8}\u{8}\u{8}\u{8}dif"), "dì");
        assert_eq!(typed(Method::Telex, "toans\u{8}"), "tóa");
        assert_eq!(typed(Method::Vni, "d9a6t1\u{8}n"), "đấn");
    }

    #[test]
    fn esc_gives_the_keys_back_and_leaves_the_rest_of_the_word_alone() {
        assert_eq!(typed(Method::Telex, "tets\u{1b}s laf"), "tetss là");
        assert_eq!(typed(Method::Telex, "Vieejt\u{1b}"), "Vieejt");
        assert_eq!(typed(Method::Vni, "xa4\u{1b}"), "xa4");
        let mut typing = Typing::new(Method::Telex);
        assert_eq!(typing.restore(), None);
        typing.key('t');
        assert_eq!(typing.restore(), None, "nothing was composed");
    }

    #[test]
    fn what_is_no_word_passes_through() {
        assert_eq!(typed(Method::Telex, "QD 15/2026, 3.5% ;ế(a)"), "QD 15/2026, 3.5% ;ế(a)");
        let long = "abcdefghij".repeat(9);
        assert_eq!(typed(Method::Telex, &long).chars().count(), 90);
    }

    #[test]
    fn abbreviations_keep_their_letter() {
        assert_eq!(typed(Method::Telex, "QDD HDDND ddc add TDDDD"), "QĐ HĐND đc add TDDDD");
        assert_eq!(typed(Method::Vni, "QD9 HD9ND"), "QĐ HĐND");
        assert_eq!(typed(Method::Telex, "QDD\u{8}B"), "QB");
    }

    #[test]
    fn a_word_that_is_none_is_what_was_typed_once_it_is_done() {
        assert_eq!(typed(Method::Telex, "user"), "ủe");
        assert_eq!(typed(Method::Telex, "user, office; hoaff "), "user, office; hoaf ");
        let mut typing = Typing::new(Method::Telex);
        "user".chars().for_each(|key| drop(typing.key(key)));
        assert_eq!(typing.finish(), Some(Correction { back: 2, text: "user".to_owned() }));
        assert_eq!(typing.finish(), None);
    }

    #[test]
    fn the_key_goes_round() {
        let mut method = None;
        let names: Vec<&str> = (0..3)
            .map(|_| {
                method = Method::after(method);
                method.map_or("", Method::name)
            })
            .collect();
        assert_eq!(names, ["Telex", "VNI", ""]);
        assert_eq!(Method::of_name(" telex"), Some(Method::Telex));
        assert_eq!(Method::of_name("viqr"), None);
    }
}
