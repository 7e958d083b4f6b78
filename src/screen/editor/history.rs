//! Undo and redo: a step is a word with the corrections of its keyboard driver, a paste, a cut, a line end.

use std::collections::VecDeque;

use super::buffer::{Edit, Pos};

/// Changes that go back together.
#[derive(Clone, Debug)]
pub struct Step {
    /// In the order they were made.
    pub edits: Vec<Edit>,
    /// The cursor before them.
    pub before: Pos,
    /// The cursor after them.
    pub after: Pos,
}

impl Step {
    fn bytes(&self) -> usize {
        self.edits.iter().map(|edit| edit.removed.len() + edit.inserted.len()).sum()
    }
}

/// What can be taken back, and what can be done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    bytes: usize,
}

/// Steps kept.
const STEPS: usize = 1000;
/// Bytes of text kept with them; the newest step stays whatever its size.
const BYTES: usize = 16 << 20;

impl History {
    /// Remembers a change; `joins` when it belongs to the step before.
    pub fn push(&mut self, edit: Edit, before: Pos, after: Pos, joins: bool) {
        self.undone.clear();
        self.bytes += edit.removed.len() + edit.inserted.len();
        match self.done.back_mut().filter(|_| joins) {
            Some(step) => {
                step.edits.push(edit);
                step.after = after;
            }
            None => self.done.push_back(Step { edits: vec![edit], before, after }),
        }
        while self.done.len() > 1 && (self.done.len() > STEPS || self.bytes > BYTES) {
            self.bytes -= self.done.pop_front().map_or(0, |step| step.bytes());
        }
    }

    /// Where the cursor stood before the newest step.
    pub fn step_begin(&self) -> Option<Pos> {
        self.done.back().map(|step| step.before)
    }

    /// The step to take back.
    pub fn back(&mut self) -> Option<&Step> {
        let step = self.done.pop_back()?;
        self.bytes -= step.bytes();
        self.undone.push(step);
        self.undone.last()
    }

    /// The step to do again.
    pub fn again(&mut self) -> Option<&Step> {
        let step = self.undone.pop()?;
        self.bytes += step.bytes();
        self.done.push_back(step);
        self.done.back()
    }
}
