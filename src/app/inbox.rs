//! Joins the tab Hộp báo cáo with its store.

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::room::Room;
use crate::file::{FileError, OfficeFile};
use crate::inbox::tab::{self, Command, Message, Query, State};
use crate::inbox::view;
use crate::screen::{Action, Effect, Look, Moment, Place, Tab};
use crate::words::Words;

/// The tab.
pub struct Inbox;

impl Room for Inbox {
    const TAB: Tab = Tab::Inbox;
    type State = State;
    type Query = Query;
    type Command = Command;
    type Message = Message;

    fn update(state: &mut State, action: &Action, moment: &Moment) -> Vec<Effect<Query, Command>> {
        tab::update(state, action, moment)
    }

    fn receive(state: &mut State, message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
        tab::receive(state, message, moment)
    }

    fn place(state: &State) -> &'static Place {
        tab::place(state)
    }

    fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
        view::draw(frame, area, state, look, words);
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        self::query(connection, query)
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        self::command(file, command)
    }
}

/// Runs a read of the tab.
///
/// # Errors
/// Whatever the file answers.
pub fn query(_connection: &Connection, query: Query) -> Result<Message, FileError> {
    match query {}
}

/// Runs a write of the tab.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn command(_file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    match command {}
}
