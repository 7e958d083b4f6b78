//! Looking a person up while typing: every typed word must begin a word of the name, unit or post, in any order.
//!
//! Marks that are typed must be there, marks that are not typed are free. The given name weighs most, initials work
//! (`nth`, `nt huong`), digits find phone numbers. Records are prepared once ([`Keys`]), the typed words once a key
//! press ([`Query`]); a comparison then allocates nothing.

use super::keys::syllables;
use super::letter::{LEVEL, letter, plain};
use super::order::NameParts;

/// How well a record answers; greater is better. Equal scores keep the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u32);

/// What a person is looked up by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Person<'a> {
    /// Full name.
    pub full_name: &'a str,
    /// Given name where the source told it apart; empty = last word.
    pub given_name: &'a str,
    /// Name of the unit.
    pub unit: &'a str,
    /// Post and concurrent post.
    pub post: &'a str,
    /// Phone numbers in any spelling, separated by anything that is no digit, dot, hyphen or blank; usually one a line.
    pub phones: &'a str,
}

/// Where a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Given = 0,
    Name = 1,
    Unit = 2,
    Post = 3,
    Phone = 4,
}

/// A record's words, prepared. Layout: for each word a byte `field << 5 | tone`, its length, and its letters, one byte
/// each: bits 0–5 the letter without marks, bits 6–7 its quality mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    bytes: Box<[u8]>,
    /// One bit for each (first letter, second letter) that a word or the initials begin with, by [`pair_bit`]; most
    /// records are passed by on it alone.
    pairs: u64,
    /// One bit for each first letter.
    firsts: u64,
    has_phone: bool,
}

const LETTER: u8 = 0b0011_1111;
const QUALITY: u8 = 0b1100_0000;

/// Marks of a letter's byte: breve, horn or the stroke of đ.
const HOOKED: u8 = 0x40;
/// The circumflex.
const ROOFED: u8 = 0x80;

/// The byte of a letter base.
fn code(base: char) -> u8 {
    match base {
        'a'..='z' => base as u8 - b'a' + 1,
        '0'..='9' => base as u8 - b'0' + 27,
        'ă' | 'đ' | 'ơ' | 'ư' => code(plain(base)) | HOOKED,
        'â' | 'ê' | 'ô' => code(plain(base)) | ROOFED,
        // Letters of other scripts share the codes that are left: a rare false find, never a lost one.
        other => 37 + (other as u32 % 27) as u8,
    }
}

fn pair_bit(first: u8, second: u8) -> u64 {
    1 << ((u32::from(first & LETTER) * 37 + u32::from(second & LETTER) * 11) & 63)
}

fn first_bit(first: u8) -> u64 {
    1 << (first & LETTER)
}

/// Letters and tone of a word.
fn encode(word: &str, letters: &mut Vec<u8>) -> u8 {
    let mut tone = LEVEL;
    for c in super::composed(word).chars() {
        if letters.len() == 255 {
            break;
        }
        if let Some(parts) = letter(c)
            && parts.base.is_alphanumeric()
        {
            letters.push(code(parts.base));
            if tone == LEVEL {
                tone = parts.tone;
            }
        }
    }
    tone
}

impl Keys {
    /// Prepares a record.
    pub fn new(person: Person) -> Self {
        let mut keys = Builder::default();
        let name = NameParts::of(person.full_name, person.given_name);
        keys.words(name.family, Field::Name);
        for word in &name.middle {
            keys.words(word, Field::Name);
        }
        keys.words(name.given, Field::Given);
        let initials: Vec<u8> = std::iter::once(name.family)
            .chain(name.middle.iter().copied())
            .chain(name.given.split_whitespace())
            .filter_map(|word| syllables(word).next()?.chars().next())
            .filter_map(letter)
            .map(|parts| code(parts.base))
            .collect();
        keys.initials(&initials);
        keys.words(person.unit, Field::Unit);
        keys.words(person.post, Field::Post);
        for number in person
            .phones
            .split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | ' ' | '+'))
        {
            keys.phone(number);
        }
        Keys {
            bytes: keys.bytes.into_boxed_slice(),
            pairs: keys.pairs,
            firsts: keys.firsts,
            has_phone: keys.has_phone,
        }
    }
}

#[derive(Default)]
struct Builder {
    bytes: Vec<u8>,
    pairs: u64,
    firsts: u64,
    has_phone: bool,
}

