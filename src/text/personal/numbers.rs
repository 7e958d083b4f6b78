//! Numbers and addresses that tell who somebody is.

use std::ops::Range;

use super::{Finding, Kind};
use crate::text::fold;

/// All numbers and addresses of a text.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = addresses(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(taken) = found.iter().find(|finding| finding.range.contains(&at)) {
            at = taken.range.end;
            continue;
        }
        let begins =
            (bytes[at].is_ascii_digit() || bytes[at].is_ascii_uppercase()) && !follows_letter(text, at);
        match if begins { number(text, at) } else { None } {
            Some(finding) => {
                at = finding.range.end;
                found.push(finding);
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|finding| finding.range.start);
    found
}

/// True when the byte before `at` ends a letter or digit.
fn follows_letter(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The finding that begins at `at`, which begins a word with an ASCII capital or digit.
fn number(text: &str, at: usize) -> Option<Finding> {
    let rest = &text[at..];
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let finding = |length: usize, kind| Some(Finding { range: at..at + length, kind });
    if letters > 0 {
        let digits = rest[letters..].bytes().take_while(u8::is_ascii_digit).count();
        let end = letters + digits;
        if ends_word(&rest[end..]) {
            if letters == 2 && digits == 13 {
                return finding(end, Kind::Bhyt);
            }
            if letters == 1 && matches!(digits, 7 | 8) && keyword(text, at) == Some(Keyword::Passport) {
                return finding(end, Kind::Passport);
            }
        }
        return None;
    }
    if !rest.as_bytes()[0].is_ascii_digit() {
        return None;
    }
    if let Some(length) = plate(text, at) {
        return finding(length, Kind::Plate);
    }
    let groups = Groups::read(rest);
    if groups.total() < 6 {
        return None;
    }
    let (kind, length) = classify(text, at, &groups)?;
    // The + of +84 belongs to the number.
    let start = if kind == Kind::Phone && text[..at].ends_with('+') { at - 1 } else { at };
    Some(Finding { range: start..at + length, kind })
}

fn classify(text: &str, at: usize, groups: &Groups) -> Option<(Kind, usize)> {
    let keyword = keyword(text, at);
    let exactly = |digits: usize| groups.end_of(digits);
    match keyword {
        Some(Keyword::Hotline | Keyword::Tax) => return None,
        Some(Keyword::Cmnd) => {
            if let Some(end) = exactly(9) {
                return Some((Kind::Cmnd, end));
            }
        }
        Some(Keyword::Bhxh) => {
            if let Some(end) = exactly(10) {
                return Some((Kind::Bhxh, end));
            }
        }
        Some(Keyword::Bhyt) => {
            if let Some(end) = exactly(10).or_else(|| exactly(15)) {
                return Some((Kind::Bhyt, end));
            }
        }
        Some(Keyword::Bank) if !groups.is_money(text, at) => {
            if let Some(end) = groups.end_within(6..=19) {
                return Some((Kind::Bank, end));
            }
        }
        _ => {}
    }
    if let Some(end) = exactly(12)
        && (is_citizen_number(&groups.digits) || keyword == Some(Keyword::Cccd))
    {
        return Some((Kind::Cccd, end));
    }
    phone(groups, text[..at].ends_with('+')).map(|end| (Kind::Phone, end))
}

/// Groups of digits with one blank, point or hyphen between them: `042 079 999 417`.
struct Groups {
    digits: String,
    /// Count of digits and byte where each group ends.
    ends: Vec<(usize, usize)>,
    first: usize,
    points: bool,
    word_after: bool,
}

/// More groups than any number has.
const MOST_GROUPS: usize = 8;

impl Groups {
    fn read(rest: &str) -> Self {
        let mut groups =
            Groups { digits: String::new(), ends: Vec::new(), first: 0, points: false, word_after: false };
        let mut at = 0;
        loop {
            let count = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
            groups.digits.push_str(&rest[at..at + count]);
            at += count;
            groups.ends.push((groups.digits.len(), at));
            if groups.ends.len() == 1 {
                groups.first = count;
            }
            let gap = gap(&rest[at..]);
            if gap == 0 || groups.ends.len() == MOST_GROUPS {
                break;
            }
            groups.points |= rest[at..].starts_with('.');
            at += gap;
        }
        groups.word_after = rest[at..].chars().next().is_some_and(|c| c.is_alphabetic() || c == '/');
        groups
    }

    fn total(&self) -> usize {
        self.digits.len()
    }

    /// Byte where a group ends with just so many digits before it.
    fn end_of(&self, digits: usize) -> Option<usize> {
        let (place, &(_, end)) = self.ends.iter().enumerate().find(|(_, (count, _))| *count == digits)?;
        let is_last = place + 1 == self.ends.len();
        (!(is_last && self.word_after)).then_some(end)
    }

    /// Byte where the last group ends that keeps the count of digits within a range.
    fn end_within(&self, range: std::ops::RangeInclusive<usize>) -> Option<usize> {
        self.ends.iter().rev().find(|(count, _)| range.contains(count)).map(|&(_, end)| end)
    }

    /// `5.000.000` or `5 000 000 đồng`: an amount, no account.
    fn is_money(&self, text: &str, at: usize) -> bool {
        let (_, end) = self.ends[self.ends.len() - 1];
        let after =
            fold(text[at + end..].trim_start().split([' ', ',', '.', ';']).next().unwrap_or_default());
        let unit = matches!(after.as_str(), "d" | "dong" | "vnd" | "ty" | "trieu" | "nghin" | "ngan");
        unit || (self.points && !self.digits.starts_with('0'))
    }
}

/// Bytes of what may stand between two groups, when a digit follows it.
fn gap(rest: &str) -> usize {
    let gap = match rest.chars().next() {
        Some('\u{a0}') => 2,
        // (0263) 3862 123
        Some(')') if rest[1..].starts_with(' ') => 2,
        Some(' ' | '.' | '-' | ')') => 1,
        _ => return 0,
    };
    if rest[gap..].starts_with(|c: char| c.is_ascii_digit()) { gap } else { 0 }
}

/// Codes of provinces in citizen numbers (Circular 07/2016, annex 1).
const PROVINCES: &[u8] = &[
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40,
    42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83,
    84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];

/// Province code, century and sex of the years 1900 to 2099.
fn is_citizen_number(digits: &str) -> bool {
    let province = digits.get(..3).and_then(|code| code.parse().ok());
    province.is_some_and(|code: u8| PROVINCES.contains(&code))
        && matches!(digits.as_bytes().get(3), Some(b'0'..=b'3'))
}

/// Byte where a phone number ends: mobile 03 05 07 08 09, landline 02, or the same after +84 or 84.
fn phone(groups: &Groups, plus: bool) -> Option<usize> {
    let digits = groups.digits.as_bytes();
    let (abroad, second) = match digits {
        [b'8', b'4', second, ..] if plus || (groups.first >= 10 && *second != b'0') => (1, *second),
        [b'0', second, ..] if groups.first >= 3 => (0, *second),
        _ => return None,
    };
    match second {
        b'3' | b'5' | b'7' | b'8' | b'9' => groups.end_of(10 + abroad),
        b'2' => groups.end_of(11 + abroad).or_else(|| groups.end_of(10 + abroad)),
        _ => None,
    }
}

/// Length of a vehicle plate: `49A-123.45`, `49-B1 123.45`, `51F-1234` (four digits only after a word for vehicles).
fn plate(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let [b'1'..=b'9', b'0'..=b'9', after @ ..] = rest else {
        return None;
    };
    let mut length = 2;
    if let [b'-', ..] = after {
        length += 1;
    }
    let series = rest[length..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    if !(1..=2).contains(&series) {
        return None;
    }
    length += series;
    if rest.get(length).is_some_and(u8::is_ascii_digit) {
        length += 1;
    }
    if !matches!(rest.get(length), Some(b'-' | b' ' | b'.')) {
        return None;
    }
    length += 1;
    let number = &rest[length..];
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let pointed = digits == 3
        && number.get(3) == Some(&b'.')
        && number.get(4..6).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
    let vehicle = || matches!(keyword(text, at), Some(Keyword::Vehicle));
    length += match digits {
        _ if pointed => 6,
        5 if series == 1 || vehicle() => 5,
        4 if vehicle() => 4,
        _ => return None,
    };
    ends_word(&text[at + length..]).then_some(length)
}

fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/')
}

/// What the words before a number say it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keyword {
    Cccd,
    Cmnd,
    Bank,
    Passport,
    Bhxh,
    Bhyt,
    Tax,
    Hotline,
    Vehicle,
    Phone,
}

