//! Files that older versions of the format were handed out as, opened by today's program.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use flate2::read::GzDecoder;
use serde_json::Value;

/// What the file held when it was made: two reports from Word with their originals, one roster, two decisions.
const HELD: [(&str, i64); 5] =
    [("units", 7), ("collaborators", 30), ("reports", 2), ("items", 4), ("log_records", 603)];

/// What the file of version 2 held: a small invented office with three colleagues.
const HELD_2: [(&str, i64); 5] =
    [("units", 235), ("collaborators", 8), ("reports", 6), ("items", 11), ("log_records", 1002)];

/// Records of what came with later versions: with version 4 two views (each its creation and six fields); with version 5 seven
/// outlines (six fields) with their sections (seven fields), ten sentences (seven), and a new field of the outline, the ten sentences
/// and the six reasons every file had; with version 6 the views of the roster.
const SHIPPED_SINCE: i64 = 14 + 7 * 7 + SECTIONS * 8 + 10 * 8 + 1 + 10 + 6 + ROSTER_VIEWS;

/// Records of the six views of the roster that came with version 6: each its creation and six fields.
const ROSTER_VIEWS: i64 = 6 * 7;

/// Sections of the outlines that came with version 5.
const SECTIONS: i64 = 62;

fn version_1(folder: &Path) -> PathBuf {
    version(folder, 1)
}

fn version(folder: &Path, number: u32) -> PathBuf {
    let path = folder.join("so-cu.duluan");
    let kept =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/older/version-{number}.duluan.gz"));
    let kept = File::open(kept);
    std::io::copy(&mut GzDecoder::new(kept.unwrap()), &mut File::create(&path).unwrap()).unwrap();
    path
}

fn duluan(folder: &Path, arguments: &[&str]) -> Value {
    let mut command = Command::cargo_bin("duluan").unwrap();
    command.args(arguments).arg("--json").env("DULUAN_CONFIG", folder);
    let output = command.env("DULUAN_BACKUPS", folder.join("sao-luu")).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn holds_what_it_held(folder: &Path, path: &str) {
    let info = duluan(folder, &["info", path]);
    for (what, count) in HELD {
        let since = if what == "log_records" { SHIPPED_SINCE } else { 0 };
        assert_eq!(info[what], count + since, "{what}: {info}");
    }
    assert_eq!(duluan(folder, &["check", path])["ok"], true);
}

#[test]
fn it_is_upgraded_with_all_it_holds_and_kept_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = version_1(folder.path());
    let before = fs::read(&path).unwrap();
    let name = path.to_str().unwrap();
    holds_what_it_held(folder.path(), name);
    let new = duluan(folder.path(), &["items", name, "tt:mới"]);
    assert_eq!(new.as_array().unwrap().len(), 2, "the decisions stand");
    let found = duluan(folder.path(), &["items", name, "boi thuong"]);
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    // What was written by hand before the upgrade can still be told and taken back.
    assert!(!duluan(folder.path(), &["history", name]).as_array().unwrap().is_empty());
    if duluan::file::schema::VERSION > 1 {
        let backups: Vec<_> =
            fs::read_dir(folder.path().join("sao-luu")).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(backups.len(), 1, "{backups:?}");
        let kept = rusqlite::Connection::open(&backups[0]).unwrap();
        assert_eq!(kept.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 1);
    } else {
        assert!(before == fs::read(&path).unwrap());
    }
}

#[test]
fn it_is_merged_into_a_file_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let old = version_1(folder.path());
    let before = fs::read(&old).unwrap();
    let today = folder.path().join("so-moi.duluan");
    let (old, today) = (old.to_str().unwrap(), today.to_str().unwrap());
    let merged = duluan(folder.path(), &["merge", today, old]);
    assert_eq!(merged["clashes"], 0, "{merged}");
    holds_what_it_held(folder.path(), today);
    assert!(before == fs::read(old).unwrap(), "the file that is merged is not touched");
}

