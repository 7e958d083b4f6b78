//! `duluan demo`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};

/// Arguments of `duluan demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to make.
    pub file: PathBuf,
    /// How many reports.
    #[arg(long, value_name = "N")]
    pub reports: Option<u32>,
    /// How many collaborators.
    #[arg(long, value_name = "N")]
    pub collaborators: Option<u32>,
    /// Same seed, same content.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// Open it afterwards.
    #[arg(long)]
    pub open: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let _ = (args, ctx);
    Ok(Exit::Done)
}
