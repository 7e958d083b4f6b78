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
mod office;
pub mod plain;
pub mod profile;

use std::path::Path;

pub use office::OfficeHead;
pub use profile::{Profile, ProfileError};

/// A paper before it is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The body above the issuing one; empty when there is none.
    pub superior: String,
    /// The issuing body; two of them for a joint paper (liên tịch).
    pub bodies: Vec<String>,
    /// Its number.
    pub number: Number,
    /// Place before the date.
    pub place: String,
    /// Its date.
    pub date: PaperDate,
    /// Kind of document: Báo cáo, Kế hoạch, …
    pub kind: String,
    /// What it is about, below the kind.
    pub subject: String,
    /// The text.
    pub blocks: Vec<Block>,
    /// Who signs: one block, or one a body side by side. None for lists that go unsigned.
    pub signatures: Vec<Signature>,
    /// Nơi nhận, one a line, without the dash; empty when the paper names none.
    pub recipients: Vec<String>,
    /// Mark on every page of a paper that comes from an invented office; empty on real ones.
    pub mark: String,
    /// For use inside the office only, on pages of its own behind the signature.
    pub annex: Option<Annex>,
}

/// A document's number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The running number. Empty: room is left for the clerk (văn thư). A whole number such as `12-BC/ĐU` is printed as it stands.
    pub number: String,
    /// Type: BC, KH, KHLT, TB, CV, QĐ, GM, …
    pub kind: String,
    /// The body's code: ĐU, BTGDVTU, …
    pub code: String,
}

/// A paper's date; the day may be left for the clerk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaperDate {
    /// Day of the month; `None` leaves room.
    pub day: Option<u32>,
    /// Month, 1 to 12.
    pub month: u32,
    /// Year.
    pub year: i32,
}

/// One block of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading with its number, level 1 (`I-`), 2 (`1.`) or 3 (`a)`).
    Heading {
        /// Level from 1.
        level: u8,
        /// Text with its number.
        text: String,
    },
    /// A paragraph of the body. A line break in it starts a new line without a first-line indent.
    Paragraph(String),
    /// A table.
    Table(Table),
    /// What follows begins on a new page.
    PageBreak,
}

/// A table of the text. Its first row is repeated on every page it reaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of cells; a missing cell is empty.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands in the first row.
    pub heading: String,
    /// Share of the width, relative to the other columns.
    pub share: u32,
    /// How its cells are aligned.
    pub align: Align,
}

/// Alignment of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Left.
    #[default]
    Left,
    /// Centre.
    Centre,
    /// Right: numbers.
    Right,
}

/// A signature block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// First line: `T/M BAN THƯỜNG VỤ`, `K/T TRƯỞNG BAN`; empty when the head signs directly. [`Profile::on_behalf`] and its sisters write it.
    pub authority: String,
    /// The signer's post: `PHÓ BÍ THƯ`, `TRƯỞNG BAN`.
    pub post: String,
    /// The signer's name; empty leaves it to be written in.
    pub name: String,
}

/// An annex for use inside the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annex {
    /// Its title.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

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
    paper.bodies.iter().for_each(|text| look(text));
    paper.recipients.iter().for_each(|text| look(text));
    for signature in &paper.signatures {
        for text in [&signature.authority, &signature.post, &signature.name] {
            look(text);
        }
    }
    let annex = paper.annex.iter().flat_map(|annex| &annex.blocks);
    for block in paper.blocks.iter().chain(annex) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => look(text),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| look(cell)),
            Block::PageBreak => {}
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
