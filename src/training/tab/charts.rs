//! The page of charts of the classes the list shows.

use super::{Effects, State, window::Window};
use crate::roster::labels::unit_or_none;
use crate::screen::chart_page::{Chart, ChartPage};
use crate::screen::{Effect, Moment};
use crate::training::labels;
use crate::training::model::{ClassCharts, ClassLine, Trained};
use crate::words::Words;

/// The charts: people by quarter, classes by kind and state, people trained by unit.
fn all(charts: &ClassCharts, words: &Words) -> Vec<Chart> {
    let quarters = charts.quarters.iter().map(|((year, quarter), count)| {
        (words.roster_chart_quarter(i64::from(*quarter), year.to_string()), *count)
    });
    let kinds = charts.kinds.iter().map(|((kind, state), count)| {
        (format!("{}, {}", labels::kind(words, *kind), labels::state(words, *state)), *count)
    });
    let units = charts.units.iter().map(|(name, count)| (unit_or_none(words, name).to_owned(), *count));
    let chart = |name: &str, rows: Vec<(String, u64)>, told: &str| Chart {
        name: name.to_owned(),
        rows,
        told: told.to_owned(),
        none: words.charts_none().to_owned(),
    };
    vec![
        chart(words.training_chart_quarters(), quarters.collect(), words.training_chart_told_quarters()),
        chart(words.training_chart_kinds(), kinds.collect(), words.training_chart_told_kinds()),
        chart(words.training_chart_units(), units.collect(), words.training_chart_told_units()),
    ]
}

/// Opens the page: of what a filter leaves, else of all months.
pub(super) fn open(state: &mut State, trained: &[Trained], moment: &Moment) -> Effects {
    let charts = if state.typed.is_empty() {
        ClassCharts::of(state.classes.iter().flatten(), trained)
    } else {
        let shown: Vec<&ClassLine> = state.list.rows().filter_map(|line| state.line(*line)).collect();
        ClassCharts::of(shown.into_iter(), trained)
    };
    let title = moment.words.training_search_count(charts.classes as i64);
    let page = ChartPage::new(title, all(&charts, moment.words), moment);
    state.window = Some(Window::Charts(Box::new(page)));
    Effect::none()
}
