//! Reading a filter.

use std::ops::Range;

use chrono::NaiveDate;

use super::terms::{self, SPECS, Spec, Values};
use super::{Filter, FilterError, Key, Problem, Term, Value};
use crate::text::dates::{parse_day, parse_period};
use crate::text::{fold, nfc};

/// A piece of the input between blanks.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Without quotation marks.
    pub text: String,
    /// In characters.
    pub span: Range<usize>,
    /// Character of `text` from which on everything stood in quotes; its length when nothing did.
    pub quoted_from: usize,
}

impl Piece {
    pub(super) fn is_quoted(&self) -> bool {
        self.quoted_from == 0
    }

    /// Byte of the first colon outside quotes.
    pub(super) fn colon(&self) -> Option<usize> {
        self.text.char_indices().take(self.quoted_from).find(|(_, c)| *c == ':').map(|(at, _)| at)
    }
}

/// Cuts the input at blanks outside quotes. The second value is the place of a quotation mark that is not closed.
pub(super) fn pieces(input: &str) -> (Vec<Piece>, Option<usize>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut piece: Option<Piece> = None;
    let mut open = None;
    for (at, c) in input.chars().enumerate() {
        if matches!(c, '"' | '“' | '”') {
            open = if open.is_some() { None } else { Some(at) };
            let piece = piece.get_or_insert_with(|| Piece {
                text: String::new(),
                span: at..at,
                quoted_from: usize::MAX,
            });
            piece.quoted_from = piece.quoted_from.min(piece.text.chars().count());
            piece.span.end = at + 1;
        } else if c.is_whitespace() && open.is_none() {
            pieces.extend(piece.take());
        } else {
            let piece = piece.get_or_insert_with(|| Piece {
                text: String::new(),
                span: at..at,
                quoted_from: usize::MAX,
            });
            piece.text.push(c);
            piece.span.end = at + 1;
        }
    }
    pieces.extend(piece);
    (pieces, open)
}

/// Reads a filter. Dates that are left out in part are taken from `today`.
///
/// # Errors
/// [`FilterError`] with the place and what would be allowed.
pub fn parse(input: &str, today: NaiveDate) -> Result<Filter, FilterError> {
    let (pieces, open) = pieces(input);
    if let Some(at) = open {
        return Err(FilterError { span: at..at + 1, problem: Problem::OpenQuote });
    }
    let mut filter = Filter::default();
    let mut words: Vec<String> = Vec::new();
    let mut open_word = false;
    let mut rest = &pieces[..];
    while let Some(piece) = rest.first() {
        open_word = false;
        if let Some((term, used)) = term(rest, today)? {
            filter.terms.push(term);
            rest = &rest[used..];
            continue;
        }
        words.extend(piece.text.split_whitespace().map(nfc));
        open_word = !piece.is_quoted() && !input.ends_with(char::is_whitespace);
        rest = &rest[1..];
    }
    filter.words = words.join(" ");
    if !open_word && !filter.words.is_empty() {
        filter.words.push(' ');
    }
    Ok(filter)
}

/// True for a word that is read as one without quotes.
pub(super) fn is_plain_word(word: &str) -> bool {
    !word.contains([':', '"', '“', '”', '!']) && standing_alone(word).is_none()
}

/// The term that begins at the first piece and how many pieces it takes; `None` for a word.
fn term(pieces: &[Piece], today: NaiveDate) -> Result<Option<(Term, usize)>, FilterError> {
    let [piece, ..] = pieces else { return Ok(None) };
    if piece.is_quoted() {
        return Ok(None);
    }
    let start = piece.span.start;
    let (negated, piece) = negation(piece);
    let mut shifted = pieces.to_vec();
    shifted[0] = piece;
    let piece = &shifted[0];
    let found = match piece.colon() {
        Some(colon) => match key(piece, colon, negated)? {
            Some(spec) => Some((spec, value(spec, colon, &shifted, today)?)),
            None => None,
        },
        None if negated => {
            Some(negated_alone(&shifted).ok_or_else(|| error(start..piece.span.end, Problem::NotATerm))?)
        }
        None if piece.quoted_from < piece.text.len() => None,
        None => standing_alone(&piece.text).map(|spec| (spec, (vec![Value::Any], 1))),
    };
    Ok(found.map(|(spec, (any_of, used))| {
        let span = start..shifted[used - 1].span.end;
        (Term { key: spec.key, any_of, negated, span }, used)
    }))
}

fn error(span: Range<usize>, problem: Problem) -> FilterError {
    FilterError { span, problem }
}

/// Takes `không:`, `not:` or `!` off.
pub(super) fn negation(piece: &Piece) -> (bool, Piece) {
    let cut = if piece.text.starts_with('!') {
        1
    } else {
        match piece.colon() {
            Some(colon) if matches!(fold(&piece.text[..colon]).as_str(), "khong" | "not") => colon + 1,
            _ => return (false, piece.clone()),
        }
    };
    let characters = piece.text[..cut].chars().count();
    let rest = Piece {
        text: piece.text[cut..].to_owned(),
        span: piece.span.start + characters..piece.span.end,
        quoted_from: piece.quoted_from.saturating_sub(characters),
    };
    (true, rest)
}

