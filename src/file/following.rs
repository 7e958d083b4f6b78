//! What follows of itself from what a person wrote or a merge brought: a rule gives an item away, a reference to a person
//! who was joined to another goes over to that one.
//!
//! It is written as a group of its own in the same transaction, so that history tells it from what a person did. Several
//! copies may come to the same by themselves, and to different things while their rules differ; neither is a question for a
//! person. So such a record gives way to everything that anybody typed: its clock stands right behind what it changed.

use rusqlite::{Transaction, params};

use super::context::Numbers;
use super::error::FileError;
use super::merge::Range;
use super::write::{Changed, Group, Run, Step, Tx};
use super::{Rooms, Who, decide};

/// Identifiers of the actions that nobody took.
pub const OF_ITSELF: [&str; 2] = ["assign-by-rule", "join-followed"];

/// The same as a condition on `grp.action`.
pub(super) const IS_OF_ITSELF: &str = "action IN ('assign-by-rule', 'join-followed')";

/// Writes something that follows.
pub type Write<'a> = Box<dyn FnOnce(&Tx) -> Result<(), FileError> + 'a>;

/// Something that follows.
pub struct Following<'a> {
    /// Its action, one of [`OF_ITSELF`].
    pub action: &'static str,
    /// Writes it; nothing when there is nothing to do.
    pub write: Write<'a>,
}

/// Where a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A person wrote it here.
    Written,
    /// It came from another file.
    Merged,
}

/// Who writes, and into what.
pub(super) struct Writer<'a> {
    pub rooms: &'static dyn Rooms,
    pub numbers: &'a Numbers,
    pub run: &'a mut Run,
    pub who: &'a Who,
    pub now: i64,
}

/// Writes what follows. Gives its records. The run's groups count on: whoever cannot commit sets them back.
pub(super) fn write(
    tx: &Transaction,
    writer: &mut Writer,
    changed: &Changed,
    source: Source,
) -> Result<Vec<Range>, FileError> {
    let mut ranges = Vec::new();
    for Following { action, write } in writer.rooms.following(tx, changed, source)? {
        let Writer { numbers, run, who, now, .. } = writer;
        let group = Group::begin(tx, numbers, run, who, *now, action, Step::Apart)?;
        write(&Tx::over(tx))?;
        let (done, range) = group.end(tx, numbers)?;
        numbers.close();
        if done.is_empty() {
            continue;
        }
        give_way(tx, range)?;
        run.groups = group.number;
        writer.rooms.update(tx, &done)?;
        ranges.push(range);
    }
    if !ranges.is_empty() {
        decide::ask_again(tx)?;
    }
    Ok(ranges)
}

/// Sets the clock of changes right behind what they changed.
fn give_way(tx: &Transaction, Range { rep, from, to }: Range) -> Result<(), FileError> {
    tx.prepare_cached(
        "UPDATE log SET hlc = 1 + coalesce(
           (SELECT p.hlc FROM log p WHERE p.rep = log.prep AND p.seq = log.pseq),
           (SELECT min(c.hlc) FROM log c WHERE c.row = log.row AND c.tbl = log.tbl AND c.op = 0), hlc - 1)
         WHERE rep = ?1 AND seq BETWEEN ?2 AND ?3 AND op = 1",
    )?
    .execute(params![rep, from, to])?;
    Ok(())
}
