//! Charts of who the list shows: bars with their numbers, in neutral colours.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

use crate::roster::model::LEAST;
use crate::roster::tab::{Chart, ChartPage};
use crate::screen::columns::cut;
use crate::screen::{Look, bars, wrap};
use crate::words::Words;

/// Draws the page.
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
    let people = words.roster_chart_title(page.charts.people as i64);
    let room = usize::from(title.width).saturating_sub(crate::text::width(&people) + 4);
    let about = cut(about, room, look.ellipsis()).into_owned();
    let line = vec![
        Span::raw(" "),
        Span::styled(people, look.strong),
        Span::raw("  "),
        Span::styled(about, look.dim),
    ];
    frame.render_widget(Line::from(line), title);
    let name = |chart: Chart| match chart {
        Chart::Units => words.charts_units(),
        Chart::Endings => words.roster_chart_endings(),
        Chart::Ages => words.roster_chart_ages(),
    };
    let charts = Chart::ALL.map(|chart| {
        if chart == page.chart {
            Span::styled(format!("[{}] ", name(chart)), look.accent)
        } else {
            Span::styled(format!(" {}  ", name(chart)), look.dim)
        }
    });
    let bar: Vec<Span> = std::iter::once(Span::raw(" ")).chain(charts).collect();
    frame.render_widget(Line::from(bar), names);
    if page.rows.is_empty() {
        let why = if page.chart == Chart::Ages {
            words.roster_chart_few(LEAST as i64)
        } else {
            words.charts_none().to_owned()
        };
        let lines = wrap::lines(&why, usize::from(body.width).saturating_sub(2), 3);
        let lines = lines.into_iter().map(|line| Line::raw(format!(" {line}")));
        frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    } else {
        frame.render_widget(Text::from(bars::lines(&page.rows, page.top, body, look, words)), body);
    }
    frame.render_widget(Line::styled(look.horizontal().repeat(usize::from(rule.width)), look.rule), rule);
    let told = format!(
        " {}  {}",
        words.inbox_lines(page.seen() as i64, page.rows.len() as i64),
        words.roster_chart_told()
    );
    let told = cut(&told, usize::from(said.width).saturating_sub(1), look.ellipsis()).into_owned();
    frame.render_widget(Line::styled(told, look.dim), said);
}
