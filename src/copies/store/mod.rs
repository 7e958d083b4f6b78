//! What the pages read: the log with names in the place of ids.

mod back;
mod cards;
mod decisions;
mod find;
mod names;

pub use back::{action_size, plan_back};
pub use decisions::{count, decisions, renumber, take_out};
pub use find::{Found, find_record};
pub use names::{datum, name_of};

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::model::{Author, Deed, Entry, RecordHistory, is_told};
use crate::file::history::{self, Deed as Logged};
use crate::file::{FileError, schema, value};
use crate::screen::Target;

/// Lines shown of one history.
const MOST: usize = 2_000;
/// Rows of one record whose history is told together.
const ROWS: usize = 500;
/// Rows that belong to a record and say nothing a person did to it by hand.
const LEFT_OUT: &[&str] =
    &["synthesis_source", "duty_excuse", "duty_member", "orientation_item", "orientation_recipient"];

/// Table and row of what a room shows; `None` for a filter.
pub fn place_of(target: &Target) -> Option<(&'static schema::Table, Uuid)> {
    let (table, row) = match target {
        Target::Collaborator(id) => ("collaborator", id),
        Target::Unit(id) => ("unit", id),
        Target::Report(id) => ("report", id),
        Target::Item(id) => ("item", id),
        Target::Class(id) | Target::Addition(id) => ("class", id),
        Target::Synthesis(id) => ("synthesis", id),
        Target::Section(id) => ("synthesis_section", id),
        Target::Issue(id) => ("issue", id),
        Target::Survey(id) => ("survey", id),
        Target::Orientation(id) => ("orientation", id),
        Target::Duty(id) => ("duty", id.as_ref()?),
        Target::Filter(_) => return None,
    };
    Some((schema::table_named(table)?, *row))
}

/// What a room may show of a row: the counterpart of [`place_of`].
pub fn target_of(table: &str, row: Uuid) -> Option<Target> {
    Some(match table {
        "collaborator" => Target::Collaborator(row),
        "unit" => Target::Unit(row),
        "report" => Target::Report(row),
        "item" => Target::Item(row),
        "class" => Target::Class(row),
        "synthesis" => Target::Synthesis(row),
        "synthesis_section" => Target::Section(row),
        "issue" => Target::Issue(row),
        "survey" => Target::Survey(row),
        "orientation" => Target::Orientation(row),
        _ => return None,
    })
}

/// Who changed a record and the rows that belong to it, newest first. Of an item its report is told too: date, place and
/// submitter of a matter stand there. `None` when the record is not there.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn history(conn: &Connection, target: &Target) -> Result<Option<RecordHistory>, FileError> {
    let Some((table, row)) = place_of(target) else {
        return Ok(None);
    };
    let exists =
        conn.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1", table.name))?.exists([row])?;
    if !exists {
        return Ok(None);
    }
    let logged = logged(conn, table, row)?;
    let entries = told(conn, &logged, row)?;
    Ok(Some(RecordHistory {
        table: table.name,
        row,
        name: name_of(conn, table.name, row)?,
        more: entries.len() > MOST,
        entries: entries.into_iter().take(MOST).collect(),
    }))
}

/// The log of a record and of the rows that belong to it, newest first; of an item its report's and its answers' too.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn logged(
    conn: &Connection,
    table: &'static schema::Table,
    row: Uuid,
) -> Result<Vec<history::Entry>, FileError> {
    let mut rows = history::family(conn, table, row, LEFT_OUT, ROWS)?;
    if table.name == "item" {
        let report: Option<Uuid> = conn
            .prepare_cached("SELECT report FROM item WHERE id = ?1")?
            .query_row([row], |row| row.get(0))
            .optional()?;
        rows.extend(report.and_then(|report| Some((schema::table_named("report")?, report))));
        rows.extend(answers(conn, row)?);
    }
    let mut logged = Vec::new();
    for (_, row) in rows {
        logged.extend(history::of_row(conn, row)?);
    }
    logged.sort_by(|one, other| {
        (other.clock, other.replica, other.seq).cmp(&(one.clock, one.replica, one.seq))
    });
    Ok(logged)
}

/// The answers a matter was given.
fn answers(conn: &Connection, item: Uuid) -> Result<Vec<(&'static schema::Table, Uuid)>, FileError> {
    let Some(table) = schema::table_named("orientation") else { return Ok(Vec::new()) };
    let mut linked = conn.prepare_cached("SELECT orientation FROM orientation_item WHERE item = ?1")?;
    let answers = linked.query_map([item], |row| Ok((table, row.get(0)?)))?;
    Ok(answers.collect::<Result<_, _>>()?)
}

