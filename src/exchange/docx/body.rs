//! The running text of a Word part.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::numbering::{Numbering, Styles};
use super::xml::{attribute, damaged, flag};
use crate::exchange::{Block, Paragraph, Refusal, lines_of};
use crate::text::clean_text;
use crate::text::encoding::{OldEncoding, mend_font};

/// Deepest nesting of elements.
const DEPTH_LIMIT: usize = 256;
/// Most blocks of a document.
const BLOCK_LIMIT: usize = 200_000;
/// Most columns a cell may span.
const SPAN_LIMIT: usize = 63;

/// Elements whose whole inside is no text of the paper: what was deleted, moved away or stood before a change, the
/// second form of a drawing, and settings.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "sectPrChange",
    "Fallback",
    "sdtPr",
    "delText",
    "sectPr",
    "tblPr",
    "tblGrid",
    "binData",
];

/// A row of a table as it is read.
type Row = Vec<Vec<Block>>;

/// What is open around the place that is read.
enum Frame {
    /// The part itself, a cell or a text box: blocks.
    Blocks(Vec<Block>),
    Table(Vec<Row>),
    Row {
        cells: Row,
        deleted: bool,
    },
    Cell {
        blocks: Vec<Block>,
        span: usize,
        continues: bool,
    },
    Paragraph(Box<Open>),
}

/// A paragraph as it is read.
#[derive(Default)]
struct Open {
    text: String,
    style: String,
    number: Option<String>,
    level: Option<usize>,
    centred: Option<bool>,
    /// Letters seen, and how many of them bold and in italics.
    letters: usize,
    bold: usize,
    italic: usize,
    run: Run,
    in_run: bool,
    in_properties: bool,
    /// Text boxes anchored in it: they follow it.
    boxed: Vec<Block>,
}

/// What the properties of a run say.
#[derive(Default)]
struct Run {
    bold: bool,
    italic: bool,
    hidden: bool,
}

/// A field between its begin and end.
struct Field {
    instruction: String,
    result: bool,
}

impl Field {
    /// Page numbers and tables of contents are made by Word and say nothing.
    fn is_dropped(&self) -> bool {
        let name = self.instruction.split_whitespace().next().unwrap_or_default().to_uppercase();
        matches!(name.as_str(), "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "PAGEREF" | "TOC")
    }
}

/// Reader of Word parts; lists count on from part to part.
pub struct Body {
    styles: Styles,
    numbering: Numbering,
    /// Lines of text boxes and watermarks met.
    pub boxes: Vec<String>,
    /// Control characters taken out.
    pub removed: usize,
    /// The encoding of before Unicode its fonts show.
    pub old: Option<OldEncoding>,
    frames: Vec<Frame>,
    fields: Vec<Field>,
    in_text: bool,
    in_instruction: bool,
    blocks: usize,
}

impl Body {
    /// A reader with the styles and lists of its document.
    pub fn new(styles: Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            boxes: Vec::new(),
            removed: 0,
            old: None,
            frames: Vec::new(),
            fields: Vec::new(),
            in_text: false,
            in_instruction: false,
            blocks: 0,
        }
    }

