//! The progress line of long commands on standard error, and Ctrl-C that stops them between two steps.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::text::{cut_to_width, for_terminal};

use super::Context;

/// Width the line is cut to: a narrow terminal's, less the place a cursor needs.
const WIDTH: usize = 78;

/// Shows how far a command is, where standard error is a terminal.
pub(super) struct ProgressLine {
    shows: bool,
    cancelled: Arc<AtomicBool>,
}

impl ProgressLine {
    /// From now on Ctrl-C asks to stop.
    pub fn new(ctx: &Context) -> Self {
        let cancelled = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&cancelled);
        // Without the handler Ctrl-C ends the program at once, which loses nothing that was written either.
        let _ = ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed));
        Self { shows: ctx.shows_progress(), cancelled }
    }

    /// Shows the line that `line` makes. False when Ctrl-C was pressed.
    pub fn show(&self, line: impl FnOnce() -> String) -> bool {
        if self.shows {
            let line = line().replace(['\n', '\t'], " ");
            // A progress line that cannot be shown is not missed.
            let _ =
                write!(std::io::stderr().lock(), "\r\u{1b}[K{}", cut_to_width(&for_terminal(&line), WIDTH));
        }
        !self.cancelled.load(Ordering::Relaxed)
    }

    /// Takes the line away.
    pub fn wipe(&self) {
        if self.shows {
            let _ = write!(std::io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}
