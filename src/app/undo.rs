//! The file's undo and redo, from any tab.

use super::desk::{Ask, Desk};
use super::room::Answer;
use crate::file::undo::Undone;
use crate::screen::{Moment, Notice};
use crate::words::Words;

/// What came of an undo or redo.
struct Outcome {
    back: bool,
    /// What was done; `None` when there was nothing to do.
    undone: Option<Undone>,
}

impl Desk {
    /// Takes the last action back, or does again what was taken back.
    pub fn undo(&mut self, back: bool, moment: &Moment) -> Vec<Ask> {
        let handed = self.write_for_all(Box::new(move |file, _| {
            let written = if back { file.undo()? } else { file.redo()? };
            let undone = written.map(|written| written.value);
            Ok(Box::new(Outcome { back, undone }) as Answer)
        }));
        match handed {
            Ok(()) => Vec::new(),
            Err(error) => vec![self.problem(&error.into(), moment)],
        }
    }

    /// Says what came of it.
    pub(super) fn undone(answer: Answer, moment: &Moment) -> Vec<Ask> {
        answer
            .downcast::<Outcome>()
            .map(|outcome| vec![Ask::Say(notice(*outcome, moment.words))])
            .unwrap_or_default()
    }
}

fn notice(outcome: Outcome, words: &Words) -> Notice {
    let back = outcome.back;
    let Some(undone) = outcome.undone else {
        return Notice::note(if back { words.app_nothing_to_undo() } else { words.app_nothing_to_redo() });
    };
    let id = format!("action-{}", undone.action.replace('_', "-"));
    let name = words.by_id(&id).unwrap_or(&undone.action);
    let done = if back { words.app_undone(name) } else { words.app_redone(name) };
    let Some(left) = undone.left.first() else {
        return Notice::done(done);
    };
    let who = [left.person.as_str(), left.office.as_str()]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let count = undone.left.len();
    Notice::note(if who.is_empty() {
        words.app_undone_in_part(done, count)
    } else {
        words.app_undone_but(done, count, who)
    })
}
