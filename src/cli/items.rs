//! `duluan items`.

use std::path::PathBuf;

use super::{CliError, Context, Exit, Table};
use crate::file::FileError;
use crate::inbox::store::{Ask, Eyes};
use crate::inbox::{export, labels};
use crate::search::filter::{Key, parse};
use crate::text::cut_to_width;

/// Arguments of `duluan items`.
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
    let ask = ask(conn, &args.filter, ctx).map_err(broken)??;
    if args.json {
        ctx.json(&export::items_json(conn, &ask, args.limit, false))?;
        return Ok(Exit::Done);
    }
    let words = &ctx.words;
    let mut pages = export::item_pages(conn, &ask, args.limit);
    let mut any = false;
    loop {
        let page = pages().map_err(broken)?;
        if page.is_empty() {
            break;
        }
        let mut table = Table::new();
        for card in page {
            let row = card.row;
            table.row([
                row.arrival_number,
                row.received_at.map_or_else(String::new, |at| words.day(at.date())),
                cut_to_width(&row.unit, 30).into_owned(),
                labels::triage(words, row.triage).to_owned(),
                cut_to_width(&row.title, TITLE).into_owned(),
                row.topics,
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

/// The list of a filter given as words of the command line: a word with blanks in it was quoted, and is quoted again.
pub(super) fn ask(
    conn: &rusqlite::Connection,
    filter: &[String],
    ctx: &Context,
) -> rusqlite::Result<Result<Ask, CliError>> {
    let eyes = Eyes {
        mark: ctx.settings.mark.clone(),
        person: ctx.settings.person.clone(),
        today: chrono::Local::now().date_naive(),
    };
    let words: Vec<String> = filter.iter().map(|word| quoted(word)).collect();
    let text = words.join(" ");
    Ok(Ask::of_filter(conn, &text, &eyes)?.map_err(|error| {
        let said = labels::filter_problem(&ctx.words, &error.problem);
        CliError::WrongUse(ctx.words.inbox_filter_refused(error.span.start as u64 + 1, text.clone(), said))
    }))
}

/// `đv:Lộc An`, which the shell handed over as one word, becomes `đv:"Lộc An"`. A word that is no term stays as it is: a
/// whole filter may come as one word.
fn quoted(word: &str) -> String {
    match word.split_once(':') {
        Some((key, value))
            if value.contains(' ')
                && !value.contains([':', '"', '“'])
                && is_named(key.trim_start_matches('!')) =>
        {
            format!("{key}:\"{value}\"")
        }
        _ => word.to_owned(),
    }
}

/// Keys whose values are names, which have blanks in them.
fn is_named(key: &str) -> bool {
    let named = [Key::Unit, Key::Topic, Key::Handler, Key::Issue, Key::Collaborator, Key::Group, Key::Place];
    let probe = format!("{key}:x");
    parse(&probe, chrono::NaiveDate::default())
        .is_ok_and(|filter| filter.terms.first().is_some_and(|term| named.contains(&term.key)))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_value_the_shell_unquoted_is_quoted_again() {
        assert_eq!(quoted("đv:Lộc An"), "đv:\"Lộc An\"");
        assert_eq!(quoted("đv:\"Lộc An\""), "đv:\"Lộc An\"");
        assert_eq!(quoted("tt:mới giá điện"), "tt:mới giá điện");
        assert_eq!(quoted("tt:mới từ:01/10"), "tt:mới từ:01/10");
        assert_eq!(quoted("giá điện"), "giá điện");
    }
}
