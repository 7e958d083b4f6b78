//! The page of charts of who the list shows.

use super::{Effects, State, edit::Window};
use crate::roster::labels;
use crate::roster::model::{AGES, Births, Charts, LEAST};
use crate::screen::chart_page::{Chart, ChartPage};
use crate::screen::{Effect, Moment};
use crate::words::Words;

/// The charts: by unit, by end of term, by age and sex.
fn all(charts: &Charts, words: &Words) -> Vec<Chart> {
    let units =
        charts.units.iter().map(|(name, count)| (labels::unit_or_none(words, name).to_owned(), *count));
    let endings = charts.endings.iter().map(|(ending, count)| (labels::ending(words, *ending), *count));
    let sexes = charts.sexes.iter().map(|(sex, count)| (labels::sex_of(words, *sex).to_owned(), *count));
    let bands = AGES.iter().copied().map(Some).chain([None]);
    let ages = bands.zip(&charts.ages).map(|(band, count)| (labels::age(words, band), *count));
    let (none, few) = (words.charts_none().to_owned(), words.roster_chart_few(LEAST as i64));
    let chart = |name: &str, rows: Vec<(String, u64)>, none: &str| Chart {
        name: name.to_owned(),
        rows,
        told: words.roster_chart_told().to_owned(),
        none: none.to_owned(),
    };
    vec![
        chart(words.charts_units(), units.collect(), &none),
        chart(words.roster_chart_endings(), endings.collect(), &none),
        chart(words.roster_chart_ages(), sexes.chain(ages).collect(), &few),
    ]
}

/// Opens the page: what was read is counted for those the list shows.
pub(super) fn open(state: &mut State, births: &Births, moment: &Moment) -> Effects {
    let Some(roster) = &state.roster else { return Effect::none() };
    let words = moment.words;
    let shown = state.list.rows().map(|line| line.at);
    let charts = Charts::of(roster, shown, births, moment.today());
    let title = words.roster_chart_title(charts.people as i64);
    let page = ChartPage::new(title, all(&charts, words), moment);
    state.window = Some(Window::Charts(Box::new(page)));
    Effect::none()
}
