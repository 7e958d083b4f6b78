//! The matrix "ai chưa báo cáo", and what the office itself owes.

mod owed;

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::{below, report, rule, split};
use crate::inbox::labels::duties as labels;
use crate::inbox::model::duties::{Cell, Standing};
use crate::inbox::overdue::{Bound, Sheet, Who};
use crate::inbox::tab::overdue::shape::{CELL, COUNT, DETAIL};
use crate::inbox::tab::overdue::{State, Window};
use crate::roster::model::short_unit;
use crate::screen::columns::{cell, cut};
use crate::screen::{Look, wrap};
use crate::text::{cut_name, width};
use crate::words::Words;

/// Draws the page.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let Some((card, scroll)) = &state.reading {
        report::draw(frame, area, card, *scroll, state.today, look, words);
        return;
    }
    if state.ready && state.pages() == 0 {
        draw_title(frame, split(area, 1)[0], state, "", look, words);
        draw_said(frame, below(area, 2), words.overdue_empty(), look);
    } else if state.on_owed() {
        owed::draw_page(frame, area, state, look, words);
    } else {
        let beside = state.shape.owed.min(area.width);
        let matrix = Rect { width: area.width - beside - u16::from(beside > 0), ..area };
        draw_matrix(frame, matrix, state, look, words);
        if beside > 0 {
            for y in area.y..area.bottom() {
                frame.buffer_mut().set_string(matrix.right(), y, look.vertical(), look.rule);
            }
            let panel = Rect { x: matrix.right() + 1, width: beside, ..area };
            owed::draw_beside(frame, panel, state, look, words);
        }
    }
    match &state.window {
        Some(Window::Reason(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Reports(picker)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Reminder(reminder)) => reminder.draw(frame, area, words.overdue_remind_title(), look),
        None => {}
    }
}

fn draw_matrix(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, rest] = split(area, 1);
    let name = state.duties.get(state.at).map_or("", |duty| duty.name.as_str());
    draw_title(frame, head, state, name, look, words);
    let Some(sheet) = &state.sheet else {
        if !state.ready {
            draw_said(frame, rest, words.overdue_reading(), look);
        }
        return;
    };
    let [period, rest] = split(rest, 1);
    draw_period(frame, period, state, sheet, look, words);
    let [headings, rest] = split(rest, 1);
    draw_headings(frame, headings, state, sheet, look, words);
    let [rows, rest] = split(rest, rest.height.saturating_sub(DETAIL + 2));
    if state.shown.is_empty() {
        let said =
            if sheet.rows.is_empty() { words.overdue_binds_nobody() } else { words.overdue_all_came() };
        draw_said(frame, rows, said, look);
    }
    let end = state.shown.len().min(state.top + usize::from(rows.height));
    let lines: Vec<Line> =
        (state.top..end).filter_map(|at| Some(row(state, state.bound(at)?, at, look))).collect();
    frame.render_widget(Text::from(lines), rows);
    let [line, rest] = split(rest, 1);
    frame.render_widget(rule(line.width, &position(state, look, words), look), line);
    let [detail, legend] = split(rest, DETAIL);
    draw_detail(frame, detail, state, look, words);
    draw_legend(frame, legend, look, words);
}

/// Title, what it is about, and which page of how many.
fn draw_title(frame: &mut Frame, area: Rect, state: &State, about: &str, look: &Look, words: &Words) {
    let count = if state.pages() > 1 { format!("{}/{}", state.at + 1, state.pages()) } else { String::new() };
    let title = words.overdue_title();
    let room = usize::from(area.width).saturating_sub(width(title) + width(&count) + 6);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(title.to_owned(), look.strong),
        Span::raw("  "),
        Span::raw(cut(about, room, look.ellipsis()).into_owned()),
    ]);
    frame.render_widget(line, area);
    let room = (width(&count) as u16).min(area.width.saturating_sub(1));
    let right = Rect { x: area.right().saturating_sub(room + 1), width: room, ..area };
    frame.render_widget(Line::styled(count, look.dim), right);
}

