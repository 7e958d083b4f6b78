//! An open round: its questions with their answers, and its forms by unit, as lists that are worked in.

use uuid::Uuid;

use super::form::{self, Asked};
use super::window;
use super::{Effects, State};
use crate::screen::keys::survey as keys;
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment, Place};
use crate::survey::model::{Answer, Figures, Forms, Question, Survey};

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Questions with their answers.
    Results,
    /// Forms by unit.
    Forms,
}

/// A line of the questions: which question, and 0 for itself, an answer from 1, those who gave none behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResultLine(pub usize, pub usize);

impl Keyed for ResultLine {
    type Id = (usize, usize);
    type Key = (usize, usize);
    fn id(&self) -> (usize, usize) {
        (self.0, self.1)
    }
    fn key(&self) -> (usize, usize) {
        (self.0, self.1)
    }
}

/// A line of the forms, by its place among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormsLine(pub usize);

impl Keyed for FormsLine {
    type Id = usize;
    type Key = usize;
    fn id(&self) -> usize {
        self.0
    }
    fn key(&self) -> usize {
        self.0
    }
}

/// An open round.
#[derive(Debug)]
pub struct Sheet {
    /// Which part.
    pub part: Part,
    /// Questions and answers.
    pub results: List<ResultLine>,
    /// Forms.
    pub forms: List<FormsLine>,
}

/// Rows above the lists: title, parts, headings.
pub const SHEET_HEAD: u16 = 3;
/// Rows below: a rule, and what the figures mean.
pub const SHEET_FOOT: u16 = 5;

impl Sheet {
    fn of(survey: &Survey, moment: &Moment) -> Self {
        // Without a question there is first to be told how many forms there are.
        let part =
            if survey.questions.is_empty() && survey.units.is_empty() { Part::Forms } else { Part::Results };
        let mut sheet = Self { part, results: List::default(), forms: List::default() };
        sheet.set_height(moment);
        sheet.fill(survey);
        sheet
    }

    pub(super) fn set_height(&mut self, moment: &Moment) {
        let height = usize::from(moment.height.saturating_sub(SHEET_HEAD + SHEET_FOOT)).max(1);
        self.results.set_height(height);
        self.forms.set_height(height);
    }

    /// Puts the rows in as the round has them now.
    pub(super) fn fill(&mut self, survey: &Survey) {
        let valid = Figures::of(&survey.units).valid;
        let mut lines = Vec::new();
        for (at, question) in survey.questions.iter().enumerate() {
            let unanswered = usize::from(question.unanswered(valid).is_some());
            lines.extend((0..=question.answers.len() + unanswered).map(|answer| ResultLine(at, answer)));
        }
        self.results.set_whole(lines);
        self.forms.set_whole((0..survey.units.len()).map(FormsLine).collect());
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self.part {
            Part::Results => &keys::RESULTS,
            Part::Forms => &keys::FORMS,
        }
    }

    /// The question under the cursor, with the answer.
    pub fn current<'a>(&self, survey: &'a Survey) -> Option<(&'a Question, Option<&'a Answer>)> {
        let line = self.results.current()?;
        let question = survey.questions.get(line.0)?;
        Some((question, line.1.checked_sub(1).and_then(|at| question.answers.get(at))))
    }

    /// The forms under the cursor.
    pub fn current_forms<'a>(&self, survey: &'a Survey) -> Option<&'a Forms> {
        survey.units.get(self.forms.current()?.0)
    }
}

/// Opens the round under the cursor.
pub(super) fn open(state: &mut State, moment: &Moment) -> Effects {
    let Some(survey) = &state.survey else { return Effect::unused() };
    state.sheet = Some(Sheet::of(survey, moment));
    Effect::none()
}

/// The open round has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let (Some(sheet), Some(survey)) = (&mut state.sheet, &state.survey) else { return Effect::unused() };
    let moved = match sheet.part {
        Part::Results => sheet.results.go(action).is_some(),
        Part::Forms => sheet.forms.go(action).is_some(),
    };
    if moved {
        return Effect::none();
    }
    let id = survey.id;
    match (action, sheet.part) {
        (Action::Back, _) => state.sheet = None,
        (Action::NextPane | Action::PreviousPane, Part::Results) => sheet.part = Part::Forms,
        (Action::NextPane | Action::PreviousPane, Part::Forms) => sheet.part = Part::Results,
        (Action::New, Part::Results) => return form::ask(Asked::Question(id, None)),
        (Action::New, Part::Forms) => return form::ask(Asked::Forms(id, None)),
        (Action::Edit | Action::Open, Part::Results) => {
            return ask_about(
                id,
                sheet.current(survey).and_then(|(question, _)| question.id),
                Asked::Question,
            );
        }
        (Action::Edit | Action::Open, Part::Forms) => {
            return ask_about(id, sheet.current_forms(survey).and_then(|forms| forms.id), Asked::Forms);
        }
        (Action::Delete, _) => return window::ask_delete(state, moment),
        (Action::Import, _) => return window::ask_file(state, Some(id), moment),
        (Action::Grid, _) => return super::copied::table(state, moment),
        (Action::Export, _) => return window::ask_export(state, moment),
        (Action::Undo, _) => return vec![Effect::Undo],
        (Action::Redo, _) => return vec![Effect::Redo],
        _ => return Effect::unused(),
    }
    Effect::none()
}

fn ask_about(survey: Uuid, row: Option<Uuid>, asked: fn(Uuid, Option<Uuid>) -> Asked) -> Effects {
    match row {
        Some(row) => form::ask(asked(survey, Some(row))),
        None => Effect::unused(),
    }
}
