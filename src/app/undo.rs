//! The file's undo and redo, from any tab.

use super::desk::{Ask, Desk};
use super::room::Answer;
use crate::screen::{Moment, Notice};

/// What came of an undo or redo.
struct Outcome {
    back: bool,
    /// Identifier of the action; `None` when there was nothing.
    action: Option<String>,
}

impl Desk {
    /// Takes the last action back, or does again what was taken back.
    pub fn undo(&mut self, back: bool, moment: &Moment) -> Vec<Ask> {
        let handed = self.write_for_all(Box::new(move |_file| {
            let outcome = Outcome { back, action: None };
            Ok(Box::new(outcome) as Answer)
        }));
        match handed {
            Ok(()) => Vec::new(),
            Err(error) => vec![self.problem(&error.into(), moment)],
        }
    }

    /// Says what came of it.
    pub(super) fn undone(answer: Answer, moment: &Moment) -> Vec<Ask> {
        let Ok(outcome) = answer.downcast::<Outcome>() else {
            return Vec::new();
        };
        let words = moment.words;
        let notice = match (outcome.back, outcome.action) {
            (true, None) => Notice::note(words.app_nothing_to_undo()),
            (false, None) => Notice::note(words.app_nothing_to_redo()),
            (back, Some(action)) => {
                let name = words
                    .by_id(&format!("action-{action}"))
                    .unwrap_or(&action)
                    .to_owned();
                Notice::done(if back {
                    words.app_undone(name)
                } else {
                    words.app_redone(name)
                })
            }
        };
        vec![Ask::Say(notice)]
    }
}
