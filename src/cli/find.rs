//! `duluan find`.

use std::path::PathBuf;

use super::{CliError, Context, Exit, Table};
use crate::file::FileError;
use crate::roster::export::{self, PersonJson};
use crate::roster::model::phone_shown;

/// Arguments of `duluan find`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Words to look for.
    #[arg(required = true)]
    pub words: Vec<String>,
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
    let people = export::find(file.connection(), &args.words.join(" "))
        .map_err(FileError::from)
        .map_err(CliError::file(&args.file))?;
    if args.json {
        ctx.json(&people.into_iter().map(PersonJson::from).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    if people.is_empty() {
        ctx.complain(ctx.words.cli_nothing_found());
        return Ok(Exit::Done);
    }
    let mut table = Table::new();
    for person in &people {
        let phones: Vec<String> = person.known.phones.iter().map(|number| phone_shown(number)).collect();
        table.row([
            &person.known.full_name,
            &person.unit_name,
            &person.known.post,
            &phones.join(" / "),
            &person.known.email,
        ]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}
