//! Items and reports for scripts and other programs: the JSON shapes of the command line, and rows for csv.
//!
//! Rows are read a page at a time, so that a million of them need no memory.

use std::cell::RefCell;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use serde::ser::{Error as _, SerializeSeq};
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::labels;
use super::model::{
    Band, Channel, Intensity, ItemKind, PeriodKind, ReportKind, Tendency, Triage, Urgency, Verification,
};
use super::rows::{ItemCard, ReportRow, StreamRow};
use super::store::{self, Ask};
use crate::words::Words;

/// Rows read at a time.
const PAGE: usize = 400;
/// Characters of an excerpt.
const EXCERPT: usize = 160;

/// An item as `duluan items --json` prints it. Empty text means that nothing was said; `null` that there is none.
#[derive(Debug, Serialize)]
pub struct ItemJson {
    id: Uuid,
    report: Uuid,
    arrival_number: String,
    received_at: Option<NaiveDateTime>,
    title: String,
    unit: String,
    collaborator: String,
    triage: Triage,
    triage_reason: String,
    urgency: Urgency,
    kind: ItemKind,
    verification: Verification,
    /// Codes of shipped topics, names of the office's own.
    topics: Vec<String>,
    topic_names: Vec<String>,
    issue: Option<String>,
    grade: String,
    place: String,
    streams: Vec<StreamJson>,
    forecast: String,
    recommendation: String,
    excerpt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
}

/// A stream as JSON.
#[derive(Debug, Serialize)]
pub struct StreamJson {
    group: String,
    band: Band,
    tendency: Tendency,
    intensity: Intensity,
    gist: String,
    topic: String,
}

/// A report as `duluan reports --json` prints it.
#[derive(Debug, Serialize)]
pub struct ReportJson {
    id: Uuid,
    arrival_number: String,
    received_at: Option<NaiveDateTime>,
    title: String,
    unit: String,
    collaborator: String,
    channel: Channel,
    period_kind: PeriodKind,
    urgency: Urgency,
    items: u64,
    kind: ReportKind,
    period_from: Option<NaiveDate>,
    period_to: Option<NaiveDate>,
    document_number: String,
    document_date: Option<NaiveDate>,
    issuer: String,
    source_name: String,
}

impl From<StreamRow> for StreamJson {
    fn from(stream: StreamRow) -> Self {
        Self {
            group: stream.group_name,
            band: stream.band,
            tendency: stream.tendency,
            intensity: stream.intensity,
            gist: stream.gist,
            topic: stream.topic,
        }
    }
}

impl ItemJson {
    fn new(card: ItemCard, whole: bool) -> Self {
        let excerpt = excerpt(&card);
        let (codes, names) = card
            .topics
            .into_iter()
            .map(|(_, code, name)| (if code.is_empty() { name.clone() } else { code }, name))
            .unzip();
        Self {
            id: card.row.item,
            report: card.row.report,
            arrival_number: card.row.arrival_number,
            received_at: card.row.received_at,
            title: card.row.title,
            unit: card.row.unit,
            collaborator: card.row.submitter,
            triage: card.row.triage,
            triage_reason: card.triage_reason,
            urgency: card.row.urgency,
            kind: card.row.kind,
            verification: card.row.verification,
            topics: codes,
            topic_names: names,
            issue: card.issue.map(|(_, title)| title),
            grade: card.row.grade,
            place: card.place,
            streams: card.streams.into_iter().map(StreamJson::from).collect(),
            forecast: card.forecast,
            recommendation: card.recommendation,
            excerpt,
            body: whole.then_some(card.body),
        }
    }
}

impl From<ReportRow> for ReportJson {
    fn from(row: ReportRow) -> Self {
        Self {
            id: row.id,
            arrival_number: row.arrival_number,
            received_at: row.received_at,
            title: row.title,
            unit: row.unit,
            collaborator: row.submitter,
            channel: row.channel,
            period_kind: row.period_kind,
            urgency: row.urgency,
            items: row.items,
            kind: row.kind,
            period_from: row.period_from,
            period_to: row.period_to,
            document_number: row.document_number,
            document_date: row.document_date,
            issuer: row.issuer,
            source_name: row.source_name,
        }
    }
}

/// The beginning of the text, or of the first stream when there is no text of its own; cut at a word.
fn excerpt(card: &ItemCard) -> String {
    let text = if card.body.trim().is_empty() {
        card.streams.first().map_or("", |stream| stream.gist.as_str())
    } else {
        card.body.as_str()
    };
    let mut excerpt = String::new();
    for word in text.split_whitespace() {
        if excerpt.chars().count() + word.chars().count() >= EXCERPT && !excerpt.is_empty() {
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
    }
    excerpt
}

/// Rows of a query that serialize as one JSON array while they are read.
pub struct Rows<F> {
    next_page: RefCell<F>,
}

impl<F, T> Serialize for Rows<F>
where
    F: FnMut() -> rusqlite::Result<Vec<T>>,
    T: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(None)?;
        loop {
            let page = (self.next_page.borrow_mut())().map_err(S::Error::custom)?;
            if page.is_empty() {
                return array.end();
            }
            for row in &page {
                array.serialize_element(row)?;
            }
        }
    }
}

