//! Files that are damaged, foreign, or made to do harm: each is refused by name, and ours stays as it was to the byte.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::merge::MergeError;
use super::scenarios::{PLAIN, enter, get, set, two};
use super::{FileError, OfficeFile};

/// A copy of the file that somebody changed past the log, and then made look untouched: the triggers stand again, the counts
/// are right.
fn forged(file: &OfficeFile, name: &str, change: &str) -> PathBuf {
    let path = file.path().with_file_name(name);
    fs::copy(file.path(), &path).unwrap();
    let conn = Connection::open(&path).unwrap();
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let all = |sql: &mut dyn Iterator<Item = String>| {
        conn.execute_batch(&format!("BEGIN; {}; COMMIT", sql.collect::<Vec<_>>().join(";"))).unwrap();
    };
    all(&mut triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name}")));
    conn.execute_batch(change).unwrap();
    conn.execute_batch(
        "UPDATE replica SET (held, upto, hlc) = \
         (SELECT count(*), coalesce(max(seq), 0), coalesce(max(hlc), 1) FROM log WHERE rep = n)",
    )
    .unwrap();
    all(&mut triggers.iter().map(|(_, sql)| sql.clone()));
    path
}

fn refused(ours: &mut OfficeFile, other: &Path) -> FileError {
    let before = fs::read(ours.path()).unwrap();
    let answer = ours.merge(other, PLAIN);
    assert!(before == fs::read(ours.path()).unwrap(), "{} changed ours", other.display());
    match answer {
        Err(MergeError::Other(error)) => error,
        answer => panic!("{}: {answer:?}", other.display()),
    }
}

/// The schema as it lies in the file, changed by hand as no statement would let one.
fn by_hand(change: &str) -> String {
    format!("PRAGMA writable_schema = ON; {change}; PRAGMA writable_schema = RESET")
}

#[test]
fn what_is_no_file_of_ours_is_refused() {
    let (folder, mut ours, theirs, _) = two();
    let place = |name: &str| folder.path().join(name);
    fs::write(place("rong.duluan"), b"").unwrap();
    assert!(matches!(refused(&mut ours, &place("rong.duluan")), FileError::NotAnOffice));
    assert!(matches!(refused(&mut ours, folder.path()), FileError::NotAnOffice));
    let other = Connection::open(place("khac.duluan")).unwrap();
    other.execute_batch("CREATE TABLE note (x)").unwrap();
    drop(other);
    assert!(matches!(refused(&mut ours, &place("khac.duluan")), FileError::NotAnOffice));
    let alien = forged(&theirs, "ma-khac.duluan", "PRAGMA application_id = 1");
    assert!(matches!(refused(&mut ours, &alien), FileError::NotAnOffice));
}

#[test]
fn a_torn_file_is_refused_wherever_it_was_torn() {
    let (folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let whole = fs::read(theirs.path()).unwrap();
    let torn = folder.path().join("rach.duluan");
    for part in [1, 5, 20, 50, 80, 99] {
        fs::write(&torn, &whole[..whole.len() * part / 100]).unwrap();
        let error = refused(&mut ours, &torn);
        assert!(
            matches!(error, FileError::Damaged(_) | FileError::NotAnOffice | FileError::Foreign(_)),
            "{part} %: {error:?}"
        );
    }
}

#[test]
fn what_could_run_or_hide_in_the_structure_is_refused() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let table = "UPDATE sqlite_schema SET sql = replace(sql, 'full_name TEXT NOT NULL DEFAULT ''''', ";
    let changes = [
        "CREATE VIEW seen AS SELECT load_extension('x')".to_owned(),
        "CREATE VIRTUAL TABLE more USING fts5(x)".to_owned(),
        "CREATE TABLE more (x)".to_owned(),
        "DROP TABLE draft; CREATE TABLE draft (place TEXT NOT NULL, row BLOB NOT NULL, at TEXT NOT NULL DEFAULT '', \
         body TEXT GENERATED ALWAYS AS ('x'), PRIMARY KEY (place, row)) STRICT, WITHOUT ROWID"
            .to_owned(),
        by_hand(&format!("{table}'full_name TEXT NOT NULL DEFAULT '''' CHECK (full_name <> ''x'')') WHERE name = 'collaborator'")),
        by_hand("UPDATE sqlite_schema SET sql = replace(sql, 'PRIMARY KEY CHECK', 'PRIMARY KEY ON CONFLICT REPLACE CHECK') WHERE name = 'collaborator'"),
        by_hand(
            "INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_stat_x', 'unit', 0, \
             'CREATE TRIGGER sqlite_stat_x AFTER INSERT ON unit BEGIN UPDATE unit SET name = ''x''; END')",
        ),
    ];
    for (number, change) in changes.iter().enumerate() {
        let forged = forged(&theirs, &format!("giau-{number}.duluan"), change);
        let error = refused(&mut ours, &forged);
        assert!(matches!(error, FileError::Foreign(_)), "{change}: {error:?}");
        let opened = OfficeFile::open(&forged, super::Who::default(), &super::testing::Nothing);
        assert!(matches!(opened, Err(FileError::Foreign(_))), "{change} can be opened");
    }
}

