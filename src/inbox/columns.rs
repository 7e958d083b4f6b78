//! What a label of a form or a column of a log stands for, and which column of a log holds what.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::text::fold;

/// What a label of a form or a column of a log stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Running number.
    Ordinal,
    /// Day it was received or said.
    Date,
    /// How it came.
    Channel,
    /// Unit.
    Unit,
    /// Who reports.
    Reporter,
    /// The matter.
    Content,
    /// A title of its own.
    Title,
    /// Topic.
    Topic,
    /// Urgency.
    Urgency,
    /// Place within the unit.
    Place,
    /// What was done with it.
    Handling,
    /// Tendency.
    Tendency,
    /// Prevalence.
    Band,
    /// Group of people.
    Group,
    /// Rumour or not.
    Rumour,
    /// Recommendation.
    Recommendation,
    /// Forecast.
    Forecast,
    /// The form's own identity.
    Key,
}

impl Field {
    /// All of them, the most asked for first, as they are offered for a column.
    pub const ALL: [Self; 18] = [
        Self::Content,
        Self::Date,
        Self::Unit,
        Self::Reporter,
        Self::Channel,
        Self::Topic,
        Self::Title,
        Self::Place,
        Self::Urgency,
        Self::Handling,
        Self::Group,
        Self::Band,
        Self::Tendency,
        Self::Rumour,
        Self::Forecast,
        Self::Recommendation,
        Self::Key,
        Self::Ordinal,
    ];

    /// The field of a code, or of a label as a form or log bears it.
    pub fn from_name(name: &str) -> Option<Self> {
        let flat = name.trim().to_lowercase();
        Self::ALL.into_iter().find(|known| known.code() == flat).or_else(|| field(name))
    }

    /// Its name in mappings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Channel => "channel",
            Self::Unit => "unit",
            Self::Reporter => "reporter",
            Self::Content => "content",
            Self::Title => "title",
            Self::Topic => "topic",
            Self::Urgency => "urgency",
            Self::Place => "place",
            Self::Handling => "handling",
            Self::Tendency => "tendency",
            Self::Band => "band",
            Self::Group => "group",
            Self::Rumour => "rumour",
            Self::Recommendation => "recommendation",
            Self::Forecast => "forecast",
            Self::Key => "key",
        }
    }
}

/// Labels, folded; the first that a label begins with decides, so longer ones stand first.
const LABELS: &[(&str, Field)] = &[
    ("noi dung kien nghi", Field::Recommendation),
    ("noi dung", Field::Content),
    ("y kien phan anh", Field::Content),
    ("thong tin phan anh", Field::Content),
    ("tieu de", Field::Title),
    ("trich yeu", Field::Title),
    ("vu viec", Field::Title),
    ("ho va ten", Field::Reporter),
    ("ho ten", Field::Reporter),
    ("nguoi phan anh", Field::Reporter),
    ("nguoi bao cao", Field::Reporter),
    ("nguoi cung cap", Field::Reporter),
    ("cong tac vien", Field::Reporter),
    ("ten ctv", Field::Reporter),
    ("ctv", Field::Reporter),
    ("don vi", Field::Unit),
    ("xa phuong", Field::Unit),
    ("dia phuong", Field::Unit),
    ("co quan", Field::Unit),
    ("dia ban", Field::Place),
    ("dia diem", Field::Place),
    ("noi xay ra", Field::Place),
    ("ngay", Field::Date),
    ("today", Field::Date),
    ("thoi gian", Field::Date),
    ("thoi diem", Field::Date),
    ("hinh thuc", Field::Channel),
    ("kenh", Field::Channel),
    ("nguon", Field::Channel),
    ("linh vuc", Field::Topic),
    ("chu de", Field::Topic),
    ("nhom van de", Field::Topic),
    ("muc do pho bien", Field::Band),
    ("pho bien", Field::Band),
    ("ty le", Field::Band),
    ("muc do khan", Field::Urgency),
    ("muc do", Field::Urgency),
    ("do khan", Field::Urgency),
    ("khan", Field::Urgency),
    ("khuynh huong", Field::Tendency),
    ("chieu huong", Field::Tendency),
    ("thai do", Field::Tendency),
    ("nhom doi tuong", Field::Group),
    ("doi tuong", Field::Group),
    ("tang lop", Field::Group),
    ("tin don", Field::Rumour),
    ("huong xu ly", Field::Handling),
    ("ket qua xu ly", Field::Handling),
    ("xu ly", Field::Handling),
    ("ghi chu", Field::Handling),
    ("tra loi", Field::Handling),
    ("kien nghi", Field::Recommendation),
    ("de xuat", Field::Recommendation),
    ("de nghi", Field::Recommendation),
    ("du bao", Field::Forecast),
    ("nhan dinh", Field::Forecast),
    ("uuid", Field::Key),
    ("ma phieu", Field::Key),
    ("stt", Field::Ordinal),
    ("tt", Field::Ordinal),
    ("so tt", Field::Ordinal),
    ("so thu tu", Field::Ordinal),
];

