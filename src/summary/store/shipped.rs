//! Outlines and sentences every file has, from `profiles/`.

use rusqlite::{Connection, params};
use serde::Deserialize;

use crate::file::shipped_id;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outlines {
    outline: Vec<Outline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    code: String,
    name: String,
    title: String,
    #[serde(default)]
    period: String,
    section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    code: String,
    #[serde(default)]
    parent: String,
    heading: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    phrase: Vec<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    code: String,
    #[serde(default)]
    band: String,
    #[serde(default)]
    tendency: String,
    body: String,
}

/// Inserts the shipped outlines and sentences into a new file.
///
/// # Errors
/// Whatever SQLite answers.
pub fn shipped(conn: &Connection) -> rusqlite::Result<()> {
    outlines(conn)?;
    phrases(conn)
}

/// A shipped list that cannot be read; a test holds that it can.
fn broken(error: toml::de::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}

fn outlines(conn: &Connection) -> rusqlite::Result<()> {
    let shipped: Outlines =
        toml::from_str(include_str!("../../../profiles/de-cuong.toml")).map_err(broken)?;
    let mut outline = conn.prepare(
        "INSERT INTO outline (id, code, name, title, position, period_kind) VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    let mut section = conn.prepare(
        "INSERT INTO outline_section (id, outline, parent, heading, source, optional, position) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (place, one) in shipped.outline.iter().enumerate() {
        let id = shipped_id("outline", &one.code);
        outline.execute(params![id, one.code, one.name, one.title, place as i64, one.period])?;
        let of = |code: &str| shipped_id("outline_section", &format!("{}:{code}", one.code));
        for (place, part) in one.section.iter().enumerate() {
            let parent = (!part.parent.is_empty()).then(|| of(&part.parent));
            section.execute(params![
                of(&part.code),
                id,
                parent,
                part.heading,
                part.source,
                part.optional,
                place as i64
            ])?;
        }
    }
    Ok(())
}

fn phrases(conn: &Connection) -> rusqlite::Result<()> {
    let shipped: Phrases = toml::from_str(include_str!("../../../profiles/cau-mau.toml")).map_err(broken)?;
    let mut insert = conn.prepare(
        "INSERT INTO phrase (id, kind, band, tendency, body, position) VALUES (?, 'stream_sentence', ?, ?, ?, ?)",
    )?;
    for (place, one) in shipped.phrase.iter().enumerate() {
        let id = shipped_id("phrase", &format!("stream_sentence:{}", one.code));
        insert.execute(params![id, one.band, one.tendency, one.body, place as i64])?;
    }
    Ok(())
}
