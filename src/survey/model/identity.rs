//! Columns that tell who somebody is, by their heading and by what stands in them.

use crate::text::fold;
use crate::text::personal::{Kind, identifiers};

/// What a column tells of who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// A name.
    Name,
    /// A phone number.
    Phone,
    /// An address of mail.
    Email,
    /// A number of papers: citizen, insurance, account, plate.
    Number,
    /// Where somebody lives.
    Address,
    /// Day or year of birth.
    Birth,
    /// A profile in a network, or a link.
    Profile,
    /// When the form was filled in, to the minute.
    Moment,
    /// Where it was filled in.
    Place,
    /// The device, the network, the number of the form.
    Device,
    /// A signature or a picture.
    Picture,
}

/// Headings, folded: whole, or at their beginning where `true`.
const HEADS: &[(&str, bool, Tells)] = &[
    ("ho va ten", true, Tells::Name),
    ("ho ten", true, Tells::Name),
    ("ho", false, Tells::Name),
    ("ten", false, Tells::Name),
    ("ten nguoi", true, Tells::Name),
    ("ten cua", true, Tells::Name),
    ("ten ong ba", true, Tells::Name),
    ("ten anh chi", true, Tells::Name),
    ("ten day du", true, Tells::Name),
    ("ten zalo", true, Tells::Profile),
    ("ten facebook", true, Tells::Profile),
    ("ten dang nhap", true, Tells::Profile),
    ("nguoi tra loi", true, Tells::Name),
    ("nguoi duoc phong van", true, Tells::Name),
    ("nguoi dien", true, Tells::Name),
    ("chu ho", true, Tells::Name),
    ("full name", true, Tells::Name),
    ("name", false, Tells::Name),
    ("your name", true, Tells::Name),
    ("respondent", true, Tells::Name),
    ("submitted by", true, Tells::Name),
    ("username", true, Tells::Profile),
    ("dien thoai", true, Tells::Phone),
    ("so dien thoai", true, Tells::Phone),
    ("so dt", true, Tells::Phone),
    ("sdt", true, Tells::Phone),
    ("so lien he", true, Tells::Phone),
    ("so lien lac", true, Tells::Phone),
    ("lien he", false, Tells::Phone),
    ("thong tin lien he", true, Tells::Phone),
    ("phone", true, Tells::Phone),
    ("mobile", true, Tells::Phone),
    ("tel", false, Tells::Phone),
    ("subscriberid", true, Tells::Phone),
    ("simid", true, Tells::Phone),
    ("so zalo", true, Tells::Phone),
    ("zalo", false, Tells::Profile),
    ("facebook", true, Tells::Profile),
    ("link", true, Tells::Profile),
    ("fb", false, Tells::Profile),
    ("email", true, Tells::Email),
    ("e mail", true, Tells::Email),
    ("dia chi email", true, Tells::Email),
    ("dia chi e mail", true, Tells::Email),
    ("dia chi mail", true, Tells::Email),
    ("thu dien tu", true, Tells::Email),
    ("hop thu", true, Tells::Email),
    ("cccd", true, Tells::Number),
    ("so cccd", true, Tells::Number),
    ("cmnd", true, Tells::Number),
    ("so cmnd", true, Tells::Number),
    ("cmt", false, Tells::Number),
    ("can cuoc", true, Tells::Number),
    ("so can cuoc", true, Tells::Number),
    ("so dinh danh", true, Tells::Number),
    ("chung minh", true, Tells::Number),
    ("so chung minh", true, Tells::Number),
    ("ho chieu", true, Tells::Number),
    ("bhxh", true, Tells::Number),
    ("so bhxh", true, Tells::Number),
    ("so the bhyt", true, Tells::Number),
    ("ma so thue", true, Tells::Number),
    ("so tai khoan", true, Tells::Number),
    ("bien so", true, Tells::Number),
    ("dia chi ip", true, Tells::Device),
    ("ip", false, Tells::Device),
    ("ip address", true, Tells::Device),
    ("dia chi", true, Tells::Address),
    ("so nha", true, Tells::Address),
    ("noi o", true, Tells::Address),
    ("cho o", true, Tells::Address),
    ("noi cu tru", true, Tells::Address),
    ("noi thuong tru", true, Tells::Address),
    ("address", true, Tells::Address),
    ("ngay sinh", true, Tells::Birth),
    ("nam sinh", true, Tells::Birth),
    ("ngay thang nam sinh", true, Tells::Birth),
    ("sinh ngay", true, Tells::Birth),
    ("date of birth", true, Tells::Birth),
    ("birth", true, Tells::Birth),
    ("dob", false, Tells::Birth),
    ("dau thoi gian", true, Tells::Moment),
    ("thoi gian gui", true, Tells::Moment),
    ("thoi gian tra loi", true, Tells::Moment),
    ("thoi diem", true, Tells::Moment),
    ("timestamp", true, Tells::Moment),
    ("submission time", true, Tells::Moment),
    ("submissiondate", true, Tells::Moment),
    ("start", false, Tells::Moment),
    ("end", false, Tells::Moment),
    ("today", false, Tells::Moment),
    ("start time", true, Tells::Moment),
    ("end time", true, Tells::Moment),
    ("completion time", true, Tells::Moment),
    ("toa do", true, Tells::Place),
    ("gps", true, Tells::Place),
    ("geopoint", true, Tells::Place),
    ("vi tri gps", true, Tells::Place),
    ("latitude", true, Tells::Place),
    ("longitude", true, Tells::Place),
    ("chu ky", true, Tells::Picture),
    ("chu ki", true, Tells::Picture),
    ("signature", true, Tells::Picture),
    ("anh chan dung", true, Tells::Picture),
    ("hinh anh", true, Tells::Picture),
    ("photo", true, Tells::Picture),
    ("deviceid", true, Tells::Device),
    ("device id", true, Tells::Device),
    ("thiet bi", true, Tells::Device),
    ("instanceid", true, Tells::Device),
    ("meta instanceid", true, Tells::Device),
    ("meta instancename", true, Tells::Device),
    ("rootuuid", true, Tells::Device),
    ("formhub uuid", true, Tells::Device),
    ("uuid", false, Tells::Device),
    ("id", false, Tells::Device),
    ("key", false, Tells::Device),
    ("index", false, Tells::Device),
    ("version", false, Tells::Device),
    ("validation status", true, Tells::Device),
    ("notes", false, Tells::Device),
    ("status", false, Tells::Device),
    ("tags", false, Tells::Device),
    ("xform id", true, Tells::Device),
    ("parent index", true, Tells::Device),
    ("parent table name", true, Tells::Device),
    ("stt", false, Tells::Device),
    ("so thu tu", true, Tells::Device),
    ("so phieu", true, Tells::Device),
    ("ma phieu", true, Tells::Device),
];

