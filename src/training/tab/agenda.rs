//! The agenda of a month.

use uuid::Uuid;

use super::{Effects, Query, State};
use crate::screen::Effect;
use crate::screen::list::Keyed;
use crate::training::model::{AgendaColumn, AgendaFilter, ClassLine, Month};

/// A class in the agenda: its position among all classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaLine {
    /// Id.
    pub id: Uuid,
    /// Position in [`State::classes`].
    pub at: usize,
}

impl Keyed for AgendaLine {
    type Id = Uuid;
    type Key = usize;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> usize {
        self.at
    }
}

/// Where a class stands in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// From one month to another.
    Months(Month, Month),
    /// Nobody knows.
    Undated,
}

pub(super) fn when(class: &ClassLine, year: i32) -> When {
    class.months(year).map_or(When::Undated, |(from, to)| When::Months(from, to))
}

/// A class is listed in its months; one without any date in every month, so that it is not forgotten.
fn is_in(class: &ClassLine, month: Month) -> bool {
    match when(class, month.year) {
        When::Months(from, to) => from <= month && month <= to,
        When::Undated => true,
    }
}

impl State {
    /// Classes and meetings of the year shown that have a date.
    pub fn in_year(&self) -> usize {
        let Some(month) = self.month else { return 0 };
        let classes = self.classes.iter().flatten();
        classes
            .filter(|class| match when(class, month.year) {
                When::Months(from, to) => from.year <= month.year && month.year <= to.year,
                When::Undated => false,
            })
            .count()
    }

    /// The nearest months with something, before and after the one shown.
    pub fn neighbours(&self) -> (Option<Month>, Option<Month>) {
        let Some(month) = self.month else {
            return (None, None);
        };
        let months = || {
            self.classes.iter().flatten().filter_map(|class| match when(class, month.year) {
                When::Months(from, _) => Some(from),
                When::Undated => None,
            })
        };
        (months().filter(|other| *other < month).max(), months().filter(|other| *other > month).min())
    }

    /// The class of a line.
    pub fn line(&self, line: AgendaLine) -> Option<&ClassLine> {
        self.classes.as_ref()?.get(line.at)
    }
}

/// The month to begin with: this one, or the next with something, or the last that had something.
pub(super) fn first_month(state: &State) -> Month {
    let today = Month::of(state.today);
    let months: Vec<Month> = state
        .classes
        .iter()
        .flatten()
        .filter_map(|class| match when(class, today.year) {
            When::Months(from, to) if from <= today && today <= to => Some(today),
            When::Months(from, _) => Some(from),
            When::Undated => None,
        })
        .collect();
    let next = months.iter().copied().filter(|month| *month >= today).min();
    next.or_else(|| months.iter().copied().max()).unwrap_or(today)
}

pub(super) fn go_month(state: &mut State, step: i32) -> Effects {
    let month = state.month.unwrap_or_else(|| Month::of(state.today));
    state.month = Some(month.plus(step));
    state.typed.set("");
    fill(state, true)
}

/// Fills the list with the month, or with what the filter in the search field leaves of all months, in the order of the column.
pub(super) fn fill(state: &mut State, afresh: bool) -> Effects {
    let month = state.month.unwrap_or_else(|| Month::of(state.today));
    let classes = state.classes.as_deref().unwrap_or_default();
    let read = AgendaFilter::parse(state.typed.text());
    let mut found: Vec<usize> = match &read {
        Ok(_) if state.typed.text().trim().is_empty() => {
            (0..classes.len()).filter(|at| is_in(&classes[*at], month)).collect()
        }
        Ok(filter) => filter.found(classes, state.facts()),
        Err(_) => Vec::new(),
    };
    // The file gives them in the order of their days.
    if state.sorted.column != AgendaColumn::Days || state.sorted.reversed {
        state.sorted.column.sort(&mut found, classes, state.sorted.reversed);
    }
    let lines = found.into_iter().map(|at| AgendaLine { id: classes[at].id, at }).collect();
    if afresh {
        // The marks stay: classes are marked in several months.
        let marked: Vec<Uuid> = state.list.marked().iter().copied().collect();
        state.list.clear();
        state.list.mark_many(marked);
    }
    state.list.set_whole(lines);
    state.problem = read.err();
    state.ahead = super::ahead::lines(state);
    read_class(state)
}

