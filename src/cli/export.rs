//! `duluan export`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// What to export.
    #[arg(value_name = "WHAT")]
    pub what: What,
    /// The file to write; its ending says the format.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// Collaborators.
    Roster,
    /// Submissions.
    Reports,
    /// Matters.
    Items,
    /// Classes and meetings.
    Training,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
