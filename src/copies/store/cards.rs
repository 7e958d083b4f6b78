//! Rows that look like one, as cards that stand side by side.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{author, datum, name_of};
use crate::copies::model::{Author, Card, CardField, Datum};
use crate::file::FileError;
use crate::file::history::{self, Deed};
use crate::text::phone::phone_shown;

/// What a card shows, in this order: table, column.
fn fields(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "collaborator" => &[
            ("collaborator", "full_name"),
            ("collaborator", "birth_year"),
            ("collaborator", "unit"),
            ("collaborator", "post"),
            ("collaborator_phone", "number"),
            ("collaborator", "email"),
            ("collaborator", "term_from"),
            ("collaborator", "term_to"),
            ("collaborator", "decision_number"),
            ("collaborator", "status"),
            ("collaborator", "concurrent_post"),
            ("collaborator", "address"),
            ("collaborator", "allowance"),
            ("collaborator", "note"),
        ],
        "unit" => &[
            ("unit", "name"),
            ("unit", "parent"),
            ("unit", "level"),
            ("unit", "kind"),
            ("unit", "symbol"),
            ("unit", "phone"),
            ("unit", "mailbox"),
            ("unit", "valid_from"),
            ("unit", "note"),
        ],
        "item" => &[
            ("report", "arrival_number"),
            ("report", "received_at"),
            ("report", "unit"),
            ("report", "collaborator"),
            ("item", "title"),
            ("item", "body"),
            ("item", "triage"),
            ("item", "place"),
            ("item", "recommendation"),
        ],
        _ => &[],
    }
}

/// The card of a row.
pub(super) fn card(conn: &Connection, table: &'static str, row: Uuid) -> Result<Card, FileError> {
    let mut shown = Vec::new();
    for &(of, column) in fields(table) {
        let value = if of == "collaborator_phone" {
            phones(conn, row)?
        } else {
            let sql = if of == table {
                format!("SELECT {column} FROM {of} WHERE id = ?1")
            } else {
                format!("SELECT {column} FROM {of} WHERE id = (SELECT report FROM {table} WHERE id = ?1)")
            };
            let value: Option<Value> =
                conn.prepare_cached(&sql)?.query_row([row], |row| row.get(0)).optional()?;
            datum(conn, of, column, &value.unwrap_or(Value::Null))?
        };
        shown.push(CardField { table: of, column, value });
    }
    Ok(Card { row, name: name_of(conn, table, row)?, author: entered_by(conn, row)?, fields: shown })
}

fn phones(conn: &Connection, row: Uuid) -> Result<Datum, FileError> {
    let numbers: Vec<String> = conn
        .prepare_cached(
            "SELECT number FROM collaborator_phone WHERE collaborator = ?1 AND deleted = 0 \
             GROUP BY number ORDER BY min(position), number",
        )?
        .query_map([row], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let shown: Vec<String> = numbers.iter().map(|number| phone_shown(number)).collect();
    Ok(Datum::Text(shown.join(", ")))
}

/// Who entered the row.
fn entered_by(conn: &Connection, row: Uuid) -> Result<Author, FileError> {
    let birth = history::of_row(conn, row)?.into_iter().rev().find(|entry| entry.deed == Deed::Created);
    Ok(birth.map_or_else(Author::default, |birth| author(&birth.person, &birth.office, &birth.at)))
}

/// Leaves out what neither card says.
pub(super) fn keep_filled(cards: &mut [Card]) {
    let places = cards.iter().map(|card| card.fields.len()).min().unwrap_or(0);
    let filled: Vec<bool> =
        (0..places).map(|place| cards.iter().any(|card| !card.fields[place].value.is_empty())).collect();
    for card in cards {
        let mut place = 0;
        card.fields.retain(|_| {
            place += 1;
            filled.get(place - 1).copied().unwrap_or(false)
        });
    }
}
