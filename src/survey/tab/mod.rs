//! State and update of the page of survey rounds. No SQL and no files: reads and writes are effects.

mod copied;
mod form;
mod messages;
mod page;
mod preview;
mod sheet;
mod window;

#[cfg(test)]
mod tests;

use uuid::Uuid;

pub use copied::copied;
pub use form::{Asked, Material, Open};
pub use messages::{Command, Export, Message, Plan, Query, Trouble};
pub use page::{PageLine, Weight, pane_width};
pub use preview::Preview;
pub use sheet::{FormsLine, Part, ResultLine, SHEET_FOOT, SHEET_HEAD, Sheet};
pub use window::Window;

use super::model::{Survey, SurveyLine};
use crate::screen::form::Drafts;
use crate::screen::keys::survey as keys;
use crate::screen::list::{Keyed, List};
use crate::screen::{Action, Effect, Moment, Notice, Place};

/// A round in the list, by its place among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundLine {
    /// The row.
    pub id: Uuid,
    /// Its place.
    pub at: usize,
}

impl Keyed for RoundLine {
    type Id = Uuid;
    type Key = usize;
    fn id(&self) -> Uuid {
        self.id
    }
    fn key(&self) -> usize {
        self.at
    }
}

/// All the page shows and remembers.
#[derive(Debug, Default)]
pub struct State {
    /// Every round; `None` until read.
    pub rounds: Option<Vec<SurveyLine>>,
    /// The list of them.
    pub list: List<RoundLine>,
    /// The one under the cursor, once read.
    pub survey: Option<Survey>,
    /// Its lines for the width of its pane.
    pub page: Vec<PageLine>,
    /// It is open.
    pub sheet: Option<Sheet>,
    /// The form over the page.
    pub form: Option<Open>,
    /// A form on its way into the file.
    pub sent: Option<Open>,
    /// Drafts on their way into the file.
    pub drafts: Drafts,
    /// The window over the page.
    pub window: Option<Window>,
    /// A round to show as soon as the list is there, and whether to open it.
    pub wanted: Option<(Uuid, bool)>,
}

/// Effects of this page.
pub type Effects = Vec<Effect<Query, Command>>;

/// Rows above the list: title and headings.
pub const HEAD: u16 = 2;

/// Rows of the round below the list on a narrow screen, with the rule.
pub fn page_rows(height: u16) -> u16 {
    height * 3 / 5
}

/// Takes an action.
pub fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    match action {
        Action::Surveys | Action::Refresh => {
            // What could not be written stands in its form again.
            if state.form.is_none() {
                state.form = state.sent.take();
                if let Some(open) = &state.form {
                    state.drafts.answered(&open.form);
                }
            }
            resize(state, moment);
            return vec![Effect::ReadNow(Query::Surveys)];
        }
        Action::Resize => {
            resize(state, moment);
            page::build(state, moment);
            return Effect::none();
        }
        Action::Recount => return Effect::none(),
        Action::KeepDraft => return form::keep(state, moment),
        _ => {}
    }
    if state.window.is_some() {
        return window::update(state, action, moment);
    }
    if state.form.is_some() {
        return form::update(state, action, moment);
    }
    if state.sheet.is_some() {
        return sheet::update(state, action, moment);
    }
    list(state, action, moment)
}

fn resize(state: &mut State, moment: &Moment) {
    let below = if moment.wide() { 0 } else { page_rows(moment.height) };
    state.list.set_height(usize::from(moment.height.saturating_sub(HEAD + below)));
    if let Some(sheet) = &mut state.sheet {
        sheet.set_height(moment);
    }
}

/// The list has the keys.
fn list(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    if let Some(moved) = state.list.go(action) {
        return if moved.moved { read_survey(state) } else { Effect::none() };
    }
    match action {
        Action::Open => sheet::open(state, moment),
        Action::New => form::ask(Asked::Survey(None)),
        Action::Edit => match state.list.current_id() {
            Some(id) => form::ask(Asked::Survey(Some(id))),
            None => Effect::unused(),
        },
        Action::Delete => window::ask_delete(state, moment),
        Action::Import => window::ask_file(state, None, moment),
        Action::Grid => copied::table(state, moment),
        Action::Export => window::ask_export(state, moment),
        Action::Undo => vec![Effect::Undo],
        Action::Redo => vec![Effect::Redo],
        Action::Back => vec![Effect::Close],
        _ => Effect::unused(),
    }
}

