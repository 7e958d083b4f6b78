//! The roster and the classes as a person uses them: looked up from the command line, and in a real terminal.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use duluan::exchange::{Content, Source, read};
use duluan::file::Who;
use duluan::roster::import::{RosterImportError, import_workbook};
use serde_json::Value;

use crate::common::terminal::{Terminal, key};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples").join(name)
}

/// A new office's file.
fn empty(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("so.duluan");
    duluan::office::create(&path, Who::default()).unwrap();
    path
}

/// An office's file with the province's list in it.
fn filled(folder: &tempfile::TempDir) -> PathBuf {
    let path = empty(folder);
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    let source = Source::open(&sample("rosters/Danh_sach_CTV_DLXH_2026.xlsx")).unwrap();
    let Content::Workbook(list) = read(&source, None).unwrap().content else { panic!("no workbook") };
    file.write::<_, RosterImportError>("roster-import", |tx| import_workbook(tx, &list, None)).unwrap();
    path
}

fn duluan(home: &tempfile::TempDir) -> Command {
    let mut command = Command::cargo_bin("duluan").unwrap();
    command.env("DULUAN_CONFIG", home.path()).env_remove("DULUAN_LANG");
    command
}

#[test]
fn find_gives_the_best_first_in_the_promised_shape() {
    let folder = tempfile::tempdir().unwrap();
    let path = filled(&folder);
    let output =
        duluan(&folder).arg("find").arg(&path).args(["hoa", "loc", "an", "--json"]).output().unwrap();
    assert!(output.status.success());
    let people: Value = serde_json::from_slice(&output.stdout).unwrap();
    let people = people.as_array().unwrap();
    let names: Vec<&str> = people.iter().map(|person| person["full_name"].as_str().unwrap()).collect();
    // Equals stand in the order of names; a given name counts before a family name, and that before a post.
    assert_eq!(names, ["Hồ Thị Thanh Hòa", "Nguyễn Văn Hòa", "Hoàng Thúy Miến", "Nguyễn Bích Sen"]);
    let hoa = &people[1];
    assert_eq!(hoa["unit"], "xã Lộc An");
    assert_eq!(hoa["position"], "Giáo viên");
    assert_eq!(hoa["phones"], serde_json::json!(["0718926107"]));
    assert_eq!(hoa["email"], "hoanv78@namson.example");
    assert_eq!((&hoa["term_from"], &hoa["term_to"]), (&"2026-01-01".into(), &"2030-12-31".into()));
    assert_eq!(hoa["status"], "active");
    assert!(hoa["id"].as_str().unwrap().parse::<uuid::Uuid>().is_ok());

    let output = duluan(&folder).arg("find").arg(&path).arg("nth").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Nghiêm Thị Thanh Hương") && text.contains("0719 897 905"), "{text}");
    let output = duluan(&folder).arg("find").arg(&path).arg("xyz").output().unwrap();
    assert!(output.status.success() && output.stdout.is_empty());
}

#[test]
fn training_lists_no_class_as_an_empty_document() {
    let folder = tempfile::tempdir().unwrap();
    let path = empty(&folder);
    let output = duluan(&folder).arg("training").arg(&path).arg("--json").output().unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap(), serde_json::json!([]));
}

#[test]
fn a_person_is_looked_up_while_typing_and_a_phone_is_changed_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(&filled(&folder), 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.wait_for("59 người");
    terminal.press("/");
    terminal.type_keys("nghiem hu");
    let screen = terminal.wait_for("1 / 59 người");
    assert!(screen.contains("Chủ tịch Hội Cựu chiến binh, xã Lộc An"), "the card follows:\n{screen}");
    terminal.press(key::ENTER);
    terminal.press(key::F2);
    terminal.wait_for("Sửa Nghiêm Thị Thanh Hương");
    for _ in 0..4 {
        terminal.press(key::DOWN);
    }
    terminal.wait_for("Số đầu là số chính");
    terminal.type_keys(", 12");
    terminal.press(key::CTRL_S);
    terminal.wait_for("1 ô cần sửa");
    for _ in 0..2 {
        terminal.press(key::BACKSPACE);
    }
    terminal.type_keys("0398111222");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã sửa Nghiêm Thị Thanh Hương");
    terminal.wait_for("0719 897 905, 0398 111 222");
    terminal.press("z");
    terminal.wait_gone("0398 111 222");
    terminal.press(key::ESC);
    terminal.wait_for("59 người");
    terminal.quit();
}

