//! The log on the screen: history and putting back, what was done, decisions, merging, in a real terminal.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, OfficeFile, Who};
use duluan::office;

use crate::common::terminal::{Terminal, key};

/// An office with one report of two matters and one collaborator, written by Nguyễn Văn Hòa.
fn office_file(folder: &Path) -> PathBuf {
    let path = folder.join("so-tay.duluan");
    let mut file = office::create(&path, who("Nguyễn Văn Hòa")).unwrap();
    file.write("import-reports", |tx| {
        let (unit, report) = (tx.new_id(), tx.new_id());
        tx.execute("INSERT INTO unit(id, name, level) VALUES (?1, 'Thôn Bãi Đông', 'base')", [unit])?;
        tx.execute(
            "INSERT INTO collaborator(id, full_name, unit, post) VALUES (?1, 'Đặng Thị Thanh Hương', ?2, 'Trưởng thôn')",
            (tx.new_id(), unit),
        )?;
        tx.execute(
            "INSERT INTO report(id, arrival_number, received_at, unit) VALUES (?1, 'LA-H-0001', '2026-11-20T08:00:00', ?2)",
            (report, unit),
        )?;
        for (position, title) in ["Nước sinh hoạt đục kéo dài", "Giá sách giáo khoa tăng"].iter().enumerate() {
            tx.execute(
                "INSERT INTO item(id, report, position, title) VALUES (?1, ?2, ?3, ?4)",
                (tx.new_id(), report, position as i64, title),
            )?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn who(person: &str) -> Who {
    Who { person: person.to_owned(), office: "Xã Lộc An".to_owned(), ..Who::default() }
}

/// Somebody else changes a field in their copy.
fn change(path: &Path, person: &str, sql: &str) {
    let mut file: OfficeFile = office::open(path, who(person)).unwrap();
    file.write("collaborator-edit", |tx| Ok::<_, FileError>(tx.execute(sql, [])?)).unwrap();
}

fn value(path: &Path, sql: &str) -> String {
    let file = office::open(path, Who::default()).unwrap();
    file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn f8_tells_who_changed_a_matter_and_puts_a_decision_back() {
    const F8: &str = "\x1b[19~";
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(&file, "Trần Thị Bích", "UPDATE item SET title = 'Giá sách tăng mạnh' WHERE position = 1");
    change(
        &file,
        "Lê Quang Khải",
        "UPDATE item SET triage = 'filed', triage_reason = 'Ngoài phạm vi' WHERE position = 1",
    );
    for (width, height) in [(80, 24), (120, 40)] {
        let mut terminal = Terminal::open(&file, width, height);
        terminal.wait_for("Nước sinh hoạt đục");
        // Every matter, then the second.
        terminal.press(key::F4);
        terminal.wait_for("Tất cả");
        terminal.type_keys("tat ca");
        terminal.press(key::ENTER);
        terminal.wait_for("Giá sách tăng mạnh");
        terminal.press(key::END);
        terminal.settle();
        if !terminal.text().lines().any(|line| line.starts_with('▌') && line.contains("Giá sách")) {
            terminal.press(key::HOME);
        }
        terminal.press(F8);
        let screen = terminal.wait_for("Lịch sử");
        let screen = if screen.contains("→") { screen } else { terminal.wait_for("→") };
        for told in ["trạng thái: mới → lưu hồ sơ", "Lê Quang Khải", "Trần Thị Bích", "tạo mới", "LA-H-0001"]
        {
            assert!(screen.contains(told), "{told} is missing:\n{screen}");
        }
        let whole = if width == 80 {
            "tiêu đề: Giá sách giáo khoa tăng →"
        } else {
            "tiêu đề: Giá sách giáo khoa tăng → Giá sách tăng mạnh"
        };
        assert!(screen.contains(whole), "{screen}");
        let newest = screen.find("Lê Quang Khải").unwrap();
        assert!(newest < screen.find("Trần Thị Bích").unwrap(), "newest first:\n{screen}");
        for raw in ["filed", "triage", "new →"] {
            assert!(!screen.contains(raw), "{raw} is no word:\n{screen}");
        }
        if width == 80 {
            terminal.press(key::ESC);
            terminal.wait_gone("Lịch sử");
            terminal.quit();
            continue;
        }
        terminal.press(key::ENTER);
        let question = terminal.wait_for("Trả lại giá trị cũ");
        assert!(question.contains("đang là lưu hồ sơ → sẽ là mới"), "{question}");
        assert!(
            question.contains("đang là Ngoài phạm vi → sẽ là (trống)"),
            "the reason goes with it:\n{question}"
        );
        terminal.press(key::ENTER);
        terminal.wait_for("Đã trả lại 2 trường");
        terminal.wait_for("Khôi phục từ lịch sử");
        assert_eq!(value(&file, "SELECT triage || triage_reason FROM item WHERE position = 1"), "new");
        terminal.press("z");
        terminal.wait_for("Đã hoàn tác: Khôi phục từ lịch sử");
        assert_eq!(value(&file, "SELECT triage FROM item WHERE position = 1"), "filed");
        // The line where it was created has nothing before it.
        terminal.press(key::END);
        terminal.press(key::ENTER);
        terminal.wait_for("trước đó không có gì để trả lại");
        terminal.quit();
    }
}

#[test]
fn f8_names_a_collaborators_history_and_says_who_changed_it_since() {
    const F8: &str = "\x1b[19~";
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(&file, "Trần Thị Bích", "UPDATE collaborator SET post = 'Bí thư chi bộ'");
    change(&file, "Lê Quang Khải", "UPDATE collaborator SET post = 'Chủ tịch Hội', status = 'paused'");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Nước sinh hoạt đục");
    terminal.press("1");
    terminal.wait_for("Thanh Hương");
    terminal.press(F8);
    let screen = terminal.wait_for("tình trạng: đang hoạt động → tạm dừng");
    assert!(screen.contains("cộng tác viên Đặng Thị Thanh Hương"), "{screen}");
    terminal.press(key::END);
    terminal.press(key::UP);
    terminal.press(key::ENTER);
    let question = terminal.wait_for("đang là Chủ tịch Hội → sẽ là Trưởng thôn");
    assert!(question.contains("sau đó Lê Quang Khải, Xã Lộc An đã sửa"), "{question}");
    terminal.press(key::ESC);
    terminal.wait_gone("Trả lại giá trị cũ");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Chủ tịch Hội");
    // A tab closes the page.
    terminal.press("3");
    terminal.wait_gone("Lịch sử");
    terminal.quit();
}
