//! The window of findings.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use crate::screen::columns::cell;
use crate::screen::{Look, popup, wrap};
use crate::summary::tab::{Findings, count};
use crate::words::Words;

/// Lines at the foot for the whole of what stands under the cursor.
const WHOLE: usize = 4;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Findings, look: &Look, words: &Words) {
    let wide = area.width.saturating_sub(4).clamp(20, 110);
    let most = usize::from(area.height).saturating_sub(WHOLE + 4).max(1);
    let shown = open.rows.len().clamp(1, most);
    let title = words.summary_findings(count(open.open));
    let height = if open.rows.is_empty() { 3 } else { shown + WHOLE + 3 };
    let inside = popup::window(frame, area, &title, wide, height as u16, look);
    let list = Rect { height: inside.height.min(shown as u16), ..inside };
    let foot = Rect { y: list.bottom(), height: inside.height - list.height, ..inside };
    if open.rows.is_empty() {
        frame.render_widget(Line::styled(format!(" {}", words.summary_findings_none()), look.good), list);
        return;
    }
    let width = usize::from(inside.width);
    let top = open.cursor.saturating_sub(shown - 1);
    let mut lines: Vec<Line> = Vec::with_capacity(shown);
    for (at, row) in open.rows.iter().enumerate().skip(top).take(shown) {
        let here = at == open.cursor;
        let sign = match (&row.reason, row.hot) {
            (Some(_), _) => look.tick(),
            (None, true) => look.hot(),
            _ if row.subject.is_none() || row.below => " ",
            _ => "!",
        };
        let mut text = String::with_capacity(width + 8);
        text.push_str(if here { look.pointer() } else { " " });
        let indent = if row.below { "   " } else { "" };
        cell(
            &mut text,
            &format!("{sign} {indent}{}", row.text),
            width.saturating_sub(2),
            false,
            look.ellipsis(),
        );
        text.push(' ');
        let style = match (row.reason.is_some(), row.subject.is_none()) {
            _ if here => look.cursor,
            (true, _) => look.dim,
            (false, true) => look.strong,
            (false, false) => Style::new(),
        };
        lines.push(Line::styled(text, style));
    }
    frame.render_widget(Text::from(lines), list);
    popup::more(frame, list, [top > 0, top + shown < open.rows.len()], look);
    let mut lines = vec![Line::styled(look.horizontal().repeat(width), look.rule)];
    if let Some(row) = open.here() {
        let room = width.saturating_sub(2);
        let reason = row.reason.as_deref().map(|reason| words.summary_findings_answered(reason));
        let below = usize::from(reason.is_some());
        let said = wrap::lines(&row.text, room, WHOLE - below).into_iter().map(str::to_owned);
        lines.extend(said.take(WHOLE - below).map(|line| Line::raw(format!(" {line}"))));
        if let Some(reason) = reason {
            let reason =
                wrap::lines(&reason, room, 1).first().map_or_else(String::new, |line| (*line).to_owned());
            lines.push(Line::from(vec![Span::raw(" "), Span::styled(reason, look.accent)]));
        }
    }
    frame.render_widget(Text::from(lines), foot);
    if let Some(prompt) = &open.prompt {
        prompt.draw(frame, area, look);
    }
}
