//! The loop: draw; sleep until something wakes it; take all that is waiting; draw once.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::program::Program;
use super::terminal::{self, Guard, Screen};
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
        (Some(path), _) => program.open(&path).map_err(|error| AppError::File { path, error })?,
        (None, Some(path)) => {
            if let Err(error) = program.open(path) {
                program.say(Notice::problem(office::problem::describe(words, path, &error)));
            }
        }
        (None, None) => {}
    }
    terminal::restore_on_panic();
    threads::signals(&wake);
    let guard = Guard;
    let mut screen = terminal::enter()?;
    screen.draw(|frame| program.draw(frame))?;
    let taken = threads::keys(&wake)?;
    program.after_first_frame();
    let ended = turn(&mut screen, &mut program, &woken, &taken);
    // The person has the terminal back while the last writes reach the disk.
    drop(screen);
    drop(guard);
    drop(program);
    ended
}

fn turn(
    screen: &mut Screen,
    program: &mut Program,
    woken: &Receiver<Wake>,
    taken: &mpsc::SyncSender<()>,
) -> Result<(), AppError> {
    let mut draft: Option<Instant> = None;
    let mut busy: Option<Instant> = None;
    loop {
        program.tell_busy(busy.is_some_and(|due| due <= Instant::now()));
        program.resize(screen.size()?);
        screen.draw(|frame| program.draw(frame))?;
        if let Some(text) = program.take_copied() {
            copy(&text)?;
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
                wake => program.wake(wake),
            }
            if program.has_ended() {
                return Ok(());
            }
            if keys {
                // The thread of the keys is gone only when it has said so.
                let _ = taken.try_send(());
            }
        }
    }
}

/// Puts text on the terminal's clipboard (OSC 52; a terminal that does not know it ignores it).
fn copy(text: &str) -> io::Result<()> {
    let mut out = io::stdout();
    write!(out, "\u{1b}]52;c;{}\u{7}", base64(text.as_bytes()))?;
    out.flush()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(group >> (18 - 6 * place)) as usize & 63];
            text.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_as_in_rfc_4648() {
        for (text, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }
}
