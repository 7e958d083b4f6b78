//! The unit tree.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::roster::model::short_unit;
use crate::roster::tab::Units;
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::words::Words;

/// Widest a tree is drawn, so that names and counts stay near each other.
const WIDEST: u16 = 90;

pub(super) fn draw(frame: &mut Frame, area: Rect, units: &Units, look: &Look, words: &Words) {
    let area = Rect { width: area.width.min(WIDEST), ..area };
    let [head, columns, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let title = if units.gaps_only { words.roster_tree_gaps() } else { words.roster_tree() };
    let count = words.roster_tree_count(units.gaps as i64, units.wanting as i64);
    let blanks = usize::from(area.width).saturating_sub(title.width() + count.width() + 2);
    frame.render_widget(
        Line::from(vec![
            Span::styled(format!(" {title}"), look.strong),
            Span::raw(" ".repeat(blanks)),
            Span::styled(count, look.dim),
        ]),
        head,
    );
    if units.list.is_empty() {
        let text = if units.gaps_only && units.wanting > 0 {
            words.roster_tree_no_gaps()
        } else {
            words.roster_tree_empty()
        };
        frame.render_widget(Line::raw(format!("  {text}")), Rect { height: 1.min(body.height), ..body });
        return;
    }
    let width = usize::from(area.width);
    if !units.gaps_only {
        let mut heading = String::new();
        cell(&mut heading, words.roster_tree_columns(), width.saturating_sub(1), true, look.ellipsis());
        frame.render_widget(Line::styled(heading, look.dim), columns);
    }
    for (y, seen) in (body.y..body.bottom()).zip(units.list.visible()) {
        let row = &seen.row.0;
        let mut text = String::with_capacity(width + 8);
        text.push_str(if seen.cursor { look.pointer() } else { " " });
        let indent = (row.depth * 2).min(width / 3);
        text.extend(std::iter::repeat_n(' ', indent + 1));
        let room = width.saturating_sub(indent + 16);
        let fits = row.name.width() <= room;
        let name = if fits { Cow::Borrowed(row.name.as_str()) } else { short_unit(&row.name) };
        text.push_str(&cut(&name, room, look.ellipsis()));
        let count = if row.is_gap() {
            words.roster_tree_gap().to_owned()
        } else if row.total == row.own {
            words.number(row.total as i64)
        } else {
            format!("{} / {}", words.number(row.own as i64), words.number(row.total as i64))
        };
        let mut right = String::new();
        cell(&mut right, &count, width.saturating_sub(text.width() + 1), true, look.ellipsis());
        let warned = if row.is_gap() && !seen.cursor { look.warning } else { look.plain };
        let line = Line::from(vec![Span::raw(text), Span::styled(right, warned)]);
        let line = if seen.cursor { line.style(look.cursor) } else { line };
        frame.render_widget(line, Rect { y, height: 1, ..body });
    }
}
