//! A document as lines, with the little layout that carries meaning.

use crate::exchange::{Block, Document};
use crate::text::fold;

/// A line of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, trimmed; tabs kept.
    pub text: String,
    /// All of it is bold.
    pub bold: bool,
    /// It is centred.
    pub centred: bool,
    /// It stands in a table.
    pub in_table: bool,
}

impl Line {
    /// Nothing is written on it, or only a rule: `-----`, `***`, `* * *`.
    pub fn is_blank(&self) -> bool {
        !self.text.chars().any(char::is_alphanumeric)
    }

    /// Letters, and none of them small.
    pub fn is_upper(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && !self.text.chars().any(char::is_lowercase)
    }
}

/// The lines of a document in reading order. Lines that a soft break or an editor's wrapping cut in the middle of a
/// sentence are drawn together.
pub fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    collect(&document.blocks, false, &mut lines);
    lines
}

fn collect(blocks: &[Block], in_table: bool, lines: &mut Vec<Line>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for (at, piece) in paragraph.text.split('\n').enumerate() {
                    let text = piece.trim().to_owned();
                    if at > 0 && goes_on(lines.last(), &text) {
                        join(lines, &text);
                        continue;
                    }
                    lines.push(Line { text, bold: paragraph.bold, centred: paragraph.centred, in_table });
                }
            }
            Block::Table(rows) => {
                for cell in rows.iter().flatten() {
                    collect(cell, true, lines);
                }
            }
        }
    }
}

fn goes_on(before: Option<&Line>, text: &str) -> bool {
    // A line in capitals is whole: a title, a mark of secrecy.
    before.is_some_and(|before| {
        !before.is_blank() && !before.is_upper() && !before.text.ends_with(['.', ':', ';', '!', '?'])
    }) && text.chars().next().is_some_and(char::is_lowercase)
        && number(text).is_none()
}

fn join(lines: &mut [Line], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.text.push(' ');
        last.text.push_str(text);
    }
}

/// Draws the lines of wrapped plain text together: a line that begins small goes on with the one before it.
pub fn unwrapped(lines: Vec<Line>) -> Vec<Line> {
    let mut whole: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        if !line.in_table
            && whole.last().is_some_and(|last| !last.in_table)
            && goes_on(whole.last(), &line.text)
        {
            join(&mut whole, &line.text);
        } else {
            whole.push(line);
        }
    }
    whole
}

/// How a paragraph is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// `I.`, `II-`, `Phần III`.
    Roman,
    /// `1.`, `2)`; how many numbers deep (`1.2.` is 2).
    Arabic(usize),
    /// `a)`, `b.`.
    Letter,
    /// `-`, `+`, `•`.
    Bullet,
}

/// The number or bullet of a paragraph and what follows it.
pub fn number(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    let first = text.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '+' | '*' | '•' | '·' | '▪' | '●' | '○' | '➢' | '✓' | '◦' | '■')
    {
        let rest = text[first.len_utf8()..].trim_start();
        let number =
            rest.chars().next().is_some_and(char::is_alphanumeric) || rest.starts_with(['“', '"', '(']);
        // `-5 độ` is no bullet.
        let negative = first == '-' && text[1..].starts_with(|c: char| c.is_ascii_digit());
        return (number && !negative).then_some((Number::Bullet, rest));
    }
    if let Some(rest) = text.strip_prefix("Phần ").or_else(|| text.strip_prefix("PHẦN ")) {
        return roman(rest);
    }
    if first.is_ascii_digit() {
        return arabic(text);
    }
    roman(text).or_else(|| letter(text))
}

/// What follows the mark after a number, when it is one: `. `, `)`, `-`, `/`, `:`.
fn after_mark(rest: &str) -> Option<&str> {
    let mark = rest.chars().next()?;
    if !matches!(mark, '.' | ')' | '-' | '–' | '/' | ':') {
        return None;
    }
    let mut after = &rest[mark.len_utf8()..];
    // `I.-`, `1./` have two marks.
    if let Some(second) = after.chars().next().filter(|c| matches!(c, '-' | '–' | '/' | ')')) {
        after = &after[second.len_utf8()..];
    }
    let spaced = after.starts_with(char::is_whitespace);
    let after = after.trim_start();
    let next = after.chars().next()?;
    // `V/v`, `I-ốt`, `1-2 hộ` are no numbers.
    let fits = if mark == '/' { spaced && next.is_uppercase() } else { spaced || next.is_uppercase() };
    fits.then_some(after)
}

fn roman(text: &str) -> Option<(Number, &str)> {
    let length = text.find(|c: char| !matches!(c, 'I' | 'V' | 'X')).unwrap_or(text.len());
    if !(1..=5).contains(&length) {
        return None;
    }
    after_mark(&text[length..]).map(|rest| (Number::Roman, rest))
}

fn letter(text: &str) -> Option<(Number, &str)> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let rest = &text[first.len_utf8()..];
    if !rest.starts_with([')', '.', '/']) {
        return None;
    }
    after_mark(rest).map(|rest| (Number::Letter, rest))
}

fn arabic(text: &str) -> Option<(Number, &str)> {
    let mut depth = 0;
    let mut rest = text;
    loop {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if !(1..=2).contains(&digits) {
            return None;
        }
        depth += 1;
        rest = &rest[digits..];
        match rest.strip_prefix('.') {
            Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => rest = after,
            _ => break,
        }
    }
    // `1.2 Về điện`: the last number may go without its mark.
    if depth > 1 && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase) {
        return Some((Number::Arabic(depth), rest.trim_start()));
    }
    after_mark(rest).map(|rest| (Number::Arabic(depth), rest))
}

/// The folded words of a line, single spaces between them, without its number.
pub fn flat(text: &str) -> String {
    let bare = number(text).map_or(text, |(_, rest)| rest);
    let folded = fold(bare);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, expected, rest) in [
            ("I- TÌNH HÌNH CHUNG", Number::Roman, "TÌNH HÌNH CHUNG"),
            ("II. Nội dung", Number::Roman, "Nội dung"),
            ("PHẦN III: Kiến nghị", Number::Roman, "Kiến nghị"),
            ("IV/ Đề xuất", Number::Roman, "Đề xuất"),
            ("1. Về giá điện", Number::Arabic(1), "Về giá điện"),
            ("2) Về giá điện", Number::Arabic(1), "Về giá điện"),
            ("3.1. Về đất", Number::Arabic(2), "Về đất"),
            ("3.1 Về đất", Number::Arabic(2), "Về đất"),
            ("1.Về đất", Number::Arabic(1), "Về đất"),
            ("a) Nội dung", Number::Letter, "Nội dung"),
            ("đ. Nội dung", Number::Letter, "Nội dung"),
            ("- Đa số", Number::Bullet, "Đa số"),
            ("+Đa số", Number::Bullet, "Đa số"),
            ("• Đa số", Number::Bullet, "Đa số"),
        ] {
            assert_eq!(number(text), Some((expected, rest)), "{text}");
        }
        for text in [
            "V/v rác thải",
            "18/9/2026",
            "1,3 lần",
            "12 hộ dân",
            "-5 độ",
            "2026. Năm",
            "-----",
            "Vì vậy",
            "1.200 đồng",
            "I-ốt",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
