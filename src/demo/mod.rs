//! Invents an office: the province Nam Sơn, which is on no map, with people who never lived and what they are said to say.
//! Same seed, same day, same content.
//!
//! What can be said stands in `data/*.toml`, so that who knows the field can read and mend it without reading code. Everything
//! is entered through the rooms' stores and [`OfficeFile::write`], like what a person enters.

mod calendar;
mod chance;
mod classes;
mod issues;
mod matters;
mod names;
mod orientations;
mod people;
mod places;
mod reports;
mod surveys;
mod syntheses;
mod template;

use std::collections::HashMap;

use chrono::{Months, NaiveDate, NaiveDateTime};

use crate::file::{FileError, OfficeFile};
use crate::inbox::store::{Numbering, file_reasons, insert_report, topics};
use crate::roster::store::set_office;

use calendar::{Arrival, arrivals};
use chance::Chance;
use names::Names;
use people::People;
use reports::{Office, Phrases, Reports};

/// Reports entered in one write.
const BATCH: usize = 5_000;
/// From so many reports on they are spread over two years instead of eighteen months.
const MANY: usize = 2_000;

/// How large an office and of which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Reports.
    pub reports: usize,
    /// Collaborators.
    pub collaborators: usize,
    /// Same seed, same content.
    pub seed: u64,
    /// The day the office is looked at: the last report came in the day before.
    pub today: NaiveDate,
}

impl Options {
    /// An office of the usual size.
    pub fn usual(today: NaiveDate) -> Self {
        Self { reports: 400, collaborators: 76, seed: 1, today }
    }
}

/// Why no office came about.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DemoError {
    /// The file refused.
    #[error(transparent)]
    File(#[from] FileError),
    /// A data file in the program is wrong; a test holds them.
    #[error("{file}: {reason}")]
    Data {
        /// Its name.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// The person asked to stop.
    #[error("stopped")]
    Stopped,
}

impl From<rusqlite::Error> for DemoError {
    fn from(error: rusqlite::Error) -> Self {
        Self::File(error.into())
    }
}

impl DemoError {
    fn data(file: &str, error: &dyn std::error::Error) -> Self {
        Self::Data { file: file.to_owned(), reason: error.to_string() }
    }
}

/// Fills a new file. `progress` is told how many reports are in and answers whether to go on.
///
/// # Errors
/// [`DemoError`]; what was entered before stays in the file, which the caller throws away.
pub fn invent(
    file: &mut OfficeFile,
    options: &Options,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<(), DemoError> {
    file.fill(|file| invent_all(file, options, progress))
}

fn invent_all(
    file: &mut OfficeFile,
    options: &Options,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<(), DemoError> {
    let names: Names =
        toml::from_str(include_str!("data/names.toml")).map_err(|error| DemoError::data("names", &error))?;
    let places = places::places()?;
    let stories = matters::stories()?;
    let phrases = Phrases::read()?;
    let topics: HashMap<_, _> =
        topics(file.connection())?.into_iter().map(|topic| (topic.code, topic.id)).collect();
    let reasons = file_reasons(file.connection())?;
    let office = Office { places: &places, stories: &stories, topics, today: options.today };
    let months = if options.reports > MANY { 24 } else { 18 };
    let first = options.today.checked_sub_months(Months::new(months)).unwrap_or(options.today);
    let part = |name| Chance::part(options.seed, name);

    let people = |file: &mut OfficeFile| {
        file.write("demo", |tx| {
            set_office(tx, &places.office.card())?;
            let units = places::enter(tx, &places)?;
            let mut people = People::new(&names, &places, options.today);
            let colleagues = people.colleagues(tx, &mut part("colleagues"))?;
            let reporters =
                people.enter(tx, &units.seats, options.collaborators, &mut part("collaborators"))?;
            classes::enter(tx, &office, &units, &reporters, &mut part("classes"))?;
            Ok::<_, DemoError>((units, reporters, colleagues))
        })
    };
    let (units, reporters, colleagues) = people(file)?.value;
    let threads = file
        .write("demo", |tx| issues::enter(tx, &office, options.reports, first, &mut part("issues")))?
        .value;
    let reports = Reports::new(&office, &units, &reporters, &colleagues, &threads, &phrases, &reasons);
    let arrivals =
        arrivals(options.reports, places.commune.len(), months, options.today, &mut part("calendar"));
    enter_reports(file, &reports, &arrivals, &mut part("reports"), progress)?;
    file.write("demo", |tx| orientations::enter(tx, options.today))?;
    syntheses::enter(file, options.today)?;
    file.write("demo", |tx| surveys::enter(tx, &units, options.today))?;
    Ok(())
}

/// Enters the reports in the order they came in, in few large writes.
fn enter_reports(
    file: &mut OfficeFile,
    reports: &Reports,
    arrivals: &[(NaiveDateTime, Arrival)],
    chance: &mut Chance,
    progress: &mut dyn FnMut(usize) -> bool,
) -> Result<(), DemoError> {
    let mut numberings = Vec::new();
    for colleague in reports.colleagues {
        numberings.push(Numbering::read(file.connection(), colleague.mark)?);
    }
    let mut entered = 0;
    for batch in arrivals.chunks(BATCH) {
        file.write("demo", |tx| {
            for &(moment, arrival) in batch {
                let (report, colleague) = reports.report(moment, arrival, chance);
                insert_report(tx, &report, &mut numberings[colleague])?;
                entered += 1;
                if entered % 500 == 0 && !progress(entered) {
                    return Err(DemoError::Stopped);
                }
            }
            Ok(())
        })?;
    }
    if progress(entered) { Ok(()) } else { Err(DemoError::Stopped) }
}
