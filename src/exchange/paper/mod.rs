//! Papers: what an office issues, as a plain model, and the writers that print it.
//!
//! A [`Paper`] says what stands on the paper; a [`Profile`] says how the Party's or the State's rules lay it out. The
//! writers ([`docx`], [`plain`]) know neither an office's file nor a screen.

#![expect(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "write! into a String brings a Result that cannot fail; a paper is a few pages"
)]

pub mod docx;
mod lines;
pub mod metrics;
mod model;
mod office;
pub mod pages;
pub mod plain;
mod png;
pub mod profile;
mod sheet;

use std::path::Path;

pub use model::{
    Align, Annex, Block, Chart, Closing, Column, Line, Number, Paper, PaperDate, Picture, RowKind, Series,
    Signature, Table, Top,
};
pub use office::OfficeHead;
pub use profile::{Profile, ProfileError};
pub use sheet::Sheet;

/// Formats a paper is written in, known by the ending of the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Word.
    Docx,
    /// Markdown.
    Markdown,
    /// Plain text for Notepad: UTF-8 with its mark, lines ended the Windows way.
    Text,
}

impl Format {
    /// The format a file name asks for.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "md" => Some(Self::Markdown),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// Why a paper was not printed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PaperError {
    /// Placeholders nobody filled in, as they stand in the text.
    #[error("placeholders left in the text: {0:?}")]
    Placeholders(Vec<String>),
    /// The archive could not be made.
    #[error("docx: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// Input or output.
    #[error("input or output: {0}")]
    Io(#[from] std::io::Error),
}

/// The paper as the bytes of a file.
///
/// # Errors
/// [`PaperError::Placeholders`] when something in the paper still waits to be filled in; otherwise what making the archive answers.
pub fn print(paper: &Paper, profile: &Profile, format: Format) -> Result<Vec<u8>, PaperError> {
    let left = placeholders(paper);
    if !left.is_empty() {
        return Err(PaperError::Placeholders(left));
    }
    match format {
        Format::Docx => docx::write(paper, profile),
        Format::Markdown => Ok(plain::markdown(paper, profile).into_bytes()),
        Format::Text => {
            let mut bytes = "\u{feff}".as_bytes().to_vec();
            bytes.extend(plain::text(paper, profile).replace('\n', "\r\n").into_bytes());
            Ok(bytes)
        }
    }
}

/// Placeholders that still stand in a paper, each once, in the order of the text: `{…}`, `⟦…⟧`, `<<…>>`, square
/// brackets around words, runs of dots or underscores. Number and day left blank for the clerk are none.
pub fn placeholders(paper: &Paper) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |text: &str| {
        for one in placeholders_in(text) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
    };
    for text in
        [&paper.superior, &paper.number.number, &paper.number.code, &paper.place, &paper.kind, &paper.subject]
    {
        look(text);
    }
    paper.bodies.iter().chain(&paper.addressees).for_each(|text| look(text));
    paper.recipients.iter().for_each(|text| look(text));
    for signature in &paper.signatures {
        for text in [&signature.authority, &signature.post, &signature.name] {
            look(text);
        }
    }
    let annex = paper.annex.iter().flat_map(|annex| &annex.blocks);
    for block in paper.blocks.iter().chain(annex) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Line(Line { text, .. }) => {
                look(text);
            }
            Block::Lead { lead, text } => {
                look(lead);
                look(text);
            }
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| look(cell)),
            Block::Closing(closing) => {
                for one in &closing.signatures {
                    look(&one.authority);
                    look(&one.post);
                    look(&one.name);
                }
            }
            Block::PageBreak | Block::Head | Block::Picture(_) | Block::Chart(_) => {}
        }
    }
    found
}

/// Pairs of signs that stand around a placeholder.
const FENCES: [(&str, &str); 4] = [("{", "}"), ("⟦", "⟧"), ("<<", ">>"), ("[", "]")];

fn placeholders_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (open, close) in FENCES {
        let mut rest = text;
        while let Some(start) = rest.find(open) {
            let inside = &rest[start + open.len()..];
            let Some(end) = inside.find(close) else { break };
            let word = &inside[..end];
            // [1] or [12/2026] is a reference; [họ tên] and [...] wait for someone.
            let reference = open == "[" && word.contains(|c: char| c.is_ascii_digit());
            if !reference && end <= 80 && !word.contains('\n') {
                found.push(format!("{open}{word}{close}"));
            }
            rest = &inside[end + close.len()..];
        }
    }
    let mut run = String::new();
    for sign in text.chars().chain(std::iter::once(' ')) {
        if matches!(sign, '.' | '…' | '_') {
            run.push(sign);
        } else {
            let dots = run.chars().map(|c| if c == '…' { 3 } else { 1 }).sum::<usize>();
            if dots > 4 {
                found.push(std::mem::take(&mut run));
            }
            run.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests;