/// The key before the colon; `None` when it is a time or an address and no key at all.
fn key(piece: &Piece, colon: usize, negated: bool) -> Result<Option<&'static Spec>, FilterError> {
    let name = &piece.text[..colon];
    if let Some(spec) = terms::spec_of(name) {
        return Ok(Some(spec));
    }
    let is_text = name.chars().all(|c| !c.is_alphabetic()) || piece.text[colon..].starts_with("://");
    if is_text && !negated {
        return Ok(None);
    }
    if name.is_empty() {
        return Err(error(piece.span.clone(), Problem::NotATerm));
    }
    let typed = terms::bare(name);
    let mut allowed: Vec<&'static str> = SPECS.iter().map(|spec| spec.names[0]).collect();
    allowed.sort_by_key(|known| distance(&terms::bare(known), &typed));
    let span = piece.span.start..piece.span.start + name.chars().count();
    Err(error(span, Problem::UnknownKey { typed: name.to_owned(), allowed }))
}

/// How far a known name is from what was typed: letters that differ.
fn distance(known: &str, typed: &str) -> usize {
    let known: Vec<char> = known.chars().collect();
    let mut row: Vec<usize> = (0..=known.len()).collect();
    for (at, c) in typed.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (n, k) in known.iter().enumerate() {
            let changed = corner + usize::from(*k != c);
            corner = row[n + 1];
            row[n + 1] = changed.min(corner + 1).min(row[n] + 1);
        }
    }
    row[known.len()]
}

/// A key without colon: `khẩn`, `tinđồn`, `củatôi`.
fn standing_alone(word: &str) -> Option<&'static Spec> {
    let typed = nfc(word).to_lowercase();
    SPECS.iter().find(|spec| spec.alone.iter().any(|name| *name == typed))
}

/// The same after `không:`, where blanks and missing marks do no harm: `không:tin đồn`.
fn negated_alone(pieces: &[Piece]) -> Option<(&'static Spec, (Vec<Value>, usize))> {
    (1..=pieces.len().min(2)).rev().find_map(|used| {
        let typed = terms::bare(&joined(&pieces[..used]));
        let spec = SPECS.iter().find(|spec| spec.alone.iter().any(|name| terms::bare(name) == typed))?;
        Some((spec, (vec![Value::Any], used)))
    })
}

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Most pieces that one value of a list or of dates can have: `nguy cơ thành điểm nóng`, `từ:tháng 10 năm 2026`.
const MOST_PIECES: usize = 5;

/// The values after the colon and how many pieces the term takes. A value of a list or a date may go on over blanks
/// (`tt:chờ bổ sung`, `từ:hôm qua`): the longest that is understood is taken.
fn value(
    spec: &'static Spec,
    colon: usize,
    pieces: &[Piece],
    today: NaiveDate,
) -> Result<(Vec<Value>, usize), FilterError> {
    let piece = &pieces[0];
    let first = &piece.text[colon + 1..];
    let value_at = piece.span.start + piece.text[..=colon].chars().count();
    let after_quote = piece.quoted_from < piece.text.chars().count();
    if matches!(spec.values, Values::Nothing) {
        let problem =
            Problem::UnknownValue { key: spec.names[0], typed: first.to_owned(), allowed: Vec::new() };
        return Err(error(value_at..piece.span.end, problem));
    }
    if first.trim_matches(',').trim().is_empty() {
        let problem = Problem::MissingValue { key: spec.names[0], allowed: spec.key.choices() };
        return Err(error(piece.span.start..piece.span.end, problem));
    }
    let most =
        if after_quote || matches!(spec.values, Values::Text) { 1 } else { pieces.len().min(MOST_PIECES) };
    let mut problem = None;
    for used in (1..=most).rev() {
        if pieces[1..used].iter().any(|next| next.is_quoted() || next.colon().is_some()) {
            continue;
        }
        let mut typed = first.to_owned();
        for next in &pieces[1..used] {
            typed.push(' ');
            typed.push_str(&next.text);
        }
        match read(spec, &typed, after_quote, today) {
            Ok(any_of) => return Ok((any_of, used)),
            Err(wrong) => problem = Some(wrong),
        }
    }
    Err(error(value_at..piece.span.end, problem.unwrap_or(Problem::NotATerm)))
}

fn read(spec: &'static Spec, typed: &str, quoted: bool, today: NaiveDate) -> Result<Vec<Value>, Problem> {
    // A comma inside quotes belongs to the value.
    let parts: Vec<&str> =
        if quoted { vec![typed] } else { typed.split(',').filter(|part| !part.is_empty()).collect() };
    parts.into_iter().map(|part| read_one(spec, part.trim(), today)).collect()
}

fn read_one(spec: &'static Spec, typed: &str, today: NaiveDate) -> Result<Value, Problem> {
    let date = |problem| Problem::Date { key: spec.names[0], typed: typed.to_owned(), problem };
    match spec.values {
        Values::Text => Ok(Value::Text(nfc(typed))),
        Values::Choices(choices) => terms::choice(choices, typed).map(Value::Choice).ok_or_else(|| {
            let allowed = spec.key.choices();
            Problem::UnknownValue { key: spec.names[0], typed: typed.to_owned(), allowed }
        }),
        Values::Period => parse_period(typed, today).map(Value::Period).map_err(date),
        // `từ:tháng 10` begins with its first day, `đến:tháng 10` ends with its last.
        Values::Day => {
            let period = parse_day(typed, today).map(|day| (day, day));
            let (from, to) = period
                .or_else(|_| parse_period(typed, today).map(|period| (period.from, period.to)))
                .map_err(date)?;
            Ok(Value::Day(if spec.key == Key::From { from } else { to }))
        }
        Values::Nothing => Ok(Value::Any),
    }
}
