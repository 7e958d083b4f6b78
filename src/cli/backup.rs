//! `duluan backup`.

use std::path::PathBuf;

use super::{CliError, Context, Exit};
use crate::file::backup::{self, Reason};

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
    let file = ctx.open(&args.file)?;
    let made = match &args.to {
        Some(folder) if folder.is_dir() => file.backup(folder, Reason::Asked),
        Some(to) => file.backup_to(to).map(|()| to.clone()),
        None => file.backup(&backup::folder(), Reason::Asked),
    };
    let made = made.map_err(CliError::file(args.to.as_deref().unwrap_or(&args.file)))?;
    ctx.say(ctx.words.file_backup_done(made.display().to_string()))?;
    Ok(Exit::Done)
}
