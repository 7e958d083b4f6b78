//! What comes after the month shown: the next classes and meetings, and what falls due.

use chrono::NaiveDate;

use super::State;
use super::agenda::{When, when};
use crate::training::model::Month;

/// A line of what is ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AheadLine {
    /// What it is.
    pub what: Ahead,
    /// Days, as they are written; empty for a day.
    pub days: (Option<NaiveDate>, Option<NaiveDate>, String),
    /// What it says.
    pub text: String,
}

/// What a line of what is ahead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// A class or meeting.
    Class,
    /// Something to prepare.
    Task,
    /// Something to prepare that should be done.
    Late,
    /// Names that units still have to send for the class the line names.
    Names {
        /// So many names.
        missing: i64,
        /// So many units.
        units: u32,
        /// Their day is over.
        late: bool,
    },
    /// Something that is wanted in two places at one time.
    Clash,
}

/// Most lines of each.
const MOST: usize = 12;

/// The next classes after the month shown, and what falls due, by day.
pub(super) fn lines(state: &State) -> Vec<AheadLine> {
    let Some(month) = state.month.filter(|_| state.typed.is_empty()) else { return Vec::new() };
    let begin = |class: &crate::training::model::ClassLine| match when(class, state.today_year()) {
        When::Months(from, _) => Some(from),
        When::Undated => None,
    };
    let current = Month::of(state.today);
    let mut classes: Vec<(NaiveDate, AheadLine)> = state
        .classes
        .iter()
        .flatten()
        .filter_map(|class| {
            let from = begin(class).filter(|from| *from > month && *from >= current)?;
            let days = (class.date_from, class.date_to, class.date_text.clone());
            let order = class.date_from.unwrap_or_else(|| from.last());
            Some((order, AheadLine { what: Ahead::Class, days, text: class.title.clone() }))
        })
        .collect();
    classes.sort_by_key(|(order, _)| *order);
    classes.truncate(MOST);
    let tasks = state.due.iter().take(MOST).map(|task| {
        let what = if task.due_on < state.today { Ahead::Late } else { Ahead::Task };
        let owner = if task.owner.is_empty() { String::new() } else { format!(", {}", task.owner) };
        let days = (Some(task.due_on), None, String::new());
        (task.due_on, AheadLine { what, days, text: format!("{}{owner} · {}", task.task, task.title) })
    });
    let names = state.names.iter().take(MOST).map(|of| {
        let what = Ahead::Names { missing: of.missing, units: of.units, late: of.due_on < state.today };
        let days = (Some(of.due_on), None, String::new());
        (of.due_on, AheadLine { what, days, text: of.title.clone() })
    });
    // Each stands at both classes; it is told once.
    let twice = state.clashes.iter().filter(|clash| clash.class <= clash.other).take(MOST).map(|clash| {
        let own = state.classes.iter().flatten().find(|class| class.id == clash.class);
        let titles = match own.filter(|own| own.id != clash.other) {
            Some(own) => format!("{} · {}", own.title, clash.title),
            None => clash.title.clone(),
        };
        let days = (Some(clash.on), None, String::new());
        (clash.on, AheadLine { what: Ahead::Clash, days, text: format!("{}: {titles}", clash.name) })
    });
    let mut lines: Vec<(NaiveDate, AheadLine)> =
        classes.into_iter().chain(tasks).chain(names).chain(twice).collect();
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::training::model::{ClassKind, ClassLine, ClassState, DueTask};

    #[test]
    fn what_comes_next_stands_by_day_with_what_falls_due() {
        let class = |title: &str, from: &str, vague: &str| ClassLine {
            id: Uuid::nil(),
            kind: ClassKind::Class,
            title: title.into(),
            date_from: from.parse().ok(),
            date_to: from.parse().ok(),
            date_text: vague.into(),
            place: String::new(),
            state: ClassState::Planned,
            participants: 0,
            open_tasks: 0,
            tasks: 0,
            series: None,
            concluded: false,
        };
        let task = |task: &str, due: &str| DueTask {
            class: Uuid::nil(),
            title: "Lớp".into(),
            task: task.into(),
            owner: String::new(),
            due_on: due.parse().unwrap(),
        };
        let state = State {
            classes: Some(vec![
                class("cũ", "2026-09-01", ""),
                class("tháng này", "2026-11-25", ""),
                class("sau", "", "trung tuần tháng 12"),
                class("sau nữa", "2027-01-05", ""),
            ]),
            due: vec![task("Tài liệu", "2026-11-20"), task("Hội trường", "2026-12-28")],
            month: Some(Month { year: 2026, month: 11 }),
            today: "2026-11-22".parse().unwrap(),
            ..State::default()
        };
        let lines = lines(&state);
        let told: Vec<(Ahead, &str)> = lines.iter().map(|line| (line.what, line.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Ahead::Late, "Tài liệu · Lớp"),
                (Ahead::Task, "Hội trường · Lớp"),
                (Ahead::Class, "sau"),
                (Ahead::Class, "sau nữa"),
            ]
        );
    }
}
