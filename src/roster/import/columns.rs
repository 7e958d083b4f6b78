//! Which column of a list holds what: recognised from the header, confirmed by a person, remembered by the file.

use super::grid::Grid;
use crate::text;

pub use crate::roster::model::{ListField as Field, Mapping};

/// The header of a list.
#[derive(Clone, Debug)]
pub struct Header {
    /// Index (in the sheet's rows) of the first row of people or headings.
    pub body: usize,
    /// Index of the first header row; what stands before is the title.
    pub first: usize,
    /// Labels by column, sub-header after header.
    pub labels: Vec<String>,
    /// What the columns hold.
    pub mapping: Mapping,
    /// What the header is known again by: the folded labels.
    pub fingerprint: String,
}

/// How far down a header may stand.
const SEARCHED_ROWS: usize = 40;

/// Finds the header of a list of people; `None` when the sheet is none.
pub fn find_header(grid: &Grid) -> Option<Header> {
    let best = (0..grid.rows().len().min(SEARCHED_ROWS))
        .filter_map(|first| {
            let header = header_at(grid, first);
            let known = known_columns(&header.mapping);
            (header.mapping.names_people() && known >= 2).then_some((known, header))
        })
        // The first of the best, not the last.
        .fold(None::<(usize, Header)>, |best, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })?;
    Some(best.1)
}

/// The header that a person said something about: the first row whose labels are known again and that names people then.
pub fn said_header(grid: &Grid, said: impl Fn(&str) -> Option<Mapping>) -> Option<Header> {
    (0..grid.rows().len().min(SEARCHED_ROWS)).find_map(|first| {
        let mut header = header_at(grid, first);
        header.mapping = said(&header.fingerprint).filter(Mapping::names_people)?;
        Some(header)
    })
}

/// Where a header may stand that names nobody: the first row with nearly as many labels as the widest one has cells.
pub fn likely_header(grid: &Grid) -> Option<Header> {
    let filled = |row: usize| grid.own_texts(row).iter().filter(|text| !text.is_empty()).count();
    let rows = grid.rows().len().min(SEARCHED_ROWS);
    let widest = (0..rows).map(filled).max().filter(|widest| *widest >= 2)?;
    let first = (0..rows).find(|row| filled(*row) * 10 >= widest * 8)?;
    let header = header_at(grid, first);
    (header.body < grid.rows().len()).then_some(header)
}

fn known_columns(mapping: &Mapping) -> usize {
    mapping.0.values().filter(|field| !matches!(field, Field::Ignored)).count()
}

fn header_at(grid: &Grid, first: usize) -> Header {
    let upper = grid.texts(first);
    let lower = is_second_row(grid, first).then(|| grid.texts(first + 1));
    let mut body = first + 1 + usize::from(lower.is_some());
    if is_numbering(&grid.texts(body)) {
        body += 1;
    }
    let width = upper.len().max(lower.as_ref().map_or(0, Vec::len));
    let mut labels = Vec::with_capacity(width);
    let mut mapping = Mapping::default();
    for column in 0..width {
        let above = upper.get(column).map_or("", String::as_str);
        let below = lower.as_ref().and_then(|row| row.get(column)).map_or("", String::as_str);
        let below = if below == above { "" } else { below };
        let label =
            [above, below].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        if !label.is_empty() {
            let own = recognise(if below.is_empty() { above } else { below });
            let field = if own == Field::Ignored { recognise(&label) } else { own };
            mapping.0.insert(column, field);
        }
        labels.push(label);
    }
    let fingerprint = labels.iter().map(|label| text::fold(label)).collect::<Vec<_>>().join("|");
    Header { body, first, labels, mapping, fingerprint }
}

/// The row below belongs to the header: cells of the header reach into it, or it holds nothing but labels.
fn is_second_row(grid: &Grid, first: usize) -> bool {
    let Some(row) = grid.rows().get(first + 1) else {
        return false;
    };
    if row.number != grid.rows()[first].number + 1 {
        return false;
    }
    if grid.merged_down(first) {
        return true;
    }
    let own = grid.own_texts(first + 1);
    let mut labels = own.iter().filter(|text| !text.is_empty()).peekable();
    labels.peek().is_some()
        && labels.all(|text| matches!(recognise(text), Field::Male | Field::Female | Field::Given))
}

/// A row (1) (2) (3) … or 1 2 3 … under the header.
fn is_numbering(texts: &[String]) -> bool {
    let cells: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    cells.len() >= 3
        && cells.iter().enumerate().all(|(at, text)| {
            let inside = text.trim_matches(['(', ')', '[', ']', ' ']);
            inside.parse::<usize>().is_ok_and(|number| number <= at + 2)
                || (inside.len() == 1 && inside.chars().all(|c| c.is_ascii_uppercase()))
        })
}

/// What a label speaks of.
pub fn recognise(label: &str) -> Field {
    let folded = text::fold(label);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let label = words.join(" ");
    if label.is_empty() {
        return Field::Ignored;
    }
    if let Some(&(_, field)) = EXACT.iter().find(|(known, _)| *known == label) {
        return field;
    }
    let padded = format!(" {label} ");
    let says = |part: &str| padded.contains(&format!(" {part} "));
    if says("email") && (says("dien thoai") || says("sdt")) || says("thu dien tu") && says("dien thoai") {
        return Field::PhoneEmail;
    }
    CONTAINED.iter().find(|(part, _)| says(part)).map_or(Field::Ignored, |&(_, field)| field)
}

