//! What would be taken from a file: its columns with what they hold, and the answers of the one under the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::screen::columns::{cell, cut};
use crate::screen::{Look, popup, wrap};
use crate::survey::labels;
use crate::survey::model::{Column, Holds, Shape, Why};
use crate::survey::tab::Preview;
use crate::words::Words;

/// Rows of the answers of the column under the cursor, with the rule.
const ANSWERS: u16 = 5;

pub(super) fn draw(frame: &mut Frame, area: Rect, preview: &Preview, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(4).clamp(20, 112);
    let columns = u16::try_from(preview.counted.columns.len()).unwrap_or(u16::MAX);
    // As high as what stands in it: what is told, headings, columns, answers.
    let height = columns.saturating_add(ANSWERS + 9).min(area.height);
    let inside = popup::window(frame, area, words.survey_import(), width, height, look);
    let room = usize::from(inside.width).saturating_sub(2);
    let mut rows = inside.rows();
    let (kept, warns) = kept(preview, words);
    let kept_style = if warns { look.warning } else { look.dim };
    for (text, style) in [(told(preview, words), look.plain), (kept, kept_style)] {
        for line in wrap::lines(&text, room, 3) {
            if let Some(row) = rows.next() {
                frame.render_widget(Line::styled(format!(" {line}"), style), row);
            }
        }
    }
    if let Some(row) = rows.next() {
        let heads =
            [words.survey_preview_column(), words.survey_preview_holds(), words.survey_preview_answered()];
        frame.render_widget(Line::styled(format!("  {}", line_of(heads, room, look)), look.dim), row);
    }
    let used = rows.next().map_or(inside.height, |row| row.y - inside.y);
    let list = Rect { y: inside.y + used, height: inside.height.saturating_sub(used + ANSWERS), ..inside };
    draw_columns(frame, list, preview, look, words);
    let foot = Rect { y: list.bottom(), height: inside.bottom().saturating_sub(list.bottom()), ..inside };
    draw_answers(frame, foot, preview, look, words);
}

/// How many forms there are and where they go.
fn told(preview: &Preview, words: &Words) -> String {
    let counted = &preview.counted;
    let questions = words.number(counted.questions().len() as i64);
    let number = |count: usize| words.number(count as i64);
    let mut said = match counted.shape {
        Shape::Answers => words.survey_preview_answers(
            preview.name.as_str(),
            questions,
            number(counted.rows),
            number(counted.valid),
        ),
        Shape::Counts => words.survey_preview_counts(preview.name.as_str(), questions),
    };
    if counted.others > 0 {
        said.push(' ');
        said.push_str(&words.survey_preview_sheets(number(counted.others), counted.sheet.as_str()));
    }
    said.push(' ');
    if preview.recalled {
        said.push_str(words.survey_preview_recalled());
        said.push(' ');
    }
    match &preview.into {
        None => said.push_str(words.survey_preview_new()),
        Some((_, title, false)) => said.push_str(&words.survey_preview_into(title.as_str())),
        Some((_, title, true)) => said.push_str(&words.survey_preview_into_known(title.as_str())),
    }
    said
}

/// What is kept; names of units nobody knows come first.
fn kept(preview: &Preview, words: &Words) -> (String, bool) {
    let unknown = preview.forms().unknown;
    if unknown.is_empty() {
        (words.survey_preview_kept().to_owned(), false)
    } else {
        (labels::unknown_units(words, &unknown), true)
    }
}

fn line_of([head, holds, answered]: [&str; 3], room: usize, look: &Look) -> String {
    let answered_room = 9;
    let holds_room = (room * 2 / 5).min(40);
    let head_room = room.saturating_sub(holds_room + answered_room + 6);
    let mut line = String::new();
    cell(&mut line, head, head_room, false, look.ellipsis());
    line.push_str("  ");
    cell(&mut line, holds, holds_room, false, look.ellipsis());
    line.push_str("  ");
    cell(&mut line, answered, answered_room, true, "");
    line
}

fn draw_columns(frame: &mut Frame, area: Rect, preview: &Preview, look: &Look, words: &Words) {
    let rows = usize::from(area.height).max(1);
    let columns = &preview.counted.columns;
    let top = (preview.cursor + 1).saturating_sub(rows).min(columns.len().saturating_sub(rows));
    let room = usize::from(area.width).saturating_sub(2);
    for (at, row) in (top..columns.len()).zip(area.rows()) {
        let column = &columns[at];
        let taken = !matches!(column.holds, Holds::Out(_));
        let head = if column.head.is_empty() { words.survey_preview_nameless() } else { &column.head };
        let holds = labels::holds(words, column.holds);
        let text = line_of([head, &holds, &words.number(column.answered as i64)], room, look);
        let here = at == preview.cursor;
        let style = match (here, column.holds) {
            (true, _) => look.cursor,
            (_, Holds::Out(Why::Identity(_))) => look.warning,
            _ if taken => look.plain,
            _ => look.dim,
        };
        let pointer = if here { look.pointer() } else { " " };
        frame.render_widget(
            Line::from(vec![Span::styled(pointer, look.accent), Span::styled(format!(" {text}"), style)]),
            row,
        );
    }
    popup::more(frame, area, [top > 0, top + rows < columns.len()], look);
}

/// The answers of the column under the cursor with their counts.
fn draw_answers(frame: &mut Frame, area: Rect, preview: &Preview, look: &Look, words: &Words) {
    let room = usize::from(area.width).saturating_sub(2);
    let mut rows = area.rows();
    if let Some(row) = rows.next() {
        frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(area.width)), look.rule), row);
    }
    let Some(column) = preview.current() else { return };
    let text = answers(column, words);
    for line in wrap::lines(&text, room, usize::from(ANSWERS) - 1) {
        if let Some(row) = rows.next() {
            let line = cut(line, room, look.ellipsis()).into_owned();
            frame.render_widget(Line::styled(format!(" {line}"), look.plain), row);
        }
    }
}

fn answers(column: &Column, words: &Words) -> String {
    if column.holds == Holds::Unit {
        let number = |count: usize| words.number(count as i64);
        let told =
            column.units().map(|(name, forms, valid)| format!("{name} {}/{}", number(valid), number(forms)));
        return format!("{} {}", words.survey_preview_units(), told.collect::<Vec<_>>().join(" · "));
    }
    let Some(question) = column.question() else {
        return match column.holds {
            Holds::Out(Why::Identity(_)) => words.survey_preview_identity().to_owned(),
            _ if column.choices().is_empty() => words.survey_preview_uncounted().to_owned(),
            _ => words.survey_preview_out().to_owned(),
        };
    };
    let told =
        question.answers.iter().map(|answer| format!("{} {}", answer.label, words.number(answer.answers)));
    let mut told = told.collect::<Vec<_>>().join(" · ");
    if column.by_hand() > 0 {
        told.push_str(". ");
        told.push_str(&words.survey_preview_by_hand(words.number(column.by_hand() as i64)));
    }
    told
}
