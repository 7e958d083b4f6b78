//! Draws the register of numbers over the whole room.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line as Text;

use crate::screen::Look;
use crate::screen::columns::cell;
use crate::screen::popup::more;
use crate::summary::register::{Book, Entry, Origin, Run};
use crate::summary::tab::{Register, RegisterLine};
use crate::words::Words;

/// Cells of number and day.
const NUMBER: usize = 6;
const DAY: usize = 10;
/// Numbers, or runs of numbers, that are told.
const TOLD: usize = 12;

pub(super) fn draw(frame: &mut Frame, area: Rect, open: &Register, look: &Look, words: &Words) {
    let [head, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    frame.render_widget(Text::styled(format!(" {}", words.summary_register()), look.strong), head);
    if open.lines.is_empty() {
        let told = format!(" {}", words.summary_register_empty());
        frame.render_widget(Text::styled(told, look.dim), Rect { height: 1, ..list });
    }
    let height = usize::from(list.height).max(1);
    let top = (open.cursor + 1).saturating_sub(height);
    let width = usize::from(list.width);
    for (y, (at, line)) in (list.y..list.bottom()).zip(open.lines.iter().enumerate().skip(top).take(height)) {
        let here = at == open.cursor;
        let (text, style) = match line {
            RegisterLine::Book(book) => {
                let Some(book) = open.books.get(*book) else { continue };
                let wrong = !book.doubles.is_empty() || !book.gaps.is_empty();
                (told(book, words), if wrong { look.warning } else { look.strong })
            }
            RegisterLine::Entry(book, entry) => {
                let Some(book) = open.books.get(*book) else { continue };
                let Some(entry) = book.entries.get(*entry) else { continue };
                (row(entry, book, look, words), look.plain)
            }
        };
        let mut line = String::with_capacity(width + 8);
        line.push_str(if here { look.pointer() } else { " " });
        cell(&mut line, &text, width.saturating_sub(2), false, look.ellipsis());
        line.push(' ');
        let style = if here { look.cursor } else { style };
        frame.render_widget(Text::styled(line, style), Rect { y, height: 1, ..list });
    }
    more(frame, list, [top > 0, open.lines.len() > top + height], look);
    if let Some(prompt) = &open.prompt {
        prompt.draw(frame, area, look);
    }
}

fn row(entry: &Entry, book: &Book, look: &Look, words: &Words) -> String {
    let mut text = String::new();
    let twice = book.doubles.contains(&entry.number);
    text.push_str(if twice { look.clash() } else { " " });
    cell(&mut text, &entry.number.to_string(), NUMBER, true, look.ellipsis());
    text.push_str("  ");
    let day = entry.on.map(|day| words.day(day)).unwrap_or_default();
    cell(&mut text, &day, DAY, false, look.ellipsis());
    text.push_str("  ");
    let origin = match entry.origin {
        Origin::Synthesis => words.summary_register_synthesis(),
        Origin::Class => words.summary_register_class(),
        Origin::Other => "",
    };
    text.push_str(&entry.title);
    if !origin.is_empty() {
        text.extend([" (", origin, ")"]);
    }
    text
}

/// A book in one line: what it is, how many, the next number, what is wrong.
pub fn told(book: &Book, words: &Words) -> String {
    let body = if book.body.is_empty() { "-" } else { &book.body };
    let mut parts = vec![
        format!("{}/{body} {}", book.kind, run(book.run, words)),
        words.summary_register_count(book.entries.len() as i64),
        words.summary_register_next(i64::from(book.next())),
    ];
    if !book.doubles.is_empty() {
        parts.push(words.summary_register_doubles(spans(&book.doubles)));
    }
    if !book.gaps.is_empty() {
        parts.push(words.summary_register_gaps(spans(&book.gaps)));
    }
    parts.join(" · ")
}

/// `2026`, `nhiệm kỳ từ 30/06/2025`
fn run(run: Run, words: &Words) -> String {
    match run {
        Run::Year(year) => year.to_string(),
        Run::Term(from) => words.summary_register_term(words.day(from)),
    }
}

/// Numbers in their order, runs of them as `53–64`.
fn spans(numbers: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let told = runs.iter().take(TOLD).map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    let more = if runs.len() > TOLD { ", …" } else { "" };
    format!("{}{more}", told.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_numbers_are_told_as_one() {
        assert_eq!(spans(&[3, 5, 6, 8, 9, 10, 40]), "3, 5, 6, 8–10, 40");
        assert_eq!(spans(&[]), "");
        let many: Vec<u32> = (0..40).map(|number| number * 2).collect();
        assert!(spans(&many).ends_with("22, …"), "{}", spans(&many));
    }
}
