//! `duluan merge`.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{CliError, Context, Exit};
use crate::file::backup;
use crate::file::merge::{MergeError, Merged, Options};
use crate::file::{FileError, OfficeFile};
use crate::office;

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

/// A file that was not merged.
#[derive(Debug, Serialize)]
struct Refused {
    source: String,
    reason: String,
}

/// What `--json` prints.
#[derive(Debug, Default, Serialize)]
struct Answer {
    #[serde(flatten)]
    merged: Merged,
    refused: Vec<Refused>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let made = !args.file.exists();
    let place = if made && args.dry_run {
        // Nothing may be written: what would come in is counted against an empty file that goes again.
        std::env::temp_dir().join(format!("duluan-{}.part", uuid::Uuid::now_v7()))
    } else {
        args.file.clone()
    };
    let mut file = ctx.open_or_create(&place)?;
    let answer = merge_all(&mut file, args, ctx);
    drop(file);
    let nothing_came = answer.as_ref().map_or(true, |answer| answer.refused.len() == args.others.len());
    if made && (args.dry_run || nothing_came) {
        // An empty file nobody asked for is not left behind; there is nobody to tell when it stays.
        let _ = std::fs::remove_file(&place);
    }
    let answer = answer.map_err(CliError::file(&args.file))?;
    if args.json {
        ctx.json(&answer)?;
    } else {
        tell(&answer.merged, args.dry_run, ctx)?;
    }
    Ok(if answer.refused.is_empty() { Exit::Done } else { Exit::Partly })
}

fn merge_all(file: &mut OfficeFile, args: &Args, ctx: &Context) -> Result<Answer, FileError> {
    let folder = backup::folder();
    let options = Options { backups: Some(&folder), dry_run: args.dry_run };
    let mut answer = Answer::default();
    for other in &args.others {
        match file.merge(other, options) {
            Ok(merged) => {
                say_one(other, &merged, args, ctx);
                answer.merged.records += merged.records;
                answer.merged.rows += merged.rows;
                answer.merged.clashes += merged.clashes;
                answer.merged.duplicates_to_decide += merged.duplicates_to_decide;
                // The first backup holds the file as it was before all of them.
                answer.merged.backup = answer.merged.backup.or(merged.backup);
            }
            Err(MergeError::Ours(error)) => return Err(error),
            Err(MergeError::Other(error)) => {
                let reason = office::problem::describe(&ctx.words, other, &error);
                ctx.complain(&reason);
                answer.refused.push(Refused { source: other.display().to_string(), reason });
            }
        }
    }
    Ok(answer)
}

/// One line a file, when there are several.
fn say_one(other: &Path, merged: &Merged, args: &Args, ctx: &Context) {
    if args.others.len() > 1 && !args.json {
        let source = other.display().to_string();
        ctx.complain(ctx.words.file_merge_one(merged.records as i64, merged.rows as i64, source));
    }
}

fn tell(merged: &Merged, dry_run: bool, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    if merged.records == 0 {
        return ctx.say(words.file_merge_nothing());
    }
    let (records, rows) = (merged.records as i64, merged.rows as i64);
    ctx.say(if dry_run {
        words.file_merge_would(records, rows)
    } else {
        words.file_merge_done(records, rows)
    })?;
    if merged.clashes > 0 {
        ctx.say(words.file_merge_clashes(merged.clashes as i64))?;
    }
    if merged.duplicates_to_decide > 0 {
        ctx.say(words.file_merge_doubles(merged.duplicates_to_decide as i64))?;
    }
    if let Some(backup) = &merged.backup {
        ctx.say(words.file_merge_backup(backup.display().to_string()))?;
    }
    Ok(())
}
