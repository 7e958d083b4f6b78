//! How a message opens: a greeting, who is writing, “I report as follows”. The matter begins after that, and so does its
//! title.

use super::lines::number;
use super::sentences;
use crate::text::fold;

/// Words a greeting begins with, folded.
const GREETINGS: &[&str] = &[
    "kinh gui",
    "kinh thua",
    "kinh chao",
    "xin chao",
    "em chao",
    "chao",
    "chau chao",
    "con chao",
    "toi chao",
    "minh chao",
    "da em",
    "da chao",
    "da chau",
    "da thua",
    "da anh",
    "da chi",
    "thua",
    "alo",
    "a lo",
    "anh oi",
    "chi oi",
    "bac oi",
    "co oi",
    "chu oi",
    "sep oi",
    "ca nha oi",
    "hello",
    "hi anh",
    "hi chi",
];

/// Those who write of themselves, folded.
const SELVES: &[&str] = &["em", "toi", "chau", "con", "minh", "chung em", "chung toi", "ben em", "day la"];

/// What a clause begins with that announces the matter and is none, after who is writing.
const ANNOUNCES: &[&str] = &[
    "xin bao cao",
    "xin phan anh",
    "bao cao",
    "bao anh",
    "bao chi",
    "bao sep",
    "bao bac",
    "bao chu",
    "bao co",
    "gui anh",
    "gui chi",
    "xin gui",
];

/// The text from where its matter begins; all of it when it says nothing but a greeting.
pub fn matter(text: &str) -> &str {
    let mut from = 0;
    let mut greeted = false;
    for (start, end) in sentences::split(text) {
        let sentence = &text[start..end];
        let skip = opening(sentence, greeted);
        if skip == 0 {
            from = start;
            break;
        }
        greeted = true;
        from = start + skip;
        if skip < sentence.len() {
            break;
        }
    }
    let rest = text.get(from..).unwrap_or_default().trim_start();
    let rest = number(rest).map_or(rest, |(_, words)| words);
    if rest.trim().is_empty() { text } else { rest }
}

/// Bytes of a sentence that greet, name the writer or announce; they end at a comma, a colon or with the sentence.
fn opening(sentence: &str, greeted: bool) -> usize {
    let mut skipped = 0;
    let mut greeted = greeted;
    while skipped < sentence.len() {
        let rest = &sentence[skipped..];
        let end = rest.find([',', ':', ';', '\n']).map_or(rest.len(), |at| at + 1);
        let clause = &rest[..end];
        let greets = begins(clause, GREETINGS);
        if !(greets || greeted && (introduces(clause) || announces(clause))) {
            break;
        }
        // `Chào mừng ngày 20/11 …` greets nobody.
        if greets && begins(clause, &["chao mung", "chao don"]) {
            break;
        }
        greeted = true;
        skipped += end;
        skipped += sentence[skipped..].len() - sentence[skipped..].trim_start().len();
    }
    skipped
}

/// `em Lan hội phụ nữ`, `tôi là Hùng ở thôn 3`, `em ở tổ 5 ạ`: who is writing.
fn introduces(clause: &str) -> bool {
    let Some(rest) = after(clause, SELVES) else { return false };
    let folded = fold(rest);
    let named = rest.trim_start().chars().next().is_some_and(char::is_uppercase);
    named || begins(&folded, &["la", "ten", "o", "ben", "thuoc", "day", "cong tac"])
}

/// `em xin báo cáo anh tình hình như sau:`
fn announces(clause: &str) -> bool {
    let said = after(clause, SELVES).unwrap_or(clause);
    let ends = clause.trim_end().ends_with(':') || fold(clause).contains("nhu sau");
    begins(said, ANNOUNCES) && (ends || clause.split_whitespace().count() <= 6)
}

fn begins(text: &str, leads: &[&str]) -> bool {
    after(text, leads).is_some()
}

/// What follows one of these words, when the text begins with it.
fn after<'a>(text: &'a str, leads: &[&str]) -> Option<&'a str> {
    let text = text.trim_start();
    let words: Vec<String> =
        text.split_whitespace().take(3).map(|word| bare(&fold(word)).to_owned()).collect();
    // The longest wins: `chúng em` before `chúng`.
    let count = (1..=words.len()).rev().find(|count| leads.contains(&words[..*count].join(" ").as_str()))?;
    let mut rest = text;
    for _ in 0..count {
        let trimmed = rest.trim_start();
        rest = &trimmed[trimmed.find(char::is_whitespace).unwrap_or(trimmed.len())..];
    }
    Some(rest)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::matter;

    #[test]
    fn the_matter_begins_after_the_greeting() {
        for (text, begins) in [
            ("Em chào anh, em Lan hội phụ nữ xã Vĩnh Thúy ạ.\nMấy hôm nay chợ bốc mùi.", "Mấy hôm nay chợ"),
            ("Em chào anh, em là Lan ở thôn 3, thôn em mất nước ba hôm rồi.", "thôn em mất nước"),
            (
                "Kính gửi Ban Xây dựng Đảng\nTôi xin báo cáo tình hình như sau:\n1. Giá điện tăng.",
                "Giá điện tăng",
            ),
            ("Chào anh!\nĐường thôn 5 lầy lội.", "Đường thôn 5"),
            ("Dạ em chào sếp ạ. Em báo sếp: mất điện cả xã.", "mất điện cả xã"),
            ("1. Nước máy ở thôn 3 đục.\n2. Học sinh đi xa.", "Nước máy ở thôn 3"),
            ("- Bà con lo giá lúa.", "Bà con lo"),
        ] {
            assert!(matter(text).starts_with(begins), "{text} -> {}", matter(text));
        }
    }

    #[test]
    fn a_matter_without_greeting_stands_as_it_is() {
        for text in [
            "Chào mừng ngày 20/11, trường cấp 2 thu quỹ cao.",
            "Em chào anh ạ.",
            "Bà con thôn 3 mất nước.",
            "Tôi là dân thôn 4, đường hỏng.",
            "12 quầy hàng cháy.",
        ] {
            assert_eq!(matter(text), text);
        }
    }
}
