//! Importing files of every kind: what each is, is decided by its content; each is written by itself or not at all; a
//! broken one never stops the rest.

mod glance;
mod labels;
mod paths;
mod plans;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use crate::exchange::{Chosen, Content, Reading, Refusal, Source, Workbook, clean_name, read};
use crate::file::{FileError, OfficeFile};
use crate::inbox::columns::{Field, Layouts};
use crate::inbox::import::{self as reports, NotAReport, Rehearsed, Warning};
use crate::inbox::rows::Doubled;
use crate::inbox::store::{Numbering, sent_again, topics};
use crate::inbox::topics::{TopicRecogniser, TopicWords};
use crate::roster::import::{self as roster, Notice, RosterImportError};
use crate::roster::store::{mappings, remember_mapping};
use crate::survey::import as surveys;
use crate::survey::model::{Holds, NewSurvey, NotASurvey, title};
use crate::survey::store as rounds;
use crate::training::import as training;

pub use glance::Glance;
pub use labels::{made, refused, shown, told};

/// What a source is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// A list of collaborators.
    Roster,
    /// Reports.
    Reports,
    /// A list of attendees.
    Attendees,
    /// The plan of a class.
    Class,
    /// Results of a survey.
    Survey,
}

/// How to import.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the sources are; decided by their content when not said.
    pub kind: Option<As>,
    /// Encoding of text files; recognised when not said.
    pub encoding: Option<Chosen>,
    /// The same for one file of its own.
    pub encodings: HashMap<PathBuf, Chosen>,
    /// Columns of logs that a person confirms with this import; the file remembers them.
    pub layouts: Layouts,
    /// What columns of logs hold, each named by its letter or its label; the rest is recognised.
    pub columns: Vec<(String, Field)>,
    /// Files to be left out of what is found.
    pub leave: HashSet<PathBuf>,
    /// Write nothing.
    pub dry_run: bool,
    /// The survey round that results are added to; a new one when none.
    pub round: Option<Uuid>,
    /// The person's mark in arrival numbers.
    pub mark: String,
    /// Today.
    pub today: NaiveDate,
}

impl Options {
    /// Everything recognised, nothing left out.
    pub fn new(mark: String, today: NaiveDate) -> Self {
        Self {
            kind: None,
            encoding: None,
            encodings: HashMap::new(),
            layouts: Layouts::new(),
            columns: Vec::new(),
            leave: HashSet::new(),
            dry_run: false,
            round: None,
            mark,
            today,
        }
    }
}

/// What was made, or would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units created.
    pub units: usize,
    /// Collaborators created.
    pub collaborators: usize,
    /// Reports created.
    pub reports: usize,
    /// Items created.
    pub items: usize,
    /// Classes created.
    pub classes: usize,
    /// Attendees put on a list.
    pub attendees: usize,
    /// Survey rounds created.
    pub surveys: usize,
    /// Their questions.
    pub questions: usize,
    /// Records changed.
    pub updated: usize,
    /// Records that were there already.
    pub duplicates: usize,
}

impl Counts {
    /// Adds what another source made.
    pub fn add(&mut self, other: &Self) {
        self.units += other.units;
        self.collaborators += other.collaborators;
        self.reports += other.reports;
        self.items += other.items;
        self.classes += other.classes;
        self.attendees += other.attendees;
        self.surveys += other.surveys;
        self.questions += other.questions;
        self.updated += other.updated;
        self.duplicates += other.duplicates;
    }

    /// Records created.
    pub fn created(&self) -> usize {
        let records = self.units + self.collaborators + self.reports + self.items;
        records + self.classes + self.attendees + self.surveys + self.questions
    }
}

/// Why a source was not imported. Nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be read.
    Read(Refusal),
    /// It can be read and is no report.
    NotAReport(NotAReport),
    /// A list without a header of people.
    NoHeader,
    /// A list without people.
    NoPeople,
    /// It is not what it was said to be.
    NotThat(As),
    /// It is a plan, but not that of a class.
    ClassPlan,
    /// It holds no results of a survey.
    NotASurvey(NotASurvey),
    /// It has no column of this letter or label.
    NoSuchColumn(String),
}

