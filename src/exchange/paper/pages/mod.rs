//! A paper as pages, as Word will break it: for reading before it is printed.
//!
//! Widths come from [`metrics`](super::metrics), heights from the profile, the rules are the Word file's own: two lines of a
//! paragraph stay together, a heading goes with its text, a row of a table is not torn and its heading comes back.

mod chart;
mod columns;
mod flow;
mod measure;
mod rows;

use flow::{Flow, Unit};
use measure::{line_height, wrapped};

pub use rows::{rows, sheets};

use super::lines::broken;
use super::profile::Look;
use super::{Align, Block, Line, Paper, Picture, Profile, Sheet, Top, png};

/// A printed page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Its number as printed; none on the first page and on sheets that stand for themselves.
    pub number: Option<usize>,
    /// The mark of an invented office.
    pub mark: String,
    /// What stands on it, from the top.
    pub lines: Vec<PageLine>,
}

/// A printed line.
#[derive(Clone, Debug, PartialEq)]
pub enum PageLine {
    /// A line of text over the width of the page.
    Text(Printed),
    /// Cells beside each other: the head, signatures, a row of a table.
    Cells {
        /// The cells; their widths add up to the page's.
        cells: Vec<Cell>,
        /// With lines around them.
        ruled: bool,
    },
    /// Empty paper, so many points high.
    Space(f32),
}

/// Text of one look.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "independent properties of type, and one of the line")]
pub struct Printed {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub align: Align,
    /// Millimetres the line is set in.
    pub indent: f32,
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// The next line goes on with the same paragraph.
    pub runs_on: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Its lines.
    pub lines: Vec<Printed>,
    /// Its share of the width of the text, 0 to 1.
    pub share: f32,
}

/// The pages of a paper. There is always one.
pub fn pages(paper: &Paper, profile: &Profile) -> Vec<Page> {
    let mut maker = Maker { paper, profile, sheet: Sheet::of(paper, profile), units: Vec::new() };
    if paper.top != Top::Nothing {
        maker.head(paper.top != Top::Bare);
        maker.title();
    }
    maker.blocks(&paper.blocks);
    maker.closing();
    if let Some(annex) = &paper.annex {
        maker.units.push(Unit::page_break());
        let title = Line::centred(&annex.title).bold();
        maker.line(&title, false);
        maker.units.push(Unit::space(12.0));
        maker.blocks(&annex.blocks);
    }
    let height = points(maker.sheet.text_height);
    let mut pages: Vec<Page> = Flow::pages(maker.units, height)
        .into_iter()
        .map(|lines| Page { number: None, mark: paper.mark.clone(), lines })
        .collect();
    if paper.top != Top::Nothing {
        for (at, page) in pages.iter_mut().enumerate().skip(1) {
            page.number = Some(at + 1);
        }
    }
    pages
}

/// Points in so many millimetres.
fn points(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

struct Maker<'a> {
    paper: &'a Paper,
    profile: &'a Profile,
    sheet: Sheet,
    units: Vec<Unit>,
}

