//! Names units bore before, and what became of units that are no more.

use rusqlite::Connection;

use crate::roster::model::{Former, OldName, Succession, Unit, formers as resolve};

/// Former names with the units of today they mean.
///
/// # Errors
/// Whatever SQLite answers.
pub fn formers(conn: &Connection, units: &[Unit]) -> rusqlite::Result<Vec<Former>> {
    let names: Vec<OldName> = conn
        .prepare_cached(
            "SELECT unit, name, valid_to FROM unit_name WHERE deleted = 0 AND name <> '' ORDER BY id",
        )?
        .query_map([], |row| Ok(OldName { unit: row.get(0)?, name: row.get(1)?, until: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    let successions: Vec<Succession> = conn
        .prepare_cached(
            "SELECT old_unit, new_unit FROM unit_succession
             WHERE deleted = 0 AND new_unit IS NOT NULL AND new_unit <> old_unit ORDER BY id",
        )?
        .query_map([], |row| Ok(Succession { old: row.get(0)?, new: row.get(1)? }))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(resolve(units, &names, &successions))
}

/// SQL for the name a unit bore on a day: `unit` is the table (or its alias) in reach, `day` an expression that gives a day or a
/// moment, NULL for today.
pub fn name_on(unit: &str, day: &str) -> String {
    format!(
        "coalesce((SELECT old.name FROM unit_name old WHERE old.unit = {unit}.id AND old.deleted = 0
           AND old.valid_to >= substr({day}, 1, 10) ORDER BY old.valid_to LIMIT 1), {unit}.name)"
    )
}
