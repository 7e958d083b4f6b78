//! `duluan export`: roster, reports, items or training as Excel, csv or JSON; the roster as address cards too.
//!
//! The file is written beside its place under another name and put there at the end, so that a reader never sees half of it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;

use super::{CliError, Context, Exit};
use crate::exchange::{CsvOut, SheetOut, vcards, workbook};
use crate::file::FileError;
use crate::inbox::export as inbox;
use crate::inbox::store::Ask;
use crate::roster::export::{self as roster, PersonJson};
use crate::training::export::{self as training, ClassJson};
use crate::words::Words;

/// Arguments of `duluan export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// What to export.
    #[arg(value_name = "WHAT")]
    pub what: What,
    /// The file to write; its ending says the format.
    #[arg(long, value_name = "OUT")]
    pub out: PathBuf,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// Collaborators.
    Roster,
    /// Submissions.
    Reports,
    /// Matters.
    Items,
    /// Classes and meetings.
    Training,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    Json,
    Xlsx,
    Vcard,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used, the ending is none of the formats, or the result cannot be written.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let format =
        match args.out.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase).as_deref() {
            Some("csv") => Format::Csv,
            Some("json") => Format::Json,
            Some("xlsx") => Format::Xlsx,
            Some("vcf") if args.what == What::Roster => Format::Vcard,
            _ => {
                return Err(CliError::WrongUse(ctx.words.cli_export_ending(args.out.display().to_string())));
            }
        };
    let file = ctx.open(&args.file)?;
    let job = Job { conn: file.connection(), words: &ctx.words, path: &args.file };
    whole(&args.out, |out| job.write(args.what, format, out))?;
    ctx.say(ctx.words.cli_exported(args.out.display().to_string()))?;
    Ok(Exit::Done)
}

/// Writes a file under another name and gives it its own at the end; nothing is left when it fails.
pub(super) fn whole(
    path: &Path,
    body: impl FnOnce(&mut dyn Write) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = (|| {
        let mut out = BufWriter::new(File::create(&part)?);
        body(&mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
        Ok(())
    })();
    if written.is_err() {
        // The first error is the one to tell; a leftover that cannot be removed either adds nothing.
        let _ = fs::remove_file(&part);
    }
    written
}

/// Where rows come from and how they are named.
struct Job<'a> {
    conn: &'a Connection,
    words: &'a Words,
    path: &'a Path,
}

impl Job<'_> {
    fn write(&self, what: What, format: Format, out: &mut dyn Write) -> Result<(), CliError> {
        match format {
            Format::Csv => self.csv(what, out),
            Format::Json => self.json(what, out),
            Format::Xlsx => self.xlsx(what, out),
            Format::Vcard => {
                let people = self.read(roster::find(self.conn, ""))?;
                Ok(out.write_all(vcards(&roster::cards(&people)).as_bytes())?)
            }
        }
    }

    fn csv(&self, what: What, out: &mut dyn Write) -> Result<(), CliError> {
        let (conn, words, all) = (self.conn, self.words, Ask::all());
        match what {
            What::Items => {
                let pages = inbox::item_pages(conn, &all, None);
                self.sheet(out, &inbox::item_headings(words), pages, |item| inbox::item_row(item, words))
            }
            What::Reports => {
                let pages = inbox::report_pages(conn, &all, None);
                self.sheet(out, &inbox::report_headings(words), pages, |report| {
                    inbox::report_row(report, words)
                })
            }
            What::Roster => {
                let pages = one_page(roster::find(conn, ""));
                self.sheet(out, &roster::headings(words), pages, |person| roster::row(person, words))
            }
            What::Training => {
                let pages = one_page(training::classes(conn));
                self.sheet(out, &training::headings(words), pages, |class| training::row(class, words))
            }
        }
    }

    fn xlsx(&self, what: What, out: &mut dyn Write) -> Result<(), CliError> {
        let (conn, words, all) = (self.conn, self.words, Ask::all());
        let sheet = match what {
            What::Roster => roster::sheet(&self.read(roster::find(conn, ""))?, words),
            What::Items => {
                let pages = inbox::item_pages(conn, &all, None);
                self.rows(&inbox::item_headings(words), pages, |item| inbox::item_row(item, words))?
            }
            What::Reports => {
                let pages = inbox::report_pages(conn, &all, None);
                self.rows(&inbox::report_headings(words), pages, |report| inbox::report_row(report, words))?
            }
            What::Training => {
                let pages = one_page(training::classes(conn));
                self.rows(&training::headings(words), pages, |class| training::row(class, words))?
            }
        };
        Ok(out.write_all(&workbook(&[sheet])?)?)
    }

    /// Pages of rows as a sheet that opens with filters.
    fn rows<T>(
        &self,
        headings: &[&str],
        mut pages: impl FnMut() -> rusqlite::Result<Vec<T>>,
        cells: impl Fn(&T) -> Vec<String>,
    ) -> Result<SheetOut, CliError> {
        let heads = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let mut sheet = SheetOut { name: "duluan".into(), heads, filter: true, ..SheetOut::default() };
        loop {
            let page = self.read(pages())?;
            if page.is_empty() {
                return Ok(sheet);
            }
            let row = |row: &T| (false, cells(row).iter().map(|cell| cell.as_str().into()).collect());
            sheet.rows.extend(page.iter().map(row));
        }
    }

    fn json(&self, what: What, out: &mut dyn Write) -> Result<(), CliError> {
        let (conn, all) = (self.conn, Ask::all());
        match what {
            What::Items => document(out, &inbox::items_json(conn, &all, None, true)),
            What::Reports => document(out, &inbox::reports_json(conn, &all, None)),
            What::Roster => {
                let people = self.read(roster::find(conn, ""))?;
                document(out, &people.into_iter().map(PersonJson::from).collect::<Vec<_>>())
            }
            What::Training => {
                let classes = self.read(training::classes(conn))?;
                document(out, &classes.into_iter().map(ClassJson::from).collect::<Vec<_>>())
            }
        }
    }

    fn read<T>(&self, rows: rusqlite::Result<T>) -> Result<T, CliError> {
        rows.map_err(FileError::from).map_err(CliError::file(self.path))
    }

    /// Writes pages of rows until an empty one comes.
    fn sheet<T>(
        &self,
        out: &mut dyn Write,
        headings: &[&str],
        mut pages: impl FnMut() -> rusqlite::Result<Vec<T>>,
        cells: impl Fn(&T) -> Vec<String>,
    ) -> Result<(), CliError> {
        let mut sheet = CsvOut::new(out)?;
        sheet.row(headings)?;
        loop {
            let page = self.read(pages())?;
            if page.is_empty() {
                return Ok(sheet.finish()?);
            }
            for row in &page {
                sheet.row(cells(row))?;
            }
        }
    }
}

/// Rows that were read at once, as one page and an empty one.
fn one_page<T>(rows: rusqlite::Result<Vec<T>>) -> impl FnMut() -> rusqlite::Result<Vec<T>> {
    let mut rows = Some(rows);
    move || rows.take().unwrap_or_else(|| Ok(Vec::new()))
}

fn document(out: &mut dyn Write, value: &impl Serialize) -> Result<(), CliError> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}
