//! What stands in the fields.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::screen::columns::{cut, cut_path, is_path};
use crate::screen::form::field::{Field, Fixed};
use crate::screen::form::pick::{Pick, Picked};
use crate::screen::look::Look;
use crate::text::width;
use crate::words::Words;

/// One line of text: with the cursor scrolled to it, without it from its start; cut with a sign.
pub(super) fn draw_line(
    frame: &mut Frame,
    area: Rect,
    input: &crate::screen::input::Input,
    suggested: &[Picked],
    focused: bool,
    look: &Look,
) {
    let text = input.text();
    if focused {
        frame.buffer_mut().set_style(area, look.field);
        if text.is_empty() {
            draw_suggested(frame, area, suggested, look);
        }
        if text.is_empty() {
            frame.set_cursor_position((area.x, area.y));
        } else {
            input.draw_long(frame, area, look);
        }
    } else if text.is_empty() {
        draw_suggested(frame, area, suggested, look);
    } else {
        let cut = if is_path(text) { cut_path } else { cut };
        frame.render_widget(Line::raw(cut(text, usize::from(area.width), look.ellipsis())), area);
    }
}

pub(super) fn draw_suggested(frame: &mut Frame, area: Rect, suggested: &[Picked], look: &Look) {
    if suggested.is_empty() {
        return;
    }
    let names: Vec<&str> = suggested.iter().map(|one| one.name.as_str()).collect();
    let text = format!("({})", names.join(", "));
    frame.render_widget(Line::styled(cut(&text, usize::from(area.width), look.ellipsis()), look.dim), area);
}

/// All values side by side, the chosen one reversed; where they do not fit, those around it.
pub(super) fn draw_choice(frame: &mut Frame, area: Rect, values: &[Fixed], at: usize, look: &Look) {
    let room = usize::from(area.width);
    let mut from = 0;
    // Two signs where values are left out.
    while from < at && values[from..=at].iter().map(|(_, name)| width(name) + 3).sum::<usize>() + 4 > room {
        from += 1;
    }
    let mut spans = Vec::with_capacity(values.len() * 2 + 2);
    let mut used = 0;
    if from > 0 {
        spans.push(Span::styled(format!("{} ", look.ellipsis()), look.dim));
        used += 2;
    }
    let mut cursor = 0;
    for (place, (_, name)) in values.iter().enumerate().skip(from) {
        let last = place + 1 == values.len();
        if place > at && used + width(name) + 2 + if last { 0 } else { 2 } > room {
            spans.push(Span::styled(look.ellipsis(), look.dim));
            break;
        }
        let style = if place == at { look.cursor } else { Style::new().patch(look.dim) };
        if place == at {
            cursor = used;
        }
        let name = cut(name, room.saturating_sub(used + 2), look.ellipsis());
        used += width(&name) + 3;
        spans.push(Span::styled(format!(" {name} "), style));
        spans.push(Span::raw(" "));
    }
    frame.render_widget(Line::from(spans), area);
    frame.set_cursor_position((area.x + (cursor as u16).min(area.width.saturating_sub(1)), area.y));
}

/// What is chosen, and what is typed to choose.
pub(super) fn draw_pick(
    frame: &mut Frame,
    area: Rect,
    field: &Field,
    pick: &Pick,
    focused: bool,
    look: &Look,
    words: &Words,
) {
    let names: Vec<&str> = pick.chosen.iter().map(|one| one.name.as_str()).collect();
    let names = names.join(", ");
    let room = usize::from(area.width);
    if !focused {
        let note = pick.chosen.first().filter(|_| pick.chosen.len() == 1).map_or("", |one| &one.note);
        let typed = pick.typed_text();
        let loose = if typed.is_empty() { String::new() } else { typed.to_owned() };
        let text = [names, loose].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if text.is_empty() {
            draw_suggested(frame, area, &field.suggested, look);
            return;
        }
        let text = cut(&text, room, look.ellipsis()).into_owned();
        let left = room.saturating_sub(width(&text) + 2);
        let note = if left > 6 { cut(note, left, look.ellipsis()).into_owned() } else { String::new() };
        let line = Line::from(vec![Span::raw(text), Span::styled(format!("  {note}"), look.dim)]);
        frame.render_widget(line, area);
        return;
    }
    // What is chosen stands before what is typed; at least half of the line stays for typing.
    let before = if names.is_empty() {
        String::new()
    } else {
        format!("{} ", cut(&names, (room / 2).max(room.saturating_sub(24)), look.ellipsis()))
    };
    let taken = width(&before) as u16;
    frame.render_widget(Line::styled(before.as_str(), look.strong), area);
    let rest = Rect { x: area.x + taken.min(area.width), width: area.width.saturating_sub(taken), ..area };
    let suggested: &[Picked] = if names.is_empty() { &field.suggested } else { &[] };
    draw_line(frame, rest, &pick.input, suggested, true, look);
    let nothing = !pick.typed_text().is_empty() && !pick.is_open();
    if nothing {
        let said = if pick.is_free() { words.form_pick_own() } else { words.form_pick_none() };
        let from = width(pick.input.text()) + 2;
        let left = usize::from(rest.width).saturating_sub(from);
        if left >= width(said) {
            let said_area = Rect { x: rest.x + from as u16, width: left as u16, ..rest };
            frame.render_widget(Line::styled(said, look.dim), said_area);
        }
    }
}