    /// Reads one part.
    ///
    /// # Errors
    /// [`Refusal`] when it is no XML, declares entities, or is deeper or longer than any paper.
    pub fn read(&mut self, xml: &str, part: &str) -> Result<Vec<Block>, Refusal> {
        let mut reader = Reader::from_str(xml);
        self.frames = vec![Frame::Blocks(Vec::new())];
        self.fields.clear();
        let mut depth = 0usize;
        // Depth at which a skipped element began.
        let mut skipping: Option<usize> = None;
        loop {
            match reader.read_event().map_err(|_| damaged(part))? {
                Event::Start(element) => {
                    depth += 1;
                    if depth > DEPTH_LIMIT {
                        return Err(Refusal::TooDeep { limit: DEPTH_LIMIT });
                    }
                    if skipping.is_none() {
                        if self.is_skipped(&element) {
                            skipping = Some(depth);
                        } else {
                            self.start(&element);
                        }
                    }
                }
                Event::Empty(element) if skipping.is_none() => {
                    self.empty(&element);
                }
                Event::End(element) => {
                    match skipping {
                        Some(at) if at == depth => skipping = None,
                        Some(_) => {}
                        None => self.end(element.local_name().as_ref())?,
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Text(text) if skipping.is_none() => self.text(&text.xml10_content()),
                Event::CData(text) if skipping.is_none() => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) if skipping.is_none() => self.reference(&reference)?,
                Event::DocType(_) => return Err(Refusal::Entities),
                Event::Eof if depth > 0 => return Err(damaged(part)),
                Event::Eof => break,
                _ => {}
            }
        }
        match self.frames.drain(..).next() {
            Some(Frame::Blocks(blocks)) => Ok(blocks),
            _ => Err(damaged(part)),
        }
    }

    fn is_skipped(&mut self, element: &BytesStart) -> bool {
        let name = element.local_name();
        if name.as_ref() == "fldSimple" {
            let field = Field { instruction: attribute(element, "instr").unwrap_or_default(), result: true };
            return field.is_dropped();
        }
        // Inside the properties of a row `del` says that the row was deleted.
        if matches!(name.as_ref(), "del")
            && let Some(Frame::Row { deleted, .. }) = self.frames.last_mut()
        {
            *deleted = true;
        }
        SKIPPED.contains(&name.as_ref())
    }

    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "p" => self.frames.push(Frame::Paragraph(Box::default())),
            "tbl" => self.frames.push(Frame::Table(Vec::new())),
            "tr" => self.frames.push(Frame::Row { cells: Vec::new(), deleted: false }),
            "tc" => self.frames.push(Frame::Cell { blocks: Vec::new(), span: 1, continues: false }),
            "txbxContent" => self.frames.push(Frame::Blocks(Vec::new())),
            "t" => self.in_text = true,
            "instrText" => self.in_instruction = true,
            _ => self.property(element),
        }
    }

    fn empty(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "p" => {
                self.frames.push(Frame::Paragraph(Box::default()));
                // A paragraph frame was just pushed, so closing it cannot fail.
                let _ = self.end("p");
            }
            "del" => {
                if let Some(Frame::Row { deleted, .. }) = self.frames.last_mut() {
                    *deleted = true;
                }
            }
            "tc" => {
                if let Some(Frame::Row { cells, .. }) = self.frames.last_mut() {
                    cells.push(Vec::new());
                }
            }
            _ => {
                self.property(element);
                if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
                    match element.local_name().as_ref() {
                        "pPr" => open.in_properties = false,
                        "r" => open.in_run = false,
                        _ => {}
                    }
                }
            }
        }
    }

    /// Properties and the characters that Word writes as elements.
    fn property(&mut self, element: &BytesStart) {
        let name = element.local_name();
        match name.as_ref() {
            "fldChar" => return self.field(element),
            // A watermark is a drawing whose words are an attribute.
            "textpath" => {
                if let Some(words) = attribute(element, "string") {
                    self.boxes.push(clean_text(&words).text);
                }
                return;
            }
            _ => {}
        }
        match self.frames.last_mut() {
            Some(Frame::Cell { span, continues, .. }) => match name.as_ref() {
                "gridSpan" => {
                    *span = attribute(element, "val")
                        .and_then(|n| n.parse().ok())
                        .unwrap_or(1)
                        .clamp(1, SPAN_LIMIT);
                }
                "vMerge" => *continues = attribute(element, "val").as_deref() != Some("restart"),
                _ => {}
            },
            Some(Frame::Paragraph(open)) => {
                if open.in_properties {
                    open.paragraph_property(name.as_ref(), element);
                } else {
                    let written = open.run_property(name.as_ref(), element);
                    if let Some(character) = written {
                        self.text_anywhere(character);
                    }
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, element: &BytesStart) {
        match attribute(element, "fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field { instruction: String::new(), result: false }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_instruction {
            if let Some(field) = self.fields.last_mut() {
                field.instruction.push_str(text);
            }
        } else if self.in_text {
            self.text_anywhere(text);
        }
    }

    fn text_anywhere(&mut self, text: &str) {
        if self.fields.iter().any(|field| !field.result || field.is_dropped()) {
            return;
        }
        if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
            open.push(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef) -> Result<(), Refusal> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            self.text(character.encode_utf8(&mut [0; 4]));
            return Ok(());
        }
        let name = reference.xml10_content();
        // Only the five entities of XML itself: any other must have been declared.
        let text = resolve_predefined_entity(&name).ok_or(Refusal::Entities)?;
        self.text(text);
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "t" => self.in_text = false,
            "instrText" => self.in_instruction = false,
            "pPr" => {
                if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
                    open.in_properties = false;
                }
            }
            "r" => {
                if let Some(Frame::Paragraph(open)) = self.frames.last_mut() {
                    open.in_run = false;
                }
            }
            "p" | "tbl" | "tr" | "tc" | "txbxContent" => self.close(name)?,
            _ => {}
        }
        Ok(())
    }

    /// Closes the innermost frame and hands it to the one around it.
    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        self.blocks += 1;
        if self.blocks > BLOCK_LIMIT {
            return Err(Refusal::TooManyParts { limit: BLOCK_LIMIT });
        }
        if self.frames.len() < 2 {
            return Err(damaged(name));
        }
        match (name, self.frames.pop()) {
            ("p", Some(Frame::Paragraph(open))) => {
                let blocks = self.paragraph(*open);
                for block in blocks {
                    self.place(block);
                }
            }
            ("tbl", Some(Frame::Table(rows))) => self.place(Block::Table(rows)),
            ("tr", Some(Frame::Row { cells, deleted })) => {
                if let (Some(Frame::Table(rows)), false) = (self.frames.last_mut(), deleted) {
                    rows.push(cells);
                }
            }
            ("tc", Some(Frame::Cell { blocks, span, continues })) => {
                if let Some(Frame::Row { cells, .. }) = self.frames.last_mut() {
                    cells.push(if continues { Vec::new() } else { blocks });
                    cells.extend((1..span).map(|_| Vec::new()));
                }
            }
            ("txbxContent", Some(Frame::Blocks(blocks))) => {
                self.boxes.extend(lines_of(&blocks));
                match self.frames.last_mut() {
                    Some(Frame::Paragraph(open)) => open.boxed.extend(blocks),
                    _ => blocks.into_iter().for_each(|block| self.place(block)),
                }
            }
            _ => return Err(damaged(name)),
        }
        Ok(())
    }

    fn place(&mut self, block: Block) {
        match self.frames.last_mut() {
            Some(Frame::Blocks(blocks) | Frame::Cell { blocks, .. }) => blocks.push(block),
            Some(Frame::Paragraph(open)) => open.boxed.push(block),
            _ => {}
        }
    }

    /// A closed paragraph and the text boxes anchored in it.
    fn paragraph(&mut self, open: Open) -> Vec<Block> {
        let style = self.styles.says(&open.style);
        let number = open.number.or(style.number).filter(|number| number != "0");
        let mended = self.old.map(|old| mend_font(&open.text, old));
        let cleaned = clean_text(mended.as_deref().unwrap_or(&open.text));
        self.removed += cleaned.removed;
        let mut text = cleaned.text.trim_end().to_owned();
        if let (Some(number), false) = (number, text.is_empty()) {
            let level = open
                .level
                .or(style.level)
                .unwrap_or_else(|| self.numbering.level_of_style(&number, &open.style));
            text.insert_str(0, &self.numbering.label(&number, level));
        }
        let paragraph = Paragraph {
            bold: open.letters > 0 && open.bold == open.letters || style.bold && open.bold > 0,
            italic: open.letters > 0 && open.italic == open.letters,
            centred: open.centred.unwrap_or(style.centred),
            text,
        };
        let mut blocks = vec![Block::Paragraph(paragraph)];
        if !open.boxed.is_empty() {
            // An anchor without words of its own is no line of the paper.
            if open.letters == 0 {
                blocks.clear();
            }
            blocks.extend(open.boxed);
        }
        blocks
    }
}

