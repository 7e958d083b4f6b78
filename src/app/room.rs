//! A tab as the program sees it: [`Room`] is what each of the four gives, [`Pane`] is any of them with its state.

use std::any::{Any, TypeId};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::discriminant;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;
use rusqlite::Connection;

use super::threads::Reporter;
use crate::file::{FileError, OfficeFile};
use crate::screen::{Action, Effect, Look, Moment, Notice, Place, Selection, Tab, Target};
use crate::words::Words;

/// What a tab gives to the program. `app/<room>.rs` joins the room's `tab` and `view` with its `store`.
pub trait Room: 'static {
    /// All it shows and remembers.
    type State: Default;
    /// A read.
    type Query: Clone + Send + 'static;
    /// A write.
    type Command: Send + 'static;
    /// The answer to either.
    type Message: Send + 'static;

    /// Takes an action. [`Action::Refresh`] comes first: read what the first screen shows with [`Effect::ReadNow`].
    fn update(
        state: &mut Self::State,
        action: &Action,
        moment: &Moment,
    ) -> Vec<Effect<Self::Query, Self::Command>>;
    /// Takes an answer.
    fn receive(
        state: &mut Self::State,
        message: Self::Message,
        moment: &Moment,
    ) -> Vec<Effect<Self::Query, Self::Command>>;
    /// Where the keys go.
    fn place(state: &Self::State) -> &'static Place;
    /// Whether an action would do something now; the hint line promises nothing else.
    fn works(_state: &Self::State, _action: &Action) -> bool {
        true
    }
    /// The count on the tab bar.
    fn count(_state: &Self::State) -> Option<u64> {
        None
    }
    /// The record under the cursor, whose history can be asked for.
    fn record(_state: &Self::State) -> Option<Target> {
        None
    }
    /// What it has to give out in a bundle.
    fn selection(_state: &Self::State) -> Selection {
        Selection::default()
    }
    /// What Ctrl-C copies: what the cursor is on, or the page that is read, as one would put it in a message. Not asked for
    /// while drawing.
    fn copied(_state: &Self::State, _moment: &Moment) -> Option<String> {
        None
    }
    /// True while text is being written that is not kept as a draft yet: the room gets [`Action::KeepDraft`] after two
    /// seconds, and before the program is left.
    fn is_dirty(_state: &Self::State) -> bool {
        false
    }
    /// Draws the state.
    fn draw(frame: &mut Frame, area: Rect, state: &Self::State, look: &Look, words: &Words);
    /// Runs a read, on the reader thread or for [`Effect::ReadNow`] on the loop's connection.
    ///
    /// # Errors
    /// Whatever the file answers; the person is told.
    fn query(connection: &Connection, query: Self::Query) -> Result<Self::Message, FileError>;
    /// Runs a write, on the writer thread.
    ///
    /// # Errors
    /// Whatever the file answers; nothing is written then, the person is told and the room refreshed.
    fn command(file: &mut OfficeFile, command: Self::Command) -> Result<Self::Message, FileError>;
    /// The same for a room with long work (import, merge): it tells how far it is and stops, with nothing done, when
    /// [`Reporter::report`] says so.
    ///
    /// # Errors
    /// As [`Room::command`].
    fn command_reporting(
        file: &mut OfficeFile,
        command: Self::Command,
        _reporter: &Reporter,
    ) -> Result<Self::Message, FileError> {
        Self::command(file, command)
    }
}

/// What every room does alike: its tab takes the actions and answers, names the place of the keys and what can be copied, its
/// view draws. Stands in `impl Room` beside what the room does in its own way, where `tab`, `view`, `State`, `Query` and `Command` are
/// the room's. With the type of its answers in brackets the room takes them itself.
macro_rules! as_the_tab_does {
    () => {
        as_the_tab_does!(Message);

        fn receive(state: &mut State, message: Message, moment: &Moment) -> Vec<Effect<Query, Command>> {
            tab::receive(state, message, moment)
        }
    };
    ($message:ty) => {
        type State = State;
        type Query = Query;
        type Command = Command;
        type Message = $message;

        fn update(state: &mut State, action: &Action, moment: &Moment) -> Vec<Effect<Query, Command>> {
            tab::update(state, action, moment)
        }

        fn place(state: &State) -> &'static Place {
            tab::place(state)
        }

        fn works(state: &State, action: &Action) -> bool {
            tab::works(state, action)
        }

        fn copied(state: &State, moment: &Moment) -> Option<String> {
            tab::copied(state, moment)
        }

        fn draw(frame: &mut Frame, area: Rect, state: &State, look: &Look, words: &Words) {
            view::draw(frame, area, state, look, words);
        }
    };
}
pub(super) use as_the_tab_does;

/// An answer on its way to its room.
pub type Answer = Box<dyn Any + Send>;
/// A read ready to run; one that made way for another runs again.
pub type Read = Box<dyn Fn(&Connection) -> Result<Answer, FileError> + Send>;
/// A write ready to run.
pub type Write = Box<dyn FnOnce(&mut OfficeFile, &Reporter) -> Result<Answer, FileError> + Send>;

