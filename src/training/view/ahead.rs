//! What comes after the month, in the lines the month leaves empty.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::training::labels;
use crate::training::tab::{Ahead, State};
use crate::words::Words;

/// Draws as many lines as fit under a heading; nothing where there is no room for one. Days and what a line is stand under
/// the list's own columns, of these widths.
pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    state: &State,
    [days_width, what_width]: [u16; 2],
    look: &Look,
    words: &Words,
) {
    if area.height < 3 || state.ahead.is_empty() {
        return;
    }
    let width = usize::from(area.width).saturating_sub(2);
    let mut rows = area.rows().skip(1);
    if let Some(row) = rows.next() {
        frame.render_widget(Line::styled(format!("  {}", words.training_ahead()), look.dim), row);
    }
    for (line, row) in state.ahead.iter().zip(rows) {
        let (from, to, vague) = &line.days;
        let days = labels::days(words, *from, *to, vague, state.today);
        let (what, style) = match line.what {
            Ahead::Class => ("", look.plain),
            Ahead::Late | Ahead::Names { late: true, .. } => (words.training_ahead_late(), look.warning),
            Ahead::Task | Ahead::Names { .. } if *from == Some(state.today) => {
                (words.training_ahead_today(), look.warning)
            }
            Ahead::Task | Ahead::Names { .. } => (words.training_ahead_due(), look.plain),
            Ahead::Clash => (words.training_ahead_clash(), look.warning),
        };
        let mut text = String::with_capacity(width + 8);
        text.push_str("  ");
        cell(&mut text, &days, usize::from(days_width), false, look.ellipsis());
        text.push_str("  ");
        let mut kind = String::new();
        cell(&mut kind, what, usize::from(what_width), false, look.ellipsis());
        kind.push_str("  ");
        let room = width.saturating_sub(crate::text::width(&text) + crate::text::width(&kind));
        let said = match line.what {
            Ahead::Names { missing, units, .. } => {
                format!("{} · {}", words.training_ahead_names(missing, i64::from(units)), line.text)
            }
            _ => line.text.clone(),
        };
        let rest = cut(&said, room, look.ellipsis()).into_owned();
        let spans =
            vec![Span::styled(text, look.dim), Span::styled(kind, style), Span::styled(rest, look.plain)];
        frame.render_widget(Line::from(spans), row);
    }
}
