//! Names of people in free text: `ông|bà|anh|chị …` and capitalised words, nicknames in quotes.

use super::{Finding, Kind};
use crate::text::{fold, is_syllable, syllables};

/// What is offered in the place of a citizen's name.
pub const A_CITIZEN: &str = "một người dân";

/// Words before a name. A capital form counts at the beginning of a sentence only: Bà Rịa and Cô Tô are places.
const BEFORE_NAMES: &[&str] =
    &["ông", "bà", "anh", "chị", "em", "cô", "chú", "hộ", "bác", "cụ", "thầy", "cháu", "dì", "mợ", "thím"];

/// Bytes of the longest of them.
const LONGEST: usize = 6;

/// Words that may stand between them and the name.
const BETWEEN: &[&str] = &["giáo", "ông", "bà", "anh", "chị", "gia", "đình", "dân"];

/// Capitalised words after `ông`, `bà` … that begin the name of a post, a body or a place, no person's.
const NO_NAMES: &[&str] = &[
    "ban",
    "bí",
    "bộ",
    "bản",
    "buôn",
    "ấp",
    "công",
    "cựu",
    "chi",
    "chủ",
    "đảng",
    "đoàn",
    "giám",
    "giáo",
    "học",
    "hội",
    "huyện",
    "khu",
    "khóm",
    "kinh",
    "mặt",
    "nhà",
    "nông",
    "phó",
    "phường",
    "quốc",
    "sở",
    "thôn",
    "thủ",
    "tỉnh",
    "tổ",
    "tổng",
    "trưởng",
    "ủy",
    "văn",
    "viện",
    "xã",
    "rịa",
    "đen",
    "chiểu",
    "triệu",
    "trưng",
];

/// Beginnings of posts; a name followed by one is an official's.
const POSTS: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "bi thu",
    "pho bi thu",
    "truong",
    "pho truong",
    "giam doc",
    "pho giam doc",
    "hieu truong",
    "pho hieu truong",
    "cuc truong",
    "vu truong",
    "can bo",
    "uy vien",
    "chanh",
    "pho chanh",
    "dai bieu",
    "chi huy",
    "nguyen",
];

/// Words before a nickname in quotes.
const BEFORE_NICKNAMES: &[&str] =
    &["facebook", "zalo", "tiktok", "nick", "nickname", "biet danh", "fb", "youtube"];

/// Names and nicknames of a text.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = if may_name_one(text) { named(text) } else { Vec::new() };
    found.extend(nicknames(text));
    found
}

/// A word before names, or one between them and a name, stands right before a capital. Most texts hold no such place and are
/// passed over at the speed of a byte search.
fn may_name_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..bytes.len()).any(|at| {
        // A blank, an apostrophe, or the last byte of a hard blank or a curly apostrophe.
        if !matches!(bytes[at - 1], b' ' | b'\'' | 0xa0 | 0x99) {
            return false;
        }
        // Vietnamese capitals that are no ASCII begin with these bytes.
        let capital = bytes[at].is_ascii_uppercase()
            || (bytes[at] >= 0xc3 && text[at..].starts_with(char::is_uppercase));
        capital && {
            let before = text[..at].trim_end_matches([' ', '\u{a0}', '\'', '’']);
            let start = before
                .rfind(|c: char| !c.is_alphabetic())
                .map_or(0, |end| end + before[end..].chars().next().map_or(0, char::len_utf8));
            let word = &before[start..];
            word.len() <= LONGEST && {
                let lower = word.to_lowercase();
                BEFORE_NAMES.contains(&lower.as_str()) || BETWEEN.contains(&lower.as_str())
            }
        }
    })
}

fn named(text: &str) -> Vec<Finding> {
    let words: Vec<Word> = syllables(text)
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Word { text: word, start, end: start + word.len() }
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((last, kind)) = name_at(text, &words, at) {
            found.push(Finding { range: words[at].start..words[last].end, kind });
            at = last;
        }
        at += 1;
    }
    found
}

/// What stands in the place of a name that is masked: a household stays a household.
pub fn instead(name: &str) -> String {
    let before = name.split_whitespace().next().unwrap_or_default();
    let citizen = if before.to_lowercase() == "hộ" { "một hộ dân" } else { A_CITIZEN };
    if before.starts_with(char::is_uppercase) { format!("M{}", &citizen[1..]) } else { citizen.to_owned() }
}

struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

