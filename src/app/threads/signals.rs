//! What the system asks of the program: end, stop, go on.

use std::process;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::Wake;
#[cfg(unix)]
use super::start;
use crate::app::terminal;

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