/// Lines of the records that say something. What was created together with the record itself is one line.
fn told(conn: &Connection, logged: &[history::Entry], root: Uuid) -> Result<Vec<Entry>, FileError> {
    let birth = logged
        .iter()
        .find(|entry| entry.row == root && entry.deed == Logged::Created)
        .map(|entry| (entry.replica, entry.group));
    let in_birth = |entry: &history::Entry| birth == Some((entry.replica, entry.group));
    let mut entries = Vec::new();
    for logged in logged {
        let deed = match &logged.deed {
            Logged::Created if in_birth(logged) && logged.row != root => continue,
            Logged::Created if logged.row == root => {
                // A file of a thousand people is created by one action; only its own rows count.
                let with = logged_with(conn, logged, root)?;
                Deed::Created { with }
            }
            _ => match told_deed(conn, logged)? {
                Some(deed) => deed,
                None => continue,
            },
        };
        entries.push(entry(conn, logged, root, deed)?);
    }
    Ok(entries)
}

/// What a record says happened; `None` when its field tells a person nothing.
fn told_deed(conn: &Connection, logged: &history::Entry) -> Result<Option<Deed>, FileError> {
    Ok(Some(match &logged.deed {
        Logged::Created => Deed::Created { with: 0 },
        Logged::Changed { column, .. } | Logged::Erased { column } | Logged::Blanked { column }
            if !is_told(logged.table, column) =>
        {
            return Ok(None);
        }
        Logged::Changed { column, old, new } => Deed::Changed {
            column,
            old: datum(conn, logged.table, column, old)?,
            new: datum(conn, logged.table, column, new)?,
        },
        Logged::Erased { column } => Deed::Erased { column },
        Logged::Blanked { column } => Deed::Blanked { column },
    }))
}

/// Rows of the record's own that were created by the same action.
fn logged_with(conn: &Connection, birth: &history::Entry, root: Uuid) -> Result<usize, FileError> {
    let Some(table) = schema::table_named(birth.table) else {
        return Ok(0);
    };
    let mut with = 0;
    for (_, row) in history::family(conn, table, root, LEFT_OUT, ROWS)?.into_iter().skip(1) {
        let created = conn
            .prepare_cached(
                "SELECT 1 FROM log l JOIN replica r ON r.n = l.rep \
                 WHERE l.row = ?1 AND l.op = 0 AND l.grp = ?2 AND r.uuid = ?3",
            )?
            .exists(rusqlite::params![row, birth.group, birth.replica])?;
        with += usize::from(created);
    }
    Ok(with)
}

fn entry(conn: &Connection, logged: &history::Entry, root: Uuid, deed: Deed) -> Result<Entry, FileError> {
    let name = if logged.row == root { String::new() } else { name_of(conn, logged.table, logged.row)? };
    Ok(Entry {
        id: (logged.replica, logged.seq),
        author: author(&logged.person, &logged.office, &logged.at),
        action: logged.action.clone(),
        group: logged.group,
        table: logged.table,
        row: logged.row,
        name,
        deed,
    })
}

/// Records as the command line prints them: those that tell a person something, with the name of their row.
///
/// # Errors
/// [`FileError`] when the file cannot be read.
pub fn lines(conn: &Connection, logged: &[history::Entry]) -> Result<Vec<Entry>, FileError> {
    let mut entries = Vec::with_capacity(logged.len());
    for logged in logged {
        let Some(deed) = told_deed(conn, logged)? else { continue };
        entries.push(entry(conn, logged, Uuid::nil(), deed)?);
    }
    Ok(entries)
}

pub(super) fn author(person: &str, office: &str, at: &str) -> Author {
    let at: Option<NaiveDateTime> = value::moment(at);
    Author { person: person.to_owned(), office: office.to_owned(), at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Who;
    use crate::office;

    #[test]
    fn the_answer_to_a_matter_stands_in_its_history() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let item = file
            .write("report-add", |tx| {
                let (report, item) = (tx.new_id(), tx.new_id());
                tx.execute("INSERT INTO report (id) VALUES (?1)", [report])?;
                tx.execute("INSERT INTO item (id, report) VALUES (?1, ?2)", [item, report])?;
                Ok::<_, FileError>(item)
            })
            .unwrap()
            .value;
        let answer = file
            .write("answer", |tx| {
                let (answer, link) = (tx.new_id(), tx.new_id());
                tx.execute("INSERT INTO orientation (id, title) VALUES (?1, 'Đã sửa ống')", [answer])?;
                tx.execute(
                    "INSERT INTO orientation_item (id, orientation, item) VALUES (?1, ?2, ?3)",
                    [link, answer, item],
                )?;
                Ok::<_, FileError>(answer)
            })
            .unwrap()
            .value;
        let told = history(file.connection(), &Target::Item(item)).unwrap().unwrap();
        assert!(
            told.entries.iter().any(|entry| entry.row == answer && entry.name == "Đã sửa ống"),
            "{told:?}"
        );
    }
}
