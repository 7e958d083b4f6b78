//! A sheet of a survey, counted.

use super::{Column, Forms, Question};

/// What the sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One row for each form.
    Answers,
    /// Answers with their numbers.
    Counts,
}

/// A sheet, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its name, empty for csv.
    pub sheet: String,
    /// Sheets that were left aside, because this one holds more.
    pub others: usize,
    /// What it is.
    pub shape: Shape,
    /// Forms: rows below the head.
    pub rows: usize,
    /// Forms with an answer to anything that is asked.
    pub valid: usize,
    /// Columns, or the questions of a table of counts.
    pub columns: Vec<Column>,
}

/// Why nothing is taken from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASurvey {
    /// It bears this mark of state secrecy.
    Secret(&'static str),
    /// It is no sheet.
    NoSheet,
    /// No head with two columns and a row below.
    NoRows,
    /// Every column is left out.
    NoQuestions,
}

/// What a round is called that is made of a file: the file's name in plain words.
pub fn title(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Counted {
    /// The questions as they would be taken in.
    pub fn questions(&self) -> Vec<Question> {
        self.columns.iter().filter_map(Column::question).collect()
    }

    /// The forms they were counted from; a table of counts does not tell.
    pub fn forms(&self) -> Option<Forms> {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        (self.shape == Shape::Answers).then(|| Forms {
            returned: number(self.rows),
            valid: number(self.valid),
            ..Forms::default()
        })
    }
}
