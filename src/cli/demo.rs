//! `duluan demo`: an invented office.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{Datelike, Local, NaiveDate};

use super::{CliError, Context, Exit};
use crate::demo::{DemoError, Options, invent};
use crate::office;

/// Years an office can be looked at in.
const YEARS: std::ops::Range<i32> = 2000..2100;

/// Arguments of `duluan demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to make.
    pub file: PathBuf,
    /// How many reports.
    #[arg(long, value_name = "N")]
    pub reports: Option<u32>,
    /// How many collaborators.
    #[arg(long, value_name = "N")]
    pub collaborators: Option<u32>,
    /// Same seed, same content.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// The day the office is looked at; today when it is left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<NaiveDate>,
    /// Open it afterwards.
    #[arg(long)]
    pub open: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file exists or cannot be made; then nothing is left behind.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    if let Some(day) = args.date.filter(|day| !YEARS.contains(&day.year())) {
        let told = ctx.words.cli_bad_value_free("--date", day.to_string());
        return Err(CliError::WrongUse(told));
    }
    if args.file.exists() {
        return Err(CliError::Failed(ctx.words.demo_exists(shown(&args.file))));
    }
    let usual = Options::usual(args.date.unwrap_or_else(|| Local::now().date_naive()));
    let options = Options {
        reports: args.reports.map_or(usual.reports, |reports| reports as usize),
        collaborators: args.collaborators.map_or(usual.collaborators, |people| people as usize),
        seed: args.seed.unwrap_or(usual.seed),
        ..usual
    };
    let half_made = HalfMade::beside(&args.file);
    make(&half_made.0, &options, ctx)?;
    if args.file.exists() {
        return Err(CliError::Failed(ctx.words.demo_exists(shown(&args.file))));
    }
    fs::rename(&half_made.0, &args.file).map_err(|error| CliError::file(&args.file)(error.into()))?;
    ctx.say(ctx.words.demo_done(options.collaborators as i64, shown(&args.file), options.reports as i64))?;
    if args.open {
        return super::context::open_screen(ctx, Some(args.file.clone()));
    }
    Ok(Exit::Done)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Makes the office under a name of its own; it is not kept when something goes wrong or the person stops it.
fn make(path: &Path, options: &Options, ctx: &Context) -> Result<(), CliError> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    // Where no handler can be set, Ctrl-C ends the program and leaves the half-made file under its own name.
    let _ = ctrlc::set_handler(move || {
        asked.store(true, Ordering::Relaxed);
        // With --open the screen runs afterwards under the same handler.
        crate::app::end();
    });
    let mut file = office::create(path, ctx.who()).map_err(CliError::file(path))?;
    let shows = ctx.shows_progress() && options.reports >= 2_000;
    let done = invent(&mut file, options, &mut |entered| {
        if shows {
            let line = ctx.words.demo_progress(entered as i64, options.reports as i64);
            let mut err = std::io::stderr().lock();
            // Progress that cannot be shown is no reason to stop.
            let _ = write!(err, "\r{line}").and_then(|()| err.flush());
        }
        !stop.load(Ordering::Relaxed)
    });
    if shows {
        ctx.complain("");
    }
    done.map_err(|error| match error {
        DemoError::File(error) => CliError::File { path: path.to_owned(), error },
        DemoError::Stopped => CliError::Failed(ctx.words.demo_stopped().to_owned()),
        DemoError::Data { file, reason } => CliError::Failed(ctx.words.demo_data(file, reason)),
    })
}

/// The file while it is being made, beside the place it goes to. What is left under its name goes with it.
struct HalfMade(PathBuf);

impl HalfMade {
    fn beside(path: &Path) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        Self(path.with_file_name(name))
    }
}

impl Drop for HalfMade {
    fn drop(&mut self) {
        let mut journal = self.0.clone().into_os_string();
        journal.push("-journal");
        // Both are gone when all went well.
        let _ = fs::remove_file(&self.0);
        let _ = fs::remove_file(journal);
    }
}
