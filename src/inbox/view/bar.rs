//! The line on top: the views with their counts, or the search or filter line while it is typed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::inbox::labels::view_name;
use crate::inbox::tab::{Field, Source, State, count_words};
use crate::screen::{Look, wrap};
use crate::text::{cut_to_width, width};
use crate::words::Words;

/// Draws it; `below` is the row under it.
pub(super) fn draw(frame: &mut Frame, area: Rect, below: Rect, state: &State, look: &Look, words: &Words) {
    match &state.field {
        Some(Field::Search(input)) => {
            let found = found(state, words);
            let [line, right] = right_part(area, &found);
            input.draw(frame, line, &format!(" {} ", words.inbox_search_label()), look, true);
            frame.render_widget(Line::raw(found).right_aligned(), right);
        }
        Some(Field::Filter { input, said, .. }) => {
            let text = said.as_ref().map_or("", |said| said.text.as_str());
            let wrong = said.as_ref().and_then(|said| said.wrong.clone());
            // What is wrong, and what is allowed, is worth more than the headings below.
            let over =
                wrong.is_some() && width(text) + 2 > usize::from(area.width) * 2 / 3 && below.height > 0;
            let [line, right] = right_part(area, if over { "" } else { text });
            let label = format!(" {} ", words.inbox_filter_label());
            input.draw(frame, line, &label, look, true);
            let start = line.x + width(&label) as u16;
            for at in wrong.clone().into_iter().flatten() {
                let x = start + at as u16;
                if x < line.right() {
                    frame.buffer_mut()[(x, line.y)].set_style(look.urgent.patch(look.found));
                }
            }
            let style = if wrong.is_some() { look.warning } else { look.dim };
            if over {
                let room = usize::from(below.width).saturating_sub(2);
                let lines = wrap::lines(text, room, usize::from(below.height));
                for (line, row) in lines.into_iter().zip(below.rows()) {
                    frame.render_widget(Clear, row);
                    frame.render_widget(Line::styled(format!(" {line}"), style), row);
                }
                return;
            }
            let text = cut_to_width(text, usize::from(right.width)).into_owned();
            frame.render_widget(Line::styled(text, style).right_aligned(), right);
        }
        None => frame.render_widget(views(state, usize::from(area.width), look, words), area),
    }
}

/// The line without, and the end with, what stands at the right.
fn right_part(area: Rect, text: &str) -> [Rect; 2] {
    let room = (width(text) as u16 + 2).min(area.width * 2 / 3);
    let room = if text.is_empty() { 0 } else { room };
    [
        Rect { width: area.width - room, ..area },
        Rect { x: area.right() - room, width: room.saturating_sub(1), ..area },
    ]
}

fn found(state: &State, words: &Words) -> String {
    let Source::Search(_) = state.source else {
        return String::new();
    };
    let count = state.list.len() as u64;
    let more = if state.more_found { "+" } else { "" };
    words.inbox_found(count, more)
}

fn views(state: &State, room: usize, look: &Look, words: &Words) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let current = match state.source {
        Source::View(at) => Some(at),
        _ => None,
    };
    // What the list is narrowed by stands at the right.
    let narrowed = match &state.source {
        Source::View(at) => state.views.get(*at).map_or_else(String::new, |view| view.filter.clone()),
        Source::Filter(filter) => words.inbox_filtered_by(filter),
        Source::Search(typed) => format!("{} · {}", words.inbox_searched_by(typed), found(state, words)),
    };
    let asked = current.is_none();
    let right = if asked { width(&narrowed).min(room * 2 / 3) + 2 } else { 0 };
    let names: Vec<(String, bool)> = state
        .views
        .iter()
        .enumerate()
        .map(|(at, view)| {
            let name = view_name(words, &view.code, &view.name);
            let count = state.counts.get(at).copied().flatten();
            let shown = count.map_or_else(String::new, |count| format!(" {}", count_words(words, count)));
            (format!("{name}{shown}"), count == Some(0))
        })
        .collect();
    let between = format!(" {} ", look.dot());
    // The view that is shown is in sight, whatever stands before it.
    let first = first_in_sight(&names, current.unwrap_or(0), room.saturating_sub(right), width(&between));
    if first > 0 {
        spans.push(Span::styled(format!("{} ", look.ellipsis()), look.dim));
        used += width(look.ellipsis()) + 1;
    }
    for (at, (text, none)) in names.into_iter().enumerate().skip(first) {
        let needed = width(&text) + if at == first { 0 } else { width(&between) };
        if used + needed + right > room {
            break;
        }
        used += needed;
        let style = match current == Some(at) {
            true => look.accent,
            false if none => look.dim,
            false => look.plain,
        };
        if at > first {
            spans.push(Span::styled(between.clone(), look.dim));
        }
        spans.push(Span::styled(text, style));
    }
    let left = room.saturating_sub(used + 2);
    let text = cut_to_width(&narrowed, left).into_owned();
    if !narrowed.is_empty() && left >= 6 && (asked || width(&narrowed) <= left) {
        let blanks = room.saturating_sub(used + width(&text) + 1);
        spans.push(Span::raw(" ".repeat(blanks)));
        spans.push(Span::styled(text, if asked { look.accent } else { look.dim }));
    }
    Line::from(spans)
}

/// The first view to show so that this one is in sight.
fn first_in_sight(names: &[(String, bool)], current: usize, room: usize, between: usize) -> usize {
    let mut used = 1;
    for (at, (name, _)) in names.iter().enumerate().take(current + 1).rev() {
        used += width(name) + between;
        // The sign that there are more before it.
        let sign = if at > 0 { 2 } else { 0 };
        if used - between + sign > room {
            return (at + 1).min(current);
        }
    }
    0
}
