//! Messages above the line of hints, and progress on it.

use ratatui::style::Style;

use super::look::Look;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Something was done.
    Done,
    /// Something to know.
    Note,
    /// Something did not work.
    Problem,
}

/// A message above the line of hints. It stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub level: Level,
    /// What it says: what happened, what was kept, what to do.
    pub text: String,
}

impl Notice {
    /// Something was done.
    pub fn done(text: impl Into<String>) -> Self {
        Self { level: Level::Done, text: text.into() }
    }

    /// Something to know.
    pub fn note(text: impl Into<String>) -> Self {
        Self { level: Level::Note, text: text.into() }
    }

    /// Something did not work.
    pub fn problem(text: impl Into<String>) -> Self {
        Self { level: Level::Problem, text: text.into() }
    }

    /// The sign before the message, and how both look.
    pub fn sign(&self, look: &Look) -> (&'static str, Style) {
        match self.level {
            Level::Done => (if look.ascii { " * " } else { " ✓ " }, look.done()),
            Level::Note => (if look.ascii { " - " } else { " · " }, look.strong),
            Level::Problem => (" ! ", look.warning),
        }
    }
}

/// How far long work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 when nobody knows.
    pub total: u64,
}

impl Progress {
    /// A bar of `width` cells.
    pub fn bar(&self, width: usize, look: &Look) -> String {
        let (full, empty) = if look.ascii { ('#', '-') } else { ('█', '░') };
        let share = self.done.min(self.total).saturating_mul(width as u64);
        let filled = share.checked_div(self.total).map_or(0, |cells| cells as usize);
        std::iter::repeat_n(full, filled)
            .chain(std::iter::repeat_n(empty, width - filled.min(width)))
            .collect()
    }
}
