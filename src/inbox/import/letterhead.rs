//! The head of a report: who issued it, its number, place and date, marks and title.

use chrono::NaiveDate;

use super::dates;
use super::lines::{Line, flat, number};
use super::marks::{self, Secrecy};
use super::names;
use super::phrases::capitalised;
use crate::inbox::model::Urgency;
use crate::text::modern_tones;

/// Lines among which the title is looked for.
const HEAD_LINES: usize = 60;
/// A line longer than this is running text.
const SHORT: usize = 200;

/// What the head of a paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Issuing body.
    pub issuer: String,
    /// Document number.
    pub number: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Mark of secrecy.
    pub secrecy: Option<Secrecy>,
    /// Mark of urgency.
    pub urgency: Urgency,
    /// Title, with the kind of the paper in front.
    pub title: String,
    /// Line where the body begins.
    pub body: usize,
}

/// Reads the head.
pub fn head(lines: &[Line], margins: &[String]) -> Head {
    let type_line = lines.iter().take(HEAD_LINES).position(is_type_line);
    let (title, body) = type_line.map_or((String::new(), 0), |at| title(lines, at));
    let end = match type_line {
        Some(at) => at,
        None => lines.iter().position(runs).unwrap_or(lines.len()).min(HEAD_LINES),
    };
    let fragments = head_fragments(&lines[..end]);
    // Marks may stand under the title as well, up to where the text begins.
    let marked = lines[..lines.len().min(body.max(end))].iter().flat_map(|line| fragments_of(line));
    let marked: Vec<&str> = marked.chain(margins.iter().map(String::as_str)).collect();
    let number_at = fragments.iter().position(|fragment| document_number(fragment).is_some());
    let without_letterhead = type_line.is_none() && number_at.is_none();
    let issuer = if without_letterhead { String::new() } else { issuer(&fragments) };
    // A title in capitals lost those of the place: the head knows them.
    let unit = names::unit_of_body(&issuer);
    let title = if unit.is_empty() { title } else { title.replace(&unit.to_lowercase(), &unit) };
    Head {
        issuer,
        number: number_at.and_then(|at| document_number(&fragments[at])).unwrap_or_default(),
        date: fragments.iter().find_map(|fragment| dates::first_day(fragment)),
        secrecy: marked.iter().filter_map(|line| marks::secrecy(line)).max(),
        urgency: marked.iter().filter_map(|line| marks::urgency(line)).max().unwrap_or_default(),
        title,
        body,
    }
}

fn fragments_of(line: &Line) -> Vec<&str> {
    fragments(&line.text)
}

/// The columns of all lines of the head; `Số` and a number far behind it are one.
fn head_fragments(lines: &[Line]) -> Vec<String> {
    let mut whole: Vec<String> = Vec::new();
    for line in lines {
        let mut open = false;
        for fragment in fragments(&line.text) {
            match whole.last_mut().filter(|_| open) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(fragment);
                }
                None => whole.push(fragment.to_owned()),
            }
            open = matches!(fragment.trim_end_matches([':', ' ']), "Số" | "SỐ");
        }
    }
    whole
}

