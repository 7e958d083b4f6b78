//! `duluan bundle`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::{CliError, Context, Exit, Table, items, passphrase};
use crate::copies::labels;
use crate::file::bundle::{Bundled, Choice, Options, Redaction};
use crate::file::{FileError, own};
use crate::inbox::store::all_items;
use crate::text::{fold, for_terminal};

/// Arguments of `duluan bundle`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// The bundle to write.
    #[arg(long, value_name = "X")]
    pub out: PathBuf,
    /// The items of a filter.
    #[arg(long, value_name = "FILTER", group = "what", num_args = 1..)]
    pub items: Option<Vec<String>>,
    /// Everything that is new since this office's last file.
    #[arg(long, value_name = "OFFICE", group = "what")]
    pub new_for: Option<String>,
    /// The roster and the topics.
    #[arg(long, group = "what")]
    pub roster: bool,
    /// A new document without what tells who somebody is.
    #[arg(long, conflicts_with = "roster")]
    pub redact: bool,
    /// Close it with a passphrase.
    #[arg(long)]
    pub encrypt: bool,
    /// Read the passphrase from the first line of a file; - is standard input.
    #[arg(long, value_name = "F", requires = "encrypt")]
    pub passphrase_file: Option<PathBuf>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    bundled: &'a Bundled,
    by_kind: BTreeMap<&'static str, usize>,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used or the bundle not be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let file = ctx.open(&args.file)?;
    let choice = choice(file.connection(), args, ctx)?;
    let closes =
        if args.encrypt { Some(passphrase::new(args.passphrase_file.as_deref(), ctx)?) } else { None };
    let redaction = Redaction { note: ctx.words.bundle_redacted_note().to_owned() };
    let options = Options {
        passphrase: closes.as_ref(),
        redact: args.redact.then_some(&redaction),
        ..Options::default()
    };
    let bundled = file.bundle(&choice, &args.out, options).map_err(CliError::file(&args.out))?;
    if args.json {
        let by_kind = bundled.by_table.iter().copied().collect();
        ctx.json(&Answer { bundled: &bundled, by_kind })?;
        return Ok(Exit::Done);
    }
    say(&bundled, args, ctx)?;
    Ok(Exit::Done)
}

fn choice(conn: &Connection, args: &Args, ctx: &Context) -> Result<Choice, CliError> {
    let broken = |error: rusqlite::Error| CliError::file(&args.file)(FileError::from(error));
    if let Some(filter) = &args.items {
        let ask = items::ask(conn, filter, ctx).map_err(broken)??;
        return all_items(conn, &ask).map(Choice::Items).map_err(broken);
    }
    match &args.new_for {
        Some(named) => {
            let known = own::others(conn).map_err(broken)?;
            if known.is_empty() {
                return Err(CliError::WrongUse(ctx.words.bundle_no_office_yet(named)));
            }
            office(&known, named).map(Choice::NewFor).ok_or_else(|| {
                let listed: Vec<_> = known.iter().map(|(_, name)| for_terminal(name).into_owned()).collect();
                CliError::WrongUse(ctx.words.bundle_no_office(listed.join("; "), named))
            })
        }
        None => Ok(Choice::Roster),
    }
}

/// The one office that is meant: by its whole name, else by a part no other name holds.
fn office(known: &[(Uuid, String)], named: &str) -> Option<Uuid> {
    let wanted = fold(named);
    let one = |fits: &dyn Fn(&str) -> bool| {
        let mut found = known.iter().filter(|(_, name)| fits(&fold(name)));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    };
    one(&|name| name == wanted).or_else(|| one(&|name| name.contains(&wanted)))
}

fn say(bundled: &Bundled, args: &Args, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    if bundled.rows == 0 {
        ctx.complain(words.bundle_nothing());
        return Ok(());
    }
    ctx.say(words.bundle_done(args.out.display().to_string(), bundled.rows as i64))?;
    let mut kinds = Table::new().right(0);
    for (table, rows) in &bundled.by_table {
        kinds.row([words.number(*rows as i64), labels::table(words, table).to_owned()]);
    }
    for line in kinds.lines() {
        ctx.say(format!("  {line}"))?;
    }
    if args.redact {
        ctx.say(words.bundle_redacted())?;
    }
    ctx.say(if args.encrypt { words.bundle_closed() } else { words.bundle_open() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_known_by_its_name_or_by_a_part_that_is_its_own() {
        let known: Vec<_> = ["Đảng ủy xã Lộc An", "Đảng ủy xã Lộc", "Tỉnh ủy Nam Sơn"]
            .iter()
            .map(|name| (Uuid::now_v7(), (*name).to_owned()))
            .collect();
        assert_eq!(office(&known, "loc an"), Some(known[0].0));
        assert_eq!(office(&known, "dang uy xa loc"), Some(known[1].0));
        assert_eq!(office(&known, "Đảng ủy"), None, "two bear it");
        assert_eq!(office(&known, "Hòa Bình"), None);
    }
}
