//! `duluan summary`.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::Local;
use serde::Serialize;
use uuid::Uuid;

use super::{CliError, Context, Exit};
use crate::exchange::paper::Format;
use crate::file::FileError;
use crate::summary::checks::{Check, Facts, check};
use crate::summary::export;
use crate::summary::gather::{Material, draft};
use crate::summary::model::{Counters, Sentence, Synthesis, numbers, sentences};
use crate::summary::period::Period;
use crate::summary::problem::explain;
use crate::summary::store;
use crate::text::for_terminal;
use crate::words::Words;

/// Arguments of `duluan summary`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Period, e.g. 2026-10.
    #[arg(long, value_name = "P")]
    pub period: String,
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
    let read = || -> rusqlite::Result<_> {
        let conn = file.connection();
        let material = store::material(conn, &period)?;
        let stored = store::find(conn, &period)?.map(|id| store::synthesis(conn, id)).transpose()?.flatten();
        let kept =
            stored.as_ref().map(|stored| store::kept(conn, stored.id)).transpose()?.unwrap_or_default();
        let found = stored.is_some();
        let synthesis = if let Some(synthesis) = stored {
            synthesis
        } else {
            let outline = store::outline(conn)?;
            Synthesis {
                title: outline.title.replace("{period}", &period.name()),
                sections: draft(&material, &outline.sections, &store::phrases(conn)?),
                ..Synthesis::default()
            }
        };
        Ok((material, synthesis, found, kept, store::office(conn)?))
    };
    let (material, synthesis, found, kept, office) =
        read().map_err(|error| CliError::file(&args.file)(FileError::from(error)))?;
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
    ctx.say(ctx.words.summary_checks_count(i64::try_from(document.checks.len()).unwrap_or(i64::MAX)))?;
    for check in &document.checks {
        ctx.say(format!("- {}", for_terminal(&check.message)))?;
    }
    Ok(())
}
