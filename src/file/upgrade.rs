//! Bringing an older file up to the current version: step by step in one transaction, after a backup.
//!
//! A step changes the tables from one version to the next and says whether rows derived from them must be built anew, which
//! takes minutes in a large file. Triggers are generated anew after the last one, so that an upgraded file equals a fresh one.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::error::FileError;
use super::schema::{VERSION, statements};
use super::{Rooms, backup, open, shipped, trust};

/// Changes a file of version `from` to version `from + 1`.
pub(super) struct Step {
    /// The version it starts from.
    pub from: i64,
    /// SQL that changes the tables. Triggers are dropped before it; tables that are not there after it are laid out as schema.sql
    /// has them, so derived ones that changed are simply dropped.
    pub script: &'static str,
    /// What the rooms derive reads otherwise after it: all of it is built anew.
    pub derives: bool,
}

/// All steps, oldest first. Version 1 is the first that was handed out.
const STEPS: &[Step] = &[
    // The file says which office's it is; of a file of version 1 it was the only one. What other offices' files held is noted.
    // Numbers of items lie closer together, which makes the text index half as large; the index holds the names of topics.
    Step {
        from: 1,
        script: "CREATE TABLE IF NOT EXISTS own_row (what TEXT NOT NULL PRIMARY KEY, row BLOB NOT NULL) STRICT, WITHOUT ROWID;
            INSERT INTO own_row (what, row) SELECT 'office', id FROM office WHERE deleted = 0 LIMIT 1 ON CONFLICT DO NOTHING;
            DROP TABLE item_doc; DROP TABLE collaborator_key;",
        derives: true,
    },
    // A colleague belongs to an office: the rules of a commune whose file came in give nothing away in the province's.
    // What waits for a decision is found by its kind and by both rows of a pair: a large office has many suspected doubles.
    Step {
        from: 2,
        script: "ALTER TABLE handler ADD COLUMN office BLOB REFERENCES office(id);
            CREATE INDEX IF NOT EXISTS decision_kind ON decision(kind);
            CREATE INDEX IF NOT EXISTS decision_first ON decision(substr(heads, 3, 36));",
        derives: false,
    },
    // Two more views of the queue come with the program; shipped rows that a file lacks are inserted after the last step. Items of an
    // issue are counted without being looked at, and what a colleague has in hand is found without all that was decided.
    Step {
        from: 3,
        script: "DROP INDEX item_issue; CREATE INDEX item_issue ON item(issue) WHERE issue IS NOT NULL AND deleted = 0;",
        derives: false,
    },
    // An outline says for which periods it is offered first, a sentence whom it fits, a synthesis what it is about and by what it
    // is gathered. The other kinds of outlines and more sentences come with the program.
    Step {
        from: 4,
        script: "ALTER TABLE phrase ADD COLUMN group_name TEXT NOT NULL DEFAULT '';
            ALTER TABLE outline ADD COLUMN period_kind TEXT NOT NULL DEFAULT '';
            ALTER TABLE synthesis ADD COLUMN topic BLOB REFERENCES topic(id);
            ALTER TABLE synthesis ADD COLUMN grouping TEXT NOT NULL DEFAULT '';",
        derives: false,
    },
    // An office says how long it keeps what it knows of former collaborators, which was five years for all of them, and when the
    // committee's term began, through which the Party's papers are numbered.
    Step {
        from: 5,
        script: "ALTER TABLE office ADD COLUMN retention_years INTEGER NOT NULL DEFAULT 5;
            ALTER TABLE office ADD COLUMN term_from TEXT;",
        derives: false,
    },
];

/// Upgrades the file and gives the backup made before.
pub(super) fn run(
    conn: &mut Connection,
    path: &Path,
    from: i64,
    rooms: &'static dyn Rooms,
) -> Result<PathBuf, FileError> {
    run_steps(conn, path, &backup::folder(), from, STEPS, rooms)
}

/// Upgrades a private copy of another file, which needs no backup, and nothing derived: none of that is read of it.
pub(super) fn in_copy(conn: &mut Connection, from: i64) -> Result<(), FileError> {
    let needed = needed(STEPS, from)?;
    trust::readable(conn)?;
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    apply(conn, &needed, None)
}

/// The steps from this version to the current one.
fn needed(steps: &[Step], from: i64) -> Result<Vec<&Step>, FileError> {
    let needed: Vec<_> = steps.iter().filter(|step| step.from >= from).collect();
    let complete = needed.iter().zip(from..).all(|(step, version)| step.from == version);
    if complete && needed.len() as i64 == VERSION - from { Ok(needed) } else { Err(FileError::NotAnOffice) }
}

fn run_steps(
    conn: &mut Connection,
    path: &Path,
    backups: &Path,
    from: i64,
    steps: &[Step],
    rooms: &'static dyn Rooms,
) -> Result<PathBuf, FileError> {
    let needed = needed(steps, from)?;
    // Nothing of a stranger's may run while the steps do.
    trust::readable(conn)?;
    if conn.is_readonly("main")? {
        return Err(FileError::ReadOnly);
    }
    let backup = backup::keep(conn, path, backups, backup::Reason::Upgrade)?;
    // Tables are rebuilt in any order; the check below takes the place of the constraint.
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let done = apply(conn, &needed, Some(rooms));
    conn.execute_batch("PRAGMA foreign_keys = ON")?;
    done.map(|()| backup)
}