#[test]
fn one_of_version_2_is_upgraded_and_merged_and_its_colleagues_are_the_offices_own() {
    let folder = tempfile::tempdir().unwrap();
    let old = version(folder.path(), 2);
    let today = folder.path().join("so-moi.duluan");
    let (old, today) = (old.to_str().unwrap(), today.to_str().unwrap());
    assert_eq!(duluan(folder.path(), &["merge", today, old])["clashes"], 0);
    for path in [today, old] {
        let info = duluan(folder.path(), &["info", path]);
        for (what, count) in HELD_2 {
            let since = if what == "log_records" { SHIPPED_SINCE } else { 0 };
            assert_eq!(info[what], count + since, "{what}: {info}");
        }
        assert_eq!(duluan(folder.path(), &["check", path])["ok"], true);
        let file = rusqlite::Connection::open(path).unwrap();
        let own: i64 = file
            .query_row("SELECT count(*) FROM handler WHERE office IS NULL", [], |row| row.get(0))
            .unwrap();
        assert_eq!(own, 3);
    }
}

/// What the file of version 3 held: a small invented office.
const HELD_3: [(&str, i64); 5] =
    [("units", 235), ("collaborators", 10), ("reports", 8), ("items", 17), ("syntheses", 2)];

fn views(path: &str) -> Vec<String> {
    let file = rusqlite::Connection::open(path).unwrap();
    let mut views = file
        .prepare("SELECT code FROM saved_view WHERE place = 'inbox' AND deleted = 0 ORDER BY position, name")
        .unwrap();
    views.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn one_of_version_3_gets_the_views_it_lacks_and_they_are_those_of_every_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let (old, today) = (version(folder.path(), 3), folder.path().join("so-moi.duluan"));
    let (old, today) = (old.to_str().unwrap(), today.to_str().unwrap());
    assert!(!views(old).iter().any(|code| code == "answer_overdue"));
    let info = duluan(folder.path(), &["merge", today, old]);
    assert_eq!(info["clashes"], 0, "{info}");
    // Opened for writing it is brought up to date; merged with the other both ways nothing is there twice.
    duluan(folder.path(), &["import", old, "tests/data/samples/reports/152-BC-DU.docx", "--dry-run"]);
    assert_eq!(duluan(folder.path(), &["merge", old, today])["clashes"], 0);
    for path in [today, old] {
        let info = duluan(folder.path(), &["info", path]);
        for (what, count) in HELD_3 {
            assert_eq!(info[what], count, "{what}: {info}");
        }
        assert_eq!(duluan(folder.path(), &["check", path])["ok"], true);
        let views = views(path);
        assert_eq!(views.len(), 9, "{views:?}");
        assert!(views.ends_with(&["answer_overdue".to_owned(), "filed_disagree".to_owned()]), "{views:?}");
    }
}

/// What the file of version 4 held: a small invented office that changed the outline that came with the program.
const HELD_4: [(&str, i64); 5] =
    [("units", 235), ("collaborators", 10), ("reports", 8), ("items", 15), ("syntheses", 2)];

/// The outlines by name, with the headings of their first level.
fn outlines(path: &str) -> Vec<(String, Vec<String>)> {
    let file = rusqlite::Connection::open(path).unwrap();
    let all: Vec<(Vec<u8>, String)> = {
        let mut all =
            file.prepare("SELECT id, name FROM outline WHERE deleted = 0 ORDER BY position, id").unwrap();
        all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let headings = |id: &Vec<u8>| {
        let mut headings = file
            .prepare(
                "SELECT heading FROM outline_section WHERE outline = ? AND deleted = 0 AND parent IS NULL ORDER BY position",
            )
            .unwrap();
        headings.query_map([id], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    all.into_iter().map(|(id, name)| (name, headings(&id))).collect()
}

#[test]
fn one_of_version_4_gets_the_other_outlines_and_keeps_what_the_office_made_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (old, today) = (version(folder.path(), 4), folder.path().join("so-moi.duluan"));
    let (old, today) = (old.to_str().unwrap(), today.to_str().unwrap());
    let own = outlines(old);
    assert_eq!(own.len(), 1);
    assert!(own[0].1.contains(&"Tôn giáo, dân tộc".to_owned()), "{own:?}");
    let merged = duluan(folder.path(), &["merge", today, old]);
    assert_eq!(merged["clashes"], 0, "{merged}");
    duluan(folder.path(), &["import", old, "tests/data/samples/reports/152-BC-DU.docx", "--dry-run"]);
    assert_eq!(duluan(folder.path(), &["merge", old, today])["clashes"], 0);
    for path in [today, old] {
        let info = duluan(folder.path(), &["info", path]);
        for (what, count) in HELD_4 {
            assert_eq!(info[what], count, "{what}: {info}");
        }
        assert_eq!(duluan(folder.path(), &["check", path])["ok"], true);
        let outlines = outlines(path);
        let names: Vec<&str> = outlines.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), 8, "{names:?}");
        assert_eq!((outlines[0].0.as_str(), &outlines[0].1), ("Báo cáo thường kỳ", &own[0].1));
        assert!(names.contains(&"Báo cáo quý") && names.contains(&"Báo cáo kết quả công tác"), "{names:?}");
    }
    // The month's outline is offered for months in files of every version.
    let month = duluan(folder.path(), &["summary", old, "--period", "2026-08"]);
    assert_eq!(month["title"], "tình hình Nhân dân và dư luận xã hội tháng 8/2026");
    let week = duluan(folder.path(), &["summary", old, "--period", "2026-W41"]);
    assert!(week["title"].as_str().unwrap().starts_with("tình hình dư luận xã hội tuần 41/2026"), "{week}");
}

