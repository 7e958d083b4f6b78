//! The page of charts of who the list shows.

use super::{Effects, State, edit::Window};
use crate::roster::labels;
use crate::roster::model::{AGES, Births, Charts};
use crate::screen::popup::Outcome;
use crate::screen::{Action, Effect, Moment};
use crate::words::Words;

/// Which chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// People by unit.
    #[default]
    Units,
    /// When terms end.
    Endings,
    /// Ages and sexes.
    Ages,
}

impl Chart {
    /// All of them in their order.
    pub const ALL: [Self; 3] = [Self::Units, Self::Endings, Self::Ages];

    fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|chart| *chart == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct ChartPage {
    /// What was counted.
    pub charts: Charts,
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
pub const AROUND: u16 = 5;

impl ChartPage {
    fn new(charts: Charts, moment: &Moment) -> Self {
        let mut page = Self { charts, chart: Chart::Units, rows: Vec::new(), top: 0, height: 1 };
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
fn rows(charts: &Charts, chart: Chart, words: &Words) -> Vec<(String, u64)> {
    match chart {
        Chart::Units => charts
            .units
            .iter()
            .map(|(name, count)| (labels::unit_or_none(words, name).to_owned(), *count))
            .collect(),
        Chart::Endings => {
            charts.endings.iter().map(|(ending, count)| (labels::ending(words, *ending), *count)).collect()
        }
        Chart::Ages => {
            let bands = AGES.iter().copied().map(Some).chain([None]);
            let ages = bands.zip(&charts.ages).map(|(band, count)| (labels::age(words, band), *count));
            let sexes =
                charts.sexes.iter().map(|(sex, count)| (labels::sex_of(words, *sex).to_owned(), *count));
            sexes.chain(ages).collect()
        }
    }
}

/// Opens the page: what was read is counted for those the list shows.
pub(super) fn open(state: &mut State, births: &Births, moment: &Moment) -> Effects {
    let Some(roster) = &state.roster else { return Effect::none() };
    let shown = state.list.rows().map(|line| line.at);
    let charts = Charts::of(roster, shown, births, moment.today());
    state.window = Some(Window::Charts(Box::new(ChartPage::new(charts, moment))));
    Effect::none()
}
