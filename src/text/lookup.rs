//! Looking a person up while typing: every typed word must begin a word of the name, unit or post, in any order.
//!
//! Marks that are typed must be there, marks that are not typed are free. The given name weighs most, initials work
//! (`nth`, `nt huong`), digits find phone numbers. Records are prepared once ([`Keys`]), the typed words once a key
//! press ([`Query`]); a comparison then allocates nothing.

use super::composed;
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
    /// Phone numbers in any spelling, one a line or with commas between.
    pub phones: &'a str,
}

/// Where a word stands, in the order of its weight.
#[derive(Clone, Copy)]
enum Field {
    Given = 0,
    Name = 1,
    Unit = 2,
    Post = 3,
}

/// A record's words, prepared.
///
/// A word is one number: seven letters of a byte each, the first lowest (no Vietnamese syllable has more; of longer
/// words the first seven count), and the field and tone in the top byte. A letter's bits 0–5 are the letter without
/// marks, 6–7 its quality mark. So whether a typed word begins a word is one AND and one comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// In the order of [`Field`].
    words: Box<[u64]>,
    /// Numbers in their local form, four bits a digit, the first lowest; 0 is 10, so that 0 ends them.
    phones: Box<[u64]>,
    /// First letters of family, middle and given name, packed as a word.
    initials: u64,
    /// First letters of the words of the unit, 0, those of the post: offices call each other LHPN, MTTQ, CCB.
    letters: Box<[u8]>,
    /// One bit for each (first letter, second letter) that a word or the initials begin with, by [`pair_bit`]; most
    /// records are passed by on it alone.
    pairs: u64,
    /// One bit for each first letter.
    firsts: u64,
}

const LETTER: u8 = 0b0011_1111;
const QUALITY: u8 = 0b1100_0000;
/// Letters of a packed word.
const PACKED: usize = 7;
/// Digits of a packed number.
const DIGITS: usize = 16;
const TONE_SHIFT: u32 = 56;
const FIELD_SHIFT: u32 = 61;

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
    letters.clear();
    for parts in composed(word).chars().filter_map(letter) {
        if parts.base.is_alphanumeric() {
            letters.push(code(parts.base));
            if tone == LEVEL {
                tone = parts.tone;
            }
        }
    }
    tone
}

fn pack(letters: &[u8]) -> u64 {
    letters.iter().take(PACKED).rev().fold(0, |packed, &byte| packed << 8 | u64::from(byte))
}

fn pack_digits(digits: &str) -> u64 {
    digits
        .bytes()
        .take(DIGITS)
        .rev()
        .fold(0, |packed, byte| packed << 4 | u64::from(if byte == b'0' { 10 } else { byte - b'0' }))
}

impl Keys {
    /// Whether one of the record's numbers is this one, however each is written.
    pub fn has_phone(&self, number: &str) -> bool {
        let digits = local_number(number);
        digits.len() >= 3 && self.phones.contains(&pack_digits(&digits))
    }

    /// Prepares a record.
    pub fn new(person: Person) -> Self {
        let (full_name, given_name) = (composed(person.full_name), composed(person.given_name));
        let name = NameParts::of(&full_name, &given_name);
        let mut builder = Builder::default();
        builder.add(name.given, Field::Given);
        builder.add(name.family, Field::Name);
        for word in &name.middle {
            builder.add(word, Field::Name);
        }
        builder.add(person.unit, Field::Unit);
        builder.add(person.post, Field::Post);
        let initials: Vec<u8> = std::iter::once(name.family)
            .chain(name.middle.iter().copied())
            .chain(name.given.split_whitespace())
            .filter_map(|word| syllables(word).next()?.chars().next())
            .filter_map(letter)
            .map(|parts| code(parts.base))
            .collect();
        // Typed initials begin with those of the family name and any later name.
        if let Some((&first, later)) = initials.split_first() {
            builder.pairs |=
                later.iter().map(|&second| pair_bit(first, second)).fold(0, |all, bit| all | bit);
        }
        let mut letters = first_letters(person.unit);
        letters.push(0);
        letters.extend(first_letters(person.post));
        for run in letters.split(|letter| *letter == 0) {
            for (at, &letter) in run.iter().enumerate() {
                builder.firsts |= first_bit(letter);
                // Typed letters are side by side in the name, or begin with its first.
                let begins = run.iter().skip(1).filter(|_| at == 0);
                let beside = run.get(at + 1);
                for &next in begins.chain(beside) {
                    builder.pairs |= pair_bit(letter, next);
                }
            }
        }
        let phones = person
            .phones
            .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | ' ' | '+' | '(' | ')')))
            .map(local_number)
            .filter(|digits| digits.len() >= 3)
            .map(|digits| pack_digits(&digits))
            .collect();
        Keys {
            words: builder.words.into_boxed_slice(),
            phones,
            initials: pack(&initials),
            letters: letters.into_boxed_slice(),
            pairs: builder.pairs,
            firsts: builder.firsts,
        }
    }
}

