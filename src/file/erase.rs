//! Erasing for good (Xóa vĩnh viễn): personal data that must not be kept goes from table, log, index, attachments and drafts,
//! and a record takes its place that wins every merge, so that no other copy brings the value back. The one thing that
//! cannot be undone.

use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::FileError;
use super::field::{self, Field};
use super::merge::{Quiet, settle};
use super::open::OfficeFile;
use super::schema::{self, Column, Table};
use super::write::Step;
use super::{backup, decide, history, value};

/// What was erased, and where the data may still be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows with erased fields.
    pub rows: usize,
    /// Fields erased.
    pub fields: usize,
    /// Rows where the same text still stands: table, row, column. They are other people's, or copies kept with a report.
    pub also_in: Vec<(&'static str, Uuid, &'static str)>,
    /// Further such places that are not listed.
    pub also_more: usize,
    /// Backups of this file made before; they still hold it.
    pub backups: Vec<PathBuf>,
    /// Files that were merged here; their copies hold it until they are merged with this file again.
    pub merged_from: Vec<String>,
}

/// One row and which of its columns go.
struct Target {
    table: &'static Table,
    row: Uuid,
    columns: Vec<&'static Column>,
}

/// Text shorter than this is not looked for elsewhere: a first name stands in half the file.
const TELLING: usize = 6;

impl OfficeFile {
    /// Erases one field of a row, or everything the row and the rows that belong to it say. Nothing brings it back. The whole
    /// file is written anew, so that no free page keeps it.
    ///
    /// # Errors
    /// [`FileError::NoSuchRow`] when there is no such row or field; nothing was changed then.
    pub fn erase(
        &mut self,
        row: Uuid,
        column: Option<&str>,
        reason: &str,
        backups: &Path,
    ) -> Result<Erased, FileError> {
        let targets = targets(&self.conn, row, column)?;
        let who = self.who.clone();
        let at = value::moment_of((self.clock)());
        let rooms = self.rooms;
        let mut erased = self
            .write_step("erase", Step::Apart, |tx| -> Result<Erased, FileError> {
                let mut erased = Erased::default();
                let values = values(tx, &targets)?;
                for target in &targets {
                    erased.rows += 1;
                    for column in &target.columns {
                        erase_field(tx, target, column)?;
                        erased.fields += 1;
                    }
                    let column = column.and_then(|_| target.columns.first()).map(|column| column.number);
                    tx.execute(
                        "INSERT INTO erasure(id, tbl, row, col, at, person, office, reason) \
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        params![
                            tx.new_id(),
                            target.table.number,
                            target.row,
                            column,
                            at,
                            who.person,
                            who.office,
                            reason
                        ],
                    )?;
                }
                erase_drafts(tx, &targets, &values)?;
                tx.execute("INSERT INTO pending(what) VALUES ('vacuum') ON CONFLICT DO NOTHING", [])?;
                // An index entry taken away stays in the index's pages until they are written anew.
                rooms.rebuild(tx)?;
                if column.is_none() {
                    // What says nothing any more is no row of a list.
                    for target in &targets {
                        tx.execute(
                            &format!(
                                "UPDATE {} SET deleted = 1 WHERE id = ?1 AND deleted = 0",
                                target.table.name
                            ),
                            [target.row],
                        )?;
                    }
                }
                (erased.also_in, erased.also_more) = also_in(tx, &values)?;
                Ok(erased)
            })?
            .value;
        self.finish_pending()?;
        erased.backups = backup::list(&self.path, backups)?.into_iter().map(|backup| backup.path).collect();
        let mut sources = self.conn.prepare("SELECT DISTINCT source FROM merge_run ORDER BY source")?;
        erased.merged_from = sources.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        drop(sources);
        Ok(erased)
    }
}

/// The rows and columns to erase: the row, and without a column also the rows that belong to it (their reference to it is
/// required: numbers of a collaborator, items and attachments of a report).
fn targets(conn: &Connection, row: Uuid, column: Option<&str>) -> Result<Vec<Target>, FileError> {
    let table = history::table_of(conn, row)?.ok_or_else(|| FileError::NoSuchRow(row.to_string()))?;
    if let Some(name) = column {
        let column = erasable(table)
            .find(|column| column.name == name)
            .ok_or_else(|| FileError::NoSuchRow(format!("{row} {name}")))?;
        return Ok(vec![Target { table, row, columns: vec![column] }]);
    }
    let mut targets: Vec<Target> = history::family(conn, table, row, &[], usize::MAX)?
        .into_iter()
        .map(|(table, row)| Target { table, row, columns: erasable(table).collect() })
        .collect();
    targets.retain(|target| !target.columns.is_empty());
    Ok(targets)
}

