//! The commands about the file itself: backup, restore, check, info, history, erase, and a file somebody else writes to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use duluan::file::{FileError, Who};
use duluan::office;

use crate::common::duluan;
use crate::common::terminal::{Terminal, key};

/// An office with one matter and one collaborator.
fn office_file(folder: &Path) -> PathBuf {
    let path = folder.join("so-tay.duluan");
    let mut file = office::create(&path, Who { person: "Nguyễn Văn Hòa".into(), ..Who::default() }).unwrap();
    file.write("import-reports", |tx| {
        let report = tx.new_id();
        tx.execute(
            "INSERT INTO collaborator(id, full_name, email) VALUES (?1, 'Đặng Thị Thanh Hương', 'huong@example.vn')",
            [tx.new_id()],
        )?;
        tx.execute(
            "INSERT INTO report(id, arrival_number, received_at) VALUES (?1, 'LA-H-0001', '2026-11-20T08:00:00')",
            [report],
        )?;
        tx.execute(
            "INSERT INTO item(id, report, title) VALUES (?1, ?2, 'Nước sinh hoạt đục')",
            [tx.new_id(), report],
        )?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn rename(path: &Path, title: &str) {
    let mut file = office::open(path, Who::default()).unwrap();
    file.write("item-edit", |tx| Ok::<_, FileError>(tx.execute("UPDATE item SET title = ?1", [title])?))
        .unwrap();
}

fn title(path: &Path) -> String {
    let file = office::open(path, Who::default()).unwrap();
    file.connection().query_row("SELECT title FROM item", [], |row| row.get(0)).unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

#[test]
fn a_backup_is_made_listed_and_put_back_and_what_it_replaced_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let (code, none) = said(&duluan(folder.path(), &["restore", "so-tay.duluan"]));
    assert!(code == Some(0) && none.contains("Chưa có bản sao lưu"), "{none}");
    let (code, made) = said(&duluan(folder.path(), &["backup", "so-tay.duluan"]));
    assert!(code == Some(0) && made.contains("Đã sao lưu vào"), "{made}");
    let (code, _) = said(&duluan(folder.path(), &["backup", "so-tay.duluan", "rieng.duluan"]));
    assert_eq!((code, title(&folder.path().join("rieng.duluan")).as_str()), (Some(0), "Nước sinh hoạt đục"));
    let (code, refused) = said(&duluan(folder.path(), &["backup", "so-tay.duluan", "rieng.duluan"]));
    assert!(code == Some(3) && refused.contains("rieng.duluan"), "nothing is written over: {refused}");
    rename(&file, "Sửa sau khi sao lưu");
    let (_, list) = said(&duluan(folder.path(), &["restore", "so-tay.duluan"]));
    assert!(list.lines().any(|line| line.trim_start().starts_with("1 ")), "{list}");
    let (code, done) = said(&duluan(folder.path(), &["restore", "so-tay.duluan", "1"]));
    assert!(code == Some(0) && done.contains("được giữ ở"), "{done}");
    assert_eq!(title(&file), "Nước sinh hoạt đục");
    // What it replaced is the newest backup, and comes back by its number too.
    let (code, _) = said(&duluan(folder.path(), &["restore", "so-tay.duluan", "1"]));
    assert_eq!((code, title(&file).as_str()), (Some(0), "Sửa sau khi sao lưu"));
    // No backup, or one that is no office file, changes nothing.
    fs::write(folder.path().join("thu.txt"), "một bức thư").unwrap();
    for wrong in ["99", "thu.txt"] {
        let (code, told) = said(&duluan(folder.path(), &["restore", "so-tay.duluan", wrong]));
        assert!(code == Some(3) && told.contains(wrong), "{wrong}: {told}");
    }
    assert_eq!(title(&file), "Sửa sau khi sao lưu");
}

#[test]
fn a_file_says_what_it_holds_and_a_changed_or_broken_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let (code, info) = said(&duluan(folder.path(), &["info", "so-tay.duluan"]));
    assert!(code == Some(0) && info.contains("Cộng tác viên"), "{info}");
    let (code, sound) = said(&duluan(folder.path(), &["check", "so-tay.duluan", "--rebuild-index"]));
    assert!(code == Some(0) && sound.contains("Tệp tốt"), "{sound}");
    let (code, history) = said(&duluan(folder.path(), &["history", "so-tay.duluan", "LA-H-0001"]));
    assert!(code == Some(0) && history.contains("Nguyễn Văn Hòa"), "{history}");
    // Somebody changed a value past the log.
    rename(&file, "ghi có nhật ký");
    let conn = rusqlite::Connection::open(&file).unwrap();
    let triggers = "SELECT sql, name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'item'";
    let triggers: Vec<(String, String)> = conn
        .prepare(triggers)
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (_, name) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute("UPDATE item SET title = 'sửa ngoài nhật ký'", []).unwrap();
    for (sql, _) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
    drop(conn);
    let (code, found) = said(&duluan(folder.path(), &["check", "so-tay.duluan", "--json"]));
    assert_eq!(code, Some(1), "{found}");
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!((&found["ok"], found["problems"].as_array().unwrap().is_empty()), (&false.into(), false));
    let half = fs::read(&file).unwrap();
    fs::write(folder.path().join("rach.duluan"), &half[..half.len() / 2]).unwrap();
    let (code, torn) = said(&duluan(folder.path(), &["check", "rach.duluan"]));
    assert!(matches!(code, Some(1 | 3)) && torn.contains("rach.duluan"), "{code:?} {torn}");
}

#[test]
fn what_may_tell_who_a_citizen_is_is_counted_and_not_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let check =
        |arguments: &[&str]| said(&duluan(folder.path(), &[&["check", "so-tay.duluan"], arguments].concat()));
    let personal = || {
        let (code, found) = check(&["--json"]);
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        assert_eq!((code, &found["ok"]), (Some(0), &true.into()));
        found["personal"].clone()
    };
    // The collaborator's own address is no citizen's.
    assert_eq!(personal(), serde_json::json!({"held": [], "numbers": []}));
    assert_eq!(check(&[]).1.lines().count(), 1);
    let write = |statements: &[&str]| {
        let mut file = office::open(&file, Who::default()).unwrap();
        let all = |tx: &duluan::file::Tx| {
            for sql in statements {
                tx.execute(sql, [])?;
            }
            Ok::<_, FileError>(())
        };
        file.write("item-edit", all).unwrap();
    };
    write(&[
        "UPDATE item SET title = 'Chị Trần Thị Lụa hỏi nước', body = 'Gọi 0912 345 678. Ông Lê Văn Tài, Chủ tịch UBND xã, đã trả lời.'",
        "INSERT INTO stream(id, item, gist) SELECT randomblob(16), id, 'Bà Trần Thị Lụa lo ngại' FROM item",
        "INSERT INTO stream(id, item, gist) SELECT randomblob(16), id, 'Nhân dân lo ngại' FROM item",
        "INSERT INTO orientation(id, title) VALUES (randomblob(16), 'Trả lời anh Phạm Văn Dũng')",
        "INSERT INTO survey(id, title, note) VALUES (randomblob(16), 'Đợt 1', 'Hỏi thêm: 0912 345 679')",
        "INSERT INTO synthesis(id, title) VALUES (x'0190a0b0c0d070008000000000000001', 'Báo cáo tháng')",
        "INSERT INTO synthesis_section(id, synthesis, body) VALUES (randomblob(16),
           x'0190a0b0c0d070008000000000000001', 'Nhân dân lo ngại. ⟦01912345-6780-7000-8000-090123456789⟧')",
        "INSERT INTO synthesis_section(id, synthesis, body) VALUES (randomblob(16),
           x'0190a0b0c0d070008000000000000001', 'Cô Nguyễn Thị Mơ lo ngại.')",
    ]);
    let held = |place: &str, texts: usize| serde_json::json!({"place": place, "records": 1, "texts": texts});
    let places = [held("items", 3), held("orientations", 1), held("surveys", 1), held("syntheses", 1)];
    assert_eq!(personal(), serde_json::json!({"held": places, "numbers": ["LA-H-0001"]}));
    let (code, told) = check(&[]);
    assert_eq!(code, Some(0), "a hint is no fault: {told}");
    for part in [
        "3 đoạn chữ trong 1 nội dung",
        "Ctrl-G",
        "số:LA-H-0001",
        "1 định hướng, 1 đợt điều tra, 1 báo cáo tổng hợp",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    for name in ["Lụa", "0912", "Dũng", "Mơ", "Tài"] {
        assert!(!told.contains(name), "{name}: {told}");
    }
    // What was taken off or masked is counted no more.
    write(&[
        "UPDATE orientation SET deleted = 1",
        "UPDATE synthesis SET deleted = 1",
        "UPDATE item SET deleted = 1",
    ]);
    assert_eq!(personal(), serde_json::json!({"held": [held("surveys", 1)], "numbers": []}));
}