/// Words before what is asked for that say nothing of it.
const POLITE: &[&str] = &[
    "xin", "vui", "long", "cho", "biet", "moi", "ghi", "nhap", "dien", "cua", "quy", "q", "cau", "ong", "ba",
    "anh", "chi",
];

/// A heading as it is compared: without marks, case and signs.
pub fn plain(head: &str) -> String {
    let folded = fold(head);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Headings of a column that names the unit a form comes from.
const UNITS: &[&str] = &[
    "don vi",
    "ten don vi",
    "xa",
    "phuong",
    "xa phuong",
    "ten xa",
    "ten xa phuong",
    "xa phuong dac khu",
    "don vi xa phuong",
    "dia phuong",
    "dia ban",
    "unit",
    "commune",
];

/// The heading says that the column names units.
pub fn is_unit(head: &str) -> bool {
    let words = plain(head.rsplit(" / ").next().unwrap_or(head));
    let bare = words.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
    UNITS.contains(&bare)
}

/// What a heading says that the column tells.
pub fn by_head(head: &str) -> Option<Tells> {
    // Groups of a form stand before the name of a question: `a/b/ho_ten`.
    let last = head.rsplit('/').next().unwrap_or(head);
    [head, last].into_iter().find_map(|head| {
        let words = plain(head);
        let known = |words: &str| {
            HEADS.iter().find(|(known, begins, _)| {
                words == *known
                    || *begins && words.strip_prefix(known).is_some_and(|rest| rest.starts_with(' '))
            })
        };
        // `1. Xin cho biết họ và tên` asks for the name too.
        let mut rest = words.as_str();
        loop {
            if let Some((.., tells)) = known(rest) {
                return Some(*tells);
            }
            let (first, behind) = rest.split_once(' ')?;
            let passed = POLITE.contains(&first) || first.bytes().all(|byte| byte.is_ascii_digit());
            if !passed {
                return None;
            }
            rest = behind;
        }
    })
}

/// Family names that most people bear, folded: four of five names begin with one of them.
const FAMILIES: &[&str] = &[
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
    "duong", "ly", "dinh", "truong", "luong", "mai", "trinh", "dao", "doan", "ha", "lam", "nong", "lo",
    "quang", "cao", "ta", "thach", "chau", "to", "la", "luu", "tong", "kieu", "tang", "vang", "giang", "ma",
    "hua", "cong",
];

/// What most of the values tell, whatever the heading says.
pub fn by_content<'a>(values: impl Iterator<Item = &'a str>) -> Option<Tells> {
    let mut all = 0_usize;
    let mut found: Vec<(Tells, usize)> = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        all += 1;
        let Some(tells) = one(value) else { continue };
        match found.iter_mut().find(|(known, _)| *known == tells) {
            Some((_, count)) => *count += 1,
            None => found.push((tells, 1)),
        }
    }
    let (tells, count) = found.into_iter().max_by_key(|(_, count)| *count)?;
    // An identifier is none by chance; names and times look like other words now and then.
    let enough = match tells {
        Tells::Name => count * 2 >= all && count >= 2,
        Tells::Moment | Tells::Device => count * 5 >= all * 4,
        _ => count * 5 >= all,
    };
    enough.then_some(tells)
}

