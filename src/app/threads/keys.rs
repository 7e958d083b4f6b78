//! The thread of the keys.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::time::Duration;

use ratatui::crossterm::event;

use super::{Wake, start};
use crate::screen::burst::PASTE;

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