const KEYWORDS: &[(&str, Keyword)] = &[
    ("can cuoc", Keyword::Cccd),
    ("cccd", Keyword::Cccd),
    ("dinh danh", Keyword::Cccd),
    ("chung minh", Keyword::Cmnd),
    ("cmnd", Keyword::Cmnd),
    ("cmtnd", Keyword::Cmnd),
    ("tai khoan", Keyword::Bank),
    ("chuyen khoan", Keyword::Bank),
    ("stk", Keyword::Bank),
    ("ho chieu", Keyword::Passport),
    ("passport", Keyword::Passport),
    ("bhxh", Keyword::Bhxh),
    ("bao hiem xa hoi", Keyword::Bhxh),
    ("bhyt", Keyword::Bhyt),
    ("bao hiem y te", Keyword::Bhyt),
    ("ma so thue", Keyword::Tax),
    ("mst", Keyword::Tax),
    ("duong day nong", Keyword::Hotline),
    ("hotline", Keyword::Hotline),
    ("tong dai", Keyword::Hotline),
    ("xe", Keyword::Vehicle),
    ("o to", Keyword::Vehicle),
    ("mo to", Keyword::Vehicle),
    ("bien so", Keyword::Vehicle),
    ("bien", Keyword::Vehicle),
    ("dien thoai", Keyword::Phone),
    ("sdt", Keyword::Phone),
    ("dt", Keyword::Phone),
    ("goi", Keyword::Phone),
    ("lien he", Keyword::Phone),
    ("zalo", Keyword::Phone),
];

