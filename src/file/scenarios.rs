//! Whole stories over real files: two offices, a clash, an erasure, a tampered file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::backup::{self, Reason};
use super::check::Problem;
use super::merge::{MergeError, Options, runs};
use super::testing::{Nothing, new_file};
use super::{FileError, OfficeFile, Who, decide, decisions};

pub(super) fn office(path: &Path, person: &str) -> OfficeFile {
    let who = Who { person: person.into(), office: "Đảng ủy xã Lộc An".into(), ..Who::default() };
    if path.exists() {
        OfficeFile::open(path, who, &Nothing)
    } else {
        OfficeFile::create(path, who, &Nothing)
    }
    .unwrap()
}

pub(super) fn enter(file: &mut OfficeFile, name: &str) -> Uuid {
    file.write("enter", |tx| {
        let id = tx.new_id();
        tx.execute("INSERT INTO collaborator(id, full_name) VALUES (?1, ?2)", params![id, name])?;
        Ok::<_, FileError>(id)
    })
    .unwrap()
    .value
}

pub(super) fn set(file: &mut OfficeFile, id: Uuid, column: &str, value: impl rusqlite::ToSql) {
    file.write("edit", |tx| {
        Ok::<_, FileError>(
            tx.execute(&format!("UPDATE collaborator SET {column} = ?2 WHERE id = ?1"), params![id, value])?,
        )
    })
    .unwrap();
}

pub(super) fn get<T: rusqlite::types::FromSql>(file: &OfficeFile, id: Uuid, column: &str) -> T {
    let sql = format!("SELECT {column} FROM collaborator WHERE id = ?1");
    file.connection().query_row(&sql, [id], |row| row.get(0)).unwrap()
}

/// A merge without a backup.
pub(super) const PLAIN: Options =
    Options { backups: None, dry_run: false, by_unit: false, passphrases: None, stop: None };

/// Two copies of one file, with one collaborator.
pub(super) fn two() -> (tempfile::TempDir, OfficeFile, OfficeFile, Uuid) {
    let (folder, file) = new_file();
    let mut ours = office(file.path(), "Anh Nam");
    drop(file);
    let id = enter(&mut ours, "Trần Thị Mẫu");
    let copy = folder.path().join("ban-sao.duluan");
    std::fs::copy(ours.path(), &copy).unwrap();
    let theirs = office(&copy, "Chị Hoa");
    (folder, ours, theirs, id)
}

#[test]
fn different_fields_never_clash_and_equal_files_say_nothing() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut ours, id, "post", "Bí thư chi bộ");
    set(&mut theirs, id, "email", "mau@example.vn");
    let new = enter(&mut theirs, "Lê Văn Thử");
    let dry = ours.merge(theirs.path(), Options { dry_run: true, ..PLAIN }).unwrap();
    assert_eq!(get::<String>(&ours, id, "email"), "", "a dry run writes nothing");
    let merged = ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(dry, merged);
    assert_eq!((merged.records, merged.rows, merged.clashes), (2, 2, 0));
    assert_eq!(get::<String>(&ours, id, "email"), "mau@example.vn");
    assert_eq!(get::<String>(&ours, id, "post"), "Bí thư chi bộ");
    assert_eq!(get::<String>(&ours, new, "full_name"), "Lê Văn Thử");
    let before = std::fs::read(ours.path()).unwrap();
    let again = ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!((again.records, again.rows), (0, 0));
    assert!(before == std::fs::read(ours.path()).unwrap(), "an equal file changes no byte");
    set(&mut ours, id, "note", "sau khi gộp");
    assert!(ours.can_undo());
    assert_eq!(ours.check().unwrap(), []);
}

#[test]
fn a_clash_keeps_both_until_somebody_decides() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut ours, id, "post", "Bí thư");
    set(&mut theirs, id, "post", "Phó Bí thư");
    let merged = ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(merged.clashes, 1);
    let open = decisions::list(ours.connection()).unwrap();
    assert_eq!(open.len(), 1);
    let people: Vec<_> =
        open[0].sides.iter().map(|side| (side.person.as_str(), side.value.clone())).collect();
    let text = |text: &str| Value::Text(text.into());
    assert_eq!(people, [("Chị Hoa", text("Phó Bí thư")), ("Anh Nam", text("Bí thư"))]);
    assert_eq!(get::<String>(&ours, id, "post"), "Phó Bí thư", "the newer one shows");
    ours.keep(open[0].id, 1).unwrap();
    assert_eq!(get::<String>(&ours, id, "post"), "Bí thư");
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
    theirs.merge(ours.path(), PLAIN).unwrap();
    assert_eq!(get::<String>(&theirs, id, "post"), "Bí thư", "the decision travels");
    assert_eq!(decisions::list(theirs.connection()).unwrap(), []);
    ours.undo().unwrap();
    assert_eq!(get::<String>(&ours, id, "post"), "Phó Bí thư", "a decision is undone like any edit");
}

