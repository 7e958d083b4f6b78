//! Text broken into lines of a width, between words.

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

/// Bytes of the text that go on the line.
fn break_at(text: &str, width: usize) -> usize {
    let mut used = 0;
    let mut word_end = None;
    for (at, grapheme) in text.grapheme_indices(true) {
        if grapheme == " " {
            word_end = Some(at);
        }
        used += grapheme.width();
        // A blank may hang over the edge.
        if used > width && grapheme != " " {
            return word_end.filter(|end| *end > 0).unwrap_or(if at == 0 { grapheme.len() } else { at });
        }
    }
    text.len()
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
        assert_eq!(lines("a\nb\nc", 3, 2), ["a", "b"]);
    }
}
