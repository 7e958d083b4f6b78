//! `duluan restore`.

use std::path::{Path, PathBuf};

use super::{CliError, Context, Exit, Table};
use crate::file::backup::{self, Backup, Reason};
use crate::words::Words;

/// Arguments of `duluan restore`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The backup to put back, a file or its number in the list; lists them when not said.
    pub backup: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let folder = backup::folder();
    let backups = backup::list(&args.file, &folder).map_err(CliError::file(&args.file))?;
    let Some(asked) = &args.backup else {
        return show(&backups, &folder, ctx);
    };
    let chosen = asked
        .to_str()
        .filter(|_| !asked.exists())
        .and_then(|text| text.parse::<usize>().ok())
        .and_then(|number| backups.get(number.checked_sub(1)?))
        .map_or_else(|| asked.clone(), |backup| backup.path.clone());
    let kept = backup::restore(&args.file, &chosen, &folder).map_err(CliError::file(&chosen))?;
    ctx.say(ctx.words.file_restore_done(chosen.display().to_string(), args.file.display().to_string()))?;
    if let Some(kept) = kept {
        ctx.say(ctx.words.file_restore_kept(kept.display().to_string()))?;
    }
    Ok(Exit::Done)
}

fn show(backups: &[Backup], folder: &Path, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    if backups.is_empty() {
        ctx.complain(words.file_restore_none(folder.display().to_string()));
        return Ok(Exit::Done);
    }
    let mut table = Table::new().right(0).right(3);
    for (number, backup) in (1_i64..).zip(backups) {
        table.row([
            number.to_string(),
            format!("{} {}", words.day(backup.at.date()), backup.at.format("%H:%M:%S")),
            reason(words, backup.reason).to_owned(),
            words.file_restore_size(words.number((backup.bytes / 1024) as i64)),
            backup.path.display().to_string(),
        ]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    ctx.say(words.file_restore_how())?;
    Ok(Exit::Done)
}

fn reason(words: &Words, reason: Reason) -> &str {
    match reason {
        Reason::Daily => words.file_backup_daily(),
        Reason::Merge => words.file_backup_merge(),
        Reason::Upgrade => words.file_backup_upgrade(),
        Reason::Restore => words.file_backup_restore(),
        Reason::Asked => words.file_backup_asked(),
    }
}
