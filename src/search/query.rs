//! Searching: what was typed becomes a match expression, hits come newest first, the newest are ranked.

use std::ops::Range;

use rusqlite::{Connection, params};

use super::term;
use super::vocabulary::{Likeness, Typed, Vocabulary};
use crate::text::composed;
use crate::text::keys::{strict_key, syllables};

/// How well a text answers; greater is better. Among equals the newer comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Every typed syllable is there just as it was typed, marks and all.
    pub exact: bool,
    /// The typed syllables stand side by side, in order.
    pub adjacent: bool,
}

/// What was typed, made ready against a vocabulary.
#[derive(Clone, Debug)]
pub struct Query {
    typed: Vec<Typed>,
    /// The last syllable is still being typed.
    open: bool,
    expression: Option<String>,
}

impl Query {
    /// Makes typed words ready. The last syllable may be the beginning of one, unless a blank follows it.
    pub fn parse(words: &str, vocabulary: &Vocabulary) -> Self {
        let typed: Vec<Typed> = syllables(&composed(words))
            .map(strict_key)
            .filter(|key| !key.is_empty())
            .map(Typed::new)
            .collect();
        let open = words.chars().next_back().is_some_and(|last| !last.is_whitespace());
        let expression = expression(&typed, open, vocabulary);
        Query { typed, open, expression }
    }

    /// True when nothing was typed that could be searched for.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// The FTS5 expression for `item_fts MATCH`, for statements that combine it with other conditions on
    /// `item_fts.rowid`. `None` when nothing can be found (or nothing was typed).
    pub fn expression(&self) -> Option<&str> {
        self.expression.as_deref()
    }

    /// Row numbers of the newest hits older than `before`, newest first.
    ///
    /// # Errors
    /// Whatever SQLite answers; [`super::is_interrupted`] tells an interrupted search.
    pub fn docs(&self, conn: &Connection, before: Option<i64>, limit: usize) -> rusqlite::Result<Vec<i64>> {
        let Some(expression) = &self.expression else {
            return Ok(Vec::new());
        };
        conn.prepare_cached(
            "SELECT rowid FROM item_fts WHERE item_fts MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3",
        )?
        .query_map(
            params![expression, before.unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(i64::MAX)],
            |row| row.get(0),
        )?
        .collect()
    }

    /// How many texts are found, counted up to `most`.
    ///
    /// # Errors
    /// As [`Query::docs`].
    pub fn count(&self, conn: &Connection, most: usize) -> rusqlite::Result<usize> {
        let Some(expression) = &self.expression else {
            return Ok(0);
        };
        conn.prepare_cached("SELECT count(*) FROM (SELECT 1 FROM item_fts WHERE item_fts MATCH ?1 LIMIT ?2)")?
            .query_row(params![expression, i64::try_from(most).unwrap_or(i64::MAX)], |row| {
                row.get::<_, i64>(0)
            })
            .map(|count| usize::try_from(count).unwrap_or(0))
    }

    /// Ranks a text that was found: exact marks before folded ones, side by side before scattered. Looks at every word
    /// once and copies nothing.
    pub fn rank(&self, text: &str) -> Rank {
        let count = self.typed.len().min(64);
        if count == 0 {
            return Rank::default();
        }
        // Bit n stands for typed syllable n. A run is one bit longer with each word that goes on with it.
        let last = 1_u64 << (count - 1);
        let (mut seen, mut runs, mut same_runs) = (0_u64, 0_u64, 0_u64);
        let (mut adjacent, mut same_adjacent) = (false, false);
        for word in syllables(&composed(text)) {
            let (mut fits, mut same) = (0_u64, 0_u64);
            for (at, typed) in self.typed[..count].iter().enumerate() {
                let likeness = typed.compare(word, self.is_open(at));
                fits |= u64::from(likeness != Likeness::None) << at;
                same |= u64::from(likeness == Likeness::Same) << at;
            }
            seen |= same;
            runs = ((runs << 1) | 1) & fits;
            same_runs = ((same_runs << 1) | 1) & same;
            adjacent |= runs & last != 0;
            same_adjacent |= same_runs & last != 0;
        }
        let exact = seen == u64::MAX >> (64 - count);
        Rank { exact, adjacent: if exact { same_adjacent } else { adjacent } }
    }

    /// Byte ranges of the found words in a composed (NFC) text, in order, for showing them.
    pub fn found(&self, text: &str) -> Vec<Range<usize>> {
        if self.typed.is_empty() {
            return Vec::new();
        }
        syllables(text)
            .filter(|word| {
                let mut typed = self.typed.iter().enumerate();
                typed.any(|(at, typed)| typed.compare(word, self.is_open(at)) != Likeness::None)
            })
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                start..start + word.len()
            })
            .collect()
    }

    fn is_open(&self, at: usize) -> bool {
        self.open && at + 1 == self.typed.len()
    }
}

fn expression(typed: &[Typed], open: bool, vocabulary: &Vocabulary) -> Option<String> {
    let mut all = String::new();
    for (at, typed_word) in typed.iter().enumerate() {
        let begins = open && at + 1 == typed.len();
        let mut any = String::new();
        for key in vocabulary.meant(typed_word, begins) {
            any.push_str(if any.is_empty() { "\"" } else { " OR \"" });
            any.push_str(&term(key));
            any.push('"');
        }
        if any.is_empty() {
            // A number too long for the vocabulary; so few texts hold it that the index may look for its beginning.
            if !typed_word.is_number() {
                return None;
            }
            any = format!("\"{}\"{}", term(&typed_word.folded), if begins { " *" } else { "" });
        }
        all.push_str(if at == 0 { "(" } else { " AND (" });
        all.push_str(&any);
        all.push(')');
    }
    (!all.is_empty()).then_some(all)
}
