//! What waits for a decision: the questions, and the sides of the one under the cursor beside each other.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

use super::{draw_empty, draw_rule, draw_title, row_style, split, with_detail};
use crate::copies::labels;
use crate::copies::model::{Question, QuestionKind, Side};
use crate::copies::tab::{Decisions, detail_rows};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::wrap;
use crate::words::Words;

/// Cells of the columns: what it is about, the field.
const KIND: usize = 24;
const FIELD: usize = 18;
/// Sides shown beside each other.
const SIDES: usize = 3;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    page: &Decisions,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let [title, head, body] = split(area);
    let count = words.copies_questions(page.list.len() as i64);
    draw_title(frame, title, words.copies_decisions(), "", &count, look);
    if page.list.is_empty() {
        if page.ready {
            draw_empty(frame, body, words.copies_no_questions(), look);
        }
        return;
    }
    let [list, rule, detail] = with_detail(body, detail_rows(area.height));
    let width = usize::from(area.width);
    // Doubles and circles are about whole records: no column that stands empty all the way down.
    let field = if page.of_fields { FIELD } else { 0 };
    let headings = [words.copies_column_question(), words.copies_column_field(), words.copies_column_about()];
    frame.render_widget(Line::styled(format!("   {}", cells(headings, width, field, look)), look.dim), head);
    let lines: Vec<Line> = page
        .list
        .visible()
        .map(|seen| {
            let style = row_style(seen.cursor, look);
            let sign = if seen.cursor { style } else { look.warning };
            Line::from(vec![
                Span::styled(if seen.cursor { look.pointer() } else { " " }, style),
                Span::styled(look.clash(), sign),
                Span::styled(format!(" {}", row(&seen.row.0, width, field, look, words)), style),
            ])
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
    let position =
        format!("{} / {}", words.number(page.list.position() as i64), words.number(page.list.len() as i64));
    draw_rule(frame, rule, &position, look);
    if let Some(line) = page.list.current() {
        if line.0.cards.is_empty() {
            draw_sides(frame, detail, &line.0, today, look, words);
        } else {
            super::cards::draw(frame, detail, &line.0.cards, page.scroll, today, look, words);
        }
    }
}

fn row(question: &Question, width: usize, field_width: usize, look: &Look, words: &Words) -> String {
    let kind = match question.kind {
        QuestionKind::Clash => words.copies_kind_clash(),
        QuestionKind::DeletedEdited => words.copies_kind_deleted(),
        QuestionKind::DoubleCode => words.copies_kind_double(),
        QuestionKind::Circle => words.copies_kind_circle(),
        QuestionKind::DoublePerson => words.copies_kind_person(),
        QuestionKind::DoubleUnit => words.copies_kind_unit(),
        QuestionKind::DoubleItem => words.copies_kind_item(),
        QuestionKind::JoinedOpposite => words.copies_kind_opposite(),
        QuestionKind::JoinedOrApart => words.copies_kind_parted(),
    };
    let field = match (question.kind, question.column) {
        // The cards say what it is about.
        (QuestionKind::JoinedOpposite | QuestionKind::JoinedOrApart, _) | (_, None) => "",
        (_, Some(column)) => labels::column(words, question.table, column),
    };
    let about = words.copies_row(question.name.as_str(), labels::table(words, question.table));
    cells([kind, field, &about], width, field_width, look)
}

/// The columns of a row; `field_width` is nothing where no row has a field.
fn cells(texts: [&str; 3], width: usize, field_width: usize, look: &Look) -> String {
    let [kind, field, about] = texts;
    let mut line = String::with_capacity(width + 16);
    let between = if field_width > 0 { 4 } else { 2 };
    let rest = width.saturating_sub(KIND + field_width + between + 4);
    for (text, width) in [(kind, KIND), (field, field_width), (about, rest)] {
        if width == 0 {
            continue;
        }
        cell(&mut line, text, width, false, look.ellipsis());
        line.push_str("  ");
    }
    line
}

/// A side: heading, value, who and when.
struct Column {
    heading: String,
    value: String,
    by: String,
}

fn columns(question: &Question, today: NaiveDate, words: &Words) -> Vec<Column> {
    let by = |author| format!("{}\n{}", labels::author(words, author), labels::when(words, author, today));
    match question.kind {
        QuestionKind::Clash => question
            .sides
            .iter()
            .enumerate()
            .map(|(place, side)| Column {
                heading: if place == 0 { words.copies_shown_now() } else { words.copies_other_copy() }
                    .to_owned(),
                value: labels::value(words, question.table, side.column, &side.value),
                by: by(&side.author),
            })
            .collect(),
        QuestionKind::DeletedEdited => {
            let mut sides = question.sides.iter();
            let deletion = sides.next().map(|side| Column {
                heading: words.copies_shown_now().to_owned(),
                value: match &question.stands {
                    Some((_, name)) => words.copies_joined_to(name),
                    None => words.copies_deleted().to_owned(),
                },
                by: by(&side.author),
            });
            let edits: Vec<_> = sides.collect();
            let edited = edits.last().map(|last| Column {
                heading: words.copies_other_copy().to_owned(),
                value: edits.iter().map(|side| edited(question, side, words)).collect::<Vec<_>>().join("\n"),
                by: by(&last.author),
            });
            deletion.into_iter().chain(edited).collect()
        }
        QuestionKind::DoublePerson
        | QuestionKind::DoubleUnit
        | QuestionKind::DoubleItem
        | QuestionKind::JoinedOpposite
        | QuestionKind::JoinedOrApart => Vec::new(),
        QuestionKind::Circle => {
            let above = question.rows.iter().cycle().skip(1);
            question
                .rows
                .iter()
                .zip(above)
                .map(|((_, name, author), (_, above, _))| Column {
                    heading: words.copies_row(name.as_str(), labels::table(words, question.table)),
                    value: words.copies_stands_under(above.as_str()),
                    by: by(author),
                })
                .collect()
        }
        QuestionKind::DoubleCode => question
            .rows
            .iter()
            .map(|(_, described, author)| Column {
                heading: words.copies_row(question.name.as_str(), labels::table(words, question.table)),
                value: described.clone(),
                by: by(author),
            })
            .collect(),
    }
}

/// What an edit of a deleted row, or of what belongs to it, did.
fn edited(question: &Question, side: &Side, words: &Words) -> String {
    let table = side.part.as_ref().map_or(question.table, |(table, _)| table);
    let name = side.part.as_ref().map_or("", |(_, name)| name.as_str());
    if side.column.is_empty() {
        return words.copies_added(words.copies_row(name, labels::table(words, table)));
    }
    let value = labels::value_line(words, table, side.column, &side.value);
    let said = words.copies_edited_to(labels::column(words, table, side.column), value);
    match side.part {
        Some(_) => words.copies_of_row(name, labels::table(words, table), said),
        None => said,
    }
}

fn draw_sides(
    frame: &mut Frame,
    area: Rect,
    question: &Question,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let columns = columns(question, today, words);
    let hidden = columns.len().saturating_sub(SIDES);
    let shown = columns.len().clamp(1, SIDES);
    let places = Layout::horizontal(vec![Constraint::Ratio(1, shown as u32); shown]).split(area);
    for (at, (column, place)) in columns.iter().zip(places.iter()).enumerate() {
        let room = usize::from(place.width.saturating_sub(3));
        let left = usize::from(place.height).saturating_sub(3);
        let mut lines = Vec::new();
        let mut heading = column.heading.clone();
        if at + 1 == SIDES && hidden > 0 {
            heading = format!("{heading} (+{hidden})");
        }
        lines.push(Line::styled(format!(" {heading}"), if at == 0 { look.accent } else { look.strong }));
        for part in wrap::lines(&column.value, room, left) {
            lines.push(Line::raw(format!(" {part}")));
        }
        // What the value leaves free; who and when takes two lines at least.
        let free = usize::from(place.height).saturating_sub(lines.len()).max(2);
        for part in wrap::lines(&column.by, room, free) {
            lines.push(Line::styled(format!(" {part}"), look.dim));
        }
        frame.render_widget(Text::from(lines), *place);
    }
}
