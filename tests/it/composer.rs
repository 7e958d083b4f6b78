//! The composer through a real terminal, and `duluan summary`.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chrono::NaiveDate;
use serde_json::Value;

use crate::common::terminal::{Terminal, key};
use duluan::file::{FileError, Who};
use duluan::inbox::model::{Band, NewItem, NewReport, NewStream, Tendency, Triage};
use duluan::inbox::store::{Decision, Numbering, decide, insert_report};
use duluan::office;
use duluan::roster::store::{OfficeCard, set_office};

fn report(day: u32, unit: &str, gist: &str, tendency: Tendency) -> NewReport {
    let stream = NewStream {
        group_name: "Nhân dân".into(),
        band: Band::Many,
        tendency,
        gist: gist.into(),
        ..NewStream::default()
    };
    NewReport {
        received_at: NaiveDate::from_ymd_opt(2026, 10, day).and_then(|day| day.and_hms_opt(8, 0, 0)),
        title: format!("Báo cáo của {unit}"),
        unit_name: unit.into(),
        items: vec![NewItem {
            title: format!("Về {gist}"),
            streams: vec![stream],
            forecast: "Tâm lý này còn kéo dài.".into(),
            recommendation: "Đề nghị trả lời bằng văn bản.".into(),
            ..NewItem::default()
        }],
        ..NewReport::default()
    }
}

/// A file with two reports of October; `decided` when their matters were let into the synthesis.
pub fn october(folder: &Path, decided: bool) -> PathBuf {
    let path = folder.join("so-tay.duluan");
    let mut file = office::create(&path, Who::default()).unwrap();
    file.write("import-reports", |tx| -> Result<(), FileError> {
        set_office(tx, &OfficeCard { name: "Đảng ủy xã Lộc An".to_owned(), ..OfficeCard::default() })?;
        let mut numbering = Numbering::with_prefix(tx, "LA", "H")?;
        for report in [
            report(6, "Thôn 3", "mặt đường liên thôn hỏng", Tendency::Worry),
            report(8, "Thôn 7", "công tơ điện tử dễ theo dõi", Tendency::Agree),
        ] {
            insert_report(tx, &report, &mut numbering)?;
        }
        Ok(())
    })
    .unwrap();
    if decided {
        let items = file
            .connection()
            .prepare("SELECT id FROM item")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<Vec<_>, _>>()
            .unwrap();
        let decision = Decision::Triage(Triage::Included, String::new());
        file.write(decision.action(), |tx| decide(tx, &items, &decision)).unwrap();
    }
    path
}

fn duluan(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duluan"));
    command.env_remove("DULUAN_LANG").args(arguments);
    command
}

fn document(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn octobers_synthesis_is_made_edited_saved_and_exported_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), true);
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.draft("10/2026");
    terminal.wait_for("Tình hình địa phương");
    terminal.wait_for("Kiểm tra");
    // The cursor stands on the first section with text; Enter writes in it.
    terminal.press(key::ENTER);
    terminal.wait_for("đã tiếp nhận 2▸ báo cáo");
    terminal.type_keys("Xã ổn định. ");
    terminal.wait_for("Xã ổn định. Trong kỳ");
    terminal.press("\u{13}");
    terminal.wait_for("Đã lưu mục này");
    terminal.press(key::ESC);
    terminal.wait_for("xuất");
    terminal.press("x");
    terminal.wait_for("Tên tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã ghi");
    terminal.quit();
    let path = folder.path().join("BC tong hop 2026-10.docx");
    let text = document(&path);
    for wanted in [
        "tình hình Nhân dân và dư luận xã hội tháng 10/2026",
        "Xã ổn định. Trong kỳ",
        "mặt đường liên thôn hỏng",
        "Đề nghị trả lời bằng văn bản.",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains('⟦'));
    // The command line exports what is stored.
    let out = folder.path().join("BC.txt");
    let arguments =
        ["summary", file.to_str().unwrap(), "--period", "2026-10", "--out", out.to_str().unwrap()];
    duluan(&arguments).assert().success();
    assert!(fs::read_to_string(&out).unwrap().contains("Xã ổn định."));
}

