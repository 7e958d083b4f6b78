//! The list: only the rows in sight are built.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::roster::model::{ENDING_DAYS, Person, Roster, Status, answering, share, short_post, short_unit};
use crate::roster::tab::{self, State};
use crate::screen::Look;
use crate::screen::columns::{GAP, cell};
use crate::screen::list::Seen;
use crate::text::cut_name;
use crate::text::phone::phone_shown;
use crate::words::Words;

/// Least and most cells of names.
const NAMES: (u16, u16) = (16, 30);
/// Cells of a phone number.
const PHONES: u16 = 13;
/// Least cells of unit and post together; with less the phone goes.
const PLACES: u16 = 28;

/// Widths of name, unit, post and phone: the name takes what nine in ten need, unit and post share the rest by what stands
/// in them.
fn columns(roster: &Roster, width: u16) -> [u16; 4] {
    let [name, unit, post] = roster.wanted();
    let name = name.most.clamp(NAMES.0, NAMES.1).min(width);
    let phone = if width >= name + PLACES + PHONES + 3 * GAP { PHONES } else { 0 };
    let gaps = GAP * if phone > 0 { 3 } else { 2 };
    let (unit, post) = share(width.saturating_sub(name + phone + gaps), unit, post);
    [name, unit, post, phone]
}

/// Draws headings and rows.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let Some(roster) = &state.roster else { return };
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    // Pointer, sign and a blank before the columns.
    let widths = columns(roster, area.width.saturating_sub(4));
    let headings = [
        words.roster_column_name(),
        words.roster_column_unit(),
        words.roster_column_post(),
        words.roster_column_phone(),
    ];
    let mut line = String::from("   ");
    for (heading, width) in headings.into_iter().zip(&widths) {
        add(&mut line, heading, *width, look);
    }
    frame.render_widget(Line::styled(line, look.dim), head);
    for (y, seen) in (body.y..body.bottom()).zip(state.list.visible()) {
        let Some(person) = state.person(*seen.row) else {
            continue;
        };
        let style = row_style(person, seen.cursor, look);
        let line = row(person, roster, state, &widths, &seen, look).style(style);
        frame.render_widget(line, Rect { y, height: 1, ..body });
    }
}

fn row_style(person: &Person, cursor: bool, look: &Look) -> Style {
    match (cursor, person.status) {
        (true, _) => look.cursor,
        (false, Status::Active | Status::Paused) => look.plain,
        (false, Status::Ended | Status::Moved) => look.dim,
    }
}

fn row<'a>(
    person: &'a Person,
    roster: &'a Roster,
    state: &State,
    widths: &[u16],
    seen: &Seen<'_, tab::Line>,
    look: &Look,
) -> Line<'a> {
    let cursor = seen.cursor;
    let mut spans = Vec::with_capacity(12);
    spans.push(Span::raw(if cursor { look.pointer() } else { " " }));
    if seen.marked {
        spans.push(Span::styled(look.mark(), if cursor { look.cursor } else { look.marked }));
        spans.push(Span::raw(" "));
    } else if roster.has_clash(person.id) {
        let style = if cursor { look.cursor } else { look.warning };
        spans.push(Span::styled(look.clash(), style));
        spans.push(Span::styled(" ", style));
    } else if ends_soon(person, state.today) {
        spans.push(Span::styled("! ", if cursor { look.cursor } else { look.warning }));
    } else {
        spans.push(Span::raw("  "));
    }
    let width = usize::from(widths[0]);
    let name = cut_name(&person.full_name, width).into_owned();
    let blanks = width.saturating_sub(name.width()) + usize::from(GAP);
    name_spans(&mut spans, name, state.typed.text(), look);
    let mut rest = " ".repeat(blanks);
    let unit = roster.unit_name(person);
    let fits = unit.width() <= usize::from(widths[1]);
    add(&mut rest, &if fits { Cow::Borrowed(unit) } else { short_unit(unit) }, widths[1], look);
    let post = roster.post(person);
    let fits = post.width() <= usize::from(widths[2]);
    add(&mut rest, &if fits { Cow::Borrowed(post) } else { short_post(post) }, widths[2], look);
    add(&mut rest, &phone_shown(&person.phone), widths[3], look);
    spans.push(Span::raw(rest));
    Line::from(spans)
}

/// The name, with the parts that answer to what is typed set off.
fn name_spans(spans: &mut Vec<Span<'_>>, name: String, typed: &str, look: &Look) {
    let parts = if typed.is_empty() { Vec::new() } else { answering(&name, typed) };
    if parts.is_empty() {
        spans.push(Span::raw(name));
        return;
    }
    let mut at = 0;
    for part in parts {
        spans.push(Span::raw(name[at..part.start].to_owned()));
        spans.push(Span::styled(name[part.clone()].to_owned(), look.found));
        at = part.end;
    }
    spans.push(Span::raw(name[at..].to_owned()));
}

fn add(line: &mut String, text: &str, width: u16, look: &Look) {
    if width > 0 {
        cell(line, text, usize::from(width), false, look.ellipsis());
        line.push_str("  ");
    }
}

fn ends_soon(person: &Person, today: NaiveDate) -> bool {
    person.status == Status::Active
        && person.term_to.is_some_and(|end| {
            end >= today
                && today.checked_add_days(Days::new(u64::from(ENDING_DAYS))).is_some_and(|last| end <= last)
        })
}
