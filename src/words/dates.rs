//! Dates as offices write them: `05/11/2026`, this year's without the year, in both languages.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::Words;

impl Words {
    /// A day with its year: `05/11/2026`.
    pub fn day(&self, day: NaiveDate) -> String {
        format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
    }

    /// A day without the year when it is this year's: `05/11`.
    pub fn day_short(&self, day: NaiveDate, today: NaiveDate) -> String {
        if day.year() == today.year() {
            format!("{:02}/{:02}", day.day(), day.month())
        } else {
            self.day(day)
        }
    }

    /// A moment: `05/11/2026 14:30`.
    pub fn moment(&self, moment: NaiveDateTime) -> String {
        format!("{} {:02}:{:02}", self.day(moment.date()), moment.hour(), moment.minute())
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::words::{Language, Words};

    #[test]
    fn this_years_days_are_written_without_the_year() {
        let words = Words::new(Language::Vietnamese);
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        let older = NaiveDate::from_ymd_opt(2025, 1, 2).unwrap();
        assert_eq!(words.day_short(day, today), "05/11");
        assert_eq!(words.day_short(older, today), "02/01/2025");
        assert_eq!(words.day(day), "05/11/2026");
        assert_eq!(words.moment(day.and_hms_opt(7, 5, 0).unwrap()), "05/11/2026 07:05");
    }
}
