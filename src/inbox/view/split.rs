//! The window that splits a matter: its paragraphs, a sign where a matter begins.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split as cut_off;
use crate::inbox::tab::Split;
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::{popup, wrap};
use crate::words::Words;

/// Most lines a paragraph shows.
const MOST: usize = 3;

pub(super) fn draw(frame: &mut Frame, area: Rect, split: &Split, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(4).clamp(20, 110);
    let room = usize::from(width).saturating_sub(8);
    let height = |piece: &str| wrap::lines(piece, room, MOST).len();
    let total: usize = split.pieces.iter().map(|piece| height(piece)).sum();
    let rows = (total + 5).min(usize::from(area.height)) as u16;
    let inside = popup::window(frame, area, words.inbox_split_title(), width, rows, look);
    let [head, rest] = cut_off(inside, 1);
    frame.render_widget(
        Line::styled(format!(" {}", cut(&split.heading, room + 4, look.ellipsis())), look.dim),
        head,
    );
    let [list, foot] = cut_off(rest, rest.height.saturating_sub(2));
    // The piece under the cursor stays in sight.
    let mut top = 0;
    let mut used: usize = split.pieces.iter().take(split.cursor + 1).map(|piece| height(piece)).sum();
    while used > usize::from(list.height) && top < split.cursor {
        used -= height(&split.pieces[top]);
        top += 1;
    }
    let mut matter = split.begins.iter().take(top).filter(|begins| **begins).count();
    let mut lines: Vec<Line> = Vec::new();
    for (at, piece) in split.pieces.iter().enumerate().skip(top) {
        if lines.len() >= usize::from(list.height) {
            break;
        }
        matter += usize::from(split.begins[at]);
        let here = at == split.cursor;
        for (row, text) in wrap::lines(piece, room, MOST).into_iter().enumerate() {
            let pointer = if here { look.pointer() } else { " " };
            let number =
                if row == 0 && split.begins[at] { format!(" {matter:>2} ") } else { "    ".to_owned() };
            let style = if here {
                look.cursor
            } else if split.begins[at] {
                look.strong
            } else {
                look.plain
            };
            let blanks = " ".repeat(usize::from(list.width));
            lines.push(Line::from(vec![
                Span::raw(pointer),
                Span::styled(number, look.accent),
                Span::styled(format!("{text}{blanks}"), style),
            ]));
        }
    }
    frame.render_widget(Text::from(lines), list);
    let mut told = match split.count() {
        1 => words.inbox_split_mark().to_owned(),
        count => words.inbox_split_count(count as u64),
    };
    if split.joins {
        told = format!("{told} {} {}", look.dot(), words.inbox_split_joins());
    }
    let foot_lines = vec![
        Line::styled(look.horizontal().repeat(usize::from(foot.width)), look.rule),
        Line::raw(format!(" {}", cut(&told, room + 4, look.ellipsis()))),
    ];
    frame.render_widget(Text::from(foot_lines), foot);
}
