//! The page of charts of the classes the list shows.

use super::{Effects, State, window::Window};
use crate::roster::labels::unit_or_none;
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment};
use crate::training::labels;
use crate::training::model::{ClassCharts, ClassLine, Trained};
use crate::words::Words;

/// Which chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// People by quarter.
    #[default]
    Quarters,
    /// Classes by kind and state.
    Kinds,
    /// People trained by unit.
    Units,
}

impl Chart {
    /// All of them in their order.
    pub const ALL: [Self; 3] = [Self::Quarters, Self::Kinds, Self::Units];

    fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|chart| *chart == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct ChartPage {
    /// What was counted.
    pub charts: ClassCharts,
    /// The one in sight.
    pub chart: Chart,
    /// Its rows: what, and how many.
    pub rows: Vec<(String, u64)>,
    /// Rows above the first in sight.
    pub top: usize,
    /// Rows that fit.
    height: usize,
}

/// Rows of the page that are no rows of a chart.
const AROUND: u16 = 5;

impl ChartPage {
    fn new(charts: ClassCharts, moment: &Moment) -> Self {
        let mut page = Self { charts, chart: Chart::Quarters, rows: Vec::new(), top: 0, height: 1 };
        page.fill(moment);
        page
    }

    fn fill(&mut self, moment: &Moment) {
        self.height = usize::from(moment.height.saturating_sub(AROUND)).max(1);
        self.rows = rows(&self.charts, self.chart, moment.words);
        self.top = 0;
    }

    /// Takes an action.
    pub(super) fn update(&mut self, action: &Action, moment: &Moment) -> Outcome<()> {
        let last = self.rows.len().saturating_sub(self.height);
        match action {
            Action::Right | Action::Left => {
                let by = if *action == Action::Right { 1 } else { Chart::ALL.len() - 1 };
                self.chart = self.chart.turned(by);
                self.fill(moment);
            }
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

    /// The last row in sight, counted from one.
    pub fn seen(&self) -> usize {
        (self.top + self.height).min(self.rows.len())
    }
}

/// The rows of a chart.
fn rows(charts: &ClassCharts, chart: Chart, words: &Words) -> Vec<(String, u64)> {
    match chart {
        Chart::Quarters => charts
            .quarters
            .iter()
            .map(|((year, quarter), count)| {
                (words.roster_chart_quarter(i64::from(*quarter), year.to_string()), *count)
            })
            .collect(),
        Chart::Kinds => charts
            .kinds
            .iter()
            .map(|((kind, state), count)| {
                (format!("{}, {}", labels::kind(words, *kind), labels::state(words, *state)), *count)
            })
            .collect(),
        Chart::Units => {
            charts.units.iter().map(|(name, count)| (unit_or_none(words, name).to_owned(), *count)).collect()
        }
    }
}

/// Opens the page: of what a filter leaves, else of all months.
pub(super) fn open(state: &mut State, trained: &[Trained], moment: &Moment) -> Effects {
    let charts = if state.typed.is_empty() {
        ClassCharts::of(state.classes.iter().flatten(), trained)
    } else {
        let shown: Vec<&ClassLine> = state.list.rows().filter_map(|line| state.line(*line)).collect();
        ClassCharts::of(shown.into_iter(), trained)
    };
    state.window = Some(Window::Charts(Box::new(ChartPage::new(charts, moment))));
    Effect::none()
}
