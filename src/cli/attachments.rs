//! `duluan attachments`.

use std::path::PathBuf;

use serde::Serialize;

use super::{CliError, Context, Exit, Table};
use crate::exchange::save_beside;
use crate::file::FileError;
use crate::inbox::store::{kept_files, report_of_arrival};

/// Arguments of `duluan attachments`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Arrival number of the report.
    pub number: String,
    /// Folder to save the files in, byte for byte; without it they are listed.
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// A file kept with the report.
#[derive(Serialize)]
struct Listed {
    name: String,
    size: u64,
    original: bool,
    /// Its bytes are there and are those it came with.
    whole: bool,
    /// Where it was saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used, bears no such report, or the result cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let file = ctx.open(&args.file)?;
    let failed = |error: rusqlite::Error| CliError::file(&args.file)(FileError::from(error));
    let Some(report) = report_of_arrival(file.connection(), &args.number).map_err(failed)? else {
        return Err(CliError::WrongUse(words.cli_no_report(&args.number)));
    };
    let mut listed = Vec::new();
    for kept in kept_files(file.connection(), report).map_err(failed)? {
        let saved = match (&args.to, &kept.bytes) {
            (Some(folder), Some(bytes)) => {
                Some(save_beside(folder, &kept.name, bytes)?.display().to_string())
            }
            _ => None,
        };
        if kept.bytes.is_none() {
            ctx.complain(words.cli_attachment_gone(&kept.name));
        }
        listed.push(Listed {
            name: kept.name,
            size: kept.size,
            original: kept.original,
            whole: kept.bytes.is_some(),
            saved,
        });
    }
    let all = listed.iter().all(|file| file.whole);
    if args.json {
        ctx.json(&listed)?;
    } else if listed.is_empty() {
        ctx.complain(words.cli_no_attachments(&args.number));
    } else {
        let mut table = Table::new().right(1);
        for file in &listed {
            let size = words.number(file.size as i64);
            let original = if file.original { words.cli_attachment_original() } else { "" };
            table.row([file.saved.clone().unwrap_or_else(|| file.name.clone()), size, original.to_owned()]);
        }
        for line in table.lines() {
            ctx.say(line)?;
        }
    }
    Ok(if all { Exit::Done } else { Exit::Partly })
}
