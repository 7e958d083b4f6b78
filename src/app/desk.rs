//! An open office: the four tabs, the file behind them, and what runs for them.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use chrono::NaiveDate;
use std::time::Duration;

use rusqlite::Connection;

use super::room::{Pane, Read, Seat, Wish, Write};
use super::threads::{Job, ReadDone, Reader, Wake, WriteDone, Writer, is_interrupted};
use super::{charts, copies, inbox, issues, orientations, overdue, roster, summary, survey, training};
use crate::file::{self, FileError, OfficeFile, Who};
use crate::office;
use crate::roster::store;
use crate::screen::status::Progress;
use crate::screen::{Action, Moment, Notice, Tab, Target};

/// The tabs, and the pages over them.
const PANES: usize = 10;

/// An open office.
pub struct Desk {
    pub(super) panes: [Box<dyn Pane>; PANES],
    pub(super) chosen: Tab,
    /// The page that lies over the tab in sight, by its place among the panes.
    pub(super) paged: Option<usize>,
    /// The day the last backup was asked for.
    pub(super) backed_up: Option<NaiveDate>,
    /// Rooms whose rows may have changed since they were read.
    pub(super) stale: [bool; PANES],
    /// The loop's own connection: reads of a page or a row, before the next frame.
    file: OfficeFile,
    /// The office's name as the file has it; read with the rows, not with every frame.
    office: Option<String>,
    /// `data_version` of that connection when the rooms were last told.
    version: i64,
    who: Who,
    wake: Sender<Wake>,
    writer: Option<Writer>,
    reader: Option<Reader>,
    /// Writes handed over and not answered.
    writes: usize,
    /// Work for a room that writes nothing, handed over to the writer and not answered.
    besides: usize,
    /// Something was written since the file was opened: there may be something to take back.
    wrote: bool,
    /// Another program holds the file, and reads of the loop go to the reader.
    locked: bool,
    /// How far the long write is that runs.
    progress: Option<Progress>,
    /// Number of the newest read of each slot; older answers are dropped.
    newest: HashMap<u64, u64>,
    reads: u64,
}

/// What goes on beside the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Nothing.
    Idle,
    /// A search or a count.
    Reading,
    /// A write.
    Writing,
    /// Long work, so far.
    Working(Progress),
}

/// What a desk wants of the program.
#[derive(Debug, PartialEq)]
pub enum Ask {
    /// Say this.
    Say(Notice),
    /// Take back what was said.
    Hush,
    /// Put this on the clipboard.
    Copy(String),
    /// Keep this for Ctrl-V inside the program.
    Keep(String),
    /// Give this to the person's own editor.
    OwnEditor(String),
    /// Remember where this file is shared.
    Share(PathBuf, PathBuf),
    /// Leave.
    Quit,
    /// The action meant nothing to the room.
    Unused,
}