fn read_survey(state: &State) -> Effects {
    state.list.current_id().map(|id| Effect::ReadNow(Query::Survey(id))).into_iter().collect()
}

/// Takes an answer.
pub fn receive(state: &mut State, message: Message, moment: &Moment) -> Effects {
    let words = moment.words;
    match message {
        Message::Surveys(rounds) => {
            let lines = rounds.iter().enumerate().map(|(at, round)| RoundLine { id: round.id, at });
            state.list.set_whole(lines.collect());
            state.rounds = Some(rounds);
            if let Some((id, _)) = state.wanted {
                state.list.select(id);
            }
            if state.list.is_empty() {
                (state.survey, state.sheet) = (None, None);
                state.page.clear();
            }
            read_survey(state)
        }
        Message::Survey(survey) => {
            let same = state.survey.as_ref().map(|known| known.id) == survey.as_ref().map(|known| known.id);
            state.survey = survey.map(|survey| *survey);
            if !same {
                state.sheet = None;
            }
            match (&mut state.sheet, &state.survey) {
                (Some(sheet), Some(survey)) => sheet.fill(survey),
                (sheet, None) => *sheet = None,
                (None, Some(_)) => {}
            }
            page::build(state, moment);
            match state.wanted.take() {
                Some((_, true)) if state.sheet.is_none() => sheet::open(state, moment),
                _ => Effect::none(),
            }
        }
        Message::Form(material) => form::open(state, *material, moment),
        Message::Saved(survey, again) => {
            if let Some(open) = state.sent.take() {
                state.drafts.answered(&open.form);
            }
            // A new round is opened: its forms and questions come next.
            let known = state.rounds.iter().flatten().any(|round| round.id == survey);
            state.wanted = Some((survey, !known));
            // In the next form a “z” would be typed.
            let said = if again.is_some() { words.survey_saved_next() } else { words.survey_saved() };
            let mut effects = vec![Effect::ReadNow(Query::Surveys), Effect::Notify(Notice::done(said))];
            effects.extend(again.into_iter().flat_map(form::ask));
            effects
        }
        Message::Changed => {
            vec![Effect::ReadNow(Query::Surveys), Effect::Notify(Notice::done(words.survey_changed()))]
        }
        Message::TakenIn(survey, questions) => {
            state.wanted = Some((survey, true));
            let said = words.survey_taken_in(questions as i64);
            vec![Effect::ReadNow(Query::Surveys), Effect::Notify(Notice::done(said))]
        }
        Message::Drafted(key) => {
            state.drafts.arrived(key);
            Effect::none()
        }
        Message::Dropped(key, asked) => {
            state.drafts.arrived(key);
            form::ask(asked)
        }
        Message::Written(became) => vec![Effect::Notify(window::written(became, words))],
        Message::Exists(export) => window::exists(state, export, words),
        Message::Counted(plan) => window::counted(state, *plan, moment),
    }
}

/// Text is being written that no draft holds yet.
pub fn is_dirty(state: &State) -> bool {
    state.form.as_ref().is_some_and(|open| open.form.is_dirty())
}

/// Where the keys go.
pub fn place(state: &State) -> &'static Place {
    match (&state.window, &state.form, &state.sheet) {
        (Some(window), ..) => window.place(),
        (None, Some(open), _) => open.form.place(),
        (None, None, Some(sheet)) => sheet.place(),
        _ => &keys::ROUNDS,
    }
}

/// Whether an action would do something now; the hint line promises nothing else.
pub fn works(state: &State, action: &Action) -> bool {
    if let Some(open) = &state.form {
        return open.form.works(action);
    }
    let has_row = match (&state.sheet, &state.survey) {
        (Some(sheet), Some(_)) => match sheet.part {
            Part::Results => !sheet.results.is_empty(),
            Part::Forms => !sheet.forms.is_empty(),
        },
        (None, survey) => survey.is_some(),
        (Some(_), None) => false,
    };
    match action {
        _ if state.window.is_some() => true,
        Action::Edit | Action::Delete | Action::Copy => has_row,
        Action::Export => state.survey.is_some(),
        Action::Grid => state.survey.as_ref().is_some_and(|survey| !survey.questions.is_empty()),
        Action::Open if state.sheet.is_none() => has_row,
        _ => true,
    }
}
