//! `duluan import`.

use std::path::PathBuf;

use serde::Serialize;
use uuid::Uuid;

use super::progress::ProgressLine;
use super::{CliError, Context, Exit};
use crate::exchange::Chosen;
use crate::inbox::columns::Field;
use crate::inbox::rows::Doubled;
use crate::office::import::{self, As, Imported, Options, Progress, made, shown};
use crate::text::for_terminal;
use crate::words::Words;

/// Arguments of `duluan import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file; made when it does not exist.
    pub file: PathBuf,
    /// Files and folders to read.
    #[arg(required = true)]
    pub sources: Vec<PathBuf>,
    /// What they are, when they should not be recognised.
    #[arg(long = "as", value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Encoding of text files, when it should not be recognised.
    #[arg(long, value_name = "E")]
    pub encoding: Option<String>,
    /// What columns of a log hold, when they should not be recognised: COLUMN=FIELD, separated by commas. A column is named by
    /// its letter or its label.
    #[arg(long, value_name = "M")]
    pub mapping: Option<String>,
    /// The survey round that results are added to: its title, words of it, or its id. With --as survey.
    #[arg(long, value_name = "ROUND")]
    pub round: Option<String>,
    /// Show what would be made and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// A list of collaborators.
    Roster,
    /// Reports.
    Reports,
    /// A list of attendees.
    Attendees,
    /// The plan of a class.
    Class,
    /// Results of a survey.
    Survey,
}

impl From<Kind> for As {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Roster => Self::Roster,
            Kind::Reports => Self::Reports,
            Kind::Attendees => Self::Attendees,
            Kind::Class => Self::Class,
            Kind::Survey => Self::Survey,
        }
    }
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let encoding = match args.encoding.as_deref() {
        Some(name) => Some(
            Chosen::from_name(name)
                .ok_or_else(|| CliError::WrongUse(ctx.words.import_encoding_wrong(name)))?,
        ),
        None => None,
    };
    let columns = args.mapping.as_deref().map_or(Ok(Vec::new()), |mapping| columns(mapping, &ctx.words))?;
    if args.round.is_some() && args.kind != Some(Kind::Survey) {
        return Err(CliError::WrongUse(ctx.words.survey_round_as().to_owned()));
    }
    let round = args.round.as_deref().map(|said| round(said, args, ctx)).transpose()?;
    let options = Options {
        round,
        kind: args.kind.map(As::from),
        encoding,
        columns,
        dry_run: args.dry_run,
        ..Options::new(ctx.settings.mark.clone(), chrono::Local::now().date_naive())
    };
    let line = ProgressLine::new(ctx);
    let go_on = |progress: Progress| line.show(|| told(&progress, &ctx.words));
    let imported = if args.dry_run && !args.file.exists() {
        rehearse_new(args, ctx, &options, go_on)?
    } else {
        let mut file = ctx.open_or_create(&args.file)?;
        import::import(&mut file, &args.sources, &options, go_on).map_err(CliError::file(&args.file))?
    };
    line.wipe();
    if args.json {
        ctx.json(&Document::of(&imported, args, &ctx.words))?;
    } else {
        say(&imported, args, ctx)?;
    }
    for line in refusals(&imported, &ctx.words) {
        ctx.complain(line);
    }
    Ok(if imported.any_refused() || imported.cancelled { Exit::Partly } else { Exit::Done })
}

/// The one round a person means.
fn round(said: &str, args: &Args, ctx: &Context) -> Result<Uuid, CliError> {
    let file = ctx.open(&args.file)?;
    super::surveys::round_meant(&file, said, &args.file, ctx)
}

/// The columns a person named: `Nói gì=content, A=date`.
fn columns(mapping: &str, words: &Words) -> Result<Vec<(String, Field)>, CliError> {
    let known = || Field::ALL.map(Field::code).join(", ");
    mapping
        .split(',')
        .map(|pair| {
            let (column, name) = pair.split_once('=').unwrap_or((pair, ""));
            let field = Field::from_name(name).filter(|_| !column.trim().is_empty());
            field
                .map(|field| (column.trim().to_owned(), field))
                .ok_or_else(|| CliError::WrongUse(words.import_mapping_wrong(known(), pair.trim())))
        })
        .collect()
}

