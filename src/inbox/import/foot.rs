//! The foot of a report: where it begins, who signed, who reports.

use super::lines::{Line, flat};
use super::names;
use crate::text::fold;

/// Longest line of a foot, in characters.
const LONGEST: usize = 200;

/// Where the foot begins, and who signed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// Line where it begins; the number of lines when there is none.
    pub at: usize,
    /// Name of the signer.
    pub signer: Option<String>,
}

/// Words a foot's lines begin with, folded.
const FOOT: &[&str] = &["noi nhan", "t m ", "tm ", "k t ", "kt ", "tl ", "t l ", "tuq ", "t uq ", "q bi thu"];

/// Posts over a signature, folded.
const POSTS: &[&str] = &[
    "nguoi bao cao",
    "nguoi phan anh",
    "nguoi lap",
    "nguoi viet bao cao",
    "nguoi tong hop",
    "cong tac vien",
    "bi thu",
    "pho bi thu",
    "truong ban",
    "pho truong ban",
    "chu tich",
    "pho chu tich",
    "thu truong don vi",
    "chanh van phong",
    "nguoi cung cap",
    "xac nhan cua",
    "to truong",
    "bi thu chi bo",
    "pho bi thu thuong truc",
    "nguoi ghi",
    "ctv",
    "cong tac vien dlxh",
    "giam doc",
    "hieu truong",
    "ky ten",
];

/// Finds the foot of the lines after `body`.
pub fn foot(lines: &[Line], body: usize) -> Foot {
    let at = (body..lines.len())
        .find(|&at| {
            let line = &lines[at];
            let words = format!("{} ", flat(&line.text));
            let starts = FOOT.iter().any(|lead| words.starts_with(lead))
                && line.text.starts_with(|c: char| c.is_uppercase());
            let post = POSTS.iter().any(|post| words.trim_end() == *post) && (line.is_upper() || line.bold);
            line.text.chars().count() <= LONGEST && (starts || post)
        })
        .unwrap_or(lines.len());
    let signer = lines[at..]
        .iter()
        .flat_map(|line| super::letterhead::fragments(&line.text))
        .filter(|fragment| !is_post(fragment))
        .filter_map(names::person)
        .next_back();
    Foot { at, signer }
}

/// True for the words over a signature, which look like a name in capitals.
fn is_post(fragment: &str) -> bool {
    let words = format!("{} ", flat(fragment));
    fragment.starts_with('-')
        || FOOT.iter().any(|lead| words.starts_with(lead))
        || POSTS.iter().any(|post| words.starts_with(&format!("{post} ")))
        || ["ban ", "pho ", "uy ban", "dang uy", "luu ", "thuong truc", "da ky", "ky", "nguoi "]
            .iter()
            .any(|lead| words.starts_with(lead))
            && (fragment.chars().all(|c| !c.is_lowercase())
                || words.starts_with("luu ")
                || words.starts_with("thuong truc"))
}

/// Labels after which the person who reports is named, folded.
const REPORTERS: &[&str] = &[
    "nguoi bao cao",
    "nguoi phan anh",
    "nguoi lap",
    "nguoi tong hop",
    "nguoi cung cap",
    "cong tac vien",
    "nguoi viet bao cao",
    "ctv",
];

/// The person a line names as the reporter: `Người báo cáo: đồng chí …`.
pub fn reporter(line: &str) -> Option<String> {
    let (label, rest) = line.split_once(':')?;
    let label =
        fold(label.trim_start_matches(['-', '+', ' '])).split_whitespace().collect::<Vec<_>>().join(" ");
    REPORTERS.contains(&label.as_str()).then(|| names::person(rest)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        text.lines().map(|line| Line { text: line.trim().to_owned(), ..Line::default() }).collect()
    }

    #[test]
    fn feet() {
        let text = lines(
            "Nội dung.\nNơi nhận:\n- Lưu Văn phòng.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\nNguyễn Văn An",
        );
        assert_eq!(foot(&text, 0), Foot { at: 1, signer: Some("Nguyễn Văn An".into()) });
        let text = lines("Nội dung.\nNGƯỜI PHẢN ÁNH\n\nLÊ THỊ HOA");
        assert_eq!(foot(&text, 0), Foot { at: 1, signer: Some("Lê Thị Hoa".into()) });
        assert_eq!(
            reporter("Người báo cáo: đồng chí Trần Xuân Quý, cộng tác viên.").as_deref(),
            Some("Trần Xuân Quý")
        );
    }
}
