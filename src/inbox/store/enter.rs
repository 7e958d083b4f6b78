//! Entering reports, issues and topics. All statements are cached, because an import or the demonstration enters a
//! hundred thousand reports in one write.

use std::io::Write as _;

use chrono::{Local, NaiveDate};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::topic_links;
use crate::file::{FileError, Tx, own};
use crate::inbox::model::{ItemKind, NewAttachment, NewItem, NewReport, NewStream, Verification};

/// Hands out arrival numbers: office prefix, the person's mark, running number (`LA-H-0457`), so that colleagues'
/// copies of one file do not collide. The last number is read once; a batch counts on from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbering {
    stem: String,
    last: u64,
}

impl Numbering {
    /// Reads the office's prefix and the last number given under `mark`, the person's mark.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn read(conn: &Connection, mark: &str) -> rusqlite::Result<Self> {
        let prefix: Option<String> = conn
            .prepare_cached("SELECT prefix FROM office WHERE id = ?1")?
            .query_row([own::office(conn)?], |row| row.get(0))
            .optional()?;
        Self::with_prefix(conn, prefix.as_deref().unwrap_or_default(), mark)
    }

    /// As [`Numbering::read`], with a prefix that need not be the office's own.
    ///
    /// # Errors
    /// Whatever SQLite answers.
    pub fn with_prefix(conn: &Connection, prefix: &str, mark: &str) -> rusqlite::Result<Self> {
        let mut stem = String::new();
        for part in [prefix.trim(), mark.trim()] {
            if !part.is_empty() {
                stem.push_str(part);
                stem.push('-');
            }
        }
        // The index on arrival_number holds all that is read. A longer stem (`LA-H-`) lies in the range of a shorter
        // one (`LA-`), but its rest does not begin with a digit and counts as 0.
        let end = format!("{stem}\u{10FFFF}");
        let last: Option<i64> = conn
            .prepare_cached(
                "SELECT max(CAST(substr(arrival_number, ?3) AS INTEGER)) FROM report
                 WHERE arrival_number >= ?1 AND arrival_number < ?2",
            )?
            .query_row(params![stem, end, stem.chars().count() as i64 + 1], |row| row.get(0))?;
        Ok(Self { stem, last: last.and_then(|last| u64::try_from(last).ok()).unwrap_or(0) })
    }

    /// The next number.
    pub fn take(&mut self) -> String {
        self.last = self.last.saturating_add(1);
        format!("{}{:04}", self.stem, self.last)
    }
}

/// Enters a report with its items, streams and attachments under the next arrival number. Lists and the text index are
/// brought up to date by the write it is part of.
///
/// # Errors
/// [`FileError`] when SQLite refuses; the whole write is taken back then.
pub fn insert_report(tx: &Tx, report: &NewReport, numbering: &mut Numbering) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    let received_at = report.received_at.unwrap_or_else(|| Local::now().naive_local());
    tx.prepare_cached(
        "INSERT INTO report (id, arrival_number, received_at, received_rule, title, summary, collaborator,
           submitter_name, unit, unit_name, document_number, document_date, issuer, kind, period_kind, period_from,
           period_to, channel, urgency, source_key, source_name, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        numbering.take(),
        received_at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        report.received_rule,
        report.title,
        report.summary,
        report.collaborator,
        report.submitter_name,
        report.unit,
        report.unit_name,
        report.document_number,
        report.document_date,
        report.issuer,
        report.kind.id(),
        report.period_kind.id(),
        report.period_from,
        report.period_to,
        report.channel.id(),
        report.urgency.id(),
        report.source_key,
        report.source_name,
        report.note,
    ])?;
    for (position, item) in report.items.iter().enumerate() {
        insert_item(tx, id, position, item)?;
    }
    for attachment in &report.attachments {
        insert_attachment(tx, id, attachment)?;
    }
    Ok(id)
}

