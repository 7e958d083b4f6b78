//! `duluan history`.

use std::path::PathBuf;

use rusqlite::types::Value;
use serde::Serialize;
use uuid::Uuid;

use super::{CliError, Context, Exit};
use crate::file::history::{self, Deed, Entry};
use crate::file::value;
use crate::words::Words;

/// Records shown of the whole file.
const MANY: usize = 1_000;

/// Arguments of `duluan history`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The record; everything when not said.
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
    let entries = match &args.id {
        Some(id) => {
            let row = row_id(id, ctx)?;
            history::of_row(file.connection(), row)
        }
        None => history::recent(file.connection(), MANY),
    }
    .map_err(CliError::file(&args.file))?;
    if args.json {
        ctx.json(&entries.iter().map(line).collect::<Vec<_>>())?;
        return Ok(Exit::Done);
    }
    if entries.is_empty() {
        ctx.complain(ctx.words.file_history_nothing());
    }
    for entry in &entries {
        ctx.say(super::table::shown(&sentence(entry, &ctx.words)))?;
    }
    if args.id.is_none() && entries.len() == MANY {
        ctx.complain(ctx.words.file_history_more(ctx.words.number(MANY as i64)));
    }
    Ok(Exit::Done)
}

/// The id a person typed.
pub(super) fn row_id(text: &str, ctx: &Context) -> Result<Uuid, CliError> {
    Uuid::parse_str(text.trim()).map_err(|_| CliError::WrongUse(ctx.words.file_no_id(text)))
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
fn sentence(entry: &Entry, words: &Words) -> String {
    let when = value::moment(&entry.at).map_or_else(
        || entry.at.clone(),
        |moment| format!("{} {}", words.day(moment.date()), moment.format("%H:%M")),
    );
    let who = match (entry.person.as_str(), entry.office.as_str()) {
        ("", "") => words.file_history_nobody().to_owned(),
        (person, "") => person.to_owned(),
        ("", office) => office.to_owned(),
        (person, office) => format!("{person}, {office}"),
    };
    let action = labelled(words, "action", &entry.action);
    let table = labelled(words, "file-table", entry.table);
    let column = |column: &str| labelled(words, "file-column", column);
    let what = match &entry.deed {
        Deed::Created => words.file_history_created(table),
        Deed::Changed { column: name, old, new } => {
            words.file_history_changed(column(name), text(words, new), text(words, old), table)
        }
        Deed::Erased { column: name } => words.file_history_erased(column(name), table),
        Deed::Blanked { column: name } => words.file_history_blanked(column(name), table),
    };
    format!("{when}  {who}  {action}  {what}")
}

/// The word for an identifier, or the identifier.
fn labelled(words: &Words, prefix: &str, identifier: &str) -> String {
    words.by_id(&format!("{prefix}-{}", identifier.replace('_', "-"))).unwrap_or(identifier).to_owned()
}

/// A value in a line: long texts are cut.
fn text(words: &Words, value: &Value) -> String {
    const LONG: usize = 60;
    let whole = match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.replace(['\n', '\r', '\t'], " "),
        Value::Blob(bytes) => match Uuid::from_slice(bytes) {
            Ok(id) => id.to_string(),
            Err(_) => words.file_history_bytes(words.number(bytes.len() as i64)),
        },
    };
    match whole.char_indices().nth(LONG) {
        Some((cut, _)) => format!("“{}…”", &whole[..cut]),
        None => format!("“{whole}”"),
    }
}
