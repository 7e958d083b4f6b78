//! Calendars out: iCalendar (RFC 5545), as calendar programs take them in.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::content_line::{escaped, put};

/// When something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Whole days, the last one included.
    Days(NaiveDate, NaiveDate),
    /// From a time to another, which may not be known, as clocks in Viet Nam show it.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// It may change.
    Tentative,
    /// It is set.
    Confirmed,
    /// It was called off.
    Cancelled,
}

/// Something in a calendar. What is empty is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventOut {
    /// Id that stays the same from one export to the next, so that a calendar changes what it has.
    pub uid: String,
    /// When.
    pub span: Span,
    /// How sure.
    pub sure: Sure,
    /// Title.
    pub title: String,
    /// Place.
    pub place: String,
    /// Text.
    pub text: String,
}

/// The one time zone of the country, without summer time.
const ZONE: &str = "Asia/Ho_Chi_Minh";

/// The events as the text of a file. `written` is now, in UTC.
pub fn calendar(events: &[EventOut], name: &str, written: NaiveDateTime) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//duluan//duluan//VI", "CALSCALE:GREGORIAN"] {
        put(&mut out, line);
    }
    put(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    if events.iter().any(|event| matches!(event.span, Span::Hours(..))) {
        zone(&mut out);
    }
    for event in events {
        put(&mut out, "BEGIN:VEVENT");
        put(&mut out, &format!("UID:{}", escaped(&event.uid)));
        put(&mut out, &format!("DTSTAMP:{}Z", moment(written)));
        match event.span {
            Span::Days(from, to) => {
                put(&mut out, &format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")));
                // The end of days is the day after.
                let end = to.max(from).checked_add_days(Days::new(1)).unwrap_or(to);
                put(&mut out, &format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
            }
            Span::Hours(from, to) => {
                put(&mut out, &format!("DTSTART;TZID={ZONE}:{}", moment(from)));
                if let Some(to) = to.filter(|to| *to > from) {
                    put(&mut out, &format!("DTEND;TZID={ZONE}:{}", moment(to)));
                }
            }
        }
        for (property, text) in
            [("SUMMARY", &event.title), ("LOCATION", &event.place), ("DESCRIPTION", &event.text)]
        {
            if !text.is_empty() {
                put(&mut out, &format!("{property}:{}", escaped(text)));
            }
        }
        put(
            &mut out,
            match event.sure {
                Sure::Tentative => "STATUS:TENTATIVE",
                Sure::Confirmed => "STATUS:CONFIRMED",
                Sure::Cancelled => "STATUS:CANCELLED",
            },
        );
        put(&mut out, "END:VEVENT");
    }
    put(&mut out, "END:VCALENDAR");
    out
}

fn moment(at: NaiveDateTime) -> impl std::fmt::Display {
    at.format("%Y%m%dT%H%M%S")
}

fn zone(out: &mut String) {
    put(out, "BEGIN:VTIMEZONE");
    put(out, &format!("TZID:{ZONE}"));
    for line in [
        "BEGIN:STANDARD",
        "DTSTART:19750613T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        put(out, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_end_the_day_after_and_hours_name_their_zone() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let at = |text: &str| -> NaiveDateTime { text.parse().unwrap() };
        let event = |span, sure| EventOut {
            uid: "0199".into(),
            span,
            sure,
            title: "Khai mạc; điểm danh".into(),
            place: String::new(),
            text: "Dòng một\nDòng hai".into(),
        };
        let whole = calendar(
            &[event(Span::Days(day("2026-12-31"), day("2026-12-31")), Sure::Tentative)],
            "Sổ",
            at("2026-11-22T01:02:03"),
        );
        assert!(whole.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{whole}");
        assert!(!whole.contains("VTIMEZONE") && whole.contains("DTSTAMP:20261122T010203Z\r\n"));
        assert!(whole.contains("SUMMARY:Khai mạc\\; điểm danh\r\n"));
        assert!(whole.contains("DESCRIPTION:Dòng một\\nDòng hai\r\n") && !whole.contains("LOCATION"));
        let hours = Span::Hours(at("2026-12-31T07:30:00"), Some(at("2026-12-31T11:00:00")));
        let timed = calendar(&[event(hours, Sure::Cancelled)], "Sổ", at("2026-11-22T01:02:03"));
        assert!(timed.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T073000\r\n"));
        assert!(timed.contains("DTEND;TZID=Asia/Ho_Chi_Minh:20261231T110000\r\n"));
        assert!(timed.contains("TZID:Asia/Ho_Chi_Minh\r\n") && timed.contains("STATUS:CANCELLED\r\n"));
        assert!(timed.ends_with("END:VCALENDAR\r\n"));
    }
}
