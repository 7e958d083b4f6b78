//! Units.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::file::Tx;
use crate::roster::model::{NewUnit, Unit, UnitIndex, UnitKind, UnitLevel};

const COLUMNS: &str = "id, parent, name, short_name, level, kind, symbol, mailbox, phone, protocol_order, valid_from, \
                       valid_to, note";

fn read(row: &Row) -> rusqlite::Result<Unit> {
    Ok(Unit {
        id: row.get(0)?,
        known: NewUnit {
            parent: row.get(1)?,
            name: row.get(2)?,
            short_name: row.get(3)?,
            level: UnitLevel::from_id(row.get_ref(4)?.as_str()?),
            kind: UnitKind::from_id(row.get_ref(5)?.as_str()?),
            symbol: row.get(6)?,
            mailbox: row.get(7)?,
            phone: row.get(8)?,
            protocol_order: row.get(9)?,
            valid_from: row.get(10)?,
            valid_to: row.get(11)?,
            note: row.get(12)?,
        },
    })
}

/// All units, in protocol order, then by id.
///
/// # Errors
/// Whatever SQLite answers.
pub fn units(conn: &Connection) -> rusqlite::Result<Vec<Unit>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM unit WHERE deleted = 0 ORDER BY protocol_order, id"))?
        .query_map([], read)?
        .collect()
}

/// One unit.
///
/// # Errors
/// Whatever SQLite answers.
pub fn unit(conn: &Connection, id: Uuid) -> rusqlite::Result<Option<Unit>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM unit WHERE id = ?1 AND deleted = 0"))?
        .query_row([id], read)
        .optional()
}

/// All names of all units, for looking up many names. What a unit was called that is no more means the one that took its place,
/// where there is one.
///
/// # Errors
/// Whatever SQLite answers.
pub fn unit_index(conn: &Connection) -> rusqlite::Result<UnitIndex> {
    let units = units(conn)?;
    let formers = super::formers(conn, &units)?;
    let mut index = UnitIndex::default();
    for unit in &units {
        let mut today: Vec<Uuid> =
            formers.iter().filter(|former| former.of == unit.id).map(|former| former.unit).collect();
        today.dedup();
        let means = match today.as_slice() {
            [one] if !unit.stands() => *one,
            _ => unit.id,
        };
        index.add(means, &unit.known.name, unit.stands());
        index.add(means, &unit.known.short_name, unit.stands());
    }
    let mut statement = conn.prepare_cached(
        "SELECT unit_name.unit, unit_name.name FROM unit_name JOIN unit ON unit.id = unit_name.unit
         WHERE unit_name.deleted = 0 AND unit.deleted = 0 AND unit.valid_to IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        index.add(row.get(0)?, row.get_ref(1)?.as_str()?, false);
    }
    Ok(index)
}

/// The unit a name meant on a day: one that is no more where it still stood then, else as [`find_unit`].
///
/// # Errors
/// Whatever SQLite answers.
pub fn find_unit_on(conn: &Connection, name: &str, day: Option<NaiveDate>) -> rusqlite::Result<Option<Uuid>> {
    if let Some(day) = day {
        let mut index = UnitIndex::default();
        for unit in units(conn)?.iter().filter(|unit| unit.known.valid_to.is_some_and(|until| until >= day)) {
            index.add(unit.id, &unit.known.name, true);
        }
        if let Some(unit) = index.find(name) {
            return Ok(Some(unit));
        }
    }
    find_unit(conn, name)
}

/// The unit a name means, by its name, old names or short name, with or without the leading `xã`, `phường`, `đặc khu`.
/// `None` when none or more than one fits. For many names, load [`unit_index`] once.
///
/// # Errors
/// Whatever SQLite answers.
pub fn find_unit(conn: &Connection, name: &str) -> rusqlite::Result<Option<Uuid>> {
    Ok(unit_index(conn)?.find(name))
}

/// The unit a name means; a new one when there is none. Level and kind of a new one come from the name.
///
/// # Errors
/// Whatever SQLite answers.
pub fn ensure_unit(tx: &Tx, name: &str) -> rusqlite::Result<Uuid> {
    match find_unit(tx, name)? {
        Some(unit) => Ok(unit),
        None => insert_unit(tx, &NewUnit::named(name)),
    }
}

/// Enters a unit.
///
/// # Errors
/// Whatever SQLite answers.
pub fn insert_unit(tx: &Tx, unit: &NewUnit) -> rusqlite::Result<Uuid> {
    let id = tx.new_id();
    tx.prepare_cached(
        "INSERT INTO unit (id, parent, name, short_name, level, kind, symbol, mailbox, phone, protocol_order, valid_from,
           valid_to, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        id,
        unit.parent,
        unit.name,
        unit.short_name,
        unit.level.id(),
        unit.kind.id(),
        unit.symbol,
        unit.mailbox,
        unit.phone,
        unit.protocol_order,
        unit.valid_from,
        unit.valid_to,
        unit.note,
    ])?;
    Ok(id)
}

/// Writes what is known of a unit; only fields that changed are logged.
///
/// # Errors
/// Whatever SQLite answers.
pub fn update_unit(tx: &Tx, id: Uuid, unit: &NewUnit) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE unit SET parent = ?2, name = ?3, short_name = ?4, level = ?5, kind = ?6, symbol = ?7, mailbox = ?8,
           phone = ?9, protocol_order = ?10, valid_from = ?11, valid_to = ?12, note = ?13
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        unit.parent,
        unit.name,
        unit.short_name,
        unit.level.id(),
        unit.kind.id(),
        unit.symbol,
        unit.mailbox,
        unit.phone,
        unit.protocol_order,
        unit.valid_from,
        unit.valid_to,
        unit.note,
    ])?;
    Ok(())
}
