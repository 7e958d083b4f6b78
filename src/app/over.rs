//! Windows over every room: the keys (F1), every command by name (Ctrl-P), the settings.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::form::Form;
use super::help::Help;
use super::palette::{Command, Palette};
use crate::screen::keys::{Place, popup};
use crate::screen::popup::{Outcome, window};
use crate::screen::{Action, Look};
use crate::settings::Settings;
use crate::words::{Language, Words};

/// A window over the room.
pub enum Over {
    /// The keys of a place.
    Help(Help),
    /// Every command.
    Palette(Palette),
    /// The person's settings.
    Settings(Form),
}

/// What the windows ask of the program.
pub enum Answer {
    /// Stay open.
    Stay,
    /// Close.
    Close,
    /// Close and do this.
    Do(Command),
    /// Close; the settings are others now.
    Kept,
    /// Stay open and say this.
    Wrong(String),
}

impl Over {
    /// The person's settings.
    pub fn settings(settings: &Settings) -> Self {
        let language = settings.language.map_or("", Language::tag);
        Self::Settings(Form::new(
            settings,
            (Words::settings_language, Words::settings_language_hint),
            language,
        ))
    }

    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Settings(_) => &popup::FORM,
            Self::Help(_) => &popup::HELP,
            Self::Palette(_) => &popup::PALETTE,
        }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action, settings: &mut Settings, words: &Words) -> Answer {
        match self {
            Self::Settings(form) => match form.update(action) {
                Outcome::Chosen(()) => match form.keep(settings, words) {
                    Ok(()) => {
                        settings.language = Language::from_tag(form.last()).or(settings.language);
                        Answer::Kept
                    }
                    Err((at, wrong)) => {
                        form.go_to(at);
                        Answer::Wrong(wrong)
                    }
                },
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Help(help) => help.update(action),
            Self::Palette(palette) => match palette.update(action) {
                Outcome::Chosen(command) => Answer::Do(command),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
        }
    }

    /// Draws it over the room.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        match self {
            Self::Settings(form) => {
                let inside = window(frame, area, words.settings_title(), 72, form.height() + 4, look);
                form.draw(frame, inside.inner(Margin::new(1, 1)), look, words);
            }
            Self::Help(help) => help.draw(frame, area, look, words),
            Self::Palette(palette) => palette.draw(frame, area, look, words),
        }
    }
}
