//! Joins the forms of the tab with the store.

use std::sync::Arc;

use rusqlite::Connection;
use uuid::Uuid;

use super::files::{Unkept, to_be_kept};
use crate::file::{FileError, OfficeFile, drafts};
use crate::inbox::import::{self, kept_as_file};
use crate::inbox::model::NewReport;
use crate::inbox::records::{DutyRecord, IssueRecord, OrientationRecord, RuleRecord, ViewRecord};
use crate::inbox::store::{self, Numbering};
use crate::inbox::tab::form::{Answer, Ask, Opened, Record, Saved, Subject, Write};
use crate::inbox::topics::{TopicRecogniser, TopicWords};
use crate::roster::model::Order;
use crate::roster::store as roster;

/// Runs a read of a form.
///
/// # Errors
/// Whatever the file answers.
pub fn query(connection: &Connection, ask: Ask) -> rusqlite::Result<Answer> {
    Ok(match ask {
        Ask::Open(subject) => Answer::Opened(Box::new(opened(connection, subject)?)),
        Ask::People => Answer::People(Arc::new(roster::roster(connection, Order::Given, None)?)),
        Ask::Audience => Answer::Audience(Arc::new(store::audience(connection)?)),
        Ask::Duties => Answer::Duties(store::duties(connection)?),
        Ask::Recognise(text) => {
            Answer::Recognised(Box::new(import::recognise(&text, &recogniser(connection)?)))
        }
    })
}

fn opened(connection: &Connection, subject: Subject) -> rusqlite::Result<Opened> {
    let (place, row) = subject.draft();
    let record = match &subject {
        Subject::Report(_) => None,
        Subject::Item(id) => store::item_record(connection, *id)?.map(Record::Item),
        Subject::Issue(Some(id)) => store::issue_record(connection, *id)?.map(Record::Issue),
        Subject::Issue(None) => Some(Record::Issue(IssueRecord::fresh())),
        Subject::IssueAnswer(id) => store::answer_to_issue(connection, *id)?.map(Record::Orientation),
        Subject::Reply(items) => Some(Record::Orientation(store::answer_to(connection, items)?)),
        Subject::Answer(id) => store::answer_record(connection, *id)?.map(Record::Orientation),
        Subject::Orientation => Some(Record::Orientation(OrientationRecord::default())),
        Subject::Duty(Some(id)) => store::duty_record(connection, *id)?.map(Record::Duty),
        Subject::Rule(Some(id)) => store::rule_record(connection, *id)?.map(Record::Rule),
        Subject::Rule(None) => Some(Record::Rule(RuleRecord::default())),
        Subject::View(Some(id), _) => store::view_record(connection, *id)?.map(Record::View),
        Subject::View(None, filter) => {
            Some(Record::View(ViewRecord { filter: filter.clone(), ..ViewRecord::default() }))
        }
        Subject::Duty(None) => Some(Record::Duty(DutyRecord::monthly())),
    };
    let colleagues = match &subject {
        Subject::Rule(_) => store::handlers(connection)?,
        _ => Vec::new(),
    };
    let issues = match &record {
        Some(Record::Orientation(record)) if record.items.is_empty() => store::issue_titles(connection)?,
        _ => Vec::new(),
    };
    Ok(Opened {
        issues,
        colleagues,
        record,
        draft: drafts::read(connection, place, row)?,
        topics: store::topics(connection)?,
        groups: store::groups(connection)?,
        subject,
    })
}

fn recogniser(connection: &Connection) -> rusqlite::Result<TopicRecogniser> {
    let words = |topic: store::Topic| TopicWords {
        id: topic.id,
        parent: topic.parent,
        name: topic.name,
        code: topic.code,
        keywords: topic.keywords,
    };
    Ok(TopicRecogniser::new(store::topics(connection)?.into_iter().map(words).collect()))
}

/// Runs a write of a form. A record is one action of the change log, and its draft goes with it.
///
/// # Errors
/// Whatever the file answers; nothing was written then.
pub fn write(file: &mut OfficeFile, write: Write) -> Result<(Answer, Vec<Unkept>), FileError> {
    Ok(match write {
        Write::Draft(write) => (Answer::Kept(crate::app::drafts::write(file, write)?), Vec::new()),
        Write::Save { save, subject, record, mark, files, meeting } => match *record {
            Record::Report(mut report) => {
                // A file that cannot be kept holds nothing up: the report is in the file, and what is missing is told.
                let (sources, unkept) = to_be_kept(file, &files)?;
                report.attachments = sources.iter().map(kept_as_file).collect();
                (report_saved(file, save, (&subject, meeting), &report, &mark)?, unkept)
            }
            record => (saved(file, save, &subject, &record)?, Vec::new()),
        },
    })
}

fn saved(file: &mut OfficeFile, save: u64, subject: &Subject, record: &Record) -> Result<Answer, FileError> {
    let (place, row) = subject.draft();
    let id = file
        .write(record.action(), |tx| -> Result<Option<Uuid>, FileError> {
            drafts::forget(tx, place, row)?;
            Ok(match record {
                Record::Report(_) => None,
                Record::Item(item) => {
                    store::save_item(tx, item)?;
                    Some(item.id)
                }
                Record::Issue(issue) => Some(store::save_issue(tx, issue)?),
                Record::Orientation(record) => Some(match record.id {
                    Some(id) => {
                        store::save_answer(tx, id, record)?;
                        id
                    }
                    None => store::insert_orientation(tx, record)?,
                }),
                Record::Duty(duty) => Some(store::save_duty(tx, duty)?),
                Record::Rule(rule) => {
                    store::save_rule(tx, rule)?;
                    None
                }
                Record::View(record) => Some(store::save_view(tx, record)?),
            })
        })?
        .value;
    Ok(Answer::Saved(Box::new(Saved {
        save,
        id,
        arrival_number: String::new(),
        row: None,
        unkept: None,
        matters: 1,
    })))
}

fn report_saved(
    file: &mut OfficeFile,
    save: u64,
    (subject, meeting): (&Subject, Option<Uuid>),
    report: &NewReport,
    mark: &str,
) -> Result<Answer, FileError> {
    let (place, row) = subject.draft();
    let id = file
        .write("report-enter", |tx| -> Result<Uuid, FileError> {
            let mut numbering = Numbering::read(tx, mark)?;
            drafts::forget(tx, place, row)?;
            let id = store::insert_report(tx, report, &mut numbering)?;
            if let Some(meeting) = meeting {
                store::put_on_agenda(tx, meeting, id)?;
            }
            Ok(id)
        })?
        .value;
    let connection = file.connection();
    let card = store::report_card(connection, id)?;
    let item = card.as_ref().and_then(|card| card.items.first()).map(|item| item.row.item);
    Ok(Answer::Saved(Box::new(Saved {
        save,
        id: Some(id),
        arrival_number: card.map(|card| card.row.arrival_number).unwrap_or_default(),
        row: item.map(|item| store::row_of_item(connection, item)).transpose()?.flatten(),
        unkept: None,
        matters: report.items.first().map_or(1, |item| import::numbered(&item.body)),
    })))
}
