//! What may enter the office's file and what may reach a terminal.
//!
//! Control characters, terminal sequences, direction overrides and invisible characters are taken out once, where text
//! comes in, and counted so that the person is told. What is found in older files all the same is shown visibly.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

/// A text that was cleaned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The text in NFC.
    pub text: String,
    /// How many characters were taken out. Folded spaces and changed line ends do not count.
    pub removed: usize,
}

/// Cleans a value of one line (a name, a title): line ends, tabs and no-break spaces become spaces, runs of spaces
/// one space, none at the ends.
pub fn clean_line(text: &str) -> Cleaned {
    let (kept, removed) = strip(text);
    let mut line = String::with_capacity(kept.len());
    for word in kept.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.nfc());
    }
    Cleaned { text: line, removed }
}

/// Cleans a text of many lines: `\n` and `\t` stay, every other line end becomes `\n`, every other space one U+0020.
pub fn clean_text(text: &str) -> Cleaned {
    let (kept, removed) = strip(text);
    let text =
        kept.nfc().map(|c| if c.is_whitespace() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect();
    Cleaned { text, removed }
}

/// Makes what is left of control and direction characters visible, for everything that is printed to a terminal.
/// `\n` and `\t` stay.
pub fn for_terminal(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_dangerous) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if !is_dangerous(c) => shown.push(c),
            '\0'..='\u{1f}' => shown.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}')),
            '\u{7f}' => shown.push('\u{2421}'),
            // Writing to a String cannot fail.
            c => {
                let _ = write!(shown, "<U+{:04X}>", c as u32);
            }
        }
    }
    Cow::Owned(shown)
}

/// A character that steers a terminal or turns the direction of text; `\n` and `\t` are none.
pub fn is_dangerous(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        || matches!(c, '\u{2028}' | '\u{2029}')
}

/// A character that nobody sees and that splits words for search, or hides text.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}' | '\u{200c}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Takes the dangerous and the invisible out, with whole terminal sequences, and makes every line end `\n`.
fn strip(text: &str) -> (String, usize) {
    let mut kept = String::with_capacity(text.len());
    let mut removed = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let next = &rest[c.len_utf8()..];
        match c {
            '\r' => {
                if !next.starts_with('\n') {
                    kept.push('\n');
                }
            }
            // Word writes a soft line end as vertical tab, a page end as form feed.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\u{1b}' | '\u{9b}' | '\u{9d}' => {
                let length = sequence(rest);
                removed += rest[..length].chars().count();
                rest = &rest[length..];
                continue;
            }
            // The joiner holds pictures of several parts together; between letters it only hides.
            '\u{200d}'
                if kept.chars().next_back().is_some_and(|last| {
                    !(last.is_ascii() || last.is_alphanumeric() || last.is_whitespace())
                }) =>
            {
                kept.push(c);
            }
            '\u{200d}' => removed += 1,
            c if is_dangerous(c) || is_invisible(c) => removed += 1,
            c => kept.push(c),
        }
        rest = next;
    }
    (kept, removed)
}

/// Longest operating-system command that is taken for one; a longer run of text is no command.
const LONGEST_COMMAND: usize = 512;

/// Length in bytes of the terminal sequence at the start of `text`: a control sequence with its parameters, an
/// operating-system command up to its end, otherwise the escape character alone.
fn sequence(text: &str) -> usize {
    let lead = text.chars().next().map_or(0, char::len_utf8);
    let (kind, start) = match text.as_bytes() {
        [0x1b, second, ..] => (*second, 2),
        [0xc2, 0x9b, ..] => (b'[', lead),
        [0xc2, 0x9d, ..] => (b']', lead),
        _ => return lead,
    };
    let bytes = text.as_bytes();
    match kind {
        b'[' => {
            let body = bytes[start..].iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
            match bytes.get(start + body) {
                Some(0x40..=0x7e) => start + body + 1,
                _ => lead,
            }
        }
        b']' => bytes[start..]
            .iter()
            .take(LONGEST_COMMAND)
            .take_while(|&&byte| byte != b'\n')
            .position(|&byte| byte == 0x07 || byte == 0x1b)
            .map_or(lead, |end| {
                let end = start + end;
                if bytes[end] == 0x07 {
                    end + 1
                } else if bytes.get(end + 1) == Some(&b'\\') {
                    end + 2
                } else {
                    lead
                }
            }),
        _ => lead,
    }
}
