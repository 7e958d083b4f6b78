//! `duluan surveys`.

use std::path::{Path, PathBuf};

use chrono::Local;
use uuid::Uuid;

use super::{CliError, Context, Exit, Table};
use crate::exchange::paper::{Format, PaperError};
use crate::exchange::{Written, write_out};
use crate::file::{FileError, OfficeFile};
use crate::roster::store::office_head;
use crate::survey::{export, labels, papers, store};

/// Arguments of `duluan surveys`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Only this round: its title, words of it, or its id.
    pub round: Option<String>,
    /// Write the round to a file: a report (.docx, .md, .txt) or a workbook (.xlsx).
    #[arg(long, value_name = "X", conflicts_with = "json")]
    pub out: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used, the round is not known or the result cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let words = &ctx.words;
    if let Some(out) =
        args.out.as_deref().filter(|out| !papers::is_workbook(out) && Format::of(out).is_none())
    {
        return Err(CliError::WrongUse(words.survey_bad_format(out.display().to_string())));
    }
    let file = ctx.open(&args.file)?;
    let only = args.round.as_deref().map(|said| round_meant(&file, said, &args.file, ctx)).transpose()?;
    if let Some(out) = &args.out {
        return write(&file, only, out, args, ctx);
    }
    if args.json {
        let surveys = export::surveys(file.connection(), words, only)
            .map_err(FileError::from)
            .map_err(CliError::file(&args.file))?;
        ctx.json(&surveys)?;
        return Ok(Exit::Done);
    }
    let mut lines = store::survey_lines(file.connection())
        .map_err(FileError::from)
        .map_err(CliError::file(&args.file))?;
    lines.retain(|line| only.is_none_or(|only| line.id == only));
    if lines.is_empty() {
        ctx.complain(words.cli_nothing_found());
        return Ok(Exit::Done);
    }
    let mut table = Table::new().right(3).right(4);
    for line in &lines {
        table.row([
            labels::days(words, line.date_from, line.date_to),
            line.title.clone(),
            labels::sampling(words, line.sampling).to_owned(),
            labels::count(words, line.valid),
            words.survey_part_results(line.questions),
        ]);
    }
    for line in table.lines() {
        ctx.say(line)?;
    }
    Ok(Exit::Done)
}

/// The one round a person means.
///
/// # Errors
/// [`CliError::WrongUse`] names the rounds there are when none is meant, or several.
pub fn round_meant(file: &OfficeFile, said: &str, path: &Path, ctx: &Context) -> Result<Uuid, CliError> {
    let read = |result: rusqlite::Result<_>| result.map_err(FileError::from).map_err(CliError::file(path));
    let conn = file.connection();
    let meant = read(store::rounds_meant(conn, said))?;
    if let [line] = meant.as_slice() {
        return Ok(line.id);
    }
    let all = if meant.is_empty() { read(store::survey_lines(conn))? } else { meant };
    let names: Vec<String> = all.iter().map(|line| format!("“{}” ({})", line.title, line.id)).collect();
    Err(CliError::WrongUse(ctx.words.survey_which_round(names.join("; "), said)))
}

/// Writes a round, the newest when none is named.
fn write(
    file: &OfficeFile,
    only: Option<Uuid>,
    out: &Path,
    args: &Args,
    ctx: &Context,
) -> Result<Exit, CliError> {
    let (words, conn) = (&ctx.words, file.connection());
    let read = || -> rusqlite::Result<_> {
        let newest = store::survey_lines(conn)?.first().map(|line| line.id);
        let Some(id) = only.or(newest) else { return Ok(None) };
        Ok(store::survey(conn, id)?.map(|survey| (survey, office_head(conn))))
    };
    let found = read().map_err(FileError::from).map_err(CliError::file(&args.file))?;
    let Some((survey, office)) = found else {
        ctx.complain(words.cli_nothing_found());
        return Ok(Exit::Partly);
    };
    let office = office.map_err(FileError::from).map_err(CliError::file(&args.file))?;
    let today = Local::now().date_naive();
    let bytes =
        |path: &Path| -> Result<Vec<u8>, PaperError> { papers::bytes(&survey, &office, path, today, words) };
    match write_out(Path::new(""), out, true, bytes) {
        Written::Done(path) | Written::Exists(path) => {
            ctx.say(words.survey_written(path.display().to_string()))?;
        }
        Written::Placeholders(left) => {
            return Err(CliError::Failed(words.survey_placeholders(left.join(", "))));
        }
        Written::Failed(path, reason) => {
            return Err(CliError::Failed(words.survey_not_written(path.display().to_string(), reason)));
        }
    }
    Ok(Exit::Done)
}
