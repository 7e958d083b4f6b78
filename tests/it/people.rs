//! Entering and mending collaborators and units in a real terminal.

use std::path::PathBuf;

use duluan::file::{FileError, Who};
use duluan::roster::model::{NewCollaborator, NewUnit};
use duluan::roster::store;

use crate::common::terminal::{Terminal, key};

/// 120 letters.
const LONG_UNIT: &str = "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội đặc khu Hòn Mây \
                         thuộc tỉnh Nam Sơn mới";
/// Six syllables.
const LONG_NAME: &str = "Công Tằng Tôn Nữ Hoàng Quỳnh";

/// A commune's office: two units, three people.
fn commune(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("xa.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("roster-import", |tx| {
        let commune = store::insert_unit(tx, &NewUnit::named("xã Lộc An"))?;
        let hamlet = NewUnit { parent: Some(commune), ..NewUnit::named("thôn 7") };
        let hamlet = store::insert_unit(tx, &hamlet)?;
        for (name, unit, phone) in [
            ("Nông Thị Huệ", commune, "0912345678"),
            ("Trần Văn Nam", hamlet, "0398111222"),
            ("Lò Văn Ỏm", hamlet, "0987000111"),
        ] {
            let person = NewCollaborator {
                full_name: name.into(),
                unit: Some(unit),
                post: "Trưởng thôn".into(),
                phones: vec![phone.into()],
                ..NewCollaborator::default()
            };
            store::insert_collaborator(tx, &person)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn open(folder: &tempfile::TempDir, width: u16, height: u16) -> Terminal {
    let mut terminal = Terminal::open(&commune(folder), width, height);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.wait_for("3 người");
    terminal
}

#[test]
fn a_collaborator_is_entered_with_a_hint_at_a_namesake_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("n");
    terminal.wait_for("Cộng tác viên mới");
    terminal.type_keys("Nông Thị Huệ");
    terminal.wait_for("Đã có người cùng tên: Trưởng thôn, xã Lộc An");
    terminal.press(key::ENTER);
    terminal.type_keys("thôn 7");
    terminal.press(key::ENTER);
    terminal.type_keys("Bí thư chi bộ");
    terminal.press(key::ENTER);
    terminal.press(key::ENTER);
    terminal.type_keys("912.345");
    terminal.press(key::CTRL_S);
    terminal.wait_for("1 ô cần sửa");
    terminal.type_keys(".679");
    terminal.press(key::CTRL_S);
    let screen = terminal.wait_for("4 người");
    assert!(screen.contains("Đã thêm Nông Thị Huệ"), "{screen}");
    let screen = terminal.wait_for("Bí thư chi bộ, thôn 7");
    assert!(screen.contains("0912 345 679"), "the cursor is on the new one:\n{screen}");
    terminal.press("z");
    terminal.wait_for("3 người");
    terminal.quit();
}

#[test]
fn what_was_typed_is_there_again_after_the_form_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("n");
    terminal.wait_for("Cộng tác viên mới");
    terminal.type_keys(LONG_NAME);
    terminal.press(key::ESC);
    terminal.wait_for("được giữ làm bản nháp");
    terminal.press("n");
    terminal.wait_for(LONG_NAME);
    terminal.press(key::CTRL_S);
    terminal.wait_for("4 người");
    terminal.press("n");
    terminal.wait_for("Cộng tác viên mới");
    terminal.settle();
    assert!(!terminal.text().contains("Hoàng Quỳnh"), "a saved form leaves no draft:\n{}", terminal.text());
    terminal.press(key::ESC);
    terminal.quit();
}

#[test]
fn one_decision_ends_the_terms_of_all_marked() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 120, 40);
    terminal.press(" ");
    terminal.press(" ");
    terminal.wait_for("2 đánh dấu");
    terminal.press("q");
    terminal.wait_for("Quyết định về 2 người được đánh dấu");
    terminal.press(key::ENTER);
    terminal.press(key::ENTER);
    terminal.type_keys("15-QĐ/ĐU");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã ghi quyết định về 2 người");
    terminal.press(key::HOME);
    terminal.wait_for("đã thôi");
    terminal.wait_for("thôi, QĐ 15-QĐ/ĐU");
    terminal.press("z");
    terminal.wait_gone("đã thôi");
    terminal.quit();
}

