//! Charts of what the queue shows: bars with their numbers, in neutral colours.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

use super::{below, rule, split};
use crate::inbox::charts::{Charts, LEAST, Month, cells, parts};
use crate::inbox::labels;
use crate::inbox::model::Tendency;
use crate::inbox::tab::charts::{Chart, Refused, State};
use crate::roster::model::short_unit;
use crate::screen::columns::{cell, cut};
use crate::screen::{Look, bars, wrap};
use crate::text::width;
use crate::words::Words;

/// Cells of a number in the table of tendencies.
const SMALL: usize = 6;
/// Cells of a month.
const MONTH: usize = 8;

/// Draws the page.
pub fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [head, rest] = split(area, 2);
    draw_head(frame, head, state, look, words);
    let rest = below(rest, 1);
    if let Some(refused) = state.refused {
        let said = match refused {
            Refused::Person => words.charts_of_person(),
            Refused::Search => words.charts_of_search(),
        };
        return draw_said(frame, rest, said, look);
    }
    let Some(charts) = &state.charts else {
        return draw_said(frame, rest, words.charts_reading(), look);
    };
    if charts.too_few() {
        return draw_said(frame, rest, &words.charts_too_few(LEAST, charts.reports), look);
    }
    let [body, foot] = split(rest, rest.height.saturating_sub(2));
    let [line, said] = split(foot, 1);
    let lines = match state.chart {
        Chart::Weeks => weeks(charts, state, body, look, words),
        Chart::Topics => {
            shares(charts.topics.iter().map(|one| (one.name.clone(), one.count)), state, body, look, words)
        }
        Chart::Units => shares(
            charts.units.iter().map(|one| (short_unit(&one.name).into_owned(), one.count)),
            state,
            body,
            look,
            words,
        ),
        Chart::Tendency => months(charts, state, body, look, words),
    };
    if lines.is_empty() {
        let said = match state.chart {
            Chart::Units => words.charts_all_few(LEAST),
            _ => words.charts_none().to_owned(),
        };
        draw_said(frame, body, &said, look);
    }
    frame.render_widget(Text::from(lines), body);
    let rows = state.rows();
    let last = (state.top + state.seen()).min(rows);
    frame.render_widget(rule(line.width, &words.inbox_lines(last as u64, rows as u64), look), line);
    let told = told(charts, state.chart, words);
    let told = cut(&told, usize::from(said.width).saturating_sub(2), look.ellipsis()).into_owned();
    frame.render_widget(Line::styled(format!(" {told}"), look.dim), said);
}

/// The title with the filter, and the names of the charts, the one in sight in brackets.
fn draw_head(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
    let [first, second] = split(area, 1);
    let about = if state.filter.is_empty() { words.charts_all() } else { state.filter.as_str() };
    let room = usize::from(first.width).saturating_sub(width(words.charts_title()) + 4);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(words.charts_title().to_owned(), look.strong),
        Span::raw("  "),
        Span::styled(cut(about, room, look.ellipsis()).into_owned(), look.dim),
    ]);
    frame.render_widget(line, first);
    let names = Chart::ALL.map(|chart| {
        let name = chart.name(words);
        if chart == state.chart {
            Span::styled(format!("[{name}] "), look.accent)
        } else {
            Span::styled(format!(" {name}  "), look.dim)
        }
    });
    let names: Vec<Span> = std::iter::once(Span::raw(" ")).chain(names).collect();
    frame.render_widget(Line::from(names), second);
}

/// What the chart in sight counts, and what it leaves out.
fn told(charts: &Charts, chart: Chart, words: &Words) -> String {
    let number = |count: u64| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    match chart {
        Chart::Weeks => words.charts_told_weeks(number(charts.reports)),
        Chart::Topics => words.charts_told_topics(number(charts.reports)),
        Chart::Tendency => words.charts_told_tendency(LEAST),
        Chart::Units => {
            let mut said = vec![words.charts_told_units(number(charts.reports))];
            if charts.few.0 > 0 {
                said.push(words.charts_few_units(LEAST, number(charts.few.1), number(charts.few.0)));
            }
            if charts.nowhere > 0 {
                said.push(words.charts_nowhere(number(charts.nowhere)));
            }
            said.join(" ")
        }
    }
}

