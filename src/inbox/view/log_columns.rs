//! The columns of a log: letter, label, the first value, what it holds.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::labels;
use crate::inbox::tab::{Columns, letters};
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::screen::popup;
use crate::words::Words;

/// Columns of the letter.
const LETTER: usize = 3;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Columns, look: &Look, words: &Words) {
    let layout = &open.log.layout;
    let width = area.width.saturating_sub(4).clamp(20, 110);
    let height = (layout.labels.len() as u16).saturating_add(6).min(area.height);
    let inside = popup::window(frame, area, words.inbox_columns_title(), width, height, look);
    let room = usize::from(inside.width);
    let [head, rest] = split(inside, 2);
    let name = [open.name.as_str(), open.log.name.as_str()].into_iter().filter(|part| !part.is_empty());
    let name = name.collect::<Vec<_>>().join(": ");
    let heads = [words.inbox_columns_label(), words.inbox_columns_sample(), words.inbox_columns_holds()];
    let widths = Widths::of(room);
    let head_lines = vec![
        Line::styled(format!(" {}", cut(&name, room.saturating_sub(2), look.ellipsis())), look.dim),
        Line::styled(format!("  {}", widths.row("", heads, look)), look.dim),
    ];
    frame.render_widget(Text::from(head_lines), head);
    let [list, foot] = split(rest, rest.height.saturating_sub(2));
    let rows = usize::from(list.height).max(1);
    let top = (open.cursor + 1).saturating_sub(rows);
    let lines: Vec<Line> = (top..layout.labels.len())
        .take(rows)
        .map(|at| {
            let holding = layout.mapping.0.get(&at).copied();
            let holds = holding.map_or(words.inbox_column_none(), |field| labels::field(words, field));
            let sample = open.log.samples.get(at).map_or("", String::as_str);
            let text = widths.row(&letters(at), [&layout.labels[at], sample, holds], look);
            let here = at == open.cursor;
            let style = match (here, holding) {
                (true, _) => look.cursor,
                (false, Some(_)) => look.plain,
                (false, None) => look.dim,
            };
            let pointer = if here { look.pointer() } else { " " };
            Line::from(vec![Span::styled(pointer, look.accent), Span::styled(format!(" {text}"), style)])
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
    let told = if layout.mapping.has_content() {
        words.inbox_columns_remembered()
    } else {
        words.inbox_columns_need_content()
    };
    let foot_lines = vec![
        Line::styled(look.horizontal().repeat(room), look.rule),
        Line::styled(format!(" {}", cut(told, room.saturating_sub(2), look.ellipsis())), look.accent),
    ];
    frame.render_widget(Text::from(foot_lines), foot);
    if let Some(picker) = &open.pick {
        picker.draw(frame, area, look, words.inbox_nothing_fits());
    }
}

/// Widths of label, value and what it holds.
struct Widths([usize; 3]);

impl Widths {
    fn of(room: usize) -> Self {
        let room = room.saturating_sub(LETTER + 2 + 2 * 3);
        let holds = (room * 35 / 100).min(28);
        let label = ((room - holds) * 9 / 20).min(32);
        Self([label, room - holds - label, holds])
    }

    fn row(&self, letter: &str, texts: [&str; 3], look: &Look) -> String {
        let mut row = String::new();
        cell(&mut row, letter, LETTER, false, look.ellipsis());
        for (text, width) in texts.into_iter().zip(self.0) {
            row.push_str("  ");
            cell(&mut row, text, width, false, look.ellipsis());
        }
        row
    }
}
