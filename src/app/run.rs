//! The loop: draw; sleep until something wakes it; take all that is waiting; draw once.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::clipboard;
use super::own_editor;
use super::program::Program;
use super::terminal::{self, Guard, Screen};
use super::test_page;
use super::threads::{self, Wake};
use crate::file::FileError;
use crate::office;
use crate::screen::Notice;
use crate::settings::Settings;
use crate::words::Words;

/// Why the program could not run.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The terminal cannot be used.
    #[error("terminal: {0}")]
    Terminal(#[from] io::Error),
    /// The file named cannot be used.
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: FileError,
    },
    /// A thread panicked; its report is printed already.
    #[error("a thread panicked")]
    Died,
}

/// How long a text may be written before it is kept as a draft.
const DRAFT: Duration = Duration::from_secs(2);
/// How long a search or a write may take before the bottom line says so. Told at once it would flicker at every key.
const SLOW: Duration = Duration::from_millis(400);

/// Runs the four tabs on `file`, else on the file opened last, else begins with the first screen.
///
/// # Errors
/// When the terminal cannot be used, or the file that was named.
pub fn run(words: &Words, settings: &Settings, file: Option<PathBuf>) -> Result<(), AppError> {
    let (wake, woken) = mpsc::channel();
    let size = ratatui::crossterm::terminal::size()?;
    let mut program = Program::new(words, settings.clone(), wake.clone(), size.into());
    match (file, settings.last_file()) {
        // Before the terminal is taken, so that a wrong file is told as any command tells it.
        (Some(path), _) if path.is_file() && program.asks_where(&path) => {}
        (Some(path), _) => program.open(&path).map_err(|error| AppError::File { path, error })?,
        (None, Some(path)) if program.asks_where(path) => {}
        (None, Some(path)) => {
            if let Err(error) = program.open(path) {
                program.say(Notice::problem(office::problem::describe(words, path, &error)));
            }
        }
        (None, None) => {}
    }
    if program.is_at_start() || test_page::is_doubtful() {
        program.test_console();
    }
    terminal::restore_on_panic();
    threads::signals(&wake);
    terminal::take_mouse(settings.mouse);
    let guard = Guard;
    let mut screen = terminal::enter()?;
    screen.draw(|frame| program.draw(frame))?;
    let taken = threads::keys(&wake)?;
    program.after_first_frame();
    program.back_up();
    let ended = turn(&mut screen, &mut program, &woken, &taken);
    // The person has the terminal back while the last writes reach the disk.
    drop(screen);
    drop(guard);
    let written = finish(&mut program, &woken);
    drop(program);
    ended.and(written)
}

/// Waits for the writes that were handed over, and says so when that takes long or one of them does not work.
fn finish(program: &mut Program, woken: &Receiver<Wake>) -> Result<(), AppError> {
    let mut told = false;
    while program.writes() > 0 {
        match woken.recv_timeout(SLOW) {
            Ok(Wake::Died) | Err(RecvTimeoutError::Disconnected) => return Err(AppError::Died),
            Ok(wake @ (Wake::Written(_) | Wake::Read(_))) => program.wake(wake),
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => {
                if !std::mem::replace(&mut told, true) {
                    eprintln!("{}", program.words.app_writing_last(program.writes()));
                }
            }
        }
    }
    if let Some(problem) = program.problem() {
        eprintln!("{problem}");
    }
    Ok(())
}

/// Lends the terminal to the shell until it lets the program go on.
fn suspend(screen: &mut Screen, program: &mut Program) -> io::Result<()> {
    program.keep_drafts();
    if threads::stop() {
        terminal::take_again(screen)?;
    }
    Ok(())
}

/// Lends the terminal to the person's own editor. The thread of the keys waits until the burst that asked for it is
/// acknowledged, so the editor has the keyboard to itself.
fn lend(screen: &mut Screen, program: &mut Program, text: &str) -> io::Result<()> {
    program.keep_drafts();
    terminal::restore();
    let edited = own_editor::edit(text);
    terminal::take_again(screen)?;
    program.own_editor_closed(edited);
    Ok(())
}

fn turn(
    screen: &mut Screen,
    program: &mut Program,
    woken: &Receiver<Wake>,
    taken: &mpsc::SyncSender<()>,
) -> Result<(), AppError> {
    let mut draft: Option<Instant> = None;
    let mut busy: Option<Instant> = None;
    let mut title = String::new();
    loop {
        if program.take_suspend() {
            suspend(screen, program)?;
        }
        program.tell_busy(busy.is_some_and(|due| due <= Instant::now()));
        program.resize(screen.size()?);
        screen.draw(|frame| program.draw(frame))?;
        let named = program.title();
        if named != title {
            terminal::name(&named)?;
            title = named;
        }
        if let Some(text) = program.take_copied() {
            clipboard::put(&text)?;
        }
        let now = Instant::now();
        draft = program.is_dirty().then(|| draft.unwrap_or(now + DRAFT));
        busy = program.is_busy().then(|| busy.unwrap_or(now + SLOW));
        // What is told already needs no further waking.
        let due = draft.into_iter().chain(busy.filter(|due| *due > now)).min();
        let first = match due {
            None => woken.recv().map_err(|_| AppError::Died)?,
            Some(due) => match woken.recv_timeout(due.saturating_duration_since(now)) {
                Ok(wake) => wake,
                Err(RecvTimeoutError::Timeout) => {
                    if draft.is_some_and(|due| due <= Instant::now()) {
                        draft = None;
                        program.keep_drafts();
                    }
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return Err(AppError::Died),
            },
        };
        for wake in std::iter::once(first).chain(std::iter::from_fn(|| woken.try_recv().ok())) {
            let keys = matches!(wake, Wake::Terminal(_));
            match wake {
                Wake::Died => return Err(AppError::Died),
                Wake::TerminalGone(error) => return Err(error.into()),
                Wake::Suspend => suspend(screen, program)?,
                Wake::Resumed => terminal::take_again(screen)?,
                wake => program.wake(wake),
            }
            if program.has_ended() {
                return Ok(());
            }
            if let Some(text) = program.take_for_own_editor() {
                lend(screen, program, &text)?;
            }
            if keys {
                // The thread of the keys is gone only when it has said so.
                let _ = taken.try_send(());
            }
        }
    }
}
