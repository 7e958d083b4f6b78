//! The unit tree with counts, and its gaps.

use uuid::Uuid;

use super::{Asked, Command, Effects, HEAD, State, edit, form};
use crate::roster::model::{Roster, UnitRow};
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment};

/// A line of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLine(pub UnitRow);

impl Keyed for UnitLine {
    type Id = Uuid;
    type Key = Uuid;
    fn id(&self) -> Uuid {
        self.0.id
    }
    fn key(&self) -> Uuid {
        self.0.id
    }
}

/// The open unit tree.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// Its lines.
    pub list: List<UnitLine>,
    /// Only units without a collaborator.
    pub gaps_only: bool,
    /// Units that are no more are shown too.
    pub gone_too: bool,
    /// Units without a collaborator.
    pub gaps: usize,
    /// Units where a collaborator is wanted.
    pub wanting: usize,
    /// A unit to show as soon as it is there.
    pub wanted: Option<Uuid>,
}

impl Units {
    /// Builds the lines anew.
    pub fn renew(&mut self, roster: Option<&Roster>) {
        let rows = roster.map(Roster::tree).unwrap_or_default();
        self.gaps = rows.iter().filter(|row| row.is_gap()).count();
        self.wanting = rows.iter().filter(|row| row.wants_people).count();
        let shown = rows.into_iter().filter(|row| match row.until {
            _ if self.gaps_only => row.is_gap(),
            // What is no more and still holds somebody is never out of sight.
            Some(_) => self.gone_too || row.total > 0 || row.holds,
            None => true,
        });
        self.list.set_whole(shown.map(UnitLine).collect());
        if self.wanted.is_some_and(|id| self.list.select(id)) {
            self.wanted = None;
        }
    }
}

pub(super) fn open(state: &mut State, gaps_only: bool, moment: &Moment) -> Effects {
    let mut units = Units { gaps_only, ..Units::default() };
    units.list.set_height(usize::from(moment.height.saturating_sub(HEAD)));
    units.renew(state.roster.as_ref());
    if let Some(unit) = state.narrow.units.as_ref().and_then(|units| units.first()) {
        units.list.select(*unit);
    }
    state.whole_card = false;
    state.units = Some(units);
    Effect::none()
}

pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(units) = &mut state.units else {
        return Effect::unused();
    };
    if units.list.go(action).is_some() {
        return Effect::none();
    }
    match action {
        Action::Gaps => {
            units.gaps_only = !units.gaps_only;
            units.renew(state.roster.as_ref());
            Effect::none()
        }
        Action::GoneUnits => {
            units.gone_too = !units.gone_too;
            units.renew(state.roster.as_ref());
            Effect::none()
        }
        Action::Mark => {
            units.list.mark();
            Effect::none()
        }
        Action::Reorganise if !units.list.chosen().is_empty() => {
            form::ask(Asked::Reorganise(units.list.chosen()))
        }
        Action::ScrollUp | Action::ScrollDown if !units.gaps_only => match units.list.current_id() {
            Some(id) => {
                let up = *action == Action::ScrollUp;
                vec![Effect::Write(Command::MoveUnit { id, up })]
            }
            None => Effect::unused(),
        },
        Action::Back if !units.list.marked().is_empty() => {
            units.list.unmark();
            Effect::none()
        }
        Action::Open => {
            let Some(unit) = units.list.current_id() else {
                return Effect::unused();
            };
            state.units = None;
            narrow_to(state, unit)
        }
        Action::Back | Action::UnitTree => {
            state.units = None;
            Effect::none()
        }
        Action::Search => {
            state.units = None;
            super::list(state, action, moment)
        }
        Action::New => form::ask(Asked::Unit(None, units.list.current_id())),
        Action::Edit => match units.list.current_id() {
            Some(id) => form::ask(Asked::Unit(Some(id), None)),
            None => Effect::unused(),
        },
        Action::Delete => edit::ask_delete_unit(state, moment),
        Action::Undo => vec![Effect::Undo],
        Action::Redo => vec![Effect::Redo],
        _ => Effect::unused(),
    }
}

/// Shows the people of a unit and of the units below it.
pub(super) fn narrow_to(state: &mut State, unit: Uuid) -> Effects {
    let Some(roster) = &state.roster else {
        return Effect::none();
    };
    state.narrow.units = Some(roster.with_below(unit));
    state.narrow_unit = roster.unit_named(unit).unwrap_or_default().to_owned();
    state.find(true)
}
