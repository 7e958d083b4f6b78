//! What is typed into a form is kept as a draft until the file has the record.

use super::super::{Command, Effects, Query, State};
use super::{Draft, Open, Write};
use crate::screen::{Effect, Moment, Notice};

/// True while text stands in the form that no draft holds.
pub fn is_dirty(state: &State) -> bool {
    state.forms.open.as_ref().is_some_and(|open| open.form.is_dirty())
}

/// Keeps what was typed; `None` when no form is open.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Option<Effects> {
    let open = state.forms.open.as_mut()?;
    if !open.form.is_dirty() {
        return Some(Effect::none());
    }
    let (draft, body, write) = keep_open(open, moment);
    state.forms.drafts.push((draft, Some(body)));
    Some(vec![write])
}

/// The write that keeps the draft of a form, with what it keeps where.
fn keep_open(open: &mut Open, moment: &Moment) -> (Draft, String, Effect<Query, Command>) {
    let draft = open.subject.draft();
    let at = moment.now.format("%Y-%m-%dT%H:%M:%S").to_string();
    let body = open.form.draft();
    open.form.kept();
    let write = Effect::Write(Command::Form(Write::Keep { draft, at, body: body.clone() }));
    (draft, body, write)
}

/// Closes the form; what was typed is kept, and said to be.
pub(super) fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.forms.open.take() else {
        return Effect::none();
    };
    let mut effects = Effect::none();
    if open.form.is_dirty() {
        let (draft, body, write) = keep_open(&mut open, moment);
        state.forms.drafts.push((draft, Some(body)));
        effects.push(write);
    }
    if open.form.is_changed() {
        effects.push(Effect::Notify(Notice::note(moment.words.form_draft_kept())));
    }
    effects
}
