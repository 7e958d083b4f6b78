//! Planning: days as they are written in a plan, hours of a session, a past class as the pattern of a new one.

use chrono::{Datelike, NaiveDate};

use super::{ClassState, NewClass, Participant, Preparation, Session};
use crate::text::dates::{PeriodKind, parse_day, parse_period};

/// The days of a class as they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// First day, when it is known.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What is no day yet: trung tuần tháng 4.
    pub vague: String,
}

impl When {
    /// Reads `14/10`, `14-15/10/2026`, or words that are no day yet and stay as they are.
    pub fn read(text: &str, today: NaiveDate) -> Self {
        let text = text.trim();
        match parse_period(text, today) {
            Ok(days) if matches!(days.kind, PeriodKind::Day | PeriodKind::Custom) => {
                Self { from: Some(days.from), to: Some(days.to), vague: String::new() }
            }
            _ => match two_days(text, today) {
                Some((from, to)) => Self { from: Some(from), to: Some(to), vague: String::new() },
                None => Self { vague: text.to_owned(), ..Self::default() },
            },
        }
    }
}

/// `14-15/12/2026`, `30/9-02/10/2026`: the first day has its month and year from the second where it names none.
fn two_days(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.replace(['–', '—'], "-").replace("đến", "-");
    let (first, last) = text.split_once('-')?;
    let (first, to) = (first.trim(), parse_day(last.trim(), today).ok()?);
    let from = match first.split('/').count() {
        1 => parse_day(&format!("{first}/{}/{}", to.month(), to.year()), today),
        2 => parse_day(&format!("{first}/{}", to.year()), today),
        _ => parse_day(first, today),
    };
    from.ok().filter(|from| *from <= to).map(|from| (from, to))
}

/// Reads the hours of a session: `7h30-11h`, `13:30 – 16:30`, `8h`. The begin and the end as HH:MM; the end may be empty.
pub fn read_hours(text: &str) -> Option<(String, String)> {
    let text = text.trim().replace(['–', '—'], "-").replace("đến", "-");
    let (from, to) = text.split_once('-').unwrap_or((&text, ""));
    let from = hour(from)?;
    let to = if to.trim().is_empty() { String::new() } else { hour(to)? };
    (to.is_empty() || from < to).then_some((from, to))
}

fn hour(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (hours, minutes) = text.split_once(['h', ':', 'g', '.']).unwrap_or((&text, ""));
    let minutes = minutes.trim_end_matches(['h', '\'']).trim();
    let hours: u32 = hours.trim().parse().ok().filter(|hours| *hours < 24)?;
    let minutes: u32 =
        if minutes.is_empty() { 0 } else { minutes.parse().ok().filter(|minutes| *minutes < 60)? };
    Some(format!("{hours:02}:{minutes:02}"))
}

impl NewClass {
    /// The same class once more, as a draft: its program and what must be prepared move with its first day; what happened
    /// and who came stay behind.
    #[must_use]
    pub fn again(&self, when: When) -> Self {
        let moved = |day: Option<NaiveDate>| Some(day? + (when.from? - self.date_from?));
        Self {
            sessions: self
                .sessions
                .iter()
                .map(|of| Session { id: None, on: moved(of.on), ..of.clone() })
                .collect(),
            preparation: self
                .preparation
                .iter()
                .map(|of| Preparation { id: None, due_on: moved(of.due_on), done: false, ..of.clone() })
                .collect(),
            participants: Vec::<Participant>::new(),
            summons: self
                .summons
                .iter()
                .cloned()
                .map(|of| super::Summons { names_due: moved(of.names_due), ..of })
                .collect(),
            date_from: when.from,
            date_to: when.to,
            date_text: when.vague,
            state: ClassState::Draft,
            document_number: String::new(),
            document_date: None,
            result: String::new(),
            certificate_from: None,
            series: None,
            repeat_rule: super::Repeat::Never,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn days_are_days_and_words_stay_words() {
        let today = day("2026-11-22").unwrap();
        let read = |text: &str| When::read(text, today);
        assert_eq!(
            read("14/12/2026"),
            When { from: day("2026-12-14"), to: day("2026-12-14"), vague: String::new() }
        );
        assert_eq!(
            read("14-15/12/2026"),
            When { from: day("2026-12-14"), to: day("2026-12-15"), vague: String::new() }
        );
        assert_eq!(read("30/9 - 2/10/2026").from, day("2026-09-30"));
        assert_eq!(read("14/10/2026 đến 15/10/2026").to, day("2026-10-15"));
        for words in ["15-14/10/2026", "trung tuần tháng 4", "tháng 4/2027", "quý I", "sau Tết"] {
            assert_eq!(read(words), When { vague: words.into(), ..When::default() }, "{words}");
        }
    }

    #[test]
    fn hours_as_programs_write_them() {
        let hours = |text: &str| read_hours(text).map(|(from, to)| format!("{from}-{to}"));
        for (text, read) in [
            ("7h30-11h", "07:30-11:00"),
            ("13:30 – 16:30", "13:30-16:30"),
            ("8h", "08:00-"),
            ("7g30 đến 9g", "07:30-09:00"),
        ] {
            assert_eq!(hours(text).as_deref(), Some(read), "{text}");
        }
        for wrong in ["25h", "sáng", "11h-7h", "7h75"] {
            assert_eq!(hours(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_class_held_again_moves_with_its_first_day() {
        let held = NewClass {
            title: "Lớp bồi dưỡng".into(),
            date_from: day("2026-10-14"),
            date_to: day("2026-10-15"),
            state: ClassState::Held,
            result: "Tốt".into(),
            sessions: vec![Session { on: day("2026-10-15"), ..Session::default() }],
            preparation: vec![Preparation {
                due_on: day("2026-10-12"),
                done: true,
                ..Preparation::default()
            }],
            participants: vec![Participant::default()],
            ..NewClass::default()
        };
        let again = held.again(When { from: day("2027-03-10"), to: day("2027-03-11"), vague: String::new() });
        assert_eq!(
            (again.state, again.result.as_str(), again.participants.len()),
            (ClassState::Draft, "", 0)
        );
        assert_eq!(again.sessions[0].on, day("2027-03-11"));
        assert_eq!((again.preparation[0].due_on, again.preparation[0].done), (day("2027-03-08"), false));
        let vague = held.again(When { vague: "tháng 3".into(), ..When::default() });
        assert_eq!((vague.sessions[0].on, vague.date_text.as_str()), (None, "tháng 3"));
    }
}
