//! Where the lines of a text stand on the screen: wrapped to the width it was drawn with last, line by line as they are
//! needed, so that a long text costs no more than what is seen.

use unicode_width::UnicodeWidthStr;

use super::buffer::{Buffer, Pos};
use crate::screen::wrap;

/// A line of the screen: the line of the text, and which piece of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// Line of the text.
    pub row: usize,
    /// Piece of it, from 0.
    pub piece: usize,
}

/// The pieces of the lines, and the window on them.
#[derive(Clone, Debug)]
pub struct Layout {
    width: usize,
    /// Lines of the window.
    pub height: usize,
    /// First piece in sight.
    pub top: Piece,
    /// Bytes at which the pieces of each line begin; empty where nobody asked yet.
    begins: Vec<Vec<usize>>,
}

impl Layout {
    /// A text that was not drawn yet.
    pub fn new(rows: usize) -> Self {
        Self { width: 79, height: 20, top: Piece::default(), begins: vec![Vec::new(); rows] }
    }

    /// The window has this size now.
    pub fn fit(&mut self, width: usize, height: usize) {
        if self.width != width.max(1) {
            self.width = width.max(1);
            self.begins.iter_mut().for_each(Vec::clear);
        }
        self.height = height.max(1);
    }

    /// So many lines from `row` on were replaced by so many others.
    pub fn replaced(&mut self, row: usize, before: usize, after: usize) {
        if before == after {
            self.begins[row..row + after].iter_mut().for_each(Vec::clear);
        } else {
            self.begins.splice(row..row + before, std::iter::repeat_n(Vec::new(), after));
        }
    }

    fn begins(&mut self, buffer: &Buffer, row: usize) -> &[usize] {
        let begins = &mut self.begins[row];
        if begins.is_empty() {
            begins.push(0);
            let line = buffer.line(row);
            let mut at = 0;
            while let Some(next) = wrap::next_begin(line, at, self.width) {
                begins.push(next);
                at = next;
            }
        }
        begins
    }

    fn pieces(&mut self, buffer: &Buffer, row: usize) -> usize {
        self.begins(buffer, row).len()
    }

    /// Begin and end in bytes of a piece.
    pub fn bounds(&mut self, buffer: &Buffer, at: Piece) -> (usize, usize) {
        let begins = self.begins(buffer, at.row);
        let from = begins.get(at.piece).copied().unwrap_or(0);
        let to = begins.get(at.piece + 1).copied().unwrap_or_else(|| buffer.line(at.row).len());
        (from, to)
    }

    /// The piece a place stands on, and its column there.
    pub fn find(&mut self, buffer: &Buffer, at: Pos) -> (Piece, usize) {
        let begins = self.begins(buffer, at.row);
        let piece = begins.partition_point(|begin| *begin <= at.byte).saturating_sub(1);
        let column = buffer.line(at.row)[begins[piece]..at.byte].width();
        (Piece { row: at.row, piece }, column)
    }

    /// The place in a piece nearest to a column, never beyond its last letter.
    pub fn at_column(&mut self, buffer: &Buffer, piece: Piece, column: usize) -> Pos {
        let (from, to) = self.bounds(buffer, piece);
        let last = to == buffer.line(piece.row).len();
        let mut at = Pos { row: piece.row, byte: from };
        let mut used = 0;
        loop {
            let next = buffer.after(at);
            if next.row != at.row || next == at || next.byte > to || (next.byte == to && !last) {
                return at;
            }
            used += buffer.line(at.row)[at.byte..next.byte].width();
            if used > column {
                return at;
            }
            at = next;
        }
    }

    /// The piece so many further down (or up, when negative), as far as there are any.
    pub fn step(&mut self, buffer: &Buffer, from: Piece, by: isize) -> Piece {
        let mut at = from;
        let mut left = by.unsigned_abs();
        while left > 0 {
            if by > 0 {
                let last = self.pieces(buffer, at.row) - 1;
                let way = left.min(last.saturating_sub(at.piece));
                at.piece += way;
                left -= way;
                if left == 0 || at.row + 1 >= buffer.rows() {
                    break;
                }
                at = Piece { row: at.row + 1, piece: 0 };
            } else {
                let way = left.min(at.piece);
                at.piece -= way;
                left -= way;
                if left == 0 || at.row == 0 {
                    break;
                }
                at = Piece { row: at.row - 1, piece: self.pieces(buffer, at.row - 1) - 1 };
            }
            left -= 1;
        }
        at
    }

    /// Moves the window so that a place is in sight and no window is left half empty without need.
    pub fn keep_in_sight(&mut self, buffer: &Buffer, at: Pos) {
        let top_row = self.top.row.min(buffer.rows() - 1);
        let top_piece = self.top.piece.min(self.pieces(buffer, top_row) - 1);
        self.top = Piece { row: top_row, piece: if top_row == self.top.row { top_piece } else { 0 } };
        let (here, _) = self.find(buffer, at);
        if here < self.top {
            self.top = here;
        }
        let down = 1 - self.height as isize;
        let first = self.step(buffer, here, down);
        if first > self.top {
            self.top = first;
        }
        let end = self.find(buffer, buffer.end()).0;
        let fullest = self.step(buffer, end, down);
        if fullest < self.top {
            self.top = fullest;
        }
    }
}