pub(super) fn insert_item(tx: &Tx, report: Uuid, position: usize, item: &NewItem) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    // A rumour about which nothing is said is one that nobody has verified.
    let verification = match (item.kind, item.verification) {
        (ItemKind::Rumour, Verification::None) => Verification::Unverified,
        (_, said) => said,
    };
    tx.prepare_cached(
        "INSERT INTO item (id, report, position, title, body, place, issue, kind, verification, forecast,
           recommendation, triage, triage_reason, handler)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        report,
        position as i64,
        item.title,
        item.body,
        item.place,
        item.issue,
        item.kind.id(),
        verification.id(),
        item.forecast,
        item.recommendation,
        item.triage.id(),
        item.triage_reason,
        item.handler,
    ])?;
    topic_links(tx, id, &item.topics)?;
    for (position, stream) in item.streams.iter().enumerate() {
        insert_stream(tx, id, position, stream)?;
    }
    Ok(id)
}

pub(super) fn insert_stream(
    tx: &Tx,
    item: Uuid,
    position: usize,
    stream: &NewStream,
) -> Result<(), FileError> {
    tx.prepare_cached(
        "INSERT INTO stream (id, item, position, topic, group_name, band, tendency, intensity, gist, band_word,
           tendency_word)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        tx.new_id(),
        item,
        position as i64,
        stream.topic,
        stream.group_name,
        stream.band.id(),
        stream.tendency.id(),
        stream.intensity.id(),
        stream.gist,
        stream.band_word,
        stream.tendency_word,
    ])?;
    Ok(())
}

pub(super) fn insert_attachment(tx: &Tx, report: Uuid, attachment: &NewAttachment) -> Result<(), FileError> {
    let mut deflated = ZlibEncoder::new(Vec::new(), Compression::default());
    deflated.write_all(&attachment.bytes)?;
    tx.prepare_cached(
        "INSERT INTO attachment (id, report, name, media_type, size, sha256, content, original)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        tx.new_id(),
        report,
        attachment.name,
        attachment.media_type,
        attachment.bytes.len() as i64,
        fingerprint(&attachment.bytes),
        deflated.finish()?,
        attachment.original,
    ])?;
    Ok(())
}

/// What bytes are known by.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}

/// An issue (vấn đề) before it has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewIssue {
    /// Title.
    pub title: String,
    /// watch | salient | risk | hot_spot; empty = watch.
    pub grade: String,
    /// new | handling | settled; empty = new.
    pub state: String,
    /// The day it arose.
    pub arisen_on: Option<NaiveDate>,
    /// Place.
    pub place: String,
    /// Cause.
    pub cause: String,
    /// The body that leads its handling.
    pub lead_body: String,
    /// The day an answer is due.
    pub answer_due: Option<NaiveDate>,
    /// The answer that was given.
    pub answer: String,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Topic.
    pub topic: Option<Uuid>,
}

/// Enters an issue.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn insert_issue(tx: &Tx, issue: &NewIssue) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    let or = |text: &str, default: &str| if text.is_empty() { default } else { text }.to_owned();
    tx.prepare_cached(
        "INSERT INTO issue (id, title, grade, state, arisen_on, place, cause, lead_body, answer_due, answer,
           answered_on, topic)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        issue.title,
        or(&issue.grade, "watch"),
        or(&issue.state, "new"),
        issue.arisen_on,
        issue.place,
        issue.cause,
        issue.lead_body,
        issue.answer_due,
        issue.answer,
        issue.answered_on,
        issue.topic,
    ])?;
    Ok(id)
}

/// Enters a colleague who works on the file.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn insert_handler(tx: &Tx, full_name: &str, mark: &str, post: &str) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    tx.prepare_cached("INSERT INTO handler (id, full_name, mark, post, office) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![id, full_name, mark, post, own::office(tx)?])?;
    Ok(id)
}

/// Enters a topic of the office's own.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn insert_topic(tx: &Tx, name: &str, parent: Option<Uuid>) -> Result<Uuid, FileError> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO topic (id, parent, name, position)
         VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM topic))",
    )?
    .execute(params![id, parent, name])?;
    Ok(id)
}
