//! Names of bodies, units and people as papers print them, in the spelling the program keeps.

use crate::text::{fold, modern_tones, title_case};

/// Words that stand for a level of the territory, folded, before a place's own name.
const LEVELS: &[&str] =
    &["xa", "phuong", "thi tran", "dac khu", "huyen", "quan", "thi xa", "thanh pho", "tinh"];

/// Levels that a report's unit is named by: the commune and what was the district.
const UNIT_LEVELS: &[&str] = &["xa", "phuong", "thi tran", "dac khu", "huyen", "quan", "thi xa"];

/// Parts of bodies' names that keep a capital inside, in their spelling. Longer ones first where one begins another.
const SPELLINGS: &[&str] = &[
    "Đảng ủy",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Thị ủy",
    "Quận ủy",
    "Đảng bộ",
    "Chi bộ",
    "Chi ủy",
    "Ban Tuyên giáo và Dân vận",
    "Ban Tuyên giáo",
    "Ban Dân vận",
    "Ban Xây dựng Đảng",
    "Ban Tổ chức",
    "Ban Thường vụ",
    "Ban Thường trực",
    "Ban Chấp hành",
    "Ban Công tác Mặt trận",
    "Văn phòng",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "UBND",
    "HĐND",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQ",
    "Mặt trận Tổ quốc Việt Nam",
    "Mặt trận Tổ quốc",
    "Hội Liên hiệp Phụ nữ",
    "Hội Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Đoàn Thanh niên",
    "Đoàn TNCS Hồ Chí Minh",
    "Liên đoàn Lao động",
    "Trung tâm Chính trị",
    "Trường Chính trị",
    "Công an",
    "Ban Chỉ huy Quân sự",
    "Bộ Chỉ huy Quân sự",
    "Việt Nam",
    "Tổ cộng tác viên dư luận xã hội",
    "Phòng Văn hóa - Xã hội",
    "Sở Giáo dục và Đào tạo",
];

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Number of words of the level at the front of `words`, 0 when there is none.
fn level_length(words: &[String], levels: &[&str]) -> usize {
    let pair = words.get(..2).map(|pair| pair.join(" "));
    if pair.is_some_and(|pair| levels.contains(&pair.as_str())) {
        2
    } else {
        usize::from(words.first().is_some_and(|word| levels.contains(&word.as_str())))
    }
}

/// The name of a body in ordinary spelling: `ĐẢNG ỦY XÃ LỘC AN` gives `Đảng ủy xã Lộc An`. A name that has small letters
/// already keeps its own.
pub fn body(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().any(char::is_lowercase) {
        return modern_tones(&name).into_owned();
    }
    let parts = words(&name);
    let folded: Vec<String> = parts.iter().map(|word| fold(word)).collect();
    let mut written: Vec<String> = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        if let Some((spelling, length)) = spelling_at(&folded[at..]) {
            written.extend(words(spelling).into_iter().map(str::to_owned));
            at += length;
            continue;
        }
        let length = level_length(&folded[at..], LEVELS);
        if length > 0 && at + length < parts.len() {
            written.extend(parts[at..at + length].iter().map(|word| word.to_lowercase()));
            at += length;
            continue;
        }
        let small = matches!(folded[at].as_str(), "va" | "cua" | "cac" | "tai");
        written.push(if small { parts[at].to_lowercase() } else { title_case(parts[at]).into_owned() });
        at += 1;
    }
    modern_tones(&written.join(" ")).into_owned()
}

fn spelling_at(folded: &[String]) -> Option<(&'static str, usize)> {
    SPELLINGS
        .iter()
        .map(|spelling| (*spelling, words(spelling).len()))
        .filter(|(spelling, length)| {
            folded.len() >= *length
                && words(spelling).iter().zip(folded).all(|(word, other)| fold(word) == *other)
        })
        .max_by_key(|(_, length)| *length)
}

