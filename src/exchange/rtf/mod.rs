//! Rich text: paragraphs and tables in reading order, letters by number, by code page, and by the fonts of before Unicode.

mod fonts;
mod tokens;

use fonts::{Font, Fonts};
use tokens::{Token, Tokens};

use super::{Block, Document, Paragraph, Reading, Refusal, Source, papers};
use crate::text::encoding::OldEncoding;

/// Deepest nesting of groups.
const DEPTH_LIMIT: usize = 500;

/// Reads a rich text.
///
/// # Errors
/// [`Refusal`] when it is cut off, nested too deeply or empty of text.
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let mut body = Body::default();
    body.groups.push(Group { skipped_after: 1, ..Group::default() });
    let mut tokens = Tokens::new(&source.bytes);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open => body.open()?,
            Token::Close => {
                body.close();
                // What stands behind the last brace is no part of the text.
                if body.groups.len() <= 1 {
                    body.closed = true;
                    break;
                }
            }
            Token::Word("bin", Some(length)) => tokens.pass_over(usize::try_from(length).unwrap_or(0)),
            Token::Word(word, number) => body.word(word, number),
            Token::Symbol(symbol) => body.symbol(symbol),
            Token::Byte(byte) => body.byte(byte),
        }
    }
    if !body.closed {
        return Err(Refusal::CutOff);
    }
    body.flush();
    if !body.paragraph.text.trim().is_empty() {
        body.end_paragraph();
    }
    body.end_table();
    let old = body.old;
    papers::finish(Document { blocks: body.blocks, margins: body.margins }, old)
}

/// Where the text of a group goes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Body,
    /// Headers, footers, text boxes: lines of the margin.
    Margin,
    Fonts,
    Nowhere,
}

/// What holds until a group ends.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format by itself")]
#[derive(Clone, Default)]
struct Group {
    place: Place,
    font: i32,
    bold: bool,
    italic: bool,
    hidden: bool,
    /// Letters that stand for one by number, for readers that know no numbers.
    skipped_after: usize,
    /// `\*` was read: what follows is skipped when it is not known.
    optional: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format by itself")]
#[derive(Default)]
struct Body {
    groups: Vec<Group>,
    fonts: Fonts,
    closed: bool,
    blocks: Vec<Block>,
    margins: Vec<String>,
    paragraph: Paragraph,
    /// Letters of one font that were not looked up yet.
    pending: String,
    pending_font: i32,
    /// First half of a letter that is written as two numbers.
    half: Option<u16>,
    /// Letters to pass over.
    passing: usize,
    centred: bool,
    plain_letters: bool,
    upright_letters: bool,
    in_table: bool,
    cell: Vec<Block>,
    row: Vec<Vec<Block>>,
    table: Vec<Vec<Vec<Block>>>,
    margin: String,
    old: Option<OldEncoding>,
}

impl Body {
    fn group(&self) -> Group {
        self.groups.last().cloned().unwrap_or_default()
    }

