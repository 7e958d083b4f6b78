//! Units (đơn vị, tổ chức): their names as people write them, and what a name says of level and kind.

use chrono::NaiveDate;
use uuid::Uuid;

use super::name_key;
use crate::text;

crate::text::identifiers! {
    /// Level of a unit.
    UnitLevel {
        /// Not known.
        #[default]
        Unknown = "",
        /// Trung ương.
        Central = "central",
        /// Tỉnh, thành phố.
        Province = "province",
        /// Huyện, quận, thị xã (until 30/6/2025).
        District = "district",
        /// Xã, phường, đặc khu.
        Commune = "commune",
        /// Chi bộ, thôn, tổ dân phố, ấp, bản, buôn.
        Base = "base",
    }
}

crate::text::identifiers! {
    /// Kind of a unit.
    UnitKind {
        /// Territorial, or not known.
        #[default]
        Territorial = "",
        /// Party body.
        Party = "party",
        /// State body.
        State = "state",
        /// Fatherland Front, mass organisation.
        Front = "front",
        /// Police, military.
        Armed = "armed",
        /// Enterprise, co-operative.
        Enterprise = "enterprise",
        /// School.
        School = "school",
    }
}

/// A unit before it has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewUnit {
    /// The unit above it.
    pub parent: Option<Uuid>,
    /// Full name valid now.
    pub name: String,
    /// Short name.
    pub short_name: String,
    /// Level.
    pub level: UnitLevel,
    /// Kind.
    pub kind: UnitKind,
    /// Symbol for document numbers.
    pub symbol: String,
    /// Official mailbox.
    pub mailbox: String,
    /// Phone.
    pub phone: String,
    /// Papers list units by it, then by name.
    pub protocol_order: i64,
    /// First day; `None` = always.
    pub valid_from: Option<NaiveDate>,
    /// Last day it stood, when it was abolished or merged; `None` = it stands.
    pub valid_to: Option<NaiveDate>,
    /// Note.
    pub note: String,
}

impl NewUnit {
    /// A unit of which only the name is known; level and kind come from the name.
    pub fn named(name: &str) -> Self {
        let name = plain_unit_name(name);
        let (level, kind) = level_and_kind(&name);
        Self { name, level, kind, ..Self::default() }
    }
}

/// A unit of the office's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Id.
    pub id: Uuid,
    /// What is known.
    pub known: NewUnit,
}

impl Unit {
    /// True while it was not abolished or merged.
    pub fn stands(&self) -> bool {
        self.known.valid_to.is_none()
    }
}

/// First words of territorial units, with the level they name. Folded; longer ones stand before their beginnings.
const TERRITORIES: &[(&str, UnitLevel)] = &[
    ("thi tran", UnitLevel::Commune),
    ("dac khu", UnitLevel::Commune),
    ("phuong", UnitLevel::Commune),
    ("xa", UnitLevel::Commune),
    ("thanh pho", UnitLevel::Province),
    ("tinh", UnitLevel::Province),
    ("thi xa", UnitLevel::District),
    ("huyen", UnitLevel::District),
    ("quan", UnitLevel::District),
    ("to dan pho", UnitLevel::Base),
    ("khu pho", UnitLevel::Base),
    ("khu dan cu", UnitLevel::Base),
    ("thon", UnitLevel::Base),
    ("khom", UnitLevel::Base),
    ("buon", UnitLevel::Base),
    ("ban", UnitLevel::Base),
    ("ap", UnitLevel::Base),
    ("lang", UnitLevel::Base),
];

