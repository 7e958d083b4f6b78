//! A page as rows of a screen. Lines break as on paper where they fit; on a narrower screen a paragraph flows anew within its
//! page, so that the pages stay what they are.

use unicode_width::UnicodeWidthStr;

use super::{Cell, Page, PageLine, Printed};
use crate::exchange::paper::Align;
use crate::text::printed::{Row, Sheet, Span};

/// Points of empty paper a row of the screen stands for.
const ROW: f32 = 18.0;

/// Pages as rows of a screen of so many columns.
pub fn sheets(pages: &[Page], width: usize) -> Vec<Sheet> {
    let sheet = |page: &Page| Sheet { number: page.number, mark: page.mark.clone(), rows: rows(page, width) };
    pages.iter().map(sheet).collect()
}

/// The rows of a page on so many columns.
pub fn rows(page: &Page, width: usize) -> Vec<Row> {
    let mut out = Vec::with_capacity(60);
    let mut lines = page.lines.iter().peekable();
    let mut table = false;
    while let Some(line) = lines.next() {
        let ruled = matches!(line, PageLine::Cells { ruled: true, .. });
        if table && !ruled {
            out.push(Row::plain("─".repeat(width)));
        }
        table = ruled;
        match line {
            PageLine::Space(points) => {
                for _ in 0..(points / ROW).round() as usize {
                    out.push(Row::default());
                }
            }
            PageLine::Cells { cells, ruled } => {
                if *ruled {
                    out.push(Row::plain("─".repeat(width)));
                }
                out.extend(beside(cells, width, *ruled));
            }
            PageLine::Text(first) => {
                let mut paragraph = vec![first];
                while paragraph.last().is_some_and(|line| line.runs_on) {
                    match lines.peek() {
                        Some(PageLine::Text(next)) => paragraph.push(next),
                        _ => break,
                    }
                    lines.next();
                }
                out.extend(flowing(&paragraph, width));
            }
        }
    }
    if table {
        out.push(Row::plain("─".repeat(width)));
    }
    out
}

fn push(row: &mut Row, text: String, look: &Printed) {
    if !text.is_empty() {
        let Printed { bold, italic, underline, .. } = *look;
        row.spans.push(Span { text, bold, italic, underline });
    }
}

/// Columns a line is set in: one for two millimetres, as letters are about that wide.
fn set_in(line: &Printed, width: usize) -> usize {
    ((line.indent / 2.0).round() as usize).min(width / 2)
}

/// The lines of a paragraph as they are, or anew when one does not fit.
fn flowing(lines: &[&Printed], width: usize) -> Vec<Row> {
    let fits = |line: &&Printed| set_in(line, width) + line.text.width() <= width;
    if lines.iter().all(fits) {
        return lines.iter().map(|line| placed(line, &line.text, set_in(line, width), width)).collect();
    }
    let Some(first) = lines.first() else { return Vec::new() };
    let indent = set_in(first, width);
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let parts = wrap(&text, width, indent);
    let rows = parts.iter().enumerate();
    rows.map(|(at, part)| placed(first, part, if at == 0 { indent } else { 0 }, width)).collect()
}

fn placed(look: &Printed, text: &str, indent: usize, width: usize) -> Row {
    let free = width.saturating_sub(text.width());
    let before = match look.align {
        Align::Left => indent,
        Align::Centre => free / 2,
        Align::Right => free,
    };
    let mut row = Row::default();
    push(&mut row, " ".repeat(before), &Printed::default());
    push(&mut row, text.to_owned(), look);
    row
}

/// Cells beside each other, as many rows as the highest needs.
fn beside(cells: &[Cell], width: usize, ruled: bool) -> Vec<Row> {
    let room = if ruled { width.saturating_sub(cells.len() + 1) } else { width };
    let mut at = 0.0;
    let mut begin = 0;
    let mut columns: Vec<(usize, Vec<(String, &Printed)>)> = Vec::with_capacity(cells.len());
    for cell in cells {
        at += cell.share;
        let end = ((at * room as f32).round() as usize).min(room);
        let cells = end.saturating_sub(begin);
        begin = end;
        columns.push((cells, within(&cell.lines, cells)));
    }
    let high = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let edge = if ruled { "│" } else { "" };
    let row = |at: usize| {
        let mut row = Row::default();
        for (cells, lines) in &columns {
            push(&mut row, edge.to_owned(), &Printed::default());
            let Some((text, look)) = lines.get(at) else {
                push(&mut row, " ".repeat(*cells), &Printed::default());
                continue;
            };
            let free = cells.saturating_sub(text.width());
            let before = match look.align {
                Align::Left => 0,
                Align::Centre => free / 2,
                Align::Right => free,
            };
            push(&mut row, " ".repeat(before), &Printed::default());
            push(&mut row, text.clone(), look);
            push(&mut row, " ".repeat(free - before), &Printed::default());
        }
        push(&mut row, edge.to_owned(), &Printed::default());
        row
    };
    (0..high).map(row).collect()
}

/// Lines of a cell in so many columns, each paragraph flowing anew where one of its lines is too long.
fn within(lines: &[Printed], width: usize) -> Vec<(String, &Printed)> {
    let mut out = Vec::new();
    for paragraph in lines.split_inclusive(|line| !line.runs_on) {
        let Some(look) = paragraph.first() else { continue };
        if paragraph.iter().all(|line| line.text.width() <= width) {
            out.extend(paragraph.iter().map(|line| (line.text.clone(), line)));
            continue;
        }
        let text = paragraph.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        out.extend(wrap(&text, width, 0).into_iter().map(|part| (part, look)));
    }
    out
}

/// Lines of at most `width` cells, the first `indent` shorter; a word longer than that is cut on.
fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = indent;
    for word in text.split(' ') {
        let wide = word.width();
        let gap = usize::from(lines.last().is_some_and(|line| !line.is_empty()));
        if used + gap + wide > width && gap > 0 {
            lines.push(String::new());
            used = 0;
        } else if gap > 0 {
            lines.last_mut().into_iter().for_each(|line| line.push(' '));
            used += 1;
        }
        for sign in word.chars() {
            let wide = UnicodeWidthStr::width(sign.encode_utf8(&mut [0; 4]) as &str);
            if used + wide > width {
                lines.push(String::new());
                used = 0;
            }
            lines.last_mut().into_iter().for_each(|line| line.push(sign));
            used += wide;
        }
    }
    lines
}
