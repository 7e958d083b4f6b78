//! `duluan check`.

use std::path::PathBuf;

use serde::Serialize;

use super::{CliError, Context, Exit};
use crate::file::check::Problem;
use crate::words::Words;

/// Arguments of `duluan check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Build the search index and all other derived rows anew.
    #[arg(long)]
    pub rebuild_index: bool,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Answer {
    ok: bool,
    problems: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let mut file = ctx.open(&args.file)?;
    if args.rebuild_index {
        file.rebuild().map_err(CliError::file(&args.file))?;
    }
    let problems = file.check().map_err(CliError::file(&args.file))?;
    let sentences: Vec<String> = problems.iter().map(|problem| sentence(&ctx.words, problem)).collect();
    let ok = problems.is_empty();
    if args.json {
        ctx.json(&Answer { ok, problems: sentences })?;
    } else if ok {
        ctx.say(ctx.words.file_check_sound())?;
    } else {
        ctx.say(ctx.words.file_check_unsound(args.file.display().to_string()))?;
        for sentence in sentences {
            ctx.say(super::table::shown(&format!("  {sentence}")))?;
        }
    }
    Ok(if ok { Exit::Done } else { Exit::Partly })
}

fn sentence(words: &Words, problem: &Problem) -> String {
    match problem {
        Problem::Pages(sentence) => words.file_check_pages(sentence),
        Problem::Reference(table, target) => words.file_check_reference(table, target),
        Problem::Structure(object) => words.file_check_structure(object),
        Problem::Count(replica) => words.file_check_count(replica.to_string()),
        Problem::Record(replica, number) => words.file_check_record(format!("{replica}/{number}")),
        Problem::Value(table, column, row) => words.file_check_value(*column, row.to_string(), *table),
        Problem::Row(table, row) => words.file_check_row(row.to_string(), *table),
        Problem::Text(table) => words.file_check_text(*table),
        Problem::Erased(table, row) => words.file_check_erased(row.to_string(), *table),
    }
}
