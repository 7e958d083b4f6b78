//! Units merged and divided in a real terminal: marked in the tree, planned, carried out as one action, taken back.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, Who};
use duluan::roster::model::{NewCollaborator, NewUnit};
use duluan::roster::store;

use crate::common::terminal::{Terminal, key};

/// A district with two communes and a hamlet; both communes have a party secretary.
fn office(folder: &Path) -> PathBuf {
    let path = folder.join("tinh.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("roster-import", |tx| {
        let below = |name: &str, parent| NewUnit { parent, ..NewUnit::named(name) };
        let province = store::insert_unit(tx, &below("tỉnh Nam Sơn", None))?;
        let district = store::insert_unit(tx, &below("huyện Lộc Hà", Some(province)))?;
        let an = store::insert_unit(tx, &below("xã Lộc An", Some(district)))?;
        let duc = store::insert_unit(tx, &below("xã Lộc Đức", Some(district)))?;
        let hamlet = store::insert_unit(tx, &below("thôn 7", Some(an)))?;
        for (name, unit, post) in [
            ("Nông Thị Huệ", an, "Bí thư Đảng ủy xã Lộc An"),
            ("Trần Văn Nam", duc, "Bí thư Đảng ủy"),
            ("Công Tằng Tôn Nữ Hoàng Quỳnh", duc, "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc"),
            ("Lò Văn Ỏm", hamlet, "Trưởng thôn"),
            ("Đỗ Thị Mơ", district, "Trưởng ban"),
        ] {
            let person = NewCollaborator {
                full_name: name.into(),
                unit: Some(unit),
                post: post.into(),
                ..NewCollaborator::default()
            };
            store::insert_collaborator(tx, &person)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn tree(folder: &tempfile::TempDir) -> Terminal {
    let mut terminal = Terminal::open(&office(folder.path()), 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("1");
    terminal.wait_for("5 người");
    terminal.press("t");
    terminal.wait_for("đơn vị chưa có người");
    terminal
}

#[test]
fn two_communes_become_one_by_a_plan_and_come_back_with_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = tree(&folder);
    // Province, district, Lộc An, its hamlet, Lộc Đức.
    terminal.press(key::DOWN);
    terminal.press(key::DOWN);
    terminal.press(" ");
    terminal.press(key::DOWN);
    terminal.press(" ");
    terminal.press("s");
    terminal.wait_for("Sắp xếp 2 đơn vị được đánh dấu");
    terminal.press(key::ENTER);
    terminal.type_keys("1/7/2026");
    terminal.press(key::ENTER);
    terminal.send("Nghị quyết số 12/NQ-HĐND");
    terminal.press(key::ENTER);
    terminal.send("xã Lộc Phú");
    terminal.press(key::CTRL_S);
    let plan = terminal.wait_for("nhập vào xã Lộc Phú từ 01/07");
    assert!(plan.contains("3 người và 1 đơn vị bên dưới chuyển đi"), "{plan}");
    assert!(plan.contains("Nông Thị Huệ, Trần Văn Nam cùng giữ chức"), "two heads are told:\n{plan}");
    assert!(plan.contains("Quỳnh"), "{plan}");
    // Back to the form, nothing written; and again.
    terminal.press(key::ESC);
    terminal.wait_for("Sắp xếp 2 đơn vị được đánh dấu");
    terminal.press(key::CTRL_S);
    terminal.wait_for("nhập vào xã Lộc Phú");
    terminal.press(key::CTRL_S);
    terminal.wait_for("2 đơn vị kết thúc, 3 người chuyển");
    terminal.wait_gone("xã Lộc An");
    terminal.press("h");
    terminal.wait_for("xã Lộc An, nay là xã Lộc Phú");
    terminal.press("t");
    terminal.wait_for("5 người");
    // The old name finds people, and says what it is now.
    terminal.press("/");
    terminal.type_keys("loc an");
    let found = terminal.wait_for("xã Lộc An nay là xã Lộc Phú");
    assert!(found.contains("Nông Thị Huệ"), "{found}");
    terminal.press(key::ESC);
    terminal.wait_gone("nay là");
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác");
    terminal.press("t");
    terminal.wait_for("đơn vị chưa có người");
    let tree = terminal.wait_for("xã Lộc Đức");
    assert!(tree.contains("xã Lộc An") && !tree.contains("xã Lộc Phú"), "{tree}");
    terminal.quit();
}

#[test]
fn of_a_division_a_clerk_says_who_goes_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = tree(&folder);
    for _ in 0..4 {
        terminal.press(key::DOWN);
    }
    terminal.press("s");
    terminal.wait_for("Sắp xếp xã Lộc Đức");
    // Renamed, merged, divided.
    terminal.press(key::RIGHT);
    terminal.press(key::RIGHT);
    terminal.wait_for("Sau khi chia");
    terminal.press(key::DOWN);
    terminal.type_keys("1/7/2026");
    terminal.press(key::ENTER);
    terminal.press(key::ENTER);
    terminal.send("\x1b[1;5F");
    terminal.send("xã Lộc Bình");
    terminal.press(key::CTRL_S);
    let plan = terminal.wait_for("chia thành xã Lộc Đức, xã Lộc Bình từ 01/07");
    assert!(plan.contains("xã Lộc Bình sẽ chưa có cộng tác viên nào"), "{plan}");
    terminal.press(key::END);
    terminal.press(key::RIGHT);
    terminal.wait_for("1 người và 0 đơn vị bên dưới chuyển đi");
    terminal.press(key::CTRL_S);
    terminal.wait_for("0 đơn vị kết thúc, 1 người chuyển");
    terminal.wait_for("xã Lộc Bình");
    terminal.quit();
}

#[test]
fn a_level_goes_and_its_communes_stand_under_the_province() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = tree(&folder);
    terminal.press(key::DOWN);
    terminal.press("s");
    terminal.wait_for("Sắp xếp huyện Lộc Hà");
    for _ in 0..3 {
        terminal.press(key::RIGHT);
    }
    terminal.wait_for("Người của đơn vị này");
    terminal.press(key::DOWN);
    terminal.type_keys("1/7/2025");
    terminal.press(key::CTRL_S);
    let plan = terminal.wait_for("huyện Lộc Hà kết thúc hoạt động từ 01/07/2025");
    assert!(plan.contains("1 người và 2 đơn vị bên dưới chuyển đi"), "{plan}");
    terminal.press(key::CTRL_S);
    terminal.wait_for("1 đơn vị kết thúc, 1 người chuyển");
    terminal.wait_gone("huyện Lộc Hà");
    terminal.quit();
}
