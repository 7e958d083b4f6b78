//! Forms over the page: a round, the forms of a unit, a question with its answers.

mod question;
mod round;
mod units;

use uuid::Uuid;

use super::messages::{Command, Query};
use super::{Effects, State};
use crate::screen::form::{DraftKey, Form, Said, Step};
use crate::screen::{Action, Effect, Moment};
use crate::survey::model::Survey;

/// Which form is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A round; `None` = a new one.
    Survey(Option<Uuid>),
    /// Forms of a unit in a round; `None` = of another unit.
    Forms(Uuid, Option<Uuid>),
    /// A question of a round; `None` = a new one.
    Question(Uuid, Option<Uuid>),
}

impl Asked {
    /// What drafts of it are kept under; the short form keeps none.
    pub fn draft(self) -> Option<DraftKey> {
        match self {
            Self::Survey(id) => Some(("survey", id.unwrap_or_default())),
            Self::Question(survey, None) => Some(("survey-question-new", survey)),
            Self::Question(_, Some(id)) => Some(("survey-question", id)),
            Self::Forms(..) => None,
        }
    }
}

/// What a form is made of.
#[derive(Debug)]
pub struct Material {
    /// Which form.
    pub asked: Asked,
    /// The round.
    pub survey: Option<Survey>,
    /// Units that can be surveyed.
    pub units: Vec<(Uuid, String)>,
    /// What was typed and not saved.
    pub draft: Option<String>,
}

/// A form with what it is about.
#[derive(Debug)]
pub struct Open {
    /// The form.
    pub form: Form,
    asked: Asked,
    survey: Option<Survey>,
}

/// A field and what is wrong with it.
type Wrong = (&'static str, String);

/// Asks for what a form is made of.
pub(super) fn ask(asked: Asked) -> Effects {
    vec![Effect::ReadNow(Query::Form(asked))]
}

/// Opens a form.
pub(super) fn open(state: &mut State, material: Material, moment: &Moment) -> Effects {
    let (key, draft) = (material.asked.draft(), material.draft.clone());
    let form = match material.asked {
        Asked::Survey(id) => round::form(material.survey.as_ref().filter(|_| id.is_some()), moment),
        Asked::Forms(_, id) => units::form(&material, id, moment),
        Asked::Question(_, id) => question::form(material.survey.as_ref(), id, moment),
    };
    let mut open = Open { form: form.drafted(key), asked: material.asked, survey: material.survey };
    state.drafts.restore(&mut open.form, draft, moment.words);
    state.form = Some(open);
    Effect::none()
}

/// The form has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::unused() };
    match open.form.update(action, moment) {
        Step::Left(_) if matches!(open.asked, Asked::Forms(..)) => {
            units::left(&mut open.form, moment);
            Effect::none()
        }
        Step::Left(field) if matches!(open.asked, Asked::Question(..)) => {
            question::left(&mut open.form, &field, open.survey.as_ref(), moment);
            Effect::none()
        }
        Step::Save => save(state, false, moment),
        Step::SaveNext => save(state, true, moment),
        Step::Leave => leave(state, moment),
        Step::Drop => drop_draft(state),
        Step::Copy(text) => vec![Effect::Copy(text)],
        Step::Unused => Effect::unused(),
        _ => Effect::none(),
    }
}

/// Keeps what is typed as a draft.
pub(super) fn keep(state: &mut State, moment: &Moment) -> Effects {
    let write = state.form.as_mut().and_then(|open| state.drafts.keep(&mut open.form, moment));
    write.map(|write| Effect::Write(Command::Draft(write))).into_iter().collect()
}

fn leave(state: &mut State, moment: &Moment) -> Effects {
    let Some(mut open) = state.form.take() else { return Effect::none() };
    let (write, said) = state.drafts.leave(&mut open.form, moment);
    let write = write.map(|write| Effect::Write(Command::Draft(write)));
    write.into_iter().chain(said.map(Effect::Notify)).collect()
}

fn drop_draft(state: &mut State) -> Effects {
    let Some(open) = state.form.take() else { return Effect::none() };
    let Some(key) = open.asked.draft() else { return Effect::none() };
    vec![Effect::Write(Command::DropDraft(state.drafts.drop(key), open.asked))]
}

fn save(state: &mut State, next: bool, moment: &Moment) -> Effects {
    let Some(open) = &mut state.form else { return Effect::none() };
    let draft = open.asked.draft();
    let command: Result<Command, Wrong> = match open.asked {
        Asked::Survey(id) => Ok(Command::SaveSurvey { id, known: Box::new(round::read(&open.form)), draft }),
        Asked::Forms(survey, id) => {
            let again = next.then_some(Asked::Forms(survey, None));
            Ok(Command::SaveForms { survey, forms: Box::new(units::read(&open.form, id)), again })
        }
        Asked::Question(survey, id) => question::read(&open.form, id, moment).map(|new| {
            let again = next.then_some(Asked::Question(survey, None));
            Command::SaveQuestion { survey, new: Box::new(new), draft, again }
        }),
    };
    match command {
        Ok(command) => {
            // It closes at once, and comes back when it could not be written.
            state.sent = state.form.take();
            if let Some(open) = &state.sent {
                state.drafts.saving(&open.form);
            }
            vec![Effect::Write(command)]
        }
        Err((field, sentence)) => {
            open.form.go_to(field);
            open.form.say(field, Said::Wrong(sentence));
            Effect::none()
        }
    }
}
