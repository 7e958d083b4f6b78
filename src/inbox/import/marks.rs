//! Marks of secrecy and urgency: words that stand alone in the heading, in a box, a header, a footer or a watermark.

use crate::inbox::model::Urgency;
use crate::text::fold;

/// A mark of state secrecy (Law 117/2025).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Secrecy {
    /// MẬT.
    Secret,
    /// TỐI MẬT.
    TopSecret,
    /// TUYỆT MẬT.
    UtmostSecret,
}

impl Secrecy {
    /// The mark as papers print it.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Secret => "MẬT",
            Self::TopSecret => "TỐI MẬT",
            Self::UtmostSecret => "TUYỆT MẬT",
        }
    }
}

/// A line reduced to what a stamp says: folded letters and single spaces, `M Ậ T` drawn together. Long lines are no
/// stamps and give nothing.
fn stamp(line: &str) -> String {
    if line.chars().count() > 60 {
        return String::new();
    }
    let flat = fold(line);
    let words: Vec<&str> =
        flat.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && words.iter().all(|word| word.chars().count() == 1) {
        return words.concat();
    }
    words.join(" ")
}

/// The mark of secrecy a line of the heading is. `Độ mật: Mật` and `[MẬT]` count; `ong mật`, `bảo mật`, `Mật ong` and a
/// line with other words do not.
pub fn secrecy(line: &str) -> Option<Secrecy> {
    // `mat` without marks is also `mắt`, `mát`, `mặt`: the letters must be right unless typed without any.
    let plain = line.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    let written = line.to_lowercase();
    let drawn: String = written.chars().filter(|c| c.is_alphabetic()).collect();
    if !plain && !drawn.contains("mật") {
        return None;
    }
    if plain && line.chars().any(char::is_lowercase) {
        return None;
    }
    let flat = stamp(line);
    let flat = ["do mat ", "muc do mat ", "dau chi do mat ", "dau do mat ", "do bao mat "]
        .iter()
        .find_map(|lead| flat.strip_prefix(lead))
        .unwrap_or(&flat);
    match flat {
        "mat" => Some(Secrecy::Secret),
        "toi mat" | "toimat" => Some(Secrecy::TopSecret),
        "tuyet mat" | "tuyetmat" => Some(Secrecy::UtmostSecret),
        _ => None,
    }
}

/// The mark of secrecy a subject or a file's first words carry: `[MẬT] …`, `(TỐI MẬT) …`, `MẬT: …`.
pub fn secrecy_of_subject(subject: &str) -> Option<Secrecy> {
    let subject = subject.trim();
    let lead = subject
        .strip_prefix(['[', '('])
        .and_then(|rest| rest.split_once([']', ')']))
        .or_else(|| subject.split_once(':'))
        .map_or(subject, |(lead, _)| lead);
    // In running words only capitals are a mark.
    if lead.chars().any(char::is_lowercase) { None } else { secrecy(lead) }
}

/// The urgency a line of the heading is marked with.
pub fn urgency(line: &str) -> Option<Urgency> {
    let flat = stamp(line);
    let flat = ["do khan ", "muc do khan ", "muc do "]
        .iter()
        .find_map(|lead| flat.strip_prefix(lead))
        .unwrap_or(&flat);
    match flat {
        "hoa toc" | "hoatoc" | "hoa toc hen gio" => Some(Urgency::Flash),
        "thuong khan" | "thuongkhan" => Some(Urgency::VeryUrgent),
        "khan" | "khan cap" => Some(Urgency::Urgent),
        _ => None,
    }
}

/// The urgency a form or a log says: its words may stand with others (`Khẩn cấp`, `Rất khẩn`).
pub fn urgency_of_field(value: &str) -> Urgency {
    if let Some(urgency) = urgency(value) {
        return urgency;
    }
    let flat = fold(value);
    if flat.contains("hoa toc") {
        Urgency::Flash
    } else if flat.contains("thuong khan") {
        Urgency::VeryUrgent
    } else if flat.contains("khan") && !flat.contains("khong khan") || matches!(flat.trim(), "co" | "x") {
        Urgency::Urgent
    } else {
        Urgency::Normal
    }
}

/// The urgency a subject leads with: `KHẨN: …`, `[HỎA TỐC] …`.
pub fn urgency_of_subject(subject: &str) -> Option<Urgency> {
    let subject = subject.trim();
    let lead = subject
        .strip_prefix(['[', '('])
        .and_then(|rest| rest.split_once([']', ')']))
        .or_else(|| subject.split_once(':'))
        .map(|(lead, _)| lead)?;
    urgency(lead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrecy_marks() {
        for (line, mark) in [
            ("MẬT", Secrecy::Secret),
            (" [MẬT] ", Secrecy::Secret),
            ("M Ậ T", Secrecy::Secret),
            ("Mật", Secrecy::Secret),
            ("Độ mật: Mật", Secrecy::Secret),
            ("TỐI MẬT", Secrecy::TopSecret),
            ("TUYỆT  MẬT", Secrecy::UtmostSecret),
            ("TUYET MAT", Secrecy::UtmostSecret),
        ] {
            assert_eq!(secrecy(line), Some(mark), "{line}");
        }
        for line in [
            "ong mật",
            "Mật ong",
            "bảo mật",
            "Không mật",
            "MẮT",
            "mặt",
            "Mat",
            "",
            "MẬT ĐỘ DÂN SỐ",
            "Độ mật: Không",
        ] {
            assert_eq!(secrecy(line), None, "{line}");
        }
        assert_eq!(secrecy_of_subject("[TỐI MẬT] Báo cáo"), Some(Secrecy::TopSecret));
        assert_eq!(secrecy_of_subject("Mật: giá tăng"), None);
        assert_eq!(secrecy_of_subject("Mật ong mất giá"), None);
    }

    #[test]
    fn urgency_marks() {
        assert_eq!(urgency("HOẢ TỐC"), Some(Urgency::Flash));
        assert_eq!(urgency("THƯỢNG KHẨN"), Some(Urgency::VeryUrgent));
        assert_eq!(urgency("K H Ẩ N"), Some(Urgency::Urgent));
        assert_eq!(urgency("KHẨN TRƯƠNG"), None);
        assert_eq!(urgency_of_subject("KHẨN: báo cáo ngập lụt"), Some(Urgency::Urgent));
        assert_eq!(urgency_of_field("Bình thường"), Urgency::Normal);
        assert_eq!(urgency_of_field("Rất khẩn"), Urgency::Urgent);
    }
}
