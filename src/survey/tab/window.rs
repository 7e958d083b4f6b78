//! Windows over the page: taking something off, which file, what would be taken from it.

use uuid::Uuid;

use super::messages::{Command, Export, Plan, Query, Trouble};
use super::preview::Preview;
use super::sheet::Part;
use super::{Effects, State};
use crate::exchange::{Written, name_of};
use crate::screen::keys;
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice, Place};
use crate::survey::model::SurveyRow;
use crate::survey::{labels, papers};
use crate::words::Words;

/// The window over the page.
#[derive(Debug)]
pub enum Window {
    /// Whether to take something off.
    Delete(Confirm<SurveyRow>),
    /// The file to write.
    Export(Prompt<Uuid>),
    /// Whether to write over a file.
    Over(Confirm<Export>),
    /// Which file, and into which round.
    File(Prompt<Option<Uuid>>),
    /// What would be taken from it.
    Preview(Box<Preview>),
}

impl Window {
    /// The place whose keys it takes.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Delete(_) | Self::Over(_) => &keys::popup::CONFIRM,
            Self::Export(_) => &keys::popup::PROMPT,
            Self::File(_) => &keys::popup::PATH,
            Self::Preview(_) => &keys::survey::COLUMNS,
        }
    }
}

/// Asks whether to take off what the cursor is on.
pub(super) fn ask_delete(state: &mut State, moment: &Moment) -> Effects {
    let (Some(survey), words) = (&state.survey, moment.words) else { return Effect::unused() };
    let found = match &state.sheet {
        None => Some((words.survey_delete_round(survey.known.title.as_str()), SurveyRow::Survey(survey.id))),
        Some(sheet) if sheet.part == Part::Results => sheet.current(survey).and_then(|(question, _)| {
            Some((words.survey_delete_question(question.body.as_str()), SurveyRow::Question(question.id?)))
        }),
        Some(sheet) => sheet.current_forms(survey).and_then(|forms| {
            let name = labels::unit(words, &forms.unit_name);
            Some((words.survey_delete_forms(name), SurveyRow::Forms(forms.id?)))
        }),
    };
    let Some((question, row)) = found else { return Effect::unused() };
    state.window = Some(Window::Delete(Confirm::new(words.survey_delete(), question, row)));
    Effect::none()
}

/// Asks which file.
pub(super) fn ask_file(state: &mut State, into: Option<Uuid>, moment: &Moment) -> Effects {
    let words = moment.words;
    state.window =
        Some(Window::File(Prompt::new(words.survey_import(), words.survey_import_path(), "", into)));
    Effect::none()
}

/// Asks for the file to write.
pub(super) fn ask_export(state: &mut State, moment: &Moment) -> Effects {
    let (Some(survey), words) = (&state.survey, moment.words) else { return Effect::unused() };
    let name = format!("{}.docx", name_of(&survey.known.title, "dieu tra"));
    let prompt = Prompt::suggesting(words.survey_export(), words.survey_which_file(), &name, survey.id);
    state.window = Some(Window::Export(prompt));
    Effect::none()
}

/// Asks whether to write over a file that is there.
pub(super) fn exists(state: &mut State, export: Export, words: &Words) -> Effects {
    let question = words.survey_over_question(export.path.display().to_string());
    state.window = Some(Window::Over(Confirm::new(words.survey_export(), question, export)));
    Effect::none()
}

/// What became of a file, in words.
pub(super) fn written(written: Option<Written>, words: &Words) -> Notice {
    match written {
        Some(Written::Done(path) | Written::Exists(path)) => {
            Notice::done(words.survey_written(path.display().to_string()))
        }
        Some(Written::Placeholders(left)) => Notice::problem(words.survey_placeholders(left.join(", "))),
        Some(Written::Failed(path, reason)) => {
            Notice::problem(words.survey_not_written(path.display().to_string(), reason))
        }
        None => Notice::problem(words.survey_gone()),
    }
}

/// The window has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(window) = state.window.take() else { return Effect::unused() };
    match window {
        Window::Delete(confirm) => match confirm.update(action) {
            Outcome::Chosen(row) => {
                if matches!(row, SurveyRow::Survey(_)) {
                    state.sheet = None;
                }
                vec![Effect::Write(Command::Delete(row))]
            }
            outcome => keep(state, &outcome, Window::Delete(confirm)),
        },
        Window::Export(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((_, typed)) if typed.is_empty() => Effect::none(),
            Outcome::Chosen((id, typed)) => vec![Effect::Read(Query::Export(Export {
                id,
                path: papers::with_ending(&typed).into(),
                today: moment.today(),
                over: false,
                language: moment.words.language(),
            }))],
            outcome => keep(state, &outcome, Window::Export(prompt)),
        },
        Window::Over(confirm) => match confirm.update(action) {
            Outcome::Chosen(export) => {
                vec![Effect::Read(Query::Export(Export { over: true, ..export }))]
            }
            outcome => keep(state, &outcome, Window::Over(confirm)),
        },
        Window::File(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((_, path)) if path.is_empty() => Effect::none(),
            Outcome::Chosen((into, path)) => vec![Effect::Read(Query::Count(path, into))],
            outcome => keep(state, &outcome, Window::File(prompt)),
        },
        Window::Preview(mut preview) => {
            let (outcome, effects) = preview.update(action, moment);
            match outcome {
                Outcome::Chosen(command) => vec![Effect::Write(command)],
                Outcome::Open => {
                    state.window = Some(Window::Preview(preview));
                    effects
                }
                outcome => keep(state, &outcome, Window::Preview(preview)),
            }
        }
    }
}

/// Keeps a window that is still open.
fn keep<T>(state: &mut State, outcome: &Outcome<T>, window: Window) -> Effects {
    match outcome {
        Outcome::Open => state.window = Some(window),
        Outcome::Unused => {
            state.window = Some(window);
            return Effect::unused();
        }
        Outcome::Cancelled | Outcome::Chosen(_) => {}
    }
    Effect::none()
}

/// A file was counted: shows what would be taken from it, or says why nothing.
pub(super) fn counted(state: &mut State, plan: Plan, moment: &Moment) -> Effects {
    match plan.outcome {
        Ok(counted) => {
            let into = plan.into.and_then(|id| {
                let survey = state.survey.as_ref().filter(|survey| survey.id == id)?;
                Some((id, survey.known.title.clone(), !survey.units.is_empty()))
            });
            state.window = Some(Window::Preview(Box::new(Preview::new(
                plan.name,
                into,
                counted,
                plan.recalled,
                plan.units,
            ))));
            Effect::none()
        }
        Err(trouble) => {
            let words = moment.words;
            let said = match trouble {
                Trouble::NoFile(path) => words.roster_import_no_file(path.as_str()),
                Trouble::NotASurvey(why) => labels::refused(words, why),
                Trouble::Said(said) => said,
                Trouble::Refused(_) => words.roster_import_refused().to_owned(),
            };
            vec![Effect::Notify(Notice::problem(said))]
        }
    }
}