/// What a value tells by itself.
fn one(value: &str) -> Option<Tells> {
    let kinds: Vec<Kind> = identifiers(value).into_iter().map(|found| found.kind).collect();
    if let Some(kind) = kinds.first() {
        return Some(match kind {
            Kind::Phone => Tells::Phone,
            Kind::Email => Tells::Email,
            Kind::Profile => Tells::Profile,
            _ => Tells::Number,
        });
    }
    if value.starts_with("http://") || value.starts_with("https://") {
        return Some(Tells::Profile);
    }
    let parts: Vec<&str> = value.split('.').collect();
    if parts.len() == 4 && parts.iter().all(|part| part.parse::<u8>().is_ok()) {
        return Some(Tells::Device);
    }
    if value.len() >= 36 && uuid::Uuid::parse_str(value.trim_start_matches("uuid:")).is_ok() {
        return Some(Tells::Device);
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    if digits >= 8 && value.contains(':') && value.contains(['/', '-']) {
        return Some(Tells::Moment);
    }
    is_name(value).then_some(Tells::Name)
}

/// Two to six words, each beginning with a capital, the first a family name.
fn is_name(value: &str) -> bool {
    let words: Vec<&str> = value.split_whitespace().collect();
    let drawn = |word: &&str| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase);
    (2..=6).contains(&words.len()) && words.iter().all(drawn) && FAMILIES.contains(&fold(words[0]).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_ask_who_somebody_is_are_known() {
        for (head, tells) in [
            ("Họ và tên", Tells::Name),
            ("1. Xin ông/bà cho biết họ tên?", Tells::Name),
            ("Họ và tên người trả lời (không bắt buộc)", Tells::Name),
            ("SĐT", Tells::Phone),
            ("Số điện thoại liên hệ", Tells::Phone),
            ("Địa chỉ email", Tells::Email),
            ("Số CCCD/CMND", Tells::Number),
            ("Địa chỉ nhà", Tells::Address),
            ("Ngày, tháng, năm sinh", Tells::Birth),
            ("Dấu thời gian", Tells::Moment),
            ("_submission_time", Tells::Moment),
            ("thong_tin/ho_ten", Tells::Name),
            ("IP", Tells::Device),
            ("_uuid", Tells::Device),
            ("Link Facebook", Tells::Profile),
        ] {
            assert_eq!(by_head(head), Some(tells), "{head}");
        }
        for head in [
            "Giới tính",
            "Nhóm tuổi",
            "Nghề nghiệp",
            "Ông/bà có hài lòng không?",
            "Tên các dịch vụ ông/bà đã dùng",
            "Ý kiến về địa chỉ tiếp công dân",
            "Đơn vị công tác",
            "Ông/bà thường liên hệ qua đâu?",
        ] {
            assert_eq!(by_head(head), None, "{head}");
        }
    }

    #[test]
    fn what_most_values_tell_counts_whatever_the_heading_says() {
        let told = |values: &[&str]| by_content(values.iter().copied());
        assert_eq!(told(&["0912 345 678", "không có", ""]), Some(Tells::Phone));
        assert_eq!(told(&["a@b.example", "c@d.example"]), Some(Tells::Email));
        assert_eq!(told(&["Nông Thị Huệ", "Trần Văn Nam", "Lê An"]), Some(Tells::Name));
        assert_eq!(told(&["2026-10-01T08:05:12", "2026-10-01T09:00:00"]), Some(Tells::Moment));
        assert_eq!(told(&["10.0.0.1", "192.168.1.7"]), Some(Tells::Device));
        assert_eq!(told(&["Có", "Không", "Có"]), None);
        assert_eq!(told(&["Hội Phụ nữ", "Hội Nông dân"]), None);
        assert_eq!(told(&["Rất hài lòng", "Hài lòng"]), None);
    }
}
