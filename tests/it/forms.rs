//! Forms of the inbox in a real terminal: an item edited, its issue, an answer to it, a duty.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, Who};
use duluan::inbox::model::{Band, NewItem, NewReport, NewStream, Tendency};
use duluan::inbox::store::{Decision, Numbering, decide, insert_report};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::{ensure_unit, insert_collaborator};
use rusqlite::Connection;
use uuid::Uuid;

use crate::common::terminal::{Terminal, key};

fn office(path: &Path) {
    let mut file = duluan::office::create(path, Who::default()).unwrap();
    file.write("import-reports", |tx| -> Result<(), FileError> {
        let unit = ensure_unit(tx, "Thôn 3")?;
        let person = NewCollaborator {
            full_name: "Nguyễn Thị Thanh Hương".to_owned(),
            unit: Some(unit),
            ..NewCollaborator::default()
        };
        let person = insert_collaborator(tx, &person)?;
        let stream = NewStream {
            group_name: "người dân thôn 3".to_owned(),
            band: Band::Many,
            tendency: Tendency::Worry,
            gist: "Nước đục, không dùng được.".to_owned(),
            band_word: "phần lớn".to_owned(),
            ..NewStream::default()
        };
        let report = NewReport {
            collaborator: Some(person),
            unit: Some(unit),
            submitter_name: "Nguyễn Thị Thanh Hương".to_owned(),
            items: vec![NewItem {
                title: "Nước sinh hoạt đục".to_owned(),
                body: "Nước đục đã năm ngày.".to_owned(),
                streams: vec![stream],
                ..NewItem::default()
            }],
            ..NewReport::default()
        };
        insert_report(tx, &report, &mut Numbering::with_prefix(tx, "LA", "H")?)?;
        Ok(())
    })
    .unwrap();
    let item: Uuid = file.connection().query_row("SELECT id FROM item", [], |row| row.get(0)).unwrap();
    let issue = Decision::NewIssue("Nước sạch thôn 3".to_owned(), "salient");
    file.write(issue.action(), |tx| decide(tx, &[item], &issue)).unwrap();
}

fn opened() -> (tempfile::TempDir, PathBuf, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    office(&path);
    let terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Mới 1");
    (folder, path, terminal)
}

