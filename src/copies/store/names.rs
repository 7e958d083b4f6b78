//! What records are called, and values with names in the place of ids.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::copies::model::Datum;
use crate::file::{FileError, schema};

/// Columns whose values together name a row, by table; a reference is named by what it refers to.
const NAMES: &[(&str, &[&str])] = &[
    ("office", &["name"]),
    ("handler", &["full_name"]),
    ("assignment_rule", &["handler", "unit", "topic"]),
    ("unit", &["name"]),
    ("unit_name", &["name"]),
    ("unit_succession", &["old_unit", "new_unit"]),
    ("collaborator", &["full_name"]),
    ("collaborator_phone", &["number"]),
    ("collaborator_topic", &["topic"]),
    ("appointment", &["decision_number", "decision_date"]),
    ("commendation", &["content"]),
    ("topic", &["name"]),
    ("issue", &["title"]),
    ("report", &["arrival_number"]),
    ("item", &["report", "title"]),
    ("item_topic", &["topic"]),
    ("stream", &["group_name", "gist"]),
    ("attachment", &["name"]),
    ("duty", &["name"]),
    ("duty_member", &["duty", "collaborator", "unit"]),
    ("duty_excuse", &["duty", "collaborator", "unit"]),
    ("saved_view", &["name"]),
    ("phrase", &["body"]),
    ("orientation", &["title"]),
    ("orientation_item", &["item"]),
    ("orientation_recipient", &["collaborator", "unit"]),
    ("survey", &["title"]),
    ("survey_unit", &["unit"]),
    ("survey_question", &["body"]),
    ("survey_answer", &["label"]),
    ("class", &["title"]),
    ("class_host", &["name"]),
    ("class_session", &["on_date", "content"]),
    ("class_preparation", &["task"]),
    ("class_cost", &["content"]),
    ("class_summons", &["unit", "category"]),
    ("participant", &["full_name"]),
    ("absence", &["participant", "session"]),
    ("agenda_point", &["content"]),
    ("plan_item", &["content"]),
    ("outline", &["name"]),
    ("outline_section", &["heading"]),
    ("synthesis", &["title"]),
    ("synthesis_section", &["heading"]),
    ("synthesis_source", &["item", "gist"]),
    ("check_answer", &["reason"]),
    ("document_number", &["number", "title"]),
    ("pair_verdict", &["verdict"]),
];

/// A name is cut here: it stands in a line.
const LONG: usize = 90;
/// References of references followed.
const DEEP: u8 = 2;

/// What a row is called: by its title, its number, or what it joins. Empty when it has none or is not there.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn name_of(conn: &Connection, table: &str, row: Uuid) -> Result<String, FileError> {
    named(conn, table, row, 0)
}

fn named(conn: &Connection, table: &str, row: Uuid, depth: u8) -> Result<String, FileError> {
    let Some((columns, table)) = NAMES
        .iter()
        .find(|(name, _)| *name == table)
        .and_then(|(name, columns)| Some((columns, schema::table_named(name)?)))
    else {
        return Ok(String::new());
    };
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", columns.join(", "), table.name);
    let values: Option<Vec<Value>> = conn
        .prepare_cached(&sql)?
        .query_row([row], |row| (0..columns.len()).map(|place| row.get(place)).collect())
        .optional()?;
    let mut parts = Vec::new();
    for (column, value) in columns.iter().zip(values.unwrap_or_default()) {
        let refers_to = table.named(column).and_then(|column| column.refers_to);
        let part = match (value, refers_to) {
            (Value::Blob(id), Some(other)) if depth < DEEP => match Uuid::from_slice(&id) {
                Ok(id) => named(conn, other, id, depth + 1)?,
                Err(_) => String::new(),
            },
            (Value::Text(text), _) => day_or_text(&text),
            (Value::Integer(number), _) => number.to_string(),
            _ => String::new(),
        };
        if !part.is_empty() {
            parts.push(part);
        }
    }
    Ok(parts.join(" · "))
}

/// A day as offices write it, else the text on one line, cut.
fn day_or_text(text: &str) -> String {
    if let Ok(day) = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return day.format("%d/%m/%Y").to_string();
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// A value of a column, with a name in the place of an id.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn datum(conn: &Connection, table: &str, column: &str, value: &Value) -> Result<Datum, FileError> {
    let refers_to =
        schema::table_named(table).and_then(|table| table.named(column)).and_then(|column| column.refers_to);
    Ok(match (value, refers_to) {
        (Value::Null, _) => Datum::Nothing,
        (Value::Integer(number), _) => Datum::Number(*number),
        (Value::Real(number), _) => Datum::Text(number.to_string()),
        (Value::Text(text), _) => Datum::Text(text.clone()),
        (Value::Blob(id), Some(other)) => match Uuid::from_slice(id) {
            Ok(id) => Datum::Name(name_of(conn, other, id)?),
            Err(_) => Datum::Bytes(id.len()),
        },
        (Value::Blob(bytes), None) => Datum::Bytes(bytes.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_named_by_columns_it_has() {
        for table in schema::tables() {
            let names = NAMES.iter().find(|(name, _)| *name == table.name);
            let (_, columns) = names.unwrap_or_else(|| panic!("{} has no name", table.name));
            assert!(columns.iter().all(|column| table.named(column).is_some()), "{}", table.name);
        }
    }
}
