//! What files would make: the list of files, and below it what the one under the cursor holds.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::{rule, split};
use crate::inbox::tab::{Kind, Over, Planned, Rehearsal};
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::screen::{popup, wrap};
use crate::words::Words;

/// Columns of the word that tells what becomes of a file.
const STATE: usize = 9;
/// Most rows a sentence or a line of the file takes.
const MOST: usize = 6;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Rehearsal, look: &Look, words: &Words) {
    let position = words.inbox_lines(open.cursor as u64 + 1, open.rows.len() as u64);
    let title = format!("{} {} {position}", words.inbox_rehearsal_title(), look.dot());
    let inside = popup::window(frame, area, &title, area.width.min(140), area.height, look);
    let [head, rest] = split(inside, 1);
    let room = usize::from(inside.width);
    frame.render_widget(
        Line::styled(
            format!(" {}", cut(&sum(open, words), room.saturating_sub(2), look.ellipsis())),
            look.strong,
        ),
        head,
    );
    let [list, below] = split(rest, open.height as u16);
    let lines: Vec<Line> = open
        .rows
        .iter()
        .enumerate()
        .skip(open.top)
        .take(usize::from(list.height))
        .map(|(at, row)| file(open, row, at == open.cursor, room, look, words))
        .collect();
    frame.render_widget(Text::from(lines), list);
    if let Some(row) = open.current() {
        detail(frame, below, open, row, look, words);
    }
    match &open.over {
        Some(Over::Encoding(picker)) => picker.draw(frame, area, look, words.inbox_nothing_fits()),
        Some(Over::Columns(columns)) => super::log_columns::draw(frame, area, columns, look, words),
        None => {}
    }
}

/// How much would come in, and how many files would not.
fn sum(open: &Rehearsal, words: &Words) -> String {
    let mut makes = [0; 3];
    for row in open.taken() {
        for (sum, count) in makes.iter_mut().zip(row.makes) {
            *sum += count as i64;
        }
    }
    let [reports, items, people] = makes;
    let of_kind = |kind: Kind| open.rows.iter().filter(|row| row.kind == kind).count() as i64;
    let (known, refused) = (of_kind(Kind::Known), of_kind(Kind::Refused));
    let left = open.rows.iter().filter(|row| row.is_new() && open.is_left(row)).count() as i64;
    let mut parts = vec![words.inbox_rehearsal_sum(open.taken().count() as i64, items, reports)];
    let more = [
        (people, words.import_made_people(people)),
        (known, words.inbox_rehearsal_known(known)),
        (refused, words.inbox_rehearsal_refused(refused)),
        (left, words.inbox_rehearsal_left(left)),
    ];
    parts.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said));
    parts.join("; ")
}

fn file(
    open: &Rehearsal,
    row: &Planned,
    here: bool,
    room: usize,
    look: &Look,
    words: &Words,
) -> Line<'static> {
    let left = open.is_left(row);
    let (state, style) = state(row, left, look, words);
    let names = room.saturating_sub(STATE + 4);
    let short = row.short.as_str();
    // Long names leave nearly half to what the files make; short ones what they do not need.
    let longest = open.rows.iter().map(|row| crate::text::width(&row.name)).max().unwrap_or_default();
    let name_width = longest.min(names * 11 / 20);
    let mut told = String::with_capacity(room);
    cell(&mut told, &row.name, name_width, false, look.ellipsis());
    told.push_str("  ");
    cell(&mut told, short, names.saturating_sub(name_width + 2), false, look.ellipsis());
    let mut word = String::from(" ");
    cell(&mut word, state, STATE, false, look.ellipsis());
    word.push(' ');
    let text = if !row.is_new() || left { look.dim } else { look.plain };
    let (style, text) = if here { (look.cursor, look.cursor) } else { (style, text) };
    Line::from(vec![
        Span::styled(if here { look.pointer() } else { " " }, look.accent),
        Span::styled(word, style),
        Span::styled(told, text),
        Span::styled(" ", text),
    ])
}

/// What becomes of a file, in a word.
fn state<'a>(row: &Planned, left: bool, look: &Look, words: &'a Words) -> (&'a str, Style) {
    match row.kind {
        _ if left => (words.inbox_rehearsal_is_left(), look.dim),
        Kind::Refused => (words.inbox_rehearsal_is_refused(), look.warning),
        Kind::Doubled => (words.inbox_rehearsal_is_doubled(), look.warning),
        Kind::LookAt => (words.inbox_rehearsal_look_at(), look.accent),
        Kind::Made => (words.inbox_rehearsal_is_new(), look.plain),
        Kind::Known => (words.inbox_rehearsal_is_known(), look.dim),
    }
}

/// How the file was read, what is said about it, and its first lines.
fn detail(frame: &mut Frame, area: Rect, open: &Rehearsal, row: &Planned, look: &Look, words: &Words) {
    let [line, rest] = split(area, 1);
    let columns = row.logs.first().map(|log| {
        if log.layout.confirmed { words.inbox_columns_known() } else { words.inbox_columns_unconfirmed() }
    });
    let read: Vec<&str> = [Some(row.encoding.as_str()).filter(|name| !name.is_empty()), columns]
        .into_iter()
        .flatten()
        .collect();
    frame.render_widget(rule(line.width, &read.join(&format!(" {} ", look.dot())), look), line);
    let inside = rest.inner(Margin::new(1, 0));
    let room = usize::from(inside.width);
    let said = row.said.iter().flat_map(|said| wrap::lines(said, room, MOST)).map(|text| (text, look.accent));
    let held = row.lines.iter().flat_map(|held| wrap::lines(held, room, MOST)).map(|text| (text, look.plain));
    let mut all: Vec<(&str, Style)> = said.collect();
    if !all.is_empty() && !row.lines.is_empty() {
        all.push(("", look.plain));
    }
    all.extend(held);
    let top = open.scroll.min(all.len().saturating_sub(usize::from(inside.height)));
    let lines: Vec<Line> = all
        .into_iter()
        .skip(top)
        .take(usize::from(inside.height))
        .map(|(text, style)| Line::styled(text.to_owned(), style))
        .collect();
    frame.render_widget(Text::from(lines), inside);
}