/// The columns of a line of the head: cut at tabs and at runs of spaces.
pub fn fragments(line: &str) -> Vec<&str> {
    line.split('\t')
        .flat_map(|part| part.split("   "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Kinds of papers that are reports, folded.
const REPORT_TYPES: &[&str] = &[
    "bao cao",
    "phieu phan anh",
    "phan anh",
    "phieu nam bat",
    "phieu cung cap",
    "ban tin",
    "tong hop",
    "to trinh",
    "phieu bao",
];

/// Kinds of papers that are none, folded, with their words.
const OTHER_TYPES: &[&str] = &[
    "ke hoach",
    "quyet dinh",
    "giay moi",
    "thong bao",
    "chuong trinh",
    "danh sach",
    "bien ban",
    "huong dan",
    "cong van",
];

fn is_type_line(line: &Line) -> bool {
    let text = line.text.trim();
    if text.chars().count() > SHORT || !text.starts_with(char::is_uppercase) || text.contains('\t') {
        return false;
    }
    let words = flat(text);
    let first_words: String = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let shouted = !first_words.chars().any(char::is_lowercase);
    let listed = REPORT_TYPES.iter().chain(OTHER_TYPES).any(|kind| {
        words == *kind || words.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ') && shouted)
    });
    listed && !text.ends_with(',')
}

/// The kind of a paper that is no report, by its title: `KẾ HOẠCH`, `GIẤY MỜI`.
pub fn other_kind(title: &str) -> Option<&'static str> {
    let words = flat(title);
    OTHER_TYPES.iter().find(|kind| words.starts_with(**kind)).copied()
}

/// Running text or a heading: where a paper without a title begins.
fn runs(line: &Line) -> bool {
    let words = line.text.split_whitespace().count();
    let heading = number(&line.text).is_some() && words > 2;
    heading || words > 14 && !line.in_table || line.text.ends_with('.') && words > 5
}

/// The title from the line of the paper's kind on, and the line after it.
fn title(lines: &[Line], at: usize) -> (String, usize) {
    let first = &lines[at];
    let styled = first.bold || first.centred;
    let alone = REPORT_TYPES.contains(&flat(&first.text).as_str())
        || OTHER_TYPES.contains(&flat(&first.text).as_str());
    let mut parts = vec![first.text.clone()];
    let mut next = at + 1;
    while let Some(line) = lines.get(next) {
        if line.text.is_empty() && alone && parts.len() == 1 {
            next += 1;
            continue;
        }
        let words = flat(&line.text);
        let stops = line.is_blank()
            || line.in_table != first.in_table
            || number(&line.text).is_some()
            || line.text.chars().count() > SHORT
            || words.starts_with("kinh gui")
            || line.text.ends_with(['.', ':'])
            || line.text.contains(": ")
            || marks::urgency(&line.text).is_some()
            || marks::secrecy(&line.text).is_some()
            || styled && !(line.bold || line.centred)
            || !styled && !alone && !line.is_upper()
            || parts.len() >= 4
            || !styled && parts.len() >= 3;
        if stops {
            break;
        }
        parts.push(line.text.clone());
        next += 1;
    }
    let mut kind = parts.remove(0);
    let rest = parts.join(" ");
    if !kind.chars().any(char::is_lowercase) {
        kind = capitalised(&kind.to_lowercase());
    } else if let Some((shouted, tail)) = kind
        .split_once(' ')
        .and_then(|(one, rest)| rest.split_once(' ').map(|(two, tail)| (format!("{one} {two}"), tail)))
    {
        // `BÁO CÁO nhanh về …` on one line.
        if !shouted.chars().any(char::is_lowercase) {
            kind = format!("{} {tail}", capitalised(&shouted.to_lowercase()));
        }
    }
    let rest = if rest.chars().any(char::is_lowercase) { rest } else { lowered(&rest) };
    let title = format!("{kind} {rest}").split_whitespace().collect::<Vec<_>>().join(" ");
    // Under the title there may be a rule and a mark.
    while lines.get(next).is_some_and(|line| {
        line.is_blank() || marks::urgency(&line.text).is_some() || marks::secrecy(&line.text).is_some()
    }) {
        next += 1;
    }
    (modern_tones(&title).into_owned(), next)
}

/// A title in capitals in small letters, with the few words that keep theirs.
fn lowered(text: &str) -> String {
    let mut lowered = text.to_lowercase();
    for (small, large) in [
        ("nhân dân", "Nhân dân"),
        ("đảng ủy", "Đảng ủy"),
        ("xây dựng đảng", "xây dựng Đảng"),
        ("đại hội đảng", "Đại hội Đảng"),
    ] {
        lowered = lowered.replace(small, large);
    }
    for roman in ["iii", "ii", "iv", "i"] {
        lowered = lowered.replace(&format!("quý {roman} "), &format!("quý {} ", roman.to_uppercase()));
    }
    lowered
}

/// The number of a paper: what follows `Số`. `None` for other lines; empty when the number is still blank.
fn document_number(fragment: &str) -> Option<String> {
    let rest = ["Số:", "Số", "SỐ:", "SỐ", "số:"].iter().find_map(|lead| fragment.strip_prefix(lead))?;
    let rest = rest.trim_start_matches([':', '.', ' ']);
    let joined = rest
        .replace(" - ", "-")
        .replace(" -", "-")
        .replace("- ", "-")
        .replace(" / ", "/")
        .replace("/ ", "/")
        .replace(" /", "/");
    let number = joined.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.', ';']);
    if !number.contains(['-', '/']) {
        return None;
    }
    Some(if number.starts_with(|c: char| c.is_ascii_digit()) { number.to_owned() } else { String::new() })
}

/// Lines of every head that name no body, folded.
const MOTTOS: &[&str] = &[
    "dang cong san viet nam",
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
    "cong hoa xhcn viet nam",
    "hoa binh",
];

/// Words a body's name begins with, folded, when it is not printed in capitals.
const BODIES: &[&str] = &[
    "dang uy",
    "tinh uy",
    "huyen uy",
    "thi uy",
    "thanh uy",
    "quan uy",
    "dang bo",
    "chi bo",
    "chi uy",
    "ban ",
    "uy ban",
    "ubnd",
    "hoi ",
    "doan ",
    "mat tran",
    "lien doan",
    "cong an",
    "so ",
    "phong ",
    "trung tam",
    "truong ",
    "to cong tac vien",
    "bo chi huy",
    "van phong",
    "hdnd",
    "ubmttq",
];

fn issuer(fragments: &[String]) -> String {
    let mut bodies: Vec<&str> = Vec::new();
    for fragment in fragments {
        let words = flat(fragment);
        if document_number(fragment).is_some() {
            // What follows the number on the left is no body any more; on the right only the motto and the date follow.
            continue;
        }
        let shouted = !fragment.chars().any(char::is_lowercase);
        let named =
            shouted && words.split(' ').count() >= 2 || BODIES.iter().any(|body| words.starts_with(body));
        let mark = marks::urgency(fragment).is_some() || marks::secrecy(fragment).is_some();
        if named
            && !mark
            && !MOTTOS.contains(&words.as_str())
            && dates::first_day(fragment).is_none()
            && !words.starts_with("v v")
        {
            bodies.push(fragment);
        }
    }
    let Some(last) = bodies.pop() else {
        return String::new();
    };
    let words = flat(last);
    let begins_with_level =
        ["xa ", "phuong ", "thi tran ", "dac khu ", "huyen ", "tinh ", "thanh pho ", "thi xa "]
            .iter()
            .any(|level| words.starts_with(level))
            && !words.starts_with("tinh uy")
            && !words.starts_with("huyen uy");
    let above = bodies.last().copied();
    let name = match above {
        Some(above) if begins_with_level => format!("{above} {last}"),
        // A board within a body is named with the body, but not with a Đảng bộ, which is no office.
        Some(above) if !names_place(&words) && !flat(above).starts_with("dang bo") => {
            format!("{last} {above}")
        }
        _ => last.to_owned(),
    };
    names::body(&name)
}

/// True when a body's name says of which place it is.
fn names_place(words: &str) -> bool {
    let parts: Vec<&str> = words.split(' ').collect();
    parts.windows(2).any(|pair| {
        matches!(pair[0], "xa" | "phuong" | "huyen" | "quan" | "tinh" | "thon" | "xom" | "ap" | "buon")
            || matches!(
                pair,
                ["thi", "tran" | "xa" | "uy"]
                    | ["dac", "khu"]
                    | ["thanh", "pho" | "uy"]
                    | ["huyen" | "tinh" | "quan", "uy"]
                    | ["to", "dan"]
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        text.lines().map(|line| Line { text: line.trim().to_owned(), ..Line::default() }).collect()
    }

    fn read(text: &str) -> Head {
        head(&lines(text), &[])
    }

    #[test]
    fn state_and_party_heads() {
        let head = read(
            "ỦY BAN NHÂN DÂN
             XÃ LỘC AN
             Số: 12/BC-UBND
             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
             Độc lập - Tự do - Hạnh phúc
             Lộc An, ngày 05 tháng 9 năm 2026
             BÁO CÁO
             TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 8 NĂM 2026 TRÊN ĐỊA BÀN XÃ LỘC AN

             1. Tình hình chung",
        );
        assert_eq!(head.issuer, "Ủy ban nhân dân xã Lộc An");
        assert_eq!(head.number, "12/BC-UBND");
        assert_eq!(head.date.unwrap().to_string(), "2026-09-05");
        assert_eq!(head.title, "Báo cáo tình hình dư luận xã hội tháng 8 năm 2026 trên địa bàn xã Lộc An");
        let head = read(
            "ĐẢNG ỦY XÃ PHÚ HÒA\t\tĐẢNG CỘNG SẢN VIỆT NAM
             BAN XÂY DỰNG ĐẢNG\t\tPhú Hòa, ngày    tháng 9 năm 2026
             *
             Số      - BC/BXDĐ
             HOẢ TỐC
             BÁO CÁO NHANH
             Về tình hình ngập lụt
             Trong đêm qua mưa lớn kéo dài gây ngập.",
        );
        assert_eq!(head.issuer, "Ban Xây dựng Đảng Đảng ủy xã Phú Hòa");
        assert_eq!((head.number.as_str(), head.date, head.urgency), ("", None, Urgency::Flash));
        assert_eq!(head.title, "Báo cáo nhanh");
    }

    #[test]
    fn no_letterhead() {
        let head = read(
            "Kính gửi các đồng chí,\nTrong tuần qua tại thôn Đông Hạ có nhiều ý kiến lo lắng về nước sạch và điện.",
        );
        assert_eq!(head, Head::default());
        let head = read("BÁO CÁO NHANH\nMẬT\nNội dung gì đó ở đây không được đọc.");
        assert_eq!(head.secrecy, Some(Secrecy::Secret));
    }
}
