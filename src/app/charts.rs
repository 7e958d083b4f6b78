//! Joins the page of charts with its store.

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::room::{Room, as_the_tab_does};
use crate::file::{FileError, OfficeFile};
use crate::inbox::store::{self, Ask};
use crate::inbox::tab::charts::{self as tab, Command, Message, Query, State};
use crate::inbox::view::charts as view;
use crate::screen::{Action, Effect, Look, Moment, Place};
use crate::words::Words;

/// Charts of what the queue shows.
pub struct Charts;

impl Room for Charts {
    as_the_tab_does!();

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        let Query::Charts(filter, eyes) = query;
        let ask = Ask::of_filter(connection, &filter, &eyes)?.unwrap_or_else(|_| Ask::nothing());
        Ok(Message::Charts(Box::new(store::charts(connection, &ask)?)))
    }

    fn command(_file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        match command {}
    }
}
