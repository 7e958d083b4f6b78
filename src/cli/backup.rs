//! `duluan backup`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan backup`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Where to; the user's data folder when not said.
    pub to: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
