//! `duluan history`.

use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use serde::Serialize;
use uuid::Uuid;

use super::{CliError, Context, Exit};
use crate::copies::model::Entry as Told;
use crate::copies::store::Found;
use crate::copies::{labels, store};
use crate::file::history::{self, Deed, Entry};
use crate::file::{FileError, OfficeFile, schema};
use crate::words::Words;

/// Records shown of the whole file.
const MANY: usize = 1_000;

/// Arguments of `duluan history`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The record, by its arrival number, its id or the start of it; everything when not said.
    pub id: Option<String>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// One record as `--json` prints it.
#[derive(Debug, Serialize)]
struct Line<'a> {
    when: &'a str,
    office: &'a str,
    person: &'a str,
    action: &'a str,
    table: &'a str,
    id: Uuid,
    deed: &'a str,
    field: Option<&'a str>,
    old: serde_json::Value,
    new: serde_json::Value,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let file = ctx.open(&args.file)?;
    let conn = file.connection();
    let read = |entries: Result<Vec<Entry>, FileError>| entries.map_err(CliError::file(&args.file));
    let entries = match &args.id {
        Some(text) => {
            let (table, row) = record(&file, text, &args.file, ctx)?;
            read(match table.and_then(schema::table_named) {
                Some(table) => store::logged(conn, table, row),
                None => history::of_row(conn, row),
            })?
        }
        None => read(history::recent(conn, MANY))?,
    };
    if args.json {
        ctx.json(&entries.iter().map(line).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    if entries.is_empty() {
        ctx.complain(ctx.words.file_history_nothing());
    }
    let lines = store::lines(conn, &entries).map_err(CliError::file(&args.file))?;
    for line in &lines {
        ctx.say(super::table::shown(&sentence(line, &ctx.words)))?;
    }
    if args.id.is_none() && entries.len() == MANY {
        ctx.complain(ctx.words.file_history_more(ctx.words.number(MANY as i64)));
    }
    Ok(Exit::Done)
}

/// The record a person names: by an arrival number, its id or the start of one.
pub(super) fn record(
    file: &OfficeFile,
    text: &str,
    path: &Path,
    ctx: &Context,
) -> Result<(Option<&'static str>, Uuid), CliError> {
    let conn = file.connection();
    match store::find_record(conn, text).map_err(CliError::file(path))? {
        Found::One(table, row) => Ok((table, row)),
        Found::Nothing => Err(CliError::WrongUse(ctx.words.file_no_id(text))),
        Found::Several(rows) => {
            let mut names = Vec::new();
            for (table, row) in rows {
                let name = store::name_of(conn, table, row).map_err(CliError::file(path))?;
                names.push(format!("\n  {row}  {} {name}", labels::table(&ctx.words, table)));
            }
            Err(CliError::WrongUse(ctx.words.copies_several(names.concat(), text)))
        }
    }
}

fn line(entry: &Entry) -> Line<'_> {
    let (deed, field, old, new) = match &entry.deed {
        Deed::Created => ("created", None, serde_json::Value::Null, serde_json::Value::Null),
        Deed::Changed { column, old, new } => ("changed", Some(*column), json(old), json(new)),
        Deed::Erased { column } => {
            ("erased", Some(*column), serde_json::Value::Null, serde_json::Value::Null)
        }
        Deed::Blanked { column } => {
            ("blanked", Some(*column), serde_json::Value::Null, serde_json::Value::Null)
        }
    };
    Line {
        when: &entry.at,
        office: &entry.office,
        person: &entry.person,
        action: &entry.action,
        table: entry.table,
        id: entry.row,
        deed,
        field,
        old,
        new,
    }
}

/// A value as JSON: ids as text, other bytes as their number.
fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => match Uuid::from_slice(bytes) {
            Ok(id) => id.to_string().into(),
            Err(_) => serde_json::json!({ "bytes": bytes.len() }),
        },
    }
}

/// One line for a person: when, who, what they did, what became of what.
fn sentence(entry: &Told, words: &Words) -> String {
    const LONG: usize = 160;
    let when = entry.author.at.map_or_else(String::new, |at| words.moment(at));
    let who = labels::author(words, &entry.author);
    let action = labels::action(words, &entry.action);
    let deed = labels::deed(words, entry);
    format!("{when}  {who}  {action}  {}", crate::text::cut_to_width(&deed, LONG))
}
