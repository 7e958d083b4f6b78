//! Orientations (định hướng, phản hồi) as their page shows them, and as a message.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::records::OrientationRecord;
use crate::text::identifiers;

identifiers! {
    /// Which orientations the list shows.
    OrientationView {
        /// All.
        #[default]
        All = "all",
        /// Not sent yet.
        Unsent = "unsent",
        /// Sent.
        Sent = "sent",
    }
}

impl OrientationView {
    /// Whether an orientation belongs to the view.
    pub fn holds(self, line: &OrientationLine) -> bool {
        match self {
            Self::All => true,
            Self::Unsent => line.sent_at.is_none(),
            Self::Sent => line.sent_at.is_some(),
        }
    }
}

/// An orientation as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrientationLine {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Sent through what, or to be sent; empty when nobody has said.
    pub sent_through: String,
    /// When it was sent.
    pub sent_at: Option<NaiveDateTime>,
    /// To how many; of one that is not sent, how many its filter means now.
    pub recipients: u64,
    /// Title of the issue it answers.
    pub issue: Option<String>,
    /// Items it answers.
    pub items: u64,
}

/// Somebody it goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// The collaborator; `None` for a unit.
    pub collaborator: Option<Uuid>,
    /// The unit; `None` for a collaborator.
    pub unit: Option<Uuid>,
    /// Name.
    pub name: String,
    /// Of a collaborator: the unit's name.
    pub of: String,
}

/// An orientation whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrientationCard {
    /// Everything the form shows.
    pub record: OrientationRecord,
    /// To whom it went, or would go now.
    pub recipients: Vec<Recipient>,
    /// Those its filter means are not among them yet.
    pub to_find: bool,
}

/// Letters of a line of a message, about: a telephone shows two or three lines of it.
const LONG: usize = 160;

/// An orientation as a message for Zalo: the title in capitals, then short lines. `labels`: what official information and
/// source document are called; `from`: who sends it.
pub fn message(record: &OrientationRecord, labels: [&str; 2], from: &str, mark: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    if !mark.is_empty() {
        lines.push(mark.to_owned());
    }
    lines.push(record.title.trim().to_uppercase());
    let texts =
        [("", &record.content), (labels[0], &record.official_info), (labels[1], &record.source_document)];
    for (label, text) in texts {
        if text.trim().is_empty() {
            continue;
        }
        lines.push(String::new());
        let text = if label.is_empty() { text.clone() } else { format!("{label}: {}", text.trim()) };
        for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            lines.extend(short_lines(paragraph));
        }
    }
    if !from.trim().is_empty() {
        lines.push(String::new());
        lines.push(from.trim().to_owned());
    }
    lines.join("\n")
}

/// A paragraph as it stands when it is short, else a line for a sentence or two.
fn short_lines(paragraph: &str) -> Vec<String> {
    if paragraph.chars().count() <= LONG {
        return vec![paragraph.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for sentence in sentences(paragraph) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + sentence.chars().count() < LONG / 2 => {
                line.push(' ');
                line.push_str(sentence);
            }
            _ => lines.push(sentence.to_owned()),
        }
    }
    lines
}

/// Cut where a sentence ends and the next begins with a capital: `ngày 5.3` and `UBND tỉnh. Bà con` tell them apart.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in paragraph.char_indices().filter(|(_, sign)| matches!(sign, '.' | '!' | '?' | ';')) {
        let end = at + sign.len_utf8();
        let rest = &paragraph[end..];
        let begins = rest.trim_start().chars().next().is_some_and(char::is_uppercase);
        if rest.starts_with(' ') && (begins || sign == ';') {
            found.push(paragraph[start..end].trim());
            start = end;
        }
    }
    found.push(paragraph[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_short_lines_and_says_who_sends_it() {
        let record = OrientationRecord {
            title: "Định hướng về giá nước".into(),
            content: "Giá nước mới áp dụng từ 1.12.2026 theo Quyết định số 45/QĐ-UBND. Hộ nghèo, hộ cận nghèo được hỗ trợ \
                      toàn bộ phần tăng thêm trong sáu tháng đầu. Bà con xem bảng giá tại nhà văn hóa thôn.\n\nĐề nghị \
                      giải thích rõ khi được hỏi."
                .into(),
            source_document: "Quyết định 45/QĐ-UBND".into(),
            ..OrientationRecord::default()
        };
        let told = message(&record, ["Thông tin chính thức", "Căn cứ"], "Ban Tuyên giáo và Dân vận", "");
        assert_eq!(
            told.lines().collect::<Vec<_>>(),
            [
                "ĐỊNH HƯỚNG VỀ GIÁ NƯỚC",
                "",
                "Giá nước mới áp dụng từ 1.12.2026 theo Quyết định số 45/QĐ-UBND.",
                "Hộ nghèo, hộ cận nghèo được hỗ trợ toàn bộ phần tăng thêm trong sáu tháng đầu.",
                "Bà con xem bảng giá tại nhà văn hóa thôn.",
                "Đề nghị giải thích rõ khi được hỏi.",
                "",
                "Căn cứ: Quyết định 45/QĐ-UBND",
                "",
                "Ban Tuyên giáo và Dân vận",
            ]
        );
    }
}