#[test]
fn a_change_of_many_says_how_many_before_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("*");
    terminal.wait_for("3 đánh dấu");
    terminal.press("m");
    terminal.wait_for("Sửa 3 người được đánh dấu");
    terminal.type_keys("thôn 7");
    terminal.press(key::ENTER);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Sẽ đổi 1 trong 3 người");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã sửa 1 người");
    terminal.quit();
}

#[test]
fn a_unit_is_added_below_another_and_renamed_on_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("t");
    terminal.wait_for("đơn vị chưa có người");
    terminal.press("n");
    terminal.wait_for("Đơn vị mới");
    terminal.send(LONG_UNIT);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu đơn vị");
    terminal.wait_for("BTT MTTQ");
    terminal.press(key::HOME);
    terminal.press(key::F2);
    terminal.wait_for("Sửa xã Lộc An");
    for _ in 0..2 {
        terminal.press(key::BACKSPACE);
    }
    terminal.type_keys("Đức");
    terminal.press(key::ENTER);
    terminal.wait_for("Mang tên mới từ");
    terminal.type_keys("1/7/2026");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã lưu đơn vị xã Lộc Đức");
    terminal.press(key::DELETE);
    terminal.wait_for("xã Lộc Đức còn 1 người và 2 đơn vị bên dưới");
    terminal.press(key::ESC);
    terminal.press("/");
    terminal.type_keys("duc");
    terminal.wait_for("1 / 3 người");
    terminal.quit();
}

#[test]
fn a_phone_number_nobody_has_is_said_to_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("/");
    terminal.type_keys("0999 123");
    terminal.wait_for("Không có số điện thoại nào chứa “0999 123”");
    terminal.press(key::ESC);
    terminal.quit();
}

#[test]
fn the_people_shown_are_written_to_a_file_and_a_sheet_for_allowances() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("f");
    terminal.wait_for("hết nhiệm kỳ, chưa có quyết định");
    terminal.type_keys("dang hoat");
    terminal.press(key::ENTER);
    terminal.wait_for("3 / 3 người");
    terminal.press("p");
    terminal.wait_for("Xuất 3 người ra tệp");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Danh sách cộng tác viên.xlsx.");
    assert!(folder.path().join("Danh sách cộng tác viên.xlsx").is_file());
    // Once more: it asks before it writes over the file.
    terminal.press("p");
    terminal.wait_for("Xuất 3 người ra tệp");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Ghi đè?");
    terminal.press(key::ESC);
    terminal.wait_gone("Ghi đè?");
    terminal.press(key::RIGHT);
    terminal.wait_for("Kỳ");
    terminal.press(key::CTRL_S);
    terminal.wait_gone("Xuất 3 người ra tệp");
    let written = std::fs::read_dir(folder.path()).unwrap();
    let names: Vec<String> = written.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.iter().any(|name| name.starts_with("Ký nhận phụ cấp")), "{names:?}");
    terminal.quit();
}

