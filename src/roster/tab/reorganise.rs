//! The plan of a reorganisation, looked at line by line before it is carried out.

use std::collections::BTreeSet;

use super::{Command, Effects, State};
use crate::roster::labels;
use crate::roster::model::{Move, Moving, Plan, Roster};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment};
use crate::words::Words;

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanRow {
    /// Something to look at first.
    Remark(String),
    /// Something that is so.
    Note(String),
    /// A person or unit that moves, by its place in the plan.
    Move(usize),
}

/// The page.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// What will happen, in a sentence.
    pub title: String,
    /// Its lines.
    pub rows: Vec<PlanRow>,
    /// The line under the cursor.
    pub cursor: usize,
    /// Marked lines of the plan.
    pub marked: BTreeSet<usize>,
    /// Rows of the list in sight.
    height: usize,
}

impl Planned {
    /// The page of a plan.
    pub(super) fn new(plan: Plan, roster: &Roster, moment: &Moment) -> Self {
        let title = labels::plan_title(moment.words, &plan, roster);
        let mut page = Self { plan, title, rows: Vec::new(), cursor: 0, marked: BTreeSet::new(), height: 1 };
        page.renew(roster, moment);
        page
    }

    fn renew(&mut self, roster: &Roster, moment: &Moment) {
        let words = moment.words;
        let at = match self.rows.get(self.cursor) {
            Some(PlanRow::Move(at)) => Some(*at),
            _ => None,
        };
        let remarks = self.plan.remarks(roster, moment.today());
        let remarks = remarks.iter().map(|remark| PlanRow::Remark(labels::remark(words, remark)));
        self.rows = remarks.collect();
        self.rows.extend(notes(&self.plan, words).into_iter().map(PlanRow::Note));
        self.rows.extend((0..self.plan.moves.len()).map(PlanRow::Move));
        if let Some(row) = at.and_then(|at| self.rows.iter().position(|row| *row == PlanRow::Move(at))) {
            self.cursor = row;
        }
        self.height = usize::from(moment.height).saturating_sub(5).max(1);
    }

    /// Takes an action; the choice is the plan to carry out.
    pub(super) fn update(&mut self, action: &Action, roster: &Roster, moment: &Moment) -> Outcome<Plan> {
        let last = self.rows.len().saturating_sub(1);
        match action {
            Action::Up => self.cursor = self.cursor.saturating_sub(1),
            Action::Down => self.cursor = (self.cursor + 1).min(last),
            Action::PageUp => self.cursor = self.cursor.saturating_sub(self.height),
            Action::PageDown => self.cursor = (self.cursor + self.height).min(last),
            Action::Home => self.cursor = 0,
            Action::End => self.cursor = last,
            Action::Mark => self.mark(),
            Action::Left | Action::Right => {
                if !self.turn(roster, *action == Action::Left) {
                    return Outcome::Unused;
                }
                self.renew(roster, moment);
            }
            Action::Save => return Outcome::Chosen(self.plan.clone()),
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    fn mark(&mut self) {
        if let Some(PlanRow::Move(at)) = self.rows.get(self.cursor)
            && !self.marked.remove(at)
        {
            self.marked.insert(*at);
        }
        self.cursor = (self.cursor + 1).min(self.rows.len().saturating_sub(1));
    }

    /// Sends the line under the cursor elsewhere, and all that are marked to the same place.
    fn turn(&mut self, roster: &Roster, back: bool) -> bool {
        let first = match self.rows.get(self.cursor) {
            Some(PlanRow::Move(at)) => *at,
            _ => return false,
        };
        if !self.plan.turn(first, roster, back) {
            return false;
        }
        let to = self.plan.moves[first].to;
        for at in self.marked.iter().copied().filter(|at| *at != first) {
            // As often as there are places; what cannot go there comes round to where it was.
            for _ in 0..=self.plan.wish.successors.len() + 3 {
                if self.plan.moves[at].to == to || !self.plan.turn(at, roster, back) {
                    break;
                }
            }
        }
        true
    }

    /// Whether the line under the cursor can be sent elsewhere.
    pub fn can_turn(&self, roster: &Roster) -> bool {
        match self.rows.get(self.cursor) {
            Some(PlanRow::Move(at)) => self.plan.clone().turn(*at, roster, false),
            _ => false,
        }
    }
}

/// What moves, counted, and what else follows.
fn notes(plan: &Plan, words: &Words) -> Vec<String> {
    let (people, units) = plan.counts();
    let excuse = |line: &&Move| matches!(line.what, Moving::Excuse(_));
    let excused = plan.moves.iter().filter(excuse).count();
    let staying = plan.moves.len() - people - units - excused;
    let mut notes = vec![words.roster_reorganise_counts(people as i64, units as i64)];
    if staying > 0 && plan.moves.iter().any(|line| matches!(line.what, Moving::Person(_))) {
        notes.push(words.roster_reorganise_staying(staying as i64));
    }
    if !plan.follows.is_empty() && !plan.wish.successors.is_empty() {
        let follows = &plan.follows;
        notes.push(words.roster_reorganise_follows(
            follows.duties as i64,
            follows.rules as i64,
            follows.summons as i64,
        ));
    }
    if excused > 0 {
        notes.push(words.roster_reorganise_excused(excused as i64));
    }
    notes
}

/// Carries a plan out.
pub(super) fn carry_out(state: &mut State, plan: Plan) -> Effects {
    state.sent = state.form.take();
    vec![Effect::Write(Command::Reorganise(Box::new(plan)))]
}
