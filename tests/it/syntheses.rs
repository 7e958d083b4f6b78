//! The way of a synthesis through a real terminal: of one place, submitted, signed, read back, issued; and a quarter over it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use duluan::file::{FileError, Who};
use duluan::office;
use rusqlite::params;
use serde_json::Value;

use crate::common::terminal::{Terminal, key};
use crate::composer::october;

const SAVE: &str = "\u{13}";

fn duluan(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duluan"));
    command.env_remove("DULUAN_LANG").args(arguments);
    command
}

fn json(arguments: &[&str]) -> Value {
    let run = duluan(arguments).assert().success();
    serde_json::from_slice(&run.get_output().stdout).unwrap()
}

/// What stands in the file.
fn value(path: &Path, sql: &str) -> String {
    let file = office::open(path, Who::default()).unwrap();
    file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// October's two reports, one from a hamlet of each of two communes.
fn two_communes(folder: &Path) -> PathBuf {
    let path = october(folder, true);
    let mut file = office::open(&path, Who::default()).unwrap();
    file.write("add-unit", |tx| -> Result<(), FileError> {
        let add = |name: &str, parent: Option<uuid::Uuid>| -> Result<uuid::Uuid, FileError> {
            let id = tx.new_id();
            tx.execute("INSERT INTO unit (id, parent, name) VALUES (?, ?, ?)", params![id, parent, name])?;
            Ok(id)
        };
        let top = add("tỉnh Hải Vân", None)?;
        for (commune, hamlet) in [("xã Lộc An", "Thôn 3"), ("xã Lộc Bình", "Thôn 7")] {
            let commune = add(commune, Some(top))?;
            let unit = add(hamlet, Some(commune))?;
            tx.execute("UPDATE report SET unit = ?1 WHERE unit_name = ?2", params![unit, hamlet])?;
        }
        Ok(())
    })
    .unwrap();
    path
}

#[test]
fn one_place_is_chosen_by_keys_and_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = two_communes(folder.path());
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.press("4");
    terminal.wait_for("báo cáo mới");
    terminal.press("n");
    terminal.wait_for("Kỳ nào?");
    terminal.type_keys("10/2026");
    terminal.press(key::ENTER);
    terminal.wait_for("Soạn theo mẫu nào?");
    terminal.press(key::ENTER);
    terminal.wait_for("Địa bàn nào?");
    terminal.type_keys("loc an");
    terminal.wait_gone("xã Lộc Bình");
    terminal.press(key::ENTER);
    terminal.wait_for("trên địa bàn xã Lộc An");
    terminal.wait_for("Tình hình địa phương");
    terminal.quit();
    let file = file.to_str().unwrap();
    let of = |unit: &str| json(&["summary", file, "--period", "2026-10", "--unit", unit, "--json"]);
    let own = of("xã lộc an");
    assert_eq!((&own["stored"], &own["counters"]["reports"]), (&Value::Bool(true), &Value::from(1)));
    assert!(own.to_string().contains("mặt đường") && !own.to_string().contains("công tơ"));
    let other = of("Xã Lộc Bình");
    assert_eq!((&other["stored"], &other["counters"]["reports"]), (&Value::Bool(false), &Value::from(1)));
    let whole = json(&["summary", file, "--period", "2026-10", "--json"]);
    assert_eq!((&whole["stored"], &whole["counters"]["reports"]), (&Value::Bool(false), &Value::from(2)));
    let wrong = duluan(&["summary", file, "--period", "2026-10", "--unit", "xã Không"]).assert().code(2);
    let said = String::from_utf8_lossy(&wrong.get_output().stderr).into_owned();
    assert!(said.contains("xã Không") && said.contains("“xã Lộc Bình”"), "{said}");
}

#[test]
fn a_month_is_submitted_printed_signed_issued_and_drawn_on_by_its_quarter() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), true);
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.draft("10/2026");
    terminal.wait_for("Tình hình địa phương");
    terminal.press("t");
    terminal.wait_for("Chưa ghi người ký");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã trình duyệt");
    terminal.press("x");
    terminal.wait_for("Tên tệp");
    terminal.type_keys("da ky");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi");
    assert!(folder.path().join("da ky.docx").exists());
    // What stands is not written on.
    terminal.press(key::ENTER);
    terminal.wait_for("Ctrl-S lưu");
    terminal.type_keys("x");
    terminal.wait_for("chữ được giữ nguyên");
    terminal.press(key::ESC);
    terminal.wait_for("ban hành");
    terminal.press("h");
    terminal.wait_for("Bản đã ký");
    terminal.type_keys("12");
    for _ in 0..7 {
        terminal.press(key::DOWN);
    }
    terminal.wait_for("F4 chọn tệp");
    terminal.type_keys("da ky.docx");
    terminal.press(SAVE);
    terminal.wait_for("0 câu đã sửa, 0 câu không");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ban hành");
    terminal.quit();
    let stand = "SELECT state || ' ' || document_number FROM synthesis";
    assert_eq!(value(&file, stand), "issued 12");
    assert!(value(&file, "SELECT issued_text FROM synthesis").contains("mặt đường liên thôn hỏng"));
    let quarter = json(&["summary", file.to_str().unwrap(), "--period", "2026-Q4", "--json"]);
    let text = quarter.to_string();
    assert!(text.contains("Tháng 10/2026 (Báo cáo số 12):") && text.contains("mặt đường"), "{quarter:#}");
    let told = quarter["sections"].as_array().unwrap().iter().flat_map(|section| {
        section["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["text"].as_str().unwrap().contains("mặt đường"))
    });
    let told: Vec<&Value> = told.collect();
    assert!(!told.is_empty() && told.iter().all(|item| !item["sources"].as_array().unwrap().is_empty()));
    fs::remove_file(folder.path().join("da ky.docx")).unwrap();
}
