//! `duluan training`.

use std::path::PathBuf;

use chrono::Local;

use super::{CliError, Context, Exit, Table};
use crate::file::FileError;
use crate::training::export::{self, ClassJson};
use crate::training::{labels, store};

/// Arguments of `duluan training`.
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
    if args.json {
        let classes = export::classes(file.connection())
            .map_err(FileError::from)
            .map_err(CliError::file(&args.file))?;
        ctx.json(&classes.into_iter().map(ClassJson::from).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    let lines =
        store::class_lines(file.connection()).map_err(FileError::from).map_err(CliError::file(&args.file))?;
    if lines.is_empty() {
        ctx.complain(ctx.words.cli_nothing_found());
        return Ok(Exit::Done);
    }
    let (words, today) = (&ctx.words, Local::now().date_naive());
    let mut table = Table::new().right(4);
    for line in &lines {
        table.row([
            labels::days(words, line.date_from, line.date_to, &line.date_text, today),
            labels::state(words, line.state).to_owned(),
            line.title.clone(),
            line.place.clone(),
            words.training_people(i64::from(line.participants)),
        ]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}