#[test]
fn values_nothing_could_be_done_with_are_refused() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let row = "x'0190000000007000800000000000000a'";
    let created = |table: i64| {
        format!("INSERT INTO log(rep, seq, hlc, tbl, row, op, grp) VALUES (1, 900, 9, {table}, {row}, 0, 1);")
    };
    let changes = [
        // Bytes that are no text: no list that comes upon them could be shown.
        format!(
            "{} INSERT INTO collaborator(id, full_name) VALUES ({row}, CAST(x'ff41' AS TEXT))",
            created(7)
        ),
        "UPDATE replica SET person = CAST(x'ff' AS TEXT) WHERE n > 0".to_owned(),
        // A number where a text belongs, in a record that does not hold now but could after a taking back.
        "INSERT INTO log(rep, seq, hlc, tbl, row, op, col, grp, new) SELECT 1, 901, 1, 7, id, 1, 1, 1, 5 FROM collaborator"
            .to_owned(),
        // A clock so late that nothing could come after it.
        format!("UPDATE log SET hlc = {} WHERE rep > 0", i64::MAX),
        // A reference to nothing.
        format!("PRAGMA foreign_keys = OFF; UPDATE collaborator SET unit = {row}"),
        // A row with a creation and no values.
        created(7),
    ];
    for (number, change) in changes.iter().enumerate() {
        let error = refused(&mut ours, &forged(&theirs, &format!("gia-tri-{number}.duluan"), change));
        assert!(matches!(error, FileError::Damaged(_)), "{change}: {error:?}");
    }
    let huge = format!(
        "{} INSERT INTO report(id) VALUES ({row}); \
         INSERT INTO log(rep, seq, hlc, tbl, row, op, grp) VALUES (1, 902, 9, 18, x'0190000000007000800000000000000b', 0, 1); \
         INSERT INTO attachment(id, report, content) VALUES (x'0190000000007000800000000000000b', {row}, zeroblob(80000000))",
        created(14)
    );
    let huge = forged(&theirs, "to.duluan", &huge);
    let error = refused(&mut ours, &huge);
    assert!(matches!(error, FileError::TooLarge | FileError::Damaged(_)), "{error:?}");
}

/// A copy made while another program was in the middle of writing, together with its journal.
fn cut_off(file: &OfficeFile, name: &str) -> PathBuf {
    let journal = |path: &Path| path.with_extension("duluan-journal");
    let path = file.path().with_file_name(name);
    let writer = Connection::open(file.path()).unwrap();
    writer
        .execute_batch(
            "PRAGMA cache_size = 5; BEGIN IMMEDIATE; CREATE TABLE half (x); \
             INSERT INTO half WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) \
             SELECT randomblob(3000) FROM n",
        )
        .unwrap();
    fs::copy(file.path(), &path).unwrap();
    fs::copy(journal(file.path()), journal(&path)).unwrap();
    writer.execute_batch("ROLLBACK").unwrap();
    assert!(fs::metadata(&path).unwrap().len() > fs::metadata(file.path()).unwrap().len());
    path
}

#[test]
fn a_file_cut_off_while_it_was_written_comes_in_as_it_was_before() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let path = cut_off(&theirs, "dang-ghi.duluan");
    let journal = path.with_extension("duluan-journal");
    let (before, beside) = (fs::read(&path).unwrap(), fs::read(&journal).unwrap());
    ours.merge(&path, PLAIN).unwrap();
    assert_eq!(get::<String>(&ours, id, "post"), "Bí thư");
    assert_eq!(ours.check().unwrap(), []);
    assert!(
        before == fs::read(&path).unwrap() && beside == fs::read(&journal).unwrap(),
        "theirs was touched"
    );
}

#[test]
fn a_journal_that_names_other_files_is_refused_and_they_stay() {
    let (folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let path = cut_off(&theirs, "bay.duluan");
    let victim = folder.path().join("quy.txt");
    fs::write(&victim, "không được mất").unwrap();
    // What SQLite writes at the end of a journal that belongs to a larger transaction.
    let name = victim.to_string_lossy().into_owned();
    let sum: u32 = name.bytes().map(|byte| u32::from(byte as i8 as u8)).fold(0, u32::wrapping_add);
    let journal = path.with_extension("duluan-journal");
    let mut bytes = fs::read(&journal).unwrap();
    bytes.extend(0x4000_0000_u32.to_be_bytes());
    bytes.extend(name.as_bytes());
    bytes.extend((name.len() as u32).to_be_bytes());
    bytes.extend(sum.to_be_bytes());
    bytes.extend([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    fs::write(&journal, bytes).unwrap();
    assert!(matches!(refused(&mut ours, &path), FileError::Foreign(_)));
    let opened = OfficeFile::open(&path, super::Who::default(), &super::testing::Nothing);
    assert!(matches!(opened, Err(FileError::Foreign(_))));
    assert!(victim.exists());
}

#[test]
fn a_file_copied_while_it_is_written_to_is_whole() {
    let (_folder, mut ours, mut theirs, _) = two();
    let path = theirs.path().to_owned();
    let done = std::sync::atomic::AtomicBool::new(false);
    let brought = std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 0..60 {
                enter(&mut theirs, &format!("Người thứ {number}"));
            }
            done.store(true, std::sync::atomic::Ordering::Relaxed);
        });
        let mut rounds = 0;
        while !done.load(std::sync::atomic::Ordering::Relaxed) {
            // Busy is an answer: nothing was changed then, and the next try may have more luck.
            match ours.merge(&path, PLAIN) {
                Ok(_) | Err(MergeError::Other(FileError::Busy)) => rounds += 1,
                Err(error) => panic!("{error:?}"),
            }
        }
        rounds
    });
    ours.merge(&path, PLAIN).unwrap();
    assert!(brought > 0);
    let people = "SELECT count(*) FROM collaborator";
    assert_eq!(ours.connection().query_row(people, [], |row| row.get::<_, i64>(0)).unwrap(), 61);
    assert_eq!(ours.check().unwrap(), []);
}
