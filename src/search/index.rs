//! Writing the text index: `item_fts`, and `vocabulary`, the syllables that occur.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::term;
use super::vocabulary::is_long_number;
use crate::text::keys::{fold_key, strict_key, syllables};
use crate::text::{composed, personal};

/// Writes a batch of texts; the syllables they bring are written once, by [`Writer::finish`].
///
/// A batch should come sorted by its row numbers: neighbours are written together.
#[must_use = "the vocabulary is written by finish"]
pub struct Writer<'c> {
    conn: &'c Connection,
    /// Places in `keys` of the words as texts write them: an office's texts are made of a few thousand.
    written: HashMap<Box<str>, usize>,
    /// Places in `keys` of the accented keys.
    places: HashMap<String, usize>,
    keys: Vec<Key>,
    texts: usize,
}

/// A syllable that occurs in the batch.
struct Key {
    /// What stands for it in the index.
    term: Box<str>,
    /// Texts it occurs in.
    uses: u32,
    /// Number of the last of them.
    last: usize,
}

impl<'c> Writer<'c> {
    /// Begins a batch inside the caller's transaction.
    pub fn new(conn: &'c Connection) -> Self {
        Writer { conn, written: HashMap::new(), places: HashMap::new(), keys: Vec::new(), texts: 0 }
    }

    /// Indexes a text under the row number `doc`, which must not be taken.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn insert(&mut self, doc: i64, text: &str) -> rusqlite::Result<()> {
        self.texts += 1;
        let mut body = String::with_capacity(text.len());
        for word in syllables(&composed(&without_identifiers(text))) {
            let Some(place) = self.place(word) else {
                continue;
            };
            let key = &mut self.keys[place];
            if key.last != self.texts {
                key.last = self.texts;
                key.uses += 1;
                body.push_str(&key.term);
                body.push(' ');
            }
        }
        self.conn
            .prepare_cached("INSERT INTO item_fts (rowid, body) VALUES (?1, ?2)")?
            .execute(params![doc, body])?;
        Ok(())
    }

    /// The place of a word's key; `None` when it has none.
    fn place(&mut self, word: &str) -> Option<usize> {
        if let Some(place) = self.written.get(word) {
            return Some(*place);
        }
        let key = strict_key(word);
        if key.is_empty() {
            return None;
        }
        let next = self.keys.len();
        let place = *self.places.entry(key).or_insert_with_key(|key| {
            self.keys.push(Key { term: term(key).into(), uses: 0, last: 0 });
            next
        });
        self.written.insert(word.into(), place);
        Some(place)
    }

    /// Writes the vocabulary of the batch.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn finish(self) -> rusqlite::Result<()> {
        let mut words: Vec<_> = self.places.into_iter().filter(|(key, _)| !is_long_number(key)).collect();
        words.sort_unstable();
        let mut upsert = self.conn.prepare_cached(
            "INSERT INTO vocabulary (key, folded, uses) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET uses = uses + excluded.uses",
        )?;
        for (key, place) in words {
            upsert.execute(params![key, fold_key(&key), self.keys[place].uses])?;
        }
        Ok(())
    }
}

/// The text without numbers and addresses that tell who somebody is: those are never indexed.
fn without_identifiers(text: &str) -> Cow<'_, str> {
    let found = personal::identifiers(text);
    if found.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(personal::mask(text, &found)) }
}

/// Indexes one text. See [`Writer`] for many.
///
/// # Errors
/// Whatever SQLite answers.
pub fn insert(conn: &Connection, doc: i64, text: &str) -> rusqlite::Result<()> {
    let mut writer = Writer::new(conn);
    writer.insert(doc, text)?;
    writer.finish()
}

/// Takes a text out of the index. Its syllables stay in the vocabulary, whose counts are approximate.
///
/// # Errors
/// Whatever SQLite answers.
pub fn remove(conn: &Connection, doc: i64) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM item_fts WHERE rowid = ?1")?.execute([doc])?;
    Ok(())
}

/// Empties the index, before it is filled anew.
///
/// # Errors
/// Whatever SQLite answers.
pub fn clear(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT INTO item_fts (item_fts) VALUES ('delete-all')", [])?;
    conn.execute("DELETE FROM vocabulary", [])?;
    Ok(())
}

/// Makes one part of the many that large writes leave behind: a search looks its terms up in every one of them. Takes seconds
/// at a million items.
///
/// # Errors
/// Whatever SQLite answers.
pub fn join(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT INTO item_fts (item_fts) VALUES ('optimize')", [])?;
    Ok(())
}

/// Makes sure that nothing of removed texts is left, for erasing for good: removed terms stay in the index's segments
/// until these are merged, and in the vocabulary. Takes seconds at a million items.
///
/// # Errors
/// Whatever SQLite answers.
pub fn purge(conn: &Connection) -> rusqlite::Result<()> {
    join(conn)?;
    let known: Vec<String> = conn
        .prepare("SELECT key FROM vocabulary")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut occurs = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM item_fts WHERE item_fts MATCH ?1)")?;
    let mut delete = conn.prepare_cached("DELETE FROM vocabulary WHERE key = ?1")?;
    for key in known {
        if !occurs.query_row([format!("\"{}\"", term(&key))], |row| row.get::<_, bool>(0))? {
            delete.execute([&key])?;
        }
    }
    Ok(())
}
