//! What follows from a joining of two rows when copies come together: an edit made elsewhere still names the row that went,
//! two copies joined the same two rows the opposite way round. Every copy comes to the same by itself.

use rusqlite::{Connection, OptionalExtension};
use serde_json::json;
use uuid::Uuid;

use super::doubles::Kind;
use super::join::{Reference, references, relink, repoint};
use super::joined::{Joined, edges};
use crate::file::{Changed, FileError, Source, Tx, schema};

/// True when there may be something to do: somebody joined rows, or something came in after a joining.
///
/// # Errors
/// Whatever SQLite answers.
pub fn joins_follow(conn: &Connection, changed: &Changed, source: Source) -> rusqlite::Result<bool> {
    if !changed.rows("pair_verdict").is_empty() {
        return Ok(true);
    }
    let joined = "SELECT 1 FROM pair_verdict WHERE verdict = 'joined' AND deleted = 0";
    Ok(source == Source::Merged && conn.prepare_cached(joined)?.exists([])?)
}

/// Makes the file hold what the joinings mean.
///
/// # Errors
/// [`FileError`] when SQLite refuses.
pub fn follow_joins(tx: &Tx, changed: &Changed) -> Result<(), FileError> {
    for kind in Kind::ALL {
        let said = Joined::of(&edges(tx, kind)?);
        let mut stays: Vec<Uuid> = said.all().map(|(_, root)| root).collect();
        stays.sort_unstable();
        stays.dedup();
        for row in stays {
            come_back(tx, kind, row, &said)?;
        }
        for (gone, root) in said.all() {
            if is_new(tx, changed, gone)? && stands(tx, kind, root)? {
                go(tx, kind, gone, root)?;
            }
        }
        let away = Joined::read(tx, kind)?;
        for (gone, reference) in still_named(tx, kind, &away)? {
            let root = away.root(gone);
            if reference.table.link.contains(&reference.column) {
                relink(tx, &reference, root, gone)?;
            } else {
                repoint(tx, &reference, kind, root, gone)?;
            }
        }
    }
    Ok(())
}

/// True when what was said of this row was just said, or came in.
fn is_new(conn: &Connection, changed: &Changed, row: Uuid) -> rusqlite::Result<bool> {
    let mut about =
        conn.prepare_cached("SELECT 1 FROM pair_verdict WHERE id = ?1 AND (one = ?2 OR other = ?2)")?;
    for verdict in changed.rows("pair_verdict") {
        if about.exists((verdict, row))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn stands(conn: &Connection, kind: Kind, row: Uuid) -> rusqlite::Result<bool> {
    conn.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1 AND deleted = 0", kind.table()))?
        .exists([row])
}

/// The row that stands for others was taken away by a joining the opposite way round: it comes back.
fn come_back(tx: &Tx, kind: Kind, row: Uuid, said: &Joined) -> Result<(), FileError> {
    match kind {
        Kind::Person | Kind::Unit => {
            let by_joining = "SELECT g.action IN ('join', 'join-followed') FROM log l
                JOIN replica r ON r.n = l.rep JOIN grp g ON g.rep = l.rep AND g.grp = l.grp
                WHERE l.row = ?1 AND l.op = 1 AND l.new = 1 AND l.col = ?2 ORDER BY l.hlc DESC, r.uuid DESC LIMIT 1";
            let deleted = schema::table_named(kind.table()).map(schema::Table::deleted);
            let joined: Option<bool> =
                tx.prepare_cached(by_joining)?.query_row((row, deleted), |row| row.get(0)).optional()?;
            if joined == Some(true) {
                tx.prepare_cached(&format!(
                    "UPDATE {} SET deleted = 0 WHERE id = ?1 AND deleted = 1",
                    kind.table()
                ))?
                .execute([row])?;
            }
        }
        Kind::Item => {
            let of: Option<Option<Uuid>> = tx
                .prepare_cached("SELECT duplicate_of FROM item WHERE id = ?1 AND triage = 'duplicate'")?
                .query_row([row], |row| row.get(0))
                .optional()?;
            if of.flatten().is_some_and(|of| of == row || said.root(of) == row) {
                // As it was before; what nobody can tell any more is looked at again.
                tx.prepare_cached(
                    "UPDATE item SET duplicate_of = NULL, triage = coalesce(
                       (SELECT l.old FROM log l WHERE l.row = ?1 AND l.op = 1 AND l.new = 'duplicate'
                          AND l.old <> 'duplicate' ORDER BY l.hlc DESC LIMIT 1), 'new') WHERE id = ?1",
                )?
                .execute([row])?;
            }
        }
    }
    Ok(())
}

/// A row that went into another, as the joining left it.
fn go(tx: &Tx, kind: Kind, gone: Uuid, root: Uuid) -> rusqlite::Result<()> {
    match kind {
        Kind::Person | Kind::Unit => tx
            .prepare_cached(&format!(
                "UPDATE {} SET deleted = 1 WHERE id = ?1 AND deleted = 0",
                kind.table()
            ))?
            .execute([gone])?,
        Kind::Item => tx
            .prepare_cached(
                "UPDATE item SET triage = 'duplicate', triage_reason = '', duplicate_of = ?2
                 WHERE id = ?1 AND (triage <> 'duplicate' OR duplicate_of IS NULL)",
            )?
            .execute([gone, root])?,
    };
    Ok(())
}

/// What still refers to rows that went into others.
fn still_named(conn: &Connection, kind: Kind, away: &Joined) -> rusqlite::Result<Vec<(Uuid, Reference)>> {
    let gone: Vec<String> = away.all().map(|(gone, _)| gone.simple().to_string()).collect();
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let gone = json!(gone).to_string();
    let mut found = Vec::new();
    for reference in references(kind) {
        let sql = format!(
            "SELECT DISTINCT {0} FROM {1} WHERE deleted = 0 AND {0} IN (SELECT unhex(value) FROM json_each(?1))",
            reference.column, reference.table.name
        );
        let rows: Vec<Uuid> = conn
            .prepare_cached(&sql)?
            .query_map([&gone], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        found.extend(rows.into_iter().map(|row| (row, reference)));
    }
    Ok(found)
}