impl Desk {
    /// Opens the office's file and reads what the first tab shows.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn open(path: &Path, who: Who, wake: Sender<Wake>) -> Result<Self, FileError> {
        let file = office::open(path, who.clone())?;
        let version = data_version(file.connection())?;
        let office = office_name(&file);
        // The loop never waits for another program; what cannot be read at once is read beside it.
        file.connection().busy_timeout(COMMIT)?;
        Ok(Self {
            panes: [
                Box::<Seat<roster::Roster>>::default(),
                Box::<Seat<training::Training>>::default(),
                Box::<Seat<inbox::Inbox>>::default(),
                Box::<Seat<summary::Summary>>::default(),
                Box::<Seat<copies::Copies>>::default(),
                Box::<Seat<overdue::Overdue>>::default(),
                Box::<Seat<charts::Charts>>::default(),
                Box::<Seat<issues::Issues>>::default(),
                Box::<Seat<orientations::Orientations>>::default(),
                Box::<Seat<survey::Surveys>>::default(),
            ],
            chosen: Tab::default(),
            paged: None,
            backed_up: None,
            stale: [true; PANES],
            file,
            office,
            version,
            who,
            wake,
            writer: None,
            reader: None,
            writes: 0,
            besides: 0,
            wrote: false,
            locked: false,
            progress: None,
            newest: HashMap::new(),
            reads: 0,
        })
    }

    /// Who writes from now on. What was written already keeps its label, and so does the rest of a run that has begun to
    /// write: undo belongs to it.
    pub fn set_who(&mut self, who: Who) {
        self.who = who;
    }

    /// The file.
    pub fn file(&self) -> &OfficeFile {
        &self.file
    }

    /// The office's name as the file has it.
    pub fn office(&self) -> Option<&str> {
        self.office.as_deref()
    }

    /// Whether an action would do something now.
    pub fn works(&self, action: &Action) -> bool {
        match action {
            Action::Undo | Action::Redo if !self.pane().place().is_text() => {
                self.wrote && self.pane().works(action)
            }
            _ => self.pane().works(action),
        }
    }

    /// Writes handed over and not answered.
    pub fn writes(&self) -> usize {
        self.writes
    }

    /// The tab in sight.
    pub fn chosen(&self) -> Tab {
        self.chosen
    }

    /// The room in sight.
    pub fn pane(&self) -> &dyn Pane {
        self.panes[self.in_sight()].as_ref()
    }

    /// The count of a tab.
    pub fn count(&self, tab: Tab) -> Option<u64> {
        self.panes[tab.index()].count()
    }

    /// What goes on beside the loop.
    pub fn busy(&self) -> Busy {
        match self.progress {
            Some(progress) => Busy::Working(progress),
            None if self.writes > 0 => Busy::Writing,
            None if self.besides > 0 || !self.newest.is_empty() => Busy::Reading,
            None => Busy::Idle,
        }
    }

    /// A long write says how far it is.
    pub fn progressed(&mut self, progress: Progress) {
        self.progress = Some(progress);
    }

    /// Work beside the writes was handed over for a room (true), or is over.
    pub(super) fn working_beside(&mut self, begins: bool) {
        self.progress = None;
        self.besides = if begins { self.besides + 1 } else { self.besides.saturating_sub(1) };
    }

    /// Asks the long write that runs to stop; false when there is none.
    pub fn cancel(&self) -> bool {
        match (&self.writer, self.progress) {
            (Some(writer), Some(_)) => {
                writer.cancel();
                true
            }
            _ => false,
        }
    }

    /// Text is being written that is not kept yet.
    pub fn is_dirty(&self) -> bool {
        self.panes.iter().any(|pane| pane.is_dirty())
    }

    /// Brings a tab into sight, with its rows read anew when they may have changed.
    pub fn show(&mut self, tab: Tab, moment: &Moment) -> Vec<Ask> {
        self.chosen = tab;
        self.paged = None;
        let action =
            if std::mem::take(&mut self.stale[tab.index()]) { Action::Refresh } else { Action::Resize };
        self.quietly(tab.index(), &action, moment)
    }

    /// Passes an action to the room in sight.
    pub fn act(&mut self, action: &Action, moment: &Moment) -> Vec<Ask> {
        if let Some(asks) = self.turn_to_page(action, moment) {
            return asks;
        }
        // What stands in a form the form itself gives.
        if *action == Action::Copy
            && let Some(text) = self.pane().copied(moment)
        {
            return vec![Ask::Copy(text)];
        }
        let at = self.in_sight();
        if *action == Action::Refresh {
            self.office = office_name(&self.file);
        }
        let wishes = self.panes[at].update(action, moment);
        self.run(at, wishes, moment)
    }

    /// Passes an action that the program itself sends; a room need not know it.
    pub(super) fn quietly(&mut self, at: usize, action: &Action, moment: &Moment) -> Vec<Ask> {
        let wishes = self.panes[at].update(action, moment);
        let mut asks = self.run(at, wishes, moment);
        asks.retain(|ask| *ask != Ask::Unused);
        asks
    }

    /// After the first frame and after writes: the counts of the rooms out of sight.
    pub fn recount(&mut self, moment: &Moment) -> Vec<Ask> {
        (0..self.panes.len())
            .filter(|at| *at != self.in_sight())
            .collect::<Vec<_>>()
            .into_iter()
            .flat_map(|at| self.quietly(at, &Action::Recount, moment))
            .collect()
    }

    /// The window has another size.
    pub fn resize(&mut self, moment: &Moment) -> Vec<Ask> {
        self.quietly(self.in_sight(), &Action::Resize, moment)
    }

    /// Texts being written are kept as drafts.
    pub fn keep_drafts(&mut self, moment: &Moment) -> Vec<Ask> {
        (0..self.panes.len())
            .filter(|at| self.panes[*at].is_dirty())
            .collect::<Vec<_>>()
            .into_iter()
            .flat_map(|at| self.quietly(at, &Action::KeepDraft, moment))
            .collect()
    }

    /// Looks whether another program changed the file; the rooms read anew then. Asked on a key or when the window gets the
    /// keyboard, never by a timer.
    pub fn look_outside(&mut self, moment: &Moment) -> Vec<Ask> {
        // Our own writer changes the version too, and would be waited for.
        if self.writes > 0 {
            return Vec::new();
        }
        match self.outside_version() {
            Some(version) if version != self.version => {
                self.version = version;
                self.refresh(moment)
            }
            _ => Vec::new(),
        }
    }

    /// The version of the file; `None` while another program holds it.
    fn outside_version(&mut self) -> Option<i64> {
        // Once it was found held it is not waited for again until it is free.
        let patience = if self.locked { Duration::ZERO } else { LOOP_PATIENCE };
        let connection = self.file.connection();
        let version = connection.busy_timeout(patience).and_then(|()| data_version(connection));
        self.locked = version.is_err();
        // A lock that comes between this and a read is the short one of a commit.
        let commit = connection.busy_timeout(COMMIT);
        version.and_then(|version| commit.map(|()| version)).ok()
    }

    /// All rooms read anew what they show.
    pub(super) fn refresh(&mut self, moment: &Moment) -> Vec<Ask> {
        self.office = office_name(&self.file);
        self.stale = [true; PANES];
        self.stale[self.in_sight()] = false;
        let mut asks = self.quietly(self.in_sight(), &Action::Refresh, moment);
        asks.extend(self.recount(moment));
        asks
    }

    /// Hands the file's own undo or redo to the writer.
    pub fn write_for_all(&mut self, write: Write) -> Result<(), io::Error> {
        self.hand_over(None, write)
    }

    /// Runs effects: the reads that go before the next frame first, so that they do not wait for a write. Answers may bring
    /// further effects; a room that asks for ever is cut off.
    pub(super) fn run(&mut self, at: usize, wishes: Vec<Wish>, moment: &Moment) -> Vec<Ask> {
        let mut asks = Vec::new();
        let mut waiting = wishes;
        for _ in 0..MOST_ROUNDS {
            if waiting.is_empty() {
                break;
            }
            let (now, later): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|wish| matches!(wish, Wish::ReadNow(_)));
            waiting = Vec::new();
            for wish in now.into_iter().chain(later) {
                waiting.extend(self.grant(at, wish, moment, &mut asks));
            }
        }
        asks
    }

    fn grant(&mut self, at: usize, wish: Wish, moment: &Moment, asks: &mut Vec<Ask>) -> Vec<Wish> {
        match wish {
            Wish::ReadNow(read) => return self.read_now(at, read, moment, asks),
            Wish::Read { slot, read, last } => {
                if let Err(error) = self.read(at, slot, read, last) {
                    asks.push(self.problem(&error.into(), moment));
                }
            }
            Wish::Write(write) => {
                if let Err(error) = self.hand_over(Some(at), write) {
                    asks.push(self.problem(&error.into(), moment));
                }
            }
            Wish::Beside(work) => {
                if let Err(error) = self.beside(Some(at), work) {
                    asks.push(self.problem(&error.into(), moment));
                }
            }
            Wish::Notify(notice) => asks.push(Ask::Say(notice)),
            Wish::Hush => asks.push(Ask::Hush),
            Wish::Copy(text) => asks.push(Ask::Copy(text)),
            Wish::Keep(text) => asks.push(Ask::Keep(text)),
            Wish::OwnEditor(text) => asks.push(Ask::OwnEditor(text)),
            Wish::Share(file, place) => asks.push(Ask::Share(file, place)),
            Wish::SwitchTab(tab) => asks.extend(self.show(tab, moment)),
            Wish::Show(tab, target) => asks.extend(self.show_target(tab, target, moment)),
            Wish::Undo => asks.extend(self.undo(true, moment)),
            Wish::Redo => asks.extend(self.undo(false, moment)),
            Wish::Close => asks.extend(self.close_page(moment)),
            Wish::Quit => asks.push(Ask::Quit),
            Wish::Unused => asks.push(Ask::Unused),
        }
        Vec::new()
    }

    /// Reads on the loop's own connection; beside it when another program holds the file just now.
    fn read_now(&mut self, at: usize, read: Read, moment: &Moment, asks: &mut Vec<Ask>) -> Vec<Wish> {
        if self.outside_version().is_none() {
            self.reads += 1;
            let slot = HELD - self.reads;
            if let Err(error) = self.read(at, slot, read, false) {
                asks.push(self.problem(&error.into(), moment));
            }
            return Vec::new();
        }
        match file::reading(self.file.connection(), read) {
            Ok(answer) => return self.panes[at].receive(answer, moment),
            Err(error) => asks.push(self.problem(&error, moment)),
        }
        Vec::new()
    }

    fn show_target(&mut self, tab: Tab, target: Target, moment: &Moment) -> Vec<Ask> {
        let mut asks = self.show(tab, moment);
        asks.extend(self.act(&Action::Show(target), moment));
        asks
    }

    fn read(&mut self, at: usize, slot: u64, read: Read, last: bool) -> io::Result<()> {
        self.reads += 1;
        self.newest.insert(slot, self.reads);
        let reader = match &self.reader {
            Some(reader) => reader,
            None => self.reader.insert(Reader::start(self.file.path().to_owned(), &self.wake)?),
        };
        reader.read(Job { pane: at, slot, number: self.reads, read, last });
        Ok(())
    }

    fn hand_over(&mut self, at: Option<usize>, write: Write) -> io::Result<()> {
        if let Some(reader) = &self.reader {
            reader.make_way();
        }
        self.writer()?.write(at, write);
        self.writes += 1;
        self.wrote = true;
        Ok(())
    }

    /// The writer, started at its first job.
    pub(super) fn writer(&mut self) -> io::Result<&Writer> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => Writer::start(self.file.path().to_owned(), self.who.clone(), &self.wake)?,
        };
        Ok(self.writer.insert(writer))
    }

    /// Takes the answer of the reader.
    pub fn read_done(&mut self, done: ReadDone, moment: &Moment) -> Vec<Ask> {
        if self.newest.get(&done.slot) != Some(&done.number) {
            return Vec::new();
        }
        self.newest.remove(&done.slot);
        match done.answer {
            Ok(answer) => {
                let wishes = self.panes[done.pane].receive(answer, moment);
                self.run(done.pane, wishes, moment)
            }
            Err(error) if done.last && is_interrupted(&error) => Vec::new(),
            // It made way for a write; it is read again with everything else when that is done.
            Err(error) if is_interrupted(&error) => {
                self.stale[done.pane] = true;
                self.refresh_stale(moment)
            }
            Err(error) => vec![self.problem(&error, moment)],
        }
    }

    /// Takes the answer of the writer.
    pub fn written(&mut self, done: WriteDone, moment: &Moment) -> Vec<Ask> {
        let done = match self.done_beside(done, moment) {
            Ok(asks) => return asks,
            Err(done) => done,
        };
        self.writes = self.writes.saturating_sub(1);
        self.progress = None;
        if self.writes == 0
            && let Some(version) = self.outside_version()
        {
            self.version = version;
        }
        let chosen = self.in_sight();
        for (at, stale) in self.stale.iter_mut().enumerate() {
            *stale |= Some(at) != done.pane;
        }
        let mut asks = match (done.answer, done.pane) {
            (Ok(answer), Some(pane)) => {
                let wishes = self.panes[pane].receive(answer, moment);
                self.run(pane, wishes, moment)
            }
            (Ok(answer), None) => {
                self.office = office_name(&self.file);
                Self::undone(answer, moment)
            }
            (Err(error), pane) => {
                self.stale[pane.unwrap_or(chosen)] = true;
                vec![self.problem(&error, moment)]
            }
        };
        asks.extend(self.refresh_stale(moment));
        if self.writes == 0 {
            asks.extend(self.recount(moment));
        }
        asks
    }

    /// The room in sight reads anew when its rows may have changed and no write is on its way.
    fn refresh_stale(&mut self, moment: &Moment) -> Vec<Ask> {
        let chosen = self.in_sight();
        if self.writes > 0 || !std::mem::take(&mut self.stale[chosen]) {
            return Vec::new();
        }
        self.quietly(chosen, &Action::Refresh, moment)
    }

    pub(super) fn problem(&self, error: &FileError, moment: &Moment) -> Ask {
        Ask::Say(Notice::problem(office::problem::describe(moment.words, self.file.path(), error)))
    }
}

/// Effects of answers of effects, at most.
const MOST_ROUNDS: usize = 32;

/// The office's name; `None` when there is none, or the file cannot be asked just now.
fn office_name(file: &OfficeFile) -> Option<String> {
    store::office_name(file.connection()).ok().flatten()
}

/// Changes whenever another connection changes the file.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}

/// How long the loop waits for another program that writes: less than a person notices.
const LOOP_PATIENCE: Duration = Duration::from_millis(100);

/// How long a commit may hold the file.
const COMMIT: Duration = Duration::from_secs(2);

/// Slots of reads that could not wait, counted downwards: none supersedes another.
const HELD: u64 = u64::MAX;