/// The last word of the name that `words[at]` announces.
fn name_at(text: &str, words: &[Word], at: usize) -> Option<(usize, Kind)> {
    let (word, next) = (&words[at], words.get(at + 1)?);
    // Nearly every word is passed over here.
    if word.text.len() > LONGEST
        || !(next.text.starts_with(char::is_uppercase) || BETWEEN.contains(&next.text))
    {
        return None;
    }
    let lower = word.text.to_lowercase();
    if !BEFORE_NAMES.contains(&lower.as_str()) || (word.text != lower && !begins_sentence(text, word.start)) {
        return None;
    }
    // K'Brêu is two words to `syllables` and one name to people.
    let joined = |n: usize| matches!(&text[words[n - 1].end..words[n].start], " " | "\u{a0}" | "'" | "’");
    let is_name =
        |n: usize| is_name_word(words[n].text) || is_clan_letter(words[n].text, &text[words[n].end..]);
    let mut first = at + 1;
    while first < words.len() && first <= at + 3 && joined(first) && BETWEEN.contains(&words[first].text) {
        first += 1;
    }
    let mut end = first;
    while end < words.len() && end < first + 5 && joined(end) && is_name(end) {
        end += 1;
    }
    if end == first || NO_NAMES.contains(&words[first].text.to_lowercase().as_str()) {
        return None;
    }
    let kind = if holds_office(&text[words[end - 1].end..]) { Kind::Official } else { Kind::Name };
    Some((end - 1, kind))
}

/// A capital and small letters that can be a Vietnamese syllable, or a name of another people written with them
/// (`Y`, `K`, `Brêu`). A capital alone (`ông A`) names nobody; Y is a name of its own.
fn is_name_word(word: &str) -> bool {
    let mut letters = word.chars();
    let (Some(first), rest) = (letters.next(), letters.as_str()) else {
        return false;
    };
    if !first.is_uppercase() || !rest.chars().all(char::is_lowercase) {
        return false;
    }
    matches!(first, 'Y' | 'Ý') || (!rest.is_empty() && (is_syllable(word) || rest.chars().count() <= 6))
}

/// The K or H of K'Brêu and H'Hen.
fn is_clan_letter(word: &str, after: &str) -> bool {
    word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase()) && after.starts_with(['\'', '’'])
}

fn begins_sentence(text: &str, at: usize) -> bool {
    let before =
        text[..at].trim_end_matches([' ', '\u{a0}', '\t', '-', '–', '+', '•', '*', '"', '“', '(', ':']);
    before.is_empty()
        || before.ends_with(['.', '!', '?', '\n', ';', '…'])
        || text[..at].trim_end().ends_with([':', '"', '“'])
}

/// True when an office follows the name: `, Chủ tịch UBND xã`.
fn holds_office(after: &str) -> bool {
    let Some(after) = after.trim_start().strip_prefix([',', '-', '–', '(']) else {
        return false;
    };
    let words: Vec<&str> = after.split_whitespace().take(4).collect();
    let after = fold(&words.join(" "));
    POSTS.iter().any(|post| after.starts_with(post))
}

/// What stands in quotes close behind the name of a network or `biệt danh`.
fn nicknames(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = text[rest..].find(['"', '“']).map(|at| rest + at) {
        let begin = open + text[open..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = text[begin..].find(['"', '”', '\n']) else {
            break;
        };
        let end = begin + length;
        let mut reach = open.saturating_sub(40);
        while !text.is_char_boundary(reach) {
            reach += 1;
        }
        let before = fold(text[reach..open].rsplit('\n').next().unwrap_or_default());
        let near = BEFORE_NICKNAMES.iter().any(|word| syllables_hold(&before, word));
        if near && length > 0 && length <= 80 {
            found.push(Finding { range: begin..end, kind: Kind::Nickname });
        }
        rest = end + text[end..].chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// True when the folded text ends with the word and at most three others after it.
fn syllables_hold(before: &str, word: &str) -> bool {
    before.rfind(word).is_some_and(|at| {
        !before[..at].ends_with(char::is_alphanumeric)
            && before[at + word.len()..].split_whitespace().count() <= 3
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_that_is_a_name_is_passed_over(
            words in proptest::collection::vec(
                prop_oneof!["ông|Bà|anh|hộ|Chị|giáo|gia|đình", "Lan|Đỗ|Ánh|Y|K|Nam|xã", "[a-zA-ZàÀđĐ0-9]{1,4}"],
                0..8,
            ),
            between in proptest::collection::vec(prop_oneof![" ", "\u{a0}", "'", "’", ", ", ". ", ""], 8),
        ) {
            let text: String = words.iter().zip(&between).flat_map(|(word, between)| [word, between]).cloned().collect();
            prop_assert!(may_name_one(&text) || named(&text).is_empty(), "{text}");
        }
    }
}
