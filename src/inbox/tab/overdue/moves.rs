//! The cursor on the matrix and on what is owed, and which rows are shown.

use std::cmp::Reverse;

use super::{Effects, Opened, Query, State};
use crate::inbox::model::duties::Standing;
use crate::inbox::overdue::{Bound, Sheet};
use crate::screen::{Action, Effect, Moment};

/// Reports of a cell that are read for the lines under the matrix.
const TOLD: usize = 3;

/// What is owed in the order it is shown, by sheet and period: what is missing, the latest first; what is to come, the soonest
/// first; what is done, the latest first.
pub(super) fn owed(sheets: &[Sheet]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let Some(row) = sheet.rows.first() else { continue };
        for (place, (cell, (_, due))) in row.cells.iter().zip(&sheet.periods).enumerate() {
            let days = due.signed_duration_since(chrono::NaiveDate::default()).num_days();
            let order = match cell.standing {
                Standing::NotBound => continue,
                Standing::Missing => (0, -days),
                Standing::NotDue => (1, days),
                _ => (2, -days),
            };
            found.push((order, at, place));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, at, place)| (at, place)).collect()
}

/// Actions that move or choose what is shown; `None` for any other.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Option<Effects> {
    let rows = state.rows();
    let page = if state.on_owed() { state.shape.rows.div_ceil(2) } else { state.shape.rows };
    match action {
        Action::Up => state.row = state.row.saturating_sub(1),
        Action::Down => state.row += 1,
        Action::PageUp => state.row = state.row.saturating_sub(page),
        Action::PageDown => state.row += page,
        Action::Home => state.row = 0,
        Action::End => state.row = rows.saturating_sub(1),
        Action::Left | Action::Right if !state.on_owed() => {
            let last = state.sheet.as_ref().map_or(0, |sheet| sheet.periods.len().saturating_sub(1));
            let to = if *action == Action::Left { state.column.saturating_sub(1) } else { state.column + 1 };
            state.column = to.min(last);
            if state.only_missing {
                state.arrange();
            }
        }
        Action::NextPane => return Some(state.turn(1, moment)),
        Action::PreviousPane => return Some(state.turn(state.pages().saturating_sub(1), moment)),
        Action::Sort | Action::OnlyMissing | Action::Mark | Action::MarkAll if state.on_owed() => {
            return Some(Effect::unused());
        }
        Action::Sort => {
            state.by_missing = !state.by_missing;
            state.arrange();
        }
        Action::OnlyMissing => {
            state.only_missing = !state.only_missing;
            state.arrange();
        }
        Action::Mark => {
            if let Some(who) = state.bound(state.row).map(|bound| bound.who) {
                if !state.marked.remove(&who) {
                    state.marked.insert(who);
                }
                state.row += 1;
            }
        }
        Action::MarkAll => {
            let all: Vec<_> = (0..rows).filter_map(|at| state.bound(at)).map(|bound| bound.who).collect();
            if state.marked.is_empty() {
                state.marked.extend(all);
            } else {
                state.marked.clear();
            }
        }
        _ => return None,
    }
    state.keep_in_sight();
    Some(state.came_here())
}

impl State {
    /// How many rows there are to move on.
    pub(super) fn rows(&self) -> usize {
        if self.on_owed() { owed(&self.owed).len() } else { self.shown.len() }
    }

    /// Shows the duty so many further on; behind the last one stands what the office owes.
    fn turn(&mut self, by: usize, moment: &Moment) -> Effects {
        if self.pages() < 2 {
            return Effect::none();
        }
        self.at = (self.at + by) % self.pages();
        (self.row, self.top) = (0, 0);
        self.marked.clear();
        self.came.clear();
        if self.on_owed() {
            return self.came_here();
        }
        self.sheet = None;
        self.shown.clear();
        self.ready = false;
        self.open(moment)
    }