/// What a label stands for.
pub fn field(label: &str) -> Option<Field> {
    if label.chars().count() > 60 {
        return None;
    }
    let folded = fold(label);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    LABELS
        .iter()
        .find(|(lead, _)| {
            words == *lead || words.strip_prefix(lead).is_some_and(|rest| rest.starts_with(' '))
        })
        .map(|(_, field)| *field)
}

/// Fewest known columns of a log nobody confirmed.
const FEWEST: usize = 3;

/// Column (from 0) → what it holds. Columns that hold nothing for a report are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping(pub BTreeMap<usize, Field>);

impl Mapping {
    /// The first column of each field.
    pub fn by_field(&self) -> HashMap<Field, usize> {
        let mut columns = HashMap::new();
        for (&column, &field) in &self.0 {
            columns.entry(field).or_insert(column);
        }
        columns
    }

    /// There is a column for the matter itself; without one nothing can be made of a row.
    pub fn has_content(&self) -> bool {
        self.0.values().any(|field| *field == Field::Content)
    }

    /// Says what a column holds; a field stands for one column only, so another one loses it.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        self.0.remove(&column);
        if let Some(field) = field {
            self.0.retain(|_, held| *held != field);
            self.0.insert(column, field);
        }
    }

    /// Enough is known for a log: the matter, and when, where, who or what about.
    pub fn fits(&self) -> bool {
        let any = [Field::Reporter, Field::Unit, Field::Date, Field::Topic];
        self.has_content() && self.0.len() >= FEWEST && self.0.values().any(|field| any.contains(field))
    }
}

/// Columns of logs as people confirmed them, by the header's fingerprint.
pub type Layouts = HashMap<String, Mapping>;

/// The header of a sheet, and what its columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Index of the header among the sheet's rows.
    pub header: usize,
    /// Its labels, by column.
    pub labels: Vec<String>,
    /// What the columns hold.
    pub mapping: Mapping,
    /// What the header is known again by: its folded labels.
    pub fingerprint: String,
    /// A person confirmed it, now or another time.
    pub confirmed: bool,
}

impl Layout {
    /// The column of a name as people write it: its letter as Excel shows it, or its label, marks optional.
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = fold(name.trim());
        let labelled = self.labels.iter().position(|label| !wanted.is_empty() && fold(label) == wanted);
        labelled.or_else(|| letter(name.trim()).filter(|column| *column < self.labels.len()))
    }
}

/// The column of a letter as Excel shows it: A, B … Z, AA …
fn letter(name: &str) -> Option<usize> {
    let fits = (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let number =
        || name.bytes().fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    fits.then(|| number() - 1)
}

/// A sheet that is a log of reports, or may be, to be looked at by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSheet {
    /// Name of the sheet; empty for csv.
    pub name: String,
    /// Its header and columns.
    pub layout: Layout,
    /// The first value of each column.
    pub samples: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_offered_once_and_written_by_its_code() {
        let codes: std::collections::BTreeSet<&str> = Field::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(codes.len(), Field::ALL.len());
        for field in Field::ALL {
            assert_eq!(serde_json::to_string(&field).unwrap(), format!("\"{}\"", field.code()));
        }
    }

    #[test]
    fn a_field_stands_for_one_column() {
        let mut mapping = Mapping::default();
        mapping.set(1, Some(Field::Content));
        mapping.set(3, Some(Field::Content));
        assert_eq!(mapping.0, BTreeMap::from([(3, Field::Content)]));
        mapping.set(3, None);
        assert!(!mapping.has_content());
    }

    #[test]
    fn a_mapping_survives_its_json() {
        let mapping = Mapping(BTreeMap::from([(1, Field::Date), (4, Field::Content)]));
        let json = serde_json::to_string(&mapping).unwrap();
        assert_eq!(json, r#"{"1":"date","4":"content"}"#);
        assert_eq!(serde_json::from_str::<Mapping>(&json).unwrap(), mapping);
    }

    #[test]
    fn a_column_is_named_by_letter_or_label() {
        let layout = Layout {
            labels: ["Lúc", "Ai gọi", "Nói gì"].map(str::to_owned).into(),
            ..Layout::default()
        };
        assert_eq!(layout.column("b"), Some(1));
        assert_eq!(layout.column("noi gi"), Some(2));
        assert_eq!([layout.column("D"), layout.column(""), layout.column("ghi chú")], [None; 3]);
        assert_eq!([letter("Z"), letter("AA")], [Some(25), Some(26)]);
    }
}
