//! `duluan restore`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan restore`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The backup to put back; lists them when not said.
    pub backup: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
