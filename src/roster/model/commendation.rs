//! Commendations (khen thưởng), a line each, as people write them down.

use chrono::NaiveDate;

use crate::text::dates::parse_day;

/// A commendation of a collaborator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commendation {
    /// When it was awarded.
    pub on: Option<NaiveDate>,
    /// What it is, and what for.
    pub content: String,
    /// Number of the decision.
    pub number: String,
}

/// What stands before the number of a decision.
const NUMBER: &str = ", QĐ ";

impl Commendation {
    /// As a line: `20/11/2025: Giấy khen của Đảng ủy xã, QĐ 12-QĐ/ĐU`.
    pub fn line(&self) -> String {
        let mut line = String::new();
        if let Some(day) = self.on {
            line.push_str(&day.format("%d/%m/%Y: ").to_string());
        }
        line.push_str(&self.content);
        if !self.number.is_empty() {
            line.push_str(NUMBER);
            line.push_str(&self.number);
        }
        line
    }

    /// Reads a line; a day and a number are optional.
    pub fn read(line: &str, today: NaiveDate) -> Option<Self> {
        let line = line.trim().trim_start_matches(['-', '+', '•']).trim();
        if line.is_empty() {
            return None;
        }
        let dated = line.split_once([':', ' ']).and_then(|(first, rest)| {
            let is_day = first.starts_with(|c: char| c.is_ascii_digit()) && first.contains(['/', '-', '.']);
            parse_day(first, today)
                .ok()
                .filter(|_| is_day)
                .map(|day| (day, rest.trim_start_matches([':', ' '])))
        });
        let (on, rest) = dated.map_or((None, line), |(day, rest)| (Some(day), rest));
        let (content, number) = match rest.rsplit_once(NUMBER) {
            Some((content, number)) if !number.trim().contains(' ') => (content, number.trim()),
            _ => (rest, ""),
        };
        Some(Self { on, content: content.trim().to_owned(), number: number.to_owned() })
    }

    /// All of a text.
    pub fn read_all(text: &str, today: NaiveDate) -> Vec<Self> {
        text.lines().filter_map(|line| Self::read(line, today)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_it_was_written() {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        for line in [
            "20/11/2025: Giấy khen của Đảng ủy xã Lộc An, QĐ 12-QĐ/ĐU",
            "20/11/2025: Giấy khen",
            "Bằng khen của Tỉnh ủy, QĐ 7-QĐ/TU",
            "Biểu dương tại hội nghị tổng kết 2025",
        ] {
            assert_eq!(Commendation::read(line, today).unwrap().line(), line);
        }
        let read = Commendation::read("- 20/11 giấy khen QĐ 5", today).unwrap();
        assert_eq!((read.on, read.content.as_str()), ("2026-11-20".parse().ok(), "giấy khen QĐ 5"));
        assert_eq!(Commendation::read("   ", today), None);
        assert_eq!(Commendation::read_all("một\n\nhai\n", today).len(), 2);
    }

    #[test]
    fn a_year_alone_is_no_day() {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        let read = Commendation::read("2025 Giấy khen", today).unwrap();
        assert_eq!((read.on, read.content.as_str()), (None, "2025 Giấy khen"));
    }
}