#[test]
fn deleted_here_and_edited_there_is_asked() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "email", "mau@example.vn");
    set(&mut ours, id, "deleted", 1);
    assert_eq!(ours.merge(theirs.path(), PLAIN).unwrap().clashes, 1);
    let open = decisions::list(ours.connection()).unwrap();
    assert_eq!(open[0].kind, decide::DELETED_EDITED);
    ours.keep(open[0].id, 1).unwrap();
    assert_eq!(get::<i64>(&ours, id, "deleted"), 0);
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
    // Deleting what one has seen edited asks nobody.
    set(&mut ours, id, "deleted", 1);
    theirs.merge(ours.path(), PLAIN).unwrap();
    assert_eq!(decisions::list(theirs.connection()).unwrap(), []);
}

#[test]
fn double_arrival_numbers_are_found_and_settled_by_a_new_number() {
    let (_folder, mut ours, mut theirs, _) = two();
    let report = |file: &mut OfficeFile| {
        file.write("enter", |tx| {
            let id = tx.new_id();
            tx.execute("INSERT INTO report(id, arrival_number) VALUES (?1, 'LA-H-0001')", [id])?;
            Ok::<_, FileError>(id)
        })
        .unwrap()
        .value
    };
    let (one, other) = (report(&mut ours), report(&mut theirs));
    assert_eq!(ours.merge(theirs.path(), PLAIN).unwrap().duplicates_to_decide, 1);
    assert_eq!(decisions::list(ours.connection()).unwrap()[0].rows, [one, other]);
    ours.write("renumber", |tx| {
        Ok::<_, FileError>(
            tx.execute("UPDATE report SET arrival_number = 'LA-H-0002' WHERE id = ?1", [other])?,
        )
    })
    .unwrap();
    assert_eq!(decisions::list(ours.connection()).unwrap(), []);
}

#[test]
fn files_created_apart_merge_to_one() {
    let (folder, mut ours) = new_file();
    let mut theirs = office(&folder.path().join("khac.duluan"), "Chị Hoa");
    let id = enter(&mut theirs, "Trần Thị Mẫu");
    ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(get::<String>(&ours, id, "full_name"), "Trần Thị Mẫu");
}

#[test]
fn taking_a_merge_back_leaves_what_was_built_on_it() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "email", "mau@example.vn");
    let (used, unused) = (enter(&mut theirs, "Có người sửa"), enter(&mut theirs, "Không ai sửa"));
    ours.merge(theirs.path(), PLAIN).unwrap();
    set(&mut ours, used, "note", "sửa ở đây");
    let run = runs(ours.connection()).unwrap()[0].id;
    let taken = ours.take_merge_back(run).unwrap();
    assert_eq!((taken.records, taken.kept), (2, vec![("collaborator", used)]));
    assert_eq!(get::<String>(&ours, id, "email"), "");
    let gone = !ours
        .connection()
        .prepare("SELECT 1 FROM collaborator WHERE id = ?1")
        .unwrap()
        .exists([unused])
        .unwrap();
    assert!(gone);
    assert_eq!(ours.check().unwrap(), []);
    assert!(matches!(ours.take_merge_back(run), Err(FileError::NoSuchRow(_))), "only once");
    ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(get::<String>(&ours, id, "email"), "mau@example.vn", "it can be merged again");
    assert_eq!(ours.check().unwrap(), []);
}