fn apply(conn: &mut Connection, steps: &[&Step], rooms: Option<&'static dyn Rooms>) -> Result<(), FileError> {
    open::make_room(conn)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let triggers: Vec<String> = tx
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in triggers {
        tx.execute_batch(&format!("DROP TRIGGER \"{}\"", name.replace('"', "\"\"")))?;
    }
    tx.execute_batch("DROP VIEW IF EXISTS field_change")?;
    for step in steps {
        statements(step.script).iter().try_for_each(|sql| tx.execute_batch(sql))?;
    }
    open::lay_out_missing(&tx)?;
    if let Some(rooms) = rooms {
        shipped::insert_missing(&tx, rooms)?;
    }
    open::lay_out_triggers(&tx)?;
    trust::structure(&tx)?;
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(FileError::Damaged("foreign_key_check".into()));
    }
    if let Some(rooms) = rooms
        && steps.iter().any(|step| step.derives)
    {
        rooms.rebuild(&tx)?;
    }
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::OpenFlags;

    use super::*;
    use crate::file::testing::{Nothing, shapes};
    use crate::file::{OfficeFile, Who};

    /// What a version 0 would have looked like: no table for the place kept, a colleague without a post.
    const BACK: &str = "DROP TABLE place_kept; DROP TRIGGER handler_3; DROP TRIGGER handler_6; DROP TRIGGER handler_fixed; \
        ALTER TABLE handler DROP COLUMN office; \
        DROP TRIGGER phrase_7; DROP TRIGGER phrase_fixed; ALTER TABLE phrase DROP COLUMN group_name; \
        DROP TRIGGER outline_6; DROP TRIGGER outline_fixed; ALTER TABLE outline DROP COLUMN period_kind; \
        DROP TRIGGER synthesis_17; DROP TRIGGER synthesis_18; DROP TRIGGER synthesis_fixed; \
        ALTER TABLE synthesis DROP COLUMN topic; ALTER TABLE synthesis DROP COLUMN grouping; \
        DROP TRIGGER office_9; DROP TRIGGER office_10; DROP TRIGGER office_fixed; \
        ALTER TABLE office DROP COLUMN retention_years; ALTER TABLE office DROP COLUMN term_from; \
        CREATE TABLE older AS SELECT id, full_name, mark, active, deleted FROM handler; \
        PRAGMA user_version = 0;";
    const FORTH: Step = Step {
        from: 0,
        script: "DROP TABLE older; \
            CREATE TABLE place_kept (tab TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;",
        derives: false,
    };

    /// The steps that were ever handed out, after a first one of our own.
    fn after(first: Step) -> Vec<Step> {
        let handed_out =
            STEPS.iter().map(|step| Step { from: step.from, script: step.script, derives: step.derives });
        std::iter::once(first).chain(handed_out).collect()
    }

    #[test]
    fn an_upgraded_file_equals_a_fresh_one_and_the_old_one_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cu.duluan");
        let mut file = OfficeFile::create(&path, Who::default(), &Nothing).unwrap();
        file.write("enter", |tx| {
            tx.execute("INSERT INTO unit(id, name) VALUES (?1, 'xã Lộc An')", [tx.new_id()])?;
            Ok::<_, FileError>(())
        })
        .unwrap();
        drop(file);
        let mut conn = open::connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        conn.execute_batch(BACK).unwrap();
        let kept = run_steps(&mut conn, &path, folder.path(), 0, &after(FORTH), &Nothing).unwrap();
        drop(conn);
        let upgraded = OfficeFile::open(&path, Who::default(), &Nothing).unwrap();
        let fresh = OfficeFile::create(&folder.path().join("moi.duluan"), Who::default(), &Nothing).unwrap();
        assert_eq!(shapes(upgraded.connection()), shapes(fresh.connection()));
        let name: String =
            upgraded.connection().query_row("SELECT name FROM unit", [], |row| row.get(0)).unwrap();
        assert_eq!(name, "xã Lộc An");
        let old = Connection::open(kept).unwrap();
        assert_eq!(trust::version(&old).unwrap(), 0);
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cu.duluan");
        drop(OfficeFile::create(&path, Who::default(), &Nothing).unwrap());
        let mut conn = open::connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        conn.execute_batch(BACK).unwrap();
        let broken = after(Step {
            from: 0,
            script: "DROP TABLE older; ALTER TABLE draft ADD COLUMN strange TEXT;",
            derives: false,
        });
        run_steps(&mut conn, &path, folder.path(), 0, &broken, &Nothing).unwrap_err();
        assert_eq!(trust::version(&conn).unwrap(), 0);
        assert!(conn.prepare("SELECT 1 FROM older").is_ok());
        assert!(conn.prepare("SELECT strange FROM draft").is_err());
    }
}