/// Words a body's name begins with, and its kind. Folded.
const BODIES: &[(&str, UnitKind)] = &[
    ("dang uy", UnitKind::Party),
    ("dang bo", UnitKind::Party),
    ("chi bo", UnitKind::Party),
    ("tinh uy", UnitKind::Party),
    ("thanh uy", UnitKind::Party),
    ("huyen uy", UnitKind::Party),
    ("thi uy", UnitKind::Party),
    ("quan uy", UnitKind::Party),
    ("ban tuyen giao", UnitKind::Party),
    ("ban xay dung dang", UnitKind::Party),
    ("ban to chuc", UnitKind::Party),
    ("ban dan van", UnitKind::Party),
    ("uy ban kiem tra", UnitKind::Party),
    ("van phong dang uy", UnitKind::Party),
    ("van phong tinh uy", UnitKind::Party),
    ("bao va phat thanh", UnitKind::Party),
    ("bao ", UnitKind::Party),
    ("uy ban mat tran", UnitKind::Front),
    ("ub mttq", UnitKind::Front),
    ("ubmttq", UnitKind::Front),
    ("mat tran", UnitKind::Front),
    ("mttq", UnitKind::Front),
    ("hoi ", UnitKind::Front),
    ("doan ", UnitKind::Front),
    ("lien doan", UnitKind::Front),
    ("cong doan", UnitKind::Front),
    ("lien hiep", UnitKind::Front),
    ("uy ban nhan dan", UnitKind::State),
    ("ubnd", UnitKind::State),
    ("hoi dong nhan dan", UnitKind::State),
    ("hdnd", UnitKind::State),
    ("so ", UnitKind::State),
    ("phong ", UnitKind::State),
    ("trung tam", UnitKind::State),
    ("tram y te", UnitKind::State),
    ("benh vien", UnitKind::State),
    ("toa an", UnitKind::State),
    ("vien kiem sat", UnitKind::State),
    ("van phong", UnitKind::State),
    ("cong an", UnitKind::Armed),
    ("quan su", UnitKind::Armed),
    ("ban chi huy quan su", UnitKind::Armed),
    ("bo chi huy", UnitKind::Armed),
    ("bo doi", UnitKind::Armed),
    ("don bien phong", UnitKind::Armed),
    ("cong ty", UnitKind::Enterprise),
    ("doanh nghiep", UnitKind::Enterprise),
    ("hop tac xa", UnitKind::Enterprise),
    ("nha may", UnitKind::Enterprise),
    ("tap doan", UnitKind::Enterprise),
    ("ngan hang", UnitKind::Enterprise),
    ("ban quan ly cho", UnitKind::Enterprise),
    ("truong", UnitKind::School),
    ("dai hoc", UnitKind::School),
];

/// Abbreviations units are written with (folded, whole words) and what they stand for. One letter counts only at the
/// beginning of a name.
const SHORT: &[(&str, &str)] = &[
    ("ubnd", "Ủy ban nhân dân"),
    ("hdnd", "Hội đồng nhân dân"),
    ("ub mttq vn", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ("ub mttq", "Ủy ban Mặt trận Tổ quốc"),
    ("ubmttq", "Ủy ban Mặt trận Tổ quốc"),
    ("mttq", "Mặt trận Tổ quốc"),
    ("lhpn", "Liên hiệp Phụ nữ"),
    ("ccb", "Cựu chiến binh"),
    ("tdp", "tổ dân phố"),
    ("thcs", "trung học cơ sở"),
    ("thpt", "trung học phổ thông"),
    ("tp", "thành phố"),
    ("tx", "thị xã"),
    ("tt", "thị trấn"),
    ("p", "phường"),
    ("x", "xã"),
];

/// What units are compared by: names written with or without capitals, marks in the old place, abbreviations and
/// the leading `xã`, `phường`, `đặc khu`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnitKey {
    /// Strict key of the whole name, abbreviations spelt out.
    pub whole: String,
    /// The same without the leading territorial word; equal to `whole` when there is none.
    pub bare: String,
}

impl UnitKey {
    /// The key of a name.
    pub fn of(name: &str) -> Self {
        let spelt = spelt_out(&plain_unit_name(name));
        Self { whole: name_key(&spelt), bare: name_key(without_territory(&spelt)) }
    }

    /// A name without the leading territorial word: `Lộc An` of `xã Lộc An`.
    pub fn bare_name(name: &str) -> String {
        without_territory(&plain_unit_name(name)).to_owned()
    }

    /// The same unit: the whole name, or one side left the territorial word out.
    pub fn fits(&self, other: &Self) -> bool {
        self.whole == other.whole
            || (self.bare == other.bare && !self.bare.is_empty() && (self.is_bare() || other.is_bare()))
    }

    /// The name has no leading territorial word.
    pub fn is_bare(&self) -> bool {
        self.whole == self.bare
    }
}

/// Abbreviations spelt out, word by word.
fn spelt_out(name: &str) -> String {
    let name = name.replace('.', " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut out: Vec<&str> = Vec::with_capacity(words.len() + 4);
    let mut at = 0;
    'words: while at < words.len() {
        for &(short, long) in SHORT {
            let count = short.split(' ').count();
            if count <= words.len() - at && (at == 0 || short.len() > 1) {
                let folded =
                    words[at..at + count].iter().map(|word| text::fold(word)).collect::<Vec<_>>().join(" ");
                if folded == short {
                    out.push(long);
                    at += count;
                    continue 'words;
                }
            }
        }
        out.push(words[at]);
        at += 1;
    }
    out.join(" ")
}

