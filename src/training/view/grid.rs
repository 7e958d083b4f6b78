//! Draws a month as a grid of its days, with what is on the day under the cursor and what has no day yet below it.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::screen::Look;
use crate::screen::columns::{cell, cut};
use crate::training::model::Month;
use crate::training::tab::{Grid, State};
use crate::words::Words;

/// Rows above the days: the month, the names of the days.
const HEAD: u16 = 2;
/// Rows of a week: the day and at least two things on it.
const LEAST: u16 = 3;
/// More than so many rows a week are given to what is told below.
const MOST: u16 = 7;
/// Rows below the days when there is room: a rule, the day at length.
const BELOW: u16 = 5;

pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State, grid: &Grid, look: &Look, words: &Words) {
    let weeks = grid.weeks as u16;
    let rows = (area.height.saturating_sub(HEAD + BELOW) / weeks.max(1)).clamp(LEAST, MOST);
    let [head, names, days, below] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(rows * weeks),
        Constraint::Min(0),
    ])
    .areas(area);
    let width = area.width.saturating_sub(1) / 7;
    draw_head(frame, head, grid, look, words);
    for (at, name) in words.training_grid_days().split_whitespace().take(7).enumerate() {
        let x = names.x + 1 + at as u16 * width;
        frame.render_widget(Line::styled(name.to_owned(), look.dim), Rect { x, width, ..names });
    }
    for week in 0..grid.weeks {
        let y = days.y + week as u16 * rows;
        if y + rows > area.bottom() {
            break;
        }
        for at in 0..7 {
            let day = grid.monday + TimeDelta::days((week * 7 + at) as i64);
            let place = Rect { x: days.x + 1 + at as u16 * width, y, width, height: rows };
            draw_day(frame, place, day, state, grid, look);
        }
    }
    draw_below(frame, below, grid, look, words);
}

fn draw_head(frame: &mut Frame, area: Rect, grid: &Grid, look: &Look, words: &Words) {
    let month = grid.month();
    let (before, after) = if look.ascii { (" < ", " >") } else { (" ‹ ", " ›") };
    let line = Line::from(vec![
        Span::styled(before, look.dim),
        Span::styled(words.training_month(i64::from(month.month), month.year.to_string()), look.strong),
        Span::styled(after, look.dim),
    ]);
    frame.render_widget(line, area);
    let label = format!("{} ", words.training_grid_title());
    frame.render_widget(Line::styled(label, look.dim).right_aligned(), area);
}

/// A day: its number, and as much of what is on it as there are rows.
fn draw_day(frame: &mut Frame, area: Rect, day: NaiveDate, state: &State, grid: &Grid, look: &Look) {
    let entries = grid.entries.get(&day).map(Vec::as_slice).unwrap_or_default();
    let here = day == grid.day;
    let room = usize::from(area.width).saturating_sub(1);
    let rows = usize::from(area.height).saturating_sub(1);
    let outside = Month::of(day) != grid.month();
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let number_style = match (here, day == state.today, outside || weekend) {
        (true, ..) => look.cursor,
        (_, true, _) => look.accent,
        (_, _, true) => look.dim,
        _ => look.strong,
    };
    let mut number = format!("{}", day.day());
    if day == state.today {
        // Told by a sign as well, for screens without colours.
        number = format!("[{number}]");
    }
    let hidden = entries.len().saturating_sub(rows);
    let mut line = String::with_capacity(room + 4);
    if hidden > 0 {
        let more = format!("+{hidden}");
        cell(&mut line, &number, room.saturating_sub(more.len()), false, "");
        line.push_str(&more);
    } else {
        cell(&mut line, &number, room, false, "");
    }
    frame.render_widget(Line::styled(line, number_style), Rect { height: 1, ..area });
    for (at, entry) in entries.iter().take(rows).enumerate() {
        let style: Style = match (entry.warn, entry.dim || outside) {
            (true, _) => look.warning,
            (_, true) => look.dim,
            _ => look.plain,
        };
        let warning = if entry.warn { "!" } else { "" };
        let sign = match entry.done {
            Some(true) => format!("{} ", look.tick()),
            Some(false) => format!("{} ", look.dot()),
            None => String::new(),
        };
        let text = narrow(&format!("{warning}{sign}{}", entry.text), room, look);
        let place = Rect { y: area.y + 1 + at as u16, height: 1, ..area };
        frame.render_widget(Line::styled(text, style), place);
    }
}