/// Bytes before a number in which its keyword stands.
const REACH: usize = 64;

/// The last keyword before the number, on its line.
fn keyword(text: &str, at: usize) -> Option<Keyword> {
    let mut start = at.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let line = text[start..at].rsplit(['\n', ';']).next().unwrap_or_default();
    let before = fold(line);
    let whole = |place: usize, word: &str| {
        !before[..place].ends_with(char::is_alphanumeric)
            && !before[place + word.len()..].starts_with(char::is_alphanumeric)
    };
    KEYWORDS
        .iter()
        .filter_map(|(word, keyword)| {
            let place =
                before.rmatch_indices(word).map(|(place, _)| place).find(|&place| whole(place, word))?;
            Some((place + word.len(), *keyword))
        })
        .max_by_key(|(end, _)| *end)
        .map(|(_, keyword)| keyword)
}

/// Pages of social networks that belong to somebody.
const NETWORKS: &[&str] =
    &["facebook.com/", "fb.com/", "zalo.me/", "tiktok.com/@", "youtube.com/@", "instagram.com/", "t.me/"];

/// E-mail addresses and profile links.
fn addresses(text: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = text
        .match_indices('@')
        .filter_map(|(at, _)| Some(Finding { range: email(text, at)?, kind: Kind::Email }))
        .collect();
    let lower = text.to_ascii_lowercase();
    for network in NETWORKS {
        for (at, _) in lower.match_indices(network) {
            let end = at + network.len();
            let name = text[end..]
                .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | '"' | '”'))
                .map_or(text.len(), |n| end + n);
            let name = end + text[end..name].trim_end_matches(['.', '/', '?', '!']).len();
            let start = text[..at]
                .rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '/' | '.')))
                .map_or(0, |n| n + text[n..].chars().next().map_or(1, char::len_utf8));
            let apart = found.iter().all(|finding| finding.range.end <= start || finding.range.start >= name);
            // `t.me/` must not be the end of another name (`chat.me/`).
            if name > end && apart && !text[..at].ends_with(|c: char| c.is_alphanumeric()) {
                found.push(Finding { range: start..name, kind: Kind::Profile });
            }
        }
    }
    found
}

/// The address around an @.
fn email(text: &str, at: usize) -> Option<Range<usize>> {
    let is_local =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'%');
    let local = text.as_bytes()[..at].iter().rev().take_while(|&&byte| is_local(byte)).count();
    let domain = text.as_bytes()[at + 1..]
        .iter()
        .take_while(|&&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let domain = text[at + 1..at + 1 + domain].trim_end_matches(['.', '-']);
    let (name, ending) = domain.rsplit_once('.')?;
    let fits = local > 0
        && !name.is_empty()
        && ending.len() >= 2
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    fits.then(|| at - local..at + 1 + domain.len())
}
