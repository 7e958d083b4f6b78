//! `duluan publish`.

use std::path::PathBuf;

use serde::Serialize;

use super::{CliError, Context, Exit};
use crate::file::merge::{MergeError, Options};
use crate::file::{backup, publish};
use crate::office;

/// Arguments of `duluan publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The own copy that is worked on; made from the shared file when it does not exist.
    pub file: PathBuf,
    /// The file on the share, the stick or in the synced folder; made when it does not exist.
    pub shared: PathBuf,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Answer {
    made: bool,
    records: usize,
    rows: usize,
    clashes: usize,
    put: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the own copy or the shared file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let made = !args.file.exists();
    if made {
        publish::fetch(&args.shared, &args.file).map_err(CliError::file(&args.shared))?;
    }
    let mut file = ctx.open(&args.file)?;
    let folder = backup::folder();
    let published = file
        .publish(&args.shared, Options { backups: Some(&folder), ..Options::default() })
        .map_err(|error| match error {
            MergeError::Ours(error) => CliError::File { path: args.file.clone(), error },
            MergeError::Other(error) => CliError::Failed(words.publish_kept(
                args.file.display().to_string(),
                office::problem::describe(words, &args.shared, &error),
            )),
            MergeError::Cancelled => CliError::Failed(words.file_merge_nothing().to_owned()),
        })?;
    let merged = &published.merged;
    if args.json {
        ctx.json(&Answer {
            made,
            records: merged.records,
            rows: merged.rows,
            clashes: merged.clashes,
            put: published.put,
        })?;
        return Ok(Exit::Done);
    }
    if made {
        ctx.say(words.publish_made(args.file.display().to_string(), args.shared.display().to_string()))?;
    }
    if merged.records > 0 {
        ctx.say(words.publish_merged(merged.records as i64, merged.rows as i64))?;
    }
    if merged.clashes > 0 {
        ctx.say(words.file_merge_clashes(merged.clashes as i64))?;
    }
    ctx.say(if published.put {
        words.publish_put(args.shared.display().to_string())
    } else {
        words.publish_equal().to_owned()
    })?;
    Ok(Exit::Done)
}