/// What lists and the search read, row by row.
fn derived(path: &str) -> Vec<Vec<rusqlite::types::Value>> {
    let file = rusqlite::Connection::open(path).unwrap();
    let mut rows = Vec::new();
    for table in ["collaborator_key", "item_doc", "item_band", "decision", "twin"] {
        let mut all = file.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = all.column_count();
        let read = all
            .query_map([], |row| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<_>, _>>())
            .unwrap();
        rows.extend(read.map(Result::unwrap));
    }
    rows
}

#[test]
fn what_the_lists_read_is_after_an_upgrade_what_it_would_be_built_anew() {
    for number in 1..duluan::file::schema::VERSION {
        let folder = tempfile::tempdir().unwrap();
        let path = version(folder.path(), number as u32);
        let path = path.to_str().unwrap();
        duluan(folder.path(), &["import", path, "tests/data/samples/reports/152-BC-DU.docx", "--dry-run"]);
        let upgraded = derived(path);
        assert!(upgraded.len() > 20, "{}", upgraded.len());
        duluan(folder.path(), &["check", path, "--rebuild-index"]);
        assert_eq!(upgraded, derived(path), "version {number}");
    }
}

/// What the file of version 5 held: a small invented office, whose people were kept for five years.
const HELD_5: [(&str, i64); 6] = [
    ("units", 235),
    ("collaborators", 10),
    ("reports", 8),
    ("items", 15),
    ("syntheses", 2),
    ("log_records", 1715),
];

#[test]
fn one_of_version_5_keeps_people_five_years_until_its_office_says_otherwise_and_has_no_term_yet() {
    let folder = tempfile::tempdir().unwrap();
    let (old, today) = (version(folder.path(), 5), folder.path().join("so-moi.duluan"));
    let (old, today) = (old.to_str().unwrap(), today.to_str().unwrap());
    assert_eq!(duluan(folder.path(), &["merge", today, old])["clashes"], 0);
    // Opened for writing it is brought up to date; the office that says otherwise afterwards says so in every copy.
    duluan(folder.path(), &["import", old, "tests/data/samples/reports/152-BC-DU.docx", "--dry-run"]);
    let said = |path: &str| -> (i64, Option<String>) {
        let file = rusqlite::Connection::open(path).unwrap();
        let of = "SELECT retention_years, term_from FROM office WHERE name <> ''";
        file.query_row(of, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    };
    assert_eq!((said(old), said(today)), ((5, None), (5, None)));
    let mut file = duluan::office::open(Path::new(old), duluan::file::Who::default()).unwrap();
    let mut office = duluan::roster::store::office_card(file.connection()).unwrap();
    (office.retention_years, office.term_from) = (10, "2025-08-16".parse().ok());
    file.write("office-edit", |tx| {
        duluan::roster::store::set_office(tx, &office).map_err(duluan::file::FileError::from)
    })
    .unwrap();
    drop(file);
    for (into, from) in [(today, old), (old, today)] {
        assert_eq!(duluan(folder.path(), &["merge", into, from])["clashes"], 0);
        let info = duluan(folder.path(), &["info", into]);
        for (what, count) in HELD_5 {
            // The two fields that were said since, and the views.
            let since = if what == "log_records" { 2 + ROSTER_VIEWS } else { 0 };
            assert_eq!(info[what], count + since, "{what}: {info}");
        }
        assert_eq!(duluan(folder.path(), &["check", into])["ok"], true);
        assert_eq!(said(into), (10, Some("2025-08-16".to_owned())));
    }
}
