//! What Ctrl-C copies of classes and meetings.

use super::{Part, Parts, State, Window, page, units};
use crate::screen::Moment;
use crate::text::phone::phone_shown;
use crate::training::model::Class;

/// The row of the open part; else the whole class as it is read, for a message or a note.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    if let Some(Window::Reminder(reminder)) = &state.window {
        return Some(reminder.text.clone());
    }
    if state.window.is_some() || state.form.is_some() {
        return None;
    }
    let class = state.class.as_ref()?;
    match &state.parts {
        Some(parts) => row(parts, class, moment),
        None => Some(page::text(class, moment)),
    }
}

fn row(parts: &Parts, class: &Class, moment: &Moment) -> Option<String> {
    let (at, known, words) = (parts.list.current()?.at, &class.known, moment.words);
    let told = match parts.part {
        Part::Sessions => {
            let session = known.sessions.get(at)?;
            let day = session.on.map_or_else(String::new, |day| words.day(day));
            let times = [session.time_from.as_str(), session.time_to.as_str()];
            let times = times.into_iter().filter(|time| !time.is_empty()).collect::<Vec<_>>().join("–");
            vec![day, times, session.content.clone(), session.speaker.clone(), session.hall.clone()]
        }
        Part::Tasks => {
            let task = known.preparation.get(at)?;
            let due = task.due_on.map_or_else(String::new, |day| words.day(day));
            vec![task.task.clone(), task.owner.clone(), due]
        }
        Part::People => {
            let person = known.participants.get(at)?;
            let (post, unit) = (person.post.clone(), person.unit_name.clone());
            vec![person.full_name.clone(), post, unit, phone_shown(&person.phone)]
        }
        Part::Points => vec![parts.points.get(at)?.point.content.clone()],
        Part::Units => {
            return units::message(class, &parts.units, moment.today(), words).map(|(text, _)| text);
        }
    };
    Some(told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}