/// Words that no abbreviation has a letter of. Folded.
const JOINING: &[&str] = &["va", "cac", "cua"];

/// The first letters of the words of a unit or post; of an abbreviation all its letters.
fn first_letters(text: &str) -> Vec<u8> {
    let text = composed(text);
    let mut letters = Vec::new();
    for word in syllables(&text) {
        let is_short = word.chars().nth(1).is_some()
            && word.chars().all(char::is_uppercase)
            && !word.chars().any(|sign| "AEIOUY".contains(sign));
        let of_it = if is_short { word.chars().count() } else { 1 };
        if !JOINING.contains(&super::fold(word).as_str()) {
            letters.extend(word.chars().filter_map(letter).take(of_it).map(|parts| code(parts.base)));
        }
    }
    letters
}

#[derive(Default)]
struct Builder {
    words: Vec<u64>,
    pairs: u64,
    firsts: u64,
    letters: Vec<u8>,
}

impl Builder {
    fn add(&mut self, text: &str, field: Field) {
        let text = composed(text);
        for word in syllables(&text) {
            self.word(word, field);
        }
        // K'Brêu is also found as `kbreu`.
        for word in text.split_whitespace().filter(|word| word.contains(['\'', '’', 'ʼ'])) {
            self.word(word, field);
        }
    }

    fn word(&mut self, word: &str, field: Field) {
        let tone = encode(word, &mut self.letters);
        let Some(&first) = self.letters.first() else {
            return;
        };
        self.words.push(pack(&self.letters) | u64::from(tone) << TONE_SHIFT | (field as u64) << FIELD_SHIFT);
        self.firsts |= first_bit(first);
        if let Some(&second) = self.letters.get(1) {
            self.pairs |= pair_bit(first, second);
        }
    }
}

/// The digits of a number in its local form: +84 912… is 0912….
fn local_number(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84") {
        Some(rest) if rest.len() >= 8 => format!("0{rest}"),
        _ => digits,
    }
}

/// The typed words, prepared.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Vec<Typed>,
}

/// A typed word. A packed word begins with it when its bits under `mask` are `value`.
#[derive(Clone, Debug)]
struct Typed {
    mask: u64,
    value: u64,
    /// Bits of the letter after the typed ones; none there means a whole word.
    next: u64,
    /// Typed tone; 1 = none, free.
    tone: u8,
    /// Only digits: mask, value and count, for numbers.
    digits: Option<(u64, u64, u32)>,
    /// Letters that could be initials.
    initials: Vec<u8>,
    first: u64,
    pair: u64,
}

impl Query {
    /// Prepares what was typed.
    pub fn new(typed: &str) -> Self {
        Query { words: syllables(&composed(typed)).filter_map(Typed::new).collect() }
    }

    /// True when nothing was typed: every record answers, in the order of the list.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the record answers, `None` when it does not.
    pub fn score(&self, record: &Keys) -> Option<Score> {
        let possible = |typed: &Typed| {
            let begins =
                record.firsts & typed.first != 0 && (typed.pair == 0 || record.pairs & typed.pair != 0);
            begins || typed.digits.is_some()
        };
        if !self.words.iter().all(possible) {
            return None;
        }
        let mut total = 0;
        for typed in &self.words {
            total += typed.best(record)?;
        }
        Some(Score(total))
    }
}

/// Weight of a typed word by the field it is found in; a whole word counts more than a beginning.
const WEIGHT: [u32; 4] = [80, 30, 8, 6];
const WHOLE: [u32; 4] = [40, 15, 4, 3];
/// A typed mark that is there, against a word that merely folds to what was typed.
const EXACT_TONE: u32 = 2;
const INITIALS: u32 = 35;
const ALL_INITIALS: u32 = 60;
/// Letters of a unit or post side by side, and such with others between.
const LETTERS: u32 = 7;
const LETTERS_APART: u32 = 3;
const PHONE: u32 = 40;
const PHONE_BEGINS: u32 = 42;
const PHONE_WHOLE: u32 = 80;

