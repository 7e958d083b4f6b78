//! Draws the open synthesis: outline, text, sources; side by side where there is room, one at a time where not.

use std::cell::RefMut;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::roster::model::short_unit;
use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::screen::moment::WIDE;
use crate::screen::wrap;
use crate::summary::checks::Check;
use crate::summary::gather::{MaterialIssue, MaterialItem};
use crate::summary::labels::{gist, how, said_first, state as stand_label};
use crate::summary::model::{Marked, Source, State};
use crate::summary::tab::{ChecksTold, Composer, Pane, SourceRow, count};
use crate::words::{Language, Words};

/// From fewer cells on what a source says takes two lines.
const NARROW: u16 = 50;

/// Draws the composer; `focused` when no window stands over it.
pub fn draw(frame: &mut Frame, area: Rect, open: &Composer, look: &Look, words: &Words, focused: bool) {
    let told = checks_told(open, look, words);
    let room = usize::from(area.width).saturating_sub(2);
    // One line on a small screen; more where the outline leaves room.
    let most = 1 + usize::from(area.height.saturating_sub(16) / 6).min(3);
    let lines = wrap::lines(&told.text, room, 9).len().clamp(1, most) as u16;
    let [body, rule, checks] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(1), Constraint::Length(lines)]).areas(area);
    if area.width >= WIDE {
        wide(frame, body, rule, open, look, words, focused);
    } else {
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        match open.pane {
            Pane::Outline => outline(frame, body, open, look, words),
            Pane::Editor => editor(frame, body, open, look, words, focused),
            Pane::Sources => sources(frame, body, open, look, words),
        }
    }
    let style = if open.checks.is_empty() { look.good } else { look.warning };
    draw_checks(frame, checks, &told, style, look);
}

fn wide(
    frame: &mut Frame,
    body: Rect,
    rule: Rect,
    open: &Composer,
    look: &Look,
    words: &Words,
    focused: bool,
) {
    // Most is for the text, which is read and written; always the same, so that it keeps its lines.
    let left = (body.width * 28 / 100).clamp(33, 44);
    let right = (body.width * 3 / 10).clamp(33, 60);
    let [one, first, two, second, three] = Layout::horizontal([
        Constraint::Length(left),
        Constraint::Length(1),
        Constraint::Min(20),
        Constraint::Length(1),
        Constraint::Length(right),
    ])
    .areas(body);
    outline(frame, one, open, look, words);
    editor(frame, two, open, look, words, focused);
    sources(frame, three, open, look, words);
    let mut line = look.horizontal().repeat(usize::from(rule.width));
    if !look.ascii {
        line = (0..rule.width)
            .map(|x| if x + rule.x == first.x || x + rule.x == second.x { '┴' } else { '─' })
            .collect();
    }
    frame.render_widget(Line::styled(line, look.rule), rule);
    for column in [first, second] {
        for y in column.y..column.bottom() {
            frame.buffer_mut().set_string(column.x, y, look.vertical(), look.rule);
        }
    }
}

/// Beside what is well. The tick of plain consoles is an “x”, which says the contrary outside a box.
fn good_sign(look: &Look) -> &'static str {
    if look.ascii { "+" } else { look.tick() }
}

