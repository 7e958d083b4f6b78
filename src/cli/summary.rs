//! `duluan summary`.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use chrono::Local;
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::{CliError, Context, Exit};
use crate::exchange::paper::Format;
use crate::file::FileError;
use crate::inbox::store::topics;
use crate::summary::checks::{Check, Facts, Kept, check};
use crate::summary::export;
use crate::summary::gather::{Comparison, Material, compare};
use crate::summary::model::{Counters, Grouping, Sentence, Synthesis, numbers, sentences};
use crate::summary::period::Period;
use crate::summary::problem::explain;
use crate::summary::store;
use crate::summary::wanted::Wanted;
use crate::text::{fold, for_terminal};
use crate::words::Words;

/// Arguments of `duluan summary`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Period, e.g. 2026-10.
    #[arg(long, value_name = "P")]
    pub period: String,
    /// The outline, by its name or code; otherwise the one of the kind of period.
    #[arg(long, value_name = "OUTLINE")]
    pub outline: Option<String>,
    /// The topic of a thematic one.
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// The place it covers, a unit with all below it; otherwise the whole file.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// What a new draft is gathered by: topic, issue or unit.
    #[arg(long, value_name = "BY", value_parser = ["topic", "issue", "unit"])]
    pub by: Option<String>,
    /// The file to write: .docx, .md or .txt.
    #[arg(long, value_name = "OUT")]
    pub out: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// A synthesis as JSON.
#[derive(Serialize)]
struct Document {
    period: String,
    title: String,
    stored: bool,
    sections: Vec<SectionOut>,
    counters: Counters,
    #[serde(skip_serializing_if = "Option::is_none")]
    work: Option<BTreeMap<&'static str, usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparison: Option<Comparison>,
    checks: Vec<CheckOut>,
}

#[derive(Serialize)]
struct SectionOut {
    heading: String,
    items: Vec<Sentence>,
}

#[derive(Serialize)]
struct CheckOut {
    kind: &'static str,
    message: String,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    let today = Local::now().date_naive();
    let period = Period::parse(&args.period, today)
        .ok_or_else(|| CliError::WrongUse(words.summary_bad_period(args.period.as_str())))?;
    if let Some(out) = args.out.as_deref().filter(|out| Format::of(out).is_none()) {
        return Err(CliError::WrongUse(words.summary_bad_format(out.display().to_string())));
    }
    let file = ctx.open(&args.file)?;
    let conn = file.connection();
    let failed = |error| CliError::file(&args.file)(FileError::from(error));
    let wanted = wanted(args, conn, period, words)?;
    let (synthesis, found, kept) = synthesis(conn, &wanted, args.by.is_some()).map_err(failed)?;
    let scope = store::Scope::of_synthesis(&synthesis).unwrap_or(store::Scope::of(period));
    let material = store::scoped(conn, &scope).map_err(failed)?;
    let office = store::office(conn).map_err(failed)?;
    if let Some(out) = &args.out {
        let placed = store::exhibits(file.connection(), &synthesis)
            .map_err(|error| CliError::file(&args.file)(FileError::from(error)))?;
        export::write(out, &synthesis, &office, today, &placed, None)
            .map_err(|error| CliError::Failed(explain(words, &error)))?;
    }
    let checks = check(&synthesis.sections, &material, &Facts::of(&material), &kept);
    let document = document(words, &period, &material, &synthesis, found, &checks);
    if args.json {
        ctx.json(&document)?;
    } else if let Some(out) = &args.out {
        ctx.say(words.summary_written(out.display().to_string()))?;
        checks_for_people(ctx, &document)?;
    } else {
        for_people(ctx, &document)?;
    }
    Ok(Exit::Done)
}