/// The unit a body stands for: the commune, ward or special zone in its name (`Đảng ủy xã Lộc An` gives `xã Lộc An`), else
/// the body itself.
pub fn unit_of_body(body: &str) -> String {
    unit_in(body).unwrap_or_else(|| body.to_owned())
}

/// The commune, ward, special zone or former district a text names: a level word and the capitalised words after it.
pub fn unit_in(text: &str) -> Option<String> {
    let parts = words(text);
    let folded: Vec<String> =
        parts.iter().map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    for at in 0..parts.len() {
        let length = level_length(&folded[at..], UNIT_LEVELS);
        if length == 0 {
            continue;
        }
        let mut name: Vec<String> = Vec::new();
        for part in &parts[at + length..] {
            let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
            // A number is the name of a ward of old.
            let named = bare.chars().next().is_some_and(char::is_uppercase)
                || name.is_empty()
                    && bare.chars().all(|c| c.is_ascii_digit())
                    && folded[at] == "phuong"
                    && !bare.is_empty();
            if !named {
                break;
            }
            name.push(title_case(bare).into_owned());
            if part.ends_with([',', '.', ';', ':', ')', '!', '?']) {
                break;
            }
        }
        if !name.is_empty() {
            let level = parts[at..at + length].join(" ").to_lowercase();
            let level = level.trim_start_matches(|c: char| !c.is_alphanumeric());
            return Some(modern_tones(&format!("{level} {}", name.join(" "))).into_owned());
        }
    }
    None
}

/// The unit a form or a log names: `Xã Lộc An` gives `xã Lộc An`; other bodies keep their name.
pub fn unit(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded: Vec<String> = words(&value).iter().map(|word| fold(word)).collect();
    let length = level_length(&folded, UNIT_LEVELS);
    if length == 0 || folded.len() == length {
        return body(&value);
    }
    let parts = words(&value);
    let level = parts[..length].join(" ").to_lowercase();
    let name: Vec<String> = parts[length..].iter().map(|word| title_case(word).into_owned()).collect();
    modern_tones(&format!("{level} {}", name.join(" "))).into_owned()
}

/// A thôn, xóm, tổ dân phố … a text names first, e.g. `thôn Đông Hạ`, `tổ dân phố số 5`.
pub fn place_in(text: &str) -> Option<String> {
    const KINDS: &[&str] =
        &["tổ dân phố", "khu phố", "khu dân cư", "thôn", "xóm", "ấp", "bản", "buôn", "làng"];
    let parts = words(text);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    for at in 0..parts.len() {
        let Some(kind) = KINDS.iter().find(|kind| {
            let kind = words(kind);
            parts.len() > at + kind.len()
                && kind.iter().zip(&parts[at..]).all(|(one, other)| *one == bare(other).to_lowercase())
        }) else {
            continue;
        };
        let mut name = Vec::new();
        for part in parts[at + words(kind).len()..].iter().take(4) {
            let word = bare(part);
            let fits = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                || word == "số" && name.is_empty();
            if !fits {
                break;
            }
            name.push(word);
            if part.ends_with([',', '.', ';', ':', ')']) {
                break;
            }
        }
        if name.last().is_some_and(|last| last != "số") {
            return Some(format!("{kind} {}", name.join(" ")));
        }
    }
    None
}

/// Titles that stand before a person's name, folded.
const TITLES: &[&str] = &["dong chi", "d/c", "dc", "ong", "ba", "anh", "chi", "co", "thay", "ths", "bs"];

