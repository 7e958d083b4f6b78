//! Capitals of TCVN3: its letters with tones are small only, and a capital font (.VnTimeH) showed them as capitals. In the
//! text they stand small between capitals: `HUYệN ủY`.

/// How the letters of a word stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// Capitals with small letters that bear a mark between them, more than the first letter.
    Mixed,
    /// Capitals alone, at least two.
    Capital,
    /// At least one small letter without a mark.
    Small,
    /// One capital and small letters with marks, or those alone: `Hồ`, `ở`.
    Open,
}

/// Makes capitals of words that a capital font showed as capitals. A word that can be read both ways follows the words
/// around it.
pub fn restore(text: &str) -> String {
    let mut restored = String::with_capacity(text.len());
    for segment in segments(text) {
        let cases: Vec<Case> = words(segment).filter_map(case).collect();
        let mixed = cases.contains(&Case::Mixed);
        let all = mixed && !cases.contains(&Case::Small);
        for word in words(segment) {
            match case(word) {
                Some(Case::Mixed) => restored.push_str(&word.to_uppercase()),
                Some(Case::Open) if all => restored.push_str(&word.to_uppercase()),
                _ => restored.push_str(word),
            }
        }
    }
    restored
}

/// Parts of a line that belong together: columns of a letterhead, cells, sentences.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .zip(rest.chars().skip(1))
            .find(|((_, c), next)| {
                matches!(c, '\n' | '\t' | ';' | '.' | ':' | '|')
                    || c.is_ascii_digit()
                    || *c == ' ' && *next == ' '
            })
            .map_or(rest.len(), |((at, c), _)| at + c.len_utf8());
        let (segment, after) = rest.split_at(end);
        rest = after;
        Some(segment)
    })
}

/// Words and what stands between them, in order.
fn words(segment: &str) -> impl Iterator<Item = &str> {
    let mut rest = segment;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let letters = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != letters).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// `None` for what is no word.
fn case(word: &str) -> Option<Case> {
    let first = word.chars().next().filter(|c| c.is_alphabetic())?;
    if word.chars().any(|c| c.is_ascii_lowercase()) {
        return Some(Case::Small);
    }
    let later_capital = word.chars().skip(1).any(char::is_uppercase);
    let small = word.chars().any(char::is_lowercase);
    Some(match (later_capital, small) {
        (true, true) => Case::Mixed,
        (true, false) => Case::Capital,
        (false, false) if first.is_uppercase() => Case::Capital,
        (false, _) => Case::Open,
    })
}

#[cfg(test)]
mod tests {
    use super::restore;

    #[test]
    fn words_of_a_capital_font_become_capitals() {
        for (small, capital) in [
            ("HUYệN ủY CẩM LộC        ĐảNG CộNG SảN", "HUYỆN ỦY CẨM LỘC        ĐẢNG CỘNG SẢN"),
            ("Số 26-BC/BTG", "Số 26-BC/BTG"),
            ("BáO CáO\ntình hình Nhân dân ở xã", "BÁO CÁO\ntình hình Nhân dân ở xã"),
            ("II- NHữNG VấN Đề DƯ LUậN QUAN TÂM", "II- NHỮNG VẤN ĐỀ DƯ LUẬN QUAN TÂM"),
            ("Lê Công Khuê", "Lê Công Khuê"),
            ("Tổ CTV", "Tổ CTV"),
            ("đồng chí Hồ Ý ở UBND xã", "đồng chí Hồ Ý ở UBND xã"),
            ("Vũ Thị ánh", "Vũ Thị ánh"),
            ("", ""),
        ] {
            assert_eq!(restore(small), capital);
        }
    }
}
