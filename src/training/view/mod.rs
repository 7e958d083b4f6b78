//! Draws the tab Bồi dưỡng, giao ban.

mod ahead;
mod grid;
mod papers;
mod parts;
mod units;
mod year;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::labels;
use super::model::{AgendaColumn, ClassLine, ClassState, Month};
use super::tab::{HEAD, State, Weight, Window, class_rows, pane_width};
use crate::screen::Look;
use crate::screen::columns::{Column, cell, cut, fit};
use crate::screen::moment::WIDE;
use crate::screen::views::{self, ViewLine, Views};
use crate::screen::wrap;
use crate::words::Words;

const COLUMNS: &[Column] = &[
    Column::new(10, 14, 0),
    Column::new(12, 12, 0),
    Column::new(24, 60, 0),
    Column::new(24, 40, 2),
    Column::number(8, 1),
];

/// Draws the tab: the month with the class beside it, or below it on a narrow screen.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let Some(Window::Charts(page)) = &state.window {
        page.draw(frame, area, &narrowed(state, words), look, words);
    } else if let Some(open) = &state.form {
        open.form.draw(frame, area, look, words);
    } else if let Some(list) = &state.papers {
        papers::draw(frame, area, list, look, words);
    } else if let Some(open) = &state.year {
        year::draw(frame, area, open, look, words);
    } else if let (Some(parts), Some(class)) = (&state.parts, &state.class) {
        parts::draw(frame, area, &parts::Sheet { parts, class, today: state.today, look, words });
    } else if state.reading {
        draw_page(frame, area.inner(Margin::new(1, 0)), state, state.scrolled, look);
    } else if let Some(open) = &state.grid {
        grid::draw(frame, area, state, open, look, words);
    } else {
        let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        draw_head(frame, head, state, look, words);
        draw_body(frame, body, state, look, words);
    }
    match &state.window {
        Some(Window::State(_, picker)) => picker.draw(frame, area, look, words.training_nothing_to_choose()),
        Some(Window::DeleteLater(_, picker)) => {
            picker.draw(frame, area, look, words.training_nothing_to_choose());
        }
        Some(Window::Offers(picker)) => picker.draw(frame, area, look, words.training_nothing_to_choose()),
        Some(Window::Invite(picker, _)) => picker.draw(frame, area, look, words.training_nothing_to_choose()),
        Some(Window::Extend(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Add(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Delete(confirm)) => confirm.draw(frame, area, look),
        Some(Window::DeletePlanItem(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Person(picker) | Window::OfDay(picker)) => {
            picker.draw(frame, area, look, words.training_nothing_to_choose());
        }
        Some(Window::File(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Reminder(open)) => open.draw(frame, area, words.overdue_remind_title(), look),
        Some(Window::Import(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Views(open)) => draw_views(frame, area, state, open, look, words),
        Some(Window::Change(confirm)) => confirm.draw(frame, area, look),
        Some(Window::ViewGone(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Order(picker)) => picker.draw(frame, area, look, ""),
        // It has the whole area.
        Some(Window::Charts(_)) | None => {}
    }
}

/// What the agenda is narrowed to, in words.
fn narrowed(state: &State, words: &Words) -> String {
    match state.view_shown(words) {
        Some((name, _)) => name.to_owned(),
        None if state.typed.is_empty() => words.training_chart_all().to_owned(),
        None => state.typed.text().to_owned(),
    }
}

/// The month, or what is looked for, and counts.
fn draw_head(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let month = state.month.unwrap_or(Month::of(state.today));
    let searching = state.finding || !state.typed.is_empty();
    let marked = state.list.marked().len();
    let count = if state.classes.is_none() {
        String::new()
    } else if marked > 0 {
        words.training_marked(marked as i64)
    } else if searching {
        words.training_search_count(state.list.len() as i64)
    } else {
        words.training_month_count(state.in_year() as i64, state.list.len() as i64, month.year.to_string())
    };
    let [left, right] =
        Layout::horizontal([Constraint::Min(10), Constraint::Length(count.width() as u16 + 2)]).areas(area);
    frame.render_widget(
        Line::styled(count, if marked > 0 { look.marked } else { look.dim }).right_aligned(),
        Rect { width: right.width.saturating_sub(1), ..right },
    );
    let order = ordered(state, words);
    if searching {
        draw_filter(frame, left, state, &order, look, words);
        return;
    }
    let (before, after) = if look.ascii { (" < ", " >") } else { (" ‹ ", " ›") };
    let month = words.training_month(i64::from(month.month), month.year.to_string());
    let room = usize::from(left.width).saturating_sub(month.width() + 8);
    let line = Line::from(vec![
        Span::styled(before, look.dim),
        Span::styled(month, look.strong),
        Span::styled(after, look.dim),
        Span::raw("  "),
        Span::styled(cut(&order, room, look.ellipsis()).into_owned(), look.accent),
    ]);
    frame.render_widget(line, left);
}

/// The field that is typed in; a view that is shown by its name.
fn draw_filter(frame: &mut Frame, area: Rect, state: &State, order: &str, look: &Look, words: &Words) {
    let view = if state.finding { None } else { state.view_shown(words) };
    let Some((name, filter)) = view else {
        let room = (order.width() as u16 + 2).min(area.width / 2);
        let [field, told] = Layout::horizontal([Constraint::Min(10), Constraint::Length(room)]).areas(area);
        state.typed.draw(frame, field, &format!(" {} ", words.training_search()), look, state.finding);
        frame.render_widget(
            Line::styled(
                cut(order, usize::from(room).saturating_sub(2), look.ellipsis()).into_owned(),
                look.accent,
            ),
            told,
        );
        return;
    };
    let dot = format!(" {} ", look.dot());
    let told: Vec<&str> = [filter, order].into_iter().filter(|part| !part.is_empty()).collect();
    let told = told.join(&dot);
    let room = usize::from(area.width).saturating_sub(name.width() + 4);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(name, look.strong),
        Span::raw("  "),
        Span::styled(cut(&told, room, look.ellipsis()).into_owned(), look.dim),
    ]);
    frame.render_widget(line, area);
}

/// In which order the list stands, when it is not that of the days.
fn ordered(state: &State, words: &Words) -> String {
    let column = labels::column(words, state.sorted.column);
    match (state.sorted.reversed, state.sorted.column == AgendaColumn::default()) {
        (true, _) => words.inbox_ordered_back(column),
        (false, false) => words.inbox_ordered(column),
        (false, true) => String::new(),
    }
}

/// The window of the filters with a name.
fn draw_views(frame: &mut Frame, area: Rect, state: &State, open: &Views, look: &Look, words: &Words) {
    let count = |at: usize| state.view_counts.get(at).copied().flatten();
    let lines = state.all_views(words).enumerate().map(|(at, (name, filter))| ViewLine {
        name,
        count: count(at).map_or_else(String::new, |count| words.number(count as i64)),
        filter,
    });
    views::draw(frame, area, &lines.collect::<Vec<_>>(), open, look, words);
}

fn draw_body(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if state.list.is_empty() {
        draw_empty(frame, area, state, look, words);
        return;
    }
    if area.width >= WIDE {
        let width = pane_width(area.width);
        let [left, rule, right] =
            Layout::horizontal([Constraint::Min(50), Constraint::Length(1), Constraint::Length(width - 1)])
                .areas(area);
        draw_list(frame, left, state, look, words);
        for y in rule.y..rule.bottom() {
            frame.render_widget(Span::styled(look.vertical(), look.rule), Rect { y, height: 1, ..rule });
        }
        draw_page(frame, right, state, 0, look);
    } else {
        let below = class_rows(area.height + HEAD - 1);
        let [top, rule, page] = Layout::vertical([
            Constraint::Min(2),
            Constraint::Length(1),
            Constraint::Length(below.saturating_sub(1)),
        ])
        .areas(area);
        draw_list(frame, top, state, look, words);
        let line = look.horizontal().repeat(usize::from(rule.width).saturating_sub(2));
        frame.render_widget(Line::styled(format!(" {line}"), look.rule), rule);
        draw_page(frame, page, state, 0, look);
    }
}

fn draw_list(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let widths = fit(COLUMNS, area.width.saturating_sub(3));
    let headings = [
        words.training_column_days(),
        words.training_column_state(),
        words.training_column_title(),
        words.training_column_place(),
        words.training_column_people(),
    ];
    let mut line = String::from("  ");
    for ((heading, width), column) in headings.into_iter().zip(&widths).zip(COLUMNS) {
        add(&mut line, heading, *width, column.right, look);
    }
    frame.render_widget(Line::styled(line, look.dim), head);
    for (y, seen) in (body.y..body.bottom()).zip(state.list.visible()) {
        let Some(class) = state.line(*seen.row) else {
            continue;
        };
        let style = if seen.cursor { look.cursor } else { row_style(class.state, look) };
        let pointer = if seen.cursor { look.pointer() } else { " " };
        let mark = if seen.marked {
            Span::styled(look.mark(), if seen.cursor { look.cursor } else { look.marked })
        } else {
            Span::raw(" ")
        };
        let line =
            Line::from(vec![Span::raw(pointer), mark, Span::raw(row(class, state, &widths, look, words))]);
        frame.render_widget(line.style(style), Rect { y, height: 1, ..body });
    }
    let used = (state.list.len() as u16).min(body.height);
    let rest = Rect { y: body.y + used, height: body.height - used, ..body };
    ahead::draw(frame, rest, state, [widths[0], widths[1]], look, words);
}

fn row_style(state: ClassState, look: &Look) -> Style {
    match state {
        ClassState::Held | ClassState::Cancelled => look.dim,
        ClassState::Running | ClassState::Summoned => look.strong,
        ClassState::Draft | ClassState::Planned | ClassState::Postponed => look.plain,
    }
}

fn row(class: &ClassLine, state: &State, widths: &[u16], look: &Look, words: &Words) -> String {
    let mut line = String::with_capacity(160);
    let days = labels::days(words, class.date_from, class.date_to, &class.date_text, state.today);
    let days = if days.is_empty() { words.training_undated() } else { &days };
    add(&mut line, days, widths[0], false, look);
    add(&mut line, labels::state(words, class.state), widths[1], false, look);
    // The same sign stands before the sentences of the class that say what clashes.
    let title = if state.clashes(class.id) {
        Cow::from(format!("! {}", class.title))
    } else {
        Cow::from(&class.title)
    };
    add(&mut line, &title, widths[2], false, look);
    add(&mut line, &class.place, widths[3], false, look);
    let people = if class.participants == 0 { String::new() } else { words.number(class.participants) };
    add(&mut line, &people, widths[4], true, look);
    line
}

fn add(line: &mut String, text: &str, width: u16, right: bool, look: &Look) {
    if width > 0 {
        cell(line, text, usize::from(width), right, look.ellipsis());
        line.push_str("  ");
    }
}

/// The lines of the class that are in sight.
fn draw_page(frame: &mut Frame, area: Rect, state: &State, skip: usize, look: &Look) {
    for (y, line) in (area.y..area.bottom()).zip(state.page.iter().skip(skip)) {
        let style = match line.weight {
            Weight::Strong => look.strong,
            Weight::Plain => look.plain,
            Weight::Dim => look.dim,
            Weight::Warning => look.warning,
        };
        let place = Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(1) };
        frame.render_widget(Line::styled(line.text.as_str(), style), place);
    }
}

/// What to press when there is nothing to show.
fn draw_empty(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let Some(classes) = &state.classes else { return };
    let mut lines: Vec<String> = Vec::new();
    if classes.is_empty() {
        lines.push(words.training_empty().to_owned());
        lines.push(words.training_empty_import().to_owned());
    } else if let Some(problem) = &state.problem {
        lines.push(labels::agenda_problem(words, problem));
        lines.push(words.training_filter_hint().to_owned());
    } else if !state.typed.is_empty() {
        lines.push(words.training_nothing_found().to_owned());
    } else {
        lines.push(words.training_month_empty().to_owned());
        let (before, after) = state.neighbours();
        lines.extend(before.map(|m| words.training_month_before(i64::from(m.month), m.year.to_string())));
        lines.extend(after.map(|m| words.training_month_after(i64::from(m.month), m.year.to_string())));
    }
    let inside = area.inner(Margin::new(2, 1));
    let mut y = inside.y;
    for (at, text) in lines.iter().enumerate() {
        let style = if at == 0 { look.strong } else { look.plain };
        for part in wrap::lines(text, usize::from(inside.width), 6) {
            if y < inside.bottom() {
                frame.render_widget(Line::styled(part, style), Rect { y, height: 1, ..inside });
            }
            y += 1;
        }
    }
}
