//! A month as a grid of its days: what is on each, moving by day and by month, opening what is on a day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::agenda::{self, When, when};
use super::form::{self, Asked};
use super::window::Window;
use super::{Effects, Query, State};
use crate::screen::picker::{Choice, Picker};
use crate::screen::{Action, Effect, Moment, Notice};
use crate::training::labels;
use crate::training::model::{ClassState, DayKind, DayPart, DayRow, Month, short_title};
use crate::words::Words;

/// The open grid.
#[derive(Debug)]
pub struct Grid {
    /// The day under the cursor.
    pub day: NaiveDate,
    /// First day shown, a Monday.
    pub monday: NaiveDate,
    /// Weeks shown.
    pub weeks: usize,
    /// What is on the days, as the cells show it. Made when it is read, not while drawing.
    pub entries: BTreeMap<NaiveDate, Vec<Entry>>,
    /// What is on the day under the cursor, at length.
    pub told: Vec<(String, bool)>,
    /// Classes of the month that have no day yet, and those nobody knows a month of.
    pub vague: Vec<String>,
    rows: Vec<DayRow>,
}

/// A line of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it says, as short as it can be told.
    pub text: String,
    /// Over, done or called off.
    pub dim: bool,
    /// It is late, or wanted in two places.
    pub warn: bool,
    /// Something to prepare: whether it is done.
    pub done: Option<bool>,
    class: Uuid,
}

impl Grid {
    /// The month of the day under the cursor.
    pub fn month(&self) -> Month {
        Month::of(self.day)
    }
}

/// Opens the grid on the month of the list.
pub(super) fn open(state: &mut State) -> Effects {
    let month = state.month.unwrap_or_else(|| Month::of(state.today));
    let selected = state.list.current().and_then(|line| state.line(*line)).and_then(|class| class.date_from);
    let day = if month == Month::of(state.today) { state.today } else { month.first() };
    let day = selected.filter(|day| Month::of(*day) == month).unwrap_or(day);
    let (monday, weeks) = month.weeks();
    let (entries, told, vague, rows) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
    state.grid = Some(Grid { day, monday, weeks, entries, told, vague, rows });
    read(state)
}

/// Reads what is on the days in sight.
pub(super) fn read(state: &State) -> Effects {
    let Some(grid) = &state.grid else { return Effect::none() };
    let last = grid.monday + TimeDelta::days(grid.weeks as i64 * 7 - 1);
    vec![Effect::ReadNow(Query::Days(grid.monday, last))]
}

/// The days arrived.
pub(super) fn fill(state: &mut State, rows: Vec<DayRow>, moment: &Moment) -> Effects {
    let Some(mut grid) = state.grid.take() else { return Effect::none() };
    grid.rows = rows;
    grid.entries = entries(state, &grid.rows, moment);
    grid.vague = vague(state, grid.month(), moment.words);
    tell(&mut grid, moment);
    state.grid = Some(grid);
    Effect::none()
}

/// The lines of the cells: of a class one a day, whatever sessions it has.
fn entries(state: &State, rows: &[DayRow], moment: &Moment) -> BTreeMap<NaiveDate, Vec<Entry>> {
    let words = moment.words;
    let mut entries: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
    for row in rows {
        let of_day = entries.entry(row.on).or_default();
        let over = matches!(row.state, ClassState::Held | ClassState::Cancelled | ClassState::Postponed);
        if row.kind == DayKind::Task {
            of_day.push(Entry {
                text: row.text.clone(),
                done: Some(row.done),
                dim: row.done || over,
                warn: !row.done && !over && row.on < state.today,
                class: row.class,
            });
        } else if !of_day.iter().any(|entry| entry.class == row.class) {
            let parts: String = parts_of(rows, row, words);
            let text = [parts, short_title(&row.title)];
            of_day.push(Entry {
                text: text.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
                dim: over,
                done: None,
                warn: state.clashes.iter().any(|clash| clash.class == row.class && clash.on == row.on),
                class: row.class,
            });
        }
    }
    entries
}

/// First letters of the parts of the day a class has sessions in; nothing where all parts are the same as none.
fn parts_of(rows: &[DayRow], of: &DayRow, words: &Words) -> String {
    let mut letters: Vec<char> = Vec::new();
    for row in rows.iter().filter(|row| row.class == of.class && row.on == of.on) {
        let letter = match row.part {
            DayPart::Unknown => None,
            part => labels::part(words, part).chars().next(),
        };
        if let Some(letter) = letter.filter(|letter| !letters.contains(letter)) {
            letters.push(letter);
        }
    }
    letters.into_iter().flat_map(char::to_uppercase).collect()
}

