//! Content lines, of which address cards (RFC 6350, section 3.2) and calendars (RFC 5545, section 3.1) are made.

/// Bytes of a line at most, without its end.
const LINE: usize = 75;

/// A text as the value of a property.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded so that none is longer than 75 bytes and no letter is torn.
pub(super) fn put(out: &mut String, line: &str) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let title = "Phó Trưởng Ban Tuyên giáo và Dân vận ".repeat(6);
        let mut text = String::new();
        put(&mut text, &format!("TITLE:{title}"));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(text.replace("\r\n ", ""), format!("TITLE:{title}\r\n"));
    }

    #[test]
    fn signs_that_mean_something_are_escaped_and_lines_are_kept() {
        assert_eq!(escaped("a;b, c\\d\ne\u{7}"), "a\\;b\\, c\\\\d\\ne");
    }
}
