//! What a room asks the program to do.

use std::path::PathBuf;

use super::action::{Tab, Target};
use super::status::Notice;

/// One wish of a room after an action or an answer. `Q` and `C` are the room's own queries and commands.
///
/// Of the effects of one update the program runs the [`Effect::ReadNow`]s first, before any write takes the file.
#[derive(Debug, PartialEq)]
pub enum Effect<Q, C> {
    /// Reads on the loop's own connection before the next frame, so that no frame shows an empty place. Only for what takes
    /// less than a millisecond: one page by key, one row by id.
    ReadNow(Q),
    /// Reads on the reader thread. A later `Read` of the same variant of `Q` by the same room supersedes it: it is
    /// interrupted and its answer never arrives.
    Read(Q),
    /// The same for what nobody waits for, such as counts that take long: it makes way for every other read and begins anew
    /// when that is done. A write ends it without an answer; who wrote asks again.
    ReadLast(Q),
    /// Writes on the writer thread, in order. The answer comes when it is in the file; when it could not be written, the
    /// person is told and the room gets [`Action::Refresh`](super::Action::Refresh).
    Write(C),
    /// Asks the connection that writes for what only it knows; nothing is written and nothing read anew.
    Beside(C),
    /// Says something above the line of keys until the next key.
    Notify(Notice),
    /// Takes back what was said: it is over, and what it announced is in sight.
    Hush,
    /// Copies text to the clipboard of the terminal.
    Copy(String),
    /// Keeps text for Ctrl-V inside the program only, when that is another than the one copied to the terminal.
    Keep(String),
    /// Gives text to the person's own editor. What comes back, when it is another, is an
    /// [`InputEvent::Replace`](super::InputEvent::Replace) for the room.
    OwnEditor(String),
    /// Shows another tab.
    SwitchTab(Tab),
    /// Shows something in another tab; that room gets [`Action::Show`](super::Action::Show).
    Show(Tab, Target),
    /// Remembers in the person's settings that this file (the first) is shared at that place.
    Share(PathBuf, PathBuf),
    /// Takes the last action back (the file's undo).
    Undo,
    /// Does it again.
    Redo,
    /// Leaves the page that lies over the tabs.
    Close,
    /// Leaves the program.
    Quit,
    /// The action means nothing here: the person is told so.
    Unused,
}

impl<Q, C> Effect<Q, C> {
    /// No effect.
    pub fn none() -> Vec<Self> {
        Vec::new()
    }

    /// The same effect of a room that has these reads and writes among its own.
    pub fn of<R, D>(self, read: impl FnOnce(Q) -> R, write: impl FnOnce(C) -> D) -> Effect<R, D> {
        match self {
            Self::ReadNow(query) => Effect::ReadNow(read(query)),
            Self::Read(query) => Effect::Read(read(query)),
            Self::ReadLast(query) => Effect::ReadLast(read(query)),
            Self::Write(command) => Effect::Write(write(command)),
            Self::Beside(command) => Effect::Beside(write(command)),
            Self::Notify(notice) => Effect::Notify(notice),
            Self::Hush => Effect::Hush,
            Self::Copy(text) => Effect::Copy(text),
            Self::Keep(text) => Effect::Keep(text),
            Self::OwnEditor(text) => Effect::OwnEditor(text),
            Self::SwitchTab(tab) => Effect::SwitchTab(tab),
            Self::Show(tab, target) => Effect::Show(tab, target),
            Self::Share(file, place) => Effect::Share(file, place),
            Self::Undo => Effect::Undo,
            Self::Redo => Effect::Redo,
            Self::Close => Effect::Close,
            Self::Quit => Effect::Quit,
            Self::Unused => Effect::Unused,
        }
    }

    /// The answer to an action that means nothing here.
    pub fn unused() -> Vec<Self> {
        vec![Self::Unused]
    }
}