/// An effect of any room.
pub enum Wish {
    /// Before the next frame, here.
    ReadNow(Read),
    /// On the reader thread; a later one of the same slot supersedes it.
    Read {
        /// Hash of the query's variant.
        slot: u64,
        /// The read.
        read: Read,
        /// It makes way for every other.
        last: bool,
    },
    /// On the writer thread.
    Write(Write),
    /// On the writer thread, changing nothing.
    Beside(Write),
    /// Above the line of keys.
    Notify(Notice),
    /// To take back what was said.
    Hush,
    /// To the terminal's clipboard.
    Copy(String),
    /// For Ctrl-V inside the program.
    Keep(String),
    /// To the person's own editor.
    OwnEditor(String),
    /// Where this file is shared, for the settings.
    Share(PathBuf, PathBuf),
    /// Another tab.
    SwitchTab(Tab),
    /// Something in another tab.
    Show(Tab, Target),
    /// The file's undo.
    Undo,
    /// The file's redo.
    Redo,
    /// Leaves the page over the tabs.
    Close,
    /// Leaves the program.
    Quit,
    /// The action meant nothing.
    Unused,
}

/// A tab with its state, whichever it is.
pub trait Pane {
    /// Takes an action.
    fn update(&mut self, action: &Action, moment: &Moment) -> Vec<Wish>;
    /// Takes an answer to one of its reads or writes.
    fn receive(&mut self, answer: Answer, moment: &Moment) -> Vec<Wish>;
    /// Where the keys go.
    fn place(&self) -> &'static Place;
    /// Whether an action would do something now.
    fn works(&self, action: &Action) -> bool;
    /// The count on the tab bar.
    fn count(&self) -> Option<u64>;
    /// The record under the cursor.
    fn record(&self) -> Option<Target>;
    /// What it has to give out.
    fn selection(&self) -> Selection;
    /// What Ctrl-C copies.
    fn copied(&self, moment: &Moment) -> Option<String>;
    /// Text is being written that is not kept yet.
    fn is_dirty(&self) -> bool;
    /// Draws it.
    fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words);
}

/// The state of room `R`.
pub struct Seat<R: Room> {
    state: R::State,
}

impl<R: Room> Default for Seat<R> {
    fn default() -> Self {
        Self { state: R::State::default() }
    }
}

impl<R: Room> Pane for Seat<R> {
    fn update(&mut self, action: &Action, moment: &Moment) -> Vec<Wish> {
        wishes::<R>(R::update(&mut self.state, action, moment))
    }

    fn receive(&mut self, answer: Answer, moment: &Moment) -> Vec<Wish> {
        // Every answer was made by this room's own read or write below.
        match answer.downcast::<R::Message>() {
            Ok(message) => wishes::<R>(R::receive(&mut self.state, *message, moment)),
            Err(_) => Vec::new(),
        }
    }

    fn place(&self) -> &'static Place {
        R::place(&self.state)
    }

    fn works(&self, action: &Action) -> bool {
        R::works(&self.state, action)
    }

    fn count(&self) -> Option<u64> {
        R::count(&self.state)
    }

    fn record(&self) -> Option<Target> {
        R::record(&self.state)
    }

    fn selection(&self) -> Selection {
        R::selection(&self.state)
    }

    fn copied(&self, moment: &Moment) -> Option<String> {
        R::copied(&self.state, moment)
    }

    fn is_dirty(&self) -> bool {
        R::is_dirty(&self.state)
    }

    fn draw(&self, frame: &mut Frame, area: Rect, look: &Look, words: &Words) {
        R::draw(frame, area, &self.state, look, words);
    }
}

fn wishes<R: Room>(effects: Vec<Effect<R::Query, R::Command>>) -> Vec<Wish> {
    effects.into_iter().map(wish::<R>).collect()
}

fn wish<R: Room>(effect: Effect<R::Query, R::Command>) -> Wish {
    let read = |query: R::Query| -> Read {
        Box::new(move |connection| {
            R::query(connection, query.clone()).map(|message| Box::new(message) as Answer)
        })
    };
    let beside = |query: R::Query, last: bool| {
        let mut hasher = DefaultHasher::new();
        (TypeId::of::<R>(), discriminant(&query)).hash(&mut hasher);
        Wish::Read { slot: hasher.finish(), read: read(query), last }
    };
    match effect {
        Effect::ReadNow(query) => Wish::ReadNow(read(query)),
        Effect::Read(query) => beside(query, false),
        Effect::ReadLast(query) => beside(query, true),
        Effect::Write(command) => Wish::Write(Box::new(move |file, reporter| {
            R::command_reporting(file, command, reporter).map(|message| Box::new(message) as Answer)
        })),
        Effect::Beside(command) => Wish::Beside(Box::new(move |file, reporter| {
            R::command_reporting(file, command, reporter).map(|message| Box::new(message) as Answer)
        })),
        Effect::Notify(notice) => Wish::Notify(notice),
        Effect::Hush => Wish::Hush,
        Effect::Copy(text) => Wish::Copy(text),
        Effect::Keep(text) => Wish::Keep(text),
        Effect::OwnEditor(text) => Wish::OwnEditor(text),
        Effect::Share(file, place) => Wish::Share(file, place),
        Effect::SwitchTab(tab) => Wish::SwitchTab(tab),
        Effect::Show(tab, target) => Wish::Show(tab, target),
        Effect::Undo => Wish::Undo,
        Effect::Redo => Wish::Redo,
        Effect::Close => Wish::Close,
        Effect::Quit => Wish::Quit,
        Effect::Unused => Wish::Unused,
    }
}
