//! Names of people: cleaning, comparing, and what can be a name at all.

use crate::text;

/// Longest name kept, in characters; longer cells are text, not names.
const LONGEST: usize = 60;

/// Forms of address a list or a report puts before a name, in small letters. With their marks: Cổ and Bá are family names.
const TITLES: &[&str] = &[
    "đồng chí",
    "đ/c",
    "đc",
    "ông",
    "bà",
    "anh",
    "chị",
    "cô",
    "chú",
    "thầy",
    "dong chi",
    "d/c",
    "ths",
    "ts",
    "bs",
];

/// Two spellings of one name have the same key: case, normal form, spaces and the place of the tone mark do not count.
pub fn name_key(name: &str) -> String {
    text::keys(name).join(" ")
}

/// What two spellings of one name share: no marks, no case, i for y, no form of address.
pub fn spelling_key(name: &str) -> String {
    let folded = text::fold(without_title(name)).replace('y', "i");
    text::syllables(&folded).collect::<Vec<_>>().join(" ")
}

/// True when both, each a name and a mark, are one colleague: the same name, however it is spelled; or the same mark, where a
/// name is not known or is the end of the other (Hoa is Lê Thị Hoa, but not Hùng, whose mark is H too).
pub fn is_one_handler((name, mark): (&str, &str), (other, other_mark): (&str, &str)) -> bool {
    let (name, other) = (name_key(name), name_key(other));
    if !name.is_empty() && name == other {
        return true;
    }
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    let same_mark = !mark.trim().is_empty() && mark.trim().to_lowercase() == other_mark.trim().to_lowercase();
    same_mark && (name.is_empty() || other.is_empty() || ends(&name, &other) || ends(&other, &name))
}

/// A name as it is kept: single spaces, capitals at the beginning of words, and only there when the source wrote capitals only.
/// Old fonts have no capitals for letters with marks: what was `Ánh` in them comes as `ánh`.
pub fn plain_person_name(name: &str) -> String {
    let words: Vec<&str> = name
        .split_whitespace()
        .map(|word| word.trim_matches([',', ';']))
        .filter(|word| !word.is_empty())
        .collect();
    let name = text::title_case(&words.join(" ")).into_owned();
    if name.chars().next().is_none_or(|first| !first.is_uppercase()) {
        return name;
    }
    let mut begins = true;
    let capital = |letter: char| {
        let small = std::mem::replace(&mut begins, letter == ' ') && letter.is_lowercase();
        let mut upper = letter.to_uppercase();
        // A letter that has no capital of one letter stays as it is.
        if small && upper.len() == 1 { upper.next().unwrap_or(letter) } else { letter }
    };
    name.chars().map(capital).collect()
}

/// True when the text can be the full name of a person: two words or more, letters only but for what stands in names.
pub fn valid_person_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (2..=9).contains(&words)
        && name.chars().count() <= LONGEST
        && name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.' | '(' | ')'))
}

/// The name without a form of address before it: `Đ/c Nguyễn Văn A` gives `Nguyễn Văn A`.
pub fn without_title(name: &str) -> &str {
    let name = name.trim();
    let lower = name.to_lowercase();
    for title in TITLES {
        if !lower.strip_prefix(title).is_some_and(|rest| rest.starts_with([' ', '.', ':'])) {
            continue;
        }
        // Small and large letters of these words have the same number of characters.
        let skipped: usize = name.chars().take(title.chars().count()).map(char::len_utf8).sum();
        let after = name[skipped..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
        if after.contains(' ') {
            return after;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key() {
        assert_eq!(name_key("Nguyễn Văn Hòa"), name_key(" NGUYỄN  VĂN HOÀ "));
        assert_eq!(name_key("Trần Thị Thu Thúy"), name_key("Trần Thị Thu Thuý"));
        assert_ne!(name_key("Nguyễn Văn Hòa"), name_key("Nguyễn Văn Hóa"));
    }

    #[test]
    fn capitals_and_spaces_are_mended() {
        assert_eq!(plain_person_name("  Nguyễn  Bích Sen "), "Nguyễn Bích Sen");
        assert_eq!(plain_person_name("ĐỖ DIỆU HUỆ"), "Đỗ Diệu Huệ");
        assert_eq!(plain_person_name("H'HEN NIÊ"), "H'Hen Niê");
        assert_eq!(plain_person_name("K’ Brêm"), "K’ Brêm");
        assert_eq!(plain_person_name("Vũ Thị ánh"), "Vũ Thị Ánh", "no capital of it in an old font");
        assert_eq!(plain_person_name("Lê thị Hoa (b)"), "Lê Thị Hoa (b)");
    }

    #[test]
    fn what_can_be_a_name() {
        for name in ["Lò Văn Ỏm", "H'Hen Niê", "Tôn Nữ Diễm Oanh", "Y Bhiông Niê Kđăm", "Nguyễn Văn Hòa (B)"]
        {
            assert!(valid_person_name(name), "{name}");
        }
        for text in ["", "Hương", "=cmd|' /C calc'!A0", "+SUM(A1:A9)", "Tổng cộng: 60 đồng chí", "12 34"]
        {
            assert!(!valid_person_name(text), "{text}");
        }
    }

    #[test]
    fn titles_are_left_out() {
        assert_eq!(without_title("Đ/c Nguyễn Văn An"), "Nguyễn Văn An");
        assert_eq!(without_title("đồng chí Lê Thị Hoa"), "Lê Thị Hoa");
        assert_eq!(without_title("Bà Rịa"), "Bà Rịa");
        assert_eq!(without_title("Chị Hương"), "Chị Hương");
        assert_eq!(without_title("ThS. Trần Văn Bình"), "Trần Văn Bình");
        assert_eq!(without_title("Cổ Thị Lan"), "Cổ Thị Lan");
        assert_eq!(without_title("Bành Văn Tư"), "Bành Văn Tư");
    }

    #[test]
    fn a_mark_shared_by_two_colleagues_makes_them_no_one() {
        let one = |a: (&str, &str), b: (&str, &str)| is_one_handler(a, b) && is_one_handler(b, a);
        assert!(one(("Lê Thị Hoà", "H"), ("lê thị hòa", "LH")), "one name, spelled otherwise");
        assert!(one(("Hoa", "H"), ("Lê Thị Hoa", "h")));
        assert!(one(("", "H"), ("Lê Thị Hoa", "H")));
        assert!(!one(("Trần Hùng", "H"), ("Lê Thị Hoa", "H")));
        assert!(!one(("Lê Thị Hoa", ""), ("", "")));
    }
}
