//! Charts of the classes the list shows: bars with their numbers, in neutral colours.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

use crate::screen::columns::cut;
use crate::screen::{Look, bars};
use crate::training::tab::{Chart, ChartPage};
use crate::words::Words;

/// Draws the page; `about` tells what the list is narrowed to.
pub(super) fn draw(frame: &mut Frame, area: Rect, page: &ChartPage, about: &str, look: &Look, words: &Words) {
    let [title, names, _, body, rule, said] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let classes = words.training_search_count(page.charts.classes as i64);
    let room = usize::from(title.width).saturating_sub(crate::text::width(&classes) + 4);
    let about = cut(about, room, look.ellipsis()).into_owned();
    let line = vec![
        Span::raw(" "),
        Span::styled(classes, look.strong),
        Span::raw("  "),
        Span::styled(about, look.dim),
    ];
    frame.render_widget(Line::from(line), title);
    let charts = Chart::ALL.map(|chart| {
        let (name, _) = named(chart, words);
        if chart == page.chart {
            Span::styled(format!("[{name}] "), look.accent)
        } else {
            Span::styled(format!(" {name}  "), look.dim)
        }
    });
    let bar: Vec<Span> = std::iter::once(Span::raw(" ")).chain(charts).collect();
    frame.render_widget(Line::from(bar), names);
    if page.rows.is_empty() {
        frame.render_widget(Line::raw(format!(" {}", words.charts_none())), body);
    } else {
        frame.render_widget(Text::from(bars::lines(&page.rows, page.top, body, look, words)), body);
    }
    frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
    let seen = words.inbox_lines(page.seen() as i64, page.rows.len() as i64);
    let told = format!(" {seen}  {}", named(page.chart, words).1);
    let told = cut(&told, usize::from(said.width).saturating_sub(1), look.ellipsis()).into_owned();
    frame.render_widget(Line::styled(told, look.dim), said);
}

/// Name of a chart, and what it counts.
fn named(chart: Chart, words: &Words) -> (&str, &str) {
    match chart {
        Chart::Quarters => (words.training_chart_quarters(), words.training_chart_told_quarters()),
        Chart::Kinds => (words.training_chart_kinds(), words.training_chart_told_kinds()),
        Chart::Units => (words.training_chart_units(), words.training_chart_told_units()),
    }
}