/// A plain name without the territorial word it begins with.
fn without_territory(name: &str) -> &str {
    territory(&text::fold(name)).map_or(name, |(word, _)| {
        let words = word.split(' ').count();
        name.splitn(words + 1, ' ').nth(words).unwrap_or_default()
    })
}

/// The territorial word a folded name begins with.
fn territory(folded: &str) -> Option<(&'static str, UnitLevel)> {
    TERRITORIES
        .iter()
        .copied()
        .find(|(word, _)| folded.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
        // "Ban Tuyên giáo" and "Quân sự" are bodies, not a hamlet and a district.
        .filter(|_| body(folded).is_none() && !(folded.starts_with("ban ") && folded.split(' ').count() > 3))
}

/// The kind of body a folded name begins with.
fn body(folded: &str) -> Option<UnitKind> {
    BODIES.iter().find(|(word, _)| folded.starts_with(word)).map(|&(_, kind)| kind)
}

/// A unit's name as it is kept: single spaces, no list number before it, the territorial word in small letters
/// (`I. XÃ LỘC AN` gives `xã Lộc An`).
pub fn plain_unit_name(name: &str) -> String {
    let name = without_number(name.trim());
    let name = name.trim_end_matches([':', ';', '.', ',']);
    let shouting = !name.chars().any(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded = text::fold(&words.join(" "));
    let small = territory(&folded).map_or(0, |(word, _)| word.split(' ').count());
    let is_body = body(&folded).is_some();
    let words: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            if at < small || (shouting && is_body && at > 0 && in_body_name(&text::fold(word))) {
                word.to_lowercase()
            } else if shouting && word.chars().count() > 1 && !is_abbreviation(word) {
                text::title_case(word).into_owned()
            } else {
                (*word).to_owned()
            }
        })
        .collect();
    words.join(" ")
}

/// Words written small inside a body's name: Đảng ủy xã Lộc An, Ban Chấp hành Hội.
fn in_body_name(folded: &str) -> bool {
    matches!(
        folded,
        "uy" | "bo"
            | "ban"
            | "nhan"
            | "dan"
            | "xa"
            | "phuong"
            | "tinh"
            | "khu"
            | "va"
            | "giao"
            | "tran"
            | "huyen"
    )
}

