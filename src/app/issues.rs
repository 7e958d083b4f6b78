//! Joins the page of issues with its store.

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::inbox::forms;
use super::room::{Room, as_the_tab_does};
use crate::file::{FileError, OfficeFile};
use crate::inbox::store;
use crate::inbox::tab::issues::{self as tab, Command, Message, Query, State};
use crate::inbox::view::issues as view;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::words::Words;

/// The issues of the office.
pub struct Issues;

impl Room for Issues {
    as_the_tab_does!();

    fn record(state: &State) -> Option<Target> {
        state.list.current().map(|line| Target::Issue(line.id))
    }

    fn is_dirty(state: &State) -> bool {
        state.form.is_dirty()
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        Ok(match query {
            Query::Lines => Message::Lines(store::issue_lines(connection)?),
            Query::Counts => Message::Counts(store::issue_counts(connection)?),
            Query::Card(id) | Query::LongCard(id) => {
                Message::Card(store::issue_card(connection, id)?.map(Box::new))
            }
            Query::Briefings => Message::Briefings(store::briefings(connection)?),
            Query::Form(ask) => Message::Form(forms::query(connection, ask)?),
        })
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        Ok(match command {
            Command::Form(write) => Message::Form(forms::write(file, write)?.0),
            Command::Tell(matter, briefing, now) => {
                let told = file.write("orientation-tell", |tx| store::tell(tx, &matter, &briefing, now))?;
                Message::Told(told.value, briefing.at.date())
            }
            Command::Remove(id) => {
                file.write("issue-remove", |tx| store::remove_issue(tx, id))?;
                Message::Removed
            }
        })
    }
}
