//! Draws the page of survey rounds.

mod preview;
mod sheet;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use super::labels;
use super::model::SurveyLine;
use super::tab::{State, Weight, Window, page_rows, pane_width};
use crate::screen::Look;
use crate::screen::columns::{Column, cell, cut, fit};
use crate::screen::moment::WIDE;
use crate::screen::wrap;
use crate::text::width;
use crate::words::Words;

const COLUMNS: &[Column] = &[
    Column::new(10, 10, 0),
    Column::new(24, 90, 0),
    Column::new(12, 14, 1),
    Column::number(9, 0),
    Column::number(5, 2),
];

/// Draws the page: the rounds with the one under the cursor beside them, or below them on a narrow screen.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let Some(open) = &state.form {
        open.form.draw(frame, area, look, words);
    } else if let (Some(sheet), Some(survey)) = (&state.sheet, &state.survey) {
        sheet::draw(frame, area, &sheet::Drawn { sheet, survey, look, words });
    } else {
        let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        draw_head(frame, head, state, look, words);
        draw_body(frame, body, state, look, words);
    }
    match &state.window {
        Some(Window::Delete(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Over(confirm)) => confirm.draw(frame, area, look),
        Some(Window::File(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Export(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Preview(preview)) => preview::draw(frame, area, preview, look, words),
        None => {}
    }
}

fn draw_head(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let count = state.rounds.as_ref().map_or(0, Vec::len);
    let line = Line::from(vec![
        Span::styled(format!(" {}", words.survey_title()), look.strong),
        Span::styled(format!("  {}", words.survey_rounds(count as i64)), look.dim),
    ]);
    frame.render_widget(line, area);
}

fn draw_body(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if state.list.is_empty() {
        if state.rounds.is_some() {
            draw_empty(frame, area, look, words);
        }
        return;
    }
    if area.width >= WIDE {
        let width = pane_width(area.width);
        let [left, rule, right] =
            Layout::horizontal([Constraint::Min(40), Constraint::Length(1), Constraint::Length(width - 1)])
                .areas(area);
        draw_list(frame, left, state, look, words);
        for y in rule.y..rule.bottom() {
            frame.render_widget(Span::styled(look.vertical(), look.rule), Rect { y, height: 1, ..rule });
        }
        draw_page(frame, right, state, look);
    } else {
        // A short list leaves its rows to the round.
        let short = area.height.saturating_sub(state.list.len() as u16 + 2);
        let below = page_rows(area.height + 1).max(short).min(area.height.saturating_sub(3));
        let [top, rule, page] = Layout::vertical([
            Constraint::Min(2),
            Constraint::Length(1),
            Constraint::Length(below.saturating_sub(1)),
        ])
        .areas(area);
        draw_list(frame, top, state, look, words);
        let line = look.horizontal().repeat(usize::from(rule.width).saturating_sub(2));
        frame.render_widget(Line::styled(format!(" {line}"), look.rule), rule);
        draw_page(frame, page, state, look);
    }
}

fn draw_list(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let widths = fit(COLUMNS, area.width.saturating_sub(3));
    let headings = [
        words.survey_column_until(),
        words.survey_column_title(),
        words.survey_column_sampling(),
        words.survey_column_valid_short(),
        words.survey_column_questions(),
    ];
    let mut line = String::from("  ");
    for ((heading, width), column) in headings.into_iter().zip(&widths).zip(COLUMNS) {
        add(&mut line, heading, *width, column.right, look);
    }
    frame.render_widget(Line::styled(line, look.dim), head);
    for (y, seen) in (body.y..body.bottom()).zip(state.list.visible()) {
        let Some(round) = state.rounds.as_ref().and_then(|rounds| rounds.get(seen.row.at)) else { continue };
        let style = if seen.cursor { look.cursor } else { look.plain };
        let pointer = if seen.cursor { look.pointer() } else { " " };
        let line = row(round, pointer, &widths, look, words);
        frame.render_widget(Line::styled(line, style), Rect { y, height: 1, ..body });
    }
}

fn row(round: &SurveyLine, pointer: &str, widths: &[u16], look: &Look, words: &Words) -> String {
    let mut line = format!("{pointer} ");
    let day = round.date_to.or(round.date_from).map_or_else(|| "–".to_owned(), |day| words.day(day));
    add(&mut line, &day, widths[0], false, look);
    add(&mut line, &round.title, widths[1], false, look);
    add(&mut line, labels::sampling(words, round.sampling), widths[2], false, look);
    add(&mut line, &labels::count(words, round.valid), widths[3], true, look);
    add(&mut line, &labels::count(words, round.questions), widths[4], true, look);
    line
}

fn add(line: &mut String, text: &str, width: u16, right: bool, look: &Look) {
    if width > 0 {
        cell(line, text, usize::from(width), right, look.ellipsis());
        line.push_str("  ");
    }
}

/// The lines of the round that fit; the last one says that there is more.
fn draw_page(frame: &mut Frame, area: Rect, state: &State, look: &Look) {
    let rows = usize::from(area.height);
    let cut_off = state.page.len() > rows;
    for (at, (y, line)) in (area.y..area.bottom()).zip(&state.page).enumerate() {
        let style = match line.weight {
            Weight::Strong => look.strong,
            Weight::Plain => look.plain,
            Weight::Dim => look.dim,
            Weight::Warning => look.warning,
        };
        let place = Rect { x: area.x + 1, y, height: 1, width: area.width.saturating_sub(2) };
        if cut_off && at + 1 == rows {
            frame.render_widget(Line::styled(look.below(), look.dim), place);
            return;
        }
        let room = usize::from(place.width);
        let text = if line.right.is_empty() {
            line.text.clone()
        } else {
            let mut text = String::with_capacity(room + 8);
            let left = room.saturating_sub(width(&line.right) + 1).min(LABELS);
            cell(&mut text, &line.text, left, false, look.ellipsis());
            text.push(' ');
            text.push_str(&line.right);
            text
        };
        frame.render_widget(Line::styled(cut(&text, room, look.ellipsis()).into_owned(), style), place);
    }
}

/// Widest column of answers: numbers far from their words are hard to follow.
const LABELS: usize = 48;

/// What to press when there is nothing to show.
fn draw_empty(frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
    let inside = area.inner(Margin::new(2, 1));
    let lines = [(words.survey_empty(), look.strong), (words.survey_empty_how(), look.plain)];
    let mut y = inside.y;
    for (text, style) in lines {
        for part in wrap::lines(text, usize::from(inside.width), 6) {
            if y < inside.bottom() {
                frame.render_widget(Line::styled(part, style), Rect { y, height: 1, ..inside });
            }
            y += 1;
        }
    }
}
