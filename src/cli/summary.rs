//! `duluan summary`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan summary`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Period, e.g. 2026-10.
    #[arg(long, value_name = "P")]
    pub period: String,
    /// The file to write: .docx, .md or .txt.
    #[arg(long, value_name = "OUT")]
    pub out: Option<PathBuf>,
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
