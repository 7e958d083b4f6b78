//! Draws the tab Cộng tác viên.

mod card;
mod columns;
mod list;
mod reorganise;
mod units;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::labels;
use super::model::{RETENTION_YEARS, Roster};
use super::tab::{HEAD, State, Window, card_rows};
use crate::screen::Look;
use crate::screen::columns::cut;
use crate::screen::moment::WIDE;
use crate::screen::views::{self, ViewLine, Views};
use crate::words::Words;

/// Draws the tab: the list with the card beside it, or below it on a narrow screen.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if let (Some(Window::Plan(page)), Some(roster)) = (&state.window, &state.roster) {
        reorganise::draw(frame, area, page, roster, look, words);
    } else if let Some(Window::Charts(page)) = &state.window {
        let about = narrowed(state, words).join(&format!(" {} ", look.dot()));
        page.draw(frame, area, &about, look, words);
    } else if let Some(open) = &state.form {
        open.form.draw(frame, area, look, words);
    } else if let Some(units) = &state.units {
        units::draw(frame, area, units, look, words);
    } else if state.whole_card {
        card::draw_whole(frame, area, state, look, words);
    } else {
        let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
        draw_head(frame, head, state, look, words);
        draw_body(frame, body, state, look, words);
    }
    match &state.window {
        Some(Window::File(prompt)) => prompt.draw(frame, area, look),
        Some(Window::Import(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Columns(open)) => columns::draw(frame, area, open, look, words),
        Some(Window::Told(told)) => told.draw(frame, area, look),
        Some(Window::Change(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Delete(confirm)) => confirm.draw(frame, area, look),
        Some(Window::DeleteUnit(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Over(confirm)) => confirm.draw(frame, area, look),
        Some(Window::Show(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Order(picker)) => picker.draw(frame, area, look, ""),
        Some(Window::Views(open)) => draw_views(frame, area, state, open, look, words),
        Some(Window::ViewGone(confirm)) => confirm.draw(frame, area, look),
        // It has the whole area.
        Some(Window::Plan(_) | Window::Charts(_)) | None => {}
    }
}

/// What is typed or chosen at the left, how many people at the right.
fn draw_head(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let total = state.roster.as_ref().map_or(0, Roster::len);
    let marked = state.list.marked().len();
    let count = if marked > 0 {
        words.roster_marked(marked as i64)
    } else if !state.whole {
        String::new()
    } else if state.is_narrowed() {
        words.roster_count(state.list.len() as i64, total as i64)
    } else {
        words.roster_count_all(total as i64)
    };
    let count_width = (count.width() + 2) as u16;
    let [left, right] =
        Layout::horizontal([Constraint::Min(10), Constraint::Length(count_width)]).areas(area);
    let style = match marked {
        0 if state.is_narrowed() => look.accent,
        0 => look.dim,
        _ => look.marked,
    };
    frame.render_widget(
        Line::styled(count, style).right_aligned(),
        Rect { width: right.width.saturating_sub(1), ..right },
    );
    if state.finding || !state.typed.is_empty() {
        let label = format!(" {} ", words.roster_search());
        let told = state
            .former
            .as_ref()
            .map_or_else(String::new, |(old, now)| words.roster_former_now(now.as_str(), old.as_str()));
        let told = cut(&told, usize::from(left.width) / 2, look.ellipsis()).into_owned();
        let room = told.width() as u16 + u16::from(!told.is_empty());
        let [field, told_at] =
            Layout::horizontal([Constraint::Min(10), Constraint::Length(room)]).areas(left);
        state.typed.draw(frame, field, &label, look, state.finding);
        frame.render_widget(Line::styled(told, look.accent), told_at);
        return;
    }
    let text = narrowed(state, words).join(&format!(" {} ", look.dot()));
    let text = cut(&text, usize::from(left.width).saturating_sub(2), look.ellipsis()).into_owned();
    frame.render_widget(Line::from(vec![Span::raw(" "), Span::styled(text, look.accent)]), left);
}

/// What the list is narrowed to beside what is typed, and in which order it stands when it is no common one.
fn narrowed(state: &State, words: &Words) -> Vec<String> {
    let mut parts = Vec::new();
    if !state.narrow_unit.is_empty() {
        parts.push(state.narrow_unit.clone());
    }
    parts.extend(state.narrow.ending.map(|(_, days)| words.roster_narrow_ending(i64::from(days))));
    parts.extend(state.narrow.untrained.map(|(_, years)| words.roster_narrow_untrained(i64::from(years))));
    let retention = state.roster.as_ref().map_or(RETENTION_YEARS, Roster::retention);
    parts.extend(state.narrow.show.map(|(show, _)| labels::show(words, Some(show), retention)));
    if state.sorted.column.is_some() || state.sorted.reversed {
        let column = labels::column(words, state.column());
        let by = if state.sorted.reversed {
            words.inbox_ordered_back(column)
        } else {
            words.inbox_ordered(column)
        };
        parts.push(by);
    }
    parts
}

/// The window of the filters with a name.
fn draw_views(frame: &mut Frame, area: Rect, state: &State, open: &Views, look: &Look, words: &Words) {
    let count = |at: usize| state.view_counts.get(at).copied().flatten();
    let lines = state.views.iter().enumerate().map(|(at, view)| ViewLine {
        name: labels::view_name(words, view),
        count: count(at).map_or_else(String::new, |count| words.number(count as i64)),
        filter: &view.filter,
    });
    views::draw(frame, area, &lines.collect::<Vec<_>>(), open, look, words);
}

fn draw_body(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if state.list.is_empty() {
        draw_empty(frame, area, state, look, words);
        return;
    }
    if area.width >= WIDE {
        let card_width = (area.width / 3).clamp(40, 70);
        let [left, rule, right] =
            Layout::horizontal([Constraint::Min(60), Constraint::Length(1), Constraint::Length(card_width)])
                .areas(area);
        list::draw(frame, left, state, look, words);
        for y in rule.y..rule.bottom() {
            frame.render_widget(Span::styled(look.vertical(), look.rule), Rect { y, height: 1, ..rule });
        }
        card::draw(frame, right, state, look, words);
    } else {
        let below = card_rows(area.height + HEAD - 1);
        let [top, rule, card] = Layout::vertical([
            Constraint::Min(2),
            Constraint::Length(1),
            Constraint::Length(below.saturating_sub(1)),
        ])
        .areas(area);
        list::draw(frame, top, state, look, words);
        draw_rule(frame, rule, state, look);
        card::draw(frame, card, state, look, words);
    }
}

/// The rule between list and card, with the position in the list.
fn draw_rule(frame: &mut Frame, area: Rect, state: &State, look: &Look) {
    let place = format!(" {} / {} ", state.list.position(), state.list.len());
    let width = usize::from(area.width);
    let end = 2;
    let left = width.saturating_sub(place.width() + end + 1);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(look.horizontal().repeat(left), look.rule),
        Span::styled(place, look.dim),
        Span::styled(look.horizontal().repeat(end), look.rule),
    ]);
    frame.render_widget(line, area);
}

/// What to press when there is nobody to show.
fn draw_empty(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    if !state.whole {
        return;
    }
    let lines: Vec<String> = if !state.is_narrowed() {
        vec![words.roster_empty().to_owned(), words.roster_empty_import().to_owned()]
    } else if state.typed.is_empty() {
        vec![words.roster_nobody().to_owned()]
    } else if is_number(state.typed.text()) {
        vec![words.roster_no_phone_found(state.typed.text().trim()), words.roster_no_phone_hint().to_owned()]
    } else {
        vec![
            words.roster_nothing_found(state.typed.text().trim()),
            words.roster_nothing_found_hint().to_owned(),
        ]
    };
    let inside = area.inner(ratatui::layout::Margin::new(2, 1));
    let mut y = inside.y;
    for (at, text) in lines.iter().enumerate() {
        let style = if at == 0 { look.strong } else { look.plain };
        for part in crate::screen::wrap::lines(text, usize::from(inside.width), 6) {
            if y < inside.bottom() {
                frame.render_widget(Line::styled(part, style), Rect { y, height: 1, ..inside });
            }
            y += 1;
        }
    }
}

/// Only digits and what stands between them: a phone number is looked for.
fn is_number(typed: &str) -> bool {
    typed.contains(|letter: char| letter.is_ascii_digit())
        && typed
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, '+' | '.' | '-' | ' ' | '(' | ')'))
}
