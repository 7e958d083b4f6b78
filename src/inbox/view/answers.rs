//! The answers that were given to an item, one at a time.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span, Text};

use crate::inbox::labels;
use crate::inbox::tab::Answers;
use crate::screen::Look;
use crate::screen::{popup, wrap};
use crate::words::Words;

/// Most lines of a text that are broken.
const MOST: usize = 2000;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Answers, look: &Look, words: &Words) {
    let Some(answer) = open.answer() else { return };
    let width = area.width.saturating_sub(4).clamp(20, 92);
    let room = usize::from(width.saturating_sub(4));
    let mut lines: Vec<Line> = Vec::new();
    let mut part = |label: &str, text: &str, style| {
        if text.trim().is_empty() {
            return;
        }
        if !label.is_empty() {
            lines.push(Line::default());
            lines.push(Line::from(Span::styled(label.to_owned(), look.dim)));
        }
        lines.extend(
            wrap::lines(text, room, MOST).into_iter().map(|line| Line::styled(line.to_owned(), style)),
        );
    };
    part("", &answer.title, look.strong);
    let day = answer.sent_at.map(|at| words.day(at.date()));
    let sent = labels::sent(words, day, &answer.sent_through);
    part("", &sent, look.dim);
    part(words.inbox_form_content(), &answer.content, look.plain);
    part(words.inbox_form_official(), &answer.official_info, look.plain);
    part(words.inbox_form_source(), &answer.source_document, look.plain);
    part(words.inbox_form_recipients(), &answer.recipients, look.plain);
    let title = format!("{} {}/{}", words.inbox_key_place_answers(), open.at + 1, open.answers.len());
    let height = (lines.len() as u16).saturating_add(2).min(area.height);
    let inside = popup::window(frame, area, &title, width, height, look);
    let inside = inside.inner(Margin::new(1, 0));
    let top = usize::from(open.scroll).min(lines.len().saturating_sub(usize::from(inside.height)));
    let seen: Vec<Line> = lines.into_iter().skip(top).take(usize::from(inside.height)).collect();
    frame.render_widget(Text::from(seen), inside);
}