    fn change(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn open(&mut self) -> Result<(), Refusal> {
        if self.groups.len() > DEPTH_LIMIT {
            return Err(Refusal::TooDeep { limit: DEPTH_LIMIT });
        }
        let group = Group { optional: false, ..self.group() };
        self.groups.push(group);
        self.passing = 0;
        Ok(())
    }

    fn close(&mut self) {
        self.flush();
        self.passing = 0;
        let ended = self.groups.pop().map(|group| group.place);
        if ended == Some(Place::Margin) && self.group().place != Place::Margin {
            self.end_margin_line();
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        let optional = self.group().optional;
        self.change(|group| group.optional = false);
        match word {
            "u" => return self.letter_by_number(number.unwrap_or(0)),
            "uc" => {
                return self
                    .change(|group| group.skipped_after = usize::try_from(number.unwrap_or(1)).unwrap_or(1));
            }
            _ if self.passing > 0 => {
                self.passing -= 1;
                return;
            }
            _ => {}
        }
        if self.group().place == Place::Fonts {
            return self.fonts.word(word, number);
        }
        match word {
            "fonttbl" => self.change(|group| group.place = Place::Fonts),
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf"
            | "shptxt" => {
                self.flush();
                self.change(|group| group.place = Place::Margin);
            }
            "shpinst" | "shp" | "listtext" | "pntext" => {}
            _ if optional || fonts::is_no_text(word) => self.change(|group| group.place = Place::Nowhere),
            "f" => self.change(|group| group.font = number.unwrap_or(0)),
            "deff" => {
                self.fonts.default = number.unwrap_or(0);
                self.change(|group| group.font = number.unwrap_or(0));
            }
            "ansicpg" => self.fonts.code_page = number.unwrap_or(0),
            "b" => self.change(|group| group.bold = on),
            "i" => self.change(|group| group.italic = on),
            "v" | "deleted" => self.change(|group| group.hidden = on),
            "plain" => {
                let font = self.fonts.default;
                self.change(|group| {
                    (group.bold, group.italic, group.hidden, group.font) = (false, false, false, font);
                });
            }
            _ => self.layout(word),
        }
    }

    /// Marks of paragraphs, tables and signs that have a name.
    fn layout(&mut self, word: &str) {
        match word {
            "par" | "sect" | "page" => {
                self.flush();
                if !self.in_table {
                    self.end_table();
                }
                self.end_paragraph();
            }
            "pard" => (self.centred, self.in_table) = (false, false),
            "qc" => self.centred = true,
            "intbl" => self.in_table = true,
            "cell" => self.end_cell(),
            "row" => self.end_row(),
            "nestcell" | "nestrow" => {
                self.flush();
                self.end_paragraph();
            }
            "line" | "lbr" => self.letter('\n'),
            "tab" => self.letter('\t'),
            "emdash" => self.letter('—'),
            "endash" => self.letter('–'),
            "bullet" => self.letter('•'),
            "lquote" => self.letter('‘'),
            "rquote" => self.letter('’'),
            "ldblquote" => self.letter('“'),
            "rdblquote" => self.letter('”'),
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.change(|group| group.optional = true),
            b'~' => self.letter('\u{a0}'),
            b'_' => self.letter('-'),
            b'{' | b'}' | b'\\' => self.byte(symbol),
            b'\r' | b'\n' => self.word("par", None),
            _ => {}
        }
    }

    fn letter_by_number(&mut self, number: i32) {
        self.passing = 0;
        let unit = number.rem_euclid(0x1_0000) as u16;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
        } else {
            for letter in char::decode_utf16(units) {
                self.letter(letter.unwrap_or('\u{fffd}'));
            }
        }
        self.passing = self.group().skipped_after;
    }

    fn byte(&mut self, byte: u8) {
        if self.passing > 0 {
            self.passing -= 1;
            return;
        }
        let group = self.group();
        match group.place {
            Place::Fonts => self.fonts.byte(byte),
            Place::Nowhere => {}
            _ => self.letter(self.fonts.letter(group.font, byte)),
        }
    }

    fn letter(&mut self, letter: char) {
        let group = self.group();
        if matches!(group.place, Place::Nowhere | Place::Fonts) || group.hidden {
            return;
        }
        if group.font != self.pending_font {
            self.flush();
            self.pending_font = group.font;
        }
        if group.place == Place::Body && !letter.is_whitespace() {
            self.plain_letters |= !group.bold;
            self.upright_letters |= !group.italic;
        }
        self.pending.push(letter);
    }

    /// Takes letters of one font into the text.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let font = self.fonts.of(self.pending_font);
        let (text, old) =
            font.map_or_else(|| (self.pending.clone(), None), |font: &Font| font.shown(&self.pending));
        self.old = self.old.or(old);
        self.pending.clear();
        if self.group().place == Place::Margin {
            self.margin.push_str(&text);
        } else {
            self.paragraph.text.push_str(&text);
        }
    }

    fn end_paragraph(&mut self) {
        match self.group().place {
            Place::Margin => return self.end_margin_line(),
            Place::Body => {}
            _ => return,
        }
        let mut paragraph = std::mem::take(&mut self.paragraph);
        let empty = paragraph.text.trim().is_empty();
        paragraph.bold = !empty && !self.plain_letters;
        paragraph.italic = !empty && !self.upright_letters;
        paragraph.centred = self.centred;
        (self.plain_letters, self.upright_letters) = (false, false);
        let block = Block::Paragraph(paragraph);
        if self.in_table { self.cell.push(block) } else { self.blocks.push(block) }
    }

    fn end_margin_line(&mut self) {
        let line = std::mem::take(&mut self.margin);
        if !line.trim().is_empty() {
            self.margins.push(line);
        }
    }

    fn end_cell(&mut self) {
        self.flush();
        self.in_table = true;
        self.end_paragraph();
        self.row.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.table.push(std::mem::take(&mut self.row));
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        if !self.cell.is_empty() {
            self.blocks.append(&mut self.cell);
        }
        if !self.table.is_empty() {
            self.blocks.push(Block::Table(std::mem::take(&mut self.table)));
        }
    }
}

#[cfg(test)]
mod tests;
