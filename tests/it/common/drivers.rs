//! Models of Vietnamese keyboard drivers: what each sends to a terminal for the keys a person presses. The words are composed
//! by a real engine; how a correction travels is each driver's own way.

use bamboo_core::{Config, Engine, InputMethod, Mode, W2uMode};
use unicode_normalization::UnicodeNormalization;

/// How a driver tells what became of a word.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Backspaces and the letters that changed, in one go.
    Correct {
        /// The byte of a Backspace.
        back: &'static str,
        /// A character that is written and taken back first.
        ghost: Option<char>,
        /// The whole word is written anew, not only what changed.
        whole: bool,
    },
    /// What changed is selected with Shift and the arrow and written over.
    Select,
    /// The word is composed out of sight and comes when it is done.
    Hold {
        /// Consonants a word begins with come at once.
        consonants: bool,
    },
}

/// A driver.
#[derive(Clone, Copy, Debug)]
pub struct Driver {
    pub name: &'static str,
    pub way: Way,
}

const fn correcting(name: &'static str, back: &'static str, ghost: Option<char>, whole: bool) -> Driver {
    Driver { name, way: Way::Correct { back, ghost, whole } }
}

/// The drivers office people use, in the ways they work in terminals.
pub const DRIVERS: &[Driver] = &[
    correcting("UniKey", "\x08", None, false),
    correcting("UniKey over PuTTY", "\x7f", None, false),
    correcting("EVKey", "\x7f", Some('\u{202f}'), false),
    correcting("OpenKey", "\x7f", Some('\u{200c}'), true),
    correcting("ibus-bamboo, Backspaces", "\x08", None, true),
    Driver { name: "ibus-bamboo, Shift-Left", way: Way::Select },
    Driver { name: "ibus-bamboo, preedit", way: Way::Hold { consonants: false } },
    Driver { name: "ibus-unikey", way: Way::Hold { consonants: true } },
];

/// Telex or VNI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    Telex,
    Vni,
}

/// A driver at work.
pub struct Typist {
    driver: Driver,
    keys: Keys,
    engine: Engine,
    /// The word as the driver believes it stands in the field.
    shown: String,
    /// What of a held word was sent already.
    sent: usize,
}

impl Typist {
    pub fn new(driver: Driver, keys: Keys) -> Self {
        let config = Config::builder().auto_correct(true).w2u_mode(W2uMode::NonStart).build();
        let method = if keys == Keys::Telex { InputMethod::telex() } else { InputMethod::vni() };
        Self { driver, keys, engine: Engine::with_config(method, config), shown: String::new(), sent: 0 }
    }

    /// What the driver sends for a key.
    pub fn press(&mut self, key: char) -> String {
        let composes = key.is_ascii_alphabetic() || (self.keys == Keys::Vni && key.is_ascii_digit());
        if !composes {
            let mut sent = self.done();
            sent.push(key);
            return sent;
        }
        self.engine.process_key(key, Mode::Vietnamese);
        let now = self.engine.output().into_owned();
        let before = std::mem::replace(&mut self.shown, now.clone());
        match self.driver.way {
            Way::Hold { consonants } => {
                let first = consonants && self.sent == before.len() && "bcfghjklmnpqrstvxz".contains(key);
                if first && now.len() == before.len() + 1 {
                    self.sent = now.len();
                    return key.to_string();
                }
                String::new()
            }
            _ if now.strip_prefix(before.as_str()).is_some_and(|more| more.chars().eq([key])) => {
                key.to_string()
            }
            Way::Correct { back, ghost, whole } => {
                let (old, new) = if whole { (before.as_str(), now.as_str()) } else { changed(&before, &now) };
                let ghosts = ghost.map_or_else(String::new, |ghost| format!("{ghost}{back}"));
                format!("{ghosts}{}{new}", back.repeat(old.chars().count()))
            }
            Way::Select => {
                let (old, new) = changed(&before, &now);
                format!("{}{new}", "\x1b[1;2D".repeat(old.chars().count()))
            }
        }
    }

    /// What is sent when the word is left by another key.
    pub fn done(&mut self) -> String {
        let rest = match self.driver.way {
            Way::Hold { .. } => self.shown[self.sent..].to_owned(),
            _ => String::new(),
        };
        self.engine.reset();
        self.shown.clear();
        self.sent = 0;
        rest
    }

    /// What is sent for all the keys, a piece for each.
    pub fn type_all(&mut self, keys: &str) -> Vec<String> {
        let mut sent: Vec<String> = keys.chars().map(|key| self.press(key)).collect();
        sent.push(self.done());
        sent.retain(|piece| !piece.is_empty());
        sent
    }
}

fn changed<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b);
    let same: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    (&before[same..], &after[same..])
}

/// What a word becomes when its keys are typed.
pub fn meant(keys: &str, by: Keys) -> String {
    // Every driver means the same; the one that holds words back shows it most plainly.
    let driver = Driver { name: "", way: Way::Hold { consonants: false } };
    Typist::new(driver, by).type_all(keys).concat()
}

/// The keys of a word, tone last.
pub fn keys_of(word: &str, by: Keys) -> String {
    let telex = by == Keys::Telex;
    let mut keys = String::new();
    let mut tone = "";
    for letter in word.chars() {
        let mut base = ' ';
        for part in std::iter::once(letter).nfd() {
            let upper = base.is_uppercase();
            let (mark, digit) = match part {
                '\u{302}' => (base.to_ascii_lowercase().to_string(), "6"),
                '\u{306}' => ("w".to_owned(), "8"),
                '\u{31b}' => ("w".to_owned(), "7"),
                '\u{300}' => {
                    tone = if telex { "f" } else { "2" };
                    continue;
                }
                '\u{301}' => {
                    tone = if telex { "s" } else { "1" };
                    continue;
                }
                '\u{303}' => {
                    tone = if telex { "x" } else { "4" };
                    continue;
                }
                '\u{309}' => {
                    tone = if telex { "r" } else { "3" };
                    continue;
                }
                '\u{323}' => {
                    tone = if telex { "j" } else { "5" };
                    continue;
                }
                'đ' => {
                    keys.push_str(if telex { "dd" } else { "d9" });
                    continue;
                }
                'Đ' => {
                    keys.push_str(if telex { "DD" } else { "D9" });
                    continue;
                }
                part => {
                    base = part;
                    keys.push(part);
                    continue;
                }
            };
            let mark = if upper { mark.to_uppercase() } else { mark };
            keys.push_str(if telex { &mark } else { digit });
        }
    }
    keys + tone
}
