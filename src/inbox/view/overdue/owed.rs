//! What the office itself owes: beside the matrix, and as a page of its own.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span, Text};

use super::{draw_detail, draw_legend, draw_title, sign, style_of};
use crate::inbox::labels::duties as labels;
use crate::inbox::model::duties::Standing;
use crate::inbox::overdue::Sheet;
use crate::inbox::tab::overdue::State;
use crate::inbox::tab::overdue::shape::DETAIL;
use crate::inbox::view::{rule, split};
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::words::Words;

/// As a page: two lines for each period, what is missing first.
pub(super) fn draw_page(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, rest] = split(area, 2);
    draw_title(frame, split(head, 1)[0], state, words.overdue_owed_title(), look, words);
    let [rows, rest] = split(rest, rest.height.saturating_sub(DETAIL + 2));
    let found = state.owed_lines();
    draw_lines(
        frame,
        rows,
        state,
        &found[state.top.min(found.len())..],
        Some(state.row.saturating_sub(state.top)),
        look,
        words,
    );
    let [line, rest] = split(rest, 1);
    let position = format!("{} / {}", state.row + 1, found.len());
    frame.render_widget(rule(line.width, &position, look), line);
    let [detail, legend] = split(rest, DETAIL);
    draw_detail(frame, detail, state, look, words);
    draw_legend(frame, legend, look, words);
}

/// Beside the matrix.
pub(super) fn draw_beside(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, rest] = split(area, 1);
    frame.render_widget(Line::styled(format!(" {}", words.overdue_owed_title()), look.strong), head);
    let found = state.owed_lines();
    if found.is_empty() {
        let text = Line::styled(words.overdue_owes_nothing().to_owned(), look.dim);
        frame.render_widget(text, rest.inner(Margin::new(1, 1)));
        return;
    }
    let [_, rest] = split(rest, 1);
    draw_lines(frame, rest, state, &found, None, look, words);
}

fn draw_lines(
    frame: &mut Frame,
    area: Rect,
    state: &State,
    found: &[(usize, usize)],
    cursor: Option<usize>,
    look: &Look,
    words: &Words,
) {
    let room = usize::from(area.width.saturating_sub(5));
    let mut lines = Vec::new();
    for (place, (sheet, at)) in found.iter().take(usize::from(area.height / 2)).enumerate() {
        let Some(sheet) = state.owed.get(*sheet) else { continue };
        lines.extend(entry(sheet, *at, cursor == Some(place), room, state, look, words));
    }
    frame.render_widget(Text::from(lines), area);
}

/// A period that is owed: what, then when and how far it is.
fn entry(
    sheet: &Sheet,
    at: usize,
    here: bool,
    room: usize,
    state: &State,
    look: &Look,
    words: &Words,
) -> Vec<Line<'static>> {
    let (Some(row), Some((span, due))) = (sheet.rows.first(), sheet.periods.get(at)) else {
        return Vec::new();
    };
    let Some(found) = row.cells.get(at) else { return Vec::new() };
    let pointer = if here { look.pointer() } else { " " };
    let name = if here { look.cursor } else { look.plain };
    let mut told = vec![words.overdue_due(words.day_short(*due, state.today))];
    told.push(labels::period(words, &sheet.duty, *span));
    let came = row.came.get(found.came.start).filter(|_| !found.came.is_empty());
    match (came, sheet.in_work(*span)) {
        (Some(came), _) => told.push(words.overdue_sent(words.day_short(came.on, state.today))),
        (None, Some(_)) => told.push(words.overdue_in_work().to_owned()),
        (None, None) => told.extend(row.reason(*span).map(str::to_owned)),
    }
    let told = told.join(&format!(" {} ", look.dot()));
    let style = if found.standing == Standing::Missing { look.warning } else { look.dim };
    vec![
        Line::from(vec![
            Span::raw(pointer),
            Span::styled(sign(found.standing, look), style_of(found.standing, look)),
            Span::raw(" "),
            Span::styled(cut(&sheet.duty.name, room, look.ellipsis()).into_owned(), name),
        ]),
        Line::from(vec![
            Span::raw("   "),
            Span::styled(cut(&told, room, look.ellipsis()).into_owned(), style),
        ]),
    ]
}