/// A rehearsal for a file that does not exist yet happens in one that is thrown away.
fn rehearse_new(
    args: &Args,
    ctx: &Context,
    options: &Options,
    go_on: impl FnMut(Progress) -> bool,
) -> Result<Imported, CliError> {
    let name = format!("duluan-{}.duluan", uuid::Uuid::now_v7());
    let path = std::env::temp_dir().join(name);
    let done = ctx.open_or_create(&path).and_then(|mut file| {
        import::import(&mut file, &args.sources, options, go_on).map_err(CliError::file(&path))
    });
    for beside in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.clone().into_os_string();
        name.push(beside);
        // What is not there need not go; what stays lies in the folder for such files.
        let _ = std::fs::remove_file(name);
    }
    done
}

fn told(progress: &Progress, words: &Words) -> String {
    let name = progress.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    words.import_progress(words.number(progress.all as i64), words.number(progress.done as i64), name)
}

fn say(imported: &Imported, args: &Args, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    for source in &imported.sources {
        if let Ok(counts) = &source.result {
            ctx.say(words.import_done(made(counts, words), shown(&source.path)))?;
        }
        for told in &source.told {
            let message = import::told(words, told);
            ctx.say(format!("  {}", for_terminal(&message)))?;
        }
    }
    for doubled in &imported.doubled {
        ctx.say(for_terminal(&again(doubled, words)))?;
    }
    let taken = imported.sources.iter().filter(|source| source.result.is_ok()).count() as i64;
    let sum = made(&imported.counts(), words);
    ctx.say(if args.dry_run { words.import_sum_dry(sum, taken) } else { words.import_sum(sum, taken) })
}

/// A matter that was sent again, and what it says again.
fn again(doubled: &Doubled, words: &Words) -> String {
    let said = words.import_doubled(&doubled.earlier, u64::from(doubled.share), &doubled.unit);
    format!("{} {}: {said}", doubled.number, doubled.title)
}

/// Lines for standard error: each refusal, their number, and that the rest was left.
fn refusals(imported: &Imported, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = imported
        .sources
        .iter()
        .filter_map(|source| {
            let refused = source.result.as_ref().err()?;
            Some(words.import_refused_line(shown(&source.path), import::refused(words, refused)))
        })
        .collect();
    if !lines.is_empty() {
        lines.push(words.import_sum_refused(lines.len() as i64));
    }
    if imported.cancelled {
        lines.push(words.import_cancelled().to_owned());
    }
    lines
}

/// The JSON document of an import.
#[derive(Serialize)]
struct Document {
    created: Created,
    updated: usize,
    duplicates: usize,
    refused: Vec<RefusedSource>,
    warnings: Vec<WarningOf>,
    dry_run: bool,
    cancelled: bool,
}

#[derive(Serialize)]
struct Created {
    unit: usize,
    collaborator: usize,
    report: usize,
    item: usize,
    class: usize,
    attendee: usize,
    survey: usize,
    question: usize,
}

#[derive(Serialize)]
struct RefusedSource {
    source: String,
    reason: String,
}

#[derive(Serialize)]
struct WarningOf {
    source: String,
    message: String,
}

impl Document {
    fn of(imported: &Imported, args: &Args, words: &Words) -> Self {
        let counts = imported.counts();
        let refused = imported.sources.iter().filter_map(|source| {
            Some(RefusedSource {
                source: shown(&source.path),
                reason: import::refused(words, source.result.as_ref().err()?),
            })
        });
        let warnings = imported.sources.iter().flat_map(|source| {
            source
                .told
                .iter()
                .map(|told| WarningOf { source: shown(&source.path), message: import::told(words, told) })
        });
        let again = imported
            .doubled
            .iter()
            .map(|doubled| WarningOf { source: doubled.number.clone(), message: again(doubled, words) });
        let warnings = warnings.chain(again);
        Self {
            created: Created {
                unit: counts.units,
                collaborator: counts.collaborators,
                report: counts.reports,
                item: counts.items,
                class: counts.classes,
                attendee: counts.attendees,
                survey: counts.surveys,
                question: counts.questions,
            },
            updated: counts.updated,
            duplicates: counts.duplicates,
            refused: refused.collect(),
            warnings: warnings.collect(),
            dry_run: args.dry_run,
            cancelled: imported.cancelled,
        }
    }
}
