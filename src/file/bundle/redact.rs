//! A redacted bundle: what was reported, without what could tell who somebody is. A new document: its rows have ids of their
//! own and no history, so they never merge with their originals; identifiers in the texts are masked; collaborators, handlers,
//! attachments, notes and reasons are left out. The office and the arrival number it was taken from stand in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::choice::Place;
use super::{Bundled, Course, of_table};
use crate::file::error::FileError;
use crate::file::open::{self, OfficeFile};
use crate::file::write::Tx;
use crate::file::{Who, own, schema};
use crate::text::personal::{self, Kind};
use crate::text::{nfc, strict_key, syllables};

/// What stands in the redacted reports in words; the file knows no language.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    /// Note of every report: that it is a redacted extract.
    pub note: String,
}

/// What takes the place of an identifier.
const MASKED: &str = "•••";

/// Makes the redacted document of the items among the rows.
pub(super) fn fill(
    ours: &OfficeFile,
    mut made: Connection,
    rows: &BTreeSet<Place>,
    redaction: &Redaction,
    course: &mut Course,
) -> Result<(Connection, Bundled), FileError> {
    open::fresh_in(&mut made, ours.rooms)?;
    let conn = &ours.conn;
    let office: Option<String> = match own::office(conn)? {
        Some(row) => Some(conn.query_row("SELECT name FROM office WHERE id = ?1", [row], |row| row.get(0))?),
        None => None,
    };
    // Neither person nor machine: who redacted it is nobody's business where it goes.
    let who = Who { office: office.clone().unwrap_or_default(), ..Who::default() };
    let mut file = OfficeFile::of(made, &ours.path, who, ours.rooms, None)?;
    let mask = Mask::of(conn)?;
    let number = schema::table_named("item").map_or(-1, |table| table.number);
    let items: Vec<Uuid> = of_table(rows, number).collect();
    course.expect(items.len());
    let written = file.write("redact", |tx| {
        let from = Extract { conn, tx, mask: &mask, office: office.as_deref().unwrap_or_default() };
        let mut reports: BTreeMap<Uuid, Uuid> = BTreeMap::new();
        for item in items {
            course.step()?;
            let report = "SELECT report FROM item WHERE id = ?1 AND deleted = 0";
            let report: Option<Uuid> = conn.query_row(report, [item], |row| row.get(0)).optional()?;
            let Some(report) = report else { continue };
            let copy = match reports.get(&report) {
                Some(copy) => *copy,
                None => from.report(report, redaction)?,
            };
            reports.insert(report, copy);
            from.item(item, copy)?;
        }
        Ok::<_, FileError>(())
    })?;
    let mut bundled = Bundled { rows: written.changed.count(), ..Bundled::default() };
    bundled.by_table = written.changed.tables().map(|(table, rows)| (table, rows.len())).collect();
    bundled.by_table.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let records = "SELECT count(*) FROM log WHERE rep > 0";
    bundled.records = file.conn.query_row(records, [], |row| row.get::<_, i64>(0))? as usize;
    Ok((file.conn, bundled))
}

struct Extract<'a> {
    conn: &'a Connection,
    tx: &'a Tx<'a>,
    mask: &'a Mask,
    office: &'a str,
}

