//! Where a passphrase comes from: asked for in the window without showing it, or the first line of a file or of standard input
//! for scripts. Never an argument or the environment, which other programs of the machine may read.

use std::io::{BufRead, BufReader};
use std::path::Path;

use super::{CliError, Context};
use crate::file::seal::Passphrase;
use crate::screen::secret;

/// The first line of the file; `-` is standard input.
pub(super) fn read(from: &Path, ctx: &Context) -> Result<Passphrase, CliError> {
    let mut line = String::new();
    let read = if from == Path::new("-") {
        std::io::stdin().lock().read_line(&mut line)
    } else {
        std::fs::File::open(from).and_then(|file| BufReader::new(file).read_line(&mut line))
    };
    read.map_err(|error| {
        CliError::WrongUse(ctx.words.bundle_passphrase_unread(from.display().to_string(), error.to_string()))
    })?;
    let line = line.trim_end_matches(['\n', '\r']);
    if line.is_empty() {
        return Err(CliError::WrongUse(ctx.words.bundle_passphrase_empty().to_owned()));
    }
    Ok(Passphrase::new(line))
}

/// Asks for the passphrase of a closed file; `None` where nobody can be asked.
pub(super) fn of_file(path: &Path, ctx: &Context) -> Result<Option<Passphrase>, CliError> {
    let typed = secret::ask(&ctx.words.bundle_passphrase_of(path.display().to_string()))?;
    Ok(typed.filter(|typed| !typed.is_empty()).map(|typed| Passphrase::new(&typed)))
}

/// A new passphrase, asked for twice.
pub(super) fn new(from: Option<&Path>, ctx: &Context) -> Result<Passphrase, CliError> {
    let words = &ctx.words;
    if let Some(from) = from {
        return read(from, ctx);
    }
    let nobody = || CliError::WrongUse(words.bundle_passphrase_nobody().to_owned());
    let typed = secret::ask(words.bundle_passphrase_new())?.ok_or_else(nobody)?;
    if typed.chars().count() < Passphrase::SHORTEST {
        return Err(CliError::WrongUse(words.bundle_passphrase_short(Passphrase::SHORTEST as i64)));
    }
    if secret::ask(words.bundle_passphrase_again())?.as_deref() != Some(typed.as_str()) {
        return Err(CliError::WrongUse(words.bundle_passphrase_differs().to_owned()));
    }
    Ok(Passphrase::new(&typed))
}
