//! The text of a section: citations and live counts are tokens in it.

use std::fmt::Write as _;

use serde::Serialize;
use uuid::Uuid;

use super::counts::Count;
use super::exhibit::Exhibit;

/// A citation in the text of a section opens with this sign …
pub const OPEN: char = '⟦';
/// … and closes with this one. Between them stand ids of streams or items, separated by blanks, what a number before it counts, or
/// which table or chart stands there.
pub(super) const CLOSE: char = '⟧';
/// First of the signs of the private use area that stand for citations while a text is edited.
const FIRST_MARK: u32 = 0xF_0000;
/// Last of them.
const LAST_MARK: u32 = 0xF_FFFD;

/// A sentence with what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Text without citations.
    pub text: String,
    /// Streams and items cited.
    pub sources: Vec<Uuid>,
}

/// Citation of these sources as it stands in a section's text; nothing for none.
pub fn citation(sources: &[Uuid]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let ids: Vec<String> = sources.iter().map(|id| id.simple().to_string()).collect();
    format!("{OPEN}{}{CLOSE}", ids.join(" "))
}

/// A piece of a section's text. A token that stands for a count is a citation without sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Citation(&'a str),
}

/// The text cut at its citations. A sign that opens none stays text.
pub(super) fn pieces(body: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(open) = body[at..].find(OPEN).map(|found| found + at) {
        let inside = open + OPEN.len_utf8();
        let Some(close) = body[inside..].find(CLOSE).map(|found| found + inside) else {
            break;
        };
        let ids = &body[inside..close];
        at = close + CLOSE.len_utf8();
        let cites = !ids.is_empty() && ids.split(' ').all(|id| Uuid::try_parse(id).is_ok());
        if cites || Count::from_id(ids).is_some() || Exhibit::from_id(ids).is_some() {
            if start < open {
                out.push(Piece::Text(&body[start..open]));
            }
            out.push(Piece::Citation(ids));
            start = at;
        }
    }
    if start < body.len() {
        out.push(Piece::Text(&body[start..]));
    }
    out
}

fn ids(citation: &str) -> impl Iterator<Item = Uuid> {
    citation.split(' ').filter_map(|id| Uuid::try_parse(id).ok())
}

/// The text without citations, as the issued paper shows it.
pub fn without_citations(body: &str) -> String {
    pieces(body)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            Piece::Citation(_) => None,
        })
        .collect()
}

