//! What may tell who a citizen is and still stands in the texts of the file: counted, never told.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use crate::inbox::store::ITEM_TEXTS;
use crate::summary::model::{OPEN, without_citations};
use crate::text::personal;

/// A kind of record whose texts are looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Matters with their streams.
    Items,
    /// Submissions.
    Reports,
    /// Issues.
    Issues,
    /// Orientations.
    Orientations,
    /// Survey rounds with their questions and answers.
    Surveys,
    /// Syntheses with their sections.
    Syntheses,
}

/// How many texts of how many records of one kind may tell who a citizen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// The kind.
    pub place: Place,
    /// Records.
    pub records: usize,
    /// Texts in them.
    pub texts: usize,
}

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Personal {
    /// By kind; kinds without any are left out.
    pub held: Vec<Held>,
    /// Arrival numbers of the reports whose matters are meant.
    pub numbers: Vec<String>,
}

/// Kinds but that of the matters: queries for a record and its texts. The roster's people are no citizens of this kind, originals
/// stay as they came, and nobody reads what is deleted.
const ELSEWHERE: &[(Place, &[&str])] = &[
    (Place::Reports, &["SELECT id, title, summary, note FROM report WHERE deleted = 0"]),
    (
        Place::Issues,
        &["SELECT id, title, place, cause, measures, result, lesson, answer FROM issue WHERE deleted = 0"],
    ),
    (Place::Orientations, &["SELECT id, title, content, official_info FROM orientation WHERE deleted = 0"]),
    (
        Place::Surveys,
        &[
            "SELECT id, title, target_group, note FROM survey WHERE deleted = 0",
            "SELECT survey.id, question.body FROM survey_question AS question
             JOIN survey ON survey.id = question.survey WHERE survey.deleted = 0 AND question.deleted = 0",
            "SELECT survey.id, answer.label FROM survey_answer AS answer
             JOIN survey_question AS question ON question.id = answer.question
             JOIN survey ON survey.id = question.survey
             WHERE survey.deleted = 0 AND question.deleted = 0 AND answer.deleted = 0",
        ],
    ),
    (
        Place::Syntheses,
        &[
            "SELECT id, title, note, issued_text FROM synthesis WHERE deleted = 0",
            "SELECT synthesis.id, section.heading, section.body FROM synthesis_section AS section
             JOIN synthesis ON synthesis.id = section.synthesis
             WHERE synthesis.deleted = 0 AND section.deleted = 0",
        ],
    ),
];

/// Counts texts that may tell who a citizen is. Rows stream by; an official's name may stand.
///
/// # Errors
/// Whatever SQLite answers.
pub fn personal(conn: &Connection) -> rusqlite::Result<Personal> {
    let mut texts = HashMap::new();
    for (table, of, columns) in ITEM_TEXTS {
        let sql = format!("SELECT {of}, {} FROM {table} WHERE deleted = 0", columns.join(", "));
        count(conn, &sql, &mut texts)?;
    }
    let mut number = conn.prepare(
        "SELECT report.arrival_number FROM item JOIN report ON report.id = item.report
         WHERE item.id = ?1 AND item.deleted = 0 AND report.deleted = 0",
    )?;
    let mut numbers = BTreeSet::new();
    let (mut records, mut of_items) = (0, 0);
    for (item, texts) in texts {
        let mut known = number.query([item])?;
        if let Some(row) = known.next()? {
            numbers.insert(row.get(0)?);
            records += 1;
            of_items += texts;
        }
    }
    let mut held = vec![Held { place: Place::Items, records, texts: of_items }];
    for (place, queries) in ELSEWHERE {
        let mut texts = HashMap::new();
        for sql in *queries {
            count(conn, sql, &mut texts)?;
        }
        held.push(Held { place: *place, records: texts.len(), texts: texts.values().sum() });
    }
    held.retain(|held| held.texts > 0);
    Ok(Personal { held, numbers: numbers.into_iter().collect() })
}

/// Adds the texts of a query that may tell who somebody is to those known of its records.
fn count(conn: &Connection, sql: &str, texts: &mut HashMap<Uuid, usize>) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut found = 0;
        for column in 1..columns {
            found += usize::from(tells(row.get_ref(column)?.as_str()?));
        }
        if found > 0 {
            *texts.entry(row.get(0)?).or_default() += found;
        }
    }
    Ok(())
}

fn tells(text: &str) -> bool {
    // The ids of a citation are digits too.
    let citing = text.contains(OPEN).then(|| without_citations(text));
    !personal::of_citizens(citing.as_deref().unwrap_or(text)).is_empty()
}
