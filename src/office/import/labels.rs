//! Words of what an import refuses and tells.

use std::path::Path;

use super::{As, Counts, Refused, Told};
use crate::exchange::{Kind, Refusal};
use crate::inbox::import::{NotAReport, Warning};
use crate::roster;
use crate::survey;
use crate::text::for_terminal;
use crate::words::Words;

/// Why a source was refused: what happened, and what to do.
pub fn refused(words: &Words, refused: &Refused) -> String {
    match refused {
        Refused::Read(refusal) => refusal_words(words, refusal),
        Refused::NotAReport(reason) => not_a_report(words, reason),
        Refused::NoHeader => words.import_no_header().to_owned(),
        Refused::NoPeople => words.import_no_rows().to_owned(),
        Refused::NotThat(kind) => words.import_not_that(match kind {
            As::Roster => words.import_kind_roster(),
            As::Reports => words.import_kind_reports(),
            As::Attendees => words.import_kind_attendees(),
            As::Class => words.import_kind_class(),
            As::Survey => words.survey_results(),
        }),
        Refused::ClassPlan => words.import_class_plan().to_owned(),
        Refused::NotASurvey(why) => survey::labels::refused(words, *why),
        Refused::NoSuchColumn(name) => words.import_no_such_column(name.as_str()),
    }
}

/// Something about a source that was imported.
pub fn told(words: &Words, told: &Told) -> String {
    match told {
        Told::Report(Warning::ControlsRemoved(count)) => words.import_controls_removed(*count as i64),
        Told::Report(Warning::BytesReplaced(count)) => words.import_bytes_replaced(*count as i64),
        Told::Report(Warning::ReadAs(old)) => words.import_read_as(old.name()),
        Told::Report(Warning::MailLeftOut(number, reason)) => {
            words.import_mail_left_out(number.to_string(), not_a_report(words, reason))
        }
        Told::Report(Warning::MailUnreadable(number)) => {
            words.import_mail_left_out(number.to_string(), words.import_broken_mail())
        }
        Told::Report(Warning::AttachmentKeptOnly(name)) => words.import_attachment_kept(name.as_str()),
        Told::Report(Warning::RowWithoutDate(row)) => words.import_row_without_date(row.to_string()),
        Told::Report(Warning::PersonalData(count)) => words.import_personal_data(*count as i64),
        Told::List(notice) => roster::labels::notice(words, notice),
        Told::Units(names) => survey::labels::unknown_units(words, names),
        Told::Recalled => words.survey_preview_recalled().to_owned(),
        Told::Column(head, holds) => format!("{head}: {}", survey::labels::holds(words, *holds)),
    }
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    for_terminal(&path.display().to_string().replace(['\n', '\t'], " ")).into_owned()
}

/// What was made, in words.
pub fn made(counts: &Counts, words: &Words) -> String {
    let n = |count: usize| count as i64;
    let mut parts = Vec::new();
    if counts.reports > 0 {
        parts.push(words.import_made_reports(n(counts.items), n(counts.reports)));
    }
    if counts.collaborators > 0 {
        parts.push(words.import_made_people(n(counts.collaborators)));
    }
    if counts.updated > 0 {
        parts.push(words.import_made_updated(n(counts.updated)));
    }
    if counts.attendees > 0 {
        parts.push(words.import_made_attendees(n(counts.attendees)));
    }
    if counts.surveys > 0 {
        parts.push(words.survey_made(n(counts.questions)));
    } else if counts.questions > 0 {
        parts.push(words.survey_made_added(n(counts.questions)));
    }
    if counts.units > 0 {
        parts.push(words.import_made_units(n(counts.units)));
    }
    if counts.duplicates > 0 {
        parts.push(words.import_made_duplicates(n(counts.duplicates)));
    }
    if parts.is_empty() { words.import_made_nothing().to_owned() } else { parts.join("; ") }
}

fn not_a_report(words: &Words, reason: &NotAReport) -> String {
    match reason {
        NotAReport::Secret(mark) => words.import_secret(mark.mark()),
        NotAReport::OtherPaper("ke hoach") => words.import_class_plan().to_owned(),
        NotAReport::NothingSaid => words.import_nothing_said().to_owned(),
        NotAReport::NoColumns => words.import_no_columns().to_owned(),
        NotAReport::NoRows => words.import_no_rows().to_owned(),
        NotAReport::AutomaticMail => words.import_automatic_mail().to_owned(),
        _ => words.import_other_paper().to_owned(),
    }
}

fn refusal_words(words: &Words, refusal: &Refusal) -> String {
    let megabytes = |bytes: u64| words.number((bytes / 1_000_000) as i64);
    match refusal {
        Refusal::Empty => words.import_empty().to_owned(),
        Refusal::TooLarge { bytes, limit } => words.import_too_large(megabytes(*limit), megabytes(*bytes)),
        Refusal::Unreadable(error) => words.import_unreadable(error.as_str()),
        Refusal::CutOff => words.import_cut_off().to_owned(),
        Refusal::PlainTextNamed { extension } => words.import_plain_text(extension.as_str()),
        Refusal::Password => words.import_password().to_owned(),
        Refusal::Unpacks { .. } => words.import_bomb().to_owned(),
        Refusal::TooManyParts { .. } | Refusal::TooDeep { .. } => words.import_too_complex().to_owned(),
        Refusal::Entities => words.import_entities().to_owned(),
        Refusal::LineTooLong { line, bytes, .. } => {
            words.import_line_too_long(line.to_string(), megabytes(*bytes as u64))
        }
        Refusal::BrokenMail => words.import_broken_mail().to_owned(),
        Refusal::NoRows => words.import_no_rows().to_owned(),
        Refusal::NoText => words.import_no_text().to_owned(),
        Refusal::NotSupported(kind) => not_supported(words, *kind),
        Refusal::UnknownEncoding => words.import_unknown_encoding().to_owned(),
        _ => words.import_damaged().to_owned(),
    }
}

fn not_supported(words: &Words, kind: Kind) -> String {
    let name = match kind {
        Kind::OfficeFile => return words.import_office_file().to_owned(),
        Kind::Program => return words.import_program().to_owned(),
        Kind::Archive => return words.import_archive().to_owned(),
        Kind::Scan => return words.import_scan().to_owned(),
        Kind::Picture => return words.import_picture().to_owned(),
        Kind::Recording => return words.import_recording().to_owned(),
        Kind::Unknown => return words.import_unknown_kind().to_owned(),
        Kind::ExcelBinary => "Excel (.xlsb)",
        Kind::Slides => "PowerPoint",
        Kind::Outlook => "Outlook (.msg)",
        Kind::OpenText => "OpenDocument (.odt)",
        Kind::WebPage => "HTML",
    };
    words.import_not_supported(name)
}
