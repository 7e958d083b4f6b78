//! A column counted for itself: what stood in it and how often, without whose it was.

use std::collections::BTreeMap;

use super::identity::{self, Tells, plain};
use super::{Answer, Question};
use crate::text::fold;
use crate::text::personal;

/// Where answers are put together that people wrote by hand.
pub const OTHER: &str = "Ý kiến khác";

/// A longer answer that only one person gave was written by hand.
const BY_HAND: usize = 30;
/// Most different answers of one question.
const MOST: usize = 40;

/// Why a column is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It tells who somebody is.
    Identity(Tells),
    /// Everybody wrote something else.
    FreeText,
    /// Numbers that are no choices.
    Numbers,
    /// Nothing stands in it.
    Empty,
    /// The columns behind it say the same, one for each answer.
    Repeats,
    /// A person left it out.
    Chosen,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A question with one answer.
    Single,
    /// A question with several.
    Multiple,
    /// The unit each form comes from.
    Unit,
    /// Nothing that is taken in.
    Out(Why),
}

impl Holds {
    /// Its name in what is remembered of a file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Unit => "unit",
            Self::Out(_) => "out",
        }
    }
}

/// What the counts were made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// Cells of a column.
    Cells,
    /// A column for each answer, ticked or not.
    Ticks,
    /// Numbers of a table.
    Numbers,
}

/// A column, or several that hold one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The first of its columns, from 0.
    pub at: usize,
    /// How many columns it is.
    pub wide: usize,
    /// Its heading: the question.
    pub head: String,
    /// What it holds.
    pub holds: Holds,
    /// Forms with something in it.
    pub answered: usize,
    /// What stood in it and how often; of a column that tells who somebody is, nothing.
    cells: BTreeMap<String, usize>,
    from: From,
    /// Of the cells, how many stand in a form that answers anything else.
    valid: BTreeMap<String, usize>,
    /// The order of the answers is that of the cells as they were given.
    order: Vec<String>,
}

impl Column {
    /// One that is left out, with nothing of what stood in it.
    pub fn out(at: usize, head: String, why: Why, answered: usize) -> Self {
        Self {
            at,
            wide: 1,
            head,
            holds: Holds::Out(why),
            answered,
            cells: BTreeMap::new(),
            from: From::Cells,
            valid: BTreeMap::new(),
            order: Vec::new(),
        }
    }

    /// Counts cells. What is kept of them is kept without its row.
    pub fn of(at: usize, head: String, values: &[&str]) -> Self {
        let mut cells: BTreeMap<String, usize> = BTreeMap::new();
        for value in values.iter().filter(|value| !value.is_empty()) {
            *cells.entry(one_line(value)).or_default() += 1;
        }
        let answered = cells.values().sum();
        let unit = identity::is_unit(&head);
        // Wards are called after people.
        if let Some(tells) = personal_content(&cells).filter(|tells| !(unit && *tells == Tells::Name)) {
            return Self::out(at, head, Why::Identity(tells), answered);
        }
        let mut column = Self { cells, ..Self::out(at, head, Why::Empty, answered) };
        if unit && answered > 0 {
            column.holds = Holds::Unit;
            return column;
        }
        column.holds = column.recognised();
        if column.labels(column.holds == Holds::Multiple).len() > MOST {
            // Nothing of what people wrote stays in memory.
            column.cells = BTreeMap::new();
        }
        column
    }

    /// A question with a column for each of its answers, ticked or not.
    pub fn ticked(at: usize, head: String, options: Vec<(String, usize)>, answered: usize) -> Self {
        let order: Vec<String> = options.iter().map(|(label, _)| label.clone()).collect();
        Self {
            wide: options.len(),
            holds: Holds::Multiple,
            cells: summed(options),
            from: From::Ticks,
            order,
            ..Self::out(at, head, Why::Empty, answered)
        }
    }

    /// A question that was counted before it came here.
    pub fn counted(at: usize, head: String, answers: Vec<(String, usize)>) -> Self {
        let answered = answers.iter().map(|(_, count)| count).sum();
        Self {
            wide: 1,
            from: From::Numbers,
            holds: Holds::Single,
            ..Self::ticked(at, head, answers, answered)
        }
    }

