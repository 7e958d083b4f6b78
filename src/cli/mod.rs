//! The command line: one file per command, which prints and never decides (product words of the commands and their JSON
//! shapes are the same for scripts in every language).
//!
//! Help texts are messages `help-cli-<command>` and `help-cli-<command>-<argument>`; clap's own headings and errors are
//! put into the user's language in `language`.

pub mod attachments;
pub mod backup;
pub mod bundle;
pub mod check;
mod context;
pub mod demo;
pub mod erase;
pub mod export;
pub mod find;
pub mod history;
pub mod import;
pub mod info;
pub mod items;
mod language;
pub mod merge;
pub mod overdue;
mod passphrase;
pub mod profile;
mod progress;
pub mod publish;
pub mod reports;
pub mod restore;
pub mod summary;
pub mod surveys;
mod table;
pub mod training;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{FromArgMatches, Parser, Subcommand};

use crate::words::{Language, Words};

pub use context::{CliError, Context, Exit};
pub use table::Table;

/// Arguments of the program.
#[derive(Debug, Parser)]
#[command(name = "duluan", version, subcommand_negates_reqs = true)]
struct Arguments {
    /// The office's file.
    file: Option<PathBuf>,
    /// Language of messages.
    #[arg(long, global = true, value_name = "vi|en", value_parser = ["vi", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
enum Command {
    /// `duluan attachments`
    Attachments(attachments::Args),
    /// `duluan backup`
    Backup(backup::Args),
    /// `duluan bundle`
    Bundle(bundle::Args),
    /// `duluan check`
    Check(check::Args),
    /// `duluan demo`
    Demo(demo::Args),
    /// `duluan erase`
    Erase(erase::Args),
    /// `duluan export`
    Export(export::Args),
    /// `duluan find`
    Find(find::Args),
    /// `duluan history`
    History(history::Args),
    /// `duluan import`
    Import(import::Args),
    /// `duluan info`
    Info(info::Args),
    /// `duluan items`
    Items(items::Args),
    /// `duluan merge`
    Merge(merge::Args),
    /// `duluan overdue`
    Overdue(overdue::Args),
    /// `duluan profile`
    Profile(profile::Args),
    /// `duluan publish`
    Publish(publish::Args),
    /// `duluan reports`
    Reports(reports::Args),
    /// `duluan restore`
    Restore(restore::Args),
    /// `duluan summary`
    Summary(summary::Args),
    /// `duluan surveys`
    Surveys(surveys::Args),
    /// `duluan training`
    Training(training::Args),
}

/// Runs the program with the process's arguments and returns its exit code: 0 done, 1 done in part, 2 wrong use, 3 the file
/// cannot be used.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let settings = crate::settings::load();
    let asked = language::asked(&arguments).or(settings.language).unwrap_or_default();
    let words = Words::new(asked);
    let parsed = language::command::<Arguments>(&words)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return language::explain(&error, &words),
    };
    let context = Context::new(words, settings);
    let done = match parsed.command {
        None => context::open_screen(&context, parsed.file),
        Some(command) => run(&command, &context),
    };
    context.finish(done)
}

fn run(command: &Command, context: &Context) -> Result<Exit, CliError> {
    match command {
        Command::Attachments(args) => attachments::run(args, context),
        Command::Backup(args) => backup::run(args, context),
        Command::Bundle(args) => bundle::run(args, context),
        Command::Check(args) => check::run(args, context),
        Command::Demo(args) => demo::run(args, context),
        Command::Erase(args) => erase::run(args, context),
        Command::Export(args) => export::run(args, context),
        Command::Find(args) => find::run(args, context),
        Command::History(args) => history::run(args, context),
        Command::Import(args) => import::run(args, context),
        Command::Info(args) => info::run(args, context),
        Command::Items(args) => items::run(args, context),
        Command::Merge(args) => merge::run(args, context),
        Command::Overdue(args) => overdue::run(args, context),
        Command::Profile(args) => profile::run(args, context),
        Command::Publish(args) => publish::run(args, context),
        Command::Reports(args) => reports::run(args, context),
        Command::Restore(args) => restore::run(args, context),
        Command::Summary(args) => summary::run(args, context),
        Command::Surveys(args) => surveys::run(args, context),
        Command::Training(args) => training::run(args, context),
    }
}

/// The language of `DULUAN_LANG`.
fn language_of_environment() -> Option<Language> {
    std::env::var("DULUAN_LANG").ok().and_then(|tag| Language::from_tag(&tag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_argument_has_a_help_text_in_both_languages() {
        for language in [Language::Vietnamese, Language::English] {
            let words = Words::new(language);
            let missing = language::missing(&Arguments::command(), &words);
            assert!(missing.is_empty(), "{language:?}: {missing:?}");
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        language::command::<Arguments>(&Words::new(Language::Vietnamese)).debug_assert();
    }
}
