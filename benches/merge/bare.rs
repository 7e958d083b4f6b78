//! New and changed rows, merged and written by one bare statement.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tempfile::TempDir;

use crate::{CHANGED_ROWS_WANTED, NEW_ROWS_WANTED, ROUNDS, empty, enter, median, merging, ms, opened, timed};

const ROWS: &str =
    "INSERT INTO report SELECT * FROM other.report; INSERT INTO item SELECT * FROM other.item;";
/// The records stand under the replica's number, which is another in each file: any number not taken does here.
const LOG: &str = "INSERT INTO replica(n, uuid) SELECT n + 900, uuid FROM other.replica WHERE uuid NOT IN (SELECT uuid FROM replica);
    INSERT INTO grp(rep, grp, action, at, undoes, seq_from, seq_to)
      SELECT rep + 900, grp, action, at, undoes, seq_from, seq_to FROM other.grp WHERE rep + 900 IN (SELECT n FROM replica);
    INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew)
      SELECT rep + 900, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new, knew FROM other.log
      WHERE rep + 900 IN (SELECT n FROM replica);";
const CHANGES: &str = "UPDATE item SET note = theirs.note FROM other.item AS theirs WHERE theirs.id = item.id AND theirs.note <> item.note;";

/// A folder with our file and the other one.
struct Pair {
    folder: TempDir,
    ours: PathBuf,
    theirs: PathBuf,
}

pub fn new_rows(rows: usize) {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
    drop(empty(&ours));
    std::fs::copy(&ours, &theirs).unwrap();
    enter(&mut opened(&theirs), rows);
    measured("new", rows, &Pair { folder, ours, theirs }, ROWS, NEW_ROWS_WANTED);
}

pub fn changed_rows(rows: usize) {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
    enter(&mut empty(&ours), rows);
    std::fs::copy(&ours, &theirs).unwrap();
    opened(&theirs)
        .write("edit", |tx| {
            Ok::<_, duluan::file::FileError>(tx.execute("UPDATE item SET note = 'đã xem'", [])?)
        })
        .unwrap();
    measured("changed", rows, &Pair { folder, ours, theirs }, CHANGES, CHANGED_ROWS_WANTED);
}

fn measured(what: &str, rows: usize, pair: &Pair, statement: &str, wanted: f64) {
    let mut merged = Vec::new();
    let mut again = Vec::new();
    let mut barely = Vec::new();
    let mut logged = Vec::new();
    let with_log = format!("{LOG}{statement}");
    for _ in 0..ROUNDS {
        let mut file = opened(&fresh(pair));
        let (answer, time) = timed(|| file.merge(&pair.theirs, merging()).unwrap());
        assert!(answer.records >= rows, "{answer:?}");
        merged.push(time);
        again.push(timed(|| file.merge(&pair.theirs, merging()).unwrap()).1);
        drop(file);
        barely.push(bare(&fresh(pair), &pair.theirs, statement));
        logged.push(bare(&fresh(pair), &pair.theirs, &with_log));
    }
    let [merged, again, barely, logged] =
        [&mut merged, &mut again, &mut barely, &mut logged].map(|times| ms(median(times)));
    let ratio = merged / barely;
    let mark = if ratio > wanted { '!' } else { ' ' };
    println!(
        "{what:<20} {rows:>8} {merged:>8.1} ms {barely:>7.1} ms {ratio:>6.2}{mark} {logged:>15.1} ms {:>7.2} {again:>6.1} ms",
        merged / logged
    );
}

/// A copy of ours to work on.
fn fresh(pair: &Pair) -> PathBuf {
    let copy = pair.folder.path().join("copy");
    std::fs::copy(&pair.ours, &copy).unwrap();
    copy
}

/// The statement in one transaction, in the file as the program opens it, triggers asleep.
fn bare(ours: &Path, theirs: &Path, statement: &str) -> Duration {
    let conn = Connection::open(ours).unwrap();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
    conn.execute_batch(crate::AS_OPENED).unwrap();
    timed(|| {
        conn.execute("ATTACH ?1 AS other", [theirs.to_string_lossy()]).unwrap();
        conn.execute_batch(&format!(
            "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON; {statement} COMMIT; DETACH other"
        ))
        .unwrap();
    })
    .1
}
