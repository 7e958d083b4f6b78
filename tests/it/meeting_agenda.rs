//! A giao ban in a real terminal: its agenda from what the file holds, what is added at once, the papers that carry it.

use std::path::PathBuf;

use chrono::{Days, Local};
use duluan::file::{FileError, Who};
use duluan::inbox::records::IssueRecord;
use duluan::roster::store::{OfficeCard, set_office};
use duluan::training::model::{AgendaKind, AgendaPoint, ClassKind, NewClass};
use duluan::{inbox, training};

use crate::common::duluan;
use crate::common::terminal::{Terminal, key};

/// An office with a giao ban yesterday, one today, and an issue whose answer is late.
fn office(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("xa.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    let today = Local::now().date_naive();
    let meeting = |title: &str, day, agenda| NewClass {
        kind: ClassKind::Briefing,
        title: title.into(),
        date_from: Some(day),
        date_to: Some(day),
        agenda,
        ..NewClass::default()
    };
    file.write("class-add", |tx| {
        let office = OfficeCard { name: "Đảng ủy xã Lộc An".to_owned(), ..OfficeCard::default() };
        set_office(tx, &office)?;
        let issue = IssueRecord {
            title: "Nước sinh hoạt đục".into(),
            answer_due: Some(today - Days::new(3)),
            ..IssueRecord::fresh()
        };
        inbox::store::save_issue(tx, &issue)?;
        let said = vec![AgendaPoint {
            kind: AgendaKind::Addition, content: "Đèn đường thôn 3 hỏng".into()
        }];
        training::store::insert_class(tx, &meeting("Giao ban kỳ trước", today - Days::new(1), said))?;
        training::store::insert_class(tx, &meeting("Giao ban kỳ này", today, Vec::new()))?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

#[test]
fn a_giao_ban_takes_what_is_due_and_what_is_said_there_becomes_items_and_stands_in_its_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(&folder);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Giao ban kỳ này");
    terminal.press("/");
    terminal.type_keys("ky nay");
    terminal.wait_for("1 lớp, hội nghị");
    terminal.press(key::ENTER);
    terminal.press("q");
    terminal.wait_for("m để lấy từ sổ");
    terminal.press("m");
    terminal.wait_for("trả lời kiến nghị: Nước sinh hoạt đục");
    terminal.wait_for("trễ hạn");
    terminal.wait_for("trả lời kiến nghị: Đèn đường thôn 3 hỏng");
    terminal.press(key::INSERT);
    terminal.press(key::INSERT);
    terminal.press(key::ENTER);
    terminal.wait_for("→ Nước sinh hoạt đục");
    terminal.press("b");
    terminal.wait_for("Ý kiến nêu tại cuộc họp");
    terminal.type_keys("Trưởng thôn 7");
    terminal.press(key::TAB);
    terminal.type_keys("Bà con thôn 7 đề nghị sửa cầu trước mùa lũ");
    terminal.press(key::CTRL_S);
    terminal.wait_for("→ Trưởng thôn 7: Bà con thôn 7 đề nghị sửa cầu");
    terminal.press("n");
    terminal.wait_for("Thêm nội dung họp");
    terminal.type_keys("Tuyên truyền phòng chống lũ");
    terminal.press(key::BACK_TAB);
    terminal.press(key::LEFT);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Nội dung (4)");
    terminal.quit();
    let file = duluan::office::open(&path, Who::default()).unwrap();
    let lines = training::store::class_lines(file.connection()).unwrap();
    let id = lines.iter().find(|line| line.title == "Giao ban kỳ này").unwrap().id;
    let points = training::store::points(file.connection(), id).unwrap();
    let told: Vec<(AgendaKind, bool, bool)> =
        points.iter().map(|point| (point.point.kind, point.item.is_some(), point.issue.is_some())).collect();
    assert_eq!(
        told[..3],
        [
            (AgendaKind::Answer, false, true),
            (AgendaKind::Answer, false, false),
            (AgendaKind::Addition, true, false)
        ]
    );
    assert_eq!(points[3].point.kind, AgendaKind::Orientation);
    drop(file);
    let out = folder.path().join("bb.txt");
    let printed = duluan(
        folder.path(),
        &[
            "training",
            path.to_str().unwrap(),
            "--class",
            "kỳ này",
            "--paper",
            "minutes",
            "--out",
            out.to_str().unwrap(),
        ],
    );
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let minutes = std::fs::read_to_string(&out).unwrap();
    for said in
        ["Nước sinh hoạt đục", "sửa cầu trước mùa lũ", "Tuyên truyền phòng chống lũ", "Định hướng kỳ tới"]
    {
        assert!(minutes.contains(said), "{said} in {minutes}");
    }
    let items = duluan(folder.path(), &["items", path.to_str().unwrap(), "--json"]);
    let items = String::from_utf8_lossy(&items.stdout).into_owned();
    assert!(items.contains("sửa cầu trước mùa lũ"), "{items}");
}
