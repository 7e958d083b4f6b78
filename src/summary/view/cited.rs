//! The window of a sentence's sources.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use crate::screen::{Look, popup, wrap};
use crate::summary::tab::Cited;
use crate::words::Words;

/// Lines of what a source says.
const SAID: usize = 4;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Cited, look: &Look, words: &Words) {
    let wide = area.width.saturating_sub(8).clamp(20, 92);
    let room = usize::from(wide).saturating_sub(6);
    let mut lines: Vec<Line> = Vec::new();
    let (mut first, mut last) = (0, 0);
    for (at, row) in open.rows.iter().enumerate() {
        if at == open.cursor {
            first = lines.len();
        }
        let here = at == open.cursor;
        let pointer = if here { look.pointer() } else { " " };
        let style = if here { look.cursor } else { Style::new() };
        let sign = if row.changed { look.changed() } else { " " };
        let told = if row.changed { format!("  {}", words.summary_source_changed()) } else { String::new() };
        let told_style = if here { style } else { look.warning };
        lines.push(Line::from(vec![
            Span::raw(pointer),
            Span::styled(format!("{sign} "), told_style),
            Span::styled(row.from.clone(), style),
            Span::styled(told, told_style),
        ]));
        let said = wrap::lines(&row.said, room, SAID).into_iter();
        lines.extend(said.map(|line| Line::styled(format!("   {line}"), look.dim)));
        if here {
            last = lines.len();
        }
    }
    let most = usize::from(area.height).saturating_sub(4).max(1);
    let height = lines.len().clamp(1, most);
    let inside = popup::window(frame, area, words.summary_cited_place(), wide, height as u16 + 2, look);
    let inside = inside.inner(Margin::new(1, 0));
    let height = usize::from(inside.height).max(1);
    let top = last.saturating_sub(height).min(first);
    let more = [top > 0, lines.len() > top + height];
    let shown: Vec<Line> = lines.into_iter().skip(top).take(height).collect();
    frame.render_widget(Text::from(shown), inside);
    popup::more(frame, inside, more, look);
}
