//! What is typed into a form is kept as a draft until the file has the record.

use super::super::{Command, Effects, State};
use super::Write;
use crate::screen::form::DraftWrite;
use crate::screen::{Effect, Moment};

/// True while text stands in the form that no draft holds.
pub fn is_dirty(state: &State) -> bool {
    state.forms.open.as_ref().is_some_and(|open| open.form.is_dirty())
}

/// Keeps what was typed; `None` when no form is open.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Option<Effects> {
    let open = state.forms.open.as_mut()?;
    Some(written(state.forms.drafts.keep(&mut open.form, moment)))
}

pub(super) fn written(write: Option<DraftWrite>) -> Effects {
    write.map(|write| Effect::Write(Command::Form(Write::Draft(write)))).into_iter().collect()
}

/// Closes the form; what was typed is kept, and said to be.
pub(super) fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.forms.open.take() else {
        return Effect::none();
    };
    let (write, said) = state.forms.drafts.leave(&mut open.form, moment);
    let mut effects = written(write);
    effects.extend(said.map(Effect::Notify));
    effects
}
