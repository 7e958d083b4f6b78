//! Around a class in a real terminal: names that units send, the month as a grid.

use std::path::{Path, PathBuf};

use chrono::{Days, Local, NaiveDate};
use duluan::file::{FileError, Who};
use duluan::roster::model::{NewCollaborator, NewUnit};
use duluan::training::model::{Class, ClassState, NewClass, Session, Summons};
use duluan::{roster, training};

use crate::common::duluan;
use crate::common::terminal::{Terminal, key};

/// A class in seventy days to which two communes send three names each, due yesterday.
fn summoned(folder: &tempfile::TempDir) -> (PathBuf, NaiveDate) {
    let path = folder.path().join("xa.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    let today = Local::now().date_naive();
    let day = today + Days::new(70);
    file.write("class-add", |tx| {
        let mut summons = Vec::new();
        for name in ["xã Lộc An", "xã Phú Hòa"] {
            let unit = roster::store::insert_unit(tx, &NewUnit::named(name))?;
            let person = NewCollaborator {
                full_name: "Nông Thị Huệ".into(),
                unit: Some(unit),
                ..NewCollaborator::default()
            };
            roster::store::insert_collaborator(tx, &person)?;
            summons.push(Summons {
                unit: Some(unit),
                category: "cộng tác viên".into(),
                number: 3,
                names_due: Some(today - Days::new(1)),
                ..Summons::default()
            });
        }
        let class = NewClass {
            title: "Lớp bồi dưỡng nghiệp vụ".into(),
            date_from: Some(day),
            date_to: Some(day),
            state: ClassState::Summoned,
            sessions: vec![Session { on: Some(day), content: "Khai mạc".into(), ..Session::default() }],
            summons,
            ..NewClass::default()
        };
        training::store::insert_class(tx, &class)?;
        let vague = NewClass {
            title: "Tập huấn cuối tháng".into(),
            date_text: format!("cuối tháng {}", day.format("%m/%Y")),
            ..NewClass::default()
        };
        training::store::insert_class(tx, &vague)?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    (path, day)
}

fn class(path: &Path) -> Class {
    let file = duluan::office::open(path, Who::default()).unwrap();
    let line = training::store::class_lines(file.connection()).unwrap().remove(0);
    training::store::class(file.connection(), line.id).unwrap().unwrap()
}

#[test]
fn names_of_a_unit_are_entered_from_its_line_and_who_lacks_some_is_reminded() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = summoned(&folder);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Thiếu 6 tên của 2 đơn vị");
    terminal.wait_for("chưa gửi, quá hạn");
    terminal.press("v");
    terminal.wait_for("! xã Lộc An");
    terminal.press(key::ENTER);
    terminal.wait_for("Danh sách xã Lộc An gửi");
    terminal.type_keys("hue");
    terminal.wait_for("Nông Thị Huệ");
    terminal.press(key::ENTER);
    terminal.press(key::TAB);
    terminal.type_keys("1. Lò Văn Ỏm; Trưởng ban; 0531 000 222");
    terminal.press(key::ENTER);
    terminal.type_keys("Lý Thị Mẩy");
    terminal.press(key::CTRL_S);
    terminal.wait_gone("! xã Lộc An");
    terminal.wait_for("! xã Phú Hòa");
    terminal.press("r");
    let told = terminal.wait_for("Nhắc gửi danh sách dự");
    assert!(told.contains("1. xã Phú Hòa: 3 cộng tác viên; chưa gửi"), "{told}");
    terminal.press(key::ESC);
    terminal.wait_gone("Nhắc gửi danh sách dự");
    terminal.press(key::ESC);
    terminal.wait_for("Thiếu 3 tên của 1 đơn vị");
    // Three names are one entry, and go with one undo.
    terminal.press("z");
    terminal.wait_for("Thiếu 6 tên của 2 đơn vị");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("Thiếu 3 tên của 1 đơn vị");
    terminal.quit();
    let people = class(&path).known.participants;
    let told: Vec<(&str, &str, bool)> = people
        .iter()
        .map(|person| (person.full_name.as_str(), person.post.as_str(), person.unit.is_some()))
        .collect();
    assert_eq!(
        told,
        [("Nông Thị Huệ", "", true), ("Lò Văn Ỏm", "Trưởng ban", true), ("Lý Thị Mẩy", "", true)]
    );
    let json = duluan(folder.path(), &["training", path.to_str().unwrap(), "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let units = json.as_array().unwrap().iter().flat_map(|class| class["units"].as_array().unwrap());
    let told: Vec<(&str, i64, i64, i64, bool)> = units
        .map(|unit| {
            (
                unit["unit"].as_str().unwrap(),
                unit["summoned"].as_i64().unwrap(),
                unit["named"].as_i64().unwrap(),
                unit["missing"].as_i64().unwrap(),
                unit["overdue"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("xã Lộc An", 3, 3, 0, false), ("xã Phú Hòa", 3, 0, 3, true)]);
}

#[test]
fn a_month_stands_on_a_grid_and_its_days_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, day) = summoned(&folder);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for(&day.format("Tháng %-m/%Y").to_string());
    terminal.press(key::TAB);
    let screen = terminal.wait_for("lịch tháng");
    assert!(screen.contains(&format!("{} ", day.format("%d/%m/%Y"))), "{screen}");
    assert!(screen.contains("BD"), "{screen}");
    assert!(screen.contains("cuối tháng"), "what has no day stands below: {screen}");
    terminal.press(key::RIGHT);
    terminal.wait_for(&(day + Days::new(1)).format("%d/%m/%Y").to_string());
    terminal.press(key::LEFT);
    terminal.wait_for(&day.format("%d/%m/%Y").to_string());
    terminal.press(key::ENTER);
    terminal.wait_for("Chương trình (1 buổi)");
    terminal.press(key::ESC);
    terminal.wait_for("lịch tháng");
    terminal.press(key::PAGE_DOWN);
    let next = day.checked_add_months(chrono::Months::new(1)).unwrap();
    terminal.wait_for(&next.format("Tháng %-m/%Y").to_string());
    terminal.press("h");
    let today = Local::now().date_naive();
    terminal.wait_for(&format!("[{}]", today.format("%-d")));
    terminal.press("n");
    terminal.wait_for("Lớp, hội nghị mới");
    terminal.wait_for(&today.format("%d/%m/%Y").to_string());
    terminal.press(key::ESC);
    terminal.press(key::TAB);
    terminal.wait_for("lưới tháng");
    terminal.quit();
}

#[test]
fn the_calendar_is_saved_from_the_screen_and_asked_before_it_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (path, day) = summoned(&folder);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ");
    terminal.press("\x05");
    terminal.wait_for("Tên tệp .ics");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã lưu");
    let calendar = folder.path().join("Lich - lop boi duong nghiep vu.ics");
    let text = std::fs::read_to_string(&calendar).unwrap();
    assert!(text.contains(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d"))), "{text}");
    terminal.press(key::ENTER);
    terminal.wait_for("Tên tệp .ics");
    terminal.press(key::ENTER);
    terminal.wait_for("Ghi đè");
    terminal.press(key::ESC);
    terminal.wait_gone("Ghi đè");
    terminal.quit();
}

#[test]
fn a_point_of_the_year_is_offered_again_when_its_form_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = summoned(&folder);
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    file.write("duty-enter", |tx| {
        let duty = duluan::inbox::store::NewDuty {
            name: "Báo cáo tháng".into(),
            collaborators: true,
            period: duluan::inbox::model::PeriodKind::Month,
            due_day: 5,
            ..duluan::inbox::store::NewDuty::default()
        };
        duluan::inbox::store::insert_duty(tx, &duty)
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ");
    terminal.press("m");
    terminal.wait_for("Báo cáo tháng, cộng tác viên gửi");
    terminal.press("n");
    terminal.wait_for("Nội dung nắm bắt");
    terminal.type_keys("Dư luận về giá điện");
    terminal.press(key::ESC);
    terminal.wait_gone("Gắn với sự kiện");
    terminal.press("n");
    terminal.wait_for("Dư luận về giá điện");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Nội dung cần nắm bắt (1)");
    terminal.press("n");
    terminal.wait_for("Gắn với sự kiện");
    let fresh = terminal.text();
    assert!(!fresh.contains("giá điện"), "what was saved is no draft any more: {fresh}");
    terminal.press(key::ESC);
    terminal.quit();
}
