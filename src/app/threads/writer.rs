//! The thread that writes: commands in order, with how far they are.

use std::cell::Cell;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Wake, WriteDone, opened, start};
use crate::app::room::Write;
use crate::file::{OfficeFile, Stop, Who};
use crate::office;
use crate::screen::status::Progress;

/// The writer: commands in order.
pub struct Writer {
    jobs: Option<Sender<(Option<usize>, Write)>>,
    thread: Option<JoinHandle<()>>,
    /// The person does not want the long work that runs.
    stop: Stop,
}

/// Tells the loop how far long work is, and the work whether to go on.
pub struct Reporter {
    wake: Sender<Wake>,
    stop: Stop,
    told: Cell<Option<Instant>>,
}

/// Progress is told this often.
const TOLD: Duration = Duration::from_millis(100);

impl Reporter {
    fn new(wake: &Sender<Wake>, stop: &Stop) -> Self {
        stop.clear();
        Self {
            wake: wake.clone(),
            stop: stop.clone(),
            // Work that is done at once shows no bar.
            told: Cell::new(Some(Instant::now())),
        }
    }

    /// For work nobody watches.
    pub(in crate::app) fn silent() -> Self {
        Self { wake: mpsc::channel().0, stop: Stop::default(), told: Cell::new(None) }
    }

    /// So many steps of so many (0: nobody knows) are done; false when the work is to stop with nothing done.
    pub fn report(&self, done: u64, total: u64) -> bool {
        if self.told.get().is_none_or(|told| told.elapsed() >= TOLD) {
            self.told.set(Some(Instant::now()));
            // Without a loop nobody looks, and the work goes on to its end.
            let _ = self.wake.send(Wake::Progress(Progress { done, total }));
        }
        !self.stop.is_asked()
    }

    /// What breaks the work off between two reports.
    pub fn stop(&self) -> &Stop {
        &self.stop
    }
}

impl Writer {
    /// Asks the long work that runs to stop with nothing done.
    pub fn cancel(&self) {
        self.stop.ask();
    }

    /// Starts it. The file is opened at the first command.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(path: PathBuf, who: Who, wake: &Sender<Wake>) -> io::Result<Self> {
        let (jobs, list) = mpsc::channel::<(Option<usize>, Write)>();
        let sender = wake.clone();
        let asked = Stop::default();
        let stop = asked.clone();
        let thread = start("writer", wake, move || {
            let mut open: Option<OfficeFile> = None;
            for (pane, write) in list {
                let reporter = Reporter::new(&sender, &stop);
                let answer = opened(&mut open, || office::open(&path, who.clone()))
                    .and_then(|file| write(file, &reporter));
                if sender.send(Wake::Written(WriteDone { pane, answer })).is_err() {
                    // The loop is gone; what was handed over is written all the same.
                }
            }
        })?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread), stop: asked })
    }

    /// Hands a command over.
    pub fn write(&self, pane: Option<usize>, write: Write) {
        if let Some(jobs) = &self.jobs {
            // A writer that died has told the loop, which is about to end.
            let _ = jobs.send((pane, write));
        }
    }
}

impl Drop for Writer {
    /// Waits until everything is written.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // Its panic was reported when it happened.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::super::testing::office;
    use super::*;
    use crate::app::room::Answer;
    use crate::file::FileError;

    /// Goes on until it is told to stop; its answer is whether it was, and how far it came.
    fn long_work(most: u64) -> Write {
        Box::new(move |_, reporter| {
            for done in 0..most {
                if !reporter.report(done, most) {
                    return Ok(Box::new((true, done)) as Answer);
                }
                thread::sleep(Duration::from_millis(2));
            }
            Ok(Box::new((false, most)) as Answer)
        })
    }

    fn answer(wake: Wake) -> (bool, u64) {
        match wake {
            Wake::Written(done) => *done.answer.unwrap().downcast().unwrap(),
            _ => panic!("no answer of the writer"),
        }
    }

    #[test]
    fn long_work_tells_how_far_it_is_and_stops_when_it_is_asked_to() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let writer = Writer::start(path, Who::default(), &wake).unwrap();
        writer.write(Some(0), long_work(1_000_000));
        let Wake::Progress(told) = woken.recv_timeout(Duration::from_secs(20)).unwrap() else {
            panic!("it ended by itself")
        };
        assert_eq!(told.total, 1_000_000);
        writer.cancel();
        let last = loop {
            match woken.recv_timeout(Duration::from_secs(20)).unwrap() {
                Wake::Progress(_) => {}
                wake => break answer(wake),
            }
        };
        assert!(last.0 && last.1 >= told.done, "{last:?}");
        // The next work is not stopped by what was said of the one before.
        writer.write(Some(0), long_work(3));
        assert_eq!(answer(woken.recv_timeout(Duration::from_secs(20)).unwrap()), (false, 3));
    }

    #[test]
    fn work_that_is_done_at_once_shows_no_bar() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let writer = Writer::start(path, Who::default(), &wake).unwrap();
        // On a busy machine even this may take longer than the bar waits; not every time.
        let silent = (0..20).any(|_| {
            let work: Write = Box::new(|_, reporter| Ok(Box::new((!reporter.report(1, 2), 1_u64)) as Answer));
            writer.write(None, work);
            let mut first = true;
            loop {
                match woken.recv_timeout(Duration::from_secs(20)).unwrap() {
                    Wake::Progress(_) => first = false,
                    wake => {
                        assert_eq!(answer(wake), (false, 1));
                        return first;
                    }
                }
            }
        });
        assert!(silent);
    }

    #[test]
    fn leaving_waits_until_everything_handed_over_is_written() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let writer = Writer::start(path.clone(), Who::default(), &wake).unwrap();
        for name in ["Thôn 1", "Thôn 2", "Thôn 3"] {
            writer.write(
                None,
                Box::new(move |file, _| {
                    thread::sleep(Duration::from_millis(50));
                    file.write("test", |tx| {
                        tx.execute("INSERT INTO unit (id, name) VALUES (?1, ?2)", (tx.new_id(), name))
                            .map_err(FileError::from)
                    })?;
                    Ok(Box::new(()) as Answer)
                }),
            );
        }
        drop(writer);
        assert_eq!(woken.try_iter().filter(|wake| matches!(wake, Wake::Written(_))).count(), 3);
        let file = office::open(&path, Who::default()).unwrap();
        let units: i64 =
            file.connection().query_row("SELECT count(*) FROM unit", [], |row| row.get(0)).unwrap();
        assert_eq!(units, 3);
    }
}