    /// What it may hold, in the order one goes through it; of what tells who somebody is, nothing else.
    pub fn choices(&self) -> &'static [Holds] {
        const CELLS: &[Holds] = &[Holds::Single, Holds::Multiple, Holds::Unit, Holds::Out(Why::Chosen)];
        const BOTH: &[Holds] = &[Holds::Single, Holds::Multiple, Holds::Out(Why::Chosen)];
        const TICKED: &[Holds] = &[Holds::Multiple, Holds::Out(Why::Chosen)];
        match self.from {
            _ if self.cells.is_empty() => &[],
            From::Ticks => TICKED,
            From::Cells => CELLS,
            From::Numbers => BOTH,
        }
    }

    /// Goes on to the next of what it may hold; false when there is nothing else.
    pub fn turn(&mut self, back: bool) -> bool {
        let choices = self.choices();
        if choices.is_empty() {
            return false;
        }
        let out = matches!(self.holds, Holds::Out(_));
        let at = choices
            .iter()
            .position(|holds| *holds == self.holds || out && matches!(holds, Holds::Out(_)))
            .unwrap_or_default();
        let by = if back { choices.len() - 1 } else { 1 };
        self.holds = choices[(at + by) % choices.len()];
        true
    }

    /// The question as it would be taken in; `None` when it is left out.
    pub fn question(&self) -> Option<Question> {
        let multiple = match self.holds {
            Holds::Single => false,
            Holds::Multiple => true,
            Holds::Unit | Holds::Out(_) => return None,
        };
        let answers: Vec<Answer> = self
            .labels(multiple)
            .into_iter()
            .map(|(label, count)| Answer {
                id: None,
                label,
                answers: i64::try_from(count).unwrap_or(i64::MAX),
            })
            .collect();
        let body = if self.head.is_empty() { "…".to_owned() } else { self.head.clone() };
        (!answers.is_empty()).then_some(Question { id: None, body, multiple, answers })
    }

    /// Keeps how many of the forms with each cell answer anything else.
    pub fn set_valid<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        for cell in cells {
            let cell = one_line(cell);
            if self.cells.contains_key(&cell) {
                *self.valid.entry(cell).or_default() += 1;
            }
        }
    }

    /// What stands in it as names of units: the name, forms, and those of them that count.
    pub fn units(&self) -> impl Iterator<Item = (&str, usize, usize)> {
        let valid = |cell: &String| self.valid.get(cell).copied().unwrap_or_default();
        self.cells.iter().map(move |(cell, forms)| (cell.as_str(), *forms, valid(cell)))
    }

    /// Answers that people wrote by hand and that are put together.
    pub fn by_hand(&self) -> usize {
        let labels = self.labels(self.holds == Holds::Multiple);
        let kept = self.cells.contains_key(OTHER);
        labels.iter().find(|(label, _)| label == OTHER && !kept).map_or(0, |(_, count)| *count)
    }

    /// The answers with their counts, most given first; what says nothing of the matter last.
    fn labels(&self, multiple: bool) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (cell, count) in &self.cells {
            if !multiple || self.from != From::Cells {
                *counts.entry(cell).or_default() += count;
                continue;
            }
            let mut parts = parts(cell);
            parts.sort_unstable();
            // Who ticks an answer twice gave it once.
            parts.dedup();
            for part in parts {
                *counts.entry(part).or_default() += count;
            }
        }
        let mut told: Vec<(String, usize)> = Vec::with_capacity(counts.len());
        let mut other = 0;
        for (label, count) in counts {
            let by_hand = self.from == From::Cells && (count == 1 && label.chars().count() > BY_HAND)
                || !personal::find(label).is_empty();
            if by_hand {
                other += count;
            } else {
                told.push((label.to_owned(), count));
            }
        }
        if other > 0 {
            // A form may hold several parts written by hand, and is one form.
            let other = other.min(self.answered);
            match told.iter_mut().find(|(label, _)| fold(label) == fold(OTHER)) {
                Some((_, count)) => *count = (*count + other).min(self.answered),
                None => told.push((OTHER.to_owned(), other)),
            }
        }
        self.put_in_order(&mut told);
        told
    }

    fn put_in_order(&self, told: &mut [(String, usize)]) {
        if !self.order.is_empty() {
            let place = |label: &str| self.order.iter().position(|known| known == label);
            told.sort_by_key(|(label, _)| place(label).unwrap_or(usize::MAX));
            return;
        }
        let number = |label: &str| -> Option<u64> {
            let digits: String = label.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        if told.iter().all(|(label, _)| number(label).is_some() || is_last(label)) {
            told.sort_by_key(|(label, _)| (is_last(label), number(label)));
        } else {
            told.sort_by(|(one, count), (other, more)| {
                (is_last(one), more, one.as_str()).cmp(&(is_last(other), count, other.as_str()))
            });
        }
    }

    /// What the cells look like.
    fn recognised(&self) -> Holds {
        if self.cells.is_empty() {
            return Holds::Out(Why::Empty);
        }
        let (all, different) = (self.answered, self.cells.len());
        let numbers = self.cells.keys().all(|cell| cell.parse::<f64>().is_ok());
        if numbers && different > 12 {
            return Holds::Out(Why::Numbers);
        }
        if self.is_multiple() {
            return Holds::Multiple;
        }
        let letters: usize = self.cells.iter().map(|(cell, count)| cell.chars().count() * count).sum();
        let long = letters > all * 40;
        let many = different > MOST || different > 12 && different * 3 > all;
        let sentences = letters > all * 15;
        let each_another = different * 2 > all && (different > 5 || different > 3 && sentences)
            || long && different * 3 > all;
        if many || each_another { Holds::Out(Why::FreeText) } else { Holds::Single }
    }

    /// Cells hold several answers when their parts come back in other company.
    fn is_multiple(&self) -> bool {
        let joined: usize =
            self.cells.iter().filter(|(cell, _)| parts(cell).len() > 1).map(|(_, count)| count).sum();
        if joined * 10 < self.answered {
            return false;
        }
        let mut company: BTreeMap<&str, usize> = BTreeMap::new();
        let mut long = 0;
        for cell in self.cells.keys() {
            for part in parts(cell) {
                *company.entry(part).or_default() += 1;
                long += usize::from(part.chars().count() > 60);
            }
        }
        let back = company.values().filter(|cells| **cells > 1).count();
        // Sentences with commas have parts of their own each.
        back * 2 >= company.len() && company.len() <= MOST && long * 4 < company.len().max(1)
    }
}