impl Open {
    fn paragraph_property(&mut self, name: &str, element: &BytesStart) {
        match name {
            "pStyle" => self.style = attribute(element, "val").unwrap_or_default(),
            "numId" => self.number = attribute(element, "val"),
            "ilvl" => self.level = attribute(element, "val").and_then(|n| n.parse().ok()),
            "jc" => self.centred = attribute(element, "val").map(|value| value == "center"),
            _ => {}
        }
    }

    /// Takes note of a property of a run, or gives the character an element stands for.
    fn run_property(&mut self, name: &str, element: &BytesStart) -> Option<&'static str> {
        match name {
            "pPr" => self.in_properties = true,
            "r" => {
                self.in_run = true;
                self.run = Run::default();
            }
            "b" => self.run.bold = flag(element),
            "i" => self.run.italic = flag(element),
            "vanish" => self.run.hidden = flag(element),
            "tab" if self.in_run => return Some("\t"),
            "cr" => return Some("\n"),
            "br" if attribute(element, "type").is_none_or(|kind| kind == "textWrapping") => {
                return Some("\n");
            }
            "noBreakHyphen" => return Some("-"),
            _ => {}
        }
        None
    }

    fn push(&mut self, text: &str) {
        if self.run.hidden {
            return;
        }
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        self.letters += letters;
        if self.run.bold {
            self.bold += letters;
        }
        if self.run.italic {
            self.italic += letters;
        }
        self.text.push_str(text);
    }
}
