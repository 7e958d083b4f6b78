//! The filter language: `tt:mới đv:"Lộc An" chủđề:đất từ:01/10 đến:-7n khẩn không:tinđồn giá điện`.
//!
//! A term is `key:value`; several values after commas mean any of them; `không:` or `!` before a term turns it round.
//! `khẩn`, `tinđồn` and `củatôi` stand alone. Everything else is searched for in the text, and so is everything in
//! quotes. Keys and values are understood with and without marks and in English (but `khẩn` alone needs its mark:
//! `khan` is a word). Positions are counted in characters from 0.

mod complete;
mod parse;
mod parts;
mod terms;

use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

pub use complete::{Completion, complete, complete_with};
pub use parse::parse;
pub use parts::{Part, bare, parts};

use crate::text::dates::{DateProblem, Period};

/// What a term looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// `tt`: state in triage.
    Triage,
    /// `đv`: unit, by the words of its name.
    Unit,
    /// `chủđề`: topic.
    Topic,
    /// `từ`: received on this day or later.
    From,
    /// `đến`: received on this day or earlier.
    To,
    /// `kỳ`: received in this period.
    Period,
    /// `khẩn`: urgency.
    Urgency,
    /// `tinđồn`: rumours, by how far they are verified.
    Rumour,
    /// `xl`: handler.
    Handler,
    /// `củatôi`: the user's own.
    Mine,
    /// `vđ`: issue, by the words of its title.
    Issue,
    /// `mức`: grade of the issue.
    Grade,
    /// `trảlời`: whether those who reported it were answered, or the day for it has passed.
    Answer,
    /// `ctv`: collaborator.
    Collaborator,
    /// `kênh`: channel.
    Channel,
    /// `loại`: kind of the report.
    Kind,
    /// `phổbiến`: prevalence band of a stream.
    Band,
    /// `thái độ`: tendency of a stream.
    Tendency,
    /// `nhóm`: group of people of a stream.
    Group,
    /// `nơi`: place.
    Place,
    /// `số`: arrival number or document number.
    Number,
}

/// A value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Identifier of an enumeration, as it is kept in the file.
    Choice(&'static str),
    /// Words to be found in a name; compared by the rule of every search box.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// A period.
    Period(Period),
    /// No value was given: urgent at all, any rumour, mine.
    Any,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it looks at.
    pub key: Key,
    /// One of these must hold; never empty.
    pub any_of: Vec<Value>,
    /// Must not hold.
    pub negated: bool,
    /// Where it stands in the input, in characters.
    pub span: Range<usize>,
}

/// A filter that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Conditions; all must hold.
    pub terms: Vec<Term>,
    /// Words to be found in the text, for [`super::Query::parse`]: ends with a blank when the last of them is complete.
    pub words: String,
}

/// What is wrong with a filter, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{problem} at character {}", span.start)]
pub struct FilterError {
    /// Where, in characters.
    pub span: Range<usize>,
    /// What.
    pub problem: Problem,
}

/// What is wrong with a filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// No such key.
    #[error("unknown key {typed}")]
    UnknownKey {
        /// As typed.
        typed: String,
        /// Keys there are, the likeliest first.
        allowed: Vec<&'static str>,
    },
    /// The key has no such value.
    #[error("unknown value {typed}")]
    UnknownValue {
        /// The key's name.
        key: &'static str,
        /// As typed.
        typed: String,
        /// Values there are.
        allowed: Vec<&'static str>,
    },
    /// Nothing stands after the colon.
    #[error("a value is missing after {key}")]
    MissingValue {
        /// The key's name.
        key: &'static str,
        /// Values there are; empty for free text and days.
        allowed: Vec<&'static str>,
    },
    /// No day or period.
    #[error("{typed} is no date: {problem}")]
    Date {
        /// The key's name.
        key: &'static str,
        /// As typed.
        typed: String,
        /// Why not.
        problem: DateProblem,
    },
    /// A quotation mark is not closed.
    #[error("a quotation mark is not closed")]
    OpenQuote,
    /// `không:` or `!` stands before a word or before nothing; only terms can be turned round.
    #[error("only terms can be turned round")]
    NotATerm,
}

impl Key {
    /// The key as the language writes it.
    pub fn name(self) -> &'static str {
        terms::of(self).names[0]
    }

    /// The values of an enumeration, as the language writes them; empty for free text and days.
    pub fn choices(self) -> Vec<&'static str> {
        match terms::of(self).values {
            terms::Values::Choices(choices) => choices.iter().map(|(_, names)| names[0]).collect(),
            _ => Vec::new(),
        }
    }
}

/// The English name of a key that is named in Vietnamese; both are understood.
pub fn english_key(name: &str) -> &str {
    let spec = terms::SPECS.iter().find(|spec| spec.names[0] == name);
    spec.and_then(|spec| spec.names.last()).copied().unwrap_or(name)
}

/// The English name of a value that is named in Vietnamese; both are understood.
pub fn english_value(name: &str) -> &str {
    let choices = terms::SPECS.iter().filter_map(|spec| match spec.values {
        terms::Values::Choices(choices) => Some(choices),
        _ => None,
    });
    let found = choices.flatten().find(|(_, names)| names[0] == name);
    found.and_then(|(_, names)| names.last()).copied().unwrap_or(name)
}

/// The filter in the language, dates as they were understood.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut first = true;
        for term in &self.terms {
            if !first {
                f.write_str(" ")?;
            }
            first = false;
            write!(f, "{term}")?;
        }
        if !self.words.is_empty() {
            let blank = if first { "" } else { " " };
            // Words that would be read as terms go into quotes again.
            for (at, word) in self.words.split(' ').enumerate() {
                let blank = if at == 0 { blank } else { " " };
                if parse::is_plain_word(word) {
                    write!(f, "{blank}{word}")?;
                } else {
                    write!(f, "{blank}\"{word}\"")?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let spec = terms::of(self.key);
        if self.negated {
            f.write_str("không:")?;
        }
        f.write_str(spec.names[0])?;
        for (at, value) in self.any_of.iter().enumerate() {
            if *value != Value::Any {
                f.write_str(if at == 0 { ":" } else { "," })?;
            }
            match value {
                Value::Choice(id) => f.write_str(&quoted(spec.choice_name(id)))?,
                Value::Text(text) => f.write_str(&quoted(text))?,
                Value::Day(day) => write!(f, "{day}")?,
                Value::Period(period) => write!(f, "{period}")?,
                Value::Any => {}
            }
        }
        Ok(())
    }
}

/// The value in quotes where it needs them.
fn quoted(value: &str) -> String {
    let plain = !value.is_empty()
        && !value.contains(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '“' | '”'));
    if plain { value.to_owned() } else { format!("\"{}\"", value.replace(['"', '“', '”'], "")) }
}
