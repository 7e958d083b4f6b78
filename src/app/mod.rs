//! The running program.

use std::path::PathBuf;

use crate::settings::Settings;
use crate::words::Words;

/// Runs the four tabs.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(words: &Words, settings: &Settings, file: Option<PathBuf>) -> std::io::Result<()> {
    let _ = (words, settings, file);
    Ok(())
}