/// Marks every class shown, or takes all marks away when they are.
pub(super) fn mark_all(state: &mut State) {
    let shown: Vec<Uuid> = state.list.rows().map(|line| line.id).collect();
    if shown.iter().all(|id| state.list.marked().contains(id)) {
        state.list.unmark();
    } else {
        state.list.mark_many(shown);
    }
}

/// Reads the class under the cursor.
pub(super) fn read_class(state: &mut State) -> Effects {
    if let Some(id) = state.list.current_id() {
        return vec![Effect::ReadNow(Query::Class(id))];
    }
    state.class = None;
    state.reading = false;
    Effect::none()
}

/// Shows the class another room asked for.
pub(super) fn go_to_wanted(state: &mut State) -> Effects {
    let (Some(wanted), Some(classes)) = (state.wanted, &state.classes) else {
        return Effect::none();
    };
    state.wanted = None;
    let Some(class) = classes.iter().find(|class| class.id == wanted) else {
        return Effect::none();
    };
    let year = chrono::Datelike::year(&state.today);
    if let When::Months(from, _) = when(class, year) {
        state.month = Some(from);
    }
    state.typed.set("");
    fill(state, true);
    state.list.select(wanted);
    read_class(state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::model::{ClassKind, ClassState};

    fn class(id: u128, from: &str, to: &str, vague: &str) -> ClassLine {
        ClassLine {
            id: Uuid::from_u128(id),
            kind: ClassKind::Class,
            title: format!("Lớp {id}"),
            date_from: from.parse().ok(),
            date_to: to.parse().ok(),
            date_text: vague.to_owned(),
            place: String::new(),
            state: ClassState::Planned,
            participants: 0,
            open_tasks: 0,
            tasks: 0,
            series: None,
            concluded: false,
        }
    }

    fn state() -> State {
        State {
            classes: Some(vec![
                class(1, "2026-09-30", "2026-10-02", ""),
                class(2, "", "", "trung tuần tháng 12"),
                class(3, "", "", ""),
            ]),
            today: "2026-11-22".parse().unwrap(),
            ..State::default()
        }
    }

    fn shown(state: &State) -> Vec<u128> {
        state.list.rows().map(|line| line.id.as_u128()).collect()
    }

    #[test]
    fn a_month_lists_what_reaches_into_it_and_what_has_no_date() {
        let mut state = state();
        state.month = Some(Month { year: 2026, month: 9 });
        fill(&mut state, true);
        assert_eq!(shown(&state), [1, 3]);
        go_month(&mut state, 1);
        assert_eq!(shown(&state), [1, 3]);
        go_month(&mut state, 2);
        assert_eq!(shown(&state), [2, 3]);
        go_month(&mut state, 1);
        assert_eq!(state.month, Some(Month { year: 2027, month: 1 }));
        assert_eq!(shown(&state), [3]);
    }

    #[test]
    fn the_agenda_begins_where_something_is_coming() {
        let mut state = state();
        assert_eq!(first_month(&state), Month { year: 2026, month: 12 });
        state.today = "2026-10-01".parse().unwrap();
        assert_eq!(first_month(&state), Month { year: 2026, month: 10 });
        state.classes = Some(Vec::new());
        assert_eq!(first_month(&state), Month { year: 2026, month: 10 });
    }

    #[test]
    fn a_search_looks_at_all_months() {
        let mut state = state();
        state.month = Some(Month { year: 2026, month: 1 });
        state.typed.set("lop 2");
        fill(&mut state, true);
        assert_eq!(shown(&state), [2]);
    }
}
