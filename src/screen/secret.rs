//! A question in the command window whose answer does not show: for passphrases.

use std::io::{self, IsTerminal, Write};

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The window as it was, however the question ends.
struct Quiet;

impl Drop for Quiet {
    fn drop(&mut self) {
        // A window that cannot be set back is gone.
        let _ = disable_raw_mode();
        let _ = writeln!(io::stderr());
    }
}

/// Asks on standard error and reads what is typed until Enter. `None` when there is no window to ask in, or the answer was
/// Esc or Ctrl-C.
///
/// # Errors
/// When the window cannot be read from.
pub fn ask(question: &str) -> io::Result<Option<String>> {
    if !io::stderr().is_terminal() {
        return Ok(None);
    }
    let mut out = io::stderr();
    write!(out, "{question} ")?;
    out.flush()?;
    enable_raw_mode()?;
    let _quiet = Quiet;
    let mut typed = String::new();
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match (key.code, key.modifiers.contains(KeyModifiers::CONTROL)) {
            (KeyCode::Enter, _) | (KeyCode::Char('j' | 'm'), true) => return Ok(Some(typed)),
            (KeyCode::Esc, _) | (KeyCode::Char('c'), true) => return Ok(None),
            // A keyboard for Vietnamese takes letters back to put marks on them; some send Ctrl-H.
            (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => {
                typed.pop();
            }
            (KeyCode::Char(letter), _) if !letter.is_control() => typed.push(letter),
            _ => {}
        }
    }
}
