//! The window of the views: their names, counts and filters in the order of the bar.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::labels::view_name;
use crate::inbox::tab::{State, Views, count_words};
use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::popup;
use crate::text::width;
use crate::words::Words;

/// Cells of a count: `9.999+`.
const COUNT: usize = 6;

pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, open: &Views, look: &Look, words: &Words) {
    let widest = state.views.iter().map(|view| width(view_name(words, &view.code, &view.name))).max();
    let room = area.width.saturating_sub(4).clamp(20, 96);
    let shown = (state.views.len() as u16).min(area.height.saturating_sub(6)).max(1);
    let inside = popup::window(frame, area, words.inbox_views_title(), room, shown + 3, look);
    let room = usize::from(inside.width);
    // A pointer, the count, blanks between.
    let name = widest.unwrap_or(0).min(room / 2).max(width(words.inbox_view_name_label()));
    let filter = room.saturating_sub(name + COUNT + 6);
    let [head, list] = split(inside, 1);
    let mut heading = String::from("  ");
    cell(&mut heading, words.inbox_view_name_label(), name, false, look.ellipsis());
    heading.push(' ');
    cell(&mut heading, words.inbox_view_count_label(), COUNT, true, look.ellipsis());
    heading.push_str("  ");
    cell(&mut heading, words.inbox_view_filter_label(), filter, false, look.ellipsis());
    frame.render_widget(Line::styled(heading, look.dim), head);
    let top = open.cursor.saturating_sub(usize::from(shown) - 1);
    let lines: Vec<Line> = state
        .views
        .iter()
        .enumerate()
        .skip(top)
        .take(usize::from(shown))
        .map(|(at, view)| {
            let here = at == open.cursor;
            let mut left = format!("{} ", if here { look.pointer() } else { " " });
            cell(&mut left, view_name(words, &view.code, &view.name), name, false, look.ellipsis());
            left.push(' ');
            let count = state.counts.get(at).copied().flatten();
            let count = count.map_or_else(String::new, |count| count_words(words, count));
            cell(&mut left, &count, COUNT, true, look.ellipsis());
            let mut right = String::from("  ");
            let narrowed = if view.filter.is_empty() { words.inbox_view_everything() } else { &view.filter };
            cell(&mut right, narrowed, filter + 2, false, look.ellipsis());
            let dim = if here { look.cursor } else { look.dim };
            let line = Line::from(vec![Span::raw(left), Span::styled(right, dim)]);
            if here { line.style(look.cursor) } else { line }
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
}