/// Columns that say something: not the id, not what the row refers to, not whether it is deleted, not its place in a list.
fn erasable(table: &'static Table) -> impl Iterator<Item = &'static Column> {
    table.columns[1..]
        .iter()
        .filter(|column| column.refers_to.is_none() && !matches!(column.name, "deleted" | "position"))
}

/// Blanks the field and logs the erasure; older values go from the log with it.
fn erase_field(conn: &Connection, target: &Target, column: &Column) -> Result<(), FileError> {
    let Target { table, row, .. } = target;
    let field = Field { row: *row, tbl: table.number, col: column.number };
    let records = field::load(conn, field)?;
    let parent = field::judge(&records).head.map(|head| (records[head].rep, records[head].seq));
    let knew = decide::knowledge(conn, *row)?;
    {
        let _quiet = Quiet::new(conn)?;
        conn.execute(
            &format!("UPDATE {} SET {} = {} WHERE id = ?1", table.name, column.name, column.blank),
            [row],
        )?;
    }
    conn.execute(
        &format!(
            "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew) VALUES \
             (log_rep(), log_seq(), log_hlc(), ?1, ?2, 2, ?3, ?4, ?5, log_grp(), NULL, {}, ?6)",
            column.blank
        ),
        params![field.tbl, row, field.col, parent.map(|(rep, _)| rep), parent.map(|(_, seq)| seq), knew],
    )?;
    let _quiet = Quiet::new(conn)?;
    settle(conn, field, None, true)?;
    Ok(())
}

/// Texts that are about to go and would tell something elsewhere.
fn values(conn: &Connection, targets: &[Target]) -> Result<Vec<String>, FileError> {
    let mut values = Vec::new();
    for Target { table, row, columns } in targets {
        for column in columns.iter().filter(|column| column.text) {
            let now = conn.query_row(
                &format!("SELECT {} FROM {} WHERE id = ?1", column.name, table.name),
                [row],
                |row| row.get::<_, Option<String>>(0),
            )?;
            values.extend(now);
            let mut logged =
                conn.prepare_cached("SELECT old, new FROM log WHERE row = ?1 AND tbl = ?2 AND col = ?3")?;
            let mut logged = logged.query(params![row, table.number, column.number])?;
            while let Some(record) = logged.next()? {
                for place in 0..2 {
                    if let Value::Text(text) = record.get(place)? {
                        values.push(text);
                    }
                }
            }
        }
    }
    values.retain(|text| text.chars().count() >= TELLING);
    values.sort_unstable();
    values.dedup();
    Ok(values)
}

/// Drafts of the rows, and drafts that hold one of the texts.
fn erase_drafts(conn: &Connection, targets: &[Target], values: &[String]) -> Result<(), FileError> {
    for target in targets {
        conn.execute("DELETE FROM draft WHERE row = ?1", [target.row])?;
    }
    for text in values {
        // A draft is JSON, where the text may stand escaped.
        let escaped = serde_json::Value::from(text.as_str()).to_string();
        conn.execute(
            "DELETE FROM draft WHERE instr(body, ?1) > 0 OR instr(body, ?2) > 0",
            [text.as_str(), escaped.trim_matches('"')],
        )?;
    }
    Ok(())
}

/// Places named; of the others only the number is told.
const NAMED: usize = 20;
/// A text that stands in more places than this is of everyday use, whoever it was written about.
const EVERYDAY: usize = 30;

/// Where a telling text stands: table, row, column.
type Place = (&'static str, Uuid, &'static str);

/// Where else names, numbers and addresses of the erased stand: the person decides about each. Gives some of the places, and
/// how many further ones there are.
fn also_in(conn: &Connection, values: &[String]) -> Result<(Vec<Place>, usize), FileError> {
    let telling: Vec<_> = values.iter().filter(|text| tells(text)).collect();
    let mut found: Vec<Vec<Place>> = vec![Vec::new(); telling.len()];
    for table in schema::tables().iter().filter(|_| !telling.is_empty()) {
        let columns: Vec<_> = table.columns.iter().filter(|column| column.text).collect();
        let names: Vec<_> = columns.iter().map(|column| column.name).collect();
        if names.is_empty() {
            continue;
        }
        let mut rows = conn.prepare(&format!("SELECT id, {} FROM {}", names.join(", "), table.name))?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            for (place, column) in columns.iter().enumerate() {
                let Some(value) = row.get_ref(place + 1)?.as_str_or_null().ok().flatten() else { continue };
                for (text, places) in telling.iter().zip(&mut found) {
                    if places.len() <= EVERYDAY && value.contains(text.as_str()) {
                        places.push((table.name, row.get(0)?, column.name));
                    }
                }
            }
        }
    }
    let mut places: Vec<Place> =
        found.into_iter().filter(|places| places.len() <= EVERYDAY).flatten().collect();
    places.sort_unstable();
    places.dedup();
    let more = places.len().saturating_sub(NAMED);
    places.truncate(NAMED);
    Ok((places, more))
}

/// Longest text looked for elsewhere, in characters: a whole report stands nowhere else.
const LONG: usize = 80;

/// True for what points at somebody or at one paper: an address, a number, a name of two words or more. Identifiers such as
/// `active`, days and words of everyday use tell nothing.
fn tells(text: &str) -> bool {
    let day = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() || value::moment(text).is_some();
    if day || text.chars().count() > LONG {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let mut words = text.split_whitespace();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let name = words.clone().count() >= 2 && words.all(capital);
    text.contains('@') || digits >= 9 || name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_points_at_somebody_is_looked_for() {
        for telling in ["Đặng Thị Thanh Hương", "0912345678", "huong@locan.gov.vn", "LA-H-2026-000457"]
        {
            assert!(tells(telling), "{telling}");
        }
        for everyday in
            ["Trưởng thôn", "2026-2030", "2026-11-05", "2026-11-05T07:08:09", "báo cáo tháng", "nước sạch"]
        {
            assert!(!tells(everyday), "{everyday}");
        }
    }
}