/// All streams and items a text cites, each once.
pub fn cited(body: &str) -> Vec<Uuid> {
    let mut out: Vec<Uuid> = Vec::new();
    for piece in pieces(body) {
        if let Piece::Citation(citation) = piece {
            out.extend(ids(citation));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The text as sentences with their sources: a sentence ends with its line, or with the first full stop or semicolon after a
/// citation.
pub fn sentences(body: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    for line in body.lines() {
        let mut now = Sentence::default();
        for piece in pieces(line) {
            match piece {
                Piece::Citation(citation) => {
                    for id in ids(citation) {
                        if !now.sources.contains(&id) {
                            now.sources.push(id);
                        }
                    }
                }
                Piece::Text(text) if now.sources.is_empty() => now.text.push_str(text),
                Piece::Text(text) => {
                    let end = text.find(['.', ';', '!', '?']).map_or(0, |end| end + 1);
                    now.text.push_str(&text[..end]);
                    finish(&mut out, std::mem::take(&mut now));
                    now.text.push_str(&text[end..]);
                }
            }
        }
        finish(&mut out, now);
    }
    out
}

fn finish(out: &mut Vec<Sentence>, mut sentence: Sentence) {
    let trimmed = sentence.text.trim().to_owned();
    sentence.text = trimmed;
    if !sentence.text.is_empty() || !sentence.sources.is_empty() {
        out.push(sentence);
    }
}

/// The text of a section while it is edited: every citation is one sign, so that no key can break it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Citations by their sign's number.
    citations: Vec<String>,
}

impl Marked {
    /// The text for the editor, and what gives the text with citations back.
    pub fn of(body: &str) -> (String, Self) {
        let mut marked = Self::default();
        let text = marked.take_in(body);
        (text, marked)
    }

    /// Text with citations as it stands in the editor.
    pub fn take_in(&mut self, body: &str) -> String {
        let mut text = String::with_capacity(body.len());
        for piece in pieces(body) {
            match piece {
                Piece::Text(plain) => text.extend(plain.chars().filter(|sign| !Self::is_mark(*sign))),
                Piece::Citation(citation) => text.extend(self.push(citation.to_owned())),
            }
        }
        text
    }

    fn push(&mut self, citation: String) -> Option<char> {
        let sign = u32::try_from(self.citations.len()).ok()?.checked_add(FIRST_MARK)?;
        let sign = char::from_u32(sign).filter(|sign| Self::is_mark(*sign))?;
        self.citations.push(citation);
        Some(sign)
    }

    /// The edited text with its citations as the file keeps them. Signs that stand for none are dropped.
    pub fn body(&self, edited: &str) -> String {
        let mut body = String::with_capacity(edited.len());
        for sign in edited.chars() {
            if !Self::is_mark(sign) {
                body.push(sign);
            } else if let Some(citation) = self.citation(sign) {
                // Writing to a String cannot fail.
                let _ = write!(body, "{OPEN}{citation}{CLOSE}");
            }
        }
        body
    }

    /// True when [`Self::body`] of the edited lines is this text; asked for every frame, so that neither is copied.
    pub fn is_body<'a>(&self, edited: impl IntoIterator<Item = &'a str>, body: &str) -> bool {
        let mut rest = body;
        for (row, line) in edited.into_iter().enumerate() {
            let begin = if row == 0 { Some(rest) } else { rest.strip_prefix('\n') };
            let Some(after) = begin.and_then(|begin| self.behind(line, begin)) else { return false };
            rest = after;
        }
        rest.is_empty()
    }

    /// What stands behind an edited line in a text that begins with it; `None` when the text begins otherwise.
    fn behind<'a>(&self, line: &str, mut body: &'a str) -> Option<&'a str> {
        for piece in line.split_inclusive(Self::is_mark) {
            body = body.strip_prefix(piece.trim_end_matches(Self::is_mark))?;
            let sign = piece.chars().next_back().filter(|sign| Self::is_mark(*sign));
            if let Some(citation) = sign.and_then(|sign| self.citation(sign)) {
                body = body.strip_prefix(OPEN)?.strip_prefix(citation.as_str())?.strip_prefix(CLOSE)?;
            }
        }
        Some(body)
    }

    /// The edited text for another editor: citations as `[▸1]`, so that they can be seen, moved and taken out.
    pub fn for_own_editor(&self, edited: &str) -> String {
        let mut text = String::with_capacity(edited.len());
        for sign in edited.chars() {
            match (sign as u32).checked_sub(FIRST_MARK).filter(|_| self.citation(sign).is_some()) {
                // Writing to a String cannot fail.
                Some(index) => drop(write!(text, "[▸{}]", index + 1)),
                None => text.push(sign),
            }
        }
        text
    }

    /// The text as another editor left it; a number that stands for no citation stays as it was written.
    pub fn read_back(&self, written: &str) -> String {
        let mut text = String::with_capacity(written.len());
        let mut rest = written;
        while let Some((before, after)) = rest.split_once("[▸") {
            text.push_str(before);
            let sign = after.split_once(']').and_then(|(number, tail)| {
                let index = number.parse::<u32>().ok()?.checked_sub(1)?;
                let sign = char::from_u32(FIRST_MARK.checked_add(index)?)?;
                self.citation(sign).map(|_| (sign, tail))
            });
            if let Some((sign, tail)) = sign {
                text.push(sign);
                rest = tail;
            } else {
                text.push_str("[▸");
                rest = after;
            }
        }
        text.push_str(rest);
        text
    }

    /// Table or chart of a sign in the editor.
    pub fn exhibit(&self, sign: char) -> Option<Exhibit> {
        self.citation(sign).and_then(|token| Exhibit::from_id(token))
    }

    /// Sources of a sign in the editor.
    pub fn sources(&self, sign: char) -> Vec<Uuid> {
        self.citation(sign).map(|citation| ids(citation).collect()).unwrap_or_default()
    }

    /// Synthesis of a shorter period whose text begins behind a sign in the editor.
    pub fn origin(&self, sign: char) -> Option<Uuid> {
        match self.citation(sign).and_then(|token| Count::from_id(token)) {
            Some(Count::From(id)) => Some(id),
            _ => None,
        }
    }

    fn citation(&self, sign: char) -> Option<&String> {
        let index = (sign as u32).checked_sub(FIRST_MARK)?;
        self.citations.get(usize::try_from(index).ok()?)
    }

    /// True for the signs that stand for citations.
    pub fn is_mark(sign: char) -> bool {
        (FIRST_MARK..=LAST_MARK).contains(&(sign as u32))
    }
}