fn one<T: rusqlite::types::FromSql>(path: &Path, sql: &str) -> T {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn count(path: &Path, sql: &str) -> i64 {
    one(path, &format!("SELECT count(*) FROM {sql}"))
}

#[test]
fn an_item_is_edited_with_its_streams_and_taken_back() {
    let (_folder, path, mut terminal) = opened();
    terminal.press(key::F2);
    terminal.wait_for("Sửa nội dung");
    terminal.type_keys(" ở thôn 3");
    // Down past the item's own fields and those of its report to the stream's gist, and one stream more.
    terminal.press(key::PAGE_DOWN);
    terminal.press(key::PAGE_DOWN);
    for _ in 0..4 {
        terminal.press(key::TAB);
    }
    terminal.wait_for("Nước đục, không dùng được.");
    terminal.type_keys(" Trẻ em bị ngứa.");
    terminal.press(key::TAB);
    terminal.type_keys("tiểu thương");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.wait_for("Nước sinh hoạt đục ở thôn 3");
    terminal.settle();
    assert_eq!(one::<String>(&path, "SELECT title FROM item"), "Nước sinh hoạt đục ở thôn 3");
    assert_eq!(
        one::<String>(&path, "SELECT gist FROM stream WHERE band = 'many'"),
        "Nước đục, không dùng được. Trẻ em bị ngứa."
    );
    assert_eq!(count(&path, "stream WHERE group_name = 'tiểu thương' AND deleted = 0"), 1);
    // The reporter's own word is nobody's to change.
    assert_eq!(count(&path, "stream WHERE band_word = 'phần lớn'"), 1);
    // Only what was changed is in the log.
    assert_eq!(
        count(&path, "log JOIN grp USING (rep, grp) WHERE grp.action = 'item-edit' AND log.op = 1"),
        2
    );
    terminal.press("z");
    terminal.wait_gone("ở thôn 3");
    terminal.settle();
    assert_eq!(one::<String>(&path, "SELECT title FROM item"), "Nước sinh hoạt đục");
    terminal.quit();
}

#[test]
fn an_issue_is_followed_to_its_answer() {
    let (_folder, path, mut terminal) = opened();
    terminal.press("h");
    terminal.wait_for("Hồ sơ vấn đề");
    terminal.press(key::TAB);
    terminal.type_keys("ng");
    terminal.press(key::TAB);
    terminal.type_keys("dang");
    terminal.press(key::TAB);
    // The day it arose stands there from its items; the answer cannot be due before it.
    terminal.press(key::PAGE_DOWN);
    terminal.type_keys("Công ty cấp nước");
    terminal.press(key::TAB);
    terminal.type_keys("1/1/2020");
    terminal.press(key::CTRL_S);
    terminal.wait_for("sớm hơn ngày phát sinh");
    for _ in 0..8 {
        terminal.press(key::BACKSPACE);
    }
    terminal.type_keys("+7n");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.settle();
    assert_eq!(one::<String>(&path, "SELECT grade FROM issue"), "risk");
    assert_eq!(one::<String>(&path, "SELECT state FROM issue"), "handling");
    assert_eq!(one::<String>(&path, "SELECT lead_body FROM issue"), "Công ty cấp nước");
    assert_eq!(count(&path, "issue WHERE answer_due = date('now', 'localtime', '+7 days')"), 1);
    terminal.quit();
}

#[test]
fn an_answer_goes_to_those_who_sent_the_item_and_to_its_issue() {
    let (_folder, path, mut terminal) = opened();
    terminal.press("p");
    let screen = terminal.wait_for("Trả lời 1 nội dung");
    assert!(screen.contains("Nguyễn Thị Thanh Hương"), "{screen}");
    terminal.type_keys("Đã súc rửa đường ống, nước trong từ hôm nay.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.settle();
    assert_eq!(one::<String>(&path, "SELECT title FROM orientation"), "Trả lời: Nước sinh hoạt đục");
    // It was written and not sent yet.
    assert_eq!(count(&path, "orientation WHERE sent_at IS NULL AND sent_through = ''"), 1);
    assert_eq!(count(&path, "orientation_item"), 1);
    assert_eq!(count(&path, "orientation_recipient WHERE collaborator IS NOT NULL"), 1);
    assert!(one::<String>(&path, "SELECT answer FROM issue").starts_with("Đã súc rửa"));
    // It stands in the preview, and the same key shows it: to be copied, and mended when it is sent.
    terminal.wait_for("chưa gửi");
    terminal.press("p");
    terminal.wait_for("Đã trả lời 1/1");
    terminal.press("c");
    terminal.wait_for("Đã chép câu trả lời");
    terminal.press(key::F2);
    terminal.wait_for("Phản hồi, định hướng");
    terminal.type_keys(" Cảm ơn bà con.");
    for _ in 0..4 {
        terminal.press(key::TAB);
    }
    terminal.type_keys("z");
    terminal.press(key::TAB);
    terminal.type_keys("hôm nay");
    terminal.press(key::CTRL_S);
    terminal.wait_for("qua Zalo");
    terminal.settle();
    assert_eq!(count(&path, "orientation WHERE sent_through = 'zalo' AND sent_at IS NOT NULL"), 1);
    assert_eq!(count(&path, "orientation_recipient WHERE deleted = 0"), 1);
    assert!(one::<String>(&path, "SELECT answer FROM issue").ends_with("Cảm ơn bà con."));
    terminal.press("z");
    terminal.wait_for("chưa gửi");
    terminal.press("z");
    terminal.settle();
    assert_eq!(count(&path, "orientation WHERE deleted = 0"), 0);
    assert_eq!(one::<String>(&path, "SELECT answer FROM issue"), "");
    terminal.quit();
}

#[test]
fn a_duty_binds_those_it_names() {
    let (_folder, path, mut terminal) = opened();
    terminal.press(key::CTRL_P);
    terminal.type_keys("che do bao cao");
    terminal.press(key::ENTER);
    terminal.wait_for("Chế độ mới");
    terminal.press(key::ENTER);
    terminal.wait_for("Tên chế độ");
    terminal.type_keys("Báo cáo tuần");
    terminal.press(key::TAB);
    terminal.press(key::TAB);
    terminal.type_keys("neu");
    terminal.press(key::TAB);
    terminal.wait_for("Gồm những ai");
    terminal.type_keys("thon 3");
    terminal.wait_for("thôn 3");
    terminal.press(key::ESC);
    // What was typed for a list that was closed is gone with it.
    terminal.wait_gone("thon 3");
    terminal.type_keys("ntth");
    terminal.press(key::ENTER);
    terminal.press(key::TAB);
    terminal.type_keys("tu");
    terminal.press(key::TAB);
    terminal.press(key::BACKSPACE);
    terminal.type_keys("9");
    terminal.press(key::CTRL_S);
    terminal.wait_for("từ 1 (thứ Hai) đến 7");
    terminal.press(key::BACKSPACE);
    terminal.type_keys("4");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.settle();
    assert_eq!(
        one::<String>(&path, "SELECT who FROM duty WHERE deleted = 0 AND name = 'Báo cáo tuần'"),
        "named"
    );
    assert_eq!(one::<i64>(&path, "SELECT boundary_day FROM duty WHERE name = 'Báo cáo tuần'"), 4);
    assert_eq!(count(&path, "duty_member WHERE collaborator IS NOT NULL AND deleted = 0"), 1);
    terminal.quit();
}
