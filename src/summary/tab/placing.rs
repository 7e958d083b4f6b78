//! Tables of survey rounds and charts, chosen and put into the text on a line of their own.

use uuid::Uuid;

use super::composer::{Composer, Pane, count};
use super::{Effects, State, Window, paper};
use crate::screen::picker::{Choice, Picker};
use crate::screen::{Effect, Moment, Notice};
use crate::summary::exhibit::{chart_name, named, too_few};
use crate::summary::model::{ChartKind, Exhibit, Marked};
use crate::words::Words;

/// Opens the list of what can be placed.
pub(super) fn choose(state: &mut State, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref() else { return Effect::unused() };
    let words = moment.words;
    if let Some(stands) = paper::stands(open, words) {
        return stands;
    }
    let choices = choices(open, words);
    if choices.is_empty() {
        return vec![Effect::Notify(Notice::note(words.summary_nothing_to_place()))];
    }
    state.window = Some(Window::Placing(Picker::one(words.summary_place_which(), choices)));
    Effect::none()
}

fn choices(open: &Composer, words: &Words) -> Vec<Choice<Exhibit>> {
    let mut choices = Vec::new();
    if !too_few(&open.material) {
        choices.extend(ChartKind::ALL.map(|kind| {
            Choice::new(Exhibit::Chart(kind), chart_name(words, kind), words.summary_place_chart())
        }));
    }
    for round in &open.material.rounds {
        let questions = words.summary_place_questions(count(round.questions.len()));
        choices.push(Choice::new(Exhibit::Survey(round.id, None), round.title.as_str(), questions));
        choices.extend(round.questions.iter().zip(1..).map(|((id, said), number)| {
            let name = format!("  {number}. {said}");
            Choice::new(Exhibit::Survey(round.id, Some(*id)), name, round.title.as_str())
        }));
    }
    choices
}

/// Puts it behind the line of the text's cursor.
pub(super) fn place(state: &mut State, exhibit: Exhibit, moment: &Moment) -> Effects {
    let Some(open) = state.open.as_deref_mut() else { return Effect::none() };
    open.insert_line(&exhibit.token());
    open.pane = Pane::Editor;
    vec![Effect::Notify(Notice::done(moment.words.summary_placed()))]
}

impl Composer {
    /// A table or chart of the text as it is named beside its sign; `None` for a sign that stands for a citation or a count.
    pub fn exhibit_named(&self, sign: char, words: &Words) -> Option<String> {
        let exhibit = self.marked.exhibit(sign)?;
        let small = matches!(exhibit, Exhibit::Chart(_)) && too_few(&self.material);
        let name = named(words, exhibit, &self.material.rounds).filter(|_| !small);
        Some(name.unwrap_or_else(|| words.summary_exhibit_gone().to_owned()))
    }

    /// Puts the cursor of the text on the line of a table or chart.
    pub(super) fn seek_exhibit(&mut self, section: Uuid, exhibit: Exhibit) {
        let Some(at) = self.synthesis.sections.iter().position(|other| other.id == section) else { return };
        self.select(at);
        let stands = |line: &str| {
            line.chars().any(|sign| Marked::is_mark(sign) && self.marked.exhibit(sign) == Some(exhibit))
        };
        let row = self.editor.lines().position(stands);
        if let Some(row) = row {
            self.editor.set_cursor(row, 0);
        }
    }
}
