//! `duluan erase`.

use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

use uuid::Uuid;

use super::{CliError, Context, Exit};
use crate::copies::{labels, store};
use crate::file::{OfficeFile, backup};

/// Arguments of `duluan erase`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The record, by its arrival number, its id or the start of it.
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
    if args.reason.trim().is_empty() {
        return Err(CliError::WrongUse(ctx.words.file_erase_no_reason().to_owned()));
    }
    let mut file = ctx.open(&args.file)?;
    let (table, row) = super::history::record(&file, &args.id, &args.file, ctx)?;
    let what = named(&file, table, row, args, ctx)?;
    if !args.yes && !confirmed(&what, ctx)? {
        ctx.complain(ctx.words.file_erase_kept());
        return Ok(Exit::Done);
    }
    let erased = file
        .erase(row, args.field.as_deref(), args.reason.trim(), &backup::folder())
        .map_err(CliError::file(&args.file))?;
    let words = &ctx.words;
    ctx.say(words.file_erase_done(erased.fields as i64, erased.rows as i64))?;
    if !erased.also_in.is_empty() {
        let all = erased.also_in.len() + erased.also_more;
        ctx.say(words.file_erase_also(all as i64))?;
        for (table, row, column) in &erased.also_in {
            let name = store::name_of(file.connection(), table, *row).map_err(CliError::file(&args.file))?;
            let place = words.copies_row(name, labels::table(words, table));
            let column = labels::column(words, table, column);
            ctx.say(super::table::shown(&format!("  {place}, {column}  ({row})")))?;
        }
        if erased.also_more > 0 {
            ctx.say(words.copies_more_places(erased.also_more as i64))?;
        }
    }
    if !erased.backups.is_empty() {
        ctx.say(words.file_erase_backups(erased.backups.len() as i64))?;
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

/// The record in words, and the field when one is named.
fn named(
    file: &OfficeFile,
    table: Option<&'static str>,
    row: Uuid,
    args: &Args,
    ctx: &Context,
) -> Result<String, CliError> {
    let Some(table) = table else {
        return Ok(args.id.clone());
    };
    let name = store::name_of(file.connection(), table, row).map_err(CliError::file(&args.file))?;
    let record = ctx.words.copies_row(name, labels::table(&ctx.words, table));
    Ok(match &args.field {
        Some(field) => format!("{record}, {}", labels::column(&ctx.words, table, field)),
        None => record,
    })
}

/// Asks twice, because nothing brings it back.
fn confirmed(what: &str, ctx: &Context) -> Result<bool, CliError> {
    if !std::io::stdin().is_terminal() {
        return Err(CliError::WrongUse(ctx.words.file_erase_needs_yes().to_owned()));
    }
    let words = &ctx.words;
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
