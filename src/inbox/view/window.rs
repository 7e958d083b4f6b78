//! Windows over the queue.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::tab::{Menu, Refusals, Window};
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::popup;
use crate::screen::wrap;
use crate::words::Words;

pub(super) fn draw(frame: &mut Frame, area: Rect, window: &Window, look: &Look, words: &Words) {
    let nothing = words.inbox_nothing_fits();
    match window {
        Window::Menu(menu) => draw_menu(frame, area, menu, look, words),
        Window::Topic(picker, _) | Window::Original(picker, _) => picker.draw(frame, area, look, nothing),
        Window::Issue(picker, _) => picker.draw(frame, area, look, nothing),
        Window::View(picker) => picker.draw(frame, area, look, nothing),
        Window::Title(prompt) => prompt.draw(frame, area, look),
        Window::Confirm(confirm) => confirm.draw(frame, area, look),
        Window::Files(prompt) => prompt.draw(frame, area, look),
        Window::Refused(refusals) => draw_refused(frame, area, refusals, look, words),
    }
}

fn draw_menu(frame: &mut Frame, area: Rect, menu: &Menu, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(6).clamp(20, 72);
    let height = menu.choices.len() as u16 + 2 + if menu.own.is_some() { 2 } else { 0 };
    let inside = popup::window(frame, area, &menu.title, width, height, look);
    let [list, field] = split(inside, menu.choices.len() as u16);
    let room = usize::from(inside.width).saturating_sub(6);
    let begun = menu.own.as_ref().is_some_and(|own| !own.is_empty());
    let lines: Vec<Line> = menu
        .choices
        .iter()
        .enumerate()
        .map(|(at, (name, _))| {
            let here = at == menu.cursor && !begun;
            let line = Line::from(vec![
                Span::raw(if here { look.pointer() } else { " " }),
                Span::styled(format!(" {} ", at + 1), if here { look.plain } else { look.accent }),
                Span::raw(cut(name, room, look.ellipsis()).into_owned()),
                Span::raw(" ".repeat(usize::from(inside.width))),
            ]);
            if here { line.style(look.cursor) } else { line }
        })
        .collect();
    frame.render_widget(Text::from(lines), list);
    if let Some(own) = &menu.own {
        let [rule, line] = split(field, 1);
        frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
        own.draw(frame, line, &format!(" {}: ", words.inbox_reason_own()), look, true);
    }
}

/// Each refused file with its reason under it.
fn draw_refused(frame: &mut Frame, area: Rect, refusals: &Refusals, look: &Look, words: &Words) {
    let width = area.width.saturating_sub(4).clamp(20, 100);
    let room = usize::from(width).saturating_sub(4);
    let mut lines = Vec::new();
    for (name, reason) in &refusals.files {
        if !lines.is_empty() {
            lines.push(Line::raw(""));
        }
        lines.push(Line::styled(format!(" {}", cut(name, room, look.ellipsis())), look.strong));
        lines.extend(
            wrap::lines(reason, room.saturating_sub(2), 20)
                .into_iter()
                .map(|line| Line::raw(format!("   {line}"))),
        );
    }
    let title = words.inbox_intake_refused_title(refusals.files.len() as u64);
    let height = lines.len().min(usize::from(area.height)) as u16 + 2;
    let inside = popup::window(frame, area, &title, width, height, look);
    let top = usize::from(refusals.scroll).min(lines.len().saturating_sub(usize::from(inside.height)));
    let seen: Vec<Line> = lines.into_iter().skip(top).take(usize::from(inside.height)).collect();
    frame.render_widget(Text::from(seen), inside);
}
