//! A page of charts: bars with their numbers, one chart at a time, turned with the arrows. The room counts and names; the page
//! knows neither people nor classes.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

use super::columns::cut;
use super::popup::Outcome;
use super::{Action, Look, Moment, bars, wrap};
use crate::words::Words;

/// A chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// Its name.
    pub name: String,
    /// Its bars: what, and how many.
    pub rows: Vec<(String, u64)>,
    /// What it counts.
    pub told: String,
    /// Why there are no bars.
    pub none: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ChartPage {
    title: String,
    charts: Vec<Chart>,
    at: usize,
    top: usize,
    height: usize,
}

/// Rows of the page that are no rows of a chart.
const AROUND: u16 = 5;

impl ChartPage {
    /// A page of these charts, the first in sight; `title` tells what was counted.
    pub fn new(title: String, charts: Vec<Chart>, moment: &Moment) -> Self {
        let height = usize::from(moment.height.saturating_sub(AROUND)).max(1);
        Self { title, charts, at: 0, top: 0, height }
    }

    fn rows(&self) -> &[(String, u64)] {
        self.charts.get(self.at).map(|chart| chart.rows.as_slice()).unwrap_or_default()
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action, moment: &Moment) -> Outcome<()> {
        self.height = usize::from(moment.height.saturating_sub(AROUND)).max(1);
        let last = self.rows().len().saturating_sub(self.height);
        let count = self.charts.len().max(1);
        match action {
            Action::Right => (self.at, self.top) = ((self.at + 1) % count, 0),
            Action::Left => (self.at, self.top) = ((self.at + count - 1) % count, 0),
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(last),
            Action::PageUp => self.top = self.top.saturating_sub(self.height),
            Action::PageDown => self.top = (self.top + self.height).min(last),
            Action::Home => self.top = 0,
            Action::End => self.top = last,
            Action::Back => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        }
        Outcome::Open
    }

    /// Draws it; `about` tells what was counted is narrowed to.
    pub fn draw(&self, frame: &mut Frame, area: Rect, about: &str, look: &Look, words: &Words) {
        let [title, names, _, body, rule, said] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Min(1),
            Constraint::Length(1),
            Constraint::Length(1),
        ])
        .areas(area);
        let room = usize::from(title.width).saturating_sub(crate::text::width(&self.title) + 4);
        let head = vec![
            Span::raw(" "),
            Span::styled(self.title.as_str(), look.strong),
            Span::raw("  "),
            Span::styled(cut(about, room, look.ellipsis()), look.dim),
        ];
        frame.render_widget(Line::from(head), title);
        let charts = self.charts.iter().enumerate().map(|(at, chart)| {
            if at == self.at {
                Span::styled(format!("[{}] ", chart.name), look.accent)
            } else {
                Span::styled(format!(" {}  ", chart.name), look.dim)
            }
        });
        let bar: Vec<Span> = std::iter::once(Span::raw(" ")).chain(charts).collect();
        frame.render_widget(Line::from(bar), names);
        let Some(chart) = self.charts.get(self.at) else { return };
        if chart.rows.is_empty() {
            let lines = wrap::lines(&chart.none, usize::from(body.width).saturating_sub(2), 3);
            let lines: Vec<Line> = lines.into_iter().map(|line| Line::raw(format!(" {line}"))).collect();
            frame.render_widget(Text::from(lines), body);
        } else {
            frame.render_widget(Text::from(bars::lines(&chart.rows, self.top, body, look, words)), body);
        }
        let line = look.horizontal().repeat(usize::from(rule.width));
        frame.render_widget(Line::styled(line, look.rule), rule);
        let seen = (self.top + usize::from(body.height)).min(chart.rows.len());
        let told = format!(" {}  {}", words.inbox_lines(seen as i64, chart.rows.len() as i64), chart.told);
        let told = cut(&told, usize::from(said.width).saturating_sub(1), look.ellipsis());
        frame.render_widget(Line::styled(told.into_owned(), look.dim), said);
    }
}
