//! `duluan erase`.

use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

use super::{CliError, Context, Exit};
use crate::file::backup;

/// Arguments of `duluan erase`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The record.
    pub id: String,
    /// One field of it; all its texts when not said.
    pub field: Option<String>,
    /// Why; kept with the marker.
    #[arg(long, value_name = "R")]
    pub reason: String,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let row = super::history::row_id(&args.id, ctx)?;
    if args.reason.trim().is_empty() {
        return Err(CliError::WrongUse(ctx.words.file_erase_no_reason().to_owned()));
    }
    let mut file = ctx.open(&args.file)?;
    if !args.yes && !confirmed(args, ctx)? {
        ctx.complain(ctx.words.file_erase_kept());
        return Ok(Exit::Done);
    }
    let erased = file
        .erase(row, args.field.as_deref(), args.reason.trim(), &backup::folder())
        .map_err(CliError::file(&args.file))?;
    let words = &ctx.words;
    ctx.say(words.file_erase_done(words.number(erased.fields as i64), words.number(erased.rows as i64)))?;
    if !erased.also_in.is_empty() {
        ctx.say(words.file_erase_also(words.number(erased.also_in.len() as i64)))?;
        for (table, row, column) in &erased.also_in {
            ctx.say(format!("  {table} {row} {column}"))?;
        }
    }
    if !erased.backups.is_empty() {
        ctx.say(words.file_erase_backups(words.number(erased.backups.len() as i64)))?;
        for path in &erased.backups {
            ctx.say(format!("  {}", path.display()))?;
        }
    }
    if !erased.merged_from.is_empty() {
        ctx.say(words.file_erase_copies())?;
        for source in &erased.merged_from {
            ctx.say(super::table::shown(&format!("  {source}")))?;
        }
    }
    Ok(Exit::Done)
}

/// Asks twice, because nothing brings it back.
fn confirmed(args: &Args, ctx: &Context) -> Result<bool, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(CliError::WrongUse(ctx.words.file_erase_needs_yes().to_owned()));
    }
    let words = &ctx.words;
    let what = match &args.field {
        Some(field) => format!("{} {field}", args.id),
        None => args.id.clone(),
    };
    let word = words.file_erase_word();
    Ok(answer(&words.file_erase_first(what, word))? == word
        && answer(&words.file_erase_second(word))? == word)
}

fn answer(question: &str) -> std::io::Result<String> {
    let mut out = std::io::stderr().lock();
    write!(out, "{question} ")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().to_lowercase())
}