impl Maker<'_> {
    fn title(&mut self) {
        let (paper, layout) = (self.paper, &self.profile.title);
        if paper.top == Top::Letter {
            self.addressees();
            return;
        }
        let width = self.sheet.text_width;
        self.units.push(Unit::space(self.profile.head.gap_below).keeping());
        self.looked(&paper.kind, &layout.kind, width);
        if !paper.subject.trim().is_empty() {
            self.looked(&paper.subject, &layout.subject, width - 20.0);
        }
        match layout.after_subject.as_str() {
            "rule" => self.units.push(Unit::text(centred("─────────"), 8.0).keeping()),
            words => {
                self.units.push(Unit::text(centred(words), line_height(self.profile.body.size)).keeping());
            }
        }
        self.addressees();
        self.units.push(Unit::space(layout.gap_below).keeping());
    }

    /// A line in the middle in a look of the profile.
    fn looked(&mut self, text: &str, look: &Look, width: f32) {
        for (line, height) in looked(text, look, width) {
            self.units.push(Unit::text(line, height).keeping());
        }
    }

    fn addressees(&mut self) {
        let gap = self.profile.head.gap_below;
        let height = line_height(self.profile.body.size);
        match self.paper.addressees.as_slice() {
            [] => {}
            [one] => {
                let text = format!("Kính gửi: {}", one.trim());
                let text = broken(&text, self.profile.body.size, false, self.sheet.text_width - 30.0);
                self.units.push(Unit::space(gap).keeping());
                text.lines().for_each(|line| self.units.push(Unit::text(centred(line), height).keeping()));
                self.units.push(Unit::space(6.0));
            }
            many => {
                let indent = self.sheet.text_width / 4.0;
                let line = |text: String, indent| Printed { text, indent, ..Printed::default() };
                self.units.push(Unit::space(gap).keeping());
                self.units.push(Unit::text(line("Kính gửi:".to_owned(), indent), height).keeping());
                for one in many {
                    let room = self.sheet.text_width - indent - 18.0;
                    for text in
                        wrapped(&format!("- {}", one.trim()), self.profile.body.size, false, room, 0.0)
                    {
                        let text = line(text.text, indent + 18.0);
                        self.units.push(Unit::text(text, height).keeping());
                    }
                }
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            let last = index + 1 == blocks.len() || matches!(blocks[index + 1], Block::Closing(_));
            match block {
                Block::Heading { level, text } => {
                    let look = self.profile.heading(*level);
                    let printed = Printed { bold: look.bold, italic: look.italic, ..Printed::default() };
                    let unit = self.paragraph(text, &printed);
                    self.units.push(Unit { keep: true, whole: true, ..unit });
                }
                Block::Paragraph(text) => {
                    let unit = self.paragraph(text, &Printed::default());
                    self.units.push(Unit { keep: last, ..unit });
                }
                Block::Lead { lead, text } => {
                    let unit = self.paragraph(&format!("{lead} {text}"), &Printed::default());
                    self.units.push(Unit { keep: last, ..unit });
                }
                Block::Line(line) => self.line(line, last),
                Block::Table(table) => self.table(table, last),
                Block::PageBreak => self.units.push(Unit::page_break()),
                Block::Head => self.head(false),
                Block::Closing(closing) => self.closing_block(closing),
                Block::Picture(picture) => self.picture(picture),
                Block::Chart(chart) => self.chart(chart, last),
            }
        }
    }

    /// A paragraph of the body.
    fn paragraph(&self, text: &str, look: &Printed) -> Unit {
        let body = &self.profile.body;
        let lines = wrapped(text, body.size, look.bold, self.sheet.text_width, body.first_line);
        let lines = lines.into_iter().map(|line| {
            let printed =
                Printed { text: line.text, indent: line.indent, runs_on: line.runs_on, ..look.clone() };
            (PageLine::Text(printed), body.line_pitch)
        });
        Unit { before: body.gap, lines: lines.collect(), ..Unit::default() }
    }

    fn line(&mut self, line: &Line, keep: bool) {
        let size = if line.size > 0 { f32::from(line.size) } else { self.profile.body.size };
        let height = line_height(size).max(self.profile.body.line_pitch);
        let lines =
            wrapped(&line.text, size, line.bold, self.sheet.text_width, 0.0).into_iter().map(|part| {
                let printed = Printed {
                    text: part.text,
                    align: line.align,
                    bold: line.bold,
                    italic: line.italic,
                    runs_on: part.runs_on,
                    ..Printed::default()
                };
                (PageLine::Text(printed), height)
            });
        let unit = Unit {
            before: f32::from(line.gap),
            lines: lines.collect(),
            keep: keep || line.keep,
            whole: true,
            ..Unit::default()
        };
        self.units.push(unit);
    }

    /// Where the picture will be: its words, and the room it takes.
    fn picture(&mut self, picture: &Picture) {
        let look =
            Printed { text: picture.alt.clone(), align: Align::Centre, italic: true, ..Printed::default() };
        let line = line_height(self.profile.body.size);
        let height = png::size(&picture.png).map_or(line, |(across, down)| {
            let width = f32::from(picture.width_mm).min(self.sheet.text_width);
            points((width * down as f32 / across as f32).min(self.sheet.text_height)) + 12.0
        });
        let above = ((height - line) / 2.0).max(0.0);
        let lines = vec![
            (PageLine::Space(above), above),
            (PageLine::Text(look), line),
            (PageLine::Space(above), above),
        ];
        self.units.push(Unit { lines, whole: true, ..Unit::default() });
    }
}

fn centred(text: &str) -> Printed {
    Printed { text: text.to_owned(), align: Align::Centre, ..Printed::default() }
}

/// Lines of a text in a look of the profile, with their heights.
fn looked(text: &str, look: &Look, width: f32) -> Vec<(Printed, f32)> {
    let text = look.cased(text.trim());
    let size = look.size(&text, width);
    let broken = broken(&text, size, look.bold, width);
    let parts = broken.split('\n').flat_map(|part| wrapped(part, size, look.bold, width, 0.0));
    let line = |text: String| Printed {
        text,
        align: Align::Centre,
        bold: look.bold,
        italic: look.italic,
        underline: look.underline,
        ..Printed::default()
    };
    parts.map(|part| (line(part.text), line_height(size))).collect()
}

#[cfg(test)]
mod tests;