/// Something about a source that was imported which a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// About reports.
    Report(Warning),
    /// About a list.
    List(Notice),
    /// A column of a survey was left out: its heading, and why.
    Column(String, Holds),
    /// Names in its column of units that mean none of the office's.
    Units(Vec<String>),
    /// Its columns were counted as they were last time.
    Recalled,
}

/// What became of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its path as it was given, or found in a folder.
    pub path: PathBuf,
    /// What it made, or why it was refused.
    pub result: Result<Counts, Refused>,
    /// What a person should know.
    pub told: Vec<Told>,
    /// What it looks like as it was read; only of a rehearsal.
    pub glance: Glance,
}

/// What became of all sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// One a source, in order.
    pub sources: Vec<Outcome>,
    /// Matters that say nearly what another report says: sent again, with a word or a number changed.
    pub doubled: Vec<Doubled>,
    /// Stopped by the person before the end: what was written before stays.
    pub cancelled: bool,
}

impl Imported {
    /// The sum of what was made.
    pub fn counts(&self) -> Counts {
        let mut sum = Counts::default();
        for made in self.sources.iter().filter_map(|source| source.result.as_ref().ok()) {
            sum.add(made);
        }
        sum
    }

    /// True when any source was refused.
    pub fn any_refused(&self) -> bool {
        self.sources.iter().any(|source| source.result.is_err())
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Sources done.
    pub done: usize,
    /// All sources.
    pub all: usize,
    /// The one that is next.
    pub path: &'a Path,
}

/// Imports files and folders, each file in a write of its own. `go_on` is asked before each; it shows the progress and
/// answers whether to go on.
///
/// # Errors
/// [`FileError`] when the office's own file cannot be written; sources done before stay.
pub fn import(
    file: &mut OfficeFile,
    sources: &[PathBuf],
    options: &Options,
    mut go_on: impl FnMut(Progress) -> bool,
) -> Result<Imported, FileError> {
    let mut found = paths::expand(sources, file.path());
    found.retain(|path| !options.leave.contains(path));
    let topics = recogniser(file.connection())?;
    let mut layouts = remembered(file.connection())?;
    layouts.extend(options.layouts.clone());
    let mut importer =
        Importer { file, options, topics, layouts, rehearsed: Rehearsed::default(), made: Vec::new() };
    let mut all = Imported::default();
    for (done, path) in found.iter().enumerate() {
        let progress = Progress { done, all: found.len(), path };
        if !go_on(progress) {
            all.cancelled = true;
            break;
        }
        let mut seen = Seen::default();
        let result = match importer.source(path, &mut seen) {
            Ok(counts) => Ok(counts),
            Err(Stop::Refused(refused)) => {
                seen.refused(&refused);
                Err(refused)
            }
            Err(Stop::File(error)) => return Err(error),
        };
        all.sources.push(Outcome { path: path.clone(), result, told: seen.told, glance: seen.glance });
    }
    let Importer { made, rehearsed, .. } = importer;
    all.doubled = if options.dry_run {
        reports::rehearsed_again(file.connection(), &rehearsed)?
    } else {
        sent_again(file.connection(), &made)?
    };
    Ok(all)
}

/// Columns of logs as people confirmed them. What another version wrote and is not understood here is forgotten.
fn remembered(conn: &Connection) -> rusqlite::Result<Layouts> {
    let known = mappings(conn, "reports")?.into_iter();
    Ok(known.filter_map(|(header, json)| Some((header, serde_json::from_str(&json).ok()?))).collect())
}

/// What recognises the office's topics in a text.
///
/// # Errors
/// Whatever SQLite answers.
pub fn recogniser(conn: &Connection) -> rusqlite::Result<TopicRecogniser> {
    let words = topics(conn)?
        .into_iter()
        .map(|topic| TopicWords {
            id: topic.id,
            parent: topic.parent,
            name: topic.name,
            code: topic.code,
            keywords: topic.keywords,
        })
        .collect();
    Ok(TopicRecogniser::new(words))
}

/// Why a source did not make it: its own fault, or the office's file.
enum Stop {
    Refused(Refused),
    File(FileError),
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Refused::Read(refusal))
    }
}

