//! State and update of the tab Cộng tác viên. No SQL and no files: reads and writes are effects.

use crate::screen::keys::roster as keys;
use crate::screen::{Action, Effect, Moment, Place};

/// All the tab shows and remembers.
#[derive(Debug, Default)]
pub struct State {}

/// What the tab reads.
#[derive(Clone, Copy, Debug)]
pub enum Query {}

/// What the tab writes.
#[derive(Clone, Copy, Debug)]
pub enum Command {}

/// What comes back.
#[derive(Clone, Copy, Debug)]
pub enum Message {}

/// Takes an action.
pub fn update(_state: &mut State, action: &Action, _moment: &Moment) -> Vec<Effect<Query, Command>> {
    match action {
        Action::Refresh | Action::Resize | Action::Recount | Action::KeepDraft => Effect::none(),
        _ => Effect::unused(),
    }
}

/// Takes an answer.
pub fn receive(_state: &mut State, message: Message, _moment: &Moment) -> Vec<Effect<Query, Command>> {
    match message {}
}

/// Where the keys go.
pub fn place(_state: &State) -> &'static Place {
    &keys::LIST
}
