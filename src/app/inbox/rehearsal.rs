//! What an import would make, in words.

use std::path::{Path, PathBuf};

use crate::exchange::{Kind as Unread, Refusal};
use crate::inbox::import::Warning;
use crate::inbox::tab::{Kind, Planned, Rehearsed, Sources};
use crate::office::import::{self, Counts, Glance, Imported, Outcome, Refused, Told};
use crate::words::Words;

/// What an import would make, in words.
pub(super) fn rehearsed(
    sources: Sources,
    again: Vec<PathBuf>,
    imported: &Imported,
    words: &Words,
) -> Rehearsed {
    let rows = imported.sources.iter().map(|source| planned(source, imported, words)).collect();
    Rehearsed { sources, again, rows, cancelled: imported.cancelled }
}

fn planned(source: &Outcome, imported: &Imported, words: &Words) -> Planned {
    let name = import::shown(source.path.file_name().map_or(source.path.as_path(), Path::new));
    let counts = source.result.as_ref().copied().unwrap_or_default();
    let doubled: Vec<String> = imported
        .doubled
        .iter()
        .filter(|doubled| import::shown(Path::new(&doubled.number)) == name)
        .map(|doubled| {
            let said = if doubled.unit.is_empty() {
                words.inbox_rehearsal_as_file(&doubled.earlier, u64::from(doubled.share))
            } else {
                words.import_doubled(&doubled.earlier, u64::from(doubled.share), &doubled.unit)
            };
            format!("{}: {said}", doubled.title)
        })
        .collect();
    let Glance { lines, trials, logs, .. } = source.glance.clone();
    let unknown = logs.iter().any(|log| !log.layout.confirmed);
    // By which encoding it was read stands over its text, where another can be chosen.
    let told = source.told.iter().filter(|told| !matches!(told, Told::Report(Warning::ReadAs(_))));
    let told = told.map(|told| import::told(words, told));
    let (kind, short, said) = match &source.result {
        Err(reason) => {
            let reason = import::refused(words, reason);
            // That it is refused stands in front already.
            let short = reason.split_once(": ").map_or(reason.as_str(), |(_, why)| why).to_owned();
            (Kind::Refused, short, vec![reason])
        }
        Ok(counts) => {
            let kind = if counts.created() + counts.updated == 0 {
                Kind::Known
            } else if !doubled.is_empty() {
                Kind::Doubled
            } else if unknown || !source.told.is_empty() {
                Kind::LookAt
            } else {
                Kind::Made
            };
            (kind, import::made(counts, words), doubled.into_iter().chain(told).collect())
        }
    };
    Planned {
        path: source.path.clone(),
        name,
        kind,
        short,
        said,
        lines,
        trials,
        encoding: encoding(&source.glance, words),
        logs,
        picture: is_picture(source),
        makes: makes(&counts),
    }
}

/// A picture, or a scan: refused because nothing in it can be read.
fn is_picture(source: &Outcome) -> bool {
    matches!(&source.result, Err(Refused::Read(Refusal::NotSupported(Unread::Scan | Unread::Picture))))
}

fn makes(counts: &Counts) -> [usize; 3] {
    [counts.reports, counts.items, counts.collaborators]
}

/// By which encoding a text was read, and who said so.
fn encoding(glance: &Glance, words: &Words) -> String {
    match (glance.plain, glance.chosen, glance.recognised) {
        (false, ..) => String::new(),
        (true, Some(chosen), _) => words.inbox_encoding_chosen(chosen.name()),
        (true, None, Some(old)) => words.inbox_encoding_found(old.name()),
        (true, None, None) if glance.lines.is_empty() => words.inbox_encoding_unknown().to_owned(),
        (true, None, None) => words.inbox_encoding_unicode().to_owned(),
    }
}