/// UBND, MTTQ, THCS and their like stay as they are: words without a vowel, and the one that has one.
fn is_abbreviation(word: &str) -> bool {
    let folded = text::fold(word);
    matches!(folded.as_str(), "ub" | "ubnd" | "ubmttq") || !folded.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// The text without `I.`, `2.`, `A -` or `1.2)` before it.
pub(super) fn without_number(text: &str) -> &str {
    let end = text.find([' ', '.', ')', '-', '/', '–']).unwrap_or(0);
    let (first, rest) = text.split_at(end);
    let number = !first.is_empty()
        && (first.chars().all(|c| c.is_ascii_digit())
            || first.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
            || first.chars().count() == 1 && first.chars().all(|c| c.is_ascii_uppercase()));
    let follows = rest.trim_start().starts_with(['.', ')', '-', '/', '–']);
    if number && follows {
        let rest = rest.trim_start_matches([' ', '.', ')', '-', '/', '–']);
        // 1.2. has two parts.
        if rest.starts_with(|c: char| c.is_ascii_digit()) && rest != text {
            without_number(rest)
        } else {
            rest
        }
    } else {
        text
    }
}

/// Level and kind a name speaks of.
fn level_and_kind(name: &str) -> (UnitLevel, UnitKind) {
    let folded = text::fold(name);
    if let Some((_, level)) = territory(&folded) {
        return (level, UnitKind::Territorial);
    }
    let kind = body(&folded).unwrap_or_default();
    let padded = format!(" {folded} ");
    let says = |words: &[&str]| words.iter().any(|word| padded.contains(&format!(" {word} ")));
    let level = if says(&["trung uong", "quoc gia"]) {
        UnitLevel::Central
    } else if folded.starts_with("chi bo") || says(&["thon", "to dan pho", "ap", "khu pho", "chi hoi"]) {
        UnitLevel::Base
    } else if says(&["xa", "phuong", "dac khu", "thi tran"]) {
        UnitLevel::Commune
    } else if says(&["huyen", "huyen uy", "thi xa", "thi uy", "quan uy", "thanh pho"]) {
        UnitLevel::District
    } else if says(&["tinh", "tinh uy", "thanh uy"])
        || folded.starts_with("so ")
        || folded.starts_with("bao va phat thanh")
    {
        UnitLevel::Province
    } else {
        UnitLevel::Unknown
    };
    (level, kind)
}

/// True when a heading names one unit ("I. Xã Lộc An") rather than a group ("VI. Các cơ quan cấp tỉnh").
pub fn looks_like_unit(text: &str) -> bool {
    let folded = text::fold(without_number(text.trim()));
    territory(&folded).is_some() || body(&folded).is_some()
}

/// `nt`, `như trên`, `″`: the same as above.
pub fn is_ditto(cell: &str) -> bool {
    let folded = text::fold(cell.trim_matches(['-', ' ', '.', '(', ')']));
    matches!(
        folded.as_str(),
        "nt" | "n t" | "n/t" | "n.t" | "nhu tren" | "\"" | "''" | "″" | "〃" | "”" | "//" | ",,"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_as_papers_write_them() {
        for (written, kept) in [
            ("Xã Lộc An", "xã Lộc An"),
            ("I. Xã Phú Hòa", "xã Phú Hòa"),
            ("IV. Đặc khu Hòn Mây", "đặc khu Hòn Mây"),
            ("PHƯỜNG BẾN ĐÁ", "phường Bến Đá"),
            ("2) xã  Vĩnh Thúy:", "xã Vĩnh Thúy"),
            ("ĐẢNG ỦY XÃ LỘC AN", "Đảng ủy xã Lộc An"),
            ("UBND XÃ LỘC AN", "UBND xã Lộc An"),
            ("Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"),
            ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
            ("Thôn 7", "thôn 7"),
            ("1.2. Thôn 3", "thôn 3"),
        ] {
            assert_eq!(plain_unit_name(written), kept);
        }
    }

    #[test]
    fn one_unit_has_fitting_keys() {
        let fits = |a: &str, b: &str| UnitKey::of(a).fits(&UnitKey::of(b));
        assert!(fits("xã Lộc An", "Xã LỘC AN"));
        assert!(fits("Lộc An", "xã Lộc An"));
        assert!(fits("P. Bến Đá", "phường Bến Đá"));
        assert!(fits("xã Phú Hoà", "xã Phú Hòa"));
        assert!(fits("UB MTTQ VN xã Lộc An", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Lộc An"));
        assert!(!fits("xã Lộc An", "phường Lộc An"));
        assert!(!fits("xã Lộc An", "xã Lộc Ân"));
        assert!(!fits("Đảng ủy xã Lộc An", "xã Lộc An"));
    }

    #[test]
    fn the_name_says_level_and_kind() {
        for (name, level, kind) in [
            ("xã Lộc An", UnitLevel::Commune, UnitKind::Territorial),
            ("đặc khu Hòn Mây", UnitLevel::Commune, UnitKind::Territorial),
            ("thôn 7", UnitLevel::Base, UnitKind::Territorial),
            ("Bản Lác", UnitLevel::Base, UnitKind::Territorial),
            ("Đảng ủy xã Lộc An", UnitLevel::Commune, UnitKind::Party),
            ("Ban Tuyên giáo và Dân vận Tỉnh ủy", UnitLevel::Province, UnitKind::Party),
            ("Ban Tuyên giáo Huyện ủy Cẩm Lộc", UnitLevel::District, UnitKind::Party),
            ("Sở Giáo dục và Đào tạo", UnitLevel::Province, UnitKind::State),
            ("Liên đoàn Lao động tỉnh", UnitLevel::Province, UnitKind::Front),
            ("Hội LHPN xã Lộc An", UnitLevel::Commune, UnitKind::Front),
            ("Công an xã Lộc An", UnitLevel::Commune, UnitKind::Armed),
            ("Trường THCS Lộc Đức", UnitLevel::Unknown, UnitKind::School),
            ("Trường Chính trị tỉnh", UnitLevel::Province, UnitKind::School),
        ] {
            let unit = NewUnit::named(name);
            assert_eq!((unit.level, unit.kind), (level, kind), "{name}");
        }
    }

    #[test]
    fn headings_and_dittos() {
        assert!(looks_like_unit("I. Xã Lộc An"));
        assert!(looks_like_unit("Hội Nhà báo tỉnh"));
        assert!(!looks_like_unit("VI. Các cơ quan cấp tỉnh"));
        assert!(!looks_like_unit("Cụm số 2"));
        for text in ["nt", "-nt-", "NT", "Như trên", "″", "\""] {
            assert!(is_ditto(text), "{text}");
        }
        assert!(!is_ditto("Nam"));
    }
}