    /// Takes what was read; the cursor stays on who and on the period it stood on.
    pub(super) fn take(&mut self, opened: Opened) {
        let on_owed = self.ready && self.on_owed();
        let stood = self.sheet.as_ref().map(|sheet| {
            let period = sheet.periods.get(self.column).map(|(span, _)| *span);
            (sheet.duty.id, period, self.bound(self.row).map(|bound| bound.who))
        });
        let Opened { duties, sheet, owed } = opened;
        self.at = match &sheet {
            _ if on_owed => duties.len(),
            Some(sheet) => duties.iter().position(|duty| duty.id == sheet.duty.id).unwrap_or(0),
            None => 0,
        };
        (self.duties, self.owed, self.ready) = (duties, owed, true);
        let newest = sheet.as_ref().map_or(0, newest_due);
        let same = stood.filter(|(duty, ..)| sheet.as_ref().is_some_and(|sheet| sheet.duty.id == *duty));
        self.sheet = sheet;
        let (period, who) = same.map_or((None, None), |(_, period, who)| (period, who));
        let place = |sheet: &Sheet| sheet.periods.iter().position(|(span, _)| Some(*span) == period);
        self.column = self.sheet.as_ref().and_then(place).unwrap_or(newest);
        self.arrange();
        let place = (0..self.shown.len()).find(|at| self.bound(*at).map(|bound| bound.who) == who);
        if let Some(at) = place.filter(|_| who.is_some() && !on_owed) {
            self.row = at;
        }
        self.keep_in_sight();
    }

    /// The rows shown and their order; the cursor stays on who it stood on.
    fn arrange(&mut self) {
        let stood = self.bound(self.row).map(|bound| bound.who);
        let Some(sheet) = &self.sheet else {
            self.shown.clear();
            return;
        };
        let column = self.column;
        let lacks = |at: &usize| {
            let cell = sheet.rows.get(*at).and_then(|row| row.cells.get(column));
            cell.is_some_and(|cell| matches!(cell.standing, Standing::Missing | Standing::NotDue))
        };
        let only = self.only_missing;
        let mut shown: Vec<usize> = (0..sheet.rows.len()).filter(|at| !only || lacks(at)).collect();
        if self.by_missing {
            shown.sort_by_key(|at| Reverse(sheet.rows.get(*at).map_or(0, Bound::missing)));
        }
        self.shown = shown;
        let place = (0..self.shown.len()).find(|at| self.bound(*at).map(|bound| bound.who) == stood);
        if let Some(at) = place.filter(|_| stood.is_some() && !self.on_owed()) {
            self.row = at;
        }
    }

    /// Keeps the cursor on a row and in sight.
    pub(super) fn keep_in_sight(&mut self) {
        self.row = self.row.min(self.rows().saturating_sub(1));
        let rows = if self.on_owed() { (self.shape.rows / 2).max(1) } else { self.shape.rows };
        self.top = self.top.clamp((self.row + 1).saturating_sub(rows), self.row);
        let columns = self.shape.columns;
        // No empty columns at the right while there are periods to the left.
        let periods = self.sheet.as_ref().map_or(0, |sheet| sheet.periods.len());
        let left = self.left.clamp((self.column + 1).saturating_sub(columns), self.column);
        self.left = left.min(periods.saturating_sub(columns)).max((self.column + 1).saturating_sub(columns));
    }

    /// Reads what came for the cell under the cursor.
    pub(super) fn came_here(&mut self) -> Effects {
        self.came.clear();
        if self.on_owed() {
            return Effect::none();
        }
        let found = self.here().and_then(|(_, at, bound)| {
            let cell = bound.cells.get(at)?;
            Some(bound.came.get(cell.came.clone())?.iter().take(TOLD).map(|report| report.id).collect())
        });
        match found {
            Some(ids) if !Vec::is_empty(&ids) => vec![Effect::ReadNow(Query::Came(ids))],
            _ => Effect::none(),
        }
    }
}

/// The newest period whose due day is over; the last one when none is.
fn newest_due(sheet: &Sheet) -> usize {
    let waits = |at: &usize| sheet.count(*at, Standing::NotDue) > 0;
    let last = sheet.periods.len().saturating_sub(1);
    (0..sheet.periods.len()).rev().find(|at| !waits(at)).unwrap_or(last)
}
