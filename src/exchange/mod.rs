//! Formats in and out. Knows no SQL and no screen.
//!
//! Reading gives one of four plain shapes ([`Content`]); the rooms make reports, people and classes of them.

use chrono::NaiveDateTime;

use crate::text::encoding::OldEncoding;

mod archive;
mod calendar_out;
mod compound;
mod content_line;
mod csv_out;
mod decode;
mod doc;
mod docx;
mod html;
mod mail;
mod mailbox;
mod ods;
pub mod paper;
mod papers;
mod pdf;
mod plain;
mod refusal;
mod rtf;
mod save;
mod sheets;
mod sniff;
mod source;
mod vcard_out;
mod xls;
mod xlsx;
mod xlsx_out;

use archive::Archive;
pub use calendar_out::{EventOut, Span, Sure, calendar};
pub use csv_out::CsvOut;
pub use decode::Chosen;
pub use refusal::{Kind, Refusal};
pub use save::{Written, name_of, replace, save_beside, write_out};
pub use sniff::{Format, sniff};
pub use source::{SIZE_LIMIT, Source, clean_name};
pub use vcard_out::{CardOut, vcards};
pub use xlsx_out::{CellOut, SheetOut, workbook};

/// What was read, and what was done to it on the way.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The content.
    pub content: Content,
    /// What the person must be told.
    pub notices: Vec<Notice>,
}

/// Something about a source that was read which the person must be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many control, direction or invisible characters were taken out.
    ControlsRemoved(usize),
    /// So many bytes could not be read and stand as U+FFFD.
    BytesReplaced(usize),
    /// It was recognised to be in this encoding of before Unicode, and read by it.
    ReadAs(OldEncoding),
}

/// Reads a source: what it is, is decided by its content. `encoding` is the text encoding the person chose, if any.
///
/// # Errors
/// [`Refusal`]: nothing of the source was kept.
pub fn read(source: &Source, encoding: Option<Chosen>) -> Result<Reading, Refusal> {
    match sniff(source)? {
        Format::Docx => docx::read(source),
        Format::Doc => doc::read(source),
        Format::Rtf => rtf::read(source),
        Format::Pdf => pdf::read(source),
        Format::Xlsx => xlsx::read(source),
        Format::Xls => xls::read(source),
        Format::Ods => ods::read(source),
        Format::Mail => mail::read(source),
        Format::Mailbox => mailbox::read(source),
        Format::Csv => plain::csv(source, encoding),
        Format::Text => plain::text(source, encoding),
    }
}

/// What a source holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// A Word file, or plain text as a document of paragraphs.
    Document(Document),
    /// Sheets of a workbook, or a csv file as one sheet.
    Workbook(Workbook),
    /// A mail.
    Mail(Mail),
    /// Many mails, each as it came.
    Mailbox(Vec<Source>),
}

/// A document: paragraphs and tables in reading order; text boxes stand where they are anchored.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Lines that stand outside the running text, where marks of secrecy and urgency are put too: headers, footers,
    /// watermarks, and once more those of text boxes.
    pub margins: Vec<String>,
}

impl Document {
    /// All lines in reading order: paragraphs cut at their soft breaks, cells one after the other.
    pub fn lines(&self) -> Vec<String> {
        lines_of(&self.blocks)
    }
}

/// All lines of blocks in reading order.
fn lines_of(blocks: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    // Tables in tables are as deep as the reader let them be, which is bounded.
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => lines.extend(paragraph.text.split('\n').map(str::to_owned)),
            Block::Table(rows) => {
                for cell in rows.iter().flatten() {
                    lines.extend(lines_of(cell));
                }
            }
        }
    }
    lines
}

/// One block of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table: rows of cells, each cell its blocks. A vertically merged cell repeats as an empty one.
    Table(Vec<Vec<Vec<Block>>>),
}

/// A paragraph's text (NFC, cleaned, soft line breaks as `\n`, tabs kept) and the little layout that carries meaning.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The text, with the list number in front where Word numbers the paragraph itself.
    pub text: String,
    /// All of it is bold.
    pub bold: bool,
    /// All of it is in italics.
    pub italic: bool,
    /// It is centred.
    pub centred: bool,
}

/// Sheets of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// The sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; empty for csv.
    pub name: String,
    /// Rows that hold anything; `number` counts from 1 as Excel shows it (for csv: the line).
    pub rows: Vec<Row>,
    /// Merged areas, zero-based and inclusive: first row, first column, last row, last column.
    pub merged: Vec<(u32, u32, u32, u32)>,
}

/// One row of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Row number as Excel shows it, from 1.
    pub number: u32,
    /// Cells from column A on.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, NFC and cleaned.
    Text(String),
    /// A number, not formatted as a date.
    Number(f64),
    /// A date or moment.
    Moment(NaiveDateTime),
}

/// A mail: headers decoded, the readable body as text, attachments as sources.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// Message-ID without angle brackets; empty when missing.
    pub message_id: String,
    /// Date header in the office's local time.
    pub date: Option<NaiveDateTime>,
    /// Display name of the sender.
    pub from_name: String,
    /// Address of the sender.
    pub from_address: String,
    /// Subject.
    pub subject: String,
    /// The body as a document; HTML reduced to text, nothing fetched.
    pub body: Document,
    /// Attachments.
    pub attachments: Vec<Source>,
}

#[cfg(test)]
mod tests;
