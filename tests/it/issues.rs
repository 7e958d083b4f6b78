//! The page of issues in a real terminal: what is overdue, an answer to all its items, its ladder.

use std::path::{Path, PathBuf};

use chrono::{Days, Local};
use duluan::file::{FileError, Who};
use duluan::inbox::model::{NewItem, NewReport};
use duluan::inbox::records::IssueRecord;
use duluan::inbox::store::{Decision, Numbering, decide, insert_report, save_issue};
use duluan::roster::model::NewCollaborator;
use duluan::roster::store::insert_collaborator;
use rusqlite::Connection;
use uuid::Uuid;

use crate::common::terminal::{Terminal, key};

/// Two people reported the dirty water, an answer to which is five days late; nobody reported the market.
pub fn office(path: &Path) {
    let mut file = duluan::office::create(path, Who::default()).unwrap();
    file.write("import-reports", |tx| -> Result<(), FileError> {
        let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
        for (name, title) in
            [("Nguyễn Thị Hương", "Nước sinh hoạt đục"), ("Trần Văn An", "Nước yếu giờ cao điểm")]
        {
            let person = NewCollaborator { full_name: name.into(), ..NewCollaborator::default() };
            let person = insert_collaborator(tx, &person)?;
            let item = NewItem { title: title.into(), body: format!("{title}."), ..NewItem::default() };
            let report = NewReport { collaborator: Some(person), items: vec![item], ..NewReport::default() };
            insert_report(tx, &report, &mut numbering)?;
        }
        Ok(())
    })
    .unwrap();
    let today = Local::now().date_naive();
    let water = IssueRecord {
        title: "Nước sạch thôn 3".into(),
        grade: "risk".into(),
        state: "handling".into(),
        arisen_on: Some(today - Days::new(30)),
        answer_due: Some(today - Days::new(5)),
        lead_body: "Công ty cấp nước".into(),
        ..IssueRecord::fresh()
    };
    let market = IssueRecord {
        title: "Di dời chợ".into(),
        arisen_on: Some(today - Days::new(2)),
        ..IssueRecord::fresh()
    };
    let water = file.write("issue-enter", |tx| save_issue(tx, &water)).unwrap().value;
    file.write("issue-enter", |tx| save_issue(tx, &market)).unwrap();
    let mut found = file.connection().prepare("SELECT id FROM item").unwrap();
    let items: Vec<Uuid> =
        found.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    drop(found);
    let gather = Decision::Issue(Some(water));
    file.write(gather.action(), |tx| decide(tx, &items, &gather)).unwrap();
}

pub fn opened(width: u16, height: u16) -> (tempfile::TempDir, PathBuf, Terminal) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    office(&path);
    let terminal = Terminal::open(&path, width, height);
    terminal.wait_for("Mới 2");
    (folder, path, terminal)
}

pub fn one<T: rusqlite::types::FromSql>(path: &Path, sql: &str) -> T {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

pub fn count(path: &Path, of: &str) -> i64 {
    one(path, &format!("SELECT count(*) FROM {of}"))
}

#[test]
fn what_is_overdue_is_answered_to_everybody_who_reported_it() {
    let (_folder, path, mut terminal) = opened(80, 24);
    terminal.type_keys("17");
    let screen = terminal.wait_for("! quá hạn 5 ngày");
    assert!(screen.contains("Quá hạn trả lời 1"), "{screen}");
    let place = |text: &str| screen.find(text).unwrap();
    assert!(place("Nước sạch thôn 3") < place("Di dời chợ"), "{screen}");
    terminal.wait_for("Công ty cấp nước");

    // Its items open in the inbox, just as many as were counted.
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("1 / 2");
    assert!(screen.contains("Nước yếu giờ cao điểm") && screen.contains("vđ:"), "{screen}");
    terminal.press("7");
    terminal.wait_for("! quá hạn 5 ngày");

    // The answer goes to both who reported, and the page stays under its form.
    terminal.press("p");
    let screen = terminal.wait_for("Trả lời 2 nội dung");
    assert!(screen.contains("Trả lời: Nước sạch thôn 3"), "{screen}");
    terminal.type_keys("Đã thay đường ống.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.settle();
    assert_eq!(count(&path, "orientation_item"), 2);
    assert_eq!(count(&path, "orientation_recipient"), 2);
    assert_eq!(one::<String>(&path, "SELECT answer FROM issue WHERE answer <> ''"), "Đã thay đường ống.");
    // It is given when it is sent.
    terminal.press("8");
    terminal.wait_for("chưa gửi");
    terminal.press("g");
    terminal.wait_for("Đã gửi 2 nơi qua đâu?");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi là gửi 2 nơi");
    terminal.press("7");
    let screen = terminal.wait_for("Quá hạn trả lời 0");
    assert!(screen.contains("Đã trả lời 1"), "{screen}");
    terminal.press("z");
    terminal.wait_for("Quá hạn trả lời 1");
    terminal.press("z");
    terminal.settle();
    assert_eq!(count(&path, "orientation WHERE deleted = 0"), 0);
    terminal.quit();
}

#[test]
fn the_ladder_tells_who_raised_the_grade_and_an_issue_is_entered_and_taken_away() {
    let (_folder, path, mut terminal) = opened(120, 40);
    terminal.type_keys("7");
    terminal.wait_for("! quá hạn 5 ngày");
    terminal.press(key::F2);
    terminal.wait_for("Hồ sơ vấn đề");
    terminal.press(key::TAB);
    terminal.type_keys("die");
    terminal.press(key::CTRL_S);
    let screen = terminal.wait_for("mức: nguy cơ thành điểm nóng → điểm nóng");
    assert!(screen.contains("ghi nhận: nguy cơ thành điểm nóng"), "{screen}");
    assert_eq!(one::<String>(&path, "SELECT grade FROM issue WHERE title LIKE 'Nước%'"), "hot_spot");

    terminal.press(key::INSERT);
    terminal.wait_for("Vấn đề mới");
    terminal.type_keys("Rác thải chợ");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Tất cả 3");
    let screen = terminal.wait_for("ghi nhận: theo dõi, mới");
    assert!(screen.contains("Rác thải chợ"), "{screen}");
    assert_eq!(count(&path, "issue WHERE arisen_on = date('now', 'localtime')"), 1);
    terminal.press(key::DELETE);
    terminal.wait_for("Bỏ “Rác thải chợ” khỏi sổ?");
    terminal.press(key::ENTER);
    terminal.wait_for("Tất cả 2");
    terminal.press("z");
    terminal.wait_for("Tất cả 3");
    assert_eq!(count(&path, "issue WHERE deleted = 0"), 3);
    terminal.quit();
}
