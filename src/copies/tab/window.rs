//! The windows over a page: questions, prompts, results.

use std::path::PathBuf;

use uuid::Uuid;

use super::decide::{Answer, Joining};
use super::give::Order;
use super::merge::{After, Coming};
use super::{Command, Effects, Question, RecordId, State, decide, give, merge};
use crate::file::seal::Passphrases;
use crate::screen::picker::{Choice, Picker};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment};

/// A window over the page.
#[derive(Debug)]
pub enum Window {
    /// Whether to put these values back.
    Back(Confirm<(Vec<RecordId>, bool)>),
    /// Whether to take a whole action back.
    Revert(Confirm<(Uuid, i64)>),
    /// Whether to undo back to here.
    UndoTo(Confirm<i64>),
    /// How to answer a question.
    Answer(Picker<Answer>),
    /// A third value, for the decision.
    Third(Prompt<Question>),
    /// Another number for a row.
    Number(Prompt<Uuid>),
    /// Whether to make one of two rows.
    Join(Confirm<Joining>),
    /// Which file to bring in.
    MergePath(Prompt<()>),
    /// What opens a closed file.
    Passphrase(Prompt<Box<(Coming, PathBuf)>>),
    /// Whether to bring it in.
    MergeNow(Confirm<(Vec<PathBuf>, Passphrases)>),
    /// What came of it.
    Merged(Confirm<Vec<Choice<After>>>),
    /// What to do after it.
    After(Picker<After>),
    /// Whether to take merges back.
    MergeBack(Confirm<Vec<Uuid>>),
    /// Whether to write a bundle.
    GiveNow(Confirm<Box<Order>>),
    /// What became of something, to read.
    Told(Confirm<()>),
}

/// Passes an action to the window.
pub(super) fn update(state: &mut State, window: Window, action: &Action, moment: &Moment) -> Effects {
    /// What a window that only asks a question leads to.
    macro_rules! asked {
        ($variant:ident, $confirm:ident, $command:expr) => {
            match $confirm.update(action) {
                Outcome::Chosen(what) => return vec![Effect::Write($command(what))],
                Outcome::Cancelled => return Effect::none(),
                Outcome::Open | Outcome::Unused => Window::$variant($confirm),
            }
        };
    }
    let open = match window {
        Window::Back(confirm) => asked!(Back, confirm, |(records, wrote)| Command::PutBack(records, wrote)),
        Window::Revert(confirm) => {
            asked!(Revert, confirm, |(replica, group)| Command::Revert(replica, group))
        }
        Window::UndoTo(confirm) => asked!(UndoTo, confirm, Command::UndoTo),
        Window::Join(confirm) => {
            asked!(Join, confirm, |joining: Joining| {
                let mut pairs = vec![(joining.keep.0, joining.gone.0)];
                pairs.extend(joining.with);
                Command::Join(joining.table, pairs)
            })
        }
        Window::MergeNow(confirm) => {
            asked!(MergeNow, confirm, |(paths, passphrases)| Command::Merge(paths, passphrases))
        }
        Window::MergeBack(confirm) => asked!(MergeBack, confirm, Command::MergeBack),
        Window::GiveNow(confirm) => match confirm.update(action) {
            Outcome::Chosen(order) => return give::write(state, order),
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::GiveNow(confirm),
        },
        Window::Told(confirm) => match confirm.update(action) {
            Outcome::Chosen(()) | Outcome::Cancelled => return state.left_alone(),
            Outcome::Open | Outcome::Unused => Window::Told(confirm),
        },
        Window::Merged(confirm) => match confirm.update(action) {
            Outcome::Chosen(choices) => Window::After(Picker::one(moment.words.copies_merged(), choices)),
            Outcome::Cancelled => return state.left_alone(),
            Outcome::Open | Outcome::Unused => Window::Merged(confirm),
        },
        Window::After(mut picker) => match picker.update(action) {
            Outcome::Chosen(after) => {
                return after
                    .into_iter()
                    .next()
                    .map_or_else(Effect::none, |after| merge::after(state, after, moment));
            }
            Outcome::Cancelled => return state.left_alone(),
            Outcome::Open | Outcome::Unused => Window::After(picker),
        },
        Window::Answer(mut picker) => match picker.update(action) {
            Outcome::Chosen(answers) => {
                return answers
                    .into_iter()
                    .next()
                    .map_or_else(Effect::none, |answer| decide::answered(state, answer, moment));
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::Answer(picker),
        },
        prompt => return typed(state, prompt, action, moment),
    };
    state.window = Some(open);
    Effect::none()
}

/// Passes an action to a window in which a line is typed.
fn typed(state: &mut State, window: Window, action: &Action, moment: &Moment) -> Effects {
    let open = match window {
        Window::Third(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((question, typed)) => {
                return decide::third(state, prompt, &question, &typed, moment);
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Open | Outcome::Unused => Window::Third(prompt),
        },
        Window::Number(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((row, number)) if !number.is_empty() => {
                return vec![Effect::Write(Command::Renumber(row, number))];
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Chosen(_) | Outcome::Open | Outcome::Unused => Window::Number(prompt),
        },
        Window::MergePath(mut prompt) => match prompt.update(action) {
            Outcome::Chosen(((), typed)) if !typed.is_empty() => {
                return merge::plan(Coming { typed, ..Coming::default() }, moment);
            }
            Outcome::Cancelled => return Effect::none(),
            Outcome::Chosen(_) | Outcome::Open | Outcome::Unused => Window::MergePath(prompt),
        },
        Window::Passphrase(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((asking, typed)) if !typed.is_empty() => {
                let (coming, file) = *asking;
                return merge::plan(coming.with(file, &typed), moment);
            }
            Outcome::Cancelled => {
                let (coming, file) = *prompt.into_what();
                return merge::plan(coming.without(file), moment);
            }
            Outcome::Chosen(_) | Outcome::Open | Outcome::Unused => Window::Passphrase(prompt),
        },
        other => other,
    };
    state.window = Some(open);
    Effect::none()
}
