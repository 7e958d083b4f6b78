//! The page of orientations in a real terminal: written for those a filter means, sent, printed, told at a giao ban.

use std::path::Path;

use chrono::{Days, Local};
use duluan::file::{FileError, Who};
use duluan::roster::model::{NewCollaborator, NewUnit};
use duluan::roster::store::{insert_collaborator, insert_unit};
use duluan::training::model::{AgendaKind, AgendaPoint, ClassKind, ClassState, NewClass, Participant};
use duluan::training::store::insert_class;

use crate::common::terminal::{Terminal, key};
use crate::issues::{count, one};

/// Two people in one commune, one in another.
fn roster(path: &Path) {
    let mut file = duluan::office::create(path, Who::default()).unwrap();
    file.write("enter", |tx| -> Result<(), FileError> {
        for (unit, names) in [
            ("xã Lộc An", ["Trần Văn An", "Lê Thị Bình"].as_slice()),
            ("xã Phú Hòa", ["Ngô Thị Cúc"].as_slice()),
        ] {
            let unit = insert_unit(tx, &NewUnit::named(unit))?;
            for name in names {
                let person = NewCollaborator {
                    full_name: (*name).into(),
                    unit: Some(unit),
                    ..NewCollaborator::default()
                };
                insert_collaborator(tx, &person)?;
            }
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn one_is_written_for_a_commune_copied_printed_and_noted_as_sent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    roster(&path);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("Hộp báo cáo");
    terminal.press("8");
    terminal.wait_for("Chưa có định hướng nào");
    terminal.press("n");
    terminal.wait_for("Gửi tới 3 nơi: Trần Văn An, Lê Thị Bình, Ngô Thị Cúc");
    terminal.type_keys("Định hướng về giá nước");
    terminal.press(key::TAB);
    terminal.type_keys("Giá nước mới áp dụng từ tháng 12.");
    for _ in 0..3 {
        terminal.press(key::TAB);
    }
    // The count follows what is typed, and what is wrong is told.
    terminal.type_keys("cấp:làng");
    terminal.wait_for("Không có giá trị “làng”");
    for _ in 0.."cấp:làng".chars().count() {
        terminal.press(key::BACKSPACE);
    }
    // What is wrong is selected: what is typed takes its place; Tab completes keys and names.
    terminal.type_keys("cấp:nhà");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Không có giá trị “nhà”");
    terminal.type_keys("đ");
    terminal.press(key::TAB);
    terminal.wait_for("tấtcả đv:");
    terminal.type_keys("loc");
    terminal.press(key::TAB);
    terminal.wait_for("tấtcả đv:\"xã Lộc An\"");
    terminal.wait_for("Gửi tới 2 nơi: Trần Văn An, Lê Thị Bình");
    terminal.press(key::F5);
    // The title of the list; the line above it says the same and a colon.
    let screen = terminal.wait_for("Gửi tới 2 nơi ");
    assert!(screen.contains("xã Lộc An") && !screen.contains("Cúc"), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_gone("Gửi tới 2 nơi ");
    terminal.press(key::CTRL_S);
    let screen = terminal.wait_for("2 nơi nhận");
    assert!(screen.contains("chưa gửi"), "{screen}");
    assert_eq!(one::<String>(&path, "SELECT recipients FROM orientation"), "tấtcả đv:\"xã Lộc An\"");
    assert_eq!(count(&path, "orientation_recipient"), 0);

    // As a message, as a text, as a paper.
    terminal.press("c");
    terminal.wait_for("ĐỊNH HƯỚNG VỀ GIÁ NƯỚC");
    terminal.press("x");
    terminal.wait_for("Xuất ra tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi");
    let text = std::fs::read_to_string(folder.path().join("Định hướng về giá nước.txt")).unwrap();
    assert!(text.contains("ĐỊNH HƯỚNG VỀ GIÁ NƯỚC\r\n\r\nGiá nước mới"), "{text}");
    terminal.press("x");
    terminal.wait_for("Xuất ra tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Định hướng về giá nước.docx");
    terminal.settle();
    assert!(folder.path().join("Định hướng về giá nước.docx").is_file());
    // A file that is there is not written over unasked.
    terminal.press("x");
    terminal.wait_for("Xuất ra tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Enter đồng ý");
    terminal.press(key::ESC);

    // Sent: those the filter means are settled, and taken back they are open again.
    terminal.press("g");
    terminal.wait_for("Đã gửi 2 nơi qua đâu?");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi là gửi 2 nơi");
    terminal.wait_for("qua Zalo");
    assert_eq!(count(&path, "orientation_recipient WHERE deleted = 0"), 2);
    terminal.press("z");
    terminal.wait_for("Đã gửi 0");
    assert_eq!(count(&path, "orientation WHERE sent_at IS NOT NULL"), 0);
    terminal.press(key::DELETE);
    terminal.wait_for("Bỏ “Định hướng về giá nước”?");
    terminal.press(key::ENTER);
    terminal.wait_for("Tất cả 0");
    terminal.press("z");
    terminal.wait_for("Tất cả 1");
    terminal.quit();
}

#[test]
fn an_answer_is_told_at_a_giao_ban_to_those_who_attended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    crate::issues::office(&path);
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    let day = Local::now().date_naive() - Days::new(2);
    file.write("class-add", |tx| {
        let known =
            tx.query_row("SELECT id FROM collaborator WHERE full_name LIKE '%An'", [], |row| row.get(0))?;
        let an = Participant {
            collaborator: Some(known),
            full_name: "Trần Văn An".into(),
            ..Participant::default()
        };
        let point = AgendaPoint { kind: AgendaKind::Answer, content: "Trả lời kỳ trước".into() };
        let class = NewClass {
            kind: ClassKind::Briefing,
            title: "Giao ban tháng này".into(),
            date_from: Some(day),
            state: ClassState::Held,
            participants: vec![an],
            agenda: vec![point],
            ..NewClass::default()
        };
        insert_class(tx, &class).map_err(FileError::from)
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("Mới 2");
    terminal.press("7");
    terminal.wait_for("! quá hạn 5 ngày");
    // Without an answer there is nothing to tell.
    terminal.press("b");
    terminal.wait_for("chưa có câu trả lời");
    terminal.press(key::F2);
    terminal.wait_for("Hồ sơ vấn đề");
    terminal.press(key::PAGE_DOWN);
    for _ in 0..3 {
        terminal.press(key::TAB);
    }
    terminal.type_keys("Đã thay đường ống.");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu");
    terminal.wait_for("ghi câu trả lời");
    terminal.press("b");
    terminal.wait_for("Giao ban tháng này");
    terminal.press(key::ENTER);
    terminal.wait_for("1 nơi nghe; 1 nơi cần biết không dự");
    terminal.wait_for("Trả lời: Nước sạch thôn 3 · giao ban");
    terminal.wait_for("Quá hạn trả lời 0");
    assert_eq!(count(&path, "orientation WHERE sent_through = 'meeting' AND sent_at IS NOT NULL"), 1);
    assert_eq!(count(&path, "orientation_item"), 2);
    assert_eq!(count(&path, "agenda_point WHERE content = 'Trả lời: Nước sạch thôn 3'"), 1);
    // The items are answered by it.
    terminal.press(key::ENTER);
    terminal.wait_for("Đã trả lời");
    // One action takes all of it back.
    terminal.press("8");
    terminal.wait_for("qua giao ban");
    terminal.press("z");
    terminal.wait_for("Tất cả 0");
    terminal.settle();
    assert_eq!(count(&path, "orientation_item WHERE deleted = 0"), 0);
    assert_eq!(count(&path, "agenda_point WHERE deleted = 0"), 1);
    terminal.quit();
}
