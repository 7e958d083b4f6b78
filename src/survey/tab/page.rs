//! The round under the cursor as lines to read. They are built when it is read or the window changes, not while drawing.

use super::State;
use crate::screen::{Moment, wrap};
use crate::survey::labels;
use crate::survey::model::{Figures, Question, Survey, problems};

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Title and questions.
    Strong,
    /// Ordinary text.
    Plain,
    /// What figures mean.
    Dim,
    /// What cannot be.
    Warning,
}

/// A line of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it says.
    pub text: String,
    /// What stands at the right of it.
    pub right: String,
    /// How it is meant.
    pub weight: Weight,
}

/// Width of the pane a round is shown in beside the list on a wide screen.
pub fn pane_width(width: u16) -> u16 {
    (width / 2).clamp(50, 90)
}

/// Builds the lines of the round under the cursor.
pub(super) fn build(state: &mut State, moment: &Moment) {
    let width = if moment.wide() { pane_width(moment.width) } else { moment.width };
    state.page = match &state.survey {
        Some(survey) => {
            Page { done: Vec::new(), width: usize::from(width).saturating_sub(3), moment }.of(survey)
        }
        None => Vec::new(),
    };
}

struct Page<'a> {
    done: Vec<PageLine>,
    width: usize,
    moment: &'a Moment<'a>,
}

impl Page<'_> {
    fn of(mut self, survey: &Survey) -> Vec<PageLine> {
        let (words, known) = (self.moment.words, &survey.known);
        self.text(&known.title, Weight::Strong);
        let days = labels::days(words, known.date_from, known.date_to);
        let mut facts = vec![labels::sampling_alone(words, known.sampling).to_owned()];
        facts.extend([days, known.target_group.clone()].into_iter().filter(|fact| !fact.is_empty()));
        self.text(&facts.join(" · "), Weight::Plain);
        for (label, text) in [(words.survey_basis(), &known.basis), (words.survey_note(), &known.note)] {
            if !text.is_empty() {
                self.text(&format!("{label}: {text}"), Weight::Plain);
            }
        }
        self.text(&labels::forms_told(self.moment.words, &Figures::of(&survey.units)), Weight::Plain);
        for problem in problems(survey) {
            self.text(&labels::problem(words, &problem), Weight::Warning);
        }
        let valid = Figures::of(&survey.units).valid;
        for (at, question) in survey.questions.iter().enumerate() {
            self.done.push(PageLine { text: String::new(), right: String::new(), weight: Weight::Plain });
            self.text(&format!("{}. {}", at + 1, question.body), Weight::Strong);
            self.answers(question, valid);
        }
        self.done
    }

    fn answers(&mut self, question: &Question, valid: i64) {
        let words = self.moment.words;
        for answer in &question.answers {
            let share = question.share(answer.answers, valid);
            let share = share.map_or_else(String::new, |share| words.share(share));
            let right = format!("{:>7} {share:>7}", words.number(answer.answers));
            self.done.push(PageLine { text: format!("  {}", answer.label), right, weight: Weight::Plain });
        }
    }

    fn text(&mut self, text: &str, weight: Weight) {
        for part in wrap::lines(text, self.width, 8) {
            self.done.push(PageLine { text: part.to_owned(), right: String::new(), weight });
        }
    }
}