/// The period under the cursor: its name, its due day, how many stand how.
fn draw_period(frame: &mut Frame, area: Rect, state: &State, sheet: &Sheet, look: &Look, words: &Words) {
    let Some((span, due)) = sheet.periods.get(state.column) else { return };
    let mut parts = vec![labels::period(words, &sheet.duty, *span), labels::days(&sheet.duty, *span)];
    parts.push(words.overdue_due(words.day_short(*due, state.today)));
    parts.push(labels::counts(words, sheet, state.column));
    parts.retain(|part| !part.is_empty());
    let text = parts.join(&format!(" {} ", look.dot()));
    let text = cut(&text, usize::from(area.width).saturating_sub(2), look.ellipsis()).into_owned();
    frame.render_widget(Line::styled(format!(" {text}"), look.accent), area);
}

/// Who, how many periods are missing, and the periods in sight.
fn draw_headings(frame: &mut Frame, area: Rect, state: &State, sheet: &Sheet, look: &Look, words: &Words) {
    let shape = state.shape;
    let mut line = String::from("  ");
    let units = sheet.rows.iter().all(|row| matches!(row.who, Who::Unit(_)));
    let who = if units { words.overdue_column_unit() } else { words.overdue_column_who() };
    cell(&mut line, who, usize::from(shape.name), false, look.ellipsis());
    line.push(' ');
    cell(&mut line, words.overdue_column_missing(), usize::from(COUNT) - 1, true, look.ellipsis());
    let more_left = if state.left > 0 { "‹" } else { " " };
    line.push_str(if look.ascii && state.left > 0 { "<" } else { more_left });
    let mut spans = vec![Span::styled(line, look.dim)];
    let end = sheet.periods.len().min(state.left + shape.columns);
    for (at, (span, _)) in sheet.periods.iter().enumerate().take(end).skip(state.left) {
        let mut head = String::new();
        cell(&mut head, &labels::period_head(words, &sheet.duty, *span), usize::from(CELL), false, "");
        spans.push(Span::styled(head, if at == state.column { look.accent } else { look.dim }));
    }
    if end < sheet.periods.len() {
        spans.push(Span::styled(if look.ascii { ">" } else { "›" }, look.dim));
    }
    frame.render_widget(Line::from(spans), area);
}

fn row(state: &State, bound: &Bound, at: usize, look: &Look) -> Line<'static> {
    let shape = state.shape;
    let here = at == state.row;
    let marked = state.marked.contains(&bound.who);
    let name = shown_name(bound, usize::from(shape.name));
    let mut text = String::new();
    cell(&mut text, &name, usize::from(shape.name), false, look.ellipsis());
    let style = if marked {
        look.marked
    } else if here {
        look.strong
    } else {
        look.plain
    };
    let missing = match bound.missing() {
        0 => String::new(),
        missing => missing.to_string(),
    };
    let mut count = String::new();
    cell(&mut count, &missing, usize::from(COUNT), true, "");
    let mut spans = vec![
        Span::raw(if here { look.pointer() } else { " " }),
        Span::styled(if marked { look.mark() } else { " " }, look.marked),
        Span::styled(text, style),
        Span::styled(count, look.dim),
        Span::raw(" "),
    ];
    let end = bound.cells.len().min(state.left + shape.columns);
    for (place, found) in bound.cells.iter().enumerate().take(end).skip(state.left) {
        let mut text = String::new();
        cell(&mut text, &sign_of(found, look), usize::from(CELL) - 1, false, "");
        let cursor = here && place == state.column;
        spans.push(Span::styled(text, if cursor { look.cursor } else { style_of(found.standing, look) }));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

/// The name of a collaborator is cut at its family end, that of a unit at its end.
fn shown_name(bound: &Bound, room: usize) -> String {
    if matches!(bound.who, Who::Collaborator(_)) {
        cut_name(&bound.name, room).into_owned()
    } else {
        short_unit(&bound.name).into_owned()
    }
}

/// The sign of a cell, with the days of a late one. Every sign can be told from the others without colour.
fn sign_of(found: &Cell, look: &Look) -> String {
    let sign = sign(found.standing, look);
    match found.standing {
        Standing::Late => format!(" {sign}+{}", found.late.min(99)),
        _ => format!("  {sign}"),
    }
}

/// The sign of a standing.
pub(super) fn sign(standing: Standing, look: &Look) -> &'static str {
    match (standing, look.ascii) {
        (Standing::NotBound, _) => " ",
        (Standing::OnTime | Standing::Late, false) => "●",
        (Standing::OnTime | Standing::Late, true) => "*",
        (Standing::Nothing, false) => "○",
        (Standing::Nothing, true) => "o",
        (Standing::Missing, false) => "×",
        (Standing::Missing, true) => "X",
        (Standing::Excused, false) => "–",
        (Standing::Excused, true) => "-",
        (Standing::NotDue, false) => "·",
        (Standing::NotDue, true) => ".",
    }
}

