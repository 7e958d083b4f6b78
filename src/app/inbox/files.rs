//! Files kept with a report: saved out, and put in.

use std::path::Path;

use rusqlite::Connection;
use uuid::Uuid;

use crate::app::paths::{typed_path, typed_paths};
use crate::exchange::{Source, read, save_beside};
use crate::file::{FileError, OfficeFile};
use crate::inbox::columns::Layouts;
use crate::inbox::import::{NotAReport, kept_as_file, take};
use crate::inbox::store::{attach, file_rows, kept_files, report_card};
use crate::inbox::tab::{FilesDone, Message};
use crate::office::import::{self, Refused, recogniser};
use crate::screen::Notice;
use crate::words::Words;

/// What became of files, before it is in words.
pub enum Done {
    /// So many were saved in this folder; the system may have said why no more.
    Saved(usize, String, Option<String>),
    /// So many are kept with the report, and these are not: name and why.
    Attached(Uuid, usize, Vec<Unkept>),
}

/// The files of a report.
pub(super) fn files(connection: &Connection, report: Uuid) -> rusqlite::Result<Message> {
    let card = report_card(connection, report)?;
    let number = card.map(|card| card.row.arrival_number).unwrap_or_default();
    Ok(Message::Files(report, number, file_rows(connection, report)?))
}

/// Saves a file of a report, or all of them.
pub(super) fn save(
    file: &OfficeFile,
    report: Uuid,
    only: Option<Uuid>,
    typed: &str,
) -> Result<Done, FileError> {
    let folder = typed_path(typed);
    let mut saved = 0;
    let mut trouble = None;
    let wanted =
        kept_files(file.connection(), report)?.into_iter().filter(|kept| only.is_none_or(|id| id == kept.id));
    for (name, bytes) in wanted.filter_map(|kept| Some((kept.name, kept.bytes?))) {
        match save_beside(&folder, &name, &bytes) {
            Ok(_) => saved += 1,
            Err(error) => trouble = Some(error.to_string()),
        }
    }
    Ok(Done::Saved(saved, folder.display().to_string(), trouble))
}

/// Keeps files with a report. What bears a mark of secrecy is refused.
pub(super) fn put_in(file: &mut OfficeFile, report: Uuid, typed: &str) -> Result<Done, FileError> {
    let (sources, refused) = to_be_kept(file, typed)?;
    if sources.is_empty() {
        return Ok(Done::Attached(report, 0, refused));
    }
    let kept = file
        .write("attach-file", |tx| -> Result<usize, FileError> {
            let mut kept = 0;
            for source in &sources {
                kept += usize::from(attach(tx, report, &kept_as_file(source))?);
            }
            Ok(kept)
        })?
        .value;
    Ok(Done::Attached(report, kept, refused))
}

/// A file that is not kept: its name and why.
pub(super) type Unkept = (String, Refused);

/// The files of a line that can be kept with a report, and those that cannot: not there, too large, or with a mark of secrecy.
pub(super) fn to_be_kept(file: &OfficeFile, typed: &str) -> Result<(Vec<Source>, Vec<Unkept>), FileError> {
    let (mut sources, mut refused) = (Vec::new(), Vec::new());
    if typed.trim().is_empty() {
        return Ok((sources, refused));
    }
    let topics = recogniser(file.connection())?;
    for path in typed_paths(typed) {
        let read = Source::open(&path).map_err(Refused::Read).and_then(|source| {
            let reading = read(&source, None);
            match reading.map(|reading| take(&source, &reading, &topics, &Layouts::new())) {
                Ok(Err(secret @ NotAReport::Secret(_))) => Err(Refused::NotAReport(secret)),
                // A picture, a recording, a paper of another kind: it is kept as it is.
                _ => Ok(source),
            }
        });
        match read {
            Ok(source) => sources.push(source),
            Err(reason) => {
                refused.push((import::shown(path.file_name().map_or(&path, Path::new)), reason));
            }
        }
    }
    Ok((sources, refused))
}

/// What became of them, in words.
pub(super) fn told(done: Done, words: &Words) -> FilesDone {
    match done {
        Done::Saved(saved, folder, None) => {
            FilesDone { said: Notice::done(words.inbox_files_saved(folder, saved as i64)), report: None }
        }
        Done::Saved(_, folder, Some(trouble)) => {
            FilesDone { said: Notice::problem(words.inbox_files_not_saved(trouble, folder)), report: None }
        }
        Done::Attached(report, kept, refused) => {
            let said = match refused.first() {
                Some((name, reason)) => {
                    Notice::problem(format!("{name}: {}", import::refused(words, reason)))
                }
                None if kept == 0 => Notice::note(words.inbox_files_known()),
                None => Notice::done(words.inbox_files_attached(kept as i64)),
            };
            FilesDone { said, report: (kept > 0).then_some(report) }
        }
    }
}