impl Extract<'_> {
    /// The text of a column, masked.
    fn text(&self, row: &Row, column: &str) -> rusqlite::Result<String> {
        Ok(self.mask.text(&row.get::<_, String>(column)?))
    }

    fn report(&self, report: Uuid, redaction: &Redaction) -> Result<Uuid, FileError> {
        let id = self.tx.new_id();
        let mut read = self.conn.prepare_cached(
            "SELECT r.*, coalesce(u.name, r.unit_name) AS place_name FROM report r LEFT JOIN unit u ON u.id = r.unit \
             WHERE r.id = ?1",
        )?;
        let mut rows = read.query([report])?;
        let Some(row) = rows.next()? else { return Ok(id) };
        let number: String = row.get("arrival_number")?;
        let source = [self.office, number.as_str()].into_iter().filter(|part| !part.is_empty());
        let source: Vec<_> = source.collect();
        let digest = Sha256::digest(report.as_bytes());
        let key = digest[..8].iter().fold(0_u64, |key, byte| key << 8 | u64::from(*byte));
        self.tx
            .prepare_cached(
                "INSERT INTO report(id, received_at, received_rule, title, summary, unit_name, document_date, kind, \
                 period_kind, period_from, period_to, channel, urgency, source_key, source_name, form_marks, note) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            )?
            .execute(params![
                id,
                row.get::<_, String>("received_at")?,
                row.get::<_, String>("received_rule")?,
                self.text(row, "title")?,
                self.text(row, "summary")?,
                self.text(row, "place_name")?,
                row.get::<_, Option<String>>("document_date")?,
                row.get::<_, String>("kind")?,
                row.get::<_, String>("period_kind")?,
                row.get::<_, Option<String>>("period_from")?,
                row.get::<_, Option<String>>("period_to")?,
                row.get::<_, String>("channel")?,
                row.get::<_, String>("urgency")?,
                format!("redacted:{key:016x}"),
                source.join(" · "),
                row.get::<_, String>("form_marks")?,
                redaction.note,
            ])?;
        Ok(id)
    }

    fn item(&self, item: Uuid, report: Uuid) -> Result<(), FileError> {
        let id = self.tx.new_id();
        let mut read = self.conn.prepare_cached("SELECT * FROM item WHERE id = ?1")?;
        let mut rows = read.query([item])?;
        let Some(row) = rows.next()? else { return Ok(()) };
        self.tx
            .prepare_cached(
                "INSERT INTO item(id, report, position, title, body, place, kind, rumour_source, verification, forecast, \
                 recommendation) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                id,
                report,
                row.get::<_, i64>("position")?,
                self.text(row, "title")?,
                self.text(row, "body")?,
                self.text(row, "place")?,
                row.get::<_, String>("kind")?,
                row.get::<_, String>("rumour_source")?,
                row.get::<_, String>("verification")?,
                self.text(row, "forecast")?,
                self.text(row, "recommendation")?,
            ])?;
        self.topics(item, id)?;
        self.streams(item, id)
    }

    /// Topics that ship with the program are the same in every file; the office's own stay behind.
    fn topics(&self, item: Uuid, copy: Uuid) -> Result<(), FileError> {
        let mut topics = self
            .conn
            .prepare_cached("SELECT topic FROM item_topic WHERE item = ?1 AND deleted = 0 ORDER BY topic")?;
        for topic in topics.query_map([item], |row| row.get(0))? {
            if let Some(topic) = self.shipped(topic?)? {
                let link = crate::file::link_id("item_topic", &[copy.as_bytes(), topic.as_bytes()]);
                self.tx
                    .prepare_cached("INSERT INTO item_topic(id, item, topic) VALUES (?1, ?2, ?3)")?
                    .execute([link, copy, topic])?;
            }
        }
        Ok(())
    }

    fn shipped(&self, topic: Uuid) -> rusqlite::Result<Option<Uuid>> {
        self.tx
            .prepare_cached("SELECT id FROM topic WHERE id = ?1")?
            .query_row([topic], |row| row.get(0))
            .optional()
    }

    fn streams(&self, item: Uuid, copy: Uuid) -> Result<(), FileError> {
        let mut read = self
            .conn
            .prepare_cached("SELECT * FROM stream WHERE item = ?1 AND deleted = 0 ORDER BY position, id")?;
        let mut rows = read.query([item])?;
        while let Some(row) = rows.next()? {
            let topic: Option<Uuid> = row.get("topic")?;
            let topic = topic.map_or(Ok(None), |topic| self.shipped(topic))?;
            self.tx
                .prepare_cached(
                    "INSERT INTO stream(id, item, position, topic, group_name, band, tendency, intensity, gist, band_word, \
                     tendency_word) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                )?
                .execute(params![
                    self.tx.new_id(),
                    copy,
                    row.get::<_, i64>("position")?,
                    topic,
                    self.text(row, "group_name")?,
                    row.get::<_, String>("band")?,
                    row.get::<_, String>("tendency")?,
                    row.get::<_, String>("intensity")?,
                    self.text(row, "gist")?,
                    self.text(row, "band_word")?,
                    self.text(row, "tendency_word")?,
                ])?;
        }
        Ok(())
    }
}

/// Masks what could tell who somebody is: numbers, addresses, links, names with a form of address, and every name on the
/// roster and among those who hand in reports or work on the file, however it is accented or capitalised.
pub(super) struct Mask {
    /// Keys of the syllables of a name, by the first one.
    known: HashMap<String, Vec<Vec<String>>>,
}

impl Mask {
    fn of(conn: &Connection) -> Result<Self, FileError> {
        let mut known: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for sql in [
            "SELECT full_name FROM collaborator",
            "SELECT full_name FROM handler",
            "SELECT DISTINCT submitter_name FROM report",
            "SELECT DISTINCT full_name FROM participant",
        ] {
            let mut names = conn.prepare(sql)?;
            for name in names.query_map([], |row| row.get::<_, String>(0))? {
                let keys: Vec<String> = syllables(&nfc(&name?)).map(strict_key).collect();
                // One syllable alone is a word of the language.
                if keys.len() > 1
                    && let Some(first) = keys.first()
                {
                    known.entry(first.clone()).or_default().push(keys);
                }
            }
        }
        for names in known.values_mut() {
            names.sort_by_key(|keys| std::cmp::Reverse(keys.len()));
            names.dedup();
        }
        Ok(Self { known })
    }

    /// The text with everything masked.
    pub fn text(&self, text: &str) -> String {
        let text = self.without_names(&nfc(text));
        let mut findings = personal::find(&text);
        // Here an official in office is as little told as anybody.
        for finding in findings.iter_mut().filter(|finding| finding.kind == Kind::Official) {
            finding.kind = Kind::Email;
        }
        personal::mask(&text, &findings)
    }

    fn without_names(&self, text: &str) -> String {
        let words: Vec<(usize, usize, String)> = syllables(text)
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                (start, start + word.len(), strict_key(word))
            })
            .collect();
        let mut masked = String::with_capacity(text.len());
        let (mut at, mut copied) = (0, 0);
        while at < words.len() {
            let fits = |keys: &&Vec<String>| {
                words
                    .get(at..at + keys.len())
                    .is_some_and(|found| found.iter().map(|word| &word.2).eq(keys.iter()))
            };
            let name = self.known.get(&words[at].2).and_then(|names| names.iter().find(fits));
            let Some(name) = name else {
                at += 1;
                continue;
            };
            masked.push_str(&text[copied..words[at].0]);
            masked.push_str(MASKED);
            at += name.len();
            copied = words[at - 1].1;
        }
        masked.push_str(&text[copied..]);
        masked
    }
}