/// How a standing looks.
pub(super) fn style_of(standing: Standing, look: &Look) -> Style {
    match standing {
        Standing::Missing => look.warning,
        Standing::OnTime | Standing::Late | Standing::Nothing => look.plain,
        Standing::Excused | Standing::NotDue | Standing::NotBound => look.dim,
    }
}

/// `12 / 70`, how many are marked, and what is left out.
fn position(state: &State, look: &Look, words: &Words) -> String {
    let mut parts = Vec::new();
    if !state.marked.is_empty() {
        parts.push(words.inbox_marked(state.marked.len() as u64));
    }
    if state.only_missing {
        parts.push(words.overdue_only().to_owned());
    }
    if state.by_missing {
        parts.push(words.overdue_sorted().to_owned());
    }
    let row = if state.shown.is_empty() { 0 } else { state.row + 1 };
    parts.push(format!("{} / {}", words.number(row as i64), words.number(state.shown.len() as i64)));
    parts.join(&format!(" {} ", look.dot()))
}

/// Who and which period, what it came to, what came in and when.
fn draw_detail(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let Some((sheet, at, bound)) = state.here() else { return };
    let (Some(found), Some((span, due))) = (bound.cells.get(at), sheet.periods.get(at)) else { return };
    let room = usize::from(area.width.saturating_sub(2));
    let dot = format!(" {} ", look.dot());
    let mut head = vec![bound.name.clone(), bound.unit.clone()];
    head.retain(|part| !part.is_empty());
    let came = labels::came_to(words, found.standing, found.late);
    let mut second = vec![labels::period(words, &sheet.duty, *span)];
    second.push(words.overdue_due(words.day_short(*due, state.today)));
    second.push(if came.is_empty() { words.overdue_not_bound().to_owned() } else { came });
    second.extend(bound.reason(*span).map(str::to_owned));
    let mut lines = vec![
        Line::styled(cut(&head.join(&dot), room, look.ellipsis()).into_owned(), look.strong),
        Line::styled(cut(&second.join(&dot), room, look.ellipsis()).into_owned(), look.plain),
    ];
    if let Some(row) = state.came.first() {
        let day = row.received_at.map_or_else(String::new, |at| words.day_short(at.date(), state.today));
        let mut parts = vec![words.overdue_came(day), row.arrival_number.clone(), row.title.clone()];
        if found.came.len() > 1 {
            parts.insert(0, words.overdue_reports(found.came.len() as u64));
        }
        lines.push(Line::styled(cut(&parts.join(&dot), room, look.ellipsis()).into_owned(), look.dim));
    }
    frame.render_widget(Text::from(lines), area.inner(Margin::new(1, 0)));
}

/// What the signs mean.
fn draw_legend(frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
    let mut spans = Vec::new();
    for standing in [
        Standing::Missing,
        Standing::OnTime,
        Standing::Late,
        Standing::Nothing,
        Standing::Excused,
        Standing::NotDue,
    ] {
        let late = if standing == Standing::Late { "+2" } else { "" };
        spans.push(Span::styled(format!(" {}{late}", sign(standing, look)), style_of(standing, look)));
        spans.push(Span::styled(format!(" {}", labels::standing(words, standing)), look.dim));
    }
    frame.render_widget(Line::from(spans), area);
}

/// Lines in the middle of an empty page.
fn draw_said(frame: &mut Frame, area: Rect, text: &str, look: &Look) {
    let room = usize::from(area.width.saturating_sub(6));
    let lines = wrap::lines(text, room, 6);
    let lines: Vec<Line> =
        lines.into_iter().map(|line| Line::styled(line.to_owned(), look.dim).centered()).collect();
    frame.render_widget(Text::from(lines), below(area, area.height / 3));
}
