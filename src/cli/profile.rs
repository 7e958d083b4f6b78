//! `duluan profile`: the layouts of papers, and copying one out to change it.

use std::fs;
use std::path::PathBuf;

use super::{CliError, Context, Exit};
use crate::exchange::paper::profile::{SHIPPED, found, own_path, shipped_text};
use crate::exchange::replace;
use crate::training::papers::labels::profile_problem;

/// Arguments of `duluan profile`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The layout to copy.
    pub name: Option<String>,
    /// Copy into this file instead of the configuration folder.
    #[arg(long, value_name = "OUT", requires = "name")]
    pub out: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when there is no such layout, or the copy cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    match &args.name {
        None => list(ctx),
        Some(name) => copy(name, args, ctx),
    }
}

/// The layouts with what holds for each: shipped, one's own, or one's own that is broken.
fn list(ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let mut exit = Exit::Done;
    for one in found(ctx.settings.folder.as_deref()) {
        let name = one.name.as_str();
        let path = own_path(name, ctx.settings.folder.as_deref()).filter(|_| one.own);
        match (path, &one.broken) {
            (None, _) => ctx.say(words.cli_profile_shipped(name))?,
            (Some(path), None) => ctx.say(words.cli_profile_own(name, path.display().to_string()))?,
            (Some(_), Some(error)) => {
                ctx.complain(words.cli_profile_broken(name, profile_problem(words, error)));
                exit = Exit::Partly;
            }
        }
    }
    Ok(exit)
}

fn copy(name: &str, args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    if !SHIPPED.contains(&name) {
        return Err(CliError::WrongUse(words.cli_profile_unknown(name)));
    }
    let own = own_path(name, ctx.settings.folder.as_deref());
    let Some(path) = args.out.clone().or_else(|| own.clone()) else {
        return Err(CliError::WrongUse(words.cli_profile_no_folder().to_owned()));
    };
    if path.exists() {
        return Err(CliError::Failed(words.cli_profile_exists(path.display().to_string())));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    replace(&path, shipped_text(name).as_bytes())?;
    let said = match own {
        Some(own) if own != path => {
            words.cli_profile_copied_elsewhere(own.display().to_string(), path.display().to_string())
        }
        _ => words.cli_profile_copied(path.display().to_string()),
    };
    ctx.say(said)?;
    Ok(Exit::Done)
}
