//! `duluan info`.

use std::path::PathBuf;

use super::{CliError, Context, Exit, Table};

/// Arguments of `duluan info`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let file = ctx.open(&args.file)?;
    let info = file.info().map_err(CliError::file(&args.file))?;
    if args.json {
        ctx.json(&info)?;
        return Ok(Exit::Done);
    }
    let words = &ctx.words;
    if !info.office.is_empty() {
        ctx.say(super::table::shown(&info.office))?;
    }
    let mut table = Table::new().right(1);
    for (label, count) in [
        (words.file_info_units(), info.units),
        (words.file_info_collaborators(), info.collaborators),
        (words.file_info_reports(), info.reports),
        (words.file_info_items(), info.items),
        (words.file_info_classes(), info.classes),
        (words.file_info_syntheses(), info.syntheses),
        (words.file_info_decisions(), info.decisions),
        (words.file_info_log_records(), info.log_records),
        (words.file_info_replicas(), info.replicas),
        (words.file_info_kilobytes(), (info.bytes / 1024) as i64),
        (words.file_info_format(), info.format),
    ] {
        table.row([label.to_owned(), words.number(count)]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}