fn holds(path: &Path, text: &str) -> bool {
    std::fs::read(path).unwrap().windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

const SECRETS: [&str; 4] = ["Trần Thị Mẫu", "bimat-cu@example.vn", "bimat-moi@example.vn", "0912345678"];

#[test]
fn what_is_erased_is_in_no_byte_of_the_file_and_does_not_come_back() {
    let (folder, mut ours, mut theirs, id) = two();
    set(&mut ours, id, "email", SECRETS[1]);
    set(&mut ours, id, "email", SECRETS[2]);
    ours.write("phone", |tx| {
        let phone = super::link_id("collaborator_phone", &[id.as_bytes(), SECRETS[3].as_bytes()]);
        tx.execute(
            "INSERT INTO collaborator_phone(id, collaborator, number) VALUES (?1, ?2, ?3)",
            params![phone, id, SECRETS[3]],
        )?;
        tx.execute("INSERT INTO draft(place, row, body) VALUES ('form', zeroblob(16), ?1)", [SECRETS[2]])?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    let copied = enter(&mut ours, "người khác");
    set(&mut ours, copied, "note", "báo qua Trần Thị Mẫu");
    theirs.merge(ours.path(), PLAIN).unwrap();
    set(&mut theirs, id, "email", "go-sau@example.vn");
    ours.backup(folder.path(), Reason::Daily).unwrap();
    assert!(SECRETS.iter().all(|secret| holds(ours.path(), secret)));
    let erased = ours.erase(id, None, "người này yêu cầu", folder.path()).unwrap();
    assert_eq!((erased.rows, erased.backups.len()), (2, 1));
    assert_eq!(erased.also_in, [("collaborator", copied, "note")]);
    set(&mut ours, copied, "note", "");
    ours.erase(copied, Some("note"), "bản chép", folder.path()).unwrap();
    assert!(SECRETS.iter().all(|secret| !holds(ours.path(), secret)), "still in the file");
    assert_eq!(ours.check().unwrap(), []);
    ours.undo().unwrap();
    ours.merge(theirs.path(), PLAIN).unwrap();
    theirs.merge(ours.path(), PLAIN).unwrap();
    for file in [&ours, &theirs] {
        let (email, name): (String, String) = (get(file, id, "email"), get(file, id, "full_name"));
        assert_eq!((email.as_str(), name.as_str()), ("", ""));
        assert!(SECRETS.iter().all(|secret| !holds(file.path(), secret)), "came back");
        assert!(!holds(file.path(), "go-sau@example.vn"), "typed without knowing of the erasure");
        assert_eq!(file.check().unwrap(), []);
    }
    set(&mut theirs, id, "email", "moi@example.vn");
    ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(get::<String>(&ours, id, "email"), "moi@example.vn", "what is typed after it stays");
    assert!(matches!(ours.erase(id, Some("deleted"), "x", folder.path()), Err(FileError::NoSuchRow(_))));
}

/// A copy of the file, tampered with.
fn tampered(file: &OfficeFile, name: &str, change: &str) -> PathBuf {
    let path = file.path().with_file_name(name);
    std::fs::copy(file.path(), &path).unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(change).unwrap();
    path
}

#[test]
fn bad_files_are_refused_by_name_and_ours_stays() {
    let (folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "post", "Bí thư");
    let before = std::fs::read(ours.path()).unwrap();
    let text = folder.path().join("thu.duluan");
    std::fs::write(&text, "không phải cơ sở dữ liệu, chỉ là một đoạn văn bản dài hơn một trang tiêu đề")
        .unwrap();
    let broken = folder.path().join("hong.duluan");
    let mut bytes = std::fs::read(theirs.path()).unwrap();
    let end = bytes.len();
    bytes[end / 2..].fill(0x5a);
    std::fs::write(&broken, bytes).unwrap();
    let newer = tampered(&theirs, "moi.duluan", "PRAGMA user_version = 99");
    let spy =
        tampered(&theirs, "do-tham.duluan", "CREATE TRIGGER spy AFTER INSERT ON log BEGIN SELECT 1; END");
    let value = "DROP TRIGGER collaborator_7; UPDATE collaborator SET post = 'sửa ngoài nhật ký'";
    let lie = tampered(&theirs, "doi.duluan", value);
    let trigger: String = theirs
        .connection()
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'collaborator_7'", [], |row| row.get(0))
        .unwrap();
    Connection::open(&lie).unwrap().execute_batch(&trigger).unwrap();
    let record = tampered(&theirs, "vo-nghia.duluan", "UPDATE log SET tbl = 999 WHERE rep > 0");
    let other = |error| match error {
        Err(MergeError::Other(error)) => error,
        answer => panic!("{answer:?}"),
    };
    assert!(matches!(other(ours.merge(&text, PLAIN)), FileError::NotAnOffice));
    assert!(matches!(other(ours.merge(&newer, PLAIN)), FileError::Newer(99)));
    assert!(matches!(other(ours.merge(&spy, PLAIN)), FileError::Foreign(name) if name == "spy"));
    assert!(matches!(other(ours.merge(&lie, PLAIN)), FileError::Damaged(_)));
    assert!(matches!(other(ours.merge(&record, PLAIN)), FileError::Damaged(_)));
    assert!(matches!(other(ours.merge(&broken, PLAIN)), FileError::Damaged(_)));
    assert!(matches!(other(ours.merge(Path::new("khong-co.duluan"), PLAIN)), FileError::Missing(_)));
    assert!(before == std::fs::read(ours.path()).unwrap());
    assert!(matches!(OfficeFile::open(&spy, Who::default(), &Nothing), Err(FileError::Foreign(_))));
    assert!(matches!(OfficeFile::open(&text, Who::default(), &Nothing), Err(FileError::NotAnOffice)));
    let found = OfficeFile::open(&lie, Who::default(), &Nothing).unwrap().check().unwrap();
    assert_eq!(found, [Problem::Value("collaborator", "post", id)]);
    let mut read_only = OfficeFile::open(&newer, Who::default(), &Nothing).unwrap();
    assert!(!read_only.is_writable());
    assert_eq!(get::<String>(&read_only, id, "full_name"), "Trần Thị Mẫu");
    let refused = read_only.write("edit", |_| Ok::<_, FileError>(()));
    assert!(matches!(refused, Err(FileError::ReadOnly)));
}

#[test]
fn a_backup_is_whole_private_and_comes_back() {
    let (folder, mut ours, _, id) = two();
    let backups = folder.path().join("backups");
    assert!(ours.backup_daily(&backups).unwrap().is_some());
    assert!(ours.backup_daily(&backups).unwrap().is_none(), "once a day");
    set(&mut ours, id, "full_name", "Đã Đổi Tên");
    let list = backup::list(ours.path(), &backups).unwrap();
    assert_eq!(list.len(), 1);
    #[cfg(unix)]
    for path in [&list[0].path, &ours.path().to_owned()] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let kept = backup::restore(ours.path(), &list[0].path, &backups).unwrap().unwrap();
    assert_eq!(get::<String>(&office(&kept, ""), id, "full_name"), "Đã Đổi Tên");
    assert_eq!(
        get::<String>(&ours, id, "full_name"),
        "Trần Thị Mẫu",
        "an open program sees what was restored"
    );
    set(&mut ours, id, "note", "sau khi phục hồi");
    assert_eq!(ours.check().unwrap(), []);
    let nowhere = folder.path().join("mat.duluan");
    assert!(backup::restore(&nowhere, &list[0].path, &backups).unwrap().is_none());
    assert_eq!(get::<String>(&office(&nowhere, ""), id, "full_name"), "Trần Thị Mẫu");
    let broken = folder.path().join("hong.duluan");
    std::fs::write(&broken, "hỏng").unwrap();
    assert!(backup::restore(ours.path(), &broken, &backups).is_err());
}

#[test]
fn another_program_that_writes_is_waited_for_and_then_named() {
    let (_folder, mut ours, theirs, id) = two();
    drop(theirs);
    let other = Connection::open(ours.path()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    ours.conn.busy_timeout(Duration::from_millis(50)).unwrap();
    let busy = ours.write("edit", |_| Ok::<_, FileError>(()));
    assert!(matches!(busy, Err(FileError::Busy)));
    other.execute_batch("COMMIT").unwrap();
    set(&mut ours, id, "note", "sau");
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let (_folder, mut ours, mut theirs, id) = two();
    set(&mut theirs, id, "note", "x".repeat(300_000));
    let page: i64 = ours.conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let room = |file: &OfficeFile, pages: i64| {
        file.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    };
    room(&ours, page + 2);
    let before = std::fs::read(ours.path()).unwrap();
    assert!(matches!(ours.merge(theirs.path(), PLAIN), Err(MergeError::Ours(FileError::Full))));
    let long = "y".repeat(300_000);
    let written = ours.write("edit", |tx| {
        Ok::<_, FileError>(tx.execute("UPDATE collaborator SET note = ?2 WHERE id = ?1", params![id, long])?)
    });
    assert!(matches!(written, Err(FileError::Full)), "{:?}", written.map(|written| written.value));
    let all = ours.merge_all(&[theirs.path().to_owned()], PLAIN, |_| true);
    assert!(matches!(all.stopped, Some(super::merge::Stopped::Ours(FileError::Full))));
    assert!(before == std::fs::read(ours.path()).unwrap());
    assert_eq!(ours.check().unwrap(), []);
    room(&ours, 1 << 30);
    ours.merge(theirs.path(), PLAIN).unwrap();
    assert_eq!(get::<String>(&ours, id, "note").len(), 300_000);
}