impl Typed {
    fn new(word: &str) -> Option<Self> {
        let mut letters = Vec::with_capacity(8);
        let tone = encode(word, &mut letters);
        let &first = letters.first()?;
        let masks: Vec<u8> =
            letters.iter().map(|byte| if byte & QUALITY == 0 { LETTER } else { 0xff }).collect();
        let tone_mask = if tone == LEVEL { 0 } else { 0b1_1111 << TONE_SHIFT };
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let initials = letters.len() > 1 && tone == LEVEL && !word.starts_with(char::is_numeric);
        Some(Typed {
            mask: pack(&masks) | tone_mask,
            value: pack(&letters) | (u64::from(tone) << TONE_SHIFT & tone_mask),
            next: if letters.len() < PACKED { 0xff << (8 * letters.len()) } else { 0 },
            tone,
            digits: is_number.then(|| Self::number(word)),
            first: first_bit(first),
            pair: letters.get(1).map_or(0, |&second| pair_bit(first, second)),
            initials: if initials && letters.len() <= PACKED { letters } else { Vec::new() },
        })
    }

    fn number(digits: &str) -> (u64, u64, u32) {
        // +84 912 typed for 0912.
        let local = match digits.strip_prefix("84") {
            Some(rest) if rest.len() >= 3 => format!("0{rest}"),
            _ => digits.to_owned(),
        };
        let count = local.len().min(DIGITS) as u32;
        (u64::MAX >> (64 - 4 * count), pack_digits(&local), count)
    }

    /// The best weight of the typed word in a record.
    fn best(&self, record: &Keys) -> Option<u32> {
        let mut best = self.in_initials(record.initials);
        if let Some(number) = self.digits {
            best = record.phones.iter().map(|&phone| in_phone(phone, number)).fold(best, u32::max);
        }
        let mut field_found = None;
        for &word in &record.words {
            if word & self.mask != self.value {
                continue;
            }
            let field = (word >> FIELD_SHIFT) as usize & 3;
            // Fields come in the order of their weight.
            if field_found.is_some_and(|found| found != field) {
                break;
            }
            field_found = Some(field);
            let whole = if word & self.next == 0 { WHOLE[field] } else { 0 };
            let word_tone = (word >> TONE_SHIFT) as u8 & 0b1_1111;
            let tone = if word_tone == self.tone { EXACT_TONE } else { 0 };
            best = best.max(WEIGHT[field] + whole + tone);
        }
        if best == 0 {
            best = self.in_letters(&record.letters);
        }
        (best > 0).then_some(best)
    }

    /// Typed letters against the first letters of unit and post: side by side (`ccb`), or beginning with the first one and
    /// leaving some out (`hpn` for Hội Liên hiệp Phụ nữ).
    fn in_letters(&self, letters: &[u8]) -> u32 {
        let typed = &self.initials;
        if typed.is_empty() {
            return 0;
        }
        let fits = |byte: u8, typed: u8| byte == typed || (typed & QUALITY == 0 && byte & LETTER == typed);
        let all = |run: &[u8]| run.iter().zip(typed).all(|(&byte, &typed)| fits(byte, typed));
        if letters.windows(typed.len()).any(all) {
            return LETTERS;
        }
        let apart = letters.split(|letter| *letter == 0).any(|run| {
            let mut left = run.iter();
            typed.len() > 2
                && run.first().is_some_and(|&first| fits(first, typed[0]))
                && typed.iter().all(|&typed| left.any(|&byte| fits(byte, typed)))
        });
        if apart { LETTERS_APART } else { 0 }
    }

    /// Typed letters against the first letters of the names: they begin with the family name and leave out none (`nt`
    /// for Nguyễn Thị Hương), or end with the given name and leave out middle names (`nh`).
    fn in_initials(&self, initials: u64) -> u32 {
        if self.initials.is_empty() {
            return 0;
        }
        if initials & self.mask == self.value {
            return if initials & self.next == 0 { ALL_INITIALS } else { INITIALS };
        }
        let bytes = initials.to_le_bytes();
        let count = bytes.iter().take_while(|&&byte| byte != 0).count();
        let fits = |byte: u8, typed: u8| byte == typed || (typed & QUALITY == 0 && byte & LETTER == typed);
        let (Some((&first, later)), Some((&typed_first, typed_later))) =
            (bytes[..count].split_first(), self.initials.split_first())
        else {
            return 0;
        };
        let (Some((&given, middle)), Some((&typed_given, typed_middle))) =
            (later.split_last(), typed_later.split_last())
        else {
            return 0;
        };
        let mut left = middle.iter();
        let in_order = typed_middle.iter().all(|&typed| left.any(|&byte| fits(byte, typed)));
        if fits(first, typed_first) && fits(given, typed_given) && in_order { INITIALS } else { 0 }
    }
}

/// At least three typed digits anywhere in the number, or fewer at its start.
fn in_phone(phone: u64, (mask, value, count): (u64, u64, u32)) -> u32 {
    if phone & mask == value {
        return if phone == value { PHONE_WHOLE } else { PHONE_BEGINS };
    }
    let mut rest = phone >> 4;
    while count >= 3 && rest != 0 {
        if rest & mask == value {
            return PHONE;
        }
        rest >>= 4;
    }
    0
}
