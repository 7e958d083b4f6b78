//! `duluan reports`.

use std::path::PathBuf;

use super::{CliError, Context, Exit, Table, items};
use crate::file::FileError;
use crate::inbox::{export, labels};
use crate::text::cut_to_width;

/// Arguments of `duluan reports`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Filter.
    pub filter: Vec<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Cells of a title in the table for people.
const TITLE: usize = 60;

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used or the filter cannot be read.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let file = ctx.open(&args.file)?;
    let conn = file.connection();
    let broken = |error: rusqlite::Error| CliError::file(&args.file)(FileError::from(error));
    let ask = items::ask(conn, &args.filter, ctx).map_err(broken)??;
    if args.json {
        ctx.json(&export::reports_json(conn, &ask, args.limit))?;
        return Ok(Exit::Done);
    }
    let words = &ctx.words;
    let mut pages = export::report_pages(conn, &ask, args.limit);
    let mut any = false;
    loop {
        let page = pages().map_err(broken)?;
        if page.is_empty() {
            break;
        }
        let mut table = Table::new().right(5);
        for row in page {
            table.row([
                row.arrival_number,
                row.received_at.map_or_else(String::new, |at| words.day(at.date())),
                cut_to_width(&row.unit, 30).into_owned(),
                labels::report_kind(words, row.kind).to_owned(),
                cut_to_width(&row.title, TITLE).into_owned(),
                row.items.to_string(),
            ]);
        }
        any = true;
        for line in table.lines() {
            ctx.say(line)?;
        }
    }
    if !any {
        ctx.complain(words.cli_nothing_found());
    }
    Ok(Exit::Done)
}