impl Builder {
    fn words(&mut self, text: &str, field: Field) {
        let mut letters = Vec::with_capacity(8);
        for word in syllables(&super::composed(text)) {
            letters.clear();
            let tone = encode(word, &mut letters);
            self.word(&letters, field, tone);
        }
        // K'Brêu is also found as `kbreu`.
        for word in text
            .split_whitespace()
            .filter(|word| word.contains(['\'', '’', 'ʼ']))
        {
            letters.clear();
            let tone = encode(word, &mut letters);
            self.word(&letters, field, tone);
        }
    }

    fn word(&mut self, letters: &[u8], field: Field, tone: u8) {
        let Some(&first) = letters.first() else { return };
        self.bytes.push((field as u8) << 5 | tone);
        self.bytes.push(letters.len() as u8);
        self.bytes.extend_from_slice(letters);
        self.firsts |= first_bit(first);
        if let Some(&second) = letters.get(1) {
            self.pairs |= pair_bit(first, second);
        }
    }

    /// The pairs that typed initials can begin with: those of the family name with any later name.
    fn initials(&mut self, initials: &[u8]) {
        if let Some((&first, later)) = initials.split_first() {
            for &second in later {
                self.pairs |= pair_bit(first, second);
            }
        }
    }

    fn phone(&mut self, number: &str) {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if digits.len() < 3 {
            return;
        }
        let local = local_number(&digits);
        let letters: Vec<u8> = local.chars().map(code).take(255).collect();
        self.bytes.push((Field::Phone as u8) << 5 | LEVEL);
        self.bytes.push(letters.len() as u8);
        self.bytes.extend_from_slice(&letters);
        self.has_phone = true;
    }
}

/// A number in its local form: +84 912… is 0912….
fn local_number(digits: &str) -> String {
    match digits.strip_prefix("84") {
        Some(rest) if rest.len() >= 8 => format!("0{rest}"),
        _ => digits.to_owned(),
    }
}

/// The typed words, prepared.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Vec<Typed>,
}

#[derive(Clone, Debug)]
struct Typed {
    /// (mask, value) of each letter: a letter without quality mark leaves the mark free.
    letters: Vec<(u8, u8)>,
    /// 0 = free.
    tone: u8,
    /// Only digits: may also be a part of a phone number.
    digits: bool,
    /// Could be initials: letters, at least two.
    initials: bool,
    first: u64,
    pair: u64,
}

impl Query {
    /// Prepares what was typed.
    pub fn new(typed: &str) -> Self {
        Query {
            words: syllables(&super::composed(typed))
                .filter_map(Typed::new)
                .collect(),
        }
    }

    /// True when nothing was typed: every record answers, in the order of the list.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the record answers, `None` when it does not.
    pub fn score(&self, record: &Keys) -> Option<Score> {
        let mut total = 0;
        for typed in &self.words {
            let begins =
                record.firsts & typed.first != 0 && (typed.pair == 0 || record.pairs & typed.pair != 0);
            let possible = begins || (typed.digits && record.has_phone);
            if !possible {
                return None;
            }
        }
        for typed in &self.words {
            total += typed.best(&record.bytes)?;
        }
        Some(Score(total))
    }
}

/// Weight of a typed word by where it is found; a whole word counts more than a beginning.
const WEIGHT: [u32; 5] = [80, 30, 8, 6, 40];
const WHOLE: [u32; 5] = [40, 15, 4, 3, 40];
/// A typed mark that is there, against a word that merely folds to what was typed.
const EXACT_TONE: u32 = 2;
const INITIALS: u32 = 35;
const ALL_INITIALS: u32 = 60;

impl Typed {
    fn new(word: &str) -> Option<Self> {
        let mut letters = Vec::with_capacity(8);
        let tone = encode(word, &mut letters);
        let &first = letters.first()?;
        let digits = word.chars().all(|c| c.is_ascii_digit());
        Some(Typed {
            first: first_bit(first),
            pair: letters.get(1).map_or(0, |&second| pair_bit(first, second)),
            initials: letters.len() > 1 && tone == LEVEL && !word.starts_with(char::is_numeric),
            tone: if tone == LEVEL { 0 } else { tone },
            digits,
            letters: letters
                .into_iter()
                .map(|byte| {
                    if byte & QUALITY == 0 {
                        (LETTER, byte)
                    } else {
                        (0xff, byte)
                    }
                })
                .collect(),
        })
    }