/// Counts by answer; one that comes twice is one.
fn summed(counts: Vec<(String, usize)>) -> BTreeMap<String, usize> {
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for (label, count) in counts {
        *sums.entry(label).or_default() += count;
    }
    sums
}

/// Most of what stands in a column tells who somebody is.
fn personal_content(cells: &BTreeMap<String, usize>) -> Option<Tells> {
    let values =
        cells.iter().flat_map(|(cell, count)| std::iter::repeat_n(cell.as_str(), (*count).min(1000)));
    identity::by_content(values)
}

/// The answers in a cell: `A; B`, `A, B`, `A | B`, lines.
fn parts(cell: &str) -> Vec<&str> {
    let sign = [';', '|'].into_iter().find(|sign| cell.contains(*sign));
    let parts: Vec<&str> = match sign {
        Some(sign) => cell.split(sign).collect(),
        // Google writes a comma and a blank; a comma inside a number has none.
        None => cell.split(", ").collect(),
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Lines of a cell are answers of their own.
fn one_line(value: &str) -> String {
    let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("; ")
}

/// Answers that say nothing of the matter stand last, however many gave them.
fn is_last(label: &str) -> bool {
    let plain = plain(label);
    ["khac", "y kien khac", "muc khac", "kho tra loi", "khong biet", "khong ro", "khong co y kien", "other"]
        .iter()
        .any(|last| plain == *last || plain.starts_with(&format!("{last} ")) && plain.len() < 40)
}
