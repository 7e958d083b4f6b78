//! Pieces put together to lines, lines to the paragraphs they were broken from, and what stands side by side to tables.

use super::page::Piece;
use crate::exchange::{Block, Paragraph};

/// Widest gap between words of one line, in heights of its letters; behind a wider one another column begins.
const WIDEST_GAP: f64 = 1.5;

/// Puts the pieces of a page together and appends its paragraphs and tables. The number of the page is no paragraph.
pub fn append(blocks: &mut Vec<Block>, pieces: Vec<Piece>) {
    let mut lines = lines(pieces);
    lines.retain(|line| !line.text.trim().is_empty());
    for end in [0, lines.len().saturating_sub(1)] {
        if lines.get(end).is_some_and(|line| is_page_number(&line.text)) {
            lines.remove(end);
        }
    }
    let mut table: Vec<Vec<Vec<Block>>> = Vec::new();
    let mut running: Vec<Piece> = Vec::new();
    let mut head = blocks.is_empty();
    for mut row in rows(lines) {
        if let [_] = row[..] {
            if !table.is_empty() {
                blocks.push(Block::Table(std::mem::take(&mut table)));
            }
            running.append(&mut row[0]);
        } else {
            blocks.append(&mut paragraphs(std::mem::take(&mut running), false));
            table.push(row.into_iter().map(|cell| paragraphs(cell, head)).collect());
        }
        head = false;
    }
    if !table.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks.append(&mut paragraphs(running, false));
}

/// Lines in the order they are drawn; columns beside each other are lines of their own.
fn lines(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        let gap = lines.last().map_or(0.0, |line| piece.left - line.right);
        let Some(line) = lines.last_mut().filter(|line| {
            beside(line, &piece) && gap > -1.5 * line.size && gap <= WIDEST_GAP * line.size.max(piece.size)
        }) else {
            lines.push(piece);
            continue;
        };
        if gap > 0.2 * line.size && !line.text.ends_with(' ') && !piece.text.starts_with(' ') {
            line.text.push(' ');
        }
        line.text.push_str(&piece.text);
        line.right = line.right.max(piece.right);
        line.size = line.size.max(piece.size);
        line.bold &= piece.bold || piece.text.trim().is_empty();
    }
    lines
}

/// On one base line.
fn beside(one: &Piece, other: &Piece) -> bool {
    (one.base - other.base).abs() < 0.4 * one.size.max(other.size)
}

/// Rows of cells. A line that stands right of those before it and no deeper than one of them begins a cell; one that stands
/// left of its cell ends the row. Whoever draws a table cell by cell and whoever sets tabs comes out the same.
fn rows(lines: Vec<Piece>) -> Vec<Vec<Vec<Piece>>> {
    let mut rows: Vec<Vec<Vec<Piece>>> = Vec::new();
    for line in lines {
        let Some(last) = rows.last_mut() else {
            rows.push(vec![vec![line]]);
            continue;
        };
        let cell = last.last().map_or(&[][..], Vec::as_slice);
        // The lines of the cell in front that stand no higher than this one.
        let top = cell.iter().position(|other| other.base <= line.base + 0.4 * line.size);
        let behind = top.filter(|&top| cell[top..].iter().all(|other| other.right < line.left));
        match behind {
            Some(0) => last.push(vec![line]),
            Some(top) if last.len() == 1 => {
                let under = last[0].split_off(top);
                rows.push(vec![under, vec![line]]);
            }
            _ => {
                let edge = last.len().checked_sub(2).map(|before| {
                    last[before].iter().map(|other| other.right).fold(f64::NEG_INFINITY, f64::max)
                });
                let inside = edge.is_none_or(|edge| line.left > edge)
                    && last.last().and_then(|cell| cell.last()).is_some_and(|other| is_under(other, &line));
                // Text after a table begins a row of its own; text without columns goes on.
                match last.last_mut().filter(|_| edge.is_none() || inside) {
                    Some(cell) => cell.push(line),
                    None => rows.push(vec![vec![line]]),
                }
            }
        }
    }
    rows
}