/// What the arguments choose.
fn wanted(args: &Args, conn: &Connection, period: Period, words: &Words) -> Result<Wanted, CliError> {
    let failed = |error| CliError::file(&args.file)(FileError::from(error));
    let templates = store::templates(conn, period.kind).map_err(failed)?;
    let fits = |typed: &str, name: &str, code: &str| code == typed || fold(name.trim()) == fold(typed.trim());
    let template = match &args.outline {
        None => None,
        Some(typed) => {
            let found = templates.iter().find(|one| fits(typed, &one.name, &one.code));
            let names =
                || templates.iter().map(|one| format!("“{}”", one.name)).collect::<Vec<_>>().join(", ");
            let told = || CliError::WrongUse(words.summary_no_such_outline(names(), typed.as_str()));
            Some(found.ok_or_else(told)?)
        }
    };
    let topic = match &args.topic {
        None => None,
        Some(typed) => {
            let topics = topics(conn).map_err(failed)?;
            let found = topics.iter().find(|one| fits(typed, &one.name, &one.code)).map(|one| one.id);
            Some(found.ok_or_else(|| CliError::WrongUse(words.summary_no_such_topic(typed.as_str())))?)
        }
    };
    if topic.is_none() && template.is_some_and(|template| template.thematic) {
        return Err(CliError::WrongUse(words.summary_needs_topic().to_owned()));
    }
    let unit = match &args.unit {
        None => None,
        Some(typed) => {
            let places = store::places(conn).map_err(failed)?;
            let found = places.iter().find(|(_, name)| fits(typed, name, "")).map(|(id, _)| *id);
            let names = || places.iter().map(|(_, name)| format!("“{name}”")).collect::<Vec<_>>().join(", ");
            let told = || CliError::WrongUse(words.summary_no_such_place(names(), typed.as_str()));
            Some(found.ok_or_else(told)?)
        }
    };
    let outline = template.map(|template| template.id);
    let by = args.by.as_deref().map(Grouping::from_id).unwrap_or_default();
    Ok(Wanted { period, outline, topic, unit, by })
}

/// The synthesis of the file, or one drafted for now; whether it is the file's, and what was kept beside it.
fn synthesis(conn: &Connection, wanted: &Wanted, anew: bool) -> rusqlite::Result<(Synthesis, bool, Kept)> {
    // Gathered another way it is another text than the one that is kept.
    let stored = if anew { None } else { store::find(conn, wanted)? };
    if let Some(id) = stored
        && let Some(synthesis) = store::synthesis(conn, id)?
    {
        return Ok((synthesis, true, store::kept(conn, id)?));
    }
    let (_, synthesis) = store::drafted(conn, wanted)?;
    Ok((synthesis, false, Kept::default()))
}

fn document(
    words: &Words,
    period: &Period,
    material: &Material,
    synthesis: &Synthesis,
    stored: bool,
    checks: &[Check],
) -> Document {
    let printed = export::printed(&synthesis.sections);
    let streams =
        material.items.iter().flat_map(|item| item.streams.iter().map(|stream| (stream.id, item.id)));
    let items: HashMap<Uuid, Uuid> = streams.collect();
    let sections = printed
        .iter()
        .zip(numbers(&printed, |_| true))
        .map(|(section, (level, number))| SectionOut {
            heading: export::heading(level, &number, &section.heading),
            items: sentences(&section.body)
                .into_iter()
                .map(|sentence| with_items(sentence, &items))
                .collect(),
        })
        .collect();
    let checks =
        checks.iter().map(|check| CheckOut { kind: check.kind(), message: check.message(words) }).collect();
    Document {
        period: period.id(),
        title: synthesis.title.clone(),
        stored,
        sections,
        counters: material.counters(),
        work: material
            .work
            .as_ref()
            .map(|work| work.counts.iter().map(|(fact, count)| (fact.id(), *count)).collect()),
        comparison: compare(material),
        checks,
    }
}

/// Sources as ids of items, which `duluan items` lists: streams have none of their own there.
fn with_items(sentence: Sentence, items: &HashMap<Uuid, Uuid>) -> Sentence {
    let mut sources: Vec<Uuid> = Vec::new();
    for source in &sentence.sources {
        let item = items.get(source).copied().unwrap_or(*source);
        if !sources.contains(&item) {
            sources.push(item);
        }
    }
    Sentence { sources, ..sentence }
}

fn for_people(ctx: &Context, document: &Document) -> Result<(), CliError> {
    ctx.say(for_terminal(&document.title))?;
    if document.sections.is_empty() {
        ctx.say(ctx.words.summary_nothing_gathered())?;
    }
    for section in &document.sections {
        ctx.say(format!("\n{}", for_terminal(&section.heading)))?;
        for item in &section.items {
            let sources = match item.sources.len() {
                0 => String::new(),
                count => format!(" [{count}]"),
            };
            ctx.say(format!("{}{sources}", for_terminal(&item.text)))?;
        }
    }
    ctx.say("")?;
    checks_for_people(ctx, document)
}

fn checks_for_people(ctx: &Context, document: &Document) -> Result<(), CliError> {
    if document.checks.is_empty() {
        return ctx.say(ctx.words.summary_nothing_lacking());
    }
    ctx.say(ctx.words.summary_checks_count(i64::try_from(document.checks.len()).unwrap_or(i64::MAX)))?;
    for check in &document.checks {
        ctx.say(format!("- {}", for_terminal(&check.message)))?;
    }
    Ok(())
}