/// Classes of a month without a day.
fn vague(state: &State, month: Month, words: &Words) -> Vec<String> {
    let undated = state.classes.iter().flatten().filter(|class| {
        class.date_from.is_none()
            && class.date_to.is_none()
            && match when(class, month.year) {
                When::Months(from, to) => from <= month && month <= to,
                When::Undated => !matches!(class.state, ClassState::Held | ClassState::Cancelled),
            }
    });
    undated
        .map(|class| {
            let days =
                if class.date_text.is_empty() { words.training_undated() } else { class.date_text.as_str() };
            format!("{days}: {}", class.title)
        })
        .collect()
}

/// Tells what is on the day under the cursor.
fn tell(grid: &mut Grid, moment: &Moment) {
    let words = moment.words;
    let told = grid.rows.iter().filter(|row| row.on == grid.day).map(|row| {
        let late = row.kind == DayKind::Task && !row.done && row.on < moment.today();
        let part = labels::part(words, row.part);
        let text = match row.kind {
            DayKind::Task => {
                let what = if row.done { words.training_task_done() } else { words.training_ahead_due() };
                format!("{what}: {} · {}", row.text, row.title)
            }
            DayKind::Class => format!("{} ({})", row.title, labels::state(words, row.state)),
            DayKind::Session => {
                let content = row.text.lines().next().unwrap_or_default();
                let when = if row.hours.is_empty() { part.to_owned() } else { row.hours.clone() };
                [when, row.title.clone(), content.to_owned()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ")
            }
        };
        (text, late)
    });
    grid.told = told.collect();
}

/// The grid has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(grid) = &state.grid else { return Effect::unused() };
    let day = grid.day;
    let by = |days: i64| day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day);
    match action {
        Action::Left => go(state, by(-1), moment),
        Action::Right => go(state, by(1), moment),
        Action::Up => go(state, by(-7), moment),
        Action::Down => go(state, by(7), moment),
        Action::PageUp | Action::PreviousMonth => go(state, in_month(Month::of(day).plus(-1), day), moment),
        Action::PageDown | Action::NextMonth => go(state, in_month(Month::of(day).plus(1), day), moment),
        Action::Home => go(state, Month::of(day).first(), moment),
        Action::End => go(state, Month::of(day).last(), moment),
        Action::Today => go(state, state.today, moment),
        Action::Open => open_day(state, moment),
        Action::New => form::ask(Asked::ClassOn(day)),
        Action::Back | Action::Grid => {
            state.month = Some(Month::of(day));
            state.grid = None;
            agenda::fill(state, true)
        }
        Action::Undo => vec![Effect::Undo],
        Action::Redo => vec![Effect::Redo],
        _ => Effect::unused(),
    }
}

/// The same day of another month, or its last.
fn in_month(month: Month, day: NaiveDate) -> NaiveDate {
    let first = month.first();
    let wanted = first.checked_add_days(Days::new(u64::from(day.day0()))).unwrap_or(first);
    wanted.min(month.last())
}

/// To another day; in another month that month is shown.
fn go(state: &mut State, day: NaiveDate, moment: &Moment) -> Effects {
    let Some(grid) = &mut state.grid else { return Effect::none() };
    let before = grid.month();
    grid.day = day;
    if grid.month() == before {
        tell(grid, moment);
        return Effect::none();
    }
    (grid.monday, grid.weeks) = grid.month().weeks();
    read(state)
}

/// Opens what is on the day: one class is read, of several one is chosen.
fn open_day(state: &mut State, moment: &Moment) -> Effects {
    let Some(grid) = &state.grid else { return Effect::unused() };
    let words = moment.words;
    let mut choices: Vec<Choice<Uuid>> = Vec::new();
    let mut known: Vec<Uuid> = Vec::new();
    for row in grid.rows.iter().filter(|row| row.on == grid.day) {
        if !known.contains(&row.class) {
            known.push(row.class);
            choices.push(Choice::new(row.class, row.title.as_str(), labels::state(words, row.state)));
        }
    }
    match known.as_slice() {
        [] => vec![Effect::Notify(Notice::note(words.training_grid_nothing()))],
        [one] => read_class(state, *one),
        _ => {
            let title = words.training_grid_choose(words.day(grid.day));
            state.window = Some(Window::OfDay(Picker::one(title, choices)));
            Effect::none()
        }
    }
}

/// Reads a class over the grid.
pub(super) fn read_class(state: &mut State, class: Uuid) -> Effects {
    state.wanted = Some(class);
    let effects = agenda::go_to_wanted(state);
    state.reading = true;
    state.scrolled = 0;
    effects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_day_of_a_shorter_month_is_its_last() {
        let day: NaiveDate = "2027-01-31".parse().unwrap();
        assert_eq!(in_month(Month { year: 2027, month: 2 }, day).to_string(), "2027-02-28");
        assert_eq!(in_month(Month { year: 2026, month: 12 }, day).to_string(), "2026-12-31");
    }
}
