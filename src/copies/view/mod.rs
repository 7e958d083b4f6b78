//! Draws the pages over the tabs.

mod cards;
mod columns;
mod decide;
mod done;
mod history;
mod merge;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::tab::{Page, State, Window};
use crate::screen::Look;
use crate::text::{cut_to_width, width};
use crate::words::Words;

/// Draws the page in sight and the window over it.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    match &state.page {
        Some(Page::History(page)) => history::draw(frame, area, page, state.today, look, words),
        Some(Page::Done(page)) => done::draw(frame, area, page, state.today, look, words),
        Some(Page::Decisions(page)) => decide::draw(frame, area, page, state.today, look, words),
        Some(Page::Merges(page)) => merge::draw(frame, area, page, state.today, look, words),
        None => {}
    }
    if let Some(form) = state.form() {
        form.draw(frame, area, look, words);
    }
    match &state.window {
        Some(Window::Back(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Revert(confirm)) => confirm.draw(frame, area, look),
        Some(Window::UndoTo(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Join(confirm)) => confirm.draw(frame, area, look),
        Some(Window::MergeNow(confirm)) => confirm.draw(frame, area, look),
        Some(Window::MergeBack(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Merged(confirm)) => confirm.draw(frame, area, look),
        Some(Window::After(picker)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Answer(picker)) => picker.draw(frame, area, look, words.screen_nothing_found()),
        Some(Window::Third(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Number(prompt)) => prompt.draw(frame, area, look),
        Some(Window::MergePath(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Passphrase(prompt)) => prompt.draw(frame, area, look),
        Some(Window::GiveNow(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Told(confirm)) => confirm.draw(frame, area, look),
        None => {}
    }
}

/// Title, headings and what is below them.
fn split(area: Rect) -> [Rect; 3] {
    Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)]).areas(area)
}

/// The title of a page with what it is about, and a count at the right.
fn draw_title(frame: &mut Frame, area: Rect, title: &str, of: &str, count: &str, look: &Look) {
    let used = width(title) + width(count) + 6;
    let of = cut_to_width(of, usize::from(area.width).saturating_sub(used));
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(title.to_owned(), look.strong),
        Span::raw("  "),
        Span::raw(of.into_owned()),
    ]);
    frame.render_widget(line, area);
    // A line styles the whole of its area: only the count's own cells.
    let room = (width(count) as u16).min(area.width.saturating_sub(1));
    let right = Rect { x: area.right().saturating_sub(room + 1), width: room, ..area };
    frame.render_widget(Line::styled(count.to_owned(), look.dim), right);
}

/// A list above its detail, a rule between them; the rule and the detail are as high as the tab counted with.
fn with_detail(area: Rect, detail: u16) -> [Rect; 3] {
    Layout::vertical([Constraint::Min(1), Constraint::Length(1), Constraint::Length(detail)]).areas(area)
}

fn draw_rule(frame: &mut Frame, area: Rect, position: &str, look: &Look) {
    let room = usize::from(area.width).saturating_sub(width(position) + 6);
    let line = format!(" {} {position} {}", look.horizontal().repeat(room), look.horizontal().repeat(2));
    frame.render_widget(Line::styled(line, look.rule), area);
}

/// The style of a row.
fn row_style(cursor: bool, look: &Look) -> Style {
    if cursor { look.cursor } else { look.plain }
}

/// Lines in the middle of an empty page.
fn draw_empty(frame: &mut Frame, area: Rect, text: &str, look: &Look) {
    let room = usize::from(area.width.saturating_sub(6));
    let lines = crate::screen::wrap::lines(text, room, 6);
    let lines: Vec<Line> =
        lines.into_iter().map(|line| Line::styled(line.to_owned(), look.dim).centered()).collect();
    let down = area.height / 3;
    let area = Rect { y: area.y + down, height: area.height - down, ..area };
    frame.render_widget(Text::from(lines), area);
}