/// A heading over a column; bold where the keys are.
fn heading(frame: &mut Frame, area: Rect, text: &str, here: bool, look: &Look) -> Rect {
    let [head, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let style = if here { look.strong } else { look.dim };
    let text = cut(text, usize::from(head.width).saturating_sub(1), look.ellipsis());
    frame.render_widget(Line::styled(format!(" {text}"), style), head);
    rest
}

fn outline(frame: &mut Frame, area: Rect, open: &Composer, look: &Look, words: &Words) {
    let here = open.pane == Pane::Outline;
    let title = &open.synthesis.title;
    // Where the whole title has no room, its period tells this synthesis from the next.
    let stand = match open.synthesis.state() {
        State::Drafting => String::new(),
        _ => format!(" {} {}", look.dot(), stand_label(words, &open.synthesis.state)),
    };
    let room = usize::from(area.width).saturating_sub(stand.width());
    let title = if title.width() < room { title } else { &open.period };
    let area = heading(frame, area, &format!("{title}{stand}"), here, look);
    let height = usize::from(area.height).max(1);
    let top = (open.section + 1).saturating_sub(height);
    let width = usize::from(area.width);
    for at in (top..open.synthesis.sections.len()).take(height) {
        let line = outline_line(open, at, width, look, words);
        let place = Rect { y: area.y + (at - top) as u16, height: 1, ..area };
        frame.render_widget(line, place);
    }
}

fn outline_line(open: &Composer, at: usize, width: usize, look: &Look, words: &Words) -> Line<'static> {
    let (Some(section), Some((level, number))) = (open.synthesis.sections.get(at), open.numbers.get(at))
    else {
        return Line::default();
    };
    let cited = open.counts.get(at).copied().unwrap_or(0);
    let unsaved = open.is_unsaved(at);
    let needed = matches!(section.source, Source::Forecast | Source::Recommendation);
    let parent = open.synthesis.sections.iter().any(|other| other.parent == Some(section.id));
    let (sign, style) = match () {
        () if unsaved => ("*", look.warning),
        () if open.changed_in.get(at).is_some_and(|changed| *changed) => (look.changed(), look.warning),
        () if !section.is_empty() => (good_sign(look), look.good),
        () if needed => ("!", look.warning),
        () if parent => ("", look.plain),
        () => (if look.ascii { "-" } else { "–" }, look.dim),
    };
    let mut text = String::with_capacity(width + 8);
    let here = at == open.section;
    // On the reversed row a colour would be a block.
    let style = if here { Style::new() } else { style };
    text.push_str(if here { look.pointer() } else { " " });
    let label = format!("{}{number} {}", "   ".repeat(usize::from(level.saturating_sub(1))), section.heading);
    cell(&mut text, &label, width.saturating_sub(7), false, look.ellipsis());
    let told = if cited > 0 { words.number(count(cited)) } else { String::new() };
    let told = format!(" {told:>3} ");
    let line = Line::from(vec![Span::raw(text), Span::raw(told), Span::styled(sign, style)]);
    let cursor = if open.pane == Pane::Outline { look.cursor } else { look.cursor_elsewhere };
    if here { line.style(cursor) } else { line }
}

fn editor(frame: &mut Frame, area: Rect, open: &Composer, look: &Look, words: &Words, focused: bool) {
    let here = open.pane == Pane::Editor;
    let (number, title) = match (open.numbers.get(open.section), open.here()) {
        (Some((_, number)), Some(section)) => (number.as_str(), section.heading.as_str()),
        _ => ("", ""),
    };
    let unsaved = if open.is_changed() {
        format!(" {} {}", look.dot(), words.summary_not_saved())
    } else {
        String::new()
    };
    let area = heading(frame, area, &format!("{number} {title}{unsaved}"), here, look);
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if open.editor.is_empty() && !here {
        frame.render_widget(
            Line::styled(words.summary_no_text(), look.dim),
            Rect { height: area.height.min(1), ..area },
        );
        return;
    }
    open.editor.draw(frame, area, look, words, here && focused);
    citations(frame, area, open, look, words);
}

