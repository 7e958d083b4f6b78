//! A sheet of a survey, counted.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Column, Forms, Holds, Question, Why};
use crate::text::fold;

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

/// Forms by unit, and names in the column of units that mean none of the office's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormsFound {
    /// Forms, by unit; those of the round as a whole last.
    pub forms: Vec<Forms>,
    /// Names that mean no unit, or more than one.
    pub unknown: Vec<String>,
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

    /// The column that names the unit of each form.
    pub fn unit_column(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.holds == Holds::Unit)
    }

    /// Names that are units where a person says so.
    pub fn unit_names(&self) -> impl Iterator<Item = &str> {
        let may = self.columns.iter().filter(|column| column.choices().contains(&Holds::Unit));
        may.flat_map(|column| column.units().map(|(name, ..)| name))
    }

    /// The forms the questions were counted from, by unit where a column names it; a table of counts does not tell. Those of no
    /// unit, or of a name that means none of these, are the round's as a whole.
    pub fn forms(&self, units: &HashMap<String, Uuid>) -> FormsFound {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut found = FormsFound::default();
        if self.shape == Shape::Counts {
            return found;
        }
        let mut whole = Forms { returned: number(self.rows), valid: number(self.valid), ..Forms::default() };
        let named = self.unit_column().into_iter().flat_map(Column::units);
        for (name, returned, valid) in named {
            let Some(unit) = units.get(name) else {
                found.unknown.push(name.to_owned());
                continue;
            };
            let (returned, valid) = (number(returned), number(valid));
            whole.returned -= returned;
            whole.valid -= valid;
            // Two spellings of one unit are one.
            match found.forms.iter_mut().find(|forms| forms.unit == Some(*unit)) {
                Some(forms) => {
                    forms.returned += returned;
                    forms.valid += valid;
                }
                None => found.forms.push(Forms {
                    unit: Some(*unit),
                    unit_name: name.to_owned(),
                    returned,
                    valid,
                    ..Forms::default()
                }),
            }
        }
        if whole.returned > 0 {
            found.forms.push(Forms { valid: whole.valid.max(0), ..whole });
        }
        found
    }

    /// Goes on to the next of what a column may hold; false when there is nothing else. One column names the units.
    pub fn turn(&mut self, at: usize, back: bool) -> bool {
        let Some(column) = self.columns.get_mut(at) else { return false };
        let turned = column.turn(back);
        if column.holds == Holds::Unit {
            self.one_names_units(at);
        }
        turned
    }

    fn one_names_units(&mut self, which: usize) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            if at != which && column.holds == Holds::Unit {
                column.holds = Holds::Out(Why::Chosen);
            }
        }
    }

    /// What files of this kind are known by: their headings.
    pub fn fingerprint(&self) -> String {
        let heads = self.columns.iter().map(|column| fold(&column.head));
        format!("survey|{}", heads.collect::<Vec<_>>().join("|"))
    }

    /// What each column holds, as it is remembered.
    pub fn mapping(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.holds.id().to_owned()).collect()
    }

    /// Lets each column hold what it held last time, as far as it may; true when anything is another than was recognised.
    pub fn recall(&mut self, mapping: &[String]) -> bool {
        let mut other = false;
        for (at, id) in mapping.iter().enumerate().take(self.columns.len()) {
            let column = &mut self.columns[at];
            let Some(holds) = column.choices().iter().find(|holds| holds.id() == id) else { continue };
            if column.holds.id() != id {
                column.holds = *holds;
                other = true;
            }
            if *holds == Holds::Unit {
                self.one_names_units(at);
            }
        }
        other
    }
}
