//! Words of the enumerations of classes and meetings, and of their days.

use chrono::{Datelike, NaiveDate};

use super::model::{AgendaColumn, AgendaKind, AgendaProblem, ClassKind, ClassState, DayPart, Repeat};
use super::papers::year::DutyLine;
use crate::words::Words;

/// Words of a kind.
pub fn kind(words: &Words, kind: ClassKind) -> &str {
    match kind {
        ClassKind::Class => words.training_kind_class(),
        ClassKind::Briefing => words.training_kind_briefing(),
        ClassKind::Conference => words.training_kind_conference(),
    }
}

/// Words of a state.
pub fn state(words: &Words, state: ClassState) -> &str {
    match state {
        ClassState::Draft => words.training_state_draft(),
        ClassState::Planned => words.training_state_planned(),
        ClassState::Summoned => words.training_state_summoned(),
        ClassState::Running => words.training_state_running(),
        ClassState::Held => words.training_state_held(),
        ClassState::Postponed => words.training_state_postponed(),
        ClassState::Cancelled => words.training_state_cancelled(),
    }
}

/// Words of how a standing meeting repeats.
pub fn repeat(words: &Words, repeat: Repeat) -> &str {
    match repeat {
        Repeat::Never => words.training_repeat_never(),
        Repeat::Month => words.training_repeat_month(),
        Repeat::Quarter => words.training_repeat_quarter(),
    }
}

/// Words of a part of the day; empty when it is not said.
pub fn part(words: &Words, part: DayPart) -> &str {
    match part {
        DayPart::Unknown => "",
        DayPart::Morning => words.training_part_morning(),
        DayPart::Afternoon => words.training_part_afternoon(),
        DayPart::Evening => words.training_part_evening(),
    }
}

/// Words of a point of an agenda; empty for any other.
pub fn agenda(words: &Words, kind: AgendaKind) -> &str {
    match kind {
        AgendaKind::Other => "",
        AgendaKind::Synthesis => words.training_agenda_synthesis(),
        AgendaKind::Addition => words.training_agenda_addition(),
        AgendaKind::Answer => words.training_agenda_answer(),
        AgendaKind::Orientation => words.training_agenda_orientation(),
    }
}

/// A column of the agenda, as its order is told.
pub fn column(words: &Words, column: AgendaColumn) -> &str {
    match column {
        AgendaColumn::Days => words.training_sort_days(),
        AgendaColumn::State => words.training_column_state(),
        AgendaColumn::Kind => words.training_column_kind(),
        AgendaColumn::Title => words.training_column_title(),
        AgendaColumn::Place => words.training_column_place(),
        AgendaColumn::People => words.training_sort_people(),
        AgendaColumn::Tasks => words.training_sort_tasks(),
    }
}

/// Name of a view every file has.
pub fn agenda_view<'a>(words: &'a Words, code: &'a str) -> &'a str {
    words.by_id(&format!("training-view-{code}")).unwrap_or(code)
}

/// Why a filter cannot be read.
pub fn agenda_problem(words: &Words, problem: &AgendaProblem) -> String {
    match problem {
        AgendaProblem::Key(part) => words.training_filter_key(part.as_str()),
        AgendaProblem::Group(value) => words.training_filter_group(value.as_str()),
        AgendaProblem::State(value) => words.training_filter_state(value.as_str()),
        AgendaProblem::Kind(value) => words.training_filter_kind(value.as_str()),
        AgendaProblem::Year(value) => words.training_filter_year(value.as_str()),
        AgendaProblem::Quarter(value) => words.training_filter_quarter(value.as_str()),
    }
}

/// How often a duty is, who sends it to whom, and when it is due.
pub fn duty(words: &Words, duty: &DutyLine) -> [String; 3] {
    let often = match duty.period.as_str() {
        "week" => words.training_duty_week(),
        "month" => words.training_duty_month(),
        "quarter" => words.training_duty_quarter(),
        "half_year" => words.training_duty_half(),
        "year" => words.training_duty_year(),
        _ => "",
    };
    let who = match (duty.owes, duty.who.as_str()) {
        (true, _) if duty.counterpart.trim().is_empty() => words.training_duty_owes().to_owned(),
        (true, _) => words.training_duty_to(duty.counterpart.trim()),
        (false, "collaborator") => words.training_duty_collaborators().to_owned(),
        (false, _) => words.training_duty_units().to_owned(),
    };
    let due = match duty.due_day {
        0 => words.training_duty_last_day().to_owned(),
        days @ 1.. => words.training_duty_after(days),
        days => words.training_duty_before(-days),
    };
    [often.to_owned(), who, due]
}

/// Days of a class: `14–15/10`, `30/09–02/10`, the vague date as it was written, or empty.
pub fn days(
    words: &Words,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    vague: &str,
    today: NaiveDate,
) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => words.day_short(from, today),
        (Some(from), Some(to)) if (from.year(), from.month()) == (to.year(), to.month()) => {
            format!("{:02}–{}", from.day(), words.day_short(to, today))
        }
        (Some(from), Some(to)) => format!("{}–{}", words.day_short(from, today), words.day_short(to, today)),
        (Some(day), None) | (None, Some(day)) => words.day_short(day, today),
        (None, None) => vague.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn days_are_written_as_short_as_they_are_clear() {
        let words = Words::new(Language::Vietnamese);
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        let day = |text: &str| text.parse().ok();
        assert_eq!(days(&words, day("2026-10-14"), day("2026-10-15"), "", today), "14–15/10");
        assert_eq!(days(&words, day("2026-09-30"), day("2026-10-02"), "", today), "30/09–02/10");
        assert_eq!(days(&words, day("2027-01-05"), day("2027-01-05"), "", today), "05/01/2027");
        assert_eq!(days(&words, None, None, "trung tuần tháng 4", today), "trung tuần tháng 4");
    }
}
