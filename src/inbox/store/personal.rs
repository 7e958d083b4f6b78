//! What may tell who a citizen is, in the texts of items: found, and masked.

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::file::{FileError, Tx};
use crate::inbox::rows::Flagged;
use crate::text::personal;

/// Tables of what is written about an item, the column that names the item, and those of text.
pub const ITEM_TEXTS: &[(&str, &str, &[&str])] = &[
    ("item", "id", &["title", "body", "place", "forecast", "recommendation", "note"]),
    ("stream", "item", &["gist", "group_name"]),
];

/// Characters shown on each side of what was found.
const AROUND: usize = 36;

/// Everything in the texts of these items that may tell who somebody is, in their order. An official's name may stand.
///
/// # Errors
/// Whatever SQLite answers.
pub fn flagged(conn: &Connection, items: &[Uuid]) -> rusqlite::Result<Vec<Flagged>> {
    let mut number = conn.prepare_cached(
        "SELECT report.arrival_number FROM item JOIN report ON report.id = item.report WHERE item.id = ?1",
    )?;
    let mut found = Vec::new();
    for item in items {
        let texts = texts(conn, *item)?;
        let before = found.len();
        for text in texts.iter().map(|(.., text)| text) {
            for finding in personal::of_citizens(text) {
                let one = flag(*item, text, &finding);
                // The same words in the title and in the text are one question.
                let known = found[before..].iter().any(|other: &Flagged| other.text == one.text);
                if !known {
                    found.push(one);
                }
            }
        }
        if found.len() > before {
            let number: String = number.query_row([item], |row| row.get(0))?;
            for one in &mut found[before..] {
                one.number.clone_from(&number);
            }
        }
    }
    Ok(found)
}

/// Masks what was found in the texts of an item, but for the words that stay. Gives whether anything changed.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn mask(tx: &Tx, item: Uuid, stay: &[String]) -> Result<bool, FileError> {
    let mut changed = false;
    for (table, id, column, text) in texts(tx, item)? {
        let mut found = personal::of_citizens(&text);
        found.retain(|finding| !stay.iter().any(|word| text.get(finding.range.clone()) == Some(word)));
        if found.is_empty() {
            continue;
        }
        tx.prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?
            .execute(params![id, personal::mask(&text, &found)])?;
        changed = true;
    }
    Ok(changed)
}

fn flag(item: Uuid, text: &str, finding: &personal::Finding) -> Flagged {
    let before: String = text[..finding.range.start].chars().rev().take(AROUND).collect();
    let after: String = text[finding.range.end..].chars().take(AROUND).collect();
    let line = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    Flagged {
        item,
        number: String::new(),
        kind: finding.kind.id(),
        text: text[finding.range.clone()].to_owned(),
        before: line(&before.chars().rev().collect::<String>()),
        after: line(&after),
    }
}

/// Table, row, column and text of everything that is written about an item.
fn texts(conn: &Connection, item: Uuid) -> rusqlite::Result<Vec<(&'static str, Uuid, &'static str, String)>> {
    let mut texts = Vec::new();
    for &(table, of, columns) in ITEM_TEXTS {
        let sql = format!("SELECT id, {} FROM {table} WHERE {of} = ?1 AND deleted = 0", columns.join(", "));
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([item])?;
        while let Some(row) = rows.next()? {
            let id: Uuid = row.get(0)?;
            for (at, column) in columns.iter().enumerate() {
                texts.push((table, id, *column, row.get(at + 1)?));
            }
        }
    }
    Ok(texts)
}
