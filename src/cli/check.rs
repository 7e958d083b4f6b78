//! `duluan check`.

use std::path::PathBuf;

use serde::Serialize;

use super::{CliError, Context, Exit};
use crate::file::FileError;
use crate::file::check::Problem;
use crate::office::store::{self, Personal, Place};
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
    /// Texts that may tell who a citizen is; `null` where the file is not sound and they were not looked through.
    personal: Option<Personal>,
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
    let personal = if ok {
        Some(
            store::personal(file.connection())
                .map_err(FileError::from)
                .map_err(CliError::file(&args.file))?,
        )
    } else {
        None
    };
    if args.json {
        ctx.json(&Answer { ok, problems: sentences, personal })?;
    } else if ok {
        ctx.say(ctx.words.file_check_sound())?;
        for hint in personal.iter().flat_map(|personal| hints(&ctx.words, personal)) {
            ctx.say(hint)?;
        }
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

/// Arrival numbers that are told; scripts have them all.
const NUMBERS_TOLD: usize = 8;

/// What may tell who a citizen is: how much of it, where, and how it is masked. Never the words themselves.
fn hints(words: &Words, personal: &Personal) -> Vec<String> {
    let mut hints = Vec::new();
    let mut elsewhere = Vec::new();
    for held in &personal.held {
        let records = held.records as i64;
        let place = match held.place {
            Place::Items => {
                let first = personal.numbers.iter().take(NUMBERS_TOLD).map(String::as_str);
                let first = first.collect::<Vec<_>>().join("|");
                let more = personal.numbers.len().saturating_sub(NUMBERS_TOLD);
                hints.push(words.file_check_personal(records, held.texts as i64));
                hints.push(super::table::shown(&words.file_check_personal_numbers(more as i64, first)));
                continue;
            }
            Place::Reports => words.file_check_personal_reports(records),
            Place::Issues => words.file_check_personal_issues(records),
            Place::Orientations => words.file_check_personal_orientations(records),
            Place::Surveys => words.file_check_personal_surveys(records),
            Place::Syntheses => words.file_check_personal_syntheses(records),
        };
        elsewhere.push(place);
    }
    if !elsewhere.is_empty() {
        hints.push(words.file_check_personal_elsewhere(elsewhere.join(", ")));
    }
    hints
}