    /// The best weight of the typed word in a record.
    fn best(&self, record: &[u8]) -> Option<u32> {
        let mut best = 0;
        let mut rest = record;
        let mut initials = Initials::new(self);
        while let [head, length, after @ ..] = rest {
            let (word, next) = after.split_at(usize::from(*length).min(after.len()));
            rest = next;
            let field = usize::from(head >> 5).min(WEIGHT.len() - 1);
            let weight = if field == Field::Phone as usize {
                self.in_phone(word)
            } else {
                if field <= Field::Name as usize {
                    initials.name(word[0]);
                }
                self.begins(word, head & 0b1_1111, field)
            };
            best = best.max(weight);
        }
        best = best.max(initials.weight());
        (best > 0).then_some(best)
    }

    fn begins(&self, word: &[u8], tone: u8, field: usize) -> u32 {
        if self.letters.len() > word.len()
            || (self.tone != 0 && self.tone != tone)
            || !self
                .letters
                .iter()
                .zip(word)
                .all(|(&(mask, value), &byte)| byte & mask == value)
        {
            return 0;
        }
        let whole = if self.letters.len() == word.len() {
            WHOLE[field]
        } else {
            0
        };
        WEIGHT[field]
            + whole
            + if self.tone == tone || tone == LEVEL {
                EXACT_TONE
            } else {
                0
            }
    }

    /// At least three typed digits anywhere in the number, or fewer at its start.
    fn in_phone(&self, number: &[u8]) -> u32 {
        if !self.digits {
            return 0;
        }
        let is_at = |part: &[u8]| {
            part.len() >= self.letters.len() && self.letters.iter().zip(part).all(|(l, b)| l.1 == *b)
        };
        let field = Field::Phone as usize;
        if is_at(number) {
            return WEIGHT[field]
                + if self.letters.len() == number.len() {
                    WHOLE[field]
                } else {
                    2
                };
        }
        if self.letters.len() < 3 {
            return 0;
        }
        // +84 912 typed for 0912.
        let country =
            self.letters.len() > 3 && self.letters[0].1 == code('8') && self.letters[1].1 == code('4');
        let abroad = country
            && number.len() > 1
            && number.len() > self.letters.len() - 2
            && self.letters[2..].iter().zip(&number[1..]).all(|(l, b)| l.1 == *b);
        if abroad || (1..number.len()).any(|start| is_at(&number[start..])) {
            WEIGHT[field]
        } else {
            0
        }
    }
}

/// Typed letters against the first letters of the names: they begin with the family name and leave out none
/// (`nt` for Nguyễn Thị Hương), or end with the given name and leave out middle names (`nh`).
struct Initials<'a> {
    typed: &'a [(u8, u8)],
    /// Typed letters found so far without leaving out a name.
    straight: usize,
    straight_on: bool,
    /// Typed letters found so far in order.
    scattered: usize,
    names: usize,
    last_matches: bool,
}

impl<'a> Initials<'a> {
    fn new(typed: &'a Typed) -> Self {
        let letters = if typed.initials { &typed.letters[..] } else { &[] };
        Initials {
            typed: letters,
            straight: 0,
            straight_on: true,
            scattered: 0,
            names: 0,
            last_matches: false,
        }
    }

    fn name(&mut self, first: u8) {
        let fits = |at: usize| {
            self.typed
                .get(at)
                .is_some_and(|&(mask, value)| first & mask == value)
        };
        let straight = self.straight_on && fits(self.straight);
        let scattered =
            (self.names > 0 || fits(0)) && fits(self.scattered) && (self.names == 0 || self.scattered > 0);
        self.last_matches = self
            .typed
            .last()
            .is_some_and(|&(mask, value)| first & mask == value);
        self.straight_on = straight;
        self.straight += usize::from(straight);
        self.scattered += usize::from(scattered);
        self.names += 1;
    }

    fn weight(&self) -> u32 {
        let count = self.typed.len();
        if count == 0 {
            0
        } else if self.straight == count {
            if self.names == count {
                ALL_INITIALS
            } else {
                INITIALS
            }
        } else if self.scattered == count && self.last_matches {
            INITIALS
        } else {
            0
        }
    }
}
