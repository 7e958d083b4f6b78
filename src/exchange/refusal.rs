//! Why a source is not read.

/// A kind of file that is recognised by its content and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel binary workbook (`.xlsb`).
    ExcelBinary,
    /// PowerPoint, old or new.
    Slides,
    /// Outlook message (`.msg`).
    Outlook,
    /// A PDF without a text layer.
    Scan,
    /// OpenDocument text.
    OpenText,
    /// A picture or scan.
    Picture,
    /// Sound or video.
    Recording,
    /// A web page saved to disk.
    WebPage,
    /// An archive of files.
    Archive,
    /// A program.
    Program,
    /// An office's file of this program: to be merged, not imported.
    OfficeFile,
    /// Nothing known.
    Unknown,
}

/// Why a source is not read. Nothing of it is kept anywhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Zero bytes.
    #[error("empty")]
    Empty,
    /// Larger than [`super::SIZE_LIMIT`].
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file system's own error.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// It ends before its content does.
    #[error("cut off")]
    CutOff,
    /// Plain text under the name of another format.
    #[error("plain text named .{extension}")]
    PlainTextNamed {
        /// The ending of its name, lower case.
        extension: String,
    },
    /// Protected by a password.
    #[error("protected by a password")]
    Password,
    /// Unpacks to more than the limit.
    #[error("unpacks to more than {limit} bytes")]
    Unpacks {
        /// The limit in bytes.
        limit: u64,
    },
    /// More entries, cells or parts than any paper has.
    #[error("more than {limit} parts")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// Nested more deeply than any paper is.
    #[error("nested more than {limit} deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Declares entities, which no office program writes.
    #[error("declares entities")]
    Entities,
    /// A line longer than the limit.
    #[error("line {line} is {bytes} bytes long")]
    LineTooLong {
        /// Line number from 1.
        line: usize,
        /// Its length in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The parts of a mail cannot be told apart.
    #[error("the parts of the mail cannot be separated")]
    BrokenMail,
    /// Its inside is not what the format wants.
    #[error("damaged: {part}")]
    Damaged {
        /// Where, for the record of errors.
        part: String,
    },
    /// A table without rows of data.
    #[error("no rows of data")]
    NoRows,
    /// No words at all.
    #[error("no text")]
    NoText,
    /// A known kind that is not read.
    #[error("not supported: {0:?}")]
    NotSupported(Kind),
    /// Bytes that are no text in any known encoding.
    #[error("no known text encoding")]
    UnknownEncoding,
}
