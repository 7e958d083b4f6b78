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

    /// At `from` one text was replaced by another. Only what the change can have moved is wrapped anew: from the piece before
    /// it (a word made shorter may go back there) to where the pieces begin at the same letters again.
    pub fn replaced(&mut self, buffer: &Buffer, from: Pos, removed: &str, inserted: &str) {
        let rows = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let (before, after) = (rows(removed), rows(inserted));
        if before > 1 || after > 1 {
            self.begins.splice(from.row..from.row + before, std::iter::repeat_n(Vec::new(), after));
            return;
        }
        let begins = &mut self.begins[from.row];
        if begins.is_empty() {
            return;
        }
        let changed = begins.partition_point(|begin| *begin <= from.byte).saturating_sub(1);
        let behind = begins.partition_point(|begin| *begin < from.byte + removed.len());
        let behind: Vec<usize> =
            begins[behind..].iter().map(|begin| begin - removed.len() + inserted.len()).collect();
        begins.truncate(changed.max(1));
        let line = buffer.line(from.row);
        let mut at = begins[begins.len() - 1];
        while let Some(next) = wrap::next_begin(line, at, self.width) {
            if next >= from.byte + inserted.len()
                && let Ok(same) = behind.binary_search(&next)
            {
                begins.extend(&behind[same..]);
                return;
            }
            begins.push(next);
            at = next;
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept of a line after many small changes is what wrapping it whole gives.
    #[test]
    fn a_changed_line_is_wrapped_as_a_new_one() {
        let text = "Nhân dân băn khoăn, lo lắng về giá sách; đường liên thôn xuống cấp. ".repeat(6);
        let bits = [
            "",
            " ",
            "a",
            "ê\u{302}",
            "giáosưtiếnsĩkhoahọc",
            ", ",
            "    ",
            "và mọi người trong thôn đều biết ",
            "中文",
        ];
        let mut seed = 11_usize;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % most
        };
        let mut buffer = Buffer::new(&text);
        let mut layout = Layout::new(1);
        layout.fit(24, 5);
        layout.begins(&buffer, 0);
        for turn in 0..1_500 {
            let length = buffer.line(0).len();
            let from = buffer.place(Pos { row: 0, byte: below(length + 1) });
            // Long texts are cut more often than they grow.
            let cut = if length > 1_200 { below(300) } else { below(12) };
            let to = buffer.place(Pos { row: 0, byte: from.byte + cut }).max(from);
            let (edit, _) = buffer.replace(from, to, bits[below(bits.len())]);
            layout.replaced(&buffer, edit.from, &edit.removed, &edit.inserted);
            let mut fresh = Layout::new(1);
            fresh.fit(24, 5);
            assert_eq!(layout.begins[0], fresh.begins(&buffer, 0), "turn {turn}: {edit:?}");
            if turn % 3 == 0 {
                buffer.undo(&edit);
                layout.replaced(&buffer, edit.from, &edit.inserted, &edit.removed);
                let mut fresh = Layout::new(1);
                fresh.fit(24, 5);
                assert_eq!(layout.begins[0], fresh.begins(&buffer, 0), "turn {turn}, undone: {edit:?}");
            }
        }
    }

    #[test]
    fn a_letter_in_a_long_line_moves_only_what_stands_beside_it() {
        let text = "Nhân dân băn khoăn về giá sách giáo khoa. ".repeat(2_000);
        let mut buffer = Buffer::new(&text);
        let mut layout = Layout::new(1);
        layout.begins(&buffer, 0);
        let pieces = layout.begins[0].len();
        // A mark no wrapping would set: what stands far behind is not wrapped again, it goes along.
        let far = pieces - 2;
        layout.begins[0][far] += 1;
        let (begin, wrong) = (layout.begins[0][1], layout.begins[0][far]);
        let (edit, _) = buffer.replace(Pos { row: 0, byte: 4 }, Pos { row: 0, byte: 4 }, "");
        layout.replaced(&buffer, edit.from, &edit.removed, &edit.inserted);
        assert_eq!((layout.begins[0].len(), layout.begins[0][1]), (pieces, begin));
        assert_eq!(layout.begins[0][far], wrong);
    }
}