/// The paragraphs that lines below each other were broken from. In the head of a paper the name of a body goes on in capitals.
fn paragraphs(lines: Vec<Piece>, head: bool) -> Vec<Block> {
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let widest = lines.iter().map(width).fold(0.0, f64::max);
    let mut whole: Vec<Paragraph> = Vec::new();
    let mut before: Option<Piece> = None;
    for line in lines {
        let same = before.as_ref().is_some_and(|before| {
            !(head && is_upper(&line.text)) && goes_on(before, &line, left, right)
                || wraps(before, &line, widest, head)
        });
        match whole.last_mut().filter(|_| same) {
            Some(paragraph) => {
                if !paragraph.text.ends_with(' ') {
                    paragraph.text.push(' ');
                }
                paragraph.text.push_str(line.text.trim());
                paragraph.bold &= line.bold;
            }
            None => whole.push(Paragraph {
                text: line.text.trim().to_owned(),
                bold: line.bold,
                ..Paragraph::default()
            }),
        }
        before = Some(line);
    }
    whole.into_iter().map(Block::Paragraph).collect()
}

fn width(line: &Piece) -> f64 {
    line.right - line.left
}

fn is_under(before: &Piece, line: &Piece) -> bool {
    let down = before.base - line.base;
    down > 0.0 && down < 2.5 * line.size.max(before.size)
}

/// The line was full, or the next word did not fit behind it; the next one stands under it at the margin and begins nothing
/// of its own.
fn goes_on(before: &Piece, line: &Piece, left: f64, right: f64) -> bool {
    let across = right - left;
    // A short line at the right margin is a heading beside others, not a full line.
    // Where a sentence ends and another begins, only the margin tells.
    let ended = ends(&before.text) && line.text.trim_start().starts_with(char::is_uppercase);
    let word = if ended { 0.0 } else { first_word(line) };
    let small = !ends(&before.text) && line.text.trim_start().starts_with(char::is_lowercase);
    let full = (small || before.right >= right - word.max(0.12 * across)) && width(before) > 0.6 * across;
    let at_margin = line.left <= before.left + 0.5 * line.size;
    // What was shouted in a thin letter and goes on in a bold one is two bodies, not one.
    let same = before.bold == line.bold || !is_upper(&before.text);
    full && at_margin && same && is_under(before, line) && !begins(&line.text)
}

/// A centred line that was too long for its column: the next word did not fit there and goes on in the middle below it.
fn wraps(before: &Piece, line: &Piece, widest: f64, head: bool) -> bool {
    let middle = f64::midpoint(line.left, line.right) - f64::midpoint(before.left, before.right);
    let centred = middle.abs() < line.size && width(line) < 0.7 * width(before);
    let small = line.text.trim_start().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let shouted = head && before.bold && line.bold && is_upper(&before.text) && is_upper(&line.text);
    let full = width(before) + first_word(line) >= widest;
    centred && full && is_under(before, line) && (small || shouted) && !begins(&line.text)
}

/// The room that the first word of a line would have taken behind another one, with what the guess may be off by.
fn first_word(line: &Piece) -> f64 {
    let text = line.text.trim();
    let word = text.split(' ').next().unwrap_or_default();
    width(line) * word.chars().count() as f64 / text.chars().count().max(1) as f64 + line.size
}

/// The last sentence of a line ends there.
fn ends(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ':', '!', '?'])
}

/// Letters, and none of them small.
fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// A bullet, a number with its dot, a Roman number.
fn begins(text: &str) -> bool {
    let text = text.trim_start();
    let first = text.split([' ', '\t']).next().unwrap_or_default();
    text.starts_with(['-', '–', '+', '•', '*', '¨', '▪'])
        || first.ends_with(['.', ')', '-'])
            && first.len() > 1
            && first
                .trim_end_matches(['.', ')', '-'])
                .chars()
                .all(|c| c.is_ascii_digit() || c == '.' || "IVX".contains(c))
}

fn is_page_number(text: &str) -> bool {
    let inside = text.trim().trim_matches(['-', '–', ' ']);
    inside.len() <= 4 && !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit())
}