fn weeks(charts: &Charts, state: &State, area: Rect, look: &Look, words: &Words) -> Vec<Line<'static>> {
    use chrono::Days;
    let rows = charts.weeks.iter().map(|(monday, count)| {
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(*monday);
        (format!("{}–{}", monday.format("%d/%m"), words.day(sunday)), *count)
    });
    shares(rows, state, area, look, words)
}

/// A line for each: name, number, bar.
fn shares(
    rows: impl Iterator<Item = (String, u64)>,
    state: &State,
    area: Rect,
    look: &Look,
    words: &Words,
) -> Vec<Line<'static>> {
    let rows: Vec<(String, u64)> = rows.collect();
    bars::lines(&rows, state.top, area, look, words)
}

/// What the parts of a bar are filled with, in the order of the tendencies: told apart without colour.
fn fill(at: usize, look: &Look) -> &'static str {
    const BLOCKS: [&str; 5] = ["·", "█", "▓", "▒", "░"];
    const PLAIN: [&str; 5] = [".", "#", "=", "+", "-"];
    let fills = if look.ascii { PLAIN } else { BLOCKS };
    fills.get(at).copied().unwrap_or(" ")
}

/// The order tendencies are told in: what is not clear last.
const ORDER: [usize; 5] = [1, 2, 3, 4, 0];

/// Headings, and a line for each month: its numbers, and one bar with a part for each tendency.
fn months(charts: &Charts, state: &State, area: Rect, look: &Look, words: &Words) -> Vec<Line<'static>> {
    let bar_room = usize::from(area.width).saturating_sub(MONTH + SMALL * 5 + 4);
    let most = charts.months.iter().map(|month| month.streams.iter().sum::<u64>()).max().unwrap_or_default();
    let mut legend = vec![Span::raw(" ")];
    for at in ORDER {
        let name = Tendency::ALL.get(at).map_or("", |found| labels::tendency(words, *found));
        legend.push(Span::raw(format!("{} ", fill(at, look))));
        legend.push(Span::styled(format!("{name}  "), look.dim));
    }
    let mut heads = String::from(" ");
    cell(&mut heads, words.charts_month(), MONTH, false, look.ellipsis());
    for at in ORDER {
        cell(&mut heads, fill(at, look), SMALL, true, "");
    }
    let mut lines = vec![Line::from(legend), Line::styled(heads, look.dim)];
    let seen = charts.months.iter().skip(state.top).take(state.seen());
    lines.extend(seen.map(|month| month_line(month, most, bar_room, look, words)));
    lines
}

fn month_line(month: &Month, most: u64, bar_room: usize, look: &Look, words: &Words) -> Line<'static> {
    let mut text = String::from(" ");
    cell(&mut text, &month.first.format("%m/%Y").to_string(), MONTH, false, "");
    if month.reports < LEAST {
        let said = words.charts_few_month(LEAST);
        return Line::from(vec![Span::raw(text), Span::styled(format!("  {said}"), look.dim)]);
    }
    for at in ORDER {
        let count = i64::try_from(month.streams[at]).unwrap_or(i64::MAX);
        cell(&mut text, &words.number(count), SMALL, true, "");
    }
    let all: u64 = month.streams.iter().sum();
    let cut = parts(ORDER.map(|at| month.streams[at]), cells(all, most, bar_room));
    let bar: String = ORDER.iter().zip(cut).map(|(at, cells)| fill(*at, look).repeat(cells)).collect();
    Line::from(vec![Span::raw(text), Span::raw("  "), Span::styled(bar, Style::new())])
}

fn draw_said(frame: &mut Frame, area: Rect, text: &str, look: &Look) {
    let room = usize::from(area.width.saturating_sub(6));
    let lines: Vec<Line> = wrap::lines(text, room, 6)
        .into_iter()
        .map(|line| Line::styled(line.to_owned(), look.dim).centered())
        .collect();
    frame.render_widget(Text::from(lines), below(area, area.height / 3));
}