#[test]
fn summary_gathers_as_json_without_a_stored_synthesis() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), true);
    let file = file.to_str().unwrap();
    let run = duluan(&["summary", file, "--period", "2026-10", "--json"]).assert().success();
    let json: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(json["period"], "2026-10");
    assert_eq!(json["counters"]["reports"], 2);
    assert_eq!(json["checks"].as_array().unwrap().len(), 0, "{json:#}");
    let sections = json["sections"].as_array().unwrap();
    assert_eq!(sections[0]["heading"], "I- TÌNH HÌNH CHUNG");
    let local = sections.iter().find(|section| section["heading"] == "1. Tình hình địa phương").unwrap();
    let told = local["items"].as_array().unwrap();
    let sentence = told.iter().find(|item| item["text"].as_str().unwrap().contains("mặt đường")).unwrap();
    assert_eq!(
        sentence["text"],
        "Nhiều ý kiến của Nhân dân băn khoăn, lo lắng, cho rằng mặt đường liên thôn hỏng."
    );
    assert_eq!(sentence["sources"].as_array().unwrap().len(), 1);
}

#[test]
fn what_nobody_decided_about_is_drafted_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), false);
    let run = duluan(&["summary", file.to_str().unwrap(), "--period", "tháng 10/2026", "--json"])
        .assert()
        .success();
    let json: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(json["checks"][0]["kind"], "nothing_decided");
    assert_eq!(json["counters"]["untriaged"], 2);
    assert!(json["sections"].as_array().unwrap().len() > 3);
}

#[test]
fn wrong_periods_and_endings_are_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), true);
    let file = file.to_str().unwrap();
    let wrong = duluan(&["summary", file, "--period", "hôm nào"]).assert().code(2);
    assert!(String::from_utf8_lossy(&wrong.get_output().stderr).contains("hôm nào"));
    let pdf = folder.path().join("BC.pdf");
    duluan(&["summary", file, "--period", "2026-10", "--out", pdf.to_str().unwrap()]).assert().code(2);
    let nowhere = folder.path().join("khong/BC.docx");
    duluan(&["summary", file, "--period", "2026-10", "--out", nowhere.to_str().unwrap()]).assert().code(3);
    let empty = folder.path().join("trong.docx");
    let run =
        duluan(&["summary", file, "--period", "2020-01", "--out", empty.to_str().unwrap()]).assert().code(3);
    assert!(String::from_utf8_lossy(&run.get_output().stderr).contains("chưa có chữ nào"));
    assert!(!pdf.exists() && !empty.exists());
}

#[test]
fn pages_the_source_table_and_the_register_are_opened_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let file = october(folder.path(), true);
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("4 Soạn tổng hợp");
    terminal.draft("10/2026");
    terminal.wait_for("Tình hình địa phương");
    terminal.wait_for("Kiểm tra");
    terminal.press("p");
    terminal.wait_for("trang 1/");
    terminal.wait_for("ĐẢNG CỘNG SẢN VIỆT NAM");
    terminal.press(key::ESC);
    terminal.wait_gone("trang 1/");
    terminal.press("b");
    terminal.wait_for("2 luồng ý kiến: đưa vào 2");
    terminal.press("/");
    terminal.wait_for("Tìm:");
    terminal.type_keys("cong to");
    terminal.wait_for("1 / 2");
    terminal.press(key::ENTER);
    terminal.wait_for("nhóm khác");
    // To the sentence that carries it.
    terminal.press(key::ENTER);
    terminal.wait_gone("Tìm:");
    terminal.wait_for("công tơ điện tử dễ");
    terminal.press(key::ESC);
    terminal.wait_for("Enter viết");
    terminal.press("s");
    terminal.wait_for("Thông tin văn bản");
    terminal.press(key::TAB);
    terminal.type_keys("12");
    terminal.press("\u{13}");
    terminal.wait_for("Đã lưu thông tin văn bản");
    terminal.press("r");
    terminal.wait_for("1 văn bản · số tiếp theo 13");
    terminal.press("n");
    terminal.wait_for("Ghi số văn bản khác");
    terminal.press(key::TAB);
    terminal.press(key::TAB);
    terminal.type_keys("Thong bao");
    terminal.press("\u{13}");
    terminal.wait_for("2 văn bản · số tiếp theo 14");
    terminal.quit();
}
