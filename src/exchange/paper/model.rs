//! A paper as a plain model: what stands on it, not how it is laid out.

use std::collections::BTreeMap;

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
    /// What stands above the text.
    pub top: Top,
    /// To whom a letter goes: Kính gửi, one a line.
    pub addressees: Vec<String>,
    /// The sheet lies across.
    pub landscape: bool,
    /// A line around every page: certificates.
    pub framed: bool,
}

/// What stands above the text of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Top {
    /// The head with number and date, then kind and subject.
    #[default]
    Full,
    /// The head of a letter (công văn): the subject stands below the number, then to whom it goes.
    Letter,
    /// The head without number and date, then kind and subject: lists for signing.
    Bare,
    /// Nothing; the blocks bring what they need.
    Nothing,
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
    /// A paragraph whose first words are bold: "Điều 1."
    Lead {
        /// The bold words.
        lead: String,
        /// What follows them.
        text: String,
    },
    /// A line that stands for itself, without a first-line indent.
    Line(Line),
    /// A table.
    Table(Table),
    /// The bodies and the motto, as above a paper, without number and date.
    Head,
    /// Signatures within the text: one sheet, one certificate.
    Closing(Closing),
    /// A picture in the middle.
    Picture(Picture),
    /// A chart in the middle.
    Chart(Chart),
    /// What follows begins on a new page.
    PageBreak,
}

/// A line that stands for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Text; line breaks are kept.
    pub text: String,
    /// Where it stands.
    pub align: Align,
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Size in points; 0 = as the text.
    pub size: u8,
    /// Points before it.
    pub gap: u16,
    /// It stays on the page of what follows: a caption above its table.
    pub keep: bool,
}

impl Line {
    /// A line in the middle.
    pub fn centred(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Centre, ..Self::default() }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in italics.
    #[must_use]
    pub fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same in so many points.
    #[must_use]
    pub fn sized(self, size: u8) -> Self {
        Self { size, ..self }
    }

    /// The same on the page of what follows.
    #[must_use]
    pub fn keeping(self) -> Self {
        Self { keep: true, ..self }
    }

    /// The same with so many points before it.
    #[must_use]
    pub fn after(self, gap: u16) -> Self {
        Self { gap, ..self }
    }
}

/// Signatures within the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closing {
    /// Place and date stand above the last of them.
    pub dated: bool,
    /// Who signs, side by side.
    pub signatures: Vec<Signature>,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of a PNG file.
    pub png: Vec<u8>,
    /// Width on the paper; the height follows. Never wider than the text.
    pub width_mm: u16,
    /// What it shows, for those who cannot see it, and where there are no pictures.
    pub alt: String,
}

/// Bars with their numbers: one series, or several that are stacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What the names of the categories are: heading of their column where the chart is a table.
    pub of: String,
    /// Names of the categories.
    pub categories: Vec<String>,
    /// What is counted.
    pub series: Vec<Series>,
    /// Bars lie: for long names.
    pub lies: bool,
}

/// Numbers of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// What they count.
    pub name: String,
    /// One for each category.
    pub values: Vec<u64>,
}

impl Chart {
    /// Its height on paper in millimetres.
    pub fn height_mm(&self) -> f32 {
        if self.lies { 12.0 + 8.0 * self.categories.len() as f32 } else { 62.0 }
    }

    /// The same as a table, where nothing can be drawn.
    pub fn as_table(&self) -> Table {
        let names = Column { heading: self.of.clone(), share: 3, align: Align::Left };
        let counts = self.series.iter().map(|series| Column {
            heading: series.name.clone(),
            share: 1,
            align: Align::Right,
        });
        let row = |(at, name): (usize, &String)| {
            let values =
                self.series.iter().map(|series| series.values.get(at).copied().unwrap_or(0).to_string());
            std::iter::once(name.clone()).chain(values).collect()
        };
        Table {
            columns: std::iter::once(names).chain(counts).collect(),
            rows: self.categories.iter().enumerate().map(row).collect(),
            ..Table::default()
        }
    }
}

/// A table of the text. Its first row is repeated on every page it reaches; no row is torn between pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of cells; a missing cell is empty.
    pub rows: Vec<Vec<String>>,
    /// Rows that are no ordinary ones, by their position.
    pub kinds: BTreeMap<usize, RowKind>,
    /// Millimetres a row is high at least: room to sign.
    pub row_height: u16,
}

/// A row of a table that is no ordinary one; both are bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Its first cell goes over the whole width: a unit, a day.
    Group,
    /// A sum: its first words go up to the next cell that is filled.
    Sum,
}

impl Table {
    /// A table of these columns: heading, share of the width, alignment.
    pub fn of(columns: &[(&str, u32, Align)]) -> Self {
        let column = |&(heading, share, align): &(&str, u32, Align)| Column {
            heading: heading.to_owned(),
            share,
            align,
        };
        Self { columns: columns.iter().map(column).collect(), ..Self::default() }
    }

    /// Adds a row that is one cell over the whole width.
    pub fn group(&mut self, text: impl Into<String>) {
        self.kinds.insert(self.rows.len(), RowKind::Group);
        self.rows.push(vec![text.into()]);
    }

    /// Adds a sum.
    pub fn sum(&mut self, cells: Vec<String>) {
        self.kinds.insert(self.rows.len(), RowKind::Sum);
        self.rows.push(cells);
    }

    /// The cells of a row as they are printed: text and how many columns it goes over. They fill the width.
    pub fn cells(&self, row: usize) -> Vec<(&str, usize)> {
        let count = self.columns.len();
        let cells = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let text = |at: usize| cells.get(at).map_or("", String::as_str);
        match self.kinds.get(&row) {
            Some(RowKind::Group) => vec![(text(0), count)],
            Some(RowKind::Sum) => {
                let filled = |from: usize| (from..count).find(|at| !text(*at).is_empty());
                let label = filled(0).unwrap_or(0);
                let next = filled(label + 1).unwrap_or(count);
                let rest = (next..count).map(|at| (text(at), 1));
                std::iter::once((text(label), next)).chain(rest).collect()
            }
            None => (0..count).map(|at| (text(at), 1)).collect(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fill_the_width_whatever_kind_they_are() {
        let mut table =
            Table::of(&[("TT", 1, Align::Centre), ("Nội dung", 4, Align::Left), ("Tiền", 2, Align::Right)]);
        table.rows.push(vec!["1".into(), "Nước".into()]);
        table.group("Thôn 3");
        table.sum(vec![String::new(), "Cộng".into(), "7".into()]);
        assert_eq!(table.cells(0), [("1", 1), ("Nước", 1), ("", 1)]);
        assert_eq!(table.cells(1), [("Thôn 3", 3)]);
        assert_eq!(table.cells(2), [("Cộng", 2), ("7", 1)]);
    }
}
