//! Charts of what the queue shows. They are counted once when they are opened.

use crate::inbox::charts::Charts;
use crate::inbox::labels;
use crate::inbox::rows::Eyes;
use crate::screen::{Action, Effect, Moment, Place, keys};
use crate::search::filter::{Key, parse};
use crate::words::Words;

/// Which chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    /// Reports a week.
    #[default]
    Weeks,
    /// Topics.
    Topics,
    /// Units.
    Units,
    /// Tendency by month.
    Tendency,
}

impl Chart {
    /// All of them in their order.
    pub const ALL: [Self; 4] = [Self::Weeks, Self::Topics, Self::Units, Self::Tendency];

    /// Its name.
    pub fn name(self, words: &Words) -> &str {
        match self {
            Self::Weeks => words.charts_weeks(),
            Self::Topics => words.charts_topics(),
            Self::Units => words.charts_units(),
            Self::Tendency => words.charts_tendency(),
        }
    }

    fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|chart| *chart == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// What the page reads.
#[derive(Clone, Debug)]
pub enum Query {
    /// The charts of a filter.
    Charts(String, Eyes),
}

/// The page writes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {}

/// What comes back.
#[derive(Debug)]
pub enum Message {
    /// Answer to [`Query::Charts`].
    Charts(Box<Charts>),
}

/// All the page shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// The filter of the list, in the filter language.
    pub filter: String,
    /// What was counted; `None` until it is.
    pub charts: Option<Box<Charts>>,
    /// The one in sight.
    pub chart: Chart,
    /// Rows above the first in sight.
    pub top: usize,
    /// Rows that fit.
    pub height: usize,
    /// The list is one person's, or a search: why nothing is drawn.
    pub refused: Option<Refused>,
}

/// Why nothing is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The filter names a collaborator: none are made of a person.
    Person,
    /// The list is a search, which is no filter.
    Search,
}

/// Rows of the page that are no rows of a chart: title, names, a blank, the rule, what it was counted from.
pub const AROUND: u16 = 6;

type Effects = Vec<Effect<Query, Command>>;

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    state.height = usize::from(moment.height.saturating_sub(AROUND).max(1));
    let last = state.rows().saturating_sub(state.seen());
    match action {
        Action::Give(selection) => {
            let chart = state.chart;
            *state = State { chart, height: state.height, ..State::default() };
            return state.begin(selection.filter.clone(), moment);
        }
        Action::Refresh => return state.begin(Some(state.filter.clone()), moment),
        Action::Resize => state.top = state.top.min(last),
        Action::Recount | Action::KeepDraft => {}
        Action::Right => (state.chart, state.top) = (state.chart.turned(1), 0),
        Action::Left => (state.chart, state.top) = (state.chart.turned(Chart::ALL.len() - 1), 0),
        Action::Up => state.top = state.top.saturating_sub(1),
        Action::Down => state.top = (state.top + 1).min(last),
        Action::PageUp => state.top = state.top.saturating_sub(state.seen()),
        Action::PageDown => state.top = (state.top + state.seen()).min(last),
        Action::Home => state.top = 0,
        Action::End => state.top = last,
        Action::Back => return vec![Effect::Close],
        _ => return Effect::unused(),
    }
    Effect::none()
}

impl State {
    fn begin(&mut self, filter: Option<String>, moment: &Moment) -> Effects {
        if self.refused == Some(Refused::Search) {
            return Effect::none();
        }
        let Some(filter) = filter else {
            self.refused = Some(Refused::Search);
            return Effect::none();
        };
        self.filter = filter;
        let terms = parse(&self.filter, moment.today()).map(|filter| filter.terms).unwrap_or_default();
        let of_person = |key: Key, negated: bool| key == Key::Collaborator && !negated;
        self.refused = terms.iter().any(|term| of_person(term.key, term.negated)).then_some(Refused::Person);
        if self.refused.is_some() {
            return Effect::none();
        }
        vec![Effect::Read(Query::Charts(self.filter.clone(), super::eyes(moment)))]
    }

    /// Rows of the chart that fit: the months have a legend and headings above them.
    pub fn seen(&self) -> usize {
        let above = if self.chart == Chart::Tendency { 2 } else { 0 };
        self.height.saturating_sub(above).max(1)
    }

    /// Rows of the chart in sight.
    pub fn rows(&self) -> usize {
        let Some(charts) = &self.charts else { return 0 };
        match self.chart {
            Chart::Weeks => charts.weeks.len(),
            Chart::Topics => charts.topics.len(),
            Chart::Units => charts.units.len(),
            Chart::Tendency => charts.months.len(),
        }
    }
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, _moment: &Moment) -> Effects {
    let Message::Charts(charts) = message;
    state.charts = Some(charts);
    Effect::none()
}

/// Where the keys go.
pub fn place(_state: &State) -> &'static Place {
    &keys::duties::CHARTS
}

/// Whether an action would do something now.
pub fn works(state: &State, action: &Action) -> bool {
    match action {
        Action::Left | Action::Right | Action::Copy => {
            state.refused.is_none() && state.charts.as_ref().is_some_and(|charts| !charts.too_few())
        }
        _ => true,
    }
}

/// What Ctrl-C copies: the chart in sight as lines of a name and numbers, for a table elsewhere.
pub fn copied(state: &State, moment: &Moment) -> Option<String> {
    let words = moment.words;
    let charts = state.charts.as_ref().filter(|charts| !charts.too_few() && state.refused.is_none())?;
    let mut lines = vec![state.chart.name(words).to_owned()];
    match state.chart {
        Chart::Weeks => {
            lines.extend(
                charts.weeks.iter().map(|(monday, count)| format!("{}\t{count}", words.day(*monday))),
            );
        }
        Chart::Topics => lines.extend(charts.topics.iter().map(|one| format!("{}\t{}", one.name, one.count))),
        Chart::Units => lines.extend(charts.units.iter().map(|one| format!("{}\t{}", one.name, one.count))),
        Chart::Tendency => {
            let names =
                crate::inbox::model::Tendency::ALL.iter().map(|found| labels::tendency(words, *found));
            lines.push(format!("\t{}", names.collect::<Vec<_>>().join("\t")));
            lines.extend(charts.months.iter().map(|month| {
                let counts = month.streams.map(|count| count.to_string()).join("\t");
                format!("{}\t{counts}", month.first.format("%m/%Y"))
            }));
        }
    }
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screen::Selection;
    use crate::settings::Settings;
    use crate::words::Language;

    #[test]
    fn nothing_is_counted_of_one_collaborator_nor_of_a_search() {
        let (words, settings) = (Words::new(Language::Vietnamese), Settings::default());
        let now = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let moment = Moment { now, width: 80, height: 22, words: &words, settings: &settings };
        let mut state = State::default();
        let mut give = |filter: Option<&str>| {
            let selection = Selection { filter: filter.map(str::to_owned), ..Selection::default() };
            let effects = update(&mut state, &Action::Give(selection), &moment);
            (effects.len(), state.refused)
        };
        assert_eq!(give(Some("ctv:Hương tt:mới")), (0, Some(Refused::Person)));
        assert_eq!(give(None), (0, Some(Refused::Search)));
        assert_eq!(give(Some("tt:mới")), (1, None));
        assert_eq!(give(Some("không:ctv:Hương")).1, None);
        assert!(update(&mut state, &Action::Left, &moment).is_empty());
        assert_eq!(state.chart, Chart::Tendency);
        update(&mut state, &Action::Right, &moment);
        assert_eq!(state.chart, Chart::Weeks);
    }
}
