//! Text broken into lines of a width, between words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines of `text` for `width` cells: broken at blanks, words that are too wide between graphemes, `\n` kept. At most
/// `most` lines are made, so that a preview of a long text costs no more than what is seen.
pub fn lines(text: &str, width: usize, most: usize) -> Vec<&str> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut rest = paragraph.trim_end();
        loop {
            if lines.len() == most {
                return lines;
            }
            let end = break_at(rest, width);
            lines.push(rest[..end].trim_end());
            rest = rest[end..].trim_start();
            if rest.is_empty() {
                break;
            }
        }
    }
    lines
}

/// A line of a text in parts, each with whether it stands in one of the ranges of the text. The line is a slice of it.
pub fn marked<'a>(text: &'a str, line: &str, ranges: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let start = (line.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    let end = (start + line.len()).min(text.len());
    let mut parts = Vec::new();
    let mut at = start;
    let first = ranges.partition_point(|range| range.end <= start);
    for range in ranges[first..].iter().take_while(|range| range.start < end) {
        let (from, to) = (range.start.max(at), range.end.min(end));
        parts.push((&text[at..from], false));
        parts.push((&text[from..to], true));
        at = to.max(at);
    }
    parts.push((&text[at..end], false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// Bytes of the text that go on the line.
fn break_at(text: &str, width: usize) -> usize {
    let mut used = 0;
    let mut word_end = None;
    let mut part_end = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        if grapheme == " " {
            word_end = Some(at);
        }
        used += grapheme.width();
        // A blank may hang over the edge.
        if used > width && grapheme != " " {
            let whole = word_end.filter(|end| *end > 0).or(part_end);
            return whole.unwrap_or(if at == 0 { grapheme.len() } else { at });
        }
        // A path is one long word, and its file's name should stand whole.
        if matches!(grapheme, "/" | "\\") && at > 0 {
            part_end = Some(at + 1);
        }
    }
    text.len()
}

/// Where the line of the screen that begins at byte `from` ends and the next begins; `None` when the rest fits `width` cells.
/// Broken behind blanks only, so that no line begins with a comma; a blank may hang over the edge; a word that is too wide
/// breaks between letters.
pub fn next_begin(text: &str, from: usize, width: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut used = 0;
    let mut word = from;
    let mut at = from;
    while at < bytes.len() {
        // A letter before ASCII stands alone, so that most of a text needs no search for clusters.
        let letter = text[at..].chars().next().map_or(1, char::len_utf8);
        let alone = bytes.get(at + letter).is_none_or(u8::is_ascii);
        let next =
            if alone { at + letter } else { at + text[at..].graphemes(true).next().map_or(1, str::len) };
        if bytes[at] == b' ' {
            used += 1;
            word = next;
        } else {
            used += if bytes[at].is_ascii() && alone { 1 } else { text[at..next].width() };
            if used > width {
                let broken = if word > from { word } else { at.max(from) };
                // A single letter that is too wide stands on a line of its own.
                let broken = if broken == from { next } else { broken };
                return (broken < bytes.len()).then_some(broken);
            }
        }
        at = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(lines("Nhân dân băn khoăn về giá sách", 12, 9), ["Nhân dân băn", "khoăn về giá", "sách"]);
        assert_eq!(lines("một\n\nhai", 12, 9), ["một", "", "hai"]);
        assert_eq!(lines("", 12, 9), [""]);
    }

    #[test]
    fn a_word_that_is_too_wide_breaks_between_letters() {
        assert_eq!(lines("abcdefgh ij", 3, 9), ["abc", "def", "gh", "ij"]);
        assert_eq!(lines("中文字", 1, 9), ["中", "文", "字"]);
        assert_eq!(lines("ở /home/hoa/so-tay.duluan", 14, 9), ["ở", "/home/hoa/", "so-tay.duluan"]);
        assert_eq!(lines("a\nb\nc", 3, 2), ["a", "b"]);
    }

    fn pieces(text: &str, width: usize) -> Vec<&str> {
        let mut begins = vec![0];
        while let Some(next) = next_begin(text, begins[begins.len() - 1], width) {
            begins.push(next);
        }
        begins.push(text.len());
        begins.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn every_byte_stands_on_one_line_and_no_comma_begins_one() {
        assert_eq!(pieces("Nhân dân băn khoăn, lo lắng.", 12), ["Nhân dân băn ", "khoăn, lo ", "lắng."]);
        assert_eq!(pieces("khoăn, lo", 5), ["khoăn", ", lo"], "only where the word itself is too wide");
        assert_eq!(pieces("một    hai", 3), ["một    ", "hai"]);
        assert_eq!(pieces("中文字", 1), ["中", "文", "字"]);
        assert_eq!(pieces("", 4), [""]);
        let text = "e\u{302}\u{301} 👩‍👧 nước ".repeat(9);
        for width in 1..20 {
            assert_eq!(pieces(&text, width).concat(), text);
        }
    }
}