/// Labels that must stand alone.
const EXACT: &[(&str, Field)] = &[
    ("tt", Field::Number),
    ("stt", Field::Number),
    ("so tt", Field::Number),
    ("so thu tu", Field::Number),
    ("thu tu", Field::Number),
    ("no", Field::Number),
    ("ten", Field::Given),
    ("ho", Field::FamilyMiddle),
    ("gioi", Field::Sex),
    ("phai", Field::Sex),
    ("nam", Field::Male),
    ("nu", Field::Female),
    ("dt", Field::Phone),
    ("dtdd", Field::Phone),
    ("ma", Field::Code),
    ("mail", Field::Email),
    ("xa phuong", Field::Unit),
    ("xa", Field::Unit),
    ("thon", Field::Unit),
    ("chi bo", Field::Unit),
    ("dia ban", Field::Unit),
    ("full name", Field::FullName),
    ("name", Field::FullName),
    ("phone", Field::Phone),
    ("unit", Field::Unit),
    ("position", Field::Post),
];

/// Words that decide wherever they stand; the first that fits counts.
const CONTAINED: &[(&str, Field)] = &[
    ("dan toc", Field::Sensitive),
    ("ton giao", Field::Sensitive),
    ("dang vien", Field::Sensitive),
    ("vao dang", Field::Sensitive),
    ("the dang", Field::Sensitive),
    ("cccd", Field::Sensitive),
    ("cmnd", Field::Sensitive),
    ("can cuoc", Field::Sensitive),
    ("chung minh", Field::Sensitive),
    ("dinh danh", Field::Sensitive),
    ("tai khoan", Field::Sensitive),
    ("noi sinh", Field::Ignored),
    ("que quan", Field::Ignored),
    ("ho va ten dem", Field::FamilyMiddle),
    ("ho ten dem", Field::FamilyMiddle),
    ("ho dem", Field::FamilyMiddle),
    ("ho va dem", Field::FamilyMiddle),
    ("ho lot", Field::FamilyMiddle),
    ("chu dem va ten", Field::FullName),
    ("chu dem", Field::FamilyMiddle),
    ("ho va ten", Field::FullName),
    ("ho ten", Field::FullName),
    ("ho va chu dem", Field::FamilyMiddle),
    ("ten cong tac vien", Field::FullName),
    ("ten ctv", Field::FullName),
    ("ten hoc vien", Field::FullName),
    ("gioi tinh", Field::Sex),
    ("email", Field::Email),
    ("e mail", Field::Email),
    ("mail", Field::Email),
    ("thu dien tu", Field::Email),
    ("hop thu", Field::Email),
    ("lien lac", Field::PhoneEmail),
    ("lien he", Field::PhoneEmail),
    ("dien thoai", Field::Phone),
    ("sdt", Field::Phone),
    ("so dt", Field::Phone),
    ("di dong", Field::Phone),
    ("zalo", Field::Phone),
    ("ngay quyet dinh", Field::DecisionDate),
    ("quyet dinh", Field::DecisionNumber),
    ("kiem nhiem", Field::ConcurrentPost),
    ("nhiem ky", Field::Term),
    ("tu nam", Field::TermFrom),
    ("tu ngay", Field::TermFrom),
    ("tu thang", Field::TermFrom),
    ("bat dau", Field::TermFrom),
    ("den nam", Field::TermTo),
    ("den ngay", Field::TermTo),
    ("den thang", Field::TermTo),
    ("ket thuc", Field::TermTo),
    ("het han", Field::TermTo),
    ("hop dong", Field::Term),
    ("thoi han", Field::Term),
    ("sinh", Field::Birth),
    ("chuc vu", Field::Post),
    ("chuc danh", Field::Post),
    ("vi tri", Field::Post),
    ("nghe nghiep", Field::Post),
    ("don vi", Field::Unit),
    ("co quan", Field::Unit),
    ("noi cong tac", Field::Unit),
    ("noi lam viec", Field::Unit),
    ("cong tac tai", Field::Unit),
    ("ma so", Field::Code),
    ("ma ctv", Field::Code),
    ("dia chi", Field::Address),
    ("phu cap", Field::Allowance),
    ("tro cap", Field::Allowance),
    ("muc ho tro", Field::Allowance),
    ("thu lao", Field::Allowance),
    ("ghi chu", Field::Note),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn labels_say_what_a_column_holds() {
        for (label, field) in [
            ("TT", Field::Number),
            ("Họ và tên", Field::FullName),
            ("Họ tên cộng tác viên", Field::FullName),
            ("Họ đệm", Field::FamilyMiddle),
            ("Họ, chữ đệm và tên", Field::FullName),
            ("Liên lạc", Field::PhoneEmail),
            ("Tên", Field::Given),
            ("Ngày, tháng, năm sinh", Field::Birth),
            ("Sinh ngày", Field::Birth),
            ("Năm sinh", Field::Birth),
            ("Nữ", Field::Female),
            ("Đơn vị công tác", Field::Unit),
            ("Đang công tác tại", Field::Unit),
            ("SĐT (Zalo)", Field::Phone),
            ("Địa chỉ mail", Field::Email),
            ("Thư điện tử", Field::Email),
            ("Điện thoại, email", Field::PhoneEmail),
            ("Dân tộc", Field::Sensitive),
            ("Số CCCD", Field::Sensitive),
            ("Từ năm", Field::TermFrom),
            ("Mã", Field::Code),
            ("Trình độ", Field::Ignored),
            ("Ký nhận tài liệu", Field::Ignored),
            ("", Field::Ignored),
        ] {
            assert_eq!(recognise(label), field, "{label}");
        }
    }

    #[test]
    fn a_mapping_survives_its_json() {
        let mapping = Mapping(BTreeMap::from([(1, Field::FullName), (6, Field::Phone)]));
        let json = serde_json::to_string(&mapping).unwrap();
        assert_eq!(json, r#"{"1":"full_name","6":"phone"}"#);
        assert_eq!(serde_json::from_str::<Mapping>(&json).unwrap(), mapping);
    }
}