impl From<NotAReport> for Stop {
    fn from(reason: NotAReport) -> Self {
        Self::Refused(Refused::NotAReport(reason))
    }
}

impl From<Refused> for Stop {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<RosterImportError> for Stop {
    fn from(error: RosterImportError) -> Self {
        match error {
            RosterImportError::NoHeader => Self::Refused(Refused::NoHeader),
            RosterImportError::NoRows => Self::Refused(Refused::NoPeople),
            RosterImportError::File(error) => Self::File(error),
        }
    }
}

/// What is found out about a source beside what it makes.
#[derive(Default)]
struct Seen {
    told: Vec<Told>,
    glance: Glance,
}

impl Seen {
    /// Nothing is told of what was refused, and nothing shown of what is secret.
    fn refused(&mut self, refused: &Refused) {
        self.told.clear();
        if matches!(refused, Refused::NotAReport(NotAReport::Secret(_))) {
            self.glance = Glance::default();
        }
    }
}

struct Importer<'a> {
    file: &'a mut OfficeFile,
    options: &'a Options,
    topics: TopicRecogniser,
    layouts: Layouts,
    rehearsed: Rehearsed,
    /// Reports that were created.
    made: Vec<Uuid>,
}

impl Importer<'_> {
    fn source(&mut self, path: &Path, seen: &mut Seen) -> Result<Counts, Stop> {
        let source = Source::open(path)?;
        let encoding = self.options.encodings.get(path).copied().or(self.options.encoding);
        if self.options.dry_run {
            seen.glance.bytes(&source, encoding);
        }
        let reading = read(&source, encoding)?;
        if let Content::Workbook(workbook) = &reading.content {
            self.name_columns(workbook)?;
        }
        if self.options.dry_run {
            seen.glance.reading(&reading, &self.layouts);
        }
        let told = &mut seen.told;
        let Content::Workbook(workbook) = &reading.content else {
            return match (&reading.content, self.options.kind) {
                (Content::Document(document), _) => self.document(&source, &reading, document, told),
                (_, None | Some(As::Reports)) => self.reports(&source, &reading, told),
                (_, Some(kind)) => Err(Stop::Refused(Refused::NotThat(kind))),
            };
        };
        if self.options.kind == Some(As::Class) {
            return Err(Stop::Refused(Refused::ClassPlan));
        }
        let kind = self.options.kind.unwrap_or_else(|| kind_of(workbook, &self.layouts));
        if kind != As::Reports {
            // Columns of people are recognised by themselves.
            seen.glance.logs.clear();
        }
        match kind {
            As::Roster => {
                told.extend(reading.notices.iter().map(|notice| Told::Report((*notice).into())));
                self.roster(workbook, told)
            }
            As::Attendees => self.attendees(workbook, told),
            As::Survey => self.survey(path, workbook, told),
            As::Reports | As::Class => self.reports(&source, &reading, told),
        }
    }

    /// A round, counted; nothing else of the file is kept.
    fn survey(&mut self, path: &Path, workbook: &Workbook, told: &mut Vec<Told>) -> Result<Counts, Stop> {
        let mut counted = surveys::count(workbook).map_err(|why| Stop::Refused(Refused::NotASurvey(why)))?;
        let conn = self.file.connection();
        if rounds::recall(conn, &mut counted).map_err(FileError::from)? {
            told.push(Told::Recalled);
        }
        let found = counted.forms(&rounds::units_named(conn, &counted).map_err(FileError::from)?);
        if !found.unknown.is_empty() {
            told.push(Told::Units(found.unknown));
        }
        let left = counted.columns.iter().filter(|column| matches!(column.holds, Holds::Out(_)));
        told.extend(left.map(|column| Told::Column(column.head.clone(), column.holds)));
        let questions = counted.questions();
        if !self.options.dry_run {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let new = NewSurvey { title: title(&clean_name(&name)), ..NewSurvey::default() };
            self.file.write("survey-import", |tx| {
                rounds::remember(tx, &counted.fingerprint(), &counted.mapping())?;
                Ok::<_, FileError>(rounds::take_in(tx, self.options.round, &new, &found.forms, &questions)?)
            })?;
        }
        let made = usize::from(self.options.round.is_none());
        Ok(Counts { surveys: made, questions: questions.len(), ..Counts::default() })
    }

    /// Columns a person named by letter or label, in every log they fit.
    fn name_columns(&mut self, workbook: &Workbook) -> Result<(), Refused> {
        if self.options.columns.is_empty() {
            return Ok(());
        }
        for log in reports::log_sheets(workbook, &self.layouts) {
            let mut layout = log.layout;
            for (name, field) in &self.options.columns {
                let column = layout.column(name).ok_or_else(|| Refused::NoSuchColumn(name.clone()))?;
                layout.mapping.set(column, Some(*field));
            }
            self.layouts.insert(layout.fingerprint, layout.mapping);
        }
        Ok(())
    }

    fn reports(&mut self, source: &Source, reading: &Reading, told: &mut Vec<Told>) -> Result<Counts, Stop> {
        let taken = reports::take(source, reading, &self.topics, &self.layouts)?;
        told.extend(taken.warnings.iter().cloned().map(Told::Report));
        let entered = if self.options.dry_run {
            reports::rehearse(self.file.connection(), &taken.reports, &mut self.rehearsed)?
        } else {
            let mark = &self.options.mark;
            let confirmed = self.confirmed(reading);
            self.file
                .write::<_, FileError>("import-reports", |tx| {
                    for (header, mapping) in &confirmed {
                        remember_mapping(tx, "reports", header, mapping)?;
                    }
                    let mut numbering = Numbering::read(tx, mark)?;
                    reports::enter(tx, taken, &mut numbering)
                })?
                .value
        };
        self.made.extend(&entered.made);
        Ok(Counts {
            units: entered.units,
            reports: entered.reports,
            items: entered.items,
            duplicates: entered.duplicates,
            ..Counts::default()
        })
    }

    /// Layouts of a log that a person said something about, as they are remembered.
    fn confirmed(&self, reading: &Reading) -> Vec<(String, String)> {
        let Content::Workbook(workbook) = &reading.content else {
            return Vec::new();
        };
        let said =
            |header: &String| !self.options.columns.is_empty() || self.options.layouts.contains_key(header);
        reports::log_sheets(workbook, &self.layouts)
            .into_iter()
            .map(|log| log.layout)
            .filter(|layout| layout.confirmed && said(&layout.fingerprint))
            .filter_map(|layout| Some((layout.fingerprint, serde_json::to_string(&layout.mapping).ok()?)))
            .collect()
    }

    fn roster(&mut self, workbook: &Workbook, told: &mut Vec<Told>) -> Result<Counts, Stop> {
        let imported = if self.options.dry_run {
            roster::preview(self.file.connection(), workbook, None)?
        } else {
            self.file
                .write::<_, RosterImportError>("roster-import", |tx| {
                    roster::import_workbook(tx, workbook, None)
                })?
                .value
        };
        told.extend(imported.notices.into_iter().map(Told::List));
        Ok(Counts {
            units: imported.units,
            collaborators: imported.collaborators,
            updated: imported.updated,
            duplicates: imported.duplicates,
            ..Counts::default()
        })
    }

    fn attendees(&mut self, workbook: &Workbook, told: &mut Vec<Told>) -> Result<Counts, Stop> {
        let today = self.options.today;
        let imported = if self.options.dry_run {
            training::preview(self.file.connection(), workbook, today)?
        } else {
            self.file
                .write::<_, RosterImportError>("import-attendees", |tx| {
                    training::import_workbook(tx, workbook, today)
                })?
                .value
        };
        told.extend(imported.notices.into_iter().map(Told::List));
        Ok(Counts {
            classes: usize::from(imported.class_created),
            attendees: imported.attendees,
            duplicates: imported.duplicates,
            ..Counts::default()
        })
    }
}

/// What a workbook is, by its headers.
fn kind_of(workbook: &Workbook, layouts: &Layouts) -> As {
    if reports::looks_like_log(workbook, layouts) {
        As::Reports
    } else if training::looks_like_attendees(workbook) {
        As::Attendees
    } else if roster::looks_like_roster(workbook) {
        As::Roster
    } else {
        As::Reports
    }
}
