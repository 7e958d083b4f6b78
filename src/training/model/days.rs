//! What is on a day: classes and meetings with their sessions, and what falls due.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use super::{ClassState, DayPart, Month};

/// What stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A class or meeting without sessions on that day.
    Class,
    /// A session.
    Session,
    /// Something to prepare that is due.
    Task,
}

/// One thing on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRow {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// The class it belongs to.
    pub class: Uuid,
    /// Title of the class.
    pub title: String,
    /// How far the class is.
    pub state: ClassState,
    /// Part of the day of a session.
    pub part: DayPart,
    /// Hours of a session, 07:30–11:00.
    pub hours: String,
    /// Content of a session, or what is due.
    pub text: String,
    /// What is due is done.
    pub done: bool,
}

impl Month {
    /// The weeks that hold the month: its first Monday at or before the first day, and how many.
    pub fn weeks(self) -> (NaiveDate, usize) {
        let first = self.first();
        let lead = u64::from(first.weekday().num_days_from_monday());
        let monday = first.checked_sub_days(Days::new(lead)).unwrap_or(first);
        let days = (self.last() - monday).num_days().unsigned_abs() as usize + 1;
        (monday, days.div_ceil(7))
    }
}

/// Beginnings of titles and the letters offices write for them where there is little room; the longer of two first.
const SHORT: &[(&str, &str)] = &[
    ("lớp bồi dưỡng, tập huấn", "BD"),
    ("lớp bồi dưỡng", "BD"),
    ("lớp tập huấn", "TH"),
    ("hội nghị giao ban", "GB"),
    ("hội nghị tập huấn", "TH"),
    ("hội nghị", "HN"),
    ("giao ban", "GB"),
];

/// Words in titles and their usual letters.
const WORDS: &[(&str, &str)] = &[
    ("cộng tác viên", "CTV"),
    ("dư luận xã hội", "DLXH"),
    ("dư luận", "DL"),
    ("nghiệp vụ công tác ", ""),
    ("nghiệp vụ ", ""),
    ("công tác ", ""),
];

/// A title as a narrow column shows it: "Hội nghị giao ban cộng tác viên tháng 12" → "GB CTV tháng 12".
pub fn short_title(title: &str) -> String {
    let title = title.trim();
    let mut short = title.to_owned();
    for (long, letters) in SHORT {
        let Some((at, _)) = title.char_indices().nth(long.chars().count()) else { continue };
        if title[..at].to_lowercase() == *long && title[at..].starts_with(' ') {
            short = format!("{letters}{}", &title[at..]);
            break;
        }
    }
    for (long, letters) in WORDS {
        // The letters of the alphabet keep their length in small ones, so places are the same.
        let small = short.to_lowercase();
        if let Some(at) = small.find(long).filter(|_| small.len() == short.len()) {
            short.replace_range(at..at + long.len(), letters);
        }
    }
    short.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_stands_on_whole_weeks_that_begin_on_monday() {
        let weeks = |year, month| {
            let (monday, count) = Month { year, month }.weeks();
            (monday.to_string(), count)
        };
        assert_eq!(weeks(2026, 11), ("2026-10-26".to_owned(), 6));
        assert_eq!(weeks(2026, 12), ("2026-11-30".to_owned(), 5));
        assert_eq!(weeks(2027, 2), ("2027-02-01".to_owned(), 4));
    }

    #[test]
    fn titles_are_shortened_where_they_all_begin_alike() {
        for (title, short) in [
            ("Hội nghị giao ban cộng tác viên tháng 12", "GB CTV tháng 12"),
            ("Lớp bồi dưỡng nghiệp vụ công tác dư luận xã hội năm 2026", "BD DLXH năm 2026"),
            ("Giao ban quý IV", "GB quý IV"),
            ("Giao ban", "Giao ban"),
            ("Tọa đàm", "Tọa đàm"),
            ("", ""),
        ] {
            assert_eq!(short_title(title), short);
        }
    }
}
