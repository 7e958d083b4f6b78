//! Survey rounds, from `data/surveys.toml`.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::DemoError;
use super::places::Units;
use crate::file::Tx;
use crate::survey::model::{Answer, Forms, NewSurvey, Question, Sampling};
use crate::survey::store::{insert_survey, save_forms, take_in};

/// The data file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Surveys {
    survey: Vec<SurveyText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SurveyText {
    title: String,
    target_group: String,
    sampling: String,
    from: i64,
    to: i64,
    basis: String,
    note: String,
    forms: Vec<(i64, i64, i64)>,
    question: Vec<QuestionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    body: String,
    #[serde(default)]
    multiple: bool,
    answers: Vec<(String, i64)>,
}

/// Enters the rounds.
///
/// # Errors
/// [`DemoError`] when the file refuses or the data are wrong.
pub fn enter(tx: &Tx, units: &Units, today: NaiveDate) -> Result<(), DemoError> {
    let read: Surveys = toml::from_str(include_str!("data/surveys.toml"))
        .map_err(|error| DemoError::data("surveys", &error))?;
    for text in read.survey {
        let day = |days: i64| today.checked_sub_days(Days::new(days.unsigned_abs()));
        let survey = NewSurvey {
            title: text.title,
            target_group: text.target_group,
            sampling: Sampling::from_id(&text.sampling),
            date_from: day(text.from),
            date_to: day(text.to),
            basis: text.basis,
            note: text.note,
        };
        let id = insert_survey(tx, &survey)?;
        for ((issued, returned, valid), (unit, _)) in text.forms.into_iter().zip(&units.committees) {
            let forms = Forms { unit: Some(*unit), issued, returned, valid, ..Forms::default() };
            save_forms(tx, id, &forms)?;
        }
        let questions: Vec<Question> = text.question.into_iter().map(question).collect();
        take_in(tx, Some(id), &survey, &[], &questions)?;
    }
    Ok(())
}

fn question(text: QuestionText) -> Question {
    let answers = text.answers.into_iter().map(|(label, answers)| Answer { id: None, label, answers });
    Question { id: None, body: text.body, multiple: text.multiple, answers: answers.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Who;
    use crate::survey::model::{Figures, Meaning, problems};
    use crate::survey::store::{survey, survey_lines};

    #[test]
    fn the_rounds_hold_nothing_that_cannot_be() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let options =
            crate::demo::Options { reports: 5, collaborators: 12, ..crate::demo::Options::usual(today) };
        crate::demo::invent(&mut file, &options, &mut |_| true).unwrap();
        let lines = survey_lines(file.connection()).unwrap();
        let meanings: Vec<Meaning> = lines
            .iter()
            .map(|line| {
                let survey = survey(file.connection(), line.id).unwrap().unwrap();
                assert_eq!(problems(&survey), [], "{}", survey.known.title);
                let figures = Figures::of(&survey.units);
                assert!(figures.return_rate().is_some() && figures.valid_rate().is_some());
                Meaning::of(survey.known.sampling, Some(figures.valid))
            })
            .collect();
        assert_eq!(meanings, [Meaning::Margin(49), Meaning::OnlyThose]);
    }
}
