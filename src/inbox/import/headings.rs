//! What headings are: which section their words name, which matter they open.

use super::lines::{Line, Number, flat, number};
use super::phrases::capitalised;
use super::streams::begins_with_band;

/// A section of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Before the first heading.
    Start,
    /// The general situation.
    General,
    /// The matters.
    Content,
    /// Rumours.
    Rumours,
    /// Forecast.
    Forecast,
    /// Recommendation.
    Recommendation,
    /// Forecast and recommendation under one heading.
    Outlook,
    /// Anything else: results, orientation, tasks.
    Other,
}

/// Longest heading, in characters.
pub const HEADING: usize = 170;
/// Level of a bold line without a number.
pub const BOLD: usize = 6;

/// The section a heading's words name.
pub fn section(heading: &str) -> Option<Section> {
    let words = flat(heading);
    let has = |list: &str| list.split(';').any(|part| words.contains(part.trim()));
    if words.split(' ').count() > LONGEST_NAME {
        return None;
    }
    if words.starts_with("ket qua") || has(OTHER) {
        // `Dự báo thời gian tới` looks ahead, `Kết quả giải quyết kiến nghị kỳ trước` back.
        let ahead = has("du bao; kien nghi; de xuat") && !has("ket qua; ky truoc");
        if !ahead {
            return Some(Section::Other);
        }
    }
    let forecasts = has("du bao; nhan dinh")
        || words.starts_with("danh gia chung")
        || words.starts_with("danh gia xu huong");
    // What voters ask for is a matter, not the office's recommendation.
    let of_voters = has("cua cu tri; cua nhan dan; cua nguoi dan; tam tu; tinh hinh") && !forecasts;
    let recommends = !of_voters
        && (has("kien nghi; de xuat; giai phap") || words == "de nghi" || words.starts_with("de nghi va"));
    match (forecasts, recommends) {
        (true, true) => Some(Section::Outlook),
        (true, false) => Some(Section::Forecast),
        (false, true) => Some(Section::Recommendation),
        _ if has("tin don; thong tin xau doc; thong tin sai su that; tin xau doc") => Some(Section::Rumours),
        _ if has(CONTENT) || matches!(words.as_str(), "noi dung" | "du luan" | "phan anh") => {
            Some(Section::Content)
        }
        _ => has(GENERAL).then_some(Section::General),
    }
}

/// Most words of a section's name.
const LONGEST_NAME: usize = 22;

/// Names of sections that hold neither matters nor outlook, folded.
const OTHER: &str = "phuong huong; nhiem vu trong tam; dinh huong; ky truoc; thoi gian toi";

/// Names of the section of matters, folded.
const CONTENT: &str = "van de du luan; noi dung du luan; du luan quan tam; noi dung phan anh; van de noi len; van de noi com; \
     van de duoc; van de ma du luan; tinh hinh du luan; du luan xa hoi; dien bien du luan; tam tu nguyen vong; \
     nhan dan quan tam; y kien phan anh; van de quan tam; y kien cua; nhung noi dung; cac noi dung noi bat; cac van de; \
     nhung van de; tam tu; ket qua nam bat";

/// Names of the section of the general situation, folded.
const GENERAL: &str = "tinh hinh chung; khai quat; dac diem tinh hinh; tinh hinh tu tuong; cong tac nam bat; \
     tinh hinh nhan dan; tinh hinh noi bat; danh gia tinh hinh; cong tac lanh dao; tinh hinh kinh te xa hoi; \
     tom tat tinh hinh; mo dau";

/// Headings inside a matter that name a part of it and no matter of their own.
pub fn is_part_name(heading: &str) -> bool {
    matches!(
        flat(heading).as_str(),
        "noi dung"
            | "dien bien"
            | "thuc trang"
            | "nguyen nhan"
            | "y kien du luan"
            | "du luan"
            | "noi dung du luan"
            | "tinh hinh"
            | "noi dung phan anh"
            | "danh gia"
            | "tom tat"
            | "noi dung vu viec"
            | "y kien nhan dan"
            | "phan anh"
    )
}

