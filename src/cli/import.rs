//! `duluan import`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file; made when it does not exist.
    pub file: PathBuf,
    /// Files and folders to read.
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
    /// What they are, when they should not be recognised.
    #[arg(long = "as", value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Encoding of text files, when it should not be recognised.
    #[arg(long, value_name = "E")]
    pub encoding: Option<String>,
    /// Show what would be made and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// A list of collaborators.
    Roster,
    /// Reports.
    Reports,
    /// A list of attendees.
    Attendees,
    /// The plan of a class.
    Class,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
