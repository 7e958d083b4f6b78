//! `duluan erase`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan erase`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The record.
    pub id: String,
    /// One field of it; all its texts when not said.
    pub field: Option<String>,
    /// Why; kept with the marker.
    #[arg(long, value_name = "R")]
    pub reason: String,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
