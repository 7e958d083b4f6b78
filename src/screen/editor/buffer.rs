//! The lines of a text, places in it, and the one way it changes.

use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// A place between two letters: the line from 0, and the byte in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pos {
    /// Line.
    pub row: usize,
    /// Byte in the line.
    pub byte: usize,
}

/// A change that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it begins.
    pub from: Pos,
    /// What stood there.
    pub removed: String,
    /// What stands there now.
    pub inserted: String,
}

impl Edit {
    /// Where the inserted text ends.
    pub fn end(&self) -> Pos {
        advance(self.from, &self.inserted)
    }
}

/// Lines of NFC text; at least one.
#[derive(Clone, Debug)]
pub struct Buffer {
    lines: Vec<String>,
}

impl Buffer {
    /// The lines of a clean text.
    pub fn new(text: &str) -> Self {
        Self { lines: text.split('\n').map(str::to_owned).collect() }
    }

    /// Number of lines.
    pub fn rows(&self) -> usize {
        self.lines.len()
    }

    /// A line.
    pub fn line(&self, row: usize) -> &str {
        self.lines.get(row).map_or("", String::as_str)
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(String::is_empty)
    }

    /// True when it is this text.
    pub fn is(&self, text: &str) -> bool {
        text.split('\n').eq(self.lines.iter().map(String::as_str))
    }

    /// The end of the text.
    pub fn end(&self) -> Pos {
        let row = self.lines.len() - 1;
        Pos { row, byte: self.line(row).len() }
    }

    /// The place itself, or the nearest before it that stands between two letters.
    pub fn place(&self, at: Pos) -> Pos {
        let row = at.row.min(self.lines.len() - 1);
        let line = self.line(row);
        let mut byte = at.byte.min(line.len());
        while !line.is_char_boundary(byte) {
            byte -= 1;
        }
        if byte == 0 || byte == line.len() {
            return Pos { row, byte };
        }
        let before = line[..byte].grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let letter = line[before..].graphemes(true).next().map_or(0, str::len);
        Pos { row, byte: if before + letter == byte { byte } else { before } }
    }

    /// The text between two places.
    pub fn slice(&self, from: Pos, to: Pos) -> String {
        if from.row == to.row {
            return self.line(from.row)[from.byte..to.byte].to_owned();
        }
        let mut text = self.line(from.row)[from.byte..].to_owned();
        for row in from.row + 1..to.row {
            text.push('\n');
            text.push_str(self.line(row));
        }
        text.push('\n');
        text.push_str(&self.line(to.row)[..to.byte]);
        text
    }

    /// Puts `text` in place of what stands between two places. A combining mark joins the letter it comes to stand behind.
    /// Gives what was done, and where the cursor belongs after it.
    pub fn replace(&mut self, from: Pos, to: Pos, text: &str) -> (Edit, Pos) {
        let before = self.line(from.row)[..from.byte].graphemes(true).next_back().unwrap_or("");
        let after = self.line(to.row)[to.byte..].graphemes(true).next().unwrap_or("");
        let joined = [before, text, after].concat();
        if is_nfc(&joined) {
            let edit = Edit { from, removed: self.slice(from, to), inserted: text.to_owned() };
            self.set(from, to, text);
            let cursor = edit.end();
            return (edit, cursor);
        }
        let from = Pos { byte: from.byte - before.len(), ..from };
        let to = Pos { byte: to.byte + after.len(), ..to };
        let head: String = before.chars().chain(text.chars()).nfc().collect();
        let inserted: String = joined.nfc().collect();
        let edit = Edit { from, removed: self.slice(from, to), inserted };
        self.set(from, to, &edit.inserted);
        let cursor = self.place(advance(from, &head));
        (edit, cursor)
    }

    /// Takes a change back.
    pub fn undo(&mut self, edit: &Edit) {
        self.set(edit.from, edit.end(), &edit.removed);
    }

    /// Makes a change again.
    pub fn redo(&mut self, edit: &Edit) {
        self.set(edit.from, advance(edit.from, &edit.removed), &edit.inserted);
    }

    fn set(&mut self, from: Pos, to: Pos, text: &str) {
        if from.row == to.row && !text.contains('\n') {
            self.lines[from.row].replace_range(from.byte..to.byte, text);
            return;
        }
        let tail = self.lines[to.row][to.byte..].to_owned();
        let mut new: Vec<String> = text.split('\n').map(str::to_owned).collect();
        if let Some(last) = new.last_mut() {
            last.push_str(&tail);
        }
        new[0].insert_str(0, &self.lines[from.row][..from.byte]);
        self.lines.splice(from.row..=to.row, new);
    }

    /// One letter back; over a line's begin to the end of the line above.
    pub fn before(&self, at: Pos) -> Pos {
        match self.line(at.row)[..at.byte].graphemes(true).next_back() {
            Some(letter) => Pos { byte: at.byte - letter.len(), ..at },
            None if at.row > 0 => Pos { row: at.row - 1, byte: self.line(at.row - 1).len() },
            None => at,
        }
    }

    /// One letter on; over a line's end to the begin of the next.
    pub fn after(&self, at: Pos) -> Pos {
        match self.line(at.row)[at.byte..].graphemes(true).next() {
            Some(letter) => Pos { byte: at.byte + letter.len(), ..at },
            None if at.row + 1 < self.lines.len() => Pos { row: at.row + 1, byte: 0 },
            None => at,
        }
    }

    /// To the begin of the word, or of the word before.
    pub fn word_before(&self, at: Pos) -> Pos {
        let head = &self.line(at.row)[..at.byte];
        if head.is_empty() {
            return self.before(at);
        }
        let word = head.trim_end_matches(|letter| !is_word(letter));
        let byte = word.trim_end_matches(is_word).len();
        Pos { byte, ..at }
    }

    /// To the begin of the next word.
    pub fn word_after(&self, at: Pos) -> Pos {
        let line = self.line(at.row);
        if at.byte == line.len() {
            return self.after(at);
        }
        let rest = line[at.byte..].trim_start_matches(is_word);
        let rest = rest.trim_start_matches(|letter| !is_word(letter));
        Pos { byte: line.len() - rest.len(), ..at }
    }

    /// To the begin of the paragraph, or of the one before: a line is a paragraph, empty lines stand between.
    pub fn paragraph_before(&self, at: Pos) -> Pos {
        if at.byte > 0 {
            return Pos { byte: 0, ..at };
        }
        let row = (0..at.row).rev().find(|row| !self.line(*row).is_empty()).unwrap_or(0);
        Pos { row, byte: 0 }
    }

    /// To the begin of the next paragraph, at the last to its end.
    pub fn paragraph_after(&self, at: Pos) -> Pos {
        let next = (at.row + 1..self.lines.len()).find(|row| !self.line(*row).is_empty());
        next.map_or_else(|| self.end(), |row| Pos { row, byte: 0 })
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter)
}

/// Where a text ends that begins at `from`.
fn advance(from: Pos, text: &str) -> Pos {
    match text.rsplit_once('\n') {
        Some((head, last)) => {
            Pos { row: from.row + 1 + head.bytes().filter(|byte| *byte == b'\n').count(), byte: last.len() }
        }
        None => Pos { byte: from.byte + text.len(), ..from },
    }
}
