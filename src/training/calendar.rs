//! Classes and meetings as events of a calendar.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::labels;
use super::model::{Class, ClassState, NewClass, Session};
use crate::exchange::{EventOut, Span, Sure};
use crate::words::Words;

/// Events of these classes: one a session, sessions of one half-day without hours together, whole days where there are no
/// sessions. What has no day yet is left out; the second number says how many classes that are.
pub fn events(classes: &[Class], words: &Words) -> (Vec<EventOut>, usize) {
    let mut events = Vec::new();
    let mut undated = 0;
    for class in classes {
        let before = events.len();
        of_class(&mut events, class, words);
        undated += usize::from(events.len() == before);
    }
    (events, undated)
}

fn of_class(events: &mut Vec<EventOut>, class: &Class, words: &Words) {
    let known = &class.known;
    let mut last: Option<&Session> = None;
    for session in known.sessions.iter().filter(|session| day_of(known, session).is_some()) {
        let untimed = hours(known, session).is_none();
        let same = |last: &Session| {
            untimed
                && hours(known, last).is_none()
                && (day_of(known, last), last.part) == (day_of(known, session), session.part)
        };
        match events.last_mut().filter(|_| last.is_some_and(same)) {
            Some(event) => {
                event.text.push('\n');
                event.text.push_str(&content(session));
            }
            None => events.extend(of_session(class, session, words)),
        }
        last = Some(session);
    }
    if last.is_none()
        && let Some(from) = known.date_from
    {
        let span = Span::Days(from, known.date_to.unwrap_or(from));
        events.push(event(class.id, span, known, known.title.clone(), known.purpose.clone()));
    }
}

/// The day of a session; one without is on the only day of its class.
fn day_of(known: &NewClass, session: &Session) -> Option<chrono::NaiveDate> {
    session.on.or(known.date_from.filter(|from| known.date_to.is_none_or(|to| to == *from)))
}

fn of_session(class: &Class, session: &Session, words: &Words) -> Option<EventOut> {
    let known = &class.known;
    let day = day_of(known, session)?;
    let part = labels::part(words, session.part);
    let (span, title) = if let Some((from, to)) = hours(known, session) {
        (Span::Hours(from, to), known.title.clone())
    } else if part.is_empty() {
        (Span::Days(day, day), known.title.clone())
    } else {
        (Span::Days(day, day), format!("{} ({part})", known.title))
    };
    let mut event = event(session.id.unwrap_or(class.id), span, known, title, content(session));
    if !session.hall.is_empty() {
        event.place = [session.hall.as_str(), &known.place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
    }
    Some(event)
}

/// Begin and end, where the session says when it begins.
fn hours(known: &NewClass, session: &Session) -> Option<(NaiveDateTime, Option<NaiveDateTime>)> {
    let day = day_of(known, session)?;
    let at = |time: &str| Some(day.and_time(time.parse().ok()?));
    Some((at(&session.time_from)?, at(&session.time_to)))
}

fn content(session: &Session) -> String {
    if session.speaker.is_empty() {
        session.content.clone()
    } else {
        format!("{} — {}", session.content, session.speaker)
    }
}

fn event(id: Uuid, span: Span, known: &NewClass, title: String, text: String) -> EventOut {
    let sure = match known.state {
        ClassState::Cancelled => Sure::Cancelled,
        ClassState::Draft | ClassState::Postponed => Sure::Tentative,
        ClassState::Planned | ClassState::Summoned | ClassState::Running | ClassState::Held => {
            Sure::Confirmed
        }
    };
    EventOut { uid: id.to_string(), span, sure, title, place: known.place.clone(), text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::model::DayPart;
    use crate::words::Language;

    #[test]
    fn sessions_with_hours_stand_alone_and_contents_of_a_half_day_together() {
        let day = |text: &str| text.parse().ok();
        let session = |on: &str, part, hours: (&str, &str), content: &str| Session {
            id: Some(Uuid::from_u128(content.len() as u128)),
            on: day(on),
            part,
            time_from: hours.0.into(),
            time_to: hours.1.into(),
            content: content.into(),
            hall: "Hội trường A".into(),
            ..Session::default()
        };
        let class = |id: u128, sessions, from: &str, to: &str| Class {
            id: Uuid::from_u128(id),
            known: NewClass {
                title: format!("Lớp {id}"),
                date_from: day(from),
                date_to: day(to),
                place: "UBND xã".into(),
                state: ClassState::Planned,
                sessions,
                ..NewClass::default()
            },
            absences: Vec::new(),
        };
        let first = vec![
            session("2026-12-14", DayPart::Morning, ("07:30", "09:00"), "Khai mạc"),
            session("2026-12-14", DayPart::Afternoon, ("", ""), "Chuyên đề 1"),
            session("2026-12-14", DayPart::Afternoon, ("", ""), "Thảo luận"),
            session("2026-12-15", DayPart::Unknown, ("", ""), "Đi thực tế"),
        ];
        let classes = [
            class(1, first, "2026-12-14", "2026-12-15"),
            class(2, Vec::new(), "2026-12-20", "2026-12-21"),
            class(3, Vec::new(), "", ""),
        ];
        let (events, undated) = events(&classes, &Words::new(Language::Vietnamese));
        let told: Vec<String> = events
            .iter()
            .map(|event| format!("{} | {} | {:?} | {}", event.title, event.text, event.span, event.place))
            .collect();
        assert_eq!(
            told,
            [
                "Lớp 1 | Khai mạc | Hours(2026-12-14T07:30:00, Some(2026-12-14T09:00:00)) | Hội trường A, UBND xã",
                "Lớp 1 (chiều) | Chuyên đề 1\nThảo luận | Days(2026-12-14, 2026-12-14) | Hội trường A, UBND xã",
                "Lớp 1 | Đi thực tế | Days(2026-12-15, 2026-12-15) | Hội trường A, UBND xã",
                "Lớp 2 |  | Days(2026-12-20, 2026-12-21) | UBND xã",
            ]
        );
        assert_eq!(undated, 1);
    }
}
