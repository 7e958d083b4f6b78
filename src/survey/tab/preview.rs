//! What would be taken from a file: its columns, what each holds, what is left out and why. Nothing is written before it is
//! looked at.

use std::collections::HashMap;

use uuid::Uuid;

use super::Effects;
use super::messages::Command;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment, Notice};
use crate::survey::model::{Column, Counted, FormsFound, Holds, NewSurvey, title};

/// A counted file that is looked at.
#[derive(Debug)]
pub struct Preview {
    /// The file's name.
    pub name: String,
    /// The round it goes into with its title, and whether its forms are written down; `None` for a new one.
    pub into: Option<(Uuid, String, bool)>,
    /// What was counted.
    pub counted: Counted,
    /// The columns hold what they held last time.
    pub recalled: bool,
    /// Units that names in the file mean.
    units: HashMap<String, Uuid>,
    /// The column under the cursor.
    pub cursor: usize,
    /// Rows a page moves.
    page: usize,
}

impl Preview {
    /// With the cursor on the first column that is taken.
    pub fn new(
        name: String,
        into: Option<(Uuid, String, bool)>,
        counted: Counted,
        recalled: bool,
        units: HashMap<String, Uuid>,
    ) -> Self {
        let taken = |column: &Column| !matches!(column.holds, Holds::Out(_));
        let cursor = counted.columns.iter().position(taken).unwrap_or_default();
        Self { name, into, counted, recalled, units, cursor, page: 10 }
    }

    /// The column under the cursor.
    pub fn current(&self) -> Option<&Column> {
        self.counted.columns.get(self.cursor)
    }

    /// The forms by unit, and names that mean none.
    pub fn forms(&self) -> FormsFound {
        self.counted.forms(&self.units)
    }

    /// The name means a unit of the office.
    pub fn is_unit(&self, name: &str) -> bool {
        self.units.contains_key(name)
    }

    /// Takes an action; the choice is what to write.
    pub(super) fn update(&mut self, action: &Action, moment: &Moment) -> (Outcome<Command>, Effects) {
        self.page = usize::from(moment.height / 2).max(1);
        match action {
            Action::Up => self.go(self.cursor.saturating_sub(1)),
            Action::Down => self.go(self.cursor + 1),
            Action::PageUp => self.go(self.cursor.saturating_sub(self.page)),
            Action::PageDown => self.go(self.cursor + self.page),
            Action::Home => self.go(0),
            Action::End => self.go(usize::MAX),
            Action::Right | Action::Left => {
                return (Outcome::Open, self.turn(*action == Action::Left, moment));
            }
            Action::Save => {
                let questions = self.counted.questions();
                if questions.is_empty() {
                    let said = Notice::problem(moment.words.survey_no_questions());
                    return (Outcome::Open, vec![Effect::Notify(said)]);
                }
                let command = Command::TakeIn {
                    into: self.into.as_ref().map(|(id, ..)| *id),
                    new: Box::new(NewSurvey { title: title(&self.name), ..NewSurvey::default() }),
                    forms: self.forms().forms,
                    questions,
                    columns: (self.counted.fingerprint(), self.counted.mapping()),
                };
                return (Outcome::Chosen(command), Effect::none());
            }
            Action::Back => return (Outcome::Cancelled, Effect::none()),
            _ => return (Outcome::Unused, Effect::none()),
        }
        (Outcome::Open, Effect::none())
    }

    fn go(&mut self, to: usize) {
        self.cursor = to.min(self.counted.columns.len().saturating_sub(1));
    }

    fn turn(&mut self, back: bool, moment: &Moment) -> Effects {
        if self.counted.turn(self.cursor, back) {
            return Effect::none();
        }
        vec![Effect::Notify(Notice::note(moment.words.survey_cannot_take()))]
    }
}
