//! Draws the tab Soạn tổng hợp. Reads only; builds only the rows in sight.

mod cited;
mod composer;
mod findings;
mod phrases;
mod register;
mod table;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span, Text};

use super::labels;
use super::model::SynthesisRow;
use super::tab::{Page, State, Window, count};
use crate::screen::Look;
use crate::screen::columns::{cell, cut_front};
use crate::screen::{popup, wrap};
use crate::words::Words;

/// Draws the tab into `area`.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let Some(Window::Print(open)) = &state.window {
        open.preview.draw(frame, area, look, words);
        return;
    }
    if let Some(Window::Register(open)) = &state.window {
        register::draw(frame, area, open, look, words);
        return;
    }
    if let Some(Window::Table(open)) = &state.window {
        table::draw(frame, area, state.open.as_deref(), open, look, words);
        return;
    }
    match &state.open {
        Some(open) => composer::draw(frame, area, open, look, words, state.window.is_none()),
        None => list(frame, area, state, look, words),
    }
    if let Some(open) = &state.form {
        open.form.draw(frame, area, look, words);
    }
    match &state.window {
        None | Some(Window::Print(_) | Window::Table(_) | Window::Register(_)) => {}
        Some(Window::TakeBack(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Heading(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Template(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Placing(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Topic(picker) | Window::Place(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Grouping(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Period(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Export(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Ask(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Read(page)) => read(frame, area, page, look),
        Some(Window::Cited(open)) => cited::draw(frame, area, open, look, words),
        Some(Window::Phrases(open)) => phrases::draw(frame, area, open, look, words),
        Some(Window::Findings(open)) => findings::draw(frame, area, open, look, words),
    }
}

fn list(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let Some(rows) = &state.rows else { return };
    if rows.is_empty() || state.opening {
        let told = if state.opening { words.summary_opening() } else { words.summary_empty() };
        let lines: Vec<Line> = wrap::lines(told, usize::from(area.width).saturating_sub(8), 6)
            .into_iter()
            .map(|line| Line::raw(line).centered())
            .collect();
        let middle =
            Rect { y: area.y + area.height / 2, height: area.height.min(lines.len() as u16), ..area };
        frame.render_widget(Text::from(lines).style(look.dim), middle.intersection(area));
        return;
    }
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let width = usize::from(area.width);
    frame.render_widget(
        Line::styled(
            list_line(
                words.summary_column_title(),
                words.summary_column_state(),
                words.summary_column_written(),
                width,
                look,
                " ",
            ),
            look.dim,
        ),
        head,
    );
    let height = usize::from(body.height).max(1);
    let top = (state.cursor + 1).saturating_sub(height);
    for (place, row) in rows.iter().enumerate().skip(top).take(height) {
        let line = row_line(row, place == state.cursor, width, look, words);
        let at = Rect { y: body.y + (place - top) as u16, height: 1, ..body };
        frame.render_widget(line, at);
    }
}

fn row_line(row: &SynthesisRow, here: bool, width: usize, look: &Look, words: &Words) -> Line<'static> {
    let written = words.summary_written_sections(count(row.sections), count(row.written));
    let pointer = if here { look.pointer() } else { " " };
    let line =
        Line::raw(list_line(&row.title, labels::state(words, &row.state), &written, width, look, pointer));
    if here { line.style(look.cursor) } else { line }
}

fn list_line(title: &str, state: &str, written: &str, width: usize, look: &Look, pointer: &str) -> String {
    let mut line = String::with_capacity(width + 8);
    line.push_str(pointer);
    line.push(' ');
    // Period and place stand at the end of a title.
    let room = width.saturating_sub(30);
    cell(&mut line, &cut_front(title, room, look.ellipsis()), room, false, look.ellipsis());
    line.push_str("  ");
    cell(&mut line, state, 14, false, look.ellipsis());
    line.push_str("  ");
    cell(&mut line, written, 9, true, look.ellipsis());
    line.push(' ');
    line
}

fn read(frame: &mut Frame, area: Rect, page: &Page, look: &Look) {
    let width = area.width.min(92);
    // As high as its text, so that a short page does not hide the room.
    let most = usize::from(area.height.saturating_sub(3));
    let room = usize::from(width.saturating_sub(4));
    let lines: usize = page.text.lines().take(most).map(|line| wrap::lines(line, room, most).len()).sum();
    let inside = popup::window(frame, area, &page.title, width, lines.min(most) as u16 + 2, look);
    let inside = inside.inner(Margin::new(1, 0));
    let height = usize::from(inside.height);
    let lines: Vec<Line> = page
        .text
        .lines()
        .skip(page.top)
        .take(height)
        .flat_map(|line| {
            if line.is_empty() { vec![""] } else { wrap::lines(line, usize::from(inside.width), height) }
        })
        .take(height)
        .map(|line| Line::from(Span::raw(line)))
        .collect();
    frame.render_widget(Text::from(lines), inside);
}
