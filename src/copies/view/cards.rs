//! Rows that look like one, side by side, field by field; the words that differ are marked.

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use crate::copies::labels;
use crate::copies::model::{Card, CardField};
use crate::screen::columns::cut;
use crate::screen::{Look, wrap};
use crate::text::likeness::differing;
use crate::text::width;
use crate::words::Words;

/// Cells of the names of fields, at most.
const NAMES: usize = 18;
/// Lines of one field, at most.
const MOST: usize = 60;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    cards: &[Card],
    scroll: u16,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let [one, other] = cards else { return };
    let name = |field: &CardField| labels::column(words, field.table, field.column);
    let names = one.fields.iter().map(|field| width(name(field))).max().unwrap_or(0).min(NAMES);
    let half = usize::from(area.width).saturating_sub(names + 5) / 2;
    let head = Rect { height: 1.min(area.height), ..area };
    let by = |card: &Card| {
        let when = labels::when(words, &card.author, today);
        format!("{} {} {when}", labels::author(words, &card.author), look.dot())
    };
    let (left, right) = (by(one), by(other));
    let gap = " ".repeat(names + 3);
    frame.render_widget(
        Line::from(vec![
            Span::raw(gap),
            Span::styled(padded(&cut(&left, half, look.ellipsis()), half + 2), look.dim),
            Span::styled(cut(&right, half, look.ellipsis()).into_owned(), look.dim),
        ]),
        head,
    );
    let mut lines = Vec::new();
    for (field, beside) in one.fields.iter().zip(&other.fields) {
        let value = |field: &CardField| labels::value(words, field.table, field.column, &field.value);
        rows(&mut lines, name(field), [&value(field), &value(beside)], names, half, look);
    }
    let body = Rect { y: area.y + head.height, height: area.height.saturating_sub(head.height), ..area };
    let top = usize::from(scroll).min(lines.len().saturating_sub(usize::from(body.height)));
    let shown: Vec<Line> = lines.into_iter().skip(top).take(usize::from(body.height)).collect();
    frame.render_widget(Text::from(shown), body);
}

/// The lines of one field.
fn rows(
    lines: &mut Vec<Line<'static>>,
    name: &str,
    values: [&str; 2],
    names: usize,
    half: usize,
    look: &Look,
) {
    let [left, right] = values;
    let (in_left, in_right) = differing(left, right);
    let (lefts, rights) = (wrap::lines(left, half, MOST), wrap::lines(right, half, MOST));
    for at in 0..lefts.len().max(rights.len()) {
        let name = if at == 0 { cut(name, names, look.ellipsis()) } else { "".into() };
        let mut spans = vec![Span::styled(format!(" {}  ", padded(&name, names)), look.dim)];
        let mut used = 0;
        if let Some(line) = lefts.get(at) {
            used = width(line);
            spans.extend(marked(left, line, &in_left, look));
        }
        spans.push(Span::raw(" ".repeat(half + 2 - used.min(half + 2))));
        if let Some(line) = rights.get(at) {
            spans.extend(marked(right, line, &in_right, look));
        }
        lines.push(Line::from(spans));
    }
}

fn marked(text: &str, line: &str, differing: &[Range<usize>], look: &Look) -> Vec<Span<'static>> {
    wrap::marked(text, line, differing)
        .into_iter()
        .map(|(part, differs)| {
            let style = if differs { look.found.patch(look.warning) } else { look.plain };
            Span::styled(part.to_owned(), style)
        })
        .collect()
}

fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
}
