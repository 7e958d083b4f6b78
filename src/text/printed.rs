//! Rows of a printed page as a screen can show them: text with its type, known to who lays pages out and to who draws them.

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its parts from the left; blanks are among them.
    pub spans: Vec<Span>,
}

/// Text of one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
}

impl Row {
    /// A row of ordinary text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { spans: vec![Span { text: text.into(), ..Span::default() }] }
    }

    /// The row as text.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// A printed page as rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Number at its head.
    pub number: Option<usize>,
    /// Mark at its head.
    pub mark: String,
    /// Rows.
    pub rows: Vec<Row>,
}