/// Every sign that stands for a citation is shown as one.
fn citations(frame: &mut Frame, area: Rect, open: &Composer, look: &Look, words: &Words) {
    let buffer = frame.buffer_mut();
    let mut named: Vec<(Position, String)> = Vec::new();
    for position in area.intersection(buffer.area).positions() {
        let Some(cell) = buffer.cell_mut(position) else {
            continue;
        };
        let mark = cell.symbol().chars().next().filter(|sign| Marked::is_mark(*sign));
        if let Some(name) = mark.and_then(|sign| open.exhibit_named(sign, words)) {
            cell.set_symbol(look.exhibit()).set_style(look.accent);
            named.push((position, name));
            continue;
        }
        match mark {
            Some(sign) if open.is_changed_mark(sign) => {
                cell.set_symbol(look.changed()).set_style(look.warning);
            }
            Some(_) => {
                cell.set_symbol("▸").set_style(look.accent);
            }
            None => {}
        }
    }
    for (position, name) in named {
        let from = position.x + 2;
        let room = usize::from(area.right().saturating_sub(from));
        buffer.set_string(from, position.y, cut(&name, room, look.ellipsis()), look.accent);
    }
}

fn sources(frame: &mut Frame, area: Rect, open: &Composer, look: &Look, words: &Words) {
    let here = open.pane == Pane::Sources;
    let title = words.summary_sources(count(open.sources.len()), count(open.unused));
    let area = heading(frame, area, &title, here, look);
    if open.sources.is_empty() {
        frame.render_widget(
            Line::styled(format!(" {}", words.summary_no_sources()), look.dim),
            Rect { height: area.height.min(1), ..area },
        );
        return;
    }
    // In a narrow column what is said takes two lines of its own.
    let tall = if area.width < NARROW { 3 } else { 2 };
    let height = (usize::from(area.height) / tall).max(1);
    let top = (open.source + 1).saturating_sub(height);
    for (at, row) in open.sources.iter().enumerate().skip(top).take(height) {
        let y = area.y + ((at - top) * tall) as u16;
        let width = usize::from(area.width);
        let lines = source_lines(open, row, at == open.source, [width, tall], look, words);
        let style = match at == open.source {
            true if here => look.cursor,
            true => look.cursor_elsewhere,
            false => Style::new(),
        };
        for (line, y) in lines.into_iter().zip(y..(y + tall as u16).min(area.bottom())) {
            frame.render_widget(line.style(style), Rect { y, height: 1, ..area });
        }
    }
}

/// What is shown of a source.
struct SourceText<'a> {
    item: &'a MaterialItem,
    /// Who sent it, under which number; where there is room, who says it and how.
    from: String,
    /// Said when the text cites it already.
    state: &'a str,
    /// It says something else than when it was cited.
    changed: bool,
    /// What is said, who says it, how many and how.
    said: String,
}

fn source_text<'a>(
    open: &'a Composer,
    row: &SourceRow,
    narrow: bool,
    look: &Look,
    words: &'a Words,
) -> Option<SourceText<'a>> {
    let (item, stream) = open.told(row)?;
    let (number, unit) = open
        .material
        .report(item)
        .map_or_else(Default::default, |report| (report.arrival_number.as_str(), short_unit(&report.unit)));
    let changed = open.is_changed_source(row);
    let state = match () {
        () if changed => words.summary_source_changed(),
        () if open.is_used(row) => words.summary_used(),
        () => "",
    };
    let mut from = format!("{number} {unit}");
    if narrow {
        return Some(SourceText { item, from, state, changed, said: said_first(words, item, stream) });
    }
    // Beside the sender there is room for who says it and how.
    if let Some(stream) = stream {
        from.extend([" ", look.dot(), " ", &how(words, stream)]);
    }
    Some(SourceText { item, from, state, changed, said: gist(item, stream).to_owned() })
}

