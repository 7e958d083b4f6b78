//! The thread that reads beside the loop: the newest read of each kind.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::InterruptHandle;

use super::{ReadDone, Wake, opened, start};
use crate::app::room::Read;
use crate::file::{self, FileError};

/// The reader: the newest read of each kind.
pub struct Reader {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    queue: Mutex<Queue>,
    work: Condvar,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Job>,
    /// The slot of what runs, and whether it makes way for others.
    running: Option<(u64, bool)>,
    /// What runs was interrupted to make way for another read, and runs again.
    again: bool,
    interrupt: Option<InterruptHandle>,
    closed: bool,
}

/// A read that is handed over.
pub struct Job {
    /// The room it is for.
    pub pane: usize,
    /// Its kind: a later one of the same kind supersedes it.
    pub slot: u64,
    /// Which read of its kind.
    pub number: u64,
    /// The read.
    pub read: Read,
    /// It makes way for every other.
    pub last: bool,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing that may panic runs under the lock.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<Job> {
        let mut queue = self.queue();
        queue.running = None;
        loop {
            if queue.closed {
                return None;
            }
            let first = queue.waiting.iter().position(|job| !job.last).unwrap_or(0);
            if let Some(job) = queue.waiting.remove(first) {
                queue.running = Some((job.slot, job.last));
                queue.again = false;
                return Some(job);
            }
            queue = self.work.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes back a read that makes way and was interrupted: for another read it waits once more. One that made way for a write
    /// is given back, to be told so.
    fn made_way(&self, job: Job) -> Option<Job> {
        let mut queue = self.queue();
        if !queue.again {
            return Some(job);
        }
        if !queue.waiting.iter().any(|other| other.slot == job.slot) {
            queue.waiting.push_back(job);
        }
        None
    }
}

impl Reader {
    /// Starts it. The file is opened at the first read.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(path: PathBuf, wake: &Sender<Wake>) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let mine = Arc::clone(&shared);
        let sender = wake.clone();
        start("reader", wake, move || {
            let mut open = None;
            while let Some(job) = mine.next() {
                let answer = opened(&mut open, || {
                    let connection = file::open_reader(&path)?;
                    mine.queue().interrupt = Some(connection.get_interrupt_handle());
                    Ok::<_, FileError>(connection)
                })
                .and_then(|connection| file::reading(connection, &job.read));
                let job = match job {
                    job if job.last && answer.as_ref().is_err_and(is_interrupted) => mine.made_way(job),
                    job => Some(job),
                };
                let Some(job) = job else { continue };
                let done =
                    ReadDone { pane: job.pane, slot: job.slot, number: job.number, last: job.last, answer };
                if sender.send(Wake::Read(done)).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { shared })
    }

    /// Hands a read over. One of the same slot that waits is dropped, one that runs is interrupted; so is one that makes way.
    pub fn read(&self, job: Job) {
        let mut queue = self.shared.queue();
        queue.waiting.retain(|other| other.slot != job.slot);
        match queue.running {
            Some((slot, _)) if slot == job.slot => queue.stop(),
            Some((_, true)) if !job.last => {
                queue.again = true;
                queue.stop();
            }
            _ => {}
        }
        queue.waiting.push_back(job);
        drop(queue);
        self.shared.work.notify_one();
    }

    /// Interrupts what runs, because a write waits: a reader would keep it from the file.
    pub fn make_way(&self) {
        let queue = self.shared.queue();
        if queue.running.is_some() {
            queue.stop();
        }
    }
}

impl Queue {
    fn stop(&self) {
        if let Some(interrupt) = &self.interrupt {
            interrupt.interrupt();
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut queue = self.shared.queue();
        queue.closed = true;
        queue.waiting.clear();
        queue.stop();
        drop(queue);
        self.shared.work.notify_one();
    }
}

/// True for the error of a read that was interrupted.
pub fn is_interrupted(error: &FileError) -> bool {
    error.is_interrupted()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::super::testing::office;
    use super::*;
    use crate::app::room::Answer;

    fn job(slot: u64, number: u64, last: bool, read: Read) -> Job {
        Job { pane: 0, slot, number, read, last }
    }

    #[test]
    fn what_nobody_waits_for_makes_way_and_runs_again() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let reader = Reader::start(path, &wake).unwrap();
        let (begun, begins) = mpsc::channel();
        let runs = AtomicU64::new(0);
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        let read: Read = Box::new(move |connection| {
            let run = runs.fetch_add(1, Ordering::Relaxed);
            begun.send(()).unwrap();
            // The first time it would never end.
            let sql = if run == 0 { endless } else { "SELECT 1" };
            let most: i64 = connection.query_row(sql, [], |row| row.get(0))?;
            Ok(Box::new(most) as Answer)
        });
        reader.read(job(7, 1, true, read));
        begins.recv_timeout(Duration::from_secs(20)).unwrap();
        thread::sleep(Duration::from_millis(100));
        reader.read(job(8, 2, false, Box::new(|_| Ok(Box::new(5_i64) as Answer))));
        for number in [2, 1] {
            let Wake::Read(done) = woken.recv_timeout(Duration::from_secs(20)).unwrap() else {
                panic!("no answer of the reader")
            };
            assert_eq!((done.number, done.answer.is_ok()), (number, true));
        }
        begins.recv_timeout(Duration::from_secs(20)).unwrap();
    }

    #[test]
    fn a_later_read_of_its_kind_interrupts_the_one_before() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let reader = Reader::start(path, &wake).unwrap();
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        let (begun, begins) = mpsc::channel();
        reader.read(job(
            7,
            1,
            false,
            Box::new(move |connection| {
                begun.send(()).unwrap();
                let most: i64 = connection.query_row(endless, [], |row| row.get(0))?;
                Ok(Box::new(most) as Answer)
            }),
        ));
        begins.recv_timeout(Duration::from_secs(20)).unwrap();
        // What runs may not have reached SQLite yet; the interrupt counts only then.
        thread::sleep(Duration::from_millis(100));
        reader.read(job(7, 2, false, Box::new(|_| Ok(Box::new(5_i64) as Answer))));
        let mut answers = Vec::new();
        while answers.len() < 2 {
            match woken.recv_timeout(Duration::from_secs(20)).unwrap() {
                Wake::Read(done) => answers.push(done),
                _ => panic!("no answer of the reader"),
            }
        }
        assert!(answers[0].answer.as_ref().is_err_and(is_interrupted));
        assert_eq!((answers[1].number, answers[1].answer.is_ok()), (2, true));
    }
}