#[test]
fn the_unit_tree_narrows_the_roster() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(&filled(&folder), 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.wait_for("59 người");
    terminal.press("t");
    terminal.wait_for("đơn vị chưa có người");
    terminal.press(key::DOWN);
    terminal.press(key::ENTER);
    let screen = terminal.wait_for("7 / 59 người");
    assert!(screen.contains("đặc khu Hòn Mây"), "{screen}");
    terminal.press(key::ESC);
    terminal.wait_gone("7 / 59");
    terminal.quit();
}

#[test]
fn lists_are_imported_from_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::open(&empty(&folder), 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.wait_for("Chưa có cộng tác viên nào");
    terminal.press("x");
    terminal.wait_for("Đường dẫn");
    terminal.send(sample("rosters/Danh_sach_CTV_DLXH_2026.xlsx").to_str().unwrap());
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ thêm 59 người");
    terminal.press(key::ENTER);
    terminal.wait_for("Dòng 71: Nguyễn Văn Hoà là cùng một người với dòng 10");
    terminal.press(key::ESC);
    terminal.wait_for("59 người");
    terminal.press("2");
    terminal.wait_for("Chưa có lớp bồi dưỡng");
    terminal.press("x");
    terminal.wait_for("Đường dẫn");
    terminal.send(sample("training/DS hoc vien lop boi duong 2026.xlsx").to_str().unwrap());
    terminal.press(key::ENTER);
    terminal.wait_for("với 36 người, trong đó 26");
    terminal.press(key::ENTER);
    terminal.wait_for("Người dự (36)");
    terminal.press(key::ENTER);
    for _ in 0..4 {
        terminal.press(key::PAGE_DOWN);
    }
    terminal.wait_for("36. Nghiêm Đình Bằng");
    terminal.quit();
}

#[test]
fn a_list_with_headings_of_its_own_is_read_as_a_person_says_and_known_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = empty(&folder);
    let list = |name: &str, person: &str, phone: &str| {
        let text = format!("Danh tính,Thuộc,Gọi số,CCCD\n{person},Chi bộ Nà Lạn,{phone},079201999001\n");
        std::fs::write(folder.path().join(name), text).unwrap();
    };
    list("mot.csv", "Lò Văn Ỏm", "0912345678");
    list("hai.csv", "Nông Thị Huệ", "0987000111");
    let mut terminal = Terminal::open(&path, 100, 30);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.press("x");
    terminal.wait_for("Đường dẫn");
    terminal.type_keys(&folder.path().join("mot.csv").display().to_string());
    terminal.press(key::ENTER);
    let columns = terminal.wait_for("Chưa có cột họ và tên");
    // What is not read is not shown either.
    assert!(columns.contains("0912345678") && !columns.contains("079201999001"), "{columns}");
    terminal.press(key::HOME);
    for (column, field) in
        [("Cột A chứa", "ho va ten"), ("Cột B chứa", "don vi"), ("Cột C chứa", "dien thoai")]
    {
        terminal.press(key::ENTER);
        terminal.wait_for(column);
        terminal.type_keys(field);
        terminal.press(key::ENTER);
        terminal.wait_gone(column);
    }
    // A column of personal papers cannot be read as anything.
    terminal.press(key::ENTER);
    terminal.wait_for("không đọc, không giữ");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Sẽ thêm 1 người");
    terminal.press(key::ENTER);
    terminal.wait_for("Không lưu các cột: CCCD");
    terminal.press(key::ESC);
    terminal.wait_for("Lò Văn Ỏm");
    // The headings are known now.
    terminal.press("x");
    terminal.wait_for("Đường dẫn");
    terminal.type_keys(&folder.path().join("hai.csv").display().to_string());
    terminal.press(key::ENTER);
    terminal.wait_for("Sẽ thêm 1 người");
    terminal.press(key::ENTER);
    terminal.wait_for("Không lưu các cột: CCCD");
    terminal.press(key::ESC);
    terminal.wait_for("Nông Thị Huệ");
    terminal.quit();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(12).any(|window| window == b"079201999001"));
}
