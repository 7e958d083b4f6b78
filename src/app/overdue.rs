//! Joins the page "ai chưa báo cáo" with its store, and with what the office sent itself.

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use uuid::Uuid;

use super::room::{Room, as_the_tab_does};
use crate::file::{FileError, OfficeFile};
use crate::inbox::overdue::Who;
use crate::inbox::store::{self, Sight};
use crate::inbox::tab::overdue::{self as tab, Command, Message, Opened, Query, State};
use crate::inbox::view::overdue as view;
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::summary::store as syntheses;
use crate::words::Words;

/// Who has not reported, and what the office owes.
pub struct Overdue;

impl Room for Overdue {
    as_the_tab_does!();

    fn record(state: &State) -> Option<Target> {
        let (sheet, _, bound) = state.here()?;
        Some(match bound.who {
            Who::Collaborator(id) => Target::Collaborator(id),
            Who::Unit(id) => Target::Unit(id),
            Who::Office => Target::Duty(Some(sheet.duty.id)),
        })
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        Ok(match query {
            Query::Open(duty, today, order) => {
                Message::Opened(Box::new(opened(connection, duty, &Sight { today, order })?))
            }
            Query::Came(reports) => Message::Came(store::report_rows(connection, &reports)?),
            Query::Report(report) => Message::Report(store::report_card(connection, report)?.map(Box::new)),
        })
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        Ok(match command {
            Command::Excuse(duty, span, who, reason) => {
                file.write("duty-excuse", |tx| store::excuse(tx, duty, span, &who, &reason))?;
                Message::Excused(who.len())
            }
            Command::Unexcuse(duty, span, who) => Message::Unexcused(
                file.write("duty-unexcuse", |tx| store::unexcuse(tx, duty, span, &who))?.value,
            ),
        })
    }
}

/// The duties, what is owed, and the sheet of the one that was asked for.
fn opened(connection: &Connection, asked: Option<Uuid>, sight: &Sight) -> rusqlite::Result<Opened> {
    let (owed, duties): (Vec<_>, Vec<_>) =
        store::all_duties(connection)?.into_iter().partition(|duty| duty.owes);
    let sent = if owed.is_empty() { Vec::new() } else { syntheses::sent(connection)? };
    let sheet = |duty| {
        let duty: &crate::inbox::model::duties::Duty = duty;
        store::sheet(connection, duty, duty.shown(sight.today), &sent, sight)
    };
    let wanted = duties.iter().find(|duty| Some(duty.id) == asked).or(duties.first());
    Ok(Opened {
        sheet: wanted.map(sheet).transpose()?,
        owed: owed.iter().map(sheet).collect::<rusqlite::Result<_>>()?,
        duties,
    })
}
