//! Who changed a record: the lines, and the whole of the one under the cursor.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::{draw_empty, draw_rule, draw_title, row_style, split, with_detail};
use crate::copies::labels;
use crate::copies::model::{Deed, Entry};
use crate::copies::tab::{History, detail_rows};
use crate::screen::Look;
use crate::screen::columns::{Column, cell, fit};
use crate::screen::wrap;
use crate::text::{cut_name, width};
use crate::words::Words;

/// When, who, the action, what.
const COLUMNS: &[Column] =
    &[Column::new(16, 16, 0), Column::new(14, 20, 0), Column::new(24, 26, 1), Column::new(34, 400, 0)];

pub(super) fn draw(
    frame: &mut Frame,
    area: Rect,
    page: &History,
    today: NaiveDate,
    look: &Look,
    words: &Words,
) {
    let [title, head, body] = split(area);
    let of = page.head.as_ref().map_or_else(String::new, |head| {
        words.copies_row(head.name.as_str(), labels::table(words, head.table))
    });
    let count = words.copies_changes(page.list.len() as i64);
    draw_title(frame, title, words.copies_history(), &of, &count, look);
    if page.list.is_empty() {
        draw_empty(frame, body, words.file_history_nothing(), look);
        return;
    }
    let [list, rule, detail] = with_detail(body, detail_rows(area.height));
    let mut widths = fit(COLUMNS, area.width.saturating_sub(2));
    // This year's moments need no year.
    let whole = page.list.rows().any(|entry| labels::when(words, &entry.author, today).len() > 11);
    if !whole {
        widths[3] += widths[0] - 11;
        widths[0] = 11;
    }
    let headings = [
        words.copies_column_when(),
        words.copies_column_who(),
        words.copies_column_action(),
        words.copies_column_what(),
    ];
    let mut line = String::from("  ");
    for (heading, width) in headings.into_iter().zip(&widths) {
        add(&mut line, heading, *width, look);
    }
    frame.render_widget(Line::styled(line, look.dim), head);
    let mut lines = Vec::new();
    let mut before: Option<&Entry> = None;
    for seen in page.list.visible() {
        // Lines of one action say only once when and by whom.
        let again = before.is_some_and(|before| before.same_action(seen.row));
        before = Some(seen.row);
        lines.push(row(seen.row, again && !seen.cursor, seen.cursor, &widths, today, look, words));
    }
    frame.render_widget(Text::from(lines), list);
    let mut position =
        format!("{} / {}", words.number(page.list.position() as i64), words.number(page.list.len() as i64));
    if page.head.as_ref().is_some_and(|head| head.more) {
        position.push('+');
    }
    draw_rule(frame, rule, &position, look);
    if let Some(entry) = page.list.current() {
        draw_detail(frame, detail, entry, page.scroll, look, words);
    }
}

fn add(line: &mut String, text: &str, width: u16, look: &Look) {
    if width > 0 {
        cell(line, text, usize::from(width), false, look.ellipsis());
        line.push_str("  ");
    }
}

fn row(
    entry: &Entry,
    again: bool,
    cursor: bool,
    widths: &[u16],
    today: NaiveDate,
    look: &Look,
    words: &Words,
) -> Line<'static> {
    let style = row_style(cursor, look);
    let mut line = String::from(if cursor { look.pointer() } else { " " });
    line.push(' ');
    let (when, who, action) = if again {
        (String::new(), String::new(), "")
    } else {
        let who = cut_name(labels::person(words, &entry.author), usize::from(widths[1])).into_owned();
        (labels::when(words, &entry.author, today), who, labels::action(words, &entry.action))
    };
    add(&mut line, &when, widths[0], look);
    add(&mut line, &who, widths[1], look);
    add(&mut line, action, widths[2], look);
    let first = Span::styled(line, style);
    let mut what = String::new();
    add(&mut what, &labels::deed(words, entry), widths[3], look);
    Line::from(vec![first, Span::styled(what, style)])
}

/// Everything about one line, long values wrapped.
fn draw_detail(frame: &mut Frame, area: Rect, entry: &Entry, scroll: u16, look: &Look, words: &Words) {
    let room = usize::from(area.width.saturating_sub(2));
    let mut lines = Vec::new();
    let at = entry.author.at.map_or_else(String::new, |at| words.moment(at));
    let parts = [labels::action(words, &entry.action), &labels::author(words, &entry.author), &at]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(&format!(" {} ", look.dot()));
    wrapped(&mut lines, "", &parts, 0, room, look.strong);
    if let Deed::Changed { column, old, new } = &entry.deed {
        if *column == "deleted" {
            wrapped(&mut lines, "", &labels::deed(words, entry), 0, room, look.plain);
        } else {
            let mut name = labels::column(words, entry.table, column).to_owned();
            if !entry.name.is_empty() {
                name = words.copies_of_row(entry.name.as_str(), labels::table(words, entry.table), name);
            }
            wrapped(&mut lines, "", &name, 0, room, look.plain);
            let (before, after) = (words.copies_before(), words.copies_after());
            let indent = width(before).max(width(after)) + 4;
            let value = |datum| labels::value(words, entry.table, column, datum);
            wrapped(&mut lines, before, &value(old), indent, room, look.dim);
            wrapped(&mut lines, after, &value(new), indent, room, look.plain);
        }
    } else {
        wrapped(&mut lines, "", &labels::deed(words, entry), 0, room, look.plain);
    }
    // The last page stays full.
    let top = usize::from(scroll).min(lines.len().saturating_sub(usize::from(area.height)));
    let lines: Vec<Line> = lines.into_iter().skip(top).take(usize::from(area.height)).collect();
    frame.render_widget(Text::from(lines), area);
}

/// Lines of a text; a heading stands before the first of them, `indent` cells wide.
fn wrapped(
    lines: &mut Vec<Line<'static>>,
    heading: &str,
    text: &str,
    indent: usize,
    room: usize,
    style: Style,
) {
    const MOST: usize = 400;
    for (at, part) in wrap::lines(text, room.saturating_sub(indent), MOST).into_iter().enumerate() {
        let mut before = String::from(" ");
        if indent > 0 {
            let heading = if at == 0 { format!("  {heading}") } else { String::new() };
            before.push_str(&heading);
            before.extend(std::iter::repeat_n(' ', indent.saturating_sub(width(&heading))));
        }
        lines.push(Line::from(vec![Span::raw(before), Span::styled(part.to_owned(), style)]));
    }
}
