//! Windows over every room: the keys (F1), every command by name (Ctrl-P), the settings, other files, questions for all.

use std::path::Path;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::browse::{self, Browse};
use super::help::Help;
use super::key_page::{self, KeyPage};
use super::office_form::{self, Filled};
use super::palette::{Command, Palette};
use super::start::{self, Start, Wanted};
use super::test_page::TestPage;
use crate::roster::store::OfficeCard;
use crate::screen::form::{Form, Step};
use crate::screen::keys::{Place, popup};
use crate::screen::picker::Picker;
use crate::screen::popup::{Confirm, Outcome};
use crate::screen::{Action, Look, Moment};
use crate::words::Words;

/// A window over the room.
pub enum Over {
    /// The keys of a place.
    Help(Help),
    /// Every command.
    Palette(Palette),
    /// The settings, and the office's row when a file is open.
    Settings(Box<Form>, Option<Box<OfficeCard>>),
    /// Another file.
    Files(Box<Start>),
    /// Which letters and signs the console shows.
    Test(TestPage),
    /// The person's own keys.
    Keys(Box<KeyPage>),
    /// Files for a line that takes their paths.
    Browse(Box<Browse>),
    /// A question whose answer is something to do.
    Ask(Confirm<Asked>),
    /// Whether a file is worked on where it lies.
    Where(Box<Picker<Wanted>>),
    /// Whose the name is that the file is to bear.
    Whose(Box<Picker<Filled>>),
}

/// What is done when the person says yes.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Stops the long work and leaves.
    LeaveWork,
    /// Fills in what the file does not know of the office.
    NameOffice,
}

/// What the windows ask of the program.
pub enum Answer {
    /// Stay open.
    Stay,
    /// Close.
    Close,
    /// Close and do this.
    Do(Command),
    /// Close; the settings, and perhaps the office's row, are others now.
    Kept(Box<Filled>),
    /// Stay and ask whose the new name is.
    Renamed(Box<Filled>, Box<OfficeCard>),
    /// Stay, or open what was chosen.
    File(start::Wanted),
    /// Close; the person said what the console shows.
    Tested(usize),
    /// Stay; the person's own keys are others now.
    Keys(key_page::Wanted),
    /// What the window of files asks for.
    Browse(browse::Wanted),
    /// Close; the person said yes.
    Yes(Asked),
}

impl Over {
    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match self {
            Self::Settings(form, _) => form.place(),
            Self::Help(_) => &popup::HELP,
            Self::Palette(_) => &popup::PALETTE,
            Self::Files(start) => start.place(),
            Self::Test(_) => &popup::TEST,
            Self::Keys(page) => page.place(),
            Self::Browse(_) => &popup::BROWSING,
            Self::Ask(_) => &popup::CONFIRM,
            Self::Where(picker) => picker.place(),
            Self::Whose(picker) => picker.place(),
        }
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match self {
            Self::Settings(form, _) => form.works(action),
            Self::Files(start) => start.form().is_none_or(|form| form.works(action)),
            Self::Keys(page) => page.works(action),
            _ => true,
        }
    }

    /// Takes an action.
    pub fn update(&mut self, action: &Action, folder: &Path, moment: &Moment) -> Answer {
        match self {
            Self::Settings(form, office) => match form.update(action, moment) {
                Step::Save => {
                    let filled = Box::new(office_form::kept(form, moment.settings, office.as_deref()));
                    match office.as_ref().filter(|before| office_form::is_renamed(&filled, before)) {
                        Some(before) => Answer::Renamed(filled, before.clone()),
                        None => Answer::Kept(filled),
                    }
                }
                Step::Leave => Answer::Close,
                _ => Answer::Stay,
            },
            Self::Help(help) => help.update(action),
            Self::Palette(palette) => match palette.update(action) {
                Outcome::Chosen(command) => Answer::Do(command),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Files(start) => match start.update(action, folder, moment) {
                start::Wanted::Leave => Answer::Close,
                wanted => Answer::File(wanted),
            },
            Self::Test(page) => match page.update(action) {
                Outcome::Chosen(answer) => Answer::Tested(answer),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Keys(page) => match page.update(action, &moment.settings.keys, moment.words) {
                Outcome::Chosen(wanted) => Answer::Keys(wanted),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Browse(open) => Answer::Browse(open.update(action)),
            Self::Where(picker) => match picker.update(action) {
                Outcome::Chosen(wanted) => wanted.into_iter().next().map_or(Answer::Close, Answer::File),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Whose(picker) => match picker.update(action) {
                Outcome::Chosen(filled) => {
                    filled.into_iter().next().map_or(Answer::Close, |filled| Answer::Kept(Box::new(filled)))
                }
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
            Self::Ask(question) => match question.update(action) {
                Outcome::Chosen(asked) => Answer::Yes(asked),
                Outcome::Cancelled => Answer::Close,
                Outcome::Open | Outcome::Unused => Answer::Stay,
            },
        }
    }

    /// Draws it over the room; `whole` is the room with the bar on top.
    pub fn draw(&self, frame: &mut Frame, [whole, room]: [Rect; 2], look: &Look, words: &Words) {
        match self {
            Self::Settings(form, _) => form.draw(frame, room, look, words),
            Self::Help(help) => help.draw(frame, room, look, words),
            Self::Palette(palette) => palette.draw(frame, room, look, words),
            Self::Files(start) => start.draw(frame, whole, look, words),
            Self::Test(page) => page.draw(frame, whole, look, words),
            Self::Keys(page) => page.draw(frame, room, look, words),
            Self::Browse(open) => open.draw(frame, whole, look, words),
            Self::Ask(question) => question.draw(frame, room, look),
            Self::Where(picker) => picker.draw(frame, whole, look, words.screen_nothing_found()),
            Self::Whose(picker) => picker.draw(frame, whole, look, words.screen_nothing_found()),
        }
    }
}
