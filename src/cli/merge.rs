//! `duluan merge`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::progress::ProgressLine;
use super::{CliError, Context, Exit, Table, passphrase};
use crate::copies::labels;
use crate::file::backup;
use crate::file::merge::{Merged, MergedAll, Options, Progress, Stopped};
use crate::file::seal::{Passphrases, is_sealed};
use crate::office;
use crate::text::for_terminal;
use crate::words::Words;

/// Arguments of `duluan merge`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file; made when it does not exist.
    pub file: PathBuf,
    /// The other files.
    #[arg(required = true)]
    pub others: Vec<PathBuf>,
    /// Show what would come in and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Read the passphrase of closed files from the first line of a file; - is standard input.
    #[arg(long, value_name = "F")]
    pub passphrase_file: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// A file that was not merged.
#[derive(Debug, Serialize)]
struct Refused {
    source: String,
    reason: String,
}

/// The rows of one unit.
#[derive(Debug, Serialize)]
struct OfUnit<'a> {
    unit: &'a str,
    collaborators: usize,
    reports: usize,
    items: usize,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    merged: &'a Merged,
    by_kind: BTreeMap<&'static str, usize>,
    by_unit: Vec<OfUnit<'a>>,
    refused: Vec<Refused>,
    /// False when not all files were come to.
    complete: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let passphrases = passphrases(args, ctx)?;
    let made = !args.file.exists();
    let place = if made && args.dry_run {
        // Nothing may be written: what would come in is counted against an empty file that goes again.
        std::env::temp_dir().join(format!("duluan-{}.part", uuid::Uuid::now_v7()))
    } else {
        args.file.clone()
    };
    let mut file = ctx.open_or_create(&place)?;
    let folder = backup::folder();
    let options = Options {
        backups: Some(&folder),
        dry_run: args.dry_run,
        by_unit: args.dry_run,
        passphrases: Some(&passphrases),
        stop: None,
    };
    let line = ProgressLine::new(ctx);
    let all = file.merge_all(&args.others, options, |progress| line.show(|| told(&progress, &ctx.words)));
    line.wipe();
    drop(file);
    if made && (args.dry_run || all.files.is_empty()) {
        // An empty file nobody asked for is not left behind; there is nobody to tell when it stays.
        let _ = std::fs::remove_file(&place);
    }
    let refused = refused(&all, ctx);
    if args.json {
        let by_unit = all.sum.by_unit.iter().map(|of| OfUnit {
            unit: &of.name,
            collaborators: of.collaborators,
            reports: of.reports,
            items: of.items,
        });
        ctx.json(&Answer {
            merged: &all.sum,
            by_kind: all.sum.by_table.iter().copied().collect(),
            by_unit: by_unit.collect(),
            complete: all.stopped.is_none(),
            refused,
        })?;
    } else {
        say(&all, args, ctx)?;
    }
    match all.stopped {
        None if all.refused.is_empty() => Ok(Exit::Done),
        None => Ok(Exit::Partly),
        Some(Stopped::Cancelled) => {
            ctx.complain(ctx.words.file_merge_cancelled(all.files.len() as i64, args.others.len() as i64));
            Ok(Exit::Partly)
        }
        Some(Stopped::Ours(error)) => Err(CliError::File { path: args.file.clone(), error }),
    }
}

/// What opens the closed files among the others; asked for before the first is touched.
fn passphrases(args: &Args, ctx: &Context) -> Result<Passphrases, CliError> {
    if let Some(from) = &args.passphrase_file {
        return passphrase::read(from, ctx).map(Passphrases::one);
    }
    let mut passphrases = Passphrases::default();
    for other in args.others.iter().filter(|other| is_sealed(other)) {
        if let Some(typed) = passphrase::of_file(other, ctx)? {
            passphrases.set(other, typed);
        }
    }
    Ok(passphrases)
}

fn told(progress: &Progress, words: &Words) -> String {
    let (done, all) = progress.of_all();
    let name = progress.source.file_name().unwrap_or_default().to_string_lossy();
    words.file_merge_progress(
        words.number(progress.files as i64),
        words.number(progress.file as i64 + 1),
        name,
        words.number((done * 100 / all.max(1)) as i64),
    )
}

/// The refused files, each told on standard error with its reason.
fn refused(all: &MergedAll, ctx: &Context) -> Vec<Refused> {
    let told = all.refused.iter().map(|(path, error)| {
        let reason = office::problem::describe(&ctx.words, path, error);
        ctx.complain(for_terminal(&reason));
        Refused { source: path.display().to_string(), reason }
    });
    told.collect()
}

fn say(all: &MergedAll, args: &Args, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    if args.others.len() > 1 {
        for (source, merged) in &all.files {
            let source = for_terminal(&source.display().to_string()).into_owned();
            ctx.say(words.file_merge_one(merged.records as i64, merged.rows as i64, source))?;
        }
    }
    if all.files.is_empty() {
        return Ok(());
    }
    let merged = &all.sum;
    if merged.records == 0 {
        return ctx.say(words.file_merge_nothing());
    }
    let (records, rows) = (merged.records as i64, merged.rows as i64);
    ctx.say(if args.dry_run {
        words.file_merge_would(records, rows)
    } else {
        words.file_merge_done(records, rows)
    })?;
    if args.dry_run {
        say_what(merged, ctx)?;
    }
    if merged.clashes > 0 {
        ctx.say(words.file_merge_clashes(merged.clashes as i64))?;
    }
    if merged.duplicates_to_decide > 0 {
        ctx.say(words.file_merge_doubles(merged.duplicates_to_decide as i64))?;
    }
    if let Some(backup) = &merged.backup {
        ctx.say(words.file_merge_backup(backup.display().to_string()))?;
    }
    Ok(())
}

/// What would come, by kind and by unit.
fn say_what(merged: &Merged, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    let mut kinds = Table::new().right(0);
    for (table, rows) in &merged.by_table {
        kinds.row([words.number(*rows as i64), labels::table(words, table).to_owned()]);
    }
    for line in kinds.lines() {
        ctx.say(format!("  {line}"))?;
    }
    if merged.by_unit.is_empty() {
        return Ok(());
    }
    let mut units = Table::new().right(1).right(2).right(3);
    units.row([
        words.file_merge_unit(),
        words.file_merge_unit_collaborators(),
        words.file_merge_unit_reports(),
        words.file_merge_unit_items(),
    ]);
    for of in &merged.by_unit {
        let name = if of.name.is_empty() { words.file_merge_no_unit() } else { &of.name };
        let numbers = [of.collaborators, of.reports, of.items].map(|number| words.number(number as i64));
        units.row(std::iter::once(name.to_owned()).chain(numbers));
    }
    for line in units.lines() {
        ctx.say(format!("  {line}"))?;
    }
    Ok(())
}
