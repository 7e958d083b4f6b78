//! Lines of a paragraph as they break in a column.

use super::super::metrics::width;

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped {
    /// Its text.
    pub text: String,
    /// Millimetres it is set in.
    pub indent: f32,
    /// The next line goes on with the paragraph.
    pub runs_on: bool,
}

/// Height of a line of a size whose distance the font decides: ascent, descent and gap of Times.
pub fn line_height(size: f32) -> f32 {
    size * 1.149
}

/// The lines of a text in a column of `room` millimetres, the first set in. A line break starts a line that is not.
pub fn wrapped(text: &str, size: f32, bold: bool, room: f32, first: f32) -> Vec<Wrapped> {
    let space = width(" ", size, bold);
    let mut lines = Vec::new();
    for (at, part) in text.split('\n').enumerate() {
        let mut line =
            Wrapped { text: String::new(), indent: if at == 0 { first } else { 0.0 }, runs_on: false };
        let mut used = 0.0;
        for word in part.split(' ') {
            let wide = width(word, size, bold);
            if !line.text.is_empty() && used + space + wide > room - line.indent {
                let next = Wrapped { text: String::new(), indent: 0.0, runs_on: false };
                lines.push(Wrapped { runs_on: true, ..std::mem::replace(&mut line, next) });
                used = 0.0;
            }
            if !line.text.is_empty() {
                line.text.push(' ');
                used += space;
            }
            if wide <= room - line.indent {
                line.text.push_str(word);
                used += wide;
                continue;
            }
            // A word wider than the column goes on where the line ends.
            for sign in word.chars() {
                let wide = width(sign.encode_utf8(&mut [0; 4]), size, bold);
                if used + wide > room - line.indent && !line.text.is_empty() {
                    let next = Wrapped { text: String::new(), indent: 0.0, runs_on: false };
                    lines.push(Wrapped { runs_on: true, ..std::mem::replace(&mut line, next) });
                    used = 0.0;
                }
                line.text.push(sign);
                used += wide;
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_break_starts_a_line_that_is_not_set_in() {
        let lines = wrapped("Một hai\nba", 14.0, false, 165.0, 10.0);
        let lines: Vec<(&str, bool)> =
            lines.iter().map(|line| (line.text.as_str(), line.indent > 0.0)).collect();
        assert_eq!(lines, [("Một hai", true), ("ba", false)]);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_letter_is_lost(text in "[a-zđơư]{1,60}( [a-zđơư]{1,12}){0,40}", room in 15.0_f32..170.0) {
            let lines = wrapped(&text, 14.0, false, room, 10.0);
            for line in &lines {
                prop_assert!(width(&line.text, 14.0, false) <= room - line.indent + 0.01 || line.text.chars().count() == 1);
            }
            let joined: String = lines.iter().map(|line| line.text.replace(' ', "")).collect();
            prop_assert_eq!(joined, text.replace(' ', ""));
        }
    }
}
