//! The text index over items and the filter language; it knows no room.
//!
//! The index is one contentless FTS5 table over accented keys (`đât5`), see [`index`]. FTS5's own folding and ranking do
//! not fit Vietnamese: it does not fold đ, ranks for hundreds of milliseconds, and reads whole lists for a prefix. So the
//! syllables that occur are kept in a table and in memory ([`Vocabulary`]); a typed word becomes an OR of exact terms,
//! hits come newest first by row number, and the newest are ranked here ([`Query::rank`]).

use std::fmt::Write;

pub mod filter;
pub mod index;
pub mod query;
mod vocabulary;

pub use query::{Query, Rank};
pub use vocabulary::Vocabulary;

/// True when a search stopped because its connection was interrupted (the next key was pressed).
pub fn is_interrupted(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted)
}

/// The index term of an accented key. Letters outside the Vietnamese alphabet are written as their code, so that the
/// tokenizer, whose Unicode is older than ours, never cuts a term in two.
fn term(key: &str) -> std::borrow::Cow<'_, str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'ă' | 'â' | 'đ' | 'ê' | 'ô' | 'ơ' | 'ư');
    if key.chars().all(plain) {
        return key.into();
    }
    let mut term = String::with_capacity(key.len() * 2);
    for c in key.chars() {
        if plain(c) {
            term.push(c);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(term, "u{:x}", u32::from(c));
        }
    }
    term.into()
}

#[cfg(test)]
mod tests;
