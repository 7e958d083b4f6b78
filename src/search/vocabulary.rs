//! The syllables that occur, in memory.

use std::cmp::Reverse;

use rusqlite::Connection;

use crate::text::keys::{fold_letter as plain, key_tone};
use crate::text::letter::{LEVEL, letter};

/// Most syllables that the beginning of one is expanded to. FTS5 looks at every one of them for every hit: a single
/// letter or digit begins a thousand, and their rare ones are found as soon as one more letter is typed.
const MOST_MEANT: usize = 120;
/// The same for a single letter: its most used syllables stand in nearly every text anyway.
const MOST_MEANT_BY_ONE: usize = 32;

/// Digits of the longest number that is kept: days, years, sums of everyday. Every report brings an arrival number of its own,
/// and a million of them would be nine tenths of the vocabulary; they are found by their beginning in the index itself.
const MOST_DIGITS: usize = 4;

/// True for a number that the vocabulary leaves out.
pub(super) fn is_long_number(key: &str) -> bool {
    key.bytes().take_while(u8::is_ascii_digit).count() > MOST_DIGITS
}

/// The syllables that occur in the index (4,000 to 9,000 in a real office), sorted by their folded form.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    folded: Box<str>,
    key: Box<str>,
    uses: u32,
}

impl Vocabulary {
    /// Reads the vocabulary (about 3 ms).
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn load(conn: &Connection) -> rusqlite::Result<Self> {
        let mut words = conn
            .prepare_cached("SELECT folded, key, uses FROM vocabulary")?
            .query_map([], |row| Ok(Word { folded: row.get(0)?, key: row.get(1)?, uses: row.get(2)? }))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        words.sort_unstable_by(|a, b| (&a.folded, &a.key).cmp(&(&b.folded, &b.key)));
        Ok(Self { words })
    }

    /// Reads the vocabulary again when syllables came or went since.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn refresh(&mut self, conn: &Connection) -> rusqlite::Result<()> {
        let count: i64 =
            conn.prepare_cached("SELECT count(*) FROM vocabulary")?.query_row([], |row| row.get(0))?;
        if usize::try_from(count) != Ok(self.words.len()) {
            *self = Self::load(conn)?;
        }
        Ok(())
    }

    /// How many syllables there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True when nothing is indexed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Keys of the syllables a typed one can mean: marks typed must be there, marks not typed are free. `begins` takes
    /// longer syllables too, the most used of them where there are too many.
    pub(super) fn meant(&self, typed: &Typed, begins: bool) -> Vec<&str> {
        let start = self.words.partition_point(|word| *word.folded < *typed.folded);
        let mut meant: Vec<&Word> = self.words[start..]
            .iter()
            .take_while(|word| word.folded.starts_with(&typed.folded))
            .filter(|word| begins || word.folded.len() == typed.folded.len())
            .filter(|word| typed.fits(&word.key))
            .collect();
        let most = if typed.folded.len() > 1 { MOST_MEANT } else { MOST_MEANT_BY_ONE };
        if meant.len() > most {
            meant.sort_unstable_by_key(|word| (word.folded.len() != typed.folded.len(), Reverse(word.uses)));
            meant.truncate(most);
        }
        meant.into_iter().map(|word| &*word.key).collect()
    }
}

/// A typed syllable.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// Without marks.
    pub folded: String,
    /// Letters with their quality marks, without the tone digit.
    letters: String,
    /// 1 = none typed, free.
    tone: u8,
}

impl Typed {
    pub fn new(key: String) -> Self {
        let tone = key_tone(&key);
        let mut letters = key;
        if tone != LEVEL {
            letters.pop();
        }
        let folded = letters.chars().map(plain).collect();
        Typed { folded, letters, tone }
    }

    /// True for a number, which bears no marks.
    pub fn is_number(&self) -> bool {
        self.letters.starts_with(|first: char| first.is_ascii_digit())
    }

    /// True when every typed mark is in `key`, which folds to something that begins with the typed letters.
    pub fn fits(&self, key: &str) -> bool {
        (self.tone == 1 || self.tone == key_tone(key))
            && self
                .letters
                .chars()
                .zip(key.chars())
                .all(|(typed, there)| typed == there || typed == plain(there))
    }

    /// Compares with a word of a composed text.
    pub fn compare(&self, word: &str, begins: bool) -> Likeness {
        let mut tone = LEVEL;
        let mut same = true;
        let mut typed = self.letters.chars();
        for parts in word.chars().filter_map(letter) {
            if !parts.base.is_alphanumeric() {
                continue;
            }
            if tone == LEVEL {
                tone = parts.tone;
            }
            match typed.next() {
                Some(wanted) if wanted == parts.base => {}
                Some(wanted) if wanted == plain(parts.base) => same = false,
                None if begins => {}
                _ => return Likeness::None,
            }
        }
        // The tone mark may still be to come while a word is being typed.
        let open = begins && self.tone == LEVEL;
        if typed.next().is_some() || (self.tone != LEVEL && self.tone != tone) {
            Likeness::None
        } else if same && (tone == self.tone || open) {
            Likeness::Same
        } else {
            Likeness::Fits
        }
    }
}

/// How a word of a text compares with a typed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Another word.
    None,
    /// The typed marks are in it, and more.
    Fits,
    /// As typed, marks and all.
    Same,
}
