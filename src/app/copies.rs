//! Joins the pages over the tabs with the log, with merging, and with what goes out.

mod giving;

use std::path::{Path, PathBuf};

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::paths::typed_paths;
use super::room::{Room, as_the_tab_does};
use super::threads::Reporter;
use crate::copies::store;
use crate::copies::tab::{
    self, Coming, Command, DoneRow, MergePlan, MergeRefused, MergeRun, MergeTold, Message, Query, State,
    Third,
};
use crate::copies::view;
use crate::file::merge::{self, Options, Stopped};
use crate::file::seal::{self, Passphrases, is_sealed};
use crate::file::{FileError, OfficeFile, backup, value};
use crate::office::store::{self as doubles, Kind};
use crate::screen::{Action, Effect, Look, Moment, Place, Target};
use crate::words::Words;

/// History, what was done, decisions and merges.
pub struct Copies;

impl Room for Copies {
    as_the_tab_does!();

    fn count(state: &State) -> Option<u64> {
        Some(state.waiting)
    }

    fn record(state: &State) -> Option<Target> {
        let (table, row) = state.row_in_question()?;
        store::target_of(table, row)
    }

    fn query(connection: &Connection, query: Query) -> Result<Message, FileError> {
        self::query(connection, query)
    }

    fn command(file: &mut OfficeFile, command: Command) -> Result<Message, FileError> {
        self::command(file, command, &Reporter::silent())
    }

    fn command_reporting(
        file: &mut OfficeFile,
        command: Command,
        reporter: &Reporter,
    ) -> Result<Message, FileError> {
        self::command(file, command, reporter)
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
        Query::JoinSize(joining) => {
            let refer = match Kind::of_table(joining.table) {
                Some(kind) => doubles::would_join(connection, kind, joining.gone.0)?,
                None => Vec::new(),
            };
            Message::JoinSized(joining, refer)
        }
        Query::Offer(asked) => {
            let (selection, eyes, prefix) = *asked;
            Message::Offer(Box::new(giving::offer(connection, selection, &eyes, &prefix)?))
        }
        Query::Own => Message::Own(connection.path().map(PathBuf::from).unwrap_or_default()),
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
pub fn command(file: &mut OfficeFile, command: Command, reporter: &Reporter) -> Result<Message, FileError> {
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
        Command::TakeOut(table, column, row) => {
            file.write("take-out", |tx| store::take_out(tx, table, column, row))?;
            Message::Decided(store::count(file.connection())?)
        }
        Command::Join(table, pairs) => {
            joined(file, table, &pairs)?;
            Message::Decided(store::count(file.connection())?)
        }
        Command::Apart(table, pairs) => {
            if let Some(kind) = Kind::of_table(table) {
                file.write("not-the-same", |tx| doubles::set_all_apart(tx, kind, &pairs))?;
            }
            Message::Decided(store::count(file.connection())?)
        }
        Command::CarryOver(question, table, row) => {
            if let Some(kind) = Kind::of_table(table) {
                file.keep_and(question, 0, |tx, sides| doubles::carry_over(tx, kind, row, sides))?;
            }
            Message::Decided(store::count(file.connection())?)
        }
        Command::Verdict(question, side, verdict, joined) => {
            doubles::settle_verdict(file, question, side, verdict, joined)?;
            Message::Decided(store::count(file.connection())?)
        }
        Command::PlanMerge(mut coming) => {
            let sources = sources(&coming.typed, file.path());
            if let Some(closed) = unopened(&sources, &mut coming) {
                return Ok(Message::MergeClosed(coming, closed));
            }
            let passphrases = coming.passphrases;
            let Brought { usable, told } = brought(file, &sources, &passphrases, true, reporter)?;
            Message::MergePlanned(Box::new(MergePlan { paths: sources, usable, passphrases, told }))
        }
        Command::Merge(sources, passphrases) => {
            Message::Merged(Box::new(brought(file, &sources, &passphrases, false, reporter)?.told))
        }
        Command::PlanGive(order) => Message::Given(Box::new(giving::plan(file, order, reporter))),
        Command::Give(order) => Message::Given(Box::new(giving::write(file, &order, reporter))),
        Command::Publish(typed) => Message::Shared(Box::new(giving::publish(file, &typed, reporter)?)),
        Command::MergeBack(runs) => {
            let (mut records, mut kept) = (0, 0);
            for run in runs {
                let taken = file.take_merge_back(run)?;
                records += taken.records;
                kept += taken.kept.len();
            }
            Message::TakenBack(records, kept)
        }
    })
}

