//! Rounds for scripts: the JSON of the command line. Empty text means that nothing was said, 0 forms that nobody wrote it down.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::model::{Figures, Meaning, Sampling, Survey, problems};
use super::{labels, store};
use crate::words::Words;

/// A round as `duluan surveys --json` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct SurveyJson {
    id: Uuid,
    title: String,
    target_group: String,
    sampling: Sampling,
    date_from: Option<NaiveDate>,
    date_to: Option<NaiveDate>,
    basis: String,
    note: String,
    issued: i64,
    returned: i64,
    valid: i64,
    units: Vec<FormsJson>,
    questions: Vec<QuestionJson>,
    problems: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct FormsJson {
    unit: String,
    issued: i64,
    returned: i64,
    valid: i64,
}

#[derive(Clone, Debug, Serialize)]
struct QuestionJson {
    body: String,
    multiple: bool,
    /// What the shares are of; `null` where it is not known.
    base: Option<i64>,
    /// Points of a hundred on either side; `null` where none can be told.
    margin: Option<f64>,
    answers: Vec<AnswerJson>,
}

#[derive(Clone, Debug, Serialize)]
struct AnswerJson {
    label: String,
    answers: i64,
    /// Of a hundred; `null` where it would tell too much of few people.
    percent: Option<f64>,
}

impl SurveyJson {
    fn of(survey: Survey, words: &Words) -> Self {
        let figures = Figures::of(&survey.units);
        let problems = problems(&survey).iter().map(|problem| labels::problem(words, problem)).collect();
        let known = survey.known;
        let tenths = |tenths: i64| tenths as f64 / 10.0;
        let questions = survey.questions.into_iter().map(|question| QuestionJson {
            base: question.base(figures.valid),
            margin: match Meaning::of(known.sampling, question.base(figures.valid)) {
                Meaning::Margin(margin) => Some(tenths(margin)),
                _ => None,
            },
            answers: question
                .answers
                .iter()
                .map(|answer| AnswerJson {
                    label: answer.label.clone(),
                    answers: answer.answers,
                    percent: question.share(answer.answers, figures.valid).map(tenths),
                })
                .collect(),
            body: question.body,
            multiple: question.multiple,
        });
        Self {
            id: survey.id,
            questions: questions.collect(),
            title: known.title,
            target_group: known.target_group,
            sampling: known.sampling,
            date_from: known.date_from,
            date_to: known.date_to,
            basis: known.basis,
            note: known.note,
            issued: figures.issued,
            returned: figures.returned,
            valid: figures.valid,
            units: survey
                .units
                .into_iter()
                .map(|forms| FormsJson {
                    unit: forms.unit_name,
                    issued: forms.issued,
                    returned: forms.returned,
                    valid: forms.valid,
                })
                .collect(),
            problems,
        }
    }
}

/// All rounds, the newest first, or only one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn surveys(conn: &Connection, words: &Words, only: Option<Uuid>) -> rusqlite::Result<Vec<SurveyJson>> {
    let mut told = Vec::new();
    for line in store::survey_lines(conn)?.iter().filter(|line| only.is_none_or(|only| line.id == only)) {
        told.extend(store::survey(conn, line.id)?.map(|survey| SurveyJson::of(survey, words)));
    }
    Ok(told)
}
