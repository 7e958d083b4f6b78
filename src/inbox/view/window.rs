//! Windows over the queue.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};

use super::split;
use crate::inbox::tab::{Came, Kind, Line as Told, Menu, State, Window};
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::popup;
use crate::words::Words;

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    state: &State,
    window: &Window,
    look: &Look,
    words: &Words,
) {
    let nothing = words.inbox_nothing_fits();
    match window {
        Window::Menu(menu) => draw_menu(frame, area, menu, look, words),
        Window::Topic(picker, _) => picker.draw(frame, area, look, nothing),
        Window::Compare(compare) => super::compare::draw(frame, area, compare, look, words),
        Window::Issue(picker, _) => picker.draw(frame, area, look, nothing),
        Window::Views(open) => super::views::draw(frame, area, state, open, look, words),
        Window::ViewGone(confirm) => confirm.draw(frame, area, look),
        Window::Order(picker) => picker.draw(frame, area, look, nothing),
        Window::Duty(picker) => picker.draw(frame, area, look, nothing),
        Window::Rules(rules) => super::rules::draw(frame, area, rules, look, words),
        Window::Rule(confirm) => confirm.draw(frame, area, look),
        Window::Handler(picker, _) => picker.draw(frame, area, look, nothing),
        Window::Title(prompt) | Window::HandlerName(prompt) => prompt.draw(frame, area, look),
        Window::Split(open) => super::split::draw(frame, area, open, look, words),
        Window::Sentences(open) => super::sentences::draw(frame, area, open, look, words),
        Window::Personal(open) => super::personal::draw(frame, area, open, look, words),
        Window::Confirm(confirm) => confirm.draw(frame, area, look),
        Window::Looking(looking) => looking.draw(frame, area, look),
        Window::Files(prompt) => prompt.draw(frame, area, look),
        Window::Answers(open) => super::answers::draw(frame, area, open, look, words),
        Window::Kept(open) => super::files::draw(frame, area, open, look, words),
        Window::Rehearsal(open) => super::rehearsal::draw(frame, area, open, look, words),
        Window::Result(came) => draw_came(frame, area, came, look, words),
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

/// What became of the files, what needs a person first.
fn draw_came(frame: &mut Frame, area: Rect, came: &Came, look: &Look, words: &Words) {
    let last = (came.scroll + usize::from(came.height)).min(came.lines.len());
    let place = words.inbox_lines(last as u64, came.lines.len() as u64);
    let title = format!("{} {} {place}", words.inbox_intake_result_title(), look.dot());
    let inside = popup::window(frame, area, &title, came.width + 4, came.height + 2, look);
    let room = usize::from(came.width);
    let lines: Vec<Line> = came
        .lines
        .iter()
        .skip(came.scroll)
        .take(usize::from(inside.height))
        .map(|line| match line {
            Told::Heading(kind, count) => {
                let style = if *kind == Kind::Refused { look.warning } else { look.accent };
                Line::styled(format!(" {}", heading(*kind, *count, words)), style)
            }
            Told::Name(name) => Line::raw(format!("   {}", cut(name, room, look.ellipsis()))),
            Told::Said(said) => Line::styled(format!("     {said}"), look.dim),
        })
        .collect();
    frame.render_widget(Text::from(lines), inside);
}

fn heading(kind: Kind, count: u64, words: &Words) -> String {
    match kind {
        Kind::Refused => words.inbox_intake_refused(count),
        Kind::Doubled => words.inbox_intake_doubled(count),
        Kind::LookAt => words.inbox_intake_look_at(count),
        Kind::Made => words.inbox_intake_made(count),
        Kind::Known => words.inbox_intake_known(count),
    }
}
