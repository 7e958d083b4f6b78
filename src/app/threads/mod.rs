//! The threads beside the loop. All of them speak to the loop through one channel, so that the loop sleeps in one place
//! and is woken by whichever has something to say, without a timer.
//!
//! * keys: blocks in `event::read`, hands over everything that was waiting as one burst, and reads on when the loop has taken
//!   it (so that another program may have the keyboard meanwhile);
//! * writer: owns the [`OfficeFile`] that is written through, runs commands in order; leaving waits for it;
//! * reader: its own read-only connection, runs the newest read of each kind, interrupted when it is superseded or when a
//!   write is waiting;
//! * signals: SIGTERM, SIGHUP, SIGINT and the closing of a Windows console end the program in order, within five seconds.
//!
//! Writer and reader open the file at their first job: a start that only looks costs one connection.

mod keys;
mod reader;
mod signals;
mod writer;

use std::io;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};

use ratatui::crossterm::event;

pub use keys::keys;
pub use reader::{Job, Reader, is_interrupted};
pub use signals::{end, has_shell, signals, stop};
pub use writer::{Reporter, Writer};

use super::browse::Listing;
use super::room::Answer;
use crate::file::FileError;
use crate::screen::status::Progress;

/// What wakes the loop.
pub enum Wake {
    /// Everything the terminal had waiting.
    Terminal(Vec<event::Event>),
    /// The terminal cannot be read any more.
    TerminalGone(io::Error),
    /// A read is done.
    Read(ReadDone),
    /// A write is done.
    Written(WriteDone),
    /// What a folder holds.
    Listed(Listing),
    /// How far a long write is.
    Progress(Progress),
    /// The system wants the program to end.
    End,
    /// The system wants the program to stop and lend the terminal to the shell.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only there programs are stopped and go on"))]
    Suspend,
    /// The program goes on after it was stopped.
    #[cfg_attr(not(unix), allow(dead_code, reason = "only there programs are stopped and go on"))]
    Resumed,
    /// A thread panicked; its report is printed already.
    Died,
}

/// A read that is done.
pub struct ReadDone {
    /// The room it is for.
    pub pane: usize,
    /// Its kind.
    pub slot: u64,
    /// Which read of its kind.
    pub number: u64,
    /// It makes way for every other: broken off by a write, it is not asked again.
    pub last: bool,
    /// The answer.
    pub answer: Result<Answer, FileError>,
}

/// A write that is done.
pub struct WriteDone {
    /// The room it is for; `None` for the file's own undo and redo.
    pub pane: Option<usize>,
    /// The answer.
    pub answer: Result<Answer, FileError>,
}

/// Tells the loop when its thread panics.
struct Alarm(Sender<Wake>);

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            // Without a loop there is nobody to tell.
            let _ = self.0.send(Wake::Died);
        }
    }
}

fn start(
    name: &str,
    wake: &Sender<Wake>,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let alarm = Alarm(wake.clone());
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        let _alarm = alarm;
        work();
    })
}

/// What a thread opens at its first job.
fn opened<T, E>(slot: &mut Option<T>, open: impl FnOnce() -> Result<T, E>) -> Result<&mut T, E> {
    Ok(match slot {
        Some(opened) => opened,
        None => slot.insert(open()?),
    })
}

#[cfg(test)]
mod testing {
    use std::path::PathBuf;

    use crate::file::Who;
    use crate::office;

    /// An empty office.
    pub fn office() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so-tay.duluan");
        office::create(&path, Who::default()).unwrap();
        (folder, path)
    }
}
