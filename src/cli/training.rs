//! `duluan training`.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Local, Utc};
use rusqlite::Connection;
use uuid::Uuid;

use super::export::whole;
use super::{CliError, Context, Exit, Table};
use crate::app::training_papers::{write_year, year_plan};
use crate::exchange;
use crate::exchange::paper::Format;
use crate::file::FileError;
use crate::roster::store::office_head;
use crate::text::{fold, for_terminal};
use crate::training::calendar::events;
use crate::training::export::{self, ClassJson};
use crate::training::model::{Class, ClassLine};
use crate::training::papers::print::{PrintError, Source};
use crate::training::papers::{PaperKind, gaps, labels as papers};
use crate::training::{labels, store};

/// The paper that is of no class: the plan of a year.
const YEAR: &str = "year";

/// Arguments of `duluan training`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The paper to print.
    #[arg(long, value_name = "KIND", requires = "out", value_parser = kinds())]
    pub paper: Option<String>,
    /// The class or meeting: its id or a part of its title.
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    /// The year of a plan.
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    /// The file to write: .docx, .txt or .md.
    #[arg(long, value_name = "OUT", requires = "paper")]
    pub out: Option<PathBuf>,
    /// Write over a file that is there.
    #[arg(long)]
    pub over: bool,
    /// The calendar to write: all classes and meetings that have a day, or the one of `--class`.
    #[arg(long, value_name = "ICS", conflicts_with = "paper")]
    pub ics: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Names of the papers.
fn kinds() -> Vec<&'static str> {
    PaperKind::ALL.iter().map(|kind| kind.id()).chain([YEAR]).collect()
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used, no class is meant, or the paper cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let file = ctx.open(&args.file)?;
    let conn = file.connection();
    if let (Some(paper), Some(out)) = (&args.paper, &args.out) {
        if Format::of(out).is_none() {
            return Err(CliError::WrongUse(ctx.words.training_papers_ending(out.display().to_string())));
        }
        if paper == YEAR {
            return year(args, ctx, conn, out);
        }
        return paper_of_class(args, ctx, conn, PaperKind::from_id(paper), out);
    }
    if let Some(out) = &args.ics {
        return calendar(args, ctx, conn, out);
    }
    if args.class.is_some() {
        return papers_of_class(args, ctx, conn);
    }
    if args.json {
        let classes = export::classes(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?;
        ctx.json(&classes.into_iter().map(ClassJson::from).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    let lines = store::class_lines(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?;
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

/// Writes classes and meetings as a calendar; what has no day yet is told.
fn calendar(args: &Args, ctx: &Context, conn: &Connection, out: &Path) -> Result<Exit, CliError> {
    let words = &ctx.words;
    if out.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("ics")) {
        return Err(CliError::WrongUse(words.training_calendar_ending(out.display().to_string())));
    }
    let classes = match args.class {
        Some(_) => vec![class_meant(args, ctx, conn)?],
        None => export::classes(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?,
    };
    let (events, undated) = events(&classes, words);
    let name = office_head(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?.name;
    let text = exchange::calendar(&events, &name, Utc::now().naive_utc());
    whole(out, |file| Ok(file.write_all(text.as_bytes())?))?;
    ctx.say(words.training_calendar_written(events.len() as i64, out.display().to_string()))?;
    if undated > 0 {
        ctx.complain(words.training_calendar_undated(undated as i64));
    }
    Ok(Exit::Done)
}

/// The class that is meant: by its id, or the only one whose title holds the words.
fn class_meant(args: &Args, ctx: &Context, conn: &Connection) -> Result<Class, CliError> {
    let words = &ctx.words;
    let broken = |error: rusqlite::Error| CliError::file(&args.file)(FileError::from(error));
    let Some(asked) = args.class.as_deref().map(str::trim).filter(|asked| !asked.is_empty()) else {
        return Err(CliError::WrongUse(words.training_papers_which().to_owned()));
    };
    let lines = store::class_lines(conn).map_err(broken)?;
    let wanted = fold(asked);
    let by_id = asked.parse::<Uuid>().ok();
    let exact: Vec<&ClassLine> =
        lines.iter().filter(|line| Some(line.id) == by_id || fold(&line.title) == wanted).collect();
    let found = if exact.is_empty() {
        lines.iter().filter(|line| fold(&line.title).contains(&wanted)).collect()
    } else {
        exact
    };
    match found.as_slice() {
        [one] => store::class(conn, one.id)
            .map_err(broken)?
            .ok_or_else(|| CliError::WrongUse(words.training_papers_no_class(asked))),
        [] => Err(CliError::WrongUse(words.training_papers_no_class(for_terminal(asked)))),
        several => {
            let today = Local::now().date_naive();
            let mut sentence = words.training_papers_several(for_terminal(asked));
            for line in several {
                let days = labels::days(words, line.date_from, line.date_to, &line.date_text, today);
                let line = format!("\n  {}  {days}  {}", line.id, for_terminal(&line.title));
                sentence.push_str(&line);
            }
            Err(CliError::WrongUse(sentence))
        }
    }
}

fn paper_of_class(
    args: &Args,
    ctx: &Context,
    conn: &Connection,
    kind: PaperKind,
    out: &Path,
) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let class = class_meant(args, ctx, conn)?;
    if !PaperKind::of(class.known.kind).contains(&kind) {
        return Err(CliError::WrongUse(words.training_papers_not_of(papers::paper(words, kind))));
    }
    let office = office_head(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?;
    let source = Source { class: &class, office: &office, today: Local::now().date_naive() };
    let missing = gaps(kind, &class, &office);
    match source.write(kind, out, args.over) {
        Ok(written) => {
            for path in written {
                ctx.say(words.training_papers_written(path.display().to_string()))?;
            }
            if !missing.is_empty() {
                ctx.complain(words.training_papers_missing(papers::gaps(words, &missing)));
            }
            Ok(Exit::Done)
        }
        Err(error @ PrintError::Missing(_)) => Err(CliError::WrongUse(papers::problem(words, kind, &error))),
        Err(error) => Err(CliError::Failed(papers::problem(words, kind, &error))),
    }
}

/// The papers of a class, and what each lacks.
fn papers_of_class(args: &Args, ctx: &Context, conn: &Connection) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let class = class_meant(args, ctx, conn)?;
    let office = office_head(conn).map_err(FileError::from).map_err(CliError::file(&args.file))?;
    ctx.say(words.training_papers_of(for_terminal(&class.known.title)))?;
    let mut table = Table::new();
    for &kind in PaperKind::of(class.known.kind) {
        let missing = gaps(kind, &class, &office);
        let lacks = if missing.is_empty() {
            String::new()
        } else {
            words.training_papers_missing(papers::gaps(words, &missing))
        };
        table.row([kind.id().to_owned(), papers::paper(words, kind).to_owned(), lacks]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}

/// The plan of a year.
fn year(args: &Args, ctx: &Context, conn: &Connection, out: &Path) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let today = Local::now().date_naive();
    let year = args.year.unwrap_or_else(|| today.year());
    let (plan, office) = year_plan(conn, year).map_err(CliError::file(&args.file))?;
    if plan.is_empty() {
        return Err(CliError::WrongUse(words.training_papers_year_empty(year.to_string())));
    }
    write_year(&plan, &office, today, out, args.over)
        .map_err(|error| CliError::Failed(papers::problem(words, PaperKind::Plan, &error)))?;
    ctx.say(words.training_papers_written(out.display().to_string()))?;
    Ok(Exit::Done)
}