/// Makes one of the rows of every pair.
fn joined(file: &mut OfficeFile, table: &str, pairs: &[(uuid::Uuid, uuid::Uuid)]) -> Result<(), FileError> {
    if let Some(kind) = Kind::of_table(table) {
        file.write("join", |tx| doubles::join_all(tx, kind, pairs))?;
    }
    Ok(())
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

/// The files a person means: one, several in quotes, or all copies in a folder. This file itself is none of them.
fn sources(typed: &str, own: &Path) -> Vec<PathBuf> {
    let own = own.canonicalize().ok();
    let mut found = Vec::new();
    for path in typed_paths(typed) {
        if !path.is_dir() {
            found.push(path);
            continue;
        }
        let inside = std::fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_copy = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("duluan")) && path.is_file()
        };
        let mut copies: Vec<PathBuf> =
            inside.filter(is_copy).filter(|path| path.canonicalize().ok() != own || own.is_none()).collect();
        copies.sort();
        if copies.is_empty() {
            found.push(path);
        }
        found.extend(copies);
    }
    found
}

/// The first closed file that nothing known opens and that is not left out. A passphrase that opened one file is tried on the
/// next.
fn unopened(sources: &[PathBuf], coming: &mut Coming) -> Option<PathBuf> {
    for file in sources.iter().filter(|file| is_sealed(file)) {
        if coming.passphrases.of(file).is_some() || coming.without.contains(file) {
            continue;
        }
        match &coming.last {
            // What is damaged is told with the other files.
            Some(last) if !matches!(seal::try_open(file, last), Err(FileError::WrongPassphrase)) => {
                coming.passphrases.set(file, last.clone());
            }
            _ => return Some(file.clone()),
        }
    }
    None
}

/// What became of files, and which of them could be used.
struct Brought {
    usable: Vec<PathBuf>,
    told: MergeTold,
}

/// Brings files in, or only looks what would come.
fn brought(
    file: &mut OfficeFile,
    sources: &[PathBuf],
    passphrases: &Passphrases,
    dry_run: bool,
    reporter: &Reporter,
) -> Result<Brought, FileError> {
    let (there, missing): (Vec<PathBuf>, Vec<PathBuf>) =
        sources.iter().cloned().partition(|path| path.is_file());
    let folder = backup::folder();
    let options = Options {
        backups: Some(&folder),
        dry_run,
        by_unit: true,
        passphrases: Some(passphrases),
        stop: Some(reporter.stop()),
    };
    let all = file.merge_all(&there, options, |progress| {
        let (done, whole) = progress.of_all();
        reporter.report(done as u64, whole as u64)
    });
    if let Some(Stopped::Ours(error)) = all.stopped
        && all.sum.records == 0
    {
        return Err(error);
    }
    let came = all.files.iter().filter(|(_, merged)| merged.records > 0).count();
    let runs = if dry_run {
        Vec::new()
    } else {
        merge::runs(file.connection())?.into_iter().take(came).map(|run| run.id).collect()
    };
    let left = there.len() - all.files.len() - all.refused.len();
    let refused = missing.into_iter().map(|path| (path.clone(), FileError::Missing(path))).chain(all.refused);
    let told = MergeTold {
        files: (came, all.files.len() - came),
        records: all.sum.records,
        rows: all.sum.by_table,
        units: all.sum.by_unit,
        clashes: all.sum.clashes,
        doubles: all.sum.duplicates_to_decide,
        waiting: store::count(file.connection())?,
        refused: refused.map(|(path, error)| MergeRefused { path, error }).collect(),
        left,
        runs,
    };
    Ok(Brought { usable: all.files.into_iter().map(|(path, _)| path).collect(), told })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_the_copies_in_it_but_not_the_file_itself() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("tinh.duluan");
        for name in ["tinh.duluan", "xa-b.duluan", "xa-a.DULUAN", "doc.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let typed = folder.path().to_string_lossy().into_owned();
        let names: Vec<PathBuf> = ["xa-a.DULUAN", "xa-b.duluan"].map(|name| folder.path().join(name)).into();
        assert_eq!(sources(&typed, &own), names);
        let one = names[1].to_string_lossy().into_owned();
        assert_eq!(sources(&one, &own), [names[1].clone()]);
        let both = format!("'{}' \"{}\"", names[0].display(), names[1].display());
        assert_eq!(sources(&both, &own), names);
        let empty = folder.path().join("trong");
        std::fs::create_dir(&empty).unwrap();
        assert_eq!(sources(&empty.to_string_lossy(), &own), [empty]);
    }
}