/// Text cut within a word: a cell is too narrow to lose one.
fn narrow(text: &str, room: usize, look: &Look) -> String {
    if crate::text::width(text) <= room {
        return text.to_owned();
    }
    let mut short = String::with_capacity(room + 4);
    for sign in text.chars() {
        short.push(sign);
        if crate::text::width(&short) + 1 > room {
            short.pop();
            break;
        }
    }
    format!("{}{}", short.trim_end(), look.ellipsis())
}

/// What is on the day under the cursor; in the last rows what has no day.
fn draw_below(frame: &mut Frame, area: Rect, grid: &Grid, look: &Look, words: &Words) {
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width).saturating_sub(2);
    // A class without a day has a row of its own as long as the day leaves some.
    let undated = grid
        .vague
        .len()
        .min(usize::from(area.height / 2))
        .max(usize::from(!grid.vague.is_empty() && area.height > 1)) as u16;
    let [day, vague] = Layout::vertical([Constraint::Min(0), Constraint::Length(undated)]).areas(area);
    let name =
        words.training_grid_days().split_whitespace().nth(weekday(grid.day)).unwrap_or_default().to_owned();
    let date = format!("{name} {}", words.day(grid.day));
    let nothing = vec![(words.training_grid_free().to_owned(), false)];
    let told = if grid.told.is_empty() { &nothing } else { &grid.told };
    if day.height > 1 {
        let lines = usize::from(day.height) - 1;
        let hidden = told.len().saturating_sub(lines);
        let more = if hidden > 0 { format!(" +{hidden} ") } else { String::new() };
        let used = crate::text::width(&date) + crate::text::width(&more) + 4;
        let rule = look.horizontal();
        let rest = rule.repeat((room + 1).saturating_sub(used));
        let line = Line::from(vec![
            Span::styled(format!(" {rule} "), look.rule),
            Span::styled(date, look.strong),
            Span::styled(format!(" {rest}{more}"), look.rule),
        ]);
        frame.render_widget(line, Rect { height: 1, ..day });
        for (y, (text, late)) in (day.y + 1..day.bottom()).zip(told) {
            let style = if *late { look.warning } else { look.plain };
            let text = format!("  {}", cut(text, room.saturating_sub(2), look.ellipsis()));
            frame.render_widget(Line::styled(text, style), Rect { y, height: 1, ..day });
        }
    } else if let Some((text, _)) = told.first() {
        let more = if told.len() > 1 { format!(" (+{})", told.len() - 1) } else { String::new() };
        let text = cut(text, room.saturating_sub(date.len() + more.len() + 2), look.ellipsis());
        let line = Line::from(vec![
            Span::styled(format!(" {date} "), look.strong),
            Span::styled(format!("{text}{more}"), look.plain),
        ]);
        frame.render_widget(line, day);
    }
    let several = vague.height as usize;
    for (at, y) in (vague.y..vague.bottom()).enumerate() {
        let hidden = grid.vague.len().saturating_sub(several);
        let more = if at + 1 == several && hidden > 0 { format!(" (+{hidden})") } else { String::new() };
        let text = grid.vague.get(at).map(String::as_str).unwrap_or_default();
        let text = cut(text, room.saturating_sub(4 + more.len()), look.ellipsis());
        let line = Line::styled(format!(" ~ {text}{more}"), look.dim);
        frame.render_widget(line, Rect { y, height: 1, ..vague });
    }
}

fn weekday(day: NaiveDate) -> usize {
    day.weekday().num_days_from_monday() as usize
}