/// Items of a list, newest first, as a JSON array; with their whole text when `whole`. The array can be written once.
pub fn items_json<'a>(
    conn: &'a Connection,
    ask: &'a Ask,
    limit: Option<usize>,
    whole: bool,
) -> Rows<impl FnMut() -> rusqlite::Result<Vec<ItemJson>> + 'a> {
    let mut pages = item_pages(conn, ask, limit);
    Rows {
        next_page: RefCell::new(move || {
            Ok(pages()?.into_iter().map(|card| ItemJson::new(card, whole)).collect())
        }),
    }
}

/// Reports that hold items of a list, or that match it as reports, newest first, as a JSON array.
pub fn reports_json<'a>(
    conn: &'a Connection,
    ask: &'a Ask,
    limit: Option<usize>,
) -> Rows<impl FnMut() -> rusqlite::Result<Vec<ReportJson>> + 'a> {
    let mut pages = report_pages(conn, ask, limit);
    Rows { next_page: RefCell::new(move || Ok(pages()?.into_iter().map(ReportJson::from).collect())) }
}

/// Pages of whole items, newest first; an empty one ends it.
pub fn item_pages<'a>(
    conn: &'a Connection,
    ask: &'a Ask,
    limit: Option<usize>,
) -> impl FnMut() -> rusqlite::Result<Vec<ItemCard>> + 'a {
    let mut left = limit.unwrap_or(usize::MAX);
    let mut below = i64::MAX;
    move || {
        let page = store::items_below(conn, ask, below, left.min(PAGE))?;
        left -= page.len();
        below = page.last().map_or(i64::MIN, |(doc, _)| *doc);
        let items: Vec<Uuid> = page.into_iter().map(|(_, item)| item).collect();
        store::item_cards(conn, &items)
    }
}

/// Pages of reports, newest first; an empty one ends it.
pub fn report_pages<'a>(
    conn: &'a Connection,
    ask: &'a Ask,
    limit: Option<usize>,
) -> impl FnMut() -> rusqlite::Result<Vec<ReportRow>> + 'a {
    let mut left = limit.unwrap_or(usize::MAX);
    let mut after = None;
    move || {
        let page = store::reports_after(conn, ask, after.as_ref(), left.min(PAGE))?;
        left -= page.len();
        if let Some(last) = page.last() {
            after = Some(last.clone());
        }
        let ids: Vec<Uuid> = page.into_iter().map(|(_, id)| id).collect();
        store::report_rows(conn, &ids)
    }
}

/// Headings of [`item_row`].
pub fn item_headings(words: &Words) -> Vec<&str> {
    vec![
        words.inbox_column_number(),
        words.inbox_column_received(),
        words.inbox_column_unit(),
        words.inbox_column_submitter(),
        words.inbox_column_title(),
        words.inbox_column_topics(),
        words.inbox_column_triage(),
        words.inbox_column_reason(),
        words.inbox_column_urgency(),
        words.inbox_column_rumour(),
        words.inbox_column_issue(),
        words.inbox_column_place(),
        words.inbox_column_body(),
        words.inbox_column_streams(),
        words.inbox_column_forecast(),
        words.inbox_column_recommendation(),
    ]
}

/// An item as cells of a sheet.
pub fn item_row(card: &ItemCard, words: &Words) -> Vec<String> {
    vec![
        card.row.arrival_number.clone(),
        card.row.received_at.map_or_else(String::new, |at| words.day(at.date())),
        card.row.unit.clone(),
        card.row.submitter.clone(),
        card.row.title.clone(),
        card.row.topics.clone(),
        labels::triage(words, card.row.triage).to_owned(),
        card.triage_reason.clone(),
        labels::urgency(words, card.row.urgency).to_owned(),
        labels::verification(words, card.row.verification).to_owned(),
        card.issue.as_ref().map_or_else(String::new, |(_, title)| title.clone()),
        card.place.clone(),
        card.body.clone(),
        card.streams.iter().map(|stream| stream_line(stream, words)).collect::<Vec<_>>().join("\n"),
        card.forecast.clone(),
        card.recommendation.clone(),
    ]
}

/// A stream in one line: group, band, tendency and intensity, gist.
pub fn stream_line(stream: &StreamRow, words: &Words) -> String {
    let mut tendency = labels::tendency(words, stream.tendency).to_owned();
    let intensity = labels::intensity(words, stream.intensity);
    if !intensity.is_empty() {
        tendency = format!("{tendency}, {intensity}");
    }
    let parts = [stream.group_name.as_str(), labels::band(words, stream.band), &tendency];
    let head: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", head.join(" – "), stream.gist)
}

/// Headings of [`report_row`].
pub fn report_headings(words: &Words) -> Vec<&str> {
    vec![
        words.inbox_column_number(),
        words.inbox_column_received(),
        words.inbox_column_unit(),
        words.inbox_column_submitter(),
        words.inbox_column_title(),
        words.inbox_column_kind(),
        words.inbox_column_channel(),
        words.inbox_column_period(),
        words.inbox_column_urgency(),
        words.inbox_column_document(),
        words.inbox_column_document_date(),
        words.inbox_column_items(),
    ]
}

/// A report as cells of a sheet.
pub fn report_row(row: &ReportRow, words: &Words) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| words.day(day));
    vec![
        row.arrival_number.clone(),
        day(row.received_at.map(|at| at.date())),
        row.unit.clone(),
        row.submitter.clone(),
        row.title.clone(),
        labels::report_kind(words, row.kind).to_owned(),
        labels::channel(words, row.channel).to_owned(),
        labels::period_kind(words, row.period_kind).to_owned(),
        labels::urgency(words, row.urgency).to_owned(),
        row.document_number.clone(),
        day(row.document_date),
        row.items.to_string(),
    ]
}