#[test]
fn erasing_is_asked_for_twice_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let id: String = office::open(&file, Who::default())
        .unwrap()
        .connection()
        .query_row("SELECT lower(hex(id)) FROM collaborator", [], |row| row.get(0))
        .unwrap();
    let path = file.to_str().unwrap();
    let (code, nobody) = said(&duluan(folder.path(), &["erase", path, &id, "--reason", "thôi làm"]));
    assert!(code == Some(2) && nobody.contains("--yes"), "where nobody can be asked: {nobody}");
    let holds = |text: &str| fs::read(&file).unwrap().windows(text.len()).any(|part| part == text.as_bytes());
    for (answers, gone) in [(["xóa", "thôi"], false), (["xóa", "xóa"], true)] {
        let mut terminal = Terminal::start(&["erase", path, &id, "--reason", "thôi làm"], 80, 24);
        terminal.wait_for("để đồng ý");
        terminal.send(&format!("{}{}", answers[0], key::ENTER));
        terminal.wait_for("lần nữa");
        terminal.send(&format!("{}{}", answers[1], key::ENTER));
        assert_eq!(terminal.wait_exit(), 0, "{}", terminal.text());
        assert_eq!(!holds("huong@example.vn"), gone, "{}", terminal.text());
    }
    let (code, told) = said(&duluan(folder.path(), &["check", path]));
    assert_eq!(code, Some(0), "{told}");
}

