//! Completing a filter on Tab.

use std::ops::Range;

use super::parse::pieces;
use super::terms::{self, SPECS, Values};
use super::{Key, quoted};
use crate::text::fold;

/// What can stand at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// What is replaced, in characters.
    pub span: Range<usize>,
    /// What may take its place, the best first; keys end with a colon, values are quoted where they need it.
    pub candidates: Vec<String>,
}

/// Most candidates that are offered.
const MOST: usize = 50;

/// Completes the term at `cursor` (in characters). `values` gives the names that an office has for a key with free text:
/// units, topics, handlers; it is asked for one key at most.
pub fn complete(input: &str, cursor: usize, values: impl FnOnce(Key) -> Vec<String>) -> Completion {
    complete_with(input, cursor, keys, |name| {
        let spec = terms::spec_of(name)?;
        Some(match spec.values {
            Values::Choices(_) => spec.key.choices().into_iter().map(str::to_owned).collect(),
            Values::Text => values(spec.key),
            Values::Day => ["hômnay", "hômqua", "-7n", "-30n", "tuầnnày", "thángnày", "thángtrước"]
                .map(str::to_owned)
                .to_vec(),
            Values::Period => ["tuầnnày", "tuầntrước", "thángnày", "thángtrước", "quýnày", "nămnay"]
                .map(str::to_owned)
                .to_vec(),
            Values::Nothing => Vec::new(),
        })
    })
}

/// The same for another language of filters: `keys` gives what a term may begin with, keys with their colon; `values` those of
/// the key of a name, `None` when there is no such key.
pub fn complete_with(
    input: &str,
    cursor: usize,
    keys: impl Fn(&str) -> Vec<String>,
    values: impl FnOnce(&str) -> Option<Vec<String>>,
) -> Completion {
    let before: String = input.chars().take(cursor).collect();
    let cursor = before.chars().count();
    let (pieces, _) = pieces(&before);
    let Some(piece) = pieces.last().filter(|piece| piece.span.end == cursor) else {
        return Completion { span: cursor..cursor, candidates: keys("") };
    };
    let typed: String = before.chars().skip(piece.span.start).collect();
    let start = piece.span.start + negation(&typed);
    let typed: String = before.chars().skip(start).collect();
    let Some((name, value)) = typed.split_once(':') else {
        return Completion { span: start..cursor, candidates: keys(&typed) };
    };
    let Some(names) = values(name) else {
        return Completion { span: cursor..cursor, candidates: Vec::new() };
    };
    // After a comma the next value is typed.
    let value =
        if value.starts_with(['"', '“']) { value } else { value.rsplit(',').next().unwrap_or(value) };
    let span = cursor - value.chars().count()..cursor;
    Completion { span, candidates: fitting(value.trim_matches(['"', '“', '”']), names) }
}

/// Characters of a negation at the start.
fn negation(typed: &str) -> usize {
    if typed.starts_with('!') {
        return 1;
    }
    match typed.split_once(':') {
        Some((word, _)) if matches!(fold(word).as_str(), "khong" | "not") => word.chars().count() + 1,
        _ => 0,
    }
}

fn keys(typed: &str) -> Vec<String> {
    let typed = terms::bare(typed);
    let mut found: Vec<String> = Vec::new();
    for spec in SPECS {
        if let Some(name) = spec.alone.first().filter(|name| terms::bare(name).starts_with(&typed)) {
            found.push((*name).to_owned());
        }
        if matches!(spec.values, Values::Nothing) {
            continue;
        }
        if spec.names.iter().any(|name| terms::bare(name).starts_with(&typed)) {
            found.push(format!("{}:", spec.names[0]));
        }
    }
    if !typed.is_empty() && "khong".starts_with(&typed) {
        found.push("không:".to_owned());
    }
    found
}

/// Names that begin with what was typed, then those with a word that does.
fn fitting(typed: &str, names: Vec<String>) -> Vec<String> {
    let typed = terms::bare(typed);
    let mut found: Vec<(bool, String)> = names
        .into_iter()
        .filter_map(|name| {
            let begins = terms::bare(&name).starts_with(&typed);
            let inside = || {
                fold(&name)
                    .match_indices(' ')
                    .any(|(at, _)| terms::bare(&fold(&name)[at..]).starts_with(&typed))
            };
            (begins || inside()).then(|| (!begins, quoted(&name)))
        })
        .collect();
    found.sort_by_key(|(later, _)| *later);
    found.truncate(MOST);
    found.into_iter().map(|(_, name)| name).collect()
}
