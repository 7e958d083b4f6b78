//! Tables of counts: question, answer, number in columns; or the question above its answers.

use super::{HEAD_ROWS, text, whole};
use crate::exchange::{Cell, Row};
use crate::survey::model::{Column, plain};

/// Where things stand.
struct Layout {
    question: Option<usize>,
    answer: usize,
    number: usize,
}

/// Reads rows; `None` when they are no table of counts.
pub(super) fn read(rows: &[Row]) -> Option<Vec<Column>> {
    let questions = match layout(rows) {
        Some((head, layout)) => by_columns(&rows[head + 1..], &layout),
        None => by_lines(rows)?,
    };
    let columns: Vec<Column> = questions
        .into_iter()
        .filter(|(_, answers)| !answers.is_empty())
        .enumerate()
        .map(|(at, (body, answers))| Column::counted(at, body, answers))
        .collect();
    (!columns.is_empty()).then_some(columns)
}

/// The row with the headings of a table of counts.
fn layout(rows: &[Row]) -> Option<(usize, Layout)> {
    const QUESTION: &[&str] = &["cau hoi", "noi dung cau hoi", "noi dung hoi", "cau", "question"];
    const ANSWER: &[&str] = &[
        "phuong an",
        "phuong an tra loi",
        "tra loi",
        "cau tra loi",
        "dap an",
        "lua chon",
        "muc do",
        "answer",
    ];
    const NUMBER: &[&str] = &[
        "so phieu",
        "so luong",
        "so nguoi",
        "so y kien",
        "so lan",
        "so tra loi",
        "tan so",
        "so lua chon",
        "count",
    ];
    rows.iter().take(HEAD_ROWS).enumerate().find_map(|(at, row)| {
        let heads: Vec<String> = row.cells.iter().map(|cell| plain(&text(cell))).collect();
        let find = |known: &[&str]| {
            heads.iter().position(|head| {
                let head = head.as_str();
                known.iter().any(|known| {
                    head == *known
                        || head.strip_prefix(known).is_some_and(|rest| rest.starts_with(' '))
                            && head.len() < 30
                })
            })
        };
        let question = find(QUESTION);
        let (answer, number) = (find(ANSWER)?, find(NUMBER)?);
        (Some(answer) != question && answer != number).then_some((at, Layout { question, answer, number }))
    })
}

type Questions = Vec<(String, Vec<(String, usize)>)>;

fn by_columns(rows: &[Row], layout: &Layout) -> Questions {
    let mut questions: Questions = Vec::new();
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map(line).unwrap_or_default();
        let (answer, number) = (cell(layout.answer), whole(row.cells.get(layout.number)));
        let asked = match layout.question {
            Some(at) => cell(at),
            // Without a column of its own the question stands alone in its row.
            None if number.is_none() => answer.clone(),
            None => String::new(),
        };
        let newest = questions.last().map(|(body, _)| body.as_str());
        if !asked.is_empty() && newest != Some(asked.as_str()) {
            questions.push((asked, Vec::new()));
        }
        if let (Some(number), Some((_, answers))) = (number, questions.last_mut()) {
            put(answers, answer, number);
        }
    }
    questions
}

/// A question alone in its row, then answers with their numbers; nothing else.
fn by_lines(rows: &[Row]) -> Option<Questions> {
    let mut questions: Questions = Vec::new();
    for row in rows {
        let filled: Vec<&Cell> = row.cells.iter().filter(|cell| **cell != Cell::Empty).collect();
        match filled[..] {
            [] => {}
            [cell @ Cell::Text(_)] if whole(Some(cell)).is_none() => questions.push((line(cell), Vec::new())),
            [label @ Cell::Text(_), number] | [label @ Cell::Text(_), number, Cell::Number(_)] => {
                put(&mut questions.last_mut()?.1, line(label), whole(Some(number))?);
            }
            _ => return None,
        }
    }
    questions.iter().any(|(_, answers)| answers.len() > 1).then_some(questions)
}

/// The sum of the others is no answer.
fn put(answers: &mut Vec<(String, usize)>, label: String, number: i64) {
    let sum = matches!(plain(&label).as_str(), "tong" | "tong so" | "tong cong" | "cong" | "total");
    if !sum && !label.is_empty() {
        answers.push((label, usize::try_from(number).unwrap_or_default()));
    }
}

fn line(cell: &Cell) -> String {
    text(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}