#[test]
fn a_file_another_program_writes_to_for_long_is_told_as_such_and_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    fs::copy(&file, folder.path().join("khac.duluan")).unwrap();
    rename(&folder.path().join("khac.duluan"), "của bản khác");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Nước sinh hoạt đục");
    let (held, holds) = std::sync::mpsc::channel();
    let (go, gone) = std::sync::mpsc::channel();
    let long = file.clone();
    let writer = std::thread::spawn(move || {
        let mut file = office::open(&long, Who::default()).unwrap();
        file.write("import-reports", |tx| {
            tx.execute("UPDATE report SET note = 'đang nhập'", [])?;
            held.send(()).unwrap();
            gone.recv_timeout(Duration::from_secs(60)).unwrap();
            Ok::<_, FileError>(())
        })
        .unwrap();
    });
    holds.recv().unwrap();
    // From here on this process does not touch the file: closing it would give back the lock that is held.
    terminal.press("t");
    let (code, told) = said(&duluan(folder.path(), &["merge", "so-tay.duluan", "khac.duluan"]));
    assert!(code == Some(3) && told.contains("đang được một chương trình khác ghi"), "{code:?} {told}");
    // Reading goes on meanwhile.
    let (code, items) = said(&duluan(folder.path(), &["items", "so-tay.duluan"]));
    assert!(code == Some(0) && items.contains("Nước sinh hoạt đục"), "{items}");
    terminal.wait_for("chương trình khác ghi");
    go.send(()).unwrap();
    writer.join().unwrap();
    // What could not be written is not shown as written; tried again it is.
    terminal.press(key::F5);
    terminal.wait_for("Nước sinh hoạt đục");
    terminal.settle();
    terminal.press("t");
    terminal.wait_gone("Nước sinh hoạt đục");
    terminal.quit();
    let (code, _) = said(&duluan(folder.path(), &["merge", "so-tay.duluan", "khac.duluan"]));
    assert_eq!((code, title(&file).as_str()), (Some(0), "của bản khác"));
}
