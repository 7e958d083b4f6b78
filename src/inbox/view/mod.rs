//! Draws the tab Hộp báo cáo. Builds only what is in sight.

mod answers;
mod bar;
pub mod charts;
mod compare;
mod files;
pub mod issues;
mod log_columns;
pub mod orientations;
pub mod overdue;
mod pages;
mod personal;
mod preview;
mod queue;
mod rehearsal;
mod report;
mod rules;
mod sentences;
mod split;
mod views;
mod window;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::tab::State;
use crate::screen::Look;
use crate::words::Words;

/// Draws the tab into `area`.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let Some(open) = &state.forms.open {
        open.form.draw(frame, area, look, words);
        return;
    }
    if let Some((card, scroll)) = &state.report {
        report::draw(frame, area, card, *scroll, state.today, look, words);
    } else if state.shape.beside {
        let list = Rect { width: state.shape.list_width.min(area.width), ..area };
        let rest = Rect { x: area.x + list.width, width: area.width - list.width, ..area };
        queue::draw(frame, below(list, 1), state, look, words);
        let rest = below(rest, 1);
        for y in rest.y..rest.bottom() {
            frame.buffer_mut().set_string(rest.x, y, look.vertical(), look.rule);
        }
        let preview = Rect { x: rest.x + 1, width: rest.width.saturating_sub(1), ..rest };
        preview::draw(frame, preview, state, look, words);
        draw_bar(frame, area, state, look, words);
    } else {
        let [list, rest] = split(below(area, 1), state.shape.list_height + 2);
        queue::draw(frame, list, state, look, words);
        preview::draw(frame, rest, state, look, words);
        draw_bar(frame, area, state, look, words);
    }
    if let Some(open) = &state.window {
        window::draw(frame, area, state, open, look, words);
    }
}

/// Rows over the list at most that tell what is wrong with a filter.
const MOST_SAID: u16 = 3;

/// The line on top, over the headings when it has more to say.
fn draw_bar(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [line, rest] = split(area, 1);
    bar::draw(frame, line, split(rest, MOST_SAID)[0], state, look, words);
}

/// The first `rows` of an area and what is below them.
fn split(area: Rect, rows: u16) -> [Rect; 2] {
    let rows = rows.min(area.height);
    [Rect { height: rows, ..area }, below(area, rows)]
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// A rule with words near its right end.
fn rule(width: u16, text: &str, look: &Look) -> Line<'static> {
    let text_width = crate::text::width(text);
    if text.is_empty() || usize::from(width) < text_width + 4 {
        return Line::styled(look.horizontal().repeat(usize::from(width)), look.rule);
    }
    let left = usize::from(width) - text_width - 4;
    Line::from(vec![
        Span::styled(look.horizontal().repeat(left), look.rule),
        Span::raw(format!(" {text} ")),
        Span::styled(look.horizontal().repeat(2), look.rule),
    ])
}
