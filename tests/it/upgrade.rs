//! Files written by earlier versions of the program.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use duluan::file::{FileError, OfficeFile, Who};
use duluan::inbox::model::{NewItem, NewReport};
use duluan::inbox::store::{Numbering, insert_report, topics};
use duluan::office;
use rusqlite::Connection;
use uuid::Uuid;

/// An office with a report about land, which only its topic says.
fn office_file(folder: &Path) -> PathBuf {
    let path = folder.join("so-tay.duluan");
    enter(&mut office::create(&path, Who::default()).unwrap(), "Giá bồi thường thấp");
    path
}

fn enter(file: &mut OfficeFile, title: &str) {
    let land = topics(file.connection()).unwrap().into_iter().find(|topic| topic.code == "dat_dai").unwrap();
    let item = |title: &str| NewItem {
        title: title.to_owned(),
        body: "Bà con có ý kiến.".to_owned(),
        topics: vec![land.id],
        ..NewItem::default()
    };
    let report = NewReport {
        received_at: "2026-11-20T08:00:00".parse().ok(),
        items: vec![item(title), item("Chợ tạm lấn đường")],
        ..NewReport::default()
    };
    file.write("import-reports", |tx| {
        insert_report(tx, &report, &mut Numbering::with_prefix(tx, "LA", "H")?)?;
        Ok::<_, FileError>(())
    })
    .unwrap();
}

/// Makes of the file what version 1 would have written: other numbers of items, an index without the names of topics.
fn as_version_1(path: &Path) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "CREATE TABLE older AS SELECT * FROM item_doc;
         DROP TABLE item_doc;
         CREATE TABLE item_doc (doc INTEGER PRIMARY KEY, item BLOB NOT NULL UNIQUE, report BLOB NOT NULL,
           triage TEXT NOT NULL, urgency TEXT NOT NULL, kind TEXT NOT NULL, verification TEXT NOT NULL,
           grade TEXT NOT NULL, handler BLOB, unit BLOB, text_hash INTEGER NOT NULL) STRICT;
         INSERT INTO item_doc SELECT received << 20 | (doc & 3), item, report, triage, urgency, kind, verification, grade,
           handler, unit, 0 FROM older;
         DROP TABLE older;
         INSERT INTO item_fts (item_fts) VALUES ('delete-all');
         INSERT INTO item_fts (rowid, body) SELECT doc, 'ba2 con co5 y5 kiên5' FROM item_doc;
         DELETE FROM vocabulary;
         INSERT INTO vocabulary (key, folded, uses) VALUES ('ba2', 'ba', 2), ('con', 'con', 2);
         DROP TABLE own_row; DROP TABLE held_there; DROP TABLE pair_verdict; DROP TABLE item_band;
         DROP INDEX collaborator_key_folded; ALTER TABLE collaborator_key DROP COLUMN folded;
         DROP TRIGGER handler_6; DROP TRIGGER handler_fixed; ALTER TABLE handler DROP COLUMN office;
         DROP TRIGGER phrase_7; DROP TRIGGER phrase_fixed; ALTER TABLE phrase DROP COLUMN group_name;
         DROP TRIGGER outline_6; DROP TRIGGER outline_fixed; ALTER TABLE outline DROP COLUMN period_kind;
         DROP TRIGGER synthesis_17; DROP TRIGGER synthesis_18; DROP TRIGGER synthesis_fixed;
         ALTER TABLE synthesis DROP COLUMN topic; ALTER TABLE synthesis DROP COLUMN grouping;
         DROP TRIGGER office_9; DROP TRIGGER office_10; DROP TRIGGER office_fixed;
         ALTER TABLE office DROP COLUMN retention_years; ALTER TABLE office DROP COLUMN term_from;
         -- Nobody had said anything in them either.
         UPDATE log SET new = '' WHERE tbl = 23 AND col = 7 OR tbl = 41 AND col = 6;
         PRAGMA user_version = 1;",
    )
    .unwrap();
}

fn duluan(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("duluan").unwrap();
    let run =
        command.args(arguments).env("DULUAN_BACKUPS", folder.join("sao-luu")).env("DULUAN_CONFIG", folder);
    let output = run.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[derive(Debug, PartialEq)]
struct Derived {
    docs: Vec<(i64, Uuid, i64)>,
    terms: Vec<(String, i64)>,
    vocabulary: Vec<(String, i64)>,
}

/// Everything the index holds and the rows lists are read by.
fn derived(path: &Path) -> Derived {
    let file = office::open(path, Who::default()).unwrap();
    let conn = file.connection();
    conn.execute_batch("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, item_fts, instance)").unwrap();
    let pairs = |sql: &str| -> Vec<(String, i64)> {
        let mut rows = conn.prepare(sql).unwrap();
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let terms = pairs("SELECT term, doc FROM temp.terms ORDER BY term, doc");
    let vocabulary = pairs("SELECT key, uses FROM vocabulary ORDER BY key");
    let mut rows = conn.prepare("SELECT doc, item, text_hash FROM item_doc ORDER BY doc").unwrap();
    let docs = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    Derived { docs: docs.map(Result::unwrap).collect(), terms, vocabulary }
}

#[test]
fn a_file_of_version_1_is_upgraded_after_a_backup_and_finds_topics_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = office_file(folder.path());
    let fresh = derived(&path);
    assert!(fresh.terms.len() > 10, "{fresh:?}");
    as_version_1(&path);
    let name = path.to_str().unwrap();
    let found = duluan(folder.path(), &["items", name, "dat dai", "--json"]);
    assert!(found.contains("Giá bồi thường thấp"), "{found}");
    let backups: Vec<_> =
        std::fs::read_dir(folder.path().join("sao-luu")).unwrap().map(Result::unwrap).collect();
    assert_eq!(backups.len(), 1);
    let kept = Connection::open(backups[0].path()).unwrap();
    let version: i64 = kept.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
    assert_eq!(derived(&path), fresh);
    duluan(folder.path(), &["check", name]);
}

#[test]
fn a_file_of_version_1_is_merged_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let ours = office_file(folder.path());
    let theirs = folder.path().join("ban-sao.duluan");
    std::fs::copy(&ours, &theirs).unwrap();
    enter(&mut office::open(&theirs, Who::default()).unwrap(), "Đền bù chậm");
    as_version_1(&theirs);
    let before = std::fs::read(&theirs).unwrap();
    let (ours, theirs_name) = (ours.to_str().unwrap(), theirs.to_str().unwrap());
    duluan(folder.path(), &["merge", ours, theirs_name]);
    assert_eq!(std::fs::read(&theirs).unwrap(), before, "the other file was touched");
    let found = duluan(folder.path(), &["items", ours, "dat dai", "--json"]);
    assert!(found.contains("Đền bù chậm") && found.contains("Giá bồi thường thấp"), "{found}");
    duluan(folder.path(), &["check", ours]);
}
