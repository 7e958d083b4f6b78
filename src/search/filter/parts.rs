//! A filter cut into its parts, for a list that has keys of its own: the same quotes, commas and negations in every filter.

use std::ops::Range;

use super::parse::{negation, pieces};
pub use super::terms::bare;

/// A part of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What stands before the colon; `None` for words.
    pub key: Option<String>,
    /// What stands behind it, cut at commas outside quotes; words stand alone.
    pub values: Vec<String>,
    /// It must not hold.
    pub negated: bool,
    /// Where it stands, in characters.
    pub span: Range<usize>,
}

/// The parts of a filter in order.
///
/// # Errors
/// The place of a quotation mark that is not closed.
pub fn parts(input: &str) -> Result<Vec<Part>, Range<usize>> {
    let (pieces, open) = pieces(input);
    if let Some(at) = open {
        return Err(at..at + 1);
    }
    Ok(pieces
        .into_iter()
        .map(|piece| {
            let span = piece.span.clone();
            let (negated, rest) = if piece.is_quoted() { (false, piece) } else { negation(&piece) };
            let Some(colon) = rest.colon() else {
                return Part { key: None, values: vec![rest.text], negated, span };
            };
            let value = &rest.text[colon + 1..];
            let quoted = rest.quoted_from < rest.text.chars().count();
            let values: Vec<String> = if quoted {
                vec![value.to_owned()]
            } else {
                value.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect()
            };
            Part { key: Some(rest.text[..colon].to_owned()), values, negated, span }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(input: &str) -> Vec<(Option<String>, String, bool)> {
        let told = |part: Part| (part.key, part.values.join("|"), part.negated);
        parts(input).unwrap().into_iter().map(told).collect()
    }

    #[test]
    fn quotes_commas_and_negations_are_those_of_every_filter() {
        let key = |key: &str| Some(key.to_owned());
        assert_eq!(
            told("đv:\"Lộc An, Phú Hòa\" !cấp:xã,tỉnh không:tt:dừng Nguyễn \"đv:x\""),
            [
                (key("đv"), "Lộc An, Phú Hòa".to_owned(), false),
                (key("cấp"), "xã|tỉnh".to_owned(), true),
                (key("tt"), "dừng".to_owned(), true),
                (None, "Nguyễn".to_owned(), false),
                (None, "đv:x".to_owned(), false),
            ]
        );
        assert_eq!(parts("đv:\"Lộc").unwrap_err(), 3..4);
        assert_eq!(told("đv:"), [(key("đv"), String::new(), false)]);
    }
}
