//! Cutting paragraphs into sentences and clauses.

/// Abbreviations after which a full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &["TP", "Tp", "ThS", "TS", "Tr", "St", "P", "Q", "TX", "TT", "Đ", "UB"];

/// Byte ranges of the sentences of a paragraph: a stop followed by space and a capital, digit or quotation mark ends one.
pub fn split(text: &str) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?' | '…' | '\n') {
            continue;
        }
        let end = at + c.len_utf8();
        if end > start && (c == '\n' || ends_sentence(&text[start..at], &text[end..], c)) {
            push(text, start, end, &mut ranges);
            start = end;
        }
    }
    push(text, start, text.len(), &mut ranges);
    ranges
}

fn ends_sentence(before: &str, after: &str, stop: char) -> bool {
    let mut following = after.chars();
    if !following.next().is_none_or(char::is_whitespace) {
        return false;
    }
    let next = after.trim_start().chars().next();
    let word = before.rsplit([' ', '\n', '(']).next().unwrap_or_default();
    // `1.` at the beginning numbers, `P.` abbreviates.
    let numbers = stop == '.' && before.trim().chars().all(|c| c.is_ascii_digit());
    let abbreviates = stop == '.' && ABBREVIATIONS.contains(&word);
    !numbers && !abbreviates && next.is_none_or(|next| !next.is_lowercase())
}

fn push(text: &str, start: usize, end: usize, ranges: &mut Vec<(usize, usize)>) {
    let piece = &text[start..end];
    let lead = piece.len() - piece.trim_start().len();
    let length = piece.trim().len();
    if length > 0 {
        ranges.push((start + lead, start + lead + length));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        let text = "Giá 5.600 đồng tại TP. Nam Sơn tăng. Bà con lo! “Khi nào?” họ hỏi. v.v. và hết";
        let parts: Vec<&str> = split(text).into_iter().map(|(start, end)| &text[start..end]).collect();
        assert_eq!(
            parts,
            ["Giá 5.600 đồng tại TP. Nam Sơn tăng.", "Bà con lo!", "“Khi nào?” họ hỏi. v.v. và hết"]
        );
    }
}
