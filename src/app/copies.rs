//! Joins the pages over the tabs with the log and with merging.

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::paths::typed_path;
use super::room::Room;
use crate::copies::store;
use crate::copies::tab::{
    self, Command, DoneRow, MergePlan, MergeRefused, MergeRun, MergeTold, Message, Query, State, Third,
};
use crate::copies::view;
use crate::file::merge::{self, MergeError, Merged, Options};
use crate::file::{FileError, OfficeFile, backup, value};
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::words::Words;

/// History, what was done, decisions and merges.
pub struct Copies;

impl Room for Copies {
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

    fn works(state: &State, action: &Action) -> bool {
        tab::works(state, action)
    }

    fn count(state: &State) -> Option<u64> {
        Some(state.waiting)
    }

    fn record(state: &State) -> Option<Target> {
        let (table, row) = state.row_in_question()?;
        store::target_of(table, row)
    }

    fn copied(state: &State, moment: &Moment) -> Option<String> {
        tab::copied(state, moment)
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

/// Runs a read of the pages.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
    Ok(match query {
        Query::Count => Message::Count(store::count(connection)?),
        Query::History(target) => Message::History(store::history(connection, &target)?.map(Box::new)),
        Query::PlanBack(record, root, wrote) => {
            Message::Plan(Box::new(store::plan_back(connection, record, root, wrote)?), wrote)
        }
        Query::ActionSize(replica, group) => {
            Message::ActionSize(store::action_size(connection, replica, group)?)
        }
        Query::Decisions => Message::Decisions(store::decisions(connection)?),
        Query::Merges => Message::Merges(merge::runs(connection)?.into_iter().map(run).collect()),
    })
}

fn run(run: merge::Run) -> MergeRun {
    MergeRun {
        id: run.id,
        at: value::moment(&run.at),
        source: run.source,
        records: run.records.unsigned_abs(),
        taken_back: run.taken_back,
    }
}

/// Runs a write of the pages.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
    Ok(match command {
        Command::Done => Message::Done(done(file)?),
        Command::PutBack(records, wrote) => Message::Put(file.put_back(&records, wrote)?.value),
        Command::Revert(replica, group) => {
            let undone = file.take_back_group(replica, group)?.value;
            Message::Reverted(undone.reverted, undone.left.len())
        }
        Command::UndoTo(group) => {
            let (actions, left) = file.undo_to(group)?;
            Message::Undone(actions, left.len())
        }
        Command::Keep(decision, side) => {
            file.keep(decision, side)?;
            Message::Decided(store::count(file.connection())?)
        }
        Command::Decide(decision, third) => {
            let value = match third {
                Third::Text(text) => Value::Text(text),
                Third::Number(number) => Value::Integer(number),
            };
            file.decide(decision, &value)?;
            Message::Decided(store::count(file.connection())?)
        }
        Command::Renumber(report, number) => {
            let free = file.write("renumber", |tx| store::renumber(tx, report, &number))?.value;
            if free {
                Message::Decided(store::count(file.connection())?)
            } else {
                Message::NumberTaken(number)
            }
        }
        Command::PlanMerge(typed) => {
            let path = typed_path(&typed.to_string_lossy());
            let planned = brought(file, &path, true)?;
            Message::MergePlanned(Box::new(planned.map(|told| MergePlan { path, told })))
        }
        Command::Merge(path) => Message::Merged(Box::new(brought(file, &path, false)?)),
        Command::MergeBack(run) => {
            let taken = file.take_merge_back(run)?;
            Message::TakenBack(taken.records, taken.kept.len())
        }
    })
}

/// What this run did, named.
fn done(file: &OfficeFile) -> Result<Vec<DoneRow>, FileError> {
    let mut rows = Vec::new();
    for done in file.done()? {
        let first = match done.first {
            Some((table, row)) => (table, store::name_of(file.connection(), table, row)?),
            None => ("", String::new()),
        };
        rows.push(DoneRow {
            group: done.group,
            action: done.action,
            at: value::moment(&done.at),
            rows: done.rows.unsigned_abs(),
            first,
        });
    }
    Ok(rows)
}

/// Brings a file in, or only looks what would come.
fn brought(
    file: &mut OfficeFile,
    path: &std::path::Path,
    dry_run: bool,
) -> Result<Result<MergeTold, MergeRefused>, FileError> {
    let refused = |error| Ok(Err(MergeRefused { path: path.to_owned(), error }));
    if !path.is_file() {
        return refused(FileError::Missing(path.to_owned()));
    }
    let folder = backup::folder();
    match file.merge(path, Options { backups: Some(&folder), dry_run, by_unit: false }) {
        Ok(merged) => Ok(Ok(told(merged, store::count(file.connection())?))),
        Err(MergeError::Other(error)) => refused(error),
        Err(MergeError::Ours(error)) => Err(error),
        Err(MergeError::Cancelled) => Ok(Ok(MergeTold::default())),
    }
}

fn told(merged: Merged, waiting: u64) -> MergeTold {
    MergeTold {
        records: merged.records,
        rows: merged.by_table,
        clashes: merged.clashes,
        doubles: merged.duplicates_to_decide,
        waiting,
    }
}
