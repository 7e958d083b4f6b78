//! `duluan merge`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan merge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file; made when it does not exist.
    pub file: PathBuf,
    /// The other files.
    #[arg(required = true)]
    pub others: Vec<PathBuf>,
    /// Show what would come in and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
