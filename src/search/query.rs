//! Searching: what was typed becomes a match expression, hits come newest first, the newest are ranked.

use std::ops::Range;

use rusqlite::{Connection, params};

use super::term;
use super::vocabulary::{Typed, Vocabulary};
use crate::text::keys::{fold_key, strict_key, syllables};

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
        let typed: Vec<Typed> = syllables(&crate::text::nfc(words))
            .map(strict_key)
            .filter(|key| !key.is_empty())
            .map(Typed::new)
            .collect();
        let open = words
            .chars()
            .next_back()
            .is_some_and(|last| !last.is_whitespace());
        let expression = expression(&typed, open, vocabulary);
        Query {
            typed,
            open,
            expression,
        }
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
            params![
                expression,
                before.unwrap_or(i64::MAX),
                i64::try_from(limit).unwrap_or(i64::MAX)
            ],
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
            .query_row(
                params![expression, i64::try_from(most).unwrap_or(i64::MAX)],
                |row| row.get::<_, i64>(0),
            )
            .map(|count| usize::try_from(count).unwrap_or(0))
    }

    /// Ranks a text that was found: exact marks before folded ones, side by side before scattered.
    pub fn rank(&self, text: &str) -> Rank {
        let text = crate::text::nfc(text);
        let words: Vec<String> = syllables(&text).map(strict_key).collect();
        let is_exact = |at: usize, word: &str| {
            let typed = &self.typed[at];
            if self.is_open(at) {
                word.starts_with(&typed.key) && typed.fits(word)
            } else {
                word == typed.key
            }
        };
        let exact = (0..self.typed.len()).all(|at| words.iter().any(|word| is_exact(at, word)));
        let side_by_side = |fits: &dyn Fn(usize, &str) -> bool| {
            words
                .windows(self.typed.len())
                .any(|run| run.iter().enumerate().all(|(at, word)| fits(at, word)))
        };
        let adjacent = self.typed.len() < 2
            || if exact {
                side_by_side(&is_exact)
            } else {
                side_by_side(&|at, word| self.fits(at, word))
            };
        Rank { exact, adjacent }
    }

    /// Byte ranges of the found words in a composed (NFC) text, in order, for showing them.
    pub fn found(&self, text: &str) -> Vec<Range<usize>> {
        if self.typed.is_empty() {
            return Vec::new();
        }
        syllables(text)
            .filter(|word| {
                let key = strict_key(word);
                (0..self.typed.len()).any(|at| self.fits(at, &key))
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

    fn fits(&self, at: usize, key: &str) -> bool {
        let typed = &self.typed[at];
        let folded = fold_key(key);
        (if self.is_open(at) {
            folded.starts_with(&typed.folded)
        } else {
            folded == typed.folded
        }) && typed.fits(key)
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
            return None;
        }
        all.push_str(if at == 0 { "(" } else { " AND (" });
        all.push_str(&any);
        all.push(')');
    }
    (!all.is_empty()).then_some(all)
}