fn source_lines(
    open: &Composer,
    row: &SourceRow,
    here: bool,
    [width, tall]: [usize; 2],
    look: &Look,
    words: &Words,
) -> Vec<Line<'static>> {
    let narrow = width < usize::from(NARROW);
    let Some(SourceText { item, from, state, changed, said }) = source_text(open, row, narrow, look, words)
    else {
        return Vec::new();
    };
    let grade = item.issue.and_then(|issue| open.material.issues.get(&issue)).map_or(0, MaterialIssue::rank);
    let sign = if changed {
        look.changed()
    } else if grade >= 2 {
        look.hot()
    } else if item.rumour.is_some() {
        "?"
    } else {
        " "
    };
    let mut first = String::with_capacity(width + 8);
    first.push_str(if here { look.pointer() } else { " " });
    let room = width.saturating_sub(4 + state.width());
    cell(&mut first, &format!("{sign} {from}"), room, false, look.ellipsis());
    let end = format!(" {state} ");
    let said = said_lines(&said, width.saturating_sub(4), tall - 1, look);
    // On the reversed row dim letters could hardly be read.
    if here {
        return std::iter::once(format!("{first}{end}")).chain(said).map(Line::from).collect();
    }
    let used = if state.is_empty() { look.plain } else { look.dim };
    let first = Line::from(vec![
        Span::styled(first, used),
        Span::styled(end, if changed { look.warning } else { look.good }),
    ]);
    std::iter::once(first).chain(said.into_iter().map(Line::from)).collect()
}

/// What is said on so many lines; the last one is cut where there is more.
fn said_lines(said: &str, room: usize, lines: usize, look: &Look) -> Vec<String> {
    let mut rest = said;
    let mut out = Vec::with_capacity(lines);
    for at in 1..=lines {
        let mut line = String::from("   ");
        let part =
            if at == lines { rest } else { wrap::lines(rest, room, 1).first().copied().unwrap_or_default() };
        cell(&mut line, part, room, false, look.ellipsis());
        out.push(line);
        rest = rest.get(part.len()..).unwrap_or_default().trim_start();
    }
    out
}

/// All findings in one text, as much as could ever be shown; written out when they, the language or the signs change.
fn checks_told<'a>(open: &'a Composer, look: &Look, words: &Words) -> RefMut<'a, ChecksTold> {
    let how = (words.language(), look.ascii);
    RefMut::map(open.told.borrow_mut(), |told| {
        if told.as_ref().is_some_and(|told| told.how != how) {
            *told = None;
        }
        told.get_or_insert_with(|| checks_text(open, how, look, words))
    })
}

fn checks_text(open: &Composer, how: (Language, bool), look: &Look, words: &Words) -> ChecksTold {
    if open.checks.is_empty() {
        let text = format!("{} {}", good_sign(look), words.summary_nothing_lacking());
        return ChecksTold { how, text, lead: usize::MAX };
    }
    let things = open.checks.iter().map(Check::count).sum();
    let mut text = words.summary_checks_count(count(things));
    let lead = text.width();
    for (place, check) in open.checks.iter().enumerate() {
        text.push(' ');
        if place > 0 {
            text.push_str(look.dot());
            text.push(' ');
        }
        if matches!(check, Check::HotSpotNotMentioned(..)) {
            text.push_str(look.hot());
            text.push(' ');
        }
        text.push_str(&check.message(words));
        if text.len() > 2000 {
            break;
        }
    }
    ChecksTold { how, text, lead }
}

/// The findings on as many lines as they have; the last is cut where more would follow.
fn draw_checks(frame: &mut Frame, area: Rect, told: &ChecksTold, style: Style, look: &Look) {
    let room = usize::from(area.width).saturating_sub(2);
    let most = usize::from(area.height);
    let lines = wrap::lines(&told.text, room, most + 1);
    for (at, line) in lines.iter().take(most).enumerate() {
        let last = at + 1 == most && lines.len() > most;
        let text = if last {
            // Whole words and a sign that there is more.
            format!("{}{}", cut(line, room.saturating_sub(1), ""), look.ellipsis())
        } else {
            (*line).to_owned()
        };
        let split =
            if at == 0 { text.char_indices().nth(told.lead).map_or(text.len(), |(at, _)| at) } else { 0 };
        let (head, rest) = text.split_at(split);
        let line = Line::from(vec![
            Span::raw(" "),
            Span::styled(head.to_owned(), style),
            Span::raw(rest.to_owned()),
        ]);
        frame.render_widget(line, Rect { y: area.y + at as u16, height: 1, ..area });
    }
}
