//! `duluan surveys`.

use std::path::PathBuf;

use super::{CliError, Context, Exit, Table};
use crate::file::FileError;
use crate::survey::{export, labels, store};

/// Arguments of `duluan surveys`.
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
    let (file, words) = (ctx.open(&args.file)?, &ctx.words);
    if args.json {
        let surveys = export::surveys(file.connection(), words)
            .map_err(FileError::from)
            .map_err(CliError::file(&args.file))?;
        ctx.json(&surveys)?;
        return Ok(Exit::Done);
    }
    let lines = store::survey_lines(file.connection())
        .map_err(FileError::from)
        .map_err(CliError::file(&args.file))?;
    if lines.is_empty() {
        ctx.complain(words.cli_nothing_found());
        return Ok(Exit::Done);
    }
    let mut table = Table::new().right(3).right(4);
    for line in &lines {
        table.row([
            labels::days(words, line.date_from, line.date_to),
            line.title.clone(),
            labels::sampling(words, line.sampling).to_owned(),
            labels::count(words, line.valid),
            words.survey_part_results(line.questions),
        ]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}
