//! Making reports of what was read: documents, forms, logs and mails. Only `enter` touches the file.
//!
//! | part | what it knows |
//! |---|---|
//! | `document`, `letterhead`, `headings`, `outline`, `foot` | papers: head, title, sections, matters, foot |
//! | `form`, `log`, `mail` | forms, logs, mails |
//! | `columns` | the columns of a log |
//! | `opening` | greetings before a matter |
//! | `part` | a matter that is in the file already, split |
//! | `streams`, `rumours`, `marks`, `dates`, `names`, `phrases` | what words mean |

mod columns;
mod dates;
mod document;
mod enter;
mod foot;
mod form;
mod headings;
mod letterhead;
mod lines;
mod log;
mod mail;
mod marks;
mod names;
mod opening;
mod outline;
mod part;
mod phrases;
mod rumours;
mod sentence;
mod sentences;
mod streams;

pub use columns::log_sheets;
pub use enter::{Entered, Rehearsed, enter, rehearse, rehearsed_again};
pub use log::looks_like_log;
pub use marks::{Secrecy, secrecy};
pub use part::{numbered, part, pieces};
pub use sentence::{sentences_of, streams_of};

use document::item;
use outline::Matter;

use crate::exchange::{Content, Notice, Reading, Source};
use crate::inbox::columns::Layouts;
use crate::inbox::model::{Channel, NewAttachment, NewItem, NewReport};
use crate::inbox::topics::TopicRecogniser;
use crate::text::personal::identifiers;
use crate::text::{OldEncoding, fold};

/// Why nothing was made of a source that could be read. Nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAReport {
    /// It bears a mark of state secrecy.
    #[error("marked {}", .0.mark())]
    Secret(Secrecy),
    /// Another kind of paper; its folded name (`ke hoach`, `giay moi`).
    #[error("a paper of another kind: {0}")]
    OtherPaper(&'static str),
    /// Nothing that could be reported.
    #[error("nothing is said in it")]
    NothingSaid,
    /// A table without the columns of a log.
    #[error("a table without the columns of a log")]
    NoColumns,
    /// A log without rows.
    #[error("no rows of data")]
    NoRows,
    /// An invitation, an automatic answer, a bounce.
    #[error("an automatic mail or an invitation")]
    AutomaticMail,
}

/// Something a person should look at in what was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// So many control, direction or invisible characters were taken out.
    ControlsRemoved(usize),
    /// So many bytes could not be read and stand as U+FFFD.
    BytesReplaced(usize),
    /// The text was in this encoding of before Unicode.
    ReadAs(OldEncoding),
    /// An attachment that could not be read as a report is kept as a file only.
    AttachmentKeptOnly(String),
    /// Of a mailbox, the mail of this number is no report, and why; nothing of it is kept.
    MailLeftOut(usize, NotAReport),
    /// Of a mailbox, the mail of this number cannot be read; nothing of it is kept.
    MailUnreadable(usize),
    /// A log's row of this number says no day.
    RowWithoutDate(u32),
    /// So many numbers or addresses that identify a person stand in the texts.
    PersonalData(usize),
}

impl From<Notice> for Warning {
    fn from(notice: Notice) -> Self {
        match notice {
            Notice::ControlsRemoved(count) => Self::ControlsRemoved(count),
            Notice::BytesReplaced(count) => Self::BytesReplaced(count),
            Notice::ReadAs(old) => Self::ReadAs(old),
        }
    }
}

/// Reports made of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The reports, without collaborator and unit: those are found in the file.
    pub reports: Vec<NewReport>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

/// What a text that a person types says: title, place, topics, rumour, streams, as an import would read it.
pub fn recognise(text: &str, topics: &TopicRecogniser) -> NewItem {
    let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    item(Matter { paragraphs, ..Matter::default() }, None, topics)
}

/// Makes reports of a source that was read. `layouts` are the columns of logs that people confirmed.
///
/// # Errors
/// [`NotAReport`].
pub fn take(
    source: &Source,
    reading: &Reading,
    topics: &TopicRecogniser,
    layouts: &Layouts,
) -> Result<Taken, NotAReport> {
    let mut taken = match &reading.content {
        Content::Document(document) => {
            let mut report = document::report(document, topics)?;
            report.source_key = format!("sha256:{}", source.sha256());
            report.attachments.push(mail::original(source, media_type(&source.name)));
            Taken { reports: vec![report], ..Taken::default() }
        }
        Content::Workbook(workbook) => {
            let rows = log::reports(workbook, topics, layouts)?;
            let warnings = rows
                .iter()
                .filter(|(_, report)| report.received_at.is_none())
                .map(|(row, _)| Warning::RowWithoutDate(*row))
                .collect();
            Taken { reports: rows.into_iter().map(|(_, report)| report).collect(), warnings }
        }
        Content::Mail(mail) => mail::reports(source, mail, topics)?,
        Content::Mailbox(mails) => mail::mailbox(mails, topics)?,
    };
    taken.warnings.splice(0..0, reading.notices.iter().copied().map(Warning::from));
    let found: usize = taken.reports.iter().map(personal_data).sum();
    if found > 0 {
        taken.warnings.push(Warning::PersonalData(found));
    }
    for report in &mut taken.reports {
        report.source_name.clone_from(&source.name);
    }
    Ok(taken)
}

/// A source that is kept with a report as it is.
pub fn kept_as_file(source: &Source) -> NewAttachment {
    NewAttachment { original: false, ..mail::original(source, media_type(&source.name)) }
}

/// Identifiers of people in the texts of a report: phones, identity numbers, addresses, accounts.
fn personal_data(report: &NewReport) -> usize {
    let of_item = |item: &NewItem| {
        [&item.body, &item.forecast, &item.recommendation]
            .into_iter()
            .map(|text| identifiers(text).len())
            .sum::<usize>()
    };
    identifiers(&report.summary).len() + report.items.iter().map(of_item).sum::<usize>()
}

/// The channel a form or a log names.
fn channel(said: &str) -> Channel {
    let words = fold(said);
    let has = |list: &[&str]| list.iter().any(|part| words.contains(part));
    if has(&["zalo", "facebook", "mang xa hoi", "mxh", "tiktok", "messenger"]) {
        Channel::Social
    } else if has(&["dien thoai", "goi dien", "phone"]) {
        Channel::Phone
    } else if has(&["giao ban", "hop", "hoi nghi", "tiep xuc cu tri", "sinh hoat"]) {
        Channel::Meeting
    } else if has(&["truc tiep", "gap go", "tai cho"]) {
        Channel::Direct
    } else if has(&["email", "thu dien tu", "hop thu"]) {
        Channel::Mail
    } else if has(&["don thu", "don ", "thu "]) {
        Channel::Letter
    } else if has(&["phieu", "khao sat"]) {
        Channel::Questionnaire
    } else if has(&["bao chi", "truyen hinh", "bao "]) {
        Channel::Press
    } else if has(&["van ban", "bao cao", "cong van"]) {
        Channel::Report
    } else {
        Channel::Unknown
    }
}

/// Media type by the ending of a name.
fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "rtf" => "application/rtf",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "mbox" => "application/mbox",
        "tif" | "tiff" => "image/tiff",
        "heic" => "image/heic",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "eml" => "message/rfc822",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        _ => "",
    }
}
