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

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratatui::crossterm::event;
use rusqlite::InterruptHandle;

use super::room::{Answer, Read, Write};
use super::terminal;
use crate::file::{self, FileError, OfficeFile, Who};
use crate::office;
use crate::screen::burst::PASTE;
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
    /// How far a long write is.
    Progress(Progress),
    /// The system wants the program to end.
    End,
    /// The system wants the program to stop and lend the terminal to the shell.
    Suspend,
    /// The program goes on after it was stopped.
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

/// Starts the thread of the keys. Each burst is read after the one before was acknowledged by a message.
///
/// # Errors
/// When the system gives no thread.
pub fn keys(wake: &Sender<Wake>) -> io::Result<SyncSender<()>> {
    let (taken, wait) = mpsc::sync_channel(1);
    let sender = wake.clone();
    start("keys", wake, move || read_keys(&sender, &wait))?;
    Ok(taken)
}

fn read_keys(sender: &Sender<Wake>, wait: &Receiver<()>) {
    loop {
        let mut burst = Vec::new();
        let read = event::read().and_then(|first| {
            burst.push(first);
            while event::poll(patience(&burst))? {
                burst.push(event::read()?);
            }
            Ok(())
        });
        let wake = match read {
            Err(error) if burst.is_empty() => Wake::TerminalGone(error),
            _ => Wake::Terminal(burst),
        };
        let gone = matches!(wake, Wake::TerminalGone(_));
        if sender.send(wake).is_err() || gone || wait.recv().is_err() {
            return;
        }
    }
}

/// How long to wait for more of a burst. A paste that comes as keys arrives in pieces, and what follows its first piece must not
/// run commands; a keyboard driver's Backspace over a slow line comes before its letters.
fn patience(burst: &[event::Event]) -> Duration {
    let code = |event: &event::Event| event.as_key_press_event().map(|key| key.code);
    let letters = burst.iter().filter(|event| matches!(code(event), Some(event::KeyCode::Char(_)))).count();
    if letters >= PASTE && burst.first() != burst.last() {
        Duration::from_millis(30)
    } else if burst.last().and_then(code) == Some(event::KeyCode::Backspace) {
        Duration::from_millis(8)
    } else {
        Duration::ZERO
    }
}

/// The loop that runs, for the handler of signals: a process has only one handler, and `duluan demo --open` sets its own
/// before there is a loop.
static LOOP: Mutex<Option<Sender<Wake>>> = Mutex::new(None);

/// Ends the program in order when the system asks for it.
pub fn signals(wake: &Sender<Wake>) {
    *LOOP.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake.clone());
    // It fails when a handler stands already, which calls `end` too, and on a system without signals.
    let _ = ctrlc::set_handler(end);
    #[cfg(unix)]
    stops(wake);
}

/// Tells the loop when a shell stops the program and lets it go on. The loop stops it, so that it never draws into the shell.
#[cfg(unix)]
fn stops(wake: &Sender<Wake>) {
    use signal_hook::consts::{SIGCONT, SIGTSTP};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGTSTP, SIGCONT]) else {
        // Then the system stops it as it stops any program.
        return;
    };
    let sender = wake.clone();
    let started = start("stops", wake, move || {
        for signal in signals.forever() {
            let wake = if signal == SIGTSTP { Wake::Suspend } else { Wake::Resumed };
            if sender.send(wake).is_err() {
                return;
            }
        }
    });
    // Without the thread the program cannot be stopped from outside; nothing else is lost.
    drop(started);
}

/// True when a shell runs the program and can let it go on: one that is the first of its session has nobody to do so.
pub fn has_shell() -> bool {
    // Of the numbers behind the name in brackets the fourth is the session. Where the system does not tell it so, a shell is
    // taken for granted.
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return true };
    let session = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(3));
    session.and_then(|session| session.parse::<u32>().ok()).is_none_or(|session| session != process::id())
}

/// Stops the program until the shell lets it go on; false where there is no such thing.
pub fn stop() -> bool {
    #[cfg(unix)]
    let stopped = {
        terminal::restore();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP).is_ok()
    };
    #[cfg(not(unix))]
    let stopped = false;
    stopped
}

/// For a handler of signals: ends the screen that runs in order, and by force when its loop does not answer. Does nothing when
/// none runs.
pub fn end() {
    let running = LOOP.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(wake) = running {
        let _ = wake.send(Wake::End);
        thread::sleep(Duration::from_secs(5));
        terminal::restore();
        process::exit(1);
    }
}

/// The writer: commands in order.
pub struct Writer {
    jobs: Option<Sender<(Option<usize>, Write)>>,
    thread: Option<JoinHandle<()>>,
    /// The person does not want the long work that runs.
    cancelled: Arc<AtomicBool>,
}

/// Tells the loop how far long work is, and the work whether to go on.
pub struct Reporter {
    wake: Sender<Wake>,
    cancelled: Arc<AtomicBool>,
    told: Cell<Option<Instant>>,
}

/// Progress is told this often.
const TOLD: Duration = Duration::from_millis(100);

impl Reporter {
    fn new(wake: &Sender<Wake>, cancelled: &Arc<AtomicBool>) -> Self {
        cancelled.store(false, Ordering::SeqCst);
        Self {
            wake: wake.clone(),
            cancelled: Arc::clone(cancelled),
            // Work that is done at once shows no bar.
            told: Cell::new(Some(Instant::now())),
        }
    }

    /// So many steps of so many (0: nobody knows) are done; false when the work is to stop with nothing done.
    pub fn report(&self, done: u64, total: u64) -> bool {
        if self.told.get().is_none_or(|told| told.elapsed() >= TOLD) {
            self.told.set(Some(Instant::now()));
            // Without a loop nobody looks, and the work goes on to its end.
            let _ = self.wake.send(Wake::Progress(Progress { done, total }));
        }
        !self.cancelled.load(Ordering::SeqCst)
    }
}

impl Writer {
    /// Asks the long work that runs to stop with nothing done.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
    }

    /// Starts it. The file is opened at the first command.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(path: PathBuf, who: Who, wake: &Sender<Wake>) -> io::Result<Self> {
        let (jobs, list) = mpsc::channel::<(Option<usize>, Write)>();
        let sender = wake.clone();
        let cancelled = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&cancelled);
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
        Ok(Self { jobs: Some(jobs), thread: Some(thread), cancelled })
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

fn opened<T, E>(slot: &mut Option<T>, open: impl FnOnce() -> Result<T, E>) -> Result<&mut T, E> {
    Ok(match slot {
        Some(opened) => opened,
        None => slot.insert(open()?),
    })
}

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
    matches!(error, FileError::Database(error)
        if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so-tay.duluan");
        office::create(&path, Who::default()).unwrap();
        (folder, path)
    }

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
        writer.write(None, Box::new(|_, reporter| Ok(Box::new((!reporter.report(1, 2), 1_u64)) as Answer)));
        assert_eq!(answer(woken.recv_timeout(Duration::from_secs(20)).unwrap()), (false, 1));
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