/// A person's name without title and remarks (`đồng chí Lê Văn A, cộng tác viên …` gives `Lê Văn A`), in ordinary spelling.
/// `None` when what is left is no name.
pub fn person(text: &str) -> Option<String> {
    let text = text.split([',', ';', '(', '–', '\t']).map(str::trim).find(|part| !part.is_empty())?;
    let text = text.split(" - ").next()?.trim().trim_end_matches('.');
    let mut parts = words(text);
    loop {
        let one = parts.first().map(|word| fold(word.trim_end_matches(['.', ':'])))?;
        let two = parts.get(1).map(|word| format!("{one} {}", fold(word)));
        if two.is_some_and(|two| TITLES.contains(&two.as_str())) {
            parts.drain(..2);
        } else if TITLES.contains(&one.as_str())
            && parts.len() > 2
            && (one.contains('/') || is_small_or_all_large(parts[0], &parts))
        {
            parts.remove(0);
        } else {
            break;
        }
    }
    let is_word = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'))
    };
    if !(2..=7).contains(&parts.len()) || !parts.iter().all(is_word) {
        return None;
    }
    let name = parts.iter().map(|word| title_case(word)).collect::<Vec<_>>().join(" ");
    Some(modern_tones(&name).into_owned())
}

/// `anh`, `Anh` before a name is a title unless the name is written all in capitals with it (`ANH` may be a family name).
fn is_small_or_all_large(title: &str, parts: &[&str]) -> bool {
    title.chars().next().is_some_and(char::is_lowercase) || parts.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        for (printed, kept) in [
            ("ĐẢNG ỦY XÃ LỘC AN", "Đảng ủy xã Lộc An"),
            ("ĐẢNG UỶ ĐẶC KHU HÒN MÂY", "Đảng ủy đặc khu Hòn Mây"),
            ("BAN TUYÊN GIÁO HUYỆN ỦY CẨM LỘC", "Ban Tuyên giáo Huyện ủy Cẩm Lộc"),
            ("ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÁ", "Ủy ban nhân dân phường Bến Đá"),
            ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY NAM SƠN", "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn"),
            ("Hội Nông dân xã Phú Hoà", "Hội Nông dân xã Phú Hòa"),
        ] {
            assert_eq!(body(printed), kept);
        }
        assert_eq!(unit_of_body("Đảng ủy đặc khu Hòn Mây"), "đặc khu Hòn Mây");
        assert_eq!(unit_of_body("Ban Tuyên giáo Huyện ủy Cẩm Lộc"), "Ban Tuyên giáo Huyện ủy Cẩm Lộc");
        assert_eq!(unit("Xã Phú Hoà"), "xã Phú Hòa");
        assert_eq!(unit("XÃ LỘC AN"), "xã Lộc An");
        assert_eq!(unit("Sở Y tế"), "Sở Y tế");
        assert_eq!(unit_in("CTV DLXH xã Cẩm Khuê"), Some("xã Cẩm Khuê".into()));
        assert_eq!(unit_in("ở xã Lộc An như sau:"), Some("xã Lộc An".into()));
        assert_eq!(unit_in("người dân trong xã đang chờ"), None);
        assert_eq!(place_in("Ở tổ dân phố số 5: Đa số"), Some("tổ dân phố số 5".into()));
        assert_eq!(place_in("Bà con thôn An Phú 2 cho biết"), Some("thôn An Phú 2".into()));
        assert_eq!(place_in("nông thôn mới, cơ bản ổn định"), None);
    }

    #[test]
    fn people() {
        for (written, name) in [
            ("đồng chí Dương Thị Kim Xuyến, cộng tác viên dư luận xã hội xã Lộc An.", "Dương Thị Kim Xuyến"),
            ("PHẠM XUÂN KHOẺ", "Phạm Xuân Khỏe"),
            ("Đ/c Lê Văn Nhượng", "Lê Văn Nhượng"),
            ("ông Nguyễn Văn A (tổ trưởng)", "Nguyễn Văn A"),
            ("Bùi Thị Hiền", "Bùi Thị Hiền"),
        ] {
            assert_eq!(person(written).as_deref(), Some(name), "{written}");
        }
        for written in ["PHÓ BÍ THƯ 2", "- Thường trực Đảng ủy", "Lưu", "", "(Đã ký)", "cộng tác viên xã"]
        {
            assert_eq!(person(written), None, "{written}");
        }
    }
}
