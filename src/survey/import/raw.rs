//! Raw answers: the questions in the head, one row for each form.

use super::{HEAD_ROWS, text};
use crate::exchange::{Cell, Row};
use crate::survey::model::{Column, Counted, Holds, Shape, Why, by_head, plain};

/// Reads rows; `None` when there is no head, or nothing below it.
pub(super) fn read(rows: &[Row]) -> Option<Counted> {
    let head = head(rows)?;
    let (heads, rows) = (&rows[head], &rows[head + 1..]);
    if rows.is_empty() {
        return None;
    }
    let wide = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default().max(heads.cells.len());
    let heads: Vec<String> = (0..wide).map(|at| heads.cells.get(at).map(line).unwrap_or_default()).collect();
    let values: Vec<Vec<String>> = (0..wide)
        .map(|at| rows.iter().map(|row| row.cells.get(at).map(text).unwrap_or_default()).collect())
        .collect();
    let mut columns = Vec::new();
    let mut at = 0;
    while at < wide {
        let group = ticks(&heads, &values, at);
        if group > 1 {
            columns.push(grouped(&heads[at..at + group], &values[at..at + group], at));
            at += group;
            continue;
        }
        columns.push(one(&heads, &values, at));
        at += 1;
    }
    // In a column for one of several answers what is not ticked says nothing.
    let asked: Vec<(usize, bool)> = columns
        .iter()
        .filter(|column| !matches!(column.holds, Holds::Out(Why::Identity(_) | Why::Empty)))
        .flat_map(|column| (column.at..column.at + column.wide).map(|at| (at, column.wide > 1)))
        .collect();
    // The unit a form comes from is no answer.
    let unit = columns.iter().find(|column| column.holds == Holds::Unit).map(|column| column.at);
    let answers = |row: usize, but: Option<usize>| {
        asked.iter().any(|(at, tick)| Some(*at) != but && is_said(&values[*at][row], *tick))
    };
    let valid = (0..rows.len()).filter(|row| answers(*row, unit)).count();
    for column in columns.iter_mut().filter(|column| column.choices().contains(&Holds::Unit)) {
        let at = column.at;
        let said = (0..rows.len()).filter(|row| answers(*row, Some(at)));
        column.set_valid(said.map(|row| values[at][row].as_str()));
    }
    columns.retain(|column| !column.head.is_empty() || column.answered > 0);
    Some(Counted { sheet: String::new(), others: 0, shape: Shape::Answers, rows: rows.len(), valid, columns })
}

/// The heads: the first of the first rows that is as wide as most of those below.
fn head(rows: &[Row]) -> Option<usize> {
    let filled = |row: &Row| row.cells.iter().filter(|cell| **cell != Cell::Empty).count();
    let widest = rows.iter().take(HEAD_ROWS * 2).map(filled).max()?;
    let least = (widest * 6 / 10).max(2);
    rows.iter().take(HEAD_ROWS).position(|row| {
        let words = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).count();
        filled(row) >= least && words * 2 >= filled(row)
    })
}

fn line(cell: &Cell) -> String {
    text(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one(heads: &[String], values: &[Vec<String>], at: usize) -> Column {
    let said: Vec<&str> = values[at].iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    let head = heads[at].clone();
    if said.is_empty() {
        return Column::out(at, head, Why::Empty, 0);
    }
    if let Some(tells) = by_head(&head) {
        return Column::out(at, head, Why::Identity(tells), said.len());
    }
    // Kobo writes the answers once more, all in one cell, before the columns they are ticked in.
    if !head.is_empty() && ticks_of(heads, values, at + 1).is_some_and(|(question, _)| question == head) {
        return Column::out(at, head, Why::Repeats, said.len());
    }
    Column::of(at, head, &said)
}

/// The question and the answer that a heading names: `q1/dien`, `Ông bà dùng gì? [Điện]`.
fn option_of(head: &str) -> Option<(&str, &str)> {
    if let Some(inside) = head.strip_suffix(']') {
        let (question, option) = inside.rsplit_once('[')?;
        return Some((question.trim(), option.trim()));
    }
    let (question, option) = head.rsplit_once('/')?;
    // `Ông/bà` is no answer.
    let person = question
        .rsplit(' ')
        .next()
        .is_some_and(|word| matches!(plain(word).as_str(), "ong" | "anh" | "co" | "chu" | "va" | "nguoi"));
    (!person && !question.is_empty() && !option.is_empty()).then_some((question.trim(), option.trim()))
}

fn is_tick_column(values: &[String]) -> bool {
    let ticks = |value: &String| {
        matches!(value.to_ascii_lowercase().as_str(), "" | "0" | "1" | "true" | "false" | "x" | "0.0" | "1.0")
    };
    values.iter().all(ticks) && values.iter().any(|value| !value.is_empty())
}

fn is_ticked(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "1" | "true" | "x" | "1.0")
}

/// Something is said in a cell.
fn is_said(value: &str, tick: bool) -> bool {
    if tick { is_ticked(value) } else { !value.is_empty() }
}

/// How many columns from here on are the answers of one question, with the question.
fn ticks_of<'a>(heads: &'a [String], values: &[Vec<String>], at: usize) -> Option<(&'a str, usize)> {
    let (question, _) = option_of(heads.get(at)?)?;
    let same = |at: usize| {
        let of = option_of(&heads[at]).map(|(question, _)| question);
        of == Some(question) && is_tick_column(&values[at])
    };
    let many = (at..heads.len()).take_while(|at| same(*at)).count();
    (many > 1).then_some((question, many))
}

fn ticks(heads: &[String], values: &[Vec<String>], at: usize) -> usize {
    ticks_of(heads, values, at).map_or(1, |(_, many)| many)
}

fn grouped(heads: &[String], values: &[Vec<String>], at: usize) -> Column {
    let options = heads.iter().zip(values).map(|(head, values)| {
        let label = option_of(head).map_or(head.as_str(), |(_, option)| option).to_owned();
        (label, values.iter().filter(|value| is_ticked(value)).count())
    });
    let rows = values.first().map_or(0, Vec::len);
    let answered = (0..rows).filter(|row| values.iter().any(|column| is_ticked(&column[*row]))).count();
    let head = heads.first().and_then(|head| option_of(head)).map_or("", |(question, _)| question);
    // Groups of a form stand before the question.
    let head = head.rsplit('/').next().unwrap_or(head).to_owned();
    match by_head(&head) {
        Some(tells) => {
            let mut column = Column::out(at, head, Why::Identity(tells), answered);
            column.wide = heads.len();
            column
        }
        None => Column::ticked(at, head, options.collect(), answered),
    }
}
