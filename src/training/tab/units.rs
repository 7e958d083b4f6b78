//! The units of a class: whose names came, the message that reminds of the others, entering the names a unit sent.

use std::fmt::Write as _;

use chrono::NaiveDate;
use uuid::Uuid;

use super::form::{self, Asked};
use super::{Effects, State, Window};
use crate::screen::reminder::Reminder;
use crate::screen::{Effect, Moment, Notice};
use crate::training::labels;
use crate::training::model::{Class, UnitTally};
use crate::words::Words;

/// Asks for the form that takes the names of the unit under the cursor.
pub(super) fn names(state: &State) -> Effects {
    let (Some(parts), Some(class)) = (&state.parts, &state.class) else { return Effect::unused() };
    let here = parts.list.current().and_then(|line| parts.units.get(line.at));
    form::ask(match here.and_then(|unit| unit.unit) {
        Some(unit) => Asked::Names(class.id, unit),
        None => Asked::People(class.id),
    })
}

/// Shows the message to the units that lack names, and copies it.
pub(super) fn remind(state: &mut State, moment: &Moment) -> Effects {
    let (Some(parts), Some(class)) = (&state.parts, &state.class) else { return Effect::unused() };
    let words = moment.words;
    let Some((text, count)) = message(class, &parts.units, moment.today(), words) else {
        return vec![Effect::Notify(Notice::note(words.training_names_complete()))];
    };
    state.window = Some(Window::Reminder(Reminder::new(text.clone())));
    vec![Effect::Copy(text), Effect::Notify(Notice::done(words.training_names_copied(count as i64)))]
}

/// The message, and how many units it names; `None` when no names are missing.
pub(super) fn message(
    class: &Class,
    units: &[UnitTally],
    today: NaiveDate,
    words: &Words,
) -> Option<(String, usize)> {
    let lacking: Vec<&UnitTally> = units.iter().filter(|unit| unit.tally.missing > 0).collect();
    let first = lacking.first()?;
    let one_day = lacking.iter().all(|unit| unit.due == first.due);
    let known = &class.known;
    let days = labels::days(words, known.date_from, known.date_to, &known.date_text, today);
    let what = if days.is_empty() { known.title.clone() } else { format!("{} ({days})", known.title) };
    let mut text = match first.due.filter(|_| one_day) {
        Some(due) => words.training_remind_head_due(words.day(due), what),
        None => words.training_remind_head(what),
    };
    text.push('\n');
    let missing: i64 = lacking.iter().map(|unit| unit.tally.missing).sum();
    text.push_str(&words.training_remind_list(words.day(today), missing, lacking.len() as i64));
    for (number, unit) in (1..).zip(&lacking) {
        let _ = write!(text, "\n{number}. {}: {}", unit.name, standing(unit, words));
        if let Some(due) = unit.due.filter(|_| !one_day) {
            let _ = write!(text, " ({})", words.training_due(words.day(due)));
        }
    }
    text.push('\n');
    text.push_str(words.training_remind_end());
    Some((text, lacking.len()))
}

/// "1 trưởng ban, 3 cộng tác viên; đã có 2, còn thiếu 2".
fn standing(unit: &UnitTally, words: &Words) -> String {
    let asked = asked(unit, words);
    let sent = if unit.tally.named == 0 {
        words.training_names_none().to_owned()
    } else {
        words.training_names_some(unit.tally.missing, unit.tally.named)
    };
    if asked.is_empty() { sent } else { format!("{asked}; {sent}") }
}

/// Whom a unit was to send: "1 trưởng ban, 3 cộng tác viên".
pub fn asked(unit: &UnitTally, words: &Words) -> String {
    let one = |(category, number): &(String, i64)| {
        words.training_summons_number(category.as_str(), *number).trim().to_owned()
    };
    unit.asked.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Id of the row of a unit; those that are not on the roster have one by their place.
pub(super) fn row_id(unit: &UnitTally, at: usize) -> Uuid {
    unit.unit.unwrap_or(Uuid::from_u128(at as u128 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::model::{NewClass, Participant, Summons};
    use crate::words::Language;

    #[test]
    fn the_message_names_whom_each_unit_still_has_to_send() {
        let words = Words::new(Language::Vietnamese);
        let summons = |unit: u128, name: &str, category: &str, number, due: &str| Summons {
            unit: Some(Uuid::from_u128(unit)),
            unit_name: name.into(),
            category: category.into(),
            number,
            names_due: due.parse().ok(),
            ..Summons::default()
        };
        let from =
            |unit: u128| Participant { summoned_unit: Some(Uuid::from_u128(unit)), ..Participant::default() };
        let mut class = Class {
            id: Uuid::nil(),
            known: NewClass {
                title: "Lớp bồi dưỡng".into(),
                date_from: "2026-12-14".parse().ok(),
                date_to: "2026-12-15".parse().ok(),
                summons: vec![
                    summons(1, "Xã Lộc An", "trưởng ban", 1, "2026-12-05"),
                    summons(1, "Xã Lộc An", "cộng tác viên", 2, "2026-12-05"),
                    summons(2, "Xã Phú Hòa", "cộng tác viên", 2, "2026-12-05"),
                    summons(3, "Phường Bến Đá", "", 1, "2026-12-05"),
                ],
                participants: vec![from(1), from(3)],
                ..NewClass::default()
            },
            absences: Vec::new(),
        };
        let today: NaiveDate = "2026-12-07".parse().unwrap();
        let (text, count) = message(&class, &class.by_unit(), today, &words).unwrap();
        assert_eq!(count, 2);
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "Nhắc gửi danh sách dự Lớp bồi dưỡng (14–15/12), hạn 05/12/2026.",
                "Đến ngày 07/12/2026 còn thiếu 4 người của 2 đơn vị:",
                "1. Xã Lộc An: 1 trưởng ban, 2 cộng tác viên; đã có 1, còn thiếu 2",
                "2. Xã Phú Hòa: 2 cộng tác viên; chưa gửi",
                "Đề nghị gửi họ tên, chức vụ, số điện thoại của từng người.",
            ]
        );
        class.known.summons[2].names_due = "2026-12-09".parse().ok();
        let (text, _) = message(&class, &class.by_unit(), today, &words).unwrap();
        assert!(text.starts_with("Nhắc gửi danh sách dự Lớp bồi dưỡng (14–15/12).\n"), "{text}");
        assert!(text.contains("2. Xã Phú Hòa: 2 cộng tác viên; chưa gửi (hạn 09/12/2026)"), "{text}");
        class.known.summons.clear();
        assert_eq!(message(&class, &class.by_unit(), today, &words), None);
    }
}
