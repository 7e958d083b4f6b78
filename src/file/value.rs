//! How values stand in the file.

use chrono::{DateTime, Local, NaiveDateTime};

const MOMENT: &str = "%Y-%m-%dT%H:%M:%S";

/// A moment as the file writes it: `YYYY-MM-DDTHH:MM:SS`, the office's local time.
pub fn moment_text(moment: NaiveDateTime) -> String {
    moment.format(MOMENT).to_string()
}

/// The moment a text of the file stands for; `None` when it is none.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, MOMENT).ok()
}

/// The local moment of a clock in milliseconds since 1970 UTC, as the file writes it.
pub(super) fn moment_of(milliseconds: i64) -> String {
    DateTime::from_timestamp_millis(milliseconds)
        .map(|moment| moment_text(moment.with_timezone(&Local).naive_local()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_back() {
        let read = moment("2026-11-05T07:08:09").unwrap();
        assert_eq!(moment_text(read), "2026-11-05T07:08:09");
        assert_eq!(moment("2026-11-05"), None);
        assert_eq!(moment_of(0).len(), 19);
    }
}
