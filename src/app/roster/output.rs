//! Writes collaborators to a file: the list in four formats, the sheet for allowances, who is put up for commendation.

use std::path::Path;

use rusqlite::Connection;

use crate::app::paths::typed_path;
use crate::exchange::paper::{Format, PaperError, Profile, print};
use crate::exchange::{Written, vcards, workbook, write_out};
use crate::file::FileError;
use crate::inbox;
use crate::roster::export::{self, PersonJson};
use crate::roster::model::{Activity, Collaborator, Output, OutputKind};
use crate::roster::tab::Message;
use crate::roster::{papers, store};
use crate::words::{Language, Words};

/// Writes them, unless the file is there already and it was not said that it may be written over.
///
/// # Errors
/// Whatever the office's file answers.
pub(super) fn written(connection: &Connection, output: Box<Output>) -> Result<Message, FileError> {
    let mut people = Vec::with_capacity(output.people.len());
    for id in &output.people {
        people.extend(store::collaborator(connection, *id)?);
    }
    let office = store::office_head(connection)?;
    let done = if output.kind == OutputKind::Commended {
        let counted =
            inbox::store::activity(connection, output.rule.from, output.rule.to, output.today, None)?;
        let with = |person: Collaborator| {
            let activity = counted.get(&person.id).copied().unwrap_or_default();
            (person, activity)
        };
        people.into_iter().map(with).collect::<Vec<(Collaborator, Activity)>>()
    } else {
        people.into_iter().map(|person| (person, Activity::default())).collect()
    };
    let beside = connection.path().map(Path::new).and_then(Path::parent).unwrap_or(Path::new(""));
    let path = typed_path(&output.path.display().to_string());
    let became = write_out(beside, &path, output.over, |path| bytes(&output, done, path, &office));
    Ok(match became {
        Written::Exists(path) => Message::Exists(Box::new(Output { path, ..*output })),
        became => Message::Written(became),
    })
}

fn bytes(
    output: &Output,
    people: Vec<(Collaborator, Activity)>,
    path: &Path,
    office: &crate::exchange::paper::OfficeHead,
) -> Result<Vec<u8>, PaperError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let alone = |people: Vec<(Collaborator, Activity)>| -> Vec<Collaborator> {
        people.into_iter().map(|(person, _)| person).collect()
    };
    let span = output.rule.span();
    let paper = match (output.kind, ending.as_str()) {
        (OutputKind::List, _) => return list(&alone(people), &ending),
        (OutputKind::Allowance, "xlsx") => {
            return Ok(workbook(&[papers::allowance_sheet(&alone(people), span)])?);
        }
        (OutputKind::Allowance, _) => {
            papers::allowances(&alone(people), span, &output.named, office, output.today)
        }
        (OutputKind::Commended, _) => papers::commended(people, &output.rule, office, output.today),
    };
    let profile = Profile::of_office(&office.profile)
        .map_err(|error| PaperError::Io(std::io::Error::other(error.to_string())))?;
    print(&paper, &profile, Format::of(path).unwrap_or(Format::Docx))
}

fn list(people: &[Collaborator], ending: &str) -> Result<Vec<u8>, PaperError> {
    let words = Words::of(Language::Vietnamese);
    Ok(match ending {
        "csv" => export::csv(people, words)?,
        "vcf" => vcards(&export::cards(people)).into_bytes(),
        "json" => {
            let people: Vec<PersonJson> = people.iter().cloned().map(PersonJson::from).collect();
            serde_json::to_vec_pretty(&people).map_err(std::io::Error::from)?
        }
        _ => workbook(&[export::sheet(people, words)])?,
    })
}
