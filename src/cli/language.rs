//! The command line in the user's language: help texts, headings and clap's errors.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::language_of_environment;
use crate::words::{Language, Words};

/// The language asked for by `--lang` or `DULUAN_LANG`. Looked for before parsing, so that errors of parsing are already
/// in it.
pub(super) fn asked(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let flag =
        texts.iter().position(|text| *text == "--lang").and_then(|place| texts.get(place + 1).copied());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    flag.or(joined).and_then(Language::from_tag).or_else(language_of_environment)
}

/// The parser with every text in the user's language.
pub(super) fn command<P: CommandFactory>(words: &Words) -> Command {
    // Building first makes clap copy global arguments into the commands, so that they get their texts too.
    let mut command = P::command().disable_help_flag(true).disable_version_flag(true);
    command = command.disable_help_subcommand(true);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| dressed(sub.disable_help_flag(true), &name, words));
    }
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    let command = command.arg(version.help(words.cli_help_version().to_owned()));
    let mut command = dressed(command, "", words).about(words.cli_about().to_owned());
    // clap writes [OPTIONS] and <COMMAND> itself and offers no word for them.
    for sub in command.get_subcommands_mut() {
        let usage = usage(&mut sub.clone().bin_name(format!("duluan {}", sub.get_name())), words);
        *sub = sub.clone().override_usage(usage);
    }
    let usage = usage(&mut command, words);
    command.override_usage(usage)
}

fn usage(command: &mut Command, words: &Words) -> String {
    let shown = command.render_usage().to_string();
    let shown = shown.split_once(": ").map_or(shown.as_str(), |(_, usage)| usage);
    shown
        .replace("[OPTIONS]", &format!("[{}]", words.cli_options()))
        .replace("<COMMAND>", &format!("<{}>", words.cli_commands()))
}

/// Ids of help texts that are missing.
#[cfg(test)]
pub(super) fn missing(command: &Command, words: &Words) -> Vec<String> {
    let mut ids = Vec::new();
    for sub in command.get_subcommands() {
        ids.push(command_id(sub.get_name()));
        ids.extend(sub.get_arguments().map(|argument| argument_id(sub.get_name(), argument, words)));
    }
    ids.extend(command.get_arguments().map(|argument| argument_id("", argument, words)));
    ids.retain(|id| words.by_id(id).is_none());
    ids
}

fn dressed(command: Command, name: &str, words: &Words) -> Command {
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", words.cli_usage());
    let help = Arg::new("help").long("help").short('h').action(ArgAction::HelpShort);
    let mut command = command
        .hide_possible_values(true)
        .help_template(template)
        .subcommand_help_heading(words.cli_commands().to_owned())
        .arg(help.help(words.cli_help_help().to_owned()));
    if let Some(about) = words.by_id(&command_id(name)) {
        command = command.about(about.to_owned());
    }
    command.mut_args(|argument| {
        let heading =
            if argument.is_positional() { words.cli_arguments() } else { words.cli_options() }.to_owned();
        let id = argument_id(name, &argument, words);
        let argument = argument.help_heading(heading);
        match words.by_id(&id) {
            Some(text) => argument.help(text.to_owned()),
            None => argument,
        }
    })
}

fn command_id(name: &str) -> String {
    format!("help-cli-{name}")
}

/// The help text of an argument: its own, or the one shared by all commands (`cli-help-file`).
fn argument_id(command: &str, argument: &Arg, words: &Words) -> String {
    let own = format!("help-cli-{command}-{}", argument.get_id().as_str().replace('_', "-"));
    let shared = format!("cli-help-{}", argument.get_id().as_str().replace('_', "-"));
    if words.by_id(&own).is_none() && words.by_id(&shared).is_some() { shared } else { own }
}

/// Prints help and version as they are, and an error in the user's language; gives the exit code.
pub(super) fn explain(error: &clap::Error, words: &Words) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // A reader that went away is no error.
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    eprintln!("{}\n{}", words.cli_wrong_use(reason(error, words)), words.cli_more());
    ExitCode::from(2)
}

fn reason(error: &clap::Error, words: &Words) -> String {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => words.cli_unknown_argument(argument),
        ErrorKind::InvalidSubcommand => words.cli_unknown_argument(context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => words.cli_missing_argument(argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let (value, allowed) = (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            if value.is_empty() {
                words.cli_missing_argument(argument)
            } else if allowed.is_empty() {
                words.cli_bad_value_free(argument, value)
            } else {
                words.cli_bad_value(allowed, argument, value)
            }
        }
        // An office's file with a command behind it: most likely a command that is misspelt.
        ErrorKind::ArgumentConflict => words.cli_unknown_command().to_owned(),
        _ if !argument.is_empty() => words.cli_unknown_argument(argument),
        _ => error.kind().to_string(),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join(", "),
        one => one.to_string(),
    }
}