/// The heading of a matter: its level, its title, and text that follows on the same line.
pub fn heading(line: &Line) -> Option<(usize, &str, Option<&str>)> {
    let text = line.text.as_str();
    let (level, rest) = match number(text) {
        Some((Number::Roman, rest)) => (1, rest),
        Some((Number::Arabic(depth), rest)) => (1 + depth, rest),
        Some((Number::Letter, rest)) => (5, rest),
        Some((Number::Bullet, rest)) => {
            // A bullet heads a matter when it names it: `- Về đất đai: …`.
            let (title, after) = run_in(rest)?;
            return names_subject(title).then_some((BOLD, title, Some(after)));
        }
        None if line.bold && !line.in_table => (BOLD, text),
        None => {
            let (title, after) = run_in(text)?;
            return names_subject(title).then_some((BOLD, title, Some(after)));
        }
    };
    if begins_with_band(rest) {
        return None;
    }
    if let Some((title, after)) = run_in(rest) {
        return Some((level, title, Some(after)));
    }
    let short = rest.chars().count() <= HEADING;
    let ends = rest.trim_end_matches([':', ' ']);
    let sentence = ends.ends_with([';', '!', '?']) || ends.trim_end_matches('.').contains(". ");
    if short && !sentence {
        return Some((level, ends, None));
    }
    // A numbered paragraph without a heading is a matter that begins with its text.
    (level > 1 && level < BOLD).then_some((level, "", Some(rest)))
}

/// A heading with its text behind it: `Về đất đai: Nhân dân …`, `Về giá điện. Đa số …`.
pub fn run_in(text: &str) -> Option<(&str, &str)> {
    let at = text.char_indices().find(|&(at, c)| {
        let after = &text[at + c.len_utf8()..];
        match c {
            ':' => after.starts_with(char::is_whitespace) && !after.trim().is_empty(),
            '.' => after.starts_with(' ') && after.trim_start().starts_with(char::is_uppercase),
            _ => false,
        }
    })?;
    let (title, after) = (text[..at.0].trim(), text[at.0 + 1..].trim());
    let short = title.chars().count() <= 110 && !title.contains(',') || title.chars().count() <= 80;
    (short
        && !after.is_empty()
        && !begins_with_band(title)
        && title.chars().next().is_some_and(char::is_uppercase))
    .then_some((title, after))
}

/// A run-in title that names what it is about.
pub fn names_subject(title: &str) -> bool {
    let words = flat(title);
    ["ve ", "linh vuc ", "van de ", "lien quan ", "doi voi ", "viec ", "cong tac ", "tinh hinh "]
        .iter()
        .any(|lead| words.starts_with(lead))
}

pub fn recommends(text: &str) -> bool {
    let words = flat(text);
    ["de nghi", "kien nghi", "de xuat", "tiep tuc", "can ", "tang cuong", "chi dao"]
        .iter()
        .any(|lead| words.starts_with(lead))
}

/// A title without `Về việc`, numbers and stops, its first letter large.
pub fn clean_title(title: &str) -> String {
    let mut title = bare_ref(title).trim_end_matches([':', '.', ';', ',', ' ']);
    for lead in ["Về việc ", "Về vấn đề ", "Về ", "V/v ", "VỀ VIỆC ", "VỀ "] {
        if let Some(rest) = title.strip_prefix(lead) {
            title = rest;
            break;
        }
    }
    capitalised(title.trim())
}

pub fn bare_ref(text: &str) -> &str {
    number(text).map_or(text, |(_, rest)| rest).trim()
}

/// A paragraph without its number or bullet.
pub fn bare(text: &str) -> String {
    bare_ref(text).to_owned()
}

/// A paragraph with any bullet written `- `.
pub fn dashed(text: &str) -> String {
    match number(text) {
        Some((Number::Bullet, rest)) => format!("- {rest}"),
        _ => text.to_owned(),
    }
}