#[test]
fn what_the_list_is_narrowed_to_is_kept_as_a_view_renamed_and_taken_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("/");
    terminal.wait_for("Tìm:");
    terminal.type_keys("thôn 7");
    terminal.wait_for("2 / 3 người");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Một tên gọi cho một bộ lọc danh sách");
    terminal.type_keys("Người thôn 7");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã giữ khung nhìn Người thôn 7");
    terminal.press(key::ESC);
    terminal.wait_for("3 người");
    // Shipped views stand there with their counts: nobody was in a class.
    terminal.press(key::F4);
    let window = terminal.wait_for("Người thôn 7");
    let of = |text: &str| window.lines().find(|line| line.contains(text)).unwrap().to_owned();
    assert!(of("Chưa bồi dưỡng 3 năm").contains(" 3 "), "{window}");
    assert!(of("Người thôn 7").contains(" 2 "), "{window}");
    terminal.press(key::END);
    terminal.press(key::F2);
    terminal.wait_for("Một tên gọi cho một bộ lọc danh sách");
    terminal.press(key::TAB);
    terminal.press(key::CTRL_A);
    terminal.type_keys("nhóm:mới");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Không có nhóm “mới”");
    terminal.press(key::CTRL_A);
    terminal.type_keys("thôn 7 nam");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã giữ khung nhìn");
    terminal.press(key::F4);
    terminal.wait_for("thôn 7 nam");
    terminal.press(key::END);
    terminal.press(key::ENTER);
    terminal.wait_for("1 / 3 người");
    terminal.press(key::F4);
    terminal.wait_for("thôn 7 nam");
    terminal.press(key::DELETE);
    terminal.wait_for("Bỏ khung nhìn “Người thôn 7”?");
    terminal.press(key::ENTER);
    terminal.wait_gone("Bỏ khung nhìn");
    terminal.press("z");
    terminal.press(key::F4);
    terminal.wait_for("thôn 7 nam");
    terminal.press(key::ESC);
    terminal.quit();
}

#[test]
fn the_list_is_put_in_the_order_of_a_column_and_turned_round() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    // The rows of the list stand between the headings and the rule above the card.
    let first = |terminal: &mut Terminal| {
        terminal.settle();
        terminal.text().lines().nth(3).unwrap().to_owned()
    };
    let choose = |terminal: &mut Terminal, what: &str| {
        terminal.press(";");
        terminal.wait_for("Xếp danh sách theo");
        terminal.type_keys(what);
        terminal.press(key::ENTER);
        terminal.wait_gone("Xếp danh sách theo");
    };
    assert!(first(&mut terminal).contains("Nông Thị Huệ"));
    choose(&mut terminal, "dien thoai");
    assert!(first(&mut terminal).contains("Trần Văn Nam"), "{}", terminal.text());
    choose(&mut terminal, "dien thoai");
    assert!(first(&mut terminal).contains("Lò Văn Ỏm"), "{}", terminal.text());
    assert!(terminal.text().contains("xếp ngược theo Điện thoại"), "{}", terminal.text());
    terminal.press("s");
    terminal.wait_gone("xếp ngược theo");
    assert!(first(&mut terminal).contains("Nông Thị Huệ"), "{}", terminal.text());
    terminal.quit();
}

#[test]
fn who_the_list_shows_is_counted_in_charts_and_few_are_not_counted_by_age() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("b");
    let units = terminal.wait_for("3 cộng tác viên đang hoạt động");
    let line = units.lines().find(|line| line.contains("thôn 7")).unwrap();
    assert!(line.contains(" 2  ▄"), "{units}");
    terminal.press(key::RIGHT);
    terminal.wait_for("chưa ghi hạn");
    terminal.press(key::RIGHT);
    terminal.wait_for("Dưới 5 người thì không đếm theo tuổi");
    terminal.press(key::ESC);
    terminal.wait_for("Nông Thị Huệ");
    terminal.quit();
}

#[test]
fn who_may_be_meant_is_said_and_shown_and_what_was_typed_waits() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = open(&folder, 80, 24);
    terminal.press("n");
    terminal.wait_for("Cộng tác viên mới");
    terminal.type_keys("Lê Thị Hoa");
    terminal.press(key::TAB);
    terminal.press(key::TAB);
    terminal.press(key::TAB);
    terminal.press(key::TAB);
    terminal.type_keys("0398111222");
    terminal.press(key::TAB);
    terminal.press(key::BACK_TAB);
    terminal.wait_for("Số này đang là của Trần Văn Nam (Trưởng thôn, thôn 7)");
    // Back past the unit to the name: the phone still is somebody's.
    for _ in 0..4 {
        terminal.press(key::BACK_TAB);
    }
    terminal.press("\x0c");
    terminal.wait_for("Chưa dự lớp nào");
    terminal.wait_for("Trần Văn Nam");
    terminal.press(key::ESC);
    terminal.press("n");
    terminal.wait_for("Lê Thị Hoa");
    terminal.press(key::ESC);
    terminal.quit();
}
