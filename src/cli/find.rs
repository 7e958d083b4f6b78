//! `duluan find`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan find`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Words to look for.
    #[arg(required = true)]
    pub words: Vec<String>,
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
