//! Reading what people write in fields: days, times of day, numbers, phone numbers.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::text::dates::{DateProblem, parse_day, parse_period};
use crate::text::fold;
use crate::text::phone::{phone_shown, phones_in};
use crate::words::Words;

/// Why a field with a day cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No known form of a day.
    Day,
    /// There is no such day.
    NoSuchDay,
    /// The time of day does not exist.
    Time,
    /// No known form of a period.
    Period,
}

/// The words for it: what is wrong and what can be written.
pub fn said(problem: Unread, words: &Words) -> String {
    match problem {
        Unread::Day => words.form_day_unread(),
        Unread::NoSuchDay => words.form_day_none(),
        Unread::Time => words.form_time_unread(),
        Unread::Period => words.form_period_unread(),
    }
    .to_owned()
}

/// Reads a day.
///
/// # Errors
/// Why it is none.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, Unread> {
    parse_day(text, today).map_err(|problem| match problem {
        DateProblem::NoSuchDay => Unread::NoSuchDay,
        DateProblem::Form | DateProblem::Reversed => Unread::Day,
    })
}

/// Reads a day with a time of day: `20/11 14:30`, `14h30 hôm qua`, `bây giờ`. A day alone is its beginning, today is now; a time
/// alone is today's.
///
/// # Errors
/// Why it is none.
pub fn moment(text: &str, now: NaiveDateTime) -> Result<NaiveDateTime, Unread> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Err(Unread::Day);
    }
    if matches!(fold(&words.concat()).as_str(), "baygio" | "now" | "nay" | "homnay" | "today") {
        return Ok(now);
    }
    let at = words.iter().position(|word| is_time(word));
    let time = at.and_then(|at| words.get(at)).map(|word| time(word)).transpose()?;
    let rest: Vec<&str> =
        words.iter().enumerate().filter(|(place, _)| Some(*place) != at).map(|(_, word)| *word).collect();
    let day = if rest.is_empty() { now.date() } else { day(&rest.join(" "), now.date())? };
    Ok(match time {
        Some(time) => day.and_time(time),
        None if day == now.date() => now,
        None => day.and_time(NaiveTime::MIN),
    })
}

/// `14:30`, `14h30`, `14h`.
fn is_time(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
        && word.contains([':', 'h', 'H', 'g'])
        && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | 'h' | 'H' | 'g'))
}

fn time(word: &str) -> Result<NaiveTime, Unread> {
    let mut parts = word.split([':', 'h', 'H', 'g']);
    let mut part = || match parts.next() {
        None | Some("") => Ok(0),
        Some(digits) => digits.parse::<u32>().map_err(|_| Unread::Time),
    };
    NaiveTime::from_hms_opt(part()?, part()?, part()?).ok_or(Unread::Time)
}

/// What was understood of a day: `thứ Sáu 20/11/2026`.
pub fn understood(text: &str, with_time: bool, now: NaiveDateTime, words: &Words) -> Option<String> {
    let moment = if with_time {
        moment(text, now).ok()?
    } else {
        day(text, now.date()).ok()?.and_time(NaiveTime::MIN)
    };
    let weekday = match moment.weekday().num_days_from_monday() {
        0 => words.form_monday(),
        1 => words.form_tuesday(),
        2 => words.form_wednesday(),
        3 => words.form_thursday(),
        4 => words.form_friday(),
        5 => words.form_saturday(),
        _ => words.form_sunday(),
    };
    let time = if with_time && moment.time() != NaiveTime::MIN {
        moment.format(" %H:%M").to_string()
    } else {
        String::new()
    };
    Some(format!("{weekday} {}{time}", words.day(moment.date())))
}

/// What was understood of a period: `01/10/2026 – 31/10/2026`.
pub fn period_shown(text: &str, today: NaiveDate, words: &Words) -> Option<String> {
    let period = parse_period(text, today).ok()?;
    Some(format!("{} – {}", words.day(period.from), words.day(period.to)))
}

/// Reads a whole number; dots and blanks may group its digits.
pub fn number(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '\u{a0}')).collect();
    digits.parse().ok()
}

/// The parts of a text that are no phone numbers.
pub fn unread_phones(text: &str) -> Vec<String> {
    let read = phones_in(text);
    if read.numbers.is_empty() && read.unreadable.is_empty() && !text.trim().is_empty() {
        return vec![text.trim().to_owned()];
    }
    read.unreadable
}

/// Phone numbers as people read them, when they were written another way.
pub fn phones_shown(text: &str) -> Option<String> {
    let numbers = phones_in(text).numbers;
    let shown = numbers.iter().map(|number| phone_shown(number)).collect::<Vec<_>>().join(", ");
    (!shown.is_empty() && shown != text.trim()).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> NaiveDateTime {
        // A Sunday.
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 15, 30).unwrap()
    }

    fn at(text: &str) -> String {
        moment(text, now())
            .map_or_else(|problem| format!("{problem:?}"), |at| at.format("%d/%m %H:%M").to_string())
    }

    #[test]
    fn moments_as_people_write_them() {
        for (text, read) in [
            ("bây giờ", "22/11 09:15"),
            ("hôm nay", "22/11 09:15"),
            ("20/11", "20/11 00:00"),
            ("20/11 14:30", "20/11 14:30"),
            ("14h30 hôm qua", "21/11 14:30"),
            ("8h", "22/11 08:00"),
            ("7:05", "22/11 07:05"),
            ("thứ hai 8h", "16/11 08:00"),
            ("25h", "Time"),
            ("31/2", "NoSuchDay"),
            ("ngày mưa", "Day"),
            // An empty field says no moment, least of all now.
            ("", "Day"),
        ] {
            assert_eq!(at(text), read, "{text}");
        }
    }

    #[test]
    fn numbers_may_be_grouped() {
        assert_eq!(number("1.200"), Some(1200));
        assert_eq!(number("-3"), Some(-3));
        assert_eq!(number("ba"), None);
    }

    #[test]
    fn what_is_no_phone_number_is_named() {
        assert_eq!(unread_phones("0912 345 678, 12345"), ["12345"]);
        assert_eq!(unread_phones("không có"), ["không có"]);
        assert!(unread_phones("").is_empty());
    }
}
