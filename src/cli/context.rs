//! What every command has at hand, and how a command ends.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::app::AppError;
use crate::file::{FileError, OfficeFile, Who};
use crate::office;
use crate::settings::Settings;
use crate::words::Words;

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was done (exit code 0).
    Done,
    /// Some inputs were refused, each named on stderr (exit code 1).
    Partly,
}

/// Why a command ended without doing its work. The sentence is made by [`Context::finish`].
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The words of the command do not fit (exit code 2); carries the sentence for the user.
    #[error("{0}")]
    WrongUse(String),
    /// The office's file cannot be used (exit code 3).
    #[error("{path}: {error}")]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: FileError,
    },
    /// There is no such file (exit code 3).
    #[error("no file {0}")]
    NoFile(PathBuf),
    /// The result could not be written (exit code 3).
    #[error("output: {0}")]
    Output(#[from] std::io::Error),
    /// Anything else that kept the command from its work (exit code 3); carries the sentence for the user.
    #[error("{0}")]
    Failed(String),
}

impl CliError {
    /// For `map_err`: a problem with the file at `path`.
    pub fn file(path: &Path) -> impl FnOnce(FileError) -> Self {
        let path = path.to_owned();
        move |error| Self::File { path, error }
    }
}

/// What every command has at hand.
#[derive(Debug)]
pub struct Context {
    /// Messages in the user's language.
    pub words: Words,
    /// The user's settings.
    pub settings: Settings,
}

impl Context {
    /// A context.
    pub fn new(words: Words, settings: Settings) -> Self {
        Self { words, settings }
    }

    /// Who writes, for the change log.
    pub fn who(&self) -> Who {
        self.settings.who()
    }

    /// Opens the office's file that a command names.
    ///
    /// # Errors
    /// [`CliError`] when there is none or it cannot be used.
    pub fn open(&self, path: &Path) -> Result<OfficeFile, CliError> {
        if !path.exists() {
            return Err(CliError::NoFile(path.to_owned()));
        }
        office::open(path, self.who()).map_err(CliError::file(path))
    }

    /// Opens the office's file, or creates it when there is none.
    ///
    /// # Errors
    /// [`CliError`] when it cannot be used or made.
    pub fn open_or_create(&self, path: &Path) -> Result<OfficeFile, CliError> {
        if path.exists() {
            return self.open(path);
        }
        office::found(path, &self.settings).map_err(CliError::file(path))
    }

    /// Prints a line to standard output. A reader that went away (`| head`) is no error.
    ///
    /// # Errors
    /// [`CliError::Output`] when it cannot be written.
    pub fn say(&self, line: impl AsRef<str>) -> Result<(), CliError> {
        quiet_pipe(writeln!(std::io::stdout().lock(), "{}", line.as_ref()))
    }

    /// Prints a line to standard error.
    pub fn complain(&self, line: impl AsRef<str>) {
        // Nothing is left to tell the user with when standard error is gone.
        let _ = writeln!(std::io::stderr().lock(), "{}", line.as_ref());
    }

    /// Prints one JSON document to standard output.
    ///
    /// # Errors
    /// [`CliError::Output`] when it cannot be written.
    pub fn json(&self, value: &impl Serialize) -> Result<(), CliError> {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let written = serde_json::to_writer_pretty(&mut out, value)
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(out))
            .and_then(|()| out.flush());
        quiet_pipe(written)
    }

    /// True when progress should be shown: standard error is a terminal.
    pub fn shows_progress(&self) -> bool {
        std::io::stderr().is_terminal()
    }

    /// Says what went wrong and gives the exit code.
    pub(super) fn finish(&self, done: Result<Exit, CliError>) -> ExitCode {
        let (sentence, code) = match done {
            Ok(Exit::Done) => return ExitCode::SUCCESS,
            Ok(Exit::Partly) => return ExitCode::from(1),
            Err(CliError::WrongUse(sentence)) => (sentence, 2),
            Err(CliError::Failed(sentence)) => (sentence, 3),
            Err(CliError::NoFile(path)) => (self.words.cli_no_file(path.display().to_string()), 3),
            Err(CliError::File { path, error }) => (office::problem::describe(&self.words, &path, &error), 3),
            Err(CliError::Output(error)) => (self.words.cli_output_failed(error.to_string()), 3),
        };
        self.complain(sentence);
        ExitCode::from(code)
    }
}

fn quiet_pipe(written: std::io::Result<()>) -> Result<(), CliError> {
    match written {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(CliError::from),
    }
}

/// `duluan [FILE]`: the four tabs, with the last file when none is named.
pub(super) fn open_screen(context: &Context, file: Option<PathBuf>) -> Result<Exit, CliError> {
    if let Some(path) = file.as_deref().filter(|path| !path.exists()) {
        return Err(CliError::NoFile(path.to_owned()));
    }
    match crate::app::run(&context.words, &context.settings, file) {
        Ok(()) => Ok(Exit::Done),
        Err(AppError::File { path, error }) => Err(CliError::File { path, error }),
        Err(AppError::Terminal(error)) => {
            Err(CliError::Failed(context.words.app_no_terminal(error.to_string())))
        }
        Err(AppError::Died) => Err(CliError::Failed(context.words.app_died().to_owned())),
    }
}
