//! What the pages of issues and of orientations share: views on top, a list of two lines each, one of them whole beside it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::preview::Page;
use super::{below, rule, split};
use crate::inbox::tab::issues::{LINES, Shape};
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::list::{Keyed, List, Seen};
use crate::screen::wrap;
use crate::text::width;
use crate::words::Words;

/// The list, and the card beside it on a wide window, below it on a narrow one.
pub(super) fn panes(frame: &mut Frame, area: Rect, shape: Shape, look: &Look) -> [Rect; 2] {
    if !shape.beside {
        return split(area, shape.rows * LINES + 1);
    }
    let list = Rect { width: shape.list.min(area.width), ..area };
    let card = Rect { x: area.x + list.width, width: area.width - list.width, ..area };
    for y in card.y..card.bottom() {
        frame.buffer_mut().set_string(card.x, y, look.vertical(), look.rule);
    }
    [list, Rect { x: card.x + 1, width: card.width.saturating_sub(1), ..card }]
}

/// Title and views, each with how many it holds; as many as fit, and without the title when they do not.
pub(super) fn draw_views<'a>(
    frame: &mut Frame,
    area: Rect,
    title: &str,
    views: impl Iterator<Item = (&'a str, usize, bool)>,
    look: &Look,
    words: &Words,
) {
    let between = format!(" {} ", look.dot());
    let mut spans = Vec::new();
    for (name, count, chosen) in views {
        let style = if chosen {
            look.accent
        } else if count == 0 {
            look.dim
        } else {
            look.plain
        };
        if !spans.is_empty() {
            spans.push(Span::styled(between.clone(), look.dim));
        }
        spans.push(Span::styled(format!("{name} {}", words.number(count as i64)), style));
    }
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    if used + width(title) + 4 <= usize::from(area.width) {
        spans.insert(0, Span::styled(format!("{title}  "), look.strong));
    }
    spans.insert(0, Span::raw(" "));
    frame.render_widget(Line::from(spans), area);
}

/// The rows in sight, two lines each, and below them where the cursor stands; what is said when there are none.
pub(super) fn draw_list<'a, R: Keyed>(
    frame: &mut Frame,
    area: Rect,
    list: &'a List<R>,
    none: Option<&str>,
    entry: impl Fn(Seen<'a, R>, usize) -> [Line<'static>; 2],
    look: &Look,
    words: &Words,
) {
    let [rows, foot] = split(area, area.height.saturating_sub(1));
    let position = format!("{} / {}", words.number(list.position() as i64), words.number(list.len() as i64));
    frame.render_widget(rule(foot.width, &position, look), foot);
    if list.is_empty() {
        if let Some(text) = none {
            draw_said(frame, rows, text, look);
        }
        return;
    }
    let room = usize::from(rows.width);
    let lines: Vec<Line> = list.visible().flat_map(|seen| entry(seen, room)).collect();
    frame.render_widget(Text::from(lines), rows);
}

/// Words in the middle of an empty list.
fn draw_said(frame: &mut Frame, area: Rect, text: &str, look: &Look) {
    let room = usize::from(area.width.saturating_sub(6));
    let lines: Vec<Line> = wrap::lines(text, room, 4)
        .into_iter()
        .map(|line| Line::styled(line.to_owned(), look.dim).centered())
        .collect();
    frame.render_widget(Text::from(lines), below(area, area.height / 3));
}

/// Columns of both lines of a row between what stands before its title and the edge.
pub(super) fn inside(room: usize) -> usize {
    room.saturating_sub(4)
}

/// The first line of a row: a sign, the title, and how much belongs to it at the right.
pub(super) fn title_line(
    cursor: bool,
    (sign, sign_style): (&'static str, Style),
    (title, style): (&str, Style),
    right: String,
    room: usize,
    look: &Look,
) -> Line<'static> {
    let style = if cursor { look.cursor } else { style };
    let or = |other: Style| if cursor { style } else { other };
    let title = cut(title, inside(room).saturating_sub(width(&right) + 2), look.ellipsis()).into_owned();
    let blanks = inside(room).saturating_sub(width(&title) + width(&right));
    Line::from(vec![
        Span::styled(if cursor { look.pointer() } else { " " }, style),
        Span::styled(sign, or(sign_style)),
        Span::styled(format!(" {title}{}", " ".repeat(blanks)), style),
        Span::styled(right, or(look.dim)),
        Span::styled(" ", style),
    ])
}

/// The second line of a row, under its title.
pub(super) fn told_line(
    cursor: bool,
    told: impl IntoIterator<Item = Span<'static>>,
    look: &Look,
) -> Line<'static> {
    let pointer = Span::styled(if cursor { look.pointer() } else { " " }, look.accent);
    [pointer, Span::raw("  ")].into_iter().chain(told).collect()
}

/// One of them whole, scrolled by some lines.
pub(super) fn draw_card<'a>(
    frame: &mut Frame,
    area: Rect,
    scroll: u16,
    mut page: Page<'a>,
    write: impl FnOnce(&mut Page<'a>),
) {
    write(&mut page);
    let last = page.lines.len().saturating_sub(1);
    let lines: Vec<Line> = page.lines.into_iter().skip(usize::from(scroll).min(last)).collect();
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    frame.render_widget(Text::from(lines), inside);
}
