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
    waiting: VecDeque<ReadJob>,
    running: Option<u64>,
    interrupt: Option<InterruptHandle>,
    closed: bool,
}

struct ReadJob {
    pane: usize,
    slot: u64,
    number: u64,
    read: Read,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing that may panic runs under the lock.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<ReadJob> {
        let mut queue = self.queue();
        queue.running = None;
        loop {
            if queue.closed {
                return None;
            }
            if let Some(job) = queue.waiting.pop_front() {
                queue.running = Some(job.slot);
                return Some(job);
            }
            queue = self.work.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
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
                .and_then(|connection| file::reading(connection, job.read));
                let done = ReadDone { pane: job.pane, slot: job.slot, number: job.number, answer };
                if sender.send(Wake::Read(done)).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { shared })
    }

    /// Hands a read over. One of the same slot that waits is dropped, one that runs is interrupted.
    pub fn read(&self, pane: usize, slot: u64, number: u64, read: Read) {
        let mut queue = self.shared.queue();
        queue.waiting.retain(|job| job.slot != slot);
        queue.waiting.push_back(ReadJob { pane, slot, number, read });
        if queue.running == Some(slot) {
            queue.stop();
        }
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
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::super::testing::office;
    use super::*;
    use crate::app::room::Answer;

    #[test]
    fn a_later_read_of_its_kind_interrupts_the_one_before() {
        let (_folder, path) = office();
        let (wake, woken) = mpsc::channel();
        let reader = Reader::start(path, &wake).unwrap();
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        let (begun, begins) = mpsc::channel();
        reader.read(
            0,
            7,
            1,
            Box::new(move |connection| {
                begun.send(()).unwrap();
                let most: i64 = connection.query_row(endless, [], |row| row.get(0))?;
                Ok(Box::new(most) as Answer)
            }),
        );
        begins.recv_timeout(Duration::from_secs(20)).unwrap();
        // What runs may not have reached SQLite yet; the interrupt counts only then.
        thread::sleep(Duration::from_millis(100));
        reader.read(0, 7, 2, Box::new(|_| Ok(Box::new(5_i64) as Answer)));
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
