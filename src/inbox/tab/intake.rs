//! Bringing files in from the screen: which, and what became of them.

use chrono::NaiveDate;

use super::window::Window;
use super::{Command, Effects, State, queue};
use crate::screen::popup::{Outcome, Prompt};
use crate::screen::{Action, Effect, Moment, Notice};

/// Files and folders to bring in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// Their paths as they were typed, pasted or dragged.
    pub typed: String,
    /// The person's mark in arrival numbers.
    pub mark: String,
    /// Today.
    pub today: NaiveDate,
}

/// What became of them, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// What was made, and how many were refused.
    pub said: Notice,
    /// Name and reason of each refused one.
    pub refused: Vec<(String, String)>,
}

/// Refused files with their reasons, to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusals {
    /// Name and reason of each.
    pub files: Vec<(String, String)>,
    /// Lines it is scrolled by; drawing stops at the last page.
    pub scroll: u16,
    /// Rows a page key moves by.
    page: u16,
}

impl Refusals {
    pub(super) fn update(&mut self, action: &Action) -> Outcome<()> {
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll.saturating_add(1),
            Action::PageUp => self.scroll.saturating_sub(self.page),
            Action::PageDown => self.scroll.saturating_add(self.page),
            Action::Home => 0,
            Action::End => u16::MAX,
            Action::Back | Action::Open => return Outcome::Cancelled,
            _ => return Outcome::Unused,
        };
        Outcome::Open
    }
}

/// Asks which files.
pub(super) fn ask(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let prompt = Prompt::new(words.inbox_intake_title(), words.inbox_intake_question(), "", ());
    state.window = Some(Window::Files(prompt));
    Effect::none()
}

/// Brings in what was named; nothing when nothing was.
pub(super) fn import(typed: String, moment: &Moment) -> Effects {
    if typed.is_empty() {
        return Effect::none();
    }
    let sources = Sources { typed, mark: moment.settings.mark.clone(), today: moment.today() };
    vec![
        Effect::Notify(Notice::note(moment.words.inbox_intake_runs())),
        Effect::Write(Command::Import(sources)),
    ]
}

/// The rows are read anew, and what was refused is shown: at once, or when the window that is open is closed.
pub(super) fn done(state: &mut State, intake: Intake, moment: &Moment) -> Effects {
    if !intake.refused.is_empty() {
        let page = state.shape.height.saturating_sub(6).max(1);
        let refusals = Refusals { files: intake.refused, scroll: 0, page };
        if state.window.is_none() {
            state.window = Some(Window::Refused(refusals));
        } else {
            state.refused = Some(refusals);
        }
    }
    let mut effects = queue::refresh(state, moment);
    effects.push(Effect::Notify(intake.said));
    effects
}
