//! What is copied: an answer as a sentence for a report, questions as a table for Word and Excel.

use std::fmt::Write as _;

use super::sheet::Part;
use super::{Effects, State};
use crate::screen::{Effect, Moment, Notice};
use crate::survey::labels;
use crate::survey::model::{Question, Survey};

/// What Ctrl-C and `c` copy: the sentence of the answer under the cursor, the table of the question, the forms of a unit; of the
/// list the round's table.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    if state.window.is_some() || state.form.is_some() {
        return None;
    }
    let (survey, words) = (state.survey.as_ref()?, moment.words);
    let Some(sheet) = &state.sheet else { return Some(whole(survey, moment)) };
    match sheet.part {
        Part::Results => match sheet.current(survey)? {
            (question, Some(answer)) => Some(labels::cited(words, survey, question, answer)),
            (question, None) => Some(labels::table(words, survey, &[question])),
        },
        Part::Forms => {
            let forms = sheet.current_forms(survey)?;
            let name = labels::unit(words, &forms.unit_name);
            Some(format!("{name}\t{}\t{}\t{}", forms.issued, forms.returned, forms.valid))
        }
    }
}

/// Copies the whole round as a table.
pub(super) fn table(state: &State, moment: &Moment) -> Effects {
    let Some(survey) = &state.survey else { return Effect::unused() };
    let said = moment.words.survey_table_copied(survey.questions.len() as i64);
    vec![Effect::Copy(whole(survey, moment)), Effect::Notify(Notice::done(said))]
}

fn whole(survey: &Survey, moment: &Moment) -> String {
    let words = moment.words;
    let all: Vec<&Question> = survey.questions.iter().collect();
    let mut text = labels::table(words, survey, &all);
    if !survey.units.is_empty() {
        let head = [
            words.survey_column_unit(),
            words.survey_column_issued(),
            words.survey_column_returned(),
            words.survey_column_valid(),
        ];
        text.push('\n');
        text.push_str(&head.join("\t"));
        for forms in &survey.units {
            let name = labels::unit(words, &forms.unit_name);
            let _ = write!(text, "\n{name}\t{}\t{}\t{}", forms.issued, forms.returned, forms.valid);
        }
    }
    text
}
